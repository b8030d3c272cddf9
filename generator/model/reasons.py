"""Why something was derived: a code with arguments; `generator.render.reasons` makes words of it.

Nothing compares or searches the words that readers see; whoever needs to know why looks at the
code.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason.

    code: which one, lower-case words with hyphens ("weekday-before")
    arguments: what it says, as (name, value) pairs in the order in which they were given
    """

    code: str
    arguments: tuple[tuple[str, str], ...] = ()


def reason(code: str, /, **arguments: str) -> Reason:
    """`reason("weekday-before", day="Friday", published="2024-03-25")`."""
    return Reason(code, tuple(arguments.items()))
