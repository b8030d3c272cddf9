"""Questions about events, figures and texts."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.csv_text import csv_line
from generator.derive import figure_id
from generator.desk.items import Choice, Item
from generator.desk.statements import figure_words
from generator.desk.words import sentence_of, spelled_date
from generator.model import EVENTS_TABLE, FIGURES_TABLE, Corpus, Document, Event, Evidence, Reason
from generator.render.reasons import words

_FAR = 30  # years between an event and the day of its source that are many
_FEWEST = 5  # dated sentences of a source among which one can be an exception
_EXCEPTION = 0.2  # the share of such sentences up to which they are exceptions
_UNSURE = 75  # per cent of confidence below which a text read by OCR is to be compared
_CONFIDENCE = re.compile(r"mean confidence (\d+) %")
_GONE = "The event leaves the timeline; the text stays as it is."


def guessed_dates(corpus: Corpus) -> Iterator[Item]:
    """Events whose year, or whose order of day and month, is a guess."""
    for event in corpus.events:
        times = [e.time for e in event.evidence if e.time and e.time.modality == "unsure"]
        if event.kind == "reported" and times and not event.edits:
            hidden = _hidden(event)
            other = other_reading(event.date, times[0].reason)
            moved = (Choice(spelled_date(other), f"redate,{event.id},{other},,,", EVENTS_TABLE),)
            yield Item(
                "date that is a guess",
                sentence_of(corpus, event),
                "event",
                0,
                f"{spelled_date(event.date)}: “{times[0].text}”, {words(times[0].reason)}",
                hidden.line,
                _GONE,
                event.id,
                yes=(*(moved if other else ()), hidden),
            )


def _hidden(event: Event) -> Choice:
    return Choice("Not an event", f"hide,{event.id},,,,", EVENTS_TABLE)


def other_reading(date: str, why: Reason) -> str:
    """What a guessed date may be instead: the year on the other side of publication, or the day and
    the month the other way round; "" where neither is a date."""
    year, *rest = date.split("-")
    if why.code == "year-by-tense":
        published = dict(why.arguments)["start"]
        other = int(year) + (-1 if date > published else 1)
        return _if_valid("-".join((f"{other:04}", *rest)))
    if why.code == "figures-in-two-orders" and len(set(rest)) == 2:
        return _if_valid("-".join((year, *reversed(rest))))
    return ""


def _if_valid(date: str) -> str:
    """A date of a year, a month or a day; "" if the calendar does not have it."""
    try:
        datetime.date.fromisoformat(date + "-01" * (2 - date.count("-")))
    except ValueError:
        return ""
    return date


def far_dates(corpus: Corpus) -> Iterator[Item]:
    """Events far from the day of their source, which otherwise writes of its own time."""
    for event, evidence, document in _exceptions(corpus):
        hidden = _hidden(event)
        time = evidence.time
        read = f"“{time.text}”, {words(time.reason)}; " if time else ""
        yield Item(
            "date far from publication",
            sentence_of(corpus, event),
            "event",
            0,
            f"{spelled_date(event.date)}: {read}published {spelled_date(document.date)}",
            hidden.line,
            _GONE,
            event.id,
            yes=(hidden,),
        )


def _exceptions(corpus: Corpus) -> Iterator[tuple[Event, Evidence, Document]]:
    """The events that rest on one sentence, far from the day of its source, unlike most there."""
    documents = {document.id: document for document in corpus.documents if document.date}
    gaps: Mapping[str, list[int]] = defaultdict(list)
    alone = []
    for event in corpus.events:
        if event.kind != "reported":
            continue
        for evidence in event.evidence:
            document = documents.get(evidence.where.document)
            if document is not None:
                gaps[document.id].append(abs(_year(event.first) - _year(document.date)))
        if len(event.evidence) == 1 and event.evidence[0].where.document in documents:
            alone.append((event, event.evidence[0], documents[event.evidence[0].where.document]))
    for event, evidence, document in alone:
        own = gaps[document.id]
        far = sum(gap > _FAR for gap in own)
        exception = len(own) >= _FEWEST and far <= _EXCEPTION * len(own)
        if (
            exception
            and abs(_year(event.first) - _year(document.date)) > _FAR
            and not event.edits
            and not (evidence.time and evidence.time.modality == "unsure")  # asked already
        ):
            yield event, evidence, document


def _year(date: str) -> int:
    """The year of an ISO date, which may be before our era."""
    return int(date[:5] if date.startswith("-") else date[:4])


def statuses(corpus: Corpus) -> Iterator[Item]:
    """Events of which one word of one sentence says that they may not have happened."""
    for event in corpus.events:
        if event.kind == "reported" and event.status and len(event.evidence) == 1:
            if event.status == "reporting" or event.edits:
                continue
            line = f"status,{event.id},,,,happened"
            yield Item(
                "status that rests on one word",
                sentence_of(corpus, event),
                "event",
                0,
                f"{spelled_date(event.date)}: {_STATUSES[event.status]}",
                line,
                "The timeline shows it as something that happened.",
                event.id,
                yes=(Choice("It happened", line, EVENTS_TABLE), _hidden(event)),
            )


_STATUSES = {"planned": "only planned", "uncertain": "uncertain", "negated": "did not happen"}


def differing_figures(corpus: Corpus) -> Iterator[Item]:
    """Figures that cannot all be so; an answer leaves one of them out."""
    documents = {document.id: document for document in corpus.documents}
    known = {(where.document, figure.start) for figure, where in corpus.figures}
    for found in corpus.disagreements:
        if any((one.where.document, one.figure.start) not in known for one in found.figures):
            continue  # one was left out since the last build
        choices = []
        for one in found.figures:
            document = documents[one.where.document]
            shown = figure_words(one.figure, document)
            name = figure_id(one.figure, one.where)
            line = csv_line(("hide", name, "", "", shown, document.path))
            giver = document.publisher or document.title
            choices.append(Choice(f"Leave out {shown} ({giver})", line, FIGURES_TABLE))
        first = figure_id(found.figures[0].figure, found.figures[0].where)
        others = (figure_id(one.figure, one.where) for one in found.figures[1:])
        yield Item(
            "differing figures",
            f"{found.measure}, {spelled_date(found.day)}",
            "figure",
            0,
            f"{len(found.figures)} figures for one thing and day cannot all be so",
            choices[0].line,
            "One figure leaves the lists and charts; the text stays as it is.",
            first,
            tuple(dict.fromkeys(others)),
            yes=tuple(choices),
        )


def unsure_text(corpus: Corpus) -> Iterator[Item]:
    """Sources of whose words the program for OCR was unsure, the least sure first."""
    found = []
    for document in corpus.documents:
        sure = _CONFIDENCE.search(dict(document.extra).get("text", ""))
        if sure and int(sure[1]) < _UNSURE:
            found.append((int(sure[1]), document.id, document))
    for _, _, document in sorted(found, key=lambda one: one[:2]):
        said = dict(document.extra)["text"]
        todo = "compare the text with its pages"
        effect = "Names, dates and figures that were read wrongly are corrected in the source."
        yield Item("unsure text", document.title, "", 0, said, todo, effect, document.id)
