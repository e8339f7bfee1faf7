"""Letters as outlines: sized by their capital height.

- Everything is measured in capital heights, so that one outline serves every size of screen.
- Digits stand in cells of fixed width and colons are drawn, so that nothing moves as they change.

Needs a QGuiApplication and the bundled fonts (`runofshow.ui.fonts`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, Self

from PySide6 import QtCore, QtGui

from runofshow.ui.painting import painting
from runofshow.ui.speaker.shaping import EM, drawable, font, runs

_CAPITAL: Final = 0.75
"""B612's capitals, and its digits, in ems."""
SIGNS: Final = "\u2190"
"""No letter before this one is a coloured sign."""
PICTURE: Final = 256
"""How large coloured signs are drawn, in pixels an em: as large as fonts of pictures have them."""
_CELLS: Final = {
    ":": 0.30 / _CAPITAL, "h": 0.40 / _CAPITAL, "a": 0.29 / _CAPITAL, "p": 0.29 / _CAPITAL,
    "m": 0.42 / _CAPITAL, "\u202f": 0.14 / _CAPITAL,
}  # fmt: skip
"""What stands among the digits of an hour: 9:15, 9h15, 9 h 15, 9:15 pm."""
_CELL: Final = 0.65 / _CAPITAL
_SQUARE: Final = 0.145 / _CAPITAL
_SMALL: Final = {"h": 0.62, "a": 0.42, "p": 0.42, "m": 0.42}
"""How large the letters of an hour are beside its digits."""


class Pictured(NamedTuple):
    """A coloured sign, and where it stands, in capital heights."""

    image: QtGui.QImage
    box: QtCore.QRectF


@dataclass(frozen=True, slots=True, eq=False)
class Outline:
    """Letters one capital high, standing on y = 0 from x = 0; `width` is their advance.

    Each letter has its own path, and is brought to its size before it is filled: in one path and
    sized by the painter the same words cost twenty-five times as much (Qt 6.11, raster).
    """

    letters: tuple[QtGui.QPainterPath, ...]
    width: float
    bounds: QtCore.QRectF
    """The rectangle of the ink."""
    pictures: tuple[Pictured, ...] = ()
    """Signs that have a colour of their own, where a font has pictures for them."""

    @classmethod
    def of(
        cls,
        letters: Iterable[QtGui.QPainterPath],
        width: float,
        pictures: Iterable[Pictured] = (),
    ) -> Self:
        """The outline of these letters and pictures."""
        paths, bounds, drawn = tuple(letters), QtCore.QRectF(), tuple(pictures)
        for box in (*(path.boundingRect() for path in paths), *(each.box for each in drawn)):
            bounds |= box
        return cls(paths, width, bounds, drawn)


class Line(NamedTuple):
    """A text as it will be written: its capital height and how far it is narrowed (1 = not)."""

    text: str
    bold: bool
    cap: float
    stretch: float = 1.0

    @property
    def width(self) -> float:
        """Its advance, in the unit of `cap`."""
        return width_of(self.text, self.bold) * self.cap * self.stretch


@lru_cache(maxsize=4096)
def width_of(text: str, bold: bool) -> float:
    """How wide `text` is, in capital heights."""
    return QtGui.QFontMetricsF(font(bold)).horizontalAdvance(drawable(text)) / (EM * _CAPITAL)


@lru_cache(maxsize=512)
def outline(text: str, bold: bool) -> Outline:
    """The outline of `text`, of what of it can be drawn."""
    letters, pictures = list[QtGui.QPainterPath](), list[Pictured]()
    scale = 1 / (EM * _CAPITAL)
    size = QtGui.QTransform.fromScale(scale, scale)
    signs = any(letter >= SIGNS for letter in text)
    for run in runs(drawable(text), bold):
        raw = run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            path = raw.pathForGlyph(glyph)
            if not path.isEmpty():
                letters.append(size.map(path.translated(place)))
            elif signs:
                pictures += pictured(raw, glyph, place * scale)
    return Outline.of(letters, width_of(text, bold), pictures)


def pictured(raw: QtGui.QRawFont, glyph: int, place: QtCore.QPointF) -> Iterator[Pictured]:
    """The picture that stands for a glyph without an outline; none of a space."""
    small = QtGui.QRawFont(raw)
    small.setPixelSize(PICTURE)
    box = small.boundingRect(glyph)
    if box.isEmpty():
        return
    image = QtGui.QImage(box.size().toSize(), QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QtCore.Qt.GlobalColor.transparent)
    run = QtGui.QGlyphRun()
    run.setRawFont(small)
    run.setGlyphIndexes([glyph])
    run.setPositions([QtCore.QPointF()])
    with painting(image) as painter:
        painter.drawGlyphRun(-box.topLeft(), run)
    unit = PICTURE * _CAPITAL
    yield Pictured(image, QtCore.QRectF(box.topLeft() / unit + place, box.size() / unit))


@lru_cache(maxsize=256)
def sized(drawn: Outline, across: float, up: float) -> tuple[QtGui.QPainterPath, ...]:
    """The letters of `drawn` at a size: so many pixels a unit, across and up."""
    size = QtGui.QTransform.fromScale(across, up)
    return tuple(size.map(letter) for letter in drawn.letters)


# --- digits ------------------------------------------------------------------------------------


def cells(text: str) -> float:
    """How wide `text` is in cells of digits, in capital heights."""
    return sum(_CELLS.get(letter, _CELL) for letter in text)


@lru_cache(maxsize=32)
def in_cell(letter: str) -> Outline:
    """The outline of what stands in a cell of a time, an hour or a leading "+", in its middle."""
    cell = cells(letter)
    return Outline.of((path.translated(cell / 2, 0) for path in _in_cell(letter)), cell)


def _in_cell(letter: str) -> list[QtGui.QPainterPath]:
    """What stands in a cell, its middle at x = 0."""
    if letter == ":":
        return [_colon()]
    if letter == "+":
        return [plus()]
    drawn = outline(letter, bold=True)
    size = _SMALL.get(letter, 1.0)
    shape = QtGui.QTransform.fromScale(size, size)
    return [shape.map(path.translated(-drawn.width / 2, 0)) for path in drawn.letters]


def _colon() -> QtGui.QPainterPath:
    path = QtGui.QPainterPath()
    for height in (0.30, 0.70):
        square = QtCore.QRectF(-_SQUARE / 2, -height - _SQUARE / 2, _SQUARE, _SQUARE)
        path.addRoundedRect(square, _SQUARE / 5, _SQUARE / 5)
    return path


def plus() -> QtGui.QPainterPath:
    """The drawn sign of an overrun, one capital high with its air, its middle at x = 0."""
    arm, thick, middle = 0.33, _SQUARE, -0.5
    across = QtGui.QPainterPath()
    across.addRect(-arm, middle - thick / 2, 2 * arm, thick)
    upright = QtGui.QPainterPath()
    upright.addRect(-thick / 2, middle - arm, thick, 2 * arm)
    return across.united(upright)


@lru_cache(maxsize=1)
def sign() -> Outline:
    """The sign of an overrun by itself, its middle at x = 0."""
    return Outline.of((plus(),), 0.66)
