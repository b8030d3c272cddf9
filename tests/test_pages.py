"""Saved pages: nothing of the text is lost, and the metadata are the article's own."""

from __future__ import annotations

import pytest

ONE = (
    "<p>The old mill by the river burned down on the night of the storm, and nobody was hurt, the"
    " fire service said in a statement to this newspaper.</p>"
)
TWO = (
    "<p>The mayor, Ann Miller, said that the town would build a new one of stone before the end of"
    " next year if the region gives the money for it.</p>"
)
THREE = (
    "<p>Residents had asked for repairs for many years, but the council had always said that there"
    " was no money left for the roads and the mills.</p>"
)


def page(body: str = "", head: str = "", title: str = "The mill burned down") -> str:
    body = body or f"<article>{ONE}{TWO}{THREE}</article>"
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("body", "kept"),
    [
        (f"{ONE}<p>Reasons:</p><ul><li>Dry wood.</li><li>No pump.</li></ul>{TWO}{THREE}", "Dry wood."),
        (f"<h1>T</h1>{ONE}<h2>Why it burned</h2><ol><li>It was dry.</li></ol>{TWO}", "Why it burned"),
        (f"<article>{ONE}<button><h3>What was said</h3></button><div>{TWO}</div></article>", "What was"),
        (f"<main><section>{ONE}</section><section><h2>After</h2>{TWO}</section></main>", "After"),
        (f"<main>{ONE}{TWO}<table><tr><td>Sum</td><td>12</td></tr></table></main>", "Sum"),
        (f"<article>{ONE}{TWO}<footer>Corrected on 26 March: the mill was old.</footer></article>",
         "Corrected on 26 March"),
        (f"<div><header><p>A lead of a few words.</p></header><div>{ONE}{TWO}{THREE}</div></div>",
         "A lead of a few words."),
    ],
)  # fmt: skip
def test_no_part_of_the_article_is_lost(document, body: str, kept: str) -> None:
    text = document("a.html", page(body)).text
    assert kept in text
    assert "nobody was hurt" in text


@pytest.mark.parametrize(
    "other",
    [
        '<div class="more"><article><h3>Other</h3><p>An unrelated teaser.</p></article></div>',
        '<div id="comments"><p>An unrelated teaser, says a reader.</p></div>',
        '<aside><p>An unrelated teaser.</p></aside><footer>An unrelated teaser</footer>',
    ],
)  # fmt: skip
def test_what_is_around_the_article_is_not_its_text(document, other: str) -> None:
    found = document("a.html", page(f'<div id="story">{ONE}{TWO}{THREE}</div>{other}'))
    assert "unrelated teaser" not in found.text
    assert "no money left" in found.text


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{"@type":"WebPage","datePublished":"2001-01-01",'
        '"mainEntity":{"@type":"NewsArticle","datePublished":"2024-03-24"}}</script>',
        '<script type="application/ld+json">[{"@type":"NewsArticle","headline":"Other story",'
        '"datePublished":"2019-01-01"},{"@type":"NewsArticle","headline":"The mill burned down",'
        '"datePublished":"2024-03-24"}]</script>',
        '<link rel="canonical" href="https://example.org/mill"><script type="application/ld+json">'
        '[{"@type":"NewsArticle","url":"https://example.org/x","datePublished":"2019-01-01"},'
        '{"@type":"NewsArticle","url":"https://example.org/mill","datePublished":"2024-03-24"}]'
        "</script>",
        '<script type="application/ld+json">//<![CDATA[\n{"@type":"Article",'
        '"datePublished":"2024-03-24T23:30:00-08:00"}\n//]]></script>',
        '<meta name="pubdate" content="Sun, 24 Mar 2024 10:00:00 GMT">',
        '<meta name="publish-date" content="2024-03-24">',
        '<meta property="article:published" content="2024-03-24T10:00:00Z">',
        '<meta itemprop="datePublished" content="2024-03-24T10:00:00Z">',
        '<meta name="citation_publication_date" content="2024/3/24">',
    ],
)
def test_the_article_s_own_date(document, head: str) -> None:
    assert document("a.html", page(head=head)).date == "2024-03-24"


@pytest.mark.parametrize(
    ("body", "date"),
    [
        (f'<article><time class="published" datetime="2024-03-24">x</time>{ONE}{TWO}</article>',
         "2024-03-24"),
        (f'<article><span itemprop="datePublished">24 March 2024</span>{ONE}{TWO}</article>',
         "2024-03-24"),
        (f'<article>{ONE}{TWO}</article><div class="related"><time class="published" '
         'datetime="2019-01-01">x</time></div>', ""),
    ],
)  # fmt: skip
def test_a_date_that_is_marked_in_the_page(document, body: str, date: str) -> None:
    assert document("a.html", page(body)).date == date


@pytest.mark.parametrize(
    "title",
    ["2024 - The year of the fire", "War » Peace talks fail", "A – B – C talks end",
     "Ann Miller - a life", "The Paper: The mill burned down", "Fire | The Paper of the town"],
)  # fmt: skip
def test_a_title_is_not_cut(document, title: str) -> None:
    assert document("a.html", page(title=title)).title == title


SITE = '<meta property="og:site_name" content="The Paper">'


@pytest.mark.parametrize(
    ("title", "head", "body"),
    [
        ("Mill gone | again - The Paper", SITE, ""),
        ("The Paper: Mill gone | again", SITE, ""),
        ("Mill gone | again - The Paper", "", f"<article><h1>Mill gone | again</h1>{ONE}</article>"),
        ("Mill gone | again |", "", ""),
        ("paper.org | Mill gone | again", '<link rel="canonical" href="https://www.paper.org/x">', ""),
        ("The Paper", SITE, f"<article><h1>Mill gone | again</h1>{ONE}</article>"),
        ("Mill gone | again » The Paper", '<script type="application/ld+json">{"@type":"Article",'
         '"publisher":{"name":"The Paper"}}</script>', ""),
    ],
)  # fmt: skip
def test_the_name_of_the_site_is_no_part_of_a_title(document, title, head, body) -> None:
    assert document("a.html", page(body, head, title)).title == "Mill gone | again"


@pytest.mark.parametrize(
    ("head", "end", "authors"),
    [
        ("", '<ol class="commentlist"><li><cite class="fn author">Paul C.</cite><p>Nice.</p></ol>', ()),
        ("", '<p>She cited <a rel="author" href="/x">Paul Quoted</a>.</p>', ()),
        ("", '<div class="related"><span class="byline">By Paul Other</span></div>', ()),
        ("", '<p class="byline">By Otto Brandt</p>', ("Otto Brandt",)),
        ('<meta name="citation_author" content="Brandt, Otto">', "", ("Otto Brandt",)),
        ('<script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"#p"}},'
         '{"@type":"Person","@id":"#p","name":"Otto Brandt"},{"@type":"Person","@id":"#q",'
         '"name":"Paul Other"}]}</script>', "", ("Otto Brandt",)),
        (SITE + '<meta name="author" content="The Paper">', '<p class="byline">By Otto Brandt</p>',
         ("Otto Brandt",)),
        (SITE + '<meta name="author" content="The Paper">', "", ()),
    ],
)  # fmt: skip
def test_authors_are_the_article_s(document, head: str, end: str, authors: tuple[str, ...]) -> None:
    found = document("a.html", page(f"<article>{ONE}{TWO}{end}</article>", head))
    assert found.authors == authors


def test_a_page_of_which_much_may_be_missing_is_reported(reading) -> None:
    links = "".join(
        f"<div><p>Word number {n} of a long list that goes on.</p></div>" for n in range(90)
    )
    found = reading({"a.html": page(f"<div>{ONE}{links}{TWO}</div>")})
    assert "Word number 89" in found.documents[0].text or any(
        "may be missing" in problem.message for problem in found.problems
    )


def test_hidden_parts_of_a_page_are_no_text(document) -> None:
    words = "<p>The council met in Dover on Monday and heard of the fire at the mill.</p>" * 3
    hidden = (
        '<p hidden>Secret.</p><p style="display: none">Secret.</p>'
        '<ul><li style="visibility:hidden">Secret.</li><li>Open.</li></ul>'
        '<p aria-hidden="true">Shown.</p>'
    )
    for page in (f"<article>{words}{hidden}</article>", f"<p>A.</p>{hidden}"):
        text = document("a.html", f"<html><body>{page}</body></html>").text
        assert "Secret" not in text
        assert "Open" in text
        assert "Shown" in text
    late = f'<html><body style="display:none"><div hidden><article>{words}</article></div></body>'
    assert "Dover" in document("b.html", late).text
