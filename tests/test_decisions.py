"""Decisions: small archives, with what must come out of each and why (see `decisions/README.md`)."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from conftest import build_site

from generator.analyse import analyse
from generator.config import read_config
from generator.derive import derive
from generator.load import load
from generator.model import Corpus, Edits, Entity, Event
from generator.read import read

FOLDER = Path(__file__).parent / "decisions"
MARKED = re.compile(r"\{([POL]) ([^}]*)\}")
TYPES = {"P": "PER", "O": "ORG", "L": "LOC"}
KINDS = {"people": "person", "organisations": "organisation", "places": "place"}


def cases() -> Iterator[Any]:
    for path in sorted(FOLDER.rglob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert set(content) == {"decision", "cases"}, path
        for number, case in enumerate(content["cases"], 1):
            name = path.relative_to(FOLDER).with_suffix("").as_posix()
            yield pytest.param(case, id=f"{name}-{number}")


def plain(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without its marks, and the names that were marked."""
    found, parts, at, length = [], [], 0, 0
    for match in MARKED.finditer(text):
        before = text[at : match.start()]
        start = length + len(before)
        length = start + len(match[2])
        found.append((start, length, TYPES[match[1]]))
        parts += [before, match[2]]
        at = match.end()
    return "".join([*parts, text[at:]]), found


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


class Archive:
    """The files of a case, and an engine that finds the marked names in them."""

    def __init__(self, case: Mapping[str, Any]) -> None:
        self.names: dict[str, list[tuple[int, int, str]]] = {}
        settings = {"min_mentions": 1, **case.get("settings", {}), "names": "decision_engine"}
        given = {key: value for key, value in settings.items() if value is not None}
        lines = (f"{key} = {json.dumps(value)}\n" for key, value in given.items())
        self.files = {"sourcebook.toml": "".join(lines)}
        for document in case["documents"]:
            for number in range(document.get("times", 1)):
                self._add(document, number)

    def _add(self, document: Mapping[str, Any], number: int) -> None:
        place = len(self.files)
        text, found = plain(document["text"].replace("{n}", str(number)))
        self.names[_words(text)] = found
        own = {k: v for k, v in document.items() if k not in ("text", "times")}
        front = {"title": f"Note {place}", **own}
        head = "".join(f"{k}: {json.dumps(v, default=str)}\n" for k, v in front.items())
        self.files[f"seeds/{place:03d}.md"] = f"---\n{head}---\n{text}"

    def find(self, text: str, sentences: object) -> list[tuple[int, int, str]]:
        return self.names.get(_words(text), [])  # the sample, on which an engine is tried, has none


def corpus_from(case: Mapping[str, Any], folder: Path) -> Corpus:
    """What is derived from the documents of a case, which are put into a folder."""
    archive = Archive(case)
    for name, text in archive.files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    engine = ModuleType("decision_engine")
    engine.tag = archive.find  # type: ignore[attr-defined]
    sys.modules["decision_engine"] = engine
    config = read_config(folder)
    loaded = load(config)
    reading = read(loaded.sources, config)
    assert not [problem for problem in reading.problems if problem.level == "error"]
    analyses = analyse(reading.documents, config)
    del sys.modules["decision_engine"]
    least = config.min_mentions
    return derive(reading.documents, analyses, loaded.sources, Edits(), least).corpus


@pytest.mark.parametrize("case", list(cases()))
def test_decision(case: dict[str, Any], tmp_path: Path) -> None:
    corpus = corpus_from(case, tmp_path)
    aside = ("why", "documents", "settings", "key_dates")
    wanted = {k: v for k, v in case.items() if k not in aside}
    assert case["why"]
    assert wanted or "key_dates" in case
    if "key_dates" in case:
        assert key_dates_in(tmp_path) == case["key_dates"], case["why"]
    for key, value in wanted.items():
        assert SHOWN[key](corpus, value) == value, f"{key}: {case['why']}"


def key_dates_in(root: Path) -> list[str]:
    """The key dates of a project's site, in words."""
    (root / "sourcebook.toml").write_text('names = "listed"')
    build_site(root)
    text = (root / "site/search/key-dates.json").read_text(encoding="utf-8")
    return [day for day, *_ in json.loads(text)]


def _entities(kind: str) -> Callable[[Corpus, Any], Any]:
    return lambda corpus, _: {
        e.name: len(e.mentions) for e in corpus.entities if e.type == kind and e.has_page
    }


def _aliases(corpus: Corpus, wanted: Mapping[str, Any]) -> Any:
    named = {e.name: e for e in corpus.entities}
    return {name: sorted(a.name for a in named[name].aliases) for name in wanted}


def _pairs(relations: str) -> Callable[[Corpus, Any], Any]:
    def get(corpus: Corpus, wanted: list[list[str]]) -> Any:
        name = {e.id: e.name for e in corpus.entities}
        linked: list[tuple[Entity, Any]] = [
            (e, relation) for e in corpus.entities for relation in getattr(e, relations)
        ]
        found = {frozenset((e.name, name[relation.id])) for e, relation in linked}
        # Each must be told on both pages.
        assert len(linked) == 2 * len(found)
        return (
            wanted if found == {frozenset(pair) for pair in wanted} else sorted(map(sorted, found))
        )

    return get


def _country(corpus: Corpus, wanted: Mapping[str, str]) -> Any:
    named = {e.name: e.place for e in corpus.entities if e.type == "place"}
    places = {name: named[name] for name in wanted}
    return {name: place.country if place else "" for name, place in places.items()}


def _where(corpus: Corpus, wanted: Mapping[str, Any]) -> Any:
    """Latitudes and longitudes of all places of a name."""
    places = [(e.name, e.place) for e in corpus.entities if e.type == "place" and e.place]
    return {
        name: sorted([round(p.latitude, 1), round(p.longitude, 1)] for n, p in places if n == name)
        for name in wanted
    }


def _reported(corpus: Corpus) -> list[Event]:
    return [event for event in corpus.events if event.kind == "reported"]


def _events(corpus: Corpus, wanted: list[dict[str, Any]]) -> Any:
    found = [_shown(corpus, event) for event in _reported(corpus)]
    if len(found) != len(wanted):
        return found
    for event, asked in zip(found, wanted, strict=True):
        asked |= {"date": str(asked["date"])} if "date" in asked else {}
        if "says" in asked:
            event["says"] = event["says"][: len(asked["says"])]
    return [{key: event[key] for key in asked} for event, asked in zip(found, wanted, strict=True)]


def _shown(corpus: Corpus, event: Event) -> dict[str, Any]:
    texts = {document.id: document.text for document in corpus.documents}
    names = {entity.id: entity.name for entity in corpus.entities}
    first = event.evidence[0].where
    return {
        "date": event.date,
        "status": event.status,
        "sources": event.sources,
        "documents": len(event.documents),
        "sentences": len(event.evidence),
        "says": texts[first.document][first.start : first.end],
        "figures": {
            one.measure: [point.figure.value for point in one.figures]
            for one in corpus.disagreements
            if one.event == event.id
        },
        "entities": [names[entity] for entity in event.entities],
        "modality": event.modality,
        "score": event.score,
    }


def _ranking(corpus: Corpus, wanted: list[Any]) -> Any:
    # The events of a date come with the highest score first.
    score = {event.date: event.score for event in reversed(_reported(corpus))}
    groups = [[str(d) for d in item] if isinstance(item, list) else [str(item)] for item in wanted]
    values = [{score[date] for date in group} for group in groups]
    alike = all(len(value) == 1 for value in values)
    ordered = [max(value) for value in values]
    falling = all(one > other for one, other in pairwise(ordered))
    return wanted if alike and falling else score


SHOWN: Mapping[str, Callable[[Corpus, Any], Any]] = {
    **{key: _entities(kind) for key, kind in KINDS.items()},
    "aliases": _aliases,
    "maybe": _pairs("maybe"),
    "related": _pairs("related"),
    "country": _country,
    "where": _where,
    "events": _events,
    "ranking": _ranking,
}
