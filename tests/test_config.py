"""Settings: sensible without any, and clear when one is wrong."""

from __future__ import annotations

import os

import pytest

from generator.config import read_config
from generator.errors import ConfigError


def test_no_configuration_is_needed(make_project) -> None:
    config = read_config(make_project({}))
    assert (config.title, config.language, config.output.name) == ("Sourcebook", "en", "site")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('titel = "x"', 'sourcebook.toml:1: unknown key "titel". Did you mean "title"?'),
        ("\n\n[site]\na = 1", 'sourcebook.toml:3: unknown key "site".'),
        ("title = 3", 'sourcebook.toml:1: "title" must be text in quotation marks.'),
        ('# x\npage_size = "9"', 'sourcebook.toml:2: "page_size" must be a whole number.'),
        ("page_size = 0", 'sourcebook.toml:1: "page_size" must be at least 1 and at'),
        ("page_size = true", 'sourcebook.toml:1: "page_size" must be a whole number.'),
        ('base_url = "example.org"', 'sourcebook.toml:1: "example.org" is not a website address'),
        ('base_url = "javascript:alert(1)"', "is not a website address"),
        ('language = "<x>"', '"<x>" is not a language code.'),
        ('output = "."', "contains the project"),
        ('output = "seeds/site"', "is, or is inside,"),
        ('seeds = "x/seeds"\noutput = "x"', "contains the sources"),
        ("title = ", "sourcebook.toml: Invalid value (at "),
        ("title = " + "[" * 5000, "sourcebook.toml: nested too deeply."),
        ("page_size = " + "9" * 5000, "sourcebook.toml: a number is too long."),
        ("page_size = 1" + "0" * 30, "must be at least 1 and at most 1,000,000,000."),
        ('title = "\\u0007"', "contains a control character"),
        ('about = "\\u0085"', "contains a control character"),
        ('"a\\nb" = 1', "sourcebook.toml:1: unknown key 'a\\nb'."),
        ('base_url = "https://e.org/\\n"', "'https://e.org/\\n' is not a website address."),
        ('base_url = "https://e.org/\\" x=\\"y"', "is not a website address"),
        ('base_url = "https://e.org:99999/"', "is not a website address"),
        ('base_url = "https://user@e.org/"', "is not a website address"),
        ('base_url = "https://:80/"', "is not a website address"),
        ('seeds = "a\\u0000b"', "cannot be a folder"),
        ('seeds = "' + "x" * 5000 + '"', "cannot be a folder"),
        ('output = "a\\nb"', "cannot be a folder"),
        ('output = "curation"', "is, or is inside,"),
        ('output = ".sourcebook/site"', "is, or is inside,"),
        ('output = ".git"', "is, or is inside,"),
        ('output = "sourcebook.toml"', "is, or is inside,"),
    ],
)
def test_what_is_wrong_is_said(make_project, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        read_config(make_project({"sourcebook.toml": text}))
    assert message in str(error.value)


def test_a_title_is_one_line(make_project) -> None:
    root = make_project({"sourcebook.toml": 'title = "A\\n  B"\nabout = "A\\nB"'})
    assert (read_config(root).title, read_config(root).about) == ("A B", "A\nB")


def test_what_is_no_file_of_settings_is_said(make_project) -> None:
    root = make_project({"other/x": ""})
    path = root / "sourcebook.toml"
    for make in (
        path.mkdir,
        lambda: os.mkfifo(path),
        lambda: path.symlink_to("/dev/zero"),
        lambda: path.symlink_to(path.name),
        lambda: path.write_bytes(b" " * 1_000_001),
    ):
        make()
        with pytest.raises(ConfigError, match=r"sourcebook\.toml: "):
            read_config(root)
        path.rmdir() if path.is_dir() else path.unlink()
    path.write_bytes(b"\xef\xbb\xbftitle = 'Marked'")
    assert read_config(root).title == "Marked"


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "a\nb", "\udcff", "loop"])
def test_a_path_that_no_folder_has_is_said(make_project, name: str) -> None:
    root = make_project({})
    (root / "loop").symlink_to("loop")
    with pytest.raises(ConfigError, match="cannot be a folder"):
        read_config(root / name)
    with pytest.raises(ConfigError, match="cannot be a folder"):
        read_config(root, output=str(root / name))


def test_the_site_cannot_be_where_a_link_leads_to_our_own_files(make_project) -> None:
    root = make_project({"tables/entities.csv": ""})
    (root / "curation").symlink_to("tables")
    with pytest.raises(ConfigError, match="is, or is inside,"):
        read_config(root, output=str(root / "tables/site"))


def test_the_clock_is_never_read(make_project, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_project({})
    assert read_config(root).as_of == ""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert read_config(root).as_of == "1970-01-02"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(ConfigError, match="SOURCE_DATE_EPOCH"):
        read_config(root)


def test_addresses_end_in_one_slash(make_project) -> None:
    root = make_project({"sourcebook.toml": 'base_url = "https://example.org/a//"'})
    assert read_config(root).base_url == "https://example.org/a/"
    assert read_config(root, base_url="").base_url == ""
