"""Citations as records for programs that keep lists of sources: BibTeX, RIS, CSL-JSON.

- BibTeX: the entries and fields of BibLaTeX (its manual, 2.1 and 2.2) that Zotero and JabRef read
  as well; dates in EDTF (ISO 8601-2, level 1).
- RIS: the tags of Reference Manager's format; a date is YYYY/MM/DD/ and words.
- CSL-JSON: the schema of the Citation Style Language 1.0.2.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType

from generator.model.dates import is_before_our_era, parts, year_of
from generator.render.citing.names import Name
from generator.render.citing.parts import approximate, link, source_of
from generator.render.citing.template import Escapes, Fill, Gap, Only, Part, Parts, escaped
from generator.render.citing.works import Work
from generator.render.dates import long_date

TEX: Escapes = MappingProxyType(
    {
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        **{character: f"\\{character}" for character in "{}&%$#_"},
    }
)
JSON: Escapes = MappingProxyType({"\\": "\\\\", '"': '\\"'})


def _address(work: Work) -> tuple[Parts, Gap | None]:
    """The address of the original, or that of the copy; and the gap without which there is none."""
    if work.url:
        return (work.url,), None
    return (Fill("link", work.link),), None if work.link else "link"


# --- BibTeX


def bibtex(work: Work) -> Parts:
    """An entry of BibTeX. Capitals of titles are kept."""
    held = {"article": "journal", "incollection": "booktitle"}.get(
        work.facts.bibtex, "organization"
    )
    publisher = "" if work.publisher == work.container else work.publisher
    address, missing = _address(work)
    fields: list[tuple[str, Parts, Gap | None]] = [
        ("author", (" and ".join(map(_tex_name, work.authors)),), None),
        ("title", (f"{{{escaped(work.title, TEX)}}}",), None),
        (held, (escaped(work.container, TEX),), None),
        ("publisher", (escaped(publisher, TEX),), None),
        ("date", (_edtf(work),), None),
        ("year", ("" if is_before_our_era(work.date) else work.date[:4],), None),
        ("howpublished", (escaped(work.genre, TEX),), None),
        ("language", (work.language,), None),
        ("url", address, missing),
        ("urldate", (work.accessed,), None),
        ("note", _kept_in(work, TEX), None),
        ("pages", (Fill("bare"),), "pages"),
        ("annote", ("“", Fill("quote"), "”", *source_of(work)), "quote"),
    ]
    out: list[Part] = [f"@{work.facts.bibtex}{{{work.key}"]
    for name, value, gap in fields:
        line: Parts = (f",\n  {name} = {{", *value, "}")
        if gap:
            out.append(Only(gap, line))
        elif any(value):
            out += line
    return (*out, "\n}\n")


def _tex_name(name: Name) -> str:
    if name.whole:
        return f"{{{escaped(name.family, TEX)}}}"
    parts_of = (name.family, name.suffix, name.given)  # "von Last, Jr, First"
    return escaped(", ".join(filter(None, parts_of)), TEX)


def _edtf(work: Work) -> str:
    return work.date + ("~" if work.date and approximate(work) else "")


def _kept_in(work: Work, escapes: Escapes) -> Parts:
    """Where the copy is."""
    return (f"In {escaped(work.archive, escapes)}", *link(work, ", ")) if work.archive else ()


# --- RIS


def ris(work: Work) -> Parts:
    """A record of RIS."""
    address, missing = _address(work)
    publisher = "" if work.publisher == work.container else work.publisher
    lines: list[tuple[str, Parts, Gap | None]] = [
        *(("AU", (name.inverted,), None) for name in work.authors),
        ("TI", (work.title,), None),
        ("T2", (work.container,), None),
        ("PB", (publisher,), None),
        ("PY", (_ris_date(work).split("/")[0],), None),
        ("DA", (_ris_date(work),), None),
        ("M3", (work.genre,), None),
        ("LA", (work.language,), None),
        ("UR", address, missing),
        ("Y2", (work.accessed.replace("-", "/"),), None),
        ("DB", (work.archive,), None),
        ("N1", _kept_in(work, {}), None),
        ("SP", (Fill("bare"),), "pages"),
        ("N1", ("“", Fill("quote"), "”", *source_of(work)), "quote"),
    ]
    out: list[Part] = [f"TY  - {work.facts.ris}\nID  - {work.key}"]
    for tag, value, gap in lines:
        line: Parts = (f"\n{tag}  - ", *value)
        if gap:
            out.append(Only(gap, line))
        elif any(value):
            out += line
    return (*out, "\nER  - \n")


def _ris_date(work: Work) -> str:
    """ "2024/03/22/", or "1911///circa 1911"; a year before our era is in words alone."""
    if is_before_our_era(work.date):
        return f"///{work.date_words or long_date(work.date)}"
    return "/".join((*parts(work.date), work.date_words)) if work.date else ""


# --- CSL-JSON


def csl(work: Work) -> Parts:
    """An item of CSL-JSON."""
    address, missing = _address(work)
    values: Mapping[str, object] = {
        "id": work.key,
        "type": work.facts.csl,
        "title": work.title,
        "author": [_csl_name(name) for name in work.authors],
        "container-title": work.container,
        "publisher": "" if work.publisher == work.container else work.publisher,
        "issued": _csl_date(work.date, work.date_words, about=approximate(work)),
        "accessed": _csl_date(work.accessed),
        "genre": work.genre,
        "language": work.language,
        "archive": work.archive,
    }
    out: list[Part] = []
    for name, value in values.items():
        if value:
            text = json.dumps(value, ensure_ascii=False)
            out.append(f'{"{" if not out else ","}\n  "{name}": {text}')
    url: Parts = (',\n  "URL": "', *(_in_json(part) for part in address), '"')
    out += [Only(missing, url)] if missing else url
    out += link(work, ',\n  "archive_location": "') if work.archive else ()
    if work.archive:
        out[-1:] = _closed(out[-1])
    out.append(Only("pages", (',\n  "locator": "', Fill("bare"), '"')))
    out.append(Only("quote", (',\n  "annote": "“', Fill("quote"), "”", *source_of(work), '"')))
    return (*out, "\n}\n")


def _closed(part: Part) -> Parts:
    """A value of JSON that ends with an address, with its mark behind it."""
    return (Only(part.gap, (*part.parts, '"')),) if isinstance(part, Only) else (part, '"')


def _in_json(part: Part) -> Part:
    return escaped(part, JSON) if isinstance(part, str) else part


def _csl_name(name: Name) -> dict[str, str]:
    if name.whole:
        return {"literal": name.family}
    found = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {key: value for key, value in found.items() if value}


def _csl_date(date: str, words: str = "", *, about: bool = False) -> dict[str, object]:
    """A date in numbers; there is no year 0, so that -44 is 44 BC."""
    if not date:
        return {}
    _, month, day = parts(date)
    year = year_of(date)
    numbers = [year - 1 if is_before_our_era(date) else year, *(int(n) for n in (month, day) if n)]
    found: dict[str, object] = {"date-parts": [numbers]}
    if about:
        found["circa"] = True
    elif words:
        found["literal"] = words
    return found
