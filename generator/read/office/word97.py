"""Old Word documents, by a program of the system: catdoc or antiword.

It runs as a process of its own, within limits of processor time and memory. Which of them is there,
and in which version, is part of what an analysis depends on.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.read.refused import Refused

# What each is asked for: UTF-8, a paragraph in a line.
_PROGRAMS = {"catdoc": ("-d", "utf-8", "-w"), "antiword": ("-m", "UTF-8.txt", "-w", "0")}
_ELAPSED = 300  # seconds by the clock, on a machine that does other things as well
_WITHIN = 'ulimit -t 30; ulimit -v 1500000 2>/dev/null; exec "$@"'
_INSTALL = (
    "Save it as .docx, or install catdoc (Debian: apt install catdoc; macOS: brew install catdoc)."
)


def doc_text(data: bytes) -> tuple[str, str]:
    """The text of a document, a paragraph in a line, and the program that read it.

    Raises Refused if the program is missing, or does not understand the file.
    """
    name = _found()
    if not name:
        raise Refused("An old Word document (.doc), which needs catdoc or antiword.", _INSTALL)
    command = [name, *_PROGRAMS[name]]
    if sys.platform != "win32":
        command = ["/bin/sh", "-c", _WITHIN, "sh", *command]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "a.doc")
        file.write_bytes(data)
        try:
            done = subprocess.run(
                [*command, os.fspath(file)],
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_ELAPSED,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            raise Refused(f"{name} took too long to read it.", "Save it as .docx.") from None
    if done.returncode or not done.stdout.strip():
        raise Refused(f"Not a Word document that {name} can read.", "Save it as .docx.")
    return done.stdout.decode("utf-8", "replace"), name


def doc_program_version() -> str:
    """Which program reads old documents here; "" if none does."""
    name = _found()
    program = shutil.which(name) if name else None
    if not program:
        return ""
    return f"{name} {hashlib.sha256(Path(program).read_bytes()).hexdigest()}"


def _found() -> str:
    return next((name for name in _PROGRAMS if shutil.which(name)), "")
