"""English: abbreviations that end in a full stop, words that open sentences, and hyphens."""

from __future__ import annotations

from generator.lang.en.names import SHORT_HONORIFICS, SHORT_OFFICES
from generator.lang.en.time_words import SHORT_MONTHS, SHORT_WEEKDAYS
from generator.lang.language import SentenceRules
from generator.lang.words import words

SENTENCES = SentenceRules(
    never=SHORT_HONORIFICS
    | SHORT_OFFICES
    | words(
        """messrs mmes fr hon pres sens reps amb atty st ste mt ft cmdr cdr brig cpl pvt supt det
        insp lieut spc msgt vs v ed eds approx ca cf viz e.g i.e al op ibid"""
    ),
    numbered=frozenset(SHORT_MONTHS)
    | words("c no nos art arts sec secs ch fig figs vol vols pp p pt eq nr para"),
    lettered=words("art ch fig figs pt sec vol vols"),
    seldom=words(
        """u.s u.k u.n e.u u.s.a u.a.e u.s.s.r d.c l.a n.y n.j b.c a.d a.m p.m ph.d m.d b.a m.a
        inc ltd co corp llc plc bros jr sr esq etc dept univ assn ave blvd rd sq bldg"""
    ),
    # Without "sat" and "sun", which are words.
    capital=(frozenset(SHORT_WEEKDAYS) - words("sat sun weds"))
    | words(
        """ala ariz ark calif colo conn del fla ga ill ind kan ky md mass mich minn miss mo mont
        neb nev okla ore pa tenn tex va vt wash wis wyo"""
    ),
    starters=words(
        """the a an this that these those there here it its he she they we you i his her their our
        my in on at by for from with without within after before during since until when while
        where as if although though because but and or so yet nor however meanwhile moreover also
        then now today yesterday what who why how which whose no not some many most several all
        both each every few other another one two three earlier later last next according nobody
        nothing everybody everything everyone somebody something someone anybody
        anyone never did do does is are was were has have had can could should would let"""
    ),
    openings=words("al de del di el la van von der bin ibn ben abu"),
    before_hyphens=words(
        """all anti cross half long low mid non post quasi self semi short vice well world year two
        three four five six seven eight nine ten first second third fourth fifth twenty thirty
        forty fifty sixty seventy eighty ninety"""
    ),
    after_hyphens=words("and or to nor but versus vs than"),
    captions=words("figure fig table plate chart photo box exhibit scheme"),
)
