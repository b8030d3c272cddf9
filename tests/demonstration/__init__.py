"""The demonstration's sources that are made by code: `seeds/` holds what comes out of it."""

from __future__ import annotations

from pathlib import Path

from demonstration.note import note
from demonstration.report import report

_FOLDER = Path(__file__).parent


def made() -> dict[str, bytes]:
    """The sources by their names in `seeds/`."""
    return {
        "2026-03-16-crocus-city-hall-in-figures.pdf": report(_text("report.md")),
        "2026-03-18-the-case-in-court.docx": note(_text("note.md")),
    }


def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")
