"""Words for where a document's title, date and language were found; "from the" goes before them."""

from __future__ import annotations

from collections.abc import Mapping

TEMPLATES: Mapping[str, str] = {
    "front-matter": "front matter",
    "first-line": "first line of the file",
    "metadata": "metadata of the {of}",
    "table-row": "row of the table",
    "first-heading": "first heading of the text",
    "first-words": "first words of the text",
    "near-headline": "line by the headline",
    "file-name": "name of the file",
    "folder-name": "names of the folders",
    "record": "publisher and date, as its first words are not published",
    "outer-file": "file that it lies in",
    "editors-table": "table of the editors",
    "whole-text": "text itself",
}
