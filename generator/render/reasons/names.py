"""Words for why spellings are one entity's, why two entities may be one, and where places are."""

from __future__ import annotations

from collections.abc import Mapping

_SPELLINGS = {
    "spelled-so": "written so",
    "listed": "listed in front matter",
    "introduced-as": "introduced as “{name} ({abbreviation})”",
    "nearly-same-name": "nearly the same name, for {abbreviation}, too",
    "well-known-name": "a name that it goes by everywhere",
    "legal-form": "the same name with its legal form",
    "same-branch": "another name of the same branch",
    "place-abbreviation": "a usual abbreviation of the name",
    "same-place": "a name of the same place in GeoNames ({place})",
    "transliteration": "another transliteration of the same full name",
    "middle-name": "the same name with a middle name",
    "other-script": "the same name in another script",
    "other-spelling-in-context": "the same name in another spelling, beside the same names",
}
_SHORT_NAMES = {
    "full-name-in-source": "stands for the full name in the same source",
    "only-such-name-in-context": "the only such name in the archive, beside the same names",
    "only-such-name-well-known": (
        "the only such name in the archive, which many of its sources have in full"
    ),
    "only-such-name-so-far": "the only such name so far in the same source",
    "same-office": "called {office} here, as nobody else of this name is",
    "initials-in-source": "the initials of “{name}” in the same source",
}
_RELATIONS = {
    "part-by-name": "by its name a branch or part of {whole}",
    "whole-by-name": "{part} belongs to it by its name",
    "introduced-by-some": "some sources introduce the abbreviation for the name",
    "lone-surname": "“{name}” alone could be {full}",
    "like-names": "one surname, and first names that could be one",
    "like-sounds": "the names sound alike",
    "several-types": "the name is taken for a {type} and for a {other}",
}
_PLACES = {
    "name-in-geonames": "the name in GeoNames",
    "geonames-in-context": "the name in GeoNames; the same sources name its country",
    "likeliest-in-geonames": "the likeliest of the places with this name in GeoNames",
    "likeliest-in-context": (
        "the likeliest of the places with this name in GeoNames; the same sources name its country"
    ),
}
VERB_PHRASES = frozenset({"full-name-in-source"})  # codes; the words of others are nouns
TEMPLATES: Mapping[str, str] = {**_SPELLINGS, **_SHORT_NAMES, **_RELATIONS, **_PLACES}
