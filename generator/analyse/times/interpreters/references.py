"""Past, present and future at large. They have no place on the calendar."""

from __future__ import annotations

from generator.analyse.times.context import Context
from generator.analyse.times.matches import Found, Hit, Meaning


def now(hit: Hit, context: Context) -> Found:
    """ "now", "currently"."""
    return Meaning("DATE", "PRESENT_REF", "the time of writing, no calendar date")


def before_now(hit: Hit, context: Context) -> Found:
    """ "recently", "in the past"."""
    return Meaning("DATE", "PAST_REF", "some time before, no calendar date")


def after_now(hit: Hit, context: Context) -> Found:
    """ "soon", "in the future"."""
    return Meaning("DATE", "FUTURE_REF", "some time to come, no calendar date")
