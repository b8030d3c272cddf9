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

PLACES = PlaceWords(
    initials=_INITIALS,
    abbreviations={**{name: tuple(short.split()) for name, short in STATES.items()}, **_CITIES},
    # "LA" is a city, or the state in an address.
    capital_forms={"La.": "la.", "La": "la."},
    vague=(
        "(?:north|south|central|latin|middle)? ?(?:africa|america|asia|east|europe)"
        "|west|north|south|antarctica|arctic|atlantic|central|gulf|mediterranean|pacific"
        "|(?:north|south)(?:east|west)"
    ),
    kinds_before="city|town|state|province|region|republic|kingdom|commonwealth|territory",
    kinds_after="region|oblast|krai|province|governorate|prefecture|county|state",
    kind_preposition="of",
    kinds_of_regions=words("state"),
    city_endings=words("city"),
)
