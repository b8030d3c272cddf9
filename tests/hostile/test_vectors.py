"""Nothing that a source says can run: every place shows it as text."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from conftest import build_site
from vectors import CALL, Page, project, vectors

ROWS = 24  # `make hostile` tries all vectors


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("vectors") / "project"
    project(root, vectors()[:: len(vectors()) // 400], ROWS)
    build_site(root)
    return root / "site"


def test_no_page_runs_what_a_source_says(site: Path) -> None:
    pages = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    read = {name: path.read_text(encoding="utf-8") for name, path in pages.items()}
    assert sum(CALL in text for text in read.values()) > ROWS, "the vectors are on the pages"
    checked = {name: Page(text) for name, text in read.items()}
    assert {name: page.found for name, page in checked.items() if page.found} == {}
    for page in checked.values():
        assert "script-src 'self'" in page.policy
        assert "default-src 'none'" in page.policy or "default-src 'self'" in page.policy
        assert "'unsafe-" not in page.policy


def test_data_and_feed_stay_whole(site: Path) -> None:
    ET.fromstring((site / "feed.xml").read_bytes())
    for path in site.rglob("*.json"):
        text = path.read_text(encoding="utf-8")
        for part in text.split("\n") if path.name.endswith(".ftm.json") else [text]:
            json.loads(part or "null")


@pytest.mark.parametrize(
    "text",
    [
        "<script>x</script>",
        "<script src=//x.test></script>",
        "<p onclick=x>",
        "<a href=javascript:x>",
        "<a href='java&#9;script:x'>",
        "<a href=data:x>",
        "<svg><a xlink:href=javascript:x>",
        "<base href=x>",
        "<meta http-equiv=refresh content=x>",
        "<p style=x>",
    ],
)
def test_the_check_would_notice(text: str) -> None:
    assert Page(text).found
