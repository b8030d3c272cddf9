"""Serve: a preview that follows the sources.

livereload's server, with what it lacks: changes come from the system (watchfiles) instead of a
poll; a source that has changed is shown on its page at once, and all that follows from it right
behind; builds run beside the server, one at a time, bursts of changes as one, the last change never
lost; only this machine's browsers may ask (Host and Origin are checked); the reload script is a
file, as the site's policy demands; and a failed build is shown in the browser while the old site
stays.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from livereload import Server
from livereload.handlers import LiveReloadHandler, StaticFileHandler
from livereload.server import LiveScriptInjector
from rich.console import Console
from rich.text import Text
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from watchfiles import awatch

from generator.config import FILE_NAME, Config
from generator.engine.build import FirstLook, build, derive_corpus
from generator.engine.executors.processes import Workers
from generator.engine.progress import Progress
from generator.engine.report import show_report
from generator.errors import BuildRunning, ServeError, SourcebookError
from generator.model import Corpus

Fingerprint = frozenset[tuple[str, int, int]]
_SCRIPT_PATH = "/.preview/reload.js"
_SOCKET_PATH = "/.preview/socket"
_SCRIPT = Path(__file__).with_name("reload.js")
_TAG = f'<script src="{_SCRIPT_PATH}" defer></script>'.encode()
_HOST = "127.0.0.1"
_NAMES = {_HOST, "localhost"}
_DEBOUNCE = 20  # milliseconds in which changes count as one
_LOOK_AGAIN = 3000  # milliseconds after which the folders are looked at in any case


def serve(read: Callable[[], Config], port: int, console: Console, jobs: int = 1) -> None:
    """Build and serve until Ctrl-C. `read` reads the configuration, anew for each build.

    jobs: processes that read and analyse

    Raises SourcebookError when the configuration is wrong at the start or the port is taken.
    """
    with Workers(jobs) as pool, Workers(1) as quick:
        Preview(read, console, pool, quick).serve(port=port, host=_HOST)


class Preview(Server):  # type: ignore[misc]
    """The preview server of one project."""

    def __init__(
        self, read: Callable[[], Config], console: Console, pool: Workers, quick: Workers
    ) -> None:
        super().__init__()
        self._read = read
        self._console = console
        self._pool, self._quick = pool, quick
        self._config = read()
        self._corpus: Corpus | None = None
        self._first: FirstLook | None = None
        self._seen: Fingerprint = frozenset()
        self._failure = ""
        self._told = False  # whether the address was printed
        self._sockets: set[_Socket] = set()
        self._changed, self._stale = asyncio.Event(), asyncio.Event()

    @property
    def failure(self) -> str:
        """What stopped the last build, "" when nothing did."""
        return self._failure

    @property
    def site(self) -> Path:
        """The folder that is served."""
        return self._config.output

    def serve(self, port: int = 8000, host: str = _HOST, **_: Any) -> None:
        """Build, then serve and watch until stopped."""
        asyncio.run(self._serve(port, host))

    def application(self, *_: Any, **__: Any) -> web.Application:
        """The server's pages: the site, the reload script, and the socket that triggers it."""
        options = {"preview": self}
        return web.Application(
            [
                (_SOCKET_PATH, _Socket, options),
                (_SCRIPT_PATH, _Script, options),
                (
                    "/(.*)",
                    _Files,
                    {**options, "path": str(self.site), "default_filename": "index.html"},
                ),
            ],
            transforms=[_Injector],
        )

    async def _serve(self, port: int, host: str) -> None:
        try:
            sockets = bind_sockets(port, host)
        except OSError as error:
            raise ServeError(
                f"Port {port} cannot be used: {error.strerror}.", "Choose another with --port."
            ) from error
        server = HTTPServer(self.application())
        server.add_sockets(sockets)
        number = sockets[0].getsockname()[1]
        self._changed.set()
        looker, builder = ThreadPoolExecutor(1), ThreadPoolExecutor(1)
        address = f"http://{host}:{number}/"
        tasks = [
            asyncio.create_task(self._look_on_change(looker)),
            asyncio.create_task(self._build_when_stale(builder, looker, address)),
            asyncio.create_task(self._watch(lambda: [self._config.root], recursive=False)),
            asyncio.create_task(self._watch(self._folders, recursive=True)),
        ]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            # A build that is under way is not waited for: the old site stays.
            for pool in (looker, builder):
                pool.shutdown(wait=False, cancel_futures=True)

    def connected(self, socket: _Socket) -> None:
        """A page is open; tell it at once if the last build failed."""
        self._sockets.add(socket)
        if self._failure:
            socket.send_message({"command": "alert", "message": self._failure})

    def disconnected(self, socket: _Socket) -> None:
        """A page was closed."""
        self._sockets.discard(socket)

    def _folders(self) -> list[Path]:
        config = self._config
        folders = (config.seeds, config.curation, config.templates, config.static)
        return [folder for folder in folders if folder.is_dir()]

    async def _watch(self, folders: Callable[[], list[Path]], *, recursive: bool) -> None:
        """Wake the builder at every change, and every few seconds, should one have been missed."""
        while True:
            watched = folders()
            if not watched:
                await asyncio.sleep(_LOOK_AGAIN / 1000)
                self._changed.set()
                continue
            async for _ in awatch(
                *watched,
                recursive=recursive,
                watch_filter=None,
                debounce=_DEBOUNCE,
                step=_DEBOUNCE,
                rust_timeout=_LOOK_AGAIN,
                yield_on_timeout=True,
            ):
                self._changed.set()
                if folders() != watched:
                    break

    async def _look_on_change(self, looker: ThreadPoolExecutor) -> None:
        """Whenever the project looks different: show what can be shown at once, ask for a build."""
        loop = asyncio.get_running_loop()
        while True:
            await self._changed.wait()
            self._changed.clear()
            now = await loop.run_in_executor(looker, self._fingerprint)
            if now == self._seen:
                continue
            changed = {Path(name) for name, _, _ in now ^ self._seen}
            # Editors keep hidden files beside what they edit.
            shown = [path for path in changed if not path.name.startswith(".")]
            self._seen = now
            looked = len(shown) == 1 and await loop.run_in_executor(looker, self._look, shown[0])
            if looked:
                self._reload()
            self._stale.set()

    def _look(self, path: Path) -> bool:
        """Show a source that has changed on its page; whether that could be done."""
        try:
            return self._first is not None and self._first.show(path)
        except Exception:  # whatever is wrong, the build will say it
            return False

    async def _build_when_stale(
        self, builder: ThreadPoolExecutor, looker: ThreadPoolExecutor, address: str
    ) -> None:
        """Build, one at a time; afterwards get ready for the next first look."""
        loop = asyncio.get_running_loop()
        while True:
            await self._stale.wait()
            self._stale.clear()
            message = await loop.run_in_executor(builder, self._build)
            self._tell(message)
            if not self._told:
                self._console.print(Text(f"Serving {address} – stop with Ctrl-C."))
                self._told = True
            if not message:
                await loop.run_in_executor(builder, self._know_corpus)
                # Where first looks are taken: its worker serves one at a time.
                loop.run_in_executor(looker, self._get_ready)

    def _fingerprint(self) -> Fingerprint:
        """Names, sizes and times of every file that a build depends on."""
        files = [self._config.root / FILE_NAME]
        for folder in self._folders():
            files += [Path(where, name) for where, _, names in os.walk(folder) for name in names]
        return frozenset(filter(None, map(_stat, files)))

    def _build(self) -> str:
        """Build once; what stopped it, or ""."""
        try:
            config = self._read()
            if config.output != self.site:
                raise ServeError("The output folder was changed.", "Start the preview again.")
            self._config = config
            # The first build may take long; those that follow should not fill the screen.
            progress = Progress(self._console, quiet=self._told)
            built = build(config, progress, pool=self._pool)
        except BuildRunning as error:
            self._seen = frozenset()  # try again at the next look
            return str(error)
        except SourcebookError as error:
            return str(error)
        except Exception as error:  # the preview goes on, whatever a half-written template does
            return f"{type(error).__name__}: {error}"
        self._corpus = built.corpus or self._corpus
        show_report(built.report, self._console, str(config.output))
        return ""

    def _know_corpus(self) -> None:
        """Derive what a build that had nothing to do did not."""
        if self._corpus is None:
            with contextlib.suppress(SourcebookError):  # a build will say what is wrong
                quiet = Progress(self._console, quiet=True)
                self._corpus = derive_corpus(self._config, quiet, self._pool)[0]

    def _get_ready(self) -> None:
        if self._corpus is not None:
            with contextlib.suppress(SourcebookError):
                self._first = FirstLook(self._corpus, self._config, self._quick)

    def _tell(self, failure: str) -> None:
        """Reload every open page, or show in it why nothing changed."""
        self._failure = failure
        if failure:
            self._console.print(Text(f"Not built: {failure}"))
            self._send({"command": "alert", "message": failure})
        else:
            self._reload()

    def _reload(self) -> None:
        self._send({"command": "reload", "path": "*"})

    def _send(self, message: dict[str, str]) -> None:
        for socket in tuple(self._sockets):
            socket.send_message(message)


def _stat(path: Path) -> tuple[str, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return os.fspath(path), found.st_size, found.st_mtime_ns


def _is_ours(host: str) -> bool:
    """Whether a Host header names this machine; another name is a page elsewhere rebinding it."""
    try:
        return urlsplit(f"//{host}").hostname in _NAMES
    except ValueError:
        return False


class _Guarded(web.RequestHandler):
    """Answers only requests addressed to this machine by its own name."""

    preview: Preview

    def prepare(self) -> None:
        if not _is_ours(self.request.host):
            raise web.HTTPError(403, reason="The preview is for this machine only")


class _Socket(_Guarded, LiveReloadHandler):  # type: ignore[misc]
    """The connection to an open page; livereload's protocol 7."""

    def initialize(self, preview: Preview) -> None:
        self.preview = preview

    def check_origin(self, origin: str) -> bool:
        """Only pages of this very server may connect."""
        return urlsplit(origin).netloc.lower() == self.request.host.lower()

    def on_message(self, message: str | bytes) -> None:
        """Answer the page's greeting; everything else it says is ignored."""
        try:
            command = json.loads(message).get("command")
        except (ValueError, AttributeError):
            return
        if command == "hello":
            super().on_message(json.dumps({"command": "hello"}))
            self.preview.connected(self)

    def on_close(self) -> None:
        self.preview.disconnected(self)


class _Script(_Guarded):
    """The reload script."""

    def initialize(self, preview: Preview) -> None:
        self.preview = preview

    def get(self) -> None:
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.write(_SCRIPT.read_bytes())


class _Files(_Guarded, StaticFileHandler):  # type: ignore[misc]
    """The files of the site; its own page for addresses that lead nowhere."""

    def initialize(self, preview: Preview, path: str, default_filename: str) -> None:
        self.preview = preview
        super().initialize(path, default_filename)

    def set_extra_headers(self, path: str) -> None:
        self.set_header("Cache-Control", "no-store")

    def write_error(self, status_code: int, **_: Any) -> None:
        page = self.preview.site / "404.html"
        if status_code == 404 and page.is_file():
            self.finish(page.read_bytes())
            return
        self.finish(
            f"<!DOCTYPE html><html lang=en><head><title>{status_code}</title></head>"
            f"<body><p>{status_code}: {self._reason}.</p></body></html>"
        )


class _Injector(LiveScriptInjector):  # type: ignore[misc]
    """Adds the reload script to every page, as a file."""

    script = _TAG
