"""The pages about the site: search, how it was made, its data, and the one for wrong addresses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.directions import named
from generator.errors import Problem
from generator.lang import TAGGED
from generator.model import FOLDERS, Corpus, Stored, base_language
from generator.problem_groups import ProblemGroup, grouped
from generator.render.catalogues import gettext
from generator.render.corpus_index import CorpusIndex
from generator.render.exports import DataFile
from generator.render.exports.datapackage import PATH as DATAPACKAGE
from generator.render.exports.shards import PATH as SHARDS
from generator.render.pages import Page
from generator.render.site import Site
from generator.render.view_types import Link
from generator.render.words import count, number


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """What was wrong with a source: file and line, level, and message."""

    place: str
    level: str
    message: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download: its name and its form, size and number of records in words.

    parts: the files of what is divided into several; none where it is one file
    """

    path: str
    name: str
    title: str
    facts: str
    about: str
    fields: tuple[tuple[str, str], ...]
    parts: tuple[Link, ...] = ()


def about_pages(
    index: CorpusIndex, site: Site, min_mentions: int, problems: Sequence[Problem]
) -> Iterator[Page]:
    """Search, method and 404."""
    yield _method_page(index, site, min_mentions, problems)
    yield Page(
        "search/index.html",
        "search.html",
        gettext("Search"),
        gettext("Search this archive, or browse its lists."),
        "search",
        {
            "documents": number(len(index.corpus.documents)),
            "named": not {*FOLDERS.values()}.intersection(site.without),
        },
        {"@type": "WebPage", "name": gettext("Search")},
    )
    # A host shows this page under whatever address was asked for; relative links would not do.
    yield Page(
        "404.html",
        "404.html",
        gettext("Page not found"),
        gettext("This page does not exist."),
        "",
        {},
        {"@type": "WebPage", "name": gettext("Page not found")},
        root=site.host_root,
    )


def _method_page(
    index: CorpusIndex, site: Site, min_mentions: int, problems: Sequence[Problem]
) -> Page:
    corpus = index.corpus
    undated = sum(not d.date for d in corpus.documents)
    others = {d.language for d in corpus.documents if base_language(d.language) != TAGGED}
    view = {
        "documents": number(len(corpus.documents)),
        "passages": number(sum(len(d.passages) for d in corpus.documents)),
        "sentences": number(sum(len(p.sentences) for d in corpus.documents for p in d.passages)),
        "entities": number(len(corpus.entities)),
        "mentions": count(sum(len(e.mentions) for e in corpus.entities), "mention", "mentions"),
        "times": number(corpus.times),
        "events": number(len(index.reported)),
        "dated": count(
            sum(len(e.evidence) for e in index.reported), "dated sentence", "dated sentences"
        ),
        "min_mentions": str(min_mentions) if min_mentions else "",
        "names_besides": any(map(site.reads_names, sorted(others))),
        "with_page": number(len(index.with_page)),
        "edits": _edits(sum(bool(e.edits) for e in index.reported), corpus.hidden),
        "statement_edits": _statement_edits(corpus),
        "undated": number(undated) if undated else "",
        "problems": tuple(map(_problem_line, grouped(problems))),
    }
    title = gettext("How this site was made")
    description = gettext("What is derived from the sources, how, and with what limits.")
    json_ld = {"@type": "AboutPage", "name": title}
    return Page("method.html", "method.html", title, description, "method", view, json_ld)


def _edits(curated: int, hidden: int) -> str:
    """What editors did with events, in a sentence."""
    items = count(hidden, "event or sentence", "events or sentences")
    if curated and hidden:
        return gettext(
            "On this timeline they have changed {number} of the events shown and hidden {items}.",
            number=number(curated),
            items=items,
        )
    if curated:
        return gettext(
            "On this timeline they have changed {number} of the events shown.",
            number=number(curated),
        )
    if hidden:
        return gettext("On this timeline they have hidden {items}.", items=items)
    return gettext("On this timeline they have changed nothing.")


def _statement_edits(corpus: Corpus) -> str:
    """What editors did with figures and claims, in a sentence; "" if nothing."""
    changed = len(corpus.corrected) + sum(bool(claim.edits) for claim in corpus.claims)
    if not changed and not corpus.hidden_statements:
        return ""
    return gettext(
        "Of figures and claims they have corrected {changed} and hidden {hidden}.",
        changed=number(changed),
        hidden=number(corpus.hidden_statements),
    )


def _problem_line(group: ProblemGroup) -> ProblemLine:
    many = f" ({count(group.number, 'time', 'times')})" if group.number > 1 else ""
    return ProblemLine(named(group.places), group.level, f"{named(group.message)}{many}")


def data_page(site: Site, files: Sequence[DataFile], stored: Mapping[str, Stored]) -> Page:
    """The page of files to download."""
    groups = [list(own) for _, own in groupby(files, lambda file: file.whole or file.path)]
    return Page(
        "data/index.html",
        "data.html",
        gettext("Data"),
        gettext("The whole archive as files to download."),
        "data",
        {
            "files": tuple(_download(own, stored) for own in groups),
            "shards": SHARDS if any(file.whole for file in files) else "",
            "package": Link(DATAPACKAGE, DATAPACKAGE.rpartition("/")[2]),
        },
        _dataset(site, files),
    )


def _download(files: Sequence[DataFile], stored: Mapping[str, Stored]) -> Download:
    """One file, or those that hold parts of one kind of data."""
    file = files[0]
    size = sum(stored[one.path].size for one in files)
    return Download(
        path=file.path,
        name=count(len(files), "file", "files") if file.whole else _name(file),
        title=gettext(file.title),
        facts=", ".join(
            (
                f"{file.form}, UTF-8{', gzip' if file.is_packed else ''}",
                count(size, "byte", "bytes"),
                count(sum(one.records for one in files), "record", "records"),
            )
        ),
        about=gettext(file.about),
        fields=tuple((name, gettext(meaning)) for name, meaning in file.fields),
        parts=tuple(Link(one.path, _name(one)) for one in files if one.whole),
    )


def _name(file: DataFile) -> str:
    return file.path.rpartition("/")[2]


def _dataset(site: Site, files: Sequence[DataFile]) -> dict[str, object]:
    return {
        "@type": "Dataset",
        "name": site.title,
        "description": site.description
        or gettext("The sources of {title}, and what they say.", title=site.title),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": gettext(f.title),
                "encodingFormat": f.media_type,
                "contentUrl": f"{site.base_url}{f.path}",
            }
            for f in files
            if not f.whole
        ]
        if site.base_url
        else [],
    }
