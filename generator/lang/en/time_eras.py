"""English: dates whose era is written out. The parts are in `times.py`."""

from __future__ import annotations

from generator.lang.language import Rule


def _of_era(era: str, name: str, year: str, examples: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules of an era.

    era: whether its years are counted "forward" or "backward"
    name, year: patterns of its letters, and of a year with them
    examples: a year, two years, a day, a month, a century, a decade and a millennium
    """
    ordinals = "(the? ORDINAL DASH? (century | centuries)? ({to} | or))? the? ORDINAL DASH?"
    patterns = {
        "era_year": f"(the? year)? {year}",
        "era_years": f"NUMBER ({{to}} | or | SLASH) {year} | SPAN {name}",
        "era_day": f"({{month}} the? {{dayno}} | the? {{dayno}} of? {{month}}) COMMA? {year}",
        "era_month": f"{{month}} COMMA? {year}",
        "era_century": f"{ordinals} (century | centuries) {name}",
        "era_decade": f"the? (NUMBER s | DECADE) {name}",
        "era_millennium": f"{ordinals} (millennium | millennia) {name}",
    }
    return tuple(
        Rule(pattern, interpreter, example, argument=era)
        for (interpreter, pattern), example in zip(patterns.items(), examples, strict=True)
    )


ERAS = (
    *_of_era(
        "backward",
        "{bc}",
        "NUMBER {bc}",
        (
            "44 BC",
            "1400–1190 B.C.",
            "15 March 44 BC",
            "March 44 BC",
            "the 5th century BC",
            "the 440s BC",
            "the 3rd millennium BC",
        ),
    ),
    *_of_era(
        "forward",
        "{ad}",
        "({ad} NUMBER | NUMBER {ad})",
        (
            "AD 79",
            "14–37 AD",
            "24 August AD 79",
            "August AD 79",
            "the 2nd century AD",
            "the 60s AD",
            "the first millennium AD",
        ),
    ),
    Rule("{ad} NUMBER DASH NUMBER", "era_years", "AD 14–37", argument="forward"),
    # The Islamic calendar has other years.
    Rule("ah NUMBER | NUMBER ah", "nothing", "AH 622"),
    Rule("the? ORDINAL century ah", "nothing", "the 3rd century AH"),
)
