"""From files to documents: dates, titles, passages, metadata, and what is reported."""

from __future__ import annotations

from importlib.metadata import version

import pytest

from generator.model import Document, Reason, Source, reason
from generator.read import packages, readers
from generator.read.draft import Block, Draft, Drafts


def sentences(document: Document) -> list[str]:
    return [document.text[s.start : s.end] for p in document.passages for s in p.sentences]


def passages(document: Document) -> list[tuple[str, str]]:
    return [(p.kind, document.text[p.start : p.end]) for p in document.passages]


def test_the_seeds_own_form(document) -> None:
    found = document("1.txt", " date 2024-03-25 One. Two.\nA Heading Of Four Words\nThree.\n")
    assert found.date == "2024-03-25"
    assert found.title == "A Heading Of Four Words"
    assert passages(found) == [
        ("paragraph", "One. Two."),
        ("heading", "A Heading Of Four Words"),
        ("paragraph", "Three."),
    ]
    assert sentences(found) == ["One.", "Two.", "A Heading Of Four Words", "Three."]


@pytest.mark.parametrize(
    "line", ["It was over", "The end of it all.", "A list:", "- Point", "x" * 200, "He Said «No»"]
)
def test_what_is_no_heading(document, line: str) -> None:
    found = document("1.txt", f"date 2024-01-01 Text.\n{line}\nMore text.")
    assert [kind for kind, _ in passages(found)] == ["paragraph"] * 3


def test_a_heading_needs_text_below_it(document) -> None:
    assert document("1.txt", "Text.\nThe Last Line").passages[-1].kind == "paragraph"


def test_a_wrapped_text_is_joined(document) -> None:
    text = (
        "Yesterday a man walked along the road that leads from the town\n"
        "to the river, and on his way he met nobody at all until he had\n"
        "come to the bridge.\n\nThere he stopped."
    )
    found = document("1.txt", text)
    assert len(found.passages) == 2
    assert "from the town to the river" in found.text


def test_a_title_is_never_cut_in_mid_word(document) -> None:
    first = (
        "In a very long first sentence, which goes on and on and never seems to come to "
        "any end at all, the mayor spoke."
    )
    found = document("1.txt", f"date 2024-01-01 {first}")
    assert found.title.endswith("…")
    assert first.startswith(found.title[:-1])
    assert first[len(found.title) - 1] in " ,"
    assert found.title_origin.code == "first-words"


@pytest.mark.parametrize(
    ("text", "title", "code"),
    [
        # A short heading names a part or greets: the text below it says more.
        (
            "Hi There\nThe old hall by the river burned down last night.",
            "The old hall by the river burned down last night.",
            "first-words",
        ),
        (
            "Background\nNobody was hurt.\nWhat the Council Decided Next\nMore.",
            "What the Council Decided Next",
            "first-heading",
        ),
        # So does a short paragraph, whatever its punctuation.
        (
            "Hi there.\nThe old hall by the river burned down.",
            "The old hall by the river burned down.",
            "first-words",
        ),
        (
            "Why? Nobody knows the answer to that.",
            "Why? Nobody knows the answer to that.",
            "first-words",
        ),
        # Four words are enough, in a heading as in a sentence.
        ("The hall burned down. Nobody was hurt.", "The hall burned down.", "first-words"),
        ("Gone.\nAll Of It\nGone.", "Gone.", "first-words"),
        ("为什么？没人知道答案。", "为什么？没人知道答案。", "first-words"),
        ("今日の会議で決まったこと\n終わり。", "今日の会議で決まったこと", "first-words"),
        ("...", "1.txt", "file-name"),
    ],
)
def test_the_title_of_a_text_without_one(document, text: str, title: str, code: str) -> None:
    found = document("1.txt", text)
    assert (found.title, found.title_origin) == (title, reason(code))


@pytest.mark.parametrize(
    ("text", "title", "origin"),
    [
        ("---\ntitle: Given\n---\n# Statement\n\nText.", "Given", reason("front-matter")),
        ("# Statement\n\nText of four words.", "Statement", reason("first-heading")),
        ("---\ntitle:\n---\n# Statement\n\nText.", "Statement", reason("first-heading")),
        ("## Statement\n\nText of four words.", "Text of four words.", reason("first-words")),
        (
            "Text.\n\n# What the council decided\n\nMore.",
            "What the council decided",
            reason("first-heading"),
        ),
    ],
)
def test_the_title_of_a_text_with_markup(document, text: str, title: str, origin: Reason) -> None:
    found = document("n.md", text)
    assert (found.title, found.title_origin) == (title, origin)


def test_a_heading_that_is_the_title_leaves_the_body_and_no_other_does(document) -> None:
    assert document("a.md", "# Statement\n\nText of four words.").text == "Text of four words."
    below = document("b.md", "---\ntitle: Given\n---\n# Statement\n\nText.")
    assert below.text == "Statement\n\nText."


def test_addresses_do_not_depend_on_file_names_or_neighbours(reading) -> None:
    text = "date 2024-03-25 The minister resigned on Monday."
    alone = reading({"1.txt": text}).documents[0].id
    moved = reading({"sub/other.txt": text + "\n", "2.txt": "date 2024-01-01 Else."})
    assert alone in {d.id for d in moved.documents}
    assert alone.startswith("2024-03-25-the-minister-resigned-on-monday-")


def test_two_documents_of_one_title_and_date_have_two_addresses_that_last(reading) -> None:
    one = "---\ntitle: Statement\ndate: 2024-01-01\n---\nFirst text."
    two = "---\ntitle: Statement\ndate: 2024-01-01\n---\nSecond text."
    alone = reading({"a.md": one}).documents[0].id
    both = [d.id for d in reading({"a.md": one, "b.md": two}).documents]
    assert both[0] == alone
    assert both[0] != both[1]


def test_anchors_survive_changes_elsewhere(document) -> None:
    before = document("1.txt", "One. Two. Two.")
    after = document("1.txt", "Zero. One. Two. Two.")
    names = [s.anchor for p in before.passages for s in p.sentences]
    assert names == [s.anchor for p in after.passages for s in p.sentences][1:]
    assert len(set(names)) == 3


def test_front_matter(document) -> None:
    found = document(
        "n.md",
        """---
title: "A: title"
date: 2024-03
author: [Ann Lee, Bo]
publisher: The Paper
url: https://example.org/a
language: es
kind: note
tags: one, two
summary: Short.
people: [Ann Lee]
organizations: "FSB; Interior Ministry"
places: Moscow
Archive box: 12
reviewed: true
---
Text.""",
    )
    assert (found.title, found.date, found.publisher) == ("A: title", "2024-03", "The Paper")
    assert found.authors == ("Ann Lee", "Bo")
    assert (found.language, found.kind, found.tags) == ("es", "note", ("one", "two"))
    assert found.people == ("Ann Lee",)
    assert found.organisations == ("FSB", "Interior Ministry")
    assert found.places == ("Moscow",)
    assert found.extra == (("Archive box", "12"), ("reviewed", "true"))


def test_markdown_body(document) -> None:
    found = document(
        "n.md",
        "# The title of it\n\nOne *two*. Three.\n\n- a\n- b\n\n> Said.\n\n"
        "### Deep\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```\ncode. more.\n```\n",
    )
    assert found.title == "The title of it"
    assert passages(found) == [
        ("paragraph", "One two. Three."),
        ("item", "a"),
        ("item", "b"),
        ("quote", "Said."),
        ("heading", "Deep"),
        ("cell", "x"),
        ("cell", "y"),
        ("cell", "1"),
        ("cell", "2"),
        ("code", "code. more."),
    ]
    assert "<h2>" in found.layout, "headings never skip a level"


def test_a_rule_in_the_text_is_no_front_matter(document) -> None:
    assert sentences(document("n.md", "One.\n\n---\n\nTwo: three.\n\n---\n\nFour.")) == [
        "One.",
        "Two: three.",
        "Four.",
    ]


def test_remote_pictures_become_links_and_local_ones_are_published(reading) -> None:
    found = reading(
        {
            "a/n.md": "Text ![here](https://example.org/x.png) and ![ours](map.png) "
            "and ![lost](no.png).",
            "a/map.png": b"\x89PNG",
        }
    )
    document = found.documents[0]
    tags = [tag.html for tag in document.passages[0].inline]
    assert any(tag.startswith('<a href="https://example.org/x.png"') for tag in tags)
    assert [path for _, path in document.media] == ["a/map.png"]
    assert sum(tag.startswith("<img") for tag in tags) == 1
    assert [p.message for p in found.problems if p.level == "warning"] == [
        "No date.",
        'Image not found: "no.png".',
    ]


def test_a_saved_page(document) -> None:
    found = document(
        "p.html",
        """<!DOCTYPE html><html lang="en"><head><title>News</title>
<meta property="og:title" content="The bridge is closed">
<meta property="article:published_time" content="2024-03-25T10:00:00Z">
<meta property="og:site_name" content="The Paper"><meta name="people" content="Ann Lee; Bo">
</head><body><nav><a href="/">Home</a></nav><article><h1>The bridge is closed</h1>
<p>The bridge over the river was closed on Monday, the council said in a statement.</p>
<p>Nobody was hurt, according to the police, who had been called in the morning.</p>
</article><footer>Contact us for advertising</footer></body></html>""",
    )
    assert (found.title, found.date, found.publisher) == (
        "The bridge is closed",
        "2024-03-25",
        "The Paper",
    )
    assert found.people == ("Ann Lee", "Bo")
    assert "Nobody was hurt" in found.text
    assert "advertising" not in found.text
    assert "Home" not in found.text


def test_a_date_in_a_pages_text_or_address_is_not_its_date(reading) -> None:
    found = reading(
        {
            "p.html": """<html><head><title>T</title>
<link rel="canonical" href="https://example.org/2019/05/06/a"></head><body><article>
<p>On 12 May 2018 the council met in the town hall and spoke about the bridge at length.</p>
</article></body></html>"""
        }
    )
    assert found.documents[0].date == ""
    assert "No date." in [p.message for p in found.problems]


def test_two_declared_dates_that_disagree_are_no_date(document) -> None:
    found = document(
        "p.html",
        """<html><head><title>T</title>
<meta property="article:published_time" content="2019-01-01"><meta name="dc.date" content="2020-01-01"></head>
<body><p>Some words that make up a text of some length, to be found.</p></body></html>""",
    )
    assert found.date == ""


def test_tables(reading) -> None:
    found = reading(
        {
            "a.csv": 'title,date,people,text\nOne,2024-01-01,A; B,"First.\n\nSecond, third."\n'
            "Two,2024-01-02,,More.\n",
            "b.jsonl": '{"title": "Three", "date": "2024-01-03", "people": ["C"], "text": "Text."}\n',
        }
    )
    titles = {d.title: d for d in found.documents}
    assert set(titles) == {"One", "Two", "Three"}
    assert titles["One"].people == ("A", "B")
    assert [p[1] for p in passages(titles["One"])] == ["First.", "Second, third."]
    assert titles["Two"].line == 5
    assert not found.problems


def test_other_encodings_are_read_and_reported(reading) -> None:
    text = "date 2024-01-01 " + "Déjà vu à la crèche, où l'été s'achève près de la forêt. " * 5
    found = reading(
        {
            "a.txt": text.encode("cp1252"),
            "b.txt": text.encode("utf-16"),
            "c.txt": b"\xef\xbb\xbf" + text.replace("Déjà", "Voilà").encode(),
        }
    )
    assert len(found.documents) == 3
    assert all("crèche" in d.text for d in found.documents)
    assert [p.path for p in found.problems if "Not UTF-8" in p.message] == ["seeds/a.txt"]


def test_bytes_that_no_page_can_hold_are_left_out(reading) -> None:
    found = reading({"a.txt": b"date 2024-01-01 One\0 two\x08.\n\nThree\x1b."})
    assert found.documents[0].text == "One two.\n\nThree."
    assert "NUL" in found.problems[0].message


def test_nothing_in_yaml_can_blow_up(reading) -> None:
    bomb = "---\na: &a [x, x]\nb: &b [*a, *a]\n---\nText."
    deep = "---\na: " + "[" * 3000 + "]" * 3000 + "\n---\nText."
    found = reading({"bomb.md": bomb, "deep.md": deep, "fine.md": "Text."})
    assert [d.text for d in found.documents] == ["Text.", "Text.", "Text."]
    assert [d.extra for d in found.documents] == [(("a", "x, x"), ("b", "&b [*a, *a]")), (), ()]
    assert {p.line for p in found.problems if p.path != "seeds/fine.md" and p.line > 1} == {2, 3}


def test_right_to_left_and_other_scripts(document) -> None:
    found = document(
        "n.md", "---\ntitle: خبر عاجل\ndate: 2024-01-01\nlanguage: ar\n---\nقال. ثم ذهب."
    )
    assert found.id.isascii()
    assert len(sentences(found)) == 2


def test_sentences_cover_every_word(document) -> None:
    found = document(
        "n.md", "# T\n\nA **b c** d. *E. F* g.\n\n<div>loose<p>x</p>tail</div>\n\n1. a\n2. b"
    )
    joined = "".join("".join(sentences(found)).split())
    assert joined == "".join(found.text.split())
    for passage in found.passages:
        for tag in passage.inline:
            assert passage.start <= tag.offset <= passage.end


def test_a_pages_own_date_decides_and_other_things_dates_do_not_count(document) -> None:
    page = """<html><head><title>T</title>{head}</head><body><article><h1>T</h1>
<p>Some words that make up a text of some length, to be found by whoever looks.</p>{body}
</article></body></html>"""
    comment = (
        '<div class="comments"><time itemprop="datePublished" datetime="2021-05-05">x</time></div>'
    )
    for head, body, date in (
        (
            '<meta name="date" content="2020-01-01"><meta name="dc.date" content="2019-01-01">',
            "",
            "2020-01-01",
        ),
        (
            '<meta name="dc.date" content="2019-03"><meta property="article:published_time" content="2019-03-25">',
            "",
            "2019-03-25",
        ),
        ("", comment, ""),
        ("", '<time itemprop="datePublished" datetime="2021-05-05">x</time>', "2021-05-05"),
        (
            '<script type="application/ld+json">{"@type":"WebSite","datePublished":"2001-01-01"}</script>',
            "",
            "",
        ),
        (
            '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2024-03-25T10:00Z"},'
            '{"@type":"NewsArticle","datePublished":"2019-01-01"}]}</script>',
            "",
            "2024-03-25",
        ),
    ):
        found = document("p.html", page.replace("{head}", head).replace("{body}", body))
        assert found.date == date, head + body


def test_no_paragraph_of_a_pages_article_is_lost(document) -> None:
    same = "<p>The same words stand here twice, and both times they are shown.</p>"
    many = "".join(f"<p>Paragraph number {n} of the report<span> goes on.</p>" for n in range(300))
    found = document("p.html", f"<html><body><article>{same}{same}{many}</article></body></html>")
    assert found.text.count("both times they are shown") == 2
    assert all(f"Paragraph number {n} of" in found.text for n in range(300))


def test_a_page_is_read_in_the_encoding_it_declares(document) -> None:
    text = "<html><head><meta charset=iso-8859-2><title>T</title></head><body><article><p>Zażółć gęślą jaźń, rzekł.</p></article></body></html>"
    assert "Zażółć gęślą jaźń" in document("p.html", text.encode("iso-8859-2")).text


def test_a_few_damaged_bytes_do_not_make_another_encoding(reading) -> None:
    text = "date 2024-01-01 Le café “fermé” était là. " * 20
    found = reading(
        {
            "a.txt": text.encode() + b"\xff.",
            "b.txt": "Привет из Москвы".encode("utf-16-le"),
            "c.txt": bytes(range(256)) * 8 + bytes(1000),
        }
    )
    texts = {d.path: d.text for d in found.documents}
    assert "“fermé”" in texts["a.txt"]
    assert "Привет" in texts["b.txt"]
    assert "c.txt" not in texts
    assert "Not a text file." in [p.message for p in found.problems]


def test_tables_as_excel_writes_them(reading) -> None:
    rows = 'title;date;people;text\r\nOne;2024-01-01;"A; B";"Text; more."\r\n'
    found = reading(
        {
            "a.csv": "\ufeff" + rows,
            "b.csv": "sep=;\r\n" + rows.replace("One", "Two"),
            "c.csv": "title\tdate\ttext\nThree\t2024-01-01\tText.\n",
            "d.csv": "text,text,date\na,b,2024-01-01\n",
            "e.csv": "title,text,body,date\nFour,,Full.,2024-01-01\n",
            "f.jsonl": '{"Title": "Five", "date": "2024-01-01", "Text": "One\u2028two \\u0001."}\n',
        }
    )
    texts = {d.title: d.text for d in found.documents}
    assert texts["One"] == "Text; more."
    assert set(texts) == {"One", "Two", "Three", "Four", "Five", "a"}
    assert texts["Four"] == "Full."
    assert "\x01" not in texts["Five"]
    assert [p.message for p in found.problems] == [
        'Two columns are named "text"; the first is used.',
        "Contains control characters (U+0001); shown as spaces.",
    ]


def test_values_of_front_matter_stay_as_written(document) -> None:
    found = document(
        "n.md",
        "---\ntitle: 20:15\ndate: 2024-01-01\nedition: 010\nversion: 3.10\n"
        "people: Smith, John\nplaces: Washington, D.C.; Rome\n---\nText.",
    )
    assert found.title == "20:15"
    assert dict(found.extra) == {"edition": "010", "version": "3.10"}
    assert found.people == ("Smith, John",)
    assert found.places == ("Washington, D.C.", "Rome")


@pytest.mark.parametrize("date", ["3/4/2024", "2024-03-251", "٢٠٢٤-٠٣-٢٥", "25.13.2024"])
def test_a_date_that_cannot_be_read_is_said_and_its_words_stay(reading, date: str) -> None:
    found = reading(
        {"a.txt": f"date {date} The council met.", "b.md": f"---\ndate: '{date}'\n---\nText."}
    )
    assert [d.date for d in found.documents] == ["", ""]
    assert "The council met." in found.documents[0].text
    if date[0] == "2":
        assert date in found.documents[0].text
        assert f'"{date}" is not an unambiguous date.' in [p.message for p in found.problems]


def test_what_is_too_long_for_a_name_costs_no_other_name(reading) -> None:
    long = ", ".join(["Bo Day"] * 40)
    text = f"---\ndate: 2024-01-01\npeople: Ann Lee; {long}\n---\nText."
    found = reading({"a.md": text})
    assert found.documents[0].people == ("Ann Lee",)
    assert "is too long for a name" in str(found.problems[0])


@pytest.mark.parametrize("field", ["url: example/update", "language: a date", "people: {date: 1}"])
def test_a_missing_date_is_said_whatever_else_is_wrong(reading, field: str) -> None:
    found = reading({"a.md": f"---\ntitle: T\n{field}\n---\nText."})
    assert len(found.problems) == 2
    assert "No date." in [p.message for p in found.problems]


def test_a_problem_has_the_line_of_its_key_under_any_name(reading) -> None:
    found = reading({"a.md": "---\ntitle: T\ndate: 2024\nlink: nowhere\n---\nText."})
    assert [(p.line, p.message) for p in found.problems] == [(4, '"nowhere" is not a valid URL.')]


def test_equal_rows_have_addresses_of_their_own(reading) -> None:
    found = reading({"a.csv": "title,date,text\n" + "T,2024-01-01,Same text.\n" * 300})
    names = [d.id for d in found.documents]
    assert len(set(names)) == 300
    assert max(map(len, names)) < 60


def test_a_title_is_kept_whole(document) -> None:
    title = "Very long title " * 30
    assert (
        document("n.md", f"---\ntitle: {title}\ndate: 2024-01-01\n---\nX.").title == title.strip()
    )
    assert document("n.md", "# AT&T and *others* today\n\nText.").title == "AT&T and others today"
    chinese = "新华社北京三月二十五日电" * 20
    assert len(document("a.txt", f"新华社 {chinese}").title) < 100


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "`",
        "*a* ",
        "_",
        "<b>Aa.</b> ",
        "<i>",
        "> ",
        "- ",
        "* [x](",
        "|",
        "#",
        "![",
        "&#",
        "1. ",
    ],
)
def test_hostile_markdown_ends(reading, piece: str) -> None:
    text = "date\n\n" + piece * (100_000 // len(piece)) + "\n\nThe end."
    assert len(reading({"a.md": text}).documents) == 1


@pytest.mark.parametrize(
    "piece", ["<div>", "<b>x", "<table><tr><td>", "<p>a<br>", "<ul><li>x", "</p>", "<b>Aa.</b> "]
)
def test_hostile_pages_end(reading, piece: str) -> None:
    text = f"<html><body><article>{piece * (60_000 // len(piece))}</article></body></html>"
    assert len(reading({"a.html": text}).documents) <= 1


def test_odd_html_becomes_valid(document) -> None:
    found = document(
        "n.md",
        "Text.\n\n<h2><div>A<h3>B</h3></div></h2>\n\n<li>loose</li>\n\n<ul>stray<li>x</li></ul>\n",
    )
    layout = [item for item in found.layout if isinstance(item, str)]
    stack = []
    for tag in layout:
        if tag.startswith("</"):
            assert stack.pop() == tag[2:-1]
        else:
            stack.append(tag[1:-1])
    assert not stack
    assert "<li>" in layout
    assert layout.count("<li>") == 2


class BinaryReader:
    """A reader for made-up files of two bytes and a text, as a test or a plug-in could have one."""

    SUFFIXES = (".demo",)
    BINARY = True
    PACKAGES = ("demo-reader",)

    def read_source(self, source: Source) -> Drafts:
        text = source.data[2:].decode("utf-16-be")
        fields = {"date": "2024-03-25"}
        origin = reason("metadata", of="document")
        return Drafts((Draft(source, fields=fields, origin=origin, blocks=(Block(text),)),))


def test_a_reader_of_binary_files_gets_their_bytes(reading, monkeypatch) -> None:
    data = b"\x00\x01" + "The hall burned down.".encode("utf-16-be")
    monkeypatch.setattr(readers, "all_readers", lambda: (BinaryReader(),))
    found = reading({"a.demo": data, "b.txt": "Text."})
    (document,) = found.documents
    assert (document.title, document.date) == ("The hall burned down.", "2024-03-25")
    assert document.date_origin == reason("metadata", of="document")
    assert [p.hint for p in found.problems] == ["Supported: .demo"]


def test_other_readers_never_get_bytes_that_are_not_text(reading) -> None:
    data = bytes(range(256)) * 8 + bytes(1000)
    texts = [s for reader in readers.all_readers() if not reader.BINARY for s in reader.SUFFIXES]
    found = reading({f"a{suffix}": data + suffix.encode() for suffix in texts})
    assert not found.documents
    assert {p.message for p in found.problems} == {"Not a text file."}


def test_every_reader_declares_what_it_needs() -> None:
    found = readers.all_readers()
    assert {".txt", ".md", ".html", ".csv"} <= set(readers.known_suffixes())
    suffixes = [suffix for reader in found for suffix in reader.SUFFIXES]
    assert len(suffixes) == len(set(suffixes))
    for reader in found:
        assert isinstance(reader.BINARY, bool)
        assert all(s.startswith(".") and s.islower() for s in reader.SUFFIXES)
        assert set(reader.PACKAGES) <= set(packages())
        assert all(version(name) for name in reader.PACKAGES), "a name that no package has"


def test_attributes_by_the_thousand_are_left_out_and_nothing_else(reading) -> None:
    many = " ".join(f"a{n}='<b c>'" for n in range(2_000))
    few = " ".join(f"a{n}=b" for n in range(500))
    page = (
        f"<!-- <i {many}> --><script>if (a <b {'c ' * 3_000}) d</script>\n"
        f'<article><p {few}>One word.</p>\n<p title="{"a b " * 3_000}">Two words.</p>\n'
        f"<p lang=don't {many}>Three words.</p></article>"
    )
    found = reading({"a.html": page})
    assert passages(found.documents[0]) == [
        ("paragraph", "One word."),
        ("paragraph", "Two words."),
        ("paragraph", "Three words."),
    ]
    wrong = [p for p in found.problems if "attributes" in p.message]
    assert [(p.line, p.message) for p in wrong] == [
        (4, "A tag has more than 1,000 attributes; they were left out.")
    ]
