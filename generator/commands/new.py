"""The command `sourcebook new`: a project to start from, and what publishes it on a host.

The recipes for hosts are the files in `generator/recipes/`.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Mapping
from pathlib import Path

from generator import __version__
from generator.commands.schema import SCHEMA_NAME, schema
from generator.config import FILE_NAME, settings
from generator.errors import SourcebookError
from generator.shipped import PACKAGE

USUAL_HOST = "github"
# For each host the files of its recipe, by their paths in the project.
HOSTS: Mapping[str, Mapping[str, str]] = {
    "github": {".github/workflows/publish.yml": "github.yml"},
    "gitlab": {".gitlab-ci.yml": "gitlab.yml"},
    "netlify": {
        "netlify.toml": "netlify.toml",
        "netlify-cache/index.js": "netlify-cache.js",
        "netlify-cache/manifest.yml": "netlify-cache.yml",
        "netlify-cache/package.json": "netlify-cache.json",
    },
    "cloudflare": {".github/workflows/publish.yml": "cloudflare.yml"},
    "rsync": {"publish.sh": "rsync.sh"},
}
# What the settings call the hosts that have limits.
_LIMITED = {
    "github": "github-pages",
    "gitlab": "gitlab-pages",
    "netlify": "netlify",
    "cloudflare": "cloudflare-pages",
}
_COLUMN = 32  # where comments begin
_WIDTH = 68  # characters of a comment on one line
_CONFIG = f"""\
#:schema ./{SCHEMA_NAME}
# All keys are optional. Those commented out show their default values.
title = "My archive"
description = "One sentence that says what this archive holds."
about = \"\"\"
Who collected these sources, how, and what is missing. Markdown, *as long as you like*.
\"\"\"
"""
_WRITTEN = ("title", "description", "about")
_TABLES = ("columns", "publish_in")

_MARKDOWN = """\
---
title: What a source looks like
date: 2024-01-31
publisher: Your archive
kind: note
tags: [example]
people: [Ada Lovelace]
places: [London]
---
This is an example. Replace it with a source of your own: a report, a note, a letter.

The lists `people`, `organisations` and `places` above say who and what the text is about. Ada
Lovelace, who was born in London, is found in the text by her name and gets a page of her own.
"""

_PLAIN = """\
date 2024-02-01 A plain text file needs only its date, at the start. Each line is a paragraph.
A Heading on a Line of Its Own
Short lines in title case without a full stop are headings. Every sentence on the finished page \
has its own permanent link.
"""

_IGNORED = "site/\npublic/\n.site.sourcebook-*\n.public.sourcebook-*\n.sourcebook*/\n.netlify/\n"


def new_project(folder: Path, host: str = "") -> tuple[list[Path], list[Path]]:
    """Create the project, or add a host's files to one.

    Returns the paths of the new files, and of those that were there already and are left alone.

    host: a key of HOSTS, or "" for the usual one

    Raises SourcebookError when the folder is not empty, unless it is a project and a host is given,
    or cannot be created.
    """
    try:
        there = folder.exists() and any(folder.iterdir())
        if there and not (host and (folder / FILE_NAME).is_file()):
            raise SourcebookError(
                f"{folder} is not empty.", "Choose a folder that does not exist yet."
            )
        made: list[Path] = []
        kept: list[Path] = []
        recipe = _recipe(host or USUAL_HOST)
        for name, text in (recipe if there else {**_project(host or USUAL_HOST), **recipe}).items():
            path = folder / name
            (kept if path.exists() else made).append(path)
            if path.exists():
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return made, kept
    except OSError as error:
        raise SourcebookError(f"Could not create {folder}: {error.strerror}.") from error


def _project(host: str) -> dict[str, str]:
    """The files of every project, by their paths."""
    limits = f'host = "{_LIMITED[host]}"\n' if host in _LIMITED else ""
    return {
        FILE_NAME: _CONFIG + limits + "".join(_commented_out(but="host" if limits else "")),
        SCHEMA_NAME: json.dumps(schema(), indent=2, ensure_ascii=False) + "\n",
        "seeds/what-a-source-looks-like.md": _MARKDOWN,
        "seeds/a-plain-text.txt": _PLAIN,
        ".gitignore": _IGNORED,
    }


def _recipe(host: str) -> dict[str, str]:
    """What publishes a project on a host: files by their paths."""
    files = {path: _recipe_text(name) for path, name in HOSTS[host].items()}
    return {"requirements.txt": f"sourcebook>={__version__}\n", **files}


def _recipe_text(name: str) -> str:
    return (PACKAGE / "recipes" / name).read_text(encoding="utf-8")


def _commented_out(but: str) -> list[str]:
    """Lines of all keys that the new project does not set, with their values and what they are.

    but: another key that it sets
    """
    lines = []
    for setting in settings():
        if setting.name not in (*_WRITTEN, but):
            first, *more = textwrap.wrap(setting.metadata["words"], _WIDTH)
            value = _toml(setting.metadata["shown"], table=setting.name in _TABLES)
            lines.append(f"# {setting.name} = {value}".ljust(_COLUMN - 1) + f" # {first}\n")
            lines += [f"{'#'.ljust(_COLUMN)}# {line}\n" for line in more]
    return lines


def _toml(value: object, *, table: bool) -> str:
    """A value as TOML has it; what JSON has is the same, except empty lists that are tables."""
    return "{}" if table else json.dumps(value)
