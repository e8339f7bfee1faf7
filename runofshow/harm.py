"""Faults on their way to the application's hook (architecture.md §5), past whom they must not harm.

What calls many, or goes on for good, calls each `without_harm`: its fault is noted and told by
whoever has set `sys.excepthook`, and the next is called all the same.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent


def told(fault: BaseException) -> None:
    """Hand a fault to the application's hook, from any thread."""
    sys.excepthook(type(fault), fault, fault.__traceback__)


def without_harm(act: Callable[[], object]) -> bool:
    """Do it, whatever comes of it; whether nothing was raised."""
    try:
        act()
    except Exception as fault:  # noqa: BLE001 (this is the way to the hook that catches everything)
        told(fault)
        return False
    return True


def lines_of(error: BaseException) -> Iterator[tuple[str, int]]:
    """Our own lines that an exception came through, the innermost first."""
    import traceback  # nothing has to fail to begin with

    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        file = Path(frame.filename)
        if file.is_relative_to(_PACKAGE):
            yield file.relative_to(_PACKAGE).as_posix(), frame.lineno or 0


def place_of(error: BaseException) -> str:
    """Where it was raised: the innermost line of ours, "formats/pdf.py:12"."""
    file, line = next(lines_of(error), ("?", 0))
    return f"{file}:{line}"
