"""More processor time for a file that turns out to be long.

Whoever reads it has a limit (`generator.engine.executors.limits`), which cannot know how many pages
there are: what a file says of itself may be false, so time is added for those that are done.
"""

from __future__ import annotations

import signal
import sys

_SECONDS = 1.0  # for a page; one needs 0.05


def more_time() -> None:
    """Allow this process a second more, if its processor time is limited: a page is done."""
    if sys.platform == "win32":
        return
    left, _ = signal.getitimer(signal.ITIMER_PROF)
    if left:
        signal.setitimer(signal.ITIMER_PROF, left + _SECONDS)
