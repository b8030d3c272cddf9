"""Single words for people: to whom a surname or a first name belongs.

In one document a single word belongs to the one full name that has it, if it follows it or there is
no other in the archive. Where a document has two people of one surname, the word alone belongs to
the first of them as long as the second has not been named: until then it can mean nobody else.
After that it is left apart. Where the document has no such name, it belongs to the one in the
whole archive, if something else that the document names is also named beside that person elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.derive.joining import Key, Named, Work
from generator.model import Mention

FULL_NAME = "stands for the full name in the same source"
_ALONE = "the only such name in the archive, beside the same names"
_EARLY = "the only such name so far in the same source"
_REGNAL = re.compile(r"[ivx]+")  # "Norton I" is a king's name, not somebody called I
_JUNIOR = frozenset(["jr", "sr"])
_FOREVER = 1 << 62


@dataclass(frozen=True, slots=True)
class Standing:
    """Whom a single word stands for in a document; `until`: up to which offset it does."""

    person: Key
    reason: str
    until: int = _FOREVER


class Surnames:
    """Full names of people by their single words, in the archive and in one document."""

    def __init__(self, named: Named, work: Work) -> None:
        self._work = work
        self._having: dict[str, set[Key]] = defaultdict(set)
        self._beside: dict[Key, set[Key]] = defaultdict(set)
        for mentions in named.values():
            roots = {work.root(key) for _, key in mentions}
            for key in _full_names(mentions):
                self._beside[work.root(key)] |= roots
                for word in _outer_words(key[1]):
                    self._having[word].add(work.root(key))

    def of_document(self, mentions: Sequence[tuple[Mention, Key]]) -> dict[Key, Standing]:
        """For single words in a document the person they stand for."""
        words = {key[1] for _, key in mentions if key[0] == "person" and " " not in key[1]}
        bearers = self._bearers(mentions)
        roots = {self._work.root(key) for _, key in mentions}
        found: dict[Key, Standing] = {}
        for word in words:
            here, anywhere = bearers.get(word, {}), self._having.get(word, set())
            first = next(m for m, key in mentions if key[0] == "person" and key[1] == word)
            # Where "Obama" stands before "Michelle Obama", it is somebody else's name.
            follows = any(at < first.provenance.start for at in here.values())
            if len(here) == 1 and (len(anywhere) == 1 or follows):
                found["person", word] = Standing(next(iter(here)), FULL_NAME)
            elif len(here) > 1 and follows:
                (person, _), (_, second) = sorted(here.items(), key=lambda item: item[1])[:2]
                found["person", word] = Standing(person, _EARLY, second)
            elif not here and len(anywhere) == 1:
                person = next(iter(anywhere))
                if (roots - {("person", word)}) & self._beside[person]:
                    found["person", word] = Standing(person, _ALONE)
        return found

    def _bearers(self, mentions: Sequence[tuple[Mention, Key]]) -> dict[str, dict[Key, int]]:
        """For each word the people that have it in a document, and where each is first named.

        A king's name counts only for a word that no other full name has.
        """
        bearers: dict[str, dict[Key, int]] = defaultdict(dict)
        kings: dict[str, dict[Key, int]] = defaultdict(dict)
        for mention, key in mentions:
            if key[0] == "person" and " " in key[1]:
                into = kings if _REGNAL.fullmatch(key[1].split()[-1]) else bearers
                for word in _outer_words(key[1]):
                    into[word].setdefault(self._work.root(key), mention.provenance.start)
        return {**kings, **bearers}


def _full_names(mentions: Sequence[tuple[Mention, Key]]) -> list[Key]:
    return sorted({key for _, key in mentions if key[0] == "person" and " " in key[1]})


def _outer_words(form: str) -> tuple[str, ...]:
    """The first name and the surname."""
    words = [word for word in form.split() if word.strip(".") not in _JUNIOR] or form.split()
    if _REGNAL.fullmatch(words[-1]):
        return (words[0],)
    return words[0], words[-1]
