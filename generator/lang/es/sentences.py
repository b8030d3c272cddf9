"""Spanish: abbreviations that end in a full stop, and words that open sentences."""

from __future__ import annotations

from generator.lang.language import SentenceRules
from generator.lang.words import words

SENTENCES = SentenceRules(
    never=words(
        """sr sra srta sres dr dra prof profa gral cnel tte cap lic ing d dña p.ej ej av avda
        st sta sto fray mons"""
    ),
    numbered=words("núm nº pág págs art vol fig cap s"),
    lettered=words("art vol fig cap s"),
    seldom=words("ee.uu ee uu s.a s.l etc a.m p.m a.c d.c cía ud uds"),
    starters=words(
        """el la los las un una unos unas este esta estos estas ese esa en de a con por
        para desde según tras ante sin sobre él ella ellos ellas su sus pero y o no
        cuando mientras como si también además así hoy ayer lo le se al del"""
    ),
    after_hyphens=words("y e o u ni"),
    captions=words("figura fig tabla cuadro mapa gráfico foto lámina ilustración"),
)
