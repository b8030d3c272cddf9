"""What editors decide about sources: how much of each is published, and its date.

The settings carry it from here on (`Config.decisions`), so that sources are read with it, and what
was found in them before is not used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.config import Config
from generator.errors import CurationError, Problem
from generator.model import SOURCES_TABLE, Decision, Edits, Source
from generator.read import choose


def decided(config: Config, sources: Sequence[Source], edits: Edits) -> Config:
    """The settings with the decisions of `curation/sources.csv`. Of several lines the last counts.

    Identical files are one source. Raises CurationError for a line that stands for no source.
    """
    if not edits.sources:
        return config
    chosen = choose(sources, config)
    read = {source.digest for source in chosen.sources}
    named = {key: one for one in sources for key in (one.shown, one.path)}
    same = defaultdict(list)
    for source in sources:
        same[source.digest].append(source.path)
    found: dict[str, Decision] = {}
    wrong = []
    for edit in edits.sources:
        source_named = named.get(edit.source)
        if source_named is None or source_named.digest not in read:
            message = f'There is no source "{edit.source}".'
            hint = "Write a file that is read, as it lies in the folder of the sources."
            wrong.append(Problem(SOURCES_TABLE, edit.line, "error", message, hint))
            continue
        for path in same[source_named.digest]:
            known = found.get(path, Decision(path))
            value = {edit.action: edit.value}
            found[path] = replace(known, **value)
    if wrong:
        raise CurationError(wrong)
    return replace(config, decisions=tuple(found[path] for path in sorted(found)))
