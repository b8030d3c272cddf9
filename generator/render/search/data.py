"""What the search page needs besides the index: names, dates, forms of words, and filters.

Words are indexed by Pagefind. The rest are small JSON files of ours, in pieces that the page asks
for when a query needs them: names by their first two letters, dates by year, the forms of words by
their beginning, and what documents are filtered by only when a reader opens the filters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from markupsafe import Markup

from generator.engine.cache import Cache
from generator.lang import language_of
from generator.model import FOLDERS, Document, Entity, EntityType, OwnPage, Target, base_language
from generator.model.dates import YEAR, chronological, shortened
from generator.render.corpus_index import CorpusIndex
from generator.render.dates import long_date
from generator.render.exports.records import compact
from generator.render.search.cached import Parts, index_in_parts
from generator.render.search.folding import fold, words_of
from generator.render.search.pagefind import Record
from generator.render.search.vocabulary import vocabulary
from generator.render.urls import document_path, entity_path
from generator.render.view_types import Thumb
from generator.render.views.event_views import event_date, key_days, told_words

FOLDER = "search"
_KEY_DATES = 100
_LONGEST = 40  # words of a key date's sentence that are searched and shown
_LONGEST_ALT = 200  # characters of what a small picture shows
_WORD = re.compile(r"\w+")
_BLOCK = re.compile(r"</(?:p|h[1-6]|li|blockquote|d[dt]|t[dhr]|pre|figcaption)>")
_ENOUGH = 2  # sources from which one can filter by an entity; fewer would be no filter


def search_files(index: CorpusIndex, language: str, cache: Cache | None) -> Iterator[Target]:
    """All files of the search: Pagefind's and ours. `cache`: where the index is kept."""
    documents = index.corpus.documents
    records = (
        *(_record(index, document) for document in documents),
        *map(own_record, index.corpus.own_pages),
    )
    code = base_language(language)
    pagefind = index_in_parts(records, code, f"{FOLDER}/pagefind", cache)
    stems = f"{FOLDER}/pagefind/wasm.{code}.pagefind" in pagefind.files  # else "wasm.unknown"
    yield from (Target.of(path, data) for path, data in pagefind.files.items())
    yield _json("facets", _facets(index, pagefind))
    yield _json("key-dates", _key_dates(index))
    names, days = _names(index.corpus.entities), _days(index)
    words = vocabulary(documents, code if stems else "")
    # So that the page asks for no file that is not there.
    pieces = {"names": sorted(names), "days": sorted(days), "words": sorted(words)}
    grammar = _grammar(documents, language)
    yield _json("pieces", {**pieces, "grammar": grammar, "parts": pagefind.number})
    for key, entries in names.items():
        yield _json(f"names/{key}", entries)
    for year, periods in days.items():
        yield _json(f"days/{year}", periods)
    for key, words_there in words.items():
        yield _json(f"words/{key}", words_there)


def _grammar(documents: Iterable[Document], language: str) -> list[str]:
    """Words that a query need not find, of the languages of the site and of its sources."""
    codes = {base_language(language), *(base_language(d.language) for d in documents)}
    return sorted({fold(word) for code in codes for word in language_of(code).grammar})


def name_key(word: str) -> str:
    """The file in which a folded word is looked up: its first two characters, by their numbers."""
    return "-".join(f"{ord(character):x}" for character in word[:2])


def _json(name: str, value: object) -> Target:
    return Target.of(f"{FOLDER}/{name}.json", compact(value))


def _record(index: CorpusIndex, document: Document) -> Record:
    """A document as Pagefind takes it.

    What a message quotes of others is left out: it is found where they say it. The address carries
    after "#" each sentence's anchor with its number of words, so that the page knows which sentence
    a word is in, and after "!" the small picture. There they are not searched.
    """
    parts, words = [], []
    for passage in document.own_passages:
        for sentence in passage.sentences:
            own = words_of(document.text[sentence.start : sentence.end])
            parts.append(f"{sentence.anchor}.{len(own)}")
            words += own
    line = index.source_line(document)
    content = " ".join(words)
    meta = {
        "title": line.title,
        "outlet": document.outlet,
        "date": document.date,
        "kind": line.kind,
        "tags": ", ".join(document.tags),
        "summary": document.summary,
    }
    return Record(
        url=_url(document, parts, line.thumb),
        # Pagefind keeps nothing of a text without a single word.
        content=content if any(map(str.isalnum, content)) else line.title,
        meta={name: value for name, value in meta.items() if value},
    )


def own_record(page: OwnPage) -> Record:
    """A page that the project's people wrote as Pagefind takes it: its own words.

    What it shows of the archive is found there. Each paragraph counts as a sentence, and leads to
    the beginning of the page.
    """
    texts = [text for text in page.parts if isinstance(text, str)]
    paragraphs = [words_of(Markup(p).striptags()) for text in texts for p in _BLOCK.split(text)]
    content = " ".join(word for words in paragraphs for word in words)
    parts = ".".join(f"content.{len(words)}" for words in paragraphs if words)
    meta = {"title": page.title, "summary": page.description}
    return Record(
        url=f"{page.path}#{parts}",
        content=content if any(map(str.isalnum, content)) else page.title,
        meta={name: value for name, value in meta.items() if value},
    )


def _url(document: Document, parts: Sequence[str], thumb: Thumb | None) -> str:
    address = f"{document_path(document)}#{'.'.join(parts)}"
    if not thumb:
        return address
    alt = quote(thumb.alt[:_LONGEST_ALT], safe="", errors="replace")
    return f"{address}!{thumb.path}!{thumb.width}!{thumb.height}!{alt}"


def _facets(index: CorpusIndex, pagefind: Parts) -> dict[str, object]:
    """Documents with their dates, and for each facet its values with the documents that have them.

    Documents are given by their positions in the list.
    """
    documents = index.corpus.documents
    position = {d.id: n for n, d in enumerate(documents)}
    by_path = {url.partition("#")[0]: name for url, name in pagefind.ids.items()}
    mentioned: list[dict[str, None]] = [{} for _ in documents]
    for document, dated in index.dated.items():
        for _, event in dated:
            mentioned[position[document]][f"{event.first}/{event.last}"] = None
    return {
        "documents": [by_path.get(document_path(d), "") for d in documents],
        "published": [d.date for d in documents],
        "events": [sorted(days) for days in mentioned],
        **{kind: _by_entity(index, kind, position) for kind in FOLDERS},
        "holder": _by_holder(index, position),
        "publisher": _by_value(documents, "publisher"),
        "kind": _by_value(documents, "kind"),
        "language": _by_value(documents, "language"),
    }


def _by_entity(
    index: CorpusIndex, kind: EntityType, position: Mapping[str, int]
) -> list[tuple[str, str, list[int]]]:
    return [
        (e.id.partition("/")[2], e.name, sorted(position[name] for name in e.documents))
        for e in index.corpus.entities
        if e.type == kind and len(e.documents) >= _ENOUGH
    ]


def _by_holder(index: CorpusIndex, position: Mapping[str, int]) -> list[tuple[str, str, list[int]]]:
    """In which documents each entity says something."""
    found = []
    for entity in index.corpus.entities:
        claims = index.claims.held.get(entity.id, ())
        numbers = sorted({position[claim.where.document] for claim in claims})
        if len(numbers) >= _ENOUGH:
            found.append((entity.id, entity.name, numbers))
    return found


def _by_value(documents: Sequence[Document], field: str) -> list[tuple[str, str, list[int]]]:
    found: dict[str, list[int]] = {}
    for number, document in enumerate(documents):
        value = getattr(document, field)
        if value:
            found.setdefault(value, []).append(number)
    return [(value, value, numbers) for value, numbers in sorted(found.items())]


def _names(entities: Sequence[Entity]) -> Mapping[str, list[tuple[object, ...]]]:
    """Names by the first letters of each of their words, the most mentioned first."""
    found: dict[str, dict[str, tuple[object, ...]]] = {}
    for entity in sorted(entities, key=lambda e: (-len(e.mentions), e.name, e.id)):
        forms = sorted({fold(name) for name in (entity.name, *(a.name for a in entity.aliases))})
        numbers = len(entity.mentions), len(entity.documents)
        entry = (entity.name, entity.type, *numbers, entity_path(entity), forms)
        for word in {word for form in forms for word in _WORD.findall(form)}:
            found.setdefault(name_key(word), {})[entity.id] = entry
    return {key: list(entries.values()) for key, entries in found.items()}


def _key_dates(index: CorpusIndex) -> list[tuple[str, str, str]]:
    """The key dates: when, where they are shown, and how they begin."""
    found = []
    for event in key_days(index, _KEY_DATES):
        words = told_words(index, event).split()
        more = " …" if len(words) > _LONGEST else ""
        beginning = " ".join(words[:_LONGEST]) + more
        found.append((event_date(event), index.event_path(event), beginning))
    return found


def _days(index: CorpusIndex) -> Mapping[str, list[tuple[str, str, str, int]]]:
    """The periods of the timeline by year: the period, its words, its address, its events."""
    found: dict[str, list[tuple[str, str, str, int]]] = {}
    for period in sorted(index.periods.events, key=chronological):
        number = len(index.periods.events[period])
        line = period, long_date(period), index.periods.path(period), number
        found.setdefault(shortened(period, YEAR), []).append(line)
    return found
