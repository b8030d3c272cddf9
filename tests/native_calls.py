"""What tests have a child do (`generator.engine.child`): it imports this module, and little else."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
from pathlib import Path

from generator.engine.child import Child
from generator.more_time import more_time

KEPT: list[bytearray] = []


def process() -> int:
    return os.getpid()


def refuse(error: Exception) -> None:
    raise error


def crash(folder: Path | None = None) -> None:
    """Crash in C code; with a folder, after a program was started, which leaves its number there."""
    if folder:
        program = subprocess.Popen(["sleep", "60"])
        (folder / "program").write_text(str(program.pid))
    ctypes.string_at(0)


def die(name: str) -> None:
    os.kill(os.getpid(), getattr(signal, name))


def spin(folder: Path | None = None) -> None:
    """Never return from C code; with a folder, say there which process does so."""
    if folder:
        (folder / "new").write_text(str(os.getpid()))
        (folder / "new").rename(folder / "spinning")
    libc = ctypes.CDLL(None)
    compare = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda a, b: 0)
    while True:
        libc.qsort(ctypes.create_string_buffer(100_000), 100_000, 1, compare)


def turn_pages(number: int, busy: float) -> int:
    """Use processor time for each of some pages."""
    for _ in range(number):
        until = os.times().user + busy
        while os.times().user < until:
            pass
        more_time()
    return number


def fill(size: int) -> int:
    return len(bytes(size))


def keep(size: int) -> int:
    """Leave memory behind."""
    KEPT.append(bytearray(size))
    return len(KEPT)


def call_for_ever(folder: str) -> None:
    """What a worker does that is killed meanwhile."""
    Child().call(spin, Path(folder))


def noisy() -> str:
    os.write(1, b"a library's own words\n")
    print("and ours", flush=True)
    return "heard"
