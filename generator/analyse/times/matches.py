"""What passes between the scanner and the interpreters: matched tokens, and what they mean."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from generator.analyse.times.periods import Period
from generator.analyse.times.tokens import Tokens
from generator.model import Reason


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What one expression means; where it is in the text is added later."""

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


Outcome = Interpretation | tuple[Interpretation, ...] | None


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens that a rule matched."""

    tokens: Tokens
    begin: int
    end: int

    def get(self, name: str, nth: int = 0) -> object | None:
        """The value of the nth token (from 0; -1 is the last) of a class, or None."""
        found = self.every(name)
        return found[nth] if -len(found) <= nth < len(found) else None

    def every(self, name: str) -> list[object]:
        """The value of each token of a class, in their order."""
        values = self.tokens.values[self.begin : self.end]
        return [known[name] for known in values if name in known]

    def number(self, name: str, nth: int = 0) -> int | None:
        """The same, if it is a whole number."""
        value = self.get(name, nth)
        return value if isinstance(value, int) else None

    def name(self, name: str, nth: int = 0) -> str:
        """The same, if it is a string; otherwise the empty string."""
        value = self.get(name, nth)
        return value if isinstance(value, str) else ""

    def has(self, *names: str) -> bool:
        """Whether a token has one of the classes."""
        values = self.tokens.values[self.begin : self.end]
        return any(name in known for known in values for name in names)

    def part(self, begin: int, end: int) -> Match:
        """Some of the tokens, counted from the beginning of the text."""
        return Match(self.tokens, begin, end)

    def indexes(self, name: str) -> list[int]:
        """The indexes of the tokens of a class."""
        values = self.tokens.values
        return [i for i in range(self.begin, self.end) if name in values[i]]

    def is_one(self, name: str) -> bool:
        """Whether the match is a single token of a class."""
        return self.end - self.begin == 1 and self.has(name)

    def follows(self, name: str) -> bool:
        """Whether a token of a class follows the match."""
        values = self.tokens.values
        return self.end < len(values) and name in values[self.end]

    def preceded(self, name: str) -> bool:
        """Whether a token of a class precedes the match."""
        return self.begin > 0 and name in self.tokens.values[self.begin - 1]

    def preceded_by(self, words: Container[str]) -> bool:
        """Whether one of some words precedes the match."""
        return self.begin > 0 and self.tokens.word(self.begin - 1).lower() in words

    def opens_sentence(self) -> bool:
        """Whether the match opens the text, or follows a stop or an empty line."""
        return self.tokens.opens_sentence(self.begin)

    @property
    def text(self) -> str:
        """The matched text."""
        return self.tokens.text[self.tokens.starts[self.begin] : self.tokens.ends[self.end - 1]]
