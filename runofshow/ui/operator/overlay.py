"""Sheets laid over the rundown: printing, reading a file, revising, the list of keys.

- A sheet is no dialog: the show runs on beside it, and GO's keys work.
- It is made when first asked for: the first painting has no need of it.
- One laid over another covers it: leaving the upper one, the other is there again, as it was.
  Opening a page of the card leaves them all.
"""

from collections.abc import Iterator
from typing import Any, Protocol, TypeVar

from PySide6 import QtCore, QtWidgets

from runofshow.core.board import Board
from runofshow.ui.operator.kept import Dressed, Kept
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme


class Sheet(Dressed, Protocol):
    """What a sheet can be told, besides being a widget; `closed` wants it left."""

    closed: Any

    def isHidden(self) -> bool: ...
    def setGeometry(self, rect: QtCore.QRect, /) -> None: ...
    def show(self) -> None: ...
    def hide(self) -> None: ...
    def raise_(self) -> None: ...
    def setFocus(self, reason: QtCore.Qt.FocusReason, /) -> None: ...
    def isAncestorOf(self, child: QtWidgets.QWidget, /) -> bool: ...


S = TypeVar("S", bound=Sheet)


class Overlay(Kept[S]):
    """Keeps one sheet. A subclass says how it is made, but for its `closed`, and what
    leaving it gives up.

    Attributes: theme, words, home (what it lies on); sheet, made now if need be; open; covered,
    whether another sheet lies over it.
    Signals: opened() when the sheet is laid; left() when the keyboard is to go back.
    """

    opened = QtCore.Signal()
    left = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, home: QtWidgets.QWidget) -> None:
        super().__init__(theme, words, home)
        self.home = home
        self.covered = False
        self._rect = QtCore.QRect()

    def give_up(self) -> None:
        """End what goes on only while the sheet is looked at; it has just been hidden."""

    @property
    def sheet(self) -> S:
        """The sheet, made now if need be."""
        if self._made is None:
            self._made = self.make()
            self._made.closed.connect(self.leave)
        return self._made

    @property
    def open(self) -> bool:
        """Whether the sheet is there, be it covered."""
        return self._made is not None and not self._made.isHidden()

    def holds(self, part: QtWidgets.QWidget | None) -> bool:
        """Whether `part` is the sheet, or in it."""
        sheet: object = self._made
        return part is not None and (part is sheet or bool(self.sheet.isAncestorOf(part)))

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Take note of `board`; a sheet that shows the day asks for it anew."""

    def place(self, rect: QtCore.QRect) -> None:
        """Where the sheet stands when it is open."""
        self._rect = rect
        if self._made is not None:
            self._made.setGeometry(rect)

    # --- opening and leaving -------------------------------------------------------------------

    def toggle(self) -> None:
        """Open the sheet, uncover it, or leave it."""
        if self.open and not self.covered:
            self.leave()
        else:
            self.lay()

    def lay(self) -> None:
        """Lay the sheet over all else and give it the keyboard."""
        sheet = self.sheet
        sheet.setGeometry(self._rect)
        sheet.show()
        sheet.raise_()
        self.opened.emit()
        self.focus()

    def focus(self) -> None:
        """Give the keyboard to the sheet."""
        self.sheet.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Take the sheet away, if it is there."""
        if self.open:
            self.sheet.hide()
            self.give_up()
            self.left.emit()


class Overlays(QtCore.QObject):
    """All the sheets of a window, told together. Signal: left() when none is there any more."""

    left = QtCore.Signal()

    def __init__(self, *overlays: Overlay[Any]) -> None:
        super().__init__()
        self._all = list(overlays)
        self._laid: list[Overlay[Any]] = []
        for overlay in overlays:
            overlay.opened.connect(lambda upper=overlay: self._cover(upper))
            overlay.left.connect(lambda gone=overlay: self._uncover(gone))

    def __iter__(self) -> Iterator[Overlay[Any]]:
        return iter(self._all)

    @property
    def open(self) -> Overlay[Any] | None:
        """The one that is looked at."""
        return self._laid[-1] if self._laid else None

    def leave(self) -> None:
        """Leave all that are there."""
        for overlay in reversed(self._laid.copy()):
            overlay.leave()

    def _cover(self, upper: Overlay[Any]) -> None:
        self._laid = [*(each for each in self._laid if each is not upper), upper]
        self._mark()

    def _uncover(self, gone: Overlay[Any]) -> None:
        """The keyboard goes to the one that is there again, if there is one."""
        self._laid.remove(gone)
        self._mark()
        if self._laid:
            self._laid[-1].focus()
        else:
            self.left.emit()

    def _mark(self) -> None:
        for overlay in self._laid:
            overlay.covered = overlay is not self._laid[-1]
