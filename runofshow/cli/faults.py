"""Faults of a command: the log has each with its place, a person is told one sentence.

- Wherever one is raised and by nobody caught (the command itself, a thread, a coroutine, one that
  hears of the show), it ends here; what goes on for good, goes on.
- What is raised at one place is told once; in the log its first is whole, then it is counted, at
  ten times, a hundred times and so on.
"""

import logging
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final

from runofshow.core.sentences import Sentence
from runofshow.harm import place_of
from runofshow.logbook import log_faults_to, log_file

_log = logging.getLogger(__name__)
_KNOWN: Final = 1000
"""Of how many places it is known how often they failed."""


class Faults:
    """Takes what nobody caught while a command goes on that keeps its log in `data`."""

    def __init__(self, data: Path, language: str) -> None:
        self._file, self._language = log_file(data), language
        self._times: Counter[tuple[str, str]] = Counter()

    def take(self, error: BaseException) -> None:
        """Note a fault; say it if it is the first of its place."""
        place, what = place_of(error), type(error).__name__
        if len(self._times) >= _KNOWN:
            self._times.clear()
        self._times[what, place] += 1
        times = self._times[what, place]
        if times == 1:
            _log.error("fault (%s)", place, exc_info=error)
            said = Sentence.of("command_fault", place=place, file=str(self._file))
            print(said.text(self._language), file=sys.stderr, flush=True)
        elif str(times).rstrip("0") == "1":
            _log.error("fault (%s): %d times so far", place, times)

    def hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take what comes to `sys.excepthook`."""
        if issubclass(kind, Exception):
            self.take(error.with_traceback(trace))

    def in_thread(self, raised: threading.ExceptHookArgs) -> None:
        """Take what ended a thread."""
        if isinstance(raised.exc_value, Exception):
            self.take(raised.exc_value)


@contextmanager
def caught(data: Path, language: str) -> Iterator[Faults]:
    """Have faults taken within, in threads too, and noted in the log of `data`."""
    faults, former = Faults(data, language), (sys.excepthook, threading.excepthook)
    log_faults_to(data)
    sys.excepthook, threading.excepthook = faults.hook, faults.in_thread
    try:
        yield faults
    finally:
        sys.excepthook, threading.excepthook = former
