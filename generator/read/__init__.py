"""Read: from files to documents.

A reader (`generator.read.readers`) takes a file apart into drafts: metadata and a body. The rest is
the same for every format: the metadata are checked, the body is split into passages and sentences,
the title is derived if the source gives none, and the document gets its stable name. A file that
cannot be read is reported; the others are not affected.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator import ids
from generator.config import Config
from generator.errors import GivenUp, Problem
from generator.model import Decision, Document, Places, Source, media_kind
from generator.read import guess, languages, markup
from generator.read.addresses import with_keys
from generator.read.characters import without_width
from generator.read.companions import companions
from generator.read.copies import copies, copy_problems, with_all_messages
from generator.read.dates import parse_date
from generator.read.decode import is_text
from generator.read.direction_warnings import direction_problems
from generator.read.document import document_of
from generator.read.draft import Draft, Drafts, Member, problem
from generator.read.edits import read_edits
from generator.read.equal_titles import equal_titles, with_file_names
from generator.read.fields import one_line
from generator.read.inside import opened, passed_on
from generator.read.native import NativeReader, here
from generator.read.own_pages import OwnPages, read_own_pages
from generator.read.possible import is_possible_document, is_possible_problem
from generator.read.privacy import public_drafts
from generator.read.readers import (
    PACKED,
    all_readers,
    is_native,
    known_suffixes,
    reader_for,
    suffix_of,
)
from generator.read.records import drafts_of
from generator.read.redact import numbered, redacted, redacted_problems, without_names
from generator.read.refused import Refused
from generator.read.sentences import split_sentences
from generator.read.shown_files import ShownFiles, with_names
from generator.read.table import Table
from generator.read.transcripts import (
    belonging,
    shown_with_transcripts,
    undated,
    with_records,
)
from generator.read.unnamed import is_readable_picture, unnamed
from generator.read.volumes import with_volumes
from generator.redactions import redactor

__all__ = [
    "Chosen",
    "Draft",
    "Drafts",
    "Found",
    "Member",
    "NativeReader",
    "OwnPages",
    "Reading",
    "choose",
    "gather",
    "is_possible",
    "joined",
    "member_data",
    "numbered",
    "packages",
    "parse_date",
    "read",
    "read_drafts",
    "read_edits",
    "read_own_pages",
    "read_source",
    "redacted_problems",
    "split_sentences",
    "take_apart",
    "take_member_apart",
    "without_width",
]


@dataclass(frozen=True, slots=True)
class Found:
    """The content of one source.

    problems: what is wrong with it
    pictures: paths of the pictures and the like that it refers to, below the seeds folder, and
        whether each exists
    embargoes: the days of its embargoes, and whether each is over. With the pictures all that its
        documents depend on apart from the source itself
    notes: how it was understood
    private: the identifiers of its records that are not published
    withheld: the lines of the editors that have withheld something in it, published or not
    """

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    pictures: tuple[tuple[str, bool], ...] = ()
    embargoes: tuple[tuple[str, bool], ...] = ()
    notes: tuple[Problem, ...] = ()
    private: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sources to read.

    pictures: paths of all files that sources may show: pictures, sound, film and so on
    copies: sources that are not read because another is identical, each with that one's index
    others: the files to show that are not pictures
    """

    sources: tuple[Source, ...]
    pictures: frozenset[str]
    copies: tuple[tuple[Source, int], ...] = ()
    others: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What `read` returns: documents in the order of their files, and what is wrong.

    embargoes: as in `Found`
    notes: how sources were understood
    left_out: of all documents found, the indices of those that are not here
    withheld: the lines of the editors that have withheld something
    """

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    embargoes: tuple[tuple[str, bool], ...] = ()
    notes: tuple[Problem, ...] = ()
    left_out: frozenset[int] = frozenset()
    withheld: frozenset[str] = frozenset()


def read(sources: Iterable[Source], config: Config, natively: NativeReader = here) -> Reading:
    """The documents of all sources."""
    chosen = choose(sources, config)
    found = [read_source(s, config, chosen.pictures, natively) for s in chosen.sources]
    return gather(chosen, found)


def packages() -> tuple[str, ...]:
    """The distributions whose versions can change what is read, sorted; see `readers.PACKAGES`."""
    ours = (*languages.PACKAGES, *guess.PACKAGES, *markup.PACKAGES, *ids.PACKAGES)
    return tuple(sorted({*ours, *(name for reader in all_readers() for name in reader.PACKAGES)}))


def choose(sources: Iterable[Source], config: Config | None = None) -> Chosen:
    """Which sources to read: nothing that is only shown or a part of a saved page, and of identical
    files only the first. Pictures that no source names are read where OCR is asked for.
    """
    everything = with_volumes(tuple(sources))
    kinds = {s.path: kind for s in everything if (kind := media_kind(s.path))}
    images = with_names(kinds)
    parts = companions(source.path for source in everything)
    scans, named = frozenset[str](), frozenset[str]()
    if config and config.ocr:
        able = [s for s in everything if is_readable_picture(s.path) and s.path not in parts]
        scans = unnamed(able, everything)
        named = frozenset(source.path for source in able) - scans
    chosen: list[Source] = []
    copies = []
    first: dict[str, int] = {}
    for source in everything:
        left = (source.path in images and source.path not in scans) or source.path in named
        if left or source.path in parts:
            continue
        if (source.data or source.size) and first.setdefault(source.digest, len(chosen)) != len(
            chosen
        ):
            copies.append((source, first[source.digest]))
        else:
            chosen.append(source)
    others = tuple(
        source
        for source in everything
        if source.path not in parts
        and (
            kinds.get(source.path, "picture") != "picture"
            or (source.path in named and source.path not in kinds)
        )
    )
    return Chosen(tuple(chosen), images, tuple(copies), others)


def gather(chosen: Chosen, found: Sequence[Found]) -> Reading:
    """All documents, with unique names. `found`: in the order of the sources."""
    place = Places.among(chosen.sources)
    every = [document for one in found for document in one.documents]
    copied = copies(every, place)
    everything = with_all_messages(every, copied)
    closed_at = _left_out(everything, chosen, found)
    public = {n: d for n, d in enumerate(everything) if n not in closed_at and n not in copied}
    kept = with_records(public)
    left_out = frozenset(range(len(everything))) - kept.keys()
    closed = [(place.of(everything[n].path), everything[n].line) for n in sorted(closed_at)]
    documents = list(kept.values())
    problems = [problem for one in found for problem in one.problems]
    message = "Not published, as the record that it belongs to is not."
    problems += [Problem(shown, line, "note", message, "") for shown, line in closed]
    problems += copy_problems(everything, copied, place)
    noted = {problem.path for problem in problems if problem.level == "note"}
    problems += [Problem(place.of(path), 0, "warning", *why) for path, why in undated(documents)]
    for copy, index in chosen.copies:
        private = chosen.sources[index].shown in noted
        message = f"Identical to {chosen.sources[index].shown}; published once."
        if private:
            problems.append(problem(copy, 0, "note", "Not published, as its copy is not."))
        else:
            problems.append(problem(copy, 0, "warning", message, "Remove one of them."))
    notes = [note for one in found for note in one.notes]
    shown = {path for one in found for path, exists in one.pictures if exists}
    unread = (source for source in chosen.others if source.path not in shown)
    problems += [problem(source, 0, "error", *_unsupported(source)) for source in unread]
    names = ids.unique_ids((d.id, d.text) for d in documents)
    documents = with_file_names(documents)
    notes += equal_titles(documents, place)
    one_page = shown_with_transcripts(public[n] for n in public.keys() - kept.keys())
    notes += [Problem(place.of(path), 0, "note", words, "") for path, words in one_page]
    named = (
        d if d.id == name else replace(d, id=name) for d, name in zip(documents, names, strict=True)
    )
    embargoes = {pair for one in found for pair in one.embargoes}
    days = tuple(sorted(embargoes))
    withheld = frozenset(where for one in found for where in one.withheld)
    return Reading(tuple(named), tuple(problems), days, tuple(notes), left_out, withheld)


def _left_out(
    documents: Sequence[Document], chosen: Chosen, found: Sequence[Found]
) -> frozenset[int]:
    """The indices of documents that belong to records which are not published."""
    private = (
        (source.path, identifier)
        for source, one in zip(chosen.sources, found, strict=True)
        for identifier in one.private
    )
    copies = ((copy.path, chosen.sources[index].path) for copy, index in chosen.copies)
    return belonging(documents, private, copies)


def read_source(
    source: Source,
    config: Config,
    pictures: frozenset[str] = frozenset(),
    natively: NativeReader = here,
) -> Found:
    """The documents of one source. Whatever goes wrong with it is returned, not raised.

    pictures: paths of all images in the seeds folder
    """
    try:
        drafts = take_apart(source, config, natively)
    except GivenUp as why:
        return Found((), (_given_up(source, why),))
    found = [read_drafts(drafts, source, config, pictures)]
    for one in drafts.inside:
        try:
            inner = take_member_apart(one, config, natively)
        except GivenUp as why:
            inner = Drafts((), (_given_up(one.source, why),))
        found.append(read_drafts(inner, one.source, config))
    return joined(found)


def take_apart(source: Source, config: Config, natively: NativeReader = here) -> Drafts:
    """The documents of one source as readers find them, and the sources within it that are still to
    be read; the first half of `read_source`. Raises GivenUp.
    """
    read_one = partial(_drafts, config=config, natively=natively)
    found = opened(source, read_one(source), read_one)
    if not config.redactions or not (found.inside or len(found.drafts) > 1):
        return found
    return without_names(found, redactor(config.redactions, source.path))


def take_member_apart(one: Member, config: Config, natively: NativeReader = here) -> Drafts:
    """The documents of a source within another as its reader finds them. Raises GivenUp."""
    return replace(passed_on(_drafts(one.source, config, natively), one), inside=())


def member_data(source: Source, path: str, config: Config) -> bytes:
    """The bytes of a source within another, by its path; b"" where there is none."""
    inside = take_apart(source, config).inside
    return next((one.source.data for one in inside if one.source.path == path), b"")


def joined(found: Sequence[Found]) -> Found:
    """What was found in a source, from what was found in its parts, in their order."""
    pictures = dict(pair for one in found for pair in one.pictures)
    embargoes = dict(pair for one in found for pair in one.embargoes)
    return Found(
        tuple(document for one in found for document in one.documents),
        tuple(problem for one in found for problem in one.problems),
        tuple(pictures.items()),
        tuple(embargoes.items()),
        tuple(note for one in found for note in one.notes),
        tuple(name for one in found for name in one.private),
        tuple(dict.fromkeys(where for one in found for where in one.withheld)),
    )


def _drafts(source: Source, config: Config, natively: NativeReader) -> Drafts:
    try:
        found = _taken_apart(source, config, natively)
        return found if isinstance(found, Drafts) else drafts_of(found, config.columns)
    except Refused as why:
        return Drafts((), (problem(source, 0, "error", why.message, why.hint),))
    except (GivenUp, MemoryError):
        raise
    except RecursionError:
        message, hint = "Its parts lie too deep in each other.", "Save it again in another way."
        return Drafts((), (problem(source, 0, "error", message, hint),))
    except Exception as error:  # a source must never stop the others, whatever a parser makes of it
        return Drafts((), (_unreadable(source, error),))


def read_drafts(
    found: Drafts, source: Source, config: Config, pictures: frozenset[str] = frozenset()
) -> Found:
    """The documents made from what a reader found; the second half of `read_source`."""
    read = _read_drafts(found, source, config, pictures)
    return _redacted(read, found, source, config) if config.redactions else read


def _redacted(found: Found, drafts: Drafts, source: Source, config: Config) -> Found:
    """What was found, without what editors withhold. `drafts`: what its reader found."""
    words = redactor(config.redactions, source.outer or source.path)
    documents, problems, notes, lines = redacted(
        (found.documents, found.problems, found.notes), drafts, words
    )
    # There are no such files: those that have withheld words in their names have others by now.
    shown = tuple(pair for pair in found.pictures if not words.has(pair[0], any_case=True))
    hidden = tuple(map(words.text, found.private))
    return Found(documents, problems, shown, found.embargoes, notes, hidden, lines)


def _read_drafts(
    found: Drafts, source: Source, config: Config, pictures: frozenset[str] = frozenset()
) -> Found:
    images = ShownFiles(source.path, pictures)
    try:
        documents = []
        decided = Decision.of(source.outer or source.path, config.decisions)
        public, notes, embargoes, private = public_drafts(found.drafts, config, decided)
        # What is wrong with a file of which nothing is public is not to be public either.
        problems = [*notes, *(found.problems if public or not notes else ())]
        for draft in public:
            document, wrong = document_of(draft, config, images, decided)
            problems += wrong
            if document:
                problems += direction_problems(draft, document)
                documents.append(document)
        return Found(
            tuple(documents), tuple(problems), images.asked, embargoes, found.notes, private
        )
    except MemoryError:
        raise
    except Exception as error:
        return Found((), (_unreadable(source, error),), images.asked)


def _unreadable(source: Source, error: Exception) -> Problem:
    message = f"Could not be read ({type(error).__name__}: {one_line(str(error))[:200]})."
    return problem(source, 0, "error", message, "Please report this file to us.")


def _given_up(source: Source, why: GivenUp) -> Problem:
    return problem(source, 0, "error", f"Could not be read: {why}.", GivenUp.hint)


def is_possible(found: Found, source: Source) -> bool:
    """Whether a source can have held this; to check what comes out of a cache."""
    there = {path for path, exists in found.pictures if exists}
    return all(is_possible_document(d, source, there) for d in found.documents) and all(
        is_possible_problem(problem, source) for problem in (*found.problems, *found.notes)
    )


def _taken_apart(source: Source, config: Config, natively: NativeReader) -> Drafts | Table:
    reader = reader_for(source.path, source.data)
    if not source.data.strip():
        message, hint = "The file is empty.", "Add text or remove it."
    elif reader is None:
        message, hint = _unsupported(source)
    elif not reader.BINARY and not is_text(source.data):
        message, hint = "Not a text file.", "Replace it with a text file or remove it."
    elif not reader.BINARY and len(source.data) > config.max_megabytes * 1_000_000:
        message = f"Larger than {config.max_megabytes} MB."
        hint = "Split it, or raise max_megabytes in sourcebook.toml."
    else:
        configured = getattr(reader, "read_configured", None)
        found: Drafts | Table
        if configured and is_native(reader):
            found = natively(configured, source, config)
        else:
            found = configured(source, config) if configured else reader.read_source(source)
        return with_keys(found, source) if reader.BINARY and isinstance(found, Drafts) else found
    return Drafts((), (problem(source, 0, "error", message, hint),))


def _unsupported(source: Source) -> tuple[str, str]:
    """The message and the hint for a file that is neither read nor shown."""
    message = "This file type is not supported; the file was not read."
    if suffix_of(source.path) in PACKED:
        return message, "Unpack it, and put what it holds into its folder."
    return message, f"Supported: {', '.join(known_suffixes())}"
