"""Italian: explicit dates, and the relative ones that are safe to read.

Months and weekdays are written in small letters; the day comes before the month ("22 marzo 2024").
"""

from __future__ import annotations

from generator.lang.it.holidays import HOLIDAYS
from generator.lang.it.time_words import PROPER, WORDS
from generator.lang.language import Prefix, Rule, TimeRules
from generator.lang.words import words


def era_rules(era: str, name: str, letters: str) -> tuple[Rule, ...]:
    """The rules of an era.

    era: whether its years are counted "forward" or "backward"
    name, letters: a pattern of its letters, and these themselves
    """
    year = f"(anno? NUMBER) {name}"
    roman = f"(ROMAN {{to}})? ROMAN (secolo | sec DOT) {name} | (secolo | sec DOT) ROMAN {name}"
    parts = (
        ("era_year", year, f"44 {letters}"),
        ("era_years", f"NUMBER {{to}} NUMBER {name} | SPAN {name}", f"49-44 {letters}"),
        ("era_day", f"{{dayno}} MONTH del? {year}", f"15 marzo 44 {letters}"),
        ("era_month", f"MONTH del? {year}", f"marzo 44 {letters}"),
        ("era_century", roman, f"V secolo {letters}"),
        ("era_millennium", f"(ORDINAL | ROMAN) millennio {name}", f"III millennio {letters}"),
    )
    return tuple(Rule(pattern, function, text, argument=era) for function, pattern, text in parts)


PARTS = {
    "the": "il | lo | la | l APOSTROPHE",
    "year": "(COMMA | del)? YEAR | (del | dell APOSTROPHE) anno YEAR",
    # dell'anno scorso · dello scorso anno · di quest'anno · dello stesso anno
    "counted": "dell APOSTROPHE anno (SHIFT | STEP) | (dello | del) (SHIFT | STEP) anno"
    " | di quest APOSTROPHE anno",
    "dayno": "DAY RING? | ORDINAL",
    "date": "(WEEKDAY COMMA?)? {the}? {dayno} FULL ({year} | {counted})?",
    "bc": "a DOT? c DOT? | avanti cristo | avanti l APOSTROPHE era volgare",
    "ad": "d DOT? c DOT? | dopo cristo | dell APOSTROPHE era volgare",
    "number": "NUMBER APOSTROPHE? | VAGUE",
    "to": "al | all APOSTROPHE | a | AND | OR | DASH",
    "of": "di | del | della | dell APOSTROPHE | degli",
    "beside": "precedente | successivo | successiva | seguente | stesso | stessa",
    "end": "COMMA | DOT | SEMICOLON | {of} | nel | nella | in | presso | sono | è | ha | si",
}

NIGHTS = (
    Rule(
        "{the}? (notte | nottata) ((tra | fra) il? {dayno} (MONTH)? AND il? {dayno} MONTH"
        " ({year} | {counted})? | dal {dayno} MONTH? al {dayno} MONTH ({year} | {counted})?"
        " | (tra | fra) WEEKDAY AND WEEKDAY)",
        "night_between",
        "nella notte tra il 3 e il 4 maggio",
    ),
    Rule(
        "{the}? PART (del | dell APOSTROPHE) {dayno} MONTH ({year} | {counted})?"
        " | {the}? PART di (WEEKDAY SHIFT? | DEICTIC)",
        "part",
        "la mattina del 4 maggio",
    ),
    Rule("{the}? (SHIFT | STEP) PART | TODAYPART", "part", "questa mattina, la scorsa notte"),
    Rule("{the}? giornata di (DEICTIC | WEEKDAY)", "day", "la giornata di ieri"),
    Rule("CLOCK | DECIMAL", "clock", "alle 9:30", after="alle|dalle|ore|le", not_before="PERCENT"),
    Rule("ore (CLOCK | DECIMAL | INT)", "hours", "ore 17"),
    Rule("INT", "hours", "alle 17", after="alle|dalle", only_before="{end}"),
    Rule("(verso | intorno | attorno) (le | alle) INT", "hours", "verso le 17"),
    Rule(
        "(HOUR | OCLOCK) (di | del | della) PART",
        "clock",
        "alle 5 del pomeriggio",
        after="alle|dalle|le",
    ),
    Rule("POINT", "clock", "a mezzogiorno", after="a|verso|alla"),
)

RULES = (
    Rule(
        "INT settembre",
        "fixed",
        "gli attentati dell'11 settembre",
        after="ATTACK dell APOSTROPHE",
        not_before="YEAR|del|COMMA",
        argument="2001-09-11",
    ),
    Rule("{date}", "day", "venerdì 22 marzo 2024"),
    Rule("{the}? {dayno} MONTH SHIFT | {the}? SHIFT {dayno} MONTH", "day", "il 14 marzo scorso"),
    Rule("{dayno} ABBREV DOT? YEAR | DAY DASH MONTH DASH YEAR", "day", "13 mar. 2005"),
    Rule("(via | piazza | viale | corso | largo) (DAY | ROMAN) MONTH", "nothing", "via 4 Novembre"),
    Rule("ISO | NUMERIC | COMPACT", "figures", "22/03/2024"),
    Rule("SPAN", "span", "1998-2001", not_after="CURRENCY|HASH"),
    Rule(
        "{the}? ({dayno} COMMA)? ({dayno} COMMA)? {dayno} COMMA? {to} {the}? {dayno} MONTH"
        " ({year} | {counted})?",
        "day_list",
        "il 20, 21 e 22 maggio",
    ),
    *era_rules("backward", "{bc}", "a.C."),
    *era_rules("forward", "{ad}", "d.C."),
    Rule("{dayno} {to} {dayno} MONTH ({year} | {counted})?", "day_range", "dal 3 al 6 maggio 2021"),
    Rule(
        "{dayno} MONTH (al | all APOSTROPHE | DASH) {dayno} MONTH ({year} | {counted})",
        "long_range",
        "dal 28 aprile al 2 maggio 2023",
    ),
    Rule(
        "MONTH (a | ad | AND | DASH) MONTH ({year} | {counted})?",
        "month_range",
        "da marzo a giugno 2019",
    ),
    Rule("(mese di)? MONTH {year}", "month", "marzo 2024"),
    Rule(
        "MONTH (SMALL | SHORTYEAR)", "coded_month", "maggio '68", not_before="PERCENT|COUNTED|UNIT"
    ),
    Rule("YEAR", "entry_year", "1905: la miniera apre", only_before="COLON"),
    Rule("(ISO | NUMERIC) (COMMA | alle | ore)? CLOCK", "clock", "28/03/2003 alle 11:31"),
    Rule("(mese di)? MONTH {counted}", "month", "marzo dello scorso anno"),
    Rule("MONTH SHIFT | {the}? SHIFT FULL", "month", "marzo scorso"),
    Rule("FULL", "month", "a marzo", after="IN"),
    Rule("mese di FULL", "month", "mese di marzo"),
    Rule(
        "{the}? YEAR | SHORTYEAR",
        "year",
        "nel 1998",
        after="nel|del|dal|al|entro|tra|fra|e|per|dopo|OPEN",
        not_before="PERCENT|COUNTED|UNIT",
    ),
    Rule("anno YEAR", "year", "anno 1998"),
    Rule(
        "anni (DECADE | SHORTYEAR | INT) ((del | nel) (ROMAN secolo | secolo ROMAN))?",
        "decade",
        "anni '90",
    ),
    Rule("(ROMAN | ORDINAL) (secolo | sec DOT)", "century", "XIX secolo"),
    Rule("(secolo | sec DOT) ROMAN", "century", "secolo XIX"),
    Rule("secolo SHIFT | SHIFT secolo", "century", "secolo scorso"),
    Rule("CENTURYNAME", "century", "nel Novecento", after="nel|del|dal|al|il|tardo|APOSTROPHE"),
    Rule(
        "{the}? ROMAN (secolo | sec DOT)? {to} {the}? ROMAN (secolo | sec DOT)",
        "era_century",
        "tra il XVI e il XVII secolo",
        argument="forward",
    ),
    Rule(
        "SEASON ((del | dell APOSTROPHE anno)? YEAR | {counted}) | {the}? SEASON SHIFT"
        " | {the}? SHIFT SEASON | quest APOSTROPHE estate",
        "season",
        "estate del 1968",
    ),
    Rule(
        "ORDINAL trimestre ((del | dell APOSTROPHE anno)? YEAR | {counted})",
        "quarter",
        "primo trimestre del 2023",
    ),
    Rule(
        "HALFWORD (semestre | metà) ((del | dell APOSTROPHE anno)? YEAR | {counted})",
        "half",
        "primo semestre del 2023",
    ),
    *NIGHTS,
    Rule("(tutti | ogni) i? WEEKDAY", "every", "tutti i venerdì"),
    Rule("i WEEKDAYS", "weekdays", "i venerdì"),
    Rule(
        "WEEKDAY (SHIFT | STEP)? (PART)? | {the}? (SHIFT | STEP) WEEKDAY PART?",
        "day",
        "venerdì scorso",
    ),
    Rule("DEICTIC PART?", "day", "ieri sera"),
    Rule("l APOSTROPHE altro ieri", "two_days_ago", "l'altro ieri"),
    Rule("{the}? fine settimana", "weekend", "il fine settimana"),
    Rule("(quel | lo stesso) giorno", "day_beside", "quel giorno"),
    Rule(
        "{the}? (SHIFT | STEP) APOSTROPHE? SINGLE | {the}? SINGLE (SHIFT | {beside})",
        "unit",
        "la settimana scorsa",
    ),
    Rule(
        "{the} SINGLE (prima | dopo)",
        "unit_beside",
        "il giorno dopo",
        not_before="di|del|della|dell|degli",
    ),
    Rule("{number}? UNIT fa", "ago", "due anni fa"),
    Rule("{number} UNIT (dopo | prima | più tardi)", "ago", "due giorni dopo"),
    Rule("(tra | fra | dopo) {number} UNIT", "ago", "tra due giorni"),
    Rule("STRETCH {number} PLURAL", "stretch", "ultimi due mesi"),
    Rule("STRETCH PLURAL", "vague_duration", "ultimi anni"),
    Rule("{number} UNIT e mezzo", "and_half", "un anno e mezzo"),
    Rule("{number} UNIT | HALFOF APOSTROPHE? SINGLE", "duration", "tre mesi"),
    Rule("ogni NUMBER? UNIT | (tutti | tutte) (i | gli | le) PLURAL", "every", "ogni anno"),
    Rule("ADVERB", "adverb", "annualmente"),
    Rule("PRESENT", "now", "adesso"),
    Rule("BYGONE | di recente", "before_now", "recentemente"),
    *HOLIDAYS,
)

TIMES = TimeRules(
    words=WORDS,
    proper=PROPER,
    rules=RULES,
    prefixes=(
        Prefix(
            "(inizio | inizi | principio | primi) (di | del | dell APOSTROPHE | degli)?",
            "start",
            "calendar",
        ),
        Prefix("(primi | prime) PLURAL (di | del | dell APOSTROPHE)", "start", "calendar"),
        Prefix("HALFWORD metà (di | del | dell APOSTROPHE)?", "", "calendar"),
        Prefix("metà (di | del | della | dell APOSTROPHE | degli)?", "middle", "calendar"),
        Prefix("fine (di | del | della | dell APOSTROPHE | degli)?", "end", "calendar"),
        Prefix("circa | intorno (al | alle)", "approximate", "any"),
        Prefix("più di | oltre", "more", "duration"),
        Prefix("quasi | meno di", "less", "duration"),
    ),
    parts=PARTS,
    day_first=True,
    endings={
        **dict.fromkeys(("ranno", "remo", "rà"), 1),
        **dict.fromkeys(("rono", "ò", "ato", "ata", "ati", "ate", "uto", "uta", "uti", "ute"), -2),
        **dict.fromkeys(("ito", "ita", "iti", "ite"), -2),
    },
    open_before={"dal": "after", "da": "after", "dopo": "after", "entro": "before"},
    ranges=frozenset(
        {("dal", "al"), ("da", "a"), ("tra", "e"), ("fra", "e"), ("", "-"), ("", "–"), ("", "—")}
    ),
    date_prepositions=words("nel il"),
    clock_prepositions=words("alle dalle ore"),
    ordinal_endings="º",
    plural=r"\w{3,}[ie]",
)
