"""The log: what went wrong and who was turned away, in a file of the data folder.

At most three files of a megabyte, and one beside for crashes. A folder or a disk that takes nothing
keeps no show from running. A command that does not fail leaves no log behind.
"""

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final

from runofshow.fallen import crash_file
from runofshow.store.strange import make_way

LARGEST: Final = 1_000_000
"""Bytes of a file of the log."""
_OURS: Final = logging.getLogger("runofshow")
_FORM: Final = "%(asctime)s %(levelname)s %(name)s %(message)s"


def log_file(data: Path) -> Path:
    """Where it is kept."""
    return data / "runofshow.log"


def log_to(data: Path) -> None:
    """Keep what the program logs from now on in `data`."""
    _forget_faults()
    _OURS.setLevel(logging.INFO)
    logging.raiseExceptions = False  # a log that takes nothing (a full disk) is no fault
    with suppress(OSError):
        data.mkdir(parents=True, exist_ok=True)
        make_way(log_file(data))  # a pipe in its place would hold everything up
        from logging.handlers import RotatingFileHandler

        file = RotatingFileHandler(
            log_file(data), maxBytes=LARGEST, backupCount=2, encoding="utf-8", delay=True
        )
        file.setFormatter(logging.Formatter(_FORM))
        _OURS.addHandler(file)


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


def log_faults_to(data: Path) -> None:
    """Keep in `data` what goes wrong from now on, if anything does: for a command that ends."""
    _forget_faults()
    _OURS.addHandler(_OfFaults(data))


def _forget_faults() -> None:
    for handler in [each for each in _OURS.handlers if isinstance(each, _OfFaults)]:
        _OURS.removeHandler(handler)
        handler.close()


class _OfFaults(logging.FileHandler):
    """Opens the log when there is something to write, and is silent when the disk refuses."""

    def __init__(self, data: Path) -> None:
        super().__init__(log_file(data), encoding="utf-8", delay=True)
        self.setLevel(logging.WARNING)
        self.setFormatter(logging.Formatter(_FORM))

    def emit(self, record: logging.LogRecord) -> None:
        """Write it down, if the disk takes it."""
        with suppress(OSError):
            file = Path(self.baseFilename)
            file.parent.mkdir(parents=True, exist_ok=True)
            make_way(file)
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (logging's)
        """Say nothing: what failed is told elsewhere."""
