"""Letters as outlines: sized by their capital height, stretched, wrapped and cut to fit.

- Everything is measured in capital heights, so that one outline serves every size of screen.
- What does not fit is first made narrower, down to `TIGHTEST`; then it is cut at a word with "…",
  or made smaller where nothing may be lost (an hour, a phase, what the régie says).
- Digits stand in cells of fixed width and colons are drawn, so that nothing moves as they change.

Needs a QGuiApplication and the bundled fonts (`runofshow.ui.fonts`).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Final, NamedTuple, Self

from PySide6 import QtCore, QtGui

from runofshow.ui import fonts
from runofshow.ui.names import family_name, short_name

TIGHTEST: Final = 0.76
"""The narrowest that letters are made before they are cut or made smaller."""
SNUG: Final = 0.86
"""As narrow as small words still read well."""
LEADING: Final = 1.45
"""From one baseline to the next."""
ELLIPSIS: Final = "…"

_EM: Final = 1000
_ENDLESS: Final = 1e7
_CAPITAL: Final = 0.75
"""B612's capitals, and its digits, in ems."""
_CELLS: Final = {
    ":": 0.30 / _CAPITAL, "h": 0.40 / _CAPITAL, "a": 0.29 / _CAPITAL, "p": 0.29 / _CAPITAL,
    "m": 0.42 / _CAPITAL, "\u202f": 0.14 / _CAPITAL,
}  # fmt: skip
"""What stands among the digits of an hour: 9:15, 9h15, 9 h 15, 9:15 pm."""
_CELL: Final = 0.65 / _CAPITAL
_SQUARE: Final = 0.145 / _CAPITAL
_SMALL: Final = {"h": 0.62, "a": 0.42, "p": 0.42, "m": 0.42}
"""How large the letters of an hour are beside its digits."""


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

    @classmethod
    def of(cls, letters: Iterable[QtGui.QPainterPath], width: float) -> Self:
        """The outline of these letters."""
        paths, bounds = tuple(letters), QtCore.QRectF()
        for path in paths:
            bounds |= path.boundingRect()
        return cls(paths, width, bounds)


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


@lru_cache(maxsize=2)
def _font(bold: bool) -> QtGui.QFont:
    font = QtGui.QFont(fonts.DIGITS)
    font.setPixelSize(_EM)
    font.setBold(bold)
    font.setHintingPreference(QtGui.QFont.HintingPreference.PreferNoHinting)
    return font


@lru_cache(maxsize=4096)
def width_of(text: str, bold: bool) -> float:
    """How wide `text` is, in capital heights."""
    return QtGui.QFontMetricsF(_font(bold)).horizontalAdvance(text) / (_EM * _CAPITAL)


@lru_cache(maxsize=512)
def outline(text: str, bold: bool) -> Outline:
    """The outline of `text`."""
    letters = []
    scale = 1 / (_EM * _CAPITAL)
    size = QtGui.QTransform.fromScale(scale, scale)
    for run in _runs_of_glyphs(text, bold):
        font = run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            path = font.pathForGlyph(glyph)
            if not path.isEmpty():
                letters.append(size.map(path.translated(place)))
    return Outline.of(letters, width_of(text, bold))


def _runs_of_glyphs(text: str, bold: bool) -> list[QtGui.QGlyphRun]:
    """`text` shaped on one line whose baseline is y = 0."""
    layout = QtGui.QTextLayout(text, _font(bold))
    layout.beginLayout()
    line = layout.createLine()
    if not line.isValid():
        return []
    line.setLineWidth(_ENDLESS)  # before this the line knows no ascent
    line.setPosition(QtCore.QPointF(0, -line.ascent()))
    layout.endLayout()
    return layout.glyphRuns()


@lru_cache(maxsize=256)
def sized(drawn: Outline, across: float, up: float) -> tuple[QtGui.QPainterPath, ...]:
    """The letters of `drawn` at a size: so many pixels a unit, across and up."""
    size = QtGui.QTransform.fromScale(across, up)
    return tuple(size.map(letter) for letter in drawn.letters)


# --- digits ------------------------------------------------------------------------------------


def cells(text: str) -> float:
    """How wide `text` is in cells of digits, in capital heights."""
    return sum(_CELLS.get(letter, _CELL) for letter in text)


@lru_cache(maxsize=256)
def digits(text: str) -> Outline:
    """The outline of a time or of an hour and a leading "+", each in the middle of its cell."""
    letters, x = list[QtGui.QPainterPath](), 0.0
    for letter in text:
        cell = _CELLS.get(letter, _CELL)
        letters += [path.translated(x + cell / 2, 0) for path in _in_cell(letter)]
        x += cell
    return Outline.of(letters, x)


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


# --- fitting -----------------------------------------------------------------------------------


def shrunk(text: str, bold: bool, cap: float, room: float, widest: float = 1.0) -> Line:
    """`text` in `room`, narrowed and then made smaller; nothing is lost. `widest` is its natural
    stretch."""
    natural = width_of(text, bold) * cap
    if natural * widest <= room:
        return Line(text, bold, cap, widest)
    if natural * TIGHTEST <= room:
        return Line(text, bold, cap, room / natural)
    return Line(text, bold, max(0.0, room) / (natural / cap * TIGHTEST), TIGHTEST)


@lru_cache(maxsize=256)
def cut(text: str, bold: bool, cap: float, room: float, tightest: float = TIGHTEST) -> Line:
    """`text` in `room`, narrowed and then cut at a word with "…"; empty when nothing fits.

    There may be no room at all.
    """
    room = max(0.0, room)

    def fits(part: str) -> bool:
        return width_of(part, bold) * cap * tightest <= room

    part = text if fits(text) else _cut_at_word(text, fits)
    natural = width_of(part, bold) * cap
    stretch = 1.0 if natural <= room else max(tightest, room / natural)
    return Line(part, bold, cap, stretch)


@lru_cache(maxsize=64)
def people(names: tuple[str, ...], bold: bool, cap: float, room: float) -> Line:
    """Names in `room`: whole, or with initials, or families alone; cut only if even that fails."""
    for reading in (names, [short_name(name) for name in names], [family_name(n) for n in names]):
        text = ", ".join(reading)
        if width_of(text, bold) * cap * SNUG <= room:
            break
    else:
        text = ", ".join(reading if len(names) > 1 else names)
    return cut(text, bold, cap, room)


def together(names: tuple[str, ...]) -> str:
    """The names in one text that breaks between two of them, never within one; one alone may."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(name.replace(" ", "\u00a0") for name in names)


def _cut_at_word(text: str, fits: Callable[[str], bool]) -> str:
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        part = " ".join(words[:count]).rstrip(" ,;:.–—-·\u00a0\u202f«(") + ELLIPSIS
        if fits(part):
            return part
    first = words[0] if words else ""
    for count in range(len(first) - 1, 1, -1):
        if fits(first[:count] + ELLIPSIS):
            return first[:count] + ELLIPSIS
    return ""


def wrapped(text: str, bold: bool, lines: int) -> tuple[str, ...]:
    """`text` on at most `lines` lines, as even as they can be; its own line breaks are kept."""
    parts = [part.split(" ") for part in text.split("\n") if part.strip()]
    widths = sorted({width_of(" ".join(w[a:b]), bold) for w in parts for a, b in _runs(len(w))})
    low, high = 0, len(widths) - 1
    while low < high:
        middle = (low + high) // 2
        if len(_filled(parts, bold, widths[middle])) <= lines:
            high = middle
        else:
            low = middle + 1
    return tuple(_filled(parts, bold, widths[low])) if widths else ()


def _runs(count: int) -> list[tuple[int, int]]:
    """Where a line may begin and end among `count` words; long texts only from line to line."""
    if count > 24:
        return [(0, end) for end in range(1, count + 1)]
    return [(a, b) for a in range(count) for b in range(a + 1, count + 1)]


def _filled(parts: Sequence[Sequence[str]], bold: bool, room: float) -> list[str]:
    """The words put on lines no wider than `room`; a word alone may be wider."""
    lines: list[str] = []
    for words in parts:
        line = ""
        for word in words:
            longer = f"{line} {word}" if line else word
            if line and width_of(longer, bold) > room:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return lines


@lru_cache(maxsize=64)
def block(
    text: str, bold: bool, cap: float, width: float, height: float, most: int
) -> tuple[Line, ...]:
    """`text` on up to `most` lines, all of one size, as large as the room and `cap` allow.

    Nothing is lost; accents and tails count in the height.
    """
    best: tuple[Line, ...] = ()
    for count in range(1, most + 1):
        lines = _even(wrapped(text, bold, count), bold, cap, width, height)
        if lines and (not best or _weight(lines[0]) > _weight(best[0]) * 1.04):
            best = lines
    return best


def _even(
    texts: Sequence[str], bold: bool, cap: float, width: float, height: float
) -> tuple[Line, ...]:
    if not texts:
        return ()
    largest = min(cap, height / ink_height(texts, bold))
    size = min(shrunk(text, bold, largest, width).cap for text in texts)
    stretch = min(shrunk(text, bold, size, width).stretch for text in texts)
    return tuple(Line(text, bold, size, stretch) for text in texts)


def above(text: str, bold: bool) -> float:
    """How far accents rise above the capitals, in capital heights."""
    return max(0.0, -outline(text, bold).bounds.top() - 1)


def below(text: str, bold: bool) -> float:
    """How far tails hang below the baseline, in capital heights."""
    return max(0.0, outline(text, bold).bounds.bottom())


def ink_height(texts: Sequence[str], bold: bool) -> float:
    """The height of lines one under the other, accents and tails too, in capital heights."""
    return above(texts[0], bold) + 1 + (len(texts) - 1) * LEADING + below(texts[-1], bold)


def _weight(line: Line) -> float:
    """How well a line reads: large first, narrow less so."""
    return line.cap * sqrt(line.stretch)


@lru_cache(maxsize=64)
def paragraph(text: str, bold: bool, cap: float, room: float, most: int) -> tuple[Line, ...]:
    """`text` at one size on up to `most` lines of width `room`; the last is cut with "…"."""
    words, lines = text.split(), list[Line]()
    while words and len(lines) < most - 1:
        count = max(
            (
                n
                for n in range(1, len(words) + 1)
                if width_of(" ".join(words[:n]), bold) * cap <= room
            ),
            default=1,
        )
        lines.append(cut(" ".join(words[:count]), bold, cap, room))
        words = words[count:]
    if words:
        lines.append(cut(" ".join(words), bold, cap, room))
    return tuple(lines)
