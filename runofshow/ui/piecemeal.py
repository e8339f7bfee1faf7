"""Piecemeal: work that takes long, done a little at a time while all that is shown goes on."""

from collections.abc import Callable, Generator, Iterable
from time import perf_counter
from typing import Any, Final, Generic, TypeVar

from PySide6 import QtCore

T = TypeVar("T")
Pieces = Generator[None, None, T]
"""Work that pauses between its pieces, and comes to a T."""
LOT: Final = 100
"""How much is done without a pause."""
A_TURN: Final = 0.002
"""For how many seconds pieces are done before all else has its turn."""


def gathered(found: Iterable[T]) -> Pieces[list[T]]:
    """All that is found, with pauses."""
    kept: list[T] = []
    for each in found:
        kept.append(each)
        if len(kept) % LOT == 0:
            yield
    return kept


def at_once(pieces: Pieces[T]) -> T:
    """What work comes to that is done without a pause."""
    while True:
        try:
            next(pieces)
        except StopIteration as done:
            came: T = done.value
            return came


class Piecemeal(QtCore.QObject, Generic[T]):
    """Does one work at a time, in turns with what Qt has to do, and tells what it came to."""

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._pieces: Pieces[T] | None = None
        self._told: Callable[[T], Any] | None = None
        self._timer = QtCore.QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._pieces is not None

    def begin(self, pieces: Pieces[T], told: Callable[[T], Any]) -> None:
        """Do this instead of what is under way; `told` is called with what it comes to."""
        self._pieces, self._told = pieces, told
        self._timer.start(0)

    def leave(self) -> None:
        """Leave what is under way."""
        self._timer.stop()
        self._pieces = self._told = None

    def _go_on(self) -> None:
        pieces, told = self._pieces, self._told
        if pieces is None or told is None:
            return
        until = perf_counter() + A_TURN
        try:
            next(pieces)
            while perf_counter() < until:
                next(pieces)
        except StopIteration as done:
            self.leave()
            told(done.value)
        except Exception:  # what is broken is not gone on with
            self.leave()
            raise
