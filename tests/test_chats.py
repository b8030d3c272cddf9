"""Chats and posts as programs export them: days, people, times, and what stays private."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import build_site

from generator.config import Config, read_config
from generator.model import Source
from generator.read import Found, read_source
from generator.read.chats import name_of, shown_name
from generator.read.companions import companions


@pytest.fixture
def config(make_project: Callable[..., Path]) -> Config:
    return read_config(make_project({}))


@pytest.fixture
def read(config: Config) -> Callable[..., Found]:
    def read(text: str, name: str, own: Config = config) -> Found:
        data = text.encode()
        digest = hashlib.sha256(data).hexdigest()
        return read_source(Source(name, f"seeds/{name}", data, digest), own)

    return read


def texts(found: Found) -> dict[str, str]:
    return {document.date: document.text.replace("\n\n", "|") for document in found.documents}


IPHONE = """\u200e[28/04/2019, 21:39:00] Mill: \u200eMessages and calls are end-to-end encrypted.
[28/04/2019, 21:40:05] Ann Lee: The mill burned down.
Nobody was hurt.
[28/04/2019, 21:41:00] Ann Lee: Call me.
\u200e[28/04/2019, 21:42:00] \u202a+44\u00a07700\u00a0900123\u202c: \u200eimage omitted
[03/05/2019, 09:05:00] \u202a+44\u00a07700\u00a0900123\u202c: @447700900456 knows. \u200e<This message was edited>
"""
ANDROID = """28.04.19, 21:39 - Die Nachrichten sind verschlüsselt.
28.04.19, 21:40 - Ann Lee: The mill burned down.
Nobody was hurt.
28.04.19, 21:41 - Ann Lee: Call me.
28.04.19, 21:42 - +44 7700 900123: <Medien ausgeschlossen>
28.04.19, 21:42 - +44 7700 900123: IMG-20190428-WA0001.jpg (Datei angehängt)
03.05.19, 09:05 - +44 7700 900123: @447700900456 knows.
"""
AMERICAN = """4/28/19, 9:39 PM - Ann Lee created group "Mill"
4/28/19, 9:40\u202fPM - Ann Lee: The mill burned down.
Nobody was hurt.
4/28/19, 9:41 PM - Ann Lee: Call me.
5/3/19, 9:05 AM - +44 7700 900123: @447700900456 knows.
"""


@pytest.mark.parametrize("text", [IPHONE, ANDROID, AMERICAN], ids=["iPhone", "Android", "American"])
def test_days_of_a_chat_are_documents(read: Callable[..., Found], text: str) -> None:
    found = read(text, "WhatsApp Chat with Mill.txt")
    assert not found.problems
    assert texts(found) == {
        "2019-04-28": "Ann Lee: The mill burned down.|Nobody was hurt.|Call me.",
        "2019-05-03": "+44 … 123: @…456 knows.",
    }
    first, second = found.documents
    assert (first.title, first.people) == (
        "WhatsApp Chat with Mill, 2019-04-28",
        ("Ann Lee",),
    )
    assert [page.label for page in (*first.pages, *second.pages)] == ["21:40", "21:41", "9:05"]
    assert "left out: " in found.notes[0].message


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (("1/5/19", "2/5/19", "3/5/19"), ("2019-05-01", "2019-05-02", "2019-05-03")),
        (("5/1/19", "5/2/19", "5/3/19"), ("2019-05-01", "2019-05-02", "2019-05-03")),
        (("12/1/19", "1/2/20", "1/4/20"), ("2019-12-01", "2020-01-02", "2020-01-04")),
        (("13/2/2562", "14/2/2562"), ("2019-02-13", "2019-02-14")),
        (("2019/5/3", "2019/5/4"), ("2019-05-03", "2019-05-04")),
        (("2019-05-03", "2019-05-04"), ("2019-05-03", "2019-05-04")),
        (("28. 4. 2019", "3. 5. 2019"), ("2019-04-28", "2019-05-03")),
    ],
)
def test_the_order_in_which_dates_run_forward(read, dates, days) -> None:
    rows = "".join(f"{day}, 21:40 - Ann: Words.\n" for day in dates)
    found = read(rows, "a.txt")
    assert tuple(document.date for document in found.documents) == days
    assert not found.problems


@pytest.mark.parametrize(
    ("head", "time"),
    [
        ("31/12/2019 21:40 - ", "21:40"),
        ("31/12/2019 à 21:40 - ", "21:40"),
        ("31/12/19, 9:40 p. m. - ", "21:40"),
        ("[31.12.19, 12:40:00\u202fAM] ", "0:40"),
        ("2019/12/31 下午9:40 - ", None),
        ("[2019. 12. 31. 오후 9:40:05] ", None),
        ("31/12/2019, 9:40 م - ", None),
    ],
)
def test_times_of_messages(read: Callable[..., Found], head: str, time: str | None) -> None:
    (document,) = read(f"{head}Ann: Words.\n{head}Bo: Others.\n", "a.txt").documents
    assert document.date == "2019-12-31"
    assert [page.label for page in document.pages] == ([time] if time else [])


def test_dates_that_can_be_read_in_two_ways_are_reported(read, make_project) -> None:
    rows = "3/5/19, 21:40 - Ann: Words.\n3/5/19, 21:41 - Bo: Others.\n"
    found = read(rows, "a.txt")
    assert found.documents[0].date == "2019-05-03"
    assert "can be read in two ways; read as DD/MM/YYYY" in found.problems[0].message
    assert read(rows.replace("21:4", "9:4").replace(" -", " PM -"), "a.txt").documents[0].date == (
        "2019-03-05"
    )
    own = read_config(make_project({"sourcebook.toml": 'date_order = "month-first"\n'}))
    found = read(rows, "a.txt", own)
    assert (found.documents[0].date, found.problems) == ("2019-03-05", ())


def test_other_texts_are_no_chats(read: Callable[..., Found]) -> None:
    for text in (
        "Foreword.\n1/5/19, 21:40 - Ann: Words.\n2/5/19, 21:40 - Ann: Words.\n",
        "1/5/19, 21:40 - Ann: Words.\nAnd more.\n",
        "31/31/2019, 21:40 - Ann: Words.\n31/31/2019, 21:41 - Ann: Words.\n",
    ):
        assert len(read(text, "a.txt").documents) == 1
        assert not read(text, "a.txt").notes


def test_names_of_chats_and_people() -> None:
    assert shown_name("+1 (555) 010-4477") == "+1 … 477"
    assert shown_name("+15550104477") == "… 477"
    assert shown_name("~\u202fAnn Lee") == "Ann Lee"
    assert shown_name("Agent 47") == "Agent 47"
    assert name_of("WhatsApp Chat - Mill/_chat.txt") == "WhatsApp Chat - Mill"
    assert name_of("_chat.txt") == "Chat"
    assert name_of("Chat with +44 7700 900123.txt") == "Chat with +44 … 123"


TELEGRAM = {
    "name": "Mill",
    "type": "private_group",
    "id": 1,
    "messages": [
        {"id": 1, "type": "service", "date": "2019-05-03T09:00:00", "action": "create_group"},
        {
            "id": 2,
            "type": "message",
            "date": "2019-05-03T09:05:00",
            "from": "Ann Lee",
            "from_id": "user1",
            "text": [
                "See ",
                {"type": "link", "text": "https://example.org"},
                ".\nThe mill burned.",
            ],
        },
        {
            "id": 3,
            "type": "message",
            "date": "2019-05-03T09:06:00",
            "from": "Bo",
            "from_id": "user2",
            "reply_to_message_id": 2,
            "text": "When?",
        },
        {"id": 4, "type": "message", "date": "2019-05-04T00:00:00", "from_id": "user1", "text": ""},
    ],
}
MESSAGE = (
    '<div class="message default clearfix{more}" id="message{id}"><div class="body">'
    '<div class="pull_right date details" title="03.05.2019 09:0{id}:00 UTC+01:00">09:05</div>'
    '{name}<div class="text">{text}</div></div></div>'
)


def test_chats_from_telegram(read: Callable[..., Found]) -> None:
    expected = "Ann Lee: See https://example.org.|The mill burned.|Bo → Ann Lee: When?"
    whole = {"about": "…", "chats": {"about": "…", "list": [TELEGRAM]}}
    for value in (TELEGRAM, whole):
        found = read(json.dumps(value), "result.json")
        assert texts(found) == {"2019-05-03": expected}
        assert found.documents[0].title == "Mill, 2019-05-03"
        assert [page.label for page in found.documents[0].pages] == ["9:05", "9:06"]
    answer = '<div class="reply_to details">In reply to <a href="#go_to_message5">this</a></div>'
    page = (
        '<html><body><div class="page_wrap"><div class="page_header"><div class="content">'
        '<div class="text bold"> Mill </div></div></div><div class="history">'
        '<div class="message service" id="message-1"><div class="body details">3 May</div></div>'
        + MESSAGE.format(
            id=5,
            more="",
            name='<div class="from_name">Ann Lee </div>',
            text='See <a href="https://example.org">https://example.org</a>.',
        )
        + MESSAGE.format(id=6, more=" joined", name="", text="The mill burned.")
        + MESSAGE.format(
            id=7, more="", name=f'<div class="from_name">Bo</div>{answer}', text="When?"
        )
        + "</div></div></body></html>"
    )
    found = read(page, "messages.html")
    assert texts(found) == {"2019-05-03": expected}
    assert found.documents[0].title == "Mill, 2019-05-03"


def tweet(number: int, text: str, **more: object) -> dict[str, object]:
    when = f"Fri May 03 09:{number:02}:00 +0000 2019"
    return {"tweet": {"id_str": str(number), "full_text": text, "created_at": when, **more}}


def test_threads_of_posts_are_documents(read: Callable[..., Found]) -> None:
    link = {"url": "https://t.co/a", "expanded_url": "https://example.org/mill"}
    picture = {
        "url": "https://t.co/b",
        "expanded_url": "https://twitter.com/annlee/status/12/photo/1",
    }
    posts = [
        tweet(14, "RT @bo: Words"),
        tweet(13, "Nobody was hurt.", in_reply_to_status_id_str="12", in_reply_to_screen_name="annlee"),
        tweet(
            12,
            "The mill &amp; the hall burned: https://t.co/a https://t.co/b",
            entities={"urls": [link], "media": [picture]},
        ),
        tweet(15, "@bo Yes.", in_reply_to_status_id_str="9", in_reply_to_screen_name="bo"),
    ]  # fmt: skip
    found = read(f"window.YTD.tweets.part0 = {json.dumps(posts)}", "data/tweets.js")
    mill, answer = found.documents
    assert mill.text == ("The mill & the hall burned: https://example.org/mill\n\nNobody was hurt.")
    assert (mill.date, mill.authors, mill.url) == (
        "2019-05-03",
        ("@annlee",),
        "https://x.com/annlee/status/12",
    )
    assert [page.label for page in mill.pages] == ["9:12", "9:13"]
    assert dict(answer.extra) == {"in_reply_to": "@bo"}
    assert [n.message for n in found.notes] == [
        "Posts of others that were only passed on, left out: 1."
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("window.YTD.direct_messages.part0 = []", "only posts are read"),
        ("window.YTD.tweets.part0 = [{", "Damaged"),
        ("window.YTD.tweets.part0 = []", "No posts were found"),
        ("alert(1)", "A program"),
    ],
)
def test_other_files_of_an_archive_are_not_read(read, text: str, message: str) -> None:
    found = read(text, "a.js")
    assert not found.documents
    assert message in found.problems[0].message


def test_the_page_of_an_archive_does_not_hide_its_posts() -> None:
    paths = ["x/Your archive.html", "x/data/tweets.js", "x/data/manifest.js"]
    assert companions(paths) == {"x/data/manifest.js"}


def test_a_site_from_a_chat(make_project: Callable[..., Path]) -> None:
    chat = (
        "[28/04/2019, 21:40:05] Ann Lee: The mill burned down on 27 April 2019.\n"
        "[28/04/2019, 21:41:00] +44 7700 900123: It did.\n"
    )
    root = make_project({"seeds/Mill/_chat.txt": chat, "sourcebook.toml": "search = false\n"})
    build_site(root)
    assert ">at 21:40</a>" in (root / "site/timeline/2019.html").read_text()
    everything = "".join(p.read_text() for p in (root / "site").rglob("*.html"))
    assert "900123" not in everything


def test_two_days_do_not_say_how_dates_are_written(read, make_project) -> None:
    rows = "1/2/19, 21:40 - Ann: Words.\n2/2/19, 21:41 - Bo: Others.\n"
    found = read(rows, "a.txt")
    assert [d.date for d in found.documents] == ["2019-02-01", "2019-02-02"]
    assert "can be read in two ways" in found.problems[0].message
    own = read_config(make_project({"sourcebook.toml": 'date_order = "month-first"\n'}))
    found = read(rows, "a.txt", own)
    assert [d.date for d in found.documents] == ["2019-01-02", "2019-02-02"]
    assert not found.problems


def test_two_numbers_with_the_same_last_figures_are_two_people(read) -> None:
    rows = "".join(
        f"13/2/19, 9:4{n} - +44 7700 900{end}: Words.\n" for n, end in enumerate((123, 123, 456))
    )
    other = "13/2/19, 9:44 - +44 7911 555123: Words.\n"
    (text,) = texts(read(rows + other, "a.txt")).values()
    assert text == "+44 … 123: Words.|Words.|+44 … 456: Words.|+44 … 123 (2): Words."


def telegram_message(number: int, author: str | None, text: str, **more: str) -> dict[str, object]:
    day = "2020-01-02T10:00:00"
    return {"id": number, "type": "message", "date": day, "from": author, "text": text, **more}


PASSED_ON = {
    "name": "Mill",
    "type": "private_group",
    "id": 1,
    "messages": [
        telegram_message(1, "Ann Lee", "Hi."),
        telegram_message(2, "Ann Lee", "The mill burnt.", forwarded_from="BBC News"),
        telegram_message(3, None, "Oh.", from_id="user4815162342"),
        telegram_message(4, "Bo", ""),
    ],
}


def test_what_is_passed_on_says_whose_it_is(read) -> None:
    found = read(json.dumps(PASSED_ON), "result.json")
    (text,) = texts(found).values()
    assert text == "Ann Lee: Hi.|Ann Lee ← BBC News: The mill burnt.|… 342: Oh."
    assert [n.message for n in found.notes] == [
        "What the program says, and pictures and the like, left out: 1."
    ]


def test_contacts_are_no_source(read) -> None:
    own = {"list": [{"first_name": "Bo", "title": "Bo", "phone_number": "+44 7700 900123"}]}
    found = read(json.dumps({"contacts": own}), "result.json")
    assert not found.documents
    assert found.problems[0].message == "Of exports of Telegram only chats are read."
