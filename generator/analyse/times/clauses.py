"""The sentence around an expression, and the tense of its clause.

The nearest sign of tense before it in its sentence counts ("will", "is due", or "said", "-ed");
failing that, the nearest after it. A sign counts for what it is beside its neighbours: "the planned
trip" and "a closed shop" show nothing, "had been due" and "could not be reached" look back.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.analyse.times.tokens import NOTHING, Tokens, Values
from generator.lang.language import TimeRules

PAST, FUTURE, FUTURE_WITH_TO = -1, 1, 2
DONE = -2  # a past that no verb of saying makes
DUE = 3  # future, but for "did not meet", "agreed to meet"
# At the beginning of a sentence the nearest sign counts; further in, one ahead only when it is so
# many times nearer than the one before.
OPENING, NEARER = 4, 4
BACK, AHEAD = 30, 16  # how many tokens before and after an expression may show its tense
_RIGHT_BESIDE = 4  # tokens
LINE = 200  # code points before a date within which its line may begin
DENIED_WITHIN = 8  # so many tokens before "could" a "neither" or "nobody" denies it


@dataclass(frozen=True, slots=True)
class Clauses:
    """The sentences and paragraphs of a text, token by token.

    breaks: the tokens between paragraphs
    """

    tokens: Tokens
    sentences: Sequence[tuple[int, int]]
    language: TimeRules
    breaks: Sequence[int]

    def crosses_line(self, begin: int, end: int) -> bool:
        """Whether tokens begin..end reach from one sentence into the next line's."""
        start, stop = self.tokens.starts[begin], self.tokens.ends[end - 1]
        if not self.sentences or "\n" not in self.tokens.text[start:stop]:
            return False
        at = bisect_right(self.sentences, (start, len(self.tokens.text))) - 1
        return at >= 0 and start < self.sentences[at][1] < stop

    def head(self, begin: int) -> int:
        """Where the sentence or line around a token begins in the text."""
        start = self.tokens.starts[begin]
        line = self.tokens.text.rfind("\n", max(start - LINE, 0), start) + 1
        at = bisect_right(self.sentences, (start, len(self.tokens.text))) - 1
        return max(line, self.sentences[at][0] if at >= 0 else 0)

    def paragraph_of(self, index: int) -> int:
        """The number of a token's paragraph."""
        return bisect_right(self.breaks, index)

    def sentence_of(self, index: int) -> int:
        """The number of a token's sentence; 0 where no sentences are known."""
        if not self.sentences or index < 0:
            return 0
        return bisect_right(self.sentences, (self.tokens.starts[index], len(self.tokens.text)))

    def is_done(self, begin: int, end: int) -> bool:
        """Whether the clause of an expression has a tense."""
        sign = self._nearest_sign(begin, end)
        if sign is None:
            return False
        return not any("COMMA" in self.tokens.values[i] for i in range(sign[0], begin))

    def around(self, begin: int, end: int) -> range:
        """The tokens near an expression in its sentence."""
        low, high = self.bounds(begin, end)
        return range(max(low, begin - BACK), min(high, end + AHEAD))

    def tense(self, begin: int, end: int) -> int:
        """PAST, FUTURE or 0 for what the words around the tokens begin…end say."""
        sign = self._nearest_sign(begin, end)
        return sign[1] if sign else 0

    def is_told_beside(self, begin: int, end: int) -> bool:
        """Whether a past tense is right beside an expression: "it spent the next two months"."""
        sign = self._nearest_sign(begin, end)
        if sign is None or sign[1] >= 0:
            return False
        return begin - _RIGHT_BESIDE <= sign[0] < end + _RIGHT_BESIDE

    def was_over(self, begin: int, end: int) -> bool:
        """Whether something "had" happened by then, as in "all had left by Friday"."""
        sign = self._nearest_sign(begin, end)
        if sign is None or sign[1] != DONE:
            return False
        at = sign[0]
        had = any("HAD" in self.tokens.values[i] for i in range(max(at - 2, 0), at + 1))
        return had and not any(map(self._is_to, range(at, begin)))

    def _nearest_sign(self, begin: int, end: int) -> tuple[int, int] | None:
        """The token that shows the tense of an expression, and that tense."""
        low, high = self.bounds(begin, end)
        if self.sentences and self._opens(begin - 1):
            low = begin - 1
        back = self._sign(range(begin - 1, max(low, begin - BACK) - 1, -1))
        ahead = self._sign(range(end, min(high, end + AHEAD)))
        if back is None or ahead is None:
            return back or ahead
        # "He said that on Friday they would": the verb of the new clause counts.
        if any("CLAUSE" in self.classes(begin - step) for step in (1, 2)):
            return ahead
        # After "and" comes another verb, which does not affect what is before.
        if any("AND" in self.tokens.values[i] for i in range(end, ahead[0])):
            return back
        factor = 1 if begin - low <= OPENING else NEARER
        return ahead if (ahead[0] - end) * factor < begin - 1 - back[0] else back

    def _opens(self, index: int) -> bool:
        """Whether a preposition with a capital opens a sentence; the one before may lack a stop."""
        word = self.tokens.word(index) if index >= 0 else ""
        return word[:1].isupper() and word.lower() in self.language.date_prepositions

    def _sign(self, indexes: range) -> tuple[int, int] | None:
        """The first token that shows a tense, and that tense."""
        for index in indexes:
            tense = self._token_tense(index)
            if tense:
                return index, tense
        return None

    def _token_tense(self, index: int) -> int:
        """The tense that one word shows, by itself or by its ending."""
        known = self.tokens.values[index]
        if "MONTH" in known:
            return 0  # "May", which a verb is only without a capital
        if "TENSE" in known:
            tense = known["TENSE"]
            return self._tense_in_context(tense, index) if isinstance(tense, int) else 0
        if "ARRANGING" in known:
            return FUTURE if "PRESENTBE" in self.classes(index - 1) else 0
        word = self.tokens.word(index)
        if len(word) < 5 or not word.islower():
            return 0
        for ending, tense in self.language.endings.items():
            if word.endswith(ending):
                return 0 if self._describes(index) else self._unless_passive(tense, index)
        return 0

    def _tense_in_context(self, tense: int, index: int) -> int:
        """The tense of a word, given the words around it."""
        known, before = self.tokens.values[index], self.classes(index - 1)
        if tense == FUTURE_WITH_TO:
            set_for = "SET" in known and "FORWARD" in self.classes(index + 1)
            return FUTURE if set_for or self._is_to(index + 1) else 0
        if "WON" in known and "APOSTROPHE" in self.classes(index + 1):
            return FUTURE if "TEE" in self.classes(index + 2) else tense
        if tense == DUE:
            return 0 if "UNSAID" in before else FUTURE
        if "ABLE" in known and self._denied(index):
            return DONE
        if tense == FUTURE and "WILL" not in known and "HAVE" in self.classes(index + 1):
            return DONE  # "may have burned"
        if "PLANNED" in known:
            if "BEEN" in before and "HAD" in self.classes(index - 2):
                return DONE  # "had been due on Friday" looks back at a plan
            return 0 if self._describes(index) else tense
        return self._unless_passive(tense, index)

    def _is_to(self, index: int) -> bool:
        """Whether a token is the "to" of an infinitive; with a capital it is in a name."""
        return "TO" in self.classes(index) and self.tokens.word(index).islower()

    def classes(self, index: int) -> Values:
        """The classes of a token; none outside the text."""
        values = self.tokens.values
        return values[index] if 0 <= index < len(values) else NOTHING

    def _describes(self, index: int) -> bool:
        """Whether a participle describes a noun: "a closed shop", "the long planned tour"."""
        before = self.classes(index - 1)
        if "DEGREE" in before:
            before = self.classes(index - 2)
        return "ARTICLE" in before

    def _denied(self, index: int) -> bool:
        """Whether what could be was not: "could not be reached", "neither could be found"."""
        for other in range(index + 1, index - DENIED_WITHIN, -1):
            if "DENIAL" in self.classes(other):
                return True
            if other < 0 or (other < index and self.stops(other)):
                return False
        return False

    def _unless_passive(self, tense: int, index: int) -> int:
        """A participle is not a past tense after "be" ("to be paid") or "is" ("is closed")."""
        passive = self.classes(index - 1).get("INFINITIVE")
        if tense >= 0 or not isinstance(passive, int):
            return tense
        before = range(index - 2, max(index - 5, -1), -1)  # "could not be", "couldn't be"
        able = next((i for i in before if "ABLE" in self.tokens.values[i]), None)
        return tense if able is not None and self._denied(able) else passive

    def bounds(self, begin: int, end: int) -> tuple[int, int]:
        """The tokens of the sentence around an expression, as a half-open range."""
        starts = self.tokens.starts
        if self.sentences:
            at = bisect_right(self.sentences, (starts[begin], len(self.tokens.text))) - 1
            first, last = self.sentences[max(at, 0)]
            if first <= starts[begin] < last:
                return bisect_right(starts, first - 1), bisect_right(starts, last - 1)
        low, high = begin, end
        while low > 0 and begin - low < BACK and not self.stops(low - 1):
            low -= 1
        while high < len(starts) and high - end < AHEAD and not self.stops(high):
            high += 1
        return low, high

    def stops(self, index: int) -> bool:
        """Whether a token ends a sentence: ! ? an empty line, or a full stop before a capital."""
        known = self.tokens.values[index]
        if "STOP" in known or "BREAK" in known:
            return True
        if "DOT" not in known or index + 1 >= len(self.tokens.starts):
            return False
        before = self.tokens.word(index - 1) if index else ""
        follows = self.tokens.word(index + 1)
        return follows[:1].isupper() and (len(before) > 4 or before[:1].islower())
