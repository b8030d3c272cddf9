"""Words like "Russian" that lead to a country without naming it.

They are no mentions of the country: "a Russian court" says whose the court is, not what Russia did.
A source page links them, and the country's page counts them apart. Words that two countries share
("Congolese"), or a country and another place ("Georgian"), are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from generator.model import Document, Mention, Provenance, base_language

_WORDS = {
    "Afghanistan": "Afghan", "Albania": "Albanian", "Algeria": "Algerian", "Angola": "Angolan",
    "Argentina": "Argentine Argentinian", "Armenia": "Armenian", "Australia": "Australian",
    "Austria": "Austrian", "Azerbaijan": "Azerbaijani", "Bahrain": "Bahraini",
    "Bangladesh": "Bangladeshi", "Belarus": "Belarusian", "Belgium": "Belgian",
    "Bolivia": "Bolivian", "Bosnia and Herzegovina": "Bosnian", "Brazil": "Brazilian",
    "Bulgaria": "Bulgarian", "Cambodia": "Cambodian", "Cameroon": "Cameroonian",
    "Canada": "Canadian", "Chad": "Chadian", "Chile": "Chilean", "China": "Chinese",
    "Colombia": "Colombian", "Croatia": "Croatian", "Cuba": "Cuban", "Cyprus": "Cypriot",
    "Czech Republic": "Czech", "Denmark": "Danish", "Ecuador": "Ecuadorean Ecuadorian",
    "Egypt": "Egyptian", "Eritrea": "Eritrean", "Estonia": "Estonian", "Ethiopia": "Ethiopian",
    "Finland": "Finnish", "France": "French", "Germany": "German", "Ghana": "Ghanaian",
    "Greece": "Greek", "Guatemala": "Guatemalan", "Haiti": "Haitian", "Honduras": "Honduran",
    "Hungary": "Hungarian", "Iceland": "Icelandic", "India": "Indian",
    "Indonesia": "Indonesian", "Iran": "Iranian", "Iraq": "Iraqi", "Ireland": "Irish",
    "Israel": "Israeli", "Italy": "Italian", "Jamaica": "Jamaican", "Japan": "Japanese",
    "Jordan": "Jordanian", "Kazakhstan": "Kazakh Kazakhstani", "Kenya": "Kenyan",
    "Kosovo": "Kosovar", "Kuwait": "Kuwaiti", "Kyrgyzstan": "Kyrgyz", "Laos": "Laotian",
    "Latvia": "Latvian", "Lebanon": "Lebanese", "Liberia": "Liberian", "Libya": "Libyan",
    "Lithuania": "Lithuanian", "Malaysia": "Malaysian", "Mali": "Malian", "Malta": "Maltese",
    "Mexico": "Mexican", "Moldova": "Moldovan", "Mongolia": "Mongolian",
    "Montenegro": "Montenegrin", "Morocco": "Moroccan", "Mozambique": "Mozambican",
    "Myanmar": "Burmese", "Namibia": "Namibian", "Nepal": "Nepalese Nepali",
    "Netherlands": "Dutch", "Nicaragua": "Nicaraguan", "Nigeria": "Nigerian",
    "North Korea": "North_Korean", "North Macedonia": "Macedonian", "Norway": "Norwegian",
    "Oman": "Omani", "Pakistan": "Pakistani", "Panama": "Panamanian",
    "Paraguay": "Paraguayan", "Peru": "Peruvian", "Philippines": "Philippine Filipino",
    "Poland": "Polish", "Portugal": "Portuguese", "Qatar": "Qatari", "Romania": "Romanian",
    "Russia": "Russian", "Rwanda": "Rwandan", "Saudi Arabia": "Saudi",
    "Senegal": "Senegalese", "Serbia": "Serbian", "Singapore": "Singaporean",
    "Slovakia": "Slovak", "Slovenia": "Slovenian", "Somalia": "Somali",
    "South Africa": "South_African", "South Korea": "South_Korean", "Spain": "Spanish",
    "Sri Lanka": "Sri_Lankan", "Sudan": "Sudanese", "Sweden": "Swedish",
    "Switzerland": "Swiss", "Syria": "Syrian", "Taiwan": "Taiwanese",
    "Tajikistan": "Tajik Tajikistani", "Tanzania": "Tanzanian", "Thailand": "Thai",
    "Tunisia": "Tunisian", "Turkey": "Turkish", "Turkmenistan": "Turkmen",
    "Uganda": "Ugandan", "Ukraine": "Ukrainian", "United Kingdom": "British",
    "United States": "American", "Uruguay": "Uruguayan", "Uzbekistan": "Uzbek",
    "Venezuela": "Venezuelan", "Vietnam": "Vietnamese", "Yemen": "Yemeni",
    "Zambia": "Zambian", "Zimbabwe": "Zimbabwean",
}  # fmt: skip
_COUNTRY = {
    word.replace("_", " "): country for country, words in _WORDS.items() for word in words.split()
}
_ELSEWHERE = (
    r"(?<!South )(?<!North )(?<!Latin )(?<!Central )(?<!African )(?<!Northern )(?<!New )"
    r"(?<!Inner )(?<!American )(?<!Native )(?<!-)"
)
_ADJECTIVE = re.compile(
    rf"\b{_ELSEWHERE}(?:{'|'.join(sorted(_COUNTRY, key=lambda w: (-len(w), w)))})\b"
)


def find_adjectives(document: Document, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The words of an English document that lead to a country, outside of any name.

    The `name` of each is the country's. Words within a name ("Russian Orthodox Church") are part
    of it.
    """
    if base_language(document.language) != "en":
        return ()
    return tuple(_found(document, [(m.provenance.start, m.provenance.end) for m in mentions]))


def _found(document: Document, taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    for passage in document.passages:
        for sentence in passage.sentences:
            for match in _ADJECTIVE.finditer(document.text, sentence.start, sentence.end):
                before = bisect_right(taken, match.start(), key=lambda span: span[0]) - 1
                inside = before >= 0 and taken[before][1] > match.start()
                if not inside:
                    where = Provenance(
                        document.id, passage.number, match.start(), match.end(), sentence.anchor
                    )
                    yield Mention(match.group(), "place", _COUNTRY[match.group()], where)
