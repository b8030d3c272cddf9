"""The size of a site, and whether its host takes it."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.config import FILE_NAME, Config, line_of
from generator.errors import Problem
from generator.hosts import HOSTS, Host

_MOST_NAMED = 3  # folders that hold most of a site


@dataclass(frozen=True, slots=True)
class SiteSize:
    """How large a site is.

    files, size: of all files: how many, and their bytes
    largest, largest_size: path and bytes of the largest page, without its pictures
    """

    files: int = 0
    size: int = 0
    largest: str = ""
    largest_size: int = 0


def size_of(sizes: Mapping[str, int]) -> SiteSize:
    """The size of a site. `sizes`: of its files in bytes, by path."""
    pages = (path for path in sizes if path.endswith(".html"))
    largest = max(pages, key=lambda path: (sizes[path], path), default="")
    return SiteSize(len(sizes), sum(sizes.values()), largest, sizes.get(largest, 0))


def misfits(sizes: Mapping[str, int], config: Config) -> tuple[Problem, ...]:
    """Why the host of the settings does not take the site, with what to change.

    sizes: of the site's files in bytes, by path
    """
    host = HOSTS[config.host]
    found = [*_whole(sizes, host, config), *_parts(sizes, host)]
    line = line_of(config, "host") if found else 0
    return tuple(Problem(FILE_NAME, line, "error", message, hint) for message, hint in found)


def _whole(sizes: Mapping[str, int], host: Host, config: Config) -> Iterator[tuple[str, str]]:
    size = sum(sizes.values())
    if host.size and size > host.size:
        most = _most(sizes)
        named = ", ".join(f"{folder} {shown_size(amount)}" for folder, amount in most)
        yield (
            f"{host.name} takes {shown_size(host.size)}, and the site has {shown_size(size)} "
            f"({named}).",
            _advice(config, most[0][0]),
        )
    if host.files and len(sizes) > host.files:
        most = _most(dict.fromkeys(sizes, 1))
        named = ", ".join(f"{folder} {number:,}" for folder, number in most)
        yield (
            f"{host.name} takes {host.files:,} files, and the site has {len(sizes):,} ({named}).",
            _advice(config, most[0][0]),
        )


def _parts(sizes: Mapping[str, int], host: Host) -> Iterator[tuple[str, str]]:
    for path, size in sorted(sizes.items()):
        if host.file_size and size > host.file_size:
            limit, shown = shown_size(host.file_size), shown_size(size)
            message = f"{host.name} takes files of {limit}, and {path} has {shown}."
            yield message, "Make the file smaller, or take it out of the sources."
    for folder, number in sorted(Counter(map(posixpath.dirname, sizes)).items()):
        if host.folder_files and number > host.folder_files:
            limit = f"{host.name} takes {host.folder_files:,} files in a folder"
            yield f"{limit}, and {folder}/ has {number:,}.", "Publish in several parts."


def _most(amounts: Mapping[str, int]) -> list[tuple[str, int]]:
    """The folders at the top of the site with the largest amounts, largest first."""
    found = Counter[str]()
    for path, amount in amounts.items():
        found[path.partition("/")[0] + "/" if "/" in path else "the top folder"] += amount
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))[:_MOST_NAMED]


def _advice(config: Config, folder: str) -> str:
    """What to change in the settings. `folder`: the one that has most."""
    if folder == "media/" and config.pages != "none":
        return 'With pages = "none" there are no pictures of pages.'
    if folder == "originals/":
        return "With publish_originals = false no files are offered for download."
    if folder in ("people/", "organisations/", "places/", "subjects/"):
        return f"With min_mentions = {max(config.min_mentions, 2) + 2} fewer names have a page."
    if folder == "search/":
        return "With search = false there is no search."
    if folder == "sources/" and config.publish == "full":
        return 'With publish = "quotes" only what is quoted is published.'
    return "Publish on a server of your own, or in several parts."


def shown_size(size: int) -> str:
    """Bytes in words: "85 kB", "12.3 MB", "1 GB"."""
    for unit, words in ((1_000_000_000, "GB"), (1_000_000, "MB")):
        if size >= unit:
            return f"{size / unit:.1f}".removesuffix(".0") + f" {words}"
    return f"{size / 1000:.0f} kB"
