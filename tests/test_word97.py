"""Old Word documents, which a program of the system reads where there is one."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model import Source
from generator.read.formats import COMPOUND_FILE
from generator.read.office.word97 import doc_program_version
from generator.read.readers import word97
from generator.read.refused import Refused

SOURCE = Source("a.doc", "seeds/a.doc", COMPOUND_FILE + b"words", "digest")


def test_without_a_program_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert doc_program_version() == ""
    with pytest.raises(Refused, match="needs catdoc") as error:
        word97.read_source(SOURCE)
    assert "apt install catdoc" in error.value.hint


def test_a_program_reads_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "catdoc"
    program.write_text("#!/bin/sh\nprintf 'The quay\\n\\nwas  closed.\\n'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert doc_program_version().startswith("catdoc ")
    found = word97.read_source(SOURCE)
    assert [block.text for block in found.drafts[0].blocks] == ["The quay", "was closed."]
    assert [p.message for p in found.problems] == [
        "Read by catdoc, which does not tell hidden and deleted text from the rest."
    ]
    program.write_text("#!/bin/sh\nexit 1\n")
    with pytest.raises(Refused, match="Not a Word document"):
        word97.read_source(SOURCE)
