"""Russian: abbreviations that end in a full stop, words that open sentences, and hyphens."""

from __future__ import annotations

from generator.lang.language import SentenceRules
from generator.lang.words import words

SENTENCES = SentenceRules(
    never=words("ул пр пл с им акад проф доц ген полк см ср чл т.е т.к т.н напр гр тов св о"),
    numbered=words("п пп рис табл ст № кв д стр"),
    lettered=words("рис табл ст т гл"),
    seldom=words("г гг в вв обл т.д т.п др пр руб коп тыс млн млрд трлн чел н.э мин сек ч"),
    starters=words(
        """в на по с со к о об от до за из у и а но он она оно они мы вы я это этот эта
        эти тот та те как что когда если также однако при после перед для не их его
        её там так уже все всё потом затем тогда сегодня вчера никто ничто поэтому"""
    ),
    before_hyphens=words("по кое вице экс юго северо"),
    after_hyphens=words("и или до"),
    captions=words("рисунок рис таблица табл карта схема фото график диаграмма"),
)
