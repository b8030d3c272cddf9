"""Bibliographies as reference managers write them: the forms are theirs, the entries are ours."""

from __future__ import annotations

import pytest
from test_tables import Read, messages, only, table

from generator.read.readers.bibliography import plain_tex

__all__ = ["table"]

BIB = r"""% written by hand
@string{paper = "The Paper"}
@Comment{nothing}
@article{lee2021mills,
  author = {Lee, Ann and {van den Berg}, Jan and M{\"u}ller, J.},
  title = "On {Mills} and W{\'e}irs -- a ``study''",
  journal = paper # { of Mills},
  year = 2021, month = mar, day = {14},
  abstract = {What mills were,
    and who owned them.},
  keywords = {mills, water},
  doi = {10.1234/mills.1},
  location = {Leiden},
}

@book(ray1911, author="Ray, Bo", title={Never closed, year = 1911
)
@misc{x, title={The last}, date = {1911-05}, note={Seen in 1950.}}
"""
RIS = """TY  - NEWS
AU  - Lee, Ann
AU  - Ray, Bo
TI  - Mill burns
T2  - The Paper
PY  - 2021
DA  - 2021/05/06/
AB  - The mill burned
down at night.
KW  - mills
KW  - fire
UR  - https://example.org/1
SN  - 1234-5678
CY  - Leiden
ID  - lee1
ER  -

TY  - JOUR
T1  - No end
Y1  - 2019///
"""


def test_bibtex(table: Read) -> None:
    found = table("a.bib", BIB)
    lee, ray, last = found.documents
    assert lee.title == "On Mills and Wéirs – a “study”"
    assert lee.authors == ("Ann Lee", "Jan van den Berg", "J. Müller")
    assert (lee.publisher, lee.date, lee.kind) == ("The Paper of Mills", "2021-03-14", "article")
    assert lee.text == "What mills were, and who owned them."
    assert (lee.tags, lee.url) == (("mills", "water"), "https://doi.org/10.1234/mills.1")
    assert (lee.places, lee.identifier, lee.line) == ((), "lee2021mills", 4)
    assert ray.authors == ("Bo Ray",)
    assert (last.title, last.date, last.text) == ("The last", "1911-05", "Seen in 1950.")


def test_ris(table: Read) -> None:
    mill, other = table("a.ris", RIS.replace("\n", "\r\n")).documents
    assert (mill.title, mill.publisher, mill.date) == ("Mill burns", "The Paper", "2021-05-06")
    assert mill.authors == ("Ann Lee", "Bo Ray")
    assert mill.text == "The mill burned down at night."
    assert (mill.tags, mill.url) == (("mills", "fire"), "https://example.org/1")
    assert (mill.identifier, mill.places) == ("lee1", ())
    assert (other.title, other.date, other.line) == ("No end", "2019", 18)


@pytest.mark.parametrize("name", ["a.bib", "a.ris"])
def test_what_has_no_entries_is_reported(table: Read, name: str) -> None:
    assert messages(table(name, "nothing at all\n")) == ["No entries were found in it."]


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\'{e}l\`eve", "élève"),
        (r"na{\"\i}ve", "naïve"),
        (r"Stra{\ss}e \& \v{S}koda", "Straße & Škoda"),
        (r"{\L}\'od\'z and \o re", "Łódź and øre"),
        (r"\emph{The} {NATO} 50\%", "The NATO 50%"),
        (r"\c{c}a va, \~nandu", "ça va, ñandu"),
        (r"\url{x} \vspace{1}", "x 1"),
        ("\\", ""),
    ],
)
def test_tex(tex: str, text: str) -> None:
    assert plain_tex(tex) == text


def test_many_entries_that_are_not_closed(table: Read) -> None:
    found = table("a.bib", "@misc{a, title={Open\n" * 500)
    assert len(found.documents) == 500
    assert only(table("b.bib", "@misc{a, title={x" + "{" * 10_000)).title == "x" + ""
