"""Words that editors withhold, and how they are found in any text.

A line of `curation/redactions.csv` gives words, or a pattern between slashes; a line "redact" of
`curation/entities.csv` stands for all spellings of an entity. Words are found whatever their case,
accents and Unicode form, with possessive and plural endings, with anything but letters and digits
between them ("ann-lee", "Ann\\nLee", "AnnLee"), names with the last part first, broken by a hyphen,
with spaces between all letters, and in Latin letters. All words are one pattern made of a tree of
their letters, so that the work grows with the text, not with the number of words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from anyascii import anyascii

from generator.lang.withheld_names import ENDINGS, TWO_LETTERS, UNSPACED
from generator.model import Redaction

LONGEST = 200  # characters of the words of a line
_LETTER = r"[^\W\d_]"
_BETWEEN = r"[\W_]{0,8}"  # what may stand between two words
_BROKEN = "(?:[-\u2010\u2011]\\s*)?"  # what may stand within a word
_SPACED = "[\\s.]{1,2}"  # what stands between the letters of a spaced word
_PARTS = 4  # of a name
_SPACED_FROM = 4  # letters; "I an" is no "Ian"
_BEYOND = re.compile(r"[^\x00-\x7f]")
_BEYOND_RUN = re.compile(f"{_BEYOND.pattern}+")
_TOKEN = re.compile(r"[^\W_]+")
IN_PATHS = "withheld"
_ENDS = ""  # the key of a tree under which the ends of words stand
_Tree = dict[str, "_Tree"]


@dataclass(frozen=True, slots=True)
class Found:
    """Withheld words in a text. start, end: offsets in it."""

    start: int
    end: int
    by: Redaction


class _Letters(dict[int, str]):
    """Each character as small letters without marks; filled as it is used."""

    def __missing__(self, code: int) -> str:
        found = self[code] = _folded_character(chr(code))
        return found


def _folded_character(character: str) -> str:
    if unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return ""  # no width, or a mark of its own
    plain = unicodedata.normalize("NFKD", character)
    bare = "".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Me"))
    if any(unicodedata.name(c, "").startswith("LATIN") and not c.isascii() for c in bare):
        bare = anyascii(bare)
    return bare.casefold()


@lru_cache(maxsize=1)
def _letters() -> _Letters:
    return _Letters()


def folded(text: str) -> str:
    """The text in small letters without marks, and without characters of no width."""
    if text.isascii():
        return text.lower()
    letters = _letters()
    return _BEYOND_RUN.sub(lambda run: run[0].translate(letters), text).lower()


class _Offsets:
    """For each character of a folded text the offset of the one that it comes from."""

    def __init__(self, text: str) -> None:
        # Only characters beyond ASCII become several or none.
        self._places, self._shifts = [0], [0]
        shift = 0
        for found in () if text.isascii() else _BEYOND.finditer(text):
            length = len(_letters()[ord(found[0])])
            if length != 1:
                first = found.start() + shift
                for n in range(1, length):
                    self._add(first + n, shift + n)
                shift += length - 1
                self._add(first + length, shift)

    def _add(self, place: int, shift: int) -> None:
        if self._places[-1] == place:
            self._shifts[-1] = shift
        else:
            self._places.append(place)
            self._shifts.append(shift)

    def __getitem__(self, place: int) -> int:
        return place - self._shifts[bisect_right(self._places, place) - 1]


class Redactor:
    """Finds and replaces what is withheld. False if nothing is."""

    def __init__(self, redactions: Iterable[Redaction]) -> None:
        self.redactions = tuple(redactions)
        self._words = _compiled(word for one in self.redactions for word in one.words)
        self._names = _compiled(name for one in self.redactions for name in one.names)
        self._patterns = [(re.compile(r.pattern, re.IGNORECASE), r)
                          for r in self.redactions if r.pattern]  # fmt: skip

    def __bool__(self) -> bool:
        return bool(self.redactions)

    def has(self, text: str, *, any_case: bool = False) -> bool:
        """Whether anything in a text is withheld; see `find`."""
        plain = folded(text)
        return (
            any(pattern.search(plain) for pattern in self._words)
            or any(pattern.search(text) for pattern, _ in self._patterns)
            or any(self._of_names(text, plain, any_case=any_case))
        )

    def find(self, text: str, *, any_case: bool = False) -> list[Found]:
        """What is withheld in a text, in its order; never overlapping.

        any_case: whether `Redaction.names` are found in small letters, too, as in addresses
        """
        found = [Found(m.start(), m.end(), r) for p, r in self._patterns for m in p.finditer(text)]
        plain = folded(text)
        spans = [m.span() for pattern in self._words for m in pattern.finditer(plain)]
        spans += self._of_names(text, plain, any_case=any_case)
        if spans:
            found += self._in_words(text, plain, spans)
        return _apart(
            sorted((f for f in found if f.end > f.start), key=lambda f: (f.start, -f.end))
        )

    def _of_names(self, text: str, plain: str, *, any_case: bool) -> Iterator[tuple[int, int]]:
        spans = [match.span() for pattern in self._names for match in pattern.finditer(plain)]
        offsets = _Offsets(text if spans else "")
        for start, end in spans:
            if any_case or not text[offsets[start]].islower():
                yield start, end

    def _in_words(self, text: str, plain: str, spans: Iterable[tuple[int, int]]) -> Iterator[Found]:
        offsets = _Offsets(text)
        for start, end in spans:
            last = offsets[end - 1] + 1
            while last < len(text) and not folded(text[last]):
                last += 1  # a mark of its last letter
            yield Found(offsets[start], last, self._by(plain, start))

    def _by(self, plain: str, start: int) -> Redaction:
        """The redaction whose words begin at a place: that of the longest, then the first."""
        ends = [
            (max((m.end() for p in own if (m := p.match(plain, start))), default=-1), one)
            for one, own in self._own
        ]
        return max(ends, key=lambda pair: pair[0])[1]

    @cached_property
    def _own(self) -> list[tuple[Redaction, list[re.Pattern[str]]]]:
        """The patterns of each redaction by itself."""
        each = ((one, (*one.words, *one.names)) for one in self.redactions)
        return [(one, _compiled(words)) for one, words in each if words]

    def text(self, text: str, *, any_case: bool = False) -> str:
        """The text with a replacement for all that is withheld."""
        parts, at = [], 0
        for found in self.find(text, any_case=any_case):
            parts += [text[at : found.start], found.by.replacement]
            at = found.end
        return "".join((*parts, text[at:])) if parts else text

    def path(self, path: str) -> str:
        """A path of a file without withheld words."""
        parts, at = [], 0
        for found in self.find(path, any_case=True):
            parts += [path[at : found.start], IN_PATHS]
            at = found.end
        return "".join((*parts, path[at:])) if parts else path


def _compiled(words: Iterable[str]) -> list[re.Pattern[str]]:
    return [re.compile(pattern) for pattern in _patterns(_forms(words))]


@lru_cache(maxsize=64)
def redactor(redactions: tuple[Redaction, ...], path: str | None = None) -> Redactor:
    """What finds the words of redactions; with a path, those that hold for that source."""
    own = (one for one in redactions if path is None or one.is_for(path))
    found = tuple(own)
    return redactor(found) if path is not None else Redactor(found)


def _apart(found: Iterable[Found]) -> list[Found]:
    """Findings that do not overlap; those that do are one, which the first replaces."""
    apart: list[Found] = []
    for one in found:
        if apart and one.start < apart[-1].end:
            last = apart.pop()
            one = Found(last.start, max(last.end, one.end), last.by)
        apart.append(one)
    return apart


def tokens(words: str) -> list[str]:
    """The words as they are looked for: small letters and digits, without marks."""
    return _TOKEN.findall(folded(words))


def _forms(words: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Words in all their forms, as lists of tokens."""
    for one in chain.from_iterable(map(_ways_to_list, words)):
        other = "".join(TWO_LETTERS.get(c, c) for c in unicodedata.normalize("NFC", one).lower())
        forms = {tuple(tokens(form)): None for form in (one, other, anyascii(one))}
        yield from filter(None, forms)


def _ways_to_list(words: str) -> Iterator[str]:
    """The words, and a name as lists have it: "Lee, Mary Ann" for "Mary Ann Lee"."""
    yield words
    parts = words.split()
    if 1 < len(parts) <= _PARTS and all(part[0].isupper() for part in parts):
        yield " ".join((parts[-1], *parts[:-1]))


def _patterns(forms: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """Patterns that find any of the forms in a folded text."""
    plain: _Tree = {}
    spaced: _Tree = {}
    for form in forms:
        _plant(plain, form, _BROKEN)
        if sum(map(len, form)) >= _SPACED_FROM:
            _plant(spaced, form, _SPACED)
    yield from (_pattern(tree) for tree in (plain, spaced) if tree)


def _not_inside(character: str) -> str:
    """What must not stand beside the first or last character of a word; "" if anything may."""
    if UNSPACED.match(character):
        return ""
    return r"\d" if character.isdigit() else _LETTER


def _plant(tree: _Tree, form: Sequence[str], within: str) -> None:
    """Add a form to a tree of patterns."""
    units: list[str] = []
    ending = ""
    for number, token in enumerate(form):
        ending_before = f"{ending}{_BETWEEN}" if number else ""
        stem, ending = _stem(token)
        units += [
            (within if n else ending_before) + re.escape(character)
            for n, character in enumerate(stem)
        ]
    # A pattern that begins with a plain character is looked for several times as fast.
    first, before = re.escape(form[0][0]), _not_inside(form[0][0])
    units[0] += f"(?<!{before}{first})" if before else ""
    after = _not_inside(form[-1][-1])
    units.append(ending + (f"(?!{after})" if after else ""))
    for unit in units[:-1]:
        tree = tree.setdefault(unit, {})
    tree.setdefault(_ENDS, {})[units[-1]] = {}


def _stem(token: str) -> tuple[str, str]:
    """The part of a word that does not change, and the pattern of what may follow it."""
    script = unicodedata.name(token[-1], "").partition(" ")[0]
    endings, instead = ENDINGS.get(script, ("", ""))
    if instead and len(token) > 2 and token[-1] in instead:
        return token.rstrip(instead) if len(token.rstrip(instead)) > 1 else token[:-1], endings
    return token, endings


def _pattern(tree: Mapping[str, _Tree]) -> str:
    """The pattern of a tree; longer words go before shorter ones."""
    more = (unit + _pattern(below) for unit, below in sorted(tree.items()) if unit != _ENDS)
    ways = list(chain(more, sorted(tree.get(_ENDS, ()))))
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
