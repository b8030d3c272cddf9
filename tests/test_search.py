"""The search, in a real browser on built sites."""

from __future__ import annotations

import functools
import importlib
import json
import re
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import ROOT, build_site, files_of, picture
from playwright.sync_api import Browser, Page, expect
from test_browser import HOSTILE, axe_findings

from generator.engine.cache import Cache
from generator.render.search import cached
from generator.render.search.data import name_key
from generator.render.search.folding import fold, words_of
from generator.render.search.pagefind import Index, Record
from generator.render.search.vocabulary import vocabulary

pytestmark = pytest.mark.browser


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def demo(demo_site: Path) -> Iterator[str]:
    with served(demo_site) as address:
        yield address


class Search:
    """The search page in a browser. Whatever it asks for must be there, and of its own host."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base
        self.asked: list[str] = []
        self.wrong: list[str] = []
        page.on("request", lambda r: self.asked.append(r.url))
        page.on("response", lambda r: self.wrong.append(r.url) if r.status >= 400 else None)
        page.on("pageerror", lambda e: self.wrong.append(str(e)))
        page.on("console", lambda m: self.wrong.append(m.text) if m.type == "error" else None)

    def open(self, query: str = "") -> Search:
        self.page.goto(f"{self.base}search/index.html{query}")
        return self

    def status(self, text: str | re.Pattern[str]) -> Search:
        expect(self.page.locator("#status")).to_have_text(text)
        return self

    def titles(self) -> list[str]:
        return self.page.locator("#results h2").all_inner_texts()

    def offers(self) -> list[str]:
        return [" ".join(t.split()) for t in self.page.locator("#offers li").all_inner_texts()]


@pytest.fixture
def search(browser: Browser, demo: str) -> Iterator[Search]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    found = Search(context.new_page(), demo)
    yield found
    context.close()
    assert not found.wrong
    assert all(url.startswith(demo) for url in found.asked)


def test_results_land_on_the_sentence_and_mark_it(search: Search) -> None:
    search.open("?q=cynical+counterproductive").status("1 source for cynical counterproductive")
    quote = search.page.locator("#results blockquote a")
    assert quote.locator("mark").all_inner_texts() == ["cynical", "counterproductive"]
    quote.click()
    search.page.wait_for_url("**/sources/2024-03-25-macron-french*")
    anchor = search.page.url.partition("#")[2]
    sentence = search.page.locator(f"#{anchor}")
    assert "cynical and counterproductive" in sentence.inner_text()
    assert sentence.locator("mark").all_inner_texts() == ["cynical", "counterproductive"]
    assert sentence.evaluate("e => e.matches(':target')")


def test_results_as_one_types_and_the_address_follows(search: Search) -> None:
    search.open()
    search.page.locator("#q").type("wreaths", delay=20)
    search.status("1 source for wreaths")
    assert (
        search.titles() == ["Foreign ambassadors lay wreaths; toll rises to 140"] or search.titles()
    )
    assert search.page.url.endswith("?q=wreaths")


@pytest.mark.parametrize(
    ("query", "offer"),
    [
        ("ISIS", "Islamic State organisation, 12 mentions in 5 sources"),
        ("putin", "Vladimir Putin person, 10 mentions in 6 sources"),
        ("fayzov", "Mukhammadsobir Faizov person, 7 mentions in 5 sources"),
        ("Крокус", "Crocus City Hall place, 20 mentions in 20 sources"),
        ("22 March 2024", "22 March 2024 6 events on the timeline"),
        ("March 2024", "March 2024"),
        ("2024-05-22", "22 May 2024 2 events on the timeline"),
        ("life sentences", "12 March 2026"),
    ],
)
def test_names_and_dates_are_offered_first(search: Search, query: str, offer: str) -> None:
    search.open(f"?q={query}").status(re.compile("source"))
    expect(search.page.locator("#offers")).to_be_visible()
    assert any(line.startswith(offer) for line in search.offers()), search.offers()
    search.page.locator("#offers a").first.click()
    expect(search.page.locator("h1")).to_be_visible()
    assert "/search/" not in search.page.url


def test_a_russian_word_finds_the_russian_note(search: Search) -> None:
    search.open("?q=нападения").status("1 source for нападения")
    assert "Ведомости" in search.titles()[0]


def test_every_source_is_found_first_by_words_of_its_own(
    search: Search, demo_site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    known_items = importlib.import_module("search").known_items
    items = known_items(demo_site, len(documents(demo_site)))
    assert len(items) > 15
    missed = []
    for address, words in items:
        search.open(f"?q={words}").status(re.compile("source"))
        link = search.page.locator("#results h2 a").first
        if address not in (link.get_attribute("href") or ""):
            missed.append((address, words))
    assert len(missed) <= 0.05 * len(items), missed


def test_phrases_are_letter_for_letter(search: Search) -> None:
    search.open('?q="life terms"').status('1 source for "life terms"')
    search.open('?q="Life terms"').status('0 sources for "Life terms"')
    expect(search.page.locator("#nothing")).to_contain_text("No source contains this exact phrase.")
    search.page.locator("#nothing a").click()
    search.status(re.compile("^[1-9] sources? for Life terms$"))
    search.open('?q="terms life"').status('0 sources for "terms life"')


def test_nothing_found_says_why_and_what_then(search: Search) -> None:
    search.open("?q=zzqx").status("0 sources for zzqx")
    expect(search.page.locator("#nothing")).to_contain_text("No source contains “zzqx”")
    expect(search.page.locator("#intro")).to_be_visible()
    # Pagefind falls back to words with the same beginning, and the page says so.
    search.open("?q=putinzzzq").status(re.compile("sources for putinzzzq"))
    expect(search.page.locator("#nothing")).to_contain_text(
        "No exact match for “putinzzzq”; similar words are shown."
    )
    search.open("?q=attackers").status(re.compile("sources for attackers"))
    expect(search.page.locator("#results li").first).to_be_visible()
    expect(search.page.locator("#nothing")).to_be_empty()
    search.open("?q=mourning+zzqx").status("3 sources for mourning zzqx")
    expect(search.page.locator("#nothing")).to_contain_text("No source contains “zzqx”.")


def documents(site: Path) -> list[dict]:
    return json.loads((site / "data/documents.json").read_text(encoding="utf-8"))["documents"]


def entities(site: Path) -> list[dict]:
    return json.loads((site / "data/entities.json").read_text(encoding="utf-8"))["entities"]


def test_filters_count_what_there_is(search: Search, demo_site: Path) -> None:
    """Against counts from the data files."""
    everything = documents(demo_site)
    search.open("?kind=note").status(f"{sum(d['kind'] == 'note' for d in everything)} sources")
    named = {
        e["name"]: {m["document"] for m in e["mentions"]} | set(e["listed_in"])
        for e in entities(demo_site)
    }
    notes = {d["id"] for d in everything if d["kind"] == "note"}
    groups = search.page.locator("#facets fieldset")
    expect(groups.first).to_be_visible()
    for group in groups.all()[:3]:
        for line in group.locator("li").all():
            name, count = (
                line.locator("label").text_content(),
                line.locator(".count").text_content(),
            )
            assert name is not None
            assert count is not None
            assert int(count) == len(named[name] & notes), name
    publishers = Counter(d["publisher"] for d in everything if d["kind"] == "note")
    shown = search.page.locator("#facets fieldset", has_text="Publishers")
    for line in shown.locator("li").all():
        name = line.locator("label").text_content() or ""
        assert int(line.locator(".count").text_content() or 0) == publishers[name]


def test_a_filter_leaves_the_sources_in_which_somebody_says_something(
    search: Search, demo_site: Path
) -> None:
    claims = json.loads((demo_site / "data/claims.json").read_text(encoding="utf-8"))["claims"]
    speaking: dict[str, set[str]] = {}
    for claim in claims:
        speaking.setdefault(claim["holder"]["entity"], set()).add(claim["document"])
    del speaking[""]
    entity = max(speaking, key=lambda name: (len(speaking[name]), name))
    search.open(f"?holder={entity}").status(f"{len(speaking[entity])} sources")
    box = search.page.get_by_role("group", name="Said by").locator("input:checked")
    box.focus()
    search.page.keyboard.press("Space")
    expect(search.page.locator("#chips button")).to_have_count(0)
    assert "holder=" not in search.page.url


def test_filters_combine_and_are_cleared_one_by_one(search: Search, demo_site: Path) -> None:
    search.open("?q=attack").status(re.compile("sources for attack"))
    search.page.locator("#filters > summary").click()
    search.page.get_by_role("group", name="People").get_by_label("Vladimir Putin").check()
    search.status(re.compile("^[1-9] sources? for attack$"))
    search.page.get_by_role("group", name="Places").get_by_label("Ukraine").check()
    expect(search.page.locator("#chips button")).to_have_count(2)
    search.status(re.compile("^[1-9] sources? for attack$"))  # no longer "Searching…"
    assert "person=vladimir-putin" in search.page.url
    assert "place=ukraine" in search.page.url
    both = search.page.locator("#status").inner_text()
    # The address alone gives the same.
    search.page.reload()
    search.status(both)
    search.page.locator("#chips button", has_text="Ukraine").click()
    expect(search.page.locator("#chips button")).to_have_count(1)
    search.page.go_back()
    search.status(both)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("?from=2025", lambda d: d["date"] >= "2025"),
        ("?from=2024-03-24&to=2024-03-25", lambda d: "2024-03-24" <= d["date"] <= "2024-03-25"),
        ("?to=2024-03", lambda d: d["date"] <= "2024-03-31"),
        ("?from=2024-03-07&to=2024-03-07", lambda d: d["date"] == "2024-03-07"),
    ],
)
def test_publication_dates_by_year_month_and_day(
    search: Search, demo_site: Path, query, wanted
) -> None:
    number = sum(map(wanted, documents(demo_site)))
    search.open(query).status(f"{number} source{'s' * (number != 1)}")


def test_dates_told_are_another_axis(search: Search, demo_site: Path) -> None:
    timeline = json.loads((demo_site / "data/timeline.json").read_text())["timeline"]
    told = {
        s["document"]
        for e in timeline
        if e["kind"] == "reported" and e["first"] <= "2024-05-31" and e["last"] >= "2024-05-01"
        for s in e["sentences"]
    }
    assert told
    search.open("?told-from=2024-05&told-to=2024-05").status(
        f"{len(told)} source{'s' * (len(told) != 1)}"
    )


def test_a_filter_alone_can_be_set_and_taken_back(search: Search, demo_site: Path) -> None:
    search.open()
    search.page.locator("#filters > summary").click()
    box = search.page.get_by_role("group", name="People").get_by_label("Vladimir Putin")
    box.check()
    search.status("6 sources")
    search.page.locator("#chips button").click()
    expect(search.page.locator("#chips button")).to_have_count(0)
    expect(box).not_to_be_checked()
    expect(search.page.locator("#status")).to_be_empty()
    box.check()
    search.status("6 sources")
    search.page.go_back()
    expect(box).not_to_be_checked()


def test_an_outlet_is_found_without_a_false_note(search: Search) -> None:
    search.open("?q=caucasian+knot").status(re.compile("source"))
    expect(search.page.locator("#results li").first).to_be_visible()
    expect(search.page.locator("#nothing")).to_be_empty()


def test_sorting_by_date(search: Search, demo_site: Path) -> None:
    dates = {d["title"]: d["date"] for d in documents(demo_site)}
    for order in ("newest", "oldest"):
        search.open(f"?q=attack&sort={order}").status(re.compile("sources for attack"))
        expect(search.page.locator("#results li").first).to_be_visible()
        found = [dates[title] for title in search.titles()]
        assert found == sorted(found, reverse=order == "newest")
        assert len(found) == 10
    search.page.locator("#more").click()
    expect(search.page.locator("#more")).to_be_hidden()
    assert len(search.titles()) > 10


def test_by_keyboard_alone(search: Search) -> None:
    page = search.page
    page.goto(f"{search.base}people/index.html")
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.type("mourning")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=mourning")
    search.status(re.compile("sources? for mourning"))
    expect(page.locator("#results h2 a").first).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    for _ in range(page.locator("#offers a").count() + 1):
        page.keyboard.press("ArrowDown")
    expect(page.locator("#results h2 a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/*#s*")


def test_from_a_folder_it_says_what_to_do(browser: Browser, demo_site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((demo_site / "search/index.html").as_uri())
    expect(page.locator("#from-folder")).to_be_visible()
    assert "sourcebook serve" in page.locator("#from-folder").inner_text()
    expect(page.locator("#intro")).to_be_visible()
    expect(page.locator("#app")).to_be_hidden()
    context.close()


def test_without_javascript_there_are_lists(browser: Browser, demo: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{demo}search/index.html")
    expect(page.locator("noscript .caution")).to_contain_text("needs JavaScript")
    expect(page.locator("#app")).to_be_hidden()
    expect(page.locator("#intro")).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")]
)
def test_axe_finds_nothing_among_results(browser: Browser, demo: str, width: int, scheme) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    search = Search(context.new_page(), demo)
    search.open("?q=attack+zzqx&person=vladimir-putin&from=2024").status(re.compile("sources? for"))
    if width < 900:
        search.page.locator("#filters > summary").click()
    expect(search.page.locator("#facets fieldset").first).to_be_visible()
    assert not axe_findings(search.page)
    over = search.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert over <= 0
    context.close()


def test_hostile_sources_and_queries(browser: Browser, make_project) -> None:
    quoted = json.dumps(HOSTILE)
    root = make_project(
        {
            "seeds/a.md": f"---\ntitle: {quoted}\ndate: 2024-01-01\npublisher: {quoted}\nkind: {quoted}\n"
            f"people: [{quoted}]\n---\nneedle {HOSTILE}\n",
            "seeds/b.md": f"---\ntitle: B\ndate: 2024-01-02\npeople: [{quoted}]\n---\nneedle\n",
        }
    )
    build_site(root)
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    with served(root / "site") as base:
        for query in ("needle", HOSTILE, '"needle"', "%00", "a" * 3000):
            page.goto(f"{base}search/index.html")
            page.locator("#q").fill(query)
            page.locator("#form button").click()
            expect(page.locator("#status")).to_contain_text("source")
            if not page.locator("#filters").evaluate("e => e.open"):
                page.locator("#filters > summary").click()
            page.wait_for_timeout(100)
            assert page.evaluate("window.hit") is None
            assert page.locator("main script, main img, main svg").count() == 0
        page.goto(f"{base}search/index.html?q=needle&person={HOSTILE}&sort=x&from=y&told-to=<b>")
        expect(page.locator("#status")).to_contain_text("0 sources")
        assert page.evaluate("window.hit") is None
        found = page.locator("#chips button").all_inner_texts()
        assert len(found) == 1
    context.close()


def test_less_than_names_with_hyphens_and_pictures(browser: Browser, make_project) -> None:
    root = make_project(
        {
            "seeds/a.md": "---\ntitle: A\ndate: 2024-01-01\npeople: [Bashar al-Assad]\nimage: a.png\n"
            "image_alt: 'A “hall” #1!'\n---\nBashar al-Assad said that 3 < 4 holds.\n",
            "seeds/a.png": picture("PNG", (300, 200)),
        }
    )
    build_site(root)
    (path,) = (root / "site" / "people").glob("bashar*.html")
    person = path.read_text(encoding="utf-8")
    assert 'alt="A “hall” #1!" width="300" height="200" loading="lazy"' in person
    context = browser.new_context()
    with served(root / "site") as base:
        search = Search(context.new_page(), base)
        search.open('?q="3 < 4 holds"').status('1 source for "3 < 4 holds"')
        assert "3 < 4 holds" in search.page.locator("#results blockquote").inner_text()
        image = search.page.get_by_alt_text("A “hall” #1!")
        expect(image).to_have_js_property("naturalWidth", 300)
        assert image.bounding_box()["width"] < 150
        search.open("?q=hall").status(re.compile("^0 sources"))
        search.open("?q=Assad?").status(re.compile("source"))
        assert search.offers() == ["Bashar al-Assad person, 1 mention in 1 source"]
    context.close()


def test_accents_and_case_do_not_matter(browser: Browser, make_project) -> None:
    root = make_project(
        {
            "seeds/a.txt": "date 2024-01-01 They left for Zürich by train.",
            "seeds/b.txt": "date 2024-01-02 Zurich Road is in another town.",
        }
    )
    build_site(root)
    context = browser.new_context()
    with served(root / "site") as base:
        search = Search(context.new_page(), base)
        search.open("?q=zurich").status("2 sources for zurich")
        search.open("?q=ZÜRICH").status("2 sources for ZÜRICH")
        search.open('?q="Zürich"').status('1 source for "Zürich"')
        search.open('?q="Zurich"').status('1 source for "Zurich"')
    context.close()


def test_the_preview_searches_too_and_a_site_can_go_without(make_project) -> None:
    root = make_project({"sourcebook.toml": "search = false", "seeds/a.txt": "A text."})
    build_site(root)
    files = files_of(root / "site")
    assert not [name for name in files if name.startswith("search/") and not name.endswith(".html")]
    assert b'id="find"' not in files["index.html"]
    assert b"Search is turned off" in files["search/index.html"]


def test_the_index_is_the_same_bytes_whatever_the_order_of_files(
    make_project, tmp_path: Path
) -> None:
    texts = {
        f"seeds/{n}.txt": f"date 2024-01-{n:02d} Word{n} and others of day {n}."
        for n in range(1, 25)
    }
    one, two = make_project(texts, "one"), make_project(dict(reversed(texts.items())), "two")
    for root in (one, two):
        build_site(root)
    first, second = files_of(one / "site/search"), files_of(two / "site/search")
    assert first == second
    assert any(name.endswith(".pf_index") for name in first)


def test_a_piece_of_names_is_found_by_what_the_page_asks_for() -> None:
    assert fold("Łódź Straße ﬁre Erdoğan") == "lodz strasse fire erdogan"
    assert words_of("在北京 met Ōe") == ["在", "北", "京", "met", "Ōe"]
    assert fold("Zürich") == "zurich"
    assert fold("Й") == fold("й")
    assert name_key(fold("Žižek")) == "7a-69"


def test_forms_of_a_word_are_kept_together_and_apart_from_others() -> None:
    texts = ["Peter and Petersen said: “Peter”", "Pe\u0301ter, हिन्दी।"]
    documents: list[Any] = [
        SimpleNamespace(text=text, language="en", title="", outlet="", summary="", tags=())
        for text in texts
    ]
    pieces = vocabulary(documents, "en")
    assert list(pieces["62"].items()) == [("peter pe\u0301ter", 3), ("petersen", 1)]
    assert pieces[f"{ord('ह'):x}"] == {"हिन्दी": 1}


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("fr", "travailleurs travailleur"),
        ("ru", "больницы больница больницах"),
        ("uk", "лікарні лікарня лікарнями"),
        ("pl", "wojny wojna wojnie"),
        ("fi", "talot talo"),
    ],
)
def test_forms_are_found_in_the_language_of_each_source(language: str, forms: str) -> None:
    document: Any = SimpleNamespace(
        text=f"{forms} {forms.split()[0]}",
        language=language,
        title="",
        outlet="",
        summary="",
        tags=(),
    )
    found = {entry for piece in vocabulary([document], "en").values() for entry in piece}
    (one,) = found
    assert set(one.split()) == set(forms.split())


def test_our_scripts_put_nothing_into_a_page_as_markup() -> None:
    banned = re.compile(
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|\beval\(|"
        r"new Function|srcdoc|DOMParser|setHTML|parseHTML"
    )
    scripts = sorted((ROOT / "static").rglob("*.js"))
    assert len(scripts) > 6
    for path in scripts:
        assert not banned.search(path.read_text(encoding="utf-8")), path
    assert banned.search("x.innerHTML = y")


def test_a_program_that_is_missing_is_said_plainly(make_project, monkeypatch) -> None:
    import pagefind_bin

    from generator.errors import SourcebookError

    def missing() -> Path:
        raise FileNotFoundError("no program")

    monkeypatch.setattr(pagefind_bin, "get_executable", missing)
    root = make_project({"seeds/a.txt": "A text."})
    with pytest.raises(SourcebookError, match="search = false"):
        build_site(root)


FORGIVING = {
    "seeds/a.md": "---\ntitle: Libya\ndate: 2011-02-20\npeople: [Muammar Gaddafi]\n---\nMuammar Gaddafi spoke in Tripoli after the earthquake.",
    "seeds/b.md": "---\ntitle: Łódź\ndate: 2011-02-21\n---\nThe mills of Łódź and the Straße of Erdoğan are ﬁne.",
    "seeds/c.md": "---\ntitle: Пожар\ndate: 2011-02-22\nlanguage: ru\n---\nПожар начался в Москве. Школы закрыты.",
    "seeds/d.md": "---\ntitle: 北京\ndate: 2011-02-23\nlanguage: zh\n---\n周三在北京大学发生火灾。京北没有。",
    "seeds/e.md": "---\ntitle: Claim\ndate: 2011-02-24\n---\nA group claimed the attack on Monday. Witnesses saw smoke.",
}


@pytest.fixture(scope="module")
def forgiving(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    root = tmp_path_factory.mktemp("forgiving")
    for name, text in {"sourcebook.toml": 'names = "listed"', **FORGIVING}.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    build_site(root)
    context = browser.new_context()
    with served(root / "site") as base:
        yield Search(context.new_page(), base)
    context.close()


@pytest.mark.parametrize(
    ("query", "title", "note"),
    [
        ("Qaddafi", "Libya", "No source contains “Qaddafi”. Shown are results for “gaddafi”."),
        ("earthqake", "Libya", "Shown are results for “earthquake”."),
        ("Kadafi tripoli", "Libya", "Shown are results for “gaddafi”."),
        ("lodz", "Łódź", ""),
        ("Strasse Erdogan fine", "Łódź", ""),
        ("школ", "Пожар", ""),
        ("Москва", "Пожар", "No source contains “Москва”. Shown are results for “москве”."),
        ("пожаре закрыта", "Пожар", "Shown are results for “закрыты”."),
        ("北京", "北京", ""),
        ("北京大学火灾", "", "No source contains this exact phrase."),
        ("who claimed the attack", "Claim", ""),
        ("witnesses of the attack in Tripoli", "Claim", "These contain 2 of 3:"),
        ("smok", "Claim", ""),
    ],
)
def test_search_forgives(forgiving: Search, query: str, title: str, note: str) -> None:
    forgiving.open(f"?q={query}").status(re.compile("sources? for"))
    if title:
        expect(forgiving.page.locator("#results h2 a").first).to_have_text(title)
        assert len(forgiving.titles()) == 1
    if note:
        expect(forgiving.page.locator("#nothing")).to_contain_text(note)
    elif title:
        assert "Shown are" not in forgiving.page.locator("#nothing").inner_text()
    assert not forgiving.wrong


PARTS = {
    "seeds/f.md": "---\ntitle: Airship\ndate: 2011-02-25\n---\nA zeppelin of 1911 lay in the harbour.",
    **{
        f"seeds/g{n}.md": f"---\ntitle: Zep {n}\ndate: 2011-03-0{n}\n---\nThe harbour band Zep 19 sang."
        for n in range(1, 6)
    },
}


def test_an_index_in_parts_finds_what_is_in_one_of_them(
    browser: Browser, make_project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part without a word would give words that begin alike, and leave it out of two."""
    monkeypatch.setattr(cached, "_MOST", 2)
    root = make_project({"sourcebook.toml": 'names = "listed"', **FORGIVING, **PARTS})
    build_site(root)
    assert (root / "site/search/pagefind-3").is_dir()
    with served(root / "site") as base:
        search = Search(browser.new_page(), base)
        for query in ("zeppelin", "1911", "harbour zeppelin", '"zeppelin of 1911"', "zepelin"):
            search.open(f"?q={query}").status(re.compile("^1 source for"))
            assert search.titles() == ["Airship"]
        search.open("?q=harbour&from=2011-03-01").status(re.compile("^5 sources"))
        search.page.close()
    assert not search.wrong


def test_an_added_record_changes_one_part_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cached, "_MOST", 4)
    made: list[int] = []
    build_index = cached.build_index

    def counted(records: Sequence[Record], *rest: str) -> Index:
        made.append(len(records))
        return build_index(records, *rest)

    monkeypatch.setattr(cached, "build_index", counted)
    records = [Record(f"sources/{n}.html#a.2", f"word {n}", {}) for n in range(10)]
    cache = Cache(tmp_path / "search")
    first = cached.index_in_parts(records, "en", "search/pagefind", cache)
    assert first.number == len(made) == 3
    assert sum(made) == len(first.ids) == len(set(first.ids.values())) == 10
    more = [*records, Record("sources/10.html#a.2", "word 10", {})]
    made.clear()
    found = cached.index_in_parts(more, "en", "search/pagefind", cache)
    assert found.ids.items() > first.ids.items()
    assert len([number for number in made if number > 1]) == 1  # and one for the programs
    assert found == cached.index_in_parts(more, "en", "search/pagefind", None)
    assert len([path for path in (tmp_path / "search").rglob("*") if path.is_file()]) == 3
