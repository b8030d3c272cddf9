"""From HTML to a body: what of each element is published, which words are text, which are notes.

Sanitising comes first, so that the HTML taken apart here is well-formed and harmless.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.read.layout import Body, Builder, FindImage
from generator.read.line_ends import vocabulary
from generator.read.markup import (
    BLOCKS,
    LINK_REL,
    PLAYERS,
    REPEATED,
    TASKS,
    WEB,
    media_path,
    opening_tag,
    publishable,
    sanitised,
    source_link,
)
from generator.read.notes import Notes, bare_label, find_notes, is_back_link, may_follow

_TASKS = {"task-done": TASKS[0], "task-open": TASKS[1]}
_ALONE = re.compile(r'<p>(<img(?: [a-z]+="[^"]*")*>)</p>')
_PAGE = re.compile(r"page:(\d{1,9})")
_TITLE = re.compile(r' title="([^"]*[^"\s][^"]*)"')


def page_mark(number: int) -> str:
    """What a reader writes into the HTML of a draft where one of its pages begins.

    number: of the page in the draft's pages, from 0
    """
    return f'<br id="page:{number}">'


def from_html(markup: str, language: str, find_image: FindImage, pages: int = 0) -> Body:
    """The body of a text with markup.

    find_image: the path of an image below the seeds folder, by its address in the text
    pages: how many its source has; `page_mark` marks where they begin
    """
    markup = _ALONE.sub(_captioned, sanitised(markup))
    builder = Builder(language, vocabulary(markup), Notes(find_notes(markup)))
    parser = _Parser(builder, find_image, pages)
    parser.feed(markup)
    parser.close()
    return parser.builder.body(tuple(parser.media.items()), tuple(parser.missing))


def _captioned(alone: re.Match[str]) -> str:
    """A picture alone in its paragraph, with its title as caption: `![](a.jpg "The hall")`."""
    title = _TITLE.search(alone[1])
    if not title:
        return alone[0]
    return f"<figure>{alone[1]}<figcaption>{title[1]}</figcaption></figure>"


@dataclass(slots=True)
class _SetAside:
    """A link or a `<sup>` of which it is known at its end only whether its words are text.

    target: the id that a link leads to
    """

    name: str
    values: dict[str, str]
    target: str = ""
    words: list[str] = field(default_factory=list)


class _Parser(HTMLParser):
    """Feeds sanitised HTML to a builder."""

    def __init__(self, builder: Builder, find_image: FindImage, pages: int) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = builder
        self.find_image = find_image
        self.pages = pages
        self.media: dict[str, str] = {}
        self.missing: list[str] = []
        self.aside: _SetAside | None = None
        self.player: tuple[str, dict[str, str]] | None = None  # an open one, with what it plays
        self.raised = False  # whether the next `</sup>` is that of a mark

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        page = _PAGE.fullmatch(values.get("id", "")) if self.pages and tag == "br" else None
        if page and int(page[1]) < self.pages:
            self.builder.turn(int(page[1]))
            return
        if self._is_of_player(tag, values):
            return
        target = values.get("href", "")[1:] if values.get("href", "").startswith("#") else ""
        if self.aside:
            if self.aside.name == "a" and tag not in BLOCKS:
                return  # what is inside a mark is not shown
            self._end_aside(mark=tag == "a" and target in self.builder.notes.ids)
        if tag == "sup":
            self.aside = _SetAside("sup", values)
            return
        name = values.get("id", "")
        if tag == "a" and target and name in self.builder.notes.ids:
            self.builder.begin_note(name)  # the number of a note, which leads back
        if tag == "a" and (target in self.builder.notes.ids or (target and self._in_note)):
            self.aside = _SetAside("a", values, target)
            return
        if values.get("class") in _TASKS:
            self.builder.tag("task", _TASKS[values["class"]], "void")
        repeated = values.get("class") == REPEATED
        self._open(tag, publishable(tag, values), repeated=repeated)
        if name in self.builder.notes.ids:
            self.builder.begin_note(name)

    def _open(self, tag: str, values: dict[str, str], *, repeated: bool = False) -> None:
        if tag == "img":
            self._image(values)
        elif tag == "br":
            self.builder.tag("br", "<br>", "void")
        elif tag == "hr":
            self.builder.flush()
            self.builder.layout.append("<hr>")
        elif tag in BLOCKS:
            self.builder.block(tag, opening_tag(tag, values), repeated=repeated)
        elif tag == "a" and not WEB.match(values.get("href", "")):
            own = source_link(values)
            self.builder.tag("a" if own else "span", own or "<span>", "open")
        else:
            self.builder.tag(tag, opening_tag(tag, values), "open")

    def _is_of_player(self, tag: str, values: dict[str, str]) -> bool:
        """Whether a tag opens a player or is inside one, where nothing else is shown."""
        if self.player:
            self.player[1].setdefault("src", values.get("src", "") if tag == "source" else "")
            if not self.player[1]["src"]:
                del self.player[1]["src"]
        elif tag in PLAYERS and not self.aside:
            own = {"src": values["src"]} if values.get("src") else {}
            self.player = tag, own | {"alt": values.get("title", "")}
        return bool(self.player) or tag in PLAYERS or tag == "source"

    def handle_endtag(self, tag: str) -> None:
        builder = self.builder
        if self.player or tag in PLAYERS:
            player = self.player
            if player and tag == player[0]:
                self.player = None
                if "src" in player[1]:
                    self._image(player[1], PLAYERS[tag])
            return
        if self.aside:
            if tag == self.aside.name:
                self._end_aside(closed=True)
                return
            if tag not in BLOCKS:
                return
            self._end_aside()
        if tag == "sup" and self.raised:
            self.raised = False
        elif tag in BLOCKS:
            if builder.inside[tag]:
                builder.close_block()
        elif builder.open:
            name = builder.open[-1].name
            builder.tag(name, f"</{name}>", "close")

    def handle_data(self, data: str) -> None:
        if self.player:
            return  # for browsers without players
        if self.aside:
            self.aside.words.append(data)
        elif not self.raised or any(map(str.isalnum, data)):  # commas between marks
            self.builder.words(data)

    def close(self) -> None:
        """The end of the text."""
        super().close()
        if self.aside:
            self._end_aside()

    @property
    def _in_note(self) -> bool:
        return bool(self.builder.inside["note"])

    def _end_aside(self, *, closed: bool = False, mark: bool = False) -> None:
        """Decide what was set aside: it was closed, or something else begins in it.

        mark: whether that is the mark of a note
        """
        aside, self.aside = self.aside, None
        if aside is None:
            return
        words = "".join(aside.words)
        if aside.name == "sup" and mark and not words.strip():
            self.raised = True
        elif aside.name == "a" and aside.target in self.builder.notes.ids and closed:
            self._mark(aside.target, words)
        elif not closed or not self._is_no_text(aside.name, words):
            self._open(aside.name, publishable(aside.name, aside.values))
            self.builder.words(words)
            if closed:
                self.handle_endtag(aside.name)

    def _is_no_text(self, name: str, words: str) -> bool:
        """Whether a link in a note only leads back, or a number in `<sup>` is that of a note."""
        return is_back_link(words) if name == "a" else self._is_bare_mark(bare_label(words))

    def _mark(self, note: str, words: str) -> None:
        if note not in self.builder.note_of:  # otherwise it is the note's own number
            self.builder.mark(words.strip().strip("[]()"), note)

    def _is_bare_mark(self, label: str) -> bool:
        """Take a number in `<sup>` without a link for a mark, or for a note's own, if it is one."""
        notes, before = self.builder.notes, self.builder.before
        if not label:
            return False
        if not before.strip():
            if label not in notes.marked or label in notes.passages:
                return False
            self.builder.begin_note(label)
            return True
        if self._in_note or not may_follow(before):
            return False
        notes.marked.add(label)
        self.builder.mark(label, label)
        return True

    def _image(self, values: dict[str, str], what: str = "picture") -> None:
        """A file of the project is shown; one from elsewhere becomes a link, never a request.

        It is written as a picture, whatever it is. `what`: the word for one without a description
        """
        source, alt = values.get("src", ""), " ".join(values.get("alt", "").split())
        found = self.find_image(source)
        if found is not None:
            path = media_path(found)
            self.media[path] = found
            tag = opening_tag("img", {"src": path, "alt": alt, "loading": "lazy"})
            self.builder.tag("img", tag, "void")
            return
        if not source or source.startswith("data:"):  # a picture within the page
            self.builder.words(alt)
            return
        if not WEB.match(source):
            self.missing.append(source)
            self.builder.words(alt)
            return
        if any(tag.name == "a" for tag in self.builder.open):
            self.builder.words(alt or what)
            return
        values = {"href": source, "rel": LINK_REL}
        self.builder.tag("a", opening_tag("a", values), "open")
        self.builder.words(alt or what)
        self.builder.tag("a", "</a>", "close")
