"""The test pattern: whether an output's whole picture is there, straight, sharp and well coloured.

A line at the very edge and one at the safe margins; squares and circles that must be so; grey from
black to white; the colours of the phases; lines one pixel apart, which blur when a picture is
scaled; the output's name and its real size, to be read from far.
"""

from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui

from runofshow.ui.speaker.lettering import Outline
from runofshow.ui.speaker.sheet import Sheet
from runofshow.ui.speaker.strokes import Filled, Lettered
from runofshow.ui.texts.stage import StageWords

SIDE: Final = 0.06
"""The safe margins at the sides, of the width (stage.md)."""
UPPER: Final = 0.055
"""At the head and the foot, of the height."""
GRID: Final = "#39414B"
CIRCLE: Final = "#67727F"
LINE: Final = "#F5F7F9"
SQUARES: Final = 9
"""How many squares stand on one another."""
GREYS: Final = 11
FINE: Final = 24
"""How many lines stand one pixel apart."""


class Pattern(NamedTuple):
    """What a pattern tells: the output's name, its screen, its size in real pixels, the phases."""

    name: str
    screen: str
    wide: int
    high: int
    phases: tuple[str, ...]

    @classmethod
    def of(cls, name: str, screen: str, size: QtCore.QSize, words: StageWords) -> "Pattern":
        """The pattern of an output, its phases named in the language of `words`."""
        phases = (words.wrap_up, words.last_words, words.time_up, words.questions)
        return cls(name, screen, size.width(), size.height(), phases)


def draw(sheet: Sheet, pattern: Pattern) -> None:
    """Lay the pattern out on a sheet of any shape."""
    _grid(sheet)
    _circles(sheet)
    _edges(sheet)
    _phases(sheet, pattern)
    _greys(sheet)
    _fine(sheet)
    _words(sheet, pattern)


def _grid(sheet: Sheet) -> None:
    """Squares from the middle outwards, so that both sides are cut alike."""
    rect, step = sheet.rect, min(sheet.rect.width(), sheet.rect.height()) / SQUARES
    thin = max(1.0, step / 60)
    for number in range(-40, 41):
        x, y = rect.center().x() + (number + 0.5) * step, rect.center().y() + (number + 0.5) * step
        for box in (
            QtCore.QRectF(x - thin / 2, rect.top(), thin, rect.height()),
            QtCore.QRectF(rect.left(), y - thin / 2, rect.width(), thin),
        ):
            if rect.contains(box.center()):
                sheet.strokes.append(Filled(GRID, box & rect))


def _circles(sheet: Sheet) -> None:
    """One as high as the picture, one in each corner."""
    rect, least = sheet.rect, min(sheet.rect.width(), sheet.rect.height())
    ring = _ring(0.008)
    sheet.strokes.append(_at(ring, rect.center(), least * 0.96, CIRCLE))
    small = least / SQUARES * 1.5
    for x in (rect.left() + small, rect.right() - small):
        for y in (rect.top() + small, rect.bottom() - small):
            sheet.strokes.append(_at(_ring(0.03), QtCore.QPointF(x, y), small, CIRCLE))


def _ring(thick: float) -> Outline:
    """A ring one unit across, about nought."""
    path = QtGui.QPainterPath()
    path.addEllipse(QtCore.QPointF(), 0.5, 0.5)
    path.addEllipse(QtCore.QPointF(), 0.5 - thick, 0.5 - thick)
    return Outline.of((path,), 1.0)


def _at(drawn: Outline, centre: QtCore.QPointF, across: float, colour: str) -> Lettered:
    return Lettered(colour, drawn, centre.x(), centre.y(), across, across)


def _edges(sheet: Sheet) -> None:
    """The last pixels of the picture, and the safe margins."""
    thick = max(2.0, min(sheet.rect.width(), sheet.rect.height()) / 270)
    _frame(sheet, sheet.rect, thick, LINE)
    _frame(sheet, sheet.zone(SIDE, UPPER, 1 - SIDE, 1 - UPPER), thick / 2, sheet.palette.waiting)


def _frame(sheet: Sheet, box: QtCore.QRectF, thick: float, colour: str) -> None:
    for edge in (
        QtCore.QRectF(box.left(), box.top(), box.width(), thick),
        QtCore.QRectF(box.left(), box.bottom() - thick, box.width(), thick),
        QtCore.QRectF(box.left(), box.top(), thick, box.height()),
        QtCore.QRectF(box.right() - thick, box.top(), thick, box.height()),
    ):
        sheet.strokes.append(Filled(colour, edge))


def _phases(sheet: Sheet, pattern: Pattern) -> None:
    """The colours of the phases, each with its word, across the head."""
    colours = sheet.palette
    inks = (colours.warning, colours.danger, colours.over, colours.questions)
    wide = (1 - 2 * SIDE - 0.04) / len(inks)
    for number, (ink, word) in enumerate(zip(inks, pattern.phases, strict=True)):
        left = SIDE + 0.02 + number * wide
        sheet.fill(left + 0.004, 0.1, left + wide - 0.004, 0.22, ink)
        zone = sheet.zone(left + 0.014, 0.115, left + wide - 0.014, 0.205)
        sheet.block(word, zone, 0.05, colours.paper)


def _greys(sheet: Sheet) -> None:
    """Steps from black to white across the foot, each to be told from the next."""
    wide = (1 - 2 * SIDE - 0.04) / GREYS
    for number in range(GREYS):
        level = round(255 * number / (GREYS - 1))
        left = SIDE + 0.02 + number * wide
        sheet.fill(left, 0.78, left + wide, 0.9, f"#{level:02X}{level:02X}{level:02X}")


def _fine(sheet: Sheet) -> None:
    """Lines one pixel wide and one apart, standing and lying, at both sides of the middle."""
    rect = sheet.rect
    top = round(rect.center().y()) - FINE
    for left in (round(sheet.across(SIDE + 0.02)), round(sheet.across(1 - SIDE - 0.02)) - 2 * FINE):
        for number in range(FINE):
            x, y = left + 2 * number, top + 2 * number
            standing = QtCore.QRectF(x, top - FINE, 1, 1.5 * FINE)
            lying = QtCore.QRectF(left, y + FINE, 2 * FINE, 1)
            sheet.strokes.extend((Filled(LINE, standing), Filled(LINE, lying)))


def _words(sheet: Sheet, pattern: Pattern) -> None:
    """The name, the size, the screen, on a plate in the middle."""
    colours = sheet.palette
    sheet.fill(0.2, 0.3, 0.8, 0.7, colours.paper)
    _frame(sheet, sheet.zone(0.2, 0.3, 0.8, 0.7), max(1.0, sheet.high(0.002)), GRID)
    size = f"{pattern.wide}\u00a0×\u00a0{pattern.high}"
    sheet.block(pattern.name, sheet.zone(0.22, 0.32, 0.78, 0.48), 0.13, colours.normal)
    sheet.block(size, sheet.zone(0.22, 0.49, 0.78, 0.6), 0.085, colours.normal)
    if pattern.screen:
        sheet.block(pattern.screen, sheet.zone(0.22, 0.61, 0.78, 0.68), 0.045, colours.second)
