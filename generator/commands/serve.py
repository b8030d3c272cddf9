"""The command `sourcebook serve`: a preview that follows the sources.

It is livereload's server with some additions. Changes are reported by the system (watchfiles)
instead of polling. A changed source is shown on its own page at once, and everything that follows
from it once the site is built. Builds run beside the server, one at a time; a burst of changes is
built once, and its last change is never missed. Only browsers on this machine are served, unless
another address is asked for (Host and Origin are checked). The reload script is a file, as the
site's policy demands. Whoever has the address of the desk can edit (`generator.desk`). A failed
build is shown in the browser, and the old site stays. A build that lacks a source because its
worker died is done again, once: the system may have run out of memory.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import webbrowser
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from livereload import Server
from rich.console import Console
from rich.text import Text
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from watchfiles import awatch

from generator.commands.ahead import Ahead
from generator.commands.listening import THIS_MACHINE, Listening
from generator.commands.preview_server import (
    SCRIPT_PATH,
    SOCKET_PATH,
    Files,
    Injector,
    Script,
    Socket,
)
from generator.config import FILE_NAME, Config
from generator.desk.server import MOST_BYTES, DeskServer
from generator.engine.build import PagePreview, build, derive_corpus, shown_corpus
from generator.engine.executors import Executor
from generator.engine.executors.processes import ProcessExecutor
from generator.engine.progress import Progress
from generator.engine.report import show_report
from generator.errors import BuildRunning, Problem, ServeError, SourcebookError
from generator.model import Corpus

Snapshot = frozenset[tuple[str, int, int]]  # name, size and time of each file
_DEBOUNCE = 20  # milliseconds in which changes count as one
_CHECK_AGAIN = 3000  # milliseconds after which the folders are checked in any case
_AFTER_WRITING = 1.5  # seconds for which a build waits, so that the open page comes first
_BUILD_AGAIN = 3.0  # seconds after a build in which a worker died


def serve(
    read: Callable[[], Config],
    port: int,
    console: Console,
    jobs: int = 1,
    *,
    host: str = THIS_MACHINE,
    open_page: bool = False,
    read_only: bool = False,
) -> None:
    """Build and serve until Ctrl-C.

    read: reads the configuration; called for each build
    jobs: processes that read and analyse
    host: address or name of this machine on which the preview is served
    open_page: whether to open it in the browser when it is built
    read_only: whether the desk for editing is left out

    Raises SourcebookError when the configuration is wrong at the start or the port is taken.
    """
    with ProcessExecutor(jobs) as executor, ProcessExecutor(1) as quick:
        preview = Preview(read, console, executor, quick, open_page=open_page, read_only=read_only)
        preview.serve(port=port, host=host)


class Preview(Server):  # type: ignore[misc]
    """The preview server of one project.

    read: reads the configuration
    executor: reads and analyses the sources in a build
    quick: does so for a single changed source, beside a build
    open_page: whether to open the preview in the browser when it is built
    """

    def __init__(
        self,
        read: Callable[[], Config],
        console: Console,
        executor: Executor,
        quick: Executor,
        *,
        open_page: bool = False,
        read_only: bool = False,
    ) -> None:
        super().__init__()
        self._read = read
        self._console = console
        self._open_page = open_page
        self._listening = Listening(THIS_MACHINE, THIS_MACHINE, 0)
        self._executor, self._quick = executor, quick
        self._config = read()
        self._desk = None if read_only else DeskServer(self, self._config.root, self._undecided)
        self._corpus: Corpus | None = None
        self._page_preview: PagePreview | None = None
        self._ahead = Ahead(self._corpus_ahead, lambda: self._config)
        self._wait_until = 0.0  # time of the loop before which nothing is built
        self._whole = True  # whether more than tables has changed since the last build began
        self._seen: Snapshot = frozenset()
        self._failure = ""
        self._died = False  # whether a worker did in the last build, and it is to be done again
        self._announced = False  # whether the address was printed
        self._sockets: set[Socket] = set()
        self._changed, self._stale = asyncio.Event(), asyncio.Event()

    @property
    def failure(self) -> str:
        """Why the last build failed; "" if it did not."""
        return self._failure

    @property
    def listening(self) -> Listening:
        """Where it listens."""
        return self._listening

    @property
    def desk(self) -> DeskServer | None:
        """The editors' desk; None where nothing may be edited."""
        return self._desk

    @property
    def site(self) -> Path:
        """The folder that is served."""
        return self._config.output

    def _corpus_ahead(self) -> Corpus | None:
        return self._desk.desk.ahead if self._desk else None

    async def page_ahead(self, path: str) -> bytes | None:
        """A page as it will be after what was written at the desk; b"" if there will be none.

        None if the file in the folder is right, or nothing else can be known before a build.
        """
        page = self._ahead.page(path)
        return None if page is None else await asyncio.wrap_future(page)

    def written(self) -> None:
        """Something was written at the desk: open pages show it, and then the site is built."""
        self._wait_until = asyncio.get_running_loop().time() + _AFTER_WRITING
        self._reload(always=False)

    def serve(self, port: int = 8000, host: str = THIS_MACHINE, **_: Any) -> None:
        """Build, then serve and watch until stopped."""
        asyncio.run(self._serve(port, host))

    def application(self, *_: Any, **__: Any) -> web.Application:
        """The server's pages: the site, the reload script, and the socket that triggers it."""
        options = {"preview": self}
        return web.Application(
            [
                (SOCKET_PATH, Socket, options),
                (SCRIPT_PATH, Script, options),
                *(self._desk.routes if self._desk else ()),
                (
                    "/(.*)",
                    Files,
                    {**options, "path": str(self.site), "default_filename": "index.html"},
                ),
            ],
            transforms=[partial(Injector, self)],  # type: ignore[list-item]
        )

    async def _serve(self, port: int, host: str) -> None:
        try:
            sockets = bind_sockets(port, host)
        except OSError as error:
            raise ServeError(
                f"Could not use port {port} at {host}: {error.strerror}.",
                "Choose another with --port or --host.",
            ) from error
        self._listening = Listening(host, *sockets[0].getsockname()[:2])
        if self._listening.warning:
            self._desk = None  # whoever can reach this machine could edit
            self._console.print(Text(self._listening.warning, style="bold"), soft_wrap=True)
        server = HTTPServer(self.application(), max_body_size=MOST_BYTES)
        server.add_sockets(sockets)
        self._changed.set()
        watcher, builder = ThreadPoolExecutor(1), ThreadPoolExecutor(1)
        tasks = [
            asyncio.create_task(self._preview_on_change(watcher)),
            asyncio.create_task(self._build_when_stale(builder, watcher)),
            asyncio.create_task(self._watch(lambda: [self._config.root], recursive=False)),
            asyncio.create_task(self._watch(self._folders, recursive=True)),
        ]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            # Do not wait for a running build: the old site stays.
            self._ahead.close()
            for thread in (watcher, builder):
                thread.shutdown(wait=False, cancel_futures=True)

    def connected(self, socket: Socket) -> None:
        """A page was opened; if the last build failed, say so at once."""
        self._sockets.add(socket)
        if self._failure:
            socket.send_message({"command": "alert", "message": self._failure})

    def disconnected(self, socket: Socket) -> None:
        """A page was closed."""
        self._sockets.discard(socket)

    def _folders(self) -> list[Path]:
        config = self._config
        folders = (
            *(config.seeds, config.curation, config.own_pages, config.templates),
            *(config.static, config.root_files, config.logo and config.logo.parent),
        )
        return [folder for folder in folders if folder and folder.is_dir()]

    async def _watch(self, folders: Callable[[], list[Path]], *, recursive: bool) -> None:
        """Report every change, and every few seconds a possible one, in case one was missed."""
        while True:
            watched = folders()
            if not watched:
                await asyncio.sleep(_CHECK_AGAIN / 1000)
                self._changed.set()
                continue
            async for _ in awatch(
                *watched,
                recursive=recursive,
                watch_filter=None,
                debounce=_DEBOUNCE,
                step=_DEBOUNCE,
                rust_timeout=_CHECK_AGAIN,
                yield_on_timeout=True,
            ):
                self._changed.set()
                if folders() != watched:
                    break

    async def _preview_on_change(self, watcher: ThreadPoolExecutor) -> None:
        """Whenever files have changed, show what can be shown at once, then ask for a build."""
        loop = asyncio.get_running_loop()
        while True:
            await self._changed.wait()
            self._changed.clear()
            now = await loop.run_in_executor(watcher, self._snapshot)
            if now == self._seen:
                continue
            changed = {Path(name) for name, _, _ in now ^ self._seen}
            # Text editors keep hidden files beside the one that is edited.
            shown = [path for path in changed if not path.name.startswith(".")]
            self._seen = now
            if any(path.parent != self._config.curation for path in shown):
                self._whole = True
            if len(shown) == 1 and await loop.run_in_executor(watcher, self._show, shown[0]):
                self._reload()
            self._stale.set()

    def _show(self, path: Path) -> bool:
        """Show a changed source on its page; whether that was possible."""
        try:
            return self._page_preview is not None and self._page_preview.show(path)
        except Exception:  # whatever is wrong, the build will report it
            return False

    async def _build_when_stale(
        self, builder: ThreadPoolExecutor, watcher: ThreadPoolExecutor
    ) -> None:
        """Build, one at a time; afterwards prepare the next preview of a page."""
        loop = asyncio.get_running_loop()
        while True:
            await self._stale.wait()
            while (left := self._wait_until - loop.time()) > 0:
                await asyncio.sleep(left)
            self._stale.clear()
            whole, self._whole = self._whole, False
            message = await loop.run_in_executor(builder, self._build)
            self._announce(message, whole=whole)
            self._whole |= whole and bool(message)
            if not self._announced:
                self._console.print(Text(f"Serving {self._listening.url} – stop with Ctrl-C."))
                if self._desk:
                    self._console.print(Text(f"Edit at {self._desk.url}"), soft_wrap=True)
                self._announced = True
                if self._open_page:
                    await loop.run_in_executor(None, webbrowser.open, self._listening.url)
            if self._died:
                loop.call_later(_BUILD_AGAIN, self._stale.set)
            if not message:
                await loop.run_in_executor(builder, self._derive_if_unknown)
                # In the thread that uses it: its worker serves one at a time.
                loop.run_in_executor(watcher, self._prepare_page_preview)

    def _snapshot(self) -> Snapshot:
        """Every file that a build depends on, as it is now."""
        files = [self._config.root / FILE_NAME]
        for folder in self._folders():
            files += [Path(where, name) for where, _, names in os.walk(folder) for name in names]
        return frozenset(filter(None, map(_stat, files)))

    def _build(self) -> str:
        """Build once; why that failed, or ""."""
        again, self._died = self._died, False
        try:
            config = self._read()
            if config.output != self.site:
                raise ServeError("The output folder was changed.", "Restart the preview.")
            self._config = config
            # The first build may take long; later ones should not fill the screen.
            progress = Progress(self._console, quiet=self._announced)
            if self._desk:
                self._desk.desk.building()
            built = build(config, progress, executor=self._executor)
        except BuildRunning as error:
            self._seen = frozenset()  # try again at the next check
            return str(error)
        except SourcebookError as error:
            return str(error)
        except Exception as error:  # a half-written template must not stop the preview
            return f"{type(error).__name__}: {error}"
        self._corpus = built.corpus or self._corpus
        self._tell_desk(built.report.problems)
        self._died = built.report.died and not again
        show_report(built.report, self._console, str(config.output))
        return ""

    def _tell_desk(self, problems: Sequence[Problem]) -> None:
        if self._desk and self._corpus:
            self._desk.desk.built(self._corpus, problems)

    def _undecided(self) -> Corpus:
        """The corpus without the editors' lines, from stored analyses; called beside builds."""
        quiet = Progress(self._console, quiet=True)
        return derive_corpus(self._config, quiet, edited=False)[0]

    def _derive_if_unknown(self) -> None:
        """Derive the corpus after a build that had nothing to do."""
        if self._corpus is None:
            with contextlib.suppress(SourcebookError):  # a build will report it
                quiet = Progress(self._console, quiet=True)
                self._corpus, problems = shown_corpus(self._config, quiet, self._executor)
                self._tell_desk(problems)

    def _prepare_page_preview(self) -> None:
        if self._corpus is not None:
            with contextlib.suppress(SourcebookError):
                self._page_preview = PagePreview(self._corpus, self._config, self._quick)

    def _announce(self, failure: str, *, whole: bool) -> None:
        """Reload every open page, or show in it why the build failed.

        whole: also those that are the same, as what they load may have changed
        """
        self._failure = failure
        if failure:
            self._console.print(Text(f"Not built: {failure}"))
            self._send({"command": "alert", "message": failure})
        else:
            self._reload(always=whole)

    def _reload(self, *, always: bool = True) -> None:
        self._send({"command": "reload", "path": "*", "always": always})

    def _send(self, message: dict[str, object]) -> None:
        for socket in tuple(self._sockets):
            socket.send_message(message)


def _stat(path: Path) -> tuple[str, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return os.fspath(path), found.st_size, found.st_mtime_ns
