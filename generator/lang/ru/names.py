"""Russian: how names of people are written, in Latin letters as well."""

from __future__ import annotations

from generator.lang.language import PersonWords

# "Юрий" is Yuri, Yury and Yuriy.
PERSONS = PersonWords(
    latin_endings="iy|yi|ij|yy|ii|y",
    patronymics=(
        "[a-zа-яё]{2,}(?:ov[iy]ch|ev[iy]ch|[oei]vna|ichna|ович|евич|овна|евна|ична)"
        "|ilyich|kuzmich|lukich|ильич|кузьмич|лукич|oglu|ogly|kyzy|qizi|оглы|кызы"
    ),
)
