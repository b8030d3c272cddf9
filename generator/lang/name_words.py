"""The type of the words in and around names in a text; see `generator.lang.language`."""

from __future__ import annotations

from dataclasses import dataclass

from generator.lang.words import NO_WORDS, Words


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words in and around names.

    titles: precede a person's name and are not part of it
    honorifics: pattern of titles that only a person has, before the name
    peers: pattern of titles before a place that make a person's name ("Duke of")
    sees: the same for offices in a church, where the place alone stays one ("Bishop of")
    named_after: last words of the names of things that are named after people
    joined_titles: those of them that mostly are when they precede a name in a text
    particles: words in small letters inside names ("de", "bin")
    never: are not names by themselves
    never_but: those of them that are when written with these capitals
    peoples, regions: "russian", and what may precede it ("south")
    place_words, plain_places: last words of places' names; those that nothing else ends in
    organisation_words, organisation_openings: last and first words of organisations' names
    ordinary: pattern of words that only begin a sentence as names do ("Labour costs rose")
    whole_names: pattern of names of which the first word alone is another ("Liberal Democrat")
    churches: pattern of the names of churches as bodies, not buildings ("Roman Church")
    storms: pattern of words before the name of a storm
    shortened: pattern of last words of names that end in a full stop, with their capitals
    contractions: pattern of what an apostrophe may join to a word that is not part of a name
    possessive, plural_possessive: patterns of what makes a name a possessive, and of what does
        after its last "s"
    open_ends: pattern of words with which no name ends
    after_number: pattern of the words after a ruler's number ("Charles V of Spain")
    article: the word before a name that is left out when names are compared
    surname_openings: pattern of first parts of surnames that are written as one word ("MacArthur")
    services: names, with their capitals, that anybody knows whatever is said of them ("Facebook")
    dealings: pattern of words before firms, in which two words may be one ("told WhatsApp")
    disputed, states: patterns of what is said before an organisation's name and of its last words
        ("the so-called Islamic State")
    ships, ship_prefixes: patterns of words before the name of a ship, and of those that begin one
    """

    titles: Words = NO_WORDS
    honorifics: str = ""
    peers: str = "(?!)"
    sees: str = "(?!)"
    named_after: Words = NO_WORDS
    joined_titles: Words = NO_WORDS
    particles: Words = NO_WORDS
    never: Words = NO_WORDS
    never_but: Words = NO_WORDS
    peoples: Words = NO_WORDS
    regions: Words = NO_WORDS
    place_words: Words = NO_WORDS
    plain_places: Words = NO_WORDS
    organisation_words: Words = NO_WORDS
    organisation_openings: Words = NO_WORDS
    ordinary: str = "(?!)"
    whole_names: str = "(?!)"
    churches: str = "(?!)"
    storms: str = ""
    shortened: str = ""
    contractions: str = ""
    possessive: str = ""
    plural_possessive: str = ""
    surname_openings: str = "(?!)"
    services: Words = NO_WORDS
    dealings: str = "(?!)"
    disputed: str = "(?!)"
    states: str = "(?!)"
    ships: str = "(?!)"
    ship_prefixes: str = "(?!)"
    open_ends: str = ""
    after_number: str = ""
    article: str = ""
