"""Sections that a project does not want: what their pages would show is taken out of the corpus.

So nothing can link to it. Names whose section is hidden stay in the data, as those do that have no
page of their own: what would lead to it leads to their first mention.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from generator.model import FOLDERS, Corpus


def without_sections(corpus: Corpus, hidden: Collection[str]) -> Corpus:
    """The corpus without the sections of the setting `hide`."""
    if not hidden:
        return corpus
    pageless = {kind for kind, folder in FOLDERS.items() if folder in hidden}
    return replace(
        corpus,
        entities=tuple(
            replace(e, has_page=False) if e.type in pageless else e for e in corpus.entities
        ),
        events=tuple(e for e in corpus.events if e.kind != "reported" or "timeline" not in hidden),
        claims=() if "claims" in hidden else corpus.claims,
        figures=() if "figures" in hidden else corpus.figures,
        series=() if "figures" in hidden else corpus.series,
        disagreements=() if "figures" in hidden else corpus.disagreements,
    )
