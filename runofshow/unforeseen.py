"""Faults of readers that nobody foresaw: one sentence for who opens the file, the log has the rest.

- A file that a reader trips over is an Unreadable like any other: what was there stays, the show
  goes on, other files are looked at.
- The log has what it was and where, also of a reader in a process of its own (reading_child.py).
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NamedTuple, Self

from runofshow.core.errors import Trouble, Unreadable
from runofshow.harm import place_of

_log = logging.getLogger(__name__)
_LONGEST: Final = 8000
"""Letters of a trace that are kept: its end, where it happened."""


class Fault(NamedTuple):
    """A fault on its way from the process where it was: what it is, and where."""

    what: str
    place: str
    trace: str

    @classmethod
    def of(cls, error: BaseException) -> Self:
        """What is known of an exception."""
        import traceback

        trace = "".join(traceback.format_exception(error))
        return cls(type(error).__name__, place_of(error), trace[-_LONGEST:])


def noted(fault: Fault, name: str) -> Unreadable:
    """What is said of the file that a reader tripped over; the log has the rest."""
    what, place, trace = (each[-_LONGEST:] for each in fault)
    _log.error("fault in reading (%s): %s\n%s", place, what, trace)
    return Unreadable("read_fault", file=name)


@contextmanager
def unforeseen(name: str) -> Iterator[None]:
    """Whatever is raised within that is no Trouble is noted, and raised as an Unreadable."""
    try:
        yield
    except Trouble:
        raise
    except Exception as fault:  # the log has it, who opens the file is told
        raise noted(Fault.of(fault), name) from fault
