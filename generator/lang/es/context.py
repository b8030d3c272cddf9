"""Spanish: words by which a sentence leans on the text around it."""

from __future__ import annotations

from generator.lang.event_words import ContextWords

CONTEXT = ContextWords(
    pronouns="él|ella|ellos|ellas|ello|su|sus|lo|les?|suyo|suya",
    openers=(
        "mientras tanto|entretanto|sin embargo|no obstante|además|también|pero|y|o|entonces|luego"
        "|así|por eso|por ello|por tanto|por lo tanto|en cambio|asimismo|ahora|ahí|allí|aquí"
        "|est[eao]s?|es[eao]s?|aquel(?:la|los|las)?|tal(?:es)?|ambos|ambas|l[oa]s dos|l[oa]s demás"
    ),
    before=(
        "en|el|a|de|por|para|con|desde|hasta|tras|según|cuando|mientras|como|si|porque|aunque"
        "|durante|sobre|entre|y|pero|que|también|ya|solo|sólo|después|antes|luego|entonces"
    ),
    further="otr[oa]s?|el segundo|la segunda|el tercero|la tercera|los demás|las demás",
    speakers=(
        "[Yy]o|[Nn]osotros|[Nn]osotras|[Nn]uestr[oa]s?|[Mm]is?|[Mm]í|[Mm]e|[Nn]os|[Tt]ú|[Uu]stedes"
    ),
    captions="[Ff]oto(?:grafía)? ?:|[Ff]oto de archivo|[Ii]magen ?:|[Ii]magen de archivo",
    births="nació|nacid[oa] (?:el|en)|nacimiento de|cumpleaños",
)
