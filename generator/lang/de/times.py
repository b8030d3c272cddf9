"""German: explicit dates, and the relative ones that are safe to read.

A full stop makes a figure an ordinal, and the day comes first ("am 22. März 2024"). Years may stand
without a preposition ("1998 starb er").
"""

from __future__ import annotations

from generator.lang.de.holidays import HOLIDAYS
from generator.lang.de.time_words import PROPER, WORDS
from generator.lang.language import Prefix, Rule, TimeRules
from generator.lang.words import words


def era_rules(era: str, name: str, letters: str) -> tuple[Rule, ...]:
    """The rules of an era.

    era: whether its years are counted "forward" or "backward"
    name, letters: a pattern of its letters, and these themselves
    """
    year = f"({{year_words}})? NUMBER {name}"
    parts = (
        ("era_year", year, f"44 {letters}"),
        (
            "era_years",
            f"NUMBER (und | bis | oder | DASH | SLASH) NUMBER {name}",
            f"49–44 {letters}",
        ),
        ("era_years", f"SPAN {name}", f"1400-1190 {letters}"),
        ("era_day", f"{{dayno}} {{month}} {year}", f"15. März 44 {letters}"),
        ("era_month", f"MONTH {year}", f"März 44 {letters}"),
        ("era_century", f"{{the}}? ({{centuries}}) {name}", f"5. Jahrhundert {letters}"),
        (
            "era_millennium",
            f"{{dayno}} (jahrtausend | jahrtausends) {name}",
            f"3. Jahrtausend {letters}",
        ),
    )
    return tuple(Rule(pattern, function, text, argument=era) for function, pattern, text in parts)


PARTS = {
    "year_words": "(dem | das)? (jahr | jahre | jahres)",
    "year": "COMMA? ({year_words})? YEAR | SHORTYEAR",
    # letzten Jahres · dieses Jahres · desselben Jahres · des folgenden Jahres
    "counted": "des? (SHIFT | STEP) (jahres | jahrs) | (im | des) (vorjahr | vorjahres) | heuer",
    "dayno": "DAY DOT | ORDINAL",
    "month": "ABBREV DOT | FULL",
    "the": "der | dem | den | das | die",
    "date": "{the}? (WEEKDAY COMMA? {the}?)? {dayno} {month} ({year} | {counted})?",
    "item": "(WEEKDAY COMMA? {the}?)? {dayno}",
    "bc": "v DOT chr DOT? | v DOT u DOT z DOT?"
    " | vor (christus | christi geburt | unserer zeitrechnung)",
    "ad": "n DOT chr DOT? | n DOT u DOT z DOT? | nach (christus | christi geburt)"
    " | unserer zeitrechnung",
    "century": "jahrhundert | jahrhunderts | jahrhunderte | jahrhunderten | (jh | jhd | jhdt) DOT?",
    "centuries": "(({dayno} | ROMAN) {century}? (und | bis | oder | DASH))?"
    " ({dayno} | ROMAN) ({century})",
    "number": "NUMBER | ein? VAGUE",
    "to": "bis (zum)? | und | oder | DASH | auf | COMMA",
    "daypart": "DAYPART | morgen",
    "decades": "jahre | jahren",
    "end": "COMMA | DOT | STOP | SEMICOLON | BREAK | OPEN | COLON | und",
}

# Days that are known by their date: those of 2001, 1944 and 1953.
NAMED_DAYS = (
    Rule(
        "dem? INT DOT september",
        "epochal",
        "anders seit dem 11. September",
        after="AFTER",
        not_before="YEAR|bis|COMMA|DASH",
        argument="2001-09-11",
    ),
    *(
        Rule(
            f"INT DOT {month}",
            "fixed",
            f"{what} vom {int(day[8:])}. {month}",
            after=f"{kind} vom",
            not_before="YEAR|bis|COMMA|DASH",
            argument=day,
        )
        for kind, what, month, day in (
            ("ATTACK", "Anschläge", "september", "2001-09-11"),
            ("PLOT", "Attentat", "juli", "1944-07-20"),
            ("RISING", "Aufstand", "juni", "1953-06-17"),
        )
    ),
)

DATES = (
    *NAMED_DAYS,
    Rule("{date}", "day", "Freitag, dem 22. März 2024"),
    Rule("zum {date}", "day", "bis zum 22. März", after="bis"),
    Rule("{the}? (SHIFT | STEP) {dayno} {month}", "day", "letzten 3. Mai"),
    Rule("DAY DOT INT DOT YEAR", "figures_apart", "10. 5. 1945"),
    Rule("ISO | NUMERIC | COMPACT", "figures", "22.03.2024"),
    Rule("SPAN", "span", "1998-2001", not_after="CURRENCY|HASH"),
    Rule(
        "({item} COMMA {the}?)? ({item} COMMA {the}?)? {item} ({to}) {the}? {item} {month}"
        " ({year} | {counted})?",
        "day_list",
        "20., 21. und 22. Mai",
    ),
    Rule(
        "{dayno} (bis (zum)? | DASH | und) {dayno} {month} ({year} | {counted})?",
        "day_range",
        "3. bis 6. Mai 2021",
    ),
    Rule(
        "{dayno} {month} (bis (zum)? | DASH) {dayno} {month} {year}",
        "long_range",
        "28. März bis 2. April 2023",
    ),
    *era_rules("backward", "({bc})", "v. Chr."),
    *era_rules("forward", "({ad})", "n. Chr."),
    Rule(
        "{month} (bis | und | oder | DASH) {month} ({year} | {counted})?",
        "month_range",
        "März bis Juni 2019",
    ),
    Rule("{month} {year}", "month", "März 2024"),
    Rule("{month} {counted}", "month", "März letzten Jahres"),
    Rule("(SHIFT | STEP) FULL", "month", "vergangenen Mai"),
    Rule("FULL", "month", "im März", after="IN", not_before="DASH"),
    Rule("monat MONTH ({year} | {counted})?", "month", "Monat Mai"),
    Rule(
        "YEAR",
        "year",
        "1998 starb er",
        not_before="PERCENT|COUNTED|UNIT|CURRENCY",
        not_after="HASH|NUMBERED|CURRENCY|COLON|SLASH",
    ),
    Rule("{the}? (jahr | jahre | jahres) (YEAR | INT)", "year", "das Jahr 1998"),
    Rule("anno (domini)? INT", "year", "anno 1525"),
    Rule("{the}? (DECADE | INT er) DASH? {decades}", "decade", "die 1990er Jahre"),
    Rule("{the} DECADE | den INT ern", "decade", "den 1990ern"),
    Rule("{the}? ({dayno} | ROMAN) ({century})", "century", "19. Jahrhundert"),
    Rule("SEASON ({the} | des)? (jahres)? (YEAR | SHORTYEAR)", "season", "Sommer 1968"),
    Rule("SHIFT SEASON | SEASON {counted}", "season", "vergangenen Sommer"),
    Rule("SEASON", "season", "im Sommer", after="im|seit", not_before="SPAN|und|oder"),
    Rule("ORDINAL quartal (des jahres)? ({year} | {counted})?", "quarter", "ersten Quartal 2023"),
    Rule("SMALL DOT quartal {year}?", "q_and_number", "3. Quartal 2023"),
    Rule("HALFWORD halbjahr ({year} | {counted})", "half", "zweiten Halbjahr 2023"),
)

DAYS = (
    Rule(
        "{the}? nacht (vom | von) ({dayno} {month}? auf den {dayno} {month} ({year} | {counted})?"
        " | WEEKDAY auf WEEKDAY)",
        "night_between",
        "der Nacht vom 3. auf den 4. Mai",
    ),
    Rule(
        "{the}? nacht (auf | zum | zu) ({date} | WEEKDAY)", "night_between", "der Nacht zum Samstag"
    ),
    Rule("{the}? {daypart} des ({date} | WEEKDAY)", "part", "Abend des 3. Mai"),
    Rule(
        "WEEKDAY DAYPART? | (SHIFT | STEP) WEEKDAY DAYPART?",
        "day",
        "Freitag",
        not_after="herr|frau|der|des|EVERY|weißer",
    ),
    Rule("einem WEEKDAY", "some_weekday", "einem Sonntag im Mai"),
    Rule("WEEKDAYS", "weekdays", "freitags"),
    Rule("EVERY (ORDINAL | SHIFT)? WEEKDAY", "every", "jeden zweiten Freitag"),
    Rule("(heute | gestern) ({daypart})?", "day", "gestern Abend"),
    Rule(
        "morgen (DAYPART)?",
        "tomorrow",
        "morgen Abend",
        not_after="am|guten|der|den|EVERY|SHIFT|STEP|diesem|vom|zum|ein|einem|gegen|eines|des|bis|jenem|gute|schönen",
    ),
    Rule("vorgestern", "two_days_ago", "vorgestern"),
    Rule("übermorgen", "day_after_tomorrow", "übermorgen"),
    Rule("am (tag | tage) NEARBY | tags NEARBY", "day_beside", "tags darauf"),
    Rule("vortag | folgetag", "day_beside", "am Vortag", not_before="der|des"),
    Rule("(diesem | jenem) (tag | tage)", "day_beside", "an diesem Tag"),
    Rule("(NEXT | STEP) (morgen | DAYPART)", "part", "nächsten Morgen"),
    Rule(
        "(SHIFT | STEP)? (wochenende | wochenendes)",
        "weekend",
        "am Wochenende",
        after="am|an|das|dem|dieses|diesem|kommende|vergangene",
    ),
    Rule("SHIFT (wochenende | wochenendes)", "weekend", "kommenden Wochenende"),
    Rule("WEEKDAY (um | gegen)? {hour}", "hours", "Freitag um 14.30 Uhr"),
    Rule("(heute | gestern) (um | gegen)? {hour}", "hours", "heute um 14 Uhr"),
    Rule("{hour}", "hours", "14.30 Uhr"),
    Rule(
        "((WEEKDAY | heute | gestern) (um | gegen)?)? NUMBER OCLOCK PART",
        "clock",
        "zehn Uhr abends",
    ),
    Rule(
        "(straße | platz | allee | brücke) des {dayno} {month} YEAR?",
        "nothing",
        "Straße des 17. Juni",
    ),
    Rule("POINT", "clock", "um Mitternacht", after="um|gegen|nach|vor|bis"),
)

COUNTED = (
    Rule("(dieser | diesen) (tage | tagen)", "now", "dieser Tage"),
    Rule("(SHIFT | STEP) (jahre | tage)", "unit", "im letzten Jahre", after="am|im|zum|vom"),
    Rule("(SHIFT | STEP) PLURAL", "vague_duration", "vergangenen Wochen"),
    Rule("(SHIFT | STEP) SINGLE", "unit", "letzte Woche"),
    Rule("(vorjahr | vorjahres | vormonat | vorwoche | heuer)", "unit", "im Vorjahr"),
    Rule(
        "(ende | schluss) (des | dieses) jahres | jahresende",
        "year_end",
        "Ende des Jahres",
        not_before="YEAR",
    ),
    Rule("vor {number} UNIT", "ago", "vor drei Tagen"),
    Rule(
        "{number} UNIT (später | früher | zuvor | darauf | danach | davor | vorher)",
        "ago",
        "zwei Tage später",
    ),
    Rule("{number} UNIT (vor | nach) {date}", "around_day", "zwei Tage nach dem 3. Mai 2021"),
    Rule("(SHIFT | STEP) {number} UNIT", "stretch", "letzten drei Jahren"),
    Rule("NUMBER UNIT und NUMBER UNIT", "compound", "zwei Jahre und drei Monate"),
    Rule("ein? VAGUE UNIT", "vague_duration", "einige Jahre"),
    Rule("NUMBER UNIT", "duration", "drei Jahre", not_before="alt|alte|alter|alten|DASH"),
    Rule("NUMBER jahre (alt | alte | alter | alten)", "nothing", "32 Jahre alt"),
    Rule("EVERY (SINGLE | MONTH | {daypart} | SEASON)", "every", "jedes Jahr"),
    Rule("alle NUMBER UNIT", "every", "alle zwei Jahre"),
    Rule("ADVERB", "adverb", "jährlich"),
    Rule("PRESENT", "now", "derzeit"),
    Rule("BYGONE | vor (kurzem | langem)", "before_now", "kürzlich"),
    Rule("demnächst | bald | künftig", "after_now", "demnächst"),
)

TIMES = TimeRules(
    words=WORDS,
    proper=PROPER,
    rules=(*DATES, *DAYS, *COUNTED, *HOLIDAYS),
    prefixes=(
        Prefix(
            "(anfang | beginn | zu beginn | frühen | frühe) (des | der | von)?", "start", "calendar"
        ),
        Prefix("mitte (des | der)?", "middle", "calendar"),
        Prefix("(ende | schluss | ausgang | späten | späte) (des | der | von)?", "end", "calendar"),
        Prefix("gegen | etwa | circa | ungefähr | rund | ca DOT | wohl um", "approximate", "any"),
        Prefix("mehr als | über", "more", "duration"),
        Prefix("weniger als | knapp", "less", "duration"),
        Prefix("mindestens", "at least", "duration"),
    ),
    parts=PARTS | {"hour": "(INT | NUMBER | CLOCK) uhr INT?"},
    day_first=True,
    # Adjectives, then the past of regular verbs.
    endings={**dict.fromkeys(("sten", "amten", "tzten", "nnten", "ste"), 0), "te": -2, "ten": -2},
    open_before={"seit": "after", "ab": "after", "nach": "after", "vor": "before", "bis": "before"},
    ranges=frozenset(
        {
            *((word, "bis") for word in ("", "von", "vom", "zwischen")),
            *(("", dash) for dash in ("-", "–")),
            ("zwischen", "und"),
        }
    ),
    date_prepositions=words("am im"),
    clock_prepositions=words("um gegen ab bis vor nach seit"),
    zone_words="uhr",
    decade_endings="ern?",
)
