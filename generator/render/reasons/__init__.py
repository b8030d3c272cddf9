"""The words for reasons: `generator.model.Reason` has codes with arguments, readers get sentences.

Each module of this package has the words for one area, as a table from code to template. A template
names the arguments of its code in braces: "the day before {day}". Words start in lower case and end
without a full stop, since they follow a name or a colon.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.directions import isolated
from generator.model import Alias, Reason
from generator.render.catalogues import gettext, message, pgettext
from generator.render.reasons import edits, figures, names, origins, refusals, rules, times

AREAS = (names, edits, refusals, times, origins, figures)
TEMPLATES: Mapping[str, str] = {
    code: text for area in AREAS for code, text in area.TEMPLATES.items()
}


# Arguments that are types of entities, and what metadata can be of.
_NAMES_OF_TYPES = ("type", "other")
_TYPES = (message("person"), message("organisation"), message("place"))


def words(reason: Reason) -> str:
    """The reason in words for readers.

    An argument called `note` is what editors wrote about it; it follows in brackets.
    Raises LookupError for a code without words, and for arguments that its words need and it lacks.
    """
    if reason.code in times.TEMPLATES:
        return times.time_words(reason)
    if reason.code not in TEMPLATES:
        raise LookupError(f'there are no words for the reason "{reason.code}"')
    arguments = {name: isolated(value) for name, value in reason.arguments}
    note = arguments.pop("note", "")
    if reason.code == "metadata":
        arguments["of"] = pgettext("metadata of the", arguments["of"])
    for name in _NAMES_OF_TYPES:
        if arguments.get(name) in _TYPES:
            arguments[name] = gettext(arguments[name])
    text = gettext(TEMPLATES[reason.code]).format_map(arguments)
    return f"{text} ({note})" if note else text


def chain_words(steps: Iterable[Reason]) -> str:
    """A chain of steps from a spelling to the name of its entity, in words."""
    first, *further = steps
    following = (gettext(", which is {reason}", reason=words(step)) for step in further)
    return words(first) + "".join(following)


def alias_words(alias: Alias) -> str:
    """Why a spelling is taken for an entity's, in words."""
    return gettext("; or ").join(map(chain_words, alias.reasons))


def rule_words(rule: str) -> str:
    """What a rule for merging names does, by its name."""
    return rules.RULES[rule]
