"""English: words that say whether something was done, planned, uncertain or denied."""

from __future__ import annotations

from generator.lang.event_words import ReportingWords, StatusWords, UneventfulWords
from generator.lang.words import phrases

_VERB = (
    r"(?!comment|say|know|give|have|want|wait|regret|mind|remember|recall|doubt|believe|think|reali"
    r"|understand|like|care|mean)[a-z]{2,}"
)
# What people are or are not in mind is no event.
_FEELING = r"(?!impressed|amused|convinced|surprised|satisfied|pleased|interested|concerned|needed)"
_PARTICIPLE = (
    rf"{_FEELING}(?:\w+ed|held|found|met|seen|built|made|taken|given|sent|paid|shot|sold|hit|told|brought|kept"
    r"|left|lost|won|spoken|written|begun|come|gone|done|put|let|heard|caught|carried)"
)
_PAST = r"(?:was|were|has|have|had|did|took|came|went|died|fell|made|met|got|saw|\w+ed)"
# "Due to the rain", "due to completion"
_CAUSE = (
    r"(?:the|an?|its|his|her|their|seasonal|technical|heavy|bad|poor|weak|lack"
    r"|fears|concerns|problems|costs)\b|\w+(?:tion|sion|ment|ity|ness|ing|ance|ence)\b"
)
STATUS = StatusWords(
    planned=phrases(
        rf"""will | shall | ['’]ll | won['’]t | is to | are to | is due | are due
        | due to (?!{_CAUSE})\w+ | plans to | plan to | intends to | intend to | proposes to
        | propose to(?! the\b) | hopes to | hope to | is scheduled | are scheduled | is expected
        | are expected | aims to | is set to | are set to | is planned | are planned"""
    ),
    # "would have" is about what did not happen.
    foreseen=phrases(
        r"""(?:would|should|ought to)(?! (?:\w+ )?have\b| (?:I|you|he|she|we|they)\b)
        | can(?= \w) | must(?! have been\b) | cannot fail to
        | (?:have|has|need|needs|want|wants|expect|expects|promise|promises|pledge|pledges|aim
        |aims) to
        | (?:hope|hopes|expect|expects|propose|proposes|forecasts|predicts)(?= \w)
        | (?:am|is|are) (?:hoping|expecting|forecasting|projecting|predicting|aiming|planning)
        | (?:expected|forecast|forecasted|projected|predicted|hoped) to | [Ll]et us | [Ll]et['’]s
        | (?:to be|is|are) (?:completed|delivered|held|paid|released|submitted)"""
    ),
    asked=phrases(
        r"""(?:ask|asks|asking|urge|urges|urging|invite|invites|call on|calls on|calling on
        |call upon|request|requests|requesting) (?:[\w'’.-]+ ){1,7}?to(?= \w+)
        | (?:recommend|recommends|recommending|propose|proposes|proposing|suggest|suggests
        |ask|asks|asking|request|urge|urges|hope|hopes|hoping) that"""
    ),
    outlook=phrases(
        r"""(?:prospects?|outlook|hopes?|plans?|forecasts?|projections?|targets?|goals?|estimates?)
        (?:for|in|of)(?: the)?"""
    ),
    possible=phrases(r"could(?! not\b| n['’]t\b)(?! (?:\w+ )?have\b) | (?:was|were) likely to"),
    expected=phrases(
        rf"""(?:was|were|been) (?:planned|scheduled|expected|supposed|meant|set) (?:to|for|on)
        | (?:was|were|been) due (?:for|on|to (?!{_CAUSE})\w+)
        | (?<=\w) was to | were to | had planned to | had to (?:\w+ ){{1,4}}by(?=  )"""
    ),
    uncertain=phrases(
        r"""may | might | allegedly | reportedly
        | (?:possibly|perhaps|probably)(?= (?:[\w']+ ){0,2}$)
        | unconfirmed | rumou?red | (?:is|are|was|were) (?:believed|thought|rumou?red|alleged) to
        | is likely | are likely | (?:is|are) unlikely"""
    ),
    # The participles and plain verbs that "not" denies; "not guilty" denies nothing that happened.
    negated=phrases(
        rf"""(?:did|could|will)(?: not|n['’]t| n['’]t) (?:\w+ly |even )?{_VERB}
        | (?:wo n['’]t|won['’]t) {_VERB}
        | (?:was|were|is|are|has|have|had)(?: not|n['’]t| n['’]t)
        (?:yet |been |\w+ly ){{0,2}}{_PARTICIPLE}
        | (?:could|will)(?: not|n['’]t| n['’]t) be {_PARTICIPLE}
        | [Nn]obody (?!but)\w+ | [Nn]o one (?!but|else)\w+ | [Nn]one of (?:\w+ ){{1,4}}{_PAST}
        | [Nn]either (?:\w+ ){{1,3}}{_PAST} | [Nn]o (?:\w+ ){{1,3}}{_PAST}"""
    ),
    cancelled=phrases(
        r"""(?:was|were|been|is|are|being) (?:later |then )?(?:cancelled|canceled|called off
        |scrapped|postponed|averted|abandoned)"""
    ),
    cancelling=phrases(
        r"(?:cancelled|canceled|called off|scrapped|postponed|averted) (?:the |its |their |a )?$"
    ),
    governing=phrases(
        """denie[sd] that | deny that | denying that | not true that | no evidence that
        | false that | untrue that | a lie that | denie[sd] (?:reports|claims|allegations|rumou?rs)
        that | denie[sd] having"""
    ),
    harmless=phrases(
        r"""no fewer | no less | no more than | no later than | not only | not least | not just
        | [Nn]o\. ?\d+ | [Nn]o (?:more|other|better|greater|such) | no doubt | no longer | not far
        | not long | if not | may or may not | (?:not|never|n['’]t|cannot be) (?:denied|disputed
        |doubted) | may be (?:said|noted|mentioned|seen|recalled|remembered|added)
        | [Hh]owever \w+ \w+ may be"""
    ),
    turns=(
        r"but|(?:I|we|you|he|she|they) (?:\w+ed|had|did|was|were)"
        r"|and (?:will|was|were|is|has|had|did|\w+ed|then|left|took|went)"
    ),
    coordinators="and|left|was|were|had|went|came|died|fell|took|made",
    apart="since|until|till|after|before|following|despite|than",
    # But not "was not approved on 3 May".
    attached=(
        "(?<!was )(?<!were )(?<!been )(?<!be )(?<!not )(?<!n['’]t )(?<!being )"
        "(?:launched|approved|dated|passed|enacted|signed|adopted|concluded|ratified|issued|due"
        "|announced)(?: on| in)?"
    ),
    attributive="the|an?|its|their|his|her|our|of|['’]s",
    clause_openers=(
        "but|while|although|though|after|before|because|when|where|who|whom|whose|which|that|since"
        "|what|why|how|as (?:he|she|it|they|we|police|officials)|if|whether|unless|until|till|than"
        "|following|despite|so"
    ),
    conditions="if|unless|whether",
    subordinators="when|if|before|after|until|till|once|while|unless|as",
    aside="said|says|added|reported",
)

# Verbs of saying, for which the news is what is said. "Pledged" and "demanded" are news themselves.
_SAYING = (
    "said|says|say|told|reported|reports|wrote|writes|added|adds|stated|states|announced|announces"
    "|warned|warns|urged|urges|explained|noted|revealed|recommended|argued|insisted|claimed|tweeted"
    "|asked|disclosed|commented|remarked|acknowledged|voiced|predicted|denied"
)
_SPEECH = (
    "statement|report|interview|(?:news|press) (?:conference|release|briefing)|conference call"
    "|speech|briefing|address|letter|testimony|remarks|article|editorial|blog post|message|e-?mail"
    "|memo|study|broadcast|filing"
)
# Or an adjective, but no other verb and no preposition.
_A_NOUN = (
    r"(?: (?!(?:[a-z]+ed|that|who|he|she|they|it|we|was|were|had|has|during|in|at|on|by|of|for|with"
    r"|after|before|until|since)\b)[\w'’.-]+)"
)
REPORTING = ReportingWords(
    verbs=_SAYING,
    main=(
        r"said(?! to\b)|says|say|told|reported|reports|announced|warned|urged|wrote|added|stated"
        "|voiced|denied that"
    ),
    passive="was|were|been|be|being|is|are",
    # told reporters in London · urged the Egyptian government
    hearers=(
        "(?:told|urged|warned|urges|tells|asked|assured|informed)(?: (?:[Tt]he|an?|his|her))?"
        rf"{_A_NOUN}{{1,3}}?(?: (?:in|at|outside|near)(?:(?: ?,)?{_A_NOUN}){{1,5}}?(?: ?,)?){{0,2}}"
    ),
    # in a written statement · at a news conference in Oslo · in its report on the spill, released
    occasions=(
        rf"(?:[Ii]n|[Aa]t|[Dd]uring) (?:an?|the|his|her|its|their){_A_NOUN}{{0,2}}? (?:{_SPEECH})"
        rf"(?: (?:to|with|for|in|at){_A_NOUN}{{1,3}}?)?"
        rf"(?:(?: (?:on|about|into){_A_NOUN}{{1,4}}?)?(?: ?,)?(?: which (?:is|was))?"
        " (?:released|published|issued|posted|broadcast|aired))?"
        rf"|(?:{_SPEECH})(?: (?:from|dated)|(?: ?,)? (?:which (?:is|was) )?"
        "(?:released|published|issued))"
        rf"|(?<=announced) (?:an?|the|its|his|her|their|new){_A_NOUN}{{1,4}}?"
        "|as saying|(?:speech|letter|statement|address|memo|testimony)(?= of)"
        "|[Ss]peaking(?: ahead of the(?: [A-Z][\\w.-]*){1,4}| at the(?: [A-Z][\\w.-]*){1,4})?"
    ),
    tail=(
        # said at a hearing · announced the moves
        rf"(?: (?:at|during|before) (?:an?|the|his|her|its|their){_A_NOUN}{{1,3}}?"
        rf"(?: (?:in|of|on){_A_NOUN}{{1,3}}?)?)?"
        "(?: (?:it|this|again|here|his words|her words|their words|the news))?"
        "(?: (?:in|by|on) (?:(?:tele)?phone|e-?mail|(?:its|his|her|a) (?:website|blog)|[A-Z]\\w+))?"
        "(?: (?:late|early|earlier|later))?"
    ),
    prepositions="on|of|dated",
    opening="on|late|early|earlier|later|the|in|and|but|meanwhile",
    between="the|a|an|of|for|and|in|at|also|later|again|his|her|its|their|de",
    joins="and|or|but",
    subject="was|is|were|will|would|had|has|marks|marked|saw",
    beside="on",
)

UNEVENTFUL = UneventfulWords(
    prepositions="on|at",
    zones=r"\w+ time",
    labels=(
        r"(?:\(|-LRB-) ?(?:Updated?|UPDATED?|Posted|Published)\b[^()|\n]{0,60}|"
        "[Ll]ast (?:updated|modified|revised|edited)|(?:First |Originally )?Published"
        "|Updated?|UPDATED?|Posted|Modified|Revised|Aired|Retrieved|Accessed|Edited|Filed"
        "|Posted by [^|\n]{1,40}?|[Tt]his page was (?:last )?(?:updated|modified|edited)"
        "|[Aa]rticle (?:was|has been) (?:last |first )?(?:amended|corrected|updated)"
        "|(?:correction|clarification)s? (?:was|were) (?:printed|published|made)[^.\n]{0,90}?"
        "|on this page was (?:last )?(?:updated|modified)(?: in)?"
        "|[Vv]ersion (?:of this article )?appeared (?:in|on) [^.\n]{1,80}?"
    ),
    labels_after="[Ll]ast updated|LAST UPDATED",
    rights=r"[Cc]opyright|COPYRIGHT|©|\([Cc]\)|Inc\.|Ltd\.?|LLC",
    bylines="By|From|by|from",
    writes="wrote|writes|said|says",
    comparisons=(
        "(?:(?<!more )(?<!less )(?<!fewer )(?<!rather )(?<!other )than (?:those )?"
        "(?:in|on|at|of|the|that|an?)"
        "|exceeding(?: even)?|surpassing|compared (?:with|to)|similar to|unlike|dwarfing|rivalling"
        "|as(?: many(?: \\w+)?| much(?: \\w+)?| \\w+)? as (?:in|on)|reminiscent of)"
        r"(?: (?![a-z]+ed\b)[\w'’.-]+){0,6}?"
    ),
    measured=(
        r"\w+er than(?<!later than)(?<!earlier than)(?<!sooner than)(?<!rather than)"
        r"(?<!other than)|worse than|(?:up|down)(?: \w+ly| [\d.,]+ (?:pct|percent))? from"
    ),
    extremes=(
        r"(?:the|its|their|his|her|a) (?:\w+ ){0,2}?(?:\w{2,}est|most|least|worst|record)"
        "|unseen|unprecedented|not seen"
    ),
    firsts="first",
    since="since",
    likeness_before="pre|post",
    likeness_after="like|era|on-year",
    otherwise="(?:(?:earlier|later|sooner) )?than (?:planned|expected|scheduled)",
    habits=(
        "usually|always|often|normally|typically|generally|sometimes|tends? to|(?:every|each) year"
    ),
    described="(?:an?|this|that|of|for|to|its|their|our|your|his|her|with|s)",
    names=(
        "Bridge|Street|Square|Avenue|Road|Hospital|School|University|Movement|Stadium|Airport"
        "|Brigades?|Party|Club|Park|Festival|Awards?|Prize"
    ),
)
