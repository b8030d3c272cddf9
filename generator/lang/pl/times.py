"""Polish: explicit dates, and the relative ones that are safe to read.

A weekday needs a preposition before it ("w piątek") or a word that says which one.
"""

from __future__ import annotations

from generator.lang.language import Prefix, Rule, TimeRules
from generator.lang.pl.holidays import HOLIDAYS
from generator.lang.pl.time_words import PROPER, WORDS
from generator.lang.words import counted, words


def era_rules(era: str, name: str, letters: str) -> tuple[Rule, ...]:
    """The rules of an era.

    era: whether its years are counted "forward" or "backward"
    name, letters: a pattern of its letters, and these themselves
    """
    year = f"(rok | roku)? NUMBER {{words}}? {name}"
    parts = (
        ("era_year", year, f"44 rok {letters}"),
        (
            "era_years",
            f"NUMBER {{words}}? {{to}} NUMBER {{words}}? {name} | SPAN {{words}}? {name}",
            f"480—479 {letters}",
        ),
        ("era_day", f"{{dayno}} {{ofmonth}} {year}", f"15 marca 44 roku {letters}"),
        ("era_month", f"MONTH {year}", f"marzec 44 roku {letters}"),
        (
            "era_century",
            f"(ROMAN {{century}}? {{to}})? ROMAN {{century}} {name}",
            f"V wiek {letters}",
        ),
        ("era_millennium", f"(ROMAN | ORDINAL) THOUSANDS {name}", f"III tysiąclecie {letters}"),
    )
    return tuple(Rule(pattern, function, text, argument=era) for function, pattern, text in parts)


PARTS = {
    "words": "r DOT | rok | roku | rokiem",
    "year": "YEAR {words} | roku YEAR | YEAR",
    "counted": "(SHIFT | STEP | EITHER) samego? roku | br DOT? | (ub | b) DOT (r DOT | roku)",
    "dayno": "DAY (DOT | DASH? go)? | ORDINAL",
    "ofmonth": "OFMONTH | ABBREV DOT?",
    "date": "(WEEKDAY COMMA?)? dnia? {dayno} {ofmonth} (COMMA? {year} | {counted})?",
    "bc": "p DOT? n DOT? e DOT? | przed (naszą erą | chrystusem) | przed nar DOT? chr DOT?",
    "ad": "n DOT? e DOT? | naszej ery | po chrystusie",
    "century": "CENTURY | w DOT",
    "to": "do | DASH | AND | OR",
    "number": "NUMBER | VAGUE",
    "one": "jeden | jedna | jedną | jednego | jednej | półtora | półtorej",  # not "15 roku życia"
    "part": "(w | po | nad)? PART",
}

NIGHTS = (
    Rule(
        "(noc | nocy) (z | ze) ({dayno} {ofmonth}? na {dayno} {ofmonth} ({year} | {counted})?"
        " | WEEKDAY na WEEKDAY)",
        "night_between",
        "w nocy z 3 na 4 maja",
    ),
    Rule(
        "PART (dnia)? {dayno} {ofmonth} ({year} | {counted})? | PART (w | we) SHIFT? WEEKDAY",
        "part",
        "rano 4 maja",
    ),
    Rule("CLOCK | DECIMAL", "clock", "o 9:30", after="o", not_before="PERCENT"),
    Rule(
        "(godz DOT | godzinie) (CLOCK | DECIMAL | INT (DASH? (tej | ej))? | ORDINAL) {part}?",
        "clock",
        "o godz. 17",
    ),
    Rule("ORDINAL {part}", "clock", "o piątej rano", after="o|około"),
)

RULES = (
    Rule("{date}", "day", "22 marca 2024 roku"),
    Rule("DAY MONTH YEAR {words}?", "day", "2 marzec 1998 r."),
    Rule("DAY LOWMONTH YEAR {words}? | DAY DOT LOWMONTH DOT YEAR {words}?", "day", "3 V 1945 r."),
    Rule(
        "(ulica | ulicy | ulicę | ul DOT | plac | placu | aleja | alei | alejach | al DOT"
        " | konstytucja | konstytucji | konstytucję) DAY OFMONTH",
        "nothing",
        "przy ulicy 3 Maja",
    ),
    Rule("ISO | NUMERIC {words}?", "figures", "22.03.2024"),
    Rule("(lata | latach | lat)? SPAN {words}?", "span", "1998–2001", not_after="CURRENCY|HASH"),
    Rule(
        "({dayno} COMMA)? ({dayno} COMMA)? {dayno} COMMA? {to} {dayno} {ofmonth}"
        " ({year} | {counted})?",
        "day_list",
        "20, 21 i 22 maja 2024 roku",
    ),
    *era_rules("backward", "{bc}", "p.n.e."),
    *era_rules("forward", "{ad}", "n.e."),
    Rule("{dayno} {to} {dayno} OFMONTH ({year} | {counted})?", "day_range", "od 3 do 6 maja"),
    Rule(
        "{dayno} {ofmonth} (do | DASH) {dayno} {ofmonth} ({year} | {counted})",
        "long_range",
        "od 28 kwietnia do 2 maja 2023 roku",
    ),
    Rule(
        "MONTH (do | DASH | AND | OR) MONTH ({year} | {counted})?",
        "month_range",
        "od marca do czerwca 2019 roku",
    ),
    Rule("MONTH {year}", "month", "w marcu 2024 roku"),
    Rule("MONTH {counted}", "month", "w marcu ubiegłego roku"),
    Rule("INMONTH", "month", "w marcu", after="w|we"),
    Rule("OFMONTH", "month", "od marca", after="od|do|po|z"),
    Rule("YEAR {words} | (rok | roku) YEAR", "year", "w 1998 roku"),
    Rule(
        "YEAR",
        "year",
        "w 1998",
        after="w|od|do|po|z|przed|między|latach|lata|lat|około|OPEN",
        not_before="PERCENT|UNIT|CURRENCY|COUNTED",
    ),
    Rule("YEAR", "year", "2004 i 2005 roku", only_before="(AND | OR | COMMA | DASH) YEAR {words}"),
    Rule("roku", "unit", "do końca roku", after="początku|końca|końcu|koniec|połowy"),
    Rule(
        "(lata | latach | lat) INT (DOT | DASH (te | tych))? (ROMAN {century})?",
        "decade",
        "w latach 90. XX wieku",
    ),
    Rule("(lata | latach | lat) DECADE (ROMAN {century})?", "decade", "lata osiemdziesiąte"),
    Rule(
        "ROMAN {century}? {to} ROMAN {century}", "era_century", "XVI i XVII w.", argument="forward"
    ),
    Rule("(ROMAN | ORDINAL | SHIFT) {century}", "century", "w XIX wieku"),
    Rule("wieku ROMAN", "century", "wieku XIX"),
    Rule("SEASON (YEAR {words}? | {counted})", "season", "latem 1968 roku"),
    Rule(
        "(ORDINAL | ROMAN) (kwartale | kwartał | kwartału) (YEAR {words}? | SHIFT roku | br DOT)",
        "quarter",
        "w pierwszym kwartale 2023 roku",
    ),
    Rule(
        "HALFWORD (półroczu | półrocze | półrocza | połowie | połowa) (YEAR {words}? | SHIFT roku)",
        "half",
        "w pierwszym półroczu 2023 roku",
    ),
    *NIGHTS,
    Rule("WEEKDAYS", "weekdays", "w piątki", after="w|we"),
    Rule("WEEKDAY (COMMA? {part})?", "day", "w piątek", after="w|we|na|z|ze|od|do|przed|po"),
    Rule("SHIFT WEEKDAY {part}?", "day", "w zeszły piątek"),
    Rule("DEICTIC {part}?", "day", "wczoraj wieczorem"),
    Rule("weekend | weekendu", "weekend", "w weekend", after="w|do|od"),
    Rule("ten (sam)? dzień | (tego | owego | tamtego) (samego)? dnia", "day_beside", "tego dnia"),
    Rule("(SHIFT | STEP | EITHER) (samego | samym)? SINGLE", "unit", "w zeszłym roku"),
    Rule("roku SHIFT", "unit", "w roku bieżącym"),
    Rule("br DOT", "unit", "w br.", after="w"),
    Rule("{number}? UNIT (temu | później | wcześniej)", "ago", "dwa lata temu"),
    Rule(
        "(przed | sprzed | za) {number}? UNIT",
        "ago",
        "przed dwoma laty",
        not_before="YEAR|INT|MONTH",
    ),
    Rule("po {number} PLURAL", "ago", "po dwóch dniach"),
    Rule("STRETCH {number} PLURAL", "stretch", "ostatnie dwa miesiące"),
    Rule("STRETCH PLURAL", "vague_duration", "w ostatnich latach"),
    Rule("{number} PLURAL | {one} SINGLE | HALFOF SINGLE", "duration", "trzy lata"),
    Rule("wieku {number} (lat | roku)", "nothing", "w wieku 72 lat"),
    Rule("EVERY NUMBER? (UNIT | WEEKDAY)", "every", "co dwa lata"),
    Rule("ADVERB", "adverb", "codziennie"),
    Rule("PRESENT", "now", "obecnie"),
    Rule("BYGONE", "before_now", "niedawno"),
    *HOLIDAYS,
)

TIMES = TimeRules(
    words=WORDS,
    proper=PROPER,
    rules=RULES,
    prefixes=(
        Prefix("(początku | początek)", "start", "calendar"),
        Prefix("HALFWORD (połowie | połowy | połowa)", "", "calendar"),
        Prefix("(połowie | połowy | połowa)", "middle", "calendar"),
        Prefix("(koniec | końca | końcu)", "end", "calendar"),
        Prefix("około | ok DOT", "approximate", "any"),
        Prefix("ponad | więcej niż", "more", "duration"),
        Prefix("prawie | niemal | niespełna", "less", "duration"),
    ),
    numbers=("TENS ONES", "TENTH ORDINAL"),
    parts=PARTS,
    day_first=True,
    endings=counted(
        "ał ała ało ali ały ił iła iło ili iły ył yła yło yli yły ął ęła ęło ęli ęły", -2, 0
    ),
    open_before={"od": "after", "po": "after", "do": "before", "przed": "before"},
    ranges=frozenset(
        {("od", "do"), ("między", "a"), ("pomiędzy", "a"), ("", "-"), ("", "–"), ("", "—")}
    ),
    date_prepositions=words("w we"),
    clock_prepositions=words("o"),
)
