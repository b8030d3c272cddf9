"""Nothing in a source turns round what stands beside it, on any page."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import build_site, corpus_of
from playwright.sync_api import Browser, Page
from test_browser import axe_findings
from test_search import Search, served

from generator.directions import isolated, unbalanced

LRE, RLE, PDF, LRO, RLO = "\u202a\u202b\u202c\u202d\u202e"
LRI, RLI, FSI, PDI = "\u2066\u2067\u2068\u2069"
OPENING = {"LRE": LRE, "RLE": RLE, "LRO": LRO, "RLO": RLO, "LRI": LRI, "RLI": RLI, "FSI": FSI}
HEBREW = "הארץ"

# Sources in which each field has such a character; `@` stands for it.
ARTICLE = """---
title: Title@ of {0}
date: 2024-01-0{0}
publisher: Evil@ repaP {0}
author: [Ann@ Author, Zoe Writer]
kind: note@s
summary: Summary@ of it
tags: [tag@ one, tag two]
people: ["Olga@ Pike", "Bo Day", "Cy Low", "Di Fox"]
organisations: ["Town@ Council"]
places: ["Paris", "Pa@ris Nord", "Rome"]
url: https://example.org/{0}/@/page
key@: value@ {0}
---
# Heading@ one

Mayor Olga@ Pike of the Town@ Council met Bo Day, Cy Low and Di Fox in Paris and Pa@ris Nord on \
2 March 2023 and 2{0} people died. Then Bo Day went to Rome on 5 March 2023, where 3{0} people died.

*Some @stress.* Another [link@](https://example.org/@) ends. A third sentence.

![picture@](none.png) After it.

> A quotation@ from them. It goes on.

- An item@ of it. And more.

| Cell@ | Two |
|---|---|
| A@ b | 3 |

Notes[^1] follow.

[^1]: A note@ below. Its end.
"""
SETTINGS = """title = "Archive@ of all"
description = "Described@ so"
publisher = "House@ Press"
about = "About@ it. And so on."
names = "listed"
search = {}
min_mentions = 1
"""
# Walks the blocks of a page that have such characters, and finds lines in which the characters
# outside the isolates are not drawn from left to right.
TURNED_LINES = r"""() => {
  const inline = (e) => getComputedStyle(e).display.startsWith("inline") || e instanceof SVGElement;
  const blockOf = (e) => { while (e.parentElement && inline(e)) e = e.parentElement; return e; };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const blocks = new Map();
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest("script, svg, template, [hidden], .hidden, [dir]")) continue;
    const block = blockOf(parent);
    blocks.set(block, [...(blocks.get(block) ?? []), walker.currentNode]);
  }
  const wrong = [];
  let checked = 0;
  for (const nodes of blocks.values()) {
    const text = nodes.map((node) => node.data).join("");
    if (!/[\u202a-\u202e\u2066-\u2069\u0590-\u08ff]/.test(text)) continue;
    let depth = 0;
    let last = null;
    for (const node of nodes) {
      for (let at = 0; at < node.length; at += 1) {
        const character = node.data[at];
        if (/[\u2066-\u2068]/.test(character)) depth += 1;
        else if (character === "\u2069") depth -= 1;
        if (depth || /[\s\u0590-\u08ff]/.test(character)) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (!box || !box.width) continue;
        checked += 1;
        // On one line: half of the lower of the two is beside the other.
        const overlap = last && Math.min(box.bottom, last.bottom) - Math.max(box.top, last.top);
        if (last && overlap > Math.min(box.height, last.height) / 2 && box.left < last.left - 1)
          wrong.push(text.trim().slice(0, 120));
        last = box;
      }
    }
    if (depth) wrong.push(`not closed: ${text.trim().slice(0, 120)}`);
  }
  return [[...new Set(wrong)], checked];
}"""


def project(root: Path, search: str = "false") -> Path:
    (root / "seeds").mkdir(parents=True)
    (root / "curation").mkdir()
    for number, sign in enumerate(OPENING.values(), 1):
        text = ARTICLE.format(number).replace("@", sign)
        (root / f"seeds/{number}{sign}file.md").write_text(text, encoding="utf-8")
    row = f'title,date,publisher,text\n"Row{RLO} x",2024-02-01,"P{RLO} q","Said{RLO} so on 2 March 2023. End."\n'
    (root / "seeds/rows.csv").write_text(row, encoding="utf-8")
    (root / "seeds/plain.txt").write_text(f"First{RLI} words of it all. Then more.", "utf-8")
    clean = f"---\ntitle: Clean title\ndate: 2024-02-02\npublisher: {HEBREW}\nauthor: Ann\npeople: [Bo Day]\n---\n"
    (root / "seeds/clean.md").write_text(
        f"{clean}Bo Day was in Rome on 2 March 2023. The paper {HEBREW} said 3. Next.\n", "utf-8"
    )
    edits = "action,id,date,text,note\nadd,,2023-03-02,Editors' words,note\n"
    (root / "curation/events.csv").write_text(edits, encoding="utf-8")
    settings = SETTINGS.format(search).replace("@", "\\u202e")
    (root / "sourcebook.toml").write_text(settings, encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = project(tmp_path_factory.mktemp("turned") / "p", "true")
    build_site(found)
    return found


@pytest.fixture(scope="module")
def site(root: Path) -> Path:
    return root / "site"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.browser
def test_what_stands_beside_a_turned_text_is_drawn_in_order(page: Page, site: Path) -> None:
    total = 0
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        wrong, checked = page.evaluate(TURNED_LINES)
        assert not wrong, path.relative_to(site)
        total += checked
    assert total > 1000


@pytest.mark.browser
@pytest.mark.parametrize("sign", [RLO, RLI])
def test_the_check_would_notice(page: Page, sign: str) -> None:
    page.set_content(f"<p><b>Evil{sign} repaP</b>, <i>3 March 2024</i></p>")
    assert page.evaluate(TURNED_LINES)[0]
    page.set_content(f"<p><b>{isolated(f'Evil{sign} repaP')}</b>, <i>3 March 2024</i></p>")
    assert page.evaluate(TURNED_LINES) == [[], 11]
    page.set_content(f"<p>On <b>{HEBREW}</b> 3, <i>4 March 2024</i></p>")
    assert page.evaluate(TURNED_LINES)[0]


def attributes(text: str) -> Iterator[str]:
    """What a page shows that cannot hold elements: attributes and titles."""
    for value in re.findall(r' (?!href)[a-z-]+="([^"]*)"', text):
        yield html.unescape(value)
    for value in re.findall(r"<title\b[^>]*>([^<]*)", text):
        yield html.unescape(value)


def test_attributes_and_titles_are_closed(site: Path) -> None:
    seen = 0
    for path in site.rglob("*.html"):
        for value in attributes(path.read_text(encoding="utf-8")):
            assert "\ufdd0" not in value
            seen += any(sign in value for sign in OPENING.values())
            assert not unbalanced(value), path.relative_to(site)
            outside = re.sub(f"{FSI}[^{FSI}{PDI}]*{PDI}", "", value)
            while outside != (shorter := re.sub(f"[{LRI}-{FSI}][^{LRI}-{PDI}]*{PDI}", "", outside)):
                outside = shorter
            assert not re.search("[\u202a-\u202e]", outside), value
    assert seen > 100


def test_links_lead_where_the_source_says(site: Path) -> None:
    text = next((site / "sources").glob("2024-01-04-*.html")).read_text(encoding="utf-8")
    assert f'href="https://example.org/4/{RLO}/page"' in text


def test_a_mark_shows_what_was_closed(site: Path) -> None:
    text = (site / "index.html").read_text(encoding="utf-8")
    assert re.search(rf'Evil{RLO} repaP 4{PDI}<i class="turned" role="img"', text)
    assert "\ufdd0" not in text
    clean = next((site / "sources").glob("2024-02-02-*.html")).read_text(encoding="utf-8")
    main = clean.partition("<article")[2].partition("<aside")[0]
    assert f"{FSI}{HEBREW}{PDI}" in main
    assert "turned" not in main


@pytest.mark.browser
def test_axe_finds_nothing(page: Page, site: Path) -> None:
    source = next((site / "sources").glob("2024-01-04-*.html")).relative_to(site).as_posix()
    for path in ("index.html", source, "graph/index.html"):
        page.goto((site / path).as_uri())
        assert not axe_findings(page), path


def test_data_have_the_text_as_it_is(root: Path, site: Path) -> None:
    assert f"Evil{RLO} repaP 4" in {d.publisher for d in corpus_of(root).documents}
    documents = json.loads((site / "data/documents.json").read_text("utf-8"))
    assert f"Title{RLO} of 4" in {d["title"] for d in documents["documents"]}
    everything = "".join(
        p.read_text("utf-8")
        for p in site.rglob("*.*")
        if p.suffix in (".json", ".jsonl", ".csv", ".xml")
    )
    assert "\ufdd0" not in everything
    rows = csv.DictReader(io.StringIO((site / "data/mentions.csv").read_text("utf-8-sig")))
    assert f"Evil{RLO} repaP 4" in {cell for row in rows for cell in row.values()}


def test_warnings_name_the_line_and_the_character(make_project) -> None:
    files = {
        "seeds/a.md": f"---\ntitle: T{RLO}\ndate: 2024-01-01\npublisher: {LRI}P\n---\nOne.\n\nTwo{RLE}. Three.",
        "seeds/c.md": f"---\ndate: 2024-01-01\n---\n# A{RLE}b{PDF} title of it\n\nSaid {RLI}so{PDI}. Yes.",
        "seeds/d.csv": f"title,date,text\na,2024-01-01,x\nb,2024-01-02,Well{PDI} done\n",
        "seeds/e.md": f"---\ndate: 2024-01-01\n---\n# A title{LRO} of it\n\nText.",
        "sourcebook.toml": 'search = false\nnames = "listed"',
    }
    problems = build_site(make_project(files)).problems
    found = [
        (p.path.rpartition("/")[2], p.line, p.message) for p in problems if "direct" in p.message
    ]
    text = "the direction of text, but not back"
    assert found == [
        ("a.md", 2, f'"title" changes {text}: <U+202E>.'),
        ("a.md", 4, f'"publisher" changes {text}: <U+2066>.'),
        ("a.md", 8, f"A sentence changes {text}: <U+202B>."),
        ("d.csv", 3, f"A sentence changes {text}: <U+2069>."),
        ("e.md", 4, f"A sentence changes {text}: <U+202D>."),
    ]


@pytest.mark.parametrize(("start", "end"), [(RLE, PDF), (RLI, PDI)])
def test_a_paragraph_may_close_what_its_first_sentence_opens(make_project, start, end) -> None:
    text = f"date 2024-01-01\n\nA title of it\n\n{start}One is here. Two is here.{end}\n"
    root = make_project({"seeds/a.txt": text, "sourcebook.toml": 'names = "listed"'})
    assert not build_site(root).problems
    page = next((root / "site/sources").glob("2024-01-01-*.html")).read_text("utf-8")
    assert f"\u2068{start}One is here." in page
    assert 'class="turned"' not in page


@pytest.mark.parametrize("text", ["", "plain", "Straße 3", "Привет", "中文", "a\u200bb", "🙂"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert isolated(text) is text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (HEBREW, FSI + HEBREW + PDI),
        (f"a{RLO}b", f"{FSI}a{RLO}b{PDI}"),
        (f"a{RLI}b", f"{FSI}a{RLI}b{PDI}{PDI}"),
        (f"a{PDI}b{PDF}", f"{FSI}ab{PDI}"),
        (f"{RLI}a{RLO}b{PDI}c{PDF}", f"{FSI}{RLI}a{RLO}b{PDI}c{PDI}"),
        (f"{RLO}{FSI}a{PDF}b", f"{FSI}{RLO}{FSI}ab{PDI}{PDI}"),
    ],
)
def test_what_is_open_is_closed_and_what_closes_nothing_left_out(text: str, shown: str) -> None:
    assert isolated(text) == shown
    assert not unbalanced(isolated(text))


@pytest.mark.browser
def test_results_and_suggestions_of_the_search_turn_nothing(page: Page, site: Path) -> None:
    with served(site) as address:
        search = Search(page, address)
        search.open("?q=Day&from=2024-01-01")
        page.locator("#results li").first.wait_for()
        page.locator("#facets li").first.wait_for()
        text = page.locator("#app").inner_text()
        assert "repaP" in text
        assert not re.search("[\u202a-\u202e]", page.locator(".found").inner_text())
        assert page.evaluate(TURNED_LINES)[0] == []
        assert page.locator("#results .turned").count()
        search.open("?q=Pike")
        page.locator("#offers li").first.wait_for()
        assert page.evaluate(TURNED_LINES)[0] == []
        assert not search.wrong
