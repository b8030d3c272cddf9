"""`sourcebook explain`: why names are on one page or on two, and what would change it."""

from __future__ import annotations

import pytest

from generator.cli import main
from generator.derive.entities.explain import RULE_NAMES
from generator.render.reasons.rules import RULES


def source(text: str, day: int, **lists: str) -> str:
    front = "\n".join(f"{key}: [{names}]" for key, names in lists.items())
    return f"---\ntitle: Note {day}\ndate: 2024-01-{day:02d}\n{front}\n---\n{text}\n"


@pytest.fixture
def told(make_project, capsys: pytest.CaptureFixture[str]):
    """What `explain` prints for one name or two; its error, if the status is 1."""
    root = make_project(
        {
            "sourcebook.toml": 'names = "listed"\nmin_mentions = 2',
            "seeds/a.md": source(
                "John Key spoke in Auckland. Key left.",
                1,
                people="John Key, Key",
                places="Auckland",
            ),
            "seeds/b.md": source("John Kay wrote on banks.", 2, people="John Kay"),
            "seeds/c.md": source(
                "The Cocoa Office (COX) opened. COX is small.",
                3,
                organisations="Cocoa Office, COX",
                people="Key",
            ),
            "seeds/d.md": source(
                "Joshua Norton came. Joshua Dmitry Norton left. Joshua Dmitri Norton won.",
                4,
                people="Joshua Norton, Joshua Dmitry Norton, Joshua Dmitri Norton",
            ),
            "seeds/e.md": source("Oslo is far.", 5, organisations="Oslo"),
            "seeds/f.md": source("Oslo is near.", 6, places="Oslo"),
            "seeds/g.md": source("He has shares in Grange. Then Grange left.", 7, people="Grange"),
            "curation/entities.csv": "action,name,type,into,note\nmerge,Auckland,place,Oslo,a test",
        }
    )

    def explain(*names: str) -> str:
        status = main(["explain", "-C", str(root), "-j", "1", *names])
        out, err = capsys.readouterr()
        assert status == (0 if out else 1)
        return out or err[err.index("sourcebook: ") :]

    return explain


def test_one_name_has_its_page_and_why_each_spelling_is_there(told) -> None:
    found = told("Cocoa Office")
    page = "Cocoa Office (organisation, organisations/cocoa-office.html)"
    assert found.startswith(f"{page}: 3 mentions in 1 source\n")
    assert "  COX (2 mentions): introduced as “Cocoa Office (COX)”\n" in found
    assert told("cocoa office") == found


def test_the_type_of_a_name_has_its_evidence(told) -> None:
    found = told("Grange").split("\nType:\n")[1]
    assert found.splitlines()[:5] == [
        "  organisation (1 mention): the words right beside it",
        "    g.md: “He has shares in Grange.”",
        "  person: it is listed in front matter",
        "  person (1 mention): found as one in its sentence",
        "    g.md: “Then Grange left.”",
    ]


def test_two_names_on_one_page_have_their_edges_with_the_evidence(told) -> None:
    found = told("COX", "Cocoa Office")
    assert "are on one page, Cocoa Office" in found
    edge = "COX → Cocoa Office: introduced as “Cocoa Office (COX)”"
    assert f"{edge}\n    rule abbreviations: " in found
    assert "c.md: “The Cocoa Office (COX) opened.”" in found
    assert "split,COX,organisation,Cocoa Office," in found


def test_a_second_merge_of_a_name_is_shown(told) -> None:
    found = told("Joshua Dmitry Norton", "Joshua Norton")
    assert "Joshua Dmitry Norton → Joshua Norton: the same name with a middle name" in found
    assert "d.md: “Joshua Dmitry Norton left.”" in found


def test_a_surname_has_the_sentence_where_it_stands_for_a_full_name(told) -> None:
    found = told("Key", "John Key")
    assert "Key → John Key: short for the full name in the same source\n    rule short" in found
    assert "a.md: “John Key spoke in Auckland.”" in found


def test_two_names_on_two_pages_have_what_was_missing_and_what_would_settle_it(told) -> None:
    found = told("John Key", "John Kay")
    assert "are on two pages" in found
    assert "fewer than two other names are mentioned with both\n  rule transliterations" in found
    assert "  middle-names: a full name with and without a middle name\n" in found
    assert found.endswith("merge,John Key,person,John Kay,\n")


def test_names_of_two_types_are_merged_by_one_line(told) -> None:
    found = told("John Key", "Oslo")
    assert "No rule merged them:" in found
    assert "merge,John Key,person,organisations/oslo,\n" in found


def test_what_editors_merged_is_said(told) -> None:
    found = told("Auckland", "Oslo")
    assert "Auckland: merged by the editors (a test)\n" in found


def test_an_unknown_name_has_similar_ones(told) -> None:
    assert told("Jon Key") == (
        'sourcebook: No page has the name "Jon Key".\nSimilar names: John Key, John Kay, Key.\n'
    )
    assert told("Xyzzy").endswith("Write the name as the site shows it.\n")


def test_a_bare_surname_without_a_page_has_the_people_it_could_mean(told) -> None:
    assert told("John").startswith(
        'sourcebook: No page has the name "John".\n'
        "It is ambiguous: it could be John Key or John Kay.\n"
    )
    assert "It could be Joshua Dmitri Norton.\n" in told("Norton")


def test_a_surname_that_is_too_rare_says_why_it_was_left_apart(
    make_project, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Joshua Norton met Emma Norton in Paris. Norton left. Joshua Norton and Emma Norton met."
    root = make_project({"seeds/a.md": source(text, 1)})
    assert main(["explain", "-C", str(root), "-j", "1", "Norton"]) == 1
    found = capsys.readouterr().err
    assert '"Norton" is mentioned once, too rarely to be in the data.\n' in found
    assert "It is ambiguous: it could be Emma Norton or Joshua Norton.\n" in found
    assert (
        "Norton and Emma Norton: the source has already mentioned someone else with this name"
        in found
    )
    assert "a.md: “Norton left.”" in found


def test_every_rule_has_words() -> None:
    assert set(RULE_NAMES) == set(RULES)


@pytest.fixture
def telling(make_project, capsys: pytest.CaptureFixture[str]):
    """What `explain` prints for two names of an archive; `edits` are lines of the editors."""

    def explain(names: tuple[str, str], *texts: str, edits: tuple[str, ...] = ()) -> str:
        files = {f"seeds/{n}.md": text for n, text in enumerate(texts)}
        files["curation/entities.csv"] = "\n".join(["action,name,type,into,note", *edits])
        root = make_project(files | {"sourcebook.toml": 'names = "listed"'})
        assert main(["explain", "-C", str(root), "-j", "1", *names]) == 0
        return capsys.readouterr().out

    return explain


PUTIN = source("Vladimir Putin came. Putin left.", 1, people="Vladimir Putin, Putin")


def test_what_editors_split_off_is_put_back_by_removing_the_line(telling) -> None:
    edits = ("split,Putin,person,Vladimir Putin,his brother",)
    found = telling(("Putin", "Vladimir Putin"), PUTIN, edits=edits)
    assert "By the editors, Putin: split from “Vladimir Putin” by the editors" in found
    assert "By the editors, Vladimir Putin: “Putin” split off by the editors" in found
    assert found.endswith("the line that splits “Putin” off.\n")
    assert "No rule" not in found
    assert "merge," not in found


@pytest.mark.parametrize(
    ("text", "edits", "names", "advice"),
    [
        (
            PUTIN,
            ("alias,Vova,person,Vladimir Putin,",),
            ("Vova", "Vladimir Putin"),
            "To take “Vova” off this page, remove its alias line from curation/entities.csv.",
        ),
        (
            source("Ann Lee met Bo Day.", 1, people="Ann Lee, Bo Day"),
            ("merge,Bo Day,person,Ann Lee,",),
            ("Bo Day", "Ann Lee"),
            "remove the line that merges it from curation/entities.csv.",
        ),
        (
            source("Ann Lee came.", 1, people="Ann Lee"),
            ("rename,Ann Lee,person,Anna Lee,",),
            ("Ann Lee", "Anna Lee"),
            "“Ann Lee” cannot be split off: all mentions are spelled like this.",
        ),
        (
            source("The United States won.", 1, places="U.S., United States"),
            (),
            ("United States", "U.S."),
            "To take “U.S.” off this page, remove it from the front matter of 0.md.",
        ),
    ],
)
def test_a_split_is_advised_only_where_the_build_accepts_it(
    telling, text: str, edits: tuple[str, ...], names: tuple[str, str], advice: str
) -> None:
    found = telling(names, text, edits=edits)
    assert advice in found
    assert "\n  split," not in found


def test_several_middle_names_are_said_of_the_full_names(telling) -> None:
    names = ("Joshua Abraham Norton", "Joshua Benjamin Norton")
    text = source(f"{names[0]} met {names[1]}.", 1, people=", ".join(names))
    found = telling(names, text)
    assert "Joshua Abraham Norton and Joshua Benjamin Norton: " in found
    assert "\n  rule middle-names: " in found


def test_what_concerns_another_pair_is_not_shown(telling) -> None:
    # In 1.md, "Lee" is neither's; in 0.md it is Ann Lee's.
    text = "Ann Lee met Bob Ray. Lee laughed."
    texts = [
        source(text, 1, people="Ann Lee, Bob Ray, Lee"),
        source("Lee sang. Carl Lee sang.", 2, people="Lee, Carl Lee"),
    ]
    assert "Lee and Carl Lee" not in telling(("Ann Lee", "Carl Lee"), *texts)
    found = telling(("Carl Lee", "Lee"), *texts)
    assert "Lee and Carl Lee: " in found
    assert "1.md: “Lee sang.”" in found


def test_further_pages_of_a_name_are_named(telling) -> None:
    texts = [
        source("Ann Lee met Bob Ray. Lee laughed.", 1, people="Ann Lee, Bob Ray, Lee"),
        source("Lee sang. Carl Lee sang.", 2, people="Lee, Carl Lee"),
    ]
    found = telling(("Lee", "Ann Lee"), *texts)
    assert "are on one page, Ann Lee" in found
    assert found.endswith("\n“Lee” is also on:\n  Lee (person, people/lee.html)\n")


def test_a_sentence_is_shown_once(telling) -> None:
    text = source("Ann B. Lee is Ann Lee.", 1, people="Ann B. Lee, Ann Lee")
    assert telling(("Ann B. Lee", "Ann Lee"), text).count("0.md: “Ann B. Lee is Ann Lee.”") == 1


def test_a_long_list_of_spellings_is_cut(make_project, capsys: pytest.CaptureFixture[str]) -> None:
    edits = [f"alias,Nick {n},person,Ann Lee," for n in range(30)]
    root = make_project(
        {
            "sourcebook.toml": 'names = "listed"',
            "seeds/a.md": source("Ann Lee came.", 1, people="Ann Lee"),
            "curation/entities.csv": "\n".join(["action,name,type,into,note", *edits]),
        }
    )
    assert main(["explain", "-C", str(root), "-j", "1", "Ann Lee"]) == 0
    found = capsys.readouterr().out
    assert "Nick 18 (" in found
    assert "Nick 19 (" not in found
    assert "… and 11 more\n" in found
