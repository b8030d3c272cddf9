"""English: the parts of patterns, and the rules put together. The words are in `time_words.py`.

Extents follow the TimeML annotation guidelines 1.2.1 (Saurí et al. 2006) and TIDES (Ferro et al.
2005): the article, "early", "about" and "ago" belong to the expression, prepositions do not.
"""

from __future__ import annotations

from generator.lang.en.holidays import HOLIDAYS, NAMED_DAYS
from generator.lang.en.no_times import NAMES
from generator.lang.en.time_dates import DATES
from generator.lang.en.time_days import CLOCKS, DAYS
from generator.lang.en.time_eras import ERAS
from generator.lang.en.time_lengths import DURATIONS, SETS
from generator.lang.en.time_periods import QUARTERS, REFERENCES, SHIFTS
from generator.lang.en.time_words import PROPER, WORDS
from generator.lang.language import Prefix, TimeRules
from generator.lang.words import words

PARTS = {
    "month": "FULL | ABBREV DOT?",
    "weekday": "FULLDAY | ABBRDAY DOT?",
    "year": "COMMA? YEAR | COMMA? SHORTYEAR | (of | in) YEAR",
    "dayno": "DAY | ORDINAL",
    # Friday, March 22, 2024 · Friday the 22nd of March 2024
    "date": "({weekday} COMMA?)? ({month} the? {dayno} {year}? | the? {dayno} of? {month} {year}?)",
    # last year · of that same year · the following year · two years ago
    "counted": "of? (the | that | this)? (SHIFT | STEP) year"
    " | (a | NUMBER) (year | years) (AGO | LATER)",
    "named": "{weekday} | SHIFT {weekday} | DEICTIC",
    "day": "SHIFT? {date} {counted}? | {named} | ISO | NUMERIC",
    "zone": "ZONE ZONE?",
    "clock": "(CLOCK | HOUR) (MERIDIEM | am | pm) {zone}? | CLOCK {zone}? |"
    " HOUR o APOSTROPHE clock | POINT",
    "the": "the | this | that",
    "number": "NUMBER | VAGUE | couple of? | a (few | couple of? | dozen | hundred | thousand)",
    "nth": "the? (ORDINAL | last)",
    "attacks": "attack | attacks | terrorist | terror | hijackers | hijackings",
    "end": "COMMA | DOT | STOP | SEMICOLON | BREAK | APOSTROPHE",
    "item": "({weekday} COMMA? the?)? {dayno}",
    "bc": "DASH? (bc | bce) | b DOT c DOT? | b DOT c DOT e DOT? | before christ"
    " | before (our | the common) era",
    "ad": "ad | DASH? ce | a DOT d DOT? | c DOT e DOT? | anno domini | of (our | the common) era",
    "to": "to | DASH | through | until | till | and",
    "fiscal": "fiscal DASH?",
    "smallhours": "the (early | small | wee) hours",
}

PREFIXES = (
    Prefix("the? (early | earlier) (in | on)? the? | early DASH", "start", "calendar"),
    Prefix("the? mid DASH? | (the)? middle of the?", "middle", "calendar"),
    Prefix("the? (late | later) (in | on)? the? | late DASH", "end", "calendar"),
    Prefix("the? (beginning | start) of the?", "start", "calendar"),
    Prefix("the? (end | close) of the?", "end", "calendar"),
    Prefix(
        "about | around | roughly | approximately | almost | nearly | some | circa | (c | ca) DOT",
        "approximate",
        "any",
    ),
    Prefix("over", "more", "amount"),
    Prefix("at least | no less than", "at least", "duration"),
    Prefix("less than | under | fewer than", "less", "duration"),
    Prefix("up to | at most | no more than", "at most", "duration"),
    Prefix("more than", "more", "duration"),
)

OPEN = {
    "since": "after", "after": "after", "from": "after", "before": "before", "by": "before",
    "until": "before", "till": "before", "around": "approximate", "about": "approximate",
    "circa": "approximate",
}  # fmt: skip

RANGES = frozenset(
    {
        ("between", "and"),
        *(("from", word) for word in ("to", "until", "till")),
        *(("", word) for word in ("through", "-", "–")),
    }
)

NUMBERS = (
    "(TEENS | TENS) DASH? TENS (DASH? ONES)?",
    "(TEENS | TENS) DASH? TEENS",
    "(TENS DASH ONES | TENS ONES)",
    "(two | one | a) thousand (and? ((TENS (DASH? ONES)?) | TEENS | ONES))?",
    "(ONES | a) hundred (and? ((TENS (DASH? ONES)?) | TEENS | ONES))?",
    "(INT | ONES | TEENS | TENS) (million | billion)",
)

TIMES = TimeRules(
    words=WORDS,
    proper=PROPER,
    rules=(
        *NAMES,
        *ERAS,
        *NAMED_DAYS,
        *DATES,
        *DAYS,
        *CLOCKS,
        *SHIFTS,
        *QUARTERS,
        *SETS,
        *DURATIONS,
        *REFERENCES,
        *HOLIDAYS,
    ),
    prefixes=PREFIXES,
    numbers=NUMBERS,
    parts=PARTS,
    day_first=False,
    endings={"ed": -2},
    open_before=OPEN,
    ranges=RANGES,
    date_prepositions=words("on in at"),
    clock_prepositions=words("at around by until before after from since till"),
    zone_words="hrs|hours|local time",
    ordinal_endings="st|nd|rd|th|ST|ND|RD|TH|(?<=[23])d",
    decade_endings="['’]?[sS]",
    plural=r"\w{3,}(?<![uis])s",
)
