"""schema.org: what a source's page is, and the work that it shows, which is somebody else's."""

from __future__ import annotations

from generator.model import Document
from generator.render.citing import chicago
from generator.render.citing.names import Name
from generator.render.citing.template import filled
from generator.render.citing.works import Work
from generator.render.site import Site
from generator.render.urls import is_web


def linked_data(document: Document, work: Work, site: Site) -> dict[str, object]:
    """The page as a part of the archive, based on the original, with how that is cited.

    A note is the archive's own, about what an outlet published. What is not known is left out.
    """
    values: dict[str, object] = {
        "@type": "Article" if work.own else "WebPage",
        "headline" if work.own else "name": work.title,
        "inLanguage": work.language,
        "isPartOf": {"@type": "WebSite", "name": site.title},
    }
    if site.publisher:
        values["publisher"] = _organisation(site.publisher)
    if work.own:
        values |= _facts(document, work, site) | {"isBasedOn": _reported(document)}
    else:
        original = {"@type": work.facts.schema, "name": work.title, "inLanguage": work.language}
        values["isBasedOn"] = original | _facts(document, work, site) | _origin(document)
    values["citation"] = filled(chicago.entry(work), {}, {})
    return {key: value for key, value in values.items() if value}


def _facts(document: Document, work: Work, site: Site) -> dict[str, object]:
    """What the source says of itself."""
    licence = document.licence or site.licence
    facts = {
        "author": [_author(name) for name in work.authors],
        "datePublished": document.date,
        "genre": document.kind,
        "abstract": document.summary,
        "keywords": list(document.tags),
        "license": licence if is_web(licence) else "",
        "copyrightNotice": document.rights or site.rights,
    }
    return {key: value for key, value in facts.items() if value}


def _origin(document: Document) -> dict[str, object]:
    """Where it was published."""
    found: dict[str, object] = {}
    if document.publisher:
        found["publisher"] = _organisation(document.publisher)
    if document.url:
        found["url"] = document.url
    return found


def _reported(document: Document) -> dict[str, object]:
    """What a note is about, as far as it says."""
    found = _origin(document)
    return {"@type": "CreativeWork", **found} if found else {}


def _organisation(name: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name}


def _author(name: Name) -> dict[str, str]:
    if name.organisation:
        return _organisation(name.straight)
    return {"@type": "Person", "name": name.straight}
