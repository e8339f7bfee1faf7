"""A journal that its desk writes: in a thread of its own, where a slow disk holds nobody up.

- What is asked of the disk is waited for, PATIENCE at most. What is not done by then is said to be
  in memory only; it goes on all the same, and whoever asks again is told what became of it.
- Between two rows the disk is looked at, so that its trouble is known before the next command.
- One thing at a time is asked of the disk. Until it is watched, it is asked without a thread.
"""

import threading
from collections.abc import Callable, Hashable, Sequence
from datetime import datetime
from queue import Empty, SimpleQueue
from typing import Any, Final, Generic, TypeVar

from runofshow.core.errors import Trouble, Unwritable
from runofshow.harm import told, without_harm
from runofshow.store.journal import Journal
from runofshow.store.rows import Known, Row, Unsaved, following

PATIENCE: Final = 1.0
"""Seconds that a command waits for the disk."""
LOOK_EVERY: Final = 0.3
"""Seconds between two looks at the disk."""
PARTING: Final = 3.0
"""Seconds that closing waits for the disk."""
T = TypeVar("T")


class Kept:
    """The journal as the desk knows it; one that the disk refuses is made when the disk takes it.

    `make` makes it, of `rows`; `journal` is it where it is made already. Attribute: journal, else
    None.
    """

    def __init__(
        self,
        make: Callable[[], Journal],
        journal: Journal | None = None,
        rows: Sequence[Row] = (),
    ) -> None:
        self.journal = journal
        self._begun = tuple(rows) if journal is None else journal.rows()
        self._make = make
        self._told: list[Callable[[Journal], None]] = []
        self._news: Callable[[], None] = _nobody
        self._found: Unwritable | None = None
        self._refused = False
        self._under_way: _Task[Any] | None = None
        self._tasks: SimpleQueue[_Task[Any] | None] = SimpleQueue()
        self._thread: threading.Thread | None = None

    def open(self) -> Journal:
        """The journal, made now if need be; raises Unwritable, or Owned."""
        if self.journal is None:
            made = self._waited("make", self._make)
            self._begun = made.rows()
            self.journal = made
            for told in self._told:
                told(self.journal)
        return self.journal

    def known(self, unsaved: Sequence[Unsaved]) -> Known:
        """The rows of the journal, and what its desk has `unsaved` as the rows that it will be.

        Any thread may ask, with what was unsaved a moment ago: what the journal has taken since is
        known by its number.
        """
        journal = self.journal
        rows = list(self._begun if journal is None else journal.rows())
        last = 0
        for each in unsaved:
            if rows and len(self._begun) + each.number > len(rows):
                rows.append(following(rows[-1], each.at, each.body))
                last = each.number
        return Known(tuple(rows), last, made=journal is not None)

    def append(self, at: datetime, command_json: str) -> object:
        """Keep one command; raises Unwritable, and can then be asked again for the same one."""
        journal = self.open()
        return self._waited((at, command_json), lambda: journal.append(at, command_json))

    def look(self) -> None:
        """Raises the Unwritable that the last look at the disk found."""
        if self._found is not None:
            raise self._found

    def when_made(self, told: Callable[[Journal], None]) -> None:
        """Have `told` called with the journal, now or once it is made."""
        self._told.append(told)
        if self.journal is not None:
            told(self.journal)

    def watch(self, news: Callable[[], None]) -> None:
        """Look at the disk from now on; `news` is called, in another thread, when it has changed.

        Also when something is done that was no longer waited for, and when what the disk refused
        may be asked again.
        """
        self._news = news
        self._thread = threading.Thread(target=self._work, daemon=True, name="journal")
        self._thread.start()

    def close(self) -> None:
        """Let the journal go; one that a disk still holds up is left to itself."""
        self._news = _nobody
        if self._thread is not None:
            self._tasks.put(None)
            self._thread.join(PARTING)
            if self._thread.is_alive():
                return
            self._thread = None
        if self.journal is not None:
            self.journal.close()

    def _waited(self, key: Hashable, work: Callable[[], T]) -> T:
        """What came of `work`; raises what it raised, and Unwritable while it is still at it."""
        if self._thread is None:
            return work()
        task, patience = self._under_way, 0.0
        if task is None:
            task, patience = _Task(key, work), PATIENCE
            self._under_way = task
            self._tasks.put(task)
        if not task.done.wait(patience) or task.key != key:
            task.left = True
            if task.key != key or not task.done.is_set():  # done later, it is told: it is left
                raise Unwritable("disk_slow")
        self._under_way = None
        came: T = task.came()
        return came

    # --- in the thread -------------------------------------------------------------------------

    def _work(self) -> None:
        while True:
            try:
                task = self._tasks.get(timeout=LOOK_EVERY)
            except Empty:
                without_harm(self._see)
                continue
            if task is None:
                return
            self._refused = not task.run()
            if task.left:
                without_harm(self._news)

    def _see(self) -> None:
        before, self._found = self._found, self._trouble()
        changed = (before and before.sentence) != (self._found and self._found.sentence)
        if changed or self._refused:  # what was refused may now be taken
            self._news()

    def _trouble(self) -> Unwritable | None:
        try:
            if self.journal is not None:
                self.journal.look()
        except Unwritable as trouble:
            return trouble
        return None


class _Task(Generic[T]):
    """Something asked of the disk.

    Attributes: key, what it is; done, set at its end; left, whether nobody waits for that any more.
    """

    def __init__(self, key: Hashable, work: Callable[[], T]) -> None:
        self.key, self._work = key, work
        self.done = threading.Event()
        self.left = False
        self._came: list[T] = []
        self._trouble: Trouble | None = None

    def run(self) -> bool:
        """Do it; returns whether it could be done."""
        try:
            self._came.append(self._work())
        except Trouble as trouble:
            self._trouble = trouble
        except Exception as fault:  # noqa: BLE001 (it goes to the hook; what waits is in memory)
            told(fault)
            self._trouble = Unwritable("disk_error", why=type(fault).__name__)
        finally:
            self.done.set()
        return self._trouble is None

    def came(self) -> T:
        """What came of it; raises its trouble."""
        if self._trouble is not None:
            raise self._trouble
        return self._came[0]


def _nobody() -> None:
    """Nobody is told."""
