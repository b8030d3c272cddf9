"""How commands are called: mistyped words, the project's folder, completion, the schema, hosts."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT

from generator.cli import _COMMANDS, main
from generator.command_line import SHELLS, all_commands, parsed
from generator.commands.completion import completion
from generator.commands.listening import Listening
from generator.commands.schema import schema
from generator.config import settings
from generator.setting_values import COLUMN_ROLES

COMMANDS = list(all_commands().parsers)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("biuld", 'unknown command "biuld". Did you mean "build"?'),
        ("chekc .", 'unknown command "chekc". Did you mean "check"?'),
        ("xyzzy", 'unknown command "xyzzy". Known: new, build, '),
        (
            "build --base-ulr=https://e.org/",
            'unknown option "--base-ulr". Did you mean "--base-url"?',
        ),
        ("serve --prot 1", 'unknown option "--prot". Did you mean "--port"?'),
        ("check a b", 'unexpected "b".'),
        ("build a -C b", "name the project once, as DIR or with -C."),
    ],
)
def test_a_mistyped_line_says_what_was_meant(
    line: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as exit_:
        parsed(line.split())
    assert exit_.value.code == 2
    assert message in capsys.readouterr().err


def test_the_project_is_named_either_way() -> None:
    for command in ("build", "serve", "check", "review"):
        assert parsed([command]).root == "."
        assert parsed([command, "archive"]).root == parsed([command, "-C", "archive"]).root
    assert parsed(["explain", "Ann Lee", "-C", "archive"]).root == "archive"


def test_every_command_has_code_and_a_place_in_the_docs() -> None:
    assert list(_COMMANDS) == COMMANDS
    text = (ROOT / "docs/commands.md").read_text()
    for name, parser in all_commands().parsers.items():
        assert f"## sourcebook {name}\n" in text
        for option in parser.options:
            for word in option.option_strings:
                assert word in ("-h", "--help") or f"`{word}" in text, (name, word)
            assert option.help
            assert option.help[0].islower()


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_for_the_shell_knows_every_command_and_option(shell: str, tmp_path: Path) -> None:
    commands = all_commands()
    script = completion(shell, commands)
    for name, parser in commands.parsers.items():
        assert name in script
        for option in parser.options:
            for word in option.option_strings:
                assert (word.lstrip("-") if shell == "fish" else word) in script
    path = tmp_path / "script"
    path.write_text(script)
    if shutil.which(shell):
        subprocess.run([shell, "-n", str(path)], check=True)


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("che", "check"),
        ("build --pro", "--project --profile"),
        ("new --host net", "netlify"),
        ("completion z", "zsh"),
    ],
)
def test_bash_completes(words: str, completed: str, tmp_path: Path) -> None:
    line = ["sourcebook", *words.split()]
    code = f"{completion('bash', all_commands())}\nCOMP_WORDS=({' '.join(line)})\n"
    code += f"COMP_CWORD={len(line) - 1}\n_sourcebook\necho ${{COMPREPLY[@]}}"
    assert subprocess.check_output(["bash", "-c", code], text=True).strip() == completed


def test_the_schema_has_every_setting() -> None:
    found = schema()["properties"]
    assert set(found) == {setting.name for setting in settings()}
    assert found["date_order"]["enum"] == ["auto", "day-first", "month-first"]
    assert found["page_size"]["minimum"] == 1
    assert found["page_size"]["default"] == 200
    assert found["search"]["type"] == "boolean"
    assert set(found["columns"]["properties"]) == set(COLUMN_ROLES)
    assert "claims" in found["hide"]["items"]["enum"]
    assert "default" not in found["min_mentions"]


def test_the_readme_explains_every_setting() -> None:
    (block,) = re.findall(r"(?s)```toml\n(title = .*?)```", (ROOT / "README.md").read_text())
    assert set(tomllib.loads(block)) == set(schema()["properties"])


def test_a_new_project_has_the_schema_that_it_names(tmp_path: Path, capsys) -> None:
    assert main(["new", str(tmp_path / "a")]) == 0
    capsys.readouterr()
    assert main(["schema"]) == 0
    printed = json.loads(capsys.readouterr().out)
    (line, *_) = (tmp_path / "a/sourcebook.toml").read_text().splitlines()
    assert json.loads((tmp_path / "a" / line.removeprefix("#:schema ")).read_text()) == printed


def test_a_host_is_added_to_a_project_and_nothing_overwritten(tmp_path: Path, capsys) -> None:
    root = tmp_path / "a"
    assert main(["new", str(root), "--host", "rsync"]) == 0
    own = root / "requirements.txt"
    own.write_text("sourcebook @ git+https://e.org/s\n")
    assert main(["new", str(root)]) == 1
    assert main(["new", str(root), "--host", "gitlab"]) == 0
    printed = capsys.readouterr().out
    assert f"created {root}/.gitlab-ci.yml" in printed.replace("\n", "")
    assert f"left as it is: {own}" in printed.replace("\n", "")
    assert "git+" in own.read_text()
    (tmp_path / "b").mkdir()
    (tmp_path / "b/x").touch()
    assert main(["new", str(tmp_path / "b"), "--host", "gitlab"]) == 1


def test_the_report_of_a_build_as_json(make_project, capsys: pytest.CaptureFixture[str]) -> None:
    files = {"seeds/a.txt": "date 2024-01-01 A.", "seeds/b.txt": "B.", "seeds/c.mov": ""}
    root = make_project({**files, "sourcebook.toml": 'names = "listed"\nsearch = false'})
    assert main(["build", str(root), "-j", "1", "--json", "--quiet"]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    report = json.loads(printed.out)
    site = [path for path in (root / "site").rglob("*") if path.is_file()]
    assert report["bytes"] == sum(path.stat().st_size for path in site)
    assert report["files"]["written"] == len(site) - 1  # and the manifest
    assert (report["succeeded"], report["documents"], report["errors"]) == (True, 2, 1)
    assert {"path", "line", "level", "message", "hint"} == report["problems"][0].keys()
    documented = (ROOT / "docs/commands.md").read_text()
    assert all(f"`{key}`" in documented for key in report)
    assert main(["build", str(root), "-j", "1", "--quiet"]) == 0
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "c.mov: error: " in printed.err
    assert "b.txt" not in printed.err
    (root / "sourcebook.toml").write_text("titel = 3")
    assert main(["build", str(root), "--json"]) == 1
    failed = json.loads(capsys.readouterr().out)
    assert not failed["succeeded"]
    assert 'Did you mean "title"?' in failed["error"]


@pytest.mark.parametrize(
    ("host", "number", "warns", "url"),
    [
        ("127.0.0.1", "127.0.0.1", False, "http://127.0.0.1:80/"),
        ("::1", "::1", False, "http://[::1]:80/"),
        ("localhost", "127.0.0.1", False, "http://localhost:80/"),
        ("0.0.0.0", "0.0.0.0", True, "http://127.0.0.1:80/"),
        ("::", "::", True, "http://[::1]:80/"),
        ("10.0.0.7", "10.0.0.7", True, "http://10.0.0.7:80/"),
        ("box.lan", "10.0.0.7", True, "http://box.lan:80/"),
    ],
)
def test_all_but_this_machine_is_warned_about(
    host: str, number: str, warns: bool, url: str
) -> None:
    listening = Listening(host, number, 80)
    assert bool(listening.warning) == warns
    assert listening.url == url


def test_only_own_names_are_accepted() -> None:
    local, open_ = Listening("127.0.0.1", "127.0.0.1", 80), Listening("0.0.0.0", "0.0.0.0", 80)
    assert local.is_called("LOCALHOST:8000", "127.0.0.1")
    assert open_.is_called("10.0.0.7:8000", "10.0.0.7")
    assert open_.is_called("[fe80::1]:8000", "fe80::1")
    assert Listening("Box.lan", "10.0.0.7", 80).is_called("box.lan:80", "10.0.0.7")
    for header in ("", "10.0.0.8", "evil.test", "10.0.0.7.evil.test", "10.0.0.7, x", "10.0.0.7:x"):
        assert not open_.is_called(header, "10.0.0.7"), header
        assert not open_.is_called(header, ""), header
    assert not local.is_called("10.0.0.7", "127.0.0.1")
