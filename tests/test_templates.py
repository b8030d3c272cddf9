"""Templates only put finished words into HTML: they neither compute nor choose words."""

from __future__ import annotations

import dataclasses
import io
import pydoc
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import jinja2
import pytest
from conftest import ROOT, build_site, picture
from jinja2 import nodes
from markupsafe import Markup
from rich.console import Console

from generator.config import read_config
from generator.engine.build import build
from generator.engine.progress import Progress
from generator.errors import RenderError
from generator.model import Corpus, Document, Entity
from generator.render.page import PageRenderer
from generator.render.pages import Page
from generator.render.site import make_site

TEMPLATES = sorted(p for p in (ROOT / "templates").iterdir() if p.is_file())
ARITHMETIC = (nodes.BinExpr, nodes.Neg, nodes.Pos, nodes.Concat, nodes.Slice)
# Beside macros: land, and what puts words into the reader's language.
NAMED_CALLS = {"super", "coast", "language", "direction", "_", "gettext", "pgettext"}


def faults(source: str) -> list[str]:
    """What a template computes or chooses itself, with its lines."""
    env = jinja2.Environment(extensions=["jinja2.ext.i18n"])
    env.newstyle_gettext = True  # type: ignore[attr-defined]
    tree = env.parse(source)
    own = {macro.name for macro in tree.find_all(nodes.Macro)} | NAMED_CALLS
    found = []
    for node in tree.find_all(nodes.Expr):
        # `and`, `or` and `not` are for conditions, which are found below where they are not.
        if isinstance(node, ARITHMETIC) and not isinstance(node, nodes.And | nodes.Or):
            found.append((node.lineno, "arithmetic"))
        elif isinstance(node, nodes.CondExpr):
            found.append((node.lineno, "a choice of words"))
        elif isinstance(node, nodes.Filter) and node.name != "tojson":
            found.append((node.lineno, f"the filter {node.name}"))
        elif isinstance(node, nodes.Test):
            found.append((node.lineno, f"the test {node.name}"))
        elif isinstance(node, nodes.Operand) and node.op not in ("eq", "ne"):
            found.append((node.lineno, f"the comparison {node.op}"))
        elif isinstance(node, nodes.Const) and isinstance(node.value, int | float):
            if not isinstance(node.value, bool):
                found.append((node.lineno, f"the number {node.value}"))
        elif isinstance(node, nodes.Call):
            called = node.node
            macro = isinstance(called, nodes.Getattr) and called.node == nodes.Name("ui", "load")
            if not macro and not (isinstance(called, nodes.Name) and called.name in own):
                found.append((node.lineno, "a call"))
    for output in tree.find_all(nodes.Output):
        found += [
            (node.lineno, "a choice of words")
            for node in output.nodes
            if isinstance(node, nodes.And | nodes.Or | nodes.Not)
        ]
    return [f"line {line}: {what}" for line, what in sorted(found)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_compute_nothing(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    # The level of a heading is a choice of the page that uses the macro.
    for level in ("3", "4"):
        source = source.replace(f", {level}) }}}}", ", level) }}")
    assert not faults(source)


@pytest.mark.parametrize(
    "fault",
    [
        '{{ "source" if n == 1 else "sources" }}',
        "{{ items|length }}",
        "{{ n|number }}",
        "{{ n + 1 }}",
        "{{ -n }}",
        '{{ "a" ~ b }}',
        "{{ date[:4] }}",
        "{% if n > 1 %}{% endif %}",
        "{% if n == 1 %}{% endif %}",
        "{% if n is odd %}{% endif %}",
        '{{ name or "nobody" }}',
        '{{ path.rsplit("/") }}',
    ],
)
def test_the_check_would_notice(fault: str) -> None:
    assert faults(fault)
    assert not faults("{% if a and not b %}{{ a.b }}{% for x in a %}{{ x }}{% endfor %}{% endif %}")


def parts(value: object, where: str) -> Iterator[tuple[str, object]]:
    """All that a view consists of, with the way to it."""
    yield where, value
    if isinstance(value, Mapping):
        for key, part in value.items():
            yield from parts(part, f"{where}.{key}")
    elif isinstance(value, tuple | list):
        for part in value:
            yield from parts(part, f"{where}[]")
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from parts(getattr(value, field.name), f"{where}.{field.name}")


def test_views_are_plain_finished_data(make_project, monkeypatch: pytest.MonkeyPatch) -> None:
    pages: list[Page] = []
    target = PageRenderer.target

    def noted(self: PageRenderer, page: Page) -> object:
        pages.append(page)
        return target(self, page)

    monkeypatch.setattr(PageRenderer, "target", noted)
    monkeypatch.setattr("generator.render.views.period_index._HANDFUL", 0)  # days have pages
    head = "---\ntitle: T{0}\ndate: 2024-01-0{0}\npublisher: P{0}\npeople: [Ann Lee, Bo Day]\n"
    text = (
        "places: [Paris]\norganisations: [Town Council]\n---\nMayor Ann Lee met Bo Day in Paris on "
        "2 March 2023. The Town Council said that {0}0 people died on 5 March 2023.\n"
    )
    names: dict[str, str | bytes] = {f"seeds/{n}.md": (head + text).format(n) for n in range(1, 5)}
    record = "---\ntitle: A hall\nimage: a.jpg\nrecording: a.mp3\ntags: [Halls]\n---\nBuilt."
    names |= {"seeds/a.md": record, "seeds/a.jpg": picture(), "seeds/a.mp3": b"ID3"}
    names["curation/changes.jsonl"] = '{"day":"2024-04-01"}'
    names["pages/story.md"] = "Ours.\n\n{{ timeline() }}\n\n{{ map() }}\n"
    build_site(make_project({**names, "seeds/odd.xyz": "?", "sourcebook.toml": "search = false"}))
    templates = {path.name for path in TEMPLATES if path.suffix == ".html"}
    assert {page.template for page in pages} == templates - {
        "base.html",
        "macros.html",
        "redirect.html",
    }
    plain = (str, Markup, int, float, bool, type(None), tuple, list, dict)
    for page in pages:
        for where, part in parts(page, page.path):
            assert type(part) in plain or dataclasses.is_dataclass(part), (where, type(part))
            assert type(part).__module__.partition(".model")[0] != "generator", where
            assert type(part).__module__ != "generator.errors", where
            if dataclasses.is_dataclass(part):
                assert type(part).__module__.startswith("generator.render."), where


HALF = "\ud800"


def key(**view: object) -> str:
    site = make_site(Corpus((), (), (), ()), read_config(ROOT))
    renderer = PageRenderer(jinja2.Environment(), site)
    return renderer.target(Page("a.html", "a.html", "A", "", "", view)).key


@pytest.mark.parametrize("text", ["a", HALF])
def test_the_key_of_a_page_tells_markup_from_text(text: str) -> None:
    assert key(a=text) == key(a=text)
    assert len({key(a=text), key(a=Markup(text)), key(a=(text,)), key(b=text)}) == 4


@pytest.mark.parametrize("value", [object(), {"a", "b"}])
def test_what_has_no_lasting_order_or_words_cannot_be_in_a_view(value: object) -> None:
    with pytest.raises(TypeError, match="in a view"):
        key(half=HALF, value=value)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("function", "what"),
    [
        ("generator.render.pages.sources._header", "The page of a.md (2024-01-01-a"),
        ("generator.render.plan.home_page", "could not be rendered: KeyError"),
    ],
)
def test_a_page_that_cannot_be_made_is_named_and_the_old_site_stays(
    make_project, monkeypatch: pytest.MonkeyPatch, function: str, what: str, jobs: int
) -> None:
    text = "---\ntitle: A\ndate: 2024-01-01\npeople: [Ann Lee]\n---\nAnn Lee came."
    root = make_project({"sourcebook.toml": "search = false", "seeds/a.md": text})
    build_site(root)
    old = (root / "site/index.html").read_bytes()
    (root / "seeds/b.md").write_text("# Another\n\nText.", encoding="utf-8")

    def fails(*_: object) -> None:
        raise KeyError("boom")

    monkeypatch.setattr(function, fails)
    progress = Progress(Console(file=io.StringIO()), quiet=True)
    with pytest.raises(RenderError, match=re.escape(what)):
        build(read_config(root), progress, jobs=jobs)
    assert (root / "site/index.html").read_bytes() == old


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_entity_whose_page_cannot_be_made_is_left_out_and_the_rest_is_published(
    make_project, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    names = "people: [Ann Lee, Bo Day]\nplaces: [Oslo]"
    text = f"---\ntitle: A\ndate: 2024-01-01\n{names}\n---\n" + "Ann Lee met Bo Day in Oslo. " * 21
    root = make_project({"sourcebook.toml": "search = false", "seeds/a.md": text})
    function = "generator.render.pages.entities._header"
    original = pydoc.locate(function)

    def fails(*values: object) -> object:
        if any(isinstance(value, Entity) and value.name == "Ann Lee" for value in values):
            raise KeyError("boom")
        return original(*values)

    monkeypatch.setattr(function, fails)
    progress = Progress(Console(file=io.StringIO()), quiet=True)
    (problem,) = build(read_config(root), progress, jobs=jobs).report.problems
    assert str(problem).startswith("seeds/a.md:1: warning: “Ann Lee” is left out. ")
    assert "KeyError: 'boom'" in str(problem)
    assert (root / "site/people/bo-day.html").exists()
    assert not list((root / "site").glob("people/ann-lee*"))
    assert not [
        path
        for path in (root / "site").rglob("*.html")
        if "people/ann-lee.html" in path.read_text()
    ]


def test_a_source_whose_page_cannot_be_made_is_left_out_and_the_rest_is_published(
    make_project, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        f"seeds/{name}.md": f"---\ntitle: Note {name}\ndate: 2024-01-01\n---\nA text."
        for name in "ab"
    }
    root = make_project({"sourcebook.toml": "search = false", **files})
    original = pydoc.locate("generator.render.pages.sources._header")

    def fails(document: Document, *values: object) -> object:
        if document.path == "a.md":
            raise KeyError("boom")
        return original(document, *values)

    monkeypatch.setattr("generator.render.pages.sources._header", fails)
    report = build_site(root)
    assert report.documents == 1
    (problem,) = report.problems
    assert str(problem).startswith("seeds/a.md:1: error: “Note a” is left out. The page of a.md (")
