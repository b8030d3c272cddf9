"""The desk shows each sentence with its page, and the picture of that page."""

from __future__ import annotations

from dataclasses import replace

from conftest import corpus_of

from generator.desk.about import about
from generator.model import Page, PagePicture, Scaled

SPOKEN = """WEBVTT

00:00:01.000 --> 00:00:04.000
Ann Lee spoke in Rome.

00:12:30.000 --> 00:12:34.000
Ann Lee sat down.
"""


def test_a_sentence_has_its_pages_and_their_pictures(make_project) -> None:
    root = make_project(
        {
            "sourcebook.toml": 'names = "listed"\nsearch = false\nmin_mentions = 1',
            "seeds/2024-01-05 a.vtt": SPOKEN,
            "seeds/b.md": "---\ndate: 2024-01-06\npeople: [Ann Lee]\n---\nAnn Lee left.",
        }
    )
    corpus = corpus_of(root)
    rows = about(corpus, "people/ann-lee")["evidence"]
    shown = [(row["text"], row["pages"], row["pictures"]) for row in rows]
    assert ("Ann Lee left.", "", []) in shown
    (spoken,) = [pages for text, pages, _ in shown if text.startswith("Ann Lee sat")]
    assert spoken.startswith("at ")
    # The same as printed pages, of which the first has a picture.
    (paged,) = [d for d in corpus.documents if d.pages]
    printed = replace(
        paged, pages=tuple(Page(str(n), 400, 600) for n, _ in enumerate(paged.pages, 1))
    )
    picture = PagePicture(paged.id, 0, "", Scaled("media/a-1.webp", 400, 600, 9, ""))
    documents = tuple(printed if d is paged else d for d in corpus.documents)
    corpus = replace(corpus, documents=documents, page_pictures=(picture,))
    rows = about(corpus, "people/ann-lee")["evidence"]
    pages = {row["text"]: (row["pages"], [one["path"] for one in row["pictures"]]) for row in rows}
    assert pages["Ann Lee spoke in Rome."] == ("p. 1", ["media/a-1.webp"])
    assert ("p. 2", []) in pages.values() or len(paged.pages) == 1
