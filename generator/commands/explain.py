"""The command `sourcebook explain`: why names are on one page or not, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from generator.commands.explain_events import explain_events, is_event_id
from generator.commands.explain_statements import explain_statement, is_statement_id
from generator.commands.explained import MOST, count, quoted
from generator.derive import RULE_NAMES, Edge, EditLines, Trace
from generator.errors import SourcebookError
from generator.model import Alias, Analysis, Corpus, Document, Entity, Provenance
from generator.render.reasons import alias_words, rule_words, words

_CLOSE = 5  # names offered where one is unknown
_TABLE = "curation/entities.csv"


@dataclass(frozen=True, slots=True)
class Archive:
    """What explanations are made from."""

    corpus: Corpus
    trace: Trace
    documents: Mapping[str, Document]
    lines: EditLines


def explain(
    corpus: Corpus, analyses: Sequence[Analysis], name: str, other: str = ""
) -> Iterator[str]:
    """The explanation of one name, or of two and how they are related, line by line.

    A name may be the id of an event, a figure or a claim, too. Raises SourcebookError for a name
    that nothing has.
    """
    if is_event_id(name):
        told = list(explain_events(corpus, name, other))
        if told:
            yield from told
            return
    if is_statement_id(name) and not other:
        told = list(explain_statement(corpus, name))
        if told:
            yield from told
            return
    trace = Trace(corpus.documents, analyses)
    documents = {document.id: document for document in corpus.documents}
    archive = Archive(corpus, trace, documents, EditLines(corpus.entities))
    found = _entities(archive, name)
    if not other:
        for number, entity in enumerate(found):
            if number:
                yield ""
            yield from _one(archive, entity)
        return
    others = _entities(archive, other)
    both = [entity for entity in found if entity in others]
    shown = both[:1] or [found[0], others[0]]
    if both:
        yield from _together(archive, both[0], name, other)
    else:
        yield from _apart(archive, found[0], others[0], name, other)
    yield from _others(name, found, shown)
    if other != name:
        yield from _others(other, others, shown)


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
        message = f'"{name}" is mentioned {times}, too rarely to be in the data.'
        hint = (
            "List it in the front matter of a source, or set min_mentions = 1 in sourcebook.toml."
        )
    else:
        message, hint = f'No page has the name "{name}".', "Write the name as the site shows it."
    if namesakes:
        certain = "It could be" if len(namesakes) == 1 else "It is ambiguous: it could be"
        lines = [f"{certain} {_either([*_capped(e.name for e in namesakes)])}."]
        lines += _refused(archive, archive.trace.left_apart(name), "  ")
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
    sources = count(len(entity.documents), "source")
    yield f"{_page(entity)}: {count(len(entity.mentions), 'mention')} in {sources}"
    yield from _edits(entity, "  By the editors: ")
    if not entity.has_page:
        least = f"set min_mentions = {len(entity.mentions)} in sourcebook.toml"
        yield f"  For a page of its own, list it in the front matter of a source, or {least}."
    yield ""
    yield "Spellings:"
    yield from _capped(
        f"  {alias.name} ({count(alias.count, 'mention')}): {alias_words(alias)}"
        for alias in entity.aliases
    )
    if len(entity.aliases) > 1:
        yield ""
        example = next(a.name for a in entity.aliases if a.name != entity.name)
        yield f'For the sentences behind one: sourcebook explain "{example}" "{entity.name}"'
    yield from _type(archive, entity)
    by_id = {e.id: e for e in archive.corpus.entities}
    if entity.maybe:
        yield ""
        yield "Possibly the same:"
    for relation in entity.maybe:
        yield f"  {by_id[relation.id].name}: {words(relation.reason)}"
        yield f"    To merge them: {archive.lines.merge_either(entity, by_id[relation.id])}"


def _type(archive: Archive, entity: Entity) -> Iterator[str]:
    """What says of which type an entity is, each with its first sentence."""
    if not entity.type_evidence:
        return
    yield ""
    yield "Type:"
    for found in entity.type_evidence[:MOST]:
        times = f" ({count(found.count, 'mention')})" if found.count else ""
        yield f"  {found.type}{times}: {words(found.reason)}"
        if found.where:
            yield f"    {_quoted(archive, found.where)}"


def _together(archive: Archive, entity: Entity, name: str, other: str) -> Iterator[str]:
    yield f"“{name}” and “{other}” are on one page, {_page(entity)}."
    yield from _edits(entity, "By the editors: ")
    aliases = [a for a in (_alias(entity, name), _alias(entity, other)) if a]
    spellings = [alias.name for alias in aliases]
    chains = archive.trace.chains(entity, spellings[0], spellings[-1])
    for alias, chain in {a.name: (a, c) for a, c in zip(aliases, chains, strict=False)}.values():
        yield ""
        yield f"{alias.name}:" if chain else f"{alias.name}: {alias_words(alias)}"
        for edge in chain:
            yield from _edge(archive, edge, "  ")
    apart = next((_how_to_part(archive, entity, a) for a in aliases if a.name != entity.name), "")
    if apart:
        yield ""
        yield apart


def _how_to_part(archive: Archive, entity: Entity, alias: Alias) -> str:
    """What would take a spelling off an entity's page: what put it there goes, or a new line."""
    name, codes = alias.name, {step.code for steps in alias.reasons for step in steps}
    if "merged" in codes:
        return f"To give “{name}” its own page, remove the line that merges it from {_TABLE}."
    line = archive.lines.split(entity, name)
    if line:
        return f"To give “{name}” its own page, add this line to {_TABLE}:\n  {line}"
    if alias.count:
        return f"“{name}” cannot be split off: all mentions are spelled like this."
    if "alias-added" in codes:
        return f"To take “{name}” off this page, remove its alias line from {_TABLE}."
    listing = (archive.documents[document] for document in entity.listed_in)
    paths = [d.path for d in listing if (entity.type, name) in d.listed()]
    where = ", ".join(_capped(paths)) or "the sources that list it"
    return f"To take “{name}” off this page, remove it from the front matter of {where}."


def _apart(archive: Archive, one: Entity, two: Entity, name: str, other: str) -> Iterator[str]:
    yield f"“{name}” and “{other}” are on two pages, {_page(one)} and {_page(two)}."
    for entity in (one, two):
        yield from _edits(entity, f"By the editors, {entity.name}: ")
    yield ""
    for part, whole in ((one, two), (two, one)):
        if _was_split(part, whole):
            again = f"remove from {_TABLE} the line that splits “{part.name}” off."
            yield f"To put them on one page again, {again}"
            return
    yield from _rules(archive, one, two)
    yield ""
    yield f"To merge them, add this line to {_TABLE}:"
    yield f"  {archive.lines.merge_either(one, two)}"


def _rules(archive: Archive, one: Entity, two: Entity) -> Iterator[str]:
    """What each rule decided on two entities."""
    refusals = archive.trace.refusals(one, two)
    yield from _refused(archive, refusals, "")
    seen = {edge.rule for edge in refusals}
    rest = [rule for rule in RULE_NAMES if rule not in seen]
    yield "These rules found nothing to compare:" if refusals else "No rule merged them:"
    for rule in rest:
        yield f"  {rule}: {rule_words(rule)}"


def _was_split(part: Entity, whole: Entity) -> bool:
    """Whether editors split an entity off another."""
    return any(e.code == "split-from" and ("name", whole.name) in e.arguments for e in part.edits)


def _others(name: str, found: Sequence[Entity], shown: Sequence[Entity]) -> Iterator[str]:
    """Further pages of a name."""
    further = [entity for entity in found if entity not in shown]
    if further:
        yield ""
        yield f"“{name}” is also on:"
        yield from _capped(f"  {_page(entity)}" for entity in further)


def _edits(entity: Entity, before: str) -> Iterator[str]:
    yield from _capped(f"{before}{words(edit)}" for edit in entity.edits)


def _capped(items: Iterable[str]) -> Iterator[str]:
    """The first items, and how many more there are."""
    found = list(items)
    yield from found[:MOST]
    if len(found) > MOST:
        yield f"… and {len(found) - MOST:,} more"


def _alias(entity: Entity, name: str) -> Alias | None:
    small = name.casefold()
    alike = [a for a in entity.aliases if a.name.casefold() == small]
    return next((a for a in alike if a.name == name), alike[0] if alike else None)


def _refused(archive: Archive, edges: Sequence[Edge], indent: str) -> Iterator[str]:
    """What rules decided against, the first of many."""
    for edge in edges[:MOST]:
        yield from _edge(archive, edge, indent, joined="and")
    if len(edges) > MOST:
        yield f"{indent}… and {len(edges) - MOST:,} more"


def _edge(archive: Archive, edge: Edge, indent: str, joined: str = "→") -> Iterator[str]:
    """An edge with its rule, its reason, and the sentences on which it rests."""
    label = archive.trace.label
    yield f"{indent}{label(edge.name)} {joined} {label(edge.other)}: {words(edge.reason)}"
    yield f"{indent}  rule {edge.rule}: {rule_words(edge.rule)}"
    for text in dict.fromkeys(_quoted(archive, where) for where in edge.evidence):
        yield f"{indent}  {text}"


def _quoted(archive: Archive, where: Provenance) -> str:
    return quoted(archive.documents[where.document], where)


def _page(entity: Entity) -> str:
    page = f"{entity.id}.html" if entity.has_page else "no page of its own"
    return f"{entity.name} ({entity.type}, {page})"
