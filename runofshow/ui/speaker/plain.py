"""The last resort of the stage: the time left, big, when what it was to show cannot be laid out or
painted.

It shares nothing with the layouts and their painter, which have just failed: one line in the middle
in the colour of the phase, a few words below. What is laid over another picture, as a lower third
is, stays empty instead.
"""

from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui

from runofshow.core.board import Board, OnAir
from runofshow.core.times import ZERO, show_clock, show_countdown, whole_left
from runofshow.ui import fonts
from runofshow.ui.speaker.palettes import Palette
from runofshow.ui.texts.stage import StageWords

WIDE: Final = 0.92
"""How much of the width the line may take, at most,"""
HIGH: Final = 0.62
"""and its letters of the height."""
BELOW: Final = 0.11
"""How high the words below are, of the height."""


class Plain(NamedTuple):
    """What is shown: `line`, big, and `below`; nothing at all when both are empty."""

    line: str = ""
    below: str = ""
    tone: str = "normal"


def plain(board: Board, words: StageWords, *, stale: bool = False) -> Plain:
    """What is shown of a board; `stale`: nobody brings it up to date any more."""
    if board.blackout:
        return Plain()
    if board.incident:
        return Plain(words.one_moment, tone="waiting")
    air, said = board.on_air, board.message
    below = words.not_updated if stale else ""
    if said is not None and said.to == "stage" and (said.until is None or said.until > board.now):
        below = below or said.text.replace("{left}", "").strip()
    if air is None:
        hour = "" if stale else show_clock(board.now, board.zone, words.language)
        return Plain(hour, below, "waiting")
    held = words.held if air.holding else ""
    return Plain(_count(air), below or held, "held" if air.holding or stale else air.phase)


def _count(air: OnAir) -> str:
    """The time left as the stage counts it, to the questions until they are opened (rule 36)."""
    tail = ZERO if air.questions is None or air.questions_open else air.questions
    counted = air.remaining if air.phase == "over" else air.remaining - tail
    return ("+" if counted < ZERO else "") + show_countdown(whole_left(counted))


def paint(painter: QtGui.QPainter, sheet: QtCore.QRectF, shown: Plain, palette: Palette) -> None:
    """Paint it on an upright sheet."""
    painter.fillRect(sheet, QtGui.QColor(palette.paper))
    painter.setPen(QtGui.QColor(getattr(palette, shown.tone, palette.normal)))
    foot = 1.6 * BELOW * sheet.height() if shown.below else 0.0
    _write(painter, sheet.adjusted(0, 0, 0, -foot), shown.line, HIGH * sheet.height())
    if shown.below:
        below = sheet.adjusted(0, sheet.height() - foot, 0, 0)
        _write(painter, below, shown.below, BELOW * sheet.height())


def _write(painter: QtGui.QPainter, box: QtCore.QRectF, text: str, height: float) -> None:
    """Write a line in the middle of `box`, as high as that where it is not too wide then."""
    font = QtGui.QFont(fonts.DIGITS)
    font.setBold(True)
    font.setPixelSize(max(1, round(height)))
    wide = QtGui.QFontMetricsF(font).horizontalAdvance(text)
    if wide > WIDE * box.width():
        font.setPixelSize(max(1, int(height * WIDE * box.width() / wide)))
    painter.setFont(font)
    painter.drawText(box, QtCore.Qt.AlignmentFlag.AlignCenter, text)
