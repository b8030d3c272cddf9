"""The encodings of the web, and where a page declares its own.

Names and labels are those of the WHATWG Encoding Standard; a page is read as a browser reads
it: "latin1" and "ascii" mean windows-1252, "gb2312" means GB 18030. Two encodings that browsers
refuse, because letters and signs of HTML look alike in them, are read: the HTML is sanitised after
decoding. No other name is obeyed, whatever codecs Python has.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass

_SHORT = 1024  # bytes in which the standard looks for a declaration
_LONG = 1_000_000  # bytes in which the head of a page may have one


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding.

    name: as shown to people
    codecs: Python's codecs for it, each with some characters that those before it lack
    """

    name: str
    codecs: tuple[str, ...]


UTF8 = Encoding("UTF-8", ("utf-8",))

# Each with its labels, which are compared without punctuation and without a leading "x-".
ENCODINGS = {
    UTF8: "utf8 unicode11utf8 unicode20utf8",
    Encoding("IBM866", ("cp866",)): "866 cp866 csibm866 ibm866",
    Encoding("ISO-8859-2", ("iso8859_2",)): "csisolatin2 iso88592 isoir101 iso885921987 l2 latin2",
    Encoding("ISO-8859-3", ("iso8859_3",)): "csisolatin3 iso88593 isoir109 iso885931988 l3 latin3",
    Encoding("ISO-8859-4", ("iso8859_4",)): "csisolatin4 iso88594 isoir110 iso885941988 l4 latin4",
    Encoding("ISO-8859-5", ("iso8859_5",)): (
        "csisolatincyrillic cyrillic iso88595 isoir144 iso885951988"
    ),
    Encoding("ISO-8859-6", ("iso8859_6",)): (
        "arabic asmo708 csiso88596e csiso88596i csisolatinarabic ecma114 iso88596 iso88596e"
        " iso88596i isoir127 iso885961987"
    ),
    Encoding("ISO-8859-7", ("iso8859_7",)): (
        "csisolatingreek ecma118 elot928 greek greek8 iso88597 isoir126 iso885971987 suneugreek"
    ),
    Encoding("ISO-8859-8", ("iso8859_8",)): (
        "csiso88598e csisolatinhebrew hebrew iso88598 iso88598e isoir138 iso885981988 visual"
        " csiso88598i iso88598i logical"
    ),
    Encoding("ISO-8859-10", ("iso8859_10",)): "csisolatin6 iso885910 isoir157 l6 latin6",
    Encoding("ISO-8859-13", ("iso8859_13",)): "iso885913",
    Encoding("ISO-8859-14", ("iso8859_14",)): "iso885914",
    Encoding("ISO-8859-15", ("iso8859_15",)): "csisolatin9 iso885915 l9",
    Encoding("ISO-8859-16", ("iso8859_16",)): "iso885916",
    Encoding("KOI8-R", ("koi8_r",)): "cskoi8r koi koi8 koi8r",
    Encoding("KOI8-U", ("koi8_u",)): "koi8ru koi8u",
    Encoding("Macintosh", ("mac_roman",)): "csmacintosh mac macintosh macroman",
    Encoding("windows-874", ("cp874",)): "dos874 iso885911 tis620 windows874",
    Encoding("windows-1250", ("cp1250",)): "cp1250 windows1250",
    Encoding("windows-1251", ("cp1251",)): "cp1251 windows1251",
    Encoding("windows-1252", ("cp1252",)): (
        "ansix341968 ascii cp1252 cp819 csisolatin1 ibm819 iso88591 isoir100 iso885911987 l1 latin1"
        " usascii windows1252 userdefined"
    ),
    Encoding("windows-1253", ("cp1253",)): "cp1253 windows1253",
    Encoding("windows-1254", ("cp1254",)): (
        "cp1254 csisolatin5 iso88599 isoir148 iso885991989 l5 latin5 windows1254"
    ),
    Encoding("windows-1255", ("cp1255",)): "cp1255 windows1255",
    Encoding("windows-1256", ("cp1256",)): "cp1256 windows1256",
    Encoding("windows-1257", ("cp1257",)): "cp1257 windows1257",
    Encoding("windows-1258", ("cp1258",)): "cp1258 windows1258",
    Encoding("Macintosh Cyrillic", ("mac_cyrillic",)): "maccyrillic macukrainian",
    Encoding("GB 18030", ("gb18030",)): (
        "chinese csgb2312 csiso58gb231280 gb2312 gb231280 gbk isoir58 gb18030"
    ),
    Encoding("Big5", ("big5hkscs", "cp950")): "big5 big5hkscs cnbig5 csbig5 xbig5",
    Encoding("EUC-JP", ("euc_jp", "euc_jis_2004")): "cseucpkdfmtjapanese eucjp",
    Encoding("ISO-2022-JP", ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_2004")): (
        "csiso2022jp iso2022jp"
    ),
    Encoding("Shift_JIS", ("cp932", "shift_jis_2004")): (
        "csshiftjis ms932 mskanji shiftjis sjis windows31j"
    ),
    Encoding("EUC-KR", ("cp949",)): (
        "cseuckr csksc56011987 euckr isoir149 korean ksc56011987 ksc56011989 ksc5601 windows949"
    ),
    Encoding("HZ", ("hz",)): "hzgb2312",
    Encoding("ISO-2022-KR", ("iso2022_kr",)): "csiso2022kr iso2022kr",
    Encoding("UTF-16BE", ("utf-16-be",)): "unicodefffe utf16be",
    Encoding("UTF-16LE", ("utf-16-le",)): (
        "csunicode iso10646ucs2 ucs2 unicode unicodefeff utf16 utf16le"
    ),
}
_LABELS = {label: encoding for encoding, labels in ENCODINGS.items() for label in labels.split()}

# The longer marks first: that of UTF-32 begins with that of UTF-16.
MARKS = {
    codecs.BOM_UTF32_LE: Encoding("UTF-32", ("utf-32-le",)),
    codecs.BOM_UTF32_BE: Encoding("UTF-32", ("utf-32-be",)),
    codecs.BOM_UTF16_LE: Encoding("UTF-16", ("utf-16-le",)),
    codecs.BOM_UTF16_BE: Encoding("UTF-16", ("utf-16-be",)),
    b"\x84\x31\x95\x33": Encoding("GB 18030", ("gb18030",)),
}

# What can have or hide a declaration. Comments and scripts that do not end hide all the rest.
_PART = re.compile(
    rb"<!--(?:-?>|.*?(?:-->|\Z))"
    rb"|<(script|style|title|textarea|xmp|template|noscript|iframe)\b(?:.*?</\1\b|.*)"
    rb"|<meta[\s/](?P<meta>[^>]{0,2000})>"
    rb"|<(?P<body>body)\b",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    rb"""([^\s=/>"']{1,40}+)\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]*))""", re.DOTALL
)
_CHARSET = re.compile(rb"""charset\s*=\s*["']?([^\s;"']+)""", re.IGNORECASE)
_XML = re.compile(rb"""<\?xml[^>]{0,200}\sencoding\s*=\s*["']([^"'>]{1,60})["']""")


def encoding_named(label: str) -> Encoding | None:
    """The encoding that the web means by a label; None if it has none of that name."""
    plain = re.sub(r"[^a-z0-9]", "", label.lower().strip().removeprefix("x-"))
    return _LABELS.get(plain)


def declared_label(data: bytes) -> str:
    """The label of the encoding that a page declares, "" if it declares none.

    The first `<meta>` with a label that is known counts, then the XML declaration. Declarations in
    comments, in scripts and in running text do not count.
    """
    xml = _XML.match(data.lstrip()[:300])
    labels = [*_in_metas(data[:_LONG]), *([xml.group(1)] if xml else [])]
    shown = [label.decode("ascii", "replace").strip()[:60] for label in labels]
    known = (label for label in shown if encoding_named(label))
    label = next(known, shown[0] if shown else "")
    # A page in UTF-16 could not be searched for it: it is in an encoding that contains ASCII.
    found = encoding_named(label)
    return UTF8.name if found and found.name.startswith("UTF-16") else label


def _in_metas(head: bytes) -> Iterator[bytes]:
    """The labels in `<meta>` tags, up to the body or a thousand bytes."""
    body = False
    for part in _PART.finditer(head):
        body = body or bool(part["body"])
        if body and part.start() > _SHORT:
            return
        values = {
            name.lower(): double or single or bare
            for name, double, single, bare in reversed(_ATTRIBUTE.findall(part["meta"] or b""))
        }
        if values.get(b"charset"):
            yield values[b"charset"]
        elif values.get(b"http-equiv", b"").lower() == b"content-type":
            found = _CHARSET.search(values.get(b"content", b""))
            if found:
                yield found.group(1)
