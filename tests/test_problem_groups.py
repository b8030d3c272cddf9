"""Problems of one kind are one line, the most important first; JSON has all."""

from __future__ import annotations

import json

import pytest

from generator.cli import main
from generator.errors import Level, Problem
from generator.problem_groups import grouped


def problem(n: int, message: str, level: Level = "warning", hint: str = "Do it.") -> Problem:
    return Problem(f"seeds/{n}.md", n, level, message, hint)


def test_ten_thousand_equal_lines_are_one_with_a_count_and_examples() -> None:
    (group,) = grouped(problem(n, "No date.") for n in range(1, 10_001))
    assert str(group) == (
        "warning: No date, 10,000 times: seeds/1.md:1, seeds/2.md:2, seeds/3.md:3 and 9,997 more. "
        "Do it."
    )


@pytest.mark.parametrize(
    "message",
    ['Image not found: "{}.png".', "Identical to seeds/a/{}.md; published once.", "Line {} ends."],
)
def test_what_is_quoted_does_not_part_a_kind(message: str) -> None:
    (group,) = grouped(problem(n, message.format(n)) for n in range(4))
    assert group.number == 4
    assert group.message.count("…") == 1


def test_few_of_a_kind_are_lines_of_their_own() -> None:
    groups = grouped(problem(n, f'Image not found: "{n}.png".') for n in range(3))
    assert [str(group) for group in groups] == [
        f'seeds/{n}.md{":" + str(n) if n else ""}: warning: Image not found: "{n}.png". Do it.'
        for n in range(3)
    ]


def test_errors_come_first_then_what_is_most_frequent() -> None:
    problems = [problem(n, "No date.") for n in range(9)]
    problems += [problem(n, "No text.", hint="Add it.") for n in range(20)]
    problems += [problem(1, "Not read.", "error"), problem(2, "Private.", "note")]
    assert [(g.level, g.message, g.number) for g in grouped(problems)] == [
        ("error", "Not read.", 1),
        ("warning", "No text.", 20),
        ("warning", "No date.", 9),
        ("note", "Private.", 1),
    ]


def test_each_way_to_mend_it_is_said_once() -> None:
    hints = ["Add a line.", "Name the file.", "Add a line.", "Add a line."]
    (group,) = grouped(problem(n, "No date.", hint=hint) for n, hint in enumerate(hints))
    assert group.hint == "Add a line. Name the file."


def test_check_lists_every_problem_as_json(
    make_project, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {f"seeds/{n}.md": f"# Title {n}\n\nText." for n in range(5)}
    root = make_project({"sourcebook.toml": 'search = false\nnames = "listed"\n', **files})
    assert main(["build", "-C", str(root), "--jobs", "1"]) == 0
    assert "No date, 5 times: seeds/0.md:1, " in capsys.readouterr().out
    assert main(["check", "-C", str(root), "--json", "--strict"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [one["path"] for one in found] == [f"seeds/{n}.md" for n in range(5)]
    assert {one["message"] for one in found} == {"No date."}
    page = (root / "site/method.html").read_text("utf-8")
    assert page.count("<strong>warning</strong>") == 1
    assert "No date. (5 times)" in page
