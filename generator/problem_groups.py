"""Problems of one kind together: ten thousand equal lines are one line with a count.

Problems are of one kind if their messages differ only in what they quote: words in quotation marks,
paths and numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.errors import Level, Problem

_EXAMPLES = 3  # problems of one kind that are shown one by one
_HINTS = 2  # most that are shown for one kind
_QUOTED = re.compile(r'"[^"]*"|[^\s"]*/[^\s",;]*|\d[\d,.]*\d|\d')
_LEVELS: tuple[Level, ...] = ("error", "warning", "note")  # the most important first


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Problems of one kind.

    level: of all of them
    message: what is wrong; an ellipsis stands for what they quote, if there are several
    hint: what to do
    examples: the first of them
    number: of them
    """

    level: Level
    message: str
    hint: str
    examples: tuple[Problem, ...]
    number: int

    @property
    def places(self) -> str:
        """Where the examples are, and how many more there are."""
        places = ", ".join(problem.place for problem in self.examples)
        more = self.number - len(self.examples)
        return f"{places} and {more:,} more" if more else places

    def __str__(self) -> str:
        if self.number == 1:
            return str(self.examples[0])
        message = self.message.rstrip(".")
        return (
            f"{self.level}: {message}, {self.number:,} times: {self.places}. {self.hint}".rstrip()
        )


def grouped(problems: Iterable[Problem]) -> tuple[ProblemGroup, ...]:
    """The problems by kind: errors first, then the most frequent. Few of a kind stay apart."""
    kinds: dict[tuple[Level, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.level, _QUOTED.sub("…", problem.message)), []).append(problem)
    groups = []
    for (level, message), own in kinds.items():
        if len(own) <= _EXAMPLES:
            groups += [ProblemGroup(p.level, p.message, p.hint, (p,), 1) for p in own]
            continue
        hints = Counter(problem.hint for problem in own if problem.hint).most_common(_HINTS)
        hint = " ".join(text for text, _ in hints)
        groups.append(ProblemGroup(level, message, hint, tuple(own[:_EXAMPLES]), len(own)))
    return tuple(sorted(groups, key=lambda group: (_LEVELS.index(group.level), -group.number)))
