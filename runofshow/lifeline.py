"""What ties the program to its supervisor (supervisor.py); without one, nothing is tied.

The program says what it would go on with, were it to fall, and that it was left; and it ends when
its supervisor does.
"""

import json
import os
import sys
import threading
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from runofshow.opening import Again
from runofshow.spawning import AGAIN, LIFELINE


class Lifeline:
    """The two pipes as `ends` names them: what is held and what is told; empty: there are none."""

    def __init__(self, ends: str) -> None:
        self._told: dict[str, Any] = {}
        self._held: int | None = None
        self._telling: int | None = None
        if ends:
            self._held, self._telling = _opened(ends)

    def hold(self) -> None:
        """End this process, whatever it does, as soon as its supervisor has ended."""
        if self._held is not None:
            threading.Thread(target=self._wait, daemon=True, name="lifeline").start()

    def tell(self, **facts: str | bool) -> None:
        """Say what is to be known after a fall: `data`, `language`, `windowed`, `journal`,
        `beside` (the stage in a window); and that there will be none: `left`.
        """
        fresh = {name: fact for name, fact in facts.items() if self._told.get(name) != fact}
        if self._telling is None or not fresh:
            return
        self._told.update(fresh)
        with suppress(OSError):  # the supervisor has gone: nobody is to be told
            os.write(self._telling, json.dumps(fresh).encode() + b"\n")

    def _wait(self) -> None:
        assert self._held is not None
        with suppress(OSError):
            while os.read(self._held, 1):
                pass
        os._exit(1)


def lifeline() -> Lifeline:
    """That of this process; what it starts itself does not have it."""
    return Lifeline(os.environ.pop(LIFELINE, ""))


def again() -> Again | None:
    """What this process goes on with, when one before it fell."""
    try:
        told = json.loads(os.environ.pop(AGAIN, ""))
        return Again(
            Path(told["journal"]), datetime.fromisoformat(told["fell"]), str(told["how"]),
            beside=bool(told.get("beside")),
        )  # fmt: skip
    except (ValueError, KeyError, TypeError):
        return None


def _opened(ends: str) -> tuple[int, int]:
    """The pipes' descriptors, no longer handed down."""
    held, telling = (int(end) for end in ends.split(","))
    if sys.platform == "win32":
        import msvcrt

        held = msvcrt.open_osfhandle(held, os.O_RDONLY)
        telling = msvcrt.open_osfhandle(telling, 0)
    for end in (held, telling):
        os.set_inheritable(end, False)
    return held, telling
