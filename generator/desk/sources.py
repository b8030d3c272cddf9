"""Sources at the desk: how much of one is published, and its date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from generator.desk.words import counted, spelled_date
from generator.model import INSIDE, NOT_PUBLISHED, Corpus, Document, SourceEdit
from generator.read.dates import given_date
from generator.redactions import IN_PATHS

PAGES = "sources/"  # before the id of a source, where ids of other things may be meant
_STAYS = {
    "quotes": "Only quoted sentences stay on the site",
    "record": "Only its title, date, publisher and link stay on the site",
}


def about_source(corpus: Corpus, name: str) -> dict[str, Any] | None:
    """What is known of a source, by its id after `PAGES`; None if there is none."""
    document = next((one for one in corpus.documents if PAGES + one.id == name), None)
    if document is None:
        return None
    return {
        "kind": "source",
        "id": document.id,
        "name": document.title,
        "date": spelled_date(document.date) or "undated",
        "iso": document.date,
        "publish": document.publish,
        "others": len(_in_file(corpus, file_of(document))) - 1,
        "evidence": [],
    }


def file_of(document: Document) -> str:
    """The file of a document, in the folder of the sources."""
    return document.path.partition(INSIDE)[0]


def size_of_source(corpus: Corpus, edit: SourceEdit) -> str:
    """What a line is about when it is made: the title of the source, or how many it has."""
    own = _in_file(corpus, edit.source)
    return own[0].title if len(own) == 1 else counted(len(own), "document")


def why_not_source(corpus: Corpus, edit: SourceEdit) -> str:
    """Why a line cannot be written; or ""."""
    if not _in_file(corpus, edit.source):
        return "The archive does not know this source any more."
    if IN_PATHS in edit.source:
        return "Its file may be called otherwise, as words are withheld. Write the line by hand."
    return ""


def effect_on_source(corpus: Corpus, edit: SourceEdit) -> str:
    """What a line will do."""
    own = _in_file(corpus, edit.source)
    if edit.action == "date":
        given = given_date(edit.value)
        day = spelled_date(given.date) if given else edit.value
        was = " and ".join(dict.fromkeys(spelled_date(d.date) or "undated" for d in own))
        return (
            f"{_named(own)} is dated {day}, no longer {was}; "
            "its page gets another address, and the dates in its text are worked out again."
        )
    quoted = counted(_quotations(corpus, own), "quotation")
    text = f"{'its text' if len(own) == 1 else 'their texts'} and {quoted}"
    if edit.value == NOT_PUBLISHED:
        leave = "leaves" if len(own) == 1 else "leave"
        return f"{_named(own)} {leave} the site: {text}."
    if edit.value == "full":
        return f"All of the text of {_named(own)} will be on the site."
    return f"{_STAYS[edit.value]} of {_named(own)}; now there are {text}."


def _named(documents: Sequence[Document]) -> str:
    return f"“{documents[0].title}”" if len(documents) == 1 else f"All {len(documents)} documents"


def _in_file(corpus: Corpus, file: str) -> list[Document]:
    return [one for one in corpus.documents if file_of(one) == file]


def _quotations(corpus: Corpus, documents: Iterable[Document]) -> int:
    """How many events, figures in series and claims quote these documents."""
    names = {document.id for document in documents}
    places = [e.where for one in corpus.events for e in one.evidence if one.kind == "reported"]
    places += [figure.where for one in corpus.series for figure in one.figures]
    places += [claim.where for claim in corpus.claims]
    return sum(place.document in names for place in places)
