"""Only whoever started the preview can edit, and only from its own pages."""

from __future__ import annotations

import asyncio
import http.client
import io
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import build_site, corpus_of, files_of
from rich.console import Console
from test_desk import SEEDS, entity
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from generator.commands.listening import Listening
from generator.commands.serve import Preview
from generator.config import read_config
from generator.desk.server import MOST_BYTES
from generator.engine.executors import SerialExecutor

HIDE = {"actions": [entity("hide", "Rome")]}


@dataclass
class Desk:
    root: Path
    port: int
    preview: Preview
    cookie: str = ""

    def send(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, body or None, headers)
        response = connection.getresponse()
        self.set_cookie = response.getheader("Set-Cookie") or ""
        return response.status, response.read().decode()

    def ask(self, question: str, body: object, **changed: str | None) -> tuple[int, dict]:
        headers = {
            "Cookie": self.cookie,
            "Origin": f"http://127.0.0.1:{self.port}",
            "Content-Type": "application/json",
        } | {key.replace("_", "-"): value for key, value in changed.items()}
        sent = {key: value for key, value in headers.items() if value is not None}
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        status, text = self.send("POST", f"/.desk/ask/{question}", data, **sent)
        return status, json.loads(text) if text.startswith("{") else {}


def serve(root: Path, **options: bool) -> Iterator[Desk]:
    """The server of a preview, without its builds."""
    console, executor = Console(file=io.StringIO()), SerialExecutor()
    preview = Preview(lambda: read_config(root), console, executor, executor, **options)
    (socket,) = bind_sockets(0, "127.0.0.1")
    port = socket.getsockname()[1]
    preview._listening = Listening("127.0.0.1", "127.0.0.1", port)
    loop, stopped = asyncio.new_event_loop(), asyncio.Event()

    async def run() -> None:
        server = HTTPServer(preview.application(), max_body_size=MOST_BYTES)
        server.add_sockets([socket])
        await stopped.wait()
        server.stop()

    thread = threading.Thread(target=lambda: loop.run_until_complete(run()))
    thread.start()
    try:
        yield Desk(root, port, preview)
    finally:
        loop.call_soon_threadsafe(stopped.set)
        thread.join()
        loop.close()


def open_desk(closed: Desk) -> Desk:
    """Open the address of a desk."""
    address = urlsplit(closed.preview.desk.url)
    status, _ = closed.send("GET", f"{address.path}?{address.query}")
    assert status == 303
    cookie, *attributes = closed.set_cookie.split("; ")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(attributes)
    return Desk(closed.root, closed.port, closed.preview, cookie)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("served")
    for name, text in SEEDS.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    build_site(root)
    return root


@pytest.fixture(scope="module")
def closed(root: Path) -> Iterator[Desk]:
    """A desk that nobody has opened yet."""
    for desk in serve(root):
        desk.preview.desk.desk.built(corpus_of(root))
        yield desk


@pytest.fixture
def desk(closed: Desk) -> Desk:
    """The desk of whoever has opened its address."""
    return open_desk(closed)


def test_without_the_address_there_is_no_desk(closed: Desk) -> None:
    assert ".desk" not in closed.send("GET", "/")[1]
    for path in ("/.desk/desk.js", "/.desk/queue", "/.desk/open", "/.desk/open?token=guess"):
        assert closed.send("GET", path)[0] == 403
    assert closed.ask("preview", HIDE)[0] == 403
    wrong = f"sourcebook-desk-{closed.port}=guess"
    assert closed.ask("preview", HIDE, Cookie=wrong)[0] == 403


def test_the_pages_have_the_desk_for_its_editor_only(desk: Desk) -> None:
    page = desk.send("GET", "/", Cookie=desk.cookie)[1]
    assert '<script type="module" src="/.desk/desk.js"></script>' in page
    assert "token" not in page
    for name in ("desk.js", "form.js", "desk.css", "queue", "history"):
        path = f"/.desk/{name}"
        status, text = desk.send("GET", path, Cookie=desk.cookie)
        assert status == 200
        assert text.count("/.desk/desk.js") <= 1
        assert "/.preview/" not in text or path.endswith(".js")
    for path in ("/.desk/desk.py", "/.desk/../desk.py", "/.desk/ask/queue"):
        assert desk.send("GET", path, Cookie=desk.cookie)[0] in (404, 403, 405)


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"Origin": "http://evil.test"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": None}, 403),
        ({"Host": "evil.test"}, 403),
        ({"Cookie": None}, 403),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": "application/x-www-form-urlencoded"}, 415),
    ],
)
def test_no_other_page_can_ask(desk: Desk, changed: dict, status: int) -> None:
    assert desk.ask("apply", HIDE, **changed)[0] == status
    assert not (desk.root / "curation").exists()


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"[" * 50_000, 400),
        (b"\xff", 400),
        (b"[]", 422),
        (b'{"actions": 3}', 422),
        (b'{"actions": [{"table": "../../x", "values": {"action": "hide"}}]}', 422),
        (b'{"actions": [{"table": "entities", "values": {"action": "erase"}}]}', 422),
    ],
)
def test_a_request_that_makes_no_sense(desk: Desk, body: bytes, status: int) -> None:
    assert desk.ask("apply", body)[0] == status
    assert desk.ask("erase", {})[0] == 422
    assert not (desk.root / "curation").exists()


def test_a_request_that_is_too_long(desk: Desk) -> None:
    try:
        status, _ = desk.ask("apply", b"x" * (MOST_BYTES + 1))
    except OSError:  # cut off before it was read
        status = 400
    assert status == 400


def test_a_table_is_not_written_through_a_path(desk: Desk) -> None:
    for name in ("about", "undo"):
        asked = {"id": "../../etc/passwd", "table": "/etc/passwd", "raw": "root"}
        status, answer = desk.ask(name, asked)
        assert status == 422 or answer == {"thing": None}


def test_read_only_there_is_none(root: Path) -> None:
    for desk in serve(root, read_only=True):
        assert desk.preview.desk is None
        assert desk.send("GET", "/.desk/open?token=x")[0] == 404
        assert desk.ask("queue", {})[0] in (404, 405)


def test_a_day_at_the_desk(make_project) -> None:
    """Merge, redate, undo, redo, decide and read the history; the tables then build the same."""
    root = make_project(SEEDS)
    site = build_site(root)
    assert not any("desk" in name for name in files_of(root / "site"))
    assert not any(b".desk/" in data for data in files_of(root / "site").values())
    for desk in serve(root):
        address = urlsplit(desk.preview.desk.url)
        desk.send("GET", f"{address.path}?{address.query}")
        desk.cookie = desk.set_cookie.split(";")[0]
        assert desk.ask("queue", {})[1]["error"].startswith("The site is being built")
        desk.preview.desk.desk.built(corpus_of(root), site.problems)
        asked = [entity("merge", "people/a-lee-fipiw", "", "people/ann-lee", note="her own words")]
        seen = desk.ask("preview", {"actions": asked})[1]
        assert seen["summary"].startswith("Joins 1 mention in 1 source to “Ann Lee”")
        status, done = desk.ask("apply", {"actions": asked, "seen": seen["seen"]})
        assert (status, len(done["lines"])) == (200, 1)
        assert done["lines"][0]["raw"].startswith("merge,A. Lee,person,Ann Lee,her own words,")
        assert desk.ask("about", {"id": "people/ann-lee"})[1]["thing"]["mentions"] == "2 mentions"
        event = next(e for e in corpus_of(root).events if e.date == "2024-01-04")
        values = {"action": "redate", "id": event.id, "date": "2 January 2024"}
        asked = [{"table": "events", "values": values}]
        assert desk.ask("apply", {"actions": asked, "seen": ""})[0] == 200
        assert "redate," in (root / "curation/events.csv").read_text()
        assert ",2024-01-02," in (root / "curation/events.csv").read_text()
        assert desk.ask("undo", {})[0] == 200
        assert "redate," not in (root / "curation/events.csv").read_text()
        assert desk.ask("redo", {})[0] == 200
        queue = desk.ask("queue", {})[1]
        assert queue["progress"].startswith("2 of ")
        first = queue["items"][0]
        asked = {"what": first["what"], "key": first["key"], "answer": "later"}
        assert desk.ask("decide", asked)[0] == 200
        assert desk.ask("queue", {})[1]["items"][-1] == first
        table = root / "curation/entities.csv"
        table.write_text(table.read_text().replace("her own words", "changed by hand"))
        status, answer = desk.ask("undo", done["lines"][0])
        assert status == 409
        assert "changed by hand" in answer["theirs"][0]
        history = desk.ask("history", {})[1]["lines"]
        assert {row["table"] for row in history} == {
            "curation/entities.csv",
            "curation/events.csv",
            "curation/decisions.csv",
        }
        assert all(row["day"] for row in history)
    assert not build_site(root).problems
