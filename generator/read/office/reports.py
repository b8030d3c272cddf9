"""What is said about an office file of which a part is not published."""

from __future__ import annotations

from generator.errors import Problem
from generator.model import Source
from generator.read.draft import problem


def hidden_text(source: Source, characters: int) -> tuple[Problem, ...]:
    """That text is hidden, if any is."""
    if not characters:
        return ()
    message = f"Hidden text ({characters:,} characters) is not published."
    hint = "The file still contains it; do not publish the file itself."
    return (problem(source, 0, "warning", message, hint),)


def changes(source: Source, deleted: int, inserted: int, comments: int) -> tuple[Problem, ...]:
    """Notes that a text has tracked changes and comments, if it has."""
    notes = []
    if deleted or inserted:
        message = (
            f"Has tracked changes: deletions ({deleted:,}) are left out, "
            f"insertions ({inserted:,}) are kept."
        )
        notes.append(problem(source, 0, "note", message))
    if comments:
        message = f"Comments ({comments:,}) are left out."
        notes.append(problem(source, 0, "note", message))
    return tuple(notes)


def without_text(source: Source, pictures: int) -> Problem:
    """That there is nothing to read in a file."""
    message = "Has no text, only pictures." if pictures else "Has no text."
    return problem(source, 0, "error", message, "Add text or remove it.")
