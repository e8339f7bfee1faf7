"""Keeping screens and machine awake while a show is on; said when that is not granted.

What asks the system waits for its answer, and belongs to the thread that asked: it has one of its
own. Should the program fall, the system lets go by itself. What was granted is asked for again now
and then and after a sleep, the new before the old is given back: a session's services may have been
started anew meanwhile, and have forgotten; and between the two nothing may fall asleep.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from functools import partial
from typing import Final, NamedTuple

from runofshow.harm import without_harm

PATIENCE: Final = 2.0
"""Seconds that leaving waits for the system to take it back."""
AGAIN: Final = 120.0
"""Seconds after which what was granted is asked for again."""
REFUSED: Final = 20.0
"""Seconds after which what was refused is asked for again."""


class Hold(NamedTuple):
    """What the system has granted: by which of its means, empty when by none."""

    by: str = ""


@contextmanager
def presenting() -> Iterator[Hold]:
    """Neither screen saver nor sleep while inside, by all that this system has for it."""
    from wakepy import keep

    from runofshow.awake_x11 import Nudging, x11

    with keep.presenting(on_fail="pass") as asked, ExitStack() as held:
        by = [asked.method.name] if asked.active and asked.method else []
        if x11() and held.enter_context(Nudging()).active:  # a bare X server has nobody to ask
            by.append("X11")
        yield Hold(" + ".join(by))


class Awake:
    """Holds the machine awake from `hold` to `release`, without ever waiting for the system.

    Attribute: granted, whether the system does; None while nothing is asked or it has not answered.
    """

    def __init__(self, presenting: Callable[[], AbstractContextManager[Hold]] = presenting) -> None:
        self.granted: bool | None = None
        self._presenting = presenting
        self._wanted = self._ended = False
        self._told, self._answered = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None

    def hold(self) -> None:
        """Ask the system, unless it holds already."""
        if self._wanted:
            return
        self._wanted = True
        self._told.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, daemon=True, name="awake")
            self._thread.start()

    def release(self) -> None:
        """Let the machine sleep again."""
        if self._wanted:
            self._wanted = False
            self._told.set()

    def renew(self) -> None:
        """Ask again now, where it is held: the system may have forgotten."""
        self._told.set()

    def wait(self, seconds: float = PATIENCE) -> bool | None:
        """What the system says, or None after so long."""
        self._answered.wait(seconds)
        return self.granted

    def stop(self) -> None:
        """Let the machine sleep, and end."""
        self._wanted, self._ended = False, True
        self._told.set()
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _ask(self, held: ExitStack) -> None:
        self.granted = bool(held.enter_context(self._presenting()).by)

    def _run(self) -> None:
        held = ExitStack()
        while not self._ended:
            self._told.clear()
            before, held = held, ExitStack()
            if self._wanted:
                if not without_harm(partial(self._ask, held)):
                    self.granted = False
                self._answered.set()
            with suppress(RuntimeError):  # whoever had granted it is no longer there
                before.close()
            if not self._wanted:
                self._answered.clear()
                self.granted = None
            again = AGAIN if self.granted else REFUSED
            self._told.wait(again if self._wanted else None)
        with suppress(RuntimeError):
            held.close()
        self.granted = None
