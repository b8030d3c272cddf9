"""What was written at the desk is shown at once, on the pages that are open, before a build."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import build_site, corpus_of, files_of
from test_desk import SEEDS, entity, event, id_on
from test_desk_server import open_desk, serve

from generator.config import Config, read_config
from generator.desk.actions import actions_from
from generator.desk.desk import Desk
from generator.desk.effects import effect_of
from generator.model import Corpus
from generator.render import SinglePages, compiled_templates

SETTINGS = {"sourcebook.toml": SEEDS["sourcebook.toml"] + '\nlanguages = ["en", "de"]\n'}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Config, Corpus, dict[str, bytes]]:
    """A site in two languages: its settings, what it is made of, and its files."""
    root = tmp_path_factory.mktemp("ahead")
    for name, text in (SEEDS | SETTINGS).items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    build_site(root)
    return read_config(root), corpus_of(root), files_of(root / "site")


def test_single_pages_are_those_of_a_build(built: tuple) -> None:
    config, corpus, files = built
    pages = SinglePages(corpus, config, compiled_templates(config))
    made = {path: pages.page(path) for path in files}
    same = {path for path, page in made.items() if page is not None}
    for path in same:
        assert made[path] == files[path], path
    assert same >= {
        "index.html",
        "people/index.html",
        "people/ann-lee.html",
        "timeline/index.html",
        "timeline/2024.html",
        "sources/index.html",
        "de/places/rome.html",
        "de/index.html",
    }
    assert any(path.startswith("sources/") and path != "sources/index.html" for path in same)
    for path in ("search/index.html", "static/site.css", "data/entities.json", "nowhere.html"):
        assert pages.page(path) is None
    for path in ("people/nobody.html", "timeline/1666.html", "de/places/nowhere.html"):
        assert pages.page(path) == b""
    hidden = SinglePages(corpus, replace(config, hide=("people",)), compiled_templates(config))
    assert hidden.page("people/ann-lee.html") is None


def test_an_older_build_does_not_take_back_what_was_written(make_project) -> None:
    root = make_project(SEEDS)
    corpus = corpus_of(root)
    desk = Desk(root, "", lambda: "2026-11-29")
    desk.built(corpus, ())
    assert desk.ahead is None

    def names() -> set[str]:
        return {entity.id for entity in desk.corpus.entities if "rom" in entity.id}

    given = {"actions": [entity("rename", "places/rome", "", "Roma")], "seen": ""}
    assert desk.answer("apply", given)["moved"] == {"places/rome": "places/roma"}
    assert (names(), desk.ahead) == ({"places/roma"}, desk.corpus)
    desk.building()
    assert desk.answer("undo", {})["moved"] == {"places/roma": "places/rome"}
    before = desk.ahead
    desk.built(corpus, ())  # it has the line that was taken out while it was made
    assert desk.ahead is before
    assert desk.answer("redo", {})["moved"] == {"places/rome": "places/roma"}
    desk.building()
    given = {"actions": [event("hide", id_on(corpus, "2024-01-04"))], "seen": ""}
    desk.answer("apply", given)
    desk.built(corpus, ())  # it does not know the second line yet
    assert desk.ahead is not None
    assert all(e.date != "2024-01-04" for e in desk.corpus.events if e.kind == "reported")
    desk.building()
    question = desk.answer("queue", {})["items"][0]
    given = {k: question[k] for k in ("what", "key")} | {"answer": "later"}
    desk.answer("decide", given)
    desk.built(corpus, ())
    assert desk.ahead is None  # what was put off changes no page


def test_the_preview_serves_what_was_written(make_project) -> None:
    root = make_project(SEEDS)
    build_site(root)
    for served in serve(root):
        desk = open_desk(served)
        desk.preview.desk.desk.built(corpus_of(root))
        before = desk.send("GET", "/people/ann-lee.html")[1]
        assert desk.send("HEAD", "/people/a-lee-fipiw.html")[0] == 200
        actions = [entity("merge", "people/a-lee-fipiw", "", "people/ann-lee")]
        assert desk.ask("apply", {"actions": actions, "seen": ""})[0] == 200
        after = desk.send("GET", "/people/ann-lee.html")[1]
        assert ("1 mention in 1 source" in before, "2 mentions in 1 source" in after) == (
            True,
            True,
        )
        assert "data-page" in after
        assert desk.send("GET", "/people/a-lee-fipiw.html")[0] == 404
        assert desk.send("GET", "/static/site.css")[0] == 200
        assert desk.ask("undo", {})[0] == 200
        # What it shows is the same page as before, by its tag and its bytes.
        assert desk.send("GET", "/people/ann-lee.html")[1] == before


def test_what_an_entity_says_goes_on_under_its_new_name(make_project) -> None:
    text = "On 3 January 2024 Ann Lee said that Rome was safe. Rome was safe, Ann Lee said."
    front = "---\ntitle: A\ndate: 2024-01-05\npeople: [Ann Lee]\nplaces: [Rome]\n---\n"
    root = make_project({**SEEDS, "seeds/a.md": front + text})
    corpus = corpus_of(root)
    assert any(claim.entity == "people/ann-lee" for claim in corpus.claims)
    actions = actions_from([entity("rename", "Ann Lee", "person", "Ann M. Lee")])
    after = effect_of(corpus, actions).corpus
    (new,) = {e.id for e in after.entities} - {e.id for e in corpus.entities}
    assert {claim.entity for claim in after.claims} >= {new}
    config = read_config(root)
    assert SinglePages(after, config, compiled_templates(config)).page(f"{new}.html")
