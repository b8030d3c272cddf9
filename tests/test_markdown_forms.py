"""Forms of Markdown that notes, static sites and Pandoc have, and what becomes of each."""

from __future__ import annotations

import pytest

HEAD = "---\ntitle: Forms\ndate: 2024-03-25\n---\n"


def texts(document, text: str, name: str = "a.md") -> list[str]:
    found = document(name, HEAD + text)
    return [found.text[p.start : p.end] for p in found.passages]


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("See [[Ann Lee]] and [[people/Bo|him]].", ["See Ann Lee and him."]),
        ("See [[b#Part one]] and [[#Here]] and [[b#^id]].", ["See b > Part one and Here and b."]),
        ("A `[[b]]` and \\[[c]].", ["A [[b]] and [[c]]."]),
        ("Seen %%by nobody%% here.", ["Seen here."]),
        ("One.\n\n%%\nhidden\n\nblock\n%%\n\nTwo.", ["One.", "Two."]),
        ("It rose 5\\%% and 6\\%% so.", ["It rose 5%% and 6%% so."]),
        ("Met word%%gone%%. 5%%gone%% é%%gone%%.", ["Met word. 5 é."]),
        ("日本語%%gone%%日本語", ["日本語日本語"]),
        ("A %% gone \\%% gone %%b.", ["A b."]),
        ("Paid $40 %%gone%% and 30$ so.", ["Paid $40 and 30$ so."]),
        ("Cost $5 <!-- gone --> and 6$.", ["Cost $5 and 6$."]),
        ("$$ a %%gone%% b $$", ["$$ a b $$"]),
        ("$5 <!-- gone$ --> and $a_1$.", ["$5 and $a_1$."]),
        ("[[Ann Lee|her %%gone%%]] [a%%gone%%](http://x.org) b.", ["her a b."]),
        ("A <! -- gone --> b <comment>gone</comment>c.", ["A b c."]),
        ("A text %% gone\ngone.\n\nMore.", ["A text", "More."]),
        ("A\n\n{/* gone\n\ngone", ["A"]),
        ("A {% comment %} gone\n\ngone", ["A"]),
        ("A <comment>gone\n\ngone", ["A"]),
        ("A <!-- gone > --> b.", ["A b."]),
        ("A\n\n<!-- never closed\n\nsecret", ["A"]),
        ("A\n\n%% never closed\n\nsecret", ["A"]),
        ("`%%a%%` and\n\n```\n%%b%% <!-- c -->\n```", ["%%a%% and", "%%b%% <!-- c -->"]),
        (
            "A {>>gone<<} b {--gone--} c {++new++} {~~gone~>d~~} {==e==}{>>gone\n\ngone<<}.",
            ["A b c new d e."],
        ),
        ("{++\nNew.\n\n{--gone\n\ngone--}\n\n++}\nMore.", ["New.", "More."]),
        ("An i{++} and {--} \\{--b--} `{--c--}`.", ["An i{++} and {--} {--b--} {--c--}."]),
        ("A {--gone\n\nMore {~~gone", ["A", "More"]),
        ("A {>>gone\n\ngone", ["A"]),
        (
            "A <span hidden>gone^[gone]</span> b <i style='display : none'>gone <i>gone</i></i>.",
            ["A b ."],
        ),
        (
            'A <b title="hidden">b</b> <i aria-hidden="true">gone</i> `<p hidden>`.',
            ["A b <p hidden>."],
        ),
        ("<div hidden>\n\ngone\n\n`</div>` gone\n\n- gone\n\n</div>\n\nB.", ["B."]),
        (
            "<x-y style='visibility:hidden'>gone</x-y><table><tr><td hidden>gone</td><td>A</td></tr></table>",
            ["A"],
        ),
        ("A <p hidden>gone\n\nB.", ["A", "B."]),
        ("A\n\n<div hidden>gone\n\ngone", ["A"]),
        ("A{/* gone */} b {% comment %}gone{% endcomment %}c.", ["A b c."]),
        ("A {{< youtube xyz >}}b {% raw %}c{% endraw %} {{ site.x }}d.", ["A b c d."]),
        ("## Part {#part}\n\nText.{: .big }", ["Part", "Text."]),
        ("From <Otto Brandt> to <ann@example.org>.", ["From <Otto Brandt> to ann@example.org."]),
        ("A <Card x='1'>in</Card> <b>bold</b>.", ["A in bold."]),
        ("Gone ~~so~~ now ==marked==.", ["Gone so now marked."]),
        ("> [!warning] Take care\n> The bridge is shut.", ["Take care", "The bridge is shut."]),
        ("> [!note]-\n> Text.", ["Text."]),
        ("- [x] Done\n- [ ] Open", ["Done", "Open"]),
        ("Term\n: What it is", ["Term", "What it is"]),
        ("They are:\n- one\n- two", ["They are:", "one", "two"]),
        ("They are:\n1. one\n2. two", ["They are:", "one", "two"]),
        ("1986. A great year", ["1986. A great year"]),
        ("4. March 2024", ["4. March 2024"]),
        ("He came in\n1986. A great year.", ["He came in 1986. A great year."]),
        ("3. three\n4. four", ["three", "four"]),
        ("1. one\n1. two", ["one", "two"]),
        ("As here:\n| a | b |\n|---|---|\n| 1 | 2 |", ["As here:", "a", "b", "1", "2"]),
        ("A line\\\nand another", ["A line\nand another"]),
        ("::: {.callout-note}\nInside.\n:::", ["Inside."]),
        ("Text. ^abc-1", ["Text."]),
        ("[TOC]\n\nText.", ["Text."]),
        ("- item\n\n    ```\n    [[code]]\n    ```", ["item", "[[code]]"]),
        (
            '<div class="b">\n\n## Part\n\n**Bold** one.\n\n</div>\nTwo.',
            ["Part", "Bold one.", "Two."],
        ),
        ("<figure>\n\n![Mill](https://x.org/a.png)\n\n</figure>", ["Mill"]),
        ("<div>\n<h6>Part</h6>\n\nIt is *so*.\n</div>", ["Part", "It is so."]),
        ("<div>\n**raw**\n</div>", ["**raw**"]),
        ("One.^[A note.]", ["One.", "A note."]),
        ('{{< figure src="https://x.org/a.png" caption="The mill" >}}', ["picture", "The mill"]),
    ],
)
def test_forms(document, text: str, passages: list[str]) -> None:
    assert texts(document, text) == passages


def test_comments_stay_hidden_where_a_text_is_given_up(document) -> None:
    shown = document("a.md", f"{HEAD}Seen %%secret%% <!-- secret --> [[b|c]] {'[word ' * 20_000}")
    assert "secret" not in shown.text
    assert shown.text.startswith("Seen")
    assert "<a" not in shown.text


def test_a_comment_that_is_not_closed_is_said(reading) -> None:
    found = reading({"a.md": f"{HEAD}Text.\n\n<!-- secret\n\nMore."})
    (problem,) = found.problems
    assert "not closed" in problem.message
    assert "line 3" in problem.hint


def test_per_cent_signs_can_be_a_comment_that_is_not_closed(reading) -> None:
    found = reading({"a.md": f"{HEAD}Text.\n\nIt is 100 %% sure.\n\nMore."})
    (problem,) = found.problems
    assert "in its paragraph" in problem.message
    assert "line 3" in problem.hint
    assert r"\%%" in problem.hint


def test_metadata_have_no_comments(reading) -> None:
    head = (
        "title: Head %%S%% one\nsummary: Sum <!-- S --> x %%S%%\nauthor: Ann Lee %%S%%\n"
        "tags: [fire %%S%%, 'mill <!-- S -->']\nroom: {a: b%%S%%}\nshelf: 4 %% S\ndate: 2024\n"
    )
    found = reading({"a.md": f"---\n{head}---\nText.", "b.txt": f"---\n{head}---\nMore."})
    for document in found.documents:
        assert document.title == "Head one"
        assert document.summary == "Sum x"
        assert document.authors == ("Ann Lee",)
        assert document.tags == ("fire", "mill")
        assert "S" not in repr(document.extra)
    assert ["not closed" in problem.message for problem in found.problems] == [True, True]
    assert {problem.line for problem in found.problems} == {7}


def test_tables_pages_and_plain_texts_have_no_comments(reading) -> None:
    page = (
        "<html><head><title>Page <!-- S --> two</title></head><body><article><p>Text <! -- S > S"
        " --> of it.</p><comment>S</comment></article></body></html>"
    )
    table = 'title,text,room\nRow <!-- S --> x,"<p>It is. <comment>S</comment></p>",b <!-- S -->\nTwo,It <!-- S --> is.,'
    files = {"a.txt": "It <!-- S\n\nS --> burned.\n\nA --> b.", "b.html": page, "c.csv": table}
    plain, saved, row, other = reading(files).documents
    assert plain.text == "It burned.\n\nA --> b."
    assert (saved.title, saved.text) == ("Page two", "Text of it.")
    assert (row.title, row.text) == ("Row x", "It is.")
    assert "S" not in repr(row.extra)
    assert other.text == "It is."


def test_lines_of_tags_are_tags_and_no_headings(document) -> None:
    found = document("a.md", "---\ndate: 2024\ntags: [fire]\n---\n#politics #mill/old\n\nText.")
    assert found.tags == ("fire", "politics", "mill/old")
    assert found.text == "Text."
    loose = document("b.md", "#Background\n\nText.\n\n##Part\n\nText.")
    assert loose.tags == ()
    assert "Part" in loose.text


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("'*Fire* at the **mill**'", "Fire at the mill"),
        ("'_Fire_ and snake_case_name'", "Fire and snake_case_name"),
        (r"'Fire \* \_ at 5 * 3 * 2'", "Fire * _ at 5 * 3 * 2"),
        ("'[Fire](https://x.org) gone'", "Fire gone"),
        ("*Fire*", "Fire"),
    ],
)
def test_titles_have_no_marks(document, title: str, shown: str) -> None:
    assert document("a.md", f"---\ntitle: {title}\ndate: 2024\n---\nText.").title == shown


def test_a_mark_of_a_note_is_no_word_of_a_title(document) -> None:
    assert document("a.md", "# The fire[^1]\n\nText.\n\n[^1]: A note.").title == "The fire"


@pytest.mark.parametrize("name", ["a.mdx", "a.qmd", "a.Rmd", "a.mkd"])
def test_other_suffixes(document, name: str) -> None:
    text = 'import Card from "./card"\nexport const a = 1\n\nText of **it**.'
    assert texts(document, text, name)[-1] == "Text of it."
    assert ("import" in texts(document, text, name)[0]) == (name != "a.mdx")


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.text", "a", "notes/README"])
def test_front_matter_counts_in_any_file(reading, name: str) -> None:
    head = "---\ntitle: Fire\ndate: 2024-03-25\n"
    body = "---\n<p>It burned <b>down</b>.</p>\n"
    (found,) = reading({name: head + body}).documents
    assert (found.title, found.date, found.text) == ("Fire", "2024-03-25", "It burned down.")
    assert not reading({name: f"{head}draft: true\n{body}"}).documents
    assert not reading({name: f"\ufeff\r\n{head}draft: true\n{body}"}).documents


@pytest.mark.parametrize("name", ["a.txt", "page"])
def test_a_page_is_a_page_whatever_it_is_called(document, name: str) -> None:
    page = (
        "<!DOCTYPE html><html><head><title>The fire</title></head><body><article><p>It burned.</p>"
    )
    found = document(name, page + "</article></body></html>")
    assert (found.title, found.text) == ("The fire", "It burned.")
    assert document(name, "It burned. --- So they say.").text == "It burned. --- So they say."


def test_tasks_and_callouts_are_marked(document) -> None:
    found = document("a.md", f"{HEAD}> [!note] A\n> b\n\n- [x] Done\n- [ ] Open")
    assert found.layout[0] == "<aside>"
    marks = [tag.html for passage in found.passages for tag in passage.inline if tag.name == "task"]
    assert marks == ['<task done="yes">', '<task done="no">']
