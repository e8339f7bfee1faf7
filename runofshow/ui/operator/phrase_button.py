"""A ready message on its key: the digit in a cap, the words; lit while the stage says it."""

from collections.abc import Callable
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write_whole
from runofshow.ui.operator.button import Button
from runofshow.ui.theme import Role, Theme

CAP: Final = 14
"""The side of the key's cap, for one letter."""
GAP: Final = 4


class PhraseButton(Button):
    """Attributes: key (as its cap says it), says (what the stage is told), tip (what it tells when
    it is pointed at)."""

    def __init__(
        self,
        theme: Theme,
        key: str,
        says: str,
        tip: Callable[[], str],
        parent: QtWidgets.QWidget,
    ) -> None:
        super().__init__(theme, parent, urge="live")
        self.key, self.says, self.tip = key, says, tip
        self.setCheckable(True)

    def nextCheckState(self) -> None:
        """What the stage says decides, not the hand."""

    def wide(self, text: str | None = None) -> int:
        said = lettering.width_of(text or self.text(), self.theme.font(Role.BUTTON))
        return round(said) + self._capped() + 2 * self._pad()

    def _capped(self) -> int:
        """How wide the cap of the key is, with the gap after it; nothing without a key."""
        wide = lettering.width_of(self.key, self.theme.font(Role.KEY))
        return max(CAP, round(wide) + 6) + GAP if self.key else 0

    def _pad(self) -> int:
        return 3 if self.theme.metrics.small else 8

    def event(self, event: QtCore.QEvent) -> bool:
        if event.type() == QtCore.QEvent.Type.ToolTip:
            self.setToolTip(self.tip())
        return super().event(event)

    def write(self, painter: QtGui.QPainter, letters: QtGui.QColor) -> None:
        x = max(self._pad(), (self.width() - self.wide()) / 2 + self._pad())
        if self.key:
            self._cap(painter, x)
            x += self._capped()
        box = QtCore.QRectF(x, 0, self.width() - x - self._pad() + 1, self.height())
        run = Run(self.text(), Role.BUTTON, letters)
        write_whole(painter, self.theme, box, run, Role.CAPTION_BOLD)

    def _cap(self, painter: QtGui.QPainter, x: float) -> None:
        colours, font = self.theme.colours, self.theme.font(Role.KEY)
        top, wide = (self.height() - CAP) // 2 + 0.5, self._capped() - GAP - 1
        box = QtCore.QRectF(round(x) + 0.5, top, wide, CAP - 1)
        painter.setPen(colours.line2)
        painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2, 2)
        painter.setFont(font)
        painter.setPen(colours.sec)
        at = box.center().x() - lettering.width_of(self.key, font) / 2
        where = QtCore.QPointF(at, lettering.middle(font, box.y(), box.height()))
        painter.drawText(where, self.key)
