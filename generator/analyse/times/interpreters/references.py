"""Past, present and future at large. They have no place on the calendar."""

from __future__ import annotations

from generator.analyse.times.context import Context
from generator.analyse.times.matches import Found, Hit, Meaning
from generator.model import reason


def now(hit: Hit, context: Context) -> Found:
    """ "now", "currently"."""
    return Meaning("DATE", "PRESENT_REF", reason("present"))


def before_now(hit: Hit, context: Context) -> Found:
    """ "recently", "in the past"."""
    return Meaning("DATE", "PAST_REF", reason("past"))


def after_now(hit: Hit, context: Context) -> Found:
    """ "soon", "in the future"."""
    return Meaning("DATE", "FUTURE_REF", reason("future"))
