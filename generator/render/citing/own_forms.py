"""How the archive's own pages are cited, once for all of them.

They differ in nothing but their title and key, so that a page has only a note, and the script makes
all forms of those here. A title changes the marks behind it by its last character, so there is a
citation for each of these; where the one of any other title would say the same, it is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.render.catalogues import catalogue, gettext, speaking
from generator.render.citing.forms import FORMS, Form
from generator.render.citing.parts import inner, marks
from generator.render.citing.template import Fill, Italic, Only, Part
from generator.render.citing.works import page_work
from generator.render.site import Site

PATH = "static/own-forms.js"
# What stands for the title as it is, as it is in quotation marks, both without a full stop at the
# end, and for the key. No text of a site has these characters (they are for private use).
TITLE, QUOTED, BARE, BARE_QUOTED, KEY = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
ENDINGS = ("..", ".", "?", "!", "…")
_STANDS = "\ue005"  # the title of which the citations are made

# A text; a gap with what it holds if nothing is chosen; what is left out while a gap is empty.
_Packed = str | dict[str, str] | list["str | _Packed"]


def own_forms(site: Site) -> bytes:
    """A script with the forms of the pages in each language: name, label, and citations by ending.

    The citations of titles that end in none of `ENDINGS` have the name "".
    """
    codes = [edition.code for edition in site.editions] or [site.language]
    found = {code: _in_language(replace(site, language=code)) for code in codes}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return f'"use strict";\nconst OWN_FORMS = {text};\n'.encode("utf-8", "replace")


def _in_language(site: Site) -> list[list[object]]:
    with speaking(catalogue(site.language)):
        return [[form.id, gettext(form.label), _by_ending(form, site)] for form in FORMS]


def _by_ending(form: Form, site: Site) -> Mapping[str, list[_Packed]]:
    made = {ending: _packed(form, site, ending) for ending in ("", *ENDINGS)}
    return {end: parts for end, parts in made.items() if not end or parts != made[""]}


def _packed(form: Form, site: Site, ending: str) -> list[_Packed]:
    # The first mark of a quotation, which is another in one, shows where the title is quoted.
    stands = _STANDS + marks()[0].strip()
    work = replace(page_work("", stands + ending, site), key=KEY)
    return list(_parts(form.make(work), stands, ending))


def _parts(parts: Iterable[Part], stands: str, ending: str) -> Iterable[_Packed]:
    for part in parts:
        if isinstance(part, Fill):
            yield {part.gap: ""}
        elif isinstance(part, Only):
            yield [part.gap, *_parts(part.parts, stands, ending)]
        else:
            yield _named(part.text if isinstance(part, Italic) else part, stands, ending)


def _named(text: str, stands: str, ending: str) -> str:
    for title, whole, bare in ((stands, TITLE, BARE), (inner(stands), QUOTED, BARE_QUOTED)):
        text = text.replace(title + ending, whole).replace(title, bare)
    return text
