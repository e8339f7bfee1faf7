"""What the page of a file that was read offers to choose: days, rooms, what a column is."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.operator.seeking import folded
from runofshow.ui.theme import Role, Theme

LONG: Final = 12
"""A list of more entries than this can be searched."""


class Entry(NamedTuple):
    """An entry: how it is called, what it stands for, and whether it is what stands now."""

    label: str
    value: str
    now: bool = False


class Chooser(QtWidgets.QMenu):
    """A menu of entries that goes when it is closed; letters typed into it leave what holds them.

    Attribute: sought, what was typed. `chosen` is called with the value of the entry that is taken;
    `seek` is what the head of a long menu says before anything is typed.
    """

    def __init__(
        self,
        parent: QtWidgets.QWidget,
        theme: Theme,
        entries: Sequence[Entry],
        chosen: Callable[[str], object],
        *,
        title: str = "",
        seek: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFont(theme.font(Role.MENU))
        self.sought, self._title = "", title or (seek if len(entries) > LONG else "")
        self._head = self.addAction(self._title)
        self._head.setEnabled(False)
        self._head.setVisible(bool(self._title))
        self._entries = [(self._entry(entry, chosen), folded(entry.label)) for entry in entries]

    def _entry(self, entry: Entry, chosen: Callable[[str], object]) -> QtGui.QAction:
        action = self.addAction(entry.label.replace("&", "&&"))
        action.setCheckable(entry.now)
        action.setChecked(entry.now)
        action.triggered.connect(lambda: chosen(entry.value))
        return action

    @property
    def left(self) -> list[QtGui.QAction]:
        """The entries that hold what was typed."""
        sought = folded(self.sought)
        return [action for action, label in self._entries if sought in label]

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        typed = event.text()
        if event.key() == QtCore.Qt.Key.Key_Backspace:
            self._seek(self.sought[:-1])
        elif (typed.isprintable() and typed.strip()) or (typed == " " and self.sought):
            self._seek(self.sought + typed)
        else:
            super().keyPressEvent(event)

    def _seek(self, sought: str) -> None:
        """Leave only what holds `sought`; letters that nothing holds are not taken."""
        before, self.sought = self.sought, sought
        left = self.left
        if not left:
            self.sought = before
            return
        for action, _ in self._entries:
            action.setVisible(action in left)
        self._head.setText(self.sought or self._title)
        self._head.setVisible(bool(self._head.text()))
        self.setActiveAction(left[0])
