"""The log: what went wrong and who was turned away, in a file of the data folder.

At most three files of a megabyte, and one beside for crashes. A folder or a disk that takes nothing
keeps no show from running.
"""

import logging
import logging.handlers
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from runofshow.fallen import crash_file
from runofshow.store.strange import make_way

LARGEST: Final = 1_000_000
"""Bytes of a file of the log."""


def log_file(data: Path) -> Path:
    """Where it is kept."""
    return data / "runofshow.log"


def log_to(data: Path) -> None:
    """Keep what the program logs from now on in `data`."""
    ours = logging.getLogger("runofshow")
    ours.setLevel(logging.INFO)
    logging.raiseExceptions = False  # a log that takes nothing (a full disk) is no fault
    with suppress(OSError):
        data.mkdir(parents=True, exist_ok=True)
        make_way(log_file(data))  # a pipe in its place would hold everything up
        file = logging.handlers.RotatingFileHandler(
            log_file(data), maxBytes=LARGEST, backupCount=2, encoding="utf-8", delay=True
        )
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        ours.addHandler(file)


@contextmanager
def crashes_noted(data: Path) -> Iterator[None]:
    """Have Python note where it was when the process crashes: no exception tells of that."""
    import faulthandler

    with ExitStack() as ending:
        with suppress(OSError):
            make_way(crash_file(data))
            noted = crash_file(data)
            full = noted.exists() and noted.stat().st_size > LARGEST
            file = ending.enter_context(noted.open("w" if full else "a", encoding="utf-8"))
            faulthandler.enable(file)
            ending.callback(faulthandler.disable)
        yield
