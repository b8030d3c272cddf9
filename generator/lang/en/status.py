"""English: words that say whether something was done, planned, uncertain or denied."""

from __future__ import annotations

from generator.lang.language import ReportingWords, StatusWords
from generator.lang.words import phrases

STATUS = StatusWords(
    planned=phrases(
        """will | shall | won['’]t | is to | are to | is due | are due | due to | plans to
        | plan to | is scheduled | are scheduled | is expected | are expected | intends to
        | aims to | is set to | are set to | is planned | are planned"""
    ),
    expected=phrases(
        r"""(?:was|were|been) (?:due|planned|scheduled|expected|supposed|meant|set) (?:to|for|on)
        | (?<=\w) was to | were to | had planned to"""
    ),
    uncertain=phrases(
        r"""may | might | whether | possibly | perhaps | probably | allegedly | reportedly
        | unconfirmed | rumou?r(?:s|ed)? | unclear | (?:is|are|was|were) likely
        | (?:is|are|was|were) believed to | could have | would have | if | unless"""
    ),
    negated=phrases(
        r"""not | no | never | nobody | none | nothing | neither | nor | cannot | hardly
        | \w+n['’]t | (?<!was )(?<!were )(?<!been )denie[sd] | untrue
        | (?:was|were) (?:cancelled|canceled|called off|postponed|averted)"""
    ),
    governing=phrases(
        """denie[sd] that | deny that | not true that | no evidence that | false that
        | untrue that | a lie that | (?:is|are|was|were) (?:false|untrue|a lie|lies)"""
    ),
    harmless=phrases(
        r"""no fewer | no less | no more than | no later than | not only | not least
        | [Nn]o\. ?\d+ | no doubt | no longer | not far | not long | if not"""
    ),
    clause_openers="but|while|although|after|before|because|when",
    aside="said|says|added|reported",
)

REPORTING = ReportingWords(
    verbs=r"said|says|told [\w ]{1,20}|reported|reports|wrote|added|stated|writes",
    tail=(
        "(?: (?:it|this|his words|her words|their words|the news))?(?: in a statement)?"
        "(?: (?:late|early))?"
    ),
    prepositions="on",
    beside="on",
)
