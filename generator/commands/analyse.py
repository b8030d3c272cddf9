"""The command `sourcebook analyse`: dates and names found in texts, for people or as JSON.

Reads and analyses as a build does; derives nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from generator.config import Config
from generator.engine.build import Found
from generator.engine.report import show_problems
from generator.engine.single_text import text_analyser
from generator.errors import SourcebookError
from generator.render.reasons import words


def show_analysis(found: Found, console: Console) -> bool:
    """Print what was found in files. Returns False if one of them could not be read."""
    for document, analysis in zip(found.documents, found.analyses, strict=True):
        console.print(Text(f"{document.title}", style="bold"))
        console.print(Text(f"  {document.date or 'undated'}, {document.language}, {document.path}"))
        status = {(s.time.start, s.time.end): s.status for s in analysis.dated_sentences}
        for time in analysis.times:
            notes = " · ".join(
                filter(None, (time.modality, status.get((time.start, time.end), "")))
            )
            text = " ".join(time.text.split())
            console.print(
                Text(
                    f"  {time.start:>6}  {time.type:<8} {time.value:<16} “{text}”"
                    f"  {words(time.reason)}{f' [{notes}]' if notes else ''}"
                ),
                soft_wrap=True,
            )
        for mention in analysis.mentions:
            start = mention.provenance.start
            console.print(Text(f"  {start:>6}  {mention.type:<8} {mention.name}"), soft_wrap=True)
    show_problems(found.problems, console, len(found.problems))
    return not any(problem.level == "error" for problem in found.problems)


def analyse_lines(lines: Iterable[str], config: Config) -> Iterator[str]:
    """Analyse JSON Lines: yield one line of JSON for each line read.

    Takes {"id", "text", "date", "language"}, of which only "text" is required, and gives {"id",
    "times", "mentions"}. Offsets are half-open and count code points of "text"; times have TIMEX3
    types and values; mentions have the types PER, ORG and LOC.

    Raises SourcebookError with the line number for anything else.
    """
    analyse = text_analyser(config)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            text, date = record["text"], record.get("date") or ""
            language = record.get("language") or config.language
            if not all(isinstance(value, str) for value in (text, date, language)):
                raise TypeError
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise SourcebookError(
                f'line {number}: not a JSON object with a "text".',
                'Write {"id": …, "text": "…", "date": "YYYY-MM-DD"} on each line.',
            ) from None
        times, names = analyse(text, date, language)
        mentions = [
            {"start": start, "end": end, "text": text[start:end], "type": kind}
            for start, end, kind in names
        ]
        found = [
            {"start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value}
            for t in times
        ]
        result = {"id": record.get("id"), "times": found, "mentions": mentions}
        yield json.dumps(result, ensure_ascii=False)
