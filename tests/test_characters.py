"""Characters, words broken by line ends, and wrapped lines: how texts are read."""

from __future__ import annotations

import textwrap
import unicodedata

import pytest

from generator.config import Config, read_config
from generator.model import Source
from generator.read import Found, read_source
from generator.read.broken_letters import mended_letters
from generator.read.characters import clean, is_clean, normalised
from generator.read.line_ends import vocabulary, with_whole_words
from generator.read.sentences import language_of
from generator.read.wrapped import paragraphs

PROSE = (
    "The committee of the town wrote in its long report that Anna van der Merwe and her brother "
    "had seen the fire on 3 March 2019 from the window of the inn. Nobody else had come to the "
    "river before the morning of the next day, when the bridge was gone."
)


@pytest.fixture
def config(tmp_path) -> Config:
    (tmp_path / "sourcebook.toml").write_text('title = "t"\n')
    return read_config(tmp_path)


def read(config: Config, name: str, text: str) -> Found:
    return read_source(Source(name, f"seeds/{name}", text.encode(), ""), config)


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Jose\u0301 Pen\u0303a", "José Peña"),
        ("in\u00advest\u00adi\u00adga\u00adtor", "investigator"),
        ("a\u200bb\u2060c\u200dd", "abcd"),
        ("Auf\u200clage", "Auflage"),
        ("می\u200cروم", "می\u200cروم"),  # Persian needs it
        ("క్\u200cష", "క్\u200cష"),  # and so does Telugu
        ("👨\u200d👩\u200d👦", "👨\u200d👩\u200d👦"),
        ("ភាសា\u200bខ្មែរ", "ភាសា\u200bខ្មែរ"),  # Khmer sets words apart so
    ],
)
def test_a_character_is_written_in_one_way(written: str, read_as: str) -> None:
    assert normalised(written) == read_as
    assert normalised(read_as) == read_as


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl", "a.csv"])
def test_text_and_fields_are_normalised_wherever_they_are_read(config, name: str) -> None:
    title, words = unicodedata.normalize("NFD", "Café"), "An­na Peña came.\u200b"
    words = unicodedata.normalize("NFD", words)
    text = {
        "a.txt": f"date 2024-03-25 {words}",
        "a.md": f"---\ntitle: {title}\ndate: 2024-03-25\n---\n{words}",
        "a.html": f"<html lang=en><title>{title}</title><article><p>{words}</article></html>",
        "a.jsonl": f'{{"title": "{title}", "date": "2024-03-25", "text": "{words}"}}',
        "a.csv": f"title,date,text\n{title},2024-03-25,{words}\n",
    }[name]
    document = read(config, name, text).documents[0]
    assert document.text == "Anna Peña came."
    assert all(p.end <= len(document.text) for p in document.passages)
    assert name == "a.txt" or document.title == "Café"


def test_markup_is_not_normalised(config) -> None:
    """In NFC "<" and a combining solidus are one character."""
    found = read(config, "a.html", "<html><article><p>a<b>\u0338</b>c</article></html>")
    assert "<" not in found.documents[0].text


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("one\x1ftwo\x00three", "one two three"),
        ("end\x08. Next \x01one", "end. Next one"),
        ("\x1b[31mred\x1b[0m words", "red words"),
        ("B\x08Bo\x08old and _\x08u", "Bold and u"),
    ],
)
def test_controls_are_spaces(written: str, read_as: str) -> None:
    assert clean(written) == read_as
    assert is_clean(read_as)


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("BeyoncÃ© sang.", "Beyoncé sang."),
        ("Ã‰tat, dÃ©jÃ\xa0 vu", "État, déjà vu"),
        ("Itâ€™s â€œniceâ€\x9d.", "It’s “nice”."),
        ("FranÃ § ois and BeyoncÃ © sang.", "François and Beyoncé sang."),
        ("20Â°C", "20°C"),
        ("MiloÅ¡eviÄ‡", "Milošević"),
        ("ÐœÐ¸Ñ€ Ð² Ð´Ð¾Ð¼Ðµ", "Мир в доме"),
    ],
)
def test_broken_letters_are_mended_and_reported(config, broken: str, mended: str) -> None:
    found = read(config, "a.txt", f"date 2024-03-25 {broken}")
    assert found.documents[0].text == mended.replace("\xa0", " ")
    assert [(p.line, "Contains broken letters" in p.message) for p in found.problems] == [(1, True)]


@pytest.mark.parametrize(
    "text", ["IRMÃ» e «CAFÉ»", "Úžasný", "voilÃ", "“l’été” — «Â»", "PÅ» É…", "naïve café"]
)
def test_unusual_letters_are_not_broken(text: str) -> None:
    assert mended_letters(text) == (text, ())


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("the investi-\ngation", "the investigation"),
        ("the investi\u2010\ngation", "the investigation"),
        ("the investi¬\ngation", "the investigation"),
        ("a well-\nknown club", "a well-known club"),
        ("twenty-\nfive", "twenty-five"),
        ("Jean-\nPierre", "Jean-Pierre"),
        ("INVESTI-\nGATION", "INVESTIGATION"),
        ("mother-\nin-law", "mother-in-law"),
        ("Stratford-upon-\nAvon", "Stratford-upon-Avon"),
        ("pre-\nand post-war", "pre- and post-war"),
        ("an e-\nmail", "an e-mail"),
        # The document's own words decide first.
        ("all-\nies and allies", "allies and allies"),
        ("a tax-\nfree, tax-free day", "a tax-free, tax-free day"),
        ("a tax-\nfree day, a tax, a free man", "a tax-free day, a tax, a free man"),
        ("the Com- mittee, a committee", "the Committee, a committee"),
        # Within a line nothing else does.
        ("the mayor- who left", "the mayor- who left"),
    ],
)
def test_words_at_line_ends_are_joined(broken: str, whole: str) -> None:
    known = vocabulary(broken)
    assert with_whole_words(broken, known, language_of("en").sentences) == whole


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl"])
def test_words_are_joined_in_every_form(config, name: str) -> None:
    words = (
        "The long report of the investi-\ngation that the town's own com-\nmittee wrote was lost."
    )
    head = {"a.txt": "date 2024-03-25\n", "a.md": "---\ndate: 2024-03-25\n---\n"}
    row = words.replace("\n", "\\n")
    text = f'{{"text": "{row}"}}' if name == "a.jsonl" else head[name] + words
    whole = "The long report of the investigation that the town's own committee wrote was lost."
    assert read(config, name, text).documents[0].text == whole


@pytest.mark.parametrize("width", [26, 32, 38, 44, 60, 72, 80, 100, 120, 132])
def test_lines_of_any_width_are_joined(width: int) -> None:
    lines = textwrap.wrap(PROSE, width)
    assert paragraphs("\n".join(lines)) == [PROSE]


def test_paragraphs_without_empty_lines_end_where_a_word_would_have_fitted() -> None:
    text = "\n".join(textwrap.wrap(PROSE, 60) * 2)
    assert paragraphs(text) == [PROSE, PROSE]


def test_an_indent_begins_a_paragraph() -> None:
    lines = textwrap.wrap(PROSE + " It really burned, as did the old mill, too.", 60)
    assert len(lines[-1]) > 52
    text = "\n".join(["    " + lines[0], *lines[1:], "    " + lines[0], *lines[1:]])
    assert len(paragraphs(text)) == 2


@pytest.mark.parametrize(
    "lines",
    [
        ["Those Present", "Ann Miller", "Otto Brandt", "Rita Lopez", "The meeting began at noon."],
        ["eggs", "milk and bread", "flour", "butter"],
        [
            "The stars that fell upon the hill",
            "Were silver when the night was still,",
            "And no one in the valley knew",
            "Why all the morning fields were blue.",
        ],
        [PROSE, PROSE[:90] + ".", PROSE[:140] + ".", "The end of it all."],
        ["- a first thing that we need", "- a second thing we need", "- a third one of them"],
    ],
)
def test_lists_poems_and_paragraphs_are_not_joined(lines: list[str]) -> None:
    assert paragraphs("\n".join(lines)) == lines


def test_chinese_lines_are_joined_without_a_space() -> None:
    text = (
        "市政府今天早上宣布旧桥在昨天夜里完全烧毁了没有人受伤也没有人知道是什么原因造成的火灾消防"
    )
    lines = textwrap.wrap(text * 3, 30)
    assert paragraphs("\n".join(lines)) == [text * 3]


@pytest.mark.parametrize(
    "line", ["Date: 2024-03-25", "DATE 2024-03-25", "date\u00a02024-03-25", "date = 2024-03-25"]
)
def test_a_first_line_with_a_date_in_any_case(config, line: str) -> None:
    found = read(config, "a.txt", f"{line}\nThe bridge burned.")
    assert [(d.date, d.text) for d in found.documents] == [("2024-03-25", "The bridge burned.")]


@pytest.mark.parametrize(
    "piece", ["a-", "a- ", "a-\n", "-\n", "\u00ad\n", "Ã©", "\x08", "\x1b[", "\x01"]
)
def test_a_hostile_megabyte_of_breaks_is_no_trap(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    text = clean(mended_letters(text)[0])
    known = vocabulary(text)
    assert len(with_whole_words(normalised(text), known, language_of("en").sentences)) <= len(text)
    assert sum(map(len, paragraphs(text))) <= len(text)
