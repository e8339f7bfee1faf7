"""Keeping screens and machine awake while the program is open; said when that is not granted.

What asks the system waits for its answer, and belongs to the thread that asked: it has one of its
own, which holds until it is told to leave. Should the program fall, the system lets go by itself.
"""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Final, Protocol

PATIENCE: Final = 2.0
"""Seconds that leaving waits for the system to take it back."""


class Hold(Protocol):
    """What is held while inside."""

    @property
    def active(self) -> bool:
        """Whether the system has granted it."""


def _presenting() -> AbstractContextManager[Hold]:
    """Neither screen saver nor sleep, by whatever this system has for it."""
    from wakepy import keep

    return keep.presenting(on_fail="pass")


class Awake:
    """Holds the machine awake from `start` to `stop`.

    Attribute: granted, whether the system does; None as long as it has not answered.
    """

    def __init__(
        self, presenting: Callable[[], AbstractContextManager[Hold]] = _presenting
    ) -> None:
        self.granted: bool | None = None
        self._presenting = presenting
        self._leave = threading.Event()
        self._answered = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Ask the system, without waiting for what it says."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._hold, daemon=True, name="awake")
            self._thread.start()

    def wait(self, seconds: float = PATIENCE) -> bool | None:
        """What the system says, or None after so long."""
        self._answered.wait(seconds)
        return self.granted

    def stop(self) -> None:
        """Let the machine sleep again."""
        self._leave.set()
        if self._thread is not None:
            self._thread.join(PATIENCE)
            self.granted = None

    def _hold(self) -> None:
        with self._presenting() as hold:
            self.granted = bool(hold.active)
            self._answered.set()
            self._leave.wait()
