"""The files of sources that a site offers as they are, where the project asks for it.

Only PDF files are: others hold hidden words, earlier versions and comments as a rule. A file of
which something was kept back is never offered.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from generator.config import Config
from generator.errors import Problem, SourcebookError
from generator.model import Document, Original, Source

_SUFFIX = ".pdf"


def originals_of(
    config: Config, documents: Iterable[Document], sources: Iterable[Source]
) -> tuple[tuple[Original, ...], tuple[Problem, ...]]:
    """The files to offer, and what is said of those that are not."""
    if not config.publish_originals:
        return (), ()
    files = {source.path: source for source in sources if source.path.lower().endswith(_SUFFIX)}
    found, problems = [], []
    for document in documents:
        source = files.get(document.path)
        if source is None or source.digest != document.digest:
            continue
        if not document.published_digest:
            continue  # editors publish a part of it only
        if document.whole:
            path = f"originals/{document.id}{_SUFFIX}"
            found.append(Original(document.id, path, source.file, source.digest, source.size))
        else:
            message = "Not offered for download: it has text under black bars, or attached files."
            hint = "Remove them from the file."
            problems.append(Problem(source.shown, 0, "warning", message, hint))
    return tuple(found), tuple(problems)


def original_data(original: Original) -> bytes:
    """The bytes of a file. Raises SourcebookError if they are no longer those that were read."""
    try:
        with open(original.file, "rb") as file:
            data = file.read()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != original.digest:
        raise SourcebookError(f"{original.file} has changed during the build.", "Build again.")
    return data
