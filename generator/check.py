"""Check: problems with the sources, and links of the built site that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.config import Config
from generator.errors import OutputError, Problem
from generator.load import load
from generator.read import read


def check_site(config: Config) -> tuple[Problem, ...]:
    """All problems, sources first. Raises OutputError when there is no site to check."""
    loaded = load(config)
    reading = read(loaded.sources, config)
    if not (config.output / "index.html").is_file():
        raise OutputError(f"There is no site at {config.output}.", "Run `sourcebook build` first.")
    sources = sorted((*loaded.problems, *reading.problems))
    return (*sources, *broken_links(config.output, urlsplit(config.base_url).path or "/"))


def broken_links(site: Path, host_root: str = "/") -> list[Problem]:
    """Links, images, scripts and styles of the site's pages that lead to nothing in it.

    host_root: path on the host where the site stands; links from there are the site's own too
    """
    pages = {path: _parse(path) for path in sorted(site.rglob("*.html"))}
    problems = []
    for path, page in pages.items():
        for line, address in page.links:
            message = _broken(site, path, address, pages, host_root)
            if message:
                name = f"{site.name}/{path.relative_to(site).as_posix()}"
                problems.append(Problem(name, line, "error", message, ""))
    return problems


@dataclass(slots=True)
class _Page:
    """What a page offers and asks for: its anchors, and its links with their lines."""

    anchors: set[str] = field(default_factory=set)
    links: list[tuple[int, str]] = field(default_factory=list)


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = _Page()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for key, value in attrs:
            if key == "id" and value:
                self.page.anchors.add(value)
            # A canonical link or a preview's address names the site from outside.
            elif key in ("href", "src") and ("rel", "canonical") not in attrs:
                self.page.links.append((self.getpos()[0], value or ""))


def _parse(path: Path) -> _Page:
    parser = _Parser()
    parser.feed(path.read_text(encoding="utf-8", errors="replace"))
    return parser.page


def _broken(site: Path, page: Path, address: str, pages: dict[Path, _Page], host_root: str) -> str:
    """What is wrong with a link, or ""."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return f'The link "{address}" is no address.'
    if parts.scheme or parts.netloc:
        return ""
    target = page
    if parts.path:
        path = unquote(parts.path)
        if path.startswith("/"):
            if not path.startswith(host_root):
                return ""
            target = site / path.removeprefix(host_root)
        else:
            target = page.parent / path
        target = next(_candidates(target), target)
        if not target.exists():
            return f'The link "{address}" leads nowhere.'
    anchor = unquote(parts.fragment)
    if anchor and target in pages and anchor not in pages[target].anchors:
        return f'The link "{address}" names an anchor that is not there.'
    return ""


def _candidates(target: Path) -> Iterator[Path]:
    """The file a server would send, with "." and ".." resolved."""
    clean = Path(*_normal(target.parts))
    if clean.is_dir():
        yield clean / "index.html"
    yield clean


def _normal(parts: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for part in parts:
        if part == ".." and found:
            found.pop()
        elif part != ".":
            found.append(part)
    return found
