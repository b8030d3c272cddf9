"""Files that break the library that reads them, through every command: the others are not affected,
and the file is reported with what happened and what to do.
"""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pdf_files import lines, pdf
from rich.console import Console

from generator.commands.check import check_site
from generator.config import Config, read_config
from generator.engine import extraction
from generator.engine.build import PagePreview, build, find_in
from generator.engine.child import Child
from generator.engine.executors import Failure, SerialExecutor, attempt, prepare
from generator.engine.extraction import ExtractionTask
from generator.engine.fingerprint import analysis_fingerprint
from generator.engine.page_pictures import page_pictures_of
from generator.engine.progress import Progress
from generator.errors import GivenUp
from generator.load import load, source_of
from generator.read import read_source

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals and limits")

# In place of the library: it crashes with the first file.
CRASHING = "import ctypes\nclass PdfiumError(Exception): ...\n"
CRASHING += "def PdfDocument(data): ctypes.string_at(0)\n"
CONSTANTS = "def __getattr__(name): return 0\n"
CRASHED = "the library that reads it crashed (SIGSEGV)"


@pytest.fixture
def crashing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that are started from now on find a library that crashes."""
    package = tmp_path / "libraries" / "pypdfium2"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text(CRASHING)
    (package / "raw.py").write_text(CONSTANTS)
    monkeypatch.syspath_prepend(str(package.parent))


def report(*texts: str) -> bytes:
    return pdf(lambda canvas: lines(canvas, texts, 72, 700))


@pytest.fixture
def project(make_project: Callable[..., Path]) -> Config:
    root = make_project(
        {
            "sourcebook.toml": 'names = "listed"\nsearch = false',
            "seeds/2024-05-03-a.txt": "The harbour burned.",
            "seeds/2024-05-04-b.pdf": report("The mill burned on 2 May 2024."),
        }
    )
    return read_config(root)


def quiet() -> Progress:
    return Progress(Console(file=io.StringIO()), quiet=True)


def give_up(child: Child, *arguments: object, size: int = 0) -> None:
    raise GivenUp(CRASHED)


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every call of a child crashes it."""
    monkeypatch.setattr(Child, "call", give_up)


def test_build_check_and_serve(project: Config, broken: None) -> None:
    executor = SerialExecutor()
    built = build(project, quiet(), executor=executor)
    (problem,) = built.report.problems
    assert str(problem) == (
        "seeds/2024-05-04-b.pdf: error: Could not be read and is left out: "
        f"{CRASHED}. Save it again with another program, split it, or remove it."
    )
    assert built.corpus
    assert [document.path for document in built.corpus.documents] == ["2024-05-03-a.txt"]
    assert CRASHED in str(check_site(project, quiet(), executor).problems)
    preview = PagePreview(built.corpus, project, executor)
    assert not preview.show(project.seeds / "2024-05-04-b.pdf")


def test_analyse(project: Config, broken: None) -> None:
    found = find_in(sorted(project.seeds.iterdir()), project)
    assert [document.text for document in found.documents] == ["The harbour burned."]
    assert [problem.message for problem in found.problems] == [f"Could not be read: {CRASHED}."]


def test_a_worker_of_a_cluster(project: Config, crashing: None) -> None:
    """It takes items as in `generator.engine.executors.dask`: nothing but this contains them."""
    task = ExtractionTask(project, frozenset(), analysis_fingerprint(project))
    function = prepare(task)
    text, paged = load(project).sources
    assert attempt(function, paged) == Failure(CRASHED, "child")
    assert not isinstance(attempt(function, text), Failure)


def test_pages_and_their_pictures(project: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes from a child is the same; a picture that cannot be made is missed."""
    corpus = build(replace(project, pages="all"), quiet()).corpus
    assert corpus
    source = source_of(project.seeds / "2024-05-04-b.pdf")
    (here,) = read_source(source, project).documents
    assert here in corpus.documents
    assert len(corpus.page_pictures) == 1
    shutil.rmtree(project.cache / "pages")

    monkeypatch.setattr(Child, "call", give_up)
    pages = page_pictures_of(replace(project, pages="all"))
    drawn, problems = pages.drawn(corpus, load(project).sources, SerialExecutor())
    assert not drawn
    assert [str(problem) for problem in problems] == [
        "seeds/2024-05-04-b.pdf: warning: No picture of its page 1 could be made: "
        f"{CRASHED}. {GivenUp.hint}"
    ]


def test_a_child_opens_large_files_itself(project: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    source = source_of(project.seeds / "2024-05-04-b.pdf")
    sent = []

    def call(self: Child, function: Any, *arguments: Any, size: int) -> Any:
        sent.append((arguments[1].data, size))
        return function(*arguments)

    monkeypatch.setattr(Child, "call", call)
    monkeypatch.setattr(extraction, "_SENT", len(source.data) - 1)
    found = read_source(source, project, frozenset(), extraction.child_reader())
    assert found.documents[0].text == "The mill burned on 2 May 2024."
    assert sent == [(b"", len(source.data))]
    inside = replace(source, file="", size=0)
    read_source(inside, project, frozenset(), extraction.child_reader())
    assert sent[1] == (source.data, len(source.data))
