"""Who gets an answer from the preview: pages of its own, in browsers on this machine."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote

from tornado import web
from tornado.httputil import HTTPServerRequest

from generator.commands.listening import Listening

_NO_PATH = re.compile("[\x00-\x1f\x7f\\\\\udc80-\udcff]")  # characters of no file of a site
_LONGEST = 1000  # characters of a path; no file of a site has a longer one


class Served(Protocol):
    """The preview, as far as its answers need to know it."""

    @property
    def listening(self) -> Listening:
        """Where it listens."""

    @property
    def site(self) -> Path:
        """The folder that is served."""

    @property
    def desk(self) -> Any:
        """The editors' desk; None where nothing may be edited."""

    async def page_ahead(self, path: str) -> bytes | None:
        """A page that is ahead of the site's folder; b"" if it is gone; or None."""

    def written(self) -> None:
        """Something was written that changes pages."""

    def connected(self, socket: Any) -> None:
        """A page was opened."""

    def disconnected(self, socket: Any) -> None:
        """A page was closed."""


class Guarded(web.RequestHandler):
    """Answers only requests addressed to this machine by its own name, for paths of files.

    Any other name in the Host header may be a DNS rebinding attack. Browsers always send one.
    """

    preview: Served

    def prepare(self) -> None:
        hosts = self.request.headers.get_list("Host")
        if len(hosts) != 1 or not self._is_called(hosts[0]):
            raise web.HTTPError(403, reason="The preview is only served to this machine")
        path = unquote(self.request.path, errors="surrogateescape")
        if _NO_PATH.search(path) or len(path) > _LONGEST:
            raise web.HTTPError(404)

    def _is_called(self, header: str) -> bool:
        connection: Any = self.request.connection
        try:
            arrived = connection.stream.socket.getsockname()[0]
        except (AttributeError, OSError):  # closed already
            arrived = ""
        return self.preview.listening.is_called(header, arrived)


def refuse_foreign_pages(request: HTTPServerRequest) -> None:
    """Raise HTTPError unless a page of this server asks; browsers always name the page's server."""
    origins = [origin.lower() for origin in request.headers.get_list("Origin")]
    if origins != [f"http://{request.host.lower()}"]:
        raise web.HTTPError(403, reason="Only pages of the preview may ask")
