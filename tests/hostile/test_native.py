"""PDF files that fill the memory or never end: the library that reads them is stopped."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import pytest
from conftest import ROOT
from pdf_files import page_of, raw_pdf

from generator.config import Config
from generator.engine.child import Child
from generator.model import Source
from generator.read import Found, read_source

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits")


def laughs() -> list[bytes]:
    """A form that draws the next one twice, 28 times."""
    forms = [b"/X Do /X Do"] * 27 + [b"BT /F 12 Tf 9 9 Td (lol) Tj ET"]
    return page_of(b"/X Do", b"/XObject<</X 6 0 R>>") + [
        b"<</Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<</XObject<</X %d 0 R>>"
        b"/Font<</F 5 0 R>>>>/Length %d>>stream\n%b\nendstream" % (7 + n, len(form), form)
        for n, form in enumerate(forms)
    ]


def read(objects: list[bytes], child: Child) -> Found:
    data = raw_pdf(objects)
    config = Config(ROOT, ROOT / "seeds", Path("site"))
    return read_source(Source("a.pdf", "a.pdf", data, "0" * 64), config, frozenset(), child.call)


@pytest.mark.parametrize(
    ("objects", "child", "reason"),
    [
        (
            laughs(),
            partial(Child, memory=150_000_000),
            "crashed (SIGABRT); it probably needs more than 0.1 GB of memory",
        ),
        (
            page_of(b"q " * 5_000_000),
            partial(Child, processor=0.2),
            "needs more than 0.2 s of processor time",
        ),
    ],
    ids=["memory", "time"],
)
def test_a_file_that_needs_too_much_is_reported(objects, child, reason) -> None:
    (problem,) = read(objects, child()).problems
    assert reason in problem.message
    assert "Save it again with another program" in problem.hint
