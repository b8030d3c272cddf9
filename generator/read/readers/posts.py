"""Posts in an archive of X, formerly Twitter: each thread in `tweets.js` is a document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.model import Source, reason
from generator.read.chats import without_numbers
from generator.read.chats.posts import Post, is_archive, posts_of
from generator.read.decode import decode
from generator.read.draft import Draft, Drafts, problem
from generator.read.refused import Refused
from generator.read.spoken import Said, turns

SUFFIXES = (".js",)
BINARY = False
PACKAGES: tuple[str, ...] = ()


def read_source(source: Source) -> Drafts:
    """A document for each thread. Raises Refused for any other file of an archive, or program."""
    text, problems = decode(source)
    if not is_archive(text):
        raise Refused("A program, not a text; the file was not read.", "Remove it.")
    try:
        found = posts_of(text)
    except (ValueError, RecursionError):
        hint = "Download the archive again."
        raise Refused("Damaged: its JSON is not valid.", hint) from None
    if found is None:
        message = "Of archives of X only posts are read (tweets.js)."
        raise Refused(message, "Remove it: messages and addresses are private.")
    names = Counter(post.author for thread in found.threads for post in thread if post.author)
    author = min(names, key=lambda name: (-names[name], name), default="")
    drafts = tuple(_draft(source, author, thread) for thread in found.threads)
    notes = []
    if found.passed_on:
        text = f"Posts of others that were only passed on, left out: {found.passed_on:,}."
        notes.append(problem(source, 0, "note", text))
    if not drafts:
        problems = (*problems, problem(source, 0, "error", "No posts were found in it."))
    return Drafts(drafts, problems, tuple(notes))


def _draft(source: Source, author: str, thread: Sequence[Post]) -> Draft:
    first = thread[0]
    same_day = all(post.day == first.day for post in thread)
    said = [
        Said(without_numbers(line), None, post.seconds if same_day else None)
        for post in thread
        for line in post.text.split("\n")
    ]
    blocks, times = turns(said, clock=True)
    fields = {
        "date": first.day,
        "author": f"@{author}" if author else "",
        "url": f"https://x.com/{author or 'i/web'}/status/{first.number}",
        "in_reply_to": f"@{first.to}" if first.to and first.to != author else "",
    }
    return Draft(
        source,
        fields={key: value for key, value in fields.items() if value},
        origin=reason("metadata", of="document"),
        blocks=blocks,
        pages=times,
    )
