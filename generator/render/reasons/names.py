"""Words for why spellings are one entity's, why two entities may be one, and where places are."""

from __future__ import annotations

from collections.abc import Mapping

_SPELLINGS = {
    "spelled-so": "spelled this way",
    "inflected-form": "the name in another grammatical case",
    "listed": "listed in front matter",
    "introduced-as": "introduced as “{name} ({abbreviation})”",
    "nearly-same-name": "nearly the same name, also abbreviated {abbreviation}",
    "well-known-name": "a well-known alternative name",
    "births-apart": "born in {one} ({source}), but in {two} ({other})",
    "deaths-apart": "died in {one} ({source}), but in {two} ({other})",
    "ages-apart": "aged {one} in {then} ({source}), but aged {two} in {now} ({other})",
    "generations-apart": "{one} ({source}), but {two} ({other})",
    "nothing-shared": "“{one}” ({source}) and “{two}” ({other}), in sources with nothing in common",
    "plural": "the same name in the singular or the plural",
    "party": "another name of the same party",
    "party-member": "what members of the party are called",
    "legal-form": "the same name, apart from the legal form",
    "same-branch": "another name of the same branch",
    "place-abbreviation": "a usual abbreviation of the name",
    "same-place": "a name of the same place in GeoNames ({place})",
    "transliteration": "another transliteration of the same full name",
    "spelled-out": "the same letters, of which one stands as two (“ü” and “ue”)",
    "without-accents": "the same letters without accents",
    "middle-name": "the same name with a middle name",
    "nickname": "a short form of the same first name",
    "other-script": "the same name in another script",
    "other-spelling-in-context": "another spelling of the name, mentioned with the same names",
}
_SHORT_NAMES = {
    "full-name-in-source": "short for the full name in the same source",
    "only-such-name-in-context": (
        "the only full name with this surname, mentioned with the same names"
    ),
    "only-such-name-well-known": (
        "the only such name in the archive, which many of its sources have in full"
    ),
    "only-such-name-so-far": "the only such name mentioned so far in the same source",
    "best-known-of-this-name": (
        "by far the best known of those with this surname, mentioned with the same names"
    ),
    "main-person-of-source": "the one of this name whom the source is mainly about",
    "called-so-in-full": "the one of this name who has this title in full, too",
    "other-courtesy": "called so here, unlike all others of this name in the archive",
    "styled-of-place": "named with a place, as kings and saints are",
    "same-office": "called {office} here, unlike anyone else with this name",
    "region-in-source": "short for “{name}” in the same source",
    "coordinates-of-record": "the coordinates that the source gives",
    "coordinates-of-source": "the place of this name near the coordinates that the source gives",
    "initials-in-source": "the initials of “{name}” in the same source",
}
_RELATIONS = {
    "part-by-name": "this is a branch or part of it, judging by the name",
    "whole-by-name": "a branch or part of this, judging by its name",
    "introduced-by-some": "some sources introduce the abbreviation for the name",
    "lone-surname": "“{name}” alone may be {full}",
    "like-names": "the same surname, and first names that may be the same",
    "like-sounds": "the names sound alike",
    "part-of-name": "one name is a part of the other, or shortens its words",
    "several-types": "the same name, with two types: {type} and {other}",
}
_PLACES = {
    "region-given": "sources say where it is: “{name}”",
    "name-in-geonames": "the name in GeoNames",
    "geonames-in-context": "the name in GeoNames; the same sources mention its country",
    "likeliest-in-geonames": "the most likely of the places with this name in GeoNames",
    "likeliest-in-context": (
        "the most likely of the places with this name in GeoNames; the same sources mention its "
        "country"
    ),
}
_TYPES = {
    "type-seen": "found as one in its sentence",
    "type-described": "the words right beside it",
    "type-called": "a title or an office beside it",
    "type-surname": "people of the archive have it as a surname",
    "type-legal-form": "elsewhere it is written with a legal form",
    "type-listed": "it is listed in front matter",
    "type-known": "everybody knows it",
    "type-publisher": "a source names it as its publisher",
}
TEMPLATES: Mapping[str, str] = {**_SPELLINGS, **_SHORT_NAMES, **_RELATIONS, **_PLACES, **_TYPES}
