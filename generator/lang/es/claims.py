"""Spanish: words that show who says what."""

from __future__ import annotations

from generator.lang.claim_words import ClaimWords, kinds
from generator.lang.words import words

CLAIMS = ClaimWords(
    verbs=kinds(
        {
            "says": """
        dijo dice dijeron dicen dicho afirmó afirma afirmaron aseguró asegura aseguraron declaró
        declara declararon explicó explica informó informa informaron señaló señala señalaron
        indicó indica indicaron anunció anuncia anunciaron sostuvo sostiene manifestó agregó
        añadió añade comentó relató recordó subrayó insistió reveló escribió contó
        """,
            "denies": "negó niega negaron niegan desmintió desmienten desmiente rechazó",
            "demands": "pidió pide pidieron exigió exige exigieron instó reclamó solicitó",
            "promises": "prometió promete prometieron",
            "warns": "advirtió advierte advirtieron alertó",
            "accuses": "acusó acusa acusaron denunció denuncia denunciaron culpó",
            "confirms": "confirmó confirma confirmaron reconoció admitió",
            "asks": "preguntó",
        }
    ),
    guarded=words("contó recordó rechazó indica señala informa explica revela cuenta"),
    according=(
        "según(?: informó| informaron| dijo| indicó| señaló| explicó| afirmó| publicó| anunció)?"
        "|de acuerdo con|en palabras de"
    ),
    auxiliaries=words(
        "ha han había habían también ya no se le les lo la me te nos os hoy ayer además luego"
        " después"
    ),
    perfect=words("ha han había habían"),
    passives=words("fue fueron es son será ser"),
    introductions=words("que si"),
    complements=words("el la los las un una"),
    pronouns=words("él ella ellos ellas yo nosotros"),
    personal=words("él ella"),
    object_pronouns=words("él ella ellos ellas"),
    first_persons=words("yo nosotros"),
    none=words("ningún ninguna nadie"),
    unsaid=words("si"),
    relatives=words("quien quienes"),
    nobody=words("eso esto ello usted su sus tu mi lo cómo qué quién cual cuál nos me"),
    openers=words(
        "que quien cual cuando mientras porque si sino aunque pero como cómo qué donde según tras"
        " ni o y cuyo cuya"
    ),
    prepositions=words(
        "en a de desde para por durante sobre con sin entre hasta ante contra tras según al del"
    ),
    inner_after=words("de del la el"),
    inner=words("de del la el los las y en para"),
    determiners=words(
        "el la los las un una unos unas su sus este esta ese esa varios algunos dos tres"
    ),
    finite=words(
        """
        es son fue fueron era eran está están estaba hay había ha han será puede podría tiene
        tenía hizo hace quedó murió murieron
        """
    ),
    verb_endings=("ó", "aron", "ieron", "aba", "aban"),
    adverb_endings=("mente",),
    participle_endings=("ando", "endo", "ándose", "éndose", "ado", "ada", "ados", "adas"),
    plural_endings=("s",),
    joins=words("y e"),
    accusations=words(
        """
        acusación acusaciones imputación imputaciones cargos versión señalamientos denuncia
        denuncias responsabilidad participación
        """
    ),
    turns=words("pero"),
)
