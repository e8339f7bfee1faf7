"""Faults on their way to the application's hook (architecture.md §5), past whom they must not harm.

What calls many, or goes on for good, calls each `without_harm`: its fault is noted and told by
whoever has set `sys.excepthook`, and the next is called all the same.
"""

import sys
from collections.abc import Callable


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
