"""English: where "today" means these days."""

from __future__ import annotations

from generator.lang.en.time_words import PAST_WORDS
from generator.lang.event_words import NowadaysWords

_BE = "is|are|am|['’]re"
NOWADAYS = NowadaysWords(
    words="today",
    states=(
        "is|are|has|have|do|does|do n['’]t|don['’]t|doesn['’]t|['’]re|can|cannot|needs?|faces?"
        "|lives?|exists?|remains?|depends?|believes?|knows?|wants?|holds?|goes?|relies|rely|seems?|makes?"
        "|enjoys?|works?|takes?|costs?|retire|earns?"
    ),
    done=(
        rf"{'|'.join(PAST_WORDS.split())}|(?<!is )(?<!are )\w{{3,}}ed"
        rf"|(?:{_BE}) (?:\w+ )?\w{{2,}}ing|(?:{_BE}) (?:to|due|set|expected|scheduled|likely)"
        rf"|(?:{_BE}) (?:\w+ly )?(?:published|released|launched|unveiled|announced|opened|sworn)"
        "|will|would|I|here|together|signs?|meets?|announces?"
    ),
    things=(
        r"['’]s (?:\w+ )?(?:world|society|economy|standards?|youth|young|generations?|children"
        r"|needs|prices|technology|state of|problems|challenges|prospects|best|market|income"
        r"|workers|America|Europe|Britain)"
    ),
)
