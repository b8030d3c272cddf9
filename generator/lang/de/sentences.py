"""German: abbreviations that end in a full stop, words that open sentences, and hyphens."""

from __future__ import annotations

from generator.lang.language import SentenceRules
from generator.lang.words import words

SENTENCES = SentenceRules(
    never=words(
        """dr prof fr hrn st z.b d.h d.m d.j u.a z.t i.d.r v.a bzw ca vgl sog evtl ggf inkl zzgl geb
        gest gen hrsg dipl ing med jur phil o.ä"""
    ),
    numbered=words("nr nrn str mo s bd abs ziff kap"),
    lettered=words("abb bd kap"),
    seldom=words("usw usf etc u.s.w v.chr n.chr mio mrd str jh jhd tsd std min"),
    capital=words("jan febr feb aug sept okt nov dez"),
    starters=words(
        """der die das ein eine einer eines er sie es wir ihr ich man dies diese dieser dieses dort
        hier da dann nun aber und oder doch denn wenn als ob weil während nach vor bei mit ohne für
        gegen seit in im am an auf aus von vom zu zum zur um bis unter über zwischen durch auch nur
        noch schon heute gestern morgen später zuvor wer was wo wie warum nicht kein keine alle
        viele einige mehrere seine seiner ihre ihrer unser niemand jeder jede"""
    ),
    ordinals=True,
    after_hyphens=words("und oder sowie bzw bis als"),
    captions=words("abbildung abb tabelle bild karte schaubild foto tafel übersicht grafik"),
)
