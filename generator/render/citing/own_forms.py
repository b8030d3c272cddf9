"""How the archive's own pages are cited, once for all of them.

They differ in nothing but their title and key, so that the script makes all forms of those here.
A title changes the marks behind it by its last character, so there is a citation for each of these;
where the one of any other title would say the same, it is left out. Pages of sources take the names
of the forms from here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from generator.render.catalogues import catalogue, gettext, speaking
from generator.render.citing.forms import FORMS, Form
from generator.render.citing.packed import Packed, packed
from generator.render.citing.parts import inner, marks
from generator.render.citing.works import page_work
from generator.render.site import Site

PATH = "static/own-forms.js"
# What stands for the title as it is, as it is in quotation marks, both without a full stop at the
# end, and for the key. No text of a site has these characters (they are for private use).
TITLE, QUOTED, BARE, BARE_QUOTED, KEY = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
ENDINGS = ("..", ".", "?", "!", "…")
_STANDS = "\ue005"  # the title of which the citations are made


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


def _by_ending(form: Form, site: Site) -> Mapping[str, list[Packed]]:
    made = {ending: _of_ending(form, site, ending) for ending in ("", *ENDINGS)}
    return {end: parts for end, parts in made.items() if not end or parts != made[""]}


def _of_ending(form: Form, site: Site, ending: str) -> list[Packed]:
    # The first mark of a quotation, which is another in one, shows where the title is quoted.
    stands = _STANDS + marks()[0].strip()
    work = replace(page_work("", stands + ending, site), key=KEY)
    return packed(form.make(work), lambda text: _named(text, stands, ending))


def _named(text: str, stands: str, ending: str) -> str:
    for title, whole, bare in ((stands, TITLE, BARE), (inner(stands), QUOTED, BARE_QUOTED)):
        text = text.replace(title + ending, whole).replace(title, bare)
    return text
