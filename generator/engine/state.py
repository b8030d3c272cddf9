"""What the last build left, so that a build does nothing where nothing has changed.

A build keeps a digest of all that went into the site, and one of the site's files (names, sizes,
times). Where both are still the same, the site is what a build would make again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass

from generator.config import Config
from generator.engine.cache import Cache
from generator.engine.report import Report
from generator.write import File


@dataclass(frozen=True, slots=True)
class BuildState:
    """A finished build.

    inputs: fingerprint of all that went into the site (see `generator.engine.fingerprint`)
    site: digest of the site's files as the build left them
    report: of the build
    embargoes: the days of all embargoes, and whether each was over
    """

    inputs: str
    site: str
    report: Report
    embargoes: tuple[tuple[str, bool], ...] = ()


class LastBuild:
    """The state in which the last build left one output folder."""

    def __init__(self, config: Config) -> None:
        self._cache, self._today = Cache(config.cache / "last"), config.today
        output = hashlib.sha256(os.fsencode(config.output)).hexdigest()
        self._state, self._files = f"{output}-state", f"{output}-files"

    def state(self, inputs: str) -> BuildState | None:
        """The state of the last build; None where it had other inputs, or is unknown."""
        state = self._cache.get_value(self._state, BuildState)
        # Every site has files, and so a digest; without one, no site would be as it was left.
        if not state or not state.site or state.inputs != inputs:
            return None
        current = all((day <= self._today) == over for day, over in state.embargoes)
        return state if current else None

    def files(self) -> Mapping[str, File]:
        """The files that the last build left, by their paths; none where that is unknown."""
        return self._cache.get_value(self._files, dict[str, File]) or {}

    def save(self, state: BuildState | None, files: Mapping[str, File]) -> None:
        """Keep the state of a build; without a state, the next build will do all its work."""
        # In this order: if a build is killed in between, the files of one build must never be
        # found beside the state of another.
        self._cache.remove(self._state)
        self._cache.put_value(self._files, files)
        if state:
            self._cache.put_value(self._state, state)
