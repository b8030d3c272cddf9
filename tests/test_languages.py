"""Languages: words of a language are in `generator/lang` alone, each once, and all can be used."""

from __future__ import annotations

import ast
import dataclasses
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import get_args

import nh3
import pytest

from generator import model
from generator.analyse.names import e5
from generator.analyse.times.amounts import LETTERS
from generator.analyse.times.interpreters import interpreter_of
from generator.analyse.times.rules import expand, words_of
from generator.lang import LANGUAGES, UNKNOWN, language, language_of
from generator.lang.language import Language, Rule, SentenceRules, TimeRules
from generator.read import (
    comments,
    hidden,
    markdown_html,
    markdown_lines,
    markdown_scan,
    markup,
    note_keys,
)
from generator.read.chats import posts, telegram, whatsapp
from generator.read.columns import USUAL_NAMES
from generator.read.encodings import ENCODINGS
from generator.read.readers import bibliography, markdown
from generator.render.reasons import TEMPLATES
from generator.render.reasons.rules import RULES

CASES = Path(__file__).parent / "cases" / "timex"
PACKAGE = Path(model.__file__).parent.parent
WORD = re.compile(r"[^\W\d_]+")
# A word as a regular expression may write it: "januar[yi]", "years?", "[ap]m".
SPELLED = re.compile(r"(?:[^\W\d_]|\[[^\W\d_]+\])\??(?:(?:[^\W\d_]|\[[^\W\d_]+\])\??)+")
# What belongs to the syntax of regular expressions: names and flags of groups, ranges of letters,
# and escapes, of which an optional full stop may be within a word ("a.m.").
SYNTAX = re.compile(r"A-Za-z|a-zA-Z|\(\?(?:P[<=]\w+[>)]|[aiLmsux-]+[:)])|\\[pP]\{\w+\}|\\.")
INNER_STOPS = re.compile(r"(?<=[\w\]])\\\.\?(?=[\w\[])")
# A sentence for people, such as a message. The values of an f-string are left out.
MESSAGE = re.compile(r'["“A-Z](?:(?!\. [A-Z]).)* (?:(?!\. [A-Z]).)*[\w)"”]?\.', re.DOTALL)
# Stages whose decisions rest on words; elsewhere "from" or "role" is a key of a table or a file.
STAGES = ("read", "analyse", "derive", "render/dates.py")
# Names of months and days are words of a language anywhere.
DAYS = {
    word
    for language in LANGUAGES.values()
    if language.times
    for table in (language.times.words, language.times.proper)
    for name in ("MONTH", "WEEKDAY")
    for word in table.get(name, ())
    if len(word) > 3
}


def words_in(value: object) -> Iterator[str]:
    """All words in a piece of a language's data, in small letters; of mappings, those of the keys."""
    if isinstance(value, TimeRules):
        for table in (*value.words.values(), *value.proper.values()):
            yield from table
        for rule in value.rules:
            yield from words_of(expand(rule.pattern, value.parts))
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            if field.name == "declensions":
                continue  # endings
            yield from words_in(getattr(value, field.name))
    elif isinstance(value, re.Pattern):
        yield from words_in(value.pattern)
    elif isinstance(value, str):
        yield from (found.lower() for found in WORD.findall(re.sub(r"\\.", " ", value)))
    elif isinstance(value, Mapping):
        yield from (word for key in value for word in words_in(key))
    elif isinstance(value, (tuple, list, frozenset)):
        yield from (word for item in value for word in words_in(item))


# Words of a language that are names of elements and attributes, or end addresses, too.
MARKUP = {"tag", "alt", "ab", "br", "li", "ul", "com", "em"}
VOCABULARY = {w for lang in LANGUAGES.values() for w in words_in(lang) if len(w) > 1} - MARKUP
# Strings that are a name in the program, not a word: codes of languages, reasons, rules, units,
# types, statuses and modalities; fields of a document and of the editors' tables; tags of HTML.
NAMES = {
    *(*LANGUAGES, *TEMPLATES, *RULES, *LETTERS, *nh3.ALLOWED_TAGS),
    *(*get_args(model.EntityType), *get_args(model.Status), *get_args(model.EventKind)),
    *(*get_args(model.MediaKind), *get_args(model.Bound), *get_args(model.ClaimKind)),
    *("warning", "error", "add", "notes", "any", "unit"),  # levels, operations, fields
    *("before", "after", "start", "middle", "end", "more", "less", "fortnight"),
    *(
        f.name
        for kind in (model.Document, model.EntityEdit, model.EventEdit)
        for f in dataclasses.fields(kind)
    ),
}
LABEL = re.compile(r"\blatin|arabic|greek|koi8ru|dos|chinese|ms932|korean|utf16")
# Further ones, each in one module.
EXCEPTIONS: Mapping[str, Collection[str]] = {
    "analyse/times/scan.py": ("calendar",),  # kind of a prefix
    "analyse/names/tagger.py": ("letter",),  # key of a feature
    "analyse/names/e5.py": (e5.WORD.pattern,),
    "analyse/times/context.py": ("named", "published"),  # argument of a reason
    "analyse/times/interpreters/common.py": ("no", "published", "named"),  # arguments of a reason
    "analyse/times/interpreters/holidays.py": ("easter",),  # argument of a rule
    "read/encodings.py": (  # labels of encodings, and codecs
        *(labels for labels in ENCODINGS.values() if LABEL.search(labels)),
        *("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "mac_roman"),
    ),
    "read/redact.py": ("redirect_from", "close"),  # a key; a role of tags
    "derive/corrections.py": ("claim",),  # name of a kind of lines
    "derive/sections.py": ("claims", "figures"),  # names of sections
    "read/utf16.py": ("utf-16-le", "utf-16-be"),
    # Arguments of reasons.
    "analyse/times/possible.py": ("published", "first", "last", "count", "period", "part"),
    "read/fields.py": (  # keys; YAML's true and false
        *("author", "yes", "no", "false", "featured_image", "photo", "recording", "image_caption"),
    ),
    # Names of elements and attributes of TEI, and tags of HTML.
    "read/tree.py": ("app", "no"),
    "read/tei/body.py": (
        *("am", "head", "cols", "ordered"),
        *("stage", "speaker", "said", "numbered", "<table>", "</table>", "<figure>"),
        *("</figure>", "ed", "no", "left", "both", "right", "foreign", "space"),
    ),
    "read/tei/marks.py": ("head", "signed", "front", "back", "group", "set", "address"),
    "read/tei/documents.py": ("author",),
    "read/tei/header.py": (
        *("profileDesc//correspDesc/correspAction[@type='sent']", "author", "sent by"),
        *("sent to", "editors", "fileDesc/titleStmt/editor"),
        *("fileDesc/sourceDesc//imprint/publisher", "fileDesc/sourceDesc//publisher"),
        *("fileDesc/publicationStmt/publisher", "fileDesc/titleStmt/author", ".//author"),
        *("when", "when-iso", "from", "to"),
    ),
    "read/tei/names.py": ("per", "city", "region", "organization", "rs"),
    "read/ocr.py": (
        *('languages in "([^"\\n]+)"', "/bin/sh", "--version"),
        ', or change "ocr" in sourcebook.toml.',
    ),
    # Suffixes of files, options of embeds, values of a key.
    "read/own_pages.py": (
        *(r"\.(?:md|markdown)$", r"\.(?:md|markdown)(?=#|$)", "first", "last", "most"),
        *("true", "yes", "false", "no"),
    ),
    "derive/redirects.py": ("claims", "figures"),  # folders of the site
    "derive/own_pages.py": ("Did you mean “",),
    "read/readers/pdf.py": ("Page ", " was not read: ", " of ", " pages "),
    "read/scans/alto.py": ("Page",),
    "read/scans/blocks.py": (
        *("transcribed line by line in ", "read by OCR", ", mean confidence "),
    ),
    "read/scans/hocr.py": ("ocr_par", "ocr_page", "class"),
    "read/scans/mets.py": ("file", "author", "part/date", "originInfo/publisher"),
    "read/scans/page_xml.py": ("page-number", "signature-mark", "Page", "points"),
    "read/volumes.py": ("file://",),
    "read/readers/marked_up.py": ("alto",),
    "read/layout.py": ("section", "close"),  # tags
    # Role of a tag; attributes; tags.
    "read/html_body.py": (
        r"page:(\d{1,9})",
        '<br id="page:',
        "close",
        "class",
        "task-done",
        "<figure>",
        "</figcaption></figure>",
    ),
    "read/comments.py": (  # marks of comments
        *(comments._OPENING, comments._LIQUID_END.pattern),
        *("{::comment}", "<comment>", "</[cC]omment>", r"\{:/comment\}"),
    ),
    "read/hidden.py": ("section", hidden._VALUES.pattern),  # an element, attributes
    "read/markdown_scan.py": (  # shortcodes, suffixes, attributes, HTML
        markdown_scan._SHOWN.pattern,
        *("file", "image_path", "post_url", ".md", "\n\n<figure>", "</figure>\n\n"),
        *("&lt;", "\n\n[^inline-note-", "[^inline-note-"),
    ),
    "read/front_matter.py": ("author", "published"),  # keys
    "read/notes.py": (  # roles and classes
        ' role="doc-noteref"| class="[^"]*(?:footnote|noteref|endnote)',
    ),
    "read/privacy.py": (  # keys of programs, and their values
        *("true", "false", "yes", "no", "never", "none", "off", "all", "everyone"),
        *("private", "public", "published", "state", "build", "embargo"),
    ),
    "analyse/references.py": (  # Latin, in all languages
        r"https?://|www\.|\bdoi\b|\bISBN\b|\bibid\b|\bop\. ?cit\b|\bloc\. ?cit\b|\bet al\b",
    ),
    "read/possible.py": ("of", "close"),  # argument of a reason; role of a tag
    "read/markup.py": (
        *("comment", "section", "class", "close", "to", "media/", "recording", *markup.TASKS),
        '<noteref label="([^"<>]{1,40})"(?: to="(0|[1-9][0-9]{0,8})")?>',
        r"media/[0-9a-f]{16}\.[a-z0-9]+",
    ),
    "read/markdown_html.py": (
        *("counted_blocks", "<pre><code>", "</code></pre>", "struck", "marked", "marks"),
        *("class", "task-done", markdown_html._TASK.pattern),
    ),
    "read/languages.py": ("nn", "no"),  # codes
    "read/markdown_lines.py": (markdown_lines._GROUPS,),  # elements
    "read/readers/__init__.py": (".md", ".zip"),
    "read/note_keys.py": (  # keys of other programs
        *(note_keys.IGNORED, "author", "published"),
        *(note_keys.OURS[key] for key in ("date", "author", "people")),
    ),
    "read/readers/markdown.py": (*(".md", markdown._IMPORT.pattern, markdown._OWN_TAG.pattern),),
    "read/readers/opendocument.py": (".ott",),  # a suffix
    "read/readers/outlook.py": ("mail",),  # an extra
    "read/readers/page.py": ("author", "page"),  # a key, argument of a reason
    "read/companions.py": (r"tweets?(?:-part\d+)?\.js",),  # a file in an archive of X
    # Keys and addresses of X, keys and classes of Telegram, "am" and "pm".
    "read/chats/posts.py": (
        *posts._POSTS[1::2],
        *(posts._HEAD.pattern, posts._OWN.pattern, "id_str", "created_at", "full_text"),
        *("in_reply_to_status_id_str", "in_reply_to_status_id", "in_reply_to_screen_name"),
    ),
    "read/chats/telegram.py": (
        *(telegram._ANSWER, telegram._ANSWERED.pattern, telegram._MESSAGES, telegram._ID.pattern),
        *(telegram._PASSED_ON, '"message"', "message", "from", "from_id", "forwarded_from"),
        "reply_to_message_id",
        *('//div[@class="history"]', '//div[@class="page_header"]'),
        *('string(//div[@class="page_header"])', './/div[@class="text"]'),
        './div[@class="body"]/div[@class="from_name"]',
        'string(.//div[contains(@class, "date")]/@title)',
    ),
    "read/chats/whatsapp.py": (whatsapp._NOON.pattern,),
    "read/readers/posts.py": ("author", "in_reply_to"),  # keys
    "read/web_archive.py": (r"pages/\w+\.jsonl",),  # a file in a WACZ
    # A type, the name of a stream, its encoding.
    "read/readers/epub.py": ("author",),  # a key
    "read/formats.py": ("application/epub+zip", "__properties_version1.0", "utf-16-le"),
    # Babel's names; for people; values of a message.
    "render/dates.py": ("stand-alone", "wide", "st", "rd", "number", "roman"),
    "read/delimited.py": ("sep=",),
    "read/readers/bibliography.py": (  # fields of BibTeX, columns, commands of TeX
        *(
            "comment",
            bibliography._AND.pattern,
            "circa ",
            "author",
            "editor",
            "translator",
            "address",
            "city",
        ),
        *("first page", "last page", "ss", "ae", "aa"),
    ),
    "read/columns.py": (USUAL_NAMES,),  # of columns
    "read/values.py": (  # CSL's keys; a pattern
        *("given", "family", "non-dropping-particle", "circa", "circa "),
        r")(?:, ([JS]r\.?|[IVX]+))?(?:, [a-z][a-z ]{2,30})?",
    ),
    "read/records.py": (  # keys; a message
        *("author", "speaker", " from ", " or ", " more", "Not used", "Shown as they are"),
        *("a turn of one conversation each, ", " In the settings, but not here: "),
    ),
    "read/edits.py": (  # of messages; an action; columns; ids
        *(" and ", "pin", "words", "address", "claim", "[cf]-[a-z2-7]{8}"),
    ),
    "derive/events/edits.py": ("pin",),  # what an editor can do
    "derive/entities/edit_lines.py": (" or ",),  # between names, for people
    "derive/events/independence.py": ("publisher ",),  # beginning of a key
    "derive/links.py": (".md",),
    "derive/events/publications.py": ("published-",),  # beginning of an id
    # Kinds of places.
    "derive/entities/gazetteer.py": ("city", "region"),
    "derive/entities/towns.py": ("city", "region"),
    "read/coordinates.py": ("long", "lat"),  # keys of metadata
    "read/readers/table.py": (".tab",),  # a suffix
    "derive/entities/normalise.py": (
        "ai",
        "ei",
        "ph",
        "ou",
        "oo",
        "ee",
        "ae",
        "aa",
        "dj",
    ),  # letters
}


@dataclasses.dataclass(frozen=True)
class Scan:
    """Looks through a module for words of a vocabulary in its strings.

    Docstrings, messages, names in capitals such as those of word classes, and names of the
    program (`NAMES`, of groups, in `__all__`, and `names`) do not count.
    """

    vocabulary: set[str]
    names: Collection[str] = ()

    def lines(self, source: str) -> Iterator[tuple[int, str]]:
        """The lines with such strings, and the strings."""
        names = {*NAMES, *self.names, *re.findall(r"\(\?P<(\w+)>", source)}
        for line, text in strings(ast.parse(source)):
            if text not in names and any(map(self._is_word, words_of_pattern(text))):
                yield line, text

    def _is_word(self, text: str) -> bool:
        if text.isupper():
            return False
        if any(c >= "\u0370" for c in text) or text.lower() in self.vocabulary:
            return True
        return not text.isalpha() and any(
            re.fullmatch(text.lower(), word) for word in self.vocabulary
        )


def words_of_pattern(text: str) -> list[str]:
    """The words of a text or a regular expression, as they are written there."""
    return SPELLED.findall(SYNTAX.sub(" ", INNER_STOPS.sub("", text)))


def strings(node: ast.AST) -> Iterator[tuple[int, str]]:
    """The strings in a piece of a program with their lines, without docstrings and messages.

    The keywords of `dict(…)` are strings, too; an f-string is several.
    """
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if not MESSAGE.fullmatch(node.value):
            yield node.lineno, node.value
    elif not is_for_people(node):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "dict"
        ):
            yield from ((node.lineno, k.arg) for k in node.keywords if k.arg)
        for child in ast.iter_child_nodes(node):
            if not is_docstring(child, node):
                yield from strings(child)


def is_docstring(node: ast.AST, parent: ast.AST) -> bool:
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return (
        isinstance(parent, kinds)
        and node is parent.body[0]
        and isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
    )


def is_for_people(node: ast.AST) -> bool:
    """Whether it is a message: raised, called so, or an f-string that is a sentence.

    Words of pages are, too: they are in English in the code, and in other languages in catalogues.
    """
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in ("gettext", "pgettext", "ngettext")
    if isinstance(node, ast.JoinedStr):
        parts = [v.value if isinstance(v, ast.Constant) else "X" for v in node.values]
        return MESSAGE.fullmatch("".join(map(str, parts))) is not None
    if isinstance(node, ast.Assign):
        return any(
            isinstance(n, ast.Name) and n.id in ("message", "hint", "__all__") for n in node.targets
        )
    return isinstance(node, ast.Raise)


def modules(vocabulary: set[str]) -> dict[str, Path]:
    """The modules that must be without words of a vocabulary."""
    found = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*.py")}
    where = ("",) if vocabulary == DAYS else STAGES
    # What pages and messages call their elements and fields is English whatever their language is.
    left_out = ("lang/", "read/office/", "read/pages/", "read/mail/")
    return {
        n: path for n, path in found.items() if n.startswith(where) and not n.startswith(left_out)
    }


@pytest.mark.parametrize("vocabulary", [VOCABULARY, DAYS], ids=["all words", "months and days"])
def test_words_of_a_language_are_in_its_folder(vocabulary: set[str]) -> None:
    found = [
        f"{name}:{line}: {text}"
        for name, path in modules(vocabulary).items()
        for line, text in Scan(vocabulary, EXCEPTIONS.get(name, ())).lines(
            path.read_text(encoding="utf-8")
        )
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "source",
    [
        'X = "the"',
        'X = ["january"]',
        'X = "january february march"',
        'X = ("mr", "foo", "bar", "baz", "qux")',
        'X = [("january", 1), ("february", 2)]',
        'X = {"mr": 1}',
        'X = {"a": "january", "b": "february"}',
        "X = dict(january=1, february=2)",
        'X = "Mr. Mrs. Dr.".split()',
        'X = words("mr mrs dr")',
        'X = re.compile(r"\\bsaid\\b")',
        'X = re.compile("(?:said )?told")',
        'X = re.compile(rf"\\b(?:said|told)\\b{more}")',
        'X = re.compile("januar[yi]|februar[yi]")',
        'X = re.compile(r"\\ban? (?:mile|km)s?\\b")',
        r'X = re.compile(r"\d ?[ap]\.?m")',
        'X = re.compile("года?")',
        're.sub(r" and ", " ", text)',
        'text = text.replace("the ", "")',
        'text = text.removeprefix("the ")',
        'text = f" of {text}"',
        'x = word == "yesterday"',
        'if word in ("", "until"): pass',
        'if "in the" in text: pass',
        'if text.endswith(" of"): pass',
        'def f(x="january"): pass',
        'match word:\n    case "january": pass',
        'found.append("january")',
        'def f():\n    """Finds it."""\n    "january"',
    ],
)
def test_the_check_would_notice(source: str) -> None:
    assert list(Scan(VOCABULARY).lines(source))


@pytest.mark.parametrize(
    "source",
    [
        'def f():\n    """Says whether january or february is meant, as in "года"."""',
        'class A:\n    """A day in january."""',
        'raise ConfigError("not in January or February")',
        'warn(f"{date} is not in January or February.")',
        'warn("The date is not in January or February.")',
        'message = f"the key {key} is given twice"',
        'X = re.compile(r"(?P<short>\\d\\d)"); X.match(text)["short"]',
        'X = reason("counted-from")',
        "X = f(january=1)",
        'if hit.has("BEFORE", "AFTER"): pass',
        'UNITS = ("day", "week", "month")',
        '__all__ = ["find_times"]',
    ],
)
def test_the_check_lets_other_things_be(source: str) -> None:
    assert not list(Scan(VOCABULARY).lines(source))


def test_every_exception_is_needed() -> None:
    found = modules(VOCABULARY)
    for name, texts in EXCEPTIONS.items():
        scan = Scan(VOCABULARY)
        assert set(texts) <= {text for _, text in scan.lines(found[name].read_text("utf-8"))}, name


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_a_language_is_under_its_code_and_has_cases(code: str) -> None:
    assert LANGUAGES[code].code == code
    if LANGUAGES[code].times:
        assert any(
            tomllib.loads(path.read_text(encoding="utf-8"))["language"] == code
            for path in CASES.glob("*.toml")
        )


def test_a_language_is_found_by_any_code_of_it() -> None:
    assert language_of("en") is language_of("en-GB") is LANGUAGES["en"]
    assert language_of("es-MX") is LANGUAGES["es"]


def test_of_other_languages_only_the_ends_of_sentences_are_guessed() -> None:
    other = language_of("xx")
    assert other is UNKNOWN
    assert other.sentences == LANGUAGES["en"].sentences
    assert dataclasses.replace(other, sentences=SentenceRules()) == Language("", SentenceRules())


@pytest.mark.parametrize("code", sorted(LANGUAGES))
def test_every_rule_names_an_interpreter(code: str) -> None:
    times = LANGUAGES[code].times
    assert all(map(interpreter_of, times.rules if times else ()))


@pytest.mark.parametrize(
    "rule", [Rule("YEAR", "yeer", "1998"), Rule("YEAR", "year", "1998", argument="12-25")]
)
def test_a_rule_with_an_interpreter_that_does_not_fit(rule: Rule) -> None:
    with pytest.raises(ValueError, match="no interpreter"):
        interpreter_of(rule)


def test_language_data_is_frozen_and_every_field_documented() -> None:
    kinds = [k for k in vars(language).values() if isinstance(k, type) and k is not re.Pattern]
    kinds = [k for k in kinds if k.__module__ == language.__name__]
    assert Language in kinds
    for kind in kinds:
        assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
        assert "__slots__" in vars(kind)
        for field in dataclasses.fields(kind):
            assert re.search(rf"\b{field.name}\b", kind.__doc__ or ""), (kind, field.name)
