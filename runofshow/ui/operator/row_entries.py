"""What the selected row can be asked, below the rundown's own entries when their menu opens."""

from collections.abc import Callable
from typing import cast

from PySide6 import QtCore, QtWidgets


class RowEntries(QtCore.QObject):
    """Renews the entries of the row each time `menu` opens; `of_row` makes their menu, if any."""

    def __init__(self, menu: QtWidgets.QMenu, of_row: Callable[[], QtWidgets.QMenu | None]) -> None:
        super().__init__(menu)
        self._of_row = of_row
        self._made: QtWidgets.QMenu | None = None
        menu.aboutToShow.connect(self.renew)

    def renew(self) -> None:
        """Take the entries of the former row away, and put those of the present one."""
        menu = cast("QtWidgets.QMenu", self.parent())  # shiboken may let go of a wrapper
        if self._made is not None:
            for entry in self._made.actions():
                menu.removeAction(entry)
            self._made.deleteLater()
        self._made = self._of_row()
        if self._made is not None:
            self._made.insertSeparator(self._made.actions()[0])
            menu.addActions(self._made.actions())
