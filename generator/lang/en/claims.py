"""English: words that show who says what."""

from __future__ import annotations

from generator.lang.claim_words import ClaimWords, kinds
from generator.lang.words import words

_VERBS = kinds(
    {
        "says": """
        said says say told tells tell stated states wrote writes reported reports report
        announced announces announce added adds noted notes note explained explains explain
        insisted insists insist argued argues argue claimed claims claim revealed reveals reveal
        disclosed discloses declared declares declare commented comments remarked remarks
        observed observes maintained maintains maintain testified testifies asserted asserts
        assert contended contends contend predicted predicts predict suggested suggests suggest
        emphasised emphasises emphasized emphasizes stressed stresses stress replied replies
        reply responded responds tweeted tweets posted concluded concludes conclude estimated
        estimates estimate informed informs believes believe believed thinks think hopes
        recalled recalls forecast forecasts complained complains complain joked indicated
        indicates quipped highlighted highlights referenced mentioned mentions reiterated
        reiterates found finds showed shows boasted lamented conceded concedes concede
        felt feels show find indicate denounced praised hailed apologised apologized described
        lobbied briefed signalled signaled pointed tells proclaimed professed opined mused whispered
        shouted yelled cried exclaimed answered countered
        """,
        "denies": """
        denied denies deny rejected rejects reject refuted refutes refute disputed disputes
        """,
        "demands": """
        demanded demands demand urged urges urge recommended recommends recommend ordered
        proposed proposes propose advised advises advise instructed pleaded appealed begged
        """,
        "promises": """
        promised promises promise pledged pledges pledge vowed vows vow assured assures agreed
        guaranteed guarantees offered
        """,
        "warns": """
        warned warns warn cautioned cautions caution feared fears fear threatened threatens
        """,
        "accuses": """
        accused accuses accuse blamed blames blame alleged alleges allege charged condemned
        condemns condemn criticised criticized criticises criticizes
        """,
        "confirms": """
        confirmed confirms confirm acknowledged acknowledges acknowledge admitted admits admit
        verified conceded
        """,
        "asks": "asked asks ask wondered wonders wonder questioned queried inquired enquired",
    }
)

CLAIMS = ClaimWords(
    verbs=_VERBS,
    guarded=words(
        """
        reports report added adds noted notes note states claims claim reveals reveal revealed
        declared declares declare comments remarks observed observes maintained maintains
        maintain predicted predicts suggested suggests suggest stresses stress replied replies
        reply responded responds tweets posted concluded concludes conclude estimated estimates
        estimate believes believe believed thinks think hopes recalled recalls forecast
        show find indicate forecasts complained complains indicated indicates found finds showed
        shows felt feels described briefed pointed answered countered cried shouted
        mentions mentioned demands demand orders ordered proposes propose explained explains
        offered agreed guaranteed guarantees appealed pleaded charged admitted admit admits
        verified questioned queried asks ask promise promises pledge pledges vow fears fear
        feared threatened threatens caution advised advises disputes disputed rejected rejects
        reject blame blames tell assert contend argue highlights referenced hailed praised
        lobbied proclaimed professed stressed emphasised emphasized joked boasted lamented
        whispered yelled exclaimed mused opined insist deny confirm warn urge write wrote writes
        concede conceded explain announce signalled signaled wonder wondered wonders denounced
        condemned condemns condemn criticised criticized criticises criticizes highlighted
        informed informs assured assures acknowledge recommend discloses disclosed
        """
    ),
    participles=kinds(
        {
            "says": """
        saying adding arguing noting reporting estimating explaining stating insisting claiming
        telling writing stressing maintaining contending suggesting
        """,
            "warns": "warning cautioning",
            "demands": "urging demanding",
            "promises": "promising vowing pledging",
            "denies": "denying",
            "accuses": "accusing blaming alleging",
            "confirms": "confirming acknowledging admitting",
            "asks": "asking",
        }
    ),
    absolutes=words("with"),
    phrases={
        r"(?:calls?|called|calling) (?:for|on|upon)": "demands",
        r"(?:asks?|asked) (?:an?|the|his|her|its|their|for)": "asks",
        r"(?:puts?) (?:the|its|their) (?:\w+ ){0,2}(?:toll|number|total|figure|cost)": "says",
        r"(?:are|is|was|were) (?:worried|concerned|afraid|alarmed)"
        r"(?= (?!about|by|with|at|over|for|of)\w)": "warns",
        r"(?:voice[sd]?|express(?:e[sd])?|raise[sd]?) (?:\w+ ){0,2}(?:optimism|concerns?|hopes?"
        r"|fears?|objections?|doubts?|confidence|regrets?|worry|worries|alarm|dismay)": "says",
        r"points? to|pointed (?:to|out)|points? out": "says",
        r"made (?:it )?clear": "says",
        r"(?:has|have) learned(?= that\b)": "says",
        r"(?:gives?|gave) (?:the|its|their|an?) (?:\w+ ){0,2}(?:toll|number|total|figure)": "says",
        r"(?:began|begun|started|is|are|was|were|been) lobbying": "demands",
        r"(?:is|are|was|were) (?:forecasting|predicting|warning|saying|urging|demanding"
        r"|reporting|claiming|insisting|denying|promising|arguing)": "says",
        r"(?:took|claimed|claims|takes?) (?:responsibility|credit)": "says",
        r"(?:quoted|cited)(?= (?:\w+ ){1,6}as saying)": "says",
    },
    infinitives=kinds(
        {
            "says": "tell say emphasise emphasize stress add note report announce explain",
            "confirms": "confirm acknowledge admit",
            "warns": "warn",
            "demands": "urge ask demand call",
        }
    ),
    intends=(
        r"(?:plans?|planned|would like|intends?|intended|wants?|wanted|went on|is|are"
        r"|expected|came out) to"
    ),
    auxiliaries=words(
        """
        has have had also then already again later still never once always even just now earlier
        since far further repeatedly today yesterday tonight did do does 's 've himself herself
        itself themselves both all meanwhile however recently previously
        """
    ),
    passives=words("was were been be being is are am 're got gets"),
    agents=words("by"),
    harmless=(
        r"claim(?:s|ed) (?:(?:the|at least|more than|some|about|\w+|[\d,]+) ){0,3}(?:lives|life)"
        r"|(?:found|finds) (?:guilty|dead|alive|himself|herself|itself)"
        r"|(?:told|tells?) (?:[\w’']+ ){0,3}(?:lies?|stor(?:y|ies)|truth|jokes?)"
        r"|confirm(?:s|ed) (?:him|her|them)"
        r"|confirm(?:s|ed) (?:[\w.]+ ){0,5}to the (?:supreme |high )?"
        r"(?:court|post|cabinet|board|bench)"
    ),
    infinitive=words("to"),
    objects=words("to for"),
    introductions=words("that how why what whether if when"),
    complements=words(
        """
        he she it they we i you the a an this these those there his her its their our my
        some many more most about around at up as how what why when who where if whether in
        nearly almost roughly over under only no not all any each both another one two three
        four five six seven eight nine ten dozens hundreds thousands while although despite
        having such several between fewer less
        """
    ),
    hearers=words("""
        reporters journalists lawmakers investors parliament congress police us me him them
        """),
    tellings=words("told tell tells informed informs assured assures warned warns asked"),
    according=(
        "according to|in the (?:words|view|opinion) of"
        "|by (?:the )?(?:counts?|tally|tallies|estimates?) of"
    ),
    put_at="(?:put|estimated) at [^,;()]{1,30}?(?= by )",
    pronouns=words("he she they we i it"),
    personal=words("he she him her"),
    impersonal=words("it"),
    object_pronouns=words("him her them it"),
    first_persons=words("i we"),
    nobody=words("you there here this that the a an his its their our my your evidence fact facts"),
    none=words("no nobody none neither nothing"),
    unsaid=words("whether if what"),
    relatives=words("who which"),
    openers=words(
        """
        that which who whom whose when while because if although though but since before after
        where whether as than until till unless so what why how despite following including nor
        or yet once with by without though whereas
        """
    ),
    prepositions=words(
        """
        in at on for from to during after before amid among despite about with by under over
        near outside inside since until through across between against without of into onto upon
        within along behind besides beyond like unlike per via according while when as late
        early speaking asked because if although though
        """
    ),
    inner=words("of for from in at and on with to the a an & against"),
    inner_after=words("of for from with at in"),
    groups=words("police people media"),
    determiners=words(
        """
        the a an this that these those his her its their our my some many several most two three
        four five six seven eight nine ten one another both other each every no all any
        """
    ),
    finite=words(
        """
        is was are were am be been has have had does did do will would can could may might shall
        should must came went took made got gave became began left told said says saw knew put
        ran fell rose hit lost won held kept met sent sat stood led died killed 're 've 'll 'd
        n't not comes goes takes makes gets gives becomes begins leaves sees knows runs falls
        rises hits loses wins holds keeps meets sends leads dies kills wants wanted need needs
        seems appears remains includes plans hopes shot struck fought bought sought caught taught
        thought spoke chose drove rode flew grew threw drew wore swore shook stole sank sang hid
        bent lent spent built slept swept hung stuck
        """
    ),
    verb_endings=("ed", "n't"),
    adverb_endings=("ly",),
    participle_endings=("ing",),
    plural_endings=("s",),
    joins=words("and or"),
    accusations=words(
        """
        accusation accusations allegation allegations charge charges claim claims suggestion
        suggestions assertion assertions involvement responsibility wrongdoing part links
        complicity this that
        """
    ),
    turns=words("but then"),
)
