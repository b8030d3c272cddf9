"""What passes between the scanner and the meanings: a matched row of tokens, and what it was found
to mean.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from generator.analyse.times.periods import Period
from generator.analyse.times.tokens import Tokens
from generator.model import Reason


@dataclass(frozen=True, slots=True)
class Meaning:
    """The reading of one expression, before it is placed in the text."""

    type: str
    value: str
    reason: Reason
    period: Period | None = None
    modality: str = ""
    span: tuple[int, int] | None = None  # tokens; None: the whole match
    until: Period | None = None  # the end of a range that begins here
    mark: str = (
        ""  # "spelled": with its year; "weekday": nothing but its name; "aside": not to count from
    )


Found = Meaning | tuple[Meaning, ...] | None


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens that a rule matched."""

    tokens: Tokens
    begin: int
    end: int

    def get(self, name: str, nth: int = 0) -> object | None:
        """What the nth token (from 0; -1 is the last) of a class is worth, or None."""
        found = self.every(name)
        return found[nth] if -len(found) <= nth < len(found) else None

    def every(self, name: str) -> list[object]:
        """The worth of each token of a class, in their order."""
        values = self.tokens.values[self.begin : self.end]
        return [known[name] for known in values if name in known]

    def number(self, name: str, nth: int = 0) -> int | None:
        """The same, when it is a whole number."""
        value = self.get(name, nth)
        return value if isinstance(value, int) else None

    def name(self, name: str, nth: int = 0) -> str:
        """The same, when it is a string; else the empty string."""
        value = self.get(name, nth)
        return value if isinstance(value, str) else ""

    def has(self, *names: str) -> bool:
        """Whether a token has one of the classes."""
        values = self.tokens.values[self.begin : self.end]
        return any(name in known for known in values for name in names)

    def part(self, begin: int, end: int) -> Hit:
        """Some of the tokens, counted from the beginning of the text."""
        return Hit(self.tokens, begin, end)

    def where(self, name: str) -> list[int]:
        """The places of the tokens of a class."""
        values = self.tokens.values
        return [i for i in range(self.begin, self.end) if name in values[i]]

    def is_one(self, name: str) -> bool:
        """Whether the match is a single token of a class."""
        return self.end - self.begin == 1 and self.has(name)

    def follows(self, name: str) -> bool:
        """Whether a token of a class stands right after the match."""
        values = self.tokens.values
        return self.end < len(values) and name in values[self.end]

    def preceded(self, name: str) -> bool:
        """Whether a token of a class stands right before the match."""
        return self.begin > 0 and name in self.tokens.values[self.begin - 1]

    def preceded_by(self, words: Container[str]) -> bool:
        """Whether one of some words stands right before the match."""
        return self.begin > 0 and self.tokens.word(self.begin - 1).lower() in words

    def opens_sentence(self) -> bool:
        """Whether nothing, a stop or an empty line stands before the match."""
        return self.tokens.opens_sentence(self.begin)

    @property
    def text(self) -> str:
        """The matched text."""
        return self.tokens.text[self.tokens.starts[self.begin] : self.tokens.ends[self.end - 1]]
