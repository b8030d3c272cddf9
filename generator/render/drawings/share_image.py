"""The picture that networks show with a link to the site: 1200 × 630, as Open Graph has it."""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from generator.colours import LIGHT
from generator.render.drawings.canvas import drawable, font, in_lines, png, shortened
from generator.render.drawings.icons import draw_book

WIDTH, HEIGHT = 1200, 630
_LEFT, _RIGHT = 80, 1120
_INK, _QUIET, _RULE = "#1c1a17", "#5d574d", "#d8d2c4"
_SIZES = (92, 76, 62, 50)  # of the title: the largest in which it fits
_LINE = 1.18  # height of a line, of its size
_FACTS = 34  # size of the small text
_ROW = 50  # px from one line of it to the next
_BOTTOM = 560  # where its last line begins
_TOP, _FLOOR = 330, 500  # px between which steps are drawn


@dataclass(frozen=True, slots=True)
class Steps:
    """A figure as it rose and fell.

    points: days, counted from any one, and the figure; in order
    ends: the first and the last day in words; values: the first and the last figure in words
    """

    points: tuple[tuple[int, float], ...]
    ends: tuple[str, str]
    values: tuple[str, str]


@dataclass(frozen=True, slots=True)
class ShareImage:
    """What a picture shows; what the fonts lack is left out.

    name: of its file and of the section whose pages have it
    above: a small line above the title; facts: small lines at the foot
    accent: colour
    """

    name: str
    title: str
    above: str
    facts: tuple[str, ...]
    accent: str
    steps: Steps | None = None

    @property
    def path(self) -> str:
        """Its address below the root."""
        return f"static/share/{self.name}.png"


def share_image(what: ShareImage) -> bytes:
    """The file of a picture."""
    image = Image.new("RGB", (WIDTH, HEIGHT), LIGHT[0])
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 18), what.accent)
    small = font("text", _FACTS)
    if drawable(what.above):
        draw.text((_LEFT, 64), shortened(what.above, small, _RIGHT - _LEFT), what.accent, small)
    facts = [fact for fact in what.facts if fact and drawable(fact)]
    for row, fact in enumerate(reversed(facts)):
        at = (_LEFT, _BOTTOM - row * _ROW)
        draw.text(at, shortened(fact, small, _RIGHT - _LEFT), _QUIET, small)
    room = _BOTTOM - (len(facts) - 1) * _ROW - 40
    if drawable(what.title):
        _title(draw, what.title, (_TOP - 20 if what.steps else room) - 130)
    else:  # its letters are not in the fonts, or need shaping
        draw_book(draw, (_LEFT - 50, 90), 320, what.accent)
    if what.steps:
        _draw_steps(draw, what.steps, what.accent, small)
    elif facts:
        draw.line((_LEFT, room + 16, _RIGHT, room + 16), _RULE, 2)
    return png(image)


def _title(draw: ImageDraw.ImageDraw, title: str, room: int) -> None:
    """The title, as large as fits; what does not fit in the smallest size is cut."""
    for size in _SIZES:
        face = font("title", size)
        lines = in_lines(title, face, _RIGHT - _LEFT)
        most = max(1, int(room // (size * _LINE)))
        fits = all(face.getlength(line) <= _RIGHT - _LEFT for line in lines)
        if len(lines) <= most and fits:
            break
    shown = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    for row, line in enumerate(filter(None, shown)):
        at = (_LEFT, 130 + round(row * size * _LINE))
        draw.text(at, shortened(line, face, _RIGHT - _LEFT), _INK, face)


def _draw_steps(
    draw: ImageDraw.ImageDraw, steps: Steps, accent: str, small: ImageFont.FreeTypeFont
) -> None:
    first, last = steps.points[0][0], steps.points[-1][0]
    most = max(value for _, value in steps.points) or 1
    places = [
        (
            round(_LEFT + (_RIGHT - _LEFT) * (day - first) / max(last - first, 1)),
            round(_FLOOR - (_FLOOR - _TOP) * value / most),
        )
        for day, value in steps.points
    ]
    draw.line((_LEFT, _FLOOR, _RIGHT, _FLOOR), _QUIET, 2)
    corners = [places[0]]
    for place in places[1:]:
        corners += [(place[0], corners[-1][1]), place]
    draw.line(corners, accent, 6)
    for x, y in places:
        draw.ellipse((x - 9, y - 9, x + 9, y + 9), accent)
    for anchor, x, text, value, place in (
        ("la", _LEFT, steps.ends[0], steps.values[0], places[0]),
        ("ra", _RIGHT, steps.ends[1], steps.values[1], places[-1]),
    ):
        if drawable(text):
            draw.text((x, _FLOOR + 10), text, _QUIET, small, anchor)
        beside = (place[0] + 18, place[1] - 10) if anchor == "la" else (x, place[1] + 16)
        draw.text(beside, value, _INK, small, "ls" if anchor == "la" else "ra")
