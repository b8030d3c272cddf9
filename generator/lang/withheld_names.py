"""How names change their letters in texts: what is added to them, and how else they are written.

For words that must be found in all their forms, such as withheld names. Letters are those of
`generator.redactions.folded`: small and without marks, so that "й" is "и".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# By the first characters of a letter's name in Unicode: endings, as a pattern, and how many
# characters at the end of a word they may take the place of.
ENDINGS: Mapping[str, tuple[str, str]] = {
    "LATIN": ("(?:e?s)?", ""),  # the Lees, the Joneses
    "CYRILLIC": (
        "(?:а|я|у|ю|ы|и|е|о|ом|ем|ым|им|ои|еи|ою|ею|ого|его|ому|ему|ых|их|ыми|ими|ам|ям|ами|ями"
        "|ах|ях|ь|ия|ию|ии|ие|иеи|ием|ове|еве|ови|еви)?",
        "аеиоуыэюяь",
    ),
}
# Letters that are also written as two.
TWO_LETTERS: Mapping[str, str] = {
    "ä": "ae",
    "ö": "oe",
    "ü": "ue",
    "ø": "oe",
    "å": "aa",
}
# Letters of scripts that set no spaces between words, or join endings to them.
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
)
