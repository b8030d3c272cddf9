"""Libraries that not everybody installs: `pip install "sourcebook[mail]"`."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from generator.read.refused import Refused


def optional(module: str, distribution: str, extra: str) -> Any:
    """A library that only some formats need.

    module: what is imported ("olefile")
    distribution: what it is called on PyPI
    extra: of ours that has it ("mail")

    Raises Refused where it is not installed, which says how to install it.
    """
    try:
        return import_module(module)
    except ImportError:
        hint = f'Install it: pip install "sourcebook[{extra}]".'
        raise Refused(f"Needs {distribution}, which is not installed.", hint) from None
