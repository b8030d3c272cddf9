"""All sources as lists for programs that manage references: BibTeX, RIS, CSL-JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from generator.render.catalogues import gettext
from generator.render.citing.records import bibtex, csl, ris
from generator.render.citing.template import Parts, filled
from generator.render.citing.works import Work, work_of
from generator.render.corpus_index import CorpusIndex
from generator.render.exports import DataFile
from generator.render.exports.parts import whole
from generator.render.site import Site

_RIS = "application/x-research-info-systems"
_CSL = "application/vnd.citationstyles.csl+json"  # as citationstyles.org names it

Make = Callable[[Work], Parts]


def citation_files(index: CorpusIndex, site: Site) -> tuple[DataFile, ...]:
    """Every source as an entry, in three formats."""

    def entries(make: Make) -> Iterator[str]:
        for document in index.corpus.documents:
            yield filled(make(work_of(document, site, index.organisation_names)), {}, {})

    def file(path: str, form: str, media_type: str, render: Callable[[], str]) -> DataFile:
        return DataFile(
            path,
            gettext("Sources as references ({form})", form=form),
            "Every source as an entry, for Zotero, Mendeley, JabRef, LaTeX or Pandoc.",
            form,
            media_type,
            len(index.corpus.documents),
            (),
            whole(lambda: render().encode("utf-8", "replace")),
        )

    return (
        file("data/sources.bib", "BibTeX", "text/x-bibtex", lambda: "\n".join(entries(bibtex))),
        file("data/sources.ris", "RIS", _RIS, lambda: "\n".join(entries(ris))),
        file("data/sources.csl.json", "CSL-JSON", _CSL, lambda: _json_list(entries(csl))),
    )


def _json_list(items: Iterable[str]) -> str:
    listed = ",\n".join(item.rstrip() for item in items)
    return f"[\n{listed}\n]\n"
