"""Former addresses of sources lead to their pages, within the site and never over another page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT, build_site, corpus_of

from generator.derive.links import find_links
from generator.derive.redirects import OWN, find_redirects, redirect_path

HEAD = "---\ntitle: {}\ndate: 2024-03-25\naliases: {}\n---\nText of {}.\n"


def note(title: str, aliases: str) -> str:
    return HEAD.format(title, aliases, title)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/2019/03/fire/", "2019/03/fire/index.html"),
        ("/2019/03/fire", "2019/03/fire/index.html"),
        ("/fire.html?x=1#y", "fire.html"),
        ("/fire.php", "fire.php/index.html"),
        ("/w%C3%B6rter/", "w\u00f6rter/index.html"),
        ("old/fire", "news/old/fire/index.html"),  # beside the source
        ("fire.html", "news/fire.html"),
        ("/../../etc/passwd", ""),
        ("../../x/", ""),
        ("/%2e%2e/x/", ""),
        ("//example.org/x/", ""),
        ("/a\\b/", ""),
        ("/c:/x/", ""),
        ("/.git/", ""),
        ("/a\u202eb/", ""),
        ("/%00/", ""),
        (f"/{'a/' * 200}", ""),
        ("/<script>/", ""),
    ],
)
def test_where_the_page_is(document, address: str, path: str) -> None:
    assert redirect_path(address, document("news/a.md", note("A", "[]"))) == path


def test_what_is_an_address_and_what_a_name(document) -> None:
    found = document(
        "a.md", note("A", "[/old/a/, a.html, posts/a-b, AC/DC, n/a, Ann Lee, b, 24/7]")
    )
    assert found.former_addresses == ("/old/a/", "a.html", "posts/a-b")
    assert found.aliases == ("AC/DC", "n/a", "Ann Lee", "b", "24/7")
    jekyll = "---\ntitle: B\ndate: 2024\nredirect_from:\n  - /b/\n  - /c.html\n---\nText."
    assert document("b.md", jekyll).former_addresses == ("/b/", "/c.html")


def test_no_page_is_in_the_way_of_another(reading) -> None:
    files = {
        "a.md": note("A", "[/x/, /people/ann/, /, /a.html, /x/, '//evil.example/']"),
        "b.md": note("B", "[/X, /a.html/c/, /sitemap.xml, /y/z/]"),
        "c.md": note("C", "[/y/z/index.html/w, /Sources/index.html]"),
    }
    found, problems = find_redirects(reading(files).documents, lambda d: d.path)
    assert [redirect.path for redirect in found] == ["a.html", "x/index.html", "y/z/index.html"]
    assert [(p.path, re.findall(r'"(.*?)"\. (.*)\.', p.message)[0]) for p in problems] == [
        ("a.md", ("/people/ann/", "The site has its own pages there")),
        ("a.md", ("/", "The site has its own pages there")),
        ("a.md", ("//evil.example/", "It cannot be one of this site")),
        ("b.md", ("/X", "Another source gives it too")),
        ("b.md", ("/a.html/c/", "Another page or folder is in its way")),
        ("b.md", ("/sitemap.xml", "The site has its own pages there")),
        ("c.md", ("/y/z/index.html/w", "Another page or folder is in its way")),
        ("c.md", ("/Sources/index.html", "The site has its own pages there")),
    ]


def test_the_own_pages_of_the_site_are_known() -> None:
    site = ROOT / "tests" / "golden" / "bridge" / "site"
    names = {path.name for path in site.iterdir()}
    assert {name for name in names if not name.startswith((".", "sitemap"))} <= OWN


def test_links_to_former_addresses_lead_to_the_source(reading) -> None:
    link = "---\ntitle: B\ndate: 2024\n---\nSee [it](/Old/fire/#x) and [no](/old/).\n"
    documents = reading({"a.md": note("A", "/old/fire/"), "b.md": link}).documents
    (found,), _ = find_links(documents)
    assert found.target == next(d.id for d in documents if d.title == "A")


def test_the_page_of_a_redirect(make_project) -> None:
    root: Path = make_project(
        {
            "seeds/a.md": note("Fire & <smoke>", "[/2019/fire/, /people/]"),
            "seeds/b.md": note("B", "[/2019/fire/]"),
            "sourcebook.toml": 'search = false\nnames = "listed"\nbase_url = "https://x.example/y/"\n',
        }
    )
    report = build_site(root)
    assert sum("former address" in problem.message for problem in report.problems) == 2
    page = (root / "site/2019/fire/index.html").read_text(encoding="utf-8")
    (document,) = (d for d in corpus_of(root).documents if d.path == "a.md")
    path = f"sources/{document.id}.html"
    assert (root / "site" / path).exists()
    assert f'content="0; url=../../{path}"' in page
    assert f'<a href="../../{path}">' in page
    assert f'<link rel="canonical" href="https://x.example/y/{path}">' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "default-src 'none'" in page
    assert "Fire &amp; &lt;smoke&gt;" in page
    assert page.count("<script") == 1
    assert '<script src="../../static/redirect.js"></script>' in page
    assert "2019" not in (root / "site/sitemap.xml").read_text(encoding="utf-8")
