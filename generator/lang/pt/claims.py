"""Portuguese: words that show who says what."""

from __future__ import annotations

from generator.lang.claim_words import ClaimWords, kinds
from generator.lang.words import words

CLAIMS = ClaimWords(
    verbs=kinds(
        {
            "says": """
        disse diz disseram dizem afirmou afirma afirmaram declarou declara declararam explicou
        explica explicaram informou informa informaram anunciou anuncia anunciaram garantiu garante
        acrescentou acrescenta referiu refere referiram sublinhou sublinha salientou salienta
        destacou destaca ressaltou ressalta considerou considera defendeu defende contou relatou
        revelou lembrou frisou assegurou escreveu argumentou
        """,
            "denies": "negou nega negaram negam desmentiu desmente desmentiram",
            "demands": "exigiu exige exigiram pediu pede pediram reclamou cobrou apelou",
            "promises": "prometeu promete prometeram",
            "warns": "alertou alerta alertaram advertiu adverte avisou",
            "accuses": "acusou acusa acusaram denunciou denuncia denunciaram criticou critica",
            "confirms": "confirmou confirma confirmaram admitiu admite admitiram reconheceu",
            "asks": "perguntou questionou",
        }
    ),
    guarded=words(
        """contou lembrou refere informa destaca considera explica revelou alerta critica defende
        considerou defendeu reclamou garante diz declara"""
    ),
    according=(
        "segundo(?: informou| disse| afirmou)?|de acordo com|conforme(?: informou| disse)?"
        "|nas palavras de|no entender de|na opinião de"
    ),
    auxiliaries=words(
        """tem têm tinha tinham também já não se lhe lhes nos me hoje ontem ainda além depois
        entretanto"""
    ),
    passives=words("foi foram é são será ser"),
    introductions=words("que se"),
    complements=words("o a os as um uma"),
    pronouns=words("ele ela eles elas eu nós"),
    personal=words("ele ela"),
    object_pronouns=words("ele ela eles elas"),
    first_persons=words("eu nós"),
    none=words("nenhum nenhuma ninguém"),
    unsaid=words("se"),
    relatives=words("que quem"),
    nobody=words("isso isto aquilo você seu sua como qual quais nada tudo"),
    openers=words(
        """que quem qual quando enquanto porque se embora mas como onde segundo conforme nem ou e
        cujo cuja"""
    ),
    prepositions=words(
        """em no na nos nas ao à aos às de do da dos das desde por pelo pela para durante sobre
        com sem entre até contra após segundo perante"""
    ),
    inner_after=words("de do da dos das"),
    inner=words("de do da dos das o a os as e em para"),
    determiners=words(
        """o a os as um uma uns umas seu sua seus suas este esta esse essa vários várias alguns
        algumas dois três"""
    ),
    finite=words(
        """é são foi foram era eram está estão estava há havia tem têm tinha será pode podem poderia
        fez ficou morreu morreram"""
    ),
    verb_endings=("ou", "eu", "iu", "aram", "eram", "iram", "ava", "avam"),
    adverb_endings=("mente",),
    participle_endings=("ando", "endo", "indo", "ado", "ada", "ados", "adas"),
    plural_endings=("s",),
    joins=words("e"),
    accusations=words("acusações acusação alegações denúncias denúncia responsabilidade versão"),
    turns=words("mas"),
)
