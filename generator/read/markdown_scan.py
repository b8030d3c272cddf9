"""The inline forms of Markdown that notes, static sites and Pandoc have, as forms that all know.

A text without its comments is gone through once, outside code: links between notes become links,
shortcodes become pictures or nothing, notes in the running text become footnotes, and "<Ann Lee>"
becomes text. Whatever is looked for has a limit, or is looked for once.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from urllib.parse import quote

from lxml.html import defs

from generator.model import EMBEDDED, NAMED
from generator.read.comments import code_between_fences, without_comments

PACKAGES = ("lxml",)

_TOKEN = re.compile(
    r"(?P<escape>\\[^\n]|\\\n)"
    r"|(?P<code>`+)"
    r"|(?P<math>\$\$[^$]{1,3000}\$\$|(?<![\w$])\$(?=[^\s$])[^$\n]{0,200}[^\s$\\]\$(?![\w$]))"
    r"|(?P<link>!?\[\[[^\[\]\n]{1,500}\]\])"
    r"|(?P<shortcode>\{\{[^{}]{0,2000}\}\}|\{%[^{}]{0,2000}%\})"
    r"|(?P<attributes>\{[:.#]\s?[.#\w][^{}\n]{0,200}\})"
    r"|(?P<note>\^\[)"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,200}>)"
)
_SHOWN = re.compile(
    r"\.(?:png|jpe?g|gif|webp|avif|svg|bmp|mp3|wav|m4a|ogg|flac|mp4|webm|ogv|mov|pdf)(?:#[^#]*)?$",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\d+(?:x\d+)?")
_ATTRIBUTE = re.compile(r"""([\w-]{1,40})\s?=\s?(?:"([^"]*)"|'([^']*)'|([^\s"'<>%]+))""")
_WORD = re.compile(r"[\w-]+")
_QUOTED = re.compile(r"""["']([^"']*)["']""")
_SOURCE = ("src", "url", "file", "image_path", "image", "path", "img", "link")
_CAPTION = ("caption", "description", "title")
_TAG_NAME = re.compile(r"</?([A-Za-z][\w.:-]*)(.*)>", re.DOTALL)
_CLOSING = re.compile(r"</([A-Za-z][\w.:-]{0,60})")
_ELEMENTS = frozenset(defs.tags) | {"math", "path", "picture", "slot", "svg", "template"}
_MARK_IN_MATH = re.compile(r"[\\`*_\[\]]")
_LONGEST_NOTE = 2_000


class Scan:
    """Goes through one text. `problems`: what is wrong with it, a message and a hint each."""

    def __init__(self, text: str, *, inside_note: bool = False) -> None:
        text, self.problems = without_comments(text)
        self.text = text
        self.notes: list[str] = []
        self._inside_note = inside_note
        self._fences = code_between_fences(text)
        self._ticks: dict[int, list[int]] = defaultdict(list)
        for found in re.finditer("`+", text):
            self._ticks[len(found.group())].append(found.start())
        self._paragraphs = [found.start() for found in re.finditer(r"\n[ \t]*\n", text)]
        self._closed = {name.lower() for name in _CLOSING.findall(text)}
        self._done: list[str] = []
        self._handle: Mapping[str, Callable[[re.Match[str]], tuple[str, int]]] = {
            "escape": self._escape,
            "code": self._code,
            "math": lambda found: (_as_text(found.group()), found.end()),
            "link": self._link,
            "shortcode": self._shortcode,
            "attributes": lambda found: ("", found.end()),
            "note": self._note,
            "tag": self._tag,
        }

    def run(self) -> str:
        """The text in forms that Python-Markdown knows; notes in it stand at its end."""
        at = 0
        for start, end in [*self._fences, (len(self.text), len(self.text))]:
            while at < start:
                at = self._next(at, start)
            if at <= start:
                self._done.append(self.text[start:end])
                at = end
        own = "".join(f"\n\n[^inline-note-{n}]: {note}" for n, note in enumerate(self.notes, 1))
        return "".join(self._done) + own

    def _next(self, at: int, end: int) -> int:
        """Take the text up to and with the next form; where to go on."""
        found = _TOKEN.search(self.text, at, end)
        if not found:
            self._done.append(self.text[at:end])
            return end
        self._done.append(self.text[at : found.start()])
        words, after = self._handle[found.lastgroup or ""](found)
        self._done.append(words)
        return after

    def _escape(self, found: re.Match[str]) -> tuple[str, int]:
        if found.group() == "\\%" and self.text.startswith("%", found.end()):
            return "%", found.end()  # otherwise a comment
        if found.group() != "\\\n":
            return found.group(), found.end()
        # A backslash at the end of a line breaks it.
        breaks = self.text[found.end() : found.end() + 1] not in ("", "\n")
        return ("  \n" if breaks else "\n"), found.end()

    def _code(self, found: re.Match[str]) -> tuple[str, int]:
        size = len(found.group())
        ends = self._ticks[size]
        after = bisect_right(ends, found.start())
        paragraph = bisect_left(self._paragraphs, found.start())
        last = self._paragraphs[paragraph] if paragraph < len(self._paragraphs) else len(self.text)
        if after == len(ends) or ends[after] > last:
            return found.group(), found.end()
        end = ends[after] + size
        return self.text[found.start() : end], end

    def _link(self, found: re.Match[str]) -> tuple[str, int]:
        """A link to a note, a note that is quoted, or a picture."""
        inside = found.group().lstrip("!")[2:-2].replace("\\|", "|")
        target, _, words = (part.strip() for part in inside.partition("|"))
        if target.lower() in ("toc", "_toc_"):
            return "", found.end()
        place, _, part = target.partition("#")
        is_block = part.startswith("^")
        name = quote(place if is_block else target)
        if not found.group().startswith("!"):
            return f'<a href="{NAMED}{name}">{_shown(words or _label(target))}</a>', found.end()
        if _SHOWN.search(target):
            alt = "" if _SIZE.fullmatch(words) else html.escape(words)
            return f'<img src="{NAMED}{name}" alt="{alt}">', found.end()
        before = self.text[max(0, found.start() - 1) : found.start()]
        alone = before in ("", "\n") and self.text[found.end() : found.end() + 1] in ("", "\n")
        # A note within a line, or a block of one, is only linked.
        scheme = EMBEDDED if alone and not is_block else NAMED
        link = f'<a href="{scheme}{name}">{_shown(words or _label(target))}</a>'
        return (f"\n> {link}\n" if alone else link), found.end()

    def _shortcode(self, found: re.Match[str]) -> tuple[str, int]:
        inside = found.group()[2:-2].strip("<>%- \n\t")
        if inside.endswith(("relative_url", "absolute_url")):
            quoted = _QUOTED.search(inside)
            return (quoted[1] if quoted else ""), found.end()
        name = (_WORD.match(inside) or [""])[0].lower()
        if name in ("ref", "relref", "link", "post_url"):
            return NAMED + quote(inside[len(name) :].strip(" \"'")), found.end()
        if name in ("highlight", "endhighlight"):
            return "\n```\n", found.end()
        values = {m[1].lower(): m[2] or m[3] or m[4] or "" for m in _ATTRIBUTE.finditer(inside)}
        source = next((values[key] for key in _SOURCE if values.get(key)), "")
        if not _SHOWN.search(source):
            return "", found.end()
        alt = html.escape(values.get("alt", ""))
        caption = next((values[key] for key in _CAPTION if values.get(key)), "")
        below = f"<figcaption>{_shown(caption)}</figcaption>" if caption else ""
        picture = f'<img src="{html.escape(source)}" alt="{alt}">'
        return f"\n\n<figure>{picture}{below}</figure>\n\n", found.end()

    def _note(self, found: re.Match[str]) -> tuple[str, int]:
        """Pandoc's note in the running text, which ends with its own bracket."""
        depth, start = 1, found.end()
        if self._inside_note or self.text[found.start() - 1 : found.start()] == "[":
            return found.group(), start
        for bracket in re.compile(r"[\[\]]").finditer(self.text, start, start + _LONGEST_NOTE):
            depth += 1 if bracket.group() == "[" else -1
            if not depth:
                words = " ".join(self.text[start : bracket.start()].split())
                self.notes.append(Scan(words, inside_note=True).run())
                return f"[^inline-note-{len(self.notes)}]", bracket.end()
        return found.group(), start

    def _tag(self, found: re.Match[str]) -> tuple[str, int]:
        """A name in angle brackets is text, and so is what stands in a component."""
        match = _TAG_NAME.fullmatch(found.group())
        name, rest = (match[1], match[2]) if match else ("", "")
        if name.lower() in _ELEMENTS or ":" in name or "@" in rest or "@" in name:
            return found.group(), found.end()
        component = name.lower() in self._closed or "=" in rest or rest.endswith("/")
        return ("" if component else f"&lt;{found.group()[1:]}"), found.end()


def _as_text(formula: str) -> str:
    """A formula, of which no sign is one of Markdown."""
    return _MARK_IN_MATH.sub(r"\\\g<0>", formula).replace("<", "&lt;")


def _shown(words: str) -> str:
    return html.escape(words, quote=False)


def _label(target: str) -> str:
    """What a link to a note is called: "people/Ann Lee#Life" is "Ann Lee > Life"."""
    place, _, part = target.partition("#")
    name = place.rstrip("/").rpartition("/")[2].removesuffix(".md")
    parts = [name, *part.split("#")] if not part.startswith("^") else [name]
    return " > ".join(filter(None, map(str.strip, parts)))
