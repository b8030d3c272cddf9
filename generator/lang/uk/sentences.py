"""Ukrainian: abbreviations that end in a full stop, words that open sentences, and hyphens."""

from __future__ import annotations

from generator.lang.language import SentenceRules
from generator.lang.words import words

SENTENCES = SentenceRules(
    never=words(
        """вул просп пл пров бул см м с смт с-ще ім акад проф доц ген полк див пор т.зв т.з напр гр
        тов св о ред упоряд т.ч зокр зав заст нар чл п.н"""
    ),
    numbered=words("п пп рис табл ст ч № кв буд стор д тел"),
    lettered=words("рис табл ст т гл розд"),
    seldom=words(
        "р рр в вв обл р-н т.д т.п т.ін ін грн коп крб тис млн млрд трлн чол н.е хв сек год"
    ),
    starters=words(
        """в у на по з із зі до від за для і й та а але він вона воно вони ми ви я це цей ця ці той
        та те ті як що коли якщо також однак проте при після перед про не ні його її їх там так
        уже вже все потім тоді сьогодні вчора ніхто ніщо тому отже тож адже якби щоб хто де чому"""
    ),
    before_hyphens=words("по віце екс південно північно"),
    after_hyphens=words("і й та або чи до"),
    captions=words("малюнок мал рисунок рис таблиця табл карта схема фото графік діаграма"),
)
