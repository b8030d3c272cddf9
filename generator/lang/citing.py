"""Words by which sources are cited: what kind of work something is, and parts of people's names.

As in `generator.lang.given_dates`, the words of all languages count at once.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.lang.words import words

# What metadata call a work, by the kind of work that it is.
_WORDS = {
    "news": """article news newspaper newsitem editorial column dispatch wire artículo noticia
        reportaje статья новость заметка artikel zeitungsartikel""",
    "page": "webpage website blog online electronic página страница webseite",
    "book": "book monograph novel biography libro книга buch livre",
    "chapter": "chapter booksection incollection inbook capítulo глава kapitel chapitre",
    "report": """report study survey whitepaper techreport thesis dissertation proceedings
        informe estudio отчёт отчет доклад bericht studie rapport""",
    "letter": """letter letters correspondence postcard telegram cable carta telegrama письмо
        телеграмма открытка brief telegramm postkarte lettre télégramme""",
    "email": "email e-mail mail message correo mensaje сообщение nachricht courriel",
    "interview": """interview transcript deposition testimony conversation entrevista
        transcripción интервью стенограмма расшифровка""",
    "picture": """photograph photo photography picture image stillimage painting drawing print
        poster map artwork negative slide fotografía foto imagen mapa dibujo cartel фотография
        фото снимок рисунок карта плакат fotografie bild gemälde zeichnung karte photographie
        dessin tableau carte""",
    "film": "film video movie movingimage motion footage película vídeo фильм видео",
    "sound": "sound audio recording podcast broadcast grabación запись звук tonaufnahme",
    "post": "post posts tweet thread chat publicación пост beitrag",
    "manuscript": "manuscript diary diario manuscrito рукопись дневник handschrift tagebuch",
    "note": "note",
}  # fmt: skip
KINDS: Mapping[str, str] = {word: kind for kind, listed in _WORDS.items() for word in words(listed)}
# What belongs to a surname behind it, and what the given name ends before.
SUFFIXES = words("jr sr ii iii iv esq md m.d phd ph.d")
PARTICLES = words(
    "al el bin ben ibn abu da de di do du dos das del della van von der den ter ten la le af av"
    " zu und y e d' l'"
)
THE = words("the")  # what is left out where an organisation's name begins an entry
# Names of months as lists of works cited shorten them.
SHORT_MONTHS = (
    *("Jan.", "Feb.", "Mar.", "Apr.", "May", "June"),
    *("July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)
