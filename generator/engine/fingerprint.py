"""Fingerprints: digests of what a result depends on, by which a later build knows it again.

Three of them, each a part of the next, and all SHA-256 in hexadecimal:

- `analysis_fingerprint`: all that the analysis of a source depends on, apart from the source;
- `site_fingerprint`: all that a page depends on, apart from the corpus;
- `inputs_fingerprint`: all that goes into a site.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import fields
from pathlib import Path

from generator.analyse.names import PACKAGES, engine_version, installed
from generator.config import Config
from generator.errors import Problem
from generator.model import Source
from generator.read import packages
from generator.read.ocr import ocr_version
from generator.read.office.word97 import doc_program_version
from generator.shipped import PACKAGE, shipped

# All our code that analyses a source. A test compares it with what that code imports.
ANALYSIS_CODE = (
    "lang",
    "read",
    "analyse",
    "model",
    "config.py",
    "csv_text.py",
    "directions.py",
    "errors.py",
    "frames.py",
    "hosts.py",
    "ids.py",
    "inflection.py",
    "name_languages.py",
    "personal.py",
    "redactions.py",
    "setting_values.py",
    "shipped.py",
    "engine/analysis_cache.py",
    "engine/extraction.py",
    "engine/parts.py",
)
# Folders of the package that hold no code; the models are in the version of the name engine.
_NOT_CODE = {"__pycache__", "models"}


def analysis_fingerprint(config: Config) -> str:
    """A digest of all that an analysis depends on apart from its source: code, models, settings."""
    total = hashlib.sha256()
    engine, shown = (
        engine_version(config.names),
        f"drafts {config.drafts}, columns {config.columns}, most {config.max_megabytes}",
    )
    ocr = f"ocr {config.ocr} {ocr_version(config.ocr)}"
    word = f"word {doc_program_version()}"
    withheld = f"withheld {config.redactions}"
    settings = (
        withheld,
        ocr,
        word,
        config.language,
        config.date_order,
        config.names,
        engine,
        shown,
    )
    libraries = map(installed, (*packages(), *PACKAGES))
    for text in (sys.version.split()[0], *settings, *libraries):
        total.update(f"{text}\0".encode())
    for name in ANALYSIS_CODE:
        path = PACKAGE / name
        for file in [path] if path.is_file() else _files(path, _NOT_CODE, links=False):
            total.update(file.read_bytes())
    return total.hexdigest()


def site_fingerprint(config: Config, analysis: str, libraries: Iterable[str]) -> str:
    """A digest of all that every page depends on: settings, our code, templates, static files.

    analysis: the analysis fingerprint
    libraries: the distributions that `render` uses, as `generator.render.packages` gives them
    """
    total = hashlib.sha256(analysis.encode())
    for field in fields(config):
        if field.name == "today":
            continue  # see `generator.engine.state`
        total.update(f"{field.name} {getattr(config, field.name)!r}\n".encode())
    for library in libraries:
        total.update(f"{library} {installed(library)}\n".encode())
    folders = (PACKAGE, shipped("templates"), shipped("static"), config.templates, config.static)
    if config.logo:
        total.update(_content(config.logo))
    for folder in (*folders, *filter(None, [config.root_files])):
        left_out = _NOT_CODE if folder == PACKAGE else frozenset()
        # Jinja follows links; static files are not taken from where they lead.
        for path in _files(folder, left_out, links=folder == config.templates):
            total.update(os.fsencode(path.relative_to(folder)))
            total.update(hashlib.sha256(_content(path)).digest())
    return total.hexdigest()


def inputs_fingerprint(sources: Iterable[Source], problems: Iterable[Problem], site: str) -> str:
    """A digest of all that goes into a site.

    sources: the sources and the editors' tables
    problems: what was wrong when they were loaded
    site: the site fingerprint
    """
    total = hashlib.sha256(site.encode())
    for source in sources:
        total.update(f"{source.path}\0{source.shown}\0{source.digest}\n".encode("utf-8", "replace"))
    for problem in problems:
        total.update(f"{problem}\n".encode("utf-8", "replace"))
    return total.hexdigest()


def _files(
    folder: Path, left_out: Collection[str], above: Collection[str] = frozenset(), *, links: bool
) -> Iterator[Path]:
    """All files in a folder and the folders in it; none where it does not exist.

    left_out: names of folders to skip
    above: real paths of the folders it is in
    links: whether to follow links to folders, unless they lead back to one of those
    """
    where = os.path.realpath(folder)
    try:
        found = sorted(folder.iterdir()) if where not in above else []
    except OSError:  # it does not exist or may not be read
        return
    for path in found:
        if os.path.isfile(path):
            yield path
        elif path.name not in left_out and (links or not path.is_symlink()):
            yield from _files(path, left_out, {*above, where}, links=links)


def _content(path: Path) -> bytes:
    """The bytes of a file; none where it cannot be read, which its user will report."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
