"""The command `sourcebook schema`: a JSON schema of `sourcebook.toml`, for editors.

It is made from the settings themselves (`generator.config.Config`), so that it cannot lack one.
"""

from __future__ import annotations

from dataclasses import MISSING, Field
from typing import Any, get_type_hints

from generator.config import FILE_NAME, MOST, Config, settings
from generator.model import PUBLISH
from generator.setting_values import COLUMN_ROLES

SCHEMA_NAME = "sourcebook.schema.json"
# Draft 4 is what Even Better TOML knows.
_DRAFT = "http://json-schema.org/draft-04/schema#"
_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_COLUMNS = {
    "type": "object",
    "additionalProperties": False,
    "properties": {role: {"anyOf": [_TEXT, _TEXTS]} for role in COLUMN_ROLES},
}
_BY_TYPE: dict[Any, dict[str, Any]] = {
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 1, "maximum": MOST},
    tuple[str, ...]: _TEXTS,
    tuple[tuple[str, tuple[str, ...]], ...]: _COLUMNS,
    tuple[tuple[str, str], ...]: {
        "type": "object",
        "additionalProperties": {"type": "string", "enum": list(PUBLISH)},
    },
}


def schema() -> dict[str, Any]:
    """The schema, as JSON data."""
    kinds = get_type_hints(Config)
    return {
        "$schema": _DRAFT,
        "title": FILE_NAME,
        "description": "The settings of a Sourcebook project. All are optional.",
        "type": "object",
        "additionalProperties": False,
        "properties": {one.name: _property(one, kinds[one.name]) for one in settings()},
    }


def _property(setting: Field[Any], kind: Any) -> dict[str, Any]:
    words, choices = setting.metadata["words"], setting.metadata["choices"]
    found = {"description": f"{words[0].upper()}{words[1:]}.", **_BY_TYPE.get(kind, _TEXT)}
    if choices and kind == tuple[str, ...]:
        found["items"] = {**_TEXT, "enum": list(choices)}
    elif choices:
        found["enum"] = list(choices)
    shown = setting.metadata["shown"]
    if setting.default in (shown, MISSING) and shown != ():
        found["default"] = shown
    return found
