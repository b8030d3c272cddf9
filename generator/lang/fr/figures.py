"""French: words around figures, and what they count."""

from __future__ import annotations

from generator.lang.figure_words import FigureWords
from generator.lang.words import counted, words

_PEOPLE = words(
    """
        personnes hommes femmes enfants filles garçons mineurs soldats militaires policiers civils
        gendarmes pompiers manifestants combattants victimes survivants rescapés blessés morts
        passagers ouvriers salariés employés étudiants élèves médecins patients habitants réfugiés
        migrants prisonniers détenus otages suspects touristes journalistes familles citoyens
        bénévoles corps assaillants terroristes fonctionnaires électeurs députés
        """
)

FIGURES = FigureWords(
    numbers={
        **counted(
            "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
            2,
        ),
        **counted("vingt trente quarante cinquante soixante", 20, 10),
        **dict.fromkeys(("un", "une"), 1),
        **dict.fromkeys(("cent", "cents"), 100),
        "mille": 1000,
    },
    articles={"un": 1, "une": 1},
    scales={"mille": 1e3, "millions?": 1e6, "milliards?": 1e9},
    vague={
        "des dizaines de milliers|dizaines de milliers": 1e4,
        "des centaines de milliers|centaines de milliers": 1e5,
        "des milliers|milliers": 1e3,
        "des centaines|centaines": 1e2,
        "des dizaines|dizaines": 10,
        "des millions": 1e6,
    },
    grouped=r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?!\d)",
    bounds={
        "au moins|plus de|plus d['’]|pas moins de|au minimum": "at least",
        "jusqu['’]à|au plus|moins de|moins d['’]|au maximum": "at most",
        "environ|près de|près d['’]|quelque|quelques|autour de|à peu près|presque": "about",
    },
    bounds_after={"environ": "about", "au moins|et plus": "at least", "au plus": "at most"},
    changes_from="de",
    changes_to="à",
    changes=(
        "passée?s? de|passer de|augmenté de|baissé de|monté de|chuté de|tombée?s? de|est passé de"
    ),
    ranges=(("entre", "et"), ("de", "à"), ("", "à|ou|-|–")),
    currencies={
        r"US\$|\$|dollars": "USD",
        "€|euros?|d['’]euros?": "EUR",
        "£|livres sterling": "GBP",
        "francs suisses": "CHF",
        "roubles": "RUB",
        "yens": "JPY",
    },
    shares="pour cent|p\\. ?100|%",
    units=(
        "(?:d['’])?ans?|(?:d['’])?années?|(?:d['’])?heures?|mois|semaines?|jours?|heures?|minutes?|secondes?|siècles?|kilomètres?|km|"
        "mètres?|hectares?|degrés?|points?|fois|tonnes?|kilos?|litres?"
    ),
    names="sur|article|page|chapitre|numéro|n°|vol|décret|loi|route|ligne|âgée?s? de",
    measures={
        "dead": (
            "morts?|mortes?|tuée?s?|décès|décédée?s?|assassinée?s?|ont péri|tué|abattus"
            "|ont trouvé la mort|ont perdu la vie|victimes mortelles"
        ),
        "injured": "blessée?s?|blessé",
        "arrested": "arrêtée?s?|interpellée?s?|arrestations|interpellations|gardes? à vue",
        "missing": "disparue?s?|portée?s? disparue?s?",
        "displaced": "déplacée?s?|évacuée?s?",
        "cases": "cas|contaminations|infectée?s?|contaminée?s?",
        "hospitalised": "hospitalisée?s?",
    },
    passive="ont été|a été|avaient été|avait été|furent|sont|est|fut|étaient",
    happened={"dead": "sont mortes?|sont morts|moururent|ont péri|périrent|sont décédée?s"},
    who="qui",
    counted=_PEOPLE
    | words(
        """
        cas attaques attentats explosions bombes missiles drones bâtiments maisons écoles voitures
        véhicules avions navires manifestations emplois postes logements
        """
    ),
    people=_PEOPLE,
    modifiers=words("autres d'autres d’autres nouveaux nouvelles de des d' d’ les jeunes"),
    additions=words("autres nouveaux nouvelles supplémentaires"),
    closers=words(
        """
        ou en à au aux et que qui la le les par avec pour depuis dans sur a ont est sont fut
        furent avait avaient pendant tandis selon contre dont où lors après avant
        """
    ),
    breaks="et|mais|tandis|quand|que|qui",
    plural_endings=("s", "x"),
    not_plural=("is", "us", "as"),
    planned="sera|seront|pourrait|pourraient|devrait|devraient|prévoit|va|vont",
    anyone=words("personnes victimes morts décès blessés"),
    partitive="de|des|du|d['’]|sur",
    determiners=words("le la les l' l’ son sa ses leur leurs"),
    fractions={
        "la moitié": 0.5,
        "un tiers|le tiers": 1 / 3,
        "deux tiers|les deux tiers": 2 / 3,
        "un quart|le quart": 0.25,
        "trois quarts|les trois quarts": 0.75,
        "un cinquième": 0.2,
    },
    ratios="sur",
    since="depuis",
    since_what="le|la|les|l['’]\\w+|lors",
    so_far="jusqu['’](?:à présent|ici)|à ce jour|depuis lors",
    recent_before="dans|durant|pendant|au cours de",
    recent=r"(?:les |la |l['’])?(?:\w+ )?(?:derni(?:er|ère)s?|passée?s?) .*|la semaine .*",
    current="cette année|ce mois-ci|cette semaine",
    superlatives="pires?|plus grave|plus meurtri(?:er|ère)|plus forte?|record|première?|premier",
    as_of="au",
    tallies="bilan|nombre de (?:morts|victimes|décès|blessés|cas)|total",
    counts_of="(?:bilan|décompte|chiffres?|comptage) (?:de|du|des)",
    dated_by="le",
    per="par",
    rates="par (?:an|mois|jour|habitant|personne|heure)",
)
