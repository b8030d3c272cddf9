"""French: words that show who says what.

Participles stand beside finite forms ("a déclaré", "déclare"), and count only where what is said is
beside them ("les revenus déclarés" say nothing).
"""

from __future__ import annotations

from generator.lang.claim_words import ClaimWords, kinds
from generator.lang.words import words

_FINITE = kinds(
    {
        "says": """
        dit disent disait affirme affirment affirma assure assurent assura déclare déclarent
        déclara déclarait explique expliquent expliqua indique indiquent indiqua annonce annoncent
        annonça souligne soulignent souligna estime estiment estimait rappelle rappellent précise
        précisent précisa ajoute ajoutent ajouta soutient soutiennent raconte racontent raconta
        rapporte rapportent rapporta signale signalent signala révèle révèlent révéla écrit
        écrivent écrivit écrivait note notent considère insiste insistent
        """,
        "denies": "nie nient nia dément démentent démentit conteste contestent récuse récusent",
        "demands": "réclame réclament réclama exige exigent exigea demande demandent demanda",
        "promises": "promet promettent promit",
        "warns": "prévient préviennent avertit avertissent avertirent",
        "accuses": "accuse accusent accusa dénonce dénoncent dénonça",
        "confirms": """confirme confirment confirma reconnaît reconnaissent reconnut admet
            admettent admit avoue avouent avoua""",
    }
)
_PARTICIPLES = kinds(
    {
        "says": """
        dit affirmé assuré déclaré expliqué indiqué annoncé souligné estimé rappelé précisé ajouté
        soutenu raconté rapporté signalé révélé écrit noté jugé répondu
        """,
        "denies": "nié démenti contesté récusé",
        "demands": "réclamé exigé demandé",
        "promises": "promis",
        "warns": "prévenu averti alerté",
        "accuses": "accusé dénoncé",
        "confirms": "confirmé reconnu admis avoué",
    }
)

CLAIMS = ClaimWords(
    verbs={**_PARTICIPLES, **_FINITE},
    guarded=frozenset(_PARTICIPLES)
    | words(
        """rappelle rappellent rapporte rapportent note notent révèle révèlent indique indiquent
        signale annonce annoncent estime demande demandent écrit dit conteste contestent
        insiste insistent considère révèle révéla souligne"""
    ),
    perfect=words("a ont avait avaient avons"),
    according="selon|d['’]après(?!-)|aux dires de|de l['’]avis de",
    auxiliaries=words(
        """a ont avait avaient avons eut aura ne n' n’ n pas plus lui leur me nous vous se s' s’
        également aussi ensuite encore toutefois notamment hier aujourd'hui aujourd’hui en y
        d'ailleurs par ailleurs déjà enfin toujours alors"""
    ),
    passives=words("est sont été fut furent sera seront être était étaient"),
    introductions=words(
        """que qu qu' qu’ qu'un qu'une qu'aucun qu’un qu’une qu’aucun si qu'elle qu'elles qu'ils
        qu'on qu’elle qu’elles qu’ils qu’on"""
    ),
    complements=words("le la les un une des"),
    pronouns=words(
        """il elle ils elles on je nous a-t-il a-t-elle ont-ils ont-elles avait-il
        avait-elle avons-nous"""
    ),
    personal=words("il elle a-t-il a-t-elle avait-il avait-elle"),
    object_pronouns=words("lui elle eux elles"),
    first_persons=words("je nous moi"),
    impersonal=words("on"),
    none=words("aucun aucune personne nul"),
    unsaid=words("si"),
    relatives=words("qui"),
    nobody=words(
        """ce cela ceci ça rien quoi dont où y en ne tout c'est c’est voilà voici lesquels
        lesquelles laquelle lequel"""
    ),
    openers=words(
        """que qu qui dont où quand lorsque tandis alors car mais si quoique bien comme comment
        pourquoi parce puisque ni ou et
        qu'il qu'ils qu'elle qu'elles qu'on qu’il qu’ils qu’elle qu’elles qu’on"""
    ),
    prepositions=words(
        """en à au aux de du des depuis pour pendant durant sur sous avec sans entre jusque contre
        dans par devant après avant selon chez vers lors dès d'après d’après malgré"""
    ),
    inner_after=words("de du des d d' d’ la le l l' l’ les à au aux"),
    inner=words("de du des d d' d’ la le l l' l’ les et en pour à au aux"),
    determiners=words(
        """le la les l l' l’ un une des son sa ses leur leurs ce cet cette ces plusieurs certains
        certaines quelques deux trois notre nos mon ma mes"""
    ),
    finite=words(
        """est sont fut furent était étaient sera seront a ont avait avaient aura auront peut
        peuvent pouvait pourrait doit doivent devait devrait va vont fait faisait fit"""
    ),
    verb_endings=("èrent", "aient", "ait", "ront"),
    adverb_endings=("ment",),
    participle_endings=("ant", "ée", "és", "ées"),
    plural_endings=("s", "x"),
    joins=words("et ou"),
    accusations=words("accusations accusation allégations reproches faits charges responsabilité"),
    turns=words("mais"),
)
