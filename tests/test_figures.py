"""Figures: which numbers tell a size, how exact they are, and what they count."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.analyse.figures import can_count, find_figures, shares
from generator.analyse.figures.amounts import core_of, pattern_of
from generator.analyse.times import find_times
from generator.lang import LANGUAGES
from generator.model import Figure


def figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    return find_figures(text, 0, len(text), (), language)


def dated_figures(text: str, language: str = "en") -> tuple[Figure, ...]:
    times = find_times(text, date="2024-06-12", language=language, sentences=[(0, len(text))])
    return find_figures(text, 0, len(text), times, language)


@pytest.mark.parametrize(
    "text",
    [
        "Some 40,000 barrels of oil a day leaked.",
        "Some 40,000 barrels a day leaked.",
        "About 30 people die every day.",
        "At least 30 people are killed there every year.",
    ],
)
def test_a_rate_is_possible_in_a_cache(text: str) -> None:
    (figure,) = figures(text)
    first, last = figure.noun
    given = text[first:last].lower(), text[first:].lower()
    assert can_count(figure.measure, *given)
    assert not can_count(f"{figure.measure} or week", *given)


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("137 people died.", 137, 137, "exact"),
        ("At least 137 people died.", 137, 137, "at least"),
        ("More than 1,500 people died.", 1500, 1500, "at least"),
        ("Up to 60 people died.", 60, 60, "at most"),
        ("About 40 people died.", 40, 40, "about"),
        ("Some 40 people died.", 40, 40, "about"),
        ("Sixty people or more died.", 60, 60, "at least"),
        ("Between 40 and 60 people died.", 40, 60, "range"),
        ("Between 18 million and 40 million people fled.", 18e6, 40e6, "range"),
        ("From 3 to 5 million people fled.", 3e6, 5e6, "range"),
        ("5-10 people were wounded.", 5, 10, "range"),
        ("Dozens of people died.", 12, 12, "vague"),
        ("Tens of thousands of people fled.", 1e4, 1e4, "vague"),
        ("Two hundred and fifty people died.", 250, 250, "exact"),
        ("Two million five hundred thousand people fled.", 2_500_000, 2_500_000, "exact"),
        ("Twenty-one people died.", 21, 21, "exact"),
        ("Almost a thousand people died.", 1000, 1000, "about"),
        ("Half a million people fled.", 500_000, 500_000, "exact"),
        ("8.3 million people fled.", 8_300_000, 8_300_000, "exact"),
        ("At least one soldier and two officers died.", 2, 2, "exact"),
        ("The death toll rose from 60 to 137.", 137, 137, "exact"),
        ("The death toll was revised from 144 to 140.", 140, 140, "exact"),
        ("The death toll rose from five people to six.", 6, 6, "exact"),
        ("It is a count estimated at 500 people.", 500, 500, "about"),
        ("The hall was limited to 80 people.", 80, 80, "at most"),
        ("Nineteen millions of notes were printed.", 19e6, 19e6, "exact"),
        ("In the year 40 people fled.", 40, 40, "exact"),
    ],
)
def test_how_many_and_how_exact(text: str, low: float, high: float, bound: str) -> None:
    (figure,) = figures(text)
    assert (figure.low, figure.high, figure.bound) == (low, high, bound)


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("A fine of $2bn was paid.", 2e9, "USD"),
        ("The EU pledged more than 400m euros in aid.", 4e8, "EUR"),
        ("It cost £3.5 million.", 3_500_000, "GBP"),
        ("It cost between $1 million and $2 million.", 1e6, "USD"),
    ],
)
def test_sums_of_money(text: str, low: float, unit: str) -> None:
    (figure,) = figures(text)
    assert (figure.low, figure.unit) == (low, unit)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Three soldiers of the Old Guard were killed.", "dead"),
        ("The death toll rose to 139.", "dead"),
        ("717 people have been infected with the virus.", "cases"),
        ("Up to a million were made homeless.", "displaced"),
        ("Four children were pulled alive from the rubble.", "rescued"),
        ("The protests reached 54 college campuses.", "campuses"),
        ("200,000 heavy-duty tents had been ordered.", "tents"),
        ("The storm took the lives of 12 people.", "dead"),
        ("The virus claimed 6,606 lives.", "dead"),
        ("More than 500 people die every year.", "dead every year"),
        ("There were 15 suicides per 100,000 people.", "suicides per 100,000"),
        ("Output is $255 billion a year.", "a year"),
        ("They hired 100 assistant United States attorneys.", "attorneys"),
        ("They killed 100 soldiers a year earlier.", "dead"),
    ],
)
def test_what_is_counted(text: str, measure: str) -> None:
    assert [figure.measure for figure in figures(text)] == [measure]


@pytest.mark.parametrize(
    "text",
    [
        "A boy aged 14 was hurt.",
        "The quake was centred 35 miles away.",
        "A 7.0 magnitude earthquake struck.",
        "Oil cost $140 a barrel.",
        "He had two words for it.",
        "They met three senators.",
        "Super 8 films were shown.",
        "It flew on a Boeing 747 aircraft.",
        "Up to 500 people could die.",
        "The plant will employ 900 workers.",
        "Shares fell 106 basis points.",
        "It lasted for thousands of years.",
        "NASA paid $80 million per astronaut.",
        "The vote is to include 14 states.",
        "It was meant to scan over 20,000 skulls.",
        "Some 800 houses were scheduled to be closed.",
        "They challenge Congress to pay $10,000 more.",
        "We propose reducing aid by $632 million.",
        "He won the 400 m hurdles.",
        "They measure less than two centimetres.",
        "Voters complained about the two parties.",
        "The network grew, and 178 now enjoy its conveniences.",
    ],
)
def test_numbers_that_tell_no_size(text: str) -> None:
    assert not figures(text)


@pytest.mark.parametrize(
    ("text", "share", "measure", "whole"),
    [
        ("12 per cent of the crew were killed.", 12, "dead", "the crew"),
        ("About 12% of the 300 sailors were hurt.", 12, "injured", "the 300 sailors"),
        ("Two thirds of the houses were destroyed.", 66.6667, "houses", "the houses"),
        ("More than half the population is homeless.", 50, "displaced", "the population"),
        ("One in five children was displaced.", 20, "displaced", "children"),
        ("Nine out of 10 buildings collapsed.", 90, "buildings", "buildings"),
        ("8% of Gazans blame them.", 8, "gazans", "Gazans"),
        ("8% of Gaza’s total area is gone.", 8, "area", "Gaza’s total area"),
        ("69% of those questioned said they had fled.", 69, "displaced", "those questioned"),
    ],
)
def test_shares_with_what_they_are_a_share_of(
    text: str, share: float, measure: str, whole: str
) -> None:
    figure = figures(text)[0]
    assert (figure.low, figure.unit, figure.measure) == (share, "%", measure)
    assert text[slice(*figure.whole)] == whole


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose by 12 per cent.",
        "Unemployment was 12 per cent in May.",
        "They fled in the second half of 2009.",
        "They stayed for half of the year.",
        "It takes one third of my working time.",
        "Prices are 84 per cent of those of 1928.",
    ],
)
def test_no_share_without_what_it_is_a_share_of(text: str) -> None:
    assert not figures(text)


def test_a_share_in_brackets_stands_between_a_number_and_what_it_counts() -> None:
    text = "Of these, 264 of 268 (98.5 per cent) viruses were found."
    assert [(f.low, f.measure) for f in figures(text)] == [(264, "viruses"), (268, "viruses")]


def test_hundreds_of_billions_are_money_where_dollars_follow() -> None:
    (figure,) = figures("Hundreds of billions of dollars were lost.")
    assert (figure.low, figure.bound, figure.unit) == (1e11, "vague", "USD")


def test_the_old_value_has_no_word_of_a_range() -> None:
    text = "It was reduced from $2 billion."
    (figure,) = figures(text)
    assert text[figure.start : figure.end] == "$2 billion"


def test_a_share_is_of_what_stands_before_the_verb() -> None:
    text = "Only 5% of the turnover comes from shops."
    (figure,) = figures(text)
    assert text[slice(*figure.whole)] == "the turnover"


def test_a_part_of_all_does_not_say_what_happened_to_all() -> None:
    text = "Three of the five climbers were killed."
    (figure,) = figures(text)
    assert (figure.low, figure.measure, text[slice(*figure.whole)]) == (3, "dead", "five climbers")


@pytest.mark.parametrize(
    ("text", "since", "beginning"),
    [
        ("900 people have been killed since March.", "since March", "2024-03"),
        ("Since 5 March 900 people were killed.", "Since 5 March", "2024-03-05"),
        ("900 people were killed so far this year.", "so far this year", "2024"),
        ("In the past week 12 soldiers were killed.", "In the past week", "2024-06-06"),
        ("Since the start of the war 400 people died.", "Since the start of the war", ""),
        ("So far 400 people have died.", "So far", ""),
        ("It was the worst attack since 2004, and 139 people were killed.", "", ""),
        ("139 people were killed, the most since 2004.", "", ""),
        ("Since they were warned, 139 people have fled.", "", ""),
        ("900 people were killed in the last month.", "", ""),
        ("At least 900 people were killed since March.", "since March", "2024-03"),
        ("12 people died since Russia’s war began.", "since Russia’s war began", ""),
        ("It goes on since the attack on Rome that killed 12 people.", "", ""),
        ("In past years 900 people were killed.", "", ""),
    ],
)
def test_running_totals(text: str, since: str, beginning: str) -> None:
    (figure,) = dated_figures(text)
    assert (text[slice(*figure.since)], figure.beginning) == (since, beginning)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("As of Monday, 16 people had died.", "2024-06-10"),
        ("By Monday 16 people had died.", "2024-06-10"),
        ("The count of 30 March gave 144 dead.", "2024-03-30"),
        ("The death toll rose to 139 on Saturday.", "2024-06-08"),
        ("On Saturday the death toll stood at 139.", "2024-06-08"),
        ("On 30 June 2023 there were 365 pensioners.", "2023-06-30"),
        ("On Saturday there were 12 explosions.", ""),
        ("It killed 20 according to officials on Saturday.", "2024-06-08"),
        ("The death toll from Saturday's attack rose to 139.", ""),
        ("139 people were killed on Saturday.", ""),
    ],
)
def test_the_day_for_which_a_figure_is_given(text: str, day: str) -> None:
    (figure,) = dated_figures(text)
    assert figure.as_of == day


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Three soldiers of the Old Guard were killed.", "soldiers of the Old Guard"),
        ("40 young Russian soldiers were wounded.", "young Russian soldiers"),
        ("Forty of the children died.", "children"),
        ("They got 40 votes of Latino voters.", "votes of Latino voters"),
        ("The death toll rose to 139.", ""),
    ],
)
def test_the_subject_is_what_is_counted(text: str, subject: str) -> None:
    (figure,) = figures(text)
    assert text[slice(*figure.subject)] == subject


def test_the_counted_noun_is_in_the_text() -> None:
    text = "At least 137 people were killed."
    (figure,) = figures(text)
    assert text[slice(*figure.noun)] == "people"


@pytest.mark.parametrize(
    ("language", "text", "low", "unit", "since"),
    [
        ("es", "El 12 por ciento de los niños murieron.", 12, "%", ""),
        ("es", "Más de la mitad de las casas quedaron destruidas.", 50, "%", ""),
        ("es", "Uno de cada cinco niños fue desplazado.", 20, "%", ""),
        ("es", "Desde marzo han muerto 900 personas.", 900, "", "Desde marzo"),
        ("de", "Rund 12 Prozent der Kinder starben.", 12, "%", ""),
        ("de", "Es kostete 3,5 Millionen Euro.", 3500000, "EUR", ""),
        ("de", "Bei dem Angriff gab es zwölf Tote.", 12, "", ""),
        ("de", "Seit März sind 1.900 Menschen gestorben.", 1900, "", "Seit März"),
        ("pt", "Custou dois mil milhões de euros.", 2e9, "EUR", ""),
        ("pt", "Custou R$ 3,5 bilhões.", 3.5e9, "BRL", ""),
        ("pt", "Desde março morreram 1.900 pessoas.", 1900, "", "Desde março"),
        ("fr", "Au moins 12 % des enfants sont morts.", 12, "%", ""),
        ("fr", "La moitié des maisons ont été détruites.", 50, "%", ""),
        ("fr", "Il a coûté 3,5 millions d'euros.", 3500000, "EUR", ""),
        ("fr", "Près de 2 000 personnes ont été tuées.", 2000, "", ""),
        ("fr", "Depuis mars, 900 personnes sont mortes.", 900, "", "Depuis mars"),
        ("it", "Il 12 per cento dei bambini è morto.", 12, "%", ""),
        ("it", "Più della metà delle case è distrutta.", 50, "%", ""),
        ("it", "Un terzo dei bambini è sfollato.", 33.3333, "%", ""),
        ("it", "Dal 22 marzo sono morte 900 persone.", 900, "", "Dal 22 marzo"),
        ("it", "I danni ammontano a 2,5 milioni di euro.", 2_500_000, "EUR", ""),
        ("it", "Sono partiti 12 mila abitanti.", 12_000, "", ""),
        ("pl", "Zginęło 12 procent mieszkańców.", 12, "%", ""),
        ("pl", "Połowa domów spłonęła.", 50, "%", ""),
        ("pl", "Od 22 marca zginęło 400 osób.", 400, "", "Od 22 marca"),
        ("pl", "Od początku wojny zginęło 400 osób.", 400, "", "Od początku wojny"),
        ("pl", "Rannych zostało pięcioro dzieci.", 5, "", ""),
        ("pl", "Szkody wyniosły 2,5 mln zł.", 2_500_000, "PLN", ""),
        ("pl", "Wyjechało 12 tys. mieszkańców.", 12_000, "", ""),
        ("ru", "Погибли 12 процентов жителей.", 12, "%", ""),
        ("ru", "Треть домов разрушена.", 33.3333, "%", ""),
        ("ru", "Один из пяти жителей уехал.", 20, "%", ""),
        ("ru", "Больше половины домов разрушено.", 50, "%", ""),
        ("uk", "Половина відповіли на 12 листів мешканців.", 12, "", ""),
        ("uk", "Один із п’яти мешканців виїхав.", 20, "%", ""),
        ("pl", "Jeden na pięciu mieszkańców wyjechał.", 20, "%", ""),
        ("it", "Uno su cinque bambini è sfollato.", 20, "%", ""),
        ("ru", "Уехали 12 тыс. жителей.", 12_000, "", ""),
        ("ru", "С 22 марта погибли 400 человек.", 400, "", "С 22 марта"),
        ("ru", "С начала войны погибли 400 человек.", 400, "", "С начала войны"),
        ("uk", "Загинули 12 відсотків мешканців.", 12, "%", ""),
        ("uk", "Третину будинків зруйновано.", 33.3333, "%", ""),
        ("uk", "З 22 березня загинули 400 осіб.", 400, "", "З 22 березня"),
        ("uk", "З початку війни загинули 400 осіб.", 400, "", "З початку війни"),
        ("uk", "Поранено п’ятеро дітей.", 5, "", ""),
        ("uk", "Збитки склали 2,5 млн гривень.", 2_500_000, "UAH", ""),
        ("uk", "Виїхало 12 тис. мешканців.", 12_000, "", ""),
    ],
)
def test_other_languages(language: str, text: str, low: float, unit: str, since: str) -> None:
    (figure,) = dated_figures(text, language)
    assert (figure.low, figure.unit, text[slice(*figure.since)]) == (low, unit, since)


def test_a_sum_in_two_currencies_is_alike_in_both() -> None:
    first, second = figures("They gave at least €2 billion ($2.2 billion) in May.")
    assert (first.bound, second.bound) == ("at least", "at least")
    assert not figures("They will give €2 billion ($2.2 billion).")


def test_dollars_as_news_agencies_wrote_them() -> None:
    (figure,) = figures("The debt was 41.1 mln dlrs a year earlier.")
    assert (figure.low, figure.unit, figure.measure) == (41_100_000, "USD", "")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_number_or_share_is_overlooked_at_a_glance(language: str) -> None:
    """Sentences are searched for figures only where a quick look finds a word for them."""
    own = LANGUAGES[language].figures
    texts = [
        *(Path(__file__).parent / "cases").rglob(f"{language}.txt"),
        *(f" {word} {scale} " for word in (*own.numbers, *own.articles) for scale in own.scales),
        *(f"({word} {ratio} {word} " for word in own.numbers for ratio in own.ratios.split("|")),
        *(f"- {word} -" for word in (*own.vague, *own.fractions)),
        "12 % 1,500 -3m",
    ]
    found = 0
    for text in texts:
        lines = text.read_text(encoding="utf-8") if isinstance(text, Path) else text
        for line in lines.splitlines():
            for core, pattern in (
                (core_of(language), pattern_of(language)),
                (shares.core_of(language), shares.pattern_of(language)),
            ):
                match = pattern.search(line)
                assert not match or core.search(line), line
                found += match is not None
    assert found or not own.numbers
