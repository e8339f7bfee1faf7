"""The speakers of a row as they are painted, with a mark at each who is not there.

A mark is a shape and a colour; a name that is absent is struck too. "+2" counts who is expected:
who is absent among those left out is counted apart, behind the mark.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui

from runofshow.ui import icons
from runofshow.ui.icons import Icon
from runofshow.ui.names import family_name
from runofshow.ui.operator.rundown_letters import Letters, Writer
from runofshow.ui.operator.rundown_missing import Mark
from runofshow.ui.theme import Role

_SIGNS: Final[Mapping[Mark, tuple[Icon, str]]] = {
    "absent": (Icon.BROKEN, "act"),
    "awaited": (Icon.WAIT, "amber"),
}
GAP: Final = 3
"""Between a mark and its name."""


class Piece(NamedTuple):
    """A part of the names as they are written: what stands before it, its text, its mark."""

    joint: str
    text: str
    mark: Mark = ""


def pieces(written: str, names: Sequence[str], marks: Sequence[Mark]) -> list[Piece]:
    """The parts of `written` (one of `names.readings`), each with its mark."""
    parts = written.split(", ")
    shown = len(parts) if family_name(names[0]) in parts[0] else 0
    found = []
    for at, part in enumerate(parts):
        name, plus, count = part.partition(" +")
        mark = marks[at] if at < min(shown, len(marks)) else ""
        found.append(Piece(", " if at else "", name, mark))
        if plus:
            found += _left_out(int(count), marks[shown:])
        elif not shown:
            worst: Mark = "absent" if "absent" in marks else max(marks, default="")
            found.append(Piece(" ", "", worst))
    return found


def _left_out(count: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """How many more are expected, and how many are absent."""
    absent = marks.count("absent")
    if count > absent:
        yield Piece(" ", f"+{count - absent}", "awaited" if "awaited" in marks else "")
    if absent:
        yield Piece(" ", str(absent), "absent")


def width_of(written: str, names: Sequence[str], marks: Sequence[Mark], used: Letters) -> float:
    """How wide names are with their marks."""
    if not marks:
        return used.wide(written)
    parts = pieces(written, names, marks)
    count = sum(bool(piece.mark) for piece in parts)
    whole = "".join(piece.joint + piece.text for piece in parts)
    return used.wide(whole) + count * (sign_of(used) + GAP)


def sign_of(used: Letters) -> float:
    """The side of a mark beside these letters."""
    return float(round(used.rise * 2) + 1)


def write_marked(
    writer: Writer,
    painter: QtGui.QPainter,
    there: Sequence[Piece],
    at: QtCore.QPointF,
    role: Role,
    colour: QtGui.QColor,
) -> None:
    """Write names with their marks from `at` on, whose y is the middle of the letters."""
    used, x, middle = writer.letters_of(role), at.x(), at.y()
    side = sign_of(used)
    for piece in there:
        writer.write(painter, piece.joint, x, middle, role, colour)
        x += used.wide(piece.joint)
        if piece.mark:
            icon, tone = _SIGNS[piece.mark]
            ink: QtGui.QColor = getattr(writer.theme.colours, tone)
            painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
            icons.paint(painter, icon, QtCore.QRectF(x, round(middle - side / 2), side, side), ink)
            painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, False)
            x += side + GAP
        gone = piece.mark == "absent" and not piece.text.isdigit()
        wide = used.wide(piece.text)
        writer.write(painter, piece.text, x, middle, role, colour)
        if gone:
            writer.strike(painter, x, x + wide, middle)
        x += wide
