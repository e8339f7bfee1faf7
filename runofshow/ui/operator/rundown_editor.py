"""The editor that opens in a row of the rundown, with an echo of what it understands below it.

Return accepts, Ctrl+Return too (it runs nothing from here), Escape leaves, Tab goes on to the next
field. What runs the show is left to the window: Ctrl+Space and the keypad's Enter pass through.
"""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.operator.line import passes
from runofshow.ui.operator.rundown_reading import Cell, Field, Reading
from runofshow.ui.theme import Role, Theme

Key = QtCore.Qt.Key
_ECHO_ROOM = 22


class FieldEditor(QtWidgets.QLineEdit):
    """Edits `field` of the row `slot`; signals: `accepted`, `left`, `passed(int)` for Tab.

    `reading` tells what a text means; a refused one cannot be accepted and stays.
    """

    accepted = QtCore.Signal()
    left = QtCore.Signal()
    passed = QtCore.Signal(int)

    def __init__(
        self,
        parent: QtWidgets.QWidget,
        slot: str,
        field: Cell,
        reading: Callable[[str], Reading],
        theme: Theme,
    ) -> None:
        super().__init__(parent)
        self.slot, self.field, self._reading = slot, field, reading
        self._within = parent
        self.setAcceptDrops(False)  # a file dropped here is the window's to open
        self.echo = QtWidgets.QLabel(parent)
        self.echo.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.echo.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFrame(False)
        self.use(theme)
        self.textChanged.connect(self._say)

    def use(self, theme: Theme) -> None:
        """Take the letters and colours of `theme`."""
        digits = self.field in (Field.LENGTH, Field.START, Field.CUE)
        right = self.field in (Field.LENGTH, Field.START)
        self.setFont(theme.font(Role.ROW_TIME if digits else Role.ROW))
        self.setAlignment(
            QtCore.Qt.AlignmentFlag.AlignRight if right else QtCore.Qt.AlignmentFlag.AlignLeft
        )
        self.echo.setFont(theme.font(Role.CAPTION))
        self._theme = theme
        self._dress(refused=False)

    def _dress(self, refused: bool) -> None:
        colours = self._theme.colours
        edge = colours.act if refused else colours.live
        self.setStyleSheet(
            f"QLineEdit {{ background: {colours.bg.name()}; color: {colours.text.name()};"
            f" border: 1px solid {edge.name()}; border-radius: 3px; padding: 0 5px; }}"
        )
        ink = colours.act if refused else colours.text
        self.echo.setStyleSheet(
            f"QLabel {{ background: {colours.raised.name()}; color: {ink.name()};"
            f" border: 1px solid {edge.name()}; border-radius: 3px; padding: 2px 6px; }}"
        )

    def open(self, text: str) -> None:
        """Show with `text` chosen, ready to be typed over."""
        self.setText(text)
        self.end(False)
        self.home(True)  # all of it chosen, and its beginning in view
        self.show()
        self._say()
        self.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def reading(self) -> Reading:
        """What the text means as it stands."""
        return self._reading(self.text())

    def refuse(self, sentence: str) -> None:
        """Say why the text was not taken; it stays."""
        self._echo(sentence, refused=True)

    def place(self, area: QtCore.QRect, within: QtCore.QRect) -> None:
        """Stand on `area`, with the echo below it, or above at the foot of `within`."""
        self.setGeometry(area)
        self.echo.adjustSize()
        top = area.bottom() + 3
        if top + _ECHO_ROOM > within.bottom():
            top = area.top() - self.echo.height() - 2
        left = min(area.left(), within.right() - self.echo.width() - 4)
        self.echo.move(max(within.left() + 4, left), top)
        self.echo.raise_()

    def close_down(self) -> None:
        """Go away with the echo."""
        self.blockSignals(True)
        for part in (self.echo, self):
            part.hide()
            part.deleteLater()

    def _say(self) -> None:
        reading = self.reading()
        self._echo(reading.said, reading.refused)

    def _echo(self, said: str, refused: bool) -> None:
        self._dress(refused)
        self.echo.setText(said)
        self.echo.setVisible(bool(said))
        self.place(self.geometry(), self._within.rect())

    # --- keys ----------------------------------------------------------------------------------

    def event(self, event: QtCore.QEvent) -> bool:
        kind = QtCore.QEvent.Type
        if not isinstance(event, QtGui.QKeyEvent):
            return super().event(event)
        if event.type() == kind.ShortcutOverride and event.key() == Key.Key_Return:
            event.accept()
            return True
        if event.type() == kind.ShortcutOverride and passes(event):
            event.ignore()
            return True
        if event.type() == kind.KeyPress:
            if event.key() == Key.Key_Tab:
                self.passed.emit(1)
                return True
            if event.key() == Key.Key_Backtab:
                self.passed.emit(-1)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        held = event.modifiers()
        match event.key():
            case Key.Key_Return:
                self.accepted.emit()
            case Key.Key_Escape:
                self.left.emit()
            case Key.Key_Enter:
                event.ignore()
            case Key.Key_Space if held & QtCore.Qt.KeyboardModifier.ControlModifier:
                event.ignore()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        super().focusOutEvent(event)
        reason = QtCore.Qt.FocusReason
        if event.reason() in (reason.MouseFocusReason, reason.OtherFocusReason):
            reading = self.reading()
            if not reading.refused:
                self.accepted.emit()
