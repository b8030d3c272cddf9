"""What a document adds to its times: its day, the dates mentioned so far, and the tense of a
clause.

A weekday, a month or "two days later" has no date of its own. Three things supply it:

- the day of publication, for "yesterday", "last month", "Friday";
- the most recent calendar date mentioned before, for "two days later", "the following month", and
  for day and month in a text about another year;
- the tense of the words around it, for "Friday" past or to come. The nearest sign of tense before
  it in its sentence counts ("will", "is due", or "said", "-ed"); failing that, the nearest after
  it. No sign at all means the past for weekdays and the nearest such month or day for dates, as
  in news. A sign counts for what it is beside its neighbours: "the planned trip" and "a closed
  shop" show nothing, "had been due" and "could not be reached" look back.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.analyse.times.periods import Period, day_of, month_of, of_day
from generator.analyse.times.tokens import NOTHING, Tokens, Values
from generator.lang.language import TimeRules

PAST, FUTURE, FUTURE_WITH_TO = -1, 1, 2
DONE = -2  # a past that no verb of saying makes
DUE = 3  # future, but for "did not meet", "agreed to meet"
# At the beginning of a sentence the nearest sign counts; further in, one ahead only when it is so
# many times nearer than the one before.
OPENING, NEARER = 4, 4
# A date on the wrong side of publication for its tense counts as so many times as far away.
AGAINST = {-2: 8.0, -1: 1.5, 0: 1.0, 1: 6.0}
HALF_A_YEAR = 183  # days
# So many tokens after "1 to 3 June 2024" a day and month belong to that year.
NEARBY = 12
BESIDE = 2  # tokens between a year and a date in it: ", on"
BETWEEN = frozenset({"COMMA", "BREAK"})  # marks there
BACK, AHEAD = 30, 16  # how many tokens before and after an expression may show its tense
LINE = 200  # code points before a date within which its line may begin
DENIED_WITHIN = 8  # so many tokens before "could" a "neither" or "nobody" denies it


@dataclass(slots=True)
class Context:
    """The state of one pass over one document."""

    tokens: Tokens
    document: Period | None
    day_first: bool
    order_known: bool  # whether the text, the settings or the language leave no other order
    sentences: Sequence[tuple[int, int]]
    language: TimeRules
    history: bool  # whether the text is about other years more than about these days
    mention: Period | None = None  # the last calendar date
    mention_begin: int = -1  # its first token
    mention_end: int = -1  # the token after it
    heading: int | None = None  # the last year on a separate line
    last_day: Period | None = None  # the last date that is a single day
    last_day_end: int = -1  # the token after it
    named_year: int | None = None  # the last year written out
    named_end: int = -1  # the token after it, when it was written with a day or month
    quarter: Period | None = None  # the first quarter named: the one that a report is about
    dateline: bool = False  # whether `document` is the day of a dateline
    yearly: bool = False  # whether the figures last named are those of more than a quarter

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

    def remember(self, period: Period, spelled: bool, begin: int, end: int) -> None:
        """Keep a date, and its tokens, for what refers back to it."""
        self.mention, self.mention_begin, self.mention_end = period, begin, end
        alone = self._begins_line(begin) and "BREAK" in self._classes(end)
        if spelled and period.unit == "year" and alone:
            self.heading = period.first.year
        if period.unit == "day":
            self.last_day, self.last_day_end = period, end
        if period.unit == "quarter" and self.quarter is None and self._is_recent(period):
            self.quarter = period
        if spelled:
            self.named_year = period.first.year
            self.named_end = end if period.unit in ("day", "month") else -1

    def _is_recent(self, period: Period) -> bool:
        """Whether a period lies within a year or so of publication, as far as that is known."""
        if self.document is None:
            return True
        return abs(period.first.year - self.document.first.year) <= 1

    def anchor(self, unit: str) -> Period | None:
        """The unit that publication lies in; None when it is not known that exactly."""
        return within(self.document, unit)

    def mentioned(self, unit: str) -> Period | None:
        """The unit that the last date named lies in, or publication if none was."""
        return within(self.mention, unit) if self.mention else self.anchor(unit)

    def day_of_clock(self, begin: int, end: int, *, bare: bool = False) -> Period | None:
        """The day of a time of day: one named in its sentence or the one before, or publication.

        None for a habit ("usually I write in the morning").

        bare: whether it is just "the morning", which belongs to a day only where its clause says
            that something was or will be done
        """
        apart = self._sentence_of(begin) - self._sentence_of(self.last_day_end - 1)
        if self.last_day is not None and apart == 0:
            return self.last_day
        low, high = self._sentence(begin, end)
        around = range(max(low, begin - BACK), min(high, end + AHEAD))
        if any("HABIT" in self.tokens.values[index] for index in around):
            return None
        if self.last_day is not None and apart == 1:
            return self.last_day
        return None if bare and not self._is_done(begin, end) else self.anchor("day")

    def _is_done(self, begin: int, end: int) -> bool:
        """Whether the clause of an expression has a tense."""
        sign = self._nearest_sign(begin, end)
        if sign is None:
            return False
        return not any("COMMA" in self.tokens.values[i] for i in range(sign[0], begin))

    def _sentence_of(self, index: int) -> int:
        """The number of a token's sentence; 0 where no sentences are known."""
        if not self.sentences or index < 0:
            return 0
        return bisect_right(self.sentences, (self.tokens.starts[index], len(self.tokens.text)))

    # --- the tense of the clause

    def tense(self, begin: int, end: int) -> int:
        """PAST, FUTURE or 0 for what the words around the tokens begin…end say."""
        sign = self._nearest_sign(begin, end)
        return sign[1] if sign else 0

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
        low, high = self._sentence(begin, end)
        back = self._sign(range(begin - 1, max(low, begin - BACK) - 1, -1))
        ahead = self._sign(range(end, min(high, end + AHEAD)))
        if back is None or ahead is None:
            return back or ahead
        # "He said that on Friday they would": the verb of the new clause counts.
        if any("CLAUSE" in self._classes(begin - step) for step in (1, 2)):
            return ahead
        # After "and" comes another verb, which does not affect what is before.
        if any("AND" in self.tokens.values[i] for i in range(end, ahead[0])):
            return back
        factor = 1 if begin - low <= OPENING else NEARER
        return ahead if (ahead[0] - end) * factor < begin - 1 - back[0] else back

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
        word = self.tokens.word(index)
        if len(word) < 5 or not word.islower():
            return 0
        for ending, tense in self.language.endings.items():
            if word.endswith(ending):
                return 0 if self._describes(index) else self._unless_passive(tense, index)
        return 0

    def _tense_in_context(self, tense: int, index: int) -> int:
        """The tense of a word, given the words around it."""
        known, before = self.tokens.values[index], self._classes(index - 1)
        if tense == FUTURE_WITH_TO:
            set_for = "SET" in known and "FORWARD" in self._classes(index + 1)
            return FUTURE if set_for or self._is_to(index + 1) else 0
        if "WON" in known and "APOSTROPHE" in self._classes(index + 1):
            return FUTURE if "TEE" in self._classes(index + 2) else tense
        if tense == DUE:
            return 0 if "UNSAID" in before else FUTURE
        if "ABLE" in known and self._denied(index):
            return DONE
        if tense == FUTURE and "WILL" not in known and "HAVE" in self._classes(index + 1):
            return DONE  # "may have burned"
        if "PLANNED" in known:
            if "BEEN" in before and "HAD" in self._classes(index - 2):
                return DONE  # "had been due on Friday" looks back at a plan
            return 0 if self._describes(index) else tense
        return self._unless_passive(tense, index)

    def _is_to(self, index: int) -> bool:
        """Whether a token is the "to" of an infinitive; with a capital it is in a name."""
        return "TO" in self._classes(index) and self.tokens.word(index).islower()

    def _classes(self, index: int) -> Values:
        """The classes of a token; none outside the text."""
        values = self.tokens.values
        return values[index] if 0 <= index < len(values) else NOTHING

    def _describes(self, index: int) -> bool:
        """Whether a participle describes a noun: "a closed shop", "the long planned tour"."""
        before = self._classes(index - 1)
        if "DEGREE" in before:
            before = self._classes(index - 2)
        return "ARTICLE" in before

    def _denied(self, index: int) -> bool:
        """Whether what could be was not: "could not be reached", "neither could be found"."""
        for other in range(index + 1, index - DENIED_WITHIN, -1):
            if "DENIAL" in self._classes(other):
                return True
            if other < 0 or (other < index and self._stops(other)):
                return False
        return False

    def _unless_passive(self, tense: int, index: int) -> int:
        """A participle is not a past tense after "be" ("to be paid") or "is" ("is closed")."""
        passive = self._classes(index - 1).get("INFINITIVE")
        if tense >= 0 or not isinstance(passive, int):
            return tense
        before = range(index - 2, max(index - 5, -1), -1)  # "could not be", "couldn't be"
        able = next((i for i in before if "ABLE" in self.tokens.values[i]), None)
        return tense if able is not None and self._denied(able) else passive

    def _sentence(self, begin: int, end: int) -> tuple[int, int]:
        """The tokens of the sentence around an expression, as a half-open range."""
        starts = self.tokens.starts
        if self.sentences:
            at = bisect_right(self.sentences, (starts[begin], len(self.tokens.text))) - 1
            first, last = self.sentences[max(at, 0)]
            if first <= starts[begin] < last:
                return bisect_right(starts, first - 1), bisect_right(starts, last - 1)
        low, high = begin, end
        while low > 0 and begin - low < BACK and not self._stops(low - 1):
            low -= 1
        while high < len(starts) and high - end < AHEAD and not self._stops(high):
            high += 1
        return low, high

    def _stops(self, index: int) -> bool:
        """Whether a token ends a sentence: ! ? an empty line, or a full stop before a capital."""
        known = self.tokens.values[index]
        if "STOP" in known or "BREAK" in known:
            return True
        if "DOT" not in known or index + 1 >= len(self.tokens.starts):
            return False
        before = self.tokens.word(index - 1) if index else ""
        follows = self.tokens.word(index + 1)
        return follows[:1].isupper() and (len(before) > 4 or before[:1].islower())

    # --- the nearest of several

    def weekday(self, number: int, tense: int) -> Period | None:
        """The Monday … Sunday (0–6) nearest to publication in the direction of the tense."""
        today = self.anchor("day")
        if today is None:
            return None
        back = (today.first.weekday() - number) % 7
        return today.shift(-back) if tense <= 0 or back == 0 else today.shift(7 - back)

    def year_for(self, month: int, day: int | None, tense: int, at: int) -> tuple[int | None, str]:
        """The year that a day and month, or a month alone, most likely means at a token.

        Also what decided: "named", "nearest", or "tense" for one more than half a year away.
        """
        document = self.anchor("month") or self.anchor("year")
        settled = self._just_named(at) or self._is_about_another_year(document)
        if self.named_year is not None and tense <= 0 and settled:
            return self.named_year, "named"
        if document is None or document.unit == "year":
            return (document.first.year if document else None), "nearest"
        years = (document.first.year + step for step in (-1, 0, 1))
        options = [option for year in years if (option := dated(year, month, day))]
        if not options:
            return None, ""
        found = min(options, key=lambda p: self.distance(p, tense))
        far = self.distance(found, 0) > HALF_A_YEAR
        return found.first.year, "tense" if far else "nearest"

    def year_beside(self, at: int, *, comma: bool) -> int | None:
        """The year that what comes before a date gives it.

        "In 2010, on 3 May" and "Last year on 3 May" count at the beginning of a sentence, "two
        years ago on 3 May" anywhere, "the forecast for 2015 on 3 May" nowhere. A year on a separate
        line is the heading of a chronology.

        at: the first token of the date
        comma: whether there must be a comma between them
        """
        if self.heading is not None and self._begins_line(at):
            return self.heading
        gap = range(self.mention_end, at)
        if self.mention is None or self.mention.unit != "year" or len(gap) > BESIDE:
            return None
        marks = [self.tokens.values[i].keys() & BETWEEN for i in gap]
        words = [self.tokens.word(i) for i, mark in zip(gap, marks, strict=True) if not mark]
        if not self.language.date_prepositions.issuperset(words) or (
            comma and {"COMMA"} not in marks
        ):
            return None
        apart = any("BREAK" not in mark for mark in marks)
        ago = apart and "AGO" in self.tokens.values[self.mention_end - 1]
        return self.mention.first.year if ago or self._opens_with_year(apart) else None

    def year_ago(self, at: int) -> int | None:
        """The year of "ten years ago" right before a token: "ten years ago this summer"."""
        if self.mention is None or self.mention.unit != "year" or self.mention_end != at:
            return None
        return self.mention.first.year if "AGO" in self.tokens.values[at - 1] else None

    def _opens_with_year(self, apart: bool) -> bool:
        """Whether the year named last opens its sentence: "Last year", "In 2010", a bare "2010"."""
        begin = self.mention_begin
        bare = "YEAR" in self.tokens.values[begin]
        if bare and apart:
            before = self.tokens.word(begin - 1).lower() if begin else ""
            if before not in self.language.date_prepositions:
                return False
            begin -= 1
        return self.tokens.opens_sentence(begin)

    def _begins_line(self, at: int) -> bool:
        return at == 0 or "BREAK" in self._classes(at - 1)

    def _just_named(self, at: int) -> bool:
        """Whether a date with its year comes shortly before in the same sentence."""
        gap = range(self.named_end, at)
        near = self.named_end > 0 and 0 < len(gap) <= NEARBY
        return near and not any(self._stops(index) for index in gap)

    def distance(self, period: Period, tense: int) -> float:
        """How many days a period lies from publication; more when the tense points elsewhere."""
        today = self.document
        if today is None:
            return 0.0
        if period.last < today.first:
            return (today.first - period.last).days * (AGAINST[1] if tense > 0 else 1.0)
        if period.first > today.last:
            return (period.first - today.last).days * (AGAINST[tense] if tense < 0 else 1.0)
        return 0.0

    def _is_about_another_year(self, document: Period | None) -> bool:
        """Whether the text is a history, and its last year is not that of publication."""
        if document is None:
            return True
        return self.history and self.named_year != document.first.year


def dated(year: int, month: int, day: int | None) -> Period | None:
    """A month of a year, or a day of it; None if the calendar does not have it."""
    found = month_of(year, month) if day is None else day_of(year, month, day)
    return found if found is not None and found.fits() else None


def within(period: Period | None, unit: str) -> Period | None:
    """The period of a unit that holds all of a period; None when there is none."""
    if period is None or period.unit == unit:
        return period
    first, last = of_day(period.first, unit), of_day(period.last, unit)
    return first if first == last else None
