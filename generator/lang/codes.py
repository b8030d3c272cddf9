"""Codes and names of languages, as sources give them.

Codes are those of BCP 47, that is of ISO 639-1 where a language has one. Those of ISO 639-2 and
639-3 are known from Unicode's CLDR, which Babel has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from generator.lang.words import words

PACKAGES = ("babel",)  # distributions whose versions can change which codes are known

# Code: the names in English and in the language itself, in small letters; "_" stands for a space.
_NAMES = {
    "af": "afrikaans", "am": "amharic አማርኛ", "ar": "arabic العربية عربي", "az": "azerbaijani azeri",
    "be": "belarusian belarussian беларуская белорусский", "bg": "bulgarian български",
    "bn": "bengali bangla বাংলা", "bs": "bosnian bosanski", "ca": "catalan català valencian",
    "cs": "czech čeština česky", "cy": "welsh cymraeg", "da": "danish dansk",
    "de": "german deutsch", "el": "greek ελληνικά modern_greek", "en": "english",
    "eo": "esperanto", "es": "spanish español castellano castilian espanol", "et": "estonian eesti",
    "eu": "basque euskara", "fa": "persian farsi فارسی", "fi": "finnish suomi",
    "fr": "french français francais", "ga": "irish gaeilge", "gl": "galician galego",
    "gu": "gujarati ગુજરાતી", "he": "hebrew עברית", "hi": "hindi हिन्दी",
    "hr": "croatian hrvatski", "hu": "hungarian magyar", "hy": "armenian հայերեն",
    "id": "indonesian bahasa_indonesia", "is": "icelandic íslenska", "it": "italian italiano",
    "ja": "japanese 日本語", "ka": "georgian ქართული", "kk": "kazakh қазақша қазақ_тілі казахский",
    "km": "khmer ខ្មែរ", "ko": "korean 한국어", "la": "latin latina", "lt": "lithuanian lietuvių",
    "lv": "latvian latviešu", "mk": "macedonian македонски", "mn": "mongolian монгол",
    "mr": "marathi मराठी", "ms": "malay bahasa_melayu", "my": "burmese မြန်မာ",
    "nb": "norwegian_bokmål bokmål norsk_bokmål", "ne": "nepali नेपाली",
    "nl": "dutch nederlands flemish", "nn": "norwegian_nynorsk nynorsk", "no": "norwegian norsk",
    "pa": "punjabi panjabi ਪੰਜਾਬੀ", "pl": "polish polski", "ps": "pashto پښتو",
    "pt": "portuguese português portugues", "ro": "romanian română moldavian",
    "ru": "russian русский", "sk": "slovak slovenčina", "sl": "slovenian slovene slovenščina",
    "so": "somali soomaali", "sq": "albanian shqip", "sr": "serbian српски srpski",
    "sv": "swedish svenska", "sw": "swahili kiswahili", "ta": "tamil தமிழ்", "te": "telugu తెలుగు",
    "tg": "tajik тоҷикӣ таджикский", "th": "thai ไทย", "tl": "tagalog", "tr": "turkish türkçe",
    "uk": "ukrainian українська украинский", "ur": "urdu اردو", "uz": "uzbek oʻzbek узбекский",
    "vi": "vietnamese tiếng_việt", "yi": "yiddish ייִדיש",
    "zh": "chinese mandarin 中文 汉语 漢語", "zu": "zulu isizulu",
}  # fmt: skip
_BY_NAME: Mapping[str, str] = {
    name.replace("_", " "): code for code, names in _NAMES.items() for name in names.split()
}
_UNDECIDED = words("und mis zxx mul unknown none")  # codes that name no single language
_CODE = re.compile(r"([a-z]{2,3})((?:-[a-z0-9]{2,8})*)")
_NEXT = re.compile(r"\s*[;,|/]\s*")


def language_code(text: str) -> str | None:
    """The code of the language that a code or a name means, of several the first.

    "" if the text says that it is undecided, None if it is not known.
    """
    # Anything but the language itself keeps its usual case: "zh-Hant", "en-GB".
    given = _NEXT.split(text.strip())[0].strip()
    plain = " ".join(given.casefold().split())
    if plain in _UNDECIDED:
        return ""
    if plain in _BY_NAME:
        return _BY_NAME[plain]
    found = _CODE.fullmatch(plain.replace("_", "-"))
    base = _base(found[1]) if found else ""
    if not found or not base:
        return None
    rest = found[2]
    return base + "".join(f"-{_usual_case(part)}" for part in rest.split("-")[1:])


def _usual_case(part: str) -> str:
    """A script as "Hant", a region as "GB"."""
    if len(part) == 4 and part.isalpha():
        return part.title()
    return part.upper() if len(part) == 2 else part


def _base(code: str) -> str:
    """The shortest code of a language; "" if the code is not known."""
    if code in _NAMES:
        return code
    aliases, known = _cldr()
    other = aliases.get(code, "")
    if other and (len(code) == 3 or code not in known):
        return other.replace("_", "-")
    return code if code in known else ""


@cache
def _cldr() -> tuple[Mapping[str, str], frozenset[str]]:
    """Other codes for the same language, and all codes that are known."""
    from babel.core import Locale, get_global  # slow, and seldom needed

    return get_global("language_aliases"), frozenset(Locale("en").languages)
