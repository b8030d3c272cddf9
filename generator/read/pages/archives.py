"""Messages in the pages of mailing lists' archives (Pipermail, Hypermail, MHonArc).

These programs say in comments where a message begins and ends; what stands around it leads to other
messages. What quotes others is marked in the text, as in mail.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from hashlib import sha256
from html import unescape
from urllib.parse import unquote

from lxml import etree, html

from generator.read.mail import heads
from generator.read.mail.body import from_text
from generator.read.mail.message import Letter


def _between(begin: str, end: str) -> re.Pattern[str]:
    return re.compile(rf"<!--{begin}-->(.*?)(?:<!--{end}-->|\Z)", re.DOTALL)


# Where the text of a message begins and ends, with the program that says so.
_BODIES = (
    ("pipermail", _between("beginarticle", "endarticle")),
    ("hypermail", _between(' ?body="start" ?', ' ?body="end" ?')),
    ("mhonarc", _between("X-Body-of-Message", "X-(?:Body-of-Message|MsgBody)-End")),
)
_HYPERMAIL = re.compile(r'<!-- ?([a-z]{2,12})="([^"]{0,2000})" ?-->')
_MHONARC = re.compile(r"<!--X-([A-Za-z0-9-]{2,20}): ([^\n]{0,2000}?) ?-->")
_HEAD = re.compile(r"<!--X-Head-of-Message-->(.*?)<!--X-Head-of-Message-End-->", re.DOTALL)
_TITLE = re.compile(r"<h1[^>]{0,200}>(.{1,1000}?)</h1>", re.DOTALL | re.IGNORECASE)
_WRITER = re.compile(r"<b>([^<]{1,200})</b>", re.IGNORECASE)
_DATE = re.compile(r"<i>([^<]{1,100})</i>", re.IGNORECASE)
_ID = re.compile(r"In-Reply-To=([^\"&>\s]{1,400})")
_TAG = re.compile(r"<[^>]{0,1000}>")
_FIELD = re.compile(r"\s*(From|Date)\s*:\s*(.+)", re.DOTALL)
_LINES = re.compile(r"<(?:li|br|tr|p)\b[^>]{0,200}>", re.IGNORECASE)
_BLOCKS = ("p", "div", "blockquote", "ul", "ol", "table", "tr", "h1", "h2", "h3", "hr")
_LEFT_OUT = ("script", "style", "address")  # Hypermail's copy of the head is an address
_SPACES = re.compile(r"\s+")
_EMPTY = re.compile(r"\n(?: *\n)+")
_LONGEST_HEAD = 20_000  # characters before a message


def message_in(page: str) -> Letter | None:
    """The message in a page of an archive; None where the page is none of one message."""
    for program, pattern in _BODIES:
        found = pattern.search(page)
        if found:
            above = page[: found.start()][-_LONGEST_HEAD:]
            fields = {"pipermail": _pipermail, "hypermail": _hypermail, "mhonarc": _mhonarc}[
                program
            ](above)
            return _letter(fields, _text(found[1]))
    return None


def _letter(fields: Mapping[str, str], text: str) -> Letter:
    own = heads.ids(fields.get("id", "").encode())
    writer = heads.people(fields.get("from", "").encode())
    return Letter(
        subject=" ".join(fields.get("subject", "").split()),
        day=heads.day_of(fields.get("date", "").encode()),
        writers=writer,
        receivers=(),
        copies=(),
        message=own[0] if own else sha256(f"{fields.get('subject')}\n{text}".encode()).hexdigest(),
        answers=heads.ids(fields.get("answers", "").encode()),
        html=from_text(text),
    )


def _pipermail(above: str) -> Mapping[str, str]:
    title = _TITLE.search(above)
    after = above[title.end() :] if title else above
    names, dates, replied = (p.search(after) for p in (_WRITER, _DATE, _ID))
    name = unquote(replied[1]) if replied else ""
    # An answer is to this message, as newer versions know; older ones copy what it answers itself.
    own = name.startswith("<")
    return {
        "subject": _plain(title[1]) if title else "",
        "from": f'"{_plain(names[1])}" <>' if names else "",
        "date": _plain(dates[1]) if dates else "",
        "id": name if own else "",
        "answers": "" if own else name,
    }


def _hypermail(above: str) -> Mapping[str, str]:
    values = {key: unescape(value) for key, value in _HYPERMAIL.findall(above)}
    name = values.get("name", "").replace('"', "")
    iso = (values.get("isosent") or values.get("isoreceived") or "")[:8]
    written = values.get("sent") or values.get("received") or ""
    known = heads.day_of(written.encode())
    title = _TITLE.search(above)
    return {
        "subject": values.get("subject") or (_plain(title[1]) if title else ""),
        "from": f'"{name}" <{values.get("email", "")}>',
        "date": known or (f"{iso[:4]}-{iso[4:6]}-{iso[6:]}" if iso else ""),
        "id": values.get("id", ""),
        "answers": values.get("inreplyto", ""),
    }


def _mhonarc(above: str) -> Mapping[str, str]:
    values: dict[str, str] = {}
    answers = []
    for key, value in _MHONARC.findall(above):
        text = unescape(value)
        values.setdefault(key, text)
        if key == "Reference":
            answers.append(f"<{text.strip('<> ')}>")
    head = _HEAD.search(above)
    rows = _LINES.split(head[1]) if head else []
    fields = {found[1]: found[2] for row in rows if (found := _FIELD.match(_plain(row)))}
    hidden = codecs.decode(values.get("From-R13", ""), "rot13")
    return {
        "subject": values.get("Subject", ""),
        "from": fields.get("From") or hidden,
        "date": values.get("Date") or fields.get("Date", ""),
        "id": values.get("Message-Id", ""),
        "answers": " ".join(reversed(answers)),
    }


def _plain(markup: str) -> str:
    """The words of some HTML on one line."""
    return " ".join(unescape(_TAG.sub("", markup)).split())


def _text(markup: str) -> str:
    """The plain text of a message, with its own lines."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return ""
    parts = [""]
    kept = left_out = 0  # elements around that keep line ends, or whose text is not the message's
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        begins = event == "start"
        if element.tag in _BLOCKS or (begins and element.tag == "br"):
            parts[-1] = parts[-1] if kept else parts[-1].rstrip(" ")
            parts.append("\n\n" if element.tag in _BLOCKS else "\n")
        kept += (1 if begins else -1) * (element.tag == "pre")
        left_out += (1 if begins else -1) * (element.tag in _LEFT_OUT)
        text = (element.text if begins else element.tail) or ""
        if text and not left_out:
            parts.append(text if kept else _one_line(text, parts[-1]))
    return _EMPTY.sub("\n\n", "".join(parts)).strip("\n")


def _one_line(text: str, before: str) -> str:
    """Running text on one line; no space begins a line."""
    line = _SPACES.sub(" ", text)
    return line.lstrip(" ") if before.endswith("\n") else line
