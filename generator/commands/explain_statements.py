"""What `sourcebook explain` says about figures and claims, by the ids in the data and the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.commands.explained import quoted
from generator.csv_text import csv_line
from generator.desk.statements import about_claim, about_figure, place_of, said_there
from generator.model import CLAIMS_TABLE, FIGURES_TABLE, Corpus

_ID = re.compile(r"[cf]-[a-z2-7]{8}")
_COLUMNS = "columns: action,id,value,note,words,source"


def is_statement_id(name: str) -> bool:
    """Whether a name could be the id of a figure or a claim."""
    return _ID.fullmatch(name) is not None


def explain_statement(corpus: Corpus, name: str) -> Iterator[str]:
    """What is known of a figure or a claim, line by line; nothing where the id is not known."""
    documents = {document.id: document for document in corpus.documents}
    where = place_of(corpus, name)
    if where is None:
        return
    known = about_claim(corpus, name) or about_figure(corpus, name, documents)
    value = f", {known['value']}" if "value" in known else ""
    yield f"{name}: “{known['name']}”{value}, {known['holder'] or 'no other holder'}"
    if known["edits"]:
        yield f"  By the editors: {'; '.join(known['edits'])}."
    yield f"  {quoted(documents[where.document], where)}"
    table = FIGURES_TABLE if known["kind"] == "figure" else CLAIMS_TABLE
    yield f"  To leave it out, add this line to {table} ({_COLUMNS}):"
    yield f"    {csv_line(['hide', name, '', '', *said_there(corpus, name, documents)])}"
