"""Where the files that come with Sourcebook are."""

from __future__ import annotations

from pathlib import Path

from generator.errors import TemplateError

PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The shipped folder `templates` or `static`.

    A wheel has it inside the package; a clone of the repository has it beside the package. Beside
    an installed package, a folder of that name belongs to another package.

    Raises TemplateError when the installation lacks it.
    """
    for folder in (PACKAGE / name, PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise TemplateError(f"The shipped {name} are missing.", "Reinstall Sourcebook.")
