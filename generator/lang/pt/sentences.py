"""Portuguese: abbreviations that end in a full stop, and words that open sentences."""

from __future__ import annotations

from generator.lang.language import SentenceRules
from generator.lang.words import words

SENTENCES = SentenceRules(
    never=words(
        """sr sra srs sras dr dra drs prof profa eng engº gen cel cap maj sgt alm dep min des
        exmo exma d ex av r al tv st sto sta p.ex v.g i.e cf fr mons"""
    ),
    numbered=words("nº núm n pág págs p pp art arts vol cap fig inc"),
    lettered=words("art vol fig cap"),
    seldom=words("etc a.c d.c s.a ltda lda cia e.u.a eua jan fev abr jun jul ago set out nov dez"),
    starters=words(
        """o a os as um uma uns umas este esta estes estas esse essa isso isto em no na nos nas de
        do da ao à por com para desde segundo após ante sem sobre ele ela eles elas seu sua seus
        suas mas e ou não quando enquanto como se também além assim hoje ontem já ainda depois antes
        porém contudo entretanto onde que quem"""
    ),
    before_hyphens=words("vice ex co pré pós recém segunda terça quarta quinta sexta"),
    after_hyphens=words("e ou"),
    captions=words("figura fig tabela quadro mapa gráfico foto imagem"),
)
