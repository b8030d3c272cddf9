"""The command `sourcebook check`: problems with the sources and broken links of the built site.

Where no site stands yet, one is built in a temporary folder.

A first pass over the pages collects all anchors and all link targets and compares them. Only if a
target is missing, a second pass finds the pages and lines that link to it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from generator.config import Config
from generator.engine.budget import misfits
from generator.engine.build import build, without_withheld
from generator.engine.executors import Executor
from generator.engine.executors.fork import Track, fork_map, untracked
from generator.engine.extraction import read_once
from generator.engine.pictures import pictures_of
from generator.engine.progress import Progress
from generator.engine.withholding import refuse_unused
from generator.errors import Problem
from generator.load import load
from generator.model import Source
from generator.read import read_own_pages, redacted_problems
from generator.redactions import redactor

_BATCH = 100  # pages in one task
_ANCHORS = etree.XPath("//@id", smart_strings=False)
# A canonical link is the public address, not a path in the site.
_ADDRESSES = "(//*[not(@rel='canonical')]/@href) | //@src"
_LINKS = etree.XPath(_ADDRESSES, smart_strings=False)
_LOCATED_LINKS = etree.XPath(_ADDRESSES)  # the same, each with its element
_CANONICAL = etree.XPath("//head/link[@rel='canonical']/@href", smart_strings=False)


@dataclass(frozen=True, slots=True)
class Checked:
    """All problems, those of the sources first, and how tables were understood."""

    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]


def check_site(config: Config, progress: Progress, executor: Executor, jobs: int = 1) -> Checked:
    """What is wrong with the sources and the site. Raises SourcebookError as a build does.

    executor: reads the sources that are not in the cache
    jobs: processes that follow links, and build a site where there is none
    """
    if (config.output / "index.html").is_file():
        return _check_built(config, progress, executor, jobs)
    with tempfile.TemporaryDirectory(prefix="sourcebook-") as folder:
        # Its state must not be kept: the folder will never be built again.
        own = replace(config, output=Path(folder, config.output.name))
        report = build(own, progress, executor=executor, jobs=jobs, keep=False).report
        broken = _broken_in(own, progress, jobs)
    return Checked((*report.problems, *broken, *report.misfits), report.notes)


def _check_built(config: Config, progress: Progress, executor: Executor, jobs: int) -> Checked:
    """What is wrong with the sources, and with the site as it stands."""
    with progress.stage("read") as track:
        withholding = without_withheld(load(config), config, executor, progress)
        config, loaded = withholding.config, withholding.loaded
        reading = read_once(loaded.sources, config, executor, track)
    unused = refuse_unused(withholding, reading.withheld, complete=False)
    with progress.stage("pictures") as track:
        pictures = pictures_of(config)
        _, faults = pictures.measured(reading.documents, loaded.sources, executor, track)
    own = _own_pages(loaded.own_pages, config)
    problems = sorted((*loaded.problems, *reading.problems, *unused, *faults, *own))
    broken = _broken_in(config, progress, jobs)
    return Checked((*problems, *broken, *misfits(_sizes(config.output), config)), reading.notes)


def _sizes(site: Path) -> dict[str, int]:
    """The bytes of a site's files, by their paths in it."""
    files = (path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.stat().st_size for path in files}


def _own_pages(sources: Iterable[Source], config: Config) -> Iterable[Problem]:
    """What is wrong with own pages, and those that the site does not have."""
    found = read_own_pages(sources, config)
    missing = (page for page in found.pages if not (config.output / page.path).is_file())
    hint = "Build the site again; the build says why it leaves a page out."
    left_out = (Problem(p.shown, 0, "error", "Is not on the site.", hint) for p in missing)
    return redacted_problems((*found.problems, *left_out), redactor(config.redactions))


def _broken_in(config: Config, progress: Progress, jobs: int) -> list[Problem]:
    with progress.stage("links") as track:
        return broken_links(config.output, host_root_of(config), jobs, track)


def host_root_of(config: Config) -> str:
    """The path of the site on its host, as the home page has it.

    It may have been built for another address than the configuration names (`build --base-url`).
    """
    found: list[str] = list(_CANONICAL(_parse(str(config.output / "index.html"))))
    try:
        return urlsplit(found[0] if found else config.base_url).path or "/"
    except ValueError:
        return "/"


def broken_links(
    site: Path,
    host_root: str = "/",
    jobs: int = 1,
    track: Track = untracked,
) -> list[Problem]:
    """Links to pages, anchors, images, scripts and styles that the site does not have.

    host_root: path of the site on its host; links that start with it are internal too
    jobs: number of processes
    track: wraps an iterable of a known length to show progress
    """
    pages = sorted(str(path) for path in site.rglob("*.html") if path.is_file())
    batches = [pages[start : start + _BATCH] for start in range(0, len(pages), _BATCH)]
    links = _Links(str(site), host_root)
    scanned = fork_map(lambda number: _scan(batches[number], links), len(batches), jobs, track)
    anchors = {page: names for one in scanned for page, names in one.anchors.items()}
    missing: dict[str, set[str]] = {}  # anchors by file; "" means the file itself
    for one in scanned:
        for target, names in one.targets.items():
            if not os.path.exists(target):
                missing[target] = {"", *names}
            elif absent := names - anchors.get(target, names) - {""}:
                missing.setdefault(target, set()).update(absent)
    if not missing:
        return []
    return [problem for page in pages for problem in _problems(page, site, links, missing)]


@dataclass(frozen=True, slots=True)
class _PageLinks:
    """The anchors in each page of a batch, and those that its links want in each target file."""

    anchors: dict[str, frozenset[str]]
    targets: dict[str, set[str]]


def _scan(pages: Iterable[str], links: _Links) -> _PageLinks:
    scanned = _PageLinks({}, {})
    for page in pages:
        tree = _parse(page)
        scanned.anchors[page] = frozenset(_ANCHORS(tree))
        for address in set(_LINKS(tree)):
            found = links.target(page, address)
            if found:
                scanned.targets.setdefault(found[0], set()).add(found[1])
    return scanned


def _problems(
    page: str, site: Path, links: _Links, missing: Mapping[str, set[str]]
) -> Iterator[Problem]:
    name = f"{site.name}/{Path(page).relative_to(site).as_posix()}"
    for line, address in _addresses(_parse(page)):
        target, anchor = links.target(page, address) or (page, "")
        absent = missing.get(target, ())
        if not target:
            fault = "is not a valid address"
        elif "" in absent:
            fault = "leads to a missing file"
        elif anchor in absent:
            fault = "leads to a missing anchor"
        else:
            continue
        yield Problem(name, line, "error", f'Broken link: "{address}" {fault}.', "")


class _Links:
    """Resolves links to files of the site.

    site: folder of the site
    host_root: see `broken_links`
    """

    def __init__(self, site: str, host_root: str) -> None:
        self._site, self._host_root = site, host_root
        self._known: dict[tuple[str, str], str | None] = {}

    def target(self, page: str, address: str) -> tuple[str, str] | None:
        """The file and the anchor that a link on a page points to; None for an external link.

        An address that cannot be parsed gives the file "", which never exists.
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
    """The page as a tree; broken markup is repaired as browsers do."""
    text = Path(page).read_text(encoding="utf-8", errors="replace").replace("\0", "")
    # Without `huge_tree` lxml silently truncates very deep or long pages.
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    # As bytes: lxml refuses a string that declares an encoding.
    tree = etree.fromstring(text.encode() or b" ", parser)
    return etree.Element("html") if tree is None else tree


def _addresses(tree: Any) -> Iterator[tuple[int, str]]:
    """The line and the address of each link, image, script and style.

    libxml2 counts lines up to 65,535 only.
    """
    for address in _LOCATED_LINKS(tree):
        yield address.getparent().sourceline, str(address)
