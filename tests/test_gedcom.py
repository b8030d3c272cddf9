"""GEDCOM: people as documents in plain words, and who is not published."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.config import Config
from generator.model import Source
from generator.read import Found, read_source
from generator.read.gedcom.dates import date_words, years

HEAD = "0 HEAD\n1 GEDC\n2 VERS 5.5.1\n1 CHAR UTF-8\n"
FAMILY = """0 @I1@ INDI
1 NAME John /Smith/
2 NICK Jack
1 BIRT
2 DATE 12 MAR 1850
2 PLAC Boston, Suffolk, , USA
1 OCCU tailor
1 DEAT Y
1 FAMS @F1@
1 NOTE He kept a diary,
2 CONC  which was lost
2 CONT in a fire.
0 @I2@ INDI
1 NAME Mary /Roe/
1 BIRT
2 DATE ABT 1855
1 FAMS @F1@
1 SOUR @S1@
2 PAGE p. 7
0 @I3@ INDI
1 NAME Ann /Smith/
1 BIRT
2 DATE 3 MAY 1880
1 FAMC @F1@
0 @F1@ FAM
1 HUSB @I1@
1 WIFE @I2@
1 CHIL @I3@
1 CHIL @I4@
1 MARR
2 DATE BET 1874 AND 1876
0 @S1@ SOUR
1 TITL Parish register
"""
LIVING = """0 @I4@ INDI
1 NAME Zoe /Smith/
1 BIRT
2 DATE 7 JUL 1990
1 FAMC @F1@
"""


def read(text: str | bytes, today: str = "2026-11-29") -> Found:
    data = text if isinstance(text, bytes) else f"{HEAD}{text}0 TRLR\n".encode()
    source = Source("a.ged", "seeds/a.ged", data, hashlib.sha256(data).hexdigest(), "", len(data))
    root = Path("/nowhere")
    return read_source(source, Config(root, root / "seeds", root / "site", today=today))


def test_each_person_is_a_document_in_plain_words() -> None:
    john, mary, ann = read(FAMILY + LIVING).documents
    assert john.title == "John Smith (b. 1850)"
    assert john.people == ("John Smith",)
    assert john.places == ("Boston",)
    assert john.aliases == ("Jack Smith",)
    assert john.line == 5
    assert john.text.split("\n\n") == [
        "John Smith was born on 12 March 1850 in Boston, Suffolk, USA.",
        "John Smith worked as: tailor.",
        "John Smith died.",
        "John Smith married Mary Roe between 1874 and 1876.",
        "Children of John Smith and Mary Roe: Ann Smith.",
        "Further children who are not named here: 1.",
        "He kept a diary, which was lost in a fire.",
    ]
    # The marriage is told once.
    assert mary.text.split("\n\n") == [
        "Mary Roe was born about 1855.",
        "Mary Roe and John Smith were a couple.",
        "Source: Parish register, p. 7",
    ]
    assert mary.passages[-1].kind == "note"
    assert ann.text.endswith("Ann Smith was a child of John Smith and Mary Roe.")


def test_the_living_are_withheld_and_named_nowhere() -> None:
    found = read(FAMILY + LIVING)
    assert "Zoe" not in "".join(d.text + d.title for d in found.documents)
    messages = [p.message for p in found.problems]
    assert messages == ['Not published before 2091-01-01, as "may be living: embargo" says.']
    assert found.embargoes == (("2091-01-01", False),)
    later = read(FAMILY + LIVING, "2091-01-01")
    assert [d.title for d in later.documents][-1] == "Zoe Smith (b. 1990)"
    assert "Ann Smith, Zoe Smith" in later.documents[0].text


@pytest.mark.parametrize(
    ("lines", "public"),
    [
        ("1 BIRT\n2 DATE 1925\n", True),
        ("1 BIRT\n2 DATE 1926\n", False),
        ("1 BIRT\n2 DATE BET 1910 AND 1930\n", False),
        ("1 BIRT\n2 DATE 1990\n1 BURI\n2 PLAC Oslo\n", True),
        ("1 CENS\n2 DATE 1880\n", True),
        ("1 CHAN\n2 DATE 1 JAN 1900\n", False),
        ("", False),
        ("1 DEAT\n2 DATE 1990\n1 RESN privacy\n", False),
        ("1 DEAT Y\n1 RESN CONFIDENTIAL, LOCKED\n", False),
        ("1 DEAT Y\n1 RESN locked\n", True),
        # What has no end, is unclear or empty is no proof.
        ("1 BIRT\n2 DATE AFT 1850\n", False),
        ("1 RESI\n2 DATE FROM 1850\n", False),
        ("1 RESI\n2 DATE FROM 1850 TO 1860\n", True),
        ("1 BIRT\n2 DATE 1850\n1 BIRT\n2 DATE 1950\n", False),
        ("1 BIRT\n2 DATE 195?\n", False),
        ("1 BIRT\n2 DATE 742\n", True),
        ("1 BIRT\n2 DATE 44 B.C.\n", True),
        ("1 _UPLOADED\n2 DATE 1850\n", False),
        ("1 BIRT\n2 DATE 1990\n1 DEAT N\n", False),
        ("1 BIRT\n2 DATE 1990\n1 DEAT\n1 BURI\n", False),
        ("1 BIRT\n2 DATE 1990\n1 DEAT ?\n", False),
        ("1 BIRT\n2 DATE 1990\n1 DEAT Living\n", False),
        ("1 BIRT\n2 DATE 1990\n1 DEAT\n2 DATE LIVING\n", False),
        ("1 BIRT\n2 DATE 1990\n1 DEAT\n2 DATE Deceased\n", True),
        ("1 BIRT\n2 DATE 1990\n1 DEAT\n2 AGE 3y\n", True),
    ],
)
def test_who_may_be_alive(lines: str, public: bool) -> None:
    assert bool(read(f"0 @I1@ INDI\n1 NAME Al /Poe/\n{lines}").documents) == public


def test_relatives_say_when_somebody_lived() -> None:
    family = "0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I2@\n1 CHIL @I3@\n"
    child = "0 @I3@ INDI\n1 NAME Bo /Poe/\n1 BIRT\n2 DATE {}\n1 DEAT Y\n"
    parents = "0 @I1@ INDI\n1 NAME Al /Poe/\n0 @I2@ INDI\n1 NAME Di /Poe/\n"
    assert len(read(parents + child.format(1900) + family).documents) == 3
    assert len(read(parents + child.format(1960) + family).documents) == 1


def test_the_dead_do_not_tell_of_the_living() -> None:
    al = (
        "0 @I1@ INDI\n1 NAME Al /Poe/\n1 DEAT Y\n1 FAMS @F1@\n1 NOTE His son Bo Poe lives in Graz.\n"
        "1 NOTE He liked Poe.\n1 EVEN Told by Poe, Bo Karl\n1 SOUR Letter of Bo Karl Poe\n"
        "1 IDNO 123-45-6789\n0 @F1@ FAM\n1 HUSB @I1@\n1 WIFE @I3@\n1 MARR\n2 DATE 1999\n"
        "1 NOTE They quarrelled.\n"
    )
    alive = "0 @I2@ INDI\n1 NAME Bo Karl /Poe/\n0 @I3@ INDI\n1 NAME Cy /Roe/\n"
    found = read(al + alive)
    assert found.documents[0].text == "Al Poe died.\n\nHe liked Poe."
    assert [note.message for note in found.notes] == [
        "Entries of these kinds are not read: IDNO (1).",
        "Left out, as they name somebody who is withheld: 3.",
    ]
    # A name that somebody public has, too, is no secret.
    namesake = "0 @I4@ INDI\n1 NAME Bo /Poe/\n1 DEAT Y\n"
    assert "lives in Graz" in read(al + alive + namesake).documents[0].text


def test_confidential_events_are_left_out() -> None:
    text = "0 @I1@ INDI\n1 NAME Al /Poe/\n1 DEAT Y\n1 CREM\n2 PLAC Graz\n2 RESN confidential\n"
    (document,) = read(text).documents
    assert (document.text, document.places) == ("Al Poe died.", ())


def test_ansel_writes_accents_before_letters() -> None:
    text = HEAD.replace("UTF-8", "ANSEL") + "0 @I1@ INDI\n1 NAME J"
    data = text.encode() + b"\xe2e /M\xe8uller \xa5\xb3/\n1 DEAT Y\n0 TRLR\n"
    assert read(data).documents[0].title == "Jé Müller Æđ"


@pytest.mark.parametrize("codec", ["utf-16", "utf-8-sig", "cp1252"])
def test_encodings(codec: str) -> None:
    name = {"utf-16": "UNICODE", "utf-8-sig": "UTF-8", "cp1252": "ANSI"}[codec]
    text = HEAD.replace("UTF-8", name) + "0 @I1@ INDI\n1 NAME Zoë /Müller/\n1 DEAT\n2 DATE 1900\n"
    found = read(text.encode(codec))
    assert [d.title for d in found.documents] == ["Zoë Müller (d. 1900)"]
    assert not found.problems


def test_broken_lines_go_to_the_line_before() -> None:
    found = read("0 @I1@ INDI\n1 NAME Al /Poe/\n1 DEAT Y\n1 NOTE A long\nnote, broken\n")
    assert found.documents[0].text == "Al Poe died.\n\nA long note, broken"
    assert [(p.line, p.level) for p in found.problems] == [(9, "warning")]


def test_what_is_not_gedcom_is_reported() -> None:
    for text in (b"Dear Sir,\n", b"0 HEAD\n0 TRLR\n", b"\x00\x01\x02"):
        found = read(text)
        assert not found.documents
        assert [p.level for p in found.problems][-1] == "error"


def test_unread_entries_are_noted() -> None:
    found = read("0 @I1@ INDI\n1 NAME Al /Poe/\n1 DEAT Y\n1 _MILT\n2 DATE 1870\n1 SSN 1\n")
    assert [n.message for n in found.notes] == [
        "Entries of these kinds are not read: SSN (1), _MILT (1)."
    ]


@pytest.mark.parametrize(
    ("value", "said", "found"),
    [
        ("12 MAR 1850", "on 12 March 1850", (1850,)),
        ("MAR 1850", "in March 1850", (1850,)),
        ("1850", "in 1850", (1850,)),
        ("ABT 1850", "about 1850", (1850,)),
        ("EST MAR 1850", "about March 1850", (1850,)),
        ("BEF 1850", "before 1850", (1850,)),
        ("BET 1850 AND 1855", "between 1850 and 1855", (1850, 1855)),
        ("FROM 1 JAN 1850 TO 1855", "from 1 January 1850 to 1855", (1850, 1855)),
        ("11 FEB 1731/32", "on 11 February 1731/32", (1731,)),
        ("44 B.C.", "in 44 BC", ()),
        ("@#DJULIAN@ 5 MAY 1700", "on 5 May 1700 (Julian calendar)", (1700,)),
        ("FRENCH_R 12 VEND 2", "(12 VEND 2) (French Republican calendar)", ()),
        ("INT 1850 (after the flood)", "in 1850 (after the flood)", (1850,)),
        ("(unknown)", "(unknown)", ()),
        ("", "", ()),
    ],
)
def test_dates(value: str, said: str, found: tuple[int, ...]) -> None:
    assert date_words(value) == said
    assert years(value) == found
