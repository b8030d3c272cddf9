"""German: words that show who says what.

In a perfect the participle closes the sentence ("hat gefordert"), so only finite verbs count.
"""

from __future__ import annotations

from generator.lang.claim_words import ClaimWords, kinds
from generator.lang.words import words

CLAIMS = ClaimWords(
    verbs=kinds(
        {
            "says": """
        sagt sagte sagten sagen erklärt erklärte erklärten erklären betont betonte betonten meint
        meinte meinten berichtet berichtete berichteten behauptet behauptete behaupteten schreibt
        schrieb schrieben versichert versicherte versicherten erzählt erzählte erzählten äußert
        äußerte äußerten argumentiert argumentierte kündigte kündigten teilte teilten ergänzte
        ergänzt fügte erläuterte unterstrich hob verwies gab
        """,
            "denies": "bestreitet bestritt bestritten bestreiten dementiert dementierte",
            "demands": "fordert forderte forderten fordern verlangt verlangte verlangten verlangen",
            "promises": "verspricht versprach versprachen versprechen",
            "warns": "warnt warnte warnten warnen",
            "accuses": "beschuldigt beschuldigte beschuldigten kritisiert kritisierte kritisierten",
            "confirms": "bestätigt bestätigte bestätigten gesteht gestand räumte",
            "asks": "fragt fragte fragten",
        }
    ),
    guarded=words(
        """kündigte kündigten teilte teilten fügte hob gab räumte schreibt schrieb erzählt meint
        berichtet berichteten erklärt bestätigt versichert betont sagen erklären fordern"""
    ),
    according="laut|zufolge|nach Angaben (?:der|des|von)|nach Ansicht (?:der|des|von)|gemäß|so",
    auxiliaries=words(
        """hat haben hatte hatten auch noch nicht mehr sich ihm ihr ihnen uns mir heute gestern
        zudem außerdem weiter weiterhin dann danach schon bereits jedoch aber dazu darauf ferner"""
    ),
    passives=words("wird werden wurde wurden ist sind war waren worden"),
    introductions=words("dass daß ob"),
    complements=words("der die das ein eine er sie es"),
    pronouns=words("er sie es wir ich"),
    personal=words("er sie"),
    object_pronouns=words("ihm ihr ihnen"),
    first_persons=words("ich wir"),
    none=words("kein keine keiner niemand"),
    unsaid=words("ob"),
    relatives=words("der die das welcher welche"),
    nobody=words("dies dieses man was wer wie jemand das es nichts alles"),
    openers=words(
        """dass daß ob weil wenn während obwohl als nachdem bevor damit denn aber sondern doch
        wo wie warum und oder"""
    ),
    prepositions=words(
        """in im am an auf aus bei mit nach von vom zu zum zur für gegen um unter über vor durch
        ohne seit bis zwischen wegen während trotz laut"""
    ),
    capital_nouns=True,
    inner_after=words("der des von vom für"),
    inner=words("der des von vom für den dem das und"),
    determiners=words(
        """der die das dem den des ein eine einer einem einen sein seine ihr ihre dieser diese
        dieses mehrere einige viele zwei drei unser unsere"""
    ),
    finite=words(
        """ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte
        soll sollen muss müssen will wollen gibt gab"""
    ),
    verb_endings=("te", "ten"),
    participle_endings=("end",),
    plural_endings=("en", "er", "e", "s", "n"),
    joins=words("und sowie"),
    accusations=words("vorwürfe anschuldigungen vorwurf anklage berichte verantwortung"),
    turns=words("aber sondern"),
)
