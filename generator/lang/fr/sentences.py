"""French: abbreviations that end in a full stop, words that open sentences, and hyphens."""

from __future__ import annotations

from generator.lang.language import SentenceRules
from generator.lang.words import words

SENTENCES = SentenceRules(
    never=words(
        """m mm mme mmes mlle mlles me mes dr pr mgr st ste ex cf env av bd p.ex c.-à-d c.à.d gén
        col cap lt"""
    ),
    numbered=words("n no nos art p pp"),
    lettered=words("fig vol t chap art"),
    seldom=words("etc j.-c j.c s.a s.a.r.l janv févr avr juill sept oct nov déc"),
    starters=words(
        """le la les l un une des du de ce cet cette ces il elle ils elles on nous vous je tu mais
        et ou donc car ni en dans sur sous à au aux par pour avec sans selon après avant depuis
        pendant quand lorsque si comme ainsi alors aussi puis hier demain son sa ses leur
        leurs mon ma mes notre votre qui que quoi où pourquoi comment tout toute tous toutes
        plusieurs personne rien chaque d'après"""
    ),
    before_hyphens=words("vice ex non demi mi semi quasi c'est peut dix vingt trente quarante"),
    after_hyphens=words("et ou"),
    captions=words("figure fig tableau carte photo graphique schéma encadré planche"),
)
