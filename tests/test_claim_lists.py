"""The lists of claims: those of all and of what is just said have the newest, others all."""

from __future__ import annotations

import pytest
from conftest import corpus_of

from generator.render.corpus_index import CorpusIndex
from generator.render.pages import claims

TEXT = """Ann Lee said that 12 people died. She said that the mill burned. Bo Day said it rained.
Ann Lee denied that it rained. Bo Day denied that it snowed. Bo Day denied that it burned.
"""
FILES = {
    "sourcebook.toml": 'title = "T"\nnames = "listed"\nsearch = false\n',
    "seeds/a.md": f"---\ntitle: A\ndate: 2024-05-02\npeople: [Ann Lee, Bo Day]\n---\n{TEXT}",
}


def test_the_first_lists_have_only_the_newest(
    make_project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "_NEWEST", 2)
    pages = claims.claim_pages(CorpusIndex(corpus_of(make_project(FILES))), 200)
    by_path = {page.path: page.view for page in pages}
    assert len(by_path["claims/index.html"]["claims"]) == 2
    assert by_path["claims/index.html"]["total"] == "The newest 2 of 6 claims."
    assert by_path["claims/says/index.html"]["total"] == "The newest 2 of 3 claims."
    assert len(by_path["claims/says/index.html"]["claims"]) == 2
    assert len(by_path["claims/denies/index.html"]["claims"]) == 3
