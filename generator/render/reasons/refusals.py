"""Words for why rules left two names apart; only `sourcebook explain` shows them."""

from __future__ import annotations

from collections.abc import Mapping

TEMPLATES: Mapping[str, str] = {
    "introduced-for-several": "sources introduce the abbreviation for several names",
    "introduced-by-few": (
        "few sources introduce the abbreviation for the name, and the others mention it with "
        "different names"
    ),
    "both-in-one-source": "one source has both spellings, so it probably means two people",
    "too-little-in-common": "fewer than two other names are mentioned with both",
    "nothing-in-common": "no other name is mentioned with both",
    "nothing-distinctive-in-common": (
        "no other name is mentioned with both, except names that many sources have"
    ),
    "both-in-one-sentence": "one sentence has both names, so it probably means two people",
    "two-in-one-source": "a source that has both names shows that they are two people",
    "mostly-surname-alone": (
        "more than three sources have the surname alone, and only one sentence has the full name"
    ),
    "several-first-names": "the first name may be short for several in the archive",
    "several-middle-names": "the archive has this name with different middle names",
    "two-places": "the gazetteer has them as two places",
    "full-name-only-later": (
        "the short name comes before the full name in the source, and others in the archive share "
        "it"
    ),
    "better-known-namesake": "someone else with this name is mentioned far more often",
    "named-after-namesake": "the source has already mentioned someone else with this name",
    "somebody-else-in-source": "the source uses the short name for someone else",
    "only-in-lists": (
        "the source has the short name in lists only, and fewer than three other names in common "
        "with the sources that have the full name"
    ),
    "first-name-alone": "a first name alone can be anyone’s in another source",
    "several-with-this-name": "several people in the archive have this name",
    "nothing-in-common-with-source": (
        "the source has only the short name, and nothing distinctive in common with the sources "
        "that have the full name"
    ),
}
