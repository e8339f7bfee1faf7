"""QR codes, painted to be read off the screen: dark on white in both themes, a quiet zone around.

A module is a whole number of the screen's own pixels, so that every edge is sharp.
"""

from functools import lru_cache
from typing import Final

from PySide6 import QtCore, QtGui

from runofshow.ui.operator.cell import Cell

QUIET: Final = 4
"""Modules of white around the code (ISO/IEC 18004)."""
DARK: Final = QtGui.QColor("#000000")
WHITE: Final = QtGui.QColor("#FFFFFF")


class QrCode(Cell[str]):
    """The QR code of an address; `said` is what a screen reader says of it."""

    said = ""

    def spoken(self, value: str) -> str:
        return self.said

    def draw(self, painter: QtGui.QPainter, value: str) -> None:
        rows, ratio = modules(value), self.devicePixelRatioF()
        across = len(rows) + 2 * QUIET
        room = min(self.width(), self.height()) * ratio
        each = int(room // across) / ratio
        if not each:
            return
        side = each * across
        left = int((self.width() - side) / 2 * ratio) / ratio
        top = int((self.height() - side) / 2 * ratio) / ratio
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QtCore.QRectF(left, top, side, side), WHITE)
        for y, row in enumerate(rows):
            for begins, ends in _runs(row):
                box = QtCore.QRectF(
                    left + (QUIET + begins) * each, top + (QUIET + y) * each,
                    (ends - begins) * each, each,
                )  # fmt: skip
                painter.fillRect(box, DARK)


@lru_cache(maxsize=8)
def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The rows of the code that says `text`: True is dark. A seventh of it may be unreadable."""
    import segno  # read when a code is first shown

    made = segno.make(text, error="m", micro=False, boost_error=False)
    return tuple(tuple(bool(module) for module in row) for row in made.matrix)


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Where dark modules begin and end, those side by side together."""
    found: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and found and found[-1][1] == x:
            found[-1] = (found[-1][0], x + 1)
        elif dark:
            found.append((x, x + 1))
    return found
