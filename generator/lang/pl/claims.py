"""Polish: words that show who says what."""

from __future__ import annotations

from generator.lang.claim_words import ClaimWords, kinds
from generator.lang.words import words

CLAIMS = ClaimWords(
    verbs=kinds(
        {
            "says": """
        powiedział powiedziała powiedzieli mówi mówią mówił mówiła oświadczył oświadczyła
        oświadczyli poinformował poinformowała poinformowali poinformowało informuje informują
        podkreślił podkreśliła podkreślili podkreśla dodał dodała dodali dodaje zaznaczył
        zaznaczyła zaznaczyli zaznacza stwierdził stwierdziła stwierdzili twierdzi twierdzą
        twierdził twierdziła ogłosił ogłosiła ogłosili wyjaśnił wyjaśniła wyjaśnia tłumaczy
        tłumaczył tłumaczyła przekazał przekazała przekazali podał podała podali podało podaje
        podają uważa uważają ocenił oceniła ocenia przypomniał przypomniała przypomina napisał
        napisała napisali pisze zauważył zauważyła relacjonuje relacjonował opowiedział opowiada
        zapowiedział zapowiedziała zapowiedzieli zapowiada
        """,
            "denies": """
        zaprzeczył zaprzeczyła zaprzeczyli zaprzecza zaprzeczają zdementował zdementowała
        zdementowali dementuje odrzucił odrzuciła
        """,
            "demands": """
        zażądał zażądała zażądali żąda żądają domaga domagają domagał wezwał wezwała wezwali
        wzywa apeluje apelują zaapelował zaapelowała zaapelowali
        """,
            "promises": "obiecał obiecała obiecali obiecuje obiecują zapewnił zapewniła zapewnia",
            "warns": "ostrzegł ostrzegła ostrzegli ostrzega ostrzegają przestrzegł",
            "accuses": "oskarżył oskarżyła oskarżyli oskarża oskarżają zarzucił zarzuciła zarzuca",
            "confirms": """
        potwierdził potwierdziła potwierdzili potwierdza przyznał przyznała przyznali
        """,
            "asks": "zapytał zapytała spytał spytała poprosił poprosiła poprosili prosi",
        }
    ),
    guarded=words(
        """
        napisał napisała pisze uważa uważają ocenił oceniła ocenia podał podała podaje podają
        przekazał przekazała obiecuje przyznał przyznała przyznali odrzucił odrzuciła ogłosił
        ogłosiła wyjaśnia tłumaczy przypomina opowiada mówi mówią stwierdził prosi zarzuca
        zapowiada zapowiedział dodał dodała dodali potwierdził potwierdziła potwierdzili
        """
    ),
    # "Według" only before names: else nothing shows where what it names ends ("według policji woda
    # opadła").
    according=(
        "(?:według|zdaniem)(?= (?-i:[A-ZĆŁŚŹŻ]))|"
        "jak podaje|jak podają|jak podał|jak podała|jak podało|jak podały|jak poinformował"
        "|jak poinformowała|jak poinformowało|jak informuje|jak informują|jak twierdzi"
        "|jak twierdzą|jak pisze|jak powiedział|jak powiedziała|jak dodał|jak dodała|jak przekazał"
        "|jak przekazała|jak zaznaczył|jak podkreślił|jak podkreśla"
    ),
    auxiliaries=words("także też również już wcześniej później potem się nie sam sama jeszcze"),
    capital_nouns=True,
    passives=words("był była było byli były został została zostało zostali zostały"),
    introductions=words("że iż aby żeby by"),
    pronouns=words("on ona oni one ja my"),
    personal=words("on ona"),
    object_pronouns=words("niego niej nich"),
    first_persons=words("ja my"),
    none=words("nikt żaden żadna"),
    unsaid=words("czy"),
    relatives=words("który która którzy które"),
    nobody=words("to ten ta te jego jej ich"),
    openers=words(
        """że który która którzy które gdy kiedy jeśli jeżeli choć ale a aby żeby jak gdzie dopóki
        po ponieważ bo jednak lecz natomiast"""
    ),
    prepositions=words(
        """w we na po z ze od do za u o przy dla podczas ze bez pod nad między przez przeciw przed
        wobec wśród"""
    ),
    inner=words("i oraz ds"),
    inner_after=words("z ds"),
    groups=words(
        """policja prokuratura rząd ministerstwo sąd rada straż wojsko urząd spółka sztab komisja
        minister premier prezydent burmistrz wójt wojewoda rzecznik rzeczniczka prezes dyrektor
        poseł posłanka senator komendant ekspert prokurator sędzia adwokat mecenas świadek
        przewodniczący szef szefowa"""
    ),
    determiners=words("ten ta te ci jego jej ich"),
    finite=words("był była było byli były jest są stał stała będzie będą ma mają"),
    verb_endings=("ała", "ali", "ało", "ały", "iła", "ili", "iło", "iły", "ęła", "ęli", "ęły"),
    plural_endings=("cy", "ci", "rzy", "dze", "dzy"),
    joins=words("i oraz a"),
    accusations=words(
        """
        zarzuty zarzutom zarzutów oskarżenia oskarżeniom oskarżeń doniesieniom doniesienia
        informacje informacjom twierdzeniom
        """
    ),
    turns=words("ale lecz"),
)
