"""Spanish: words around figures, and what they count."""

from __future__ import annotations

from generator.lang.figure_words import FigureWords
from generator.lang.words import counted, words

_PEOPLE = words(
    """
        personas hombres mujeres niños niñas menores soldados militares policías civiles
        manifestantes combatientes víctimas supervivientes heridos muertos pasajeros
        trabajadores estudiantes alumnos médicos pacientes vecinos refugiados migrantes presos
        rehenes sospechosos turistas periodistas familias ciudadanos bomberos voluntarios
        cadáveres atacantes terroristas
        """
)

FIGURES = FigureWords(
    numbers={
        **counted(
            "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince", 2
        ),
        "uno": 1,
        "veinte": 20,
    },
    articles={"un": 1, "medio": 0.5},
    scales={"mil": 1e3, "millones|millón": 1e6},
    vague={
        "decenas de miles": 1e4,
        "cientos de miles": 1e5,
        "miles": 1e3,
        "cientos|centenares": 1e2,
        "decenas": 10,
        "millones": 1e6,
    },
    grouped=r"\d{1,3}(?:\.\d{3})+",
    bounds={
        "al menos|por lo menos|más de|no menos de": "at least",
        "hasta|como máximo|menos de": "at most",
        "unos|unas|alrededor de|cerca de|casi|aproximadamente": "about",
    },
    changes_from="de",
    changes_to="a",
    rates="por (?:barril|persona|kilo|tonelada|unidad|habitante|hora)|el barril|el kilo|cada uno",
    per="al año|por año|cada año|al mes|por mes|al día|por día|diari[oa]s|anuales|a la semana",
    halves="primera|segunda|última|otra",
    states="había|hay|ascendía a|sumaba|totalizaba|se elevaba a|alcanzaba",
    planned_after="(?:será|serán|podría|podrían|deberá|deberán|va a|van a)",
    changes="subió|aumentó|pasó|creció|bajó",
    ranges=(("entre", "y"), ("", "a|o|-|–")),
    currencies={r"US\$|\$|dólares": "USD", "€|euros?": "EUR", "£|libras": "GBP", "rublos": "RUB"},
    shares="por ciento|%",
    units=(
        "años?|mes(?:es)?|semanas?|días?|horas?|minutos?|segundos?|siglos?|kilómetros?|km|metros?"
        "|grados?|puntos?|veces"
    ),
    names="artículo|página|capítulo|número|vuelo",
    measures={
        "dead": (
            "muertos?|muertas?|muertes?|fallecidos?|fallecidas?|murieron|mató|mataron|asesinados"
        ),
        "injured": "heridos?|heridas?|lesionados",
        "arrested": "detenidos?|detenidas?|arrestados",
        "missing": "desaparecidos?|desaparecidas?",
        "displaced": "desplazados?|desplazadas?|evacuados?|evacuadas?",
        "cases": "casos?|contagios?|infectados",
        "hospitalised": "hospitalizados?|hospitalizadas?",
    },
    passive="fueron|fue|han sido|habían sido|resultaron|quedaron",
    happened={"dead": "murieron|fallecieron|han muerto|habían muerto"},
    who="que",
    counted=_PEOPLE
    | words(
        """
        casos ataques explosiones bombas misiles drones edificios casas escuelas vehículos
        aviones
        """
    ),
    people=_PEOPLE,
    modifiers=words("otros otras más nuevos nuevas de los las"),
    additions=words("otros otras más nuevos nuevas"),
    closers=words(
        """
        o en a y que el la por con para desde hasta fue fueron es son han ha había habían
        mientras
        """
    ),
    breaks="y|pero|mientras|cuando|que",
    plural_endings=("s",),
    not_plural=("is", "us"),
    planned="será|serán|podría|podrían|planea|prevé",
    anyone=words("personas víctimas muertos muertas muertes heridos heridas fallecidos"),
    partitive="de|del|de cada",
    determiners=words("el la los las su sus"),
    fractions={
        "la mitad": 0.5,
        "un tercio|la tercera parte": 1 / 3,
        "dos tercios": 2 / 3,
        "un cuarto|la cuarta parte": 0.25,
        "tres cuartos|tres cuartas partes": 0.75,
    },
    ratios="de cada",
    since="desde",
    since_what="el|la|los|las|entonces",
    so_far="hasta ahora|hasta la fecha|hasta el momento|en lo que va de (?:año|mes)",
    recent_before="en|durante",
    recent=r"(?:el |la |los |las )?(?:últim[oa]s?|pasad[oa]s?) .*",
    current="este año",
    superlatives="peor|mayor|mayores|primer|primera|primero|más grave|récord",
    as_of="hasta|a fecha de|a fecha del",
    tallies="número de (?:muertos|víctimas|fallecidos|heridos)|cifra|balance|saldo",
    counts_of="(?:cifra|balance|recuento|datos) (?:de|del)",
    dated_by="el",
)
