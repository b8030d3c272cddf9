"""Which column of a table holds what, by its name, as people and programs name them.

Names are compared without case, spaces and punctuation, and without what stands before a colon:
"Dublin Core:Title", "dcterms:title" and "Title" are one. `[columns]` in `sourcebook.toml` goes
before all of this.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

# What a column can hold, and its usual names, of which the first are preferred. CollectionBuilder,
# Omeka, Zotero, Hypothesis, Airtable, NewsAPI, GNews, Common Crawl's news, newspapers' own
# interfaces, CSL-JSON and RIS are among those whose names stand here.
USUAL_NAMES = """
title: title headline name heading itemtitle documenttitle articletitle webtitle headlinemain
    publicationname label
text: text body article content fulltext articletext articlebody bodytext maintext cleanedtext
    transcription transcript objecttranscript ocr ocrtext comment words utterance
summary: description abstract abstractnote summary excerpt snippet standfirst trailtext
    leadparagraph dek lede bio
notes: notes note comments remarks
quote: quote exact quotation highlight
date: date datepublished publishedat published publicationdate pubdate datepublish publishdate
    webpublicationdate issued dateissued created datecreated creationdate createdat
    publicationyear year seendate timestamp
author: author authors by byline writer user photographer artist
creator: creator creators
contributor: contributor contributors
people: people person persons interviewee interviewees interviewer interviewers sitter depicted
    correspondent correspondents recipient recipients addressee
organisations: organisations organizations organisation organization
speaker: speaker speakername
publisher: outlet newspaper publication publicationtitle journal journaltitle booktitle
    containertitle
    sourcename sourcedomain sitename publisher publishername source
url: url link permalink weburl articleurl sourceurl referenceurl uri originalurl href itemurl
    itemuri canonicalurl doi
language: language lang languages languagecode inlanguage langid
kind: kind itemtype type genre documenttype doctype resourcetype typeofmaterial
tags: subject subjects keyword keywords tag tags manualtags automatictags topic topics category
    categories
places: place places location locations coverage spatial spatialcoverage placename
latitude: latitude lat
longitude: longitude lng lon long
coordinates: coordinates latlng latlong geolocation geo
image: objectlocation image imagesmall urltoimage imageurl imagepath photo picture thumbnail
    imagethumb images filename file files attachments socialimage topimage media
    audio video recording
image_alt: imagealttext imagealt alttext alt
format: format mimetype medium
identifier: objectid id key recordid itemid identifier
parent: parentid parent parentobject
licence: licence license licenceurl licenseurl rightsstatement
rights: rights copyright
publish: publish
search_engines: searchengines
"""
_OF_ROLE = {
    role: names.split()
    for role, _, names in (
        line.partition(": ") for line in USUAL_NAMES.replace("\n    ", " ").strip().split("\n")
    )
}
ROLES = (*_OF_ROLE, "ignore")
_ROLE_OF = {name: role for role, names in _OF_ROLE.items() for name in names}
_RANK = {name: rank for names in _OF_ROLE.values() for rank, name in enumerate(names)}
_LANGUAGE_MARK = re.compile(r"\s*(?:\[[^\]]*\]|@[a-z-]{2,8})$")
_LONGEST = 200  # characters of a name
_OUTER = re.compile(r".*[:.](?=.*\w)")  # "Dublin Core:" before "Title", "fields." before "bodyText"
_NOT_IN_NAMES = re.compile(r"[\W_]+")
# A publisher's place is where a book was printed, not what it is about.
_BOOKS = frozenset({"isbn", "issn", "publicationtitle"})


@dataclass(frozen=True, slots=True)
class Uses:
    """What the columns of a table are used for.

    by_role: for each role its columns, the preferred first
    others: columns without a role, which are shown as they are
    missing: columns that the settings name and the table does not have
    """

    by_role: Mapping[str, tuple[str, ...]]
    others: tuple[str, ...]
    missing: tuple[str, ...] = ()

    def __getitem__(self, role: str) -> tuple[str, ...]:
        return self.by_role.get(role, ())

    def without(self, role: str, columns: Collection[str]) -> Uses:
        """The same, but these columns of a role have none."""
        own = tuple(column for column in self[role] if column not in columns)
        by_role = {r: own if r == role else c for r, c in self.by_role.items() if r != role or own}
        return replace(self, by_role=by_role, others=(*self.others, *columns))


def key_of(column: str) -> str:
    """The name of a column as it is compared: "Dublin Core:Date Created" is "datecreated"."""
    own = _LANGUAGE_MARK.sub("", column.strip()[:_LONGEST])
    return _NOT_IN_NAMES.sub("", _OUTER.sub("", own)).casefold()


def named_once(names: Sequence[str]) -> list[str]:
    """The names of the columns, each once; "" for those without."""
    columns: list[str] = []
    often: Counter[str] = Counter()
    for name in names:
        name = name.strip()
        often[name.casefold()] += 1
        number = often[name.casefold()]
        columns.append(f"{name} ({number})" if name and number > 1 else name)
    return columns


def is_known(column: str) -> bool:
    """Whether a name is usual for a column."""
    return key_of(column) in _ROLE_OF


def uses_of(columns: Sequence[str], given: Iterable[tuple[str, tuple[str, ...]]] = ()) -> Uses:
    """What each column of a table holds.

    given: for roles the names of their columns, from the settings
    """
    keys = {column: key_of(column) for column in columns}
    by_role: dict[str, list[str]] = {}
    taken: set[str] = set()
    missing: list[str] = []
    for role, names in given:
        own = [column for name in names for column in columns if _is_named(column, name)]
        if own:
            by_role[role] = list(dict.fromkeys(own))
            taken.update(own)
        else:
            missing += names
    places = {column: place for place, column in enumerate(columns)}
    usual = {column: _ROLE_OF[key] for column, key in keys.items() if key in _ROLE_OF}
    if not _BOOKS.isdisjoint(keys.values()):
        usual = {column: role for column, role in usual.items() if keys[column] != "place"}
    fixed = set(by_role)
    for column in sorted(usual, key=lambda c: (_RANK[keys[c]], places[c])):
        if column not in taken and usual[column] not in fixed:
            by_role.setdefault(usual[column], []).append(column)
            taken.add(column)
    ignored = by_role.pop("ignore", [])
    others = tuple(c for c in columns if c not in taken and c not in ignored)
    return Uses(
        {role: tuple(by_role[role]) for role in _OF_ROLE if role in by_role}, others, tuple(missing)
    )


def _is_named(column: str, name: str) -> bool:
    """Whether a name in the settings means a column: case and spaces around it do not matter."""
    return column.strip().casefold() == name.strip().casefold()
