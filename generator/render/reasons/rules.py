"""Words for the rules by which names are merged; only `sourcebook explain` shows them."""

from __future__ import annotations

from collections.abc import Mapping

RULES: Mapping[str, str] = {
    "abbreviations": "abbreviations that sources introduce: “Islamic State (ISIS)”",
    "well-known-names": "well-known names of an organisation",
    "legal-forms": "a company with and without its legal form",
    "plurals": "an organisation in the singular and the plural: “Lib Dem”, “Lib Dems”",
    "parties": "a party and its members: “Tory”, “Tories”, “Tory Party”",
    "branches": "names of one branch of an organisation",
    "place-abbreviations": "usual abbreviations of places: “Calif.”",
    "same-places": "names of one place in GeoNames",
    "transliterations": "full names of people that sound the same",
    "middle-names": "a full name with and without a middle name",
    "nicknames": "a first name and its short form: “Flo” for Florence",
    "other-spellings": "names that sound alike, or in another script, in the same context",
    "short-names": "short names, within one source",
}
