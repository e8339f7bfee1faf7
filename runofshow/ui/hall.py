"""The hall: every output's window, told together, so that their digits flip in the same turn.

What cannot be shown by one never keeps the board from the others: each is told by a signal of its
own.
"""

from PySide6 import QtCore

from runofshow.core.board import Board
from runofshow.core.crossings import Crossing
from runofshow.ui.speaker.window import StageWindow


class Seats(QtCore.QObject):
    """Windows that show the same board."""

    _boarded = QtCore.Signal(object, str)
    _crossed = QtCore.Signal(object)
    _vouched = QtCore.Signal(int)

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._windows: list[StageWindow] = []

    @property
    def seen(self) -> bool:
        """Whether any of them is up."""
        return bool(self.up)

    @property
    def up(self) -> tuple[StageWindow, ...]:
        """Those that are up."""
        return tuple(window for window in self._windows if not window.isHidden())

    def has(self, window: StageWindow) -> bool:
        """Whether `window` is one of them."""
        return window in self._windows

    def seat(self, window: StageWindow) -> None:
        """Tell `window` too from now on."""
        self._windows.append(window)
        self._boarded.connect(window.present)
        self._crossed.connect(window.cross)
        self._vouched.connect(window.vouch)

    def unseat(self, window: StageWindow) -> None:
        """Tell `window` no more, if it was told."""
        if window in self._windows:
            self._windows.remove(window)
            self._boarded.disconnect(window.present)
            self._crossed.disconnect(window.cross)
            self._vouched.disconnect(window.vouch)

    def present(self, board: Board, mark: str = "") -> None:
        """Have all show `board`."""
        self._boarded.emit(board, mark)

    def cross(self, crossing: Crossing) -> None:
        """Have all pulse for a crossing of what they show."""
        self._crossed.emit(crossing)

    def vouch(self, milliseconds: int) -> None:
        """Let all know how long the last board is true."""
        self._vouched.emit(milliseconds)


class Hall(QtCore.QObject):
    """All windows, in two groups.

    Attributes: stage, the first output's; speakers, those whom a rehearsal or a demonstration may
    be shown to; public, all others: they show the show and nothing else.
    """

    def __init__(self, stage: StageWindow, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self.speakers, self.public = Seats(self), Seats(self)
        self.speakers.seat(stage)

    def seat(self, window: StageWindow, joins: bool) -> None:
        """Tell `window` too; `joins` is whether it is for those who speak."""
        seats = self.speakers if joins else self.public
        if not seats.has(window):
            self.unseat(window)
            seats.seat(window)

    def unseat(self, window: StageWindow) -> None:
        """Tell `window` no more."""
        self.speakers.unseat(window)
        self.public.unseat(window)
