"""The journal's thread without a thread: it works when its turn comes, so that a day is the same.

`store/keeping.py` runs as it is; what it takes from `threading` and `queue` is here. A disk that is
`slow` holds up what is asked of it until it is quick again.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from queue import Empty
from threading import Event
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch


class Turns:
    """What is asked of the journal's thread. Attribute: slow, whether the disk holds it up."""

    def __init__(self) -> None:
        self.slow = False
        self._tasks: list[Any] = []
        self._looks = 0
        self._work: Callable[[], object] | None = None

    def begin(self, work: Callable[[], object]) -> None:
        """From now on `work` is what the thread does."""
        self._work = work

    def put(self, task: Any) -> None:
        """Ask for something; done at once unless the disk is slow."""
        self._tasks.append(task)
        self.turn()

    def get(self, timeout: float) -> Any:
        """The next thing asked for; raises Empty when it is time to look; None: the turn is over.

        Whoever never waits a moment for something to do would look without end.
        """
        assert 0 < timeout <= 1
        if self._tasks and not self.slow:
            return self._tasks.pop(0)
        if self._looks and not self.slow:
            self._looks -= 1
            raise Empty
        return None

    def turn(self, looks: int = 0) -> None:
        """Let the thread work, and look at the disk so often."""
        self._looks += looks
        if self._work is not None and not self.slow:
            self._work()

    def forget(self) -> None:
        """The program has died: what was asked for is never done."""
        self._tasks, self._looks, self._work, self.slow = [], 0, None, False


class _Turn:
    """A thread that works only when its turn comes."""

    def __init__(self, turns: Turns, target: Callable[[], object]) -> None:
        self._turns, self._target = turns, target

    def start(self) -> None:
        self._turns.begin(self._target)

    def join(self, _: float) -> None:
        self._turns.turn()

    def is_alive(self) -> bool:
        return self._turns.slow


@contextmanager
def by_turns(turns: Turns) -> Iterator[None]:
    """Have journals be kept by these turns."""
    from runofshow.store import keeping

    def thread(*, target: Callable[[], object], daemon: bool, name: str) -> _Turn:
        assert daemon, f"{name} holds up the program's end"
        return _Turn(turns, target)

    with ExitStack() as stack:
        set_ = stack.enter_context
        set_(patch.object(keeping, "threading", SimpleNamespace(Thread=thread, Event=Event)))
        set_(patch.object(keeping, "SimpleQueue", lambda: turns))
        set_(patch.object(keeping, "PATIENCE", 0.0))
        yield
