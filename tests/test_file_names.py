"""What names of files and folders say, and titles that several documents would have."""

from __future__ import annotations

import pytest

from generator.read.file_names import file_name
from generator.render.distinct_titles import distinct_titles

TEXT = "The council met on Monday in the old town hall. It spoke of the mill."


@pytest.mark.parametrize(
    ("path", "title", "date", "language"),
    [
        ("2019-03-04-fire-at-the-mill.md", "Fire at the mill", "2019-03-04", ""),
        ("speeches/1861-lincoln.txt", "Lincoln", "1861", ""),
        ("minutes_20190304.txt", "Minutes", "2019-03-04", ""),
        ("20190304_1030_fire in town.md", "Fire in town", "2019-03-04", ""),
        ("23-04-2019-fire.md", "Fire", "2019-04-23", ""),
        ("2019/03/the_fire.md", "The fire", "2019-03", ""),
        ("2019/03/04/the_fire.md", "The fire", "2019-03-04", ""),
        ("posts/the-fire/index.md", "The fire", "", ""),
        ("de/the-fire.md", "The fire", "", "de"),
        ("the-fire.fr.md", "The fire", "", "fr"),
        ("the-fire.zh-Hant.md", "The fire", "", "zh-Hant"),
        ("the-fire.old.md", "The fire.old", "", ""),
        ("IMG_1234.txt", "", "", ""),
        ("000_382b16e59b0dd4e1.txt", "", "", ""),
        ("03-04-2019-fire.md", "03 04 2019 fire", "", ""),
    ],
)
def test_a_path_says(path: str, title: str, date: str, language: str) -> None:
    found = file_name(path)
    assert (found.title, found.date, found.language) == (title, date, language)


def test_a_title_and_a_date_from_the_name_are_said_as_origin(document) -> None:
    found = document("2019-03-04-fire-at-the-mill.txt", TEXT)
    assert (found.title, found.title_origin.code) == ("Fire at the mill", "file-name")
    assert (found.date, found.date_origin.code) == ("2019-03-04", "file-name")
    folder = document("2019/03/a.txt", TEXT)
    assert (folder.date, folder.date_origin.code) == ("2019-03", "folder-name")
    given = document("2019-03-04-fire.md", f"---\ntitle: T\ndate: 2020-01-01\n---\n{TEXT}")
    assert (given.title, given.date) == ("T", "2020-01-01")


def test_the_name_of_a_table_is_not_that_of_its_rows(reading) -> None:
    found = reading({"2019-03-04-fire.csv": f"title,text\n,{TEXT}\nB,{TEXT}\n"})
    assert [d.date for d in found.documents] == ["", ""]
    assert found.documents[0].title_origin.code == "first-words"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Fellow-Citizens of the Senate and of the House:\n\n{TEXT}", TEXT[:47]),
        (f"Dear Ann Miller and friends of the mill,\n\n{TEXT}", TEXT[:47]),
        (f"Mr. Speaker, Members of the Congress: {TEXT}", TEXT[:47]),
        (f"#fire #mill #town #river\n\n{TEXT}", TEXT[:47]),
        (f"Created on Wed Jul 7 13:14:03 2021\n\n{TEXT}", TEXT[:47]),
        (f"By Ann Miller of Leeds\n\n{TEXT}", TEXT[:47]),
        (f"Tags: fire, mill, town, river\n\n{TEXT}", TEXT[:47]),
        (f"[Applause and cheers from the hall]\n\n{TEXT}", TEXT[:47]),
        (f"Уважаемые граждане и гости города!\n\n{TEXT}", TEXT[:47]),
    ],
)
def test_a_salutation_a_tag_or_a_label_is_no_title(document, text: str, title: str) -> None:
    assert document("a.md", text).title == title


def test_a_heading_that_names_a_part_is_no_title(document) -> None:
    found = document("a.md", f"# Summary\n\n{TEXT}")
    assert found.title == TEXT[:47]
    assert "Summary" in found.text


def test_the_names_of_files_win_where_most_of_a_folder_has_one_title(reading) -> None:
    names = ("first-speech", "second-speech", "third-speech")
    files = {f"a/{name}.md": f"# The Paper\n\n{TEXT} {name}" for name in names}
    files |= {f"b/{n}.md": f"# The Paper {n}\n\n{TEXT} {n}" for n in range(3)}
    found = reading(files)
    assert [d.title for d in found.documents][:3] == [
        "First speech",
        "Second speech",
        "Third speech",
    ]
    assert [d.title for d in found.documents][3:] == [f"The Paper {n}" for n in range(3)]


def test_equal_titles_are_told_apart_and_said(reading) -> None:
    head = "---\ntitle: Speech\ndate: {}\n---\n"
    found = reading({f"{y}.md": head.format(y) + f"{TEXT} {y}" for y in (1861, 1865)})
    assert [d.title for d in found.documents] == ["Speech", "Speech"]
    assert [n.message for n in found.notes] == ['2 documents have the title "Speech".']
    shown = distinct_titles(found.documents)
    assert sorted(shown.values()) == ["Speech (1861)", "Speech (1865)"]
    same = reading({f"{n}/a.md": head.format(1861) + f"{TEXT} {n}" for n in ("x", "y")})
    assert sorted(distinct_titles(same.documents).values()) == ["Speech (x)", "Speech (y)"]
    rows = reading({"a.csv": f"title,text\nSpeech,{TEXT}\nSpeech,{TEXT} More.\n"})
    assert sorted(distinct_titles(rows.documents).values()) == ["Speech (1)", "Speech (2)"]


def test_a_title_in_front_matter_is_kept_however_many_have_it(reading) -> None:
    found = reading({f"s/fire-{n}.md": f"---\ntitle: T\n---\nIt burnt {n}." for n in range(4)})
    assert {d.title for d in found.documents} == {"T"}
