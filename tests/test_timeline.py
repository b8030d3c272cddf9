"""Events read out of the texts: what is one, which belong together, what editors may change."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, build_site

from generator.analyse import analyse
from generator.analyse.figures import find_figures
from generator.config import read_config
from generator.derive import derive
from generator.errors import CurationError
from generator.load import load
from generator.model import Corpus, Event
from generator.model.dates import extent
from generator.read import read, read_edits
from generator.render.views.event_views import event_notes


@pytest.fixture
def corpus(make_project):
    def get(files: dict[str, str]) -> Corpus:
        config = read_config(make_project({"sourcebook.toml": 'names = "listed"', **files}))
        loaded = load(config)
        documents = read(loaded.sources, config).documents
        analyses = analyse(documents, config)
        derived = derive(documents, analyses, loaded.sources, read_edits(loaded.curation), 2)
        assert not derived.problems
        return derived.corpus

    return get


def reported(found: Corpus) -> list[Event]:
    return [event for event in found.events if event.kind == "reported"]


def seeds(*texts: str) -> dict[str, str]:
    return {f"seeds/{n}.txt": text for n, text in enumerate(texts)}


def test_a_sentence_with_a_date_is_an_event_at_that_date(corpus) -> None:
    found = reported(corpus(seeds("date 2024-03-25 The hall burned on Friday. Nobody knew why.")))
    (event,) = found
    assert (event.date, event.precision, event.sources) == ("2024-03-22", "day", 1)
    (evidence,) = event.evidence
    assert evidence.time is not None
    assert evidence.time.reason.code == "weekday-before"
    assert event.id.startswith("e2024-03-22-")


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("in mid-March 2024", "the middle of this time"),
        ("in early March 2024", "the beginning of this time"),
        ("around 22 March 2024", "around this date"),
    ],
)
def test_what_qualifies_a_date_stands_beside_it(words: str, note: str, corpus) -> None:
    (event,) = reported(corpus(seeds(f"date 2024-05-25 The hall was closed {words}.")))
    assert note in event_notes(event)


def test_publication_and_event_are_two_axes(corpus) -> None:
    found = corpus(seeds("date 2024-03-25 The hall burned on Friday."))
    assert [(e.kind, e.date) for e in found.events] == [
        ("reported", "2024-03-22"),
        ("publication", "2024-03-25"),
    ]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The hall burned on Friday.", ""),
        ("The trial will begin on 4 April 2024.", "planned"),
        ("The trial begins on 4 April.", "planned"),
        ("The fire may have started on Friday.", "uncertain"),
        ("He denied that the hall burned on Friday.", "negated"),
        ("Nobody was in the hall on Friday.", "negated"),
        ("It burned on Friday, and nobody knew why.", ""),
        ("The minister, who may resign, left on Friday.", ""),
        ("The council reported on Friday.", "reporting"),
        ("The hall is old, the council said on Friday.", "reporting"),
        ("On Friday, officials said that the hall burned.", "reporting"),
        ("On 1 March 2024, the launch was not carried out.", "negated"),
        ("Last Friday, the talks did not take place.", "negated"),
        ("On Friday, nobody was in the hall.", "negated"),
        ("In February, it may have leaked.", "uncertain"),
        ("He denied that 1,200 people died on Friday.", "negated"),
        ("Officials denied that the hall (a landmark) burned on Friday.", "negated"),
        ("It is not true that the hall burned when rain fell on Friday.", "negated"),
        ("The hall may, police said, have burned on Friday.", "uncertain"),
        ("The council will meet today.", "planned"),
        ("The festival will be held from 20 to 30 March.", "planned"),
        ("Elections will be held in 2024.", "planned"),
        ("The launch was planned for 5 March.", "planned"),
        ("The trial will not begin on 4 April.", "negated"),
        ("No fewer than 40 people were killed on Friday.", ""),
        ("He died on Friday without regaining consciousness.", ""),
        ("There is no doubt that the hall burned on Friday.", ""),
        ("No. 5 Fire Station burned down on Friday.", ""),
        ("The council refused the permit on Friday.", ""),
        ("Two men were denied bail on Friday.", ""),
        ("Prime Minister Theresa May visited the town on Friday.", ""),
        ("The council met on 3 April 2023 and on 5 May 2023.", ""),
        ("The hall reportedly burned on Friday.", "uncertain"),
        ("The concert on Friday was cancelled.", "negated"),
        ("The mayor, who may resign, left on Friday.", ""),
        ("Will Smith was arrested on 5 May 2023.", ""),
        ("The hall burned on 22 March 2024, the council reported on Friday evening.", ""),
        ("The hall is old, the paper reported on Monday, 25 March, three days later.", "reporting"),
    ],
)
def test_status(corpus, sentence: str, status: str) -> None:
    events = reported(corpus(seeds(f"date 2024-03-25 {sentence}")))
    assert {e.status for e in events} == {status}


def test_sentences_that_tell_the_same_are_one_event(corpus) -> None:
    found = reported(
        corpus(
            seeds(
                "date 2024-03-23 At least 40 people were killed in the attack on the concert hall on Friday.",
                "date 2024-03-24 More than 60 people were killed in Friday's attack on the concert hall.",
                "date 2024-03-25 The attack on the concert hall on 22 March killed 137 people.",
                "date 2024-03-25 On 22 March the parliament passed a budget for railways.",
            )
        )
    )
    assert sorted(len(e.evidence) for e in found) == [1, 3]
    attack = max(found, key=lambda e: e.sources)
    assert attack.sources == 3
    assert attack.score > min(found, key=lambda e: e.sources).score


def test_copies_and_one_publishers_documents_count_once(corpus) -> None:
    body = (
        "The bridge over the river was closed on Friday after a crack had been found in one of "
        "its pillars, the council of the town said in a statement that was read to reporters."
    )
    found = corpus(
        {
            "seeds/a.txt": f"date 2024-03-25 {body}",
            "seeds/b.txt": f"date 2024-03-25 {body} Nobody was hurt.",
            "seeds/c.md": "---\ntitle: C\ndate: 2024-03-25\npublisher: P\n---\nThe bridge over the river was closed on Friday.",
            "seeds/d.md": "---\ntitle: D\ndate: 2024-03-26\npublisher: P\n---\nThe river's bridge was closed last Friday, 22 March.",
        }
    )
    (event,) = reported(found)
    assert (len(event.evidence), event.sources) == (4, 2)


def test_ids_last_when_documents_come_and_go(corpus, make_project) -> None:
    one = "date 2024-03-23 The hall burned on Friday."
    two = "date 2024-03-24 The concert hall burned down on Friday."
    alone = reported(corpus(seeds(one)))[0].id
    both = reported(corpus(seeds(one, two)))
    assert alone in {e.id for e in both}
    assert alone in {v.id for e in both for v in e.evidence}


def test_durations_and_sets_are_not_on_the_calendar(corpus) -> None:
    text = "date 2024-03-25 It lasted two hours. They meet every Friday. He is 58 and paid $27."
    assert not reported(corpus(seeds(text)))


def test_a_range_keeps_both_ends(corpus) -> None:
    (event,) = reported(corpus(seeds("date 2024-03-25 They met from 4 to 6 March 2024 in Rome.")))[
        :1
    ]
    assert (event.first, event.last) == ("2024-03-04", "2024-03-06")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("At least 137 people were killed and 182 injured.", [("dead", 137), ("injured", 182)]),
        ("The death toll rose to 1,204.", [("dead", 1204)]),
        ("Eleven were arrested, four of them in Bryansk.", [("arrested", 11)]),
        (
            "Police found 28 magazines and more than 500 rounds.",
            [("magazines", 28), ("rounds", 500)],
        ),
        ("A boy aged 14 was killed; a 58 year old man was found dead after 5 days.", []),
        ("The council held two meetings at 14 Hospital Street on Flight 17.", []),
        ("From 40 to 60 people were killed.", [("dead", 40)]),
        ("Two hundred people died in the fire.", [("dead", 200)]),
        ("He paid $27 for 2.5 percent, aged 58.", []),
        ("some 4.9 million barrels leaked", [("barrels", 4_900_000)]),
    ],
)
def test_figures(text: str, figures: list[tuple[str, float]]) -> None:
    found = find_figures(text, 0, len(text), ())
    assert [(f.measure, f.value) for f in found] == figures
    assert all(text[f.start : f.end].strip() for f in found)


def test_figures_as_other_languages_write_them() -> None:
    for language, text, value in (
        ("es", "Se confirmó la muerte de 144 personas", 144),
        ("ru", "погибли 149 человек", 149),
        ("es", "Murieron 1.204 personas", 1204),
        ("ru", "погибли 1 204 человека", 1204),
    ):
        (figure,) = find_figures(text, 0, len(text), (), language)
        assert (figure.measure, figure.value) == ("dead", value)


def test_other_names_tell_of_another_event(corpus) -> None:
    found = reported(
        corpus(
            seeds(
                "date 2024-03-25 A bomb exploded in a market in Baghdad on Friday, killing 12 people.",
                "date 2024-03-25 A bomb exploded in a market in Kabul on Friday, killing 30 people.",
            )
        )
    )
    assert [len(e.evidence) for e in found] == [1, 1]


def test_a_denial_is_no_source_for_the_event(corpus) -> None:
    (event,) = reported(
        corpus(
            seeds(
                "date 2024-03-25 The concert hall burned on Friday.",
                "date 2024-03-25 Officials denied that the concert hall burned on Friday.",
                "date 2024-03-25 The concert hall may have burned on Friday.",
            )
        )
    )
    assert (event.sources, event.status, len(event.evidence)) == (1, "", 3)


def test_doubts_without_a_fact_are_no_fact(corpus) -> None:
    (event,) = reported(
        corpus(
            seeds(
                "date 2024-03-25 He denied that the concert hall burned on Friday.",
                "date 2024-03-26 The concert hall may have burned on Friday.",
            )
        )
    )
    assert event.status in ("negated", "uncertain")


def test_of_two_dates_side_by_side_the_finer_counts(corpus) -> None:
    found = reported(
        corpus(seeds("date 2024-03-29 It burned a week ago, on 22 March, in the night."))
    )
    assert [e.date for e in found] == ["2024-03-22"]


def test_early_march_is_not_march(corpus) -> None:
    found = reported(
        corpus(
            seeds(
                "date 2024-03-20 The old mill in Leeds closed in March 2024.",
                "date 2024-03-28 The old mill in Leeds closed in early March 2024, and the old mill in Leeds opened in late March 2024.",
            )
        )
    )
    ids = [v.id for e in found for v in e.evidence]
    assert len(ids) == len(set(ids)) == 3


def test_one_sentence_with_many_dates_costs_little(corpus) -> None:
    dates = ", ".join(
        f"{d} {m} 20{y:02d}" for y in range(10, 20) for m in ("May", "June") for d in range(1, 29)
    )
    found = reported(corpus(seeds(f"date 2024-03-25 They met on {dates}.")))
    assert len(found) == 12


def test_editors_leave_one_sentence_out(make_project) -> None:
    root = make_project(
        seeds(
            "date 2024-03-23 The concert hall burned down on Friday and 40 people were killed.",
            "date 2024-03-23 The concert hall burned on Friday night and 60 people were killed.",
        )
    )
    build_site(root)
    read_events = lambda: [  # noqa: E731
        e
        for e in json.loads((root / "site/data/timeline.json").read_text())["timeline"]
        if e["kind"] == "reported"
    ]
    (event,) = read_events()
    other = next(s["id"] for s in event["sentences"] if s["id"] != event["id"])
    assert [group["measure"] for group in event["figures"]] == ["dead"]
    (root / "curation").mkdir()
    table = root / "curation/events.csv"
    table.write_text(f"action,id,date,text,note\nhide,{other},,,wrong fire\n")
    assert not build_site(root).problems
    (event,) = read_events()
    assert len(event["sentences"]) == 1
    assert event["figures"] == []
    assert "one sentence hidden (wrong fire)" in event["edits"]
    assert "hidden 1 event or sentence." in (root / "site/method.html").read_text()
    table.write_text(f"action,id,date,text,note\nrewrite,{other},,New words,\n")
    assert "is a sentence of the event" in str(build_site(root).problems[0])


def hide(root: Path, *ids: str) -> list[dict[str, Any]]:
    """What is reported once editors have left sentences out."""
    (root / "curation").mkdir(exist_ok=True)
    lines = [f"hide,{name},,,\n" for name in ids]
    (root / "curation/events.csv").write_text("action,id,date,text,note\n" + "".join(lines))
    assert not build_site(root).problems
    found = json.loads((root / "site/data/timeline.json").read_text())["timeline"]
    return [e for e in found if e["kind"] == "reported"]


def test_what_is_left_of_an_event_is_told_as_its_sentences_tell_it(make_project) -> None:
    root = make_project(
        seeds(
            "date 2024-03-20 The old concert hall will open on 22 March 2024.",
            "date 2024-03-24 The old concert hall opened on 22 March 2024.",
        )
    )
    build_site(root)
    (event,) = hide(root)
    plan, fact = sorted(event["sentences"], key=lambda s: s["document"])
    assert (event["status"], event["id"], event["sources"]) == ("", plan["id"], 1)
    score = event["score"]
    (event,) = hide(root, fact["id"], fact["id"])
    assert (event["status"], event["id"], event["sources"]) == ("planned", plan["id"], 1)
    assert event["score"] < score
    assert len(event["edits"]) == 1
    assert "planned" in (root / "site/timeline/2024.html").read_text()
    with (root / "curation/events.csv").open("a") as table:
        table.write(f"redate,{event['id']},2024-03-23,,\n")
    assert not build_site(root).problems
    events = json.loads((root / "site/data/timeline.json").read_text())["timeline"]
    assert [(e["date"], e["status"]) for e in events if e["kind"] == "reported"] == [
        ("2024-03-23", "planned")
    ]


def test_one_publisher_alone_does_not_differ(make_project) -> None:
    told = (
        ("B", "The concert hall burned down on Friday and 40 people were killed."),
        ("A", "The concert hall burned on Friday night and 60 people were killed."),
        ("B", "On Friday the concert hall burned, and 70 people were killed there."),
    )
    root = make_project(
        {
            f"seeds/{n}.md": f"---\ndate: 2024-03-24\npublisher: {publisher}\n---\n{text}\n"
            for n, (publisher, text) in enumerate(told)
        }
    )
    build_site(root)
    (event,) = hide(root)
    assert len(event["sentences"]) == 3
    assert event["figures"]
    assert event["sources"] == 2
    other = next(s["id"] for s in event["sentences"] if "60" in s["text"])
    (event,) = hide(root, other)
    assert (len(event["sentences"]), event["figures"], event["sources"]) == (2, [], 1)


def test_extent() -> None:
    assert extent("2024-02") == ("2024-02-01", "2024-02-29", "month")
    assert extent("2023-12") == ("2023-12-01", "2023-12-31", "month")
    assert extent("1943") == ("1943-01-01", "1943-12-31", "year")
    with pytest.raises(ValueError, match="day is out of range"):
        extent("2024-02-30")


def test_editors_change_the_timeline_and_the_site_says_so(make_project) -> None:
    text = "date 2024-03-25 {} burned on {} March 2024."
    names = ("The hall", "A mill", "Their farm", "One barn")
    files = seeds(*(text.format(name, 10 + n) for n, name in enumerate(names)))
    root = make_project(files)
    build_site(root)
    events = json.loads((root / "site/data/timeline.json").read_text())["timeline"]
    ids = {e["date"]: e["id"] for e in events if e["kind"] == "reported"}
    (root / "curation").mkdir()
    (root / "curation/events.csv").write_text(
        "action,id,date,text,note\n"
        f"hide,{ids['2024-03-10']},,,a doublet\n"
        f"pin,{ids['2024-03-11']},,,\n"
        f"redate,{ids['2024-03-12']},2024-04-01,,a misprint\n"
        f"rewrite,{ids['2024-03-13']},,The old barn was lost.,\n"
        "add,,2024-05,The ruins were cleared.,from the town's record\n"
    )
    assert not build_site(root).problems
    site = root / "site"
    events = json.loads((site / "data/timeline.json").read_text())["timeline"]
    found = {e["date"]: e for e in events if e["kind"] == "reported"}
    assert set(found) == {"2024-03-11", "2024-04-01", "2024-03-13", "2024-05"}
    page = (site / "timeline/2024.html").read_text()
    assert "10 March" not in page
    assert "date changed from 2024-03-12 to 2024-04-01 (a misprint)" in page
    assert "The old barn was lost." in page
    assert "reworded" in page
    assert (
        "added by the editors (from the town&#39;s record)"
        in (site / "timeline/2024.html").read_text()
    )
    assert "changed 4 of the events" in (site / "method.html").read_text()
    assert found["2024-04-01"]["id"] == ids["2024-03-12"]


def test_only_the_same_text_at_the_same_date_is_added_twice(make_project) -> None:
    root = make_project(seeds("date 2024-03-25 The hall burned on 10 March 2024."))
    (root / "curation").mkdir()
    (root / "curation/events.csv").write_text(
        "action,id,date,text,note\n"
        "add,,2024-05,The ruins were cleared.,\n"
        "add,,2024-06,The ruins were cleared.,\n"
        "add,,2024-05,The mayor resigned.,\n"
        "add,,2024-05,The ruins were cleared.,\n"
    )
    (problem,) = build_site(root).problems
    assert str(problem).startswith("curation/events.csv:5: warning: ")
    assert "has already been added" in str(problem)
    events = json.loads((root / "site/data/timeline.json").read_text())["timeline"]
    assert sorted(e["date"] for e in events if e["kind"] == "reported") == [
        "2024-03-10",
        "2024-05",
        "2024-05",
        "2024-06",
    ]


def test_a_line_about_events_that_raises_stops_the_build(
    make_project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(event: object, edit: object) -> None:
        raise OverflowError

    root = make_project(seeds("date 2024-03-25 The hall burned on 10 March 2024."))
    build_site(root)
    events = json.loads((root / "site/data/timeline.json").read_text())["timeline"]
    (id_,) = (e["id"] for e in events if e["kind"] == "reported")
    (root / "curation").mkdir()
    (root / "curation/events.csv").write_text(
        f"action,id,date,text,note\npin,{id_},,,\nadd,,2024-05,The ruins were cleared.,\n"
    )
    monkeypatch.setattr("generator.derive.events.edits._changed", fails)
    message = (
        "curation/events.csv:2: error: This line could not be applied: OverflowError. "
        "Please report this line to us."
    )
    with pytest.raises(CurationError, match=re.escape(message)):
        build_site(root)
    assert "The ruins were cleared." not in (root / "site/data/timeline.json").read_text()


def test_from_any_date_to_the_very_sentence_in_one_click(demo_site: Path) -> None:
    pages = sorted((demo_site / "timeline").glob("2*.html"))
    assert len(pages) > 5
    for path in pages:
        page = path.read_text(encoding="utf-8")
        for article in re.findall(
            r'<(?:article|li) class="event.*?</(?:article|li)>', page, re.DOTALL
        ):
            assert re.search(r'href="\.\./sources/[^"#]+#s\w+"', article), path


def test_every_dated_sentence_says_why(demo_site: Path) -> None:
    events = json.loads((demo_site / "data/timeline.json").read_text(encoding="utf-8"))["timeline"]
    for event in events:
        for sentence in event["sentences"] if event["kind"] == "reported" else ():
            assert sentence["words"] in sentence["text"]
            assert sentence["reason"]


def test_exports(make_project) -> None:
    root = make_project(
        seeds(
            'date 2024-03-25 =1+1 "burned", they; on 22 March 2024 in a \\ very '
            + "long " * 30
            + "fire."
        )
    )
    build_site(root, base_url="https://example.org/")
    data = root / "site/data"
    rows = list(
        csv.DictReader(io.StringIO((data / "timeline.csv").read_text(encoding="utf-8-sig")))
    )
    assert rows[0]["sentence"].startswith("'=1+1")
    assert rows[0]["address"].startswith("https://example.org/sources/")
    calendar = (data / "timeline.ics").read_bytes()
    assert all(len(line) <= 75 for line in calendar.split(b"\r\n"))
    unfolded = calendar.replace(b"\r\n ", b"").decode()
    assert "DTSTART;VALUE=DATE:20240322\r\nDTEND;VALUE=DATE:20240323" in unfolded
    assert "\\, they\\; on 22 March" in unfolded
    assert unfolded.count("BEGIN:VEVENT") == unfolded.count("END:VEVENT") == 1
    story = json.loads((data / "timeline-js.json").read_text())
    assert story["events"][0]["start_date"] == {"year": 2024, "month": 3, "day": 22}
    assert "<" not in story["events"][0]["text"]["headline"]


def test_entities_as_table_and_graph(demo_site: Path) -> None:
    text = (demo_site / "data/entities.csv").read_text(encoding="utf-8-sig")
    rows = {row["name"]: row for row in csv.DictReader(io.StringIO(text))}
    assert rows["Islamic State"]["spellings"] == "ISIS; Islamic State"
    graph = ET.parse(demo_site / "data/entities.gexf").getroot()
    space = "{http://gexf.net/1.3}"
    nodes = {node.get("id") for node in graph.iter(f"{space}node")}
    edges = [(e.get("source"), e.get("target")) for e in graph.iter(f"{space}edge")]
    assert len(nodes) == len(rows)
    assert edges
    assert {name for edge in edges for name in edge} <= nodes


def test_a_day_with_much_has_several_pages(make_project) -> None:
    words = [f"{a}{b}ton" for a in "bcdfghjklm" for b in ("ar", "el", "im", "or", "un", "ys")]
    root = make_project(
        seeds(*(f"date 2024-03-25 {w.title()} {w[::-1]} on 22 March 2024." for w in words))
    )
    build_site(root)
    assert (root / "site/timeline/2024-03-22/2.html").is_file()
    from generator.commands.check import broken_links

    assert not broken_links(root / "site")


def test_every_time_expression_of_the_demonstration_is_right(
    request: pytest.FixtureRequest,
) -> None:
    """All of them were read by eye; a change shows here, to be read again (`--update`)."""
    config = replace(read_config(ROOT), names="listed")
    documents = read(load(config).sources, config).documents
    lines = [
        f"{document.path}:{document.line} | {' '.join(time.text.split())} | {time.type} {time.value}"
        for document, analysis in zip(documents, analyse(documents, config), strict=True)
        for time in analysis.times
    ]
    stored = ROOT / "tests/cases/demonstration-times.txt"
    if request.config.getoption("--update"):
        stored.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert lines == stored.read_text(encoding="utf-8").splitlines()
