"""The title of a document, by one rule.

1. The title that its metadata give.
2. The level-1 heading with which a body with markup begins ("# Four suspects in court"), unless it
   only names a part ("# Summary"). It leaves the body, because pages show the title above it.
3. The first heading of at least four words. A shorter one ("Background") names a part, or greets.
4. The file's name, if it has two words or more, or one and a date ("1861-lincoln.txt").
5. The beginning of the first paragraph of at least four words: its first sentence, or as many as
   have four words together ("Why? Nobody knows the answer."). Salutations, tags and lines such as
   "By Ann Miller" are passed over.
6. The first words of a text that has nothing as long; the file's name where there are no words.

Titles found in the text are the source's own words, cut where they are long: between clauses if one
ends late enough, otherwise between words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from generator.lang import titles as words
from generator.model import Passage, Reason, reason
from generator.read.draft import Draft
from generator.read.fields import one_line
from generator.read.file_names import FileName

_LONGEST = 90  # characters of a title from running text; twice as many of a heading
_WORDS = 4
_STATED_WORDS = 3  # shorter ones in metadata are names of files and series
_CLAUSES = (", ", "; ", ": ", " – ", " — ", "，", "、", "；", "：")
_NO_SPACES = "\u2e80"  # Chinese and Japanese characters come after it
_OPENING = re.compile(r"\s*<h1>(.{1,1000}?)</h1>", re.DOTALL)
# "Fellow-Citizens of the United States:", with or without what follows.
_GREETING = re.compile(rf"(?:{words.SALUTATION})(?!\w)[^.:!?]{{0,100}}[:!](?:\s+|$)", re.IGNORECASE)
_NO_TITLE = re.compile(
    rf"(?:{words.SALUTATION})(?!\w)[^.:;!?]{{0,80}}[,!—–-]+|(?:{words.LABELS})\s?:.{{0,100}}|(?:{words.STAMPS})\b.{{0,100}}"
    rf"|(?:{words.BYLINES})\s\S+(?:\s\S+){{0,4}}|#?[\w-]+(?:\s#[\w-]+)+|#[\w-]+|[\[(][^\])]*[\])]",
    re.IGNORECASE,
)
_TAG = re.compile(r"<sup\b[^<>]*>\s?<a\b[^<>]*>[^<]*</a>|<[^<>]*>")  # a note's mark is no word


def given_title(draft: Draft, title: str) -> tuple[tuple[str, Reason] | None, str]:
    """The title that a source gives and where, None if it gives none; and the markup below it.

    title: the one in its metadata, or ""
    """
    if title:
        return (title, draft.origin), draft.html
    opening = _OPENING.match(draft.html)
    heading = one_line(html.unescape(_TAG.sub("", opening.group(1)))) if opening else ""
    if not opening or not heading or _says_nothing(heading):
        return None, draft.html
    return (heading, reason("first-heading")), draft.html[opening.end() :]


def is_stated(title: str, opening: str) -> bool:
    """Whether a title in the metadata of a file is that of its text, which then begins with it."""
    words = _plain(title)
    return len(words.split()) >= _STATED_WORDS and f" {words} " in f" {_plain(opening)} "


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())


def derive_title(
    text: str, passages: Sequence[Passage], path: str, name: FileName
) -> tuple[str, Reason]:
    """A title for a document whose source gives none, and where it was found.

    text, passages: its text, and the passages with their offsets in it
    path, name: of its file, and what that says
    """
    headings = [p for p in passages if p.kind == "heading"]
    for passage in headings:
        heading = " ".join(text[passage.start : passage.end].split())
        if _is_long_enough(heading) and not _says_nothing(heading):
            return shorten(heading, 2 * _LONGEST), reason("first-heading")
    if name.telling:
        return shorten(name.title, 2 * _LONGEST), reason("file-name")
    running = [p for p in passages if p.kind not in ("heading", "repeated")]
    long = (o for p in running if _is_long_enough(o := without_greeting(_opening(text, p))))
    any_words = (o for p in (*running, *headings) if (o := _opening(text, p)))
    first = next(long, "") or next(any_words, "")
    if first:
        return shorten(first, _LONGEST), reason("first-words")
    return name.title or path.rsplit("/", 1)[-1], reason("file-name")


def _opening(text: str, passage: Passage) -> str:
    """The passage's first sentence, or as many as are long enough together."""
    found: list[str] = []
    for sentence in passage.sentences:
        # Between sentences of a script without spaces there is none.
        found = text[passage.sentences[0].start : sentence.end].split()
        if _is_long_enough(" ".join(found)):
            break
    # The dot of a list and a dash are not words.
    first = next((n for n, word in enumerate(found) if any(map(str.isalnum, word))), len(found))
    return " ".join(found[first:])


def _says_nothing(heading: str) -> bool:
    return heading.casefold().strip(" :.") in words.PARTS or bool(_NO_TITLE.fullmatch(heading))


def without_greeting(text: str) -> str:
    """A text without the salutation it begins with; "" if it is one, or only tags or a label."""
    if _NO_TITLE.fullmatch(text):
        return ""
    greeting = _GREETING.match(text)
    return text[greeting.end() :] if greeting else text


def _is_long_enough(text: str) -> bool:
    """Whether a text has four words; two characters are one in a script without spaces."""
    unspaced = sum(character > _NO_SPACES for character in text)
    return len(text.split()) + unspaced // 2 >= _WORDS


def shorten(text: str, longest: int) -> str:
    """The text, or as many whole words of it as fit, with an ellipsis for the rest."""
    if len(text) <= longest:
        return text
    cut = text.rfind(" ", 0, longest)
    clause = max(text.rfind(mark, 0, longest) for mark in _CLAUSES)
    if clause >= longest // 2:
        cut = clause
    elif cut < longest // 2 and text[longest] > _NO_SPACES:
        cut = longest  # a script without spaces between words
    elif cut <= 0:
        end = text.find(" ", longest)
        return text if end < 0 else text[:end] + "…"  # one endless word
    return text[:cut].rstrip(" ,;:–—-(") + "…"
