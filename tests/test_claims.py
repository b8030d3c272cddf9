"""Claims: who says what, who a pronoun stands for, what is said, and what pages make of it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from conftest import build_site

from generator.analyse import claims
from generator.analyse.claims import find_sayings
from generator.analyse.figures import all_figures
from generator.analyse.figures.said import with_days_of_sayings
from generator.analyse.times import find_times
from generator.ids import anchors
from generator.model import (
    Document,
    Mention,
    Passage,
    PassageKind,
    Provenance,
    Saying,
    Sentence,
    reason,
)
from generator.read import split_sentences


def document(text: str, language: str = "en") -> Document:
    spans = split_sentences(text, language)
    names = anchors(text[start:end] for start, end in spans)
    sentences = tuple(Sentence(name, *span) for name, span in zip(names, spans, strict=True))
    return Document(
        id="a", title="A", title_origin=reason("file-name"), date="2024-01-01", date_origin=None,
        authors=(), publisher="", url="", language=language, kind="", tags=(), summary="",
        people=(), organisations=(), places=(), extra=(), path="a.md", line=1, digest="",
        text=text, passages=(Passage(0, "paragraph", 0, 0, len(text), sentences),), layout=(0,),
    )  # fmt: skip


def sayings(text: str, *people: str, language: str = "en") -> tuple[Saying, ...]:
    times = find_times(text, date="2024-01-01", language=language, sentences=[(0, len(text))])
    mentions = sorted(
        (
            Mention(name, "person", name, Provenance("a", 0, at, at + len(name), ""))
            for name in people
            for at in range(len(text))
            if text.startswith(name, at)
        ),
        key=lambda mention: mention.provenance.start,
    )
    return find_sayings(document(text, language), mentions, times)


def words(text: str, part: tuple[int, int]) -> str:
    return text[part[0] : part[1]]


@pytest.mark.parametrize(
    ("text", "holder", "kind", "said"),
    [
        ("The mayor said that the river rose.", "The mayor", "says", "the river rose."),
        ("The river rose, the mayor said.", "the mayor", "says", "The river rose,"),
        ("The river rose, said the mayor.", "the mayor", "says", "The river rose,"),
        ("“It rose,” said the mayor.", "the mayor", "says", "“It rose,”"),
        ("According to the police, he fell.", "the police", "says", "he fell."),
        ("He fell, according to police.", "police", "says", "He fell,"),
        ("The mayor, who was absent, said he fell.", "The mayor", "says", "he fell."),
        ("The mayor of Rome (61) said he fell.", "The mayor of Rome", "says", "he fell."),
        ("In a letter to the king he said it fell.", "he", "says", "it fell."),
        ("It fell, and the police said so later.", "the police", "says", "so later."),
        ("The guard denied that he slept.", "The guard", "denies", "he slept."),
        ("The court confirmed the verdict.", "The court", "confirms", "the verdict."),
        ("The union called for a strike.", "The union", "demands", "a strike."),
        ("The bank promised that it would pay.", "The bank", "promises", "it would pay."),
        ("Scientists warned that it may fall.", "Scientists", "warns", "it may fall."),
        ("The king accused the mayor of theft.", "The king", "accuses", "the mayor of theft."),
        ("The mayor left, saying that it fell.", "The mayor", "says", "it fell."),
        ("The mayor left and said that it fell.", "The mayor", "says", "it fell."),
        ("The WHO said that it fell.", "The WHO", "says", "it fell."),
        ("The mayor told reporters “It fell.”", "The mayor", "says", "“It fell.”"),
        ("The mayor told the king he would fall.", "The mayor", "says", "he would fall."),
        ("The mayor told the king the rock was near.", "The mayor", "says", "the rock was near."),
        ("The mayor told the guard to go.", "The mayor", "demands", "to go."),
        ("After the mayor said that it fell, nobody came.", "the mayor", "says", "it fell"),
        ("It rose; the mayor said it fell; nobody came.", "the mayor", "says", "it fell"),
        ("It rose; according to police, he fell.", "police", "says", "he fell."),
        ("The mayor said, in a note to us, “It fell.”", "The mayor", "says", "“It fell.”"),
        (
            "The union proposed rules, similar to what we had.",
            "The union",
            "demands",
            "rules, similar to what we had.",
        ),
        (
            "The bridge, according to police, is old.",
            "police",
            "says",
            "The bridge, according to police, is old.",
        ),
        (
            "“It fell,” the mayor said in Rome, “so we left.”",
            "the mayor",
            "says",
            "“It fell,” the mayor said in Rome, “so we left.”",
        ),
        (
            "“It fell”, said the Head of Reporters Without Borders.",
            "the Head of Reporters Without Borders",
            "says",
            "“It fell”",
        ),
        ("“It fell”, the king told The Day.", "the king", "says", "“It fell”"),
        ("According to a note by the king, it fell.", "a note by the king", "says", "it fell."),
        (
            "At least three of them fired, the king said.",
            "the king",
            "says",
            "At least three of them fired,",
        ),
        ("The king met the mayor, who said that it fell.", "the mayor", "says", "it fell."),
        ("The war, which rebels say has killed 12, goes on.", "rebels", "says", "has killed 12"),
        ("It burned, with the mayor reporting it fell.", "the mayor", "says", "it fell."),
        ("Meanwhile rebels say guards fired on us.", "rebels", "says", "guards fired on us."),
        ("According to a 2019 poll, it fell.", "a 2019 poll", "says", "it fell."),
        (
            "A further recent survey said that it fell.",
            "A further recent survey",
            "says",
            "it fell.",
        ),
        ("Figures from the king show that it fell.", "Figures from the king", "says", "it fell."),
        ("The old roof fell, UN figures show.", "UN figures", "says", "The old roof fell,"),
        ("The old roof fell, local media report.", "local media", "says", "The old roof fell,"),
        ("Opponents say the £2bn cost is high.", "Opponents", "says", "the £2bn cost is high."),
        ("The UN estimates 40 people have fled.", "The UN", "says", "40 people have fled."),
        ("By the count of the UN, 40 died.", "the UN", "says", "40 died."),
        ("The toll was put at 40 by the UN.", "the UN", "says", "The toll was put at 40"),
        (
            "It was hit with $27bn in fines and many observers say it fell.",
            "many observers",
            "says",
            "it fell.",
        ),
        (
            "State media quoted the king as saying it fell.",
            "State media",
            "says",
            "the king as saying it fell.",
        ),
        ('The mayor said: "It fell. "It broke."', "The mayor", "says", '"It fell. "It broke."'),
    ],
)
def test_who_says_what(text: str, holder: str, kind: str, said: str) -> None:
    (found,) = sayings(text)
    assert (words(text, found.holder), found.kind, words(text, found.part)) == (holder, kind, said)


@pytest.mark.parametrize(
    "text",
    [
        "He was told to move.",
        "The said mayor left.",
        "The report was long.",
        "There were reports of damage.",
        "The fire claimed the lives of 12 people.",
        "The court found him guilty.",
        "Scot confirmed as the winner of the race.",
        "This was written from facts reported by the press.",
        "The mayor added salt to the soup.",
        "I think it fell.",
        "He refused to say why.",
        "It is open whether the mayor said so.",
        "Nobody said that it fell.",
        "His was the only name disclosed.",
        "You said that it fell.",
        "The court confirmed him as mayor.",
        "The team defeated us 45 points to 24.",
        "The bank maintains a policy of not charging the poor.",
        "They are worried about the rain.",
        "The king told lies to the court.",
        "In the deal of May, the two states agreed on a line that would end the war.",
        "The report on the mayor's calls on Friday was long.",
        "He issued a letter saying that it fell.",
    ],
)
def test_what_is_no_saying(text: str) -> None:
    assert not sayings(text)


@pytest.mark.parametrize("text", ["It rained on the hills of Troy.", "In 1998 he left the house."])
def test_a_sentence_without_a_word_of_saying_is_not_looked_at(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "tokens_of", None)  # to call it would fail
    assert not sayings(text)


def test_a_pronoun_stands_for_the_last_holder_alone() -> None:
    text = "Ann Lee said it rose. She added that it fell. It rained. It snowed. She said it froze."
    first, second, third = sayings(text, "Ann Lee")
    assert words(text, second.refers) == "Ann Lee"
    assert words(text, first.refers) == words(text, third.refers) == ""


def test_he_is_no_organisation() -> None:
    text = "The bank said it rose. He said it fell."
    assert [words(text, found.refers) for found in sayings(text)] == ["", ""]


def test_a_person_in_apposition_belongs_to_the_holder() -> None:
    text = "The head of the bank, Ann Lee, has said that it rose."
    (found,) = sayings(text, "Ann Lee")
    assert words(text, found.holder) == "The head of the bank, Ann Lee"


def test_verbs_share_the_subject_of_the_last_verb_of_saying() -> None:
    text = "Ann Lee recalled that Bo Day suggested that it rose and asked if it fell."
    assert [words(text, found.holder) for found in sayings(text, "Ann Lee", "Bo Day")] == [
        "Ann Lee",
        "Bo Day",
        "Bo Day",
    ]


def test_only_what_the_speaker_says_word_for_word_is_quoted() -> None:
    text = "“The law says a state could do so,” Ann Lee explained."
    assert [found.quoted for found in sayings(text, "Ann Lee")] == [False, True]


def test_the_holder_is_the_person_nearest_to_the_verb() -> None:
    text = "It stood near the Court, its speaker, Ann Lee, said."
    (found,) = sayings(text, "Ann Lee")
    assert words(text, found.holder) == "its speaker, Ann Lee"


def test_a_quotation_goes_on_in_the_next_sentences() -> None:
    text = "“It rose,” said Ann Lee. “It fell. It froze.” Nobody came."
    (found,) = sayings(text, "Ann Lee")
    assert found.quoted
    text = "Ann Lee said: “It rose. It fell. It froze.” Nobody came."
    (found,) = sayings(text, "Ann Lee")
    assert words(text, found.part) == "“It rose. It fell. It froze.”"


@pytest.mark.parametrize("kind", ["code", "repeated"])
def test_in_code_and_in_quoted_messages_nobody_says_or_counts_anything(kind: PassageKind) -> None:
    found = document("The mayor said that 12 people died.")
    assert (len(find_sayings(found, (), ())), len(all_figures(found, ()))) == (1, 1)
    others = replace(found, passages=tuple(replace(p, kind=kind) for p in found.passages))
    assert not find_sayings(others, (), ())
    assert not all_figures(others, ())


@pytest.mark.parametrize(
    ("language", "text", "holder"),
    [
        ("es", "El alcalde dijo que el río subió.", "El alcalde"),
        ("es", "El río subió, según informó La Tercera.", "La Tercera"),
        (
            "es",
            "El río subió, según informó La Tercera el viernes 29 de marzo de 2024.",
            "La Tercera",
        ),
        (
            "fr",
            "La rivière monte, a déclaré le maire de Lyon vendredi 3 mai 2024.",
            "le maire de Lyon",
        ),
        ("de", "Der Fluss steigt, sagte der Minister am Freitag, 3. Mai 2024.", "der Minister"),
        ("es", "El alcalde nos dijo que el río subió.", "El alcalde"),
        ("es", "Ha dicho, según el cual, nada. La alcaldesa dijo que subió.", "La alcaldesa"),
        ("es", "El río subió, ha dicho la alcaldesa.", "la alcaldesa"),
        ("ru", "Мэр Иванов заявил, что вода поднялась.", "Мэр Иванов"),
        ("de", "Der Bürgermeister sagte, dass der Fluss steigt.", "Der Bürgermeister"),
        ("de", "Der Fluss steigt, so der Minister.", "der Minister"),
        ("de", "Nach Angaben der Polizei steigt der Fluss.", "Polizei"),
        ("de", "„Der Fluss steigt“, sagte Hans Meier.", "Hans Meier"),
        ("pt", "O prefeito disse que o rio subiu.", "O prefeito"),
        ("pt", "O rio subiu, segundo o governo.", "o governo"),
        ("pt", "A oposição denunciou uma fraude.", "A oposição"),
        ("fr", "Le maire a déclaré que la rivière monte.", "Le maire"),
        ("fr", "La rivière monte, a également déclaré le maire.", "le maire"),
        ("fr", "« La rivière monte », a dit le maire de Lyon.", "le maire de Lyon"),
        ("fr", "D'après la police, la rivière monte.", "la police"),
        ("fr", "L'opposition a dénoncé une fraude.", "L'opposition"),
        ("fr", "Les revenus déclarés montent, explique le porte-parole.", "le porte-parole"),
        ("it", "Il sindaco ha detto che il fiume è salito.", "Il sindaco"),
        ("it", "Il fiume è salito, ha spiegato la sindaca Anna Rossi.", "la sindaca Anna Rossi"),
        ("it", "«Il fiume è salito», ha detto il sindaco.", "il sindaco"),
        ("it", "Il fiume è salito, secondo il ministro.", "il ministro"),
        ("pl", "Według Jana Nowaka woda opadła.", "Jana Nowaka"),
        ("pl", "Burmistrz Nowak powiedział, że woda opadła.", "Burmistrz Nowak"),
        ("pl", "Woda opadła, poinformowała rzeczniczka Anna Kowal.", "rzeczniczka Anna Kowal"),
        ("pl", "Woda opadła – powiedział burmistrz.", "burmistrz"),
        ("pl", "Woda opadła, jak podała policja.", "policja"),
        ("ru", "Вода поднялась, сообщила полиция.", "полиция"),
        ("uk", "Вода піднялася, повідомив мер.", "мер"),
        ("uk", "Олена Коваль оглянула хату й заявила, що вода піднялася.", "Олена Коваль"),
        ("uk", "Мер Іваненко заявив, що вода піднялася.", "Мер Іваненко"),
        (
            "uk",
            "Вода піднялася, повідомила прессекретарка Олена Коваль.",
            "прессекретарка Олена Коваль",
        ),
        ("uk", "За словами мера Іваненка, вода піднялася.", "мера Іваненка"),
        ("uk", "«Вода піднялася», – сказав мер Іваненко.", "мер Іваненко"),
    ],
)
def test_other_languages(language: str, text: str, holder: str) -> None:
    (found,) = sayings(text, language=language)
    assert words(text, found.holder) == holder


FILES = {
    "sourcebook.toml": 'title = "T"\nnames = "listed"\nsearch = false\n',
    "seeds/a.md": (
        "---\ntitle: A\ndate: 2024-05-02\npeople: [Ann Lee, Bo Day]\norganisations: [Red Bank]\n---\n"
        "Ann Lee said on 1 May that 12 people died at Red Bank. She denied that Bo Day was there.\n\n"
        "A spokesman for Red Bank said 14 people died.\n"
    ),
}


def test_pages_and_data_of_claims(make_project) -> None:
    root = make_project(FILES)
    build_site(root)
    site = root / "site"
    first, second, third = json.loads((site / "data/claims.json").read_text("utf-8"))["claims"]
    assert (first["holder"]["entity"], first["kind"]) == ("people/ann-lee", "says")
    assert first["about"] == ["organisations/red-bank"]
    assert first["event"]
    assert second["holder"] == {"words": "She", "refers": "Ann Lee", "entity": "people/ann-lee"}
    assert (second["kind"], second["about"]) == ("denies", ["people/bo-day"])
    assert third["holder"]["entity"] == ""  # a spokesman is not the bank

    figures = json.loads((site / "data/figures.json").read_text("utf-8"))["figures"]
    assert [(f["value"], f["measure"], f["holder"]["words"]) for f in figures] == [
        (12, "dead", "Ann Lee"),
        (14, "dead", "A spokesman for Red Bank"),
    ]
    notes = [
        line
        for line in map(
            json.loads, (site / "data/entities.ftm.json").read_text("utf-8").splitlines()
        )
        if line["schema"] == "Note"
    ]
    assert [note["id"] for note in notes] == [f"claim-{first['id']}", f"claim-{second['id']}"]
    assert notes[1]["properties"]["entity"][0] == "people-ann-lee"
    assert notes[1]["properties"]["summary"] == ["Denied by Ann Lee, according to A"]
    page = (site / "people/ann-lee.html").read_text("utf-8")
    assert "What Ann Lee says" in page
    assert "Denies" in page
    assert "What others say of Bo Day" in (site / "people/bo-day.html").read_text("utf-8")
    assert second["id"] in (site / "claims/denies/index.html").read_text("utf-8")
    assert "Who says what" in (site / "timeline/2024.html").read_text("utf-8")


DENIED = (
    "Ann Lee said on 1 May that Bo Day took part in the robbery. Bo Day denied the allegations.\n\n"
    "Cy Fox said the weather in Rome was fine.\n\n"
    "Ann Lee said the bank lost two boxes of gold. Cy Fox denied that the bank lost boxes of gold.\n\n"
    "Cy Fox said France was old. Ann Lee said France had paid; Paris denied any part in it.\n\n"
    "Bo Day denied that rain fell.\n"
)


def test_a_denial_links_the_claim_that_it_denies_or_none(make_project) -> None:
    head = "---\ntitle: A\ndate: 2024-05-02\npeople: [Ann Lee, Bo Day, Cy Fox]\n"
    head += "places: [France, Paris]\n---\n"
    root = make_project({**FILES, "seeds/a.md": head + DENIED})
    build_site(root)
    site = root / "site"
    claims = json.loads((site / "data/claims.json").read_text("utf-8"))["claims"]
    first, denial, _, lost, other, _, paid, state, rain = claims
    assert (denial["denies"], first["denied_by"]) == (first["id"], [denial["id"]])
    assert (other["denies"], lost["denied_by"]) == (lost["id"], [other["id"]])
    assert state["denies"] == paid["id"]
    assert rain["denies"] == ""
    for page in ("claims/index.html", "people/ann-lee.html", "people/bo-day.html"):
        text = (site / page).read_text("utf-8")
        assert ("Perhaps denies:" in text, "Perhaps denied:" in text) == (
            "ann-lee" not in page,
            "bo-day" not in page or "What others say" in text,
        )
    day = (site / "timeline/2024.html").read_text("utf-8")
    assert "Who says what" in day
    assert "Said by Ann Lee" in (site / "data/timeline.ics").read_text("utf-8")


def test_what_a_source_says_of_itself_is_no_claim_of_another(make_project) -> None:
    text = "On 1 May 2024 twelve people died, Ann Lee said.\n\nOn 3 May 2024 it rained, The Day said.\n"
    head = "---\ntitle: A\ndate: 2024-05-04\npublisher: The Day\npeople: [Ann Lee]\n---\n"
    root = make_project({**FILES, "seeds/a.md": head + text})
    build_site(root)
    month = (root / "site/timeline/index.html").read_text("utf-8")
    assert (month.count("<span>Said by"), "The Day said" in month) == (1, True)


def test_what_goes_on_in_a_quotation_has_the_holder_of_the_quotation(make_project) -> None:
    text = "“It rose. On 1 May 2024 twelve people died. It froze,” said Ann Lee.\n"
    head = "---\ntitle: A\ndate: 2024-05-02\npeople: [Ann Lee]\n---\n"
    root = make_project({**FILES, "seeds/a.md": head + text})
    build_site(root)
    index = (root / "site/index.html").read_text("utf-8")
    assert '<span>Said by <a href="people/ann-lee.html">Ann Lee</a></span>' in index


def test_without_claims_there_is_no_page_of_claims(make_project) -> None:
    root = make_project(
        {**FILES, "seeds/a.md": "---\ndate: 2024-05-02\n---\nIt rained on 1 May.\n"}
    )
    build_site(root)
    assert not (root / "site/claims").exists()
    assert "claims/index.html" not in (root / "site/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The mayor said in December that 12 people fled.", "2023-12"),
        ("The mayor told the king on 22 December 2023 that 12 people fled.", "2023-12-22"),
        ("At least 12 people fled, the mayor said on 22 December 2023.", "2023-12-22"),
        ("At least 12 people fled, said the mayor on 22 December 2023.", "2023-12-22"),
        ("The mayor said that 12 people fled on 22 December 2023.", ""),
        ("At least 12 people fled on 22 December 2023, the mayor said.", ""),
    ],
)
def test_a_figure_in_a_saying_is_given_for_its_day(text: str, day: str) -> None:
    own = document(text)
    times = find_times(text, date=own.date, language="en", sentences=[(0, len(text))])
    figures = all_figures(own, times)
    found = with_days_of_sayings(figures, sayings(text), times, own)
    assert [figure.as_of for figure in found] == [day]


def test_a_running_total_began_before_its_source_appeared() -> None:
    text = "About 900 people were killed since October 7."
    own = replace(document(text), date="2024-05-01")
    times = find_times(text, date=own.date, language="en", sentences=[(0, len(text))])
    assert [figure.beginning for figure in all_figures(own, times)] == ["2023-10-07"]
