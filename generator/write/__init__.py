"""Write: put the finished site in place in one step.

The files are staged in a folder beside the output, and then the two folders are exchanged
atomically (on Linux), so that at any moment there is a complete site: the old one or the new one.
Unchanged files are hard-linked from the old site and keep their times. The old site's links to them
are kept as well: most of the next site is linked from there.

A manifest in the output folder lists the files written by builds. Only these are ever removed;
other files in it (such as a CNAME) are carried over. A folder with other files that no build has
written is refused: its name was probably given by mistake.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import json
import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.engine.executors.fork import Track, fork_map, untracked
from generator.errors import BuildRunning, OutputError
from generator.model import Batch, Closing, Stored, Target
from generator.write.below import Below
from generator.write.stage import Stage
from generator.write.tree import File, Tree, as_now, tree_of

__all__ = [
    "MANIFEST",
    "File",
    "Tree",
    "Written",
    "clear_up",
    "digest_of",
    "write",
    "write_page",
]

MANIFEST = ".sourcebook-manifest.json"
_AT_FDCWD = -100  # linux/fcntl.h
_RENAME_EXCHANGE = 2  # linux/fs.h
# Takes a folder and the paths of the files in it.
Approve = Callable[[Path, Sequence[str]], None]
# Files of hosts and of git that may be in an output folder before the first build.
_HARMLESS = {
    "CNAME",
    ".git",
    ".gitignore",
    ".gitkeep",
    ".gitattributes",
    ".well-known",
    ".nojekyll",
}


@dataclass(frozen=True, slots=True)
class Written:
    """The numbers of files written, left unchanged and removed."""

    written: int
    unchanged: int
    removed: int


def write(
    batches: Sequence[Batch],
    closing: Closing,
    folder: Path,
    *,
    left: Mapping[str, File] | None = None,
    jobs: int = 1,
    track: Track = untracked,
    approve: Approve | None = None,
) -> tuple[Written, Tree]:
    """Replace the site in `folder`; returns what was done, and the folder's contents afterwards.

    batches: each makes some of the files, in any process and in any order
    closing: makes the files that describe others, from all others by path
    left: the files as the last build left them, by path
    jobs: number of processes
    track: wraps an iterable of a known length to show progress
    approve: looks at the staged files before they replace the old site; what it raises stops that

    Raises OutputError if the folder cannot be written or has foreign files where ours must go, and
    BuildRunning if another build is running. In either case the old site stays.
    """
    folder = folder.resolve()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _lock(folder):
            _recover(folder)
            return _replace(batches, closing, folder, left or {}, jobs, track, approve)
    except OSError as error:
        where = error.filename or folder
        raise OutputError(
            f"The site could not be written: {error.strerror or error} ({where}).",
            "The old site is unchanged.",
        ) from error


def write_page(target: Target, folder: Path) -> bool:
    """Replace a single page of the site; returns whether that was possible.

    It is possible if the last build wrote the page and no build is running.
    """
    folder = folder.resolve()
    below, draft = Below(folder), _beside(folder, "page")
    try:
        page = Path(below.at(target.path))
        with _lock(folder):
            below.refuse_links(target.path)
            if target.path not in _read_manifest(folder) or not page.is_file():
                return False
            draft.unlink(missing_ok=True)  # it may be a link to elsewhere
            draft.write_bytes(target.render())
            draft.replace(page)
            return True
    except (OSError, OutputError, BuildRunning):
        return False


def clear_up(folder: Path) -> None:
    """Remove what a killed build has left beside the site."""
    folder = folder.resolve()
    if _beside(folder, "new").exists():
        with contextlib.suppress(OSError, BuildRunning), _lock(folder):
            _remove(_beside(folder, "new"))


def digest_of(folder: Path) -> str:
    """The digest of a folder's current contents (see `Tree.digest`); "" if there is no folder."""
    return tree_of(folder.resolve()).digest()


def _replace(
    batches: Sequence[Batch],
    closing: Closing,
    folder: Path,
    left: Mapping[str, File],
    jobs: int,
    track: Track,
    approve: Approve | None,
) -> tuple[Written, Tree]:
    ours = _read_manifest(folder)
    _refuse_foreign(folder, ours)
    new, spare = _beside(folder, "new"), _beside(folder, "spare")
    _remove(new)
    if spare.is_dir() and not spare.is_symlink():
        spare.rename(new)
    else:
        new.mkdir()
    try:
        old, there = tree_of(folder), tree_of(new)
        stage = Stage((folder, new), old, there, ours | {MANIFEST}, left)
        made = _stage(batches, closing, stage, jobs, track)
        unchanged = sum(path in old.files and f.like(old.files[path]) for path, f in made.items())
        old = tree_of(folder)  # keep what others have added in the meantime
        files = made | _carried(old, ours | made.keys() | {MANIFEST}, stage)
        manifest = json.dumps({"files": sorted(made)}, indent=0).encode()
        files |= stage.put([Target.of(MANIFEST, manifest)])
        _clear(new, there, files)
        _like_the_old(folder, new, old)
        if approve:
            approve(new, sorted(files))
        if _swap(new, folder):
            with contextlib.suppress(OSError):
                # Files that only the old site had are no longer needed.
                _clear(new, old, {p for p, f in old.files.items() if files.get(p) == f})
                new.rename(spare)
    finally:
        _remove(new)
    written = Written(len(made) - unchanged, unchanged, len(ours - made.keys()))
    # As staged, not as they are now: later changes by others must be noticed.
    return written, as_now(files, folder)


def _stage(
    batches: Sequence[Batch], closing: Closing, stage: Stage, jobs: int, track: Track
) -> dict[str, File]:
    """Stage all files of the site; how each is now, by path."""
    done = fork_map(lambda number: stage.put(batches[number]()), len(batches), jobs, track)
    staged = [one for batch in done for one in batch]
    done_files = {path: Stored(file.size, file.content.hex()) for path, file in staged}
    staged += stage.put(closing(done_files))
    _refuse_twins(path for path, _ in staged)
    return dict(staged)


def _carried(old: Tree, ours: Collection[str], stage: Stage) -> dict[str, File]:
    """Carry foreign files over to the new site; returns them by path."""
    others = ((path, stage.carry(path, old.files[path])) for path in old.files.keys() - set(ours))
    return {path: file for path, file in others if file}


def _clear(folder: Path, tree: Tree, wanted: Collection[str]) -> None:
    """Remove the unwanted files of a folder, and folders that this leaves empty."""
    for path in tree.files:
        if path not in wanted:
            # Something else may have taken its place.
            with contextlib.suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
                (folder / path).unlink()
    for path in reversed(tree.folders):
        with contextlib.suppress(OSError):
            (folder / path).rmdir()


def _refuse_twins(paths: Iterable[str]) -> None:
    """Refuse two files with the same name; some file systems ignore case."""
    seen: dict[str, str] = {}
    for path in paths:
        other = seen.setdefault(path.casefold(), path)
        if other is not path:
            raise OutputError(
                f"Two files of the site would have the same name: {other} and {path}.",
                "Rename one of your static files; if neither is yours, please report this.",
            )


def _refuse_foreign(folder: Path, ours: frozenset[str]) -> None:
    """Refuse a folder that is used for something else."""
    if ours or not folder.exists():
        return
    if not folder.is_dir():
        raise OutputError(f"{folder} is not a folder.", "Choose another with --output.")
    other = sorted(path.name for path in folder.iterdir() if path.name not in _HARMLESS)
    if other:
        raise OutputError(
            f"{folder} contains files not written by Sourcebook ({', '.join(other[:3])}).",
            "Choose an empty or new folder with --output.",
        )


def _like_the_old(folder: Path, new: Path, old: Tree) -> None:
    """Keep the old site's empty folders, and the modes and times of all folders that remain."""
    full = {path.rpartition("/")[0] for path in (*old.files, *old.folders)}
    for path in old.folders:
        if path not in full:
            with contextlib.suppress(OSError):  # a file of ours may be there now
                (new / path).mkdir(parents=True, exist_ok=True)
        if (new / path).is_dir():
            shutil.copystat(folder / path, new / path)
    if folder.is_dir():
        shutil.copystat(folder, new)


def _read_manifest(folder: Path) -> frozenset[str]:
    """The files that the last build wrote; none without a readable manifest."""
    try:
        files = json.loads((folder / MANIFEST).read_bytes())["files"]
        return frozenset(name for name in files if isinstance(name, str))
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def _beside(folder: Path, purpose: str) -> Path:
    """A hidden folder or file beside the output folder, on the same file system."""
    return folder.parent / f".{folder.name}.sourcebook-{purpose}"


def _remove(folder: Path) -> None:
    if folder.is_symlink():  # where it leads is not ours
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)


def _swap(stage: Path, folder: Path) -> bool:
    """Exchange the two folders; returns whether `stage` is now the old site (or else is gone)."""
    if not folder.exists():
        stage.rename(folder)
        return False
    exchanged = _exchange(stage, folder)
    if not exchanged:
        # Between the two renames there is no site for an instant; `_recover` repairs a crash there.
        old = _beside(folder, "old")
        _remove(old)
        folder.rename(old)
        stage.rename(folder)
        _remove(old)
    return exchanged


def _exchange(one: Path, other: Path) -> bool:
    """renameat2(2) with RENAME_EXCHANGE; False if the system does not have it."""
    if not sys.platform.startswith("linux"):
        return False
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    if renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))


def _recover(folder: Path) -> None:
    """Put the old site back after a crash between the two renames of `_swap`."""
    old = _beside(folder, "old")
    if old.is_dir():
        if folder.exists():
            _remove(old)
        else:
            old.rename(folder)


@contextlib.contextmanager
def _lock(folder: Path) -> Iterator[None]:
    """Lock the output folder for one build. The lock ends with the process."""
    path = _beside(folder, "lock")
    with path.open("a+b") as file:
        try:
            _take(file.fileno())
        except OSError:
            raise BuildRunning(
                f"Another build is writing to {folder}.",
                "Try again when it has finished.",
            ) from None
        yield


if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
