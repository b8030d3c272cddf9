"""The type of a language's words for who says what.

As in `generator.lang.language`, a pattern is a piece of a regular expression without groups.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.lang.words import NO_WORDS, Words
from generator.model import ClaimKind


@dataclass(frozen=True, slots=True)
class ClaimWords:
    """Words that show who says what. Words are in small letters.

    verbs: finite verbs of saying -> the kind of claim ("says", "denies", …; see `Claim.kind`)
    guarded: those that mean something else too ("reports", "added", "found"): they count with what
        is said right after them, or where they close or open what is said
    perfect: words after which a guarded participle is no less sure than a finite verb ("a dénoncé")
    participles: the same for verb forms without a subject of their own ("saying", "arguing")
    absolutes: words before a subject of such a form ("with police saying that")
    phrases: pattern -> kind, of several words that say so together ("called for")
    infinitives: verb forms after "to" or another verb ("plans to tell", "would like to emphasise")
    intends: pattern of what stands before such a form
    auxiliaries: words before a verb of saying that belong to it ("has", "also", "then")
    passives: those that make it a passive ("was")
    introductions: words that open what is said ("that", "whether")
    complements: other words with which it begins ("he", "the")
    objects: words after a verb that open what it is about ("to", "for")
    agents: words after a participle, which is then no verb of saying ("reported by")
    harmless: pattern of a verb with an object with which it says nothing ("claimed the lives")
    infinitive: the word before an infinitive ("to")
    hearers: words that open whom something is said to, right after the verb ("reporters", "the")
    tellings: verbs that may have whom something is told right after them ("told the BBC that")
    according: pattern of the words before a holder ("according to")
    put_at: pattern of a number that somebody gives, up to the word before who does ("put at 40")
    pronouns: subjects that stand for somebody
    personal: of these those that stand for one person ("he")
    impersonal: those that never do ("it")
    first_persons: those with which the speakers of a quotation mean themselves ("I", "we")
    object_pronouns: the same after a preposition ("according to him")
    nobody: words that name nobody who says something ("there", "you", "their")
    none: with what a name of a holder begins who says nothing ("no", "nobody")
    unsaid: before a subject, words that leave open whether or what it says ("whether", "what")
    relatives: words that stand for the name before them ("who")
    openers: words with which another clause begins, before which no subject reaches
    prepositions: words that open a phrase that is not the subject ("in a letter, he said")
    inner: words inside the name of a holder ("of", "for", "the")
    capital_nouns: whether nouns have capitals, so that another word ends the name of a holder
    inner_after: those that may go on with it after the verb ("said the mayor of")
    groups: nouns of a group that name somebody without an article ("police")
    determiners: words with which the name of a holder begins ("the", "a", "his")
    finite: words that are verbs, and end the search for a subject
    verb_endings: endings of verbs in small letters
    participle_endings: endings of verb forms that open no name of a holder ("coming out of")
    plural_endings: endings of nouns that name several, and need no article ("officials")
    adverb_endings: endings of adverbs, which may stand before a verb
    joins: words that join two holders ("and")
    accusations: words for what somebody denies that does not say what it is ("the allegations")
    turns: other words before a verb that shares the subject of one before it ("but")
    """

    verbs: Mapping[str, ClaimKind] = field(default_factory=dict)
    guarded: Words = NO_WORDS
    perfect: Words = NO_WORDS
    participles: Mapping[str, ClaimKind] = field(default_factory=dict)
    absolutes: Words = NO_WORDS
    phrases: Mapping[str, ClaimKind] = field(default_factory=dict)
    infinitives: Mapping[str, ClaimKind] = field(default_factory=dict)
    intends: str = ""
    auxiliaries: Words = NO_WORDS
    passives: Words = NO_WORDS
    introductions: Words = NO_WORDS
    complements: Words = NO_WORDS
    objects: Words = NO_WORDS
    agents: Words = NO_WORDS
    harmless: str = ""
    infinitive: Words = NO_WORDS
    hearers: Words = NO_WORDS
    tellings: Words = NO_WORDS
    according: str = ""
    put_at: str = ""
    pronouns: Words = NO_WORDS
    personal: Words = NO_WORDS
    impersonal: Words = NO_WORDS
    first_persons: Words = NO_WORDS
    object_pronouns: Words = NO_WORDS
    nobody: Words = NO_WORDS
    none: Words = NO_WORDS
    unsaid: Words = NO_WORDS
    relatives: Words = NO_WORDS
    openers: Words = NO_WORDS
    prepositions: Words = NO_WORDS
    inner: Words = NO_WORDS
    capital_nouns: bool = False
    inner_after: Words = NO_WORDS
    groups: Words = NO_WORDS
    determiners: Words = NO_WORDS
    finite: Words = NO_WORDS
    verb_endings: tuple[str, ...] = ()
    plural_endings: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    joins: Words = NO_WORDS
    accusations: Words = NO_WORDS
    turns: Words = NO_WORDS


def kinds(forms: Mapping[ClaimKind, str]) -> dict[str, ClaimKind]:
    """Verb forms -> the kind of claim, from a text of forms for each kind."""
    return {word: kind for kind, text in forms.items() for word in text.split()}
