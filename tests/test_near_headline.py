"""The date that a saved page shows by its headline, where it declares none: only if unmistakable."""

from __future__ import annotations

import pytest

WORDS = (
    "The old bridge over the river burned down on the night of 3 March 2021, and nobody was hurt, "
    "the fire service said in a statement to this newspaper about the storm of that night."
)


def page(inside: str, head: str = "") -> str:
    return (
        f"<html><head><title>The bridge burned down</title>{head}</head><body><header>Sunday, 29 "
        f"November 2026</header><article>{inside}<p>{WORDS}</p><p>{WORDS.upper()}</p></article>"
        "<aside><h2>More</h2><p>Published 1 May 2019</p></aside></body></html>"
    )


H1 = "<h1>The bridge burned down</h1>"


@pytest.mark.parametrize(
    ("inside", "date"),
    [
        (f"{H1}<p>Published 12 May 2021</p>", "2021-05-12"),
        (f"{H1}<p>12 May 2021</p>", "2021-05-12"),
        (f"<p>12 May 2021</p>{H1}", "2021-05-12"),
        (f"{H1}<div>By Ann Lee, May 12, 2021</div>", "2021-05-12"),
        (f"{H1}<div>By Ann Lee <br>Wed 12 May 2021 10.30 BST | 5 min read</div>", "2021-05-12"),
        (
            f"<header>{H1}<p>A summary.</p></header><div><span>Ann</span> · 12 May 2021</div>",
            "2021-05-12",
        ),
        (f"{H1}<p>Published: 2021-05-12, updated 14 May 2021</p>", "2021-05-12"),
        (f"{H1}<p>Published by Ann Lee on 12 May 2021 at 10:30</p>", "2021-05-12"),
        (f'{H1}<p>Posted <time datetime="2021-05-12T10:00">May 12</time></p>', "2021-05-12"),
        (f"{H1}<p>{WORDS}</p><p>12 May 2021 by Ann Lee</p>", "2021-05-12"),
        (f"{H1}<p>{WORDS}</p><p>{WORDS}</p><p>Veröffentlicht am 12. Mai 2021</p>", "2021-05-12"),
        (f"{H1}<p>Опубликовано: 12 мая 2021 г.</p><p>Обновлено: 13 мая 2021</p>", "2021-05-12"),
        (f"{H1}<p>Le 12 mai 2021</p>", "2021-05-12"),
        # Two days, a change, no day, two meanings, a range, a sentence.
        (f"{H1}<p>12 May 2021</p><p>13 May 2021</p>", ""),
        (f"{H1}<p>Updated 12 May 2021</p>", ""),
        (f"{H1}<p>May 2021</p>", ""),
        (f"{H1}<p>3/4/2021</p>", ""),
        (f"{H1}<p>Conference, 12 – 14 May 2021</p>", ""),
        (f"{H1}<p>12 May – 14 May 2021</p>", ""),
        (f"{H1}<p>It burned on 12 May 2021.</p>", ""),
        # Of something else: what follows, a picture, a table, a quotation, another article.
        (f"{H1}<p>{WORDS}</p><p>{WORDS}</p><p>12 May 2021</p>", ""),
        (f"{H1}<h2>12 May 2021</h2>", ""),
        (f"{H1}<figure><figcaption>12 May 2021</figcaption></figure>", ""),
        (f"{H1}<table><tr><td>12 May 2021</td></tr></table>", ""),
        (f'{H1}<div class="related"><p>12 May 2021</p></div>', ""),
        (f"{H1}<p hidden>12 May 2021</p>", ""),
        ("<h1>One</h1><h1>Two</h1><p>12 May 2021</p>", ""),
        ("<p>12 May 2021</p>", ""),
    ],
)
def test_the_line_by_the_headline(document, inside: str, date: str) -> None:
    found = document("a.html", page(inside))
    assert found.date == date
    if date:
        assert found.date_origin.code == "near-headline"


def test_what_the_page_declares_and_the_name_of_the_file_come_first(document) -> None:
    line = f"{H1}<p>Published 12 May 2021</p>"
    declared = '<meta name="date" content="2020-01-01">'
    assert document("a.html", page(line, declared)).date == "2020-01-01"
    assert document("2020-01-02-a.html", page(line)).date == "2020-01-02"
    two = declared + '<meta name="date" content="2020-01-02">'
    assert document("b.html", page(line, two)).date == ""
