"""Tests of the tagger of names and of the repair over a document; all texts are made up here."""

from __future__ import annotations

import itertools
import json
import random
import time

import numpy as np
import pytest

from generator.analyse.names import consistency, tagger
from generator.analyse.names.consistency import repair
from generator.analyse.names.spans import Span
from generator.analyse.names.tagger import Tagger
from generator.config import read_config
from generator.engine.single_text import text_analyser


@pytest.fixture(scope="module")
def names() -> Tagger:
    return Tagger()


def sentences(text: str) -> list[tuple[int, int]]:
    """Every line is a sentence."""
    out, at = [], 0
    for line in text.splitlines(keepends=True):
        out.append((at, at + len(line)))
        at += len(line)
    return out


def found(tagger_: Tagger, text: str) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.type) for s in tagger_.tag(text, sentences(text))]


def spans(text: str, *names_: tuple[str, str]) -> list[Span]:
    """Spans of the first occurrence of each name after the one before."""
    out, at = [], 0
    for name, kind in names_:
        start = text.index(name, at)
        at = start + len(name)
        out.append(Span(start, at, kind, 0.9))
    return out


def repaired(text: str, *names_: tuple[str, str]) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.type) for s in repair(text, spans(text, *names_))]


# the tagger


def test_plain_sentence(names):
    text = "Maria Lindqvist flew from Oslo to Nairobi to meet officials of the World Bank."
    assert found(names, text) == [
        ("Maria Lindqvist", "PER"),
        ("Oslo", "LOC"),
        ("Nairobi", "LOC"),
        ("World Bank", "ORG"),
    ]


def test_no_names(names):
    assert found(names, "The weather was fine and nobody wanted to go home.\n") == []


def test_headline_in_capitals(names):
    assert ("BERLIN", "LOC") in found(names, "TALKS IN BERLIN END WITHOUT A DEAL\n")


def test_offsets_are_code_points(names):
    text = "🎉🎉 Émile Durand lives in Zürich 🎉.\n"
    assert found(names, text) == [("Émile Durand", "PER"), ("Zürich", "LOC")]


def test_spans_stay_in_their_sentences(names):
    text = "He moved to New\nYork Street was closed.\n"
    for span in names.tag(text, sentences(text)):
        assert "\n" not in text[span.start : span.end]


def test_same_result_twice_and_scores(names):
    text = "Anna Okafor of Lagos leads the Red Cross team.\n" * 30
    first = names.tag(text, sentences(text))
    assert first == names.tag(text, sentences(text))
    assert all(0 < s.score <= 1 and 0 <= s.start < s.end <= len(text) for s in first)
    assert list(first) == sorted(first)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n\n",
        "\x00\x01\ufffe\uffff",
        "\ud800 lone surrogate \udfff",
        "[CLS] [SEP] [MASK] [PAD] [UNK]",
        "a\u0301" * 400,
        "\u200d\u200b\u2060" * 200,
        "東京都の天気は晴れです。",
        "مرحبا بالعالم",
        "x" * 5000,
        "." * 3000,
        "Word " * 3000,
        "ﬀ ŉ ǰ ß İ ı K",
        "👩‍👩‍👧‍👦" * 100,
        "\u0301\u0302\u0303",
        "I.J.K.L.M." * 300,
    ],
)
def test_any_text(names, text):
    result = names.tag(text, [(0, len(text))])
    assert all(0 <= s.start < s.end <= len(text) for s in result)
    repair(text, result)


def test_random_unicode(names):
    rng = random.Random(7)
    for _ in range(40):
        text = "".join(chr(rng.randrange(0x110000)) for _ in range(rng.randrange(200)))
        cuts = sorted(rng.randrange(len(text) + 1) for _ in range(4))
        repair(text, names.tag(text, list(itertools.pairwise(cuts))))


def test_no_sentences(names):
    assert names.tag("Paris is large.", []) == ()


def test_special_words_are_text(names):
    text = "[SEP] Paris [SEP]"
    assert ("Paris", "LOC") in found(names, text)


def test_linear_time(names):
    line = "Peter Novak of Prague wrote to the European Commission about Kenya.\n"

    def seconds(count: int) -> float:
        text = line * count
        start = time.process_time()
        repair(text, names.tag(text, sentences(text)))
        return time.process_time() - start

    # The best of several: other work on the machine only ever adds.
    few, many = (min(seconds(count) for _ in range(2)) for count in (50, 200))
    assert many < 14 * max(few, 0.05)


def test_digest_of_the_files():
    import hashlib

    about = json.loads((tagger.MODELS / "names.json").read_text(encoding="utf-8"))
    for name, digest in about["sha256"].items():
        assert hashlib.sha256((tagger.MODELS / name).read_bytes()).hexdigest() == digest


def test_files_of_another_version(tmp_path):
    (tmp_path / "names.json").write_text('{"labels": [], "shapes": []}', encoding="utf-8")
    with pytest.raises(ValueError, match=r"names.json"):
        Tagger(tmp_path)


# its parts


@pytest.mark.parametrize(
    ("word", "following", "shape"),
    [
        ("word", " ", "lower"),
        ("Word", " ", "capitalised"),
        ("WORD", " ", "capitals"),
        ("W", " ", "letter"),
        ("W", ".", "initial"),
        ("McWord", "", "mixed"),
        ("iWord", "", "mixed"),
        ("東", "", "uncased"),
        ("12", "", "digits"),
        ("12th", "", "alphanumeric"),
        ("-", "", "mark"),
        ("é", "", "lower"),
        ("É", "", "letter"),
        ("e\u0301t", "", "lower"),
        ("\u0301", "", "mark"),
    ],
)
def test_shapes(word, following, shape):
    assert tagger.SHAPES[tagger.shape_of(word, following)] == shape


def test_viterbi_keeps_to_valid_sequences():
    rng = np.random.default_rng(3)
    for _ in range(50):
        scores = tagger.log_softmax(rng.normal(size=(12, 7)).astype(np.float32) * 3)
        before = 0
        for tag in tagger.viterbi(scores):
            assert tagger.TRANSITIONS[before, tag] == 0
            before = tag


def test_viterbi_against_all_sequences():
    rng = np.random.default_rng(4)
    for _ in range(5):
        scores = tagger.log_softmax(rng.normal(size=(4, 7)))
        best, value = None, -1e99
        for tags in itertools.product(range(7), repeat=4):
            total = sum(scores[k, t] for k, t in enumerate(tags)) + tagger.BEGIN[tags[0]]
            total += sum(tagger.TRANSITIONS[a, b] for a, b in itertools.pairwise(tags))
            if total > value:
                best, value = list(tags), total
        assert tagger.viterbi(scores) == best


def test_long_parts_are_cut_at_words():
    first = [k % 3 == 0 for k in range(30)]
    parts = list(tagger.cut(first, 0, 30, 10))
    assert parts == [(0, 9), (9, 18), (18, 27), (27, 30)]
    assert list(tagger.cut([True] + [False] * 24, 0, 25, 10)) == [(0, 10), (10, 20), (20, 25)]


def test_windows_hold_neighbours():
    windows = tagger.windows_of([(0, 10), (10, 20), (20, 50), (50, 60)], 42)
    assert [w.parts for w in windows] == [[(0, 10), (10, 20)], [(20, 50)], [(50, 60)]]
    assert [w.size for w in windows] == [23, 32, 12]


# the repair over the document


def test_titles_go():
    assert repaired("So President Ana Ruiz said.", ("President Ana Ruiz", "PER")) == [
        ("Ana Ruiz", "PER")
    ]
    assert repaired("So Adm. Kim said.", ("Adm. Kim", "PER")) == [("Kim", "PER")]
    assert repaired("So Dr. Kim said.", ("Dr. Kim", "PER")) == [("Kim", "PER")]
    assert repaired("So spokeswoman Lee said.", ("spokeswoman Lee", "PER")) == [("Lee", "PER")]


def test_particles_stay():
    text = "It was van der Berg who spoke."
    assert repaired(text, ("van der Berg", "PER")) == [("van der Berg", "PER")]


def test_possessive_and_marks_go():
    assert repaired("“Kenya’s” coast", ("“Kenya’s”", "LOC")) == [("Kenya", "LOC")]
    assert repaired("(Oslo) is cold", ("(Oslo)", "LOC")) == [("Oslo", "LOC")]


def test_words_are_completed():
    assert repaired("Near Hawai'i again", ("Hawai", "LOC")) == [("Hawai'i", "LOC")]
    assert repaired("At AT&T today", ("AT&", "ORG")) == [("AT&T", "ORG")]
    assert repaired("The U.S. said", ("U.S", "LOC")) == [("U.S.", "LOC")]
    assert repaired("Paris's mayor", ("Paris", "LOC")) == [("Paris", "LOC")]


def test_bank_of_somewhere():
    text = "The Bank of Ruritania fell."
    assert repaired(text, ("Bank of", "ORG"), ("Ruritania", "LOC")) == [
        ("Bank of Ruritania", "ORG")
    ]
    assert repaired("The Friends of nobody.", ("Friends of", "ORG")) == [("Friends", "ORG")]


def test_no_names_of_their_own():
    text = "On Monday she told Russian guests."
    assert repaired(text, ("Monday", "LOC"), ("she", "PER"), ("Russian", "LOC")) == []


def test_peoples_of_a_region_are_no_places():
    text = "South African fans and South Koreans saw a Texan in South Africa."
    found = [(n, "LOC") for n in ("South African", "South Koreans", "Texan", "South Africa")]
    assert repaired(text, *found) == [("South Africa", "LOC")]


def test_time_zones_are_no_names():
    text = "At 2:51 pm EDT and 1600 GMT they met. In 2019 MSK opened; the EST met at 5 p.m. EST."
    found = [(name, "ORG") for name in ("EDT", "GMT", "MSK", "EST")]
    assert repaired(text, *found) == [("MSK", "ORG"), ("EST", "ORG")]


def test_last_word_tells_the_type():
    assert repaired("The Blue River rose", ("Blue River", "ORG")) == [("Blue River", "LOC")]
    assert repaired("The Ethics Committee met", ("Ethics Committee", "LOC")) == [
        ("Ethics Committee", "ORG")
    ]


def test_votes():
    text = "Tarn rose. Tarn fell. Tarn stayed."
    assert (
        repaired(text, ("Tarn", "ORG"), ("Tarn", "ORG"), ("Tarn", "LOC")) == [("Tarn", "ORG")] * 3
    )


def test_surname_follows_full_name():
    text = "Ada Brandt came. Brandt spoke. Later Brandt left."
    assert repaired(text, ("Ada Brandt", "PER"), ("Brandt", "LOC")) == [
        ("Ada Brandt", "PER"),
        ("Brandt", "PER"),
        ("Brandt", "PER"),
    ]


def test_found_once_is_found_everywhere():
    text = "Quorra Systems grew. Then Quorra Systems sank; Quorra Systemsware did not."
    assert repaired(text, ("Quorra Systems", "ORG")) == [("Quorra Systems", "ORG")] * 2


def test_common_words_are_not_spread():
    text = "Hope came home. There is hope. Hope is a town."
    assert repaired(text, ("Hope", "PER")) == [("Hope", "PER")]


def test_case_counts():
    text = "Delta Works is big. The delta works well. DELTA WORKS"
    assert repaired(text, ("Delta Works", "ORG")) == [("Delta Works", "ORG")]


def test_repair_is_linear():
    def seconds(count: int) -> float:
        text = "".join(f"John Doe{k} met John Roe{k}. " for k in range(count))
        every = [
            Span(m.start(), m.end(), "PER", 0.9) for m in consistency.re.finditer(r"John \w+", text)
        ]
        start = time.process_time()
        repair(text, every)
        return time.process_time() - start

    few, many = (min(seconds(count) for _ in range(3)) for count in (1000, 4000))
    assert many < 14 * max(few, 0.01)


def test_repair_again_changes_nothing():
    text = "President Ana Ruiz of the Bank of Chile. Ruiz left Chile's capital."
    once = repair(text, spans(text, ("President Ana Ruiz", "PER"), ("Bank of", "ORG")))
    assert [s[:3] for s in repair(text, once)] == [s[:3] for s in once]


def test_a_storm_is_nobody():
    text = "Hurricane Alex came ashore. Later Alex grew weaker, said Ann Lee."
    names_ = [("Alex", "PER"), ("Alex", "PER"), ("Ann Lee", "PER")]
    assert repaired(text, *names_) == [("Ann Lee", "PER")]


def test_whoever_is_called_mr_is_a_person():
    assert repaired("Then Mr Jobs left.", ("Jobs", "ORG")) == [("Jobs", "PER")]
    assert repaired("Then Mr Jobs left.", ("Mr Jobs", "ORG")) == [("Jobs", "PER")]
    assert repaired("Then Dr Pepper grew.", ("Dr Pepper", "ORG")) == [("Dr Pepper", "ORG")]
    assert repaired("Jobs grew. No Mr.\nJobs left.", ("Jobs", "ORG"))[0] == ("Jobs", "ORG")


@pytest.mark.parametrize(
    ("text", "names_", "want"),
    [
        ("The Duke of Ostvale left.", [("Duke of Ostvale", "ORG")], ("Duke of Ostvale", "PER")),
        ("The Duke of Ostvale left.", [("Ostvale", "LOC")], ("Duke of Ostvale", "PER")),
        (
            "The Duke of Ostvale left.",
            [("Duke", "PER"), ("Ostvale", "LOC")],
            ("Duke of Ostvale", "PER"),
        ),
        ("The Duchess of Ostvale left.", [("Ostvale", "PER")], ("Duchess of Ostvale", "PER")),
        ("The Prince of Wales left.", [("Prince of Wales", "LOC")], ("Prince of Wales", "PER")),
        ("The Bishop of Oxford left.", [("Bishop of Oxford", "ORG")], ("Bishop of Oxford", "PER")),
        ("The Bishop of Oxford left.", [("Oxford", "LOC")], ("Oxford", "LOC")),
        ("Then Lord Aberdeen left.", [("Aberdeen", "LOC")], ("Aberdeen", "PER")),
        ("Then Lord Aberdeen left.", [("Lord Aberdeen", "LOC")], ("Aberdeen", "PER")),
        ("Then Colonel Long left.", [("Long", "LOC")], ("Long", "PER")),
        ("The House of Lords sat.", [("House of Lords", "ORG")], ("House of Lords", "ORG")),
        (
            "At Prince of Wales Hospital.",
            [("Prince of Wales Hospital", "LOC")],
            ("Prince of Wales Hospital", "LOC"),
        ),
        (
            "The Duke of York Column fell.",
            [("Duke of York Column", "LOC")],
            ("Duke of York Column", "LOC"),
        ),
        ("The Duke of York pub shut.", [("Duke of York", "ORG")], ("Duke of York", "ORG")),
        ("At the Duke of York’s Theatre.", [("Duke of York", "LOC")], ("Duke of York", "LOC")),
        ("Lord Nelson Hotel shut.", [("Lord Nelson Hotel", "LOC")], ("Lord Nelson Hotel", "LOC")),
        ("The count of Florida rose.", [("Florida", "LOC")], ("Florida", "LOC")),
    ],
)
def test_a_title_makes_a_person(text, names_, want):
    assert repaired(text, *names_) == [want]


def test_a_title_counts_for_the_whole_document():
    text = "Then Lord Aberdeen left. So Aberdeen said; Aberdeen did."
    found_ = ("Aberdeen", "LOC")
    assert repaired(text, found_, found_, found_) == [("Aberdeen", "PER")] * 3


def test_a_peer_is_not_the_place_of_the_title():
    text = "The Duke of Ostvale left. In Ostvale it rained."
    names_ = ("Duke of Ostvale", "PER"), ("Ostvale", "LOC")
    assert repaired(text, *names_) == [("Duke of Ostvale", "PER"), ("Ostvale", "LOC")]


@pytest.mark.parametrize("name", ["Roman Church", "Roman Catholic Church", "Church of England"])
def test_a_church_is_no_building(name):
    assert repaired(f"So the {name} grew.", (name, "LOC")) == [(name, "ORG")]
    building = "St Mary’s Church"
    assert repaired(f"So {building} fell.", (building, "LOC")) == [(building, "LOC")]


def test_regiments_and_guards_are_organisations():
    name = "Coldstream Guards"
    assert repaired(f"So the {name} left.", (name, "LOC")) == [(name, "ORG")]


def test_a_party_is_not_cut_to_the_name_of_another():
    text = "Then Liberal Democrat voters left."
    assert repaired(text, ("Liberal", "ORG")) == [("Liberal Democrat", "ORG")]


@pytest.mark.parametrize("text", ["Labour costs rose.", "Conservative estimates rose."])
def test_ordinary_words_at_the_beginning_are_no_parties(text):
    word = text.split()[0]
    assert repaired(text, (word, "ORG")) == []
    assert repaired(f"{word} won. {text}", (word, "ORG")) == [(word, "ORG")]
    assert repaired(f"{word} leaders left.", (word, "ORG")) == [(word, "ORG")]


def test_ships_named_after_peers_are_no_people():
    text = "Then HMS Prince of Wales sank."
    assert repaired(text, ("HMS Prince of Wales", "ORG")) == []
    assert repaired(text, ("Prince of Wales", "LOC")) == []


# what is evident


@pytest.mark.parametrize(
    ("text", "names_", "want"),
    [
        ("He told WhatsApp so. WhatsApp left.", (), [("WhatsApp", "ORG")] * 2),
        ("It is on Facebook and BuzzReel, by BuzzReel.", (), ["Facebook", "BuzzReel", "BuzzReel"]),
        ("He asked MacArthur about a JavaScript.", (), []),
        ("See Facebook.com or #Facebook.", (), []),
        ("Men of the so-called Islamic State fled.", (), ["Islamic State"]),
        ("In the so-called Golden Age it grew.", (), []),
        ("Write to ann.lee@example.org now.", (("ann.lee", "PER"),), []),
        ("See www.example.org/Oslo for Ann.", (("Oslo", "LOC"), ("Ann", "PER")), ["Ann"]),
        ("The BRP Diego Silang sailed.", (("BRP Diego Silang", "PER"),), []),
        ("The ferry “Anna Lee” sank.", (("Anna Lee", "PER"),), []),
        ("The carrier Delta Lines flew.", (("Delta Lines", "ORG"),), ["Delta Lines"]),
        ("EDT AMMAN (Reuters) — He left.", (("EDT AMMAN", "PER"),), [("AMMAN", "LOC")]),
        ("EST Ann Lee left.", (("EST Ann Lee", "PER"),), [("Ann Lee", "PER")]),
        ("Tue 26 March. The Sun said so.", (("Tue", "PER"), ("Sun", "ORG")), ["Sun"]),
        ("EDT left.", (("EDT", "LOC"),), []),
        ("Then BeyoncÃ and Beyonc\ufffd sang.", (("BeyoncÃ", "PER"), ("Beyonc", "PER")), []),
        ("The late Guardsman Ray fell.", (("Guardsman Ray", "PER"),), ["Ray"]),
        ("Then John Constable left.", (("John Constable", "PER"),), ["John Constable"]),
        ("MILLER, Ann signed.", (("MILLER", "PER"), ("Ann", "PER")), ["MILLER, Ann"]),
        (
            "Lee, Bo; and Roux, Cy.",
            (("Lee", "PER"), ("Bo", "PER"), ("Roux", "PER"), ("Cy", "PER")),
            ["Lee, Bo", "Roux, Cy"],
        ),
        (
            "Signed by Lee, Bo in Rome. Bo Lee left.",
            (("Lee", "PER"), ("Bo", "PER"), ("Bo Lee", "PER")),
            ["Lee, Bo", "Bo Lee"],
        ),
        ("Ann, Bo and Cy left.", (("Ann", "PER"), ("Bo", "PER")), ["Ann", "Bo"]),
    ],
)
def test_what_is_evident(text, names_, want):
    got = repaired(text, *names_)
    assert [
        g if isinstance(w, tuple) else g[0] for g, w in itertools.zip_longest(got, want)
    ] == want


def test_soft_hyphens_are_no_part_of_a_name_in_a_single_text(make_project):
    config = read_config(make_project({"sourcebook.toml": 'title = "T"', "seeds/a.txt": ""}))
    text = "The in\u00advest\u00adi\u00adga\u00adtor Ann Mil\u00adler spoke in Os\u00adlo."
    _, names_ = text_analyser(config)(text, "2024-03-25", "en")
    assert [text[a:b] for a, b, _ in names_] == ["Ann Mil\u00adler", "Os\u00adlo"]
