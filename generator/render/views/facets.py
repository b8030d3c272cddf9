"""By what sources can be browsed: their subjects and formats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.ids import digest, slug
from generator.model import Document
from generator.render.catalogues import gettext, message

_SAME = 4  # characters that tell two values apart whose addresses would be the same
# Kinds of files by the first half of their media type (RFC 6838).
_MEDIA = {
    "image": message("{name} image"),
    "audio": message("{name} recording"),
    "video": message("{name} film"),
    "text": message("{name} text"),
}
_NAMES = {"mpeg": "MP3", "plain": message("Plain"), "quicktime": "QuickTime", "tiff": "TIFF"}


@dataclass(frozen=True, slots=True)
class Value:
    """A subject or a format, and the sources that have it.

    label: in the spelling that most of them use
    path: of its page, or of its only source
    """

    label: str
    path: str
    documents: tuple[Document, ...]

    @property
    def shared(self) -> bool:
        """Whether more than one source has it, so that it has a page."""
        return len(self.documents) > 1


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field of all sources.

    folder: of its pages
    title, one: what its values are called, and one of them
    values: by what is the same in all spellings of each
    """

    folder: str
    title: str
    one: str
    values: Mapping[str, Value]

    def of(self, text: str) -> Value | None:
        """The value that a text is a spelling of."""
        return self.values.get(_same(text))


def facets_of(documents: Sequence[Document], path: Callable[[Document], str]) -> tuple[Facet, ...]:
    """What sources can be browsed by, without what none of them has.

    path: of a source's page
    """
    fields: Sequence[tuple[str, str, str, Callable[[Document], Iterable[str]]]] = (
        ("subjects", message("Subjects"), "subject", lambda d: d.tags),
        ("formats", message("Formats"), "format", lambda d: filter(None, [d.format])),
    )
    found = (
        Facet(folder, title, one, _values(folder, documents, texts, path))
        for folder, title, one, texts in fields
    )
    return tuple(facet for facet in found if facet.values)


def _values(
    folder: str,
    documents: Sequence[Document],
    texts: Callable[[Document], Iterable[str]],
    path: Callable[[Document], str],
) -> Mapping[str, Value]:
    spellings: dict[str, Counter[str]] = {}
    having: dict[str, dict[str, Document]] = {}
    for document in documents:
        for text in texts(document):
            key = _same(text)
            spellings.setdefault(key, Counter())[text] += 1
            having.setdefault(key, {})[document.id] = document
    names = {key: slug(key) for key in having}
    taken = Counter(names.values())
    values = {}
    for key in sorted(having):
        own = tuple(having[key].values())
        label = min(spellings[key], key=lambda text: (-spellings[key][text], text))
        alone = names[key] and taken[names[key]] == 1
        name = names[key] if alone else f"{names[key]}-{digest(key, _SAME)}".lstrip("-")
        where = f"{folder}/{name}/index.html" if len(own) > 1 else path(own[0])
        values[key] = Value(format_words(label) if folder == "formats" else label, where, own)
    return values


def _same(text: str) -> str:
    """What is the same in all spellings of a value."""
    return " ".join(text.casefold().split())


def format_words(text: str) -> str:
    """A media type in words, "image/jpeg" as "JPEG image"; any other text as it is."""
    kind, _, name = text.partition("/")
    if not name or " " in text:
        return text
    name = _NAMES.get(name, name.removeprefix("x-").upper())
    return gettext(_MEDIA[kind], name=name) if kind in _MEDIA else name
