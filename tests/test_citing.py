"""Citations against the manuals of their styles, and what other programs read of them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.render.catalogues import catalogue, speaking
from generator.render.citing import apa, chicago, mla
from generator.render.citing.forms import FORMS, Form, note, wiki
from generator.render.citing.names import name_of
from generator.render.citing.own_forms import (
    BARE,
    BARE_QUOTED,
    ENDINGS,
    KEY,
    QUOTED,
    TITLE,
    own_forms,
)
from generator.render.citing.packed import FIRST, GAPS, source_forms
from generator.render.citing.parts import NESTED, inner
from generator.render.citing.records import TEX, bibtex, csl, ris
from generator.render.citing.template import Parts, escaped, filled
from generator.render.citing.works import WORK_KINDS, Work, page_work
from generator.render.site import Site

SCRIPT = Path(__file__).parent.parent / "static" / "cite.js"
LINK = "https://archive.example/sources/mill.html"


def work(*authors: str, **facts: str) -> Work:
    """A newspaper's article of 22 March 2024, unless `facts` say otherwise."""
    known = {
        "key": "mill",
        "kind": "news",
        "title": "The Mill Burns",
        "genre": WORK_KINDS[facts.get("kind", "news")].genre,
        "container": "The Leeds Paper",
        "publisher": facts.get("container", "The Leeds Paper"),
        "date": "2024-03-22",
        "date_words": "",
        "url": "",
        "accessed": "",
        "language": "en",
        "archive": "Mill Archive",
        "path": "sources/mill.html",
        "link": "",
    }
    return Work(authors=tuple(map(name_of, authors)), **{**known, **facts})


def text(parts: Parts, **values: str) -> str:
    return filled(parts, values, NESTED)


BOOK = {"kind": "book", "container": "", "publisher": "Chatto & Windus", "date": "1918"}
PHOTO = {
    "kind": "picture",
    "genre": "photograph",
    "container": "",
    "publisher": "Leeds Library",
    "date": "1911",
    "date_words": "circa 1911",
}
URL = {"url": "https://paper.example/mill"}
WITHOUT = ". Mill Archive."  # what stands behind the original where it has no address


# The forms of the manuals: Chicago 14.191 ff. (news), 14.100 ff. (books), 13.23 and 13.78 (several
# authors), 14.103 (web pages); APA 9.8 (authors), 9.14 to 9.17 (dates), 10.1 to 10.16 (examples);
# MLA 5.5 to 5.22 (authors), 5.68 to 5.83 (dates), 5.90 to 5.99 (containers).
@pytest.mark.parametrize(
    ("cited", "note", "entry"),
    [
        (
            work("Anna Lee", **URL),
            "Anna Lee, “The Mill Burns,” The Leeds Paper, March 22, 2024, "
            "https://paper.example/mill.",
            "Lee, Anna. “The Mill Burns.” The Leeds Paper, March 22, 2024. "
            "https://paper.example/mill.",
        ),
        (
            work("Anna Lee", "Tom Orr", title="Who Burnt It?", **URL),
            "Anna Lee and Tom Orr, “Who Burnt It?,” The Leeds Paper, March 22, 2024, "
            "https://paper.example/mill.",
            "Lee, Anna, and Tom Orr. “Who Burnt It?” The Leeds Paper, March 22, 2024. "
            "https://paper.example/mill.",
        ),
        (
            work("Anna Lee", "Tom Orr", "Jan van Dyke", date="2024-03", **URL),
            "Anna Lee et al., “The Mill Burns,” The Leeds Paper, March 2024, "
            "https://paper.example/mill.",
            "Lee, Anna, Tom Orr, and Jan van Dyke. “The Mill Burns.” The Leeds Paper, March 2024. "
            "https://paper.example/mill.",
        ),
        (
            work(title="The “Mill” Burns.", date="", **URL),
            "“The ‘Mill’ Burns,” The Leeds Paper, n.d., https://paper.example/mill.",
            "The Leeds Paper. “The ‘Mill’ Burns.” n.d. https://paper.example/mill.",
        ),
        (
            work("Lytton Strachey", title="Eminent Victorians", **BOOK),
            "Lytton Strachey, Eminent Victorians (Chatto & Windus, 1918), Mill Archive.",
            "Strachey, Lytton. Eminent Victorians. Chatto & Windus, 1918. Mill Archive.",
        ),
        (
            work("Lange, Dorothea", title="The Mill", **PHOTO),
            "Dorothea Lange, The Mill, ca. 1911, photograph, Leeds Library, Mill Archive.",
            "Lange, Dorothea. The Mill. Photograph. Leeds Library, ca. 1911. Mill Archive.",
        ),
        (
            work("Marcus Tullius Cicero", kind="letter", container="", date="-0043-03"),
            "Marcus Tullius Cicero, “The Mill Burns,” letter, March 44 BC, Mill Archive.",
            "Cicero, Marcus Tullius. “The Mill Burns.” Letter. March 44 BC. Mill Archive.",
        ),
        (
            work(kind="page", container="Mill.example", date="", accessed="2023-02-03", **URL),
            "“The Mill Burns,” Mill.example, accessed February 3, 2023, "
            "https://paper.example/mill.",
            "Mill.example. “The Mill Burns.” Accessed February 3, 2023. "
            "https://paper.example/mill.",
        ),
        (
            work(
                "村上春樹", kind="manuscript", container="", date="1911", date_words="spring 1911"
            ),
            "村上春樹, “The Mill Burns,” manuscript, spring 1911, Mill Archive.",
            "村上春樹. “The Mill Burns.” Manuscript. spring 1911. Mill Archive.",
        ),
    ],
)
def test_chicago(cited: Work, note: str, entry: str) -> None:
    assert (text(chicago.note(cited)), text(chicago.entry(cited))) == (note, entry)


@pytest.mark.parametrize(
    ("cited", "reference"),
    [
        (
            work("Anna B. Lee", **URL),
            "Lee, A. B. (2024, March 22). The Mill Burns. The Leeds Paper. "
            "https://paper.example/mill",
        ),
        (
            work("Anna-Maria Lee", "Tom Orr", **URL),
            "Lee, A.-M., & Orr, T. (2024, March 22). The Mill Burns. The Leeds Paper. "
            "https://paper.example/mill",
        ),
        (
            work("World Health Organization", "Jan van Dyke", "Martin Luther King Jr.", **URL),
            "World Health Organization, van Dyke, J., & King, M. L., Jr. (2024, March 22). "
            "The Mill Burns. The Leeds Paper. https://paper.example/mill",
        ),
        (
            work(date="", **URL),
            "The Mill Burns. (n.d.). The Leeds Paper. https://paper.example/mill",
        ),
        (
            work("Lytton Strachey", title="Eminent Victorians", **BOOK),
            "Strachey, L. (1918). Eminent Victorians. Chatto & Windus. Mill Archive.",
        ),
        (
            work(title="The Mill", **PHOTO),
            "The Mill [Photograph]. (ca. 1911). Leeds Library. Mill Archive.",
        ),
        (
            work("Cicero", kind="letter", container="", date="-0043"),
            "Cicero. (44 B.C.E.). The Mill Burns [Letter]. Mill Archive.",
        ),
        (
            work(kind="page", container="Mill.example", date="", accessed="2023-02-03", **URL),
            "The Mill Burns. (n.d.). Mill.example. "
            "Retrieved February 3, 2023, from https://paper.example/mill",
        ),
    ],
)
def test_apa(cited: Work, reference: str) -> None:
    assert text(apa.reference(cited)) == reference


def test_apa_lists_twenty_authors_and_of_more_the_last() -> None:
    names = [f"Ann Author{chr(97 + n)}" for n in range(21)]
    listed = text(apa.reference(work(*names))).partition(" (2024")[0]
    assert listed.count("Author") == 20
    assert listed.endswith("Authors, A., . . . Authoru, A.")


@pytest.mark.parametrize(
    ("cited", "entry"),
    [
        (
            work("Anna Lee", **URL),
            "Lee, Anna. “The Mill Burns.” The Leeds Paper, 22 Mar. 2024, "
            "https://paper.example/mill. Mill Archive.",
        ),
        (
            work("Anna Lee", "Tom Orr", date="2024-09-01"),
            "Lee, Anna, and Tom Orr. “The Mill Burns.” The Leeds Paper, 1 Sept. 2024. Mill Archive.",
        ),
        (
            work("Anna Lee", "Tom Orr", "Jan van Dyke", date="2024-05"),
            "Lee, Anna, et al. “The Mill Burns.” The Leeds Paper, May 2024. Mill Archive.",
        ),
        (work(date=""), "“The Mill Burns.” The Leeds Paper. Mill Archive."),
        (
            work("The Leeds Paper", title="Our “Mill”?"),
            "“Our ‘Mill’?” The Leeds Paper, 22 Mar. 2024. Mill Archive.",
        ),
        (
            work("Lytton Strachey", title="Eminent Victorians", **BOOK),
            "Strachey, Lytton. Eminent Victorians. Chatto & Windus, 1918. Mill Archive.",
        ),
        (
            work("Lange, Dorothea", title="The Mill", **PHOTO),
            "Lange, Dorothea. The Mill. Leeds Library, circa 1911. Mill Archive. Photograph.",
        ),
        (
            work("Cicero", kind="letter", container="", date="-0043"),
            "Cicero. “The Mill Burns.” 44 BCE. Mill Archive. Letter.",
        ),
        (
            work(kind="page", container="Mill.example", date="", accessed="2023-02-03", **URL),
            "“The Mill Burns.” Mill.example, https://paper.example/mill. Mill Archive. "
            "Accessed 3 Feb. 2023.",
        ),
    ],
)
def test_mla(cited: Work, entry: str) -> None:
    assert text(mla.entry(cited)) == entry


@pytest.mark.parametrize(
    ("author", "parts"),
    [
        ("Anna Lee", ("Lee", "Anna", "")),
        ("Lee, Anna", ("Lee", "Anna", "")),
        ("Jan van der Berg", ("van der Berg", "Jan", "")),
        ("Martin Luther King, Jr.", ("King", "Martin Luther", "Jr.")),
        ("King, Jr., Martin Luther", ("King", "Martin Luther", "Jr.")),
        ("Анна Ли", ("Ли", "Анна", "")),
        ("村上 春樹", ("村上 春樹", "", "")),
        ("نجيب محفوظ", ("نجيب محفوظ", "", "")),
        ("Anna Lee, BBC News", ("Lee", "Anna", "")),
        ("Anna Lee, Ph.D.", ("Lee", "Anna", "Ph.D.")),
        ("Ministry of Health, Accra", ("Ministry of Health, Accra", "", "")),
        ("Reuters", ("Reuters", "", "")),
        ("Associated Press", ("Associated Press", "", "")),
        ("the Sourcebook project", ("the Sourcebook project", "", "")),
        ("Ministry of Health", ("Ministry of Health", "", "")),
        ("mail@example.org staff", ("mail@example.org staff", "", "")),
        ("Human Rights Watch", ("Watch", "Human Rights", "")),  # but where it is a known name
    ],
)
def test_names(author: str, parts: tuple[str, str, str]) -> None:
    name = name_of(author)
    assert (name.family, name.given, name.suffix) == parts
    assert name_of(author, {author.casefold()}).organisation


QUOTE = 'He said “no” & "left" {50 %}.'
SENTENCE = {"quote": QUOTE, "pages": "p. 12", "bare": "12", "link": f"{LINK}#s1"}


def test_a_sentence_is_cited_with_its_page_and_address() -> None:
    forms: Mapping[str, str] = {
        form.id: filled(form.make(work("Anna Lee", link=LINK)), SENTENCE, form.escapes)
        for form in FORMS
    }
    assert forms["chicago"] == (
        "“He said ‘no’ & 'left' {50 %}.”\n\nAnna Lee, “The Mill Burns,” The Leeds Paper, "
        f"March 22, 2024, 12, Mill Archive, {LINK}#s1."
    )
    assert "(Lee, 2024, p. 12)" in forms["apa"]
    assert "(Lee 12)" in forms["mla"]
    assert ", p. 12. Mill Archive, " in forms["mla"]
    assert r"annote = {“He said “no” \& " in forms["bibtex"]
    assert r"\{50 \%\}" in forms["bibtex"]
    assert "\nSP  - 12\n" in forms["ris"]
    item = json.loads(forms["csl"])
    assert (item["locator"], item["annote"]) == ("12", f"“{QUOTE}”")
    assert item["archive_location"] == f"{LINK}#s1"
    assert forms["markdown"].startswith('> He said “no” \\& "left" {50 %}.\n>\n> — Anna Lee, “')
    assert "*The Leeds Paper*" in forms["markdown"]
    assert "|at=p. 12 " in forms["wiki"]
    assert "&#123;50 %&#125;" in forms["wiki"]


class _Shown(HTMLParser):
    """What a browser without scripts shows of a text: nothing of what is hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.hidden, self.depth = "", 0, 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += 1
        if "hidden" in dict(attrs) and not self.hidden:
            self.hidden = self.depth

    def handle_endtag(self, tag: str) -> None:
        if self.hidden == self.depth:
            self.hidden = 0
        self.depth -= 1

    def handle_data(self, data: str) -> None:
        self.text += "" if self.hidden else data


def test_the_script_escapes_as_the_forms_do() -> None:
    (escapes,) = re.findall(r"const ESCAPES = (\{.*?\n  \});", SCRIPT.read_text("utf-8"), re.DOTALL)
    assert json.loads(escapes) == {form.id: dict(form.escapes) for form in FORMS}


@pytest.mark.parametrize("link", ["", LINK])
def test_without_a_script_the_page_shows_the_citation_of_the_whole(link: str) -> None:
    cited = work("Anna <Lee>", link=link, **URL)
    page = _Shown()
    page.feed(str(note(cited).text))
    assert page.text == text(chicago.note(cited))


@pytest.mark.parametrize("kind", ["news", "chapter", "letter"])
@pytest.mark.parametrize(
    "title", ["The Mill Burns.", "A “mill” \ue010 & \ue020", "So", 'Of "A_1"?']
)
@pytest.mark.parametrize("values", [{}, SENTENCE])
def test_the_script_has_all_forms_of_a_source_in_short(
    kind: str, title: str, values: dict[str, str]
) -> None:
    """What the script does with the forms in the page of a source, done here."""
    cited = work("Anna Lee", "Ben Ólafs", "Anna Mill", title=title, kind=kind, link=LINK, **URL)
    values = {"link": LINK, **values}
    found = source_forms(cited)
    names = {chr(FIRST + at): word for at, word in enumerate(found.words)}
    for form, parts in zip(FORMS, found.forms, strict=True):
        made = filled(form.make(cited), values, form.escapes)
        assert _filled(parts, names, values, form) == made


def test_the_script_knows_what_stands_for_the_gaps() -> None:
    script = SCRIPT.read_text("utf-8")
    (gaps,) = re.findall(r"const GAPS = (\{.*?\});", script)
    assert json.loads(gaps) == {stands: gap for gap, stands in GAPS.items()}
    assert f"const FIRST = {FIRST:#x};" in script


@pytest.mark.parametrize("kind", WORK_KINDS)
@pytest.mark.parametrize("missing", ["date", "url", "link", "container", "authors"])
def test_no_mark_is_left_of_what_is_missing(kind: str, missing: str) -> None:
    facts = {"kind": kind, "link": LINK, **URL} | ({} if missing == "authors" else {missing: ""})
    cited = work(*([] if missing == "authors" else ["Anna Lee"]), **facts)
    for form in FORMS[:4]:
        for values in ({}, SENTENCE):
            found = filled(form.make(cited), values, form.escapes)
            assert not any(m in found for m in (" ,", ",,", " .", "()", "  ", "..", ", .")), found
    for form in FORMS:
        assert not filled(form.make(cited), {}, form.escapes).startswith((" ", ","))


def test_pages_of_the_archive_are_cited_with_the_source_of_what_they_quote() -> None:
    page = work(
        kind="page", container="Mill Archive", publisher="Mill Trust", archive="", link=LINK
    )
    said = {"quote": "It burned.", "source": "The Leeds Paper, 22 March 2024: Fire, p. 2"}
    assert text(chicago.note(page), **said) == (
        "“It burned.” (The Leeds Paper, 22 March 2024: Fire, p. 2)\n\n“The Mill Burns,” "
        f"Mill Archive, Mill Trust, March 22, 2024, {LINK}."
    )
    assert (
        text(mla.entry(page))
        == f"“The Mill Burns.” Mill Archive, Mill Trust, 22 Mar. 2024, {LINK}."
    )


def test_records_of_what_is_not_exact_or_before_our_era() -> None:
    about = work("Lange, Dorothea", **PHOTO)
    assert "date = {1911~}" in text(bibtex(about))
    assert "\nDA  - 1911///circa 1911\n" in text(ris(about))
    assert json.loads(text(csl(about)))["issued"] == {"date-parts": [[1911]], "circa": True}
    assert "|date=c. 1911 " in text(wiki(work(link=LINK, date="1911", date_words="circa 1911")))
    ancient = work(date="-0043-03-15", kind="letter", container="")
    assert "date = {-0043-03-15}" in text(bibtex(ancient))
    assert "year" not in text(bibtex(ancient))
    assert json.loads(text(csl(ancient)))["issued"] == {"date-parts": [[-44, 3, 15]]}
    odd = work("O'Neil {and} Sons Ltd", title="50 % of {x}_1 \\ y", **URL)
    assert r"{{50 \% of \{x\}\_1 \textbackslash{} y}}" in filled(bibtex(odd), {}, TEX)


@pytest.mark.parametrize(
    "title", ["Ann Lee", "Is it?", "The “end”.", "« A » & „B“", 'Of "A_1" & B…', "So..", "No!"]
)
@pytest.mark.parametrize("language", ["en", "fr", "de"])
@pytest.mark.parametrize("base", ["", "https://archive.example/"])
def test_own_pages_are_cited_as_other_works_are(title: str, language: str, base: str) -> None:
    """What the script does with the forms for all own pages, done here."""
    nothing = dict.fromkeys((field.name for field in fields(Site)), "")
    own = {"editions": (), "title": "Mills & more", "language": language, "newest": "2024-03-22"}
    site = Site(**{**nothing, **own, "publisher": "Mill Society", "base_url": base})
    shared = json.loads(own_forms(site).decode().partition(" = ")[2].rstrip(";\n"))[language]
    cited = page_work("people/ann-lee.html", title, site)
    values = {**SENTENCE, "source": "The Paper"} if base else {}
    ending = next((one for one in ENDINGS if title.endswith(one)), "")
    with speaking(catalogue(language)):
        for form, (name, _, made) in zip(FORMS, shared, strict=True):
            styled = name in ("chicago", "chicago-entry", "apa", "mla")
            escapes = {} if styled else form.escapes
            whole, quoted = escaped(title, escapes), escaped(inner(title), escapes)
            names = {TITLE: whole, QUOTED: quoted, KEY: cited.key}
            names |= {BARE: whole.removesuffix(ending), BARE_QUOTED: quoted.removesuffix(ending)}
            parts = made.get(ending, made[""])
            assert _filled(parts, names, values, form) == filled(
                form.make(cited), values, form.escapes
            )
    assert str(list(ENDINGS)).replace("'", '"') in SCRIPT.read_text("utf-8")


def _filled(parts: list, names: Mapping[str, str], values: Mapping[str, str], form: Form) -> str:
    gaps = {stands: gap for gap, stands in GAPS.items()}
    found = ""
    for part in parts:
        if isinstance(part, list):
            found += _filled(part[1:], names, values, form) if values.get(part[0]) else ""
            continue
        for character in part:
            gap = gaps.get(character, "")
            value = values.get(gap, "") if gap else names.get(character, character)
            found += escaped(value, form.escapes) if gap and gap != "link" else value
    return found


ABROAD = {
    "fr": (
        "Anna Lee et Ben Day, «\xa0The “Mill” Burns\xa0», The Leeds Paper, 22 mars 2024, "
        "consulté le 1er avril 2024, Mill Archive.",
        "Lee, A. et Day, B. (2024, 22 mars). The « Mill » Burns. The Leeds Paper. Mill Archive.",
        "Lee, Anna et Ben Day. «\xa0The “Mill” Burns\xa0». The Leeds Paper, 22 mars 2024. "
        "Mill Archive. Consulté le 1er avr. 2024.",
    ),
    "de": (
        "Anna Lee und Ben Day, „The ‘Mill’ Burns“, The Leeds Paper, 22. März 2024, "
        "abgerufen am 1. April 2024, Mill Archive.",
        "Lee, A. & Day, B. (2024, 22. März). The “Mill” Burns. The Leeds Paper. Mill Archive.",
        "Lee, Anna und Ben Day. „The ‘Mill’ Burns“. The Leeds Paper, 22. März 2024. "
        "Mill Archive. Abgerufen am 1. Apr. 2024.",
    ),
}


@pytest.mark.parametrize("language", ABROAD)
def test_citations_have_the_words_and_marks_of_the_page(language: str) -> None:
    title = "The « Mill » Burns" if language == "fr" else "The “Mill” Burns"
    cited = work("Anna Lee", "Ben Day", title=title, accessed="2024-04-01")
    with speaking(catalogue(language)):
        forms = [text(make(cited)) for make in (chicago.note, apa.reference, mla.entry)]
    assert forms == list(ABROAD[language])


def test_a_work_without_date_is_said_to_be_in_each_language() -> None:
    found = []
    for language in ("en", "fr", "de", "ru"):
        with speaking(catalogue(language)):
            found.append(text(chicago.note(work(date=""))))
    assert found == [
        "“The Mill Burns,” The Leeds Paper, n.d., Mill Archive.",
        "«\xa0The Mill Burns\xa0», The Leeds Paper, s. d., Mill Archive.",
        "„The Mill Burns“, The Leeds Paper, o. D., Mill Archive.",
        "«The Mill Burns», The Leeds Paper, б. д., Mill Archive.",
    ]


def test_a_template_of_wikipedia_is_in_english() -> None:
    with speaking(catalogue("fr")):
        assert "|date=March 2024" in text(wiki(work("Anna Lee", date="2024-03")))
