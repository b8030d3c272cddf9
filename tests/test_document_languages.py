"""In which language a document is: given, said by a folder or a suffix, or detected."""

from __future__ import annotations

import pytest

from generator.config import read_config
from generator.lang.codes import language_code
from generator.read import packages

GERMAN = (
    "Die Mühle brannte in der Nacht. Niemand wurde verletzt. Der Bürgermeister sprach am Freitag."
)
ENGLISH = "The mill burned at night. Nobody was hurt. The mayor spoke to all of us on Friday."
RUSSIAN = "Мельница сгорела ночью. Никто не пострадал. Мэр выступил в пятницу."
NAMES = "Ann Miller. Otto Brandt. Paul Meier."


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("en", "en"), ("eng", "en"), ("English", "en"), ("Русский", "ru"), ("ger", "de"),
        ("deu", "de"), ("cmn", "zh"), ("grc", "grc"), ("en_us", "en-US"), ("zh-hant", "zh-Hant"),
        ("iw", "he"), ("no", "no"), ("English; Spanish", "en"), ("und", ""), ("xx", None),
        ("xyz", None), ("Klingon", None), ("", None),
    ],
)  # fmt: skip
def test_codes_and_names(given: str, code: str | None) -> None:
    assert language_code(given) == code


@pytest.mark.parametrize(
    ("path", "text", "language", "origin"),
    [
        ("a.txt", GERMAN, "de", "whole-text"),
        ("a.txt", RUSSIAN, "ru", "whole-text"),
        ("a.txt", ENGLISH, "en", None),
        ("a.txt", "Die Mühle brannte. Niemand wurde verletzt.", "en", None),
        ("a.txt", NAMES, "en", None),
        ("de/a.txt", "Die Mühle brannte.", "de", "folder-name"),
        ("a.de.txt", GERMAN, "de", "file-name"),
        ("de/a.txt", ENGLISH, "en", "whole-text"),
        ("my/a.txt", "The mill burned at night and nobody was hurt.", "en", None),
        ("a.html", f"<html lang=de><body><p>{ENGLISH}</p></body></html>", "de", "metadata"),
        ("a.md", f"---\nlanguage: Deutsch\n---\n{ENGLISH}", "de", "front-matter"),
    ],
)
def test_the_language_and_where_it_was_found(document, path, text, language, origin) -> None:
    found = document(path, text)
    how = found.language_origin.code if found.language_origin else None
    assert (found.language, how) == (language, origin)


def test_an_unknown_code_is_a_problem_and_the_text_decides(reading) -> None:
    found = reading({"a.md": f"---\nlanguage: xyz\n---\n{GERMAN}"})
    assert found.documents[0].language == "de"
    assert '"xyz" is not a language code.' in [p.message for p in found.problems]


def test_what_detects_is_in_the_fingerprint() -> None:
    assert {"py3langid", "babel"} <= set(packages())


def test_the_setting_takes_names_too(make_project) -> None:
    assert read_config(make_project({"sourcebook.toml": 'language = "Deutsch"'})).language == "de"
