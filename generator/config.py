"""The configuration: `sourcebook.toml` in the project folder. Every key is optional.

Each is described beside its field of `Config`; from there the JSON schema and the file that
`sourcebook new` writes take their words.

Files in the project's `templates/` and `static/` folders override shipped files of the same name.
"""

from __future__ import annotations

import datetime
import os
import re
import stat
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import Field, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from generator.errors import ConfigError, did_you_mean
from generator.hosts import HOSTS
from generator.lang.codes import language_code
from generator.model import PUBLISH, Decision, Redaction
from generator.setting_values import (
    HIDEABLE,
    UNFIT,
    colour,
    columns,
    folders,
    hidden_sections,
    logo,
    menu,
    ocr_languages,
    page_languages,
    patterns,
    quoted,
    root_folder,
    website,
)

FILE_NAME = "sourcebook.toml"
_ONE_LINE = ("title", "description", "publisher", "licence", "rights", "logo_alt")
_SPACES = str.maketrans("\t\r\n", "   ")
_FOLDERS = ("seeds", "output")
_DATE_ORDERS = {"auto": None, "day-first": True, "month-first": False}
MOST = 1_000_000_000  # the highest number that a setting may have
_LARGEST = 1_000_000  # bytes of the file


def _key(shown: Any, words: str, choices: Iterable[str] = ()) -> dict[str, Any]:
    """What makes a field a key of `sourcebook.toml`.

    shown: a value, usually the default one, for those who have not set it
    words: what it is for
    choices: all values that it may have; none for any
    """
    return {"shown": shown, "words": words, "choices": tuple(choices)}


def _setting(default: Any, words: str, choices: Iterable[str] = ()) -> Any:
    """A field that is a key, with a default value."""
    return field(default=default, metadata=_key(default, words, choices))


@dataclass(frozen=True, slots=True)
class Config:
    """All settings. `root` is the project folder; `seeds` and `output` are absolute paths.

    min_mentions: 0 when it is not set
    as_of: the day given by SOURCE_DATE_EPOCH, "" when it is not set
    today: the day on which embargoes are judged; "" for one before all of them. It is the only use
        of the clock, and changes nothing but which documents are published
    drafts: whether documents that are not to be public are shown; in a preview only
    ocr: languages in which pictures of text are read, by tesseract's codes; none for no OCR
    columns: for roles the names of their columns, as the project gives them
    redactions: what editors withhold; see `generator.engine.withholding`
    decisions: what editors decided about sources, in the order of their paths; see
        `generator.engine.source_edits`
    """

    root: Path
    seeds: Path = field(metadata=_key("seeds", "folder of the sources"))
    output: Path = field(metadata=_key("site", "folder of the finished site"))
    title: str = _setting("Sourcebook", "shown on every page")
    description: str = _setting("", "one sentence, on the home page and in search engines")
    about: str = _setting("", "Markdown, on the home page and on “How this site was made”")
    publisher: str = _setting("", "who publishes this archive")
    language: str = _setting("en", "of the pages, and of sources that do not give theirs")
    languages: tuple[str, ...] = _setting(
        (), 'of the pages, if there are several: the first at the root, others below: ["en", "fr"]'
    )
    base_url: str = _setting("", 'public address, for canonical links: "https://example.org/a/"')
    host: str = _setting("none", "where the site shall fit; a build says if it does not", HOSTS)
    page_size: int = _setting(200, "most entries in a list on one page")
    max_megabytes: int = _setting(20, "larger texts and pictures are reported and skipped")
    max_megabytes_binary: int = _setting(500, "the same for PDF, office files, mail and archives")
    date_order: str = _setting(
        "auto", 'how 3/4/2024 is read; "auto": as the text shows it', _DATE_ORDERS
    )
    pages: str = _setting(
        "cited",
        "pictures of pages of PDF files: of those quoted, of all, or none",
        ("cited", "all", "none"),
    )
    publish_originals: bool = _setting(False, "whether PDF files are offered for download")
    publish: str = _setting("full", "of each source: all, quoted sentences, its record", PUBLISH)
    publish_in: tuple[tuple[str, str], ...] = _setting(
        (), 'the same for files and folders: { "press/" = "quotes" }'
    )
    most_quoted: int = _setting(20, "percent of the sentences of a source that are quoted at most")
    licence: str = _setting("", "of the sources that name none, such as CC BY 4.0")
    rights: str = _setting("", "who holds the rights in the sources that do not say so")
    noindex: tuple[str, ...] = _setting((), 'sources that search engines shall leave: ["press/"]')
    names: str = _setting(
        "own", 'or "languages", "listed", "spacy:PIPELINE", "package.module:function"'
    )
    min_mentions: int = field(
        default=0,
        metadata=_key(
            2,
            "mentions a name needs for a page; unless it is set, names in two sources, mentioned "
            "three times, listed or in a title have one",
        ),
    )
    search: bool = _setting(True, "whether the site has a search page")
    exclude: tuple[str, ...] = _setting((), 'sources that are not published: ["private/", "*.bak"]')
    as_of: str = ""
    today: str = ""
    drafts: bool = False
    columns: tuple[tuple[str, tuple[str, ...]], ...] = _setting(
        (), 'of tables, by what they hold: { text = "transcription" }'
    )
    ocr: tuple[str, ...] = _setting((), 'languages in which tesseract reads scans: ["eng"]')
    logo: Path | None = field(
        default=None,
        metadata=_key("static/logo.svg", "picture beside the title, and icon if it is square"),
    )
    logo_alt: str = _setting("", "what the logo shows, if it is more than an ornament")
    accent: str = field(default="", metadata=_key("#8c1c13", "colour of links and lines"))
    menu: tuple[str, ...] = field(
        default=(),
        metadata=_key(
            ["timeline", "people", "pages/about"], "the menu, if not all sections in their order"
        ),
    )
    hide: tuple[str, ...] = field(
        default=(),
        metadata=_key(["graph"], "sections that are not made; nothing leads to them", HIDEABLE),
    )
    footer: str = _setting("", "Markdown, at the foot of every page")
    root_files: Path | None = field(
        default=None,
        metadata=_key("root", "folder whose files go to the root of the site (CNAME, .well-known)"),
    )
    redactions: tuple[Redaction, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def day_first(self) -> bool | None:
        """Whether the day comes first in 3/4/2024; None to take it from the text."""
        return _DATE_ORDERS[self.date_order]

    @property
    def curation(self) -> Path:
        """The folder of editorial changes."""
        return self.root / "curation"

    @property
    def own_pages(self) -> Path:
        """The folder of pages that the project's people write."""
        return self.root / "pages"

    @property
    def cache(self) -> Path:
        """The folder of the cache; it can be deleted at any time."""
        return self.root / ".sourcebook"

    @property
    def unredacted(self) -> Path:
        """The cache of what is found before editors withhold anything, to learn how a name is
        spelled. It is apart, so that nobody publishes or shares it with the other.
        """
        return self.root / ".sourcebook-unredacted"

    @property
    def templates(self) -> Path:
        """The project's own templates, which override the shipped ones."""
        return self.root / "templates"

    @property
    def static(self) -> Path:
        """The project's own static files, which override the shipped ones."""
        return self.root / "static"


def read_config(root: Path, *, output: str | None = None, base_url: str | None = None) -> Config:
    """Read the project's configuration. `output` and `base_url` override the file's settings.

    Raises ConfigError with the file and the line.
    """
    root = _resolved(root, "--project")
    if not root.is_dir():
        raise ConfigError(f"{root} is not a folder.", "Give the project folder with --project.")
    config = _from_file(root)
    if output is not None:
        # A path on the command line is relative to the current folder, not to the project.
        config = replace(config, output=_resolved(Path(output), "--output"))
    if base_url is not None:
        config = replace(config, base_url=website(base_url, "--base-url"))
    _check_folders(config)
    as_of = _day_of_epoch(os.environ.get("SOURCE_DATE_EPOCH", ""))
    return replace(config, as_of=as_of, today=as_of or _today())


def _today() -> str:
    """The day that has begun everywhere on earth: no embargo may end early."""
    last = datetime.timezone(datetime.timedelta(hours=-12))
    return datetime.datetime.now(last).date().isoformat()


def with_drafts(config: Config) -> Config:
    """The configuration of a preview that shows drafts, in a folder that nobody will publish."""
    return replace(config, drafts=True, output=config.cache / "drafts")


def _resolved(path: Path, where: str) -> Path:
    """The absolute path without links. Raises ConfigError for one that no file can have.

    where: what gives the path
    """
    try:
        found = path.resolve()
        found.exists()  # notices names that are too long
        if os.fspath(path).strip() and not UNFIT.search(os.fspath(found)):
            return found
    except (OSError, RuntimeError, ValueError):  # links in a circle, NUL
        pass
    raise ConfigError(
        f"{where}: {os.fspath(path)!r} cannot be a folder.",
        "Use a shorter name, without control characters and circular links.",
    )


def _day_of_epoch(seconds: str) -> str:
    """The UTC day of a SOURCE_DATE_EPOCH (reproducible-builds.org/docs/source-date-epoch).

    seconds: since 1970; "" gives ""
    """
    if not seconds:
        return ""
    try:
        moment = datetime.datetime.fromtimestamp(int(seconds), tz=datetime.UTC)
    except (ValueError, OverflowError, OSError):
        raise ConfigError(
            f'SOURCE_DATE_EPOCH is "{seconds}", not a number of seconds.',
            "Set it to the seconds since 1970, or unset it.",
        ) from None
    return moment.date().isoformat()


def _from_file(root: Path) -> Config:
    defaults = Config(root=root, seeds=root / "seeds", output=root / "site")
    text = _text_of(root / FILE_NAME)
    try:
        values = tomllib.loads(text)
    except RecursionError:
        raise ConfigError(f"{FILE_NAME}: nested too deeply.", "Remove brackets.") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{FILE_NAME}: {error}", "See https://toml.io for the syntax.") from None
    except ValueError:  # Python refuses to read thousands of digits
        raise ConfigError(f"{FILE_NAME}: a number is too long.", "Write a smaller one.") from None
    checked = {key: _checked(key, value, text, defaults) for key, value in values.items()}
    return replace(defaults, **checked)


def settings() -> Sequence[Field[Any]]:
    """The fields that are keys of `sourcebook.toml`, described as `_key` does."""
    return [one for one in fields(Config) if one.metadata]


def _text_of(path: Path) -> str:
    """The text of the configuration file; "" where there is none."""
    try:
        if not os.path.lexists(path):
            return ""
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
            message = f"{FILE_NAME}: not a text file of at most {_LARGEST // 1000} kB."
            raise ConfigError(message, "Replace it.")
        # Editors on Windows begin files with a byte order mark.
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError(f"{FILE_NAME}: not UTF-8 text.", "Save it as UTF-8.") from None
    except OSError as error:
        message = f"{FILE_NAME}: cannot be read ({error.strerror})."
        raise ConfigError(message, "Check the file and its permissions.") from None


def _checked(key: str, value: Any, text: str, defaults: Config) -> Any:
    """A key's value in the type of its setting. Raises ConfigError for a wrong key or value."""
    known = {setting.name: setting for setting in settings()}
    where = f"{FILE_NAME}:{_line_of(key, text)}"
    if key not in known:
        raise ConfigError(
            f"{where}: unknown key {quoted(key)}.{did_you_mean(key, known)}",
            "Known: " + ", ".join(known),
        )
    if key == "columns":
        return columns(value, lambda name: f"{FILE_NAME}:{_line_of(name, text)}")
    if key == "publish_in":
        return folders(value, lambda name: f"{FILE_NAME}:{_line_of(name, text)}")
    if key in _FOLDERS:
        if not isinstance(value, str) or not value.strip():
            raise ConfigError(f'{where}: "{key}" must be the name of a folder.')
        return _resolved(defaults.root / value, f'{where}: "{key}"')
    if key in ("exclude", "noindex"):
        return patterns(value, where, key)
    if key == "languages":
        return page_languages(value, where)
    if key == "ocr":
        return ocr_languages(value, where)
    if key == "accent":
        return colour(value, where)
    if key == "hide":
        return hidden_sections(value, where)
    if key == "menu":
        return menu(value, where, defaults.own_pages)
    if key == "logo":
        return logo(value, where, defaults.root)
    if key == "root_files":
        return root_folder(value, where, defaults.root)
    expected = type(getattr(defaults, key))
    if type(value) is not expected:
        words = {str: "text in quotation marks", int: "a whole number", bool: "true or false"}
        raise ConfigError(f'{where}: "{key}" must be {words[expected]}.')
    if expected is int and not 1 <= value <= MOST:
        raise ConfigError(f'{where}: "{key}" must be at least 1 and at most {MOST:,}.')
    choices = known[key].metadata["choices"]
    if choices and value not in choices:
        raise ConfigError(
            f'{where}: "{key}" must be one of {", ".join(choices)}.{did_you_mean(value, choices)}'
        )
    if isinstance(value, str) and UNFIT.search(value.translate(_SPACES)):
        raise ConfigError(f'{where}: "{key}" contains a control character.')
    if key == "title" and not value.strip():
        raise ConfigError(f'{where}: "title" must not be empty.')
    if key == "language":
        code = language_code(value)
        if not code:
            raise ConfigError(
                f"{where}: {quoted(value)} is not a language code.", 'Use one such as "en".'
            )
        return code
    if key == "base_url":
        return website(value, where)
    return " ".join(value.split()) if key in _ONE_LINE else value


def line_of(config: Config, key: str) -> int:
    """The line of a key in a project's configuration file."""
    return _line_of(key, _text_of(config.root / FILE_NAME))


def _line_of(key: str, text: str) -> int:
    """The line of a key in the file, counted from 1; tomllib does not give it."""
    found = re.search(rf'^[ \t]*(\[*)["\']?{re.escape(key)}(?!\w)', text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _check_folders(config: Config) -> None:
    """Refuse an output folder that a build would replace together with the project's own files."""
    for folder, name in ((config.root, "the project"), (config.seeds, "the sources")):
        if folder == config.output or folder.is_relative_to(config.output):
            raise ConfigError(
                f"The output folder {config.output} contains {name}.",
                "Choose a separate folder for the site.",
            )
    private = (config.seeds, config.curation, config.own_pages, config.templates, config.output)
    if config.root_files and any(one.is_relative_to(config.root_files) for one in private):
        raise ConfigError(
            f"The folder of root files, {config.root_files}, contains others of the project.",
            "Choose a folder that holds nothing but files to publish.",
        )
    root = config.root
    ours = (
        *(config.seeds, config.templates, config.static),
        *(config.curation, config.own_pages, config.cache, config.unredacted),
        *((config.root_files,) if config.root_files else ()),
    )
    for own in (*ours, root / FILE_NAME, root / ".git", root / ".github"):
        # A folder may be a link, and the output is where it leads.
        if config.output.is_relative_to(own) or config.output.is_relative_to(os.path.realpath(own)):
            raise ConfigError(
                f"The output folder {config.output} is, or is inside, {own}.",
                "Choose a separate folder for the site.",
            )
