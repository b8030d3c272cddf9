"""English: words by which a sentence leans on the text around it."""

from __future__ import annotations

from generator.lang.event_words import ContextWords

CONTEXT = ContextWords(
    pronouns=(
        "he|she|it|they|his|her|hers|its|their|theirs|him|them|himself|herself|itself|themselves"
    ),
    openers=(
        "meanwhile|however|moreover|furthermore|besides|nevertheless|nonetheless|still|yet|but|so"
        "|thus|therefore|hence|then|also|and|or|instead|otherwise|similarly|likewise|indeed"
        "|additionally|in addition|as a result|for example|for instance|by contrast|of these"
        "|at the time|now|there|here|this|that|these|those|such|both|neither|either"
        "|the (?:two|three|four|latter|former|same|next|following|other|others|pair|duo)"
    ),
    before=(
        "on|in|at|by|to|of|for|with|from|until|till|since|after|before|when|while|where|as|if"
        "|because|although|though|despite|following|during|about|over|under|upon|among|between"
        "|according|and|but|yet|so|that|both|all|some|most|many|one|only|even|just|also|then|now"
        "|meanwhile|late|early|earlier|later|what|how|why|not"
    ),
    further=(
        r"another|the other|others|a (?:second|third|fourth|fifth|sixth|seventh)|\w+ more(?! than)"
        "|as well(?! as)|the latter|the former"
    ),
    speakers=r"I|[Ww]e|[Mm]y|[Oo]ur|ours|[Yy]ou|[Yy]our|[Mm]e|us|I['’]\w+|[Ww]e['’]\w+",
    captions=(
        r"[Ff]ile photo|[Ff]ile photograph|FILE|[Pp]hotograph ?:|[Pp]hoto ?:|PHOTO"
        r"|[Pp]icture ?:|[Ii]mage ?:"
        r"|\b(?:is|are) (?:seen|pictured|shown)\b|\((?:left|right|center|centre)\)"
        r"|[Pp]ictured|[Ss]een here"
    ),
    births=r"(?:was|were|is) born|born (?:on|in|at)|birth of|birthday|(?:his|her) birth",
)
