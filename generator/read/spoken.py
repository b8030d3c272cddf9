"""What is said when: the paragraphs of captions, transcripts and the like, with their times.

A paragraph goes on over captions until somebody else speaks or, at the end of a sentence, after a
pause or at some length. Texts without full stops, as machines hear them, are cut at pauses.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from generator.model import Page, TextLine
from generator.read.characters import clean, normalised
from generator.read.draft import Block, Draft
from generator.read.html_body import page_mark

# "12:30", "1:02:03.500" and "01:02:03,5"; in brackets, too, as transcripts have them.
_TIME = re.compile(r"[(\[]?(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,;:](\d{1,3}))?[)\]]?", re.ASCII)
# "[00:12:30]", not in a tag.
_MARK = re.compile(r"<[^<>]*>|\[(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)\]", re.ASCII)
_FEWEST = 3  # times in brackets in a transcript
_PAUSE = 2.0  # seconds after which a paragraph may end
_BREATH = 0.7  # the same, in a text without full stops
_LONG, _LONGEST = 600, 1500  # characters after which one may end, and ends
_ENDS = re.compile(r"[.!?…。！？؟।۔][\"'”’»)\]」』]{0,3}$")
_STOPPED = 0.05  # share of what is said that ends a sentence, in a text with full stops
_UNSPACED = "\u2e80"  # Chinese and Japanese characters come after it


@dataclass(frozen=True, slots=True)
class Said:
    """Something that is said.

    speaker: who begins to speak; "" for somebody without a name, None if the same speaks on
    start, end: in seconds; None where that is not known
    """

    text: str
    speaker: str | None = None
    start: float | None = None
    end: float | None = None


@dataclass(slots=True)
class _Paragraph:
    speaker: str
    text: str = ""
    lines: list[TextLine] = field(default_factory=list)
    end: float | None = None

    def add(self, text: str, page: int | None) -> None:
        """Let it go on with more words, which are said from a moment on."""
        spaced = self.text and not (self.text[-1] > _UNSPACED and text[0] > _UNSPACED)
        self.text += " " * bool(spaced)
        if page is not None and (not self.lines or self.lines[-1].page != page):
            self.lines.append(TextLine(len(self.text), page))
        self.text += text


class Moments:
    """The moments of a recording, each once, as pages of its transcript.

    clock: whether they are times of a day, which people give in hours and minutes
    """

    def __init__(self, *, clock: bool = False) -> None:
        self._numbers: dict[str, int] = {}
        self._clock = clock

    def number(self, seconds: float) -> int:
        """The index of a moment among the pages."""
        label = _label(seconds // 60 if self._clock else seconds)
        return self._numbers.setdefault(label, len(self._numbers))

    @property
    def pages(self) -> tuple[Page, ...]:
        """All moments that were asked for."""
        return tuple(Page(label, kind="time") for label in self._numbers)


def seconds_of(time: str) -> float | None:
    """A time code in seconds; None if it is none."""
    found = _TIME.fullmatch(time.strip())
    if not found or int(found[3]) > 59 or (found[1] and int(found[2]) > 59):
        return None
    return (
        int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3]) + float(f"0.{found[4] or 0}")
    )


def one_line(text: str) -> str:
    """A text as blocks with times must have it: on one line, each character in one way."""
    return " ".join(normalised(clean(text)).split())


def turns(
    said: Iterable[Said], *, clock: bool = False
) -> tuple[tuple[Block, ...], tuple[Page, ...]]:
    """A paragraph for each thing that is said, and its moments as pages; `clock`: as of those."""
    moments = Moments(clock=clock)
    paragraphs: list[_Paragraph] = []
    speaker = ""
    for one in said:
        speaker = speaker if one.speaker is None else one.speaker
        paragraph = _Paragraph(speaker)
        if text := one_line(one.text):
            paragraph.add(text, None if one.start is None else moments.number(one.start))
            paragraphs.append(paragraph)
    return _blocks(paragraphs), moments.pages


def joined(said: Sequence[Said]) -> tuple[tuple[Block, ...], tuple[Page, ...]]:
    """Paragraphs of what is said in many small pieces, and its moments as pages."""
    stopped = sum(bool(_ENDS.search(one.text)) for one in said) >= _STOPPED * len(said)
    moments = Moments()
    paragraphs: list[_Paragraph] = []
    named = None  # on a line of their own
    for one in said:
        text = one_line(one.text)
        if one.speaker is None:
            one = replace(one, speaker=named)
        named = None if text else one.speaker
        if not text:
            continue
        last = paragraphs[-1] if paragraphs else None
        if last is None or _begins(last, one, stopped):
            last = _Paragraph(one.speaker or (last.speaker if last and one.speaker is None else ""))
            paragraphs.append(last)
        last.add(text, None if one.start is None else moments.number(one.start))
        last.end = one.end
    return _blocks(paragraphs), moments.pages


def with_times(draft: Draft) -> Draft:
    """The draft without the times in square brackets that stand in its text, and these as pages.

    A text is a transcript if it has several such times, and in their order; otherwise it stays as
    it is. What follows a time is said from then on.
    """
    if draft.pages:
        return draft
    texts = (draft.html, *(block.text for block in draft.blocks))
    marks = [mark[1] for text in texts for mark in _MARK.finditer(text) if mark[1]]
    times = [time for mark in marks if (time := seconds_of(mark)) is not None]
    if len(times) < max(_FEWEST, len(marks)) or times != sorted(times):
        return draft
    moments = Moments()

    def page(mark: str) -> int:
        return moments.number(seconds_of(mark) or 0.0)

    markup = _MARK.sub(lambda m: page_mark(page(m[1])) if m[1] else m[0], draft.html)
    blocks = []
    last = None
    for block in draft.blocks:
        parts: list[str] = []
        lines: list[TextLine] = []
        at = size = 0
        for mark in (*filter(lambda found: found[1], _MARK.finditer(block.text)), None):
            if words := one_line(block.text[at : mark.start() if mark else None]):
                if last is not None and (not lines or lines[-1].page != last):
                    lines.append(TextLine(size, last))
                parts.append(words)
                size += len(words) + 1
            if mark:
                at, last = mark.end(), page(mark[1])
        blocks.append(replace(block, text=" ".join(parts), lines=tuple(lines)))
    return replace(
        draft,
        html=markup,
        blocks=tuple(block for block in blocks if block.text),
        pages=moments.pages,
        may_lack_date=True,
    )


def _begins(last: _Paragraph, one: Said, stopped: bool) -> bool:
    """Whether a new paragraph begins with what is said."""
    if one.speaker is not None and (not one.speaker or one.speaker != last.speaker):
        return True
    if len(last.text) > _LONGEST:
        return True
    known = one.start is not None and last.end is not None
    pause = one.start - last.end if known else 0.0  # type: ignore[operator]
    if not stopped:
        return pause >= _BREATH
    return bool(_ENDS.search(last.text)) and (pause >= _PAUSE or len(last.text) > _LONG)


def _blocks(paragraphs: Iterable[_Paragraph]) -> tuple[Block, ...]:
    """The blocks, of which those name the speaker where another one begins."""
    blocks = []
    last = ""
    for one in paragraphs:
        speaker = one.speaker if one.speaker != last else ""
        last = one.speaker
        blocks.append(Block(one.text, lines=tuple(one.lines), speaker=speaker))
    return tuple(blocks)


def _label(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
