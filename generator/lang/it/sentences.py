"""Italian: abbreviations that end in a full stop, words that open sentences, and hyphens."""

from __future__ import annotations

from generator.lang.language import SentenceRules
from generator.lang.words import words

SENTENCES = SentenceRules(
    never=words(
        """sig sigg dott prof avv ing arch geom rag on sen gen col cap ten magg mons don p.es es
        cfr v.le p.za p.zza c.so s ss card fr suor ill rev pres min lgt mar brig isp comm"""
    ),
    numbered=words("n nn nr art artt pag pagg p pp vol voll fig figg tab cap sez tel c"),
    lettered=words("art vol fig tab cap sez sec lett all"),
    seldom=words("ecc etc a.c d.c s.p.a s.r.l s.n.c u.s c.a d.l d.lgs ca mln mld"),
    starters=words(
        """il lo la i gli le un uno una di del della dei delle a al alla in nel nella nei con per
        su sul sulla da dal dalla tra fra secondo dopo prima senza contro e ma o non si se quando
        mentre come anche inoltre così oggi ieri lui lei loro egli questo questa questi queste
        quel quella suo sua nessuno tutti tutto che chi cosa perché dunque quindi intanto durante"""
    ),
    before_hyphens=words("vice ex italo franco anglo nord sud"),
    after_hyphens=words("e o ed"),
    captions=words("figura fig tabella tab mappa foto grafico schema tavola illustrazione"),
)
