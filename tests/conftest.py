"""What tests share: small projects, their built sites, and a browser."""

from __future__ import annotations

import contextlib
import io
import itertools
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from once import load_once
from PIL import Image
from playwright.sync_api import Browser, Playwright, sync_playwright
from rich.console import Console

from generator.config import read_config
from generator.engine.build import build, derive_corpus
from generator.engine.executors import SerialExecutor
from generator.engine.progress import Progress
from generator.engine.report import Report
from generator.load import load
from generator.model import Corpus, Document
from generator.read import Reading, read

ROOT = Path(__file__).resolve().parent.parent
BuildSite = Callable[..., Report]


@pytest.fixture(scope="session", autouse=True)
def _loaded_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        load_once(patch)
        yield


@pytest.fixture(scope="session", autouse=True)
def _heard() -> None:
    """Let Ctrl-C be heard by what tests start, though the tests run in a shell's background."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="store what the golden tests get")


class InProcess(SerialExecutor):
    """Works in this process where commands would start others, each of which loads the product."""

    def __init__(self, number: int, *, stay: bool = True) -> None:
        super().__init__()
        assert number >= 1

    def __enter__(self) -> InProcess:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to stop."""


@pytest.fixture(autouse=True)
def _in_process(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands that a test calls work in this process, unless it is marked `processes`.

    Processes of their own load the product, and the model, again and again.
    """
    if "processes" not in request.keywords:
        monkeypatch.setattr("generator.cli.ProcessExecutor", InProcess)


@pytest.fixture
def make_project(tmp_path: Path) -> Callable[[dict[str, str | bytes]], Path]:
    """Make a project from files by name; seeds go below "seeds/"."""

    def make(files: dict[str, str | bytes], name: str = "project") -> Path:
        root = tmp_path / name
        (root / "seeds").mkdir(parents=True, exist_ok=True)
        for path, content in files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return root

    return make


def picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), **options: object) -> bytes:
    """The bytes of a picture whose pixels differ."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def build_site(root: Path, *, strict: bool = False, base_url: str | None = None) -> Report:
    """Build a project without a word."""
    progress = Progress(Console(file=io.StringIO()), quiet=True)
    return build(read_config(root, base_url=base_url), progress, strict=strict).report


def corpus_of(root: Path) -> Corpus:
    """All that is derived from a project."""
    return derive_corpus(read_config(root), Progress(Console(file=io.StringIO()), quiet=True))[0]


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    found = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    return {name: path.read_bytes() for name, path in sorted(found.items())}


@pytest.fixture
def reading(make_project: Callable[..., Path]) -> Callable[..., Reading]:
    """Read files by name, below "seeds/"."""
    projects = itertools.count()

    def get(files: dict[str, str | bytes], config: str = "") -> Reading:
        seeds = {f"seeds/{name}": content for name, content in files.items()}
        root = make_project({**seeds, "sourcebook.toml": config}, f"project{next(projects)}")
        settings = read_config(root)
        return read(load(settings).sources, settings)

    return get


@pytest.fixture
def document(reading: Callable[..., Reading]) -> Callable[..., Document]:
    """Read one file that has one document."""

    def get(name: str, content: str | bytes) -> Document:
        found = reading({name: content})
        assert len(found.documents) == 1, found.problems
        return found.documents[0]

    return get


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository's own demonstration sources; built once for all testers."""
    shared = tmp_path_factory.getbasetemp().parent / "demo"
    several = "PYTEST_XDIST_WORKER" in os.environ  # then the folder above is this session's own
    if several and shared.is_dir():
        return shared / "site"
    root = tmp_path_factory.mktemp("demo")
    for folder in ("seeds", "curation", "pages"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "sourcebook.toml", root)
    report = build_site(root)
    assert not report.problems
    if several:
        with contextlib.suppress(OSError):  # another was first
            return root.rename(shared) / "site"
    return root / "site"


@pytest.fixture(scope="session")
def playwright_driver() -> Iterator[Playwright]:
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright_driver: Playwright) -> Iterator[Browser]:
    """Chromium; the tests fail, and are not skipped, when there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    assert path, "No Chromium was found. Run `make test`, or set CHROMIUM."
    options = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    found = playwright_driver.chromium.launch(executable_path=path, args=options)
    yield found
    found.close()
