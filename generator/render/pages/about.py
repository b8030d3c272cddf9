"""The pages about the site: search, how it was made, its data, and the one for wrong addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.render.corpus_index import Library
from generator.render.exports.json import DataFile
from generator.render.pages import Page
from generator.render.site import Site


def about_pages(library: Library, site: Site, min_mentions: int) -> Iterator[Page]:
    """Search, method and 404."""
    corpus = library.corpus
    view = {
        "documents": len(corpus.documents),
        "passages": sum(len(d.passages) for d in corpus.documents),
        "sentences": sum(len(p.sentences) for d in corpus.documents for p in d.passages),
        "entities": len(corpus.entities),
        "mentions": sum(len(e.mentions) for e in corpus.entities),
        "times": corpus.times,
        "events": len(library.reported),
        "dated": sum(len(e.evidence) for e in library.reported),
        "min_mentions": min_mentions,
        "hidden": corpus.hidden,
        "curated": sum(bool(e.edits) for e in library.reported),
        "undated": sum(not d.date for d in corpus.documents),
    }
    yield Page(
        "method.html",
        "method.html",
        "How this site was made",
        "What is derived from the sources, by what means, and with which limits.",
        "method",
        view,
        {"@type": "AboutPage", "name": "How this site was made"},
    )
    yield Page(
        "search/index.html",
        "search.html",
        "Search",
        "Ways to find something in this archive.",
        "search",
        {"documents": len(corpus.documents)},
        {"@type": "WebPage", "name": "Search"},
    )
    # A host shows this page under whatever address was asked for; relative links would not do.
    yield Page(
        "404.html",
        "404.html",
        "Page not found",
        "There is no such page.",
        "",
        {},
        {"@type": "WebPage", "name": "Page not found"},
        root=site.host_root,
    )


def data_page(site: Site, files: Sequence[DataFile], sizes: Mapping[str, int]) -> Page:
    """The page of files to download. `sizes`: their bytes, by path."""
    return Page(
        "data/index.html",
        "data.html",
        "Data",
        "The whole archive as files to download.",
        "data",
        {"files": [(file, sizes[file.path]) for file in files]},
        _dataset(site, files),
    )


def _dataset(site: Site, files: Sequence[DataFile]) -> dict[str, object]:
    return {
        "@type": "Dataset",
        "name": site.title,
        "description": site.description or f"The sources of {site.title}, and what they say.",
        "distribution": [
            {
                "@type": "DataDownload",
                "name": f.title,
                "encodingFormat": "application/json",
                "contentUrl": f"{site.base_url}{f.path}",
            }
            for f in files
        ]
        if site.base_url
        else [],
    }
