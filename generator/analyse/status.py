"""Whether a dated sentence tells of something done, planned, uncertain or denied.

A sentence is judged by the clause in which its time expression stands, by words that say so, and
by the date itself: what lies after the day of the report is at best planned. A denial or a doubt
that governs a whole sentence ("denied that …") reaches to its end. Lists are data, by language;
where there is no list for a language, only the date counts.

The rules are of the kind of NegEx (Chapman et al. 2001): triggers, phrases that look like triggers
and are none, and a scope. They miss what is said in other words and do not see irony.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Status, TimeExpression, base_language


@dataclass(frozen=True, slots=True)
class Markers:
    """Words that mark a clause, as patterns over text in its own capitals.

    planned: of something to come; expected: of something that was to come, and may not have
    governing: deny or doubt all that follows in the sentence
    harmless: phrases that hold a marker and mean nothing of the kind
    """

    planned: re.Pattern[str]
    expected: re.Pattern[str]
    uncertain: re.Pattern[str]
    negated: re.Pattern[str]
    governing: re.Pattern[str]
    harmless: re.Pattern[str]


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(' '.join(words.split()).split(' | '))})(?!\w)")


_MARKERS = {
    "en": Markers(
        planned=_any(
            "will | shall | won['’]t | is to | are to | is due | are due | due to | plans to "
            "| plan to | is scheduled | are scheduled | is expected | are expected | intends to "
            "| aims to | is set to | are set to | is planned | are planned"
        ),
        expected=_any(
            "(?:was|were|been) (?:due|planned|scheduled|expected|supposed|meant|set) (?:to|for|on)"
            "| was to | were to | had planned to"
        ),
        uncertain=_any(
            "may | might | whether | possibly | perhaps | probably | allegedly | reportedly "
            "| unconfirmed | rumou?r(?:s|ed)? | unclear | (?:is|are|was|were) likely "
            "| (?:is|are|was|were) believed to | could have | would have | if | unless"
        ),
        negated=_any(
            "not | no | never | nobody | none | nothing | neither | nor | cannot | hardly "
            "| \\w+n['’]t | (?<!was )(?<!were )(?<!been )denie[sd] | untrue "
            "| (?:was|were) (?:cancelled|canceled|called off|postponed|averted)"
        ),
        governing=_any(
            "denie[sd] that | deny that | not true that | no evidence that | false that "
            "| untrue that | a lie that | (?:is|are|was|were) (?:false|untrue|a lie|lies)"
        ),
        harmless=_any(
            "no fewer | no less | no more than | no later than | not only | not least "
            "| [Nn]o\\. ?\\d+ | no doubt | no longer | not far | not long | if not"
        ),
    ),
    "es": Markers(
        planned=_any("va a | van a | está previsto | están previstos | será | serán"),
        expected=_any("estaba previsto | estaban previstos | iba a | iban a"),
        uncertain=_any("podría | podrían | quizá | quizás | tal vez | posiblemente"),
        negated=_any("no | nunca | nadie | ninguno | ninguna | negó | niega | niegan"),
        governing=_any("negó que | niega que | no es cierto que"),
        harmless=_any("no menos | no más de | no solo | no sólo | sin duda"),
    ),
    "ru": Markers(
        planned=_any("будет | будут | планирует | планируют | намерен | намерены"),
        expected=_any("должен был | должна была | должны были | планировалось"),
        uncertain=_any("возможно | вероятно | якобы | предположительно"),
        negated=_any("не | нет | никогда | никто | отрицает | отрицают"),
        governing=_any("отрицает, что | отрицают, что | неправда, что"),
        harmless=_any("не менее | не более | не только | не раньше | не позднее"),
    ),
}
# A clause ends at punctuation outside numbers, or where another begins with a verb of its own.
_CLAUSE = re.compile(r"[;:–—]|,(?!\d)|\b(?:but|while|although|after|before|because|when)\b")
# "The hall may, police said, have burned": what stands between such commas belongs to neither part.
_ASIDE = re.compile(r",(?: \w+){1,6}? (?:said|says|added|reported),")
_WORD = re.compile(r"\w+")
_OPENING = re.compile(r"^(\W*)([A-Z])(\w*)(?= [a-z])")
_REACH = 300  # code points; no clause is longer, and an endless sentence must not cost more
_LEAST_WORDS = 3  # a clause of fewer ("On Friday,") only dates the one beside it


def status_of(
    sentence: str,
    base: int,
    time: TimeExpression,
    times: Sequence[TimeExpression],
    date: str,
    language: str,
) -> Status:
    """The status of a sentence at one of its time expressions.

    base: where the sentence begins in the document's text
    times: all time expressions of the sentence
    date: publication date of the document, or ""
    """
    to_come = bool(date) and time.first > date.ljust(10, "~")
    markers = _MARKERS.get(base_language(language))
    if markers is None:
        return "planned" if to_come else ""
    text = _readable(sentence, base, times, markers)
    clause = _clause(text, time.start - base, time.end - base)
    before = text[max(0, time.start - base - _REACH) : time.start - base]
    if markers.negated.search(clause) or markers.governing.search(f"{before} {clause}"):
        return "negated"
    if markers.uncertain.search(clause):
        return "uncertain"
    open_still = not date or time.last >= date
    planned = markers.planned.search(clause) if open_still else None
    return "planned" if to_come or planned or markers.expected.search(clause) else ""


def _readable(sentence: str, base: int, times: Sequence[TimeExpression], markers: Markers) -> str:
    """The sentence, of the same length, without time expressions, asides and harmless phrases.

    Its first word is without its capital, so that "May" and "Will" elsewhere are names.
    """
    parts, at = [], 0
    for time in times:
        start, end = time.start - base, time.end - base
        parts += [sentence[at:start], " " * (end - start)]
        at = end
    text = "".join([*parts, sentence[at:]])
    text = _OPENING.sub(lambda m: f"{m[1]}{m[2].lower()}{m[3]}", text)
    for pattern in (_ASIDE, markers.harmless):
        text = pattern.sub(lambda match: " " * len(match.group()), text)
    return text


def _clause(text: str, start: int, end: int) -> str:
    """The clause around start..end, and the next one where it has hardly a word."""
    reach = max(0, start - _REACH)
    first = max((m.end() for m in _CLAUSE.finditer(text, reach, start)), default=reach)
    last = _end_of_clause(text, end)
    if len(_WORD.findall(text[first:last])) < _LEAST_WORDS:
        last = _end_of_clause(text, last + 1)
    return text[first:last]


def _end_of_clause(text: str, start: int) -> int:
    found = _CLAUSE.search(text, start, start + _REACH)
    return found.start() if found else min(len(text), start + _REACH)
