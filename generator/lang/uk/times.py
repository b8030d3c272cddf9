"""Ukrainian: explicit dates, and the relative ones that are safe to read.

A year needs "року" or "р." beside it, or a preposition and a range; a weekday needs a preposition
before it ("у п'ятницю") or a word that says which one ("минулої п'ятниці").
"""

from __future__ import annotations

from generator.lang.language import Prefix, Rule, TimeRules
from generator.lang.uk.holidays import HOLIDAYS
from generator.lang.uk.time_words import PROPER, WORDS
from generator.lang.words import words


def era_rules(era: str, name: str, letters: str) -> tuple[Rule, ...]:
    """The rules of an era.

    era: whether its years are counted "forward" or "backward"
    name, letters: a pattern of its letters, and these themselves
    """
    year = f"NUMBER {{words}}? {name}"
    parts = (
        ("era_year", year, f"44 рік {letters}"),
        (
            "era_years",
            f"NUMBER {{words}}? ({{and}} | по | до | DASH) {year} | SPAN {{words}}? {name}",
            f"480—479 роки {letters}",
        ),
        ("era_day", f"{{dayno}} {{ofmonth}} {year}", f"15 березня 44 року {letters}"),
        ("era_month", f"MONTH {year}", f"березень 44 року {letters}"),
        (
            "era_century",
            f"(ROMAN {{century}}? ({{and}} | по | DASH))? ROMAN {{century}} {name}",
            f"V століття {letters}",
        ),
        ("era_millennium", f"(ROMAN | ORDINAL) THOUSANDS {name}", f"III тисячоліття {letters}"),
    )
    return tuple(Rule(pattern, function, text, argument=era) for function, pattern, text in parts)


PARTS = {
    "and": "AND | OR",
    "words": "YEARABBR DOT | YEARWORD",
    "ending": "DASH (го | му | й | м)",
    "year": "YEAR {words} | YEAR {ending} YEARWORD? | YEAR",
    "counted": "(SHIFT | STEP | EITHER) (ж | же | самого)? (року | році) | ц DOT р DOT | OFYEAR",
    "dayno": "DAY (DASH (го | е))? | ORDINAL",
    "ofmonth": "OFMONTH | ABBREV DOT?",
    "date": "(WEEKDAY COMMA?)? {dayno} {ofmonth} (COMMA? {year} | {counted})?",
    "bc": "до (н DOT? е DOT? | нашої ери | р DOT? х DOT? | різдва христового)",
    "ad": "н DOT? е DOT? | нашої ери | (від | по) (р DOT? х DOT? | різдва христового)",
    "century": "CENTURY | ст DOT",
    "to": "по | до | DASH | AND",
    "number": "NUMBER | VAGUE",
}

NIGHTS = (
    Rule(
        "(ніч | ночі) (з | із | зі) ({dayno} {ofmonth}? на {dayno} {ofmonth} ({year} | {counted})?"
        " | WEEKDAY на WEEKDAY)",
        "night_between",
        "у ніч з 3 на 4 травня",
    ),
    Rule(
        "(ніч | ночі) на ({dayno} {ofmonth} ({year} | {counted})? | WEEKDAY)",
        "part",
        "у ніч на 4 травня",
    ),
    Rule(
        "PART {dayno} {ofmonth} ({year} | {counted})? | PART (в | у) WEEKDAY",
        "part",
        "уранці 4 травня",
    ),
    Rule("CLOCK | DECIMAL", "clock", "о 9:30", after="о|об", not_before="PERCENT"),
    Rule("(INT (DASH (й | ій))? | ORDINAL) OCLOCK PART?", "clock", "о 21 годині", after="о|об"),
)

RULES = (
    Rule("{date}", "day", "22 березня 2024 року"),
    Rule(
        "(вулиця | вулиці | вулицю | вул DOT | площа | площі | площу | пл DOT) DAY OFMONTH",
        "nothing",
        "на вулиці 8 Березня",
    ),
    Rule("ISO | NUMERIC (р DOT | року)?", "figures", "22.03.2024"),
    Rule("SPAN {words}?", "span", "1998–2001 роки", not_after="CURRENCY|HASH"),
    Rule(
        "({dayno} COMMA)? ({dayno} COMMA)? {dayno} COMMA? {to} {dayno} {ofmonth}"
        " ({year} | {counted})?",
        "day_list",
        "20, 21 та 22 травня 2024 року",
    ),
    *era_rules("backward", "{bc}", "до н. е."),
    *era_rules("forward", "{ad}", "н. е."),
    Rule("NUMBER {words}? хіджри", "nothing", "622 рік хіджри"),
    Rule(
        "{dayno} {to} {dayno} OFMONTH ({year} | {counted})?",
        "day_range",
        "з 3 по 6 травня 2021 року",
    ),
    Rule(
        "{dayno} {ofmonth} (по | до | DASH) {dayno} {ofmonth} ({year} | {counted})",
        "long_range",
        "з 28 квітня по 2 травня 2023 року",
    ),
    Rule(
        "MONTH (по | до | DASH | AND) MONTH ({year} | {counted})?",
        "month_range",
        "з березня по червень 2019 року",
    ),
    Rule("MONTH (YEAR {words} | YEAR {ending} YEARWORD? | YEAR)", "month", "в березні 2024 року"),
    Rule("MONTH {counted} | OFYEAR (у | в) INMONTH", "month", "у березні минулого року"),
    Rule("INMONTH", "month", "у березні", after="в|у"),
    Rule("OFMONTH", "month", "з березня", after="з|із|до|після|від"),
    Rule("YEAR {words} | YEAR {ending} YEARWORD?", "year", "у 1998 році", not_after="ARTICLE"),
    Rule(
        "YEAR",
        "year",
        "з 1958 по 1969 рік",
        after="з|із|по|до|між|від|OPEN",
        not_before="DASH|UNIT|PERCENT|COUNTED",
    ),
    Rule("YEAR", "year", "2004 і 2005 років", only_before="(AND | COMMA | DASH) YEAR {words}"),
    Rule("року", "unit", "до кінця року", after="початку|кінця|кінці|середини|наприкінці"),
    Rule("NAMEMONTH", "month", "за квітень", after="за|на"),
    Rule("(YEAR | INT) DASH (ті | х | их | і) YEARWORD", "decade", "1990-ті роки"),
    Rule(
        "(YEAR | INT) DASH (ті | х | их | і)",
        "decade",
        "на початку 90-х",
        after="IN|початку|кінця|кінці|середині|наприкінці",
    ),
    Rule("DECADE YEARWORD", "decade", "вісімдесяті роки"),
    Rule(
        "ROMAN {century}? {to} ROMAN {century}", "era_century", "XVI–XVII ст.", argument="forward"
    ),
    Rule("(ROMAN | ORDINAL | SHIFT) {century}", "century", "у XIX столітті"),
    Rule(
        "SEASON (YEAR {ending}? YEARWORD? | YEAR YEARABBR DOT | {counted})",
        "season",
        "влітку 1968 року",
    ),
    Rule("ORDINAL кварталі (YEAR | SHIFT) YEARWORD", "quarter", "у першому кварталі 2023 року"),
    Rule(
        "HALFWORD (півріччі | півріччя) (YEAR | SHIFT) YEARWORD", "half", "перше півріччя 2023 року"
    ),
    *NIGHTS,
    Rule("WEEKDAY (COMMA? PART)?", "day", "у п'ятницю", after="в|у|на|з|із|до|по"),
    Rule("SHIFT WEEKDAY", "day", "минулої п'ятниці"),
    Rule("DEICTIC PART?", "day", "вчора ввечері"),
    Rule("вихідні | вихідних", "weekend", "на вихідних", after="на|у|в"),
    Rule("(того | цього) (ж | же | самого)? дня", "day_beside", "цього дня"),
    Rule("OFYEAR | (SHIFT | STEP | EITHER) (ж | же | самого)? SINGLE", "unit", "минулого року"),
    Rule(
        "{number}? UNIT (тому | потому | згодом) | через {number}? UNIT",
        "ago",
        "два дні тому",
        not_before="що",
    ),
    Rule("STRETCH {number} PLURAL", "stretch", "останні два місяці"),
    Rule("STRETCH PLURAL", "vague_duration", "останніх років"),
    # Not "на 15 році життя".
    Rule(
        "{number} (PLURAL | рік | день | місяць | тиждень | годину | хвилину) | півтора SINGLE"
        " | HALFOF",
        "duration",
        "три роки",
    ),
    Rule("EVERY (UNIT | WEEKDAY)", "every", "кожного року"),
    Rule("WEEKDAYS", "weekdays", "щоп'ятниці"),
    Rule("ADVERB", "adverb", "щороку"),
    Rule("PRESENT", "now", "зараз"),
    Rule("BYGONE", "before_now", "нещодавно"),
    *HOLIDAYS,
)

TIMES = TimeRules(
    words=WORDS,
    proper=PROPER,
    rules=RULES,
    prefixes=(
        Prefix("(початку | початок)", "start", "calendar"),
        Prefix("(середині | середини)", "middle", "calendar"),
        Prefix("(кінці | кінця | кінець | наприкінці)", "end", "calendar"),
        Prefix("близько | приблизно | бл DOT", "approximate", "any"),
        Prefix("понад | (більше | більш) (ніж | як)?", "more", "duration"),
        Prefix("майже", "less", "duration"),
    ),
    numbers=("TENS ONES", "TENTH ORDINAL"),
    parts=PARTS,
    day_first=True,
    endings={
        **dict.fromkeys(("тиме", "тимуть", "тимемо", "тиметься", "тимуться"), 1),
        **dict.fromkeys(("вся", "лася", "лись", "лися", "лося", "ував", "вав"), -2),
        **dict.fromkeys(("ала", "али", "ало", "яла", "яли", "ила", "или", "ило"), -2),
    },
    open_before={"з": "after", "із": "after", "зі": "after", "після": "after", "до": "before"},
    ranges=frozenset(
        {
            *(("з", "по"), ("із", "по"), ("зі", "по"), ("з", "до"), ("із", "до"), ("від", "до")),
            *(("між", "та"), ("між", "і"), ("між", "й"), ("", "–"), ("", "—")),
        }
    ),
    date_prepositions=words("в у"),
    clock_prepositions=words("о об"),
    after_apostrophes="[яєюїЯЄЮЇ]",
)
