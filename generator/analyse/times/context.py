"""What a document adds to its times: its day, and the dates mentioned so far.

A weekday, a month or "two days later" has no date of its own. Three things supply it:

- the day of publication, for "yesterday", "last month", "Friday";
- the most recent calendar date mentioned before, for "two days later", "the following month", and
  for day and month in a text about another year;
- the tense of the words around it (`clauses.py`), for "Friday" past or to come. No sign at all
  means the past for weekdays and the nearest such month or day for dates, as in news.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.analyse.times.clauses import Clauses
from generator.analyse.times.periods import Period, day_of, month_of, of_day
from generator.analyse.times.tokens import Tokens

# A date on the wrong side of publication for its tense counts as so many times as far away.
AGAINST = {-2: 8.0, -1: 1.5, 0: 1.0, 1: 6.0}
HALF_A_YEAR = 183  # days
# So many tokens after "1 to 3 June 2024" a day and month belong to that year.
NEARBY = 12
BESIDE = 2  # tokens between a year and a date in it: ", on"
BETWEEN = frozenset({"COMMA", "BREAK"})  # marks there
_FIGURES = frozenset({"INT", "DOMINI"})  # with which a year begins: "2010", "44 BC", "AD 79"


@dataclass(slots=True)
class Context:
    """The state of one pass over one document."""

    tokens: Tokens
    document: Period | None
    day_first: bool
    order_known: bool  # whether the text, the settings or the language leave no other order
    clauses: Clauses
    history: bool  # whether the text is about other years more than about these days
    recent: bool  # whether it names these days or years at all
    numbers: frozenset[int]  # of four figures that the text calls a number: "Resolution 1973"
    stamped: bool = False  # whether its paragraphs begin with times of day, as in a running report
    mention: Period | None = None  # the last calendar date
    mention_begin: int = -1  # its first token
    mention_end: int = -1  # the token after it
    heading: int | None = None  # the last year on a separate line
    last_day: Period | None = None  # the last date that is a single day
    last_day_end: int = -1  # the token after it
    named_year: int | None = None  # the last year written out
    named_end: int = -1  # the token after it, when it was written with a day or month
    named_paragraph: int = -1  # where it was written out
    named_ahead: bool = False  # whether that clause is about what is to come
    quarter: Period | None = None  # the first quarter named: the one that a report is about
    dateline: bool = False  # whether `document` is the day of a dateline
    yearly: bool = False  # whether the figures last named are those of more than a quarter

    def remember(self, period: Period, spelled: bool, begin: int, end: int) -> None:
        """Keep a date, and its tokens, for what refers back to it."""
        self.mention, self.mention_begin, self.mention_end = period, begin, end
        alone = self._begins_line(begin) and "BREAK" in self.clauses.classes(end)
        if spelled and period.unit == "year" and alone:
            self.heading = period.first.year
        if period.unit == "day":
            self.last_day, self.last_day_end = period, end
        if period.unit == "quarter" and self.quarter is None and self._is_recent(period):
            self.quarter = period
        if spelled:
            self.named_year = period.first.year
            self.named_end = end if period.unit in ("day", "month") else -1
            self.named_paragraph = self.clauses.paragraph_of(begin)
            to_come = self.document is None or self.named_year >= self.document.first.year
            self.named_ahead = to_come and self.clauses.tense(begin, end) > 0

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
        apart = self.clauses.sentence_of(begin) - self.clauses.sentence_of(self.last_day_end - 1)
        if self.last_day is not None and apart == 0:
            return self.last_day
        if any("HABIT" in self.tokens.values[i] for i in self.clauses.around(begin, end)):
            return None
        if self.last_day is not None and apart == 1:
            return self.last_day
        return None if bare and not self.clauses.is_done(begin, end) else self.anchor("day")

    # --- the nearest of several

    def weekday(self, number: int, tense: int) -> Period | None:
        """The Monday … Sunday (0–6) nearest to publication in the direction of the tense."""
        today = self.anchor("day")
        if today is None:
            return None
        back = (today.first.weekday - number) % 7
        return today.shift(-back) if tense <= 0 or back == 0 else today.shift(7 - back)

    def year_for(self, month: int, day: int | None, tense: int, at: int) -> tuple[int | None, str]:
        """The year that a day and month, or a month alone, most likely means at a token.

        Also what decided: "named", "published" for the year of publication, "nearest" to it, or
        "tense" for one more than half a year away. No year where the text is about other years
        alone and its paragraph names none.
        """
        document = self.anchor("month") or self.anchor("year")
        if self.named_year is not None and self._is_named_for(at, tense, document):
            return self.named_year, "named"
        bygone = document is None or (self.history and not self.recent)
        if tense <= 0 and bygone:
            return self.heading, "named"
        if document is None or document.unit == "year":
            return (document.first.year if document else None), "published"
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
        before = self.tokens.word(at - 1).lower() if at else ""
        prepositions = self.clauses.language.date_prepositions
        if self.heading is not None and self._begins_line(at - (before in prepositions)):
            return self.heading
        gap = range(self.mention_end, at)
        if self.mention is None or self.mention.unit != "year" or len(gap) > BESIDE:
            return None
        marks = [self.tokens.values[i].keys() & BETWEEN for i in gap]
        words = [self.tokens.word(i) for i, mark in zip(gap, marks, strict=True) if not mark]
        if not prepositions.issuperset(words) or (comma and {"COMMA"} not in marks):
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
        bare = not _FIGURES.isdisjoint(self.tokens.values[begin])
        before = self.tokens.word(begin - 1).lower() if begin else ""
        if apart and before in self.clauses.language.date_prepositions:
            begin -= 1
        elif bare and apart:
            return False
        return self.tokens.opens_sentence(begin)

    def _begins_line(self, at: int) -> bool:
        return at == 0 or "BREAK" in self.clauses.classes(at - 1)

    def _is_named_for(self, at: int, tense: int, document: Period | None) -> bool:
        """Whether the year written out last is that of a date at a token.

        It counts within its paragraph, and not from what was into what is to come or back.
        """
        return (
            self.clauses.paragraph_of(at) == self.named_paragraph
            and (tense > 0) == self.named_ahead
            and (self._just_named(at) or self._is_about_another_year(document))
        )

    def _just_named(self, at: int) -> bool:
        """Whether a date with its year comes shortly before in the same sentence."""
        gap = range(self.named_end, at)
        near = self.named_end > 0 and 0 < len(gap) <= NEARBY
        return near and not any(self.clauses.stops(index) for index in gap)

    def distance(self, period: Period, tense: int) -> float:
        """How many days a period lies from publication; more when the tense points elsewhere."""
        today = self.document
        if today is None:
            return 0.0
        if period.last < today.first:
            return (today.first.number - period.last.number) * (AGAINST[1] if tense > 0 else 1.0)
        if period.first > today.last:
            return (period.first.number - today.last.number) * (
                AGAINST[tense] if tense < 0 else 1.0
            )
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
