"""Own pages: Markdown in the project's `pages` folder, in which derived parts may stand.

A derived part has a line to itself:

    {{ event("e20240322-abcd") }}
    {{ timeline(entity="people/ann-lee", first="2024-03", most="10") }}

Nothing else between such braces has a meaning, and nothing is ever executed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import nh3

from generator.config import Config
from generator.errors import Problem
from generator.ids import digest, slug
from generator.model import EMBED_KINDS, PAGES_FOLDER, Embed, OwnPage, Source
from generator.read.dates import parse_date
from generator.read.decode import decode
from generator.read.draft import Draft, problem
from generator.read.fences import fences
from generator.read.fields import one_line
from generator.read.front_matter import split_head
from generator.read.privacy import withheld
from generator.read.readers import markdown

_SUFFIX = re.compile(r"\.(?:md|markdown)$", re.IGNORECASE)
_KINDS = "|".join(EMBED_KINDS)
_OPENING = re.compile(rf"\{{\{{\s*(?:{_KINDS})\s*\(")
_ALONE = re.compile(rf" {{0,3}}\{{\{{\s*({_KINDS})\s*\((.*)\)\s*\}}\}}\s*")
_ARGUMENT = re.compile(r"""\s*(?:([a-z]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|(\d+))\s*(?:,|$)""")
_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_HEADING = re.compile(r"\s*<h1>(.*?)</h1>", re.DOTALL)
_NAMES = {"event": 1, "figure": 1, "quote": 2, "timeline": 0, "map": 0}
_OPTIONS = {"timeline": ("entity", "first", "last", "most"), "map": ("entity",)}
_HOW = {
    "event": 'Write {{ event("id of an event") }}.',
    "figure": 'Write {{ figure("id of a series") }}.',
    "quote": 'Write {{ quote("source", "id of a sentence") }}.',
    "timeline": 'Write {{ timeline(entity="people/…", first="2024", last="2025", most="10") }}.',
    "map": 'Write {{ map() }} or {{ map(entity="people/…") }}.',
}
_FURTHER = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)
_FOOTNOTE = re.compile(r"fn(?:ref)?:[\w-]+")
_ORDER = re.compile(r"-?\d{1,6}", re.ASCII)
_MOST = re.compile(r"[1-9]\d{0,3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class OwnPages:
    """The own pages that are to be public, as the menu has them. One with an error is left out.

    embargoes: as in `generator.read.Found`
    """

    pages: tuple[OwnPage, ...] = ()
    problems: tuple[Problem, ...] = ()
    embargoes: tuple[tuple[str, bool], ...] = ()


def read_own_pages(sources: Iterable[Source], config: Config) -> OwnPages:
    """The own pages of a project, and what is wrong with them."""
    pages: dict[str, OwnPage] = {}
    problems: list[Problem] = []
    embargoes: dict[str, bool] = {}
    for source in sources:
        page, wrong = _read(source, config, embargoes)
        problems += wrong
        if page is None:
            continue
        if page.path in pages:
            message = f"Has the same address as {pages[page.path].shown}: {page.path}."
            problems.append(problem(source, 0, "error", message, "Rename one of them."))
        else:
            pages[page.path] = page
    in_order = sorted(pages.values(), key=lambda p: (p.order, p.title, p.path))
    return OwnPages(tuple(in_order), tuple(problems), tuple(sorted(embargoes.items())))


def _read(
    source: Source, config: Config, embargoes: dict[str, bool]
) -> tuple[OwnPage | None, list[Problem]]:
    """A page; None if it is not to be public, or has an error. Its embargo is added."""
    text, problems = decode(source)
    mark = f"embed{digest(text, 12)}n"
    own, embeds, wrong = _with_marks(source, text, mark)
    found = markdown.read_source(replace(source, data=own.encode("utf-8", "replace")))
    problems = (*problems, *found.problems, *wrong)
    (draft,) = found.drafts
    why = withheld(draft.fields)
    if why and why.until:
        embargoes[why.until] = why.until <= config.today
    if why and not config.drafts and not embargoes.get(why.until):
        note = problem(source, 0, "note", f'Not published, as "{why.key}" says.')
        return None, [note]
    if any(one.level == "error" for one in problems):
        return None, list(problems)
    if not draft.html:
        return None, [*problems, problem(source, 0, "error", "Has no text.", "Write some.")]
    title, markup = _titled(draft, source)
    markup, lost = _sanitised(markup)
    if lost:
        message = f"A picture from elsewhere is not shown: {lost[0]}."
        hint = 'Put it into the project’s "static" folder, as ../static/picture.jpg.'
        problems = (*problems, problem(source, 0, "warning", message, hint))
    label, order = _menu(split_head(text).fields, title)  # not among the metadata of a source
    return OwnPage(
        path=_path(source),
        shown=source.shown,
        title=title,
        description=one_line(draft.fields.get("description") or draft.fields.get("summary") or ""),
        label=label,
        order=order,
        parts=tuple(_parts(markup, mark, embeds)),
    ), list(problems)


def _path(source: Source) -> str:
    """The address of a page: that of its file."""
    name = _SUFFIX.sub("", source.path)
    plain = "/".join(slug(part) or digest(part, 8) for part in name.split("/"))
    return f"{PAGES_FOLDER}/{plain}.html"


def _with_marks(
    source: Source, text: str, mark: str
) -> tuple[str, Sequence[Embed], Sequence[Problem]]:
    """The text with a word in the place of each embed, the embeds, and what is wrong with them."""
    lines = text.split("\n")
    code = {n for first, last in fences(lines).items() for n in range(first, last + 1)}
    embeds: list[Embed] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines):
        if number in code or line.startswith(("    ", "\t")) or not _OPENING.search(line):
            continue
        alone = _ALONE.fullmatch(line)
        if alone:
            embed = _embed(alone[1], alone[2], number + 1)
            if embed:
                lines[number] = f"\n\n{mark}{len(embeds)}\n\n"
                embeds.append(embed)
            else:
                message = f"What stands between the brackets of {alone[1]} is not understood."
                problems.append(problem(source, number + 1, "error", message, _HOW[alone[1]]))
        elif _OPENING.search(_CODE.sub("", line)):
            message = "A part of the archive needs a line to itself, outside lists and quotations."
            hint = "Put it on a line of its own, or between backticks if it is an example."
            problems.append(problem(source, number + 1, "error", message, hint))
    return "\n".join(lines), embeds, problems


def _embed(kind: str, arguments: str, line: int) -> Embed | None:
    """The embed with these arguments; None if it cannot have them."""
    names: list[str] = []
    options: dict[str, str] = {}
    place = 0
    while place < len(arguments.rstrip()):
        match = _ARGUMENT.match(arguments, place)
        if not match:
            return None
        place = match.end()
        key, value = match[1], " ".join((match[2] or match[3] or match[4] or "").split())
        if key and (key in options or key not in _OPTIONS.get(kind, ())):
            return None
        if key:
            options[key] = value
        else:
            names.append(value)
    if kind == "quote" and len(names) == 1 and "#" in names[0]:
        names = names[0].split("#", 1)
    known = next(one for one in EMBED_KINDS if one == kind)
    fit = all((*names, *options.values())) and _are_fit(options)
    if len(names) != _NAMES[kind] or not fit:
        return None
    return Embed(known, tuple(names), tuple(options.items()), line)


def _are_fit(options: Mapping[str, str]) -> bool:
    """Whether the options that are dates or numbers are."""
    days = [options[name] for name in ("first", "last") if name in options]
    most = options.get("most", "1")
    return all(parse_date(day) == day for day in days) and _MOST.fullmatch(most) is not None


def _titled(draft: Draft, source: Source) -> tuple[str, str]:
    """The title of a page, and its text without the heading that says the same."""
    heading = _HEADING.match(draft.html)
    words = one_line(nh3.clean(heading[1], tags=set())) if heading else ""
    title = one_line(draft.fields.get("title") or "") or words
    rest = draft.html[heading.end() :] if heading and words == title else draft.html
    name = _SUFFIX.sub("", source.path).rpartition("/")[2]
    return title or name.replace("-", " ").replace("_", " ").capitalize(), rest


def _menu(fields: Mapping[str, object], title: str) -> tuple[str, int]:
    """The name of a page in the menu, "" if it does not want to be there, and its place."""
    menu = fields.get("menu")
    named = one_line(menu) if isinstance(menu, str) else ""
    label = title if menu is True or named.lower() in ("true", "yes") else named
    order = one_line(fields.get("order") or "")
    return "" if label.lower() in ("false", "no") else label, (
        int(order) if _ORDER.fullmatch(order) else 0
    )


def _sanitised(markup: str) -> tuple[str, list[str]]:
    """The markup without anything harmful, and the pictures from elsewhere, which are left out."""
    lost: list[str] = []

    def kept(tag: str, name: str, value: str) -> str | None:
        if name == "id":
            return value if _FOOTNOTE.fullmatch(value) else None
        if tag == "img" and name == "src" and _FURTHER.match(value):
            lost.append(value)
            return None
        if tag == "a" and name == "href" and not _FURTHER.match(value):
            return re.sub(r"\.(?:md|markdown)(?=#|$)", ".html", value, flags=re.IGNORECASE)
        return value

    attributes = {tag: set(own) for tag, own in nh3.ALLOWED_ATTRIBUTES.items()}
    for tag in ("li", "sup"):  # footnotes
        attributes[tag] = attributes.get(tag, set()) | {"id"}
    clean = nh3.clean(
        markup,
        tags=nh3.ALLOWED_TAGS | {"figure", "figcaption"},
        attributes=attributes,
        attribute_filter=kept,
        url_schemes={"http", "https", "mailto"},
    )
    return re.sub(r"<img(?![^<>]*\ssrc=)[^<>]*>", "", clean), lost


def _parts(markup: str, mark: str, embeds: Sequence[Embed]) -> Iterator[str | Embed]:
    """The markup, taken apart where embeds stand."""
    pieces = re.split(rf"<p>\s*{mark}(\d+)\s*</p>", markup)
    for number, piece in enumerate(pieces):
        if number % 2:
            yield embeds[int(piece)]
        elif piece.strip():
            yield piece.strip()
