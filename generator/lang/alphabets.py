"""The order of letters by which readers of a language look names up.

Marks on letters that are no letters of their own are left out at first ("é" is "e", "ё" is "е"),
and letters of other scripts follow. Those that are not listed use the Latin letters.
"""

from __future__ import annotations

from collections.abc import Mapping

LATIN = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS: Mapping[str, str] = {
    "es": "abcdefghijklmnñopqrstuvwxyz",
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя" + LATIN,
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя" + LATIN,
}
