"""Portuguese: words by which a sentence leans on the text around it."""

from __future__ import annotations

from generator.lang.event_words import ContextWords

CONTEXT = ContextWords(
    pronouns="ele|ela|eles|elas|seu|sua|seus|suas|lhe|lhes|dele|dela|deles|delas",
    openers=(
        "entretanto|enquanto isso|no entanto|contudo|porém|todavia|além disso|também|mas|e|ou"
        "|então|depois|assim|por isso|portanto|em contrapartida|agora|ali|lá|aqui|aí"
        "|est[ea]s?|ess[ea]s?|isso|isto|aquel[ea]s?|tal|tais|ambos|ambas|os dois|as duas|os demais"
    ),
    before=(
        "em|no|na|nos|nas|o|a|de|do|da|por|para|com|desde|até|após|segundo|quando|enquanto|como"
        "|se|porque|embora|durante|sobre|entre|e|mas|que|também|já|só|depois|antes"
    ),
    further="outr[oa]s?|o segundo|a segunda|o terceiro|a terceira|os restantes",
    speakers="[Ee]u|[Nn]ós|[Nn]oss[oa]s?|[Mm]eus?|[Mm]inhas?|[Mm]im|[Mm]e|[Tt]u|[Vv]ocês?",
    captions="[Ff]oto(?:grafia)? ?:|[Ff]oto de arquivo|[Ii]magem ?:|[Ii]magem de arquivo",
    births="nasceu|nascid[oa] (?:a|em)|nascimento de|aniversário",
)
