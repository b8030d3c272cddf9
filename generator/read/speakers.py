"""Who speaks: in captions and transcripts, by the marks that show it.

<v Ann Lee>We left.    ANN LEE: We left.    - We left.    >> We left.

A name before a colon counts if it is in capitals or does so twice; "Remember: we left" is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from generator.read.captions import Caption
from generator.read.spoken import Said
from generator.read.values import is_person, turned

_VOICE = re.compile(r"<v(?:\.[^\s<>]{1,60})?[ \t]+([^<>]{1,100})>")
_CHANGE = re.compile(r"(?:>{2,3}|[-–‐](?=\s?[^\s\d–-]))\s*")
_NAMED = re.compile(
    r"([^\W\d_][\w.'’-]{0,30}(?: [\w.'’-]{1,30}){0,4})(?: \([^()\n]{1,40}\))?[:：](?=\s|$)"
)
_SHORT = 3  # letters of a name in capitals that may be one of initials
_OFTEN = 2


def said_in(captions: Iterable[Caption]) -> list[Said]:
    """What is said in captions, line by line, and who begins to speak."""
    lines = [line for caption in captions for line in _lines_of(caption)]
    often = Counter(name for _, text, _ in lines if (name := _name(text)))
    names = {name for name, n in often.items() if n >= _OFTEN or name.isupper()}
    return [_said(caption, text, voice, names) for caption, text, voice in lines]


def people_among(said: Iterable[Said]) -> list[str]:
    """The speakers whose names are those of people, each once."""
    speakers = dict.fromkeys(one.speaker for one in said if one.speaker)
    return [turned(name) for name in speakers if is_person(turned(name), name)]


def _lines_of(caption: Caption) -> Iterator[tuple[Caption, str, str | None]]:
    """The lines of a caption, and the voice that begins with each."""
    parts = _VOICE.split("\n".join(caption.lines))
    for number in range(0, len(parts), 2):
        voice = " ".join(parts[number - 1].split()) if number else None
        for line in filter(str.strip, parts[number].split("\n")):
            yield caption, line.strip(), voice
            voice = None


def _name(text: str) -> str:
    """The name before a colon at the beginning of a line; "" if there is none."""
    change = _CHANGE.match(text)
    named = _NAMED.match(text, change.end() if change else 0)
    return named[1] if named and not named[1][0].islower() else ""


def _said(caption: Caption, text: str, voice: str | None, names: set[str]) -> Said:
    change = _CHANGE.match(text)
    speaker = "" if change and voice is None else voice
    text = text[change.end() :] if change else text
    name = _name(text)
    if name in names:
        speaker = _capitalised(name)
        text = text[_NAMED.match(text).end() :]  # type: ignore[union-attr]
    return Said(text, speaker, caption.start, caption.end)


def _capitalised(name: str) -> str:
    """A name in capitals as one usually writes it; initials stay."""
    return name.title() if name.isupper() and len(name) > _SHORT else name
