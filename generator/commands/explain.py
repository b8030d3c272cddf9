"""The command `sourcebook explain`: why names are on one page or not, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from generator.csv_text import csv_text
from generator.derive import RULE_NAMES, Edge, Trace
from generator.errors import SourcebookError
from generator.model import Alias, Analysis, Corpus, Document, Entity, Provenance
from generator.render.reasons import alias_words, rule_words, words

_CLOSE = 5  # names offered where one is unknown
_LONGEST = 240  # characters of a sentence that are shown
_TABLE = "curation/entities.csv"


@dataclass(frozen=True, slots=True)
class Archive:
    """What explanations are made from."""

    corpus: Corpus
    trace: Trace
    documents: Mapping[str, Document]


def explain(
    corpus: Corpus, analyses: Sequence[Analysis], name: str, other: str = ""
) -> Iterator[str]:
    """The explanation of one name, or of two and how they are related, line by line.

    Raises SourcebookError for a name that no entity has.
    """
    trace = Trace(corpus.documents, analyses)
    archive = Archive(corpus, trace, {d.id: d for d in corpus.documents})
    found = _entities(archive, name)
    if not other:
        for number, entity in enumerate(found):
            if number:
                yield ""
            yield from _one(archive, entity)
        return
    others = _entities(archive, other)
    both = [entity for entity in found if entity in others]
    if both:
        yield from _together(archive, both[0], name, other)
    else:
        yield from _apart(archive, found[0], others[0], name, other)


def _entities(archive: Archive, name: str) -> list[Entity]:
    """The entities with a name or spelling, those with this very name first."""
    entities = archive.corpus.entities
    exact = [e for e in entities if e.name == name]
    exact += [e for e in entities if e not in exact and any(a.name == name for a in e.aliases)]
    if exact:
        return exact
    small = name.casefold()
    alike = [e for e in entities if any(a.name.casefold() == small for a in e.aliases)]
    if alike:
        return alike
    raise _not_found(archive, name)


def _not_found(archive: Archive, name: str) -> SourcebookError:
    """The error for a name without a page: why it has none, and whom it could mean."""
    mentions = archive.trace.mentions(name)
    namesakes = _namesakes(archive, name)
    if mentions:
        times = "once" if mentions == 1 else f"{mentions} times"
        message = f'"{name}" is mentioned {times}, too rarely to have a page.'
        hint = "List it in the front matter of a source, or lower min_mentions in sourcebook.toml."
    else:
        message, hint = f'No page has the name "{name}".', "Write the name as the site shows it."
    if namesakes:
        certain = "It could be" if len(namesakes) == 1 else "It is ambiguous: it could be"
        lines = [f"{certain} {_either([e.name for e in namesakes])}."]
        for edge in archive.trace.left_apart(name):
            lines += _edge(archive, edge, "  ", joined="and")
        return SourcebookError(message, "\n".join([*lines, hint]))
    if mentions:
        return SourcebookError(message, hint)
    entities = archive.corpus.entities
    known = {alias.name.casefold(): alias.name for e in entities for alias in e.aliases}
    close = [known[match] for match in get_close_matches(name.casefold(), known, _CLOSE)]
    return SourcebookError(message, f"Similar names: {', '.join(close)}." if close else hint)


def _namesakes(archive: Archive, name: str) -> list[Entity]:
    """The people whose first name or surname is a single word."""
    small = name.casefold()
    found = []
    for entity in archive.corpus.entities:
        full = (alias.name.casefold().split() for alias in entity.aliases)
        if entity.type == "person" and any(small in (w[0], w[-1]) for w in full if len(w) > 1):
            found.append(entity)
    return found


def _either(names: Sequence[str]) -> str:
    """ "Ann Lee, Bo Lee or Cy Lee"."""
    *rest, last = names
    return f"{', '.join(rest)} or {last}" if rest else last


def _one(archive: Archive, entity: Entity) -> Iterator[str]:
    sources = _count(len(entity.documents), "source")
    yield f"{_page(entity)}: {_count(len(entity.mentions), 'mention')} in {sources}"
    for edit in entity.edits:
        yield f"  By the editors: {words(edit)}"
    yield ""
    yield "Spellings:"
    for alias in entity.aliases:
        yield f"  {alias.name} ({_count(alias.count, 'mention')}): {alias_words(alias)}"
    if len(entity.aliases) > 1:
        yield ""
        example = next(a.name for a in entity.aliases if a.name != entity.name)
        yield f'For the sentences behind one: sourcebook explain "{example}" "{entity.name}"'
    by_id = {e.id: e for e in archive.corpus.entities}
    if entity.maybe:
        yield ""
        yield "Possibly the same:"
    for relation in entity.maybe:
        yield f"  {by_id[relation.id].name}: {words(relation.reason)}"
        yield f"    To merge them: {_line('merge', entity, by_id[relation.id].name)}"


def _together(archive: Archive, entity: Entity, name: str, other: str) -> Iterator[str]:
    yield f"“{name}” and “{other}” are on one page, {_page(entity)}."
    for spelling in dict.fromkeys((name, other)):
        alias = _alias(entity, spelling)
        if alias is None:
            continue
        yield ""
        chain = archive.trace.chain(entity, alias.name)
        yield f"{alias.name}:" if chain else f"{alias.name}: {alias_words(alias)}"
        for edge in chain:
            yield from _edge(archive, edge, "  ")
    apart = next((n for n in (name, other) if n != entity.name), "")
    if apart:
        yield ""
        yield f"To give “{apart}” its own page, add this line to {_TABLE}:"
        yield f"  {_csv('split', apart, entity.type, entity.name)}"


def _apart(archive: Archive, one: Entity, two: Entity, name: str, other: str) -> Iterator[str]:
    yield f"“{name}” and “{other}” are on two pages, {_page(one)} and {_page(two)}."
    refusals = archive.trace.refusals(one, two)
    yield ""
    for edge in refusals:
        yield from _edge(archive, edge, "", joined="and")
    seen = {edge.rule for edge in refusals}
    rest = [rule for rule in RULE_NAMES if rule not in seen]
    yield "These rules found nothing to compare:" if refusals else "No rule merged them:"
    for rule in rest:
        yield f"  {rule}: {rule_words(rule)}"
    yield ""
    if one.type == two.type:
        yield f"To merge them, add this line to {_TABLE}:"
        yield f"  {_line('merge', one, two.name)}"
    else:
        yield f"To merge them, add these lines to {_TABLE}:"
        yield f"  {_line('retype', one, two.type)}"
        yield f"  {_csv('merge', one.name, two.type, two.name)}"


def _alias(entity: Entity, name: str) -> Alias | None:
    small = name.casefold()
    alike = [a for a in entity.aliases if a.name.casefold() == small]
    return next((a for a in alike if a.name == name), alike[0] if alike else None)


def _edge(archive: Archive, edge: Edge, indent: str, joined: str = "→") -> Iterator[str]:
    """An edge with its rule, its reason, and the sentences on which it rests."""
    label = archive.trace.label
    yield f"{indent}{label(edge.name)} {joined} {label(edge.other)}: {words(edge.reason)}"
    yield f"{indent}  rule {edge.rule}: {rule_words(edge.rule)}"
    for where in edge.evidence:
        document = archive.documents[where.document]
        yield f"{indent}  {document.path}: “{_sentence(document, where)}”"


def _sentence(document: Document, where: Provenance) -> str:
    """The sentence with a mention, shortened where it is endless."""
    sentences = document.passages[where.passage].sentences
    own = next(s for s in sentences if s.anchor == where.anchor)
    text = " ".join(document.text[own.start : own.end].split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def _page(entity: Entity) -> str:
    return f"{entity.name} ({entity.type}, {entity.id}.html)"


def _line(action: str, entity: Entity, into: str) -> str:
    return _csv(action, entity.name, entity.type, into)


def _csv(*cells: str) -> str:
    """A line of the editors' table, without a note."""
    return csv_text((*cells, ""), ()).rstrip("\r\n")
