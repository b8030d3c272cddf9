"""Texts that would run a script if a page did not show them as text: made by rule, for all places.

A vector is an element with a handler or an address that runs a script, written in one of several
ways that browsers understand, and perhaps behind what ends the place where it stands.
"""

from __future__ import annotations

import base64
import csv
import io
import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from itertools import product
from pathlib import Path

from conftest import picture

CALL = "alert(1)"
HANDLERS = ("onload", "onerror", "onclick", "onfocus", "ontoggle", "onanimationstart", "onbegin")
# Elements that make requests, fire events or change how the rest is read, with what starts them.
TAGS = {
    "img": "src=x",
    "svg": "",
    "body": "",
    "video": "src=x",
    "input": "autofocus",
    "details": "open",
    "marquee": "",
    "style": "",
    "object": "data=x",
    "math": "",
    "table": "background=x",
    "select": "autofocus",
    "form": "action=x",
    "frameset": "",
}
HOLDERS = ("a href", "iframe src", "form action", "object data", "embed src", "base href",
           "svg><a xlink:href", "link rel=stylesheet href", "button formaction",
           'meta http-equiv=refresh content="0;url')  # fmt: skip
ENDS = ("", '">', "'>", "-->", "]]>", "</title>", "</script>", "</textarea>", "{{7*7}}", "${7*7}")
PLACES = ("title", "publisher", "author", "kind", "tags", "people", "organisations", "places",
          "url", "summary", "image_alt", "caption", "format", "extra", "text")  # fmt: skip


def _mixed(text: str) -> str:
    return "".join(c.upper() if n % 2 else c for n, c in enumerate(text))


WRITTEN = {
    "plain": str,
    "mixed case": _mixed,
    "slashes for spaces": lambda text: text.replace(" ", "/"),
    "a line break for a space": lambda text: text.replace(" ", "\n"),
    "a tab in the scheme": lambda text: text.replace("javascript", "java\tscript"),
    "references": lambda text: text.replace(":", "&colon;").replace("(", "&lpar;"),
    "numbers for the scheme": lambda text: text.replace("j", "&#106;").replace("s", "&#x73;"),
    "escaped": lambda text: text.replace("<", "&lt;").replace(">", "&gt;"),
    "escaped twice": lambda text: text.replace("<", "&amp;lt;"),
    "percent signs": lambda text: text.replace("<", "%3C").replace(":", "%3A"),
    "escapes of scripts": lambda text: text.replace("<", "\\u003c").replace(":", "\\x3a"),
    "a NUL": lambda text: text.replace("script", "scr\0ipt").replace("<", "<\0", 1),
    "not closed": lambda text: text.rstrip(">"),
    "a wide bracket": lambda text: text.replace("<", "\uff1c"),
    "a mark of direction": lambda text: "\u202e" + text,
}


def vectors() -> list[str]:
    """All vectors; those beside each other differ in every way."""
    elements = [f"<script>{CALL}</script>", f"<script src=//x.test/{CALL}></script>"]
    for tag, handler in product(TAGS, HANDLERS):
        elements.append(f"<{tag} {TAGS[tag]} {handler}={CALL}>".replace("  ", " "))
    for holder, scheme in product(HOLDERS, (f"javascript:{CALL}", f"data:text/html,{CALL}")):
        elements.append(f"<{holder}={scheme}>x</a>")
    elements += [f"[x](javascript:{CALL})", f"![x](javascript:{CALL})", f"<javascript:{CALL}>"]
    elements += [f"javascript:{CALL}", f"vbscript:{CALL}", f"//x.test/{CALL}"]
    turned = list(product(WRITTEN.values(), ENDS))
    return [
        end + write(element)
        for turn in range(len(turned))
        for element, (write, end) in _beside(elements, turned, turn)
    ]


def _beside(elements: Sequence, turned: Sequence, turn: int) -> Iterator[tuple]:
    """Each element with one of the ways, another one at each turn."""
    return ((e, turned[(turn + n * 7) % len(turned)]) for n, e in enumerate(elements))


def project(root: Path, texts: Sequence[str], rows: int) -> None:
    """Write a project that has the texts in every place: in cells, front matter, pages, settings."""
    seeds = root / "seeds"
    seeds.mkdir(parents=True)
    (root / "sourcebook.toml").write_text(
        f'names = "listed"\nsearch = false\nmin_mentions = 1\ntitle = {_quoted(texts[0])}\n'
        f"description = {_quoted(texts[1])}\nabout = {_quoted(texts[2])}\n"
        f"publisher = {_quoted(texts[3])}\n",
        encoding="utf-8",
    )
    (seeds / "table.csv").write_text(_table(texts, rows), encoding="utf-8")
    (seeds / "a.png").write_bytes(picture("PNG"))
    every = max(1, len(texts) // (8 * rows))
    some = "\n\n".join(texts[::every])
    (seeds / "page.html").write_text(
        f"<title>{texts[4]}</title><meta name=author content='{texts[5]}'>"
        f"<article><h1>On 3 January 2024</h1>{some}</article>",
        encoding="utf-8",
    )
    (seeds / "notes.md").write_text(f"---\ndate: 2024-01-02\n---\n{some}", encoding="utf-8")
    embeds = "\n\n".join(f"![[{name}]]" for name in ("notes", "page.html", "plain.txt"))
    (seeds / "quoting.md").write_text(f"---\ndate: 2024-01-02\n---\n{embeds}", encoding="utf-8")
    (seeds / "plain.txt").write_text(f"date 2024-01-03 {some}", encoding="utf-8")
    (seeds / "<img src=x onerror=alert(1)>.txt").write_text("date 2024-01-04 A name.")
    mails = (_mail(texts[n * 9 % len(texts) :], some if n == 0 else texts[n]) for n in range(9))
    (seeds / "box.mbox").write_text("".join(mails), encoding="utf-8", errors="replace")
    (root / "curation").mkdir()
    notes = [f"add,,2024-01-0{n + 1},{_cell(texts[n])},{_cell(texts[n + 9])}" for n in range(9)]
    lines = "\n".join(note.replace("\0", "") for note in notes)
    (root / "curation/events.csv").write_text(
        f"action,id,date,text,note\n{lines}\n", encoding="utf-8"
    )


def _mail(texts: Sequence[str], page: str) -> str:
    """A message in a mailbox with a text in each field, and a page."""
    words = [base64.b64encode(text.encode()).decode() for text in texts[:5]]
    subject, writer, receiver, name, identifier = (f"=?utf-8?b?{word}?=" for word in words)
    return (
        "From a@e.org Fri May  3 23:30:00 2019\n"
        f"Subject: {subject}\nFrom: {writer} <a@e.org>\nTo: {receiver} <b@e.org>\n"
        f"Message-ID: <{identifier}>\nDate: Fri, 3 May 2019 10:00 +0000\n"
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n"
        f"<div class=gmail_quote>{page}</div>{page}\n--b\nContent-Type: text/plain\n"
        f'Content-Disposition: attachment; filename="{name}.txt"\n\n{texts[5]}\n--b--\n\n'
    )


def _table(texts: Sequence[str], rows: int) -> str:
    """A table with another text in each cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow((*PLACES, "date", "image"))
    for row in range(rows):
        cells = [texts[(row * len(PLACES) + n) % len(texts)] for n in range(len(PLACES))]
        # What names are made of must be in the text to be shown there.
        cells[-1] += " On 5 January 2024 " + " ".join(cells[5:8]) + " burned."
        writer.writerow((*cells, f"2024-01-{row % 28 + 1:02d}", "a.png"))
    return out.getvalue()


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _quoted(text: str) -> str:
    """A text as TOML."""
    inner = "".join(c if c.isprintable() and c not in '"\\' else f"\\u{ord(c):04x}" for c in text)
    return f'"{inner.replace(chr(92) + "u0000", "")}"'


_ADDRESSES = {"href", "src", "action", "formaction", "data", "xlink:href", "poster", "background"}
_SCHEME = re.compile(r"[\x00-\x20]*([a-z][a-z0-9+.\t\n\r-]*):", re.IGNORECASE)
_FORBIDDEN = {"iframe", "object", "embed", "base", "frameset", "applet", "marquee", "style"}
_SCHEMES = {"http", "https", "mailto"}


class Page(HTMLParser):
    """What in a page could run: `found` has a line for each; `policy` is its security policy."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.policy = ""
        self._script = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and values.get("http-equiv", "").lower() == "content-security-policy":
            self.policy = values.get("content", "")
        elif "http-equiv" in values or tag in _FORBIDDEN:
            self.found.append(f"<{tag}>")
        if tag == "script":
            source = values.get("src", "")
            self._script = not source and values.get("type") not in _DATA_TYPES
            if source and not re.fullmatch(r"/?(\.\./)*static/[\w.-]+\.js(\?\w+)?", source):
                self.found.append(f"<script src={source!r}>")
        for name, value in values.items():
            scheme = _SCHEME.match(value) if name in _ADDRESSES else None
            if scheme and re.sub(r"[\t\n\r]", "", scheme[1]).lower() not in _SCHEMES:
                self.found.append(f"{name}={value!r}")
            if name.startswith("on") or name in ("srcdoc", "style"):
                self.found.append(f"{name}={value!r}")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._script = False

    def handle_data(self, data: str) -> None:
        if self._script and data.strip():
            self.found.append(f"script: {data.strip()[:80]!r}")


_DATA_TYPES = {"application/json", "application/ld+json"}
