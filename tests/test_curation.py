"""What editors hide stays hidden: their tables are read in every form, or the build stops."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest
from conftest import build_site, files_of

from generator.cli import main
from generator.errors import CurationError

SEEDS = {
    "sourcebook.toml": 'names = "listed"\nsearch = false',
    "seeds/a.md": "---\ntitle: A\ndate: 2024-01-01\npeople: [Ann Lee, Bö Dahl]\nplaces: [Rome]\n---\n"
    "Ann Lee met Bö Dahl in Rome. The hall burned on 3 January 2024.",
    "seeds/b.md": "---\ntitle: B\ndate: 2024-01-02\npeople: [Ann Lee]\n---\nAnn Lee left.",
}
COLUMNS = "action,name,type,into,note"
HIDE = f"{COLUMNS}\r\nhide,Bö Dahl,person,,\r\nwikidata,Ann Lee,person,Q42,\r\n"
PAGE = "site/people/bo-dahl-*.html"


def with_table(root: Path, text: str | bytes, name: str = "entities.csv") -> Path:
    path = root / "curation" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def refused(root: Path) -> str:
    """Why a build stops; the site must be the one that was there before."""
    before = files_of(root / "site")
    with pytest.raises(CurationError) as error:
        build_site(root)
    assert files_of(root / "site") == before
    return str(error.value)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ],
)
def test_a_table_is_read_however_a_spreadsheet_saves_it(
    make_project, separator: str, mark: bytes, encoding: str
) -> None:
    root = make_project(SEEDS)
    with_table(root, mark + HIDE.replace(",", separator).encode(encoding))
    assert not build_site(root).problems
    assert not list(root.glob(PAGE))
    assert "Q42" in (root / "site/people/ann-lee.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\n" + HIDE.replace(",", ";"),
        HIDE.replace("action,", "Action,").replace("hide,", "Hide ,").replace("person", "Person"),
        HIDE.replace("\r\n", ",,\r\n"),
        HIDE.replace(",,\r\n", "\r\n"),  # Excel leaves out empty cells at the end of some rows
        "sep=\t\n" + HIDE.replace(",", "\t"),
        HIDE.replace("wikidata", ",,,,\nwikidata"),
        HIDE.replace(",note", "").replace(",,\r\n", ",\r\n").replace("Q42,", "Q42"),
    ],
)
def test_what_spreadsheets_add_or_change_is_understood(make_project, text: str) -> None:
    root = with_table(make_project(SEEDS), text)
    assert not build_site(root).problems
    assert not list(root.glob(PAGE))


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "The header row is missing or incomplete. Start with the line action,name"),
        ("what,which\n", 1, "The header row is missing or incomplete."),
        (f"{COLUMNS},name\n", 1, 'Two columns are named "name".'),
        (f"{COLUMNS}\njoin,Rome,,x,\n", 2, 'Unknown action "join". Known: merge, distinct,'),
        (f"{COLUMNS}\n,Rome,,,\n", 2, 'Unknown action "".'),
        (f"{COLUMNS}\nmerge,Rome,,,\n", 2, '"merge" needs "name" and "into".'),
        (f"{COLUMNS}\nhide,,person,,\n", 2, '"hide" needs "name".'),
        (f"{COLUMNS}\nhide,Bö Dahl,persn,,\n", 2, 'Unknown type "persn". Known: person,'),
        (f"{COLUMNS}\nretype,Rome,,thing,\n", 2, 'Unknown type "thing".'),
        (f"{COLUMNS}\nwikidata,Rome,,42,\n", 2, '"42" is not a Wikidata ID, a Q with a number.'),
        (f'{COLUMNS}\nlocate,Rome,,"950,37",\n', 2, 'The latitude "950" is not between'),
        (f'{COLUMNS}\nlocate,Rome,,"9, 181",\n', 2, 'The longitude "181" is not between'),
        (f"{COLUMNS}\nlocate,Rome,,here,\n", 2, '"here" is not a latitude and longitude.'),
        (f"{COLUMNS}\n\nmerge,Bö Dahl\n", 3, '"merge" needs "name" and "into".'),
        (f"{COLUMNS}\nhide,Bö Dahl,,,a,b\n", 2, "This row has 6 cells, the header has 5."),
        (f"{COLUMNS}\nhide;Bö Dahl;;;\n", 2, "This row has 1 cell, the header has 5."),
        (f'{COLUMNS}\nhide,"Bö\n', 2, "The rest of the table cannot be read"),
        (HIDE.encode("cp1252"), 0, "Some characters of this table cannot be read."),
        (HIDE.encode("utf-16")[:-1], 0, "Some characters of this table cannot be read."),
        (
            HIDE.replace("Dahl", "Da\0hl").encode(),
            0,
            "Some characters of this table cannot be read.",
        ),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), 0, "Some characters of this table cannot be read."),
        (b"x" * 1_000_001, 0, "Larger than 1 MB."),
    ],
)
def test_a_table_or_a_line_that_cannot_be_read_stops_the_build(
    make_project, text: str | bytes, line: int, message: str
) -> None:
    root = make_project({**SEEDS, "sourcebook.toml": 'names = "listed"\nmax_megabytes = 1'})
    build_site(root)
    with_table(root, text)
    where = "curation/entities.csv" + (f":{line}" if line else "")
    assert f"{where}: error: {message}" in refused(root)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("remove,e2024-01-03-xxxxxxx,,,", 'Unknown action "remove". Known: hide, pin,'),
        ("redate,e2024-01-03-xxxxxxx,,,", '"redate" needs "id" and "date".'),
        ("add,,2024-02-30,Text,", '"2024-02-30" is not a date.'),
        ("add,,03.01.2024,Text,", '"03.01.2024" is not a date.'),
        ("hide,the fire,,,", '"the fire" is not the id of an event.'),
    ],
)
def test_a_line_about_events_that_cannot_be_read(make_project, line: str, message: str) -> None:
    root = make_project(SEEDS)
    build_site(root)
    with_table(root, f"action,id,date,text,note\n{line}\n", "events.csv")
    assert f"curation/events.csv:2: error: {message}" in refused(root)


def test_everything_that_is_wrong_is_said_at_once(make_project, capsys) -> None:
    root = with_table(make_project(SEEDS), f"{COLUMNS}\n" + "join,Rome,,x,\n" * 25)
    with_table(root, "what\n", "events.csv")
    assert main(["build", "-C", str(root), "-j", "1"]) == 1
    printed = capsys.readouterr().err
    assert printed.count("curation/entities.csv:") == 20
    assert "… and 6 more." in printed


@pytest.mark.parametrize(
    "name", ["Entities.csv", "entities.CSV", "entities.tsv", "entities.xlsx", "entity.csv"]
)
def test_a_table_under_another_name_is_not_passed_over(make_project, name: str) -> None:
    root = with_table(make_project(SEEDS), HIDE, name)
    assert f"curation/{name}: error: The editors' changes are read from" in refused(root)
    with_table(root, HIDE)  # beside the table, it is a copy
    (root / "curation/notes.txt").write_text("Ask Ann.")
    assert not build_site(root).problems


def test_a_table_that_cannot_be_opened_stops_the_build(make_project) -> None:
    root = make_project(SEEDS)
    (root / "curation").write_text("")
    assert "curation: error: Cannot be opened (Not a directory)." in refused(root)
    (root / "curation").unlink()
    (root / "curation/entities.csv").mkdir(parents=True)
    assert "curation/entities.csv: error: Not a regular file." in refused(root)
    (root / "curation/entities.csv").rmdir()
    os.mkfifo(root / "curation/entities.csv")
    assert "curation/entities.csv: error: Not a regular file." in refused(root)
    (root / "curation/entities.csv").unlink()
    (root / "curation/entities.csv").symlink_to("gone.csv")
    assert "curation/entities.csv: error: Cannot be read (No such file" in refused(root)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("hide,ann lee,person,,", "Ann Lee"),
        ("hide,Ann Leé,person,,", "Ann Lee"),
        ("hide,Ann Lee,place,,", "Ann Lee"),
        ("hide,Lee Ann,,,", "Ann Lee"),
        ("hide,Dr Ann Lee,,,", "Ann Lee"),
        ("hide,Bo Dahl,,,", "Bö Dahl"),
        ("hide,people/bo-dahl,,,", "Bö Dahl"),
        ("hide,ROME,,,", "Rome"),
        ("hide,Miss Li,,,\nalias,A. Lee,,Miss Li,\nmerge,Rome,,A. Lee,", "Rome"),
    ],
)
def test_what_is_perhaps_shown_under_another_name_stops_the_build(
    make_project, line: str, shown: str
) -> None:
    root = make_project(SEEDS)
    build_site(root)
    with_table(root, f"{COLUMNS}\n{line}\n")
    message = refused(root)
    assert f'the site would show "{shown}"' in message
    assert message.count("curation/entities.csv:2: error: ") == 1


@pytest.mark.parametrize(
    "line",
    ["hide,Nobody,,,", "hide,Lee,,,", "hide,Rome Express,,,", "hide,§,,,", "hide,Ann Poe,,,"],
)
def test_a_line_with_nothing_left_to_hide_is_reported(make_project, line: str) -> None:
    root = with_table(make_project(SEEDS), f"{COLUMNS}\n{line}\n")
    (problem,) = build_site(root).problems
    assert str(problem).startswith("curation/entities.csv:2: warning: There is no entity")


def test_without_a_type_all_of_a_name_are_hidden(make_project) -> None:
    root = make_project(
        SEEDS
        | {"seeds/c.md": "---\ntitle: C\ndate: 2024-01-03\norganisations: [Ann Lee]\n---\nAnn Lee."}
    )
    build_site(root)
    assert len(list(root.glob("site/*/ann-lee.html"))) == 2
    with_table(root, f"{COLUMNS}\nhide,Ann Lee,organisation,,\n")
    assert not build_site(root).problems
    assert [p.parent.name for p in root.glob("site/*/ann-lee.html")] == ["people"]
    with_table(root, f"{COLUMNS}\nhide,Ann Lee,,,\n")
    assert not build_site(root).problems
    assert not list(root.glob("site/*/ann-lee.html"))


def test_an_event_that_may_be_back_under_another_id_stops_the_build(make_project) -> None:
    root = make_project(SEEDS)
    build_site(root)
    header = "action,id,date,text,note\n"
    with_table(root, f"{header}hide,e2024-01-03-xxxxxxx,,,\n", "events.csv")
    message = refused(root)
    assert 'curation/events.csv:2: error: There is no event "e2024-01-03-xxxxxxx".' in message
    assert "it has another id: e2024-01-03-" in message
    assert "(2024-01-01-a-" in message
    with_table(root, f"{header}hide,e2024-01-04-xxxxxxx,,,\n", "events.csv")
    (problem,) = build_site(root).problems
    assert problem.level == "warning"
