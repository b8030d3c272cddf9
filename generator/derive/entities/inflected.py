"""Names in other cases: "Москве" and "Москвы" belong to "Москва".

Of each name that texts in a language with cases have, the forms are made
(`generator.inflection`); a name that is such a form belongs to it. Names that front matter lists
are in their base form, and so is a name with a form of its own: "Александра Петрова" is a woman if
the texts have "Александрой Петровой", and Александр Петров in the genitive otherwise. Where
the base form is nowhere, the forms that look like those of another are joined to it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from generator.derive.entities.normalise import Memo, normalised_form
from generator.inflection import Inflector, inflectors
from generator.model import Analysis, Document, base_language


def base_forms(
    documents: Sequence[Document], analyses: Mapping[str, Analysis]
) -> Mapping[str, str]:
    """The base forms of names in other cases; both as `normalised_form` gives them."""
    found: dict[str, str] = {}
    for code, inflector in inflectors(d.language for d in documents).items():
        own = [d for d in documents if base_language(d.language) == code]
        for form, base in _of_language(own, analyses, inflector).items():
            found.setdefault(form, base)
    return {form: _followed(form, found) for form in found}


def _of_language(
    documents: Sequence[Document], analyses: Mapping[str, Analysis], inflector: Inflector
) -> Mapping[str, str]:
    count: Counter[str] = Counter()
    surnames: set[str] = set()
    forms = Memo(normalised_form)
    for document in documents:
        for mention in analyses[document.id].mentions:
            form = forms[mention.name]
            count[form] += 1
            if mention.type == "person" and " " in form:
                surnames.add(form.rpartition(" ")[2])
    listed = {(kind, forms[name]) for d in documents for kind, name in d.listed()}
    surnames |= {form.rpartition(" ")[2] for kind, form in listed if kind == "person"}
    base = {form for _, form in listed}
    return joined(count.keys() | base | surnames, count, base, inflector)


def joined(
    names: Collection[str],
    count: Mapping[str, int],
    listed: Collection[str],
    inflector: Inflector,
) -> Mapping[str, str]:
    """For each of the names that is a form of another of them, that other one."""
    known = frozenset(names)
    made = {name: inflector.forms(name) & known for name in names}
    bases: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        for form in made[name]:
            bases[form].append(name)

    def rank(name: str) -> tuple[bool, int, int, str]:
        return name not in listed, -len(made[name]), -count.get(name, 0), name

    found = {}
    for form, candidates in bases.items():
        fit = [n for n in candidates if made[form] <= made[n] | {n} and rank(n) < rank(form)]
        if fit and form not in listed:
            found[form] = min(fit, key=rank)
    return found


def _followed(form: str, found: Mapping[str, str]) -> str:
    """The base form at the end of a chain."""
    seen = {form}
    while form in found and found[form] not in seen:
        form = found[form]
        seen.add(form)
    return form
