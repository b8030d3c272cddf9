"""English: words around figures, and what they count."""

from __future__ import annotations

from generator.lang.en.time_words import ONES, TEENS, TENS
from generator.lang.figure_words import FigureWords
from generator.lang.words import words

_PEOPLE = words(
    """
        people persons men women children boys girls babies infants adults teenagers youths
        youngsters soldiers troops officers policemen civilians protesters demonstrators rebels
        militants fighters gunmen insurgents terrorists attackers pilots crew passengers workers
        employees staff miners students pupils teachers doctors nurses patients victims
        casualties residents villagers refugees migrants prisoners inmates detainees hostages
        suspects travellers travelers tourists journalists reporters activists members
        supporters fans spectators worshippers relatives families households citizens nationals
        foreigners peacekeepers rescuers firefighters volunteers farmers sailors fishermen
        drivers others bodies lives peers deputies individuals humans americans britons
        egyptians mexicans haitians russians ukrainians palestinians israelis germans
        prisoners-of-war slaves settlers colonists marines
        """
)
_THINGS = words(
    """
        cases survivors infections deaths arrests attacks explosions blasts bombs rockets
        missiles shells drones shots rounds strikes raids fires earthquakes quakes aftershocks
        hurricanes storms floods tornadoes avalanches crashes accidents collisions incidents
        outbreaks clashes protests rallies buildings houses homes schools hospitals churches
        shops villages towns cities districts provinces states countries vehicles cars trucks
        tanks aircraft planes helicopters ships boats vessels trains buses tonnes tons gallons
        barrels litres liters acres hectares kilograms kilos pounds ounces doses seats votes
        jobs companies firms banks complaints lawsuits claims charges counts licences licenses
        bodies weapons guns rifles tents meals campuses
        """
)

FIGURES = FigureWords(
    numbers={**ONES, **TEENS, **TENS},
    articles={"a": 1, "an": 1, "half a": 0.5, "a half": 0.5, "a quarter of a": 0.25},
    scales={
        "hundred": 1e2,
        "thousand": 1e3,
        "dozen": 12,
        "millions?|mln|mn": 1e6,
        "billions?|bln|bn": 1e9,
        "trillions?|trn": 1e12,
    },
    letters={"k": 1e3, "mn?": 1e6, "bn?": 1e9, "tn": 1e12},
    vague={
        "hundreds of thousands?": 1e5,
        "tens of thousands?": 1e4,
        "tens of millions": 1e7,
        "hundreds of millions": 1e8,
        "tens of billions": 1e10,
        "hundreds of billions": 1e11,
        "trillions": 1e12,
        "(?:thousands and thousands|several thousand|a few thousand|thousands)": 1e3,
        "(?:hundreds and hundreds|several hundred|a few hundred|hundreds)": 1e2,
        "(?:several dozen|a few dozen|dozens)": 12,
        "scores": 20,
        "(?:several million|a few million|millions)": 1e6,
        "billions": 1e9,
        "a handful": 5,
    },
    bounds={
        "at least|more than|no fewer than|not fewer than|no less than|not less than": "at least",
        "over|in excess of|above|a minimum of|well over": "at least",
        "upwards? of|exceeding|exceed(?:s|ed)": "at least",
        "(?:rises?|rose|rising) above": "at least",
        "at most|up to|as many as|as much as|no more than": "at most",
        "not exceeding|limited to|a maximum of": "at most",
        "fewer than|less than|under|below": "at most",
        "about|around|roughly|approximately|nearly|almost|close to|some": "about",
        "estimated (?:at|to be)": "about",
        "an estimated|estimated|circa|just over|just under": "about",
    },
    bounds_after={
        "or more|plus": "at least",
        "or so|or thereabouts": "about",
        "or fewer|or less": "at most",
    },
    fillers="an?",
    joiners="and",
    changes_from="from",
    changes_to="to",
    changes=(
        "rose|risen|rises|rising|grew|grown|increased|increasing|climbed|jumped|went|up|fell"
        "|fallen|dropped|decreased|down|revised|raised|lowered|changed"
    ),
    ranges=(("between", "and"), ("from", "to"), ("", "to|or|-|–")),
    currencies={
        r"US\$|USD|\$|dollars?|dlrs?": "USD",
        "€|EUR|euros?": "EUR",
        "£|GBP|pounds?": "GBP",
        "₽|RUB|roubles?|rubles?": "RUB",
        "¥|JPY|yen": "JPY",
        "CHF|francs?": "CHF",
        "₹|INR|rupees?": "INR",
        "CNY|yuan|renminbi": "CNY",
    },
    shares="percent|per cent|pct|%|percentage points?",
    units=(
        r"years?|months?|weeks?|days?|hours?|hrs?|mins?|secs?|minutes?|seconds?|nights?|centur(?:y|ies)|decades?"
        r"|miles?|kilomet(?:re|er)s?|km|met(?:re|er)s?|feet|foot|ft|inch(?:es)?|yards?|mph|kph|knots"
        r"|centimet(?:re|er)s?|millimet(?:re|er)s?|cm|mm"
        r"|m(?= (?:hurdles|race|long|tall|high|deep|wide))"
        r"|degrees?|points?|basis|magnitude|am|pm|a\.m|p\.m|o'clock|times|cents?|pence|square|sq|cubic"
        r"|pages?|words?|characters?|GMT|BST|EDT|percentage|way|time"
    ),
    rates=(
        "(?:a|an|per|each|every) (?:barrel|share|gallon|litre|liter|tonne|ton|ounce|unit|head"
        r"|person)|per (?!cent|year|annum|month|week|day|hour)\w+|each|apiece"
    ),
    per=(
        r"(?:a|an|per|each|every) (?:day|week|month|year|hour|minute)(?! (?:earlier|ago|later))"
        r"|per (?:[\d,]+|million|thousand|capita|head|person)"
    ),
    names=(
        r"aged?|Flight|Route|No\.?|[Nn]umber|[Pp]age|[Cc]hapter|[Aa]rticle|[Ss]ection|Room|Channel"
        r"|Act|Part|Highway|Boeing|Airbus|[Tt]op|Division|Unit|magnitude|G|Group of|[Pp]rotocol"
        r"|[Pp]hase|[Ll]evel|[Dd]ay|per"
    ),
    measures={
        "dead": (
            "dead|killed|kills?|killing|died|dying|dies?|deaths?|fatalities|slain|perished|drowned"
            "|executed|murdered|massacred|bodies"
        ),
        "injured": r"injured|injuring|injuries|wounded|wounding|hurt|maimed",
        "missing": r"missing|unaccounted",
        "arrested": r"arrested|arrests?|arresting|detained|detaining|rounded",
        "charged": r"charged|indicted",
        "cases": r"cases?|infected|infections?|infecting|sickened",
        "displaced": r"displaced|displacing|homeless|evacuated|evacuating|fled|fleeing|uprooted",
        "rescued": r"rescued|rescuing|freed|pulled",
        "trapped": r"trapped|stranded",
        "hospitalised": r"hospitali[sz]ed|hospitali[sz]ing|hospitali[sz]ations",
    },
    passive=r"(?:was|were|are|is|being|(?:have|has|had) been)(?: \w+ly| all| also)?",
    happened={"dead": "(?:(?:have|has|had) )?(?:died|drowned|perished)"},
    who="who|that",
    pairs={
        ("death", "toll"): "dead",
        ("lives", "of"): "dead",
        ("lost", "lives"): "dead",
        ("in", "hospital"): "hospitalised",
        ("claimed", "lives"): "dead",
        ("claiming", "lives"): "dead",
        ("cost", "lives"): "dead",
        ("took", "lives"): "dead",
        ("tested", "positive"): "cases",
    },
    counted=_PEOPLE | _THINGS,
    common=words(
        """
        buildings houses homes schools hospitals churches shops villages towns cities districts
        provinces states countries vehicles cars trucks aircraft planes ships boats vessels
        trains buses jobs companies firms banks claims guns rallies protests rounds campuses
        seats
        """
    ),
    people=_PEOPLE,
    modifiers=words("more other another further new additional of the its their his her such"),
    additions=words("more other others another further new additional"),
    closers=words(
        """
        in on at to for by from with and or but the a an who which that was were is are had has
        have will would could may might than as when while after before since because if his her
        its their it he she they we i now says comes goes opposes
        favours favors believes thinks wants remains becomes gets
        said say told think thought asked
        """
    ),
    breaks="and|but|while|after|when|that|which|who|because|including",
    plurals=words(
        """
        people men women children police personnel staff crew troops aircraft livestock cattle
        dead wounded injured missing
        """
    ),
    plural_endings=("s",),
    not_plural=("ss", "us", "is", "'s", "’s", "ous", "ics"),
    planned=(
        r"will|would|shall|could|may|might|should|plans? to|planned to|due to|expected to"
        r"|expects? to|aims? to|hopes? to|to be|going to|intends? to|set to|likely to|ready to"
        r"|if|can|scheduled|(?:is|are|were) to|meant to|designed to|intended to"
        r"|propos\w+"
        r"|(?:ask|urge|request|challenge)(?:s|e?d|ing)? \w+ (?:to|that)"
    ),
    planned_after=r"(?:will|would|could|may|might|should|must|can|are to|is to)\b(?! have\b)"
    r"|(?:is|are|was|were|be) (?:(?:scheduled|expected|planned|likely|set) to|due to be)\b",
    partitive="of|out of",
    anyone=words(
        """
        people persons individuals humans lives victims casualties dead wounded injured missing
        bodies fatalities deaths
        """
    ),
    determiners=words("the a an its their his her our all those these"),
    fractions={
        "half|one half|a half": 0.5,
        "an? third|one[ -]third": 1 / 3,
        "two[ -]thirds": 2 / 3,
        "a quarter|one[ -]quarter|one[ -]fourth|a fourth": 0.25,
        "three[ -](?:quarters|fourths)": 0.75,
        "a fifth|one[ -]fifth": 0.2,
        "two[ -]fifths": 0.4,
        "three[ -]fifths": 0.6,
        "four[ -]fifths": 0.8,
        "a tenth|one[ -]tenth": 0.1,
        "nine[ -]tenths": 0.9,
    },
    ratios="in|in every|out of|out of every",
    halves="first|second|third|fourth|last|latter|other|top|bottom|better|final|early|late|one",
    since="since",
    since_what=(
        "then|the|its|their|last|independence"
        r"|(?-i:[A-Z])\w+(?:['’]s?| (?:launched|began|started|invaded|seized|attacked))"
    ),
    so_far="so far|thus far|up to now|until now",
    recent_before="in|over|during|within",
    recent=r"(?:the )?(?:past|last|previous|preceding) .*",
    current="this year",
    superlatives=r"first|worst|(?<!at )most|(?<!at )least|\w{3,}est|record",
    as_of="as of|as at|by|until|up to",
    tallies="toll|tally|number of (?:dead|deaths|victims|fatalities|cases|people killed)|count",
    states=r"there (?:was|were|are|is)|amounted to|stood at|totall?ed|total \w+",
    counts_of="(?:count|tally|figures?|estimates?) (?:of|for|from|on)"
    r"|according to (?:[\w’'-]+ ){1,5}(?:on|dated)",
    said_on="on|in|late|early|late on|early on",
    dated_by="on|late|early|late on|early on|by",
)
