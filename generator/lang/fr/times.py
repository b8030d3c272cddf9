"""French: explicit dates, and the relative ones that are safe to read.

Months and weekdays are written in small letters, and the day comes first ("le 22 mars 2024"). A
weekday without an article is a certain day ("vendredi"), with one it recurs ("le vendredi").
"""

from __future__ import annotations

from generator.lang.fr.holidays import HOLIDAYS
from generator.lang.fr.time_words import PROPER, WORDS
from generator.lang.language import Prefix, Rule, TimeRules
from generator.lang.words import words


def era_rules(era: str, name: str, letters: str) -> tuple[Rule, ...]:
    """The rules of an era.

    era: whether its years are counted "forward" or "backward"
    name, letters: a pattern of its letters, and these themselves
    """
    year, to = f"(l APOSTROPHE)? (an | année)? NUMBER {name}", "(et | à | DASH | SLASH | ou)"
    parts = (
        ("era_year", year, f"44 {letters}"),
        ("era_years", f"NUMBER {to} (en | l APOSTROPHE an)? NUMBER {name}", f"49 à 44 {letters}"),
        ("era_years", f"SPAN {name}", f"1400-1190 {letters}"),
        ("era_day", f"le? {{dayno}} MONTH (de | en)? {year}", f"15 mars 44 {letters}"),
        ("era_month", f"MONTH (de | en)? {year}", f"mars 44 {letters}"),
        ("era_century", f"{{centuries}} {name}", f"Ve siècle {letters}"),
        ("era_decade", f"les années NUMBER {name}", f"les années 440 {letters}"),
        (
            "era_millennium",
            f"le? ({{roman}} | ORDINAL) millénaire {name}",
            f"IIIe millénaire {letters}",
        ),
    )
    return tuple(Rule(pattern, function, text, argument=era) for function, pattern, text in parts)


PARTS = {
    "year": "(COMMA | de | en)? YEAR | SHORTYEAR | de l APOSTROPHE année YEAR",
    # de l'an dernier · de cette année · de la même année · de l'année suivante
    "counted": "de (l APOSTROPHE | la | cette)? (SHIFT | STEP)? (an | année)"
    " (SHIFT | STEP | DASH là)?",
    "dayno": "DAY | ORDINAL",
    "month": "ABBREV DOT | FULL",
    "date": "le? (WEEKDAY COMMA?)? le? {dayno} {month} ({year} | {counted})?",
    "item": "(WEEKDAY le?)? {dayno}",
    "bc": "(av | avant) DOT? (j DOT? DASH? c DOT? | jésus DASH? christ | notre ère | l APOSTROPHE"
    " ère (commune | chrétienne))",
    "ad": "(apr | ap | après) DOT? (j DOT? DASH? c DOT? | jésus DASH? christ) | de notre ère"
    " | de l APOSTROPHE ère (commune | chrétienne)",
    "roman": "ROMAN (e | er | ème)?",
    "centuries": "(le | les)? ({roman} siècle? (et | au | à | DASH | ou) (le | les)?)?"
    " ({roman} | ORDINAL) (siècle | siècles | s DOT)",
    "numbered": "NUMBER | une? VAGUE (de | d APOSTROPHE)?",
    "part": "DAYPART | après DASH midi | midi",
    "day": "ce? WEEKDAY | hier | aujourd APOSTROPHE hui | demain",
    "to": "au | à | et | ou | DASH",
    "end": "COMMA | DOT | STOP | SEMICOLON | BREAK | OPEN | COLON | et",
    "the": "le | la | l APOSTROPHE",
    "hour": "INT (h | heures | heure) INT? (min)?",
}

# After 2001 and 2015 these are the days of those years' attacks, in any report.
NAMED_DAYS = (
    Rule(
        "le? INT DASH? septembre",
        "epochal",
        "a changé depuis le 11 septembre",
        after="AFTER",
        not_before="YEAR|au|à|COMMA|de",
        argument="2001-09-11",
    ),
    *(
        Rule(
            f"INT {month}",
            "fixed",
            f"les attentats du {day[8:]} {month}",
            after="ATTACK du",
            not_before="YEAR|au|COMMA|de",
            argument=day,
        )
        for month, day in (("septembre", "2001-09-11"), ("novembre", "2015-11-13"))
    ),
    Rule("le? INT DASH septembre", "fixed", "le 11-Septembre", argument="2001-09-11"),
    Rule("le? INT DASH novembre", "fixed", "le 13-Novembre", argument="2015-11-13"),
)

DATES = (
    *NAMED_DAYS,
    Rule("{date}", "day", "le vendredi 22 mars 2024"),
    Rule("{date} (SHIFT | courant)", "day", "le 14 mars dernier"),
    Rule("MONTH {dayno} COMMA YEAR", "day", "mars 22, 2024"),
    Rule("(ISO | NUMERIC) (COMMA | à)? CLOCK", "clock", "28/03/2003 à 11:31"),
    Rule("ISO | NUMERIC | COMPACT", "figures", "22/03/2024"),
    Rule("SPAN", "span", "1998-2001", not_after="CURRENCY|HASH"),
    Rule(
        "(le | les)? ({item} COMMA le?)? ({item} COMMA le?)? {item} COMMA? {to} le? {item} {month}"
        " ({year} | {counted})?",
        "day_list",
        "les 20, 21 et 22 mai",
    ),
    Rule(
        "le? {dayno} {to} le? {dayno} {month} ({year} | {counted})?", "day_range", "3 au 6 mai 2021"
    ),
    Rule(
        "le? {dayno} {month} {to} le? {dayno} {month} {year}",
        "long_range",
        "28 mars au 2 avril 2023",
    ),
    *era_rules("backward", "({bc})", "av. J.-C."),
    *era_rules("forward", "({ad})", "apr. J.-C."),
    Rule("l APOSTROPHE? an NUMBER de l APOSTROPHE hégire", "nothing", "l'an 622 de l'hégire"),
    Rule(
        "le? {dayno} jour? REPUBLICAN COMMA? (de l APOSTROPHE)? an (ROMAN | INT)",
        "republican",
        "9 thermidor an II",
    ),
    Rule("REPUBLICAN COMMA? (de l APOSTROPHE)? an (ROMAN | INT)", "republican", "brumaire an VIII"),
    Rule("(l APOSTROPHE)? an ROMAN", "republican", "l'an II"),
    Rule("{month} {to} {month} ({year} | {counted})?", "month_range", "mars à juin 2019"),
    Rule("{month} {year}", "month", "mars 2024"),
    Rule("(le mois de)? {month} {counted}", "month", "mars de l'an dernier"),
    Rule("{month} (SHIFT | STEP)", "month", "mars dernier"),
    Rule("MONTH (SMALL | SHORTYEAR)", "coded_month", "mai 68", not_before="PERCENT|COUNTED|UNIT"),
    Rule("FULL", "month", "en mars", after="IN|DASH|APOSTROPHE", not_before="INT|DASH"),
    Rule(
        "(rue | avenue | boulevard | place | square | quai | impasse | allée) (du | de la)"
        " {dayno} DASH? MONTH YEAR?",
        "nothing",
        "rue du 8 Mai 1945",
    ),
    Rule("YEAR", "entry_year", "1905 : la mine ouvre", only_before="COLON"),
    Rule(
        "(ce | le)? mois (de | d APOSTROPHE) MONTH ({year} | {counted} | SHIFT)?",
        "month",
        "mois de mai",
    ),
    Rule(
        "YEAR", "year", "en 1998", after="IN|OPEN|an|année|COMMA", not_before="PERCENT|COUNTED|UNIT"
    ),
    Rule(
        "la? fin (de l | d) APOSTROPHE année",
        "year_end",
        "la fin de l'année",
        not_before="YEAR|SHIFT",
    ),
    Rule("l APOSTROPHE (an | année) INT", "year", "l'année 1998"),
    Rule("les? années DECADE", "decade", "les années trente"),
    Rule("les? années INT", "decade", "les années 1990"),
    Rule("(la | cette)? décennie YEAR", "decade", "la décennie 1990"),
    Rule("(le | ce)? ({roman} | ORDINAL) siècle", "century", "le XIXe siècle"),
    Rule(
        "(l APOSTROPHE | le | cet | ce)? SEASON (de | d APOSTROPHE)? (YEAR | SHORTYEAR)",
        "season",
        "l'été 1968",
    ),
    Rule("(l APOSTROPHE | le | cet | ce) SEASON (SHIFT | {counted})", "season", "l'été dernier"),
    Rule("(cet | ce) SEASON", "season", "cet hiver"),
    Rule(
        "le? ORDINAL trimestre (de | d APOSTROPHE)? (YEAR | {counted})?",
        "quarter",
        "le premier trimestre 2023",
    ),
    Rule(
        "le? HALFWORD semestre (de | d APOSTROPHE)? (YEAR | {counted})",
        "half",
        "le second semestre 2023",
    ),
)

DAYS = (
    Rule(
        "la nuit (de | du) ({item} | WEEKDAY) (à | au) ({date} | WEEKDAY)",
        "night_between",
        "la nuit du 3 au 4 mai",
    ),
    Rule("{the}? {part} (de | du) (le? WEEKDAY | hier | {date})", "part", "la soirée de samedi"),
    Rule(
        "{day} (SHIFT | STEP)? (en | dans)? ({the} | (fin | début) (de | d APOSTROPHE))? {part}",
        "day",
        "hier soir",
    ),
    Rule("(ce | en | le)? WEEKDAY (SHIFT | STEP)", "day", "vendredi dernier"),
    Rule(
        "ce? WEEKDAY (DAY | ORDINAL)",
        "weekday_and_day",
        "ce dimanche 30",
        not_before="COMMA|et|au|à",
    ),
    Rule("ce? WEEKDAY", "day", "ce vendredi", not_after="le|un|les|du|saint|au|chaque|tous"),
    Rule("du WEEKDAY au WEEKDAY", "nothing", "du lundi au vendredi"),
    Rule("un WEEKDAY", "some_weekday", "un dimanche de mai"),
    Rule("le WEEKDAY | (tous | toutes) les WEEKDAYS", "weekdays", "le vendredi"),
    Rule("aujourd APOSTROPHE hui | hier | demain", "day", "aujourd'hui"),
    Rule("avant DASH hier", "two_days_ago", "avant-hier"),
    Rule("après DASH demain", "two_days", "après-demain"),
    Rule("(la | le) NEARBY", "day_beside", "la veille", not_before="de|du|d|des"),
    Rule("THISWORD {part}", "part", "ce matin", not_before="DASH"),
    Rule("THISWORD {part} DASH là", "part", "ce soir-là"),
    Rule("la nuit SHIFT", "part", "la nuit dernière"),
    Rule("le lendemain DAYPART", "part", "le lendemain matin"),
    Rule("(le | ce) (week DASH end | weekend) SHIFT?", "weekend", "ce week-end"),
    Rule("hier au soir", "day", "hier au soir"),
    Rule("{day} (à | vers | dès)? {hour}", "hours", "vendredi à 14 h 30"),
    Rule(
        "{day} (à | vers | dès)? NUMBER OCLOCK (du | de (la | l APOSTROPHE)) {part}",
        "clock",
        "vendredi à 7 heures du soir",
    ),
    Rule("INT h INT? COMMA? {day}", "hours", "14 h 30, vendredi"),
    Rule(
        "INT (heures | heure) INT? COMMA? {day}", "hours", "à 8 heures, lundi", after="à|a|vers|dès"
    ),
    Rule("NUMBER OCLOCK (du | de (la | l APOSTROPHE)) {part}", "clock", "dix heures du soir"),
    Rule("le DAY (à {hour} | au (DAYPART | midi))", "numbered_day", "le 13 à 12h30"),
    Rule("le DAY de ce mois", "numbered_day", "le 12 de ce mois"),
    Rule("INT h INT? (min)?", "hours", "14 h 30", not_before="par", not_after="en"),
    Rule("INT (heures | heure) INT?", "hours", "à 20 heures", after="à|vers|dès|avant|jusque"),
    Rule("CLOCK | POINT", "clock", "à 20:30", after="à|vers|de|dès|avant|après"),
)

COUNTED = (
    Rule("{the} SINGLE (SHIFT | STEP)", "unit", "la semaine dernière"),
    Rule("THISWORD SINGLE (DASH (là | ci))?", "unit", "cette année"),
    Rule("(le | la) même SINGLE", "unit", "le même jour"),
    Rule("il y a {numbered} UNIT | (voici | voilà) {numbered} UNIT", "ago", "il y a deux ans"),
    Rule("il y a (quelques | plusieurs) UNIT", "ago", "il y a quelques jours"),
    Rule(
        "dans {numbered} UNIT | ici (à)? {numbered} UNIT",
        "ago",
        "dans deux jours",
        not_before="de|qui|où",
    ),
    Rule(
        "{numbered} UNIT plus (tard | tôt) | {numbered} UNIT auparavant",
        "ago",
        "deux jours plus tard",
    ),
    Rule("{numbered} UNIT (après | avant)", "ago", "deux jours après", only_before="{end}"),
    Rule("{numbered} UNIT (après | avant) {date}", "around_day", "deux jours après le 3 mai 2021"),
    Rule("(les | ces)? {numbered} SHIFT UNIT", "stretch", "les trois derniers mois"),
    Rule(
        "(les | ces) (dernières | derniers | prochains | prochaines) PLURAL",
        "vague_duration",
        "les derniers mois",
    ),
    Rule("NUMBER UNIT et NUMBER UNIT", "compound", "deux ans et trois mois"),
    Rule("NUMBER UNIT", "duration", "trois mois"),
    Rule("une? VAGUE (de | d APOSTROPHE)? PLURAL", "vague_duration", "quelques mois"),
    Rule("NUMBER ans COMMA? (d APOSTROPHE âge | révolus)", "nothing", "32 ans d'âge"),
    Rule("(âgé | âgée | âgés | âgées) de NUMBER UNIT", "nothing", "âgé de 32 ans"),
    Rule("EVERY (SINGLE | WEEKDAY | MONTH | {part})", "every", "chaque année"),
    Rule("(tous | toutes) les (NUMBER? PLURAL | MONTH)", "every", "tous les deux ans"),
    Rule("ADVERB", "adverb", "annuellement"),
    Rule("PRESENT | en ce moment | de nos jours", "now", "actuellement"),
    Rule("BYGONE | il y a (longtemps | peu) | autrefois", "before_now", "récemment"),
    Rule("prochainement | bientôt", "after_now", "prochainement"),
)

TIMES = TimeRules(
    words=WORDS,
    proper=PROPER,
    rules=(*DATES, *DAYS, *COUNTED, *HOLIDAYS),
    prefixes=(
        Prefix("le? (début | commencement) (de | du | des | d APOSTROPHE)?", "start", "calendar"),
        Prefix("le? milieu (de | du | des | d APOSTROPHE)", "middle", "calendar"),
        Prefix("mi DASH", "middle", "calendar"),
        Prefix("la? fin (de | du | des | d APOSTROPHE)?", "end", "calendar"),
        Prefix("vers | environ | (env | c | ca) DOT | autour (de | du)", "approximate", "any"),
        Prefix("plus (de | d APOSTROPHE)", "more", "duration"),
        Prefix("moins (de | d APOSTROPHE)", "less", "duration"),
        Prefix("au moins", "at least", "duration"),
    ),
    numbers=(
        "(TENS | quatre DASH (vingt | vingts)) (DASH | et | DASH et DASH)"
        " (dix DASH (sept | huit | neuf) | TEENS | ONES)",
        "quatre DASH (vingt | vingts)",
        "dix DASH (sept | huit | neuf)",
        "TENS ONES",
        "cent (TENS | TEENS | ONES)",
        "(dix | TENS) (DASH | et | DASH et DASH) ORDINAL",
    ),
    parts=PARTS,
    day_first=True,
    endings={
        "rait": 0,
        "raient": 0,
        "èrent": -2,
        "irent": -2,
        "aient": -2,
        "ait": -2,
        "ront": 1,
        "era": 1,
        "ira": 1,
        # Nouns, then participles.
        **dict.fromkeys(("ité", "rté", "anté", "iété"), 0),
        **dict.fromkeys(("é", "ée", "és", "ées"), -2),
    },
    open_before={"depuis": "after", "dès": "after", "après": "after", "avant": "before"},
    ranges=frozenset(
        {("", "-"), ("", "–"), ("entre", "et"), ("de", "à"), ("du", "au"), ("depuis", "à")}
    ),
    date_prepositions=words("en le"),
    clock_prepositions=words("à vers dès avant après de"),
    ordinal_endings=r"(?<=\b1)er|(?<=\b1)ᵉʳ|(?<=\b1)re|e|ᵉ|ème|è",
    plural=r"\w{3,}s",
)
