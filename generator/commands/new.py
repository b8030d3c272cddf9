"""The command `sourcebook new`: a project to start from."""

from __future__ import annotations

from pathlib import Path

from generator import __version__
from generator.errors import SourcebookError

_CONFIG = """\
# All keys are optional. Those commented out show their default values.
title = "My archive"
description = "One sentence that says what this archive holds."
about = \"\"\"
Who collected these sources, how, and what is missing. Markdown, *as long as you like*.
\"\"\"
# publisher = ""                # who publishes this archive
# base_url = ""                 # public address, such as "https://example.org/archive/"
# language = "en"               # of sources that do not give theirs
# seeds = "seeds"               # folder of the sources
# output = "site"               # folder of the finished site
# page_size = 200               # most entries in a list on one page
# max_megabytes = 20            # larger texts and pictures are reported and skipped
# max_megabytes_binary = 500    # the same for PDF, office files, books, mail and archives
# exclude = []                  # sources that are not published: ["private/", "*.bak"]
# search = true                 # whether the site has a search page
# pages = "cited"               # pictures of pages of PDF files: of those quoted, "all", or "none"
# publish_originals = false     # whether PDF files are offered for download on their pages
# ocr = []                      # languages in which tesseract reads scans: ["eng", "deu"]
# date_order = "auto"           # of 3/4/2024: "day-first", "month-first", or "auto" (by the text)
# names = "own"                 # or "listed", "spacy:PIPELINE", "package.module:function"
# min_mentions = 2              # mentions a name needs for a page; unless it is set, names in two
                                # sources, mentioned three times, listed or in a title have one
# columns = {}                  # of tables, where their names do not say it:
                                # { text = "transcription", tags = ["subject", "genre"] }
"""

_MARKDOWN = """\
---
title: What a source looks like
date: 2024-01-31
publisher: Your archive
kind: note
tags: [example]
people: [Ada Lovelace]
places: [London]
---
This is an example. Replace it with a source of your own: a report, a note, a letter.

The lists `people`, `organisations` and `places` above say who and what the text is about. Ada
Lovelace, who was born in London, is found in the text by her name and gets a page of her own.
"""

_PLAIN = """\
date 2024-02-01 A plain text file needs only its date, at the start. Each line is a paragraph.
A Heading on a Line of Its Own
Short lines in title case without a full stop are headings. Every sentence on the finished page \
has its own permanent link.
"""

_WORKFLOW = """\
# Builds the site and publishes it on GitHub Pages on every push to the main branch.
# In the repository's settings, under Pages, choose "GitHub Actions" as the source.
name: Publish
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install "sourcebook>=VERSION"
      # Sources analysed in an earlier run are not analysed again.
      - uses: actions/cache@v4
        with:
          path: .sourcebook
          key: sourcebook-${{ github.run_id }}
          restore-keys: sourcebook-
      - id: pages
        uses: actions/configure-pages@v5
      - run: sourcebook build --base-url "${{ steps.pages.outputs.base_url }}"
      - run: sourcebook check
      - uses: actions/upload-pages-artifact@v3
        with:
          path: site
          include-hidden-files: true
      - id: deployment
        uses: actions/deploy-pages@v4
"""

_FILES = {
    "sourcebook.toml": _CONFIG,
    "seeds/what-a-source-looks-like.md": _MARKDOWN,
    "seeds/a-plain-text.txt": _PLAIN,
    ".github/workflows/publish.yml": _WORKFLOW.replace("VERSION", __version__),
    ".gitignore": "site/\n.site.sourcebook-*\n.sourcebook/\n",
}


def new_project(folder: Path) -> list[Path]:
    """Create the project and return the paths of its files.

    Raises SourcebookError when the folder is not empty or cannot be created.
    """
    try:
        if folder.exists() and any(folder.iterdir()):
            raise SourcebookError(
                f"{folder} is not empty.", "Choose a folder that does not exist yet."
            )
        made = []
        for name, text in _FILES.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            made.append(path)
        return made
    except OSError as error:
        raise SourcebookError(f"Could not create {folder}: {error.strerror}.") from error
