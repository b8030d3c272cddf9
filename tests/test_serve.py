"""The preview: it follows the sources, and answers nobody but this machine."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import ROOT
from playwright.sync_api import Browser, Page, expect

PATIENCE = 30  # seconds; the machine may be busy


@dataclass
class Preview:
    root: Path
    port: int
    process: subprocess.Popen[str]

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        return response.status, response.read().decode()

    def url(self, path: str = "") -> str:
        return f"http://127.0.0.1:{self.port}/{path}"


UPGRADE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
FILES = {
    "seeds/a.txt": "date 2024-01-01 The first text.",
    "sourcebook.toml": 'title = "Before"\nnames = "listed"',
}


@contextmanager
def serving(root: Path, **environment: str) -> Iterator[Preview]:
    command = [sys.executable, "-u", "-m", "generator", "serve", "-C", str(root), "--port", "0"]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    printed = ""
    while "Serving http" not in printed:
        line = process.stdout.readline()
        assert line, printed
        printed += line
    port = int(re.search(r"127\.0\.0\.1:(\d+)", printed).group(1))
    try:
        yield Preview(root, port, process)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)
        process.stdout.close()


@pytest.fixture
def preview(make_project) -> Iterator[Preview]:
    """A preview of one's own."""
    with serving(make_project(FILES)) as found:
        yield found


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that tests only ask for things."""
    root = tmp_path_factory.mktemp("asked")
    for name, text in FILES.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    with serving(root) as found:
        yield found


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    found = context.new_page()
    found.set_default_timeout(PATIENCE * 1000)
    yield found
    context.close()


def until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def test_the_open_page_follows_the_sources(preview: Preview, page: Page) -> None:
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.goto(preview.url())
    assert page.locator("script[src='/.preview/reload.js']").count() == 1
    (preview.root / "seeds/b.txt").write_text("date 2024-01-02 The second text.")
    expect(page.locator(".latest > li")).to_have_count(2, timeout=PATIENCE * 1000)
    (preview.root / "sourcebook.toml").write_text('title = "After"\nnames = "listed"')
    expect(page.locator("h1")).to_have_text("After", timeout=PATIENCE * 1000)
    (preview.root / "templates").mkdir()
    (preview.root / "templates/home.html").write_text(
        '{% extends "default/home.html" %}{% block main %}<h1>Own</h1>{% endblock %}'
    )
    expect(page.locator("h1")).to_have_text("Own", timeout=PATIENCE * 1000)
    assert not problems, "the site's policy stands in the way"


def test_a_failed_build_is_shown_and_the_old_site_stays(preview: Preview, page: Page) -> None:
    page.goto(preview.url())
    (preview.root / "sourcebook.toml").write_text("titel = 3 # <img src=x>")
    box = page.locator("#preview-failure")
    expect(box).to_contain_text('Did you mean "title"?', timeout=PATIENCE * 1000)
    assert page.locator("h1").inner_text() == "Before"
    page.reload()
    expect(box).to_contain_text('Did you mean "title"?', timeout=PATIENCE * 1000)
    (preview.root / "sourcebook.toml").write_text('title = "Mended"\nnames = "listed"')
    expect(page.locator("h1")).to_have_text("Mended", timeout=PATIENCE * 1000)
    expect(box).to_have_count(0)


def test_the_last_change_of_a_burst_is_never_lost(preview: Preview) -> None:
    for n in range(60):
        (preview.root / "seeds/a.txt").write_text(f"date 2024-01-01 Version number {n}.")
        time.sleep(0.01)
    until(lambda: "Version number 59." in preview.get("/")[1])


def test_a_published_site_knows_nothing_of_the_preview(asked: Preview) -> None:
    assert "/.preview/" in asked.get("/")[1]
    for path in (asked.root / "site").rglob("*.html"):
        assert "/.preview/" not in path.read_text()


def test_an_address_that_leads_nowhere(asked: Preview) -> None:
    status, text = asked.get("/nothing/here.html")
    assert status == 404
    assert "Page not found" in text
    assert asked.get("/../sourcebook.toml")[0] in (403, 404)
    assert asked.get("/%2e%2e/sourcebook.toml")[0] in (403, 404)


@pytest.mark.parametrize(
    "path", ["/", "/.preview/reload.js", "/.preview/socket", "/data/documents.json"]
)
def test_other_names_for_this_machine_are_refused(asked: Preview, path: str) -> None:
    assert asked.get(path, Host=f"evil.test:{asked.port}")[0] == 403
    assert asked.get(path, Host="127.0.0.1.evil.test")[0] == 403
    assert asked.get("/", Host=f"localhost:{asked.port}")[0] == 200


@pytest.mark.parametrize("origin", ["http://evil.test", "null", "http://127.0.0.1:1"])
def test_pages_of_other_servers_cannot_connect(asked: Preview, origin: str) -> None:
    assert asked.get("/.preview/socket", Origin=origin, **UPGRADE)[0] == 403


def test_a_program_that_names_no_page_cannot_connect(asked: Preview) -> None:
    assert asked.get("/.preview/socket", **UPGRADE)[0] == 403
    assert raw(asked, "GET /.preview/socket HTTP/1.1", f"Host: 127.0.0.1:{asked.port}") == 403


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        ("GET /%00 HTTP/1.1", 404),
        ("GET /a%00b.html HTTP/1.1", 404),
        ("GET /%0a HTTP/1.1", 404),
        ("GET /%ff HTTP/1.1", 400),
        ("GET /%5c..%5c..%5csourcebook.toml HTTP/1.1", 404),
        ("GET /..%2fsourcebook.toml HTTP/1.1", 403),
        ("GET /%2e%2e%2fsourcebook.toml HTTP/1.1", 403),
        ("GET //etc/passwd HTTP/1.1", 403),
        (f"GET /{'a' * 300} HTTP/1.1", 404),
        (f"GET /{'a/' * 3000} HTTP/1.1", 404),
        ("GET /index.html/x HTTP/1.1", 404),
        ("GET /?a=%00 HTTP/1.1", 200),
        ("POST / HTTP/1.1", 405),
        ("TRACE / HTTP/1.1", 405),
        ("HEAD / HTTP/1.1", 200),
        ("GET / HTTP/1.0", 200),
    ],
)
def test_any_request_has_an_answer(asked: Preview, request_line: str, status: int) -> None:
    assert raw(asked, request_line, f"Host: 127.0.0.1:{asked.port}") == status


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1:abc", "127.0.0.1:", "localhost@evil.test", "127.0.0.1, evil.test", "", "[::1]"],
)
def test_a_host_that_is_not_ours_is_refused(asked: Preview, host: str) -> None:
    assert raw(asked, "GET / HTTP/1.1", f"Host: {host}") in (400, 403)


def test_a_request_without_a_host_or_with_two_is_refused(asked: Preview) -> None:
    assert raw(asked, "GET / HTTP/1.0") == 403
    two = ("Host: 127.0.0.1", "Host: 127.0.0.1")
    assert raw(asked, "GET / HTTP/1.1", *two) in (400, 403)


def raw(preview: Preview, *lines: str) -> int:
    """The status of the answer to a request of these lines."""
    with socket.create_connection(("127.0.0.1", preview.port), PATIENCE) as connection:
        connection.sendall("\r\n".join([*lines, "Connection: close", "", ""]).encode())
        answer = connection.makefile("rb").readline().decode()
    return int(answer.split()[1])


def test_it_listens_on_this_machine_only(asked: Preview) -> None:
    with socket.socket() as probe:
        probe.settimeout(2)
        others = [a[4][0] for a in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
        for address in {a for a in others if not a.startswith("127.")}:
            assert probe.connect_ex((address, asked.port)) != 0


def test_a_taken_port_is_said(asked: Preview) -> None:
    command = [
        sys.executable,
        "-m",
        "generator",
        "serve",
        "-C",
        str(asked.root),
        "--port",
        str(asked.port),
    ]
    result = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env=os.environ, check=False
    )
    assert result.returncode == 1
    assert f"Could not use port {asked.port}" in result.stderr


def test_it_stops_at_once(preview: Preview) -> None:
    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(PATIENCE) in (0, 130)


def test_a_build_in_which_a_worker_died_is_done_again(make_project) -> None:
    """Without any change; the system may have been short of memory."""
    module = (
        "import os, pathlib, signal\n"
        "deaths = pathlib.Path(__file__).with_name('deaths')\n"
        "def tag(text, sentences):\n"
        "    if 'first' in text and len(list(deaths.iterdir())) < 3:\n"
        "        (deaths / str(os.getpid())).touch()\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return []\n"
    )
    files = {**FILES, "deadly_engine.py": module, "deaths/none": ""}
    files["sourcebook.toml"] = 'names = "deadly_engine"\nsearch = false'
    root = make_project(files)
    with serving(root, PYTHONPATH=str(root)) as found:
        until(lambda: "The first text." in found.get("/sources/")[1])
        assert len(list((root / "deaths").iterdir())) == 3
