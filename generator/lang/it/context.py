"""Italian: words by which a sentence leans on the text around it."""

from __future__ import annotations

from generator.lang.event_words import ContextWords

CONTEXT = ContextWords(
    pronouns="lui|lei|loro|egli|ella|essi|esse|esso|essa|suo|sua|suoi|sue|lo|gli|le|li",
    openers=(
        "nel frattempo|intanto|tuttavia|però|inoltre|anche|ma|e|o|allora|poi|così|quindi|dunque"
        "|perciò|per questo|invece|ora|adesso|lì|là|qui|qua"
        "|quest[oaie]|quel(?:l[oaei])?|quegli|quei|tal[ei]|entramb[ie]|tutt[ie] e due"
    ),
    before=(
        "in|il|a|di|da|per|con|fino|dopo|secondo|quando|mentre|come|se|perché|anche|durante|su|tra"
        "|fra|e|ma|che|già|solo|poi|prima|ora"
    ),
    further="altr[oaie]|il secondo|la seconda|il terzo|la terza|gli altri|le altre",
    speakers=(
        "[Ii]o|[Nn]oi|[Nn]ostr[oaie]|[Mm]i|[Mm]i[oae]|[Mm]iei|[Mm]e|[Cc]i|[Tt]u|[Vv]oi|[Vv]ostr[oaie]"
    ),
    captions="[Ff]oto ?:|[Ff]oto d'archivio|[Nn]ella foto",
    births="nacque|nat[oa] (?:il|a|nel)|nascita di|compleanno",
)
