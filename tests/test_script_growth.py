"""The scripts of the search take twice as long for twice as much, whatever a source or a reader writes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from conftest import ROOT
from playwright.sync_api import Browser, Page
from test_search import served

pytestmark = pytest.mark.browser

# Linear growth gives 8 from n to 8n, quadratic 64. A browser's clock is that on the wall, so the
# margin is wide.
MOST = 24.0
SHAPES = {
    "dashes between letters": "(n) => 'a' + '-'.repeat(n) + 'a'",
    "only dashes": "(n) => '-'.repeat(n)",
    "dashes at the end": "(n) => 'a' + '-'.repeat(n)",
    "accents": "(n) => 'a' + '\\u0301\\u0323'.repeat(n / 2)",
    "emoji": "(n) => 'a' + '😀'.repeat(n / 2) + 'a'",
    "overrides": "(n) => '\\u202e'.repeat(n)",
    "words": "(n) => 'a '.repeat(n / 2)",
    "quotation marks": "(n) => '\\u201ca'.repeat(n / 2)",
    "dates": "(n) => '1 May 2024,'.repeat(n / 11)",
}
WORK = {
    "the sentences of a result": "(text) => sentences.bestSentences("
    "{ raw_url: 'a.html#s.1', raw_content: text.replace(/\\s/g, '.') }, [0])",
    "comparing": "(text) => words.bare(text)",
    "a query": "(text) => query.datesIn(query.readQuery(text).plain)",
    "showing": "(text) => words.isolated(text)",
}
GROWTH = """async () => {
  const words = await import(new URL("search/text.js", location.href));
  const query = await import(new URL("search/query.js", location.href));
  const sentences = await import(new URL("search/sentences.js", location.href));
  const make = %s;
  const run = %s;
  const cost = (size) => {
    const text = make(size);
    const once = () => { const start = performance.now(); run(text); return performance.now() - start; };
    return Math.min(once(), once(), once(), once());
  };
  return [cost(%d), cost(8 * %d)];
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    with served(ROOT / "static") as address:
        found = context.new_page()
        found.goto(address)
        yield found
    context.close()


@pytest.mark.parametrize("work", WORK)
@pytest.mark.parametrize("shape", SHAPES)
def test_scripts_take_linear_time(page: Page, shape: str, work: str) -> None:
    n = 20_000
    first, last = page.evaluate(GROWTH % (SHAPES[shape], WORK[work], n, n))
    # Less than 20 ms may be anything on a busy machine; what was quadratic took seconds for 8n.
    assert last < MOST * max(first, 20), f"{first} ms, {last} ms"


def test_what_takes_quadratic_time_is_noticed(page: Page) -> None:
    old = r"(text) => text.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su)"
    first, last = page.evaluate(GROWTH % (SHAPES["dashes between letters"], old, 2000, 2000))
    assert last > MOST * first


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("“Él!”", "el"),
        ("-a-b-", "a-b"),
        ("", ""),
        ("--", ""),
        ("😀x😀", "x"),
        ("𝒜.", "a"),
        ("\udc00a\ud800", "a"),
        ("a\u0301\u0323b", "ab"),
        ("3%", "3"),
    ],
)
def test_words_are_compared_without_what_surrounds_them(page: Page, word: str, bare: str) -> None:
    script = 'async (word) => (await import(new URL("search/text.js", location.href))).bare(word)'
    assert page.evaluate(script, word) == bare


def test_of_a_pasted_article_the_first_words_are_asked_for(page: Page) -> None:
    script = 'async (t) => (await import(new URL("search/query.js", location.href))).readQuery(t)'
    found = page.evaluate(script, "one “two three” " + "four " * 10_000)
    assert found["phrases"] == ["two three"]
    assert found["words"][:4] == ["one", "two", "three", "four"]
    assert (len(found["words"]), found["cut"]) == (40, True)
    assert not page.evaluate(script, "one “two three”")["cut"]
