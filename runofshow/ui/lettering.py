"""Text set by hand: runs of different letters on one line, cut with … or broken onto few lines.

Sizes are logical pixels. Digits of a running time stand in cells of one width, so that the time
left does not dance as it counts.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui

from runofshow.ui.theme import Role, Theme

ENDLESS: Final = 1e6
ELLIPSIS: Final = "…"
LEADING: Final = 1.2
"""How far two lines stand apart where there is room, in heights of their letters."""
_UNITS: Final = re.compile(r"(?<=\d) (?=(?:min|h|s|m)\b)|(?<=\d\smin) (?=\d)|(?<=\d\sh) (?=\d)")
"""The spaces within a length."""


class Run(NamedTuple):
    """A stretch of text in one kind of letters and one colour; `gap` pixels stand before it."""

    text: str
    role: Role
    colour: QtGui.QColor
    gap: float = 0


@lru_cache(maxsize=4096)
def width_of(text: str, font: QtGui.QFont) -> float:
    """How wide `text` is in `font`; what is painted was mostly measured a moment ago."""
    return QtGui.QFontMetricsF(font).horizontalAdvance(text)


def cut(text: str, font: QtGui.QFont, room: float) -> str:
    """`text`, ended with … where it is wider than `room`."""
    if width_of(text, font) <= room:
        return text
    return QtGui.QFontMetricsF(font).elidedText(text, QtCore.Qt.TextElideMode.ElideRight, room)


def write(
    painter: QtGui.QPainter,
    theme: Theme,
    at: QtCore.QPointF,
    runs: Iterable[Run],
    room: float = ENDLESS,
) -> float:
    """Write `runs` from `at` (left end of the baseline), the one that exceeds `room` cut with ….

    Returns the x where the text ends.
    """
    x, right = at.x(), at.x() + room
    for run in runs:
        x += run.gap
        if not run.text:
            continue
        font = theme.font(run.role)
        text = cut(run.text, font, max(0.0, right - x))
        painter.setFont(font)
        painter.setPen(run.colour)
        painter.drawText(QtCore.QPointF(x, at.y()), text)
        x += width_of(text, font)
    return x


def length_of(theme: Theme, runs: Iterable[Run]) -> float:
    """How wide `runs` are when nothing is cut."""
    return sum(run.gap + width_of(run.text, theme.font(run.role)) for run in runs)


def write_right(
    painter: QtGui.QPainter, theme: Theme, at: QtCore.QPointF, runs: tuple[Run, ...]
) -> float:
    """Write `runs` so that they end at `at` (right end of the baseline); returns their left."""
    x = at.x() - length_of(theme, runs)
    write(painter, theme, QtCore.QPointF(x, at.y()), runs)
    return x


@lru_cache(maxsize=512)
def broken(text: str, font: QtGui.QFont, width: float, lines: int) -> tuple[str, ...]:
    """`text` broken between words onto at most `lines` lines, the last one cut with ….

    A length stays on one line: 1 min 32.
    """
    text = _UNITS.sub("\u00a0", text)
    layout = QtGui.QTextLayout(text, font)
    option = QtGui.QTextOption()
    option.setWrapMode(QtGui.QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    made: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(made) == lines - 1:
            made.append(cut(text[start:].strip(), font, width))
            break
        made.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return tuple(made)


@lru_cache(maxsize=64)
def halved(text: str, font: QtGui.QFont) -> tuple[str, ...]:
    """`text` broken between two words onto the narrowest two lines there are."""
    words = _UNITS.sub("\u00a0", text).split(" ")
    breaks = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return min(
        breaks, key=lambda lines: max(width_of(line, font) for line in lines), default=(text,)
    )


def baselines(font: QtGui.QFont, top: float, height: float, lines: int) -> tuple[float, ...]:
    """The baselines of one line in the middle of a band, or of two lines about it."""
    at = middle(font, top, height)
    apart = min(height / 2, font.pixelSize() * LEADING)
    return (at,) if lines == 1 else (at - apart / 2, at + apart / 2)


def write_whole(
    painter: QtGui.QPainter, theme: Theme, box: QtCore.QRectF, run: Run, dense: Role
) -> float:
    """Write `run` in the middle of `box`; too long for one line, on two lines of `dense` letters.

    Only what is too long for these too is cut. Returns the x where the longer line ends.
    """
    lines: tuple[str, ...] = (run.text,)
    role = run.role
    if width_of(run.text, theme.font(role)) > box.width():
        role = dense
        lines = broken(run.text, theme.font(role), box.width(), 2)
    ends = [box.left()]
    places = baselines(theme.font(role), box.top(), box.height(), len(lines))
    for line, baseline in zip(lines, places, strict=True):
        at = QtCore.QPointF(box.left(), baseline)
        ends.append(write(painter, theme, at, (Run(line, role, run.colour),), box.width()))
    return max(ends)


def time_width(text: str, font: QtGui.QFont) -> float:
    """How wide a time is when its digits stand in cells."""
    return sum(_cell(mark, font) for mark in text)


def write_time(painter: QtGui.QPainter, at: QtCore.QPointF, text: str, font: QtGui.QFont) -> float:
    """Write a time from `at` (left end of the baseline), digits in cells; returns its end."""
    painter.setFont(font)
    x = at.x()
    for mark in text:
        cell = _cell(mark, font)
        inset = (cell - width_of(mark, font)) / 2
        painter.drawText(QtCore.QPointF(x + inset, at.y()), mark)
        x += cell
    return x


def _cell(mark: str, font: QtGui.QFont) -> float:
    return width_of("0" if mark.isdigit() else mark, font)


def fitting(text: str, font: QtGui.QFont, width: float) -> QtGui.QFont:
    """`font`, made smaller where the time `text` in cells is wider than `width`."""
    wide = time_width(text, font)
    if wide <= width:
        return font
    made = QtGui.QFont(font)
    made.setPixelSize(max(11, int(font.pixelSize() * width / wide)))
    return made


def middle(font: QtGui.QFont, top: float, height: float) -> float:
    """The baseline that centres capitals and digits of `font` in a band."""
    return top + (height + QtGui.QFontMetricsF(font).capHeight()) / 2
