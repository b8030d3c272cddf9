"""How functions are called that read with a library in C, which a hostile file may break."""

from __future__ import annotations

from collections.abc import Callable

from generator.config import Config
from generator.model import Source
from generator.read.draft import Drafts

# Calls such a function, wherever that is safe. May raise GivenUp.
NativeReader = Callable[[Callable[[Source, Config], Drafts], Source, Config], Drafts]


def here(function: Callable[[Source, Config], Drafts], source: Source, config: Config) -> Drafts:
    """What the function finds, in this process: for files that can be trusted."""
    return function(source, config)
