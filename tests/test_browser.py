"""The built site in a real browser: accessible, safe from its sources, whole without a server."""

from __future__ import annotations

import json
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import build_site
from playwright.sync_api import Browser, Page, Route, expect
from test_pictures import collection

pytestmark = pytest.mark.browser

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}
ALL_RULES = {
    "type": "tag",
    "values": [
        *("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"),
        *("best-practice", "experimental"),
    ],
}
# What depends on colours, and what depends on the width as well.
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
LAYOUT = {
    "type": "rule",
    "values": [*COLOURS["values"], "target-size", "scrollable-region-focusable"],
}
# Each way in which a reader may see a page, and the rules that may find something new there.
VIEWS = (
    (WIDE, "light", ALL_RULES),
    (WIDE, "dark", COLOURS),
    (NARROW, "dark", LAYOUT),
    (NARROW, "light", LAYOUT),
)
SHARES = 2  # of the pages, so that processes can share them


@pytest.fixture
def calm(browser: Browser) -> Iterator[Page]:
    """A page in which nothing moves."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def kinds_of_pages(site: Path) -> list[str]:
    """One page of each kind, and the sources that are unlike the others."""
    sources = sorted(p.name for p in (site / "sources").glob("20*.html"))
    chosen = [
        n
        for n in sources
        if any(word in n for word in ("four-men", "chronology", "telegram", "149", "figures"))
    ]
    assert len(chosen) == 5
    fixed = [
        "index.html",
        "sources/index.html",
        "sources/by/publisher.html",
        "timeline/index.html",
        "timeline/2024.html",
        "timeline/2024-03.html",
        "timeline/2024-03-22.html",
        "timeline/published/index.html",
        "people/index.html",
        "organisations/index.html",
        "places/index.html",
        "people/vladimir-putin.html",
        "organisations/islamic-state.html",
        "places/moscow.html",
        "graph/index.html",
        "search/index.html",
        "method.html",
        "data/index.html",
        "changes/index.html",
        "pages/how-the-toll-rose.html",
    ]
    return fixed + [f"sources/{name}" for name in chosen]


def axe_findings(page: Page, rules: Mapping[str, object] = ALL_RULES) -> list[str]:
    # Which cells of a table in a PDF file are headings is not known.
    unknown = {"td-has-header": {"enabled": False}}
    options = {"resultTypes": ["violations"], "runOnly": rules, "rules": unknown}
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [f"{v['id']}: {n['html'][:120]}" for v in found for n in v["nodes"]]


def check_every_view(page: Page) -> None:
    """Axe finds nothing on the page however it is seen, and it never scrolls sideways."""
    for viewport, colours, rules in VIEWS:
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=colours)
        where = f"{page.url} at {viewport['width']} px, {colours}"
        assert not axe_findings(page, rules), where
        width = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert width <= 0, f"{where} scrolls sideways"
        header = page.evaluate("document.querySelector('.masthead').offsetHeight")
        assert header <= 120, f"the header of {where} takes {header} px"


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_nothing_on_any_kind_of_page(calm: Page, demo_site: Path, share: int) -> None:
    for path in kinds_of_pages(demo_site)[share::SHARES]:
        calm.goto((demo_site / path).as_uri())
        check_every_view(calm)


def test_axe_finds_nothing_where_no_page_is(calm: Page, demo_site: Path, tmp_path: Path) -> None:
    """That page links from the host's root; here the site is in a folder."""
    text = (demo_site / "404.html").read_text(encoding="utf-8")
    (tmp_path / "404.html").write_text(text.replace('"/', '"'), encoding="utf-8")
    shutil.copytree(demo_site / "static", tmp_path / "static")
    calm.goto((tmp_path / "404.html").as_uri())
    check_every_view(calm)


def test_axe_finds_nothing_on_pages_of_a_collection(calm: Page, make_project) -> None:
    """And nothing on them moves while pictures are loaded, as all have their sizes."""
    root = make_project(collection())
    build_site(root)
    record = next((root / "site/sources").glob("1910-*")).name
    for path in (f"sources/{record}", "sources/cards/index.html", "subjects/index.html"):
        calm.goto((root / "site" / path).as_uri())
        unsized = "[...document.images].filter(i => !i.width || !i.getAttribute('height')).length"
        assert calm.evaluate(unsized) == 0
        check_every_view(calm)


def test_axe_would_notice(page: Page) -> None:
    page.set_content("<html><body><img src='x'><a href='#'></a></body></html>")
    assert axe_findings(page)


@pytest.fixture(scope="module")
def odd_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with much and odd in it."""
    long_word = "Donaudampfschifffahrtsgesellschaftskapitän" * 6
    root = tmp_path_factory.mktemp("odd")
    files = {
        "seeds/n.md": f"---\ntitle: {long_word}\ndate: 1943\npublisher: {long_word}\nkey: {long_word}\n"
        f"people: [{long_word}]\nurl: https://example.org/{'a' * 300}\n---\n"
        f"{long_word} x.\n\n| a | b | c |\n|---|---|---|\n| {long_word} | {long_word} | 3 |\n\n"
        "> Quote.\n\n1. One\n\n```\n" + "code " * 60 + "\n```\n",
        "seeds/a.md": "---\ntitle: خبر عاجل من المدينة\ndate: 2024-01-01\nlanguage: ar\n---\nقال. ثم ذهب.",
        "seeds/u.txt": "Undated text.",
        "seeds/bad.xyz": "x",
        "sourcebook.toml": "page_size = 1",
    }
    for name, text in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    build_site(root)
    return root / "site"


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_nothing_where_there_is_much_and_odd(
    calm: Page, odd_site: Path, share: int
) -> None:
    for path in sorted(set(odd_site.rglob("*.html")) - {odd_site / "404.html"})[share::SHARES]:
        calm.goto(path.as_uri())
        check_every_view(calm)
        if calm.locator(".body[lang=ar]").count():
            assert calm.locator(".body").evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_a_link_to_a_sentence_highlights_it(page: Page, demo_site: Path) -> None:
    page.goto((demo_site / "people/vladimir-putin.html").as_uri())
    quote = page.locator(".quote a").first
    words = quote.inner_text()
    quote.click()
    target = page.locator(":target")
    assert target.inner_text() == words
    plain = page.locator(".s:not(:target)").first
    colour = "e => getComputedStyle(e).backgroundColor"
    assert target.evaluate(colour) != plain.evaluate(colour)
    assert target.evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }"
    )


@pytest.fixture
def chronology(demo_site: Path) -> str:
    (path,) = (demo_site / "sources").glob("*chronology*.html")
    return path.as_uri()


def test_a_preview_on_hover_and_on_focus(page: Page, chronology: str) -> None:
    page.goto(chronology)
    link, card = page.locator("a.mention", has_text="ISIS").first, page.locator(".preview")
    assert card.is_hidden()
    link.hover()
    card.wait_for(state="visible")
    assert "Islamic State" in card.inner_text()
    assert "12 mentions in 5 sources" in card.inner_text()
    assert link.get_attribute("aria-describedby") == "preview"
    page.keyboard.press("Escape")
    assert card.is_hidden()
    page.locator("a.adjective").first.focus()
    assert card.is_visible()
    assert not axe_findings(page)
    page.locator(".site-title a").focus()
    assert card.is_hidden()


def test_the_first_tap_shows_a_preview_and_the_second_follows(
    browser: Browser, chronology: str
) -> None:
    context = browser.new_context(
        has_touch=True, is_mobile=True, viewport={"width": 320, "height": 640}
    )
    page = context.new_page()
    page.goto(chronology)
    link = page.locator("a.mention").first
    link.tap()
    assert page.url == chronology
    box = page.locator(".preview").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert page.locator(".preview a").inner_text() == "Open the page"
    link.tap()
    page.wait_for_url("**/organisations/islamic-state.html")
    context.close()


def test_a_drawing_is_one_stop_and_arrow_keys_lead_through_it(calm: Page, demo_site: Path) -> None:
    calm.goto((demo_site / "timeline/index.html").as_uri())
    bars, note = calm.locator(".histogram a"), calm.locator(".preview")
    expect(calm.locator(".histogram a[tabindex='0']")).to_have_count(1)
    bars.first.focus()
    expect(note).to_have_text(bars.first.locator("title").text_content() or "")
    calm.keyboard.press("ArrowRight")
    expect(bars.nth(1)).to_be_focused()
    calm.keyboard.press("End")
    expect(bars.last).to_be_focused()
    calm.keyboard.press("Escape")
    expect(note).to_be_hidden()
    calm.goto((demo_site / "places/index.html").as_uri())
    expect(calm.locator(".map a[tabindex='0']")).to_have_count(calm.locator("svg.map").count())


def test_a_bar_and_a_dot_are_read_by_touch(browser: Browser, demo_site: Path) -> None:
    context = browser.new_context(
        has_touch=True, is_mobile=True, viewport={"width": 320, "height": 640}
    )
    page = context.new_page()
    for path, marks in (("timeline/index.html", ".histogram a"), ("places/index.html", ".map a")):
        page.goto((demo_site / path).as_uri())
        mark, note = page.locator(marks).last, page.locator(".preview")
        box = mark.locator("rect, circle").last.bounding_box()
        assert box is not None
        beside = box["x"] + box["width"] + 1, box["y"] + box["height"] / 2
        page.touchscreen.tap(*beside)
        expect(note).to_be_visible()
        assert page.url.endswith(path)
        note.get_by_role("link", name="Open the page").tap()
        page.wait_for_url(lambda url, path=path: not url.endswith(path))
    context.close()


def test_places_on_the_map_lead_to_their_pages(page: Page, demo_site: Path) -> None:
    page.goto((demo_site / "places/index.html").as_uri())
    page.locator("a.dot", has_text="Kyiv").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/places/kyiv.html")
    assert page.locator("figure.locator a.dot").count() > 1


def test_a_click_on_a_sentence_gives_its_address(page: Page, demo_site: Path) -> None:
    path = next((demo_site / "sources").glob("*chronology*.html"))
    page.goto(path.as_uri())
    sentence = page.locator(".body h2 .s").first
    sentence.click()
    assert page.url.endswith("#" + sentence.get_attribute("id"))


def test_the_site_works_from_a_folder_without_javascript(browser: Browser, demo_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto((demo_site / "index.html").as_uri())
    page.get_by_role("navigation", name="Main").get_by_role("link", name="People").click()
    page.get_by_role("link", name="Name", exact=True).click()
    page.get_by_role("link", name="Emmanuel Macron").click()
    page.locator(".quote a").first.click()
    assert page.locator(":target").count() == 1
    page.get_by_role("link", name="Timeline").first.click()
    page.get_by_role("link", name="22 March 2024", exact=True).first.click()
    page.locator("article.event .quote a").first.click()
    assert page.locator(":target").count() == 1
    page.get_by_role("link", name="Timeline").first.click()
    page.get_by_role("link", name="When sources were published").click()
    assert page.locator("li.event").count() == 23
    assert not failed
    context.close()


def test_everything_can_be_reached_by_keyboard(page: Page, demo_site: Path) -> None:
    page.goto((demo_site / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


HOSTILE = (
    '"><script>window.hit=1</script><img src=x onerror="window.hit=1">'
    "<svg onload=window.hit=1>'-->]]></title></script><script>window.hit=1</script>{{7*7}}"
)


def hostile_project(make_project) -> Path:
    """What a source says, in every place where it can say something."""
    quoted = json.dumps(HOSTILE)
    keys = ("title", "publisher", "url", "language", "kind", "summary", "note", HOSTILE)
    front = "\n".join(f"{json.dumps(key)}: {quoted}" for key in keys)
    lists = "\n".join(
        f"{key}: [{quoted}, 'javascript:window.hit=1']"
        for key in ("author", "tags", "people", "organisations", "places")
    )
    body = (
        f"{HOSTILE}\n\n[click](javascript:window.hit=1) <a href='javascript:window.hit=1'>c</a> "
        "<form action='//evil.test'><button>go</button></form><style>*{display:none}</style>"
        "<iframe src='//evil.test'></iframe><base href='//evil.test'>"
        "<meta http-equiv=refresh content='0;url=//evil.test'><p id=content onclick=window.hit=1>x"
        "<a href='data:text/html,<script>window.hit=1</script>'>d</a>"
        "<img src='//evil.test/pixel.gif'><img src='https://evil.test/pixel.gif'>\n\n"
        f"```\n{HOSTILE}\n```\n"
    )
    row = HOSTILE.replace('"', '""')
    name = HOSTILE.replace("/", "∕")[:80]
    return make_project(
        {
            "seeds/n.md": f"---\ndate: 2024-01-01\n{front}\n{lists}\n---\n{body}",
            "seeds/two.md": f"---\ndate: 2024-01-02\ntitle: {quoted}\nurl: 'https://e.org/\"><script>window.hit=1</script>'\n---\n{HOSTILE}",
            f"seeds/{name}.txt": f"date 2024-01-03 {HOSTILE}",
            f"seeds/{name}.xyz": "x",
            "seeds/p.html": f"<html><head><title>{HOSTILE}</title><meta name=people content='{HOSTILE}'>"
            f"</head><body><article><p onclick=window.hit=1>{HOSTILE * 5}</p></article></body></html>",
            "seeds/t.csv": f'title,date,text\n"{row}",2024-01-04,"{row}"\n',
            "seeds/j.jsonl": json.dumps(
                {"title": HOSTILE, "date": "2024-01-05", "text": HOSTILE, HOSTILE: [HOSTILE]}
            ),
        }
    )


# Links of drawings have an address of another kind, and cannot be clicked by a method.
FOLLOW = """e => {
  const address = new URL(e.href.baseVal ?? e.href, location).href
  if (!/^(file|https?):/.test(address)) e.dispatchEvent(new MouseEvent("click", {bubbles: true}))
}"""


def hits(page: Page, path: Path) -> tuple[bool, list[str]]:
    """Whether a page ran something of a source's, and which hosts it asked."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    for link in page.locator("main a").all()[:40]:
        link.evaluate(FOLLOW)
    for element in page.locator("main [onclick], main p").all()[:10]:
        element.dispatch_event("click")
    return page.evaluate("window.hit === 1"), [url for url in asked if not url.startswith("file:")]


def test_nothing_in_a_source_runs_or_calls_home(page: Page, make_project) -> None:
    root = hostile_project(make_project)
    report = build_site(root)
    assert report.documents == 6
    site = root / "site"
    paths = [p for p in sorted(site.rglob("*.html")) if p.name != "404.html"]
    assert len(paths) > 25
    for path in paths:
        ran, asked = hits(page, path)
        assert not ran, path
        assert not asked, path
        assert page.locator("main").is_visible(), path
        assert "49" not in page.locator("h1").inner_text(), path
        page.evaluate("JSON.parse(document.querySelector('script[type*=ld]').textContent)")
        policy = page.locator("meta[http-equiv]")
        assert policy.count() == 1, path
    for name in ("documents", "entities", "timeline"):
        json.loads((site / f"data/{name}.json").read_text(encoding="utf-8"))
    ET.parse(site / "feed.xml")


def test_the_pages_are_safe_without_their_policy(page: Page, make_project) -> None:
    """The policy is the second line of defence; the first must hold alone."""
    root = hostile_project(make_project)
    build_site(root)
    for path in sorted((root / "site").rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("Content-Security-Policy", "X-Nothing"), encoding="utf-8")
        if path.name != "404.html":
            ran, asked = hits(page, path)
            assert not ran, path
            assert not asked, path


def test_the_harness_would_notice(page: Page, tmp_path: Path) -> None:
    for n, bad in enumerate(
        (
            HOSTILE,
            "<main><p onclick=window.hit=1>x</p></main>",
            "<main><a href='javascript:window.hit=1'>x</a></main>",
        )
    ):
        path = tmp_path / f"{n}.html"
        path.write_text(f"<html><body>{bad}</body></html>")
        assert hits(page, path)[0], bad
    path.write_text("<html><body><img src='http://127.0.0.1:9/x.gif'></body></html>")
    assert hits(page, path)[1]


def test_the_policy_stops_an_inline_script(page: Page, demo_site: Path, tmp_path: Path) -> None:
    text = (demo_site / "index.html").read_text(encoding="utf-8")
    path = demo_site / "inline.html"
    path.write_text(
        text.replace("</main>", "<script>window.hit=1</script></main>"), encoding="utf-8"
    )
    assert not hits(page, path)[0]
    path.unlink()


def shown_citation(page: Page) -> str:
    return str(page.locator("#citing-text").input_value())


def test_a_sentence_is_cited_by_keyboard(calm: Page, demo_site: Path) -> None:
    """From the number of its passage, with every sentence in reach, and back to where it began."""
    path = next((demo_site / "sources").glob("*four-men*"))
    calm.goto(path.as_uri())
    calm.locator(".number").nth(1).focus()
    calm.keyboard.press("Enter")
    button = calm.locator(".cite-here")
    button.wait_for()
    for _ in range(12):
        calm.keyboard.press("Tab")
        if button.evaluate("button => button === document.activeElement"):
            break
    calm.keyboard.press("Enter")
    assert calm.get_by_role("dialog", name="Cite this sentence").is_visible()
    assert shown_citation(calm).startswith("“The four are Dalerdzhon Mirzoyev")
    check_every_view(calm)
    calm.get_by_role("button", name="Next sentence").press("Enter")
    assert shown_citation(calm).startswith("“All of them bore injuries.”")
    assert calm.get_by_role("status").inner_text().startswith("Sentence 4 of 9:")
    calm.get_by_role("button", name="Copy").press("Enter")
    expect(calm.get_by_role("status")).to_contain_text("Cop")
    calm.keyboard.press("Escape")
    assert not calm.get_by_role("dialog").is_visible()
    assert button.evaluate("button => button === document.activeElement")


def test_sentences_events_and_claims_are_cited_by_touch(browser: Browser, demo_site: Path) -> None:
    context = browser.new_context(has_touch=True, viewport=NARROW)
    page = context.new_page()
    path = next((demo_site / "sources").glob("2026-03-16*"))
    page.goto(path.as_uri())
    x, y = page.locator(".body p .s").first.evaluate(
        "s => { s.scrollIntoView({block: 'center', behavior: 'instant'});"
        " const box = s.getClientRects()[0]; return [box.left + 4, box.top + box.height / 2]; }"
    )
    page.touchscreen.tap(x, y)
    page.locator(".cite-here").tap()
    page.select_option("#citing-form", "apa")
    assert "(Crocus City Hall in figures, 2026, p. 1)" in shown_citation(page)
    page.goto((demo_site / "timeline/2024-03-22.html").as_uri())
    page.get_by_role("link", name="Cite this event").first.tap()
    assert "“At least 139 people were killed" in shown_citation(page)
    assert "(Squid / French press, 27 March 2024: Khorasan branch claimed" in shown_citation(page)
    page.goto((demo_site / "claims/index.html").as_uri())
    page.get_by_role("link", name="Cite this claim").first.tap()
    page.wait_for_url("**/sources/**")
    assert shown_citation(page).startswith("“")
    context.close()


def test_the_graph_is_moved_by_keys_and_drawn_around_a_name(calm: Page, demo_site: Path) -> None:
    def answer(route: Route) -> None:
        route.fulfill(path=demo_site / route.request.url.removeprefix("http://site.test/"))

    calm.route("http://site.test/**", answer)
    calm.goto("http://site.test/graph/index.html")
    expect(calm.locator("#around option").nth(3)).to_be_attached()
    drawing = calm.locator(".graph svg.wide")
    assert drawing.get_attribute("viewBox") == "0 0 1100 760"
    calm.locator(".graph").focus()
    for key in ("+", "ArrowLeft"):
        calm.keyboard.press(key)
    assert drawing.get_attribute("viewBox") == "73.3 126.7 733.3 506.6"
    calm.keyboard.press("0")
    assert drawing.get_attribute("viewBox") == "0.0 0.0 1100.0 760.0"
    calm.select_option("#around", label="Vladimir Putin")
    assert calm.url.endswith("#people/vladimir-putin.html")
    assert drawing.locator("text").first.text_content() == "Vladimir Putin"
    assert not axe_findings(calm)
