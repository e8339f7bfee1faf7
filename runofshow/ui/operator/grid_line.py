"""The line in which a cell of the grid is typed, with an echo of what was understood below it."""

from collections.abc import Callable
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.operator.grid_facts import Echo
from runofshow.ui.operator.line import Line
from runofshow.ui.theme import Role, Theme

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier


class GridLine(Line):
    """A cell being typed.

    Signal: passed(by rounds, by rooms) when it is done and the next one is to be typed: Return and
    Tab go on, with Shift back. Escape leaves (`left`). What is refused stays. meant(name): a key
    that `meaning` knows, which is the grid's while a cell is typed too.
    """

    passed = QtCore.Signal(int, int)
    meant = QtCore.Signal(str)

    def __init__(
        self,
        theme: Theme,
        echo: Callable[[str], Echo],
        meaning: Callable[[QtGui.QKeyEvent], str],
        within: QtWidgets.QWidget,
    ) -> None:
        super().__init__(within)
        self._meaning = meaning
        self._theme, self._echo_of, self._within = theme, echo, within
        self.setFrame(False)
        self.setFont(theme.font(Role.ROW_BOLD))
        self.echo = QtWidgets.QLabel(within)
        self.echo.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.echo.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.echo.setFont(theme.font(Role.CAPTION))
        self.textChanged.connect(self._say)

    def open(self, area: QtCore.QRect, text: str, typed: str = "") -> None:
        """Stand on `area` with `text` chosen, or with the first letter that was typed instead."""
        self.setGeometry(area)
        self.setText(typed or text)
        if not typed:
            self.selectAll()
        self.show()
        self._say()
        self.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    @property
    def refused(self) -> bool:
        """Whether what is typed cannot be taken."""
        return self._echo_of(self.text()).refused

    def close_down(self) -> None:
        """Go away with the echo."""
        self.blockSignals(True)
        for part in (self.echo, self):
            part.hide()
            part.deleteLater()

    def _say(self) -> None:
        echo, colours = self._echo_of(self.text()), self._theme.colours
        edge = colours.act if echo.refused else colours.live
        self.setStyleSheet(
            f"QLineEdit {{ background: {colours.bg.name()}; color: {colours.text.name()};"
            f" border: 1px solid {edge.name()}; border-radius: 3px; padding: 0 7px; }}"
        )
        ink = colours.act if echo.refused else colours.text
        self.echo.setStyleSheet(
            f"QLabel {{ background: {colours.raised.name()}; color: {ink.name()};"
            f" border: 1px solid {edge.name()}; border-radius: 3px; padding: 2px 6px; }}"
        )
        self.echo.setText(echo.said)
        self.echo.setVisible(bool(echo.said))
        self.place()

    def place(self) -> None:
        """Put the echo below the line, or above it at the foot of the grid."""
        self.echo.adjustSize()
        within, area = self._within.rect(), self.geometry()
        top = area.bottom() + 3
        if top + self.echo.height() > within.bottom():
            top = area.top() - self.echo.height() - 2
        left = min(area.left(), within.right() - self.echo.width() - 4)
        self.echo.move(max(4, left), top)
        self.echo.raise_()

    # --- keys ----------------------------------------------------------------------------------

    def event(self, event: QtCore.QEvent) -> bool:
        kind = QtCore.QEvent.Type
        if isinstance(event, QtGui.QKeyEvent):
            name = self._meaning(event)
            if event.type() == kind.ShortcutOverride and (name or event.key() in _OURS):
                event.accept()
                return True
            if event.type() == kind.KeyPress and name:
                self.meant.emit(name)
                return True
            if event.type() == kind.KeyPress and event.key() in (Key.Key_Tab, Key.Key_Backtab):
                self.passed.emit(1 if event.key() == Key.Key_Tab else -1, 0)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        held = event.modifiers() & (Held.ControlModifier | Held.AltModifier)
        if event.key() == Key.Key_Return and not held:
            back = bool(event.modifiers() & Held.ShiftModifier)
            self.passed.emit(0, -1 if back else 1)
        elif event.key() in (Key.Key_Up, Key.Key_Down):
            self.passed.emit(0, -1 if event.key() == Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


_OURS: Final = (Key.Key_Return, Key.Key_Tab, Key.Key_Backtab)
"""What goes on to the next cell, whatever the window has these keys mean."""
