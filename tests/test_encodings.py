"""From bytes to characters: what is declared, what is recognised, and what is reported as lost."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator

import pytest

from generator.config import Config, read_config
from generator.model import Source
from generator.read import Found, read_source
from generator.read.encodings import ENCODINGS, declared_label, encoding_named

TEXTS = {
    "en": "The mayor said “it’s a naïve plan” in the café — and nobody agreed with him.",
    "fr": "Le maire a déclaré que l'été s'achève près de la forêt, où tout a brûlé.",
    "de": "Der Bürgermeister sprach in Köln über das Feuer. Größe und Maß waren schön.",
    "es": "El señor Muñoz habló del niño en Córdoba, España. ¿Quién sabía lo que pasó?",
    "pl": "Zażółć gęślą jaźń, rzekł burmistrz Łodzi. Spłonęła też część mostu nad rzeką.",
    "cs": "Příliš žluťoučký kůň úpěl ďábelské ódy. Starosta řekl, že škody jsou vysoké.",
    "tr": "Belediye başkanı, köprüde kimsenin ölmediğini söyledi. İstanbul'da da öyle.",
    "ru": "Пожар в Москве: мост сгорел ночью. Мэр выступил в пятницу, никто не пострадал.",
    "uk": "Пожежа в Києві: міст згорів уночі. Її наслідки ще не відомі, каже голова.",
    "el": "Ο δήμαρχος μίλησε στην Αθήνα για τη φωτιά. Κανείς δεν τραυματίστηκε.",
    "he": "ראש העיר דיבר ביום שישי על השריפה. איש לא נפגע, אמר דובר המשטרה.",
    "ar": "تحدث رئيس البلدية يوم الجمعة عن الحريق. لم يصب أحد بأذى كما قالت الشرطة.",
    "th": "นายกเทศมนตรีกล่าวถึงเหตุเพลิงไหม้เมื่อวันศุกร์ ไม่มีผู้ได้รับบาดเจ็บ",
    "hi": "महापौर ने शुक्रवार को पुल की आग के बारे में बात की। कोई घायल नहीं हुआ।",
    "zh": "市长星期五谈到大桥的火灾，没有人受伤。新华社北京三月二十五日电。",
    "tw": "市長星期五談到大橋的火災，沒有人受傷。中央社臺北三月二十五日電。",
    "ja": "市長は金曜日に東京の橋の火事について話した。けが人はいなかったと警察は述べた。",
    "ko": "시장은 금요일에 다리 화재에 대해 말했다. 경찰은 다친 사람이 없다고 밝혔다.",
}
MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "gb18030": "\ufeff".encode("gb18030"),
}
PAGE = (
    "<html><head>{head}<title>T</title></head><body><article><p>{text}</p></article></body></html>"
)


@pytest.fixture
def config(make_project) -> Config:
    return read_config(make_project({"sourcebook.toml": 'title = "T"', "seeds/a.txt": ""}))


@pytest.fixture
def found(config):
    def get(name: str, data: bytes) -> Found:
        return read_source(Source(name, f"seeds/{name}", data, ""), config)

    return get


def warnings(found: Found) -> list[str]:
    return [p.message for p in found.problems if p.message != "No date."]


def text(found: Found) -> str:
    return "\n".join(document.text for document in found.documents)


def in_codec(codec: str) -> Iterator[tuple[str, bytes]]:
    """The texts that an encoding can hold, in it."""
    for words in TEXTS.values():
        try:
            data = words.encode(codec)
        except UnicodeEncodeError:
            continue
        yield words, data


@pytest.mark.parametrize(
    ("label", "codec"),
    [(e.name, e.codecs[0]) for e in ENCODINGS if e.name not in ("UTF-16LE", "UTF-16BE", "HZ")]
    + [("latin1", "cp1252"), ("gb2312", "gb18030"), ("hz-gb-2312", "hz"), ("x-sjis", "cp932")],
)
def test_a_page_is_read_exactly_in_the_encoding_that_it_declares(found, label, codec) -> None:
    label = label.replace(" ", "").replace("Macintosh", "x-mac-").removesuffix("mac-")
    label = {"x-": "macintosh"}.get(label, label)
    heads = (
        ("", f"<meta charset='{label}'>"),
        ("", f'<META content="text/html; charset={label}" HTTP-EQUIV=Content-Type>'),
        (f'<?xml version="1.0" encoding="{label}"?>', ""),
    )
    for words, _ in in_codec(codec):
        for before, head in heads:
            page = before + PAGE.format(head=head, text=words)
            result = found("a.html", page.encode(codec))
            assert (text(result), warnings(result)) == (words, [])


@pytest.mark.parametrize("codec", MARKS)
def test_a_mark_says_the_encoding(found, codec) -> None:
    for words, data in in_codec(codec):
        for name in ("a.txt", "a.md", "a.html"):
            result = found(name, MARKS[codec] + data)
            assert words in text(result)
            assert "Not UTF-8" not in str(warnings(result))


@pytest.mark.parametrize(
    "codec", ["utf-16-le", "utf-16-be", "iso2022_jp", "iso2022_kr", "hz", "cp1251", "cp932"]
)
def test_what_is_recognised_without_a_declaration_is_said(found, codec) -> None:
    for words, data in in_codec(codec):
        if not data.isascii() or codec not in ("cp1251", "cp932"):
            result = found("a.txt", data)
            if data != words.encode():
                assert text(result) == words
                assert "Not UTF-8; read as" in warnings(result)[0]


@pytest.mark.parametrize(
    "place",
    [
        "<body><p>To see it, set charset=koi8-r in the browser.",
        "<!-- <meta charset=koi8-r> -->",
        "<script>document.write('<meta charset=koi8-r>')</script>",
        "<title><meta charset=koi8-r></title>",
        '<meta name="keywords" content="text/html; charset=koi8-r">',
        "<meta charset=koi8-unknown>",
        "<!--" + " " * 1024 + "--><body><meta charset=koi8-r>",
        "<!-- <meta charset=koi8-r>",
    ],
)
def test_a_declaration_counts_only_where_declarations_stand(place: str) -> None:
    assert encoding_named(declared_label(place.encode())) is None


def test_a_long_head_may_declare_the_encoding_at_its_end() -> None:
    head = "<style>" + "p { color: red }" * 1000 + "</style>"
    page = PAGE.format(head=head + "<meta charset=koi8-r>", text="")
    assert declared_label(page.encode()) == "koi8-r"


@pytest.mark.parametrize("label", ["unicode_escape", "utf_7", "cp037", "rot13", "iso-2022-cn"])
def test_no_name_is_obeyed_that_the_web_does_not_have(found, label: str) -> None:
    page = PAGE.format(head=f"<meta charset={label}>", text="The path is C:\\u0041BC +AOk-.")
    result = found("a.html", page.encode())
    assert text(result) == "The path is C:\\u0041BC +AOk-."
    assert warnings(result) == [
        f'The encoding that it declares ("{label}") is unknown; read as UTF-8.'
    ]


def test_utf_8_that_declares_something_else_stays_utf_8(found) -> None:
    page = PAGE.format(head="<meta charset=iso-8859-1>", text=TEXTS["pl"])
    assert text(found("a.html", page.encode())) == TEXTS["pl"]


def test_a_declaration_that_the_bytes_contradict_is_reported(found) -> None:
    page = PAGE.format(head="<meta charset=shift_jis>", text=TEXTS["ru"] * 3)
    result = found("a.html", page.encode("cp1251"))
    assert text(result) == TEXTS["ru"] * 3
    assert warnings(result) == [
        'Not in the encoding that it declares ("shift_jis"); read as windows-1251.'
    ]
    page = PAGE.format(head="<meta charset=utf-8>", text=TEXTS["ru"] * 3)
    result = found("a.html", page.encode("cp1251"))
    assert text(result) == TEXTS["ru"] * 3
    assert warnings(result) == ["Not UTF-8; read as windows-1251."]


def test_a_few_damaged_lines_leave_the_others_as_they_are(found) -> None:
    data = (
        "Un café fermé.\n\n".encode() * 100 + "Trois étés passés à l'été.\n\n".encode("cp1252") * 3
    )
    result = found("a.txt", data)
    assert text(result).count("Un café fermé.") == 100
    (problem,) = (p for p in result.problems if p.message != "No date.")
    assert (problem.line, problem.message) == (
        201,
        "3 lines, of which this is the first, contain bytes that are not UTF-8.",
    )


def test_a_few_damaged_bytes_do_not_refute_a_declaration(found) -> None:
    page = PAGE.format(head="<meta charset=gbk>", text=TEXTS["zh"] * 3 + "!")
    result = found("a.html", page.encode("gbk").replace(b"!</p>", b"\xff</p>"))
    assert text(result) == TEXTS["zh"] * 3 + "\ufffd"
    assert warnings(result) == ["Contains bytes that are not GB 18030."]


def test_damage_in_a_file_with_a_mark_is_reported(found) -> None:
    data = codecs.BOM_UTF16_LE + "One.\n\nTwo.".encode("utf-16-le") + b"\x3d\xd8"
    result = found("a.txt", data)
    assert text(result) == "One.\n\nTwo.\ufffd"
    assert next((p.line, p.message) for p in result.problems) == (
        3,
        "Contains bytes that are not UTF-16.",
    )


def test_a_character_that_a_database_wrote_as_two_is_one(found) -> None:
    data = "Fine \ud83d\ude0d é.".encode("utf-8", "surrogatepass")
    result = found("a.txt", data)
    assert (text(result), warnings(result)) == ("Fine 😍 é.", [])


@pytest.mark.parametrize("name", ["a.md", "a.jsonl"])
def test_escaped_halves_of_a_character_are_joined_or_reported(found, name: str) -> None:
    def source(title: str) -> bytes:
        if name == "a.md":
            return f"---\ntitle: {json.dumps(title)}\ndate: 2024-03-25\n---\nText.".encode()
        return json.dumps({"title": title, "date": "2024-03-25", "text": "Text."}).encode()

    whole, broken = found(name, source("😍 ok")), found(name, source("\ud83d ok"))
    assert (whole.documents[0].title, warnings(whole)) == ("😍 ok", [])
    assert broken.documents[0].title == "\ufffd ok"
    assert warnings(broken) == ['"title": Contains half of a character (U+D83D); shown as \ufffd.']


def test_control_characters_are_reported_wherever_they_are(found) -> None:
    head = '---\ntitle: "A\\bB"\ndate: 2024-03-25\ntags: ["\\0x"]\n---\nText.'
    result = found("a.md", head.encode())
    assert (result.documents[0].title, result.documents[0].tags) == ("A B", ("x",))
    assert [(p.line, p.message) for p in result.problems] == [
        (2, '"title": Contains control characters (U+0008); shown as spaces.'),
        (4, '"tags": Contains control characters (NUL); shown as spaces.'),
    ]
    row = {"title": "T", "date": "2024-03-25", "text": "Dont\u0092t"}
    assert warnings(found("a.jsonl", json.dumps(row).encode())) == [
        "Contains control characters (U+0092); shown as spaces."
    ]


@pytest.mark.parametrize("page_break", ["\x0b", "\x0c"])
def test_a_page_break_ends_a_paragraph(found, page_break: str) -> None:
    result = found("a.txt", f"The end.{page_break}The start.".encode())
    assert text(result) == "The end.\n\nThe start."


def test_a_page_break_in_front_matter_ends_no_line(found) -> None:
    result = found("a.md", b"---\ntitle: One\x0cTwo\ndate: 2024-03-25\n---\nText.")
    assert (result.documents[0].title, warnings(result)) == ("One Two", [])


# Of every plane and kind: what can be shown stays.
TITLES = [
    "Ω≈ç√∫˜µ≤≥÷",
    "⁰⁴⁵₀₁₂ ด้้้้้็็็็็้้้้้็็็็",
    "👩🏽 👨‍👩‍👦 🇨🇦 1️⃣ ❤️",
    "جنّة\u200cها می\u200cروم",
    "జ్ఞ\u200cా",
    "\u202etest\u202c",
    "Paris\u00a0: oui\u202f!",
    "東京\u3000大会",
    "Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤",
    "\uf8ff \U000e0041 \U0010fffd",
    "\U0001d4d0 \U00020bb7 ﷽",
    "& \"q\" 'q' %s $HOME ../.. NUL - : # [x] {y}",
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_that_can_be_shown_survives(found, title: str) -> None:
    cell = title.replace('"', '""')
    sources = {
        "a.md": f"---\ntitle: {json.dumps(title)}\ndate: 2024-03-25\n---\nText.",
        "a.jsonl": json.dumps({"title": title, "date": "2024-03-25", "text": "Text."}),
        "a.csv": f'title,date,text\n"{cell}",2024-03-25,Text.\n',
    }
    for name, content in sources.items():
        result = found(name, content.encode())
        assert ([d.title for d in result.documents], warnings(result)) == ([title], []), name


@pytest.mark.parametrize("title", [t for t in TITLES if t.split(" ") == t.split() and '"' not in t])
def test_a_title_and_a_text_of_a_page_survive(found, title: str) -> None:
    """Also where a library extracts them, which leaves out what is not printable."""
    more = "The old bridge burned down on the night of the storm, the fire service said. " * 5
    referred = "".join(f"&#{ord(c)};" for c in title)
    for shown in (title, referred):
        body = f"<div><p>{more}</p><p>{shown} {more}</p></div>"
        head = f'<meta property="og:title" content="{shown}">'
        result = found("a.html", f"<html><head>{head}</head><body>{body}</body></html>".encode())
        assert result.documents[0].title == title
        assert title in text(result)


def test_references_mean_what_browsers_show(found) -> None:
    page = PAGE.format(head="", text="Don&#146;t &#xD83D; &lt;b&gt; A&zwj;B &#60;i&#62;.")
    result = found("a.html", page.encode())
    assert text(result) == "Don’t \ufffd <b> AB <i>."
    assert warnings(result) == [
        "Contains references to characters that do not exist; shown as \ufffd."
    ]


@pytest.mark.parametrize("escape", ["\\U00110000", "\\UFFFFFFFF"])
def test_an_escape_beyond_unicode_is_not_valid(found, escape: str) -> None:
    result = found("a.md", f'---\ntitle: "{escape}"\n---\nText.'.encode())
    (message,) = warnings(result)
    assert message.startswith('The value of "title" is not valid')


def test_an_invisible_title_is_none(found) -> None:
    result = found("a.md", b'---\ntitle: "\\u200b\\u2060"\ndate: 2024-03-25\n---\nText.')
    assert result.documents[0].title == "Text."
    assert warnings(result) == ['"title" consists of invisible characters.']


@pytest.mark.parametrize(
    ("language", "codec"),
    [
        *(
            ("de", "cp1252"),
            ("de", "cp850"),
            ("fr", "mac_roman"),
            ("pl", "iso8859_2"),
            ("cs", "cp852"),
        ),
        *(("es", "cp850"), ("ru", "koi8_r"), ("ru", "cp866"), ("uk", "koi8_u")),
        *(("el", "cp1253"), ("he", "cp1255"), ("ar", "cp1256"), ("th", "cp874")),
        *(("zh", "gb18030"), ("tw", "big5"), ("ja", "cp932"), ("ja", "euc_jp"), ("ko", "cp949")),
    ],
)
def test_a_text_in_an_old_encoding_is_guessed_from_one_line(found, language, codec) -> None:
    result = found("a.txt", TEXTS[language].encode(codec))
    assert text(result) == TEXTS[language]
    assert len(warnings(result)) == 1


@pytest.mark.parametrize(("code", "name"), [("fr", "cp1252"), ("ru", "cp1251")])
@pytest.mark.parametrize("charset", ["", '<meta charset="{}">'])
def test_a_long_head_hides_neither_the_declaration_nor_the_words(
    found, code: str, name: str, charset: str
) -> None:
    script = "<script>" + "var a = 1;\n" * 10_000 + "</script>\n"
    page = PAGE.format(head=script + charset.format(name), text="\n" + TEXTS[code])
    (document,) = found("a.html", page.encode(name)).documents
    assert document.text == TEXTS[code]


def test_of_encodings_with_one_text_the_commonest_is_named(found) -> None:
    text = "He said “well – it’s fine” and left the café at noon."
    (problem, *_) = found("a.txt", text.encode("cp1252")).problems
    assert problem.message == "Not UTF-8; read as windows-1252."
