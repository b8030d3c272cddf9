"""Abbreviations that end in a full stop, by language. Data for `generator.read.sentences`.

`never` stand before a name and do not end a sentence ("Gen. Petrov"), nor do `numbered` before a
figure ("No. 5"); before anything else those are words like others ("He said no."). `seldom` may
end one; whether they do is seen from the next word. `capital` are like these, but only when written
with a capital ("Ill. Route 4", but "He fell ill."). `starters` are words that, capitalised, open a
new sentence rather than go on with a name. All are lower case here, without the last full stop.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import base_language


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The lists of one language."""

    never: frozenset[str]
    numbered: frozenset[str]
    seldom: frozenset[str]
    capital: frozenset[str]
    starters: frozenset[str]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ENGLISH = Abbreviations(
    never=_words(
        """
        mr mrs ms mx messrs mmes dr prof rev fr hon pres gov sen sens rep reps amb atty st ste mt
        ft gen lt col capt cmdr cdr adm maj sgt cpl pvt brig supt det insp lieut spc msgt
        vs v ed eds approx ca cf viz e.g i.e al op ibid
        """
    ),
    numbered=_words("no nos art arts sec secs ch fig figs vol vols pp p eq nr para"),
    seldom=_words(
        """
        u.s u.k u.n e.u u.s.a u.a.e u.s.s.r d.c l.a n.y n.j b.c a.d a.m p.m ph.d m.d b.a m.a
        inc ltd co corp llc plc bros jr sr esq etc dept univ assn ave blvd rd sq bldg
        """
    ),
    capital=_words(
        """
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
        "sr sra srta sres dr dra prof profa gral cnel tte cap lic ing d dña p.ej ej av avda "
        "st sta sto fray mons"
    ),
    numbered=_words("núm nº pág págs art vol"),
    seldom=_words("ee.uu ee uu s.a s.l etc a.m p.m a.c d.c cía ud uds"),
    capital=frozenset(),
    starters=_words(
        "el la los las un una unos unas este esta estos estas ese esa en de a con por "
        "para desde según tras ante sin sobre él ella ellos ellas su sus pero y o no "
        "cuando mientras como si también además así hoy ayer lo le se al del"
    ),
)
RUSSIAN = Abbreviations(
    never=_words(
        "г гг в вв ул пр пл с им акад проф доц ген полк см ср чл т.е т.к т.н напр гр тов св о обл"
    ),
    numbered=_words("п пп рис табл ст № кв д стр"),
    seldom=_words("т.д т.п др пр руб коп тыс млн млрд трлн чел н.э мин сек ч"),
    capital=frozenset(),
    starters=_words(
        "в на по с со к о об от до за из у и а но он она оно они мы вы я это этот эта "
        "эти тот та те как что когда если также однако при после перед для не их его "
        "её там так уже все всё"
    ),
)

_BY_LANGUAGE = {"en": ENGLISH, "es": SPANISH, "ru": RUSSIAN}


def abbreviations(language: str) -> Abbreviations:
    """The lists for a language code such as "en-GB"; English ones where we have no others."""
    return _BY_LANGUAGE.get(base_language(language), ENGLISH)
