"""What Zotero and other programs read on the pages of a small archive of many kinds of sources.

Zotero's own translators were run on such pages when the tags were chosen ("Embedded Metadata.js",
"RDF.js" and "COinS.js" of github.com/zotero/translators). Here stands what they read and in which
order, so that a change of the pages that would mislead them is noticed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from conftest import build_site
from test_citing import _Shown

from generator.read import Reading
from generator.render.citing.names import name_of

BASE = "https://mill.example/archive/"
CONFIG = (
    f'title = "Mill Archive"\npublisher = "Mill Trust"\nnames = "listed"\nbase_url = "{BASE}"\n'
)
MAIL = (
    "From: Anna Lee <anna@example.org>\nTo: Tom Orr <tom@example.org>\nSubject: Burnt\n"
    "Date: Fri, 22 Mar 2024 10:00:00 +0000\nMessage-ID: <1@example.org>\n\nThe mill has burned.\n"
)
PAGE = (
    '<html lang="es"><title>El molino</title><meta name="author" content="María García">'
    '<meta property="article:published_time" content="2024-03-23T08:00:00Z">'
    '<meta property="og:site_name" content="El Diario">'
    '<link rel="canonical" href="https://diario.example/m?a={b|c}"><article><h1>El molino</h1>'
    "<p>El molino ardió ayer. Nadie murió, dijo la policía.</p></article></html>"
)
SEEDS: Mapping[str, str] = {
    "article.md": "---\ntitle: 'A “fire” | 50 %'\ndate: 2024-03-22\nauthor: [Anna Lee, Jan van Dyke,"
    " Associated Press]\npublisher: The Leeds Paper\nurl: https://paper.example/mill_1\n"
    'kind: article\n---\nIt burned. She said “no”.\n\nA < B & "C".\n',
    "note.md": "---\ntitle: On a report\ndate: 2024-03-24\npublisher: CNN\nkind: note\n"
    "author: '\u202a'\n"
    "url: https://cnn.example/1\n---\nCNN reported a fire.\n",
    "book.md": "---\ntitle: Mills of Leeds\ndate: 1918\nauthor: Smith and Sons Ltd\n"
    "publisher: Mill Press\nkind: book\n---\nMills burn.\n",
    "diary.md": "---\ntitle: A leaf\nauthor: 村上春樹\nkind: diary\n---\nNo date.\n",
    "cicero.md": "---\ntitle: Ides\nauthor: Marcus Cicero\ndate: -0043-03-15\nkind: letter\n---\n"
    "He fell.\n",
    "items.csv": "title,date,creator,publisher,format,kind,description\nThe mill,circa 1911,"
    '"Lange, Dorothea",Leeds Library,image/jpeg,photograph,By night.\n',
    "mail.eml": MAIL,
    "saved.html": PAGE,
    "talk.vtt": "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Anna Lee>I was born there.\n\n"
    "00:12:30.000 --> 00:12:34.000\n<v Anna Lee>It burned.\n",
}
# Title, authors as listed, date, type of Zotero, where it appeared.
EXPECTED = {
    "article": ("A “fire” | 50 %", ["Lee, Anna", "van Dyke, Jan", "Associated Press,"],
                "2024-03-22", "newspaperArticle", "The Leeds Paper"),
    "note": ("On a report", ["Mill Trust,"], "2024-03-24", "webpage", "Mill Archive"),
    "book": ("Mills of Leeds", ["Smith and Sons Ltd,"], "1918", "book", ""),
    "diary": ("A leaf", ["村上春樹"], "n.d.", "manuscript", ""),
    "cicero": ("Ides", ["Cicero, Marcus"], "15 March 44 BC", "letter", ""),
    "items": ("The mill", ["Lange, Dorothea"], "circa 1911", "artwork", ""),
    "mail": ("Burnt", ["Lee, Anna"], "2024-03-22", "email", ""),
    "saved": ("El molino", ["García, María"], "2024-03-23", "newspaperArticle", "El Diario"),
    "talk": ("Anna Lee: I was born there.", [], "n.d.", "interview", ""),
}  # fmt: skip


class Head(HTMLParser):
    """The tags of a page: what it says of itself by name, its COinS, its classes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.meta: dict[str, list[str]] = {}
        self.coins: list[str] = []
        self.classes: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        name = found.get("name") or found.get("property")
        if tag == "meta" and name:
            self.meta.setdefault(name, []).append(found["content"])
        if found.get("class") == "Z3988":
            self.coins.append(found["title"])
        self.classes.update(found.get("class", "").split())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("kinds")
    (root / "seeds").mkdir()
    (root / "sourcebook.toml").write_text(CONFIG, encoding="utf-8")
    for name, text in SEEDS.items():
        (root / "seeds" / name).write_text(text, encoding="utf-8")
    build_site(root)
    return root / "site"


@pytest.fixture(scope="module")
def pages(site: Path) -> Mapping[str, str]:
    """The pages of the sources, by the names of their files."""
    found = {}
    for path in (site / "sources").glob("*.html"):
        text = path.read_text(encoding="utf-8")
        file = re.search(r"<dt>File</dt><dd>(\w+)\.", text)
        if file:
            found[file[1]] = text
    return found


@pytest.mark.parametrize("name", EXPECTED)
def test_zotero_reads_title_authors_and_date(pages: Mapping[str, str], name: str) -> None:
    title, authors, date, kind, held = EXPECTED[name]
    head = Head(pages[name])
    # These win over all others; a name with a comma is taken apart there.
    assert head.meta["citation_title"] == head.meta["DC.title"] == [title]
    assert head.meta.get("citation_author", []) == authors
    assert head.meta["z:itemType"] == [kind]
    assert head.meta.get("DC.source", [""]) == [held]
    # Its dates, in the order in which it asks for them.
    dates = ("citation_publication_date", "citation_date", "article:published_time", "DC.date")
    found = next(head.meta[key][0] for key in dates if key in head.meta)
    assert found.replace("/", "-") == date
    assert head.meta["citation_fulltext_html_url"][0].startswith(f"{BASE}sources/")
    # It guesses authors from these classes.
    assert not any("byline" in one or one == "vcard" for one in head.classes)


def test_the_original_work_is_offered_beside_the_page(pages: Mapping[str, str]) -> None:
    assert not Head(pages["note"]).coins  # whose title is the archive's own
    for name in EXPECTED.keys() - {"note"}:
        title, authors, date, kind, held = EXPECTED[name]
        (coins,) = Head(pages[name]).coins
        values = parse_qs(coins)
        assert values["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:dc"]
        assert (values["rft.title"], values["rft.type"]) == ([title], [kind])
        assert values.get("rft.creator", []) == authors
        assert values.get("rft.date", ["n.d."]) == [date]
        assert values.get("rft.source", [""]) == [held]
    assert parse_qs(Head(pages["article"]).coins[0])["rft_id"] == ["https://paper.example/mill_1"]


def linked_data(text: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert found
    data = json.loads(found[1])
    assert isinstance(data, dict)
    return data


def test_linked_data_tells_the_page_from_the_original(pages: Mapping[str, str]) -> None:
    page = linked_data(pages["article"])
    assert (page["@type"], page["publisher"]) == (
        "WebPage",
        {"@type": "Organization", "name": "Mill Trust"},
    )
    original = page["isBasedOn"]
    assert isinstance(original, dict)
    assert original["@type"] == "NewsArticle"
    assert original["url"] == "https://paper.example/mill_1"
    assert original["author"][2] == {"@type": "Organization", "name": "Associated Press"}
    assert str(page["citation"]).startswith(
        "Lee, Anna, Jan van Dyke, and Associated Press. “A ‘fire’"
    )
    assert "datePublished" not in page
    note = linked_data(pages["note"])
    assert note["author"] == [{"@type": "Organization", "name": "Mill Trust"}]
    assert note["isBasedOn"] == {
        "@type": "CreativeWork",
        "publisher": {"@type": "Organization", "name": "CNN"},
        "url": "https://cnn.example/1",
    }


def test_the_page_has_its_citation_without_a_script(pages: Mapping[str, str]) -> None:
    found = re.search(r'<dl id="cite">(.*?)</dl>', pages["article"], re.DOTALL)
    assert found
    assert found[1].count("<pre>") == 1
    forms = re.search(
        r'<script type="application/json" id="forms">(.*?)</script>', pages["article"]
    )
    assert forms
    assert len(json.loads(forms[1])) == 10  # the words that come again, and nine forms
    shown = _Shown()
    shown.feed(found[1])
    assert f"{BASE}sources/2024-03-22" in shown.text
    assert "archived at" in shown.text
    assert '<a class="cite" href="#cite">' in pages["article"]
    assert "static/cite.js" in pages["article"]


def test_a_sentence_later_in_a_passage_has_its_own_time(pages: Mapping[str, str]) -> None:
    """The time beside the passage is that of its beginning."""
    times = re.findall(r'<span class="s" id="\w+"( data-pages="([^"]*)")?>', pages["talk"])
    shown = re.findall(r'data-page="([^"]*)"', pages["talk"])
    assert shown[0] == "0:01"
    assert {own for _, own in times} | set(shown) >= {"12:30"}


def test_what_is_exported_is_read_again(
    site: Path, reading: Callable[..., Reading], pages: Mapping[str, str]
) -> None:
    """Each of the three files gives the same titles, authors and dates."""
    wanted = set()
    for title, authors, date, _, _ in EXPECTED.values():
        day = {"15 March 44 BC": "-0043-03-15", "circa 1911": "1911", "n.d.": ""}.get(date, date)
        wanted.add((title, tuple(name_of(one.rstrip(",")).straight for one in authors), day))
    for name in ("sources.bib", "sources.ris", "sources.csl.json"):
        data = (site / "data" / name).read_bytes()
        found = reading({name.replace(".csl", ""): data}).documents
        got = {(d.title, tuple(name_of(n).straight for n in d.authors), d.date) for d in found}
        assert got == wanted, name
        assert b"diario.example/m?a=%7Bb%7Cc%7D" in data
        words = {d.title: d.date_words for d in found}
        assert words["The mill"], name


def test_the_page_of_data_lists_the_files(site: Path) -> None:
    text = (site / "data" / "index.html").read_text(encoding="utf-8")
    for name in ("sources.bib", "sources.ris", "sources.csl.json"):
        assert f'href="../data/{name}"' in text
