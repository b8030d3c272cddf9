"""What takes long to load, loaded once in a test session.

A build loads the tagger, scans the gazetteer and compiles the templates, as it should: it does so
once. A thousand tests would do so a thousand times. Here the same data are kept for the next test;
what is done with them is the product's own code, and `test_once.py` holds both against each other.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from types import CodeType
from typing import Any

import jinja2
import pytest

from generator.analyse.names import tagger
from generator.derive.entities import gazetteer


class Table:
    """The gazetteer's lines by form; `lines_with` answers as the gazetteer's own function does."""

    @functools.cached_property
    def _lines(self) -> list[tuple[str, str]]:
        return [("|".join(forms), rest) for forms, rest in gazetteer.table_lines()]

    @functools.cached_property
    def _by_form(self) -> dict[str, list[int]]:
        found = defaultdict(list)
        for number, (forms, rest) in enumerate(self._lines):
            for form in forms.split("|"):
                found[form].append(number)
            if rest.startswith("country\t"):
                found[""].append(number)
        return found

    def lines_with(self, wanted: Collection[str]) -> Iterator[tuple[set[str], str]]:
        lines, by_form = self._lines, self._by_form
        for number in sorted({n for form in (*wanted, "") for n in by_form.get(form, ())}):
            forms, rest = lines[number]
            yield set(forms.split("|")), rest


class Tagger(tagger.Tagger):
    """The tagger, which remembers the texts it has read."""

    def __init__(self, models: str | Path = tagger.MODELS, threads: int = 1) -> None:
        super().__init__(models, threads)
        self._read: dict[tuple[str, tuple[tuple[int, int], ...]], tuple[Any, ...]] = {}

    def tag(self, text: str, sentences: Sequence[tuple[int, int]]) -> tuple[Any, ...]:
        key = text, tuple(map(tuple, sentences))
        if key not in self._read:
            self._read[key] = super().tag(text, sentences)
        return self._read[key]


class Compiled(jinja2.BytecodeCache):
    """Compiled templates by their text; Jinja2 compares that before it believes this."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        assert bucket.code
        self._code[bucket.key, bucket.checksum] = bucket.code


def load_once(patch: pytest.MonkeyPatch) -> None:
    """Keep what is loaded, until the patches are taken back."""
    patch.setattr(tagger, "Tagger", functools.cache(Tagger))
    patch.setattr(gazetteer, "lines_with", Table().lines_with)
    start, compiled = jinja2.Environment.__init__, Compiled()

    def with_compiled(self: jinja2.Environment, *arguments: Any, **options: Any) -> None:
        start(self, *arguments, **{"bytecode_cache": compiled, **options})

    patch.setattr(jinja2.Environment, "__init__", with_compiled)
