"""Why something was derived: a code with arguments. `generator.render.reasons` puts it into words.

No code compares or searches the words that readers see; it looks at the reason's code instead.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason.

    code: lower-case words with hyphens ("weekday-before")
    arguments: its details as (name, value) pairs, in the order given
    """

    code: str
    arguments: tuple[tuple[str, str], ...] = ()


def reason(code: str, /, **arguments: str) -> Reason:
    """`reason("weekday-before", day="Friday", published="2024-03-25")`."""
    return Reason(code, tuple(arguments.items()))
