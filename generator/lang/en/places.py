"""English: words by which names of places are compared."""

from __future__ import annotations

from generator.lang.language import PlaceWords
from generator.lang.words import words

# Countries and unions that are written by their initials as often as in full.
_INITIALS = {
    "us": "united states",
    "usa": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "uae": "united arab emirates",
    "eu": "european union",
    "un": "united nations",
}
# Abbreviations in newspapers and addresses, and cities by their initials.
STATES = {
    "alabama": "ala", "arizona": "ariz az", "arkansas": "ark", "california": "cal calif ca",
    "colorado": "colo", "connecticut": "conn ct", "delaware": "del", "florida": "fla fl",
    "illinois": "ill il", "indiana": "ind", "kansas": "kan ks", "kentucky": "ky",
    "louisiana": "la.", "maryland": "md", "massachusetts": "mass ma", "michigan": "mich mi",
    "minnesota": "minn mn",
    "mississippi": "miss ms", "missouri": "mo", "montana": "mont mt", "nebraska": "neb",
    "nevada": "nev nv", "new hampshire": "nh", "new jersey": "nj", "new mexico": "nm",
    "north carolina": "nc", "north dakota": "nd", "oklahoma": "okla ok",
    "oregon": "ore", "pennsylvania": "pa", "rhode island": "ri", "south carolina": "sc",
    "south dakota": "sd", "tennessee": "tenn tn", "texas": "tex tx", "vermont": "vt",
    "virginia": "va", "west virginia": "wva wv", "wisconsin": "wis wi",
    "wyoming": "wyo wy",
}  # fmt: skip
_CITIES = {
    "san francisco": ("sf",),
    "new york city": ("nyc",),
    "washington dc": ("washington d.c.", "washington d. c.", "dc"),
    "saint petersburg": ("st petersburg", "spb"),
}

# Behind a town's name, where they cannot be anything else.
_POSTAL = {
    "alabama": "Ala. AL", "alaska": "AK", "arizona": "Ariz. AZ", "arkansas": "Ark. AR",
    "california": "Calif. Cal. CA", "colorado": "Colo. CO", "connecticut": "Conn. CT",
    "delaware": "Del. DE", "florida": "Fla. FL", "georgia": "Ga. GA", "hawaii": "HI",
    "idaho": "ID", "illinois": "Ill. IL", "indiana": "Ind. IN", "iowa": "IA",
    "kansas": "Kan. Kans. KS", "kentucky": "Ky. KY", "louisiana": "La. LA", "maine": "ME",
    "maryland": "Md. MD", "massachusetts": "Mass. MA", "michigan": "Mich. MI",
    "minnesota": "Minn. MN", "mississippi": "Miss. MS", "missouri": "Mo. MO",
    "montana": "Mont. MT", "nebraska": "Neb. Nebr. NE", "nevada": "Nev. NV",
    "new hampshire": "N.H. NH", "new jersey": "N.J. NJ", "new mexico": "N.M. NM",
    "new york": "N.Y. NY", "north carolina": "N.C. NC", "north dakota": "N.D. ND", "ohio": "OH",
    "oklahoma": "Okla. OK", "oregon": "Ore. OR", "pennsylvania": "Pa. Penn. PA",
    "rhode island": "R.I. RI", "south carolina": "S.C. SC", "south dakota": "S.D. SD",
    "tennessee": "Tenn. TN", "texas": "Tex. TX", "utah": "UT", "vermont": "Vt. VT",
    "virginia": "Va. VA", "washington": "Wash. WA", "west virginia": "W.Va. WV",
    "wisconsin": "Wis. WI", "wyoming": "Wyo. WY", "alberta": "Alta. AB",
    "british columbia": "B.C. BC", "manitoba": "Man. MB", "new brunswick": "N.B. NB",
    "newfoundland and labrador": "Newfoundland N.L. NL", "nova scotia": "N.S. NS",
    "ontario": "Ont. ON", "prince edward island": "P.E.I. PE", "quebec": "Que. QC",
    "saskatchewan": "Sask. SK", "new south wales": "N.S.W. NSW", "queensland": "Qld. QLD",
    "victoria": "Vic. VIC", "tasmania": "Tas. TAS",
}  # fmt: skip
# Towns with names that are, with a capital, more often something else.
_COMMON = words(
    """airport alliance anthem apex bay bear bell best bountiful bow bury cascades centre
    central coast commonwealth confederation crystal defiance delta eastern enterprise federal
    forest fountain golden green grove harmony hope humble hurricane imperial independence
    industry justice keystone lakes liberal liberty marina metro metropolitan midway mission mobile
    most nice normal northern of orange orchards pa paradise parole plantation police pool
    progress prosper providence reading republic reservoir revere rugby same sandy savage southern
    sparks spring springs sterling summit sunrise sunset superior surprise temple time
    trinity union unity universal university van vista western young"""
)

PLACES = PlaceWords(
    described=(
        "(?:[Aa]rch)?[Bb]ishop(?:ric)? of|[Dd]iocese of|[Mm]ayor of|[Hh]otel|"
        "(?:stay(?:ed|ing|s)?|guests?|dined|dining) at the"
    ),
    described_behind=" hotel\\b",
    initials=_INITIALS,
    abbreviations={**{name: tuple(short.split()) for name, short in STATES.items()}, **_CITIES},
    # "LA" is a city, or the state in an address.
    capital_forms={"La.": "la.", "La": "la."},
    vague=(
        "(?:north|south|central|latin|middle)? ?(?:africa|america|asia|east|europe)"
        "|west|north|south|antarctica|arctic|atlantic|central|gulf|mediterranean|pacific"
        "|(?:north|south)(?:east|west)"
    ),
    natural=(
        "(?:.+ )?(?:sea|ocean|rivers?|lakes?|gulf|strait|desert|mountains?|nile)(?: region)?"
        "|(?:river|lake|mount) .+"
    ),
    kinds_before="city|town|state|province|region|republic|kingdom|commonwealth|territory",
    kinds_after="region|oblast|krai|province|governorate|prefecture|county|state",
    kind_preposition="of",
    kinds_of_regions=words("state"),
    city_endings=words("city"),
    postal={name: tuple(short.split()) for name, short in _POSTAL.items()},
    inside="in",
    joiners="and|or",
    prepositions="in|at|from|near|to|outside|around|through|via|between",
    common=_COMMON,
    titles="(?:duke|duchess|earl|count|countess|marquess|marquis|viscount|lord|lady) of",
)
