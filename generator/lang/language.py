"""The types of the data that make up a language.

Nothing here computes: what a stage does with these words is written in the stage. A field that a
language leaves out is empty, and the stage then does without.

Where a field is called a pattern, it is a piece of a regular expression without groups of its own:
words separated by "|".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.lang.claim_words import ClaimWords
from generator.lang.event_words import (
    ContextWords,
    NowadaysWords,
    ReportingWords,
    StatusWords,
    UneventfulWords,
)
from generator.lang.figure_words import FigureWords
from generator.lang.name_words import NameWords
from generator.lang.words import NO_WORDS, Words


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a time.

    pattern: a row of word classes and words; `generator.analyse.times.rules` explains it
    interpreter: the name of the function in `generator.analyse.times.interpreters` that says what
        a match means
    example: a phrase that the pattern matches; a test checks it
    after, not_after, not_before, only_before: what must or must not be right beside the match
    argument: what an interpreter for many rules needs to know, such as which holiday it is
    """

    pattern: str
    interpreter: str
    example: str
    after: str = ""
    not_after: str = ""
    not_before: str = ""
    only_before: str = ""
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Prefix:
    """Words before a time that qualify it ("early", "about", "the end of").

    pattern: as in `Rule`, without what is beside it
    modality: as in `TimeExpression.modality`
    kinds: what it can qualify: "calendar", "duration", "amount" (one with a number) or "any"
    """

    pattern: str
    modality: str
    kinds: str


@dataclass(frozen=True, slots=True)
class TimeRules:
    """How a language writes times.

    words: class -> word -> its value; `generator.lang.en.time_words` lists the classes
    proper: the same for words that count only with a capital
    rules: the patterns, the first of two equally long matches first
    prefixes: words before a time that qualify it
    numbers: patterns of numbers written in several words
    parts: name -> pattern, for "{name}" in the patterns
    day_first: whether 3/4/2024 is 3 April where the text does not settle it
    endings: verb ending -> tense (-2 past, 1 future)
    open_before: preposition -> modality ("since" -> "after")
    ranges: the word before a range ("": any) and the word between its ends
    date_prepositions: words between a year and a date in it ("In 2010, on 3 May")
    clock_prepositions: words that make the figures after them a time of day ("at 21:14")
    zone_words: pattern of what makes four figures a time of day, beside the names of time zones
    ordinal_endings: pattern of what makes figures an ordinal ("22nd")
    decade_endings: pattern of what makes figures a decade ("1990s")
    after_apostrophes: pattern of what an apostrophe joins to the word before it; in the tables the
        apostrophe is then U+02BC
    plural: pattern of a noun in the plural, as far as its form shows it
    """

    words: Mapping[str, Mapping[str, object]]
    proper: Mapping[str, Mapping[str, object]]
    rules: Sequence[Rule]
    prefixes: Sequence[Prefix] = ()
    numbers: Sequence[str] = ()
    parts: Mapping[str, str] = field(default_factory=dict)
    day_first: bool = True
    endings: Mapping[str, int] = field(default_factory=dict)
    open_before: Mapping[str, str] = field(default_factory=dict)
    ranges: frozenset[tuple[str, str]] = frozenset()
    date_prepositions: Words = NO_WORDS
    clock_prepositions: Words = NO_WORDS
    zone_words: str = ""
    ordinal_endings: str = ""
    decade_endings: str = ""
    after_apostrophes: str = ""
    plural: str = "(?!)"


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """Abbreviations that end in a full stop, here without it, and words that open sentences.

    An abbreviation of several words stands here without spaces: "т.е" for "т. е.".

    never: do not end a sentence, as a name follows ("Gen. Petrov")
    numbered: do not end one before a figure ("No. 5"); elsewhere they are ordinary words
    lettered: do not end one before a letter or a Roman number ("Fig. A", "vol. II")
    seldom: may end one; the next word decides
    capital: the same, but only when written with a capital ("Ill. Route 4", but "He fell ill.")
    starters: words that, with a capital, open a sentence rather than go on with a name
    openings: words in small letters that open names, and so may open a sentence ("de Gaulle")
    ordinals: whether a full stop makes a figure an ordinal ("21. Oktober")
    before_hyphens: first parts of words that are spelled with a hyphen ("well-known")
    after_hyphens: words before which a part of a word is left out ("pre- and post-war")
    captions: words before the number of a picture or a table ("Table 1.")
    """

    never: Words = NO_WORDS
    numbered: Words = NO_WORDS
    lettered: Words = NO_WORDS
    seldom: Words = NO_WORDS
    capital: Words = NO_WORDS
    starters: Words = NO_WORDS
    openings: Words = NO_WORDS
    ordinals: bool = False
    before_hyphens: Words = NO_WORDS
    after_hyphens: Words = NO_WORDS
    captions: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class RoleWords:
    """What a source calls people beside their names. All but the sets are regular expressions.

    roles: words for offices and occupations
    plurals: their plurals, each with its role, which must be the beginning of it; where it is not,
        a role would not be found in its sentence
    modifiers: words that may precede a role and belong to it
    openers: words that begin a sentence with a capital and are not a part of a role
    also_verbs: words for roles that are roles only where a word before them shows it: "they star"
    awards: words of prizes, which are not roles: "best actor"
    determiners: words after which a word that is not known belongs to the role behind it
    articles: words before a role after a name that do not belong to it ("Ann Lee, then mayor")
    owners: words before a role in front of a name ("its director, Ann Lee"), with both capitals
    prepositions, inner_prepositions: join a role to what it is of, after and before a name
    place_prepositions: open a phrase that says where something happened, with both capitals
    whose: the words of a role that only says what it is of ("Ann Lee, of the Red Cross,")
    appoints: verbs between which and `in_the_office` a name has the role that follows
    becomes: what stands between a name and its role in a sentence of its own ("Ann Lee became")
    in_the_office: joins a role to a name ("as")
    joins: between two roles of one person, and two names that share a role ("and")
    verb_endings: of words that belong to no role
    ends: words that end what a role is of
    """

    roles: Words
    plurals: Mapping[str, str]
    modifiers: Words
    openers: Words
    also_verbs: Words
    awards: Words
    determiners: Words
    articles: str
    owners: str
    prepositions: str
    inner_prepositions: str
    place_prepositions: str
    whose: str
    appoints: str
    becomes: str
    in_the_office: str
    joins: str
    verb_endings: tuple[str, ...]
    ends: str


@dataclass(frozen=True, slots=True)
class Demonyms:
    """Words such as "Russian" that lead to a country without naming it.

    countries: country -> its words, with their capitals
    not_after: words after which they mean something else ("South African")
    """

    countries: Mapping[str, Sequence[str]] = field(default_factory=dict)
    not_after: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class PersonWords:
    """Words by which names of people are compared.

    high_offices: offices that few people hold at a time
    sovereigns: titles with which somebody is called by the first name ("King John")
    not_held: words before an office that somebody does not hold, or no longer ("former", "vice")
    role_prepositions: pattern of the words after which a role says what it is of
    women, men: titles, occupations and relatives that are women alone, and men alone
    she, he: patterns of the pronouns for a woman and for a man as the subject
    courtesies: titles that are not part of a name, even where it begins with one ("Lady Gray")
    short_courtesies: those that are an initial but for what follows ("M. Thiers")
    courtesies_behind: those that stand behind the name ("Gordon Pasha")
    bare_titles: titles and relatives that alone are not the name of anybody in particular
    kin: relatives, of whom one may have the name of the other
    elders: pattern of what is put behind one of two people of the same name
    ranks: those of armies and police forces; the short ones with the long
    groups: after a name, they make it that of a family or a people ("dynasty")
    given_names: common first names, which are hardly ever surnames
    womens_names, mens_names: first names of women alone, and of men alone
    nicknames: usual short forms of first names -> those of which they are
    born, died: patterns of the words between a name and a year of birth or death
    generations: set a son apart from his father ("jr")
    particles: small words that open a surname
    middle_particles: those that follow a first name of one word
    half_names: pattern of first names that are mostly half of one ("Abd al-Rahman")
    latin_endings: pattern of how the ending of names is spelled in Latin letters, all alike
    patronymics: pattern of names made from the father's, in small letters; after them stands the
        surname, or before the first name
    """

    high_offices: Sequence[str] = ()
    sovereigns: Words = NO_WORDS
    not_held: Words = NO_WORDS
    role_prepositions: str = ""
    women: Words = NO_WORDS
    men: Words = NO_WORDS
    she: str = ""
    he: str = ""
    courtesies: Words = NO_WORDS
    short_courtesies: Words = NO_WORDS
    courtesies_behind: Words = NO_WORDS
    bare_titles: Words = NO_WORDS
    kin: Words = NO_WORDS
    elders: str = ""
    ranks: Mapping[str, str] = field(default_factory=dict)
    groups: Words = NO_WORDS
    given_names: Words = NO_WORDS
    womens_names: Words = NO_WORDS
    mens_names: Words = NO_WORDS
    nicknames: Mapping[str, Sequence[str]] = field(default_factory=dict)
    born: str = ""
    died: str = ""
    generations: Words = NO_WORDS
    particles: Words = NO_WORDS
    middle_particles: Words = NO_WORDS
    half_names: str = ""
    latin_endings: str = ""
    patronymics: str = ""


@dataclass(frozen=True, slots=True)
class OrganisationWords:
    """Words by which names of organisations are compared.

    well_known: names of one organisation that everybody uses, the usual one first
    legal_endings: pattern of endings that only give the legal form, with the space before them
    plurals: endings that make a name a plural, each with what stands there in the singular
    party: pattern of the words for a party behind its name
    party_people: pattern of what only a party's name has right behind it ("MPs")
    kinds: last words that only say what it is
    generic: last words that say what it is, but also tell two apart
    countries: names of countries that may precede an organisation's name
    parts: pattern of words for a branch
    part_endings: pattern of further words with which a branch's name may end
    part_prepositions: pattern of what stands between a branch and the whole
    small_words: words that have no letter in the initials
    described: pattern of what only an organisation has right before its name: its kind ("the bank
        X"), or what it has or does ("shares in X")
    described_behind: pattern of the same right behind its name
    named_like_people: forms of names of firms and newspapers that look like a person's or a place's
    """

    well_known: Sequence[Sequence[str]] = ()
    legal_endings: str = ""
    plurals: Sequence[tuple[str, str]] = ()
    party: str = "(?!)"
    party_people: str = "(?!)"
    kinds: Words = NO_WORDS
    generic: Words = NO_WORDS
    countries: Sequence[str] = ()
    parts: str = ""
    part_endings: str = ""
    part_prepositions: str = ""
    small_words: Words = NO_WORDS
    described: str = ""
    described_behind: str = ""
    named_like_people: Words = NO_WORDS


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words by which names of places are compared.

    initials: names written by their initials as often as in full -> the full name
    abbreviations: place -> its usual abbreviations
    capital_forms: abbreviations that are one only with these capitals -> their form
    vague: pattern of names of parts of the world that are too large for a dot on a map
    natural: pattern of names of seas, rivers and the like, never the regions called after them
    kinds_before, kinds_after: patterns of words for a kind of place, as in "city of X" and
        "X county"
    kind_preposition: pattern of what stands between such a kind and the name
    kinds_of_regions: those of the kinds that are never a town
    city_endings: last words of a city's name that are often left out
    postal: region -> its abbreviations, with their capitals, behind a town's name
    inside: pattern of the word between a town and its region, as in "Paris in Texas"
    joiners: pattern of the words before the last name in a list
    prepositions: pattern of the words before a place where something happens
    described, described_behind: patterns of words beside the name of a building, such as a hotel
    common: ordinary words that are names of towns, too
    titles: pattern of the words before a place that is a part of somebody's title ("Duke of")
    """

    initials: Mapping[str, str] = field(default_factory=dict)
    abbreviations: Mapping[str, Sequence[str]] = field(default_factory=dict)
    capital_forms: Mapping[str, str] = field(default_factory=dict)
    vague: str = ""
    natural: str = "(?!)"
    kinds_before: str = ""
    kinds_after: str = ""
    kind_preposition: str = ""
    kinds_of_regions: Words = NO_WORDS
    city_endings: Words = NO_WORDS
    postal: Mapping[str, Sequence[str]] = field(default_factory=dict)
    inside: str = ""
    joiners: str = ""
    prepositions: str = ""
    described: str = ""
    described_behind: str = ""
    common: Words = NO_WORDS
    titles: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """All that is particular to one language.

    code: ISO 639, "en"
    sentences: where sentences end
    times: how times are written; None: none are found
    status: what was done, planned, uncertain or denied; None: only dates decide
    reporting: which dates are those of the report
    uneventful: which dates tell of nothing that happened
    nowadays: where "today" means these days
    context: which sentences do not make sense alone
    figures: numbers and what they count
    claims: who says what
    names: names in a text
    roles: what people are called; None: roles are not looked for
    demonyms: words for countries
    persons, organisations, places: how names are compared
    stop_words: say nothing about what a sentence is about
    grammar: words of grammar, which a search need not find
    word_endings: pattern of endings that do not make another word
    months: the names of the months, with capitals as within a sentence
    declensions: how names end in each case, the base form first; "_" is nothing
    endings: of words, by which the search knows forms of one where no Snowball stemmer does
    """

    code: str
    sentences: SentenceRules
    times: TimeRules | None = None
    status: StatusWords | None = None
    reporting: ReportingWords = field(default_factory=ReportingWords)
    uneventful: UneventfulWords = field(default_factory=UneventfulWords)
    nowadays: NowadaysWords = field(default_factory=NowadaysWords)
    context: ContextWords = field(default_factory=ContextWords)
    figures: FigureWords = field(default_factory=FigureWords)
    claims: ClaimWords = field(default_factory=ClaimWords)
    names: NameWords = field(default_factory=NameWords)
    roles: RoleWords | None = None
    demonyms: Demonyms = Demonyms()
    persons: PersonWords = PersonWords()
    organisations: OrganisationWords = OrganisationWords()
    places: PlaceWords = PlaceWords()
    stop_words: Words = NO_WORDS
    grammar: Words = NO_WORDS
    word_endings: str = ""
    months: Sequence[str] = ()
    declensions: Sequence[str] = ()
    endings: frozenset[str] = frozenset()
