"""What the preview answers: files of the site, the reload script and its connection.

Every answer goes only to a request that calls this machine by its own name.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from livereload.handlers import LiveReloadHandler, StaticFileHandler
from livereload.server import LiveScriptInjector
from tornado import web
from tornado.httputil import HTTPHeaders, HTTPServerRequest

from generator.commands.guarded import Guarded, Served, refuse_foreign_pages

SCRIPT_PATH = "/.preview/reload.js"
SOCKET_PATH = "/.preview/socket"
_SCRIPT = Path(__file__).with_name("reload.js")
_TAG = '<script src="{}" data-page="{}" defer></script>'


class Socket(Guarded, LiveReloadHandler):  # type: ignore[misc]
    """The connection to an open page; livereload's protocol 7."""

    def initialize(self, preview: Served) -> None:
        self.preview = preview

    def prepare(self) -> None:
        """Only pages of this server may connect; browsers always name the page's server."""
        super().prepare()
        refuse_foreign_pages(self.request)

    def on_message(self, message: str | bytes) -> None:
        """Answer the page's greeting, and ignore everything else."""
        try:
            command = json.loads(message).get("command")
        except (ValueError, AttributeError):
            return
        if command == "hello":
            super().on_message(json.dumps({"command": "hello"}))
            self.preview.connected(self)

    def on_close(self) -> None:
        self.preview.disconnected(self)


class Script(Guarded):
    """The reload script."""

    def initialize(self, preview: Served) -> None:
        self.preview = preview

    def get(self) -> None:
        self.set_header("Content-Type", "text/javascript; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.write(_SCRIPT.read_bytes())


class Files(Guarded, StaticFileHandler):  # type: ignore[misc]
    """The files of the site, with its own "not found" page."""

    def initialize(self, preview: Served, path: str, default_filename: str) -> None:
        self.preview = preview
        super().initialize(path, default_filename)

    async def get(self, path: str, include_body: bool = True) -> None:
        """The file, or the page as it will be after what was written at the desk."""
        name = f"{path}{self.default_filename}" if not path or path.endswith("/") else path
        page = await self.preview.page_ahead(name)
        if page is None:
            if (answer := super().get(path, include_body)) is not None:
                await answer
        elif not page:
            raise web.HTTPError(404)
        else:
            self.set_header("Content-Type", "text/html; charset=UTF-8")
            self.set_header("Cache-Control", "no-store")
            self.set_header("Etag", _tag(page))
            self.set_header("Content-Length", len(page))
            if include_body:
                self.write(page)

    def compute_etag(self) -> str | None:
        """A name for the bytes of the file, whenever it was written."""
        return _tag(Path(self.absolute_path).read_bytes()) if self.absolute_path else None

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


def _tag(data: bytes) -> str:
    return f'"{hashlib.sha256(data).hexdigest()}"'


class Injector(LiveScriptInjector):  # type: ignore[misc]
    """Adds the reload script to every page, as a file, and the desk's for whoever may edit."""

    def __init__(self, preview: Served, request: HTTPServerRequest) -> None:
        super().__init__(request)
        own = request.path.startswith("/.desk/")  # a page of the desk itself
        self._own = own
        self.script = b""
        if not own and preview.desk and preview.desk.may_edit(request):
            self.script = preview.desk.tags

    def transform_first_chunk(
        self, status_code: int, headers: HTTPHeaders, chunk: bytes, finishing: bool
    ) -> tuple[int, HTTPHeaders, bytes]:
        """The beginning of an answer, with the scripts where it is a page."""
        if not self._own:
            # By its tag, the script knows whether the page has changed since.
            tag = headers.get("Etag", "").strip('"')
            self.script = _TAG.format(SCRIPT_PATH, quote(tag)).encode() + self.script
        found: tuple[int, HTTPHeaders, bytes] = super().transform_first_chunk(
            status_code, headers, chunk, finishing
        )
        return found
