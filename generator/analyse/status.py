"""Whether a dated sentence tells of something done, planned, uncertain or denied.

A sentence is judged by the clause in which its time expression stands, by words that say so, and
by the date itself: what lies after the day of the report is at best planned. Lists are data, by
language; where there is no list for a language, only the date counts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Status, TimeExpression


@dataclass(frozen=True, slots=True)
class Markers:
    """Words that mark a clause, as patterns over lower-case text."""

    planned: re.Pattern[str]
    uncertain: re.Pattern[str]
    negated: re.Pattern[str]


def _any(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(' '.join(words.split()).split(' | '))})\b")


_MARKERS = {
    "en": Markers(
        planned=_any(
            "will | shall | is to | are to | is due | are due | was due | were due | due to "
            "| plans to | plan to | planned to | planned for | scheduled | is expected "
            "| are expected | was expected | intends to | aims to | is set to | are set to "
            "| was to | were to"
        ),
        uncertain=_any(
            "may | might | could | would | if | whether | possibly | perhaps | probably "
            "| allegedly | unconfirmed | rumou?rs? | hypothetical(?:ly)? | is likely | unless"
        ),
        negated=_any(
            "not | no | never | nobody | none | neither | nor | cannot | without | denied | denies "
            "| deny | refused | failed to | didn['’]t | doesn['’]t | wasn['’]t | weren['’]t "
            "| hasn['’]t | haven['’]t | isn['’]t | aren['’]t | won['’]t"
        ),
    ),
    "es": Markers(
        planned=_any(
            "va a | van a | está previsto | están previstos | previsto para | será | serán"
        ),
        uncertain=_any("podría | podrían | quizá | quizás | tal vez | si | posiblemente"),
        negated=_any("no | nunca | nadie | ninguno | ninguna | negó | niega | niegan | sin"),
    ),
    "ru": Markers(
        planned=_any("будет | будут | планирует | планируют | намерен | должен | должны"),
        uncertain=_any("может | могут | возможно | вероятно | если | якобы"),
        negated=_any("не | нет | никогда | никто | отрицает | отрицают"),
    ),
}
# A clause ends at punctuation, or at a word that begins another with a verb of its own.
_CLAUSE = re.compile(r"[,;:–—()\"“”]|\b(?:but|while|although|after|before|because|when)\b")

_REACH = 300  # code points; no clause is longer, and an endless sentence must not cost more


def status_of(sentence: str, time: TimeExpression, at: int, date: str, language: str) -> Status:
    """The status of a sentence at a time expression.

    sentence: its text, and `at` where the expression begins in it
    date: publication date of the document, or ""
    """
    if date and time.first > date.ljust(10, "~"):
        return "planned"
    markers = _MARKERS.get(language.split("-")[0].lower())
    if markers is None:
        return ""
    clause = _clause(sentence, at, at + time.end - time.start).lower()
    if markers.negated.search(clause):
        return "negated"
    if markers.uncertain.search(clause):
        return "uncertain"
    # A plan whose day has come is told as a plan only when we do not know the day of the report.
    if not date and markers.planned.search(clause):
        return "planned"
    return ""


def _clause(sentence: str, start: int, end: int) -> str:
    """The clause around start..end; the expression itself is left out ("may" is a month too)."""
    reach = max(0, start - _REACH)
    first = max((m.end() for m in _CLAUSE.finditer(sentence, reach, start)), default=reach)
    following = _CLAUSE.search(sentence, end, end + _REACH)
    last = following.start() if following else end + _REACH
    return f"{sentence[first:start]} | {sentence[end:last]}"
