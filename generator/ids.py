"""Names that last: of documents, of sentences, and of any other thing with an address.

A document's name is made from its date, its title and a short digest, all of its own: it does not
change when other documents come or go, when its file is renamed, or when its text is mended after
its beginning. The digest is taken from the address it was published at, its publisher and its first
words, or from the file where the words depend on the library that reads it.

A sentence's anchor is a digest of its words: it survives changes elsewhere in the document, and
when the sentence itself changes, old links to it stop at the page rather than at other words.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import count

from anyascii import anyascii

PACKAGES = ("anyascii",)  # distributions whose versions can change names
_LONGEST = 64
_BASE32 = "abcdefghijklmnopqrstuvwxyz234567"  # RFC 4648
_PAIRS = [one + other for one in _BASE32 for other in _BASE32]
_OPENING = 200  # code points of the text that tell two documents apart


def slug(text: str, longest: int = _LONGEST) -> str:
    """Lower-case ASCII letters, digits and hyphens; whole words up to `longest`; may be ""."""
    text = text[:1000] if text.isascii() else anyascii(text[:1000])
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", text).lower())
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:longest]
        if len(longer) > longest:
            break
        name = longer
    return name


def digest(text: str, length: int) -> str:
    """The first characters of the SHA-256 of the text, in lower-case base 32."""
    bits = 5 * length
    size = -(-bits // 8)
    start = hashlib.sha256(text.encode("utf-8", "replace")).digest()[:size]
    number = int.from_bytes(start) >> 8 * size - bits
    characters = ""
    for _ in range(length // 2):  # two characters at a time
        characters = _PAIRS[number & 1023] + characters
        number >>= 10
    return _BASE32[number] + characters if length % 2 else characters


def statement_id(kind: str, document: str, anchor: str, place: int) -> str:
    """The stable name of a claim ("c") or a figure ("f"): it lasts as long as its sentence.

    place: offset in the sentence of the words by which two in one sentence are told apart
    """
    return f"{kind}-{digest(f'{document} {anchor} {place}', 8)}"


def document_id(date: str, title: str, url: str, publisher: str, text: str) -> str:
    """The stable name of a document."""
    key = f"{url}\n{publisher}\n{' '.join(text[:_OPENING].split())}"
    return "-".join(filter(None, [date or "undated", slug(title), digest(f"{title}\n{key}", 4)]))


def keyed_id(date: str, title: str, key: str) -> str:
    """The stable name of a document that has a key. `title`: "" if it may be read otherwise."""
    return "-".join(filter(None, [date or "undated", slug(title), digest(key, 8)]))


def unique_ids(names: Iterable[tuple[str, str]]) -> list[str]:
    """Each document's name, longer where two are equal; takes (name, whole text) pairs.

    Two documents of one date, title, publisher and opening are rare (an article and its corrected
    version). Both then get a longer digest, of the whole text; equal texts are numbered.
    """
    pairs = list(names)
    number = Counter(name for name, _ in pairs)
    result: list[str] = []
    seen: dict[str, int] = {}
    for name, text in pairs:
        own = name if number[name] == 1 else f"{name}{digest(text, 8)}"
        seen[own] = seen.get(own, 0) + 1
        result.append(own if seen[own] == 1 else f"{own}-{seen[own]}")
    return result


def anchors(sentences: Iterable[str]) -> list[str]:
    """An anchor for each sentence of a document; repeated sentences are numbered."""
    seen: dict[str, int] = {}
    result = []
    for sentence in sentences:
        # Most sentences have nothing but single spaces, which is seen in a tenth of the time.
        spaced = "  " not in sentence and sentence.isprintable() and sentence == sentence.strip()
        name = "s" + digest(sentence if spaced else " ".join(sentence.split()), 7)
        count = seen[name] = seen.get(name, 0) + 1
        result.append(name if count == 1 else f"{name}-{count}")
    return result


# Device names of Windows, which no file may have, whatever its suffix.
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|index)")


def name_slug(name: str) -> str:
    """The stable address of a name: plain where the name can be read off it, else with a digest.

    "Zurich" has the address "zurich" and "Zürich" has "zurich-" and a digest, so two names never
    share one and none depends on which other names there are.
    """
    plain = slug(name)
    same = plain == "-".join(name.casefold().split()) and "-" not in name
    if same and not _RESERVED.fullmatch(plain):
        return plain
    key = unicodedata.normalize("NFKC", name).casefold()
    return "-".join(filter(None, [plain, digest(key, 5)]))


def unique_slugs(slugs: Sequence[str], details: Sequence[tuple[str, str]]) -> list[str]:
    """The addresses of things by the slugs of their names, no two of them equal.

    Things whose slugs are equal get a digest; what has a slug to itself keeps it.

    details: what tells each thing from others of its name, and what does so beyond doubt
    """
    number = Counter(slugs)
    own = [
        slug if number[slug] == 1 else f"{slug}-{digest(detail, 5)}"
        for slug, (detail, _) in zip(slugs, details, strict=True)
    ]
    plain = {slug for slug in slugs if number[slug] == 1}
    longer = Counter(name for name, slug in zip(own, slugs, strict=True) if slug not in plain)
    taken = set(slugs) | {name for name in longer if longer[name] == 1}
    result = []
    for name, slug, detail in zip(own, slugs, details, strict=True):
        if slug not in plain and (longer[name] > 1 or name in plain):
            name = free_slug(slug, "\n".join(detail), taken)
            taken.add(name)
        result.append(name)
    return result


def free_slug(slug: str, detail: str, taken: Container[str]) -> str:
    """A slug that nothing has yet: itself, with a digest of the detail, or with a number too."""
    return next(name for name in _longer_slugs(slug, detail) if name not in taken)


def _longer_slugs(slug: str, detail: str) -> Iterator[str]:
    yield slug
    for length in (5, 12):
        yield f"{slug}-{digest(detail, length)}"
    yield from (f"{slug}-{digest(detail, 12)}-{number}" for number in count(2))
