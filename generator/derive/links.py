"""Links between sources: what each leads to, and those that lead nowhere.

`read` leaves a link's address as it is written, since it knows one source only. A relative address
is that of a file; one with "wiki:" or "embed:" names a note: by its path, the end of it, its file's
name, its title, or one of its aliases (https://help.obsidian.md/links). Of several the one in the
same folder is meant, then the one nearest to the seeds folder. Addresses of sites
("/2019/03/04/fire/") lead to the source that was there, or else to the one of that name, where
there is only one.
"""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from urllib.parse import unquote

from generator import ids
from generator.derive.redirects import redirect_path
from generator.errors import Problem
from generator.model import EMBEDDED, NAMED, SOURCE_LINK, Document, Link, Places, Provenance, Source

_BY_NAME = (NAMED, EMBEDDED)
_ADDRESS = re.compile(rf'<a href="{SOURCE_LINK}([^"]*)"')
_DATED = re.compile(r"\d{4}-\d{2}-\d{2}-")
_MARKDOWN = (".md", ".markdown", ".mdx", ".qmd", ".rmd")
# How a source writes its links: what it leads to.
_WRITTEN = re.compile(r"\[\[([^\]|#\n]{1,500})|\]\(\s{0,9}<?([^)#\n>]{1,500})")


def find_links(documents: Sequence[Document]) -> tuple[tuple[Link, ...], list[tuple[str, str]]]:
    """All links between documents, and those that lead nowhere: the document and the address."""
    found: list[Link] = []
    dead: dict[tuple[str, str], None] = {}
    written = [(d, list(_written(d))) for d in documents]
    if not any(addresses for _, addresses in written):
        return (), []
    targets = _Targets(documents)
    for document, addresses in written:
        for address, where in addresses:
            target = targets.find(document, address)
            if target:
                name, anchor = target
                found.append(Link(address, where, name, anchor))
            elif _is_meant_for_a_source(address):
                dead[document.id, address] = None
    return tuple(found), list(dead)


def _written(document: Document) -> Iterator[tuple[str, Provenance]]:
    """The address of each link in a document, with the sentence in which it stands."""
    for passage in document.passages:
        sentences = iter(passage.sentences)
        sentence = next(sentences)
        for tag in passage.inline:
            found = _ADDRESS.match(tag.html) if tag.role == "open" and tag.name == "a" else None
            if found:
                while sentence.end <= tag.offset and (after := next(sentences, None)):
                    sentence = after
                start, end = sentence.start, sentence.end
                where = Provenance(document.id, passage.number, start, end, sentence.anchor)
                yield unescape(found[1]), where


def _is_meant_for_a_source(address: str) -> bool:
    place = unquote(address).partition("#")[0].lower()
    return place.startswith(_BY_NAME) or place.endswith(_MARKDOWN)


class _Targets:
    """Finds the documents that links lead to."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._by_path: dict[str, Document] = {}
        self._by_bare_path: dict[str, dict[str, None]] = defaultdict(dict)  # without suffix
        self._by_stem: dict[str, dict[str, None]] = defaultdict(dict)
        self._by_title: dict[str, dict[str, None]] = defaultdict(dict)
        self._headings: dict[str, dict[str, str]] = {}
        self._by_former: dict[str, str] = {}  # former addresses
        self._known: dict[tuple[str, str], str] = {}  # what names mean, folder by folder
        # The first document of a file is the one that a link to the file leads to.
        for document in sorted(documents, key=lambda d: (d.path, d.line, d.id)):
            path = document.path.casefold()
            self._by_path.setdefault(path, document)
            self._by_bare_path[_without_suffix(path)][path] = None
            stem = _stem(path)
            for name in (stem, _DATED.sub("", stem, count=1)):
                self._by_stem[name][path] = None
            for address in document.former_addresses:
                self._by_former.setdefault(redirect_path(address, document).casefold(), path)
            for title in (document.title, *document.aliases):
                self._by_title[" ".join(title.casefold().split())][path] = None

    def find(self, document: Document, address: str) -> tuple[str, str] | None:
        """The id of the document that a link leads to, and an anchor there or ""."""
        place, _, part = address.partition("#")
        if place.startswith(_BY_NAME):
            place, _, part = unquote(address).partition(":")[2].partition("#")
            path = self._named(document, place.strip().strip("/").casefold())
        elif place:
            path = self._at(document, unquote(place.partition("?")[0]).casefold())
        else:
            path = document.path.casefold()
        found = self._by_path.get(path)
        if not found:
            return None
        if path == document.path.casefold():
            found = document  # of several in one file
        return found.id, self._anchor(found, unquote(part))

    def _at(self, document: Document, place: str) -> str:
        """The path of the file at a relative address, or at one of a site."""
        folder = "" if place.startswith("/") else posixpath.dirname(document.path.casefold())
        path = posixpath.normpath(posixpath.join(folder, place.lstrip("/"))).strip("/")
        if path in self._by_path:
            return path
        former = redirect_path(place, document).casefold() if self._by_former else ""
        if former and former in self._by_former:
            return self._by_former[former]
        bare = self._by_bare_path
        by_name = self._by_stem.get(_stem(path), {}) if place.startswith("/") else {}
        for paths in (bare.get(path, {}), bare.get(f"{path}/index", {}), by_name):
            if len(paths) == 1:
                return next(iter(paths))
        return ""

    def _named(self, document: Document, name: str) -> str:
        """The path of the note of a name."""
        if not name:
            return document.path.casefold()
        folder = posixpath.dirname(document.path.casefold())
        if (folder, name) not in self._known:
            self._known[folder, name] = self._nearest(folder, name)
        return self._known[folder, name]

    def _nearest(self, folder: str, name: str) -> str:
        if name in self._by_path:
            return name
        stems = {name.rpartition("/")[2], _stem(name)}
        paths = [p for stem in stems for p in self._by_stem.get(stem, ()) if _ends_with(p, name)]
        paths = paths or list(self._by_title.get(" ".join(name.split()), ()))
        order = ((posixpath.dirname(p) != folder, p.count("/"), p) for p in paths)
        return min(order, default=(False, 0, ""))[2]

    def _anchor(self, document: Document, part: str) -> str:
        """The anchor of a heading; "" where there is no such heading."""
        if not part:
            return ""
        if document.id not in self._headings:
            headings: dict[str, str] = {}
            for passage in document.passages:
                if passage.kind == "heading":
                    words = document.text[passage.start : passage.end]
                    headings.setdefault(ids.slug(words), passage.sentences[0].anchor)
            self._headings[document.id] = headings
        return self._headings[document.id].get(ids.slug(part.rpartition("#")[2]), "")


def _stem(path: str) -> str:
    return _without_suffix(path.rpartition("/")[2])


def _without_suffix(path: str) -> str:
    stem, dot, suffix = path.rpartition(".")
    return stem if dot and stem and "/" not in suffix else path


def _ends_with(path: str, name: str) -> bool:
    """Whether a path is that of a note, "life/ann" or "ann" of "people/life/ann.md"."""
    own = _DATED.sub("", _stem(path), count=1)
    folder = posixpath.dirname(path)
    return any(
        f"/{p}".endswith(f"/{name}") for p in (path, _without_suffix(path), f"{folder}/{own}")
    )


def dead_links(
    dead: Iterable[tuple[str, str]], documents: Iterable[Document], sources: Iterable[Source]
) -> Iterator[Problem]:
    """The problems for links that lead nowhere. What they lead to is in the hints alone, which no
    page shows: it may be the name of a note that is not public.
    """
    by_id = {document.id: document for document in documents}
    files = tuple(sources)
    places = Places.among(files)
    shown_paths = {document.path for document in by_id.values()}
    private = {_stem(f.path.casefold()) for f in files if f.path not in shown_paths}
    lines: dict[str, Mapping[str, int]] = {}
    for name, address in dead:
        path = by_id[name].path
        source = places.file(path)
        if source is None:
            continue
        where = places.of(path)
        if path not in lines:
            lines[path] = _lines(source) if path == source.path else {}
        named = unquote(address)
        if named.startswith(_BY_NAME):
            named = named.partition(":")[2]
        place = named.partition("#")[0]
        line = lines[path].get(place.strip(), 0)
        shown = place if place.isprintable() else ascii(place)[1:-1]
        if _stem(place.strip().casefold()) in private:
            message = "A link leads to a source that is not published; only its words are shown."
            yield Problem(where, line, "note", message, "")
            continue
        message = "A link leads to no source."
        hint = f'It leads to "{shown[:100]}", which is not among the published sources. Correct it.'
        yield Problem(where, line, "warning", message, hint)


def _lines(source: Source) -> Mapping[str, int]:
    """The first line of each address in a source."""
    lines: dict[str, int] = {}
    text = source.data.decode("utf-8", "replace")
    line = after = 0
    for found in _WRITTEN.finditer(text):
        line += text.count("\n", after, found.start())
        after = found.start()
        address = unquote(found[1] or found[2]).replace("\\", "").strip()
        lines.setdefault(address, line + 1)
    return lines
