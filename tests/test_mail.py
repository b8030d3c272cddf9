"""Mail: messages, mailboxes, what is quoted in them, attached to them, and goes with them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from conftest import build_site, corpus_of
from mail_files import box, compound_file, message, property_stream, texts
from pdf_files import lines, pdf
from reportlab.pdfgen.canvas import Canvas

from generator.config import Config
from generator.model import Document, Source
from generator.read import Reading, is_possible, read, read_source
from generator.read.mail.heads import day_of, people, text_of
from generator.read.mail.message import is_personal, message_name
from generator.render.drawn import beginning
from generator.render.search.data import _record
from generator.render.views.threads import threads_of

CONFIG = Config(*map(Path, "abc"))


def source(path: str, data: bytes) -> Source:
    return Source(path, f"seeds/{path}", data, hashlib.sha256(data).hexdigest())


def found(data: bytes | EmailMessage, path: str = "a.eml") -> Reading:
    return read([source(path, data if isinstance(data, bytes) else bytes(data))], CONFIG)


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(p.kind, document.text[p.start : p.end]) for p in document.passages]


def test_a_message_is_a_document() -> None:
    (letter,) = found(
        message("The quay café", "Dear Otto,\n\nwe walked home.\n", to='"Berg, Otto" <o@e.org>')
    ).documents
    assert (letter.title, letter.date, letter.kind) == ("The quay café", "2019-05-03", "e-mail")
    assert letter.authors == ("Anna Lind",)
    assert letter.people == ("Anna Lind", "Otto Berg")
    assert letter.extra == (("To", "Otto Berg"),)
    assert kinds(letter) == [("paragraph", "Dear Otto,"), ("paragraph", "we walked home.")]
    assert "@" not in repr((letter.text, letter.people, letter.extra, letter.thread))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ('"Lind, Anna" <a@e.org>', ["Anna Lind"]),
        ("Lind, Anna <a@e.org>, Otto Berg <o@e.org>", ["Anna Lind", "Otto Berg"]),
        ("a@e.org (Anna Lind)", ["Anna Lind"]),
        ("anna at example.org (Anna Lind)", ["Anna Lind"]),
        ("a@e.org, <o@e.org>", ["a@e.org", "o@e.org"]),
        ('"a@e.org" <a@e.org>', ["a@e.org"]),
        ("=?utf-8?q?Lind=2C_Ann=C3=A9?= <a@e.org>", ["Anné Lind"]),
        ("=?utf-8?b?QW5u?= =?utf-8?b?w6kgTGluZA==?= <a@e.org>", ["Anné Lind"]),
        ("Committee: a@e.org, Otto Berg <o@e.org>;", ["a@e.org", "Otto Berg"]),
        ("undisclosed-recipients:;", []),
        ("Anna (Harbour) Lind <a@e.org>", ["Anna Lind"]),
        ("'Anna Lind' <a@e.org>", ["Anna Lind"]),
        ("", []),
    ],
)
def test_people_are_shown_by_their_names(value: str, shown: list[str]) -> None:
    assert [person.shown for person in people(value.encode())] == shown


def test_only_people_are_listed() -> None:
    assert is_personal("Anna Lind")
    assert is_personal("Ludwig van Beethoven")
    for name in ("Harbour List", "Anna", "GitHub", "City Council of Ulm", "J0hn Doe", "the team"):
        assert not is_personal(name), name


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("Fri, 03 May 2019 23:30 -0700", "2019-05-03"),
        ("3 May 19 23:30:01 +1400 (XYZ)", "2019-05-03"),
        ("Monday, May 03, 2010 4:21 PM", "2010-05-03"),
        ("16 May 2016 at 09:30:32  GMT+1", "2016-05-16"),
        ("Thu, 01 Jan 1970 00:00:00 +0000", ""),
        ("Fri, 31 Feb 2019 10:00 +0000", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_a_day_is_that_of_its_writer(value: str, day: str) -> None:
    assert day_of(value.encode()) == day


def test_without_a_date_of_its_own_it_is_dated_by_its_way() -> None:
    stamp = "from a by b; Sat, 04 May 2019 08:00 +0200"
    (letter,) = found(message("A", "Words.", date="never", received=stamp)).documents
    assert letter.date == "2019-05-04"
    (boxed,) = found(box(bytes(message("A", "Words.", date=""))), "a.mbox").documents
    assert boxed.date == "2019-05-03"


def test_encoded_words_are_decoded_together() -> None:
    halves = b"=?utf-8?b?w6k=?= =?utf-8?q?t=C3?=\n =?utf-8?q?=A9?= and =?x-unknown?q?caf=E9?="
    assert text_of(halves) == "été and café"
    assert text_of("Größe".encode()) == "Größe"
    assert text_of("Größe".encode("latin-1")) == "Größe"
    assert text_of(b"=?utf-8?b?!!!?= =?utf-8?q?") == "=?utf-8?q?"


def test_what_is_quoted_is_shown_and_nothing_is_found_in_it() -> None:
    text = (
        "I agree.\n\nOn 3 May 2019, Anna Lind\n<anna@example.org> wrote:\n"
        "> From the quay we walked home.\n>> Why?\n\nAnd I stay here.\n-- \nOtto Berg\nHarbour\n"
    )
    (letter,) = found(message("Re: The quay", text)).documents
    assert kinds(letter) == [
        ("paragraph", "I agree."),
        ("repeated", "On 3 May 2019, Anna Lind"),
        ("repeated", "<anna@example.org> wrote:"),
        ("repeated", "From the quay we walked home."),
        ("repeated", "Why?"),
        ("paragraph", "And I stay here."),
        ("repeated", "Otto Berg"),
        ("repeated", "Harbour"),
    ]
    assert letter.layout[:4] == ("<p>", 0, "</p>", "<blockquote>")


@pytest.mark.parametrize(
    "above",
    [
        "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----",
        "-----Message d'origine-----",
        "-----Mensaje original-----",
        "-----Исходное сообщение-----",
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        "________________________________\nFrom: Anna Lind\nSent: Friday\nTo: Otto\nSubject: Quay",
        "Von: Anna Lind\nGesendet: Freitag\nAn: Otto\nBetreff: Kai",
        "От: Анна\nДата: пятница\nКому: Отто\nТема: Порт",
        "Am 3. Mai 2019 um 10:00 schrieb Anna Lind:",
        "Le ven. 3 mai 2019 à 10:00, Anna Lind <anna@example.org> a écrit :",
        "El vie, 3 may 2019 a las 10:00, Anna Lind (<anna@example.org>) escribió:",
    ],
)
def test_whole_messages_below_are_quoted(above: str) -> None:
    text = f"I agree.\n\n{above}\n\nFrom the quay we walked home.\n"
    (letter,) = found(message("Re: The quay", text)).documents
    told = [letter.text[p.start : p.end] for p in letter.passages if p.told]
    assert [one.strip("_") for one in told if one.strip("_")] == ["I agree."]
    assert "From the quay we walked home." in letter.text


@pytest.mark.parametrize(
    "text",
    [
        "Anna wrote: we walked home.",
        "On 3 May 2019 she wrote:\n\nnothing at all, I think. > 5 people came.",
        "He said:\n\nFrom: the quay, we saw it.",
        "The original message\n\nwas lost.",
        "From the quay\nto the town\nwe walked.",
    ],
)
def test_not_everything_is_a_quotation(text: str) -> None:
    (letter,) = found(message("A", f"{text}\n")).documents
    assert all(p.told for p in letter.passages) or "she wrote" in text


def test_flowed_lines_are_joined() -> None:
    made = message("A", "x")
    made.replace_header("Content-Type", "text/plain; charset=utf-8; format=flowed")
    made.set_payload("It went on and \non and on.\nEnd.\n> quoted and \n> on\n> \n-- \nOtto\n")
    assert kinds(found(made).documents[0])[:3] == [
        ("paragraph", "It went on and on and on."),
        ("paragraph", "End."),
        ("repeated", "quoted and on"),
    ]


def test_a_mailbox_is_parted_where_messages_begin() -> None:
    first = message("One", "From the quay we walked home.\n>From here on.\n", message_id="<1@e>")
    data = box(bytes(first), bytes(message("Two", "Words.", message_id="<2@e>")))
    data = data.replace(b">From the quay", b"From the quay")  # as the oldest programs leave it
    one, two = found(data, "two.mbox").documents
    assert "From the quay we walked home." in one.text
    assert [d.title for d in (one, two)] == ["One", "Two"]
    assert two.line == data[: data.rindex(b"From ann")].count(b"\n") + 1
    crlf = found(data.replace(b"\n", b"\r\n"), "two.mbox").documents
    assert [d.title for d in crlf] == ["One", "Two"]


def test_a_damaged_message_costs_only_itself() -> None:
    bad = b"Content-Type: multipart/mixed; boundary=x\n\n--x\n" * 3
    deep = b""
    for n in range(3000):
        deep += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
    deep = b"Subject: Deep\n" + deep
    reading = found(box(bad, deep, b"\xff\xfe\0\0", bytes(message("Good", "Words."))), "a.mbox")
    assert [d.title for d in reading.documents][-1] == "Good"
    assert any("Parts lie in too many others" in p.message for p in reading.problems)
    assert found(b"Only words, and no head.\n").problems[0].message.startswith("Not a message")


def test_attachments_are_documents_and_go_with_their_message() -> None:
    made = message("The quay", "See the letter.", message_id="<1@example.org>")
    made.add_attachment("A letter to Ann.", filename="../../letter 14.txt")
    made.add_attachment(b"PNG", "image", "png", filename="quay.png")
    letter, attached = found(box(bytes(made), bytes(message("B", "B."))), "a.mbox").documents[::2]
    assert (attached.path, attached.date) == ("a.mbox!/1/letter 14.txt", "2019-05-03")
    assert attached.thread.attached_to == (letter.thread.message,)
    assert letter.extra == (("Attached", "letter 14.txt, quay.png"),)
    assert is_possible(
        read_source(source("a.eml", bytes(made)), CONFIG), source("a.eml", bytes(made))
    )


def test_a_message_in_a_message_is_one_by_itself() -> None:
    inner = message("Inner", "Inner words.", message_id="<2@e>")
    outer = message("Outer", "Outer words.", message_id="<1@e>")
    outer.add_attachment(inner)
    first, second = found(outer).documents
    assert (first.title, second.title, second.text) == ("Outer", "Inner", "Inner words.")
    assert second.thread.attached_to == (message_name("1@e"),)


def test_answers_know_what_they_answer() -> None:
    reply = message(
        "Re: A", "B.", message_id="<3@e>", in_reply_to="<2@e>", references="<1@e> <2@e>"
    )
    (letter,) = found(reply).documents
    assert letter.thread.message == message_name("3@e")
    assert letter.thread.answers == (message_name("2@e"), message_name("1@e"))


def test_a_message_is_published_once() -> None:
    one = message("A", "Words.", message_id="<1@e>")
    one.add_attachment("A letter to Ann.", filename="letter.txt")
    again = message("A", "Words.\n\n____________________\nFooter\n", message_id="<1@e>")
    again.add_attachment("A letter to Ann.", filename="letter.txt")
    other = message("B", "Other words.", message_id="<2@e>")
    other.add_attachment("A letter to Ann.", filename="copy.txt")
    sources = [source(f"{n}.eml", bytes(m)) for n, m in enumerate((one, again, other))]
    reading = read(sources, CONFIG)
    assert [d.path for d in reading.documents] == ["0.eml", "0.eml!/letter.txt", "2.eml"]
    assert reading.documents[1].thread.attached_to == (message_name("1@e"), message_name("2@e"))
    assert [(p.path, p.message) for p in reading.problems] == [
        ("seeds/1.eml", "Messages that are also in seeds/0.eml: 1; published once.")
    ]
    assert len(reading.left_out) == 3


def test_the_page_is_used_where_there_is_no_text() -> None:
    page = (
        "<html><head><style>p {}</style></head><body><p>We walked &amp; sang.</p>"
        '<span style="display:none">hidden</span><img src="cid:1"><a href="notes.md">notes</a>'
        "<table><tr><td>A</td><td>B</td></tr></table>"
        "<div>Am 3. Mai 2019 schrieb Anna Lind:</div><blockquote type='cite'>Old.</blockquote>"
        "</body></html>"
    )
    made = message("A", "x")
    made.set_content(page, subtype="html")
    (letter,) = found(made).documents
    assert kinds(letter) == [
        ("paragraph", "We walked & sang."),
        ("paragraph", "notes"),
        ("paragraph", "A"),
        ("paragraph", "B"),
        ("repeated", "Am 3. Mai 2019 schrieb Anna Lind:"),
        ("repeated", "Old."),
    ]
    both = message("A", "The plain words of it.")
    both.add_alternative("<p>The page's words of it.</p>", subtype="html")
    assert found(both).documents[0].text == "The plain words of it."
    thin = message("A", "No HTML?")
    thin.add_alternative(f"<p>{'Words of it. ' * 20}</p>", subtype="html")
    assert found(thin).documents[0].text.startswith("Words of it.")


@pytest.mark.parametrize(
    "quoted",
    [
        '<div class="gmail_quote">On Friday Anna wrote:<blockquote>Old.</blockquote></div>',
        '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg">From: Anna</div><p>Old.</p>',
        "<div><div style='border:none;border-top:solid #E1E1E1 1.0pt'>From:</div></div><p>Old.</p>",
        '<div class="moz-cite-prefix">Anna wrote:</div><blockquote type="cite">Old.</blockquote>',
    ],
)
def test_quotations_of_programs_are_known(quoted: str) -> None:
    made = message("A", "x")
    made.set_content(f"<html><body><p>New.</p>{quoted}</body></html>", subtype="html")
    (letter,) = found(made).documents
    assert [letter.text[p.start : p.end] for p in letter.passages if p.told] == ["New."]
    assert "Old." in letter.text


def test_characters_in_odd_encodings_are_read() -> None:
    head = "Subject: A\nFrom: a@e.org\nDate: Fri, 3 May 2019 10:00 +0000\n"
    body = "Content-Type: text/plain; charset=x-unknown-9\nContent-Transfer-Encoding: base64\n\n"
    data = f"{head}{body}RGFzIHdhciBlaW4gZ3Jv32VyIFRhZyBm/HIgdW5zIGFsbGUu\n".encode()
    assert found(data).documents[0].text == "Das war ein großer Tag für uns alle."
    quoted = f"{head}Content-Type: text/plain; charset=iso-8859-1\n"
    quoted += "Content-Transfer-Encoding: quoted-printable\n\nGro=DFe =\nTage.\n"
    assert found(quoted.encode()).documents[0].text == "Große Tage."


def test_what_is_sealed_is_said() -> None:
    sealed = b"From: a@e.org\nSubject: A\nDate: Fri, 3 May 2019 10:00 +0000\n"
    sealed += b"Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\nAAAA\n"
    reading = found(sealed)
    assert reading.documents[0].title == "A"
    assert any(p.message.startswith("Encrypted") for p in reading.problems)


def test_mail_is_known_whatever_it_is_called() -> None:
    data = bytes(message("A", "Words.", message_id="<1@e>", to="o@e.org"))
    for path in ("1", "inbox/12.", "a.txt", "cur/1557.M1.host:2,S"):
        assert found(data, path).documents[0].kind == "e-mail", path
    assert found(box(data), "Inbox").documents[0].kind == "e-mail"
    assert found(box(data), "2019-May.txt").documents[0].kind == "e-mail"
    plain = b"Subject: the harbour\n\nFrom: what I know, we walked.\n"
    assert found(plain, "a.txt").documents[0].kind == ""
    apple = b"%d\n%b<?xml version='1.0'?><plist></plist>" % (len(data), data)
    assert found(apple, "a.emlx").documents[0].text == "Words."


def outlook(**more: object) -> bytes:
    ticks = 132_014_394_000_000_000  # 4 May 2019, 06:30
    streams = {
        "__properties_version1.0": property_stream(32, p0039=ticks),
        **texts(p0037="The quay", p1000="We walked home.\r\n", p1035="<1@e>", p0042="Lind, Anna"),
        "__recip_version1.0_#00000000": {
            "__properties_version1.0": property_stream(8, p0C15=1),
            **texts(p3001="Otto Berg", p39FE="otto@example.org"),
        },
    }
    return compound_file(streams | more)  # type: ignore[arg-type]


def test_messages_of_outlook_are_read() -> None:
    attached = {
        "__properties_version1.0": property_stream(8),
        **texts(p3707="letter.txt"),
        "__substg1.0_37010102": b"A letter to Ann." + b" " * 5000,
    }
    inner = {
        "__properties_version1.0": property_stream(8),
        "__substg1.0_3701000D": {
            "__properties_version1.0": property_stream(24),
            **texts(p0037="Inner", p1000="Inner words."),
        },
    }
    data = outlook(
        **{"__attach_version1.0_#00000000": attached, "__attach_version1.0_#00000001": inner}
    )
    reading = found(data, "a.msg")
    letter, message_inside, text = reading.documents
    assert (letter.title, letter.date, letter.text) == ("The quay", "2019-05-04", "We walked home.")
    assert (letter.authors, letter.people) == (("Anna Lind",), ("Anna Lind", "Otto Berg"))
    assert (message_inside.path, message_inside.text) == ("a.msg!/Inner.msg", "Inner words.")
    assert (text.path, text.text) == ("a.msg!/letter.txt", "A letter to Ann.")
    assert text.thread.attached_to == message_inside.thread.attached_to == (message_name("1@e"),)


def test_a_damaged_message_of_outlook_is_said() -> None:
    data = outlook()
    for end in (600, 3000, len(data) // 2):
        reading = found(data[:end], "a.msg")
        assert reading.problems or reading.documents
    assert found(b"no such file", "a.msg").problems[0].message == "Not a message, or damaged."


def test_nothing_is_found_in_what_is_quoted(make_project: Callable[..., Path]) -> None:
    """Names and dates count once, where they were said; lists of names do not find them either."""
    first = message("The quay", "We met in Hamburg on 2 May 2019.\n", message_id="<1@e>")
    text = "Yes.\n\nOn 3 May 2019, Anna Lind wrote:\n> We met in Hamburg on 2 May 2019.\n"
    reply = message("Re: The quay", text, message_id="<2@e>", in_reply_to="<1@e>")
    data = box(bytes(first), bytes(reply))
    corpus = corpus_of(make_project({"seeds/a.mbox": data, "sourcebook.toml": 'names = "listed"'}))
    quay, _ = (
        next(d for d in corpus.documents if d.title == title)
        for title in ("The quay", "Re: The quay")
    )
    mentions = {m.provenance.document for e in corpus.entities for m in e.mentions}
    reported = [event for event in corpus.events if event.kind == "reported"]
    assert mentions <= {quay.id}
    assert {e.where.document for event in reported for e in event.evidence} == {quay.id}


def test_a_thread_is_linked_both_ways() -> None:
    reply = message("Re: A", "B.", message_id="<3@e>", in_reply_to="<2@e>", references="<1@e>")
    reply.add_attachment("A letter to Ann.", filename="letter.txt")
    own = [message("A", "A.", message_id="<1@e>"), reply]
    documents = found(box(*map(bytes, own)), "a.mbox").documents
    threads = threads_of(documents)
    first, answer, letter = (document.id for document in documents)
    assert threads.answered == {answer: first}
    assert threads.answers == {first: [answer]}
    assert threads.attached_to == {letter: [answer]}
    assert threads.attached == {answer: [letter]}
    assert threads.first == {first: first, answer: first, letter: first}


def test_messages_that_answer_each_other_in_a_circle_are_one_thread() -> None:
    ways = {"1": "3", "2": "1", "3": "2", "4": "3", "5": "gone"}
    own = [
        message(f"Subject {name}", "Words.", message_id=f"<{name}@e>", in_reply_to=f"<{to}@e>")
        for name, to in ways.items()
    ]
    documents = found(box(*map(bytes, own)), "a.mbox").documents
    threads = threads_of(documents)
    *circle, alone = (document.id for document in documents)
    assert {threads.first[name] for name in circle} == {min(circle[:3])}
    assert threads.first[alone] == alone


def test_lines_wrapped_for_the_way_are_joined() -> None:
    """Though the lines of a program beside them are not."""
    text = (
        "I know the documentation is lacking, but I am not here to complain, I am\n"
        "here to figure this out. I only have a cursory knowledge of it, so that\n"
        "may be a part of my problem.\n\n"
        "for page in pages:\n    show(page)\nprint(1)\nprint(2)\nprint(3)\nprint(4)\nprint(5)\n\n"
        "Kind regards\nAnna Lind\nHarbour Office\n"
    )
    (letter,) = found(message("A", text)).documents
    rows = [letter.text[p.start : p.end] for p in letter.passages]
    assert rows[0].endswith("so that may be a part of my problem.")
    assert rows[-3:] == ["Kind regards", "Anna Lind", "Harbour Office"]
    assert "print(1)" in rows


def test_pages_of_an_attached_pdf_are_shown(make_project: Callable[..., Path]) -> None:
    def draw(canvas: Canvas) -> None:
        lines(canvas, ["The quay was closed on 3 May 2019 by the harbour office."], 70, 700)

    letter = message("The quay", "See the letter.", message_id="<1@e>")
    letter.add_attachment(pdf(draw), "application", "pdf", filename="letter.pdf")
    root = make_project(
        {"seeds/a.eml": bytes(letter), "sourcebook.toml": 'names = "listed"\nsearch = false\n'}
    )
    report = build_site(root)
    assert report.documents == 2
    (picture,) = (root / "site/media").glob("*.webp")
    pages = [path.read_text("utf-8") for path in (root / "site/sources").glob("*.html")]
    assert any(picture.name in page and "Attached to" in page for page in pages)
    data = json.loads((root / "site/data/documents.json").read_bytes())["documents"]
    own, attached = sorted(data, key=lambda document: len(document["attached_to"]))
    assert (own["thread"], own["reply_to"], own["attached_to"]) == (own["id"], "", [])
    assert (attached["thread"], attached["attached_to"]) == (own["id"], [own["id"]])


def test_what_programs_put_into_a_text_is_left_out() -> None:
    text = "Dear Otto<mailto:otto@example.org>, see [cid:image001.png@01D2] below.\n"
    made = message("A", text)
    made.add_attachment("<p>And so on.</p>", subtype="html", filename="ATT00001.htm")
    (letter,) = found(made).documents
    assert letter.text == "Dear Otto, see below.\n\nAnd so on."


def test_a_name_is_known_from_another_message() -> None:
    first = message("A", "A.", to="otto@example.org", message_id="<1@e>")
    second = message("B", "B.", message_id="<2@e>", **{"from": "Otto Berg <Otto@example.org>"})
    letter, _ = found(box(bytes(first), bytes(second)), "a.mbox").documents
    assert letter.extra == (("To", "Otto Berg"),)
    assert letter.people == ("Anna Lind", "Otto Berg")


@pytest.mark.parametrize(
    "head", ["Sensitivity: Private", "Sensitivity: Company-Confidential", "X-No-Archive: Yes"]
)
def test_what_its_writer_does_not_want_to_be_public_is_withheld(head: str) -> None:
    name, _, value = head.partition(": ")
    made = message("A", "A.", **{name: value})
    made.add_attachment("SECRET", filename="a.txt")
    made.add_attachment(message("Inner", "SECRET"))
    reading = found(made)
    assert not reading.documents
    assert len(reading.problems) == 3
    assert all(p.message.startswith("Not published, as") for p in reading.problems)


def test_an_address_of_several_people_gives_nobody_a_name() -> None:
    senders = ({"from": f"{name} via List <list@example.org>"} for name in ("Anna Lind", "Bo Berg"))
    boxed = [bytes(message("A", f"{n}.", **sender)) for n, sender in enumerate(senders)]
    last = bytes(message("C", "C.", to="list@example.org"))
    documents = found(box(*boxed, last), "a.mbox").documents
    assert [d.authors for d in documents[:2]] == [("Anna Lind",), ("Bo Berg",)]
    assert documents[2].extra == (("To", "list@example.org"),)


def test_a_line_that_begins_with_from_is_no_message_without_a_head() -> None:
    made = bytes(
        message("A", "I got this:\n\nXrom bo@e.org Fri May  3 23:30:00 2019\nand no more.\n")
    )
    (letter,) = found(box(made).replace(b"Xrom", b"From"), "a.mbox").documents
    assert letter.text.endswith("and no more.")


def test_files_that_are_shown_in_a_form_that_is_not_used_are_attached() -> None:
    inner = EmailMessage()
    inner.set_content("<p>Words of both.</p>", subtype="html")
    inner.make_mixed()
    inner.add_attachment(b"Minutes.", "text", "plain", disposition="inline", filename="a.txt")
    made = message("A", "Words of both.")
    made.make_alternative()
    made.attach(inner)
    letter, minutes = found(made).documents
    assert (letter.text, minutes.text) == ("Words of both.", "Minutes.")


def test_files_and_signatures_within_a_text_are_no_text() -> None:
    text = (
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\nSee the map.\n\nbegin 644 map.txt\n"
        "&5V]R9',N\n`\nend\n\n- -- \nAnna\n-----BEGIN PGP SIGNATURE-----\n\niD8D\n=ab\n"
        "-----END PGP SIGNATURE-----\n"
    )
    letter, attached = found(message("A", text)).documents
    assert kinds(letter) == [("paragraph", "See the map."), ("repeated", "Anna")]
    assert (attached.path, attached.text) == ("a.eml!/map.txt", "Words.")
    sealed = text.replace("SIGNATURE", "MESSAGE")
    assert "Encrypted" in found(message("A", sealed)).problems[0].message


def test_what_is_quoted_is_not_searched_or_shown_as_the_beginning() -> None:
    page = (
        "<div class=gmail_quote><h2>Old heading</h2>Old words.</div><p>I agree with all of it.</p>"
    )
    made = message("Re: Quay", "")
    made.set_content(page, subtype="html")
    (document,) = found(made).documents
    assert [p.kind for p in document.passages] == ["repeated", "repeated", "paragraph"]
    line = SimpleNamespace(title="", kind="", thumb=None)
    index: Any = SimpleNamespace(source_line=lambda _: line)
    assert _record(index, document).content == "I agree with all of it."
    assert beginning(document, 200) == "I agree with all of it."
