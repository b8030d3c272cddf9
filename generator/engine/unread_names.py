"""Languages of sources in which names would be found if the settings asked for it."""

from __future__ import annotations

from collections.abc import Iterable

from babel import Locale

from generator.config import FILE_NAME
from generator.errors import Problem
from generator.model import Document, base_language
from generator.name_languages import EXTRA, OWN, OWN_IN_MORE, TAGGED_WITH_EXTRA, reads_names


def unread_names(documents: Iterable[Document], engine: str) -> tuple[Problem, ...]:
    """One note that names the languages, or nothing.

    engine: the setting `names`
    """
    codes = {base_language(d.language) for d in documents} & TAGGED_WITH_EXTRA
    unread = sorted(code for code in codes if engine == OWN and not reads_names(engine, code))
    if not unread:
        return ()
    *others, last = sorted(Locale.parse(code).get_language_name("en") or code for code in unread)
    languages = f"{', '.join(others)} and {last}" if others else last
    message = f"In {languages}, only the names that front matter lists are found."
    install = f"pip install 'sourcebook[{EXTRA}]'"
    hint = f'To find others, too: {install}, and set names = "{OWN_IN_MORE}".'
    return (Problem(FILE_NAME, 0, "note", message, hint),)
