"""The desk writes lines into the editors' tables as people would, and takes them out again."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.desk.actions import Action, ActionError, action_from, actions_from, edits_of
from generator.desk.store import Conflict, Line, Store
from generator.desk.tables import TableError, parse_table
from generator.errors import CurationError
from generator.model import ENTITIES_TABLE, EVENTS_TABLE

KNOWN = ("action", "name", "type", "into", "note", "sources")
# With Excel's separator and line ends, a column of one's own, two lines in a cell, and gaps.
TYPED = (
    "\ufeffaction;name;type;into;note;ours\r\n"
    'hide;"Image";;;"not\r\na name";x\r\n'
    "\r\n"
    "merge;Picnic;organisation;Piknik\r\n"
).encode()


def hiding(name: str, note: str = "") -> Action:
    return action_from(
        {"table": "entities", "values": {"action": "hide", "name": name, "note": note}}
    ).signed("Ann", "2026-11-29", "2 mentions")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def entities(store: Store) -> str:
    return (store._root / ENTITIES_TABLE).read_bytes().decode()


def test_what_was_typed_stays_as_it_is() -> None:
    table = parse_table("t", TYPED, KNOWN)
    assert table.data == TYPED
    assert [(r.line, r.cells["name"]) for r in table.records] == [(2, "Image"), (5, "Picnic")]
    longer = table.with_rows([{"action": "hide", "name": "A;B", "day": "2026-11-29"}])
    header, rest = TYPED.split(b"\r\n", 1)
    assert longer.data == header + b";day\r\n" + rest + b'hide;"A;B";;;;;2026-11-29\r\n'


def test_each_line_can_be_taken_out_and_put_back() -> None:
    table = parse_table("t", TYPED, KNOWN)
    for record in table.records:
        less, place = table.without(record.raw)
        assert record.raw not in less.data.decode("utf-8-sig")
        assert less.with_line(record.raw, place).data == TYPED
    assert table.without("hide;Nothing") is None


@pytest.mark.parametrize(
    "data",
    [b"action,name\nhide,\xff\n", b'action,name\nhide,"A\n', b"a,b\n1,2\n"],
    ids=["no Unicode", "a quotation mark is not closed", "no header"],
)
def test_a_table_that_could_be_damaged_is_not_touched(store: Store, data: bytes) -> None:
    path = store._root / ENTITIES_TABLE
    path.parent.mkdir()
    path.write_bytes(data)
    with pytest.raises(TableError):
        store.apply([hiding("A")], store.version())
    assert path.read_bytes() == data


def test_excel_s_unicode_text_stays_so(store: Store) -> None:
    path = store._root / ENTITIES_TABLE
    path.parent.mkdir()
    path.write_bytes("action\tname\r\nhide\tÄ\r\n".encode("utf-16"))
    store.apply([hiding("Ö")], store.version())
    assert path.read_bytes().decode("utf-16") == (
        "action\tname\teditor\tday\tabout\r\n"
        "hide\tÄ\r\n"
        "hide\tÖ\tAnn\t2026-11-29\t2 mentions\r\n"
    )  # fmt: skip


def test_undo_and_redo(store: Store) -> None:
    store.apply([hiding("A"), hiding("B")], store.version())
    store.apply([hiding("C")], store.version())
    whole = entities(store)
    assert whole == (
        "action,name,type,into,note,sources,editor,day,about\n"
        "hide,A,,,,,Ann,2026-11-29,2 mentions\n"
        "hide,B,,,,,Ann,2026-11-29,2 mentions\n"
        "hide,C,,,,,Ann,2026-11-29,2 mentions\n"
    )
    store.undo()
    store.undo()
    assert entities(store) == "action,name,type,into,note,sources,editor,day,about\n"
    with pytest.raises(ActionError, match="Nothing was written"):
        store.undo()
    store.redo()
    store.redo()
    assert entities(store) == whole
    with pytest.raises(ActionError, match="Nothing was taken back"):
        store.redo()
    store.undo([Line(ENTITIES_TABLE, "hide,B,,,,,Ann,2026-11-29,2 mentions")])
    assert "B" not in entities(store)
    store.redo()
    assert entities(store) == whole


def test_what_others_write_meanwhile_stays(store: Store) -> None:
    seen = store.version()
    path = store._root / ENTITIES_TABLE
    path.parent.mkdir()
    path.write_text("action,name\nhide,B\n")
    store.apply([hiding("A")], seen)
    assert entities(store).splitlines()[1:] == ["hide,B", "hide,A,Ann,2026-11-29,2 mentions"]


def test_about_the_same_thing_the_editor_decides(store: Store) -> None:
    seen = store.version()
    path = store._root / ENTITIES_TABLE
    path.parent.mkdir()
    path.write_text("action,name,type,into\nrename,a,person,Ann\n")
    with pytest.raises(Conflict) as found:
        store.apply([hiding("A")], seen)
    assert found.value.yours == ("hide,A,,,,,Ann,2026-11-29,2 mentions",)
    assert found.value.theirs == ("rename,a,person,Ann",)
    store.apply([hiding("A")], store.version())
    assert len(entities(store).splitlines()) == 3


def test_a_line_that_was_changed_is_not_undone(store: Store) -> None:
    store.apply([hiding("A")], store.version())
    path = store._root / ENTITIES_TABLE
    path.write_text(entities(store).replace("hide,A,,", "hide,A,person,"))
    with pytest.raises(Conflict) as found:
        store.undo()
    assert found.value.theirs == ("hide,A,person,,,,Ann,2026-11-29,2 mentions",)


def test_a_table_keeps_its_permissions(store: Store) -> None:
    store.apply([hiding("A")], store.version())
    path = store._root / ENTITIES_TABLE
    path.chmod(0o600)
    store.apply([hiding("B")], store.version())
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["entities.csv"]


@pytest.mark.parametrize(
    "given",
    [
        None,
        [],
        {"table": "entities"},
        {"table": "../x", "values": {}},
        {"table": "changes", "values": {}},
        {"table": "entities", "values": {"action": 3}},
        {"table": "entities", "values": {"editor": "somebody else"}},
        {"table": "entities", "values": {"name": "x" * 3000}},
    ],
)
def test_what_is_no_line_of_a_table_is_refused(given: object) -> None:
    with pytest.raises(ActionError):
        action_from(given)


def test_a_line_is_read_as_a_build_reads_it() -> None:
    formula = {"action": "rename", "name": "=A", "into": "B\nC", "note": "x"}
    given = [
        {"table": "entities", "values": formula},
        {"table": "events", "values": {"action": "pin", "id": "e2024-01-01-abcdefg"}},
    ]
    edits = edits_of(actions_from(given))
    assert (edits.entities[0].name, edits.entities[0].into) == ("=A", "B C")
    assert edits.events[0].action == "pin"
    wrong = Action(EVENTS_TABLE, {"action": "redate", "id": "e2024-01-01-abcdefg", "date": "soon"})
    with pytest.raises(CurationError, match='"soon" is not a date'):
        edits_of([wrong])
