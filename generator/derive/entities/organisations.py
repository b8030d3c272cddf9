"""Organisations under several names: well-known ones, short forms, and branches.

A branch is not the body it belongs to: "ISIS-Khorasan" and "the Khorasan branch of Islamic State"
are one, and are linked with the Islamic State as related, never joined with it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection

from generator.derive.entities.people import FULL_NAME, OWN_NAME, Standing
from generator.derive.entities.resolver import Key, Named, Work, keys_of, most_frequent

# Bodies that are written by several names everywhere, the one they are found under first.
_KNOWN: tuple[tuple[str, ...], ...] = (
    (
        "islamic state", "isis", "isil", "daesh", "is group", "islamic state group",
        "islamic state of iraq and syria", "islamic state of iraq and the levant",
        "islamic state of iraq and al sham", "so called islamic state",
    ),
    ("islamic state khorasan", "isis k", "is k", "isk", "iskp", "is kp", "isil k"),
    ("north atlantic treaty organization", "nato", "north atlantic treaty organisation"),
    ("world health organization", "who", "world health organisation"),
    ("federal bureau of investigation", "fbi"),
    ("central intelligence agency", "cia"),
    ("national security agency", "nsa"),
    ("federal security service", "fsb"),
    ("british broadcasting corporation", "bbc"),
    ("associated press", "ap"),
    ("agence france presse", "afp"),
    ("international monetary fund", "imf"),
    ("international committee of the red cross", "icrc"),
    ("international atomic energy agency", "iaea"),
    ("organization for security and co operation in europe", "osce"),
    ("united nations high commissioner for refugees", "unhcr"),
    ("united nations children's fund", "unicef"),
    ("food and drug administration", "fda"),
    ("centers for disease control and prevention", "cdc", "centers for disease control"),
    ("national aeronautics and space administration", "nasa"),
    ("world trade organization", "wto"),
    ("al qaeda", "al qaida", "al qa'ida"),
    ("al shabaab", "al shabab"),
    ("al jazeera", "aljazeera"),
    ("boko haram",),
    ("hezbollah", "hizbullah", "hizbollah", "hizballah"),
    ("nusra front", "al nusra front", "jabhat al nusra"),
    ("zanu pf", "zanu pf party"),
)  # fmt: skip
# Words that say no more than what a body is; GENERIC has those, too, that tell two bodies apart.
KIND = re.compile("party|group|agency|organi[sz]ation|company|corporation|inc|ltd|corp|co|plc|llc")
GENERIC = re.compile(
    f"{KIND.pattern}|university|college|school|association|foundation|institute|committee|council"
)
_LEGAL = re.compile(r"(?: & co| (?:inc|corp|corporation|co|ltd|plc|llc|ag|gmbh)\.?)+$")
COUNTRIES = ("united states ", "united kingdom ")
_INITIALS = 4  # letters up to which a well-known name is initials
# What goes by these names is a body, even if a tagger takes "al-Qaeda" for somebody's surname.
BODIES = frozenset(name for names in _KNOWN for name in names if len(name) > _INITIALS)
_FIRM = 2  # mentions of a body from which its name in another's says that they belong together
_PART = "branch|wing|arm|affiliate|faction|chapter|offshoot"
_PART_OF = re.compile(rf"(?P<part>.+) (?:{_PART}) of (?:the )?(?P<whole>.+)")
_PART_LAST = re.compile(rf"(?P<rest>.+) (?:{_PART}|province)")


def join_bodies(named: Named, work: Work) -> None:
    """Join other names of organisations, then the names of their branches.

    Abbreviations that sources introduce have been joined: these count for more than what everybody
    knows.
    """
    _join_known(named, work)
    _join_legal_forms(named, work)
    _join_branches(named, work)


def _join_known(named: Named, work: Work) -> None:
    count = keys_of(named, "organisation")
    # "The Who" is a band: initials count only in capitals.
    capitals = {key for mentions in named.values() for m, key in mentions if m.text.isupper()}
    for names in _KNOWN:
        keys: list[Key] = [("organisation", name) for name in names]
        keys = [key for key in keys if len(key[1]) > _INITIALS or key in capitals]
        keys = [key for key in keys if key in count]
        # Initials that a source has introduced for another body are left to that.
        full = {work.root(key) for key in keys if " " in key[1]}
        own = [key for key in keys if work.root(key) in {key, *keys, *full}]
        for key in own[1:]:
            work.join(key, own[0], "a name that it goes by everywhere")


def _join_legal_forms(named: Named, work: Work) -> None:
    """ "BP plc" is BP."""
    count = keys_of(named, "organisation")
    for kind, form in sorted(count):
        bare: Key = (kind, _LEGAL.sub("", form))
        if bare[1] != form and bare in count:
            work.join((kind, form), bare, "the same name with its legal form")


def branch_form(form: str, known: Collection[Key], work: Work) -> tuple[str, str]:
    """The form that names of one branch share, and the form of the body it belongs to.

    ("islamic state khorasan", "islamic state") for "isis khorasan", "islamic state khorasan
    province" and "khorasan branch of islamic state"; ("", "") for a name that is no branch's.

    known: the names of organisations in the archive
    """
    match = _PART_OF.fullmatch(form)
    if match:
        whole = work.root(("organisation", match["whole"]))[1]
        return f"{whole} {match['part']}", whole
    last = _PART_LAST.fullmatch(form)
    words = (last["rest"] if last else form).split()
    for length in range(1, len(words)):
        first: Key = ("organisation", " ".join(words[:length]))
        root = work.root(first)
        # A single word is a body's name only where something else says so.
        if first in known and (length > 1 or root != first):
            return f"{root[1]} {' '.join(words[length:])}", root[1]
    return "", ""


def _join_branches(named: Named, work: Work) -> None:
    count = keys_of(named, "organisation")
    alike: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(count):
        branch, whole = branch_form(key[1], count, work)
        if branch and work.root(key)[1] != whole:
            alike[branch].append(key)
    for keys in alike.values():
        best = most_frequent(keys, count)
        for key in keys:
            if key != best:
                work.join(key, best, "another name of the same branch")


def short_bodies(document: str, named: Named) -> dict[Key, Standing]:
    """For short forms of organisations in a document the one longer name that has them.

    A name that is far better known than the longer one is no short form of it: "BP" is BP beside
    "BP Foundation", too.
    """
    own = (key for key in named.keys_in[document] if key[0] == "organisation")
    keys = {key[1]: key for key in sorted(own)}
    longer: dict[str, set[str]] = defaultdict(set)
    for form in keys:
        # Only words that say nothing of their own may be missing: "Islamic State Khorasan" is not
        # the Islamic State.
        words = form.split()
        if GENERIC.fullmatch(words[-1]):
            longer[" ".join(words[:-1])].add(form)
        if form.startswith(COUNTRIES):
            longer[form.split(" ", 2)[2]].add(form)
    found: dict[Key, Standing] = {}
    for form, key in keys.items():
        others = longer.get(form, set()) - {form}
        if len(others) == 1:
            full = keys[others.pop()]
            if len(named.having[key]) < OWN_NAME * len(named.having[full]):
                found[key] = Standing(full, FULL_NAME)
    return found


def related_bodies(named: Named, work: Work) -> list[tuple[Key, Key]]:
    """Pairs of a branch and the body it belongs to by its name."""
    count: Counter[Key] = Counter()
    for key, number in keys_of(named, "organisation").items():
        count[work.root(key)] += number
        count.setdefault(key, 0)
    pairs: dict[tuple[Key, Key], None] = {}
    for key in sorted(count):
        form = branch_form(key[1], count, work)[1]
        root, whole = work.root(key), work.root(("organisation", form))
        rest = key[1].rsplit(" ", 1)[-1]
        if form and whole != root and not GENERIC.fullmatch(rest) and count[whole] >= _FIRM:
            pairs[root, whole] = None
    return list(pairs)
