"""The recipes for hosts: their very steps are run, and what they publish is served and crawled."""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import subprocess
import threading
import tomllib
import urllib.request
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin

import pytest
import yaml
from conftest import InProcess, files_of
from lxml import html

from generator.cli import main
from generator.commands.new import HOSTS
from generator.render.page import HEADER_POLICY

# What the hosts set, in the environment or in place of their expressions.
ENVIRONMENT = {"CI_PAGES_URL": "https://g.gitlab.io/repo", "URL": "https://a.netlify.app"}
EXPRESSIONS = {
    "steps.pages.outputs.base_url": "https://u.github.io/repo",
    "vars.SITE_URL": "https://a.pages.dev",
}
ADDRESSES = {
    "github": "https://u.github.io/repo/",
    "gitlab": "https://g.gitlab.io/repo/",
    "netlify": "https://a.netlify.app/",
    "cloudflare": "https://a.pages.dev/",
    "rsync": "",
}


def steps_of(root: Path, host: str) -> list[str]:
    """The shell lines of a recipe, as its host would run them."""
    if host in ("github", "cloudflare"):
        workflow = yaml.safe_load((root / ".github/workflows/publish.yml").read_text())
        lines = [step["run"] for step in workflow["jobs"]["publish"]["steps"] if "run" in step]
        return [re.sub(r"\$\{\{ (.*?) \}\}", lambda m: EXPRESSIONS[m[1]], line) for line in lines]
    if host == "gitlab":
        return list(yaml.safe_load((root / ".gitlab-ci.yml").read_text())["pages"]["script"])
    if host == "netlify":
        return [tomllib.loads((root / "netlify.toml").read_text())["build"]["command"]]
    return ["sh publish.sh"]


def cached_and_published(root: Path, host: str) -> tuple[str, str]:
    """What a recipe keeps for the next run, and the folder it publishes."""
    if host in ("github", "cloudflare"):
        steps = yaml.safe_load((root / ".github/workflows/publish.yml").read_text())
        used = {
            s["uses"].partition("@")[0]: s["with"]
            for s in steps["jobs"]["publish"]["steps"]
            if "with" in s
        }
        kept = used["actions/cache"]["path"]
        if host == "github":
            return kept, used["actions/upload-pages-artifact"]["path"]
        return kept, used["cloudflare/wrangler-action"]["command"].split()[2]
    if host == "gitlab":
        job = yaml.safe_load((root / ".gitlab-ci.yml").read_text())["pages"]
        return job["cache"]["paths"][0].rstrip("/"), job["artifacts"]["paths"][0]
    if host == "netlify":
        settings = tomllib.loads((root / "netlify.toml").read_text())
        folder = root / settings["plugins"][0]["package"]
        assert yaml.safe_load((folder / "manifest.yml").read_text())["name"] == folder.name
        return re.findall(r'save\("(.*?)"\)', (folder / "index.js").read_text())[0], settings[
            "build"
        ]["publish"]
    return ".sourcebook", "site"


def calls_of(steps: list[str], root: Path, tools: Path) -> list[list[str]]:
    """The calls of `sourcebook` and `rsync` that the steps make, in order."""
    tools.mkdir(exist_ok=True)
    for name in ("sourcebook", "rsync", "pip"):
        tool = tools / name
        tool.write_text(
            f"""#!/bin/bash\nprintf '%q ' {name} "$@" >> "{tools}/calls"\necho >> "{tools}/calls"\n"""
        )
        tool.chmod(0o755)
    environment = {
        **os.environ,
        **ENVIRONMENT,
        "PATH": f"{tools}:{os.environ['PATH']}",
        "TARGET": f"{tools}/www",
    }
    script = "set -e\n" + "\n".join(steps)
    subprocess.run(["bash", "-c", script], cwd=root, env=environment, check=True)
    return [shlex.split(line) for line in (tools / "calls").read_text().splitlines()]


@pytest.fixture(scope="module", params=list(HOSTS))
def published(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path, list[list[str]]]:
    """A host, the folder that its recipe has published, and the calls that did it."""
    host, folder = request.param, tmp_path_factory.mktemp(request.param)
    root = folder / "project"
    assert main(["new", str(root), "--host", host]) == 0
    config = root / "sourcebook.toml"
    config.write_text(config.read_text() + 'names = "listed"\nsearch = false\n')
    (root / "seeds/undated.md").write_text("# A text without a date\n\nIt is reported.\n")
    calls = calls_of(steps_of(root, host), root, folder / "tools")
    with pytest.MonkeyPatch.context() as patch, contextlib.chdir(root):
        patch.setattr("generator.cli.ProcessExecutor", InProcess)
        for name, *words in calls:
            if name == "sourcebook":
                assert main(words) == 0, words
    return host, root, calls


def test_the_steps_build_and_check_the_site_and_publish_no_cache(published) -> None:
    host, root, calls = published
    commands = [" ".join(call[:2]) for call in calls if call[0] == "sourcebook"]
    assert commands == ["sourcebook build", "sourcebook check"]
    cached, folder = cached_and_published(root, host)
    site = files_of(root / folder)
    assert {"index.html", "404.html", "_headers"} <= site.keys()
    assert (root / cached).is_dir()
    assert cached == ".sourcebook"
    assert not any(name.startswith(".sourcebook/") for name in site)
    found = re.findall(rb'rel="canonical" href="(.*?)"', site["index.html"])
    assert found == [ADDRESSES[host].encode()] * bool(ADDRESSES[host])
    assert (root / "requirements.txt").read_text().startswith("sourcebook>=")
    ignored = (root / ".gitignore").read_text().split()
    for own in (folder, cached, ".sourcebook-unredacted"):
        assert any(fnmatch(f"{own}/", pattern) for pattern in ignored), own


@pytest.mark.parametrize("published", ["rsync"], indirect=True)
def test_rsync_copies_the_site_and_deletes_what_is_gone(published) -> None:
    _, root, calls = published
    if not shutil.which("rsync"):
        pytest.skip("rsync is not installed")
    old = root.parent / "tools/www/old.html"
    old.parent.mkdir(exist_ok=True)
    old.touch()
    (line,) = [call for call in calls if call[0] == "rsync"]
    subprocess.run(line, cwd=root, check=True)
    site = files_of(root / "site")
    del site[".sourcebook-manifest.json"]
    assert files_of(old.parent) == site


class Host(SimpleHTTPRequestHandler):
    """A plain host that serves a folder below /repo/, with its page "not found"."""

    def translate_path(self, path: str) -> str:
        inside = path.startswith("/repo/")
        return super().translate_path(path.removeprefix("/repo")) if inside else "/nowhere"

    def send_error(self, code: int, *_: object) -> None:
        self.send_response(code)
        self.end_headers()
        self.wfile.write(Path(self.directory, "404.html").read_bytes())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(published) -> Iterator[str]:
    site = published[1] / "site"
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/repo/"
        server.shutdown()


@pytest.mark.parametrize("published", ["github"], indirect=True)
def test_no_link_of_a_project_page_is_broken(published, address: str) -> None:
    """Also of the page "not found", wherever it is shown."""
    ways, seen = [address, f"{address}no/such/page.html"], set()
    while ways:
        way = ways.pop()
        seen.add(way)
        try:
            with urllib.request.urlopen(way) as answer:
                body, kind = answer.read(), answer.headers["Content-Type"]
        except HTTPError as error:
            assert "no/such/page" in way, way
            body, kind = error.read(), "text/html"
        if kind.startswith("text/html"):
            for link in html.fromstring(body).xpath("//*[not(@rel='canonical')]/@href | //@src"):
                target = urldefrag(urljoin(way, link))[0]
                if target.startswith(address.removesuffix("repo/")) and target not in seen:
                    ways.append(target)
    assert len(seen) > 30


def test_the_headers_allow_what_any_page_allows(published) -> None:
    """A page's own policy comes on top, and can only allow less."""
    _, root, _ = published
    (site,) = (path for path in (root / "site", root / "public") if path.is_dir())
    (line,) = re.findall(r"Content-Security-Policy: (.*)", (site / "_headers").read_text())
    assert line == HEADER_POLICY
    allowed = {name: set(rest) for name, *rest in (d.split() for d in line.split("; "))}
    for page in site.rglob("*.html"):
        (own,) = html.parse(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        for name, *rest in (d.split() for d in own.split("; ")):
            assert set(rest) - {"'none'"} <= allowed[name], page
