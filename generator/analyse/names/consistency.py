"""Make the names found in one document agree with each other and with how names are written.

The tagger judges a few sentences at a time, so one name may change its type within a document, or
be found in one sentence and missed in the next. ``repair`` looks at the whole document:

1. edges: titles and roles in front, possessives, brackets and quotation marks go; a span that ends
   within a word or before the full stop of its abbreviation takes it in, and so it does with the
   number of a king and with "Court", "River" and the like; "Bank of" and "France" are joined to
   one organisation; the letters in brackets after a name that are its initials are a name too;
2. pronouns, days, months, storms, time zones after a clock time, and words for peoples and
   languages are not names by themselves;
3. a last word that names a kind of thing gives its type ("... River", "... Committee"), and so
   does "Mr" before a name, and what is evidently a name or none is decided
   (`generator.analyse.names.evident`);
4. the spellings of a document vote on their types, a surname with the full names it belongs to;
5. a name that was found is found wherever its spelling comes back as whole words.

All rules are general; the work grows linearly with the text and the spans, as no span may be longer
than a name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.analyse.names.evident import evident
from generator.analyse.names.spans import Span
from generator.analyse.names.titled import begins_with_title, is_peer, is_titled, with_peers
from generator.lang import TAGGED, clock, language_of
from generator.model import LONGEST_NAME

WORDS = language_of(TAGGED).names
SURE = 0.9  # above this score the tagger's word counts for more than a rule
KIND_WORDS = WORDS.place_words | WORDS.organisation_words
STORM = re.compile(rf"\b(?:{WORDS.storms}) ([A-Z]\w+)")
WHOLE = re.compile(WORDS.whole_names)
CHURCH = re.compile(WORDS.churches)
ORDINARY = re.compile(WORDS.ordinary)
HEAD = re.compile(r" ([A-Z][a-z]+)\b")
FOLLOWED = re.compile(r" [A-Z][a-z]")
NUMBER = re.compile(rf" (?:[IVX]{{2,5}}\b|[IVX](?=[,;:)”\"]| (?:{WORDS.after_number})\b))")
SHORT = re.compile(rf"(?:{WORDS.possessive})? ?[(\[]([A-Z]{{2,8}})[)\]]")
CLOCK = re.compile(rf"(?:\d[:.]\d\d|\d ?{clock.HALF_OF_DAY}\.?)\s?$", re.IGNORECASE)
TITLED = 5  # votes of a name with a title for what it is without one
FIRST = re.compile(r"([^\W\d_]+)\.?\s+")
WORD = re.compile(r"\w+(?:[-'’.&]\w+)*")
POSSESSIVE = f"{WORDS.possessive}|{WORDS.plural_possessive}"
TRAILING = re.compile(rf"(?:{POSSESSIVE}|[\s,;:\"“”«»|/–—-])+$")
LEADING = re.compile(r"^[\s,;:.\"“”‘’'«»|/–—-]+")
QUOTED = {"»": "«", "”": "“„", "“": "„", '"': '"'}  # what closes, and what opens before it
ENDING = re.compile(rf"\s(?:{WORDS.open_ends}|&)$", re.IGNORECASE)
SUFFIX = re.compile(rf"['’](?!(?:{WORDS.contractions})\b)\w+|&\w+", re.IGNORECASE)
STOPPED = re.compile(rf"(?:(?<!\w)(?:\w\.\s?)*[A-Z]|\b(?:{WORDS.shortened}))$")
ARTICLE = re.compile(rf"^(?:{WORDS.article}|{WORDS.article.capitalize()}) ")


def repair(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the names of a document, repaired; in order and without overlaps."""
    spans = with_peers(text, [s for s in spans if s.end - s.start <= LONGEST_NAME])
    spans = join(text, [s for s in (edges(text, s) for s in spans) if s])
    spans = apart(initials(text, spans))
    cased = sum(map(str.isupper, text)) * 100 > len(text)
    storms = frozenset(match[1] for match in STORM.finditer(text))
    spans = [typed(text, s) for s in spans if is_name(text, s, cased)]
    spans = [s for s in spans if s.type != "PER" or text[s.start : s.end] not in storms]
    spans = vote(text, evident(text, spans))
    return tuple(sorted(apart(spans + recover(text, spans))))


def agree(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The same for a text in another language: only what rests on no words of English."""
    whole = []
    for span in spans:
        value = text[span.start : span.end]
        start = span.start + len(value) - len(LEADING.sub("", value))
        start, end = brackets(text, start, span.end)
        last = text[end - 1 : end]
        if last in QUOTED and not any(mark in text[start : end - 1] for mark in QUOTED[last]):
            end -= 1
        if start < end <= span.start + LONGEST_NAME and any(map(str.isalpha, text[start:end])):
            whole.append(span._replace(start=start, end=end))
    whole = vote(text, apart(whole))
    return tuple(sorted(apart(whole + recover(text, whole))))


def edges(text: str, span: Span) -> Span | None:
    """Trim what is not part of the name from a span and complete its last word."""
    start, end = span.start, span.end
    if begins_with_title(text, span):
        span = span._replace(type="PER")
    more = SUFFIX.match(text, end)
    if more and text[end - 1 : end].isalnum():
        end = more.end()
    elif text[end - 1 : end] == "&" and text[end : end + 1].isalnum():
        rest = WORD.match(text, end)
        end = rest.end() if rest else end
    value = text[start:end]
    start += len(value) - len(LEADING.sub("", value))
    end -= len(value) - len(TRAILING.sub("", value))
    start, end = brackets(text, start, end)
    if span.type == "PER":
        start = after_titles(text, start, end)
    start, end = without_lower(text, start, end, span.type)
    whole = WHOLE.match(text, start) if span.type == "ORG" else None
    end = max(end, whole.end()) if whole else end
    more = (NUMBER if span.type == "PER" else HEAD).match(text, end)
    if more and (span.type == "PER" or more[1].lower() in KIND_WORDS):
        end = more.end()
    if text[end : end + 1] == "." and STOPPED.search(text[start:end]):
        end += 1
    return span._replace(start=start, end=end) if start < end else None


def brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out a bracket at either edge whose partner is not inside."""
    while start < end and text[start] in "([{)]}":
        start += 1
    while (start < end and text[end - 1] in "([{") or (
        start < end and text[end - 1] in ")]}" and not any(c in "([{" for c in text[start:end])
    ):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def after_titles(text: str, start: int, end: int) -> int:
    """Return where a person's name begins after titles and words in lower case."""
    while True:
        match = FIRST.match(text, start, end)
        if not match or is_peer(text, start, end):
            return start
        word = match[1]
        low = word.lower()
        if word.islower():
            if low in WORDS.particles:
                return start
        elif low not in WORDS.titles or low in WORDS.joined_titles:
            return start
        start = match.end()


def without_lower(text: str, start: int, end: int, kind: str) -> tuple[int, int]:
    """Leave out words in lower case at the edges, if there is a capital between them.

    At the end of an organisation they may belong to it ("Reed news agency").
    """
    words = list(WORD.finditer(text, start, end))
    if all(not any(map(str.isupper, w[0])) for w in words):
        return start, end
    while is_lower(words[0][0]) and words[0][0] not in WORDS.particles:
        words.pop(0)
        start = words[0].start()
    while kind != "ORG" and is_lower(words[-1][0]):
        words.pop()
        end = words[-1].end()
    return start, end


def is_lower(word: str) -> bool:
    """Whether a word is written in small letters only."""
    return word.islower() and word.isalpha()


def join(text: str, spans: list[Span]) -> list[Span]:
    """Join an organisation that ends in "of" to the name after it; trim such an ending else."""
    out: list[Span] = []
    for span in spans:
        last = out[-1] if out else None
        if last and last.end > span.start:
            continue
        fits = last and span.end - last.start <= LONGEST_NAME
        if last and fits and last.type != "PER" and ENDING.search(text[last.start : last.end]):
            gap = text[last.end : span.start]
            if gap.strip() in ("", WORDS.article) and "\n" not in gap:
                out[-1] = last._replace(end=span.end)
                continue
        out.append(span)
    done = []
    for span in out:
        match = ENDING.search(text[span.start : span.end])
        while match:
            span = span._replace(end=span.start + match.start())
            match = ENDING.search(text[span.start : span.end])
        done.append(span)
    return done


def initials(text: str, spans: list[Span]) -> list[Span]:
    """Add the letters in brackets after a name that are its initials: "Free Trade Area (FTA)"."""
    out = []
    for span in spans:
        out.append(span)
        match = SHORT.match(text, span.end)
        if match and span.type != "PER":
            value = text[span.start : span.end]
            letters = "".join(w[0] for w in WORD.findall(value))
            capitals = "".join(c for c in letters if c.isupper())
            if match[1] in (letters.upper(), capitals):
                out.append(Span(match.start(1), match.end(1), span.type, span.score))
    return sorted(out, key=lambda s: (s.start, -s.score))


def is_name(text: str, span: Span, cased: bool = True) -> bool:
    """Whether a span may be a name at all; ``cased``: the text has capitals as usual."""
    value = text[span.start : span.end]
    if cased and span.score < SURE and is_lower(value.replace(" ", "")):
        return False
    if text[span.end : span.end + 1] == "$":
        return False
    if is_zone(text, span) or ORDINARY.match(text, span.start):
        return False
    low = value.lower().strip(".")
    if low in WORDS.never or not any(map(str.isalpha, value)):
        return value in WORDS.never_but
    if span.type == "PER":
        return low not in WORDS.titles or low in WORDS.joined_titles
    return not (span.type == "LOC" and is_people(low))


def is_zone(text: str, span: Span) -> bool:
    """Whether a name is a time zone's: letters after a clock time."""
    value = text[span.start : span.end]
    before = text[max(span.start - 8, 0) : span.start]
    return value in clock.ALWAYS or (
        value in clock.AFTER_CLOCK and CLOCK.search(before) is not None
    )


def is_people(low: str) -> bool:
    """Whether a name in small letters is a people's: "russian", "south africans"."""
    *regions, last = low.split()
    known = last in WORDS.peoples or last.removesuffix("s") in WORDS.peoples
    return known and WORDS.regions.issuperset(regions)


def typed(text: str, span: Span) -> Span:
    """Give a place or an organisation the type that its last word says, or a title before it."""
    if span.type != "PER" and is_titled(text, span):
        return span._replace(type="PER")
    words = text[span.start : span.end].lower().split()
    if span.type == "PER" or len(words) < 2:
        return span
    if CHURCH.fullmatch(text, span.start, span.end):
        return span._replace(type="ORG")
    if words[-1] in WORDS.plain_places:
        return span._replace(type="LOC")
    if span.score > SURE:
        return span
    if words[0] in WORDS.organisation_openings or words[-1].strip(".") in WORDS.organisation_words:
        return span._replace(type="ORG")
    if words[-1].strip(".") in WORDS.place_words:
        return span._replace(type="LOC")
    return span


def key_of(text: str, span: Span) -> str:
    """Return the spelling that counts for a vote: white space made even, no article."""
    return ARTICLE.sub("", " ".join(text[span.start : span.end].split()))


def vote(text: str, spans: list[Span]) -> list[Span]:
    """Let the occurrences of a spelling, and full names for surnames, decide on its type."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for span in spans:
        key = key_of(text, span)
        votes[key][span.type] += TITLED if is_titled(text, span) else span.score**2
    family: dict[str, float] = defaultdict(float)
    for key, found in votes.items():
        if has_surname(key) and max(found, key=found.__getitem__) == "PER":
            family[key.rsplit(" ", 1)[1]] += found["PER"]
    out = []
    for span in spans:
        key = key_of(text, span)
        found = dict(votes[key])
        if key in family:
            found["PER"] = found.get("PER", 0.0) + family[key]
        best = max(sorted(found), key=lambda kind: (found[kind], kind == "PER"))
        best = "PER" if is_titled(text, span) else best
        out.append(span._replace(type=best) if best != span.type else span)
    return out


def has_surname(key: str) -> bool:
    """Whether the last word of a name can be a surname: not in "Duke of Wellington"."""
    return " " in key and not is_peer(key, 0, len(key))


def recover(text: str, spans: list[Span]) -> list[Span]:
    """Return further occurrences of the names that were found."""
    found: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        found[key_of(text, span)].append(span)
    parts: dict[str, float] = {}
    for key, group in found.items():
        words = key.split()
        if group[0].type == "PER" and has_surname(key) and len(words) < 4 and len(words[-1]) > 2:
            parts[words[-1]] = max(s.score for s in group)
    tokens = list(WORD.finditer(text))
    lower = {m[0] for m in tokens if m[0].islower()}
    wanted = Wanted()
    for key, group in found.items():
        if worth(key, group, lower):
            wanted.add(key, group[0].type, max(s.score for s in group))
    for key, score in parts.items():
        if key not in found and key.lower() not in lower and key[0].isupper():
            wanted.add(key, "PER", score)
    taken = Taken(spans)
    out: list[Span] = []
    for match in tokens:
        more = wanted.at(text, match)
        if more and not taken.overlaps(more.start, more.end) and stands_alone(text, more):
            out.append(more)
    return apart(out)


def stands_alone(text: str, span: Span) -> bool:
    """Whether it is a name, and not a part of another ("Oslo Accords")."""
    if ORDINARY.match(text, span.start):
        return False
    return not FOLLOWED.match(text, span.end) and not is_zone(text, span)


class Wanted:
    """Names to look for, by their first word."""

    def __init__(self) -> None:
        self.names: dict[str, tuple[str, float]] = {}
        self.lengths: dict[str, set[int]] = defaultdict(set)

    def add(self, key: str, kind: str, score: float) -> None:
        """Look for this name from now on."""
        head = WORD.match(key)
        if head:
            self.names[key] = (kind, score)
            self.lengths[head[0]].add(len(key))

    def at(self, text: str, word: re.Match[str]) -> Span | None:
        """Return the longest name that begins with this word, as whole words."""
        for length in sorted(self.lengths.get(word[0], ()), reverse=True):
            end = word.start() + length
            known = self.names.get(text[word.start() : end])
            if known and not text[end : end + 1].isalnum():
                return Span(word.start(), end, known[0], known[1] / 2)
        return None


def worth(key: str, group: list[Span], lower: set[str]) -> bool:
    """Whether a name is sure enough to be looked for in the rest of the document."""
    if len(key) < 3 or not key[0].isupper():
        return False
    if " " in key:
        return max(s.score for s in group) > 0.6
    return key.lower() not in lower and max(s.score for s in group) > 0.7


class Taken:
    """Which characters are inside of a name; asked in the order of the text."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)
        self.at = 0

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a span touches these characters; ``start`` never falls."""
        while self.at < len(self.spans) and self.spans[self.at].end <= start:
            self.at += 1
        return self.at < len(self.spans) and self.spans[self.at].start < end


def apart(spans: Iterable[Span]) -> list[Span]:
    """Return the spans without those that overlap an earlier one."""
    out: list[Span] = []
    for span in sorted(spans):
        if not out or out[-1].end <= span.start:
            out.append(span)
    return out
