"""Whatever is sent to the desk: an answer in plain words, no line that was not meant, and it lives.

The questions, their fields and the columns of all tables are those of the desk, so that what is
added to it is attacked, too.
"""

from __future__ import annotations

import csv
import errno
import os
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from conftest import build_site, corpus_of
from test_desk import SEEDS, entity, id_on
from test_desk_server import Desk, open_desk, serve

from generator.commands.listening import Listening
from generator.csv_text import unmarked
from generator.desk import __file__ as desk_folder
from generator.desk.actions import COLUMNS
from generator.desk.server import MOST_BYTES

PAGES = Path(desk_folder).parent / "pages"
FIELDS: Mapping[str, tuple[str, ...]] = {
    "about": ("id",),
    "sentence": ("document", "anchor"),
    "map": ("position", "span"),
    "names": ("query",),
    "preview": ("actions",),
    "apply": ("actions", "seen"),
    "undo": ("table", "raw"),
    "redo": (),
    "history": (),
    "queue": (),
    "decide": ("what", "key", "answer", "choice"),
    "second": (),
    "answer": ("what", "key", "answer", "choice", "note"),
    "differences": (),
}
PATHS = ("../../etc/passwd", "/etc/passwd", "C:\\Windows", "..\\..\\x", "CON", "nul.csv", "a\0b")
TEXTS = (
    "",
    " \t\n",
    "a\nhide,Rome",
    "a\r\n\r\nb",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "x;=1",
    "'=1",
    '"=1"',
    "a,b;c\td",
    '"',
    "\u202erom\u202c",
    "\u200b\ufeff",
    "\ud800",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "%00%2e%2e/",
    "x" * 3_000,
    "e\u0301" * 1_000,
    "9" * 5_000,
    "0" * 1_900,
    "((((((((((" * 190,
    "2024-02-30",
    "Infinity",
)
WRONG = (None, True, 0, -1, 10**400, 0.5, float("nan"), float("-inf"), [], [[]], {}, {"id": "x"})


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    root = tmp_path_factory.mktemp("attacked")
    for name, text in SEEDS.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    build_site(root)
    for desk in serve(root):
        desk.preview.desk.desk.built(corpus_of(root))
        yield desk


@pytest.fixture
def writing(served: Desk) -> Iterator[Desk]:
    """An open desk. Afterwards it lives, and what was written is removed."""
    opened = open_desk(served)
    corpus = opened.preview.desk.desk.corpus
    yield opened
    curation = opened.root / "curation"
    if curation.is_symlink() or curation.is_file():
        curation.unlink()
    shutil.rmtree(curation, ignore_errors=True)
    opened.preview.desk.desk.building()
    opened.preview.desk.desk.built(corpus)
    status, answer = opened.ask("about", {"id": "places/rome"})
    assert (status, answer["thing"]["name"]) == (200, "Rome")


@pytest.fixture
def desk(writing: Desk) -> Iterator[Desk]:
    """The same, where nothing may be written."""
    yield writing
    assert not (writing.root / "curation").exists()


def in_words(status: int, answer: Mapping[str, object]) -> bool:
    """Whether an answer is one, or says in a sentence why there is none."""
    if status == 200:
        return "error" not in answer
    said = answer.get("error")
    return status in (409, 422) and isinstance(said, str) and "." in said


def test_all_questions_are_attacked(served: Desk) -> None:
    assert FIELDS.keys() == served.preview.desk.desk._questions.keys()


REFUSED = {
    "another site": {"Origin": "http://evil.test"},
    "this machine at another port": {"Origin": "http://127.0.0.1:1"},
    "another scheme": {"Origin": "https://127.0.0.1:{port}"},
    "a name of this machine": {"Origin": "http://localhost:{port}"},
    "a file": {"Origin": "null"},
    "no origin": {"Origin": None},
    "a name that was bound anew": {"Host": "evil.test:{port}", "Origin": "http://evil.test:{port}"},
    "a name like ours": {"Host": "127.0.0.1.evil.test"},
    "no cookie": {"Cookie": None},
    "a guess": {"Cookie": "sourcebook-desk-{port}=guess"},
    "nothing": {"Cookie": "sourcebook-desk-{port}="},
    "no letters": {"Cookie": "sourcebook-desk-{port}=\xff\xfe"},
    "the cookie of another port": {"Cookie": "sourcebook-desk-1={session}"},
    "a form": {"Content_Type": "application/x-www-form-urlencoded"},
    "a form with files": {"Content_Type": "multipart/form-data; boundary=x"},
    "plain text": {"Content_Type": "text/plain"},
    "no type": {"Content_Type": ""},
}


@pytest.mark.parametrize("question", FIELDS)
@pytest.mark.parametrize("changed", REFUSED.values(), ids=REFUSED)
def test_nobody_else_gets_an_answer(
    desk: Desk, question: str, changed: Mapping[str, str | None]
) -> None:
    filled = {
        key: value and value.format(port=desk.port, session=desk.cookie.partition("=")[2])
        for key, value in changed.items()
    }
    body = {"actions": [entity("hide", "Rome")], "id": "places/rome", "query": "Rome"}
    status, answer = desk.ask(question, body, **filled)
    assert status in (400, 403, 415)
    assert answer == {}


@pytest.mark.parametrize("question", FIELDS)
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_only_posts_are_answered(desk: Desk, question: str, method: str) -> None:
    headers = {"Cookie": desk.cookie, "Origin": f"http://127.0.0.1:{desk.port}"}
    assert desk.send(method, f"/.desk/ask/{question}", **headers)[0] in (403, 405)


BODIES = {
    "nothing": b"",
    "half": b'{"actions": [',
    "no Unicode": b'{"id": "\xff\xfe"}',
    "UTF-16": '{"id": "places/rome"}'.encode("utf-16"),
    "deep lists": b"[" * 40_000 + b"]" * 40_000,
    "deep objects": b'{"actions":' * 8_000 + b"1" + b"}" * 8_000,
    "deep and closed": b'{"actions":[{"table":"entities","values":{"action":'
    + b"[" * 900
    + b"]" * 900
    + b"}}]}",
    "a list": b"[]",
    "a number": b"1",
    "no number": b"NaN",
    "a long number": b"9" * 90_000,
    "a form": b"id=places/rome&actions=x",
    "two fields": b'{"id": "x", "id": ["y"], "actions": 1, "actions": []}',
    "surrogates": b'{"id": "\\ud800", "query": "\\udfff", "actions": "\\ud800", "raw": "\\ud800", "what": "\\ud800"}',
    "many actions": b'{"actions": ['
    + b",".join([b'{"table":"entities","values":{}}'] * 2_500)
    + b"]}",
}


@pytest.mark.parametrize("question", FIELDS)
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_bodies_that_make_no_sense(desk: Desk, question: str, body: bytes) -> None:
    status, text = desk.send(
        "POST",
        f"/.desk/ask/{question}",
        body,
        **{
            "Cookie": desk.cookie,
            "Origin": f"http://127.0.0.1:{desk.port}",
            "Content-Type": "application/json",
        },
    )
    assert status in (200, 400, 422), text
    assert "Traceback" not in text
    if question in ("apply", "preview", "decide", "answer"):
        assert status != 200


def test_what_is_too_long_is_not_read(desk: Desk) -> None:
    for size in (MOST_BYTES + 1, 5_000_000):
        try:
            status, _ = desk.ask("apply", b" " * size)
        except OSError:  # cut off before it was read
            continue
        assert status == 400


@pytest.mark.parametrize("question", [name for name, fields in FIELDS.items() if fields])
def test_each_field_of_each_question(desk: Desk, question: str) -> None:
    given = {
        "actions": [entity("hide", "Nobody")],
        "id": "places/rome",
        "document": "a",
        "anchor": "s1",
        "query": "Rome",
        "answer": "later",
    }
    for field in FIELDS[question]:
        for value in (*WRONG, *PATHS, *TEXTS):
            body = {key: given.get(key, "") for key in FIELDS[question]} | {field: value}
            status, answer = desk.ask(question, body)
            assert in_words(status, answer), (field, value, status, answer)
            if value in (*WRONG[1:], *PATHS) and question in (
                "preview",
                "apply",
                "decide",
                "answer",
            ):
                assert status != 200, (field, value)


@pytest.mark.parametrize("table", COLUMNS)
def test_each_cell_of_each_table(desk: Desk, table: str) -> None:
    """What a build would refuse is refused; what it would take can be read back as it was meant."""
    corpus = corpus_of(desk.root)
    happened = id_on(corpus, "2024-01-03")
    usual = {"action": "hide", "name": "Rome", "id": happened, "words": "fell", "question": "x"}
    name = table.removeprefix("curation/").removesuffix(".csv")
    for column in COLUMNS[table]:
        for value in (*WRONG, *PATHS, *TEXTS):
            values = {key: usual.get(key, "") for key in COLUMNS[table]} | {column: value}
            body = {"actions": [{"table": name, "values": values}], "seen": ""}
            status, answer = desk.ask("preview", body)
            assert in_words(status, answer), (column, value, status, answer)
            assert status != 200 or isinstance(value, str), (column, value)


def test_tables_that_there_are_not(desk: Desk) -> None:
    for table in (
        *PATHS,
        *WRONG,
        "changes",
        "addresses",
        "entities.csv",
        "curation/entities",
        "Entities",
    ):
        for question in ("preview", "apply"):
            body = {"actions": [{"table": table, "values": {"action": "hide"}}], "seen": ""}
            assert desk.ask(question, body)[0] == 422, table
        status, answer = desk.ask("undo", {"table": table, "raw": "hide,Rome"})
        assert (status, "error" in answer) == (422, True), table
    for column in (*PATHS, "editor", "day", "about", "=1", ""):
        body = {"actions": [{"table": "entities", "values": {column: "x"}}], "seen": ""}
        assert desk.ask("apply", body)[0] == 422, column


def rows_of(root: Path, table: str) -> list[dict[str, str]]:
    """What another program reads in a table."""
    with (root / table).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_what_is_written_is_one_line_and_no_formula(writing: Desk) -> None:
    """A note is read back as it was meant, and is text to a spreadsheet."""
    desk = writing
    for text in (*TEXTS, *PATHS):
        asked = {"actions": [entity("hide", "Rome", note=text)], "seen": ""}
        status, answer = desk.ask("apply", asked)
        if len(text) > 2_000 or {"\ud800", "\0"}.intersection(text):
            assert (status, "error" in answer) == (422, True), text
            continue
        assert status == 200, (text, answer)
        assert len((desk.root / "curation/entities.csv").read_bytes().splitlines()) == 2, text
        (row,) = rows_of(desk.root, "curation/entities.csv")
        assert not row["note"].lstrip(" \ufeff\u200b").startswith(("=", "+", "-", "@")), text
        (line,) = desk.ask("history", {})[1]["lines"]
        assert line["cells"].get("note", "") == unmarked(" ".join(text.split())), text
        assert desk.ask("undo", {})[0] == 200


def test_many_write_at_once(writing: Desk) -> None:
    failed: list[object] = []

    def write(number: int) -> None:
        values = {"question": "q", "subject": f"word{number}", "answer": "no", "note": ""}
        asked = {"actions": [{"table": "decisions", "values": values}], "seen": ""}
        status, answer = writing.ask("apply", asked)
        if status != 200:
            failed.append(answer)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = sorted(row["subject"] for row in rows_of(writing.root, "curation/decisions.csv"))
    assert (failed, found) == ([], sorted(f"word{number}" for number in range(12)))


SPOILT: Mapping[str, Callable[[Path], object]] = {
    "a file": lambda folder: folder.write_text("no folder"),
    "a folder as table": lambda folder: (folder / "entities.csv").mkdir(parents=True),
    "a link to nothing": lambda folder: folder.symlink_to(folder / "nowhere"),
    "a link in a circle": lambda folder: (
        folder.mkdir(),
        (folder / "entities.csv").symlink_to("entities.csv"),
    ),
    "a pipe": lambda folder: (folder.mkdir(), os.mkfifo(folder / "entities.csv")),
    "a quotation mark": lambda folder: (
        folder.mkdir(),
        (folder / "entities.csv").write_text('action,name\nhide,"Rome\n'),
    ),
    "other columns": lambda folder: (
        folder.mkdir(),
        (folder / "entities.csv").write_text("a,b\n1,2\n"),
    ),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_tables_that_cannot_be_changed(writing: Desk, spoil: Callable[[Path], object]) -> None:
    spoil(writing.root / "curation")
    before = sorted(map(str, writing.root.rglob("*")))
    asked = {"actions": [entity("hide", "Rome")], "seen": ""}
    for question in (
        *(
            "preview",
            "apply",
            "undo",
            "redo",
            "history",
            "queue",
            "second",
            "answer",
            "differences",
        ),
    ):
        status, answer = writing.ask(question, asked)
        assert in_words(status, answer), (question, status, answer)
        assert question != "apply" or status == 422
    assert sorted(map(str, writing.root.rglob("*"))) == before


def test_a_disk_that_is_full(writing: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    table = writing.root / "curation/entities.csv"
    table.parent.mkdir()
    table.write_text("action,name\nhide,Bo\n")
    monkeypatch.setattr(os, "fsync", full)
    asked = {"actions": [entity("hide", "Rome")], "seen": ""}
    status, answer = writing.ask("apply", asked)
    assert (status, "No space left" in answer["error"]) == (422, True)
    assert [path.name for path in table.parent.iterdir()] == ["entities.csv"]
    assert table.read_text() == "action,name\nhide,Bo\n"


def test_a_folder_that_is_linked_is_written_where_it_is(writing: Desk, tmp_path: Path) -> None:
    (writing.root / "curation").symlink_to(tmp_path)
    asked = {"actions": [entity("hide", "Rome")], "seen": ""}
    assert writing.ask("apply", asked)[0] == 200
    assert (writing.root / "curation").is_symlink()
    assert [path.name for path in tmp_path.iterdir()] == ["entities.csv"]


def test_what_the_desk_shows_is_text() -> None:
    """Names may have markup: no script of the desk makes elements of a text."""
    for path in PAGES.iterdir():
        for way in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert way not in path.read_text(), path.name


def test_without_the_desk_none_of_its_addresses_is_there(served: Desk) -> None:
    for alone in serve(served.root, read_only=True):
        for question in FIELDS:
            assert alone.ask(question, {})[0] in (404, 405), question
    wide = Listening("0.0.0.0", "0.0.0.0", 1)
    assert wide.warning  # where others can reach this machine the preview leaves the desk out
