"""The log: what went wrong and who was turned away, in a file of the data folder.

At most three files of a megabyte. A folder or a disk that takes nothing keeps no show from running.
"""

import logging
import logging.handlers
from contextlib import suppress
from pathlib import Path

from runofshow.store.strange import make_way


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
            log_file(data), maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True
        )
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        ours.addHandler(file)
