"""Spanish: words that say whether something was done, planned, uncertain or denied."""

from __future__ import annotations

from generator.lang.language import ReportingWords, StatusWords
from generator.lang.words import phrases

STATUS = StatusWords(
    planned=phrases("va a | van a | está previsto | están previstos | será | serán"),
    expected=phrases("estaba previsto | estaban previstos | iba a | iban a"),
    uncertain=phrases("podría | podrían | quizá | quizás | tal vez | posiblemente"),
    negated=phrases("no | nunca | nadie | ninguno | ninguna | negó | niega | niegan"),
    governing=phrases("negó que | niega que | no es cierto que"),
    harmless=phrases("no menos | no más de | no solo | no sólo | sin duda"),
)

REPORTING = ReportingWords(verbs=r"informó(?: [\w ]{1,30})?|dijo", beside="el")
