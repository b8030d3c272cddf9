"""Pages: what they hold, how long lists are split, and how projects change them."""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from conftest import build_site, files_of

from generator.commands.check import broken_links
from generator.render.alphabet import alphabetical
from generator.render.dates import long_date, short_date
from generator.render.drawings.histogram import HEIGHT, histogram
from generator.render.pagination import Order, list_pages, pager


def pages(site: Path) -> dict[str, str]:
    return {k: v.decode() for k, v in files_of(site).items() if k.endswith(".html")}


def plain(markup: str) -> str:
    return html.unescape(re.sub("<[^>]*>", "", markup))


def test_no_link_of_the_demonstration_site_is_broken(demo_site: Path) -> None:
    assert not broken_links(demo_site)


def test_every_page_has_what_every_page_needs(demo_site: Path) -> None:
    found = pages(demo_site)
    assert len(found) > 90
    titles = set()
    for path, page in found.items():
        if 'http-equiv="refresh"' in page:
            continue  # a former address; see test_changes
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
        assert policy, path
        assert "default-src 'none'" in policy.group(1), path
        allowed = "wasm-unsafe-eval" if path == "search/index.html" else ""
        assert "unsafe" not in policy.group(1).replace(allowed, ""), path
        assert 'type="application/atom+xml"' in page, path
        assert 'property="og:title"' in page, path
        json.loads(re.search(r'ld\+json">(.*?)</script>', page).group(1))
        assert page.count("<h1") == 1, path
        assert " style=" not in page, path
        assert not re.search(
            r"<script(?! src| type=\"application/(?:ld\+)?json\"| type=\"module\" src)", page
        ), path
        assert not re.search(r"\son[a-z]+=", page), path
        titles.add(re.search("<title>(.*?)</title>", page).group(1))
    moved = sum('http-equiv="refresh"' in page for page in found.values())
    assert len(titles) == len(found) - moved, "no two pages have one title"


def test_no_page_asks_another_host_for_anything(demo_site: Path) -> None:
    for path, page in pages(demo_site).items():
        for tag in re.findall(r"<(?:link|script|img|iframe|source|use)\b[^>]*>", page):
            assert not re.search(r'(?:href|src)="(?:https?:)?//', tag), (path, tag)
    assert "url(" not in (demo_site / "static/site.css").read_text()


def test_every_quoted_sentence_stands_where_its_link_leads(demo_site: Path) -> None:
    turns = r'<span class="page"[^>]*></span>'
    found = {path: re.sub(turns, "", page) for path, page in pages(demo_site).items()}
    quotes = 0
    for path, page in found.items():
        for href, words in re.findall(
            r'<blockquote class="quote"[^>]*><p><a href="([^"]*)">(.*?)</a>', page, re.DOTALL
        ):
            target, anchor = href.rsplit("/", 1)[-1].split("#")
            # That of a row of a table goes on in each cell.
            begin = f'<span class="s" id="{anchor}"[^>]*>'
            sentence = re.search(
                rf"<td>{begin}(.*?)</tr>|{begin}(.*?)</span>", found[f"sources/{target}"], re.DOTALL
            )
            assert sentence, (path, href)
            assert plain(words) == plain(sentence[1] or sentence[2])
            quotes += 1
    assert quotes > 100


def test_long_lists_are_paged_and_sorted_by_plain_links(make_project) -> None:
    seeds = {
        f"seeds/{n}.md": f"---\ntitle: Title {n:02d}\ndate: 2024-01-{n + 1:02d}\npublisher: P{n % 3}\n"
        f"people: [Name {n:02d}]\n---\nName {n:02d} spoke."
        for n in range(23)
    }
    root = make_project({**seeds, "sourcebook.toml": "page_size = 10"})
    assert not build_site(root).problems
    site = root / "site"
    lists = sorted(p for p in pages(site) if p.startswith("sources/") and "title-" not in p)
    assert lists == [
        "sources/by/newest-2.html",
        "sources/by/newest-3.html",
        "sources/by/oldest-2.html",
        "sources/by/oldest-3.html",
        "sources/by/oldest.html",
        "sources/by/publisher-2.html",
        "sources/by/publisher-3.html",
        "sources/by/publisher.html",
        "sources/by/title.html",
        "sources/index.html",
    ]
    shown = re.findall(r"Title \d\d", pages(site)["sources/by/oldest-3.html"])
    assert shown == ["Title 20", "Title 21", "Title 22"]
    assert len(re.findall(r"<tr>", pages(site)["people/by/name-3.html"])) == 4
    assert "timeline/published/2024-01.html" in pages(site)
    assert "timeline/published/2024.html" in pages(site)
    assert not broken_links(site)


def test_a_month_with_many_sources_is_divided_by_days(make_project) -> None:
    text = "---\ntitle: Title {0}\ndate: 2024-01-{1:02}\n---\nText {0}."
    seeds = {f"seeds/{n}.md": text.format(n, n % 4 + 1) for n in range(24)}
    site = make_project({**seeds, "sourcebook.toml": "page_size = 10"})
    assert not build_site(site).problems
    found = pages(site / "site")
    place = "timeline/published/"
    # Each page leads to the next, though it is the only one.
    assert 'href="../../timeline/published/2024.html"' in found[f"{place}index.html"]
    assert 'href="../../timeline/published/2024-01.html"' in found[f"{place}2024.html"]
    month = found[f"{place}2024-01.html"]
    assert re.findall(r'published/(2024-01-\d\d)\.html"', month) == [
        f"2024-01-0{day}" for day in (1, 2, 3, 4)
    ]
    assert "Title 4<" not in month
    assert "Title 4<" in found[f"{place}2024-01-01.html"]
    assert not broken_links(site / "site")


def test_an_entity_in_many_sources_has_several_pages(make_project) -> None:
    seeds = {f"seeds/{n}.txt": f"date 2024-01-01 Ann Lee said {n}." for n in range(60)}
    root = make_project(
        {**seeds, "seeds/n.md": "---\ntitle: N\ndate: 2024-01-01\npeople: [Ann Lee]\n---\nX."}
    )
    build_site(root)
    assert "people/ann-lee/2.html" in pages(root / "site")
    assert not broken_links(root / "site")


def test_sentences_stay_whole_across_inline_tags(make_project) -> None:
    root = make_project(
        {
            "seeds/n.md": "---\ntitle: T\ndate: 2024-01-01\npeople: [Ann Lee]\n---\n"
            "One *two. Ann* Lee three. **Four [Ann Lee](https://e.org) x.** Five<br>six.\n"
        }
    )
    build_site(root)
    page = next(v for k, v in pages(root / "site").items() if k.startswith("sources/2024"))
    body = re.search(r'<div class="body".*?</aside>', page, re.DOTALL).group()
    spans = re.findall(r'<span class="s" id="\w+">(.*?)</span>', body, re.DOTALL)
    assert spans[:3] == [
        "One <em>two.</em>",
        '<em><a class="mention" href="../people/ann-lee.html" data-preview="p1">Ann</a></em>'
        '<a class="mention" href="../people/ann-lee.html" data-preview="p1"> Lee</a> three.',
        '<strong>Four <a href="https://e.org" rel="noopener noreferrer nofollow">Ann Lee</a> x.</strong>',
    ]
    assert spans[3] == "Five<br>\nsix."


def test_a_project_overrides_templates_and_static_files(make_project) -> None:
    root = make_project(
        {
            "seeds/a.txt": "date 2024-01-01 A text.",
            "templates/home.html": '{% extends "default/home.html" %}{% block main %}<p>Ours.</p>{{ super() }}{% endblock %}',
            "templates/macros.html": '{% extends "default/macros.html" %}',
            "static/site.css": "body { color: red }",
            "static/own/map.js": "1",
        }
    )
    (root / "templates/macros.html").unlink()
    build_site(root)
    site = root / "site"
    assert "<p>Ours.</p>" in pages(site)["index.html"]
    assert "Latest sources" in pages(site)["index.html"]
    assert (site / "static/site.css").read_text() == "body { color: red }"
    assert (site / "static/own/map.js").read_text() == "1"
    assert (site / "static/icon.svg").is_file()


def test_the_feed_is_atom(demo_site: Path) -> None:
    feed = ET.parse(demo_site / "feed.xml").getroot()
    space = "{http://www.w3.org/2005/Atom}"
    entries = feed.findall(f"{space}entry")
    assert len(entries) == 23
    assert len({e.findtext(f"{space}id") for e in entries}) == 23
    assert all(
        re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", e.findtext(f"{space}updated")) for e in entries
    )


def test_dates_in_words() -> None:
    assert [long_date(d) for d in ("2024-03-05", "2024-03", "2024", "")] == [
        "5 March 2024",
        "March 2024",
        "2024",
        "undated",
    ]
    assert short_date("2024-12-31") == "31 Dec 2024"


@pytest.mark.parametrize(
    ("dates", "unit", "bars"),
    [
        (["2024-01-01", "2024-01-01", "2024-01-03"], "day", 2),
        (["2024-01-01", "2024-12-03"], "month", 2),
        (["1990", "2024-12-03", "2024"], "year", 2),
        (["1790-01-01", "2024-12-03"], "decade", 2),
        (["0001-01-01", "9999-12-31"], "century", 2),
    ],
)
def test_histogram(dates: list[str], unit: str, bars: int) -> None:
    found = histogram(dates, ("source", "sources"), "Sources")
    assert found is not None
    assert found.caption.startswith(f"Sources, by {unit}. ")
    assert len(found.bars) == bars
    for bar in found.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= 100.01
        assert bar.y + bar.height == pytest.approx(HEIGHT, abs=0.11)


def test_one_tall_bar_does_not_flatten_the_others_and_bars_lead_to_their_time() -> None:
    dates = ["2024-03-22"] * 64 + ["2024-05-01"] * 4 + ["2025-08-04"] * 2 + ["2026-03-12"] * 4
    noun = ("source", "sources")
    found = histogram(dates, noun, "Sources", lambda period: f"{period}.html")
    assert found is not None
    assert [bar.path for bar in found.bars] == [
        "2024-03.html",
        "2024-05.html",
        "2025-08.html",
        "2026-03.html",
    ]
    assert [bar.height for bar in found.bars] == [112, 28, 19.8, 28]
    assert "Heights are square roots" in found.caption
    years = histogram(["1990", "2024", "2024-12-03"], noun, "Sources", lambda period: period)
    assert years is not None
    assert [bar.path for bar in years.bars] == ["1990", "2024"]
    even = histogram(dates[60:], noun, "Sources")
    assert even is not None
    assert "square" not in even.caption
    assert not even.linked
    assert [bar.height for bar in even.bars] == [112, 112, 56, 112]


@pytest.mark.parametrize(
    ("bars", "wanted"),
    [
        (1, [0]),
        (5, [0, 1, 2, 3, 4]),
        (8, [0, 2, 4, 6]),
        (10, [0, 3, 6, 9]),
        (25, [0, 6, 12, 18, 24]),
    ],
)
def test_labels_below_bars_are_the_same_number_of_bars_apart(bars: int, wanted: list[int]) -> None:
    dates = [f"{2000 + n}" for n in range(bars)] + ["2000"]
    drawing = histogram(dates, ("source", "sources"), "Sources")
    assert drawing is not None
    assert [tick.text for tick in drawing.ticks] == [str(2000 + n) for n in wanted]


def test_a_histogram_says_what_it_leaves_out() -> None:
    found = histogram(["2024-01-01", "2024-01-03", "2024"], ("source", "sources"), "Sources")
    assert found is not None
    assert found.caption.startswith("Sources, by day. ")
    assert " 1 not shown: " in found.caption
    assert histogram(["2024"], ("source", "sources"), "Sources") is None


@pytest.mark.parametrize(
    ("count", "number", "shown"),
    [
        (1, 1, ""),
        (2, 1, "[1] 2"),
        (6, 6, "1 2 3 4 5 [6]"),
        (9, 5, "1 2 3 4 [5] 6 7 8 9"),
        (12, 1, "[1] 2 3 4 … 12"),
        (200, 101, "1 … 98 99 100 [101] 102 103 104 … 200"),
    ],
)
def test_a_long_list_links_to_the_pages_around_the_first_and_the_last(
    count: int, number: int, shown: str
) -> None:
    found = pager([f"{n}.html" for n in range(1, count + 1)], number - 1)
    words = ["…" if x is None else f"[{x.label}]" if x.current else x.label for x in found.pages]
    assert " ".join(words) == shown
    assert all(link.path == f"{link.label}.html" for link in found.pages if link)


def test_every_download_has_its_own_media_type(make_project) -> None:
    root = make_project({"seeds/a.txt": "date 2024-01-01 On 2 March 2023 a bridge fell."})
    build_site(root, base_url="https://example.org/")
    page = (root / "site/data/index.html").read_text(encoding="utf-8")
    data = json.loads(re.search(r'ld\+json">(.*?)</script>', page).group(1))
    kinds = {
        file["contentUrl"].rpartition("/")[2]: file["encodingFormat"]
        for file in data["distribution"]
    }
    assert kinds == {
        "documents.json": "application/json",
        "entities.json": "application/json",
        "timeline.json": "application/json",
        "timeline-js.json": "application/json",
        "claims.json": "application/json",
        "claims.csv": "text/csv",
        "figures.json": "application/json",
        "figures.csv": "text/csv",
        "entities.csv": "text/csv",
        "mentions.csv": "text/csv",
        "timeline.csv": "text/csv",
        "timeline.ics": "text/calendar",
        "entities.gexf": "application/gexf+xml",
        "entities.ftm.json": "application/json+ftm",
        "sources.bib": "text/x-bibtex",
        "sources.ris": "application/x-research-info-systems",
        "sources.csl.json": "application/vnd.citationstyles.csl+json",
    }


def test_a_table_in_another_language_is_closed_where_it_was_opened(make_project) -> None:
    text = '---\ntitle: A\ndate: 2024-01-01\n---\n<table lang="es"><tr><td>Uno</td></tr></table>\n'
    root = make_project({"sourcebook.toml": "search = false", "seeds/a.md": text})
    build_site(root)
    (page,) = (p for p in (root / "site/sources").glob("*.html") if p.name != "index.html")
    found = page.read_text(encoding="utf-8")
    assert found.count("<div") == found.count("</div>")
    assert 'tabindex="0"><table lang="es">' in found


def test_long_lists_have_their_letters_accents_folded() -> None:
    names = [f"Name {n:02d}" for n in range(20)] + [
        "Émile",
        "Eve",
        "“Edda”",
        "Żuk",
        "Жуков",
        "7 Up",
    ]
    orders = [
        Order("first", "First", lambda name: len(name)),
        Order("name", "Name", alphabetical, str),
    ]
    found = list(list_pages("people", names, orders, 10))
    letters = [(link.label, link.path) for link in found[0].letters]
    assert letters == [
        ("E", "people/by/name.html#letter-e"),
        ("N", "people/by/name.html#letter-n"),
        ("Z", "people/by/name-3.html#letter-z"),
        ("Ж", "people/by/name-3.html#letter-416"),
        ("#", "people/by/name-3.html#letter-23"),
    ]
    by_name = [page for page in found if "name" in page.path]
    assert [item for _, item in by_name[0].rows][:4] == ["“Edda”", "Émile", "Eve", "Name 00"]
    assert [id for page in by_name for id, _ in page.rows if id] == [
        path.partition("#")[2] for _, path in letters
    ]
    assert not any(id for id, _ in found[0].rows)
    (short,) = {page.letters for page in list_pages("people", names[:5], orders, 10)}
    assert short == ()
