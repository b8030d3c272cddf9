"""What its owner does not want to be public, as the metadata of a document say it.

The keys are those of Hugo, Jekyll, Eleventy, Quartz, Obsidian, WordPress, Omeka and robots.txt's
meta tag. Where a value is unclear, the document is withheld: what is left out by mistake is in the
report, and what is published by mistake cannot be taken back.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.config import Config
from generator.errors import Problem
from generator.model import NOT_PUBLISHED, PUBLISH, SOURCES_TABLE, Decision
from generator.read.draft import Draft, problem
from generator.read.fields import one_line

_NO = frozenset({"", "0", "false", "f", "n", "never", "no", "none", "null", "off"})
# A value other than "no" withholds the document.
_IF_SET = frozenset({"confidential", "draft", "eleventyexcludefromcollections", "headless",
                     "hidden", "isdraft", "isprivate", "noindex", "password", "private",
                     "robotsnoindex", "unlisted", "unpublished", "xnoarchive"})  # fmt: skip
# "no" does so, and so does one of the words below.
_UNLESS_SET = frozenset({"dgpublish", "ispublic", "public", "publish", "published"})
_STATES = frozenset({"access", "poststatus", "publicationstatus", "publishstatus", "state",
                     "status"})  # fmt: skip
_WORDS = frozenset({"autodraft", "confidential", "draft", "embargoed", "hidden", "indraft",
                    "internal", "notpublic", "notpublished", "private", "restricted", "secret",
                    "trash", "unlisted", "unpublished"})  # fmt: skip
_VISIBLE = frozenset({"", "all", "everyone", "open", "public", "published", "visible", "yes",
                      "true", "1"})  # fmt: skip
_BUILD = frozenset({"list", "render"})  # of Hugo's "build"
_INSIDE = frozenset({"build", "extra", "params", "robots", "seo"})  # keys with keys below them
_ROBOTS = frozenset({"bingbot", "googlebot", "robots"})
_NOT_KEY = re.compile(r"[\W_]+")
_OUTER = re.compile(r".*[.:](?=.*\w)", re.DOTALL)
# "**draft**: true", "draft：true", "- draft = true"
_LIKE_A_KEY = re.compile(
    r"[\W_]*(?P<key>[^\W_][\w.-]{0,60})[\s*_`\"'\])}]*(?P<sign>[:=：＝]*)(?P<value>.*)", re.DOTALL
)
_CLOSE = 0.7  # how like two words are of which one is the other with a slip (difflib)
_AROUND = " \t\r\n\"'`*_,;{}[]()"
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Withheld:
    """Why a document is not published.

    key: the key that says so, as it is written
    until: the day from which it may be published, YYYY-MM-DD; "" if none is given
    """

    key: str
    until: str = ""


def withheld(fields: Mapping[str, object]) -> Withheld | None:
    """Why a document with these metadata is not to be public; None where nothing says so.

    One that is under an embargo may be public once its day has come.
    """
    embargo = None
    for key, name, value in _all(fields):
        if name.startswith("embargo"):
            embargo = embargo or _embargo(key, value)
        elif _is_private(name, value):
            return Withheld(key)
    return embargo


def public_drafts(
    drafts: Sequence[Draft], config: Config, decided: Decision
) -> tuple[list[Draft], list[Problem], tuple[tuple[str, bool], ...], tuple[str, ...]]:
    """The drafts that may be published, notes on the others, all embargoes, and the identifiers of
    the records among the others.

    decided: by the editors; they can withhold a source, but not publish what its metadata withhold
    """
    public = []
    private = set()
    notes = []
    embargoes: dict[str, bool] = {}
    for draft in drafts:
        others = {key.rpartition(":")[2]: value for key, value in draft.others}  # "o:is_public"
        why = withheld({**draft.inherited, **draft.fields, **others})
        if why and why.until:
            embargoes[why.until] = why.until <= config.today
        over = not why or embargoes.get(why.until, False)
        if over and decided.publish == NOT_PUBLISHED:
            why, over = Withheld(SOURCES_TABLE), False
        if not why or over or config.drafts:
            public.append(draft)
            continue
        message = f'Not published, as "{one_line(why.key)[:60]}" says.'
        if why.until:
            message = f'Not published before {why.until}, as "{one_line(why.key)[:60]}" says.'
        if why.key.lower() == "publish":
            value = one_line(draft.fields.get(why.key, ""))[:60]
            if _is_slip(_words(value)):
                message = f'Not published: "publish" is "{value}", not {", ".join(PUBLISH)} or no.'
        if not draft.may_lack_date:  # turns of a conversation say nothing about its record
            private.add(one_line(draft.fields.get("identifier") or ""))
        line = draft.lines.get(why.key, draft.line)
        notes.append(problem(draft.source, line, "note", message))
    return public, notes, tuple(sorted(embargoes.items())), tuple(sorted(private - {""}))


def private(fields: Mapping[str, object]) -> dict[str, object]:
    """Those of the metadata that withhold a document."""
    return {key: value for key, value in fields.items() if withheld({key: value})}


def private_line(row: str, loose: bool = False) -> tuple[str, str] | None:
    """The key and the value of a line that may mean to withhold the document, though it is not
    valid: "draft:true", "**draft**: true"; None for any other.

    loose: whether it need not have a colon or an equals sign ("draft true")
    """
    match = _LIKE_A_KEY.match(row[:300])
    if not match or not (match["sign"] or loose):
        return None
    value = match["value"].partition(" #")[0].strip(_AROUND)
    if not match["sign"] and not value:
        value = "true"  # the key alone
    return (match["key"], value) if withheld({match["key"]: value}) else None


def _all(fields: Mapping[str, object], above: str = "") -> Iterator[tuple[str, str, object]]:
    """Each key as written and in its plain form, and its value; also those of keys below.

    above: the plain form of the key above; "" for none
    """
    for key, value in fields.items():
        # JSON has "meta.draft", exports have "wp:status".
        name = _NOT_KEY.sub("", _OUTER.sub("", str(key))).casefold()
        if not above and name in _INSIDE and isinstance(value, Mapping):
            yield from _all(value, name)
            if name in _ROBOTS:
                yield str(key), name, value
        elif above == "build":
            yield str(key), "publish" if name in _BUILD else "", value
        else:
            yield str(key), name, value


def _is_private(name: str, value: object) -> bool:
    words = set(_words(value))
    if name == "publish" and _is_slip(words):
        return True
    if name in _IF_SET:
        return bool(words - _NO)
    if name in _UNLESS_SET:
        return bool(words) and (words <= _NO - {""} or bool(words & _WORDS))
    if name == "index":  # of "robots" and "seo"
        return words == {"false"}
    if name in _ROBOTS:
        return not {"noindex", "none"}.isdisjoint({*words, *_words(value, r"[,;\s]+")})
    if name == "permalink":
        return words == {"false"}
    if name == "visibility":
        return not words <= _VISIBLE
    return name in _STATES and bool(words & _WORDS)


def _is_slip(words: Iterable[str]) -> bool:
    """Whether words are one that says how much is published, misspelt."""
    close = (difflib.get_close_matches(word, PUBLISH, 1, _CLOSE) for word in words)
    return any(found and found[0] not in words for found in close)


def _words(value: object, between: str = ",") -> Iterator[str]:
    """The words of a value, or of all that are in it, in a plain form: "noindex" of "No-index".

    between: what stands between words, as a pattern
    """
    for text in _texts(value):
        yield from (_NOT_KEY.sub("", word) for word in re.split(between, text[:200].casefold()))


def _texts(value: object) -> Iterator[str]:
    """A value as text; of a list, or of one with keys, all that is in it."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Mapping):
            waiting += one.values()
        elif isinstance(one, list | tuple):
            waiting += one
        elif one is not None:
            yield str(one)


def _embargo(key: str, value: object) -> Withheld | None:
    """An embargo, unless its value says that there is none; one without a day never ends.

    Of several days the last counts.
    """
    days = (_DAY.match(text.strip().strip("\"'")) for text in _texts(value))
    last = max((day.group() for day in days if day), default="")
    return Withheld(key, last) if last or set(_words(value)) - _NO else None
