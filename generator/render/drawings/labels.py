"""Names in drawings: how long they may be, where they begin, and whether two would overlap."""

from __future__ import annotations

_GAP = 4  # between a mark and its label
Area = tuple[float, float, float, float]  # left, top, right, bottom


def shortened(name: str, longest: int) -> str:
    """The name, cut to a number of letters."""
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def offset(radius: float, side: str) -> float:
    """Where a label begins ("start") or ends ("end"), from the middle of its mark."""
    return radius + _GAP if side == "start" else -(radius + _GAP)


def meet(one: Area, other: Area) -> bool:
    """Whether two areas overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
