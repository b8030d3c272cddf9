"""Links between sources: they lead to the sources' pages, and back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import build_site, corpus_of, files_of

from generator.derive.links import find_links

HEAD = "---\ntitle: {}\ndate: 2024-03-25\n---\n"


def note(title: str, text: str) -> str:
    return HEAD.format(title) + text


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("[[Ann Lee]]", "people/Ann Lee.md"),
        ("[[ann lee|her]]", "people/Ann Lee.md"),
        ("[[people/Ann Lee]]", "people/Ann Lee.md"),
        ("[[Ann Lee.md]]", "people/Ann Lee.md"),
        ("[[The great fire]]", "events/fire.md"),  # its title
        ("[[mill]]", "a/mill.md"),  # of two the one in the same folder
        ("[[b/mill]]", "b/mill.md"),
        ("[[2019-03-04-court]]", "posts/2019-03-04-court.md"),
        ("[[court]]", "posts/2019-03-04-court.md"),
        ("[x](mill.md)", "a/mill.md"),
        ("[x](./mill.md#part)", "a/mill.md"),
        ("[x](../b/mill.md)", "b/mill.md"),
        ("[x](<../people/Ann Lee.md>)", "people/Ann Lee.md"),
        ("[x](../people/Ann%20Lee.md)", "people/Ann Lee.md"),
        ("[x](../b/mill)", "b/mill.md"),
        ("[x](/2019/03/04/court/)", "posts/2019-03-04-court.md"),
        ("[x](/posts/2019-03-04-court.html)", "posts/2019-03-04-court.md"),
        ('[x]({{< ref "events/fire.md" >}})', "events/fire.md"),
        ("[x]({% post_url 2019-03-04-court %})", "posts/2019-03-04-court.md"),
        ("[x](#part)", "a/here.md"),
        ("[[#Part]]", "a/here.md"),
        ('<a href="mill.md">x</a>', "a/mill.md"),
        ("[[nobody]]", None),
        ("[x](nothing.md)", None),
        ("[x](https://example.org/mill.md)", None),
        ("[x](//example.org/mill.md)", None),
        ("[x](javascript:mill.md)", None),
        ("[x](../../../etc/passwd)", None),
    ],
)
def test_what_a_link_leads_to(reading, link: str, target: str | None) -> None:
    found = reading(
        {
            "a/here.md": note("Here", f"See {link}.\n\n## Part\n\nText."),
            "a/mill.md": note("Mill A", "Text."),
            "b/mill.md": note("Mill B", "Text of b."),
            "people/Ann Lee.md": note("A life", "Text of Ann."),
            "events/fire.md": note("The great fire", "Text of the fire."),
            "posts/2019-03-04-court.md": note("In court", "Text of the court."),
        }
    )
    paths = {d.id: d.path for d in found.documents}
    links, _ = find_links(found.documents)
    assert [paths[link.target] for link in links] == ([target] if target else [])


@pytest.fixture
def site(make_project) -> Path:
    return make_project(
        {
            "seeds/a.md": note(
                "Here", "See [[b#Life|her *life*]] and\n[no one](none.md). [Away](/x/)"
            ),
            "seeds/b.md": note("Ann", "Text.\n\n## Life\n\nLong. [[secret-plan|Planned]]."),
            "seeds/c.html": "<html><head><title>C</title></head><body><article><p>See "
            '<a href="a.md">the note</a> and <a href="/news/">news</a>.</p></article></body></html>',
            "seeds/secret-plan.md": "---\ndraft: true\n---\nText.",
        }
    )


def test_pages_link_to_each_other(site) -> None:
    report = build_site(site)
    pages = {p.name: p.read_text("utf-8") for p in (site / "site" / "sources").glob("*.html")}
    here = next(text for name, text in pages.items() if "-here-" in name)
    ann = next(text for name, text in pages.items() if "-ann-" in name)
    link = re.search(r'<a href="\.\./sources/([^"#]*)#(s[^"]*)">her <em>life</em></a>', here)
    assert link
    assert f'id="{link[2]}">Life' in pages[link[1]]
    assert "<h2>Linked from</h2>" in ann
    assert "See her life and no one." in ann[ann.index("Linked from") :]
    assert "<span>no one</span>" in here
    dead = sorted((p.path, p.line, p.hint[:26]) for p in report.problems if "A link" in p.message)
    assert dead == [
        ("seeds/a.md", 6, 'It leads to "none.md", whi'),
        ("seeds/b.md", 9, ""),  # a note: it is not published
    ]
    everything = b"\n".join(files_of(site / "site").values())
    assert b"secret-plan" not in everything
    assert b"source:" not in everything.replace(b"source: ", b"")


def test_pictures_are_found_by_name(make_project) -> None:
    root = make_project(
        {
            "seeds/notes/a.md": note("Here", "![[mill 1.png|300]] and ![[none.png]]"),
            "seeds/attachments/mill 1.png": b"\x89PNG\r\n\x1a\n",
        }
    )
    (document,) = corpus_of(root).documents
    assert [path for _, path in document.media] == ["attachments/mill 1.png"]
    report = build_site(root)
    assert ["none.png" in p.message for p in report.problems if "not found" in p.message] == [True]
    (root / "seeds" / "none.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (document,) = corpus_of(root).documents  # the cache notices
    assert len(document.media) == 2


def test_what_a_cache_makes_of_links_is_harmless() -> None:
    from generator.read.markup import own_tag

    assert own_tag('<a href="source:b.md">')
    assert own_tag('<a href="source:wiki:b">')
    for address in ("javascript:alert(1)", "source:javascript:alert(1)", "source://x.org",
                    "source:data:text/html,x", "source:"):  # fmt: skip
        assert own_tag(f'<a href="{address}">') is None
