"""The desk's part of the preview server: who may edit, and the answers to the pages' questions.

Whoever has the address that `sourcebook serve` prints may edit: it has a token that nobody can
guess, and is exchanged for a cookie that no script can read and no other website's page can send
(SameSite=Strict; OWASP, "Cross-Site Request Forgery Prevention"). Besides, a question must be a
POST of JSON, and come from a page of this server by its own name (Origin and Host). No path is ever
taken from a browser: it names things by their ids, and tables by a word.
"""

from __future__ import annotations

import hmac
import json
import re
import secrets
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tornado import web
from tornado.httputil import HTTPServerRequest

from generator.commands.guarded import Guarded, Served, refuse_foreign_pages
from generator.desk.desk import Desk, editor_of, today
from generator.desk.store import Conflict
from generator.errors import SourcebookError
from generator.model import Corpus

MOST_BYTES = 100_000  # of a request
_FOLDER = Path(__file__).with_name("pages")
_TYPES = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}
_NAMES = "|".join(
    re.escape(path.name.removesuffix(".html"))
    for path in sorted(_FOLDER.iterdir())
    if path.suffix in _TYPES
)
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_TAGS = (
    b'<link rel="stylesheet" href="/.desk/desk.css">'
    b'<script type="module" src="/.desk/desk.js"></script>'
)


class DeskServer:
    """The desk, and who may use it.

    preview: the server of which it is a part
    root: the project's folder
    undecided: makes the corpus without the editors' lines
    """

    tags = _TAGS

    def __init__(self, preview: Served, root: Path, undecided: Callable[[], Corpus]) -> None:
        self.desk = Desk(root, editor_of(root), today, undecided)
        self._preview = preview
        self._token, self._session = secrets.token_urlsafe(32), secrets.token_urlsafe(32)

    @property
    def url(self) -> str:
        """The address at which whoever started the preview may edit."""
        return f"{self._preview.listening.url}.desk/open?token={self._token}"

    @property
    def routes(self) -> Sequence[tuple[str, type[web.RequestHandler], dict[str, Any]]]:
        """What the server answers below /.desk/."""
        options = {"preview": self._preview}
        return (
            (r"/\.desk/open", _Open, options),
            (r"/\.desk/ask/([a-z]{1,20})", _Ask, options),
            (rf"/\.desk/({_NAMES})", _File, options),
        )

    @property
    def cookie(self) -> str:
        """The name of the cookie; ports of one machine share their cookies."""
        return f"sourcebook-desk-{self._preview.listening.port}"

    def may_edit(self, request: HTTPServerRequest) -> bool:
        """Whether a request has the cookie."""
        given = request.cookies.get(self.cookie)
        return given is not None and _same(given.value, self._session)

    def opened(self, token: str) -> str:
        """The value of the cookie for whoever has the token, else ""."""
        return self._session if _same(token, self._token) else ""


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode())


class _Desk(Guarded):
    """An answer of the desk; it is for editors only."""

    def initialize(self, preview: Served) -> None:
        self.preview = preview

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "no-referrer")
        self.set_header("Content-Security-Policy", _POLICY)

    @property
    def server(self) -> DeskServer:
        """The desk. Raises HTTPError where there is none."""
        found = self.preview.desk
        if not isinstance(found, DeskServer):
            raise web.HTTPError(404)
        return found

    def prepare(self) -> None:
        """Refuse whoever may not edit."""
        super().prepare()
        if not self.server.may_edit(self.request):
            raise web.HTTPError(403, reason="Open the address that sourcebook serve has printed")

    def write_error(self, status_code: int, **_: Any) -> None:
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}: {self._reason}.")


class _Open(_Desk):
    """Exchanges the token for the cookie, and leads to the site."""

    def prepare(self) -> None:
        Guarded.prepare(self)

    def get(self) -> None:
        session = self.server.opened(self.get_query_argument("token", ""))
        if not session:
            raise web.HTTPError(403, reason="Open the address that sourcebook serve has printed")
        self.set_cookie(self.server.cookie, session, httponly=True, samesite="Strict", path="/")
        self.redirect("/", status=303)


class _File(_Desk):
    """The script, the style sheet and the pages of the desk."""

    def get(self, name: str) -> None:
        path = _FOLDER / (name if "." in name else f"{name}.html")
        self.set_header("Content-Type", f"{_TYPES[path.suffix]}; charset=utf-8")
        self.write(path.read_bytes())


class _Ask(_Desk):
    """The answer to a question, as JSON."""

    def prepare(self) -> None:
        super().prepare()
        refuse_foreign_pages(self.request)
        kind = self.request.headers.get("Content-Type", "").partition(";")[0].strip()
        if self.request.method == "POST" and kind != "application/json":
            raise web.HTTPError(415)

    _changed = False  # whether the answer has changed pages

    def post(self, question: str) -> None:
        try:
            given = json.loads(self.request.body)
        except (ValueError, RecursionError):
            raise web.HTTPError(400, reason="Not JSON") from None
        desk = self.server.desk
        before = desk.ahead
        try:
            answer = desk.answer(question, given)
        except Conflict as conflict:
            self.set_status(409)
            both = {"yours": conflict.yours, "theirs": conflict.theirs}
            answer = {"error": str(conflict), **both}
        except SourcebookError as error:
            self.set_status(422)
            answer = {"error": str(error)}
        self._changed = desk.ahead is not before
        self.write(json.dumps(answer))
        self.set_header("Content-Type", "application/json; charset=utf-8")

    def on_finish(self) -> None:
        """Show what was written once its editor's page has the answer."""
        if self._changed:
            self.preview.written()
