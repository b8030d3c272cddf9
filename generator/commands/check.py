"""Check: problems with the sources, and links of the built site that lead nowhere.

What all links ask for is gathered while the pages are read, and held against what there is at the
end. Only where something is missing, the pages are read once more, to tell who asks for it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from generator.config import Config
from generator.engine.executors.fork import Track, spread
from generator.engine.extraction import read_once
from generator.engine.progress import Progress
from generator.errors import OutputError, Problem
from generator.load import load

_BATCH = 100  # pages that one piece of work reads
_ANCHORS = etree.XPath("//@id", smart_strings=False)
# A canonical link names the site from outside.
_ADDRESSES = "(//*[not(@rel='canonical')]/@href) | //@src"
_LINKS = etree.XPath(_ADDRESSES, smart_strings=False)
_PLACED = etree.XPath(_ADDRESSES)  # the same, each with the element that it belongs to


def check_site(config: Config, progress: Progress, jobs: int = 1) -> tuple[Problem, ...]:
    """All problems, sources first. Raises OutputError when there is no site to check."""
    if not (config.output / "index.html").is_file():
        raise OutputError(f"There is no site at {config.output}.", "Run `sourcebook build` first.")
    with progress.stage("read") as track:
        loaded = load(config)
        reading = read_once(loaded.sources, config, track)
    with progress.stage("links") as track:
        host_root = urlsplit(config.base_url).path or "/"
        broken = broken_links(config.output, host_root, jobs, track)
    return (*sorted((*loaded.problems, *reading.problems)), *broken)


def broken_links(
    site: Path,
    host_root: str = "/",
    jobs: int = 1,
    track: Track = lambda items, total: items,
) -> list[Problem]:
    """Links, images, scripts and styles of the site's pages that lead to nothing in it.

    host_root: path on the host where the site stands; links from there are the site's own too
    jobs: processes that read pages
    track: reports how far an iterable is, of so many
    """
    pages = sorted(str(path) for path in site.rglob("*.html") if path.is_file())
    batches = [pages[start : start + _BATCH] for start in range(0, len(pages), _BATCH)]
    links = _Links(str(site), host_root)
    seen = spread(len(batches), lambda number: _look(batches[number], links), jobs, track)
    anchors = {page: names for one in seen for page, names in one.anchors.items()}
    missing: dict[str, set[str]] = {}  # by file the anchors that it should have; "" is the file
    for one in seen:
        for target, names in one.asked.items():
            if not os.path.exists(target):
                missing[target] = {"", *names}
            elif lacking := names - anchors.get(target, names) - {""}:
                missing.setdefault(target, set()).update(lacking)
    if not missing:
        return []
    return [problem for page in pages for problem in _problems(page, site, links, missing)]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What some pages offer, and what they ask for: anchors by page, and by the file asked."""

    anchors: dict[str, frozenset[str]]
    asked: dict[str, set[str]]


def _look(pages: Iterable[str], links: _Links) -> _Seen:
    seen = _Seen({}, {})
    for page in pages:
        tree = _parse(page)
        seen.anchors[page] = frozenset(_ANCHORS(tree))
        for address in set(_LINKS(tree)):
            found = links.target(page, address)
            if found:
                seen.asked.setdefault(found[0], set()).add(found[1])
    return seen


def _problems(
    page: str, site: Path, links: _Links, missing: Mapping[str, set[str]]
) -> Iterator[Problem]:
    name = f"{site.name}/{Path(page).relative_to(site).as_posix()}"
    for line, address in _addresses(_parse(page)):
        target, anchor = links.target(page, address) or (page, "")
        lacking = missing.get(target, ())
        if not target:
            yield Problem(name, line, "error", f'The link "{address}" is no address.', "")
        elif "" in lacking:
            yield Problem(name, line, "error", f'The link "{address}" leads nowhere.', "")
        elif anchor in lacking:
            message = f'The link "{address}" names an anchor that is not there.'
            yield Problem(name, line, "error", message, "")


class _Links:
    """Finds the files that links lead to.

    site: its folder
    host_root: see `broken_links`
    """

    def __init__(self, site: str, host_root: str) -> None:
        self._site, self._host_root = site, host_root
        self._known: dict[tuple[str, str], str | None] = {}

    def target(self, page: str, address: str) -> tuple[str, str] | None:
        """The file that a page's link leads to, and the anchor in it; None for one elsewhere.

        What is no address leads to the file "", which there is not.
        """
        rest, _, fragment = address.strip().partition("#")
        path, anchor = rest.partition("?")[0], unquote(fragment)
        if not path:
            return page, anchor
        folder = os.path.dirname(page)
        if (folder, path) not in self._known:
            self._known[folder, path] = self._file(folder, path)
        file = self._known[folder, path]
        return None if file is None else (file, anchor)

    def _file(self, folder: str, address: str) -> str | None:
        try:
            parts = urlsplit(address)
        except ValueError:
            return ""
        if parts.scheme or parts.netloc or not parts.path:
            return None
        path = unquote(parts.path)
        if path.startswith("/"):
            if not path.startswith(self._host_root):
                return None
            folder, path = self._site, path.removeprefix(self._host_root)
        file = os.path.normpath(os.path.join(folder, path))
        # The file that a server would send.
        return os.path.join(file, "index.html") if os.path.isdir(file) else file


def _parse(page: str) -> Any:
    """The page as a tree; broken markup is read as browsers read it."""
    text = Path(page).read_text(encoding="utf-8", errors="replace").replace("\0", "")
    # Without `huge_tree` deep or long pages would be cut off, and nobody told.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    # As bytes: text that declares an encoding is refused.
    tree = etree.fromstring(text.encode() or b" ", parser)
    return etree.Element("html") if tree is None else tree


def _addresses(tree: Any) -> Iterator[tuple[int, str]]:
    """The line and the address of each link, image, script and style.

    Lines are counted up to 65,535, as libxml2 does.
    """
    for address in _PLACED(tree):
        yield address.getparent().sourceline, str(address)
