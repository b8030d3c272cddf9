"""Names of people, organisations and places in the text of one document.

Names that front matter lists are found by their exact spelling (`generator.analyse.names.listed`):
what an editor has written is certain. Other names are found by an engine; ours is a small tagger
(`generator.analyse.names.tagger`) whose findings are then made to agree within the document
(`generator.analyse.names.consistency`). It reads English; another one
(`generator.analyse.names.multilingual`) reads further languages where the settings ask for it. In
the rest only listed names are found.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.analyse.names.listed import NameIndex, find_listed
from generator.analyse.names.roles import role_of
from generator.analyse.names.spans import MODELS
from generator.errors import ConfigError
from generator.lang import TAGGED
from generator.model import (
    LONGEST_NAME,
    Document,
    EntityType,
    Mention,
    Passage,
    Provenance,
    Sentence,
    base_language,
)
from generator.name_languages import (
    EXTRA,
    OWN,
    OWN_IN_MORE,
    PACKAGE,
    TAGGED_WITH_EXTRA,
    pieces_file,
)

Span = tuple[int, int, str]  # start, end, and PER, ORG or LOC
# It is given a text, its sentences and its language.
Engine = Callable[[str, Sequence[tuple[int, int]], str], Iterable[Span]]

# Distributions whose versions can change what the tagger finds.
PACKAGES = ("numpy", "onnxruntime", "tokenizers")
_SAMPLE = "Ann Lee left Rome."  # an engine of the user's own is tried on it
_ROAD = re.compile(r"-\d")  # "US-75" is not a mention of the United States
TYPES: dict[str, EntityType] = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_SPACY = {"PERSON": "PER", "PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def engine_for(setting: str) -> Engine:
    """The engine that the configuration names. Raises ConfigError if it cannot be loaded."""
    if setting == "listed":
        return lambda text, sentences, language: ()
    if setting in (OWN, OWN_IN_MORE):
        return _own(_pieces() if setting == OWN_IN_MORE else None)
    try:
        if setting.startswith("spacy:"):
            return _spacy(setting.removeprefix("spacy:"))
        module, _, name = setting.partition(":")
        users = getattr(import_module(module), name or "tag")
        for start, end, kind in users(_SAMPLE, ((0, len(_SAMPLE)),)):
            _ = _SAMPLE[start:end], TYPES[kind]
    except Exception as error:  # whatever others' code does
        message = f'Could not use the name engine "{setting}": {type(error).__name__}: {error}.'
        raise ConfigError(message, 'Use "own", or install or correct what it needs.') from error
    return lambda text, sentences, language: users(text, sentences)


def engine_version(setting: str) -> str:
    """What identifies the version of an engine, whose findings may differ between versions.

    Of an engine of the user's own only its module is known, not what it rests on.
    """
    if setting == "listed":
        return ""
    if setting in (OWN, OWN_IN_MORE):
        pieces = installed(PACKAGE) if setting == OWN_IN_MORE else ""
        return _digest(sorted(f for f in MODELS.rglob("*") if f.is_file())) + pieces
    if setting.startswith("spacy:"):
        name = setting.removeprefix("spacy:")
        return "/".join(installed(package) for package in ("spacy", name))
    try:
        found = find_spec(setting.partition(":")[0])
        return _digest([Path(found.origin)]) if found and found.origin else ""
    except Exception:  # it runs others' code; modules that are built in have no file
        return ""


def _digest(files: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for file in files:
        total.update(file.read_bytes())
    return total.hexdigest()


def installed(package: str) -> str:
    """The version of a package that is installed, or ""."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _pieces() -> Path:
    """The file that the tagger of other languages needs. Raises ConfigError without it."""
    found = pieces_file()
    if found is None:
        message = f'names = "{OWN_IN_MORE}" needs the extra "{EXTRA}", which is not installed.'
        hint = f"Install it (pip install 'sourcebook[{EXTRA}]'), or set names = \"{OWN}\"."
        raise ConfigError(message, hint)
    return found


def _own(pieces: Path | None) -> Engine:
    """Our own taggers. `pieces`: what the one of other languages needs; None for English alone."""
    from generator.analyse.names.consistency import agree, repair
    from generator.analyse.names.multilingual import MultilingualTagger
    from generator.analyse.names.tagger import Tagger

    tagger = Tagger()

    @cache
    def others(pieces: Path) -> MultilingualTagger:
        """The tagger of other languages, loaded when the first text in one comes."""
        return MultilingualTagger(pieces)

    def tag(text: str, sentences: Sequence[tuple[int, int]], language: str) -> Iterable[Span]:
        code = base_language(language)
        if code == TAGGED:
            found = repair(text, tagger.tag(text, sentences))
        elif code in TAGGED_WITH_EXTRA and pieces:
            found = agree(text, others(pieces).tag(text, sentences))
        else:
            return []
        return [(s.start, s.end, s.type) for s in found]

    return tag


def _spacy(name: str) -> Engine:
    pipeline: Any = import_module("spacy").load(name)

    def tag(text: str, sentences: Sequence[tuple[int, int]], language: str) -> Iterable[Span]:
        return [
            (entity.start_char, entity.end_char, _SPACY[entity.label_])
            for entity in pipeline(text).ents
            if entity.label_ in _SPACY
        ]

    return tag


def find_mentions(document: Document, engine: Engine) -> tuple[Mention, ...]:
    """The names that an engine finds in a document, in the order of the text."""
    told = [passage for passage in document.passages if passage.told]
    sentences = [(s.start, s.end) for passage in told for s in passage.sentences]
    found = []
    sentences_left = iter(_sentences(document))
    passage, sentence = next(sentences_left, (None, None))
    after = 0
    for start, end, kind in sorted(engine(document.text, sentences, document.language)):
        if start < after or end - start > LONGEST_NAME or _ROAD.match(document.text, end):
            continue
        while sentence is not None and sentence.end <= start:
            passage, sentence = next(sentences_left, (None, None))
        if passage is None or sentence is None or start < sentence.start or end > sentence.end:
            continue
        where = Provenance(document.id, passage.number, start, end, sentence.anchor)
        text = document.text[start:end]
        found.append(
            _with_role(document, Mention(text, TYPES[kind], " ".join(text.split()), where))
        )
        after = end
    return tuple(found)


def add_listed(
    document: Document, mentions: Sequence[Mention], index: NameIndex
) -> tuple[Mention, ...]:
    """The mentions with those of listed names, which win where they overlap."""
    listed = find_listed(document, index)
    found = [_with_role(document, mention) for mention in listed]
    taken = [(m.provenance.start, m.provenance.end) for m in listed]
    blocked = 0
    for mention in mentions:
        where = mention.provenance
        while blocked < len(taken) and taken[blocked][1] <= where.start:
            blocked += 1
        if blocked == len(taken) or taken[blocked][0] >= where.end:
            found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.provenance.start))


def _with_role(document: Document, mention: Mention) -> Mention:
    if mention.type != "person":
        return mention
    where = mention.provenance
    sentence = document.sentence(where)
    within = (sentence.start, sentence.end)
    role = role_of(document.text, where.start, where.end, document.language, within)
    return replace(mention, role=" ".join(role.split())) if role else mention


def _sentences(document: Document) -> Iterable[tuple[Passage, Sentence]]:
    return ((passage, s) for passage in document.passages for s in passage.sentences)
