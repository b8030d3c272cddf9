"""The commands, as a user types them."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import files_of

from generator.cli import main
from generator.command_line import all_commands
from generator.config import read_config, settings


@pytest.mark.processes
def test_new_build_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = tmp_path / "my archive"
    assert main(["new", str(root)]) == 0
    assert (root / ".github/workflows/publish.yml").is_file()
    assert main(["build", "-C", str(root), "--strict"]) == 0
    printed = capsys.readouterr().out
    assert "2 documents" in printed
    assert "0 problems" in printed
    assert main(["check", "-C", str(root)]) == 0
    assert main(["new", str(root)]) == 1
    assert "is not empty" in capsys.readouterr().err


def test_a_command_starts_without_what_only_workers_need() -> None:
    code = "import sys, generator.cli; print({'numpy', 'onnxruntime'} & sys.modules.keys())"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "set()\n"


def test_options_of_build(make_project, tmp_path: Path) -> None:
    root = make_project({"seeds/a.txt": "date 2024-01-01 A text."})
    output = tmp_path / "public"
    arguments = ["build", "-C", str(root), "--output", str(output), "--base-url", "https://e.org/x"]
    assert main(arguments) == 0
    # `check` takes the address from the site, where the page "not found" depends on it.
    assert main(["check", "-C", str(root), "--output", str(output)]) == 0
    page = (output / "timeline/index.html").read_text()
    assert '<link rel="canonical" href="https://e.org/x/timeline/">' in page
    sitemap = (output / "sitemap.xml").read_text()
    assert "<loc>https://e.org/x/</loc>" in sitemap
    assert "404" not in sitemap
    assert "Sitemap: https://e.org/x/sitemap.xml" in (output / "robots.txt").read_text()


@pytest.mark.parametrize(
    "arguments", [[], ["biuld"], ["build", "--colour"], ["serve", "--port", "x"]]
)
def test_a_wrong_command_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 2
    assert "usage: sourcebook" in capsys.readouterr().err


@pytest.mark.parametrize("command", list(all_commands().parsers))
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main([command, "--help"])
    assert exit_.value.code == 0
    assert len(capsys.readouterr().out) > 200


def test_names_from_sources_cannot_colour_the_report(make_project, capsys) -> None:
    root = make_project({"seeds/[red]x[/red].mov": "x", "seeds/\x1b[31my.mov": "y"})
    assert main(["build", "-C", str(root)]) == 0
    printed = capsys.readouterr().out
    assert "[red]x[/red].mov" in printed
    assert "\x1b" not in printed


def test_check_finds_broken_links(make_project, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_project(
        {
            "seeds/a.txt": "date 2024-01-01 A text.",
            "templates/404.html": '{% extends "default/404.html" %}{% block main %}'
            '<a href="gone.html">x</a>\n<a href="#nothing">y</a><a href="/index.html#content">z</a>'
            '\n<a href="//[bad">w</a><a href="https://example.org/gone">elsewhere</a><a href="">v</a>'
            "<h1>x</h1>{% endblock %}",
        }
    )
    printed = []
    for command in ("check", "build", "check"):  # without a site, one is built elsewhere
        before = files_of(root / ".sourcebook/last")
        assert main([command, "-C", str(root)]) == int(command == "check")
        printed += [capsys.readouterr().out] * (command == "check")
        assert (root / "site").exists() == (command == "build") or len(printed) == 2
        assert command == "build" or files_of(root / ".sourcebook/last") == before
    for one in printed:
        assert 'Broken link: "gone.html" leads to a missing file.' in one
        assert 'Broken link: "#nothing" leads to a missing anchor.' in one
        assert 'Broken link: "//[bad" is not a valid address.' in one
        assert "site/404.html" in one
        assert "3 problems, 3 errors among them" in one


def test_analyse_prints_what_was_found(make_project, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_project({"seeds/a.txt": "date 2024-03-25 The hall burned on Friday."})
    assert main(["analyse", str(root / "seeds/a.txt")]) == 0
    assert "2024-03-22" in capsys.readouterr().out
    assert main(["analyse", str(root / "none.txt")]) == 1
    assert main(["analyse"]) == 1


def test_analyse_as_a_filter(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    text = "🙂 The hall burned on Friday.\nIt lasted two hours."
    lines = [json.dumps({"id": n, "text": text, "date": "2024-03-25"}) for n in (1, "b")]
    stream = io.TextIOWrapper(io.BytesIO("\n".join(lines).encode()))
    monkeypatch.setattr("sys.stdin", stream)
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(io.BytesIO()))
    assert main(["analyse", "--jsonl"]) == 0
    sys.stdout.flush()
    written = sys.stdout.buffer.getvalue().decode()
    found = [json.loads(line) for line in written.splitlines()]
    assert [record["id"] for record in found] == [1, "b"]
    assert [(t["type"], t["value"]) for t in found[0]["times"]] == [
        ("DATE", "2024-03-22"),
        ("DURATION", "PT2H"),
    ]
    for time in found[0]["times"]:
        assert set(time) == {"start", "end", "text", "type", "value"}
        assert text[time["start"] : time["end"]] == time["text"]


@pytest.mark.parametrize("line", ["x", "[]", "{}", '{"text": 3}', '{"text": "a", "date": 3}'])
def test_a_line_that_is_no_record(line: str, monkeypatch, capsys) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(line.encode())))
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(io.BytesIO()))
    assert main(["analyse", "--jsonl"]) == 1
    assert 'line 1: not a JSON object with a "text"' in capsys.readouterr().err


def test_review_writes_a_worklist(make_project, capsys: pytest.CaptureFixture[str]) -> None:
    root = make_project(
        {
            "sourcebook.toml": 'names = "listed"',
            "seeds/a.md": "---\ntitle: A\ndate: 2024-01-01\npeople: [Joshua Norton, J. Norton, =cmd]\nplaces: [Paris, Old Hall]\n---\nX.",
            "seeds/b.md": "---\ntitle: B\npeople: [Norton, Paris]\n---\nNorton left Paris.",
        }
    )
    assert main(["review", "-C", str(root)]) == 0
    assert "lines in" in capsys.readouterr().out
    with (root / "curation/worklist.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["what"], row["name"]) for row in rows] == [
        ("possibly the same", "Norton"),
        ("possibly the same", "J. Norton"),
        ("several types", "Paris"),
        ("not on the map", "Old Hall"),
        ("undated document", "B"),
    ]
    assert rows[0]["suggestion"] == "merge,Norton,person,J. Norton or Joshua Norton,"
    assert rows[1]["effect"].startswith("0 mentions of “J. Norton” will be on the page of ")
    assert not any(row["name"].startswith("=") for row in rows)


def test_a_new_projects_configuration_names_every_key(tmp_path: Path) -> None:
    root = tmp_path / "archive"
    assert main(["new", str(root)]) == 0
    path = root / "sourcebook.toml"
    path.write_text(re.sub(r"(?m)^# (?=[a-z_]+ = )", "", path.read_text()))
    (root / "static").mkdir()
    (root / "static/logo.svg").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"/>')
    (root / "root").mkdir()
    (root / "pages").mkdir()
    (root / "pages/about.md").write_text("Ours.")
    named = set(re.findall(r"(?m)^([a-z_]+) = ", path.read_text()))
    assert named == {setting.name for setting in settings()}
    usual = replace(
        read_config(tmp_path), root=root.resolve(), seeds=root / "seeds", output=root / "site"
    )
    found = read_config(root)
    # What decides which names have a page is another rule where `min_mentions` is not set.
    # Of those left out below, the file shows an example.
    written = {"title", "description", "about", "host", "min_mentions"}
    for name in (
        named - written - {"accent", "footer", "hide", "languages", "logo", "menu", "root_files"}
    ):
        assert getattr(found, name) == getattr(usual, name), name


@pytest.mark.processes
def test_what_a_worker_cannot_prepare_is_said(make_project, capsys) -> None:
    root = make_project(
        {"seeds/a.txt": "date 2024-01-01 A.", "sourcebook.toml": 'names = "no_such"'}
    )
    assert main(["build", "-C", str(root), "-j", "1"]) == 1
    assert 'Could not use the name engine "no_such": ' in capsys.readouterr().err


@pytest.mark.parametrize(
    "setting",
    ["os:system", "os:sep", "json:loads", "builtins:len", "no_such", "..x", ":", "builtins"],
)
def test_what_is_no_name_engine_is_said(make_project, setting: str, capsys) -> None:
    root = make_project(
        {"seeds/a.txt": "date 2024-01-01 A.", "sourcebook.toml": f'names = "{setting}"'}
    )
    assert main(["build", "-C", str(root), "-j", "1"]) == 1
    assert f'Could not use the name engine "{setting}": ' in capsys.readouterr().err


def outcome_of(code: str) -> tuple[int, str]:
    """The exit status of a program, and what it prints as errors."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def test_ctrl_c_while_modules_are_loaded() -> None:
    code = """
import sys
import generator.__main__ as command

class Interrupting:
    def find_spec(self, name, *_):
        if name == "generator.config":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupting())
command.run()
"""
    assert outcome_of(code) == (130, "sourcebook: interrupted; the old site is unchanged.\n")


def test_what_nobody_has_foreseen_is_said_on_a_line() -> None:
    status, printed = outcome_of(
        "import generator.cli as cli; cli.main = lambda: 1 // 0; cli.run()"
    )
    assert status == 1
    assert "unexpected error, ZeroDivisionError: integer division" in printed
    assert "Traceback" not in printed


def test_a_name_that_is_no_text_can_be_printed(make_project) -> None:
    root = make_project({"seeds/a.txt": "x"})
    command = [sys.executable, "-m", "generator", "build", bytes(root) + b"/\xff"]
    done = subprocess.run(command, capture_output=True, check=False)
    assert b"/\\udcff" in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.returncode == 1
