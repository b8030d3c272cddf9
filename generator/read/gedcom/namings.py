"""Where the names of people who are withheld stand in what is said of others: notes, above all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_LONGEST = 8  # words of a name
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Namings:
    """Finds names in texts.

    withheld, public: the names of those who are not named, and of all others. A name that both have
        is not looked for
    """

    def __init__(self, withheld: Iterable[str], public: Iterable[str]) -> None:
        self._public = {form for name in public for form in _forms(name)}
        self._names = {form for name in withheld for form in _forms(name)} - self._public
        self._lengths = sorted({len(name) for name in self._names})

    def are_in(self, text: str) -> bool:
        """Whether a text has one of the names."""
        found = _words(text) if self._names else ()
        return any(
            tuple(found[at : at + length]) in self._names
            and not self._is_end_of_another(found, at, length)
            for length in self._lengths
            for at in range(len(found) - length + 1)
        )

    def _is_end_of_another(self, found: Sequence[str], at: int, length: int) -> bool:
        """Whether a name is the end of a longer one, which is public."""
        longer = range(max(at + length - _LONGEST, 0), at)
        return any(tuple(found[first : at + length]) in self._public for first in longer)


def _words(text: str) -> Sequence[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _forms(name: str) -> Iterator[tuple[str, ...]]:
    """A name as it stands, with the first given name only, and with the surname first."""
    found = tuple(_words(name))
    if 1 < len(found) <= _LONGEST:
        yield from (found, (found[0], found[-1]), (found[-1], *found[:-1]))
