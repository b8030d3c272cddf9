"""The rules by which names are merged, in the order in which they are applied.

A rule's name appears in `sourcebook explain`; `generator.render.reasons.rules` says in words what
each does.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.derive.entities.abbreviations import merge_abbreviations
from generator.derive.entities.context import Context
from generator.derive.entities.nicknames import merge_nicknames
from generator.derive.entities.organisations import (
    merge_branches,
    merge_legal_forms,
    merge_well_known,
)
from generator.derive.entities.parties import merge_parties, merge_plurals
from generator.derive.entities.places import merge_place_abbreviations, merge_same_places
from generator.derive.entities.spellings import (
    merge_middle_names,
    merge_other_spellings,
    merge_transliterations,
)
from generator.derive.entities.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that merges names of the whole archive.

    apply: merges and refuses, in the workspace's resolver
    fresh: whether it needs a context that reflects what the rules before it have merged
    """

    name: str
    apply: Callable[[Workspace], None]
    fresh: bool = False


RULES: tuple[Rule, ...] = (
    Rule("abbreviations", merge_abbreviations),
    Rule("well-known-names", merge_well_known),
    Rule("legal-forms", merge_legal_forms),
    Rule("plurals", merge_plurals),
    Rule("parties", merge_parties),
    Rule("branches", merge_branches),
    Rule("place-abbreviations", merge_place_abbreviations),
    Rule("same-places", merge_same_places),
    Rule("transliterations", merge_transliterations, fresh=True),
    Rule("middle-names", merge_middle_names),
    Rule("nicknames", merge_nicknames),
    Rule("other-spellings", merge_other_spellings, fresh=True),
)
# What a short name stands for is decided for each document separately, when all names are merged.
SHORT_NAMES = "short-names"


def apply_rules(space: Workspace) -> None:
    """Apply all rules to the names of an archive."""
    for rule in RULES:
        space.resolver.rule = rule.name
        if rule.fresh:
            space.context = Context(space.index, space.resolver)
        rule.apply(space)
