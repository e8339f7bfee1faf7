"""What the process that reads a file may take: memory, time of the processor, what it writes.

- The system bounds the time of the processor, whatever the process is about, also one that holds
  Python's lock: RLIMIT_CPU, or a Job object on Windows.
- Linux bounds the memory of a process itself; Windows does of one in a Job object.
- macOS takes the limit and does not keep it: there the process watches itself, and ends with
  `TOO_MUCH` when it has had more.
"""

import math
import os
import sys
import threading
import time
from typing import Final, NoReturn

TOO_MUCH: Final = 77
"""What a process that had too much memory ends with."""
_LARGEST_WRITTEN: Final = 4_000_000
"""Bytes of a file that it may write: Python keeps what it compiled."""
TOO_LONG: Final = frozenset((-24, -30, 1816, 0xC0000044))
"""What a process ends with that the system ended for its time: SIGXCPU, as Linux and macOS or
other systems number it; ERROR_NOT_ENOUGH_QUOTA and STATUS_QUOTA_EXCEEDED of Windows."""
_EVERY: Final = 0.05
"""Seconds between two looks at the memory: a reader takes 50 MB in them at its worst."""


def bound(memory: int, seconds: float) -> None:
    """Take no more than `memory` bytes and, from now on, `seconds` of the processor, rounded up;
    stand behind the show for it.
    """
    most = math.ceil(time.process_time() + seconds)
    if sys.platform == "win32":
        from runofshow import windows_job

        windows_job.bound(memory, most)
    else:
        _limit(memory, most)
        if not sys.platform.startswith("linux"):
            threading.Thread(target=watch, args=(memory,), daemon=True).start()
        os.nice(5)


if sys.platform != "win32":
    import resource

    def _limit(memory: int, seconds: int) -> None:
        for limit, most in (
            (resource.RLIMIT_AS, memory),
            (resource.RLIMIT_CPU, seconds),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_FSIZE, _LARGEST_WRITTEN),
        ):
            _, hard = resource.getrlimit(limit)
            most = most if hard == resource.RLIM_INFINITY else min(most, hard)  # noqa: PLW2901
            try:
                resource.setrlimit(limit, (most, hard))
            except (OSError, ValueError):  # a system that knows the limit but does not take it
                continue

    def taken() -> int:
        """The most bytes of memory that this process has had so far."""
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most if sys.platform == "darwin" else most * 1024

    def watch(memory: int) -> NoReturn:
        """End this process with `TOO_MUCH` once it has had more than `memory` bytes."""
        while taken() <= memory:
            time.sleep(_EVERY)
        os._exit(TOO_MUCH)
