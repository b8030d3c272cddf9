"""Portuguese: words around figures, and what they count."""

from __future__ import annotations

from generator.lang.figure_words import FigureWords
from generator.lang.words import counted, words

_PEOPLE = words(
    """
        pessoas homens mulheres crianças meninos meninas menores soldados militares policiais
        polícias civis manifestantes combatentes vítimas sobreviventes feridos mortos passageiros
        trabalhadores estudantes alunos médicos pacientes doentes moradores refugiados migrantes
        presos reféns suspeitos turistas jornalistas famílias cidadãos bombeiros voluntários corpos
        terroristas habitantes eleitores deputados
        """
)

FIGURES = FigureWords(
    numbers={
        **counted(
            "dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze", 2
        ),
        **dict.fromkeys(("um", "uma"), 1),
        "duas": 2,
        **counted("vinte trinta quarenta cinquenta", 20, 10),
        "cem": 100,
    },
    articles={"um": 1, "uma": 1, "meio": 0.5},
    # A thousand million is "mil milhões" in Portugal and "um bilhão" in Brazil.
    scales={
        "mil milhões": 1e9,
        "mil": 1e3,
        "milhões|milhão": 1e6,
        "bilhões|bilhão": 1e9,
        "biliões|bilião": 1e12,
    },
    vague={
        "dezenas de milhares": 1e4,
        "centenas de milhares": 1e5,
        "milhares": 1e3,
        "centenas": 1e2,
        "dezenas": 10,
        "milhões": 1e6,
    },
    grouped=r"\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?!\d)",
    bounds={
        "pelo menos|ao menos|mais de|não menos de": "at least",
        "até|no máximo|menos de": "at most",
        "cerca de|aproximadamente|quase|perto de|por volta de|uns|umas": "about",
    },
    changes_from="de",
    changes_to="para",
    changes="subiu de|aumentou de|passou de|cresceu de|caiu de|desceu de|subiu|passou",
    ranges=(("entre", "e"), ("de", "para"), ("", "a|ou|-|–")),
    currencies={
        r"US\$|dólares|dólar": "USD",
        r"R\$|reais|real": "BRL",
        "€|euros?": "EUR",
        "£|libras": "GBP",
        "rublos": "RUB",
    },
    shares="por cento|%",
    units=(
        "anos?|meses|mês|semanas?|dias?|horas?|minutos?|segundos?|séculos?|quilómetros?|quilômetros?"
        "|km|metros?|graus?|pontos?|vezes|hectares?|toneladas?"
    ),
    names="artigo|página|capítulo|número|nº|voo|lei|decreto",
    measures={
        "dead": (
            "mortos?|mortas?|mortes?|morreram|óbitos?|falecidos?|matou|mataram|assassinad[oa]s?"
            "|vítimas mortais"
        ),
        "injured": "feridos?|feridas?",
        "arrested": "detidos?|detidas?|pres[oa]s|detenções|prisões",
        "missing": "desaparecidos?|desaparecidas?",
        "displaced": "deslocad[oa]s?|desalojad[oa]s?|desabrigad[oa]s?|evacuad[oa]s?",
        "cases": "casos?|infeções|infecções|infetados|infectados",
        "hospitalised": "internad[oa]s?|hospitalizad[oa]s?",
    },
    passive="foram|foi|ficaram|tinham sido|haviam sido|são",
    happened={"dead": "morreram|faleceram|têm morrido|tinham morrido"},
    who="que",
    counted=_PEOPLE
    | words(
        """
        casos ataques explosões bombas mísseis drones edifícios prédios casas escolas veículos
        carros aviões empregos
        """
    ),
    people=_PEOPLE,
    modifiers=words("outros outras mais novos novas de dos das os as"),
    additions=words("outros outras mais novos novas"),
    closers=words(
        """
        ou em no na a ao à e que o os as por com para desde até foi foram é são tem têm tinha
        tinham enquanto segundo após durante
        """
    ),
    breaks="e|mas|enquanto|quando|que",
    plural_endings=("s",),
    not_plural=("is", "us"),
    planned="será|serão|poderá|poderão|poderia|prevê|vai|vão|deve|devem",
    anyone=words("pessoas vítimas mortos mortes feridos"),
    partitive="de|do|dos|das|da|de cada",
    determiners=words("o a os as seu sua seus suas"),
    fractions={
        "a metade|metade": 0.5,
        "um terço": 1 / 3,
        "dois terços": 2 / 3,
        "um quarto": 0.25,
        "três quartos": 0.75,
        "um quinto": 0.2,
    },
    ratios="em cada|de cada",
    since="desde",
    since_what="o|a|os|as|então",
    so_far="até agora|até ao momento|até o momento",
    recent_before="em|durante|n[oa]s",
    recent=r"(?:os |as |o |a )?(?:últim[oa]s?|passad[oa]s?) .*",
    current="este ano|neste ano",
    superlatives="pior|piores|maior|maiores|primeir[oa]|mais grave|recorde",
    as_of="até",
    tallies="número de (?:mortos|vítimas|feridos|casos)|balanço|total",
    counts_of="(?:balanço|contagem|dados) (?:de|do)",
    dated_by="em",
    per="por",
    rates="por (?:ano|mês|dia|habitante|pessoa|hora)|ao ano|per capita",
)
