"""Letters of clock times, which are the same in all languages: a.m., p.m. and time zones."""

from __future__ import annotations

# Patterns: "am" or "a.m" in small letters, and "a.m." in any; "am" alone may be a verb.
HALF_OF_DAY = r"[ap]\.?m"
DOTTED_HALF_OF_DAY = r"[AaPp]\.\ ?[Mm]\b\.?"
# As a pattern, for what dispatches and clock times are marked with.
ZONES = "[ECMP][SD]T|GMT|BST|UTC|CET|CEST|MSK"
# Those that a tagger takes for names where they follow a time of day.
AFTER_CLOCK = frozenset(
    "BST CET CEST EET MSK IST JST ET EST EDT CT CST CDT MT MST MDT PT PST PDT".split()  # noqa: SIM905
)
GREENWICH = frozenset({"GMT", "UTC"})
# Those that are never a name.
ALWAYS = frozenset({"GMT", "UTC", "EDT", "CDT", "MDT", "PDT", "CEST", "EEST"})
