"""OCR by the program `tesseract`, where the project asks for it (`ocr = ["eng"]`).

It runs as a process of its own, within limits of processor time and memory, in one thread: the same
picture gives the same words. A page takes some seconds.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.read.refused import Refused
from generator.read.scans.hocr import hocr
from generator.read.scans.pages import ScanPage

DPI = 250  # of the pictures that it reads: small type needs 200 or more
_PROCESSOR = 120  # seconds for a page
_MEMORY = 1_500_000  # kilobytes
_ELAPSED = 20 * _PROCESSOR  # seconds by the clock, on a machine that does other things as well
_ASKED = 30  # seconds for its version
_LANGUAGES = re.compile(r'languages in "([^"\n]+)"')
_INSTALL = (
    "Install it (Debian: apt install tesseract-ocr; macOS: brew install tesseract; Windows: see"
    ' https://tesseract-ocr.github.io), or remove "ocr" from sourcebook.toml.'
)
# The shell sets the limits for the program that takes its place.
_WITHIN = f'ulimit -t {_PROCESSOR}; ulimit -v {_MEMORY} 2>/dev/null; exec "$@"'


@dataclass(frozen=True, slots=True)
class Ocr:
    """The program, ready to read.

    program: where it is
    version: "tesseract 5.3.0"
    languages: as it calls them ("eng")
    data: digests of what it knows of the languages
    """

    program: str
    version: str
    languages: tuple[str, ...]
    data: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The program and its languages, for people: "tesseract 5.3.0, deu, eng"."""
        return ", ".join((self.version, *self.languages))

    def page(self, picture: bytes, dpi: int = DPI) -> ScanPage:
        """The text of a page.

        picture: in a format that tesseract knows, such as PNM, PNG or TIFF

        Raises Refused where the program fails or needs too long.
        """
        languages = "+".join(self.languages)
        command = [self.program, "stdin", "stdout", "-l", languages, "--dpi", str(dpi), "hocr"]
        if sys.platform != "win32":
            command = ["/bin/sh", "-c", _WITHIN, "sh", *command]
        try:
            done = subprocess.run(
                command,
                input=picture,
                capture_output=True,
                timeout=_ELAPSED,
                env=_environment(),
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            raise Refused("OCR took too long.") from None
        if done.returncode:
            said = " ".join(done.stderr.decode("utf-8", "replace").split())[:100]
            raise Refused(f"OCR failed ({said or f'status {done.returncode}'}).")
        pages = hocr(done.stdout).pages if done.stdout.strip() else ()
        return pages[0] if pages else ScanPage("", 0, 0, ())


def find_ocr(languages: Sequence[str]) -> Ocr:
    """The program for some languages. Raises Refused where it or one of them is missing."""
    program = shutil.which("tesseract")
    if not program:
        raise Refused("Needs tesseract for OCR, which is not installed.", _INSTALL)
    try:
        version = _asked(program, "--version").split("\n")[0].strip()
        listed = _asked(program, "--list-langs")
    except (OSError, subprocess.SubprocessError):
        raise Refused("The installed tesseract does not run.", _INSTALL) from None
    known = {line.strip() for line in listed.split("\n")[1:]}
    for language in languages:
        if language not in known:
            short = language.replace("_", "-")
            hint = f"Install it (Debian: apt install tesseract-ocr-{short})"
            hint += ', or change "ocr" in sourcebook.toml.'
            raise Refused(f'tesseract has no data for the language "{language}".', hint)
    folder = _LANGUAGES.search(listed)
    files = [Path(folder[1], f"{name}.traineddata") for name in languages] if folder else []
    data = tuple(hashlib.sha256(f.read_bytes()).hexdigest() for f in files if f.is_file())
    return Ocr(program, version, tuple(languages), data)


def ocr_version(languages: Sequence[str]) -> str:
    """What the text of pictures depends on beside them; "" where none are read."""
    if not languages:
        return ""
    try:
        found = find_ocr(languages)
    except Refused as why:
        return why.message
    return " ".join((found.version, *found.languages, *found.data))


def _asked(program: str, option: str) -> str:
    """What the program says to a question."""
    done = subprocess.run(
        [program, option],
        capture_output=True,
        timeout=_ASKED,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        check=True,
    )
    return (done.stdout or done.stderr).decode("utf-8", "replace")


def _environment() -> dict[str, str]:
    return {**os.environ, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C"}
