"""Citations as the script of pages reads them: short, and filled there.

A character for private use stands for each gap, and others for words that come again and again; the
script puts the words in their places. What is left out while a gap is empty is a list that begins
with the name of the gap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.render.citing.forms import FORMS
from generator.render.citing.parts import bare_end, inner
from generator.render.citing.template import Fill, Gap, Italic, Only, Part
from generator.render.citing.works import Work

# What stands for the gaps; static/cite.js has the same.
GAPS: dict[Gap, str] = {
    "quote": "\ue010",
    "source": "\ue011",
    "pages": "\ue012",
    "bare": "\ue013",
    "link": "\ue014",
}
FIRST = 0xE020  # what stands for the first of the words of a source
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SHORT = 4  # characters; what is shorter is not worth a name

Packed = str | list["Packed"]


@dataclass(frozen=True, slots=True)
class SourceForms:
    """The citation of a source: the words that come again, and all forms in the order of `FORMS`.

    The character `FIRST` stands for the first of the words, the next for the second, and so on.
    """

    words: tuple[str, ...]
    forms: tuple[list[Packed], ...]


def packed(parts: Iterable[Part], named: Callable[[str], str]) -> list[Packed]:
    """The parts of a citation. `named` puts characters in the place of words in a text."""
    out: list[Packed] = []
    for part in parts:
        if isinstance(part, Only):
            out.append([part.gap, *packed(part.parts, named)])
            continue
        if isinstance(part, Fill):
            text = GAPS[part.gap]
        else:
            text = named(part.text if isinstance(part, Italic) else part)
        last = out[-1] if out else None
        if isinstance(last, str):
            out[-1] = last + text
        else:
            out.append(text)
    return out


def source_forms(work: Work) -> SourceForms:
    """All forms of the citation of a source."""
    made = [form.make(work) for form in FORMS]
    text = "\n".join(part for parts in made for part in _texts(parts))
    words = _repeated(work, text)
    named = _naming({word: chr(FIRST + number) for number, word in enumerate(words)})
    return SourceForms(words, tuple(packed(parts, named) for parts in made))


def _naming(stand: Mapping[str, str]) -> Callable[[str], str]:
    """What puts characters in the place of words in a text, of several words the longest."""
    longest = sorted(stand, key=lambda word: (-len(word), word))
    if any(map(_PRIVATE.match, longest)):  # which must not be taken for one that stands for a word
        any_word = re.compile("|".join(map(re.escape, longest)))
        return lambda text: any_word.sub(lambda found: stand[found[0]], text)

    def named(text: str) -> str:
        for word in longest:
            if word in text:
                text = text.replace(word, stand[word])
        return text

    return named


def _repeated(work: Work, text: str) -> tuple[str, ...]:
    """Words of a work that its citations have several times.

    So is a character that would itself stand for something else.
    """
    names = (part for name in work.authors for part in (name.family, name.given))
    titles = (work.title, inner(work.title), bare_end(work.title), inner(bare_end(work.title)))
    known = (*titles, work.container, work.publisher, work.archive, work.key, work.url, *names)
    long = (word for word in known if len(word) >= _SHORT and text.count(word) > 1)
    return tuple(dict.fromkeys((*long, *_PRIVATE.findall(text))))


def _texts(parts: Sequence[Part]) -> Iterable[str]:
    for part in parts:
        if isinstance(part, Only):
            yield from _texts(part.parts)
        elif not isinstance(part, Fill):
            yield part.text if isinstance(part, Italic) else part
