"""Abbreviations that end in a full stop, by language. Data for `generator.read.sentences`.

`never` stand before a name or a figure and do not end a sentence ("Gen. Petrov", "No. 5").
`seldom` may end one; whether they do is seen from the next word. Both are lower case, without the
last full stop. `starters` are words that, capitalised, open a new sentence rather than go on with
a name.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The lists of one language."""

    never: frozenset[str]
    seldom: frozenset[str]
    starters: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH = Abbreviations(
    never=_words(
        """
        mr mrs ms mx messrs mmes dr prof rev fr hon pres gov sen sens rep reps amb atty st ste mt
        ft gen lt col capt cmdr cdr adm maj sgt cpl pvt brig supt det insp lieut spc msgt
        vs v no nos art arts sec secs ch fig figs vol vols pp p ed eds eq approx ca cf viz
        e.g i.e al op ibid nr
        """
    ),
    seldom=_words(
        """
        u.s u.k u.n e.u u.s.a u.a.e u.s.s.r d.c l.a n.y n.j b.c a.d a.m p.m ph.d m.d b.a m.a
        inc ltd co corp llc plc bros jr sr esq etc dept univ assn ave blvd rd sq bldg
        jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri
        ala ariz ark calif colo conn del fla ga ill ind kan ky md mass mich minn miss mo mont neb
        nev okla ore pa tenn tex va vt wash wis wyo
        """
    ),
    starters=_words(
        """
        the a an this that these those there here it its he she they we you i his her their our my
        in on at by for from with without within after before during since until when while where
        as if although though because but and or so yet nor however meanwhile moreover also then
        now today yesterday what who why how which whose no not some many most several all both
        each every few another other one two three earlier later last next according
        """
    ),
)
SPANISH = Abbreviations(
    never=_words(
        "sr sra srta sres dr dra prof profa gral cnel tte cap lic ing d dña núm nº pág "
        "págs art vol p.ej ej av avda st sta sto fray mons"
    ),
    seldom=_words("ee.uu ee uu s.a s.l etc a.m p.m a.c d.c cía ud uds"),
    starters=_words(
        "el la los las un una unos unas este esta estos estas ese esa en de a con por "
        "para desde según tras ante sin sobre él ella ellos ellas su sus pero y o no "
        "cuando mientras como si también además así hoy ayer lo le se al del"
    ),
)
RUSSIAN = Abbreviations(
    never=_words(
        "г гг в вв ул пр пл д кв стр с п пп им акад проф доц ген полк см ср рис табл ст "
        "чл т.е т.к т.н напр гр тов св о обл"
    ),
    seldom=_words("т.д т.п др пр руб коп тыс млн млрд трлн чел н.э мин сек ч"),
    starters=_words(
        "в на по с со к о об от до за из у и а но он она оно они мы вы я это этот эта "
        "эти тот та те как что когда если также однако при после перед для не их его "
        "её там так уже все всё"
    ),
)

_BY_LANGUAGE = {"en": ENGLISH, "es": SPANISH, "ru": RUSSIAN}


def abbreviations(language: str) -> Abbreviations:
    """The lists for a language code such as "en-GB"; English ones where we have no others."""
    return _BY_LANGUAGE.get(language.split("-")[0].lower(), ENGLISH)
