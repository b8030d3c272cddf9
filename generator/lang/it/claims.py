"""Italian: words that show who says what."""

from __future__ import annotations

from generator.lang.claim_words import ClaimWords, kinds
from generator.lang.words import words

CLAIMS = ClaimWords(
    verbs=kinds(
        {
            "says": """
        disse dice dissero dicono detto affermò afferma affermano affermato dichiarò dichiara
        dichiarano dichiarato spiegò spiega spiegano spiegato sostenne sostiene sostengono
        sostenuto sottolineò sottolinea sottolineano sottolineato riferì riferisce riferiscono
        riferito precisò precisa precisano precisato annunciò annuncia annunciano annunciato
        aggiunse aggiunge aggiungono aggiunto racconta raccontano raccontato raccontò comunicato
        comunica ricorda ricordato osserva osservato commenta commentato rivelò rivela rivelato
        scrisse scrive scritto informato assicura assicurato ribadisce ribadito
        """,
            "denies": "nega negano negò negato smentì smentisce smentiscono smentito respinto",
            "demands": "chiede chiedono chiese chiesto esige preteso pretende invocato sollecitato",
            "promises": "promette promettono promise promesso garantisce garantito",
            "warns": "avverte avvertono avvertì avvertito ammonisce ammonito",
            "accuses": "accusa accusano accusò accusato denuncia denunciano denunciò denunciato",
            "confirms": "conferma confermano confermò confermato ammette ammesso riconosciuto",
            "asks": "domanda domandato",
        }
    ),
    guarded=words(
        """
        racconta ricorda rivela precisa comunica comunicato annuncia scritto scrive osserva commenta
        accusa denuncia domanda promette promesso conferma nega chiede chiesto respinto riferito
        informato aggiunto detto riconosciuto garantito garantisce accusato denunciato negato
        confermato ricordato raccontato
        """
    ),
    according=(
        # Not "del secondo Governo", "secondo una tecnica nota".
        r"(?<!l )(?<!n )secondo(?= (?:il|lo|la|i|gli|le|fonti|alcun[ie])\b| l ?['’]| (?-i:[A-Z]))"
        "|a detta di|stando a|come riferisce|come riferito da|a giudizio di"
    ),
    auxiliaries=words("ha hanno aveva avevano anche già non si ne lo la ci poi oggi ieri inoltre"),
    perfect=words("ha hanno aveva avevano"),
    passives=words(
        "è sono fu furono era erano avevamo abbiamo stato stata stati state viene vengono"
    ),
    introductions=words("che di se"),
    complements=words("il lo la i gli le un una"),
    pronouns=words("lui lei loro egli ella essi io noi"),
    personal=words("lui lei egli ella"),
    object_pronouns=words("lui lei loro essi"),
    first_persons=words("io noi"),
    none=words("nessun nessuno nessuna"),
    unsaid=words("se"),
    relatives=words("che"),
    nobody=words("quali questo ciò suo sua loro lei come cosa chi quale mi ci vi"),
    openers=words(
        """che chi quale quando mentre perché se ma però anche come dove secondo né o e cui sebbene
        benché affinché"""
    ),
    prepositions=words(
        """in a di da per durante su con senza tra fra fino contro dopo secondo al dal del nel sul
        alla dalla della nella sulla ai dai dei nei sui agli dagli degli negli alle dalle delle
        nelle all dall dell nell sull"""
    ),
    inner_after=words("di del della dei degli delle dell il la"),
    inner=words("di del della dei degli delle dell il lo la i gli le e per"),
    determiners=words(
        "il lo la i gli le un uno una l suo sua suoi sue questo questa quel quella alcuni due tre"
    ),
    finite=words(
        """
        è sono fu furono era erano sta stanno c'è ci ha hanno aveva avevano sarà saranno può
        potrebbe deve fa fece morì morirono
        """
    ),
    verb_endings=("ò", "rono", "ava", "avano", "eva", "evano"),
    adverb_endings=("mente",),
    participle_endings=("ando", "endo", "ato", "ata", "ati", "ate", "uto", "ito"),
    plural_endings=("i", "e"),
    joins=words("e ed"),
    accusations=words("accusa accuse addebiti addebito versione responsabilità coinvolgimento"),
    turns=words("ma"),
)
