"""Rich Text Format: what a page shows is read, what it does not show is left out and reported."""

from __future__ import annotations

import pytest

from generator.model import Source
from generator.read.office.rtf import read_rtf
from generator.read.readers import rtf
from generator.read.refused import Refused


def html(inside: str) -> str:
    return read_rtf(b"{\\rtf1\\ansi\\ansicpg1252 " + inside.encode("latin-1") + b"}").html


@pytest.mark.parametrize(
    ("inside", "found"),
    [
        (r"One.\par Two\line three.\par", "<p>One.</p><p>Two<br>three.</p>"),
        (r"caf\'e9 \u8364?5 \u-10179?\u-8704? a\~b a\_b \{x\}", "<p>café €5 😀 a\xa0b a\u2011b {x}</p>"),
        (r"{\uc2\u1071 ab}c", "<p>Яc</p>"),
        (r"{\fonttbl{\f1\fcharset204 Times;}}\f1 \'c4\'e0", "<p>Да</p>"),
        (r"{\fonttbl{\f1\fcharset128 MS;}}\f1 \'83A\'83\'42", "<p>アィ</p>"),
        (r"{\stylesheet{\s3\outlinelevel0 heading 1;}}\s3 Quay\par\pard Words.", "<h1>Quay</h1><p>Words.</p>"),
        (r"Words.{\footnote \chftn See letter 14.}", '<p>Words.<sup><a href="#note-1">1</a></sup></p><ol><li id="note-1">See letter 14.</li></ol>'),
        (r"\trowd A\cell B\cell\row C\cell\row\pard D", "<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table><p>D</p>"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt the page}}", "<p>the page</p>"),
        (r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt In a box.}}{\shprslt In a box.}}", "<p>In a box.</p>"),
        (r"{\header Head}{\info{\author Admin}}{\*\generator X;}{\mmathPr\mmathFont34 }W", "<p>W</p>"),
        (r"{\pntext 1.}\ls1 Nets.\par", "<ul><li>Nets.</li></ul>"),
        ("<b>&", "<p>&lt;b&gt;&amp;</p>"),
    ],
)  # fmt: skip
def test_text(inside: str, found: str) -> None:
    assert html(inside) == found


def test_what_is_not_shown_is_left_out_and_reported() -> None:
    data = rb"{\rtf1 {\v hidden}\v0 Shown.{\deleted gone}{\revised new}{\*\annotation{\*\atnid x}Sure?}}"
    source = Source("a.rtf", "seeds/a.rtf", data, "digest")
    found = rtf.read_source(source)
    assert found.drafts[0].html == "<p>Shown.new</p>"
    assert [p.message for p in (*found.problems, *found.notes)] == [
        "Hidden text (6 characters) is not published.",
        "Has tracked changes: deletions (1) are left out, insertions (1) are kept.",
        "Comments (1) are left out.",
    ]


def test_what_is_no_rich_text() -> None:
    with pytest.raises(Refused, match="Rich Text"):
        rtf.read_source(Source("a.rtf", "seeds/a.rtf", b"plain words", "digest"))


def test_groups_within_groups_end() -> None:
    assert html("{" * 5000 + "deep" + "}" * 5000) == "<p>deep</p>"


def test_bytes_of_pictures_and_deep_groups_hide_nothing_less() -> None:
    deep = b"{" * 300 + b"}" * 300
    data = b"{\\rtf1 {\\pict\\bin9 }}SECRET{}Open {\\v hidden " + deep + b"SECRET}words.\\par}"
    found = read_rtf(data)
    assert (found.html, found.hidden) == ("<p>Open words.</p>", 13)
