"""Words for why spellings are one entity's, and why two entities may be one."""

from __future__ import annotations

from collections.abc import Mapping

TEMPLATES: Mapping[str, str] = {}
