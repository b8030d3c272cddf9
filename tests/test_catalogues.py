"""Words of pages: each is in every catalogue, with its gaps and its forms, and nothing else is.

`pytest tests/test_catalogues.py --update` writes the catalogues anew: new words without translation,
and none that is no longer used.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_javascript
from babel.messages.pofile import read_po, write_po
from conftest import ROOT, build_site
from jinja2.ext import babel_extract
from lxml import html

from generator.config import read_config
from generator.errors import ConfigError
from generator.model import Target
from generator.render import catalogues
from generator.render.citing import works
from generator.render.citing.works import WORK_KINDS
from generator.render.dates import long_date
from generator.render.reasons import edits, figures, names, origins, times
from generator.render.templating import environment
from generator.render.view_types import language_attributes
from generator.render.words import count, sort_key

RENDER = ROOT / "generator" / "render"
# Where a function has its message: (context, one, many), by position; None where it has none.
FUNCTIONS = {
    "gettext": (None, 0, None),
    "message": (None, 0, None),
    "pgettext": (0, 1, None),
    "ngettext": (None, 0, 1),
    "messages": (None, 0, 1),
    "count": (None, 1, 2),
    "plural": (None, 1, 2),
}
FILES = {"DataFile": (1, 2), "record_files": (1, 2)}  # titles and descriptions of files to download
SCRIPTS = {"gettext": None, "ngettext": (1, 2), "counted": (2, 3), "pieces": None}
TEMPLATE_STRINGS = {"parse_template_string": True}
GAP = re.compile(r"(?<!%)%\((\w+)\)s|\{(\w+)\}")
# What a translation may say instead of a gap.
INSTEAD = {"ordinal": {"ordinal", "number", "roman"}}
TAG = re.compile(r"</?(\w+)[^>]*>")
Message = tuple[str, str, str]  # context, one, many; "" for none
LANGUAGES = catalogues.available()[1:]


def of_python(source: str) -> Iterator[Message]:
    """The messages in a module."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        given = [a.value if isinstance(a, ast.Constant) else None for a in node.args]
        if node.func.id in FUNCTIONS:
            places = FUNCTIONS[node.func.id]
            found = [given[at] if at is not None and at < len(given) else "" for at in places]
            if isinstance(found[1], str) and found[1] and None not in found:
                yield found[0], found[1], found[2]
        elif node.func.id in FILES:
            yield from (("", given[at], "") for at in FILES[node.func.id] if given[at])
        elif node.func.id == "Order" and isinstance(node.args[1], ast.Call):
            label = node.args[1].args[0].value  # in titles of further lists, it follows "by"
            yield "", f" by {label.lower()}", ""


def of_fields(source: str) -> Iterator[Message]:
    """What the fields of files to download mean: tuples of pairs, each a name and its meaning."""
    for node in ast.walk(ast.parse(source)):
        for pair in node.elts if isinstance(node, ast.Tuple) else ():
            match pair:
                case ast.Tuple([ast.Constant(str()), ast.Constant(str(meaning))]):
                    yield "", meaning, ""


def used() -> dict[Message, set[str]]:
    """All messages, with the files that use them."""
    found: dict[Message, set[str]] = {}

    def add(message: Message, path: Path) -> None:
        found.setdefault(message, set()).add(path.relative_to(ROOT).as_posix())

    for path in RENDER.rglob("*.py"):
        for message in of_python(path.read_text(encoding="utf-8")):
            add(message, path)
    for path in (RENDER / "exports").glob("*.py"):
        for message in of_fields(path.read_text(encoding="utf-8")):
            add(message, path)
    for kind in WORK_KINDS.values():
        if kind.genre:
            add(("kind of work", kind.genre, ""), Path(works.__file__))
    for area in (names, edits, times, origins, figures):
        for text in area.TEMPLATES.values():
            add(("", text, ""), Path(area.__file__))
    for of in ("document", "page", "message"):
        add(("metadata of the", of, ""), Path(origins.__file__))
    for path in (ROOT / "templates").iterdir():
        with path.open("rb") as file:
            options = {"newstyle_gettext": "true", "silent": "false"}
            calls = babel_extract(file, ("_", "gettext", "pgettext"), (), options)
            for _, function, text, _ in calls:
                strings = text if isinstance(text, tuple) else (text,)  # values of gaps are None
                context, words = strings[:2] if function == "pgettext" else ("", strings[0])
                add((context, words, ""), path)
    for path in (ROOT / "static").rglob("*.js"):
        with path.open("rb") as file:
            for _, function, text, _ in extract_javascript(file, SCRIPTS, (), TEMPLATE_STRINGS):
                words = text if isinstance(text, tuple) else (text,)
                words = (
                    words[1:]
                    if function == "counted"
                    else words[: 2 if function == "ngettext" else 1]
                )
                if all(isinstance(word, str) for word in words):
                    add(("", words[0], words[1] if len(words) > 1 else ""), path)
    plurals = {one for context, one, many in found if many and not context}
    for context, one, many in list(found):
        if not many and not context and one in plurals:
            # Where there is a form for several, it has the form for one, too.
            other = next(m for m in found if m[1] == one and m[2])
            found[other] |= found.pop((context, one, many))
    return found


USED = used()


def path_of(language: str) -> Path:
    return catalogues.FOLDER / language / "LC_MESSAGES" / "sourcebook.po"


def catalog_of(language: str) -> Catalog:
    with path_of(language).open("rb") as file:
        return read_po(file, locale=language)


def entries(catalog: Catalog) -> dict[Message, tuple[str, ...]]:
    """The translations by their messages."""
    found = {}
    for entry in catalog:
        if entry.id:
            one, many = entry.id if isinstance(entry.id, tuple | list) else (entry.id, "")
            strings = entry.string if isinstance(entry.string, tuple | list) else (entry.string,)
            found[entry.context or "", one, many] = ("",) if entry.fuzzy else tuple(strings)
    return found


def update(language: str) -> None:
    """Write a catalogue with the words that are used; its header stays."""
    path, old = path_of(language), catalog_of(language)
    header = path.read_text(encoding="utf-8").partition("\n\n")[0]
    known = entries(old)
    new = Catalog(locale=language)
    new.mime_headers = old.mime_headers  # the forms of plurals
    for message, files in sorted(USED.items(), key=lambda item: (min(item[1]), item[0])):
        context, one, many = message
        strings = known.get(message, ("",) * (old.num_plurals if many else 1))
        new.add(
            (one, many) if many else one,
            strings if many else strings[0],
            locations=[(file, 0) for file in sorted(files)],
            context=context or None,
        )
    with path.open("wb") as file:
        file.write(f"{header}\n\n".encode())
        write_po(file, new, width=0, include_lineno=False, omit_header=True)


@pytest.fixture(autouse=True, scope="module")
def _updated(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update"):
        for language in LANGUAGES:
            update(language)


def gaps(text: str) -> set[str]:
    return {one or other for one, other in GAP.findall(text)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_all_words_and_no_others(language: str) -> None:
    catalog = catalog_of(language)
    found = entries(catalog)
    assert not USED.keys() - found.keys(), "run pytest tests/test_catalogues.py --update"
    assert not found.keys() - USED.keys(), "no longer used: run the same"
    assert not [message for message, forms in found.items() if not all(forms)], "to translate"
    # Scripts get the words whose entries name them.
    for entry in catalog:
        if entry.id:
            one, many = entry.id if isinstance(entry.id, tuple | list) else (entry.id, "")
            files = {file for file, _ in entry.locations if file.endswith(".js")}
            wanted = USED[entry.context or "", one, many]
            assert files == {file for file in wanted if file.endswith(".js")}, one


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_have_the_same_gaps_elements_and_spaces(language: str) -> None:
    catalog = catalog_of(language)
    for (_, one, many), forms in entries(catalog).items():
        assert len(forms) == (catalog.num_plurals if many else 1), one
        for form in forms:
            allowed = gaps(one) | gaps(many)
            instead = {name for gap in allowed for name in INSTEAD.get(gap, {gap})}
            assert gaps(form) <= instead, form
            if form is forms[-1]:  # one thing needs no number: "the mention", "its sentence"
                assert gaps(form) >= allowed - INSTEAD.keys(), form
            assert sorted(TAG.findall(form)) == sorted(TAG.findall(one)), form
            assert form.strip()
            for side in (str.startswith, str.endswith):
                assert side(form, " ") == side(one, " "), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_scripts_get_their_words_with_forms_that_browsers_name(language: str) -> None:
    words = catalogues.catalogue(language).of_scripts("static/search")
    assert words["Searching…"] != "Searching…"
    forms = words["source"]
    assert isinstance(forms, dict)
    assert {"one", "other"} <= {"one": 0, "other": 0, **forms}.keys()
    assert "Copy" in catalogues.catalogue(language).of_scripts("static")
    assert not catalogues.catalogue("en").of_scripts("static")


def test_languages_are_named_in_that_of_the_page() -> None:
    named = {
        "es": "Spanish",
        "pt-BR": "Portuguese (Brazil)",
        "grc": "Ancient Greek",
        "xx": "xx",
        "no tag": "no tag",
        "": "",
    }
    assert {tag: catalogues.translated_language(tag) for tag in named} == named
    with catalogues.speaking(catalogues.catalogue("fr")):
        assert catalogues.translated_language("ar") == "arabe"


NOT_WORDS = {"Sourcebook", "GeoNames", "home", "plain", "reading", "curation", "sourcebook"}


@pytest.mark.parametrize("path", sorted((ROOT / "templates").glob("*.html")), ids=lambda p: p.name)
def test_every_word_of_a_template_can_be_translated(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    source = re.sub(r"\{% trans [^%]*%\}.*?\{% endtrans %\}", "", source, flags=re.DOTALL)
    source = re.sub(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", "", source, flags=re.DOTALL)
    for attribute in re.findall(r'(?:aria-label|title|placeholder|alt)="([^"]*)"', source):
        assert not re.search("[A-Za-z]{2}", attribute), attribute
    words = re.findall(r"[A-Za-z]{2,}", re.sub(r"<[^>]*>", "", source))
    assert not set(words) - NOT_WORDS


def test_the_words_of_a_page_are_those_of_its_language() -> None:
    words = catalogues.Catalogue(
        "ru",
        False,
        {
            ("", "source"): ("источник", "источника", "источников"),
            ("", "{year} BC"): ("{year} до н. э.",),
        },
        {},
        lambda n: 0 if n % 10 == 1 else 1 if 1 < n % 10 < 5 else 2,
        ("one", "few", "many"),
    )
    with catalogues.speaking(words):
        assert [count(n, "source") for n in (1, 2, 5)] == [
            "1 источник",
            "2 источника",
            "5 источников",
        ]
        assert long_date("2026-03-12").replace("\u202f", " ") == "12 марта 2026 г."
        assert long_date("2026-03").replace("\u202f", " ") == "март 2026 г."
        assert long_date("-0043-03-15") == "15 марта 44 до н. э."
    assert count(2, "source") == "2 sources"


def test_files_made_in_turn_keep_their_languages() -> None:
    def made() -> Iterator[Target]:
        for name in "ab":
            yield Target(
                name + catalogues.current().code, "", lambda: catalogues.current().code.encode()
            )

    first = iter(catalogues.in_language("en", made)())
    codes = LANGUAGES[:1] or ("en",)
    second = iter(catalogues.in_language(codes[0], made)())
    found = [next(first), next(second), next(first), next(second)]
    assert [t.path for t in found] == ["aen", f"a{codes[0]}", "ben", f"b{codes[0]}"]
    assert [t.render().decode() for t in found] == ["en", codes[0]] * 2


@pytest.mark.parametrize("setting", ["xx", "la", "zh-Hant"])
def test_pages_are_in_english_where_there_is_no_catalogue(setting: str) -> None:
    assert catalogues.page_language(setting) == "en"


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en", ["2 Rooms", "Al Gore", "Alan", "Éric", "Erik", "Øst", "Zoë", "Ёлкин", "Яр"]),
        ("es", ["Nube", "Ñandú", "Oca"]),
        ("fr", ["cote", "coté", "côte", "côté", "Écart", "Éden", "Edgar", "Œuvre", "Olive"]),
        ("de", ["Adler", "Ärzte", "Auto", "Mulde", "Muller", "Müller", "Straße", "Strassen"]),
        ("ru", ["Егоров", "Ёлкин", "Ершов", "Иванов", "Йод", "Кот", "Alan"]),
        ("uk", ["Ганна", "Ґалаґан", "Дон", "Іван", "Їжак", "Київ", "Яр"]),
    ],
)
def test_names_are_in_the_order_of_the_language(language: str, wanted: list[str]) -> None:
    with catalogues.speaking(catalogues.catalogue(language)):
        assert sorted(set(wanted), key=sort_key) == wanted


@pytest.fixture(scope="module")
def two_languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in English and French with a Spanish and a French source."""
    root = tmp_path_factory.mktemp("two")
    head = "---\ntitle: {}\ndate: 2024-03-0{}\nlanguage: {}\npeople: [Ann Lee]\n---\n"
    files = {
        "sourcebook.toml": 'title = "T"\nlanguages = ["en", "fr"]\nsearch = false\n'
        'base_url = "https://example.org/a/"\nnames = "listed"\n',
        "seeds/a.md": head.format("A", 1, "es") + "Ann Lee llegó el 2 de marzo de 2024.\n",
        "seeds/b.md": head.format("B", 2, "fr") + "Ann Lee est venue.\n",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    assert not build_site(root).problems
    return root / "site"


def test_the_same_page_is_there_in_each_language(two_languages: Path) -> None:
    pages = {p.relative_to(two_languages).as_posix() for p in two_languages.rglob("*.html")}
    french = {page.removeprefix("fr/") for page in pages if page.startswith("fr/")}
    assert french == {page for page in pages if not page.startswith("fr/")} - {"404.html"}
    assert {p.suffix for p in (two_languages / "fr").rglob("*") if p.is_file()} <= {
        ".html",
        ".json",
    }
    assert not list((two_languages / "fr").rglob("data/*.json"))
    ours = (two_languages / "people/ann-lee.html").read_text(encoding="utf-8")
    theirs = (two_languages / "fr/people/ann-lee.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in ours
    assert '<html lang="fr">' in theirs
    for page in (ours, theirs):
        assert 'hreflang="fr" href="https://example.org/a/fr/people/ann-lee.html"' in page
        assert 'hreflang="x-default" href="https://example.org/a/people/ann-lee.html"' in page
    assert '<a href="../fr/people/ann-lee.html" lang="fr" hreflang="fr">Français</a>' in ours
    assert 'href="../../people/ann-lee.html" lang="en" hreflang="en">English</a>' in theirs
    assert '<link rel="canonical" href="https://example.org/a/fr/people/ann-lee.html">' in theirs
    assert 'href="../../static/site.css"' in theirs
    assert "Ce que disent les sources" in theirs
    assert "1er mars 2024" in theirs


def test_quoted_words_have_their_own_language_where_it_is_not_that_of_the_page(
    two_languages: Path,
) -> None:
    ours = (two_languages / "people/ann-lee.html").read_text(encoding="utf-8")
    theirs = (two_languages / "fr/people/ann-lee.html").read_text(encoding="utf-8")
    assert ours.count('<blockquote class="quote" lang="fr">') == 1
    assert ours.count('<blockquote class="quote" lang="es">') == 2
    assert theirs.count('<blockquote class="quote" lang="fr">') == 0
    assert theirs.count('<blockquote class="quote" lang="es">') == 2


def test_the_sitemap_names_the_pages_in_all_languages(two_languages: Path) -> None:
    text = (two_languages / "sitemap.xml").read_text(encoding="utf-8")
    for path in ("", "fr/", "data/", "fr/data/", "fr/people/ann-lee.html"):
        assert text.count(f"<loc>https://example.org/a/{path}</loc>") == 1, path


# What pages show that no language has words for: what the sources and settings say, names of files,
# fields, formats and standards.
NO_WORDS = re.compile(
    r"[\W\d_]*|T|A|B|Ann Lee|(?:seeds/)?[ab]\.md|[\w.-]+\.(?:json|csv|ics|bib|ris|gexf|xml|gz|html)"
    r"|[0-9a-f]{64}|SHA-256|APA|MLA|BibTeX|RIS|CSL-JSON|Markdown|ctx_ver=.*|Sourcebook|GeoNames|Natural Earth"
)


def shown(element: html.HtmlElement) -> Iterator[str]:
    """The texts of an element that are in the language of the page."""
    if element.tag in ("script", "style", "code", "pre") or not isinstance(element.tag, str):
        return
    if element.get("lang") and element.tag != "html":
        return
    yield from (element.get(name, "") for name in ("alt", "title", "aria-label", "placeholder"))
    yield element.text or ""
    for child in element:
        yield from shown(child)
        yield child.tail or ""


def words_of_page(path: Path) -> set[str]:
    """The texts of a page, without the names of fields in files."""
    page = html.fromstring(path.read_bytes())
    for name in page.xpath("//section[@class='datafile']//dt"):
        name.clear()
    return {" ".join(text.split()).removesuffix(" · T") for text in shown(page)}


def test_no_words_of_french_pages_are_english(two_languages: Path) -> None:
    french = entries(catalog_of("fr")).items()
    same = {text for (_, *texts), forms in french for text in texts if text in forms}
    for page in (two_languages / "fr").rglob("*.html"):
        english = two_languages / page.relative_to(two_languages / "fr")
        found = words_of_page(page) & words_of_page(english) - same
        assert not {text for text in found if not NO_WORDS.fullmatch(text)}, page


def test_every_link_leads_to_a_file(two_languages: Path) -> None:
    for page in two_languages.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        if page.name == "404.html":
            continue
        for address in re.findall(r' (?:href|src)="([^"#?:]+)["#?]', text):
            assert (page.parent / address).resolve().is_file(), (page, address)


@pytest.mark.parametrize("value", ['"fr"', '["xx"]', "[1]"])
def test_languages_without_words_are_refused_with_their_line(make_project, value: str) -> None:
    root = make_project({"sourcebook.toml": f'title = "T"\nlanguages = {value}\n'})
    with pytest.raises(ConfigError, match=r'sourcebook.toml:2: "languages" must be a list'):
        read_config(root)


def test_a_page_in_a_language_from_right_to_left() -> None:
    arabic = replace(catalogues.catalogue("en"), code="ar", rtl=True)
    with catalogues.speaking(arabic):
        assert language_attributes("ar") == ""
        assert language_attributes("en") == ' lang="en" dir="ltr"'
        assert language_attributes("he") == ' lang="he"'
        template = environment(read_config(ROOT)).from_string(
            "<html lang={{ language() }}{{ direction() }}>"
        )
        assert template.render() == '<html lang=ar dir="rtl">'
