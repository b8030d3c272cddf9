"""The words of English times: class by class, with what each is worth.

`generator.analyse.times.rules` explains how patterns use classes. Words in `PROPER` count only with
a capital ("March" and "MARCH", never "march"). TENSE is 1 for a sign of the future, 2 for one when
"to" follows, 3 for a verb that is one unless "to" or "did" comes before it, -1 for a verb of saying
in the past, and -2 for any other past.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.lang.words import counted, same

# --- names of months and days

MONTHS = counted(
    "january february march april may june july august september october november december", 1
)
SHORT_MONTHS = {
    **counted("jan feb mar apr", 1),
    **counted("jun jul aug sep oct nov dec", 6),
    "sept": 9,
}
WEEKDAYS = counted("monday tuesday wednesday thursday friday saturday sunday")
SHORT_WEEKDAYS = {
    **counted("mon tue wed thu fri sat sun"),
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
PLURAL_WEEKDAYS = {day + "s": number for day, number in WEEKDAYS.items()}

# --- numbers

ONES = counted("one two three four five six seven eight nine", 1)
TEENS = counted(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10
)
TENS = counted("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
ORDINALS = counted(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
)
DECADES = counted("twenties thirties forties fifties sixties seventies eighties nineties", 2)

# --- units

UNITS = {
    unit: unit
    for unit in same("", "day week month quarter year decade hour minute second weekend night")
} | {"century": "century", "fortnight": "fortnight"}
PLURALS = {unit + "s": unit for unit in UNITS if unit != "century"} | {"centuries": "century"}


def without(units: Mapping[str, str], *names: str) -> dict[str, str]:
    """The units but for some."""
    return {word: unit for word, unit in units.items() if unit not in names}


# --- signs of tense

PAST_WORDS = (
    "was were had did began came went took made gave got won lost fell rose held met left found saw"
    " killed died spent sent led kept knew grew drew wrote broke chose spoke ran struck hit shot"
    " brought bought sold paid built fought caught thought became been tore shook threw wore swore"
    " froze stole bore beat ate drank drove rode sang sank swam flew blew hid slept swept wept felt"
    " dealt meant lent bent stood understood withdrew overthrew fled bled fed bred stuck shut hurt"
    " burst quit sought taught laid woke hung dug swung clung sprang shone slid spun underwent"
    " undertook foresaw forgot forgave forbade arose awoke"
)
REPORTING = "said told reported announced added says noted agreed decided"
FUTURE_WORDS = (
    "will shall would should may might must can could due supposed scheduled expected expects"
    " expect planned resumes begins starts opens reopens expires slated upcoming until till"
    " tomorrow effective soon maturing mature matures payable"
)
# Future only with "to" after them: "plans to", "is to".
INTENDING = (
    "plan plans planning set going hope hopes hoping intend intends is are aim aims want wants"
)
# A plain verb for what is arranged: "the ministers meet Monday".
ARRANGED = "meet meets convene convenes"

# --- words that make a year in figures a number of things, or the name of one

THINGS_COUNTED = (
    "people men women children troops soldiers workers jobs votes miles feet meters metres"
    " kilometers kilometres acres yards pounds tons tonnes dollars cents euros percent pct points"
    " degrees shares barrels homes houses students members units words pages cases deaths calories"
    " passengers francs yen marks gallons inches hectares employees families residents copies"
    " patients"
)
THINGS_NUMBERED = (
    "no number flight route page room chapter article section highway model channel boeing"
    " resolution bus track lot serial gate pin zip version ip build release parcel box"
    " population"
)

COUNTING = (
    "counted seats seated numbered numbers killed injured wounded arrested employs employed hired"
    " sold bought lost scored earned drew holds held costs cost paid worth weighs weighed over"
    " hosted attracted houses housed ran serves served"
)
STREETS = (
    "street st avenue ave road rd lane drive boulevard blvd square way terrace parkway place"
    " crescent court close"
)
TITLES = (
    "mr mrs ms miss dr colonel captain judge general president senator sergeant lieutenant major"
    " professor sir lady lord governor mayor minister secretary inspector officer justice rev"
    " reverend father sister brother uncle aunt"
)

# The year before one of these is that of the model.
MAKES = (
    "audi bmw buick cadillac chevrolet chevy chrysler dodge fiat ford honda hyundai jeep kia mazda"
    " mercedes mitsubishi nissan oldsmobile peugeot plymouth pontiac porsche renault subaru suzuki"
    " toyota volkswagen volvo"
)

WORDS: Mapping[str, Mapping[str, object]] = {
    "ONES": ONES,
    "TEENS": TEENS,
    "TENS": TENS,
    "NUMBER": {**ONES, **TENS, **TEENS, "dozen": 12, "hundred": 100, "thousand": 1000},
    "THOUSAND": {"thousand": 10**3, "million": 10**6, "billion": 10**9},
    "ORDINAL": ORDINALS,
    "VAGUE": same("X", "several few many some numerous countless various"),
    "DECADE": DECADES,
    "HALFWORD": {"first": 1, "second": 2, "last": 2},
    "UNIT": {**UNITS, **PLURALS},
    "SINGLE": UNITS,
    "PLURAL": PLURALS,
    # Units that "a" makes a length of time: "a week", not "a night", "a second".
    "WHOLE": without(UNITS, "second", "night", "weekend", "quarter"),
    # Units whose bare plural is a time: "for weeks", not "for seconds".
    "LONG": without(PLURALS, "second", "minute", "hour", "night", "weekend"),
    # Counted from the day of publication.
    "SHIFT": {
        **same(-1, "last past"),
        **same(1, "next coming upcoming"),
        **same(0, "this current present"),
    },
    # Counted from a date named before.
    "STEP": {
        **same(-1, "previous preceding prior"),
        **same(1, "following subsequent"),
        **same(0, "same that very"),
    },
    "STRETCH": same(
        "",
        "last past next coming first previous latest final following recent preceding early opening"
        " closing",
    ),
    "AGO": {"ago": -1, "hence": 1},
    "LATER": {**same(-1, "earlier previously"), **same(1, "later afterward afterwards thereafter")},
    "DEICTIC": {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1},
    "DAYPART": {"morning": "MO", "afternoon": "AF", "evening": "EV"},
    "POINT": {"noon": "12:00", "midday": "12:00", "midnight": "24:00"},
    "PART": {
        "dawn": "MO",
        "morning": "MO",
        "afternoon": "AF",
        "evening": "EV",
        "dusk": "EV",
        "night": "NI",
        "noon": "12:00",
        "midday": "12:00",
        "midnight": "24:00",
    },
    "SOUTHERN": {"southern": ""},
    "SEASON": {"spring": 0, "summer": 1, "fall": 2, "autumn": 2, "winter": 3},
    "ZONE": same(
        "",
        "est edt cst cdt mst mdt pst pdt gmt bst cet cest utc et pt ct local eastern pacific"
        " central",
    ),
    "EVERY": same("", "every each"),
    "ADVERB": {
        "hourly": "PT1H",
        "daily": "P1D",
        "nightly": "P1D",
        "weekly": "P1W",
        "monthly": "P1M",
        "annually": "P1Y",
        "yearly": "P1Y",
        "biweekly": "P2W",
        "fortnightly": "P2W",
    },
    "WEEKDAYS": PLURAL_WEEKDAYS,
    "PRESENT": same("", "now currently nowadays presently"),
    "BYGONE": same("", "recently lately"),
    "TENSE": {
        **same(-2, PAST_WORDS),
        **same(-1, REPORTING),
        **same(1, FUTURE_WORDS),
        **same(2, INTENDING),
        **same(3, ARRANGED),
        # The beginnings of "couldn't", "didn't" …, and the end of "they'll".
        **same(-2, "couldn didn wasn weren hadn"),
        "ll": 1,
    },
    # "We are meeting on Saturday" is of what is arranged.
    "ARRANGING": same(
        "",
        "meeting leaving coming arriving returning starting opening launching hosting holding"
        " visiting travelling traveling flying sending chartering departing",
    ),
    "PRESENTBE": same("", "is are am re m"),
    # What changes the tense of a verb beside it.
    "UNSAID": same("", "to did not never often usually always rarely sometimes t"),
    "HABIT": same("", "usually always often never sometimes normally generally typically"),
    "HAD": same("", "had hadn did didn"),
    "HAVE": same("", "have"),
    "WILL": same("", "will shall"),
    "WON": {"won": ""},  # "won't" is not a past tense
    "TEE": {"t": ""},
    "BEEN": {"been": ""},
    "PLANNED": same("", "due scheduled expected planned slated supposed"),
    "ABLE": same("", "could couldn"),
    "DENIAL": same("", "not never neither nor none nobody couldn"),
    "ARTICLE": same("", "a an the its their his our as"),
    # What there is of a year or month: "the rest of the year".
    "SHARE": same(
        "",
        "rest remainder end close start beginning begin middle part half third most much course"
        " balance all outset turn opening days bulk",
    ),
    "DEGREE": same(
        "",
        "still newly recently previously long widely hastily carefully originally initially much"
        " already highly so badly closely",
    ),
    "LEANING": {"since": -1, **same(1, "by until till starting beginning")},
    "INFINITIVE": {"be": 1, **same(0, "is are remain remains stay stays")},
    "AND": {"and": ""},
    # After these a capitalised "May" or "March", and a bare year, is a time.
    "IN": same(
        "",
        "in of since by until till from to through between and during before after for around about"
        " early late mid this last next into throughout",
    ),
    "MORE": same(
        "",
        "more full additional consecutive straight whole working trading business calendar entire"
        " extra long solid successive short fiscal other",
    ),
    "COUNTED": same("", THINGS_COUNTED),
    # Seasons that are more often something else, what they then stand beside, and "over".
    "AMBIGUOUS": same("", "fall spring"),
    "BESIDE": same("", "near from in at by water"),
    "OVER": {"over": ""},
    # Months in small letters, which are one only with a day and a year.
    "LOWMONTH": MONTHS,
    # Verbs before a number of things.
    "COUNTING": same("", COUNTING),
    "CURRENCYWORD": same("", "usd eur gbp rs inr cad aud chf"),
    "STREET": same("", STREETS),
    "TITLE": same("", TITLES),
    # Prepositions that make a number after them a year, whatever follows.
    "ATTIME": same(
        "", "in since until till during by from before after through throughout between"
    ),
    "ATPLACE": {"at": ""},
    "BYTIME": same("", "by until till"),
    "MANY": same("", "were are have"),
    "FINAL": same("", "final last"),
    # What belongs to an event that is known by its day.
    "ATTACK": same(
        "",
        "attacks bombings bombers terrorists hijackers victims families survivors hearings"
        " memorials conspiracies responders",
    ),
    "TIMEWORD": {"time": ""},
    "FORWARD": {"for": ""},  # "is set for 5 April"
    "SET": {"set": ""},
    "CLAUSE": {"that": ""},
    "LINKING": same("", "is was are were of"),
    # Words that end like plurals.
    "PLURALEND": same(
        "",
        "this its perhaps always sometimes towards across besides unless thus less plus press"
        " congress class process crisis series business address success does says",
    ),
    "DOMINI": same("", "ad ce a d c e"),
    "NUMBERED": same("", THINGS_NUMBERED),
    # The numbers of these are like years: "the 1973 resolution".
    "SERIAL": same("", "resolution resolutions flight"),
    # Single words that interpreters ask for; what they are in patterns is seen there.
    "A": same("", "a one"),
    "AFTER": {"after": ""},
    "AHEAD": {"ahead": ""},
    "BACK": {"back": ""},
    "WAY": {"way": ""},
    "AM": {"am": ""},
    "BEFORE": {"before": ""},
    "BETWEEN": {"between": ""},
    "BEYOND": {"beyond": ""},
    "COUPLE": {"couple": ""},
    "ERA": same("", "b bc bce"),
    "INITIALS": {"bc": ""},  # an era, and a province of Canada
    "FEW": same("", "few several"),
    "HALFOF": {"half": ""},
    "INSIDE": {"in": ""},
    "LAST": {"last": ""},
    "LASTING": {"long": ""},  # "a day-long visit"
    "NEXT": {"next": ""},
    "OCLOCK": {"clock": ""},
    "OF": {"of": ""},
    "OR": {"or": ""},
    "OTHER": {"other": ""},
    "OWNER": same("", "the its his her their our"),
    "PERIOD": {"period": ""},
    "PM": {"pm": ""},
    "QUARTERWORD": {"quarter": ""},
    "THE": {"the": ""},
    "TO": {"to": ""},
    "TOCOME": same("", "later now"),
    "TONIGHT": {"tonight": ""},
    "WEEKEND": {"weekend": ""},
    "WEEKWORD": {"week": ""},
    "YEARWORD": {"year": ""},
}

PROPER: Mapping[str, Mapping[str, object]] = {
    "MONTH": {**MONTHS, **SHORT_MONTHS},
    "FULL": MONTHS,
    "ABBREV": SHORT_MONTHS,
    # Months that are one anywhere; "May" and "March" need a preposition or a number.
    "LONE": {word: n for word, n in MONTHS.items() if word not in ("march", "may")},
    "WEEKDAY": {**WEEKDAYS, **SHORT_WEEKDAYS},
    "FULLDAY": WEEKDAYS,
    "ABBRDAY": SHORT_WEEKDAYS,
    "WEEKDAYS": PLURAL_WEEKDAYS,
    "MAKE": same("", MAKES),
    # Newspapers that come out on Sundays; of these names some are common words, too.
    "PAPER": same("", "times telegraph mirror herald mail independent mercury"),
    "TITLE": same("", "people express post world"),
    "SUNDAY": same("", "mail independent scotland"),
    "NICKNAME": same("", "black bloody super fat cyber"),
    # Names of which a weekday is a part: "Tuesday Weld", "Ruby Tuesday".
    "SURNAME": same("", "weld addams"),
    "FORENAME": same("", "ruby man girl"),
    # Months that are first names, too.
    "FIRSTNAME": same("", "april may june august"),
}
