"""Posts in an archive of X, formerly Twitter: `tweets.js`.

A thread, in which somebody goes on from posts of their own, is a document. Posts of others that
were only passed on are left out.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import parsedate_tz
from typing import Any

_HEAD = re.compile(r"\s*window\.YTD\.(\w+)\.part\d+\s*=\s*(?=[\[{])")
_POSTS = ("tweet", "tweets", "community_tweet", "community_tweets")
_OWN = re.compile(r"https?://(?:www\.)?(?:twitter|x)\.com/(\w{1,20})/status/(\d+)")
_PASSED_ON = "RT @"


@dataclass(frozen=True, slots=True)
class Post:
    """A post.

    day: YYYY-MM-DD, in UTC as the archive has it; seconds: of the day
    before: the number of the post that it answers, or ""; to: whom it answers, or ""
    """

    number: str
    author: str
    day: str
    seconds: int
    text: str
    before: str
    to: str


@dataclass(frozen=True, slots=True)
class Posts:
    """What a file has.

    threads: each in the order of its posts; passed_on: how many posts of others are left out
    """

    threads: tuple[tuple[Post, ...], ...]
    passed_on: int


def is_archive(text: str) -> bool:
    """Whether a text is a file of such an archive, whatever it has."""
    return bool(_HEAD.match(text))


def posts_of(text: str) -> Posts | None:
    """The posts in a file; None if it has none. Raises ValueError for what is not JSON."""
    head = _HEAD.match(text)
    if not head or head[1] not in _POSTS:
        return None
    items = json.loads(text[head.end() :].rstrip().rstrip(";"))
    found = {post.number: post for item in items if (post := _post(item))}
    own = {number: post for number, post in found.items() if not post.text.startswith(_PASSED_ON)}
    threads: dict[str, list[Post]] = {}
    first: dict[str, str] = {}  # of each post the first of its thread
    for post in sorted(own.values(), key=lambda one: (len(one.number), one.number)):
        first[post.number] = first.get(post.before, post.number)
        threads.setdefault(first[post.number], []).append(post)
    return Posts(tuple(map(tuple, threads.values())), len(found) - len(own))


def _post(item: Any) -> Post | None:
    if isinstance(item, Mapping):
        item = item.get("tweet", item)
    if not isinstance(item, Mapping):
        return None
    number = str(item.get("id_str") or item.get("id") or "")
    when = parsedate_tz(str(item.get("created_at") or ""))
    text = str(item.get("full_text") or item.get("text") or "")
    if not number.isdecimal() or not when or not text.strip():
        return None
    author = ""
    for short, long in _addresses(item):
        own = _OWN.match(long)
        mine = own is not None and own[2] == number
        author = own[1] if own and mine else author
        text = text.replace(short, "" if mine else long)  # its own picture
    return Post(
        number,
        author,
        f"{when[0]:04}-{when[1]:02}-{when[2]:02}",
        when[3] * 3600 + when[4] * 60 + when[5],
        html.unescape(text).strip(),
        str(item.get("in_reply_to_status_id_str") or item.get("in_reply_to_status_id") or ""),
        str(item.get("in_reply_to_screen_name") or ""),
    )


def _addresses(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The shortened addresses in a post, and what they lead to."""
    for name in ("entities", "extended_entities"):
        parts = item.get(name)
        for kind in ("urls", "media"):
            links = parts.get(kind) if isinstance(parts, Mapping) else None
            for link in links if isinstance(links, list) else ():
                if isinstance(link, Mapping) and link.get("url") and link.get("expanded_url"):
                    yield str(link["url"]), str(link["expanded_url"])
