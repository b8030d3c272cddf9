"""The words of pages in the reader's language: message catalogues of gettext.

English words stand in the code, the templates and the scripts; `generator/locale/` has those of
the other languages, in files that translators' programs can edit. They are read as they are. Which
language a page is in is a context, as for `decimal`: nearly every function that makes words would
need it as an argument otherwise. Whoever makes a page sets it with `speaking`.
"""

from __future__ import annotations

import gettext as standard
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from generator.config import Config
from generator.model import Batch, Target, base_language
from generator.setting_values import LOCALES

PACKAGES = ("babel",)  # distributions whose versions can change the words
SOURCE = "en"  # the language in which the code and the templates are written
NOT_FOUND = "404.html"
FOLDER = LOCALES


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language.

    code: of the language
    rtl: whether it is written from right to left
    texts: the forms of each message, by its context ("" for none) and its English words
    scripts: those of them that scripts use, by script ("static/cite.js")
    form: which form of a message belongs to a number
    categories: what CLDR, and so the browser, calls each form ("one", "few", "many")
    """

    code: str
    rtl: bool
    texts: Mapping[tuple[str, str], tuple[str, ...]]
    scripts: Mapping[str, tuple[str, ...]]
    form: Callable[[int], int]
    categories: tuple[str, ...]

    def of_scripts(self, folder: str) -> dict[str, str | dict[str, str]]:
        """What the scripts of a folder need, by English words: texts, or forms by category."""
        found: dict[str, str | dict[str, str]] = {}
        for script, names in self.scripts.items():
            for name in names if script.rpartition("/")[0] == folder else ():
                forms = self.texts["", name]
                several = dict(zip(self.categories, forms, strict=True)) if len(forms) > 1 else {}
                found[name] = several or forms[0]
        return found


_ENGLISH = Catalogue(SOURCE, False, {}, {}, lambda number: int(number != 1), ("one", "other"))
_NUMBERS = range(200)  # among them are all forms of all languages
_CURRENT: ContextVar[Catalogue] = ContextVar("words", default=_ENGLISH)


def available() -> tuple[str, ...]:
    """The codes of the languages in which pages can be, English first."""
    return (SOURCE, *sorted(path.parent.parent.name for path in FOLDER.glob("*/LC_MESSAGES/*.po")))


def page_language(language: str) -> str:
    """The language of pages for a setting: English where there is no catalogue for it."""
    code = base_language(language)
    return code if code in available() else SOURCE


def languages_of(config: Config) -> tuple[str, ...]:
    """The languages that the pages are in, the main one first."""
    return config.languages or (page_language(config.language),)


def language_name(code: str) -> str:
    """What a language is called in itself: "English", "Français"."""
    from babel.core import Locale

    name = str(Locale.parse(code).get_language_name(code))
    return name[:1].upper() + name[1:]


def translated_language(tag: str) -> str:
    """What a language is called in that of the page ("Spanish"); its tag if it is not known."""
    return _translated_language(tag, current().code)


@cache
def _translated_language(tag: str, reader: str) -> str:
    from babel.core import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-").get_display_name(reader) or tag
    except (UnknownLocaleError, ValueError):  # no locale of its own, as Ancient Greek
        return str(Locale.parse(reader).languages.get(tag, tag))


@cache
def catalogue(code: str) -> Catalogue:
    """The words of a language that is available."""
    if code == SOURCE:
        return _ENGLISH
    return read_catalogue(code, FOLDER / code / "LC_MESSAGES" / "sourcebook.po")


def read_catalogue(code: str, path: Path) -> Catalogue:
    """The words in a file of gettext's form."""
    from babel.core import Locale  # slow, and not needed for English
    from babel.messages.pofile import read_po

    texts: dict[tuple[str, str], tuple[str, ...]] = {}
    scripts: dict[str, list[str]] = {}
    with path.open("rb") as file:
        found = read_po(file, locale=code)
    for entry in found:
        forms = entry.id if isinstance(entry.id, list | tuple) else (entry.id,)
        strings = entry.string if isinstance(entry.string, list | tuple) else (entry.string,)
        if not forms[0] or entry.fuzzy or not all(strings):
            continue
        texts[entry.context or "", forms[0]] = tuple(map(str, strings))
        for script, _ in entry.locations:
            if script.endswith(".js"):
                scripts.setdefault(script, []).append(forms[0])
    locale, form = Locale.parse(code), standard.c2py(found.plural_expr)
    categories = {form(number): locale.plural_form(number) for number in reversed(_NUMBERS)}
    return Catalogue(
        code=code,
        rtl=locale.character_order == "right-to-left",
        texts=texts,
        scripts={script: tuple(names) for script, names in scripts.items()},
        form=form,
        categories=tuple(categories[n] for n in sorted(categories)),
    )


def current() -> Catalogue:
    """The words of the page that is being made."""
    return _CURRENT.get()


@contextmanager
def speaking(words: Catalogue) -> Iterator[None]:
    """What is made within is in this language."""
    token = _CURRENT.set(words)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def below(folder: str, batch: Batch) -> Iterator[Target]:
    """What a batch makes, in a folder; but a host knows only one page for wrong addresses."""
    for target in batch():
        if target.path != NOT_FOUND:
            yield replace(target, path=folder + target.path)


def in_language(code: str, batch: Batch) -> Batch:
    """What makes the same files in a language, whenever it is asked for them."""
    return partial(_spoken, code, batch)


def _spoken(code: str, batch: Batch) -> Iterator[Target]:
    words = catalogue(code)
    with speaking(words):
        made = iter(batch())
    while True:
        with speaking(words):  # for each alone, as others may be made in between
            target = next(made, None)
        if target is None:
            return
        yield replace(target, render=partial(_said, code, target.render))


def _said(code: str, render: Callable[[], bytes]) -> bytes:
    with speaking(catalogue(code)):
        return render()


def message(text: str) -> str:
    """A text as it is, which is put into the reader's language where it is shown."""
    return text


def messages(one: str, many: str) -> tuple[str, str]:
    """The same for a text that has a number: of one thing, and of several."""
    return one, many


def gettext(text: str, /, **values: object) -> str:
    """A text in the reader's language. `values`: what stands in braces in it."""
    return pgettext("", text, **values)


def pgettext(context: str, text: str, /, **values: object) -> str:
    """The same for words that mean different things. `context`: which of these is meant."""
    found = _CURRENT.get().texts.get((context, text))
    words = found[0] if found else text
    return words.format_map(values) if values else words


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """The form of a text for a number. `values`: what stands in braces in it."""
    words = _CURRENT.get()
    found = words.texts.get(("", one))
    text = found[words.form(number)] if found else one if number == 1 else many
    return text.format_map(values) if values else text
