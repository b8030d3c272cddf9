"""Words that are no title: names of files and headings that say nothing, and salutations.

As in `generator.lang.given_dates`, the words of all languages count at once.
"""

from __future__ import annotations

from generator.lang.words import words

# Names of files, without figures.
UNTELLING = words(
    "index readme untitled document doc page post article text note notes file scan img image dsc"
    " copy draft new item record entry default main content unnamed download print transcript"
    " output chapter part item letter speech interview story news section date unbenannt dokument"
    " documento texto nota sin título безымянный документ текст страница заметка статья"
)
# Headings that name a part, and are no title of the whole.
PARTS = words(
    "summary abstract introduction contents content overview background transcript text article"
    " notes note preface foreword résumé zusammenfassung einleitung inhalt resumen introducción"
    " contenido introduction содержание введение аннотация резюме index home menu untitled"
)
# Patterns of how somebody is addressed at the beginning of a letter or a speech.
SALUTATION = (
    r"dear|fellow|my fellow|gentlemen|ladies|ladies and gentlemen|mr\.?|mrs\.?|ms\.?|madam|sir|sirs"
    r"|honou?rable|your excellenc(?:y|ies)|your majesty|friends|colleagues|comrades|to the|hello|hi"
    r"|estimad[oa]s?|querid[oa]s?|señor(?:a|es|as)?|compañer[oa]s|amigos|conciudadanos|уважаем\w+"
    r"|дорог(?:ой|ая|ие)|товарищи|господ\w+|друзья|коллеги|граждане|братья|sehr geehrte\w*"
    r"|liebe[rs]?|meine damen|chers?|chère?s?|mesdames|messieurs|caro|cari|senhor\w*|caros"
)
BYLINES = r"by|por|von|par|автор"  # patterns of what precedes the author's name in a line
# Patterns of labels of lines that give a fact about the text.
LABELS = (
    r"date|dated|by|author|authors|tags?|keywords|source|published|updated|posted|categor(?:y|ies)"
    r"|subject|url|from|to|cc|sent|location|place|photo|fecha|por|autor|etiquetas|fuente|дата|автор"
    r"|теги|источник|datum|von|quelle|schlagwörter"
)
