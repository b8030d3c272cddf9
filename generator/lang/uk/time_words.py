"""Ukrainian: the words of times, class by class, with what each is worth.

`generator.lang.en.time_words` explains the classes. Nouns are in the cases that times use.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.lang.uk.words import in_letters
from generator.lang.words import counted, same

OF_MONTH = counted(
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня", 1
)
MONTH = counted(
    "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад"
    " грудень",
    1,
)
IN_MONTH = counted(
    "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні", 1
)
WITH_MONTH = counted(
    "січнем лютим березнем квітнем травнем червнем липнем серпнем вереснем жовтнем листопадом"
    " груднем",
    1,
)
SHORT = counted("січ лют бер квіт трав черв лип серп вер жовт лист груд", 1)
ON_WEEKDAY = counted("понеділок вівторок середу четвер п'ятницю суботу неділю")
OF_WEEKDAY = counted("понеділка вівторка середи четверга п'ятниці суботи неділі")
ONES = {
    **same(1, "один одна одне одну одного однієї"),
    **same(2, "два дві двох двома"),
    **same(3, "три трьох трьома"),
    **same(4, "чотири чотирьох чотирма"),
    **counted("п'ять шість сім вісім дев'ять", 5),
    **counted("п'яти шести семи восьми дев'яти", 5),
}
_TEENS = (
    "десять одинадцять дванадцять тринадцять чотирнадцять п'ятнадцять шістнадцять сімнадцять"
    " вісімнадцять дев'ятнадцять"
)
TENS = {
    **counted("двадцять тридцять", 20, 10),
    **counted("двадцяти тридцяти", 20, 10),
    "сорок": 40,
    "сорока": 40,
    **counted("п'ятдесят шістдесят сімдесят вісімдесят дев'яносто сто", 50, 10),
    **counted("п'ятдесяти шістдесяти сімдесяти вісімдесяти дев'яноста ста", 50, 10),
}
NUMBERS = {
    **ONES,
    **counted(_TEENS, 10),
    **{word[:-1] + "и": number for word, number in counted(_TEENS, 10).items()},
    **TENS,
    "півтора": 1.5,
}
_ENDINGS = "ий ого ому е ій им"


def _ordinals(stem: str, number: int) -> dict[str, int]:
    return {stem + ending: number for ending in _ENDINGS.split()}


ORDINALS: dict[str, object] = {
    **_ordinals("перш", 1),
    **_ordinals("друг", 2),
    **same(3, "третій третього третьому третє третім"),
    **{
        form: number
        for stem, number in counted(
            "четверт п'ят шост сьом восьм дев'ят десят одинадцят дванадцят тринадцят чотирнадцят"
            " п'ятнадцят шістнадцят сімнадцят вісімнадцят дев'ятнадцят двадцят",
            4,
        ).items()
        for form in _ordinals(stem, number)
    },
    **_ordinals("тридцят", 30),
}
SINGLE = {
    **same("day", "день дня дню днем добу доби"),
    **same("week", "тиждень тижня тижні тижнем"),
    **same("month", "місяць місяця місяці місяцем"),
    **same("quarter", "квартал кварталу кварталі"),
    **same("year", "рік року році роком"),
    **same("decade", "десятиліття десятилітті десятиріччя"),
    **same("century", "століття столітті сторіччя"),
    **same("hour", "година годину"),
    **same("minute", "хвилина хвилину"),
}
PLURAL = {
    **same("day", "дні днів днями діб"),
    **same("week", "тижні тижнів тижнями"),
    **same("month", "місяці місяців місяцями"),
    **same("quarter", "квартали кварталів"),
    **same("year", "роки років роками"),
    **same("decade", "десятиліть десятиріч"),
    **same("century", "століть сторіч"),
    **same("hour", "години годин"),
    **same("minute", "хвилини хвилин"),
}
_LATIN = counted("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi", 1)
# The Cyrillic letters are written as often.
ROMAN = {
    form: number
    for word, number in _LATIN.items()
    for form in (
        word,
        word.replace("x", "х"),
        word.replace("i", "і"),
        word.replace("x", "х").replace("i", "і"),
    )
}
_DECADES = "двадцят тридцят сороков п'ятдесят шістдесят сімдесят вісімдесят дев'яност"

_WORDS: Mapping[str, Mapping[str, object]] = {
    "MONTH": {**OF_MONTH, **MONTH, **IN_MONTH, **WITH_MONTH, **SHORT},
    "ABBREV": SHORT,
    "OFMONTH": OF_MONTH,
    "INMONTH": IN_MONTH,
    "NAMEMONTH": MONTH,
    "WEEKDAY": {
        **ON_WEEKDAY,
        **OF_WEEKDAY,
        **same(2, "середа"),
        **same(4, "п'ятниця"),
        **same(5, "субота"),
        **same(6, "неділя"),
    },
    "WEEKDAYS": {
        **counted(
            "щопонеділка щовівторка щосереди щочетверга щоп'ятниці щосуботи щонеділі",
        ),
        **counted("понеділках вівторках середах четвергах п'ятницях суботах неділях"),
    },
    "NUMBER": NUMBERS,
    "ONES": ONES,
    "TENS": TENS,
    "TENTH": {**_ordinals("двадцят", 20), **_ordinals("тридцят", 30), **TENS},
    "ORDINAL": ORDINALS,
    "VAGUE": same("X", "кілька декілька кількох декількох багато чимало"),
    "UNIT": {**SINGLE, **PLURAL, "півроку": "year", "півгодини": "hour"},
    "HALFOF": same("", "півроку півгодини"),
    "SINGLE": {**SINGLE, **same("year", "торік позаторік цьогоріч сьогоріч")},
    "PLURAL": PLURAL,
    "SHIFT": {
        **same(-1, "минулого минулому минулий минулу минулої минулій торішнього торішньому"),
        **same(-2, "позаминулого позаминулому позаминулої"),
        **same(1, "наступного наступному наступний наступну наступної наступній"),
        **same(0, "цього цьому цей цю цієї цій нинішнього нинішньому нинішній поточного"),
        **same(0, "поточному поточний"),
        **same(-1, "останні останніх"),
        **same(1, "найближчі найближчих"),
        "торік": -1,
        "позаторік": -2,
        **same(0, "цьогоріч сьогоріч"),
    },
    "STRETCH": same("", "останні останніх найближчі найближчих"),
    # A year by its distance from that of publication.
    "OFYEAR": {"торік": -1, "позаторік": -2, **same(0, "цьогоріч сьогоріч ц")},
    "NEXT": same("", "наступного наступний"),
    # Counted from a date named before, if that is of an earlier year, or else from publication.
    "EITHER": {"наступного": 1},
    "STEP": {
        **same(-1, "попередній попереднього попередньому"),
        **same(0, "той того тієї"),
    },
    "AGO": {"тому": -1},
    "LATER": {**same(1, "через згодом потому пізніше"), "раніше": -1},
    "DEICTIC": {
        **same(-1, "вчора учора"),
        "сьогодні": 0,
        "завтра": 1,
        "післязавтра": 2,
        "позавчора": -2,
    },
    "PART": {
        **same("MO", "вранці уранці зранку ранком ранок ранку"),
        **same("AF", "вдень удень"),
        **same("EV", "ввечері увечері вечором вечір вечора"),
        **same("NI", "вночі уночі ніч ночі"),
    },
    "SEASON": {
        **same(0, "весна весни навесні весною"),
        **same(1, "літо літа влітку улітку"),
        **same(2, "осінь осені восени"),
        **same(3, "зима зими взимку узимку взимі"),
    },
    "DECADE": {
        stem + ending: number
        for stem, number in counted(_DECADES, 2).items()
        for ending in ("і", "их")
    },
    "HALFWORD": {**same(1, "першому перше першого"), **same(2, "другому друге другого")},
    "EVERY": same("", "кожен кожний кожного кожної кожну кожна кожні"),
    "ADVERB": {
        "щодня": "P1D",
        "щодоби": "P1D",
        "щотижня": "P1W",
        "щомісяця": "P1M",
        "щокварталу": "P1Q",
        "щороку": "P1Y",
        "щорічно": "P1Y",
    },
    "PRESENT": same("", "зараз тепер нині наразі"),
    "BYGONE": same("", "нещодавно недавно"),
    "TENSE": {
        **same(-2, "був була було були став стала стали"),
        **same(-1, "сказав сказала заявив заявила повідомив повідомила повідомили"),
        **same(1, "буде будуть планує планують збирається збираються"),
    },
    "LEANING": {"до": 1},
    "HABIT": same("", "зазвичай завжди часто ніколи інколи"),
    "BETWEEN": {"між": ""},
    "AND": same("", "і й та"),
    "OR": same("", "або чи"),
    "CENTURY": same("", "століття столітті століть століттям століттями сторіччя сторіччі віку"),
    "THOUSANDS": same("", "тисячоліття тисячолітті тисячоліть"),
    "IN": same("", "в у з із зі до по від після близько між і й та на за під"),
    "YEARWORD": same("", "рік року році роком роки роках років роками"),
    "YEARABBR": same("", "р рр"),
    "COUNTED": same(
        "",
        "грн гривень гривні доларів євро рублів осіб людей чоловік учнів метрів м км тонн тис млн",
    ),
    "OCLOCK": {"годині": ""},
    "ARTICLE": same("", "стаття статті статтею закон закону указ наказ № сторінка сторінці"),
}
WORDS: Mapping[str, Mapping[str, object]] = {
    name: in_letters(table) for name, table in _WORDS.items()
}
PROPER: Mapping[str, Mapping[str, object]] = {
    "ROMAN": ROMAN,
    "CAPITALMONTH": {**OF_MONTH, **MONTH, **IN_MONTH},
}
