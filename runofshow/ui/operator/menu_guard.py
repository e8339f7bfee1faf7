"""Menus over a show that runs: GO's keys stay GO's, and a clicker's Enter runs nothing.

An open menu has all keys. Here those of GO close it and give GO; Enter alone does what only opens
something (an action whose property `opens` is true), and for all else says which key does it:
Ctrl+Enter.
"""

from typing import Final, cast

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.operator.key_names import written
from runofshow.ui.operator.keymap import GO
from runofshow.ui.operator.strokes import pressed
from runofshow.ui.texts import words

OPENS: Final = "opens"
_CTRL: Final = QtCore.Qt.KeyboardModifier.ControlModifier


class MenuGuard(QtCore.QObject):
    """Guards a menu and those under it. Attribute: language, in which it says what it says."""

    def __init__(self, menu: QtWidgets.QMenu, language: str) -> None:
        super().__init__(menu)
        self.language = language
        self._guard(menu)

    def _guard(self, menu: QtWidgets.QMenu) -> None:
        menu.removeEventFilter(self)
        menu.installEventFilter(self)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        kind = QtCore.QEvent.Type
        if not isinstance(watched, QtWidgets.QMenu):
            return False
        if event.type() == kind.Show:
            for under in (entry.menu() for entry in watched.actions()):
                if isinstance(under, QtWidgets.QMenu):
                    self._guard(under)
        if event.type() != kind.KeyPress or not isinstance(event, QtGui.QKeyEvent):
            return False
        return self._pressed(watched, event)

    def _pressed(self, menu: QtWidgets.QMenu, event: QtGui.QKeyEvent) -> bool:
        """Take a key that means something of its own here; whether it did."""
        go = _go(menu)
        key = pressed(event, QtGui.QGuiApplication.platformName())
        if go is not None and key in (each.toString() for each in go.shortcuts()):
            _trigger(go)
            return True
        if event.key() not in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            return False
        chosen = cast("QtGui.QAction | None", menu.activeAction())
        if chosen is None or not chosen.isEnabled() or chosen.menu() is not None:
            return False
        if event.modifiers() & _CTRL:
            _trigger(chosen)
        elif chosen.property(OPENS):
            return False
        else:
            self._tell(menu, chosen)
        return True

    def _tell(self, menu: QtWidgets.QMenu, chosen: QtGui.QAction) -> None:
        from runofshow.ui.texts.palette import palette_words

        key = written("Ctrl+Return", words(self.language).window)
        text = palette_words(self.language).alone.format(key=key)
        at = menu.actionGeometry(chosen).bottomLeft() + QtCore.QPoint(18, 2)
        QtWidgets.QToolTip.showText(menu.mapToGlobal(at), text, menu)


def _go(menu: QtWidgets.QMenu) -> QtGui.QAction | None:
    """The window's action that gives GO."""
    parent: QtCore.QObject | None = menu
    while parent is not None:
        if isinstance(parent, QtWidgets.QMainWindow):
            return next((each for each in parent.actions() if each.objectName() == GO), None)
        parent = parent.parent()
    return None


def _trigger(action: QtGui.QAction) -> None:
    """Close all menus, then do what an action does."""
    while isinstance(popup := QtWidgets.QApplication.activePopupWidget(), QtWidgets.QMenu):
        popup.hide()
    action.trigger()
