"""Words in dates that metadata give ("circa 6 May 1911"), in all the languages we know them in.

The language of metadata is rarely given, and is often not that of the text. So all these words
count everywhere; none of them means two things.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.lang.en import time_words as en
from generator.lang.es import time_words as es
from generator.lang.ru import time_words as ru
from generator.lang.words import counted, words

MONTHS: Mapping[str, int] = {
    **en.MONTHS,
    **en.SHORT_MONTHS,
    **es.MONTHS,
    **es.SHORT_MONTHS,
    "setiembre": 9,
    **ru.MONTH,
    **ru.OF_MONTH,
    **ru.SHORT,
    **counted(  # German
        "januar februar märz april mai juni juli august september oktober november dezember", 1
    ),
    "jänner": 1,
    "feber": 2,
    "mrz": 3,
    "okt": 10,
    "dez": 12,
    **counted(  # French
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre", 1
    ),
    "janv": 1,
    "févr": 2,
    "avr": 4,
    "juil": 7,
    "déc": 12,
    **counted(  # Italian
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
        " dicembre",
        1,
    ),
    **counted(  # Portuguese
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        1,
    ),
    **counted(  # Dutch
        "januari februari maart april mei juni juli augustus september oktober november december", 1
    ),
    **counted(  # Polish
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada"
        " grudnia",
        1,
    ),
    **counted(  # Ukrainian
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня", 1
    ),
}
WEEKDAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs"
    " fri sat sun lunes martes miércoles jueves viernes sábado domingo понедельник вторник среда"
    " четверг пятница суббота воскресенье пн вт ср чт пт сб вс montag dienstag mittwoch donnerstag"
    " freitag samstag sonntag mo di mi do fr sa so lundi mardi mercredi jeudi vendredi samedi"
    " dimanche lunedì martedì mercoledì giovedì venerdì sabato domenica"
)
# Words that add nothing.
FILLERS = words("the of in on at de del el la le den dem am den il г г. г.р года год year rok roku")
ORDINALS = "st|nd|rd|th|er|º|°|ª"  # pattern of what follows the number of a day
SEASONS: Mapping[str, int] = {  # with their first months
    **dict.fromkeys(words("spring primavera весна весной frühling frühjahr printemps"), 3),
    **dict.fromkeys(words("summer verano лето летом sommer été estate"), 6),
    **dict.fromkeys(words("autumn fall otoño осень осенью herbst automne autunno"), 9),
    **dict.fromkeys(words("winter invierno зима зимой hiver inverno"), 12),
}
PARTS = words(  # of a month or a year
    "early mid late beginning middle end anfang mitte ende début milieu fin начало середина конец"
)
# Patterns; what they match stands before or behind a date that is not exact.
ABOUT = (
    r"circa|cca\.?|ca\.?|c\.|c(?=\d)|about|around|approximately|approx\.?|perhaps|probably|possibly"
    r"|hacia|alrededor de|около|ок\.|примерно|um|etwa|vers|environ|verso|~"
)
TIME = (  # a time of day with its zone
    r"(?:at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d{1,9})?)?(?: ?[ap]\.?m\b\.?| uhr\b)?"
    r"(?: ?(?:z|gmt|utc|[a-z]{2,4}t)\b)?(?: ?(?:gmt|utc)?[+-]\d{2}:?\d{2})?(?: ?\([^()]{1,40}\))?"
)
YEAR_MONTH_DAY = r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?"  # Chinese, Japanese
DECADE = r"'?s|er|-е|-х"  # "1910s"
BETWEEN = r"between|from|entre|между|с|von|zwischen|tra|de"
TO = r"to|and|until|till|through|y|a|al|hasta|и|по|до|bis|und|à|et|e"
OUR_ERA = r"ad|a\. ?d\.|ce|c\. ?e\.|n\. ?chr\.|н\. ?э\."
BEFORE_OUR_ERA = (
    r"bce?|b\. ?c\.(?: ?e\.)?|a\. ?c\.|до н\. ?э\.|до нашей эры|v\. ?chr\.|av\. ?j\.-c\."
)
# Patterns of what stands before a date in the line below a headline.
PUBLISHED = (
    r"(?:first )?(?:published|posted)|(?:publication )?date|publicado|publicada|(?:fecha|data)"
    r"|опубликовано|дата(?: публикации)?|veröffentlicht|publiziert|erschienen|datum|publiée?"
    r"|publication|pubblicato|gepubliceerd|geplaatst|opublikowano"
)
CHANGED = (
    r"(?:last )?(?:updated|modified|revised|edited)|actualizado|actualizada|обновлено|изменено"
    r"|aktualisiert|geändert|stand|mise? à jour|modifiée?|aggiornato|modificato|bijgewerkt"
    r"|atualizado|zaktualizowano"
)
WRITTEN_BY = r"(?:written )?by|text:|von|par|por|door|di|автор:?|autora?:?"
UNDATED = words("undated unknown none nd n.d. n.d n/a na s.d. s.d sd o.d. o.j. б.г. б/д ?")
