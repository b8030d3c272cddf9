"""Settings: sensible without any, and clear when one is wrong."""

from __future__ import annotations

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
        ("page_size = 0", 'sourcebook.toml:1: "page_size" must be at least 1.'),
        ("page_size = true", 'sourcebook.toml:1: "page_size" must be a whole number.'),
        ('base_url = "example.org"', 'sourcebook.toml:1: "example.org" is not a website address'),
        ('base_url = "javascript:alert(1)"', "is not a website address"),
        ('language = "<x>"', '"<x>" is not a language code.'),
        ('output = "."', "contains the project"),
        ('output = "seeds/site"', "is inside"),
        ('seeds = "x/seeds"\noutput = "x"', "contains the sources"),
        ("title = ", "sourcebook.toml: Invalid value (at "),
    ],
)
def test_what_is_wrong_is_said(make_project, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as error:
        read_config(make_project({"sourcebook.toml": text}))
    assert message in str(error.value)


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
