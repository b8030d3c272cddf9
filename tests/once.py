"""What takes long to load, loaded once in a test session.

A build loads the tagger, scans the gazetteer and compiles the templates, as it should: it does so
once. A thousand tests would do so a thousand times. Here the same data are kept for the next test;
what is done with them is the product's own code, and `test_once.py` holds both against each other.

Nothing of the product is imported before it is needed: `make mutants` keeps this module, and loads
the product anew.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from types import CodeType
from typing import Any

import jinja2
import pytest


class Table:
    """The gazetteer's lines by form; `lines_with` answers as the gazetteer's own function does."""

    def __init__(self) -> None:
        self._lines: list[tuple[str, str]] = []
        self._by_form: dict[str, list[int]] = defaultdict(list)

    def load(self) -> None:
        from generator.derive.entities.gazetteer import table_lines

        for number, (forms, rest) in enumerate(table_lines()):
            self._lines.append(("|".join(forms), rest))
            for form in forms:
                self._by_form[form].append(number)
            if rest.startswith("country\t"):
                self._by_form[""].append(number)

    def lines_with(self, wanted: Collection[str]) -> Iterator[tuple[set[str], str]]:
        if not self._lines:
            self.load()
        lines, by_form = self._lines, self._by_form
        for number in sorted({n for form in (*wanted, "") for n in by_form.get(form, ())}):
            forms, rest = lines[number]
            yield set(forms.split("|")), rest


TABLE = Table()


def remembering(tag: Callable[..., tuple[Any, ...]]) -> Callable[..., tuple[Any, ...]]:
    """A tagger's method that remembers the texts it has read."""
    read: dict[Any, tuple[Any, ...]] = {}

    def remembered(self: Any, text: str, sentences: Sequence[tuple[int, int]]) -> tuple[Any, ...]:
        key = id(self), text, tuple(map(tuple, sentences))
        if key not in read:
            read[key] = tag(self, text, sentences)
        return read[key]

    return remembered


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
    from generator.analyse.names import tagger
    from generator.derive.entities import gazetteer

    class Tagger(tagger.Tagger):
        tag = remembering(tagger.Tagger.tag)

    patch.setattr(tagger, "Tagger", functools.cache(Tagger))
    patch.setattr(gazetteer, "lines_with", TABLE.lines_with)
    start, compiled = jinja2.Environment.__init__, Compiled()

    def with_compiled(self: jinja2.Environment, *arguments: Any, **options: Any) -> None:
        start(self, *arguments, **{"bytecode_cache": compiled, **options})

    patch.setattr(jinja2.Environment, "__init__", with_compiled)
