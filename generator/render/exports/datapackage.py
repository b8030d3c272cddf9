"""The description of all data files for programs (Data Package 1, specs.frictionlessdata.io)."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping, Sequence

from generator.ids import slug
from generator.model import Stored
from generator.render.catalogues import gettext
from generator.render.exports import DataFile
from generator.render.site import Site

PATH = "data/datapackage.json"
# Columns that hold numbers; dates may be known to the month or the year only, and are texts.
_TYPES = {
    "mentions": "integer",
    "sources": "integer",
    "score": "number",
    "latitude": "number",
    "longitude": "number",
}


def datapackage(site: Site, files: Sequence[DataFile], stored: Mapping[str, Stored]) -> bytes:
    """The descriptor. `stored`: the size and the digest of each file, by its path."""
    found: dict[str, object] = {
        "profile": "data-package",
        "name": slug(site.title) or "archive",
        "title": site.title,
        "description": site.description,
        "homepage": site.base_url,
        "resources": [_resource(file, stored[file.path]) for file in files],
    }
    known = {key: value for key, value in found.items() if value}
    return (json.dumps(known, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _resource(file: DataFile, stored: Stored) -> dict[str, object]:
    path = posixpath.relpath(file.path, posixpath.dirname(PATH))
    described: dict[str, object] = {
        "profile": "tabular-data-resource" if file.columns else "data-resource",
        "name": path.lower().replace(".", "-").replace("/", "-"),
        "path": path,
        "title": gettext(file.title),
        "description": gettext(file.about),
        "format": path.removesuffix(".gz").rpartition(".")[2],
        "mediatype": file.media_type,
        "encoding": "utf-8",
        "bytes": stored.size,
        "hash": f"sha256:{stored.digest}",
    }
    if file.is_packed:
        described["compression"] = "gz"
    if file.columns:
        fields = [{"name": one, "type": _TYPES.get(one, "string")} for one in file.columns]
        described["schema"] = {"fields": fields}
    return described
