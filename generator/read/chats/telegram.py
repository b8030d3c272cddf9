"""Chats that Telegram exports, as JSON (`result.json`) and as pages (`messages.html`)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.read.chats import Message, Names, shown_name

_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})")
_TITLE = re.compile(r"(\d{2})\.(\d{2})\.(\d{4}) (\d{2}):(\d{2}):(\d{2})")
_ANSWERED = re.compile(r"go_to_message(\d+)")
_ANSWER = 'string(.//div[contains(@class, "reply_to")]//a/@href)'
_PASSED_ON = (
    'string(.//div[contains(@class, "forwarded") and contains(@class, "body")]'
    '/div[@class="from_name"]/text()[1])'
)
_ID = re.compile("^(?:user|channel)")
_MESSAGES = '//div[contains(concat(" ", @class, " "), " message ") and contains(@class, "default")]'


def exported(text: str) -> list[tuple[str, list[Message], int]]:
    """The name and the messages of each chat in a text, if that is such an export; and how many
    messages have no text.
    """
    if '"messages"' not in text or '"message"' not in text:
        return []
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return []
    return list(_chats(value)) if _is_export(value) else []


def is_account(value: object) -> bool:
    """Whether a file has what else somebody exports: addresses, numbers, logins."""
    own = value.get("contacts") if isinstance(value, Mapping) else None
    return isinstance(value, Mapping) and (
        "personal_information" in value or (isinstance(own, Mapping) and "list" in own)
    )


def _is_export(value: object) -> bool:
    if not isinstance(value, Mapping):
        return False
    if isinstance(value.get("chats"), Mapping) and isinstance(value["chats"].get("list"), list):
        return True
    messages = value.get("messages")
    if not isinstance(messages, list) or not {"name", "type", "id"} <= value.keys():
        return False
    keys = {"id", "type", "date"}
    return all(isinstance(one, Mapping) and keys <= one.keys() for one in messages)


def _chats(value: Mapping[str, Any]) -> Iterator[tuple[str, list[Message], int]]:
    chats = value["chats"]["list"] if "chats" in value else [value]
    for chat in chats:
        if isinstance(chat, Mapping) and isinstance(chat.get("messages"), list):
            name = str(chat.get("name") or "Telegram")
            found = list(_messages(chat["messages"]))
            yield shown_name(name), found, len(chat["messages"]) - len(found)


def _messages(items: list[Any]) -> Iterator[Message]:
    names, authors = Names(), dict[object, str]()
    for item in items:
        if not isinstance(item, Mapping) or item.get("type") != "message":
            continue
        unnamed = _ID.sub("", str(item.get("from_id") or "?"))
        author = names.of(str(item.get("from") or unnamed))
        authors[item.get("id")] = author
        found = _DATE.match(str(item.get("date")))
        lines = _text(item.get("text")).split("\n")
        kept = tuple(line for line in lines if line.strip())
        if found and kept:
            hour, minute, second = map(int, found.groups()[1:])
            to = authors.get(item.get("reply_to_message_id"), "")
            seconds = hour * 3600 + minute * 60 + second
            by = names.of(str(item.get("forwarded_from") or ""))
            yield Message(author, found[1], seconds, kept, to if to != author else "", by)


def _text(value: object) -> str:
    """A text, which may be in parts: words, links, marks."""
    parts = value if isinstance(value, list) else [value]
    texts = (part.get("text") if isinstance(part, Mapping) else part for part in parts)
    return "".join(text for text in texts if isinstance(text, str))


def page_chat(tree: Any, shown: dict[int, str]) -> tuple[str, list[Message], int] | None:
    """The name and the messages of a chat that was exported as a page, and how many have no text;
    None if it is none.

    shown: the characters that stand for others in the page
    """
    if not tree.xpath('//div[@class="history"]') or not tree.xpath('//div[@class="page_header"]'):
        return None
    items = tree.xpath(_MESSAGES)
    if not items:
        return None
    name = " ".join(tree.xpath('string(//div[@class="page_header"])').split()) or "Telegram"
    found = list(_page_messages(items, shown))
    return shown_name(name), found, len(items) - len(found)


def _page_messages(items: list[Any], shown: dict[int, str]) -> Iterator[Message]:
    names, authors = Names(), dict[str, str]()
    author = "?"
    for item in items:
        # What is forwarded has the name of whom it is from in a body of its own.
        named = item.xpath('./div[@class="body"]/div[@class="from_name"]')
        if named:  # otherwise the one before goes on
            author = names.of(named[0].text or "")
        authors[item.get("id", "").removeprefix("message")] = author
        title = item.xpath('string(.//div[contains(@class, "date")]/@title)')
        found = _TITLE.match(title)
        texts = item.xpath('.//div[@class="text"]')
        lines = [line.translate(shown) for text in texts for line in _page_lines(text)]
        if found and lines:
            day, month, year, *time = found.groups()
            hour, minute, second = map(int, time)
            answered = _ANSWERED.search(item.xpath(_ANSWER))
            # On other pages the numbers are others': "messages2.html#go_to_message5".
            to = authors.get(answered[1], "") if answered else ""
            seconds = hour * 3600 + minute * 60 + second
            yield Message(
                author,
                f"{year}-{month}-{day}",
                seconds,
                tuple(lines),
                to if to != author else "",
                names.of(item.xpath(_PASSED_ON)),
            )


def _page_lines(text: Any) -> Iterator[str]:
    for br in text.iter("br"):
        br.tail = f"\n{br.tail or ''}"
    yield from (line.strip() for line in text.text_content().split("\n") if line.strip())
