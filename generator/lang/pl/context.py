"""Polish: words by which a sentence leans on the text around it."""

from __future__ import annotations

from generator.lang.event_words import ContextWords

CONTEXT = ContextWords(
    pronouns="on|ona|ono|oni|one|jego|jej|ich|jemu|mu|im|nim|nią|nimi|niego|niej|nich|swój|swoją",
    openers=(
        "tymczasem|jednak|ale|a|i|lub|potem|następnie|także|też|również|ponadto|przy tym"
        "|dlatego|w ten sposób|wtedy|wówczas|teraz|tam|tu|tutaj|tak|zresztą|przeciwnie|natomiast"
        "|t(?:en|a|o|e|ego|ej|ych|emu|ym|ymi)|ci|tamt(?:en|a|o|e)|tak(?:i|a|ie)|ob(?:aj|ie|a)"
        "|oboje|więc|zatem|mimo to|jednocześnie"
    ),
    before=(
        "w|we|na|po|do|z|ze|u|o|od|za|dla|przy|przed|przez|jak|kiedy|gdy|jeśli|choć|aby|żeby|że|i"
        "|a|ale|jeszcze|już|tylko|nawet|wszyscy|wielu"
    ),
    further=(
        "inn(?:y|a|e|i|ego|ych|ą)|jeszcze (?:jeden|jedna|jedno|dwa|dwie|trzy)|kolejn(?:y|a|e|i)"
    ),
    speakers=(
        "[Jj]a|[Mm]y|[Mm]nie|[Nn]as|[Nn]am|[Mm]ój|[Mm]oja|[Mm]oje|[Mm]oi|[Nn]asz(?:a|e|ego|ych)?"
        "|[Tt]y|[Ww]y|[Ww]am|[Ww]as|[Ww]asz(?:a|e)?"
    ),
    captions="[Ff]ot\\.|[Ff]oto ?:|[Nn]a zdjęciu",
    births="urodził(?:a)? się|urodzon[ya]|urodziny",
)
