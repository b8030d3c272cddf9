"""Spellings that a note about somebody gives in its metadata."""

from __future__ import annotations

from conftest import corpus_of

NOTE = "---\ntitle: {title}\naliases: {aliases}\npeople: [{title}]\n---\nWhat is known.\n"
STORY = (
    "---\ntitle: A story\ndate: 2024-01-02\npeople: [Jean Moulin, Max Mercier, Max]\n---\nWords.\n"
)


def people(make_project, notes: dict[str, str]) -> dict[str, set[str]]:
    files = {f"seeds/{name}": text for name, text in notes.items()}
    settings = {"sourcebook.toml": 'names = "listed"\n', "seeds/story.md": STORY}
    root = make_project({**settings, **files})
    return {e.name: {a.name for a in e.aliases} for e in corpus_of(root).entities}


def test_a_note_says_how_else_somebody_is_called(make_project) -> None:
    note = NOTE.format(title="Jean Moulin", aliases="[Max Mercier, Joseph Mercier]")
    found = people(make_project, {"moulin.md": note})
    assert found["Jean Moulin"] >= {"Jean Moulin", "Max Mercier", "Joseph Mercier"}
    assert "Max Mercier" not in found


def test_a_single_word_is_no_spelling_of_a_person(make_project) -> None:
    found = people(make_project, {"m.md": NOTE.format(title="Jean Moulin", aliases="[Max]")})
    assert "Max" not in found["Jean Moulin"]


def test_what_two_notes_claim_is_nobodys(make_project) -> None:
    notes = {
        "a.md": NOTE.format(title="Jean Moulin", aliases="[Max Mercier]"),
        "b.md": NOTE.format(title="Paul Rivière", aliases="[Max Mercier]"),
    }
    found = people(make_project, notes)
    assert "Max Mercier" not in found["Jean Moulin"] | found["Paul Rivière"]
