"""Qt's timers on a wheel that a test turns: minutes of a window's life, none of it slept.

`turning(began, monkeypatch)` gives the wheel; every QTimer, QElapsedTimer and QDeadlineTimer made
from then on is on it. The wheel is a desk's clock, and its `seconds` are a pace's. What is due goes
off in the order in which it is due, or, as where a platform promises none, in the reverse of it.
"""

from datetime import datetime, timedelta

import pytest
from PySide6 import QtCore, QtWidgets


class Wheel:
    """The time of a test, in milliseconds since it began; `began` is that instant for a desk."""

    def __init__(self, began: datetime) -> None:
        self.at = 0
        self.backwards = False
        self._began = began
        self._waiting: dict[HandTimer, int] = {}

    # --- what stands on it ---------------------------------------------------------------------

    def now(self) -> datetime:
        """The clock of a desk."""
        return self._began + timedelta(milliseconds=self.at)

    def seconds(self) -> float:
        """The time of a pace."""
        return self.at / 1000

    def wait(self, timer: "HandTimer", milliseconds: int) -> None:
        self._waiting[timer] = self.at + milliseconds

    def drop(self, timer: "HandTimer") -> None:
        self._waiting.pop(timer, None)

    def waits(self, timer: "HandTimer") -> bool:
        return timer in self._waiting

    # --- what a test does ----------------------------------------------------------------------

    def turn(self, milliseconds: int) -> None:
        """Let so much time pass; all that is due in it happens at its instant."""
        until = self.at + milliseconds
        while self._waiting and (due := min(self._waiting.values())) <= until:
            self.at = max(self.at, due)
            self._go_off()
        self.at = until
        QtWidgets.QApplication.processEvents()

    def block(self, milliseconds: int) -> None:
        """Let so much time pass in which the loop stands still, and then goes on."""
        self.at += milliseconds
        self._go_off()

    def _go_off(self) -> None:
        """One turn of the loop: everything that is due, each timer once."""
        due = [(when, timer) for timer, when in self._waiting.items() if when <= self.at]
        for when, timer in sorted(due, key=lambda pair: pair[0], reverse=self.backwards):
            if self._waiting.get(timer) == when:
                timer.go_off()
        QtWidgets.QApplication.processEvents()


class HandTimer(QtCore.QObject):
    """A QTimer on the wheel."""

    timeout = QtCore.Signal()
    wheel: Wheel

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._interval, self._single = 0, False

    def setTimerType(self, _: QtCore.Qt.TimerType) -> None:
        """The wheel is precise."""

    def setInterval(self, milliseconds: int) -> None:
        self._interval = milliseconds

    def interval(self) -> int:
        return self._interval

    def setSingleShot(self, single: bool) -> None:
        self._single = single

    def isSingleShot(self) -> bool:
        return self._single

    def start(self, milliseconds: int | None = None) -> None:
        if milliseconds is not None:
            self._interval = milliseconds
        self.wheel.wait(self, self._interval)

    def stop(self) -> None:
        self.wheel.drop(self)

    def isActive(self) -> bool:
        return self.wheel.waits(self)

    def go_off(self) -> None:
        if self._single:
            self.stop()
        else:
            self.start()
        self.timeout.emit()


def turning(began: datetime, monkeypatch: pytest.MonkeyPatch) -> Wheel:
    """A wheel on which every timer made from now on is, until the test ends."""
    wheel = Wheel(began)

    class Timer(HandTimer):
        pass

    class Elapsed:
        def __init__(self) -> None:
            self._since = wheel.at

        def start(self) -> None:
            self._since = wheel.at

        def hasExpired(self, milliseconds: int) -> bool:
            return wheel.at - self._since > milliseconds

    class Deadline:
        def __init__(self, milliseconds: int = 0) -> None:
            self.setRemainingTime(milliseconds)

        def setRemainingTime(self, milliseconds: int) -> None:
            self._until = wheel.at + milliseconds

        def hasExpired(self) -> bool:
            return wheel.at >= self._until

    Timer.wheel = wheel
    monkeypatch.setattr(QtCore, "QTimer", Timer)
    monkeypatch.setattr(QtCore, "QElapsedTimer", Elapsed)
    monkeypatch.setattr(QtCore, "QDeadlineTimer", Deadline)
    return wheel
