"""Pages in files of their own that are one document: those that a METS file lists, and those whose
names in one folder differ in their number only.

They are read as one source, which has the path of the METS file or of the first page.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote

from generator.model import Source
from generator.read.refused import Refused
from generator.read.scans.mets import mets_pages
from generator.read.tree import without_namespaces
from generator.read.xml import parse_xml

_MARK = b"sourcebook volume "
_ROOT = re.compile(rb"<(?:\w+:)?(alto|PcGts|mets)[\s>]")
_HEAD = 3000  # bytes within which the root element begins
_NUMBER = re.compile(r"\d+(?=\D*$)")


def with_volumes(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources; pages that belong together are one, in the place of the first of its files."""
    kinds = {s.path: kind for s in sources if (kind := _kind(s))}
    by_path = {source.path: source for source in sources if source.path in kinds}
    pages = [path for path, kind in kinds.items() if kind != "mets"]
    made: dict[str, Source] = {}
    taken: set[str] = set()
    for path, kind in kinds.items():
        if kind == "mets":
            wanted, named = _listed(by_path[path], [p for p in pages if p not in taken])
            if wanted:
                labels = [label for label, _ in wanted]
                own = [by_path[page] for _, page in wanted]
                made[path] = _packed(by_path[path], [by_path[path], *own], labels)
                taken |= named
    for group in _numbered(path for path in pages if path not in taken):
        first = by_path[group[0]]
        empty = replace(first, data=b"")
        own = [by_path[path] for path in group]
        made[first.path] = _packed(first, [empty, *own], [""] * len(own))
        taken |= set(group[1:])
    return tuple(made.get(s.path, s) for s in sources if s.path in made or s.path not in taken)


def _kind(source: Source) -> str:
    """What XML a source is; "" for anything else."""
    if not source.path.lower().endswith(".xml"):
        return ""
    found = _ROOT.search(source.data[:_HEAD])
    return found[1].decode() if found else ""


def _listed(mets: Source, pages: Iterable[str]) -> tuple[list[tuple[str, str]], set[str]]:
    """The pages that a METS file lists: labels and paths; and all their versions among the sources.

    Of several versions of a page the last counts.
    """
    try:
        root = parse_xml(mets.data, doctype=True)
    except Refused:
        return [], set()  # said where it is read
    without_namespaces(root)
    folder = posixpath.dirname(mets.path)
    below = [page for page in pages if not folder or page.startswith(f"{folder}/")]
    by_name: dict[str, list[str]] = defaultdict(list)
    for page in below:
        by_name[posixpath.basename(page)].append(page)
    found, named = [], set()
    for one in mets_pages(root):
        own = [path for address in one.files if (path := _path(address, folder, by_name))]
        named |= set(own)
        if own:
            found.append((one.label, own[-1]))
    return found, named


def _path(address: str, folder: str, by_name: Mapping[str, Sequence[str]]) -> str:
    """The path of the page with an address; "" if it is not among the sources."""
    plain = unquote(address.removeprefix("file://"))
    near = by_name.get(posixpath.basename(plain), ())
    exact = posixpath.normpath(posixpath.join(folder, plain))
    return exact if exact in near else near[0] if len(near) == 1 else ""


def _numbered(paths: Iterable[str]) -> list[list[str]]:
    """Groups of paths that differ in the last number of their names, in its order."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for path in paths:
        folder, name = posixpath.split(path)
        if _NUMBER.search(posixpath.splitext(name)[0]):
            groups[folder, *_NUMBER.split(name.rpartition(".")[0])].append(path)
    return [sorted(group, key=_order) for group in groups.values() if len(group) > 1]


def _order(path: str) -> tuple[int, str]:
    number = _NUMBER.search(posixpath.splitext(posixpath.basename(path))[0])
    return int(number[0]) if number else 0, path


def _packed(source: Source, files: Sequence[Source], labels: Sequence[str]) -> Source:
    """One source that holds several files: the METS file, which may be empty, and the pages."""
    head = json.dumps([[len(file.data) for file in files], list(labels)], ensure_ascii=True)
    data = _MARK + head.encode() + b"\n" + b"".join(file.data for file in files)
    digest = hashlib.sha256(data).hexdigest()
    return replace(source, data=data, digest=digest, file="", size=len(data))


def volume_of(data: bytes) -> tuple[bytes, tuple[tuple[str, bytes], ...]] | None:
    """The METS file and the pages with their labels in a source; None if it holds no volume."""
    if not data.startswith(_MARK):
        return None
    head, _, rest = data[len(_MARK) :].partition(b"\n")
    sizes, labels = json.loads(head)
    parts = []
    for size in sizes:
        parts.append(rest[:size])
        rest = rest[size:]
    return parts[0], tuple(zip(labels, parts[1:], strict=True))
