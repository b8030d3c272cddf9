"""Czech: abbreviations that end in a full stop, and words that open sentences."""

from __future__ import annotations

from generator.lang.language import SentenceRules
from generator.lang.words import words

SENTENCES = SentenceRules(
    never=words("dr prof ing mgr bc mudr judr phdr rndr sv gen plk pplk mjr kpt por nám tzv"),
    numbered=words("č čís s str odst roč"),
    lettered=words("obr sv kap čl"),
    seldom=words("atd apod aj tj tzn mil mld kč hod min vl j.č n.l st stol"),
    starters=words(
        """a ale i v ve na do od z ze k ke s se po při pro před to ten ta ti tento tato toto on
        ona oni my vy já jak jako když pokud protože proto také ještě už podle mezi ani kdo co
        kde včera dnes nyní potom pak"""
    ),
    ordinals=True,
    before_hyphens=words("ex vice česko"),
    captions=words("obrázek obr tabulka graf mapa fotografie"),
)
