"""Files that are long in one way: many columns, marks, tags, attributes, levels."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from growth import Shape

from generator.config import Config
from generator.model import Source
from generator.read import read_source

_CONFIG = Config(Path(), Path(), Path())
_ARTICLE = "<html><head><title>A</title></head><body><article><p>Words of the article.</p>"


def _read(path: str) -> Callable[[bytes], object]:
    return lambda data: read_source(
        Source(path, path, data, hashlib.sha256(data).hexdigest()), _CONFIG
    )


def _shape(path: str, name: str, make: Callable[[int], str], n: int, long: int) -> Shape:
    return Shape(f"{path}: {name}", lambda size: make(size).encode(), _read(f"a.{path}"), n, long)


def _csv(n: int) -> str:
    return f"text,{','.join(f'c{i}' for i in range(n))}\nx,{','.join('v' * n)}\n"


def _dates(n: int) -> str:
    days = (f"{1000 + i % 8000}-{1 + i // 8000:02}-01" for i in range(n))
    return "".join(f'<meta property="article:published_time" content="{day}">' for day in days)


SHAPES = (
    _shape("csv", "columns", _csv, 1_000, 20_000),
    _shape("txt", "dashes", lambda n: "- " * n, 4_000, 40_000),
    _shape("txt", "empty lines", lambda n: "a" + "\n" * n + "b", 20_000, 200_000),
    _shape("html", "dates", lambda n: f"<head>{_dates(n)}</head><p>Words.</p>", 400, 4_000),
)
