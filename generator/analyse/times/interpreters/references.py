"""Past, present and future at large. They are not on the calendar."""

from __future__ import annotations

from generator.analyse.times.context import Context
from generator.analyse.times.matches import Interpretation, Match, Outcome
from generator.model import reason


def now(match: Match, context: Context) -> Outcome:
    """ "now", "currently"."""
    return Interpretation("DATE", "PRESENT_REF", reason("present"))


def before_now(match: Match, context: Context) -> Outcome:
    """ "recently", "in the past"."""
    return Interpretation("DATE", "PAST_REF", reason("past"))


def after_now(match: Match, context: Context) -> Outcome:
    """ "soon", "in the future"."""
    return Interpretation("DATE", "FUTURE_REF", reason("future"))
