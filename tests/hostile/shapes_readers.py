"""Files that are long in one way: many columns, marks, tags, attributes, levels."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from math import isqrt
from pathlib import Path

from growth import Shape

from generator.config import Config
from generator.exclusions import cascades
from generator.model import Source
from generator.read import read_source
from generator.read.page_layout.runs import Box, Run
from generator.read.page_layout.vertical import without_ruby

_CONFIG = Config(Path(), Path(), Path())
_ARTICLE = "<html><head><title>A</title></head><body><article><p>Words of the article.</p>"


def _kana(n: int) -> list[Run]:
    # All at one height, above words that they may explain.
    words = [Run("東京", Box(0, 0, 20, 10), 0, 10) for _ in range(n)]
    return words + [Run("かな", Box(8, 10, 12, 14), 9, 4) for _ in range(n)]


def _read(path: str) -> Callable[[bytes], object]:
    return lambda data: read_source(
        Source(path, path, data, hashlib.sha256(data).hexdigest()), _CONFIG
    )


def _shape(path: str, name: str, make: Callable[[int], str], n: int, long: int) -> Shape:
    return Shape(f"{path}: {name}", lambda size: make(size).encode(), _read(f"a.{path}"), n, long)


def _markdown(name: str, make: Callable[[int], str], n: int, long: int) -> Shape:
    return _shape("md", name, make, n, long)


def _csv(n: int) -> str:
    return f"text,{','.join(f'c{i}' for i in range(n))}\nx,{','.join('v' * n)}\n"


def _fences(n: int) -> str:
    # Each opens code that none of the others closes.
    return "".join(f"{'~' * (3 + i % 50)}{i}\n" for i in range(n))


def _lists(n: int) -> str:
    # As many levels as give about n characters.
    return "".join(f"{'    ' * i}- a\n" for i in range(isqrt(n // 2)))


def _quotes(n: int) -> str:
    return "".join(f"{'>' * i} a\n" for i in range(isqrt(2 * n)))


def _notes(n: int) -> str:
    return "".join(f"Word[^{i}].\n\n[^{i}]: Note of 1911.\n\n" for i in range(n))


def _page_of_notes(n: int) -> str:
    marks = "".join(f'Word<sup><a href="#n{i}">{i}</a></sup>.' for i in range(n))
    return f"{marks}{''.join(f'<p id=n{i}>Note {i}.' for i in range(n))}"


def _head(n: int) -> str:
    return "---\n" + "a: 'b\n  - c: d: e\n" * n + "---\nText.\n"


def _definitions(n: int) -> str:
    return "".join(f"[a{i}]:\n http://x/{i}\n" for i in range(n))


def _reopened(n: int) -> str:
    return "<div>\n" + "".join(f"<b lang=x{i}><p>x" for i in range(n))


def _attributes(n: int) -> str:
    return " ".join(f"a{i}='b'" for i in range(n))


def _dates(n: int) -> str:
    days = (f"{1000 + i % 8000}-{1 + i // 8000:02}-01" for i in range(n))
    return "".join(f'<meta property="article:published_time" content="{day}">' for day in days)


def _nested_divisions(n: int) -> str:
    return f"{_ARTICLE}{'<div>' * n}Words of the innermost division.{'</div>' * n}"


def _bylines(n: int) -> str:
    return f"{_ARTICLE}<p>" + "<a rel=author>Ann Lee</a> said so. " * n


def _linked_data(n: int) -> str:
    things = ",".join(f'{{"@type":"Article","headline":"Words {i}"}}' for i in range(n))
    return f'{_ARTICLE}<script type="application/ld+json">[{things}]</script>'


def _title_parts(n: int) -> str:
    return f"<title>{'a - b | ' * n}</title><body><p>Words of the article.</p>"


SHAPES = (
    _shape("csv", "columns", _csv, 1_000, 20_000),
    _shape("csv", "rows", lambda n: "title,text\n" + "a,b c.\n" * n, 150, 1_500),
    _shape("csv", "open marks", lambda n: 'title,text\n"a,b\n' + 'x","y\n' * n, 300, 3_000),
    _shape("csv", "closed too soon", lambda n: "title,text\n" + '"a"b,"c\n' * n, 300, 3_000),
    _shape("csv", "names in a cell", lambda n: "title,creator\na," + "Lee Ann;" * n, 2_000, 20_000),
    _shape("csv", "a long name", lambda n: f"title,creator\na,{'Lee, ' * n}", 5_000, 50_000),
    _shape("csv", "spaces in a text", lambda n: f"title,text\na,b{' ' * n}c", 20_000, 200_000),
    _shape(
        "json", "objects", lambda n: "[" + '{"title": "a", "x": {"y": 1}},' * n + "{}]", 150, 1_500
    ),
    _shape(
        "json", "levels", lambda n: '{"a":' * min(n, 900) + "[" + "1," * n + "1]", 4_000, 40_000
    ),
    _shape("bib", "open entries", lambda n: "@misc{a, title={b{\n" * n, 150, 1_500),
    _shape(
        "bib", "spaces", lambda n: f"@misc{{{' ' * n}title {' ' * n}= {{{'a ' * n}}}", 9_000, 90_000
    ),
    _shape(
        "bib", "commands", lambda n: "@misc{a, title={" + "\\'{e}\\x " * n + "}}", 2_000, 20_000
    ),
    Shape("PDF: small kana beside words", _kana, without_ruby, 2_000, 20_000),
    Shape("_index.md: cascades", lambda n: "cascade\n" * n, cascades, 40_000, 400_000),
    _shape("ris", "authors", lambda n: "TY  - NEWS\n" + "AU  - Lee\n" * n, 4_000, 40_000),
    _shape("ris", "lines", lambda n: "TY  - NEWS\nAU  - Lee\n" + "AB  - a\nb\n" * n, 400, 4_000),
    _markdown("entities", lambda n: "&amp;" * n, 4_000, 20_000),
    _markdown("lines of hyphens", lambda n: "---\n" * n, 700, 5_000),
    _markdown("headings", lambda n: "# Heading\n" * n, 800, 3_000),
    _markdown("notes", _notes, 150, 1_000),
    _markdown("lines of a head", _head, 400, 4_000),
    _markdown("links between notes", lambda n: "[[a|b]] " * n, 300, 3_000),
    _markdown("open links", lambda n: "[[a" * n, 1_000, 10_000),
    _markdown("comments", lambda n: "%% a %% <!-- b --> " * n, 2_000, 20_000),
    _markdown("open comments", lambda n: "a %% {/* {{/* " * n, 1_000, 10_000),
    _markdown("edits", lambda n: "{++a {--b--} {~~c~>d~~} ++} {== " * n, 700, 7_000),
    _markdown("open edits", lambda n: "a {-- {~~\n\n{++ ++} ~~} " * n, 150, 1_500),
    _markdown("hidden elements", lambda n: "<b hidden><i>a</b> `b` <b hidden>\n\n" * n, 150, 1_500),
    _markdown("open quotation marks", lambda n: "<p hidden '" * n + '<a "' * n, 1_000, 10_000),
    _markdown("comments in a head", lambda n: "---\na: b\n" + "<!--\n" * n, 3_000, 30_000),
    _markdown("per cent signs", lambda n: "\\\\%% b\n\n" * n, 300, 3_000),
    _shape(
        "html", "lines by a headline", lambda n: _ARTICLE + "<h1>a</h1><p>1 | 2 - " * n, 500, 4_000
    ),
    _shape("html", "hidden", lambda n: _ARTICLE + "<p hidden>a</p>b" * n, 500, 4_000),
    _shape("txt", "comments", lambda n: "<!-- a " * n + "-->" * n + "<!--" * n, 3_000, 30_000),
    _markdown("shortcodes", lambda n: '{{< a x="b" >}} {% c %} ' * n, 1_000, 10_000),
    _markdown("open shortcodes", lambda n: "{{ {% " * n, 2_000, 20_000),
    _markdown("notes in the text", lambda n: "a^[b] " * n, 150, 1_000),
    _markdown("open notes in the text", lambda n: "a^[ " * n, 200, 2_000),
    _markdown("ticks", lambda n: "".join(f"{'`' * (i % 9 + 1)} a " for i in range(n)), 300, 2_000),
    _markdown("names in angle brackets", lambda n: "<Ann Lee> </Bo " * n, 700, 5_000),
    _markdown("struck out", lambda n: "~~a ~~ ==b " * n, 200, 2_000),
    _markdown("callouts", lambda n: "> [!note] A\n> b\n\n- [ ] c\n\n" * n, 150, 1_000),
    _markdown("definition lists", lambda n: "a\n: b\n\n" * n, 200, 1_500),
    _markdown("lines of tags", lambda n: "#tag #other\n" * n, 2_000, 20_000),
    _markdown("groups", lambda n: "<div>\n\na\n\n" * n + "</div>\n" * n, 200, 1_500),
    _markdown("formulas", lambda n: "$a_1$ $$b $c " * n, 500, 5_000),
    _markdown("numbers", lambda n: "".join(f"{i}. a\n\n" for i in range(n)), 200, 1_500),
    _markdown("unclosed head", lambda n: "---\n" + "a: b: c\n" * n, 400, 4_000),
    _markdown("unclosed JSON", lambda n: "{" + '"a": 1,\n' * n, 4_000, 40_000),
    _shape("html", "notes", lambda n: _ARTICLE + _page_of_notes(n), 400, 3_000),
    _shape("html", "raised", lambda n: _ARTICLE + "x.<sup>1" * n, 500, 4_000),
    _markdown("fences without an end", _fences, 600, 5_000),
    _markdown("backslashes", lambda n: "\\" * n, 10_000, 40_000),
    _markdown("nested lists", _lists, 20_000, 80_000),
    _markdown("nested quotes", _quotes, 5_000, 40_000),
    _markdown("brackets", lambda n: "[word " * n, 200, 3_000),
    _markdown("pictures", lambda n: "![" * n, 200, 3_000),
    _markdown("links without an end", lambda n: "[a](<b " * n, 200, 3_000),
    _markdown("notes without an end", lambda n: "[^" * n, 600, 6_000),
    _markdown("marks of one note", lambda n: "a[^1] " * n + "\n\n[^1]: note", 200, 3_000),
    _markdown("definitions", _definitions, 250, 2_000),
    _markdown("tags without an end", lambda n: "<a " * n, 1_000, 8_000),
    _markdown("tags that nothing opens", lambda n: "<b>" * n + "</i>" * n, 1_500, 8_000),
    _markdown("comments in tags", lambda n: "<b>" * n + "<!-- a -->" * n, 200, 3_000),
    _markdown("elements in elements", lambda n: "<div>" * n, 2_500, 8_000),
    _markdown("elements opened again", _reopened, 60, 1_000),
    _markdown("attributes", lambda n: f"<p {_attributes(n)}>a</p>", 6_000, 20_000),
    _shape("txt", "dashes", lambda n: "- " * n, 4_000, 40_000),
    _shape("txt", "times", lambda n: "[0:01] a " * n, 2_000, 20_000),
    _markdown("times", lambda n: "[0:01] a " * n, 300, 3_000),
    _shape("txt", "broken words", lambda n: "a-b- c-\nd" * n, 3_000, 30_000),
    _shape("txt", "wrapped lines", lambda n: f"{'many words ' * 5}\n" * n, 700, 8_000),
    _shape("txt", "broken letters", lambda n: "Ã©â€™" * n + "é»" * n, 5_000, 50_000),
    _shape("txt", "controls", lambda n: "\x01\x08_\x1b[" * n, 3_000, 30_000),
    _shape("txt", "no width", lambda n: "a\u00ad\u200d" * n + "\u0301" * n, 5_000, 40_000),
    _shape("txt", "parts of abbreviations", lambda n: "z. a. 1. fig. A. " * n, 1_500, 15_000),
    _shape("txt", "empty lines", lambda n: "a" + "\n" * n + "b", 20_000, 200_000),
    _shape("html", "attributes", lambda n: f"{_ARTICLE}<p {_attributes(n)}>a</p>", 2_000, 20_000),
    _shape("html", "nested divisions", _nested_divisions, 300, 2_000),
    _shape("html", "bylines", _bylines, 300, 2_000),
    _shape("html", "articles in JSON-LD", _linked_data, 1_000, 10_000),
    _shape("html", "parts of a title", _title_parts, 1_000, 10_000),
    _shape("html", "dates", lambda n: f"<head>{_dates(n)}</head><p>Words.</p>", 400, 4_000),
)
