"""The plate on which keys are pressed for an action: it has the keyboard while it stands.

GO's keys give GO here too, whatever is being changed; Escape leaves; a clicker's keys are told off.
"""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator import key_names
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.caps import cap_width, write_cap
from runofshow.ui.operator.key_change import KeyChange
from runofshow.ui.operator.key_lines import label
from runofshow.ui.operator.keymap import GO
from runofshow.ui.operator.strokes import pressed
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.keys import keys_words
from runofshow.ui.theme import Role, Theme

Key = QtCore.Qt.Key
TALL: Final = (70, 84)
"""Height of the plate, at 768 and at 1080."""


class KeyPlate(QtWidgets.QWidget):
    """Shows a change and hears keys. Attribute: change, or None.

    Signals: changed(KeyChange) after each press, left().
    """

    changed = QtCore.Signal(object)
    left = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.change: KeyChange | None = None
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.exchange, self.remove, self.original, self.leave = (
            Button(theme, self) for _ in range(4)
        )
        self.exchange.clicked.connect(self._exchange)
        self.remove.clicked.connect(lambda: self._become(KeyChange.removed))
        self.original.clicked.connect(lambda: self._become(KeyChange.restored))
        self.leave.clicked.connect(self.left)
        self.hide()
        self.speak(words)

    @property
    def tall(self) -> int:
        """Its height."""
        return TALL[not self.theme.metrics.small]

    def put(self, change: KeyChange) -> None:
        """Show `change`."""
        self.change = change
        self.exchange.setVisible(bool(change.waits))
        self.remove.setEnabled(change.instead is not None)
        self.original.setEnabled(change.name in change.keymap.differing)
        self.setAccessibleName(label(change.name, self.words))
        self.setAccessibleDescription(change.says(self.words))
        self.update()

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        listed = keys_words(words.language)
        self.exchange.setText(listed.exchange)
        self.remove.setText(listed.remove)
        self.remove.setToolTip(f"{listed.remove} ({words.window.key_delete})")
        self.original.setText(listed.original)
        self.original.setToolTip(f"{listed.original} ({words.window.key_backspace})")
        self.leave.setText(listed.leave)
        self.leave.setToolTip(f"{listed.leave} ({words.window.key_escape})")
        self._place()
        if self.change is not None:
            self.put(self.change)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for button in self._buttons:
            button.use(theme)
        self._place()
        self.update()

    # --- keys ------------------------------------------------------------------------------------

    def event(self, event: QtCore.QEvent) -> bool:
        kind = QtCore.QEvent.Type
        if isinstance(event, QtGui.QKeyEvent) and self.change is not None:
            key = self._key(event)
            if event.type() == kind.ShortcutOverride and self.change.keymap.holder(key) != GO:
                event.accept()
                return True
            if event.type() == kind.KeyPress and event.key() in (Key.Key_Tab, Key.Key_Backtab):
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def _key(self, event: QtGui.QKeyEvent) -> str:
        return pressed(event, QtGui.QGuiApplication.platformName())

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if self.change is None or event.isAutoRepeat():  # one held down is one press
            return
        plain = event.modifiers() == QtCore.Qt.KeyboardModifier.NoModifier
        match event.key():
            case Key.Key_Escape:
                self.left.emit()
            case Key.Key_Left | Key.Key_Right if plain:
                by = -1 if event.key() == Key.Key_Left else 1
                self._put(self.change.turned(by))
            case Key.Key_Delete if plain:
                self._put(self.change.removed())
            case Key.Key_Backspace if plain:
                self._put(self.change.restored())
            case _ if key := self._key(event):
                self._put(self.change.pressed(key))

    def _become(self, what: object) -> None:
        if self.change is not None and callable(what):
            self._put(what(self.change))

    def _exchange(self) -> None:
        if self.change is not None and self.change.waits:
            self._put(self.change.pressed(self.change.waits))

    def _put(self, change: KeyChange) -> None:
        self.put(change)
        self.changed.emit(change)

    # --- places and painting ---------------------------------------------------------------------

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return self.exchange, self.remove, self.original, self.leave

    @property
    def _pad(self) -> int:
        return self.theme.metrics.pad + 8

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        right, tall = self.width() - self._pad, self.theme.metrics.button
        for button in reversed(self._buttons):
            wide = button.wide()
            button.setGeometry(right - wide, (self.height() - tall) // 2, wide, tall)
            right -= wide + self.theme.metrics.gap

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        change, theme, colours = self.change, self.theme, self.theme.colours
        if change is None:
            return
        listed = keys_words(self.words.language)
        name = label(change.name, self.words)
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.raised)
            painter.fillRect(0, 0, self.width(), 1, colours.line2)
            right = self.remove.x() if not change.waits else self.exchange.x()
            room = right - self._pad - 16
            middle = self.height() / 2
            font = theme.font(Role.ROW_BOLD)
            upper = lettering.middle(font, middle - 26, 24)
            at = QtCore.QPointF(self._pad, upper)
            title = Run(name.partition("{")[0].strip(), Role.ROW_BOLD, colours.text)
            x = write(painter, theme, at, (title,), room / 2) + 14
            more = () if change.full else (f"+ {listed.more}",)
            for number, cap in enumerate((*self._caps(change), *more)):
                self._cap(painter, x, middle - 23, cap, chosen=number == change.at)
                x += cap_width(theme, cap) + 8
            ink = colours.amber if change.refused else colours.text
            lower = lettering.middle(theme.font(Role.SPEAKER), middle + 4, 20)
            said = Run(change.says(self.words), Role.SPEAKER, ink)
            hint = Run(listed.press_keys, Role.SPEAKER, colours.quiet, 14)
            runs = (said,) if change.told else (said, hint)
            write(painter, theme, QtCore.QPointF(self._pad, lower), runs, room)

    def _caps(self, change: KeyChange) -> tuple[str, ...]:
        return tuple(key_names.written(key, self.words.window) for key in change.keys)

    def _cap(self, painter: QtGui.QPainter, x: float, y: float, cap: str, *, chosen: bool) -> None:
        write_cap(painter, self.theme, QtCore.QPointF(x, y), cap)
        if chosen:
            box = QtCore.QRectF(x - 2.5, y - 2.5, cap_width(self.theme, cap) + 5, 22)
            painter.setPen(QtGui.QPen(self.theme.colours.text, 1.6))
            painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 4, 4)
