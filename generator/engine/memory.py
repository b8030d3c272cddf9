"""The garbage collector and the allocator: what a build asks of them."""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Turn the garbage collector off: frozen data have no cycles, and it takes a third of the time.

    What is unused is still freed at once, by its reference count.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def collector_for_new_objects() -> Iterator[None]:
    """Turn the garbage collector on, for objects made from now on.

    To look at an object it writes to it, and a page of memory that is written to is no longer
    shared with a copy of this process.
    """
    before = gc.isenabled()  # in the preview, another thread may have turned it on
    gc.freeze()
    gc.enable()
    try:
        yield
    finally:
        if not before:
            gc.disable()
        gc.unfreeze()


def return_freed_memory() -> None:
    """Return freed heap to the system (glibc keeps it); saves a fifth of the memory."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc only
        if trim:
            trim(0)
