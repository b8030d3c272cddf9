"""German: words by which a sentence leans on the text around it."""

from __future__ import annotations

from generator.lang.event_words import ContextWords

CONTEXT = ContextWords(
    pronouns=(
        "er|sie|es|ihm|ihr|ihnen|ihn|sein|seine[nmrs]?|ihre[nmrs]?|dessen|deren|letztere[rs]?"
        "|derselbe|dieselbe"
    ),
    openers=(
        "inzwischen|unterdessen|währenddessen|jedoch|aber|doch|dennoch|trotzdem|allerdings|zudem"
        "|außerdem|auch|und|oder|dann|danach|daraufhin|darauf|da|dort|hier|so|somit|also|deshalb"
        "|daher|deswegen|dagegen|ebenso|ferner|nun|dabei|damit|dafür|dazu|diese[nmrs]?|jene[nmrs]?"
        "|solche[nmrs]?|beide|schließlich|zuvor"
    ),
    before=(
        "in|im|am|an|auf|aus|bei|mit|nach|von|vom|zu|zum|zur|für|gegen|um|unter|über|vor|durch|ohne"
        "|seit|bis|als|wenn|weil|während|obwohl|nachdem|bevor|dass|wie|und|aber|auch|nur|noch|schon"
    ),
    further="andere[nmrs]?|weitere[nmrs]?|der zweite|die zweite|das zweite",
    speakers=(
        "[Ii]ch|[Ww]ir|[Mm]ein|[Mm]eine[nmrs]?|[Uu]nser|[Uu]nsere[nmrs]?|[Mm]ir|[Mm]ich|[Uu]ns"
        "|[Dd]u|[Ii]hnen|[Dd]ein|[Dd]eine[nmrs]?"
    ),
    captions="[Ff]oto ?:|[Bb]ild ?:|[Aa]rchivfoto|[Aa]rchivbild|[Ss]ymbolbild",
    births="geboren|Geburt|Geburtstag",
)
