"""What Qt calls of ours with an event ends in the application's hook by itself when it raises.

Why: what a handler raised below a call from Python (a `show()` that has a child resized) PySide
keeps, to throw it out of that call: what is innocent is cut short. When it comes to another handler
before that, it leaves that one out, loses the error, and may fall over it later (PySide 6.11).
"""

import sys
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any, Final

from PySide6 import QtCore

Handler = Callable[..., Any]
BESIDES: Final = ("event", "eventFilter", "focusNextPrevChild")
"""Handlers whose names do not end with `Event`."""


def guard_handlers() -> None:
    """Have the handlers guarded of every class of this program's that is made from now on."""
    setattr(QtCore.QObject, "__init_subclass__", classmethod(_made))  # noqa: B010


def _made(cls: type[QtCore.QObject], /, **named: Any) -> None:
    super(QtCore.QObject, cls).__init_subclass__(**named)
    if not cls.__module__.startswith("runofshow."):
        return
    for name, member in tuple(vars(cls).items()):
        handles = name.endswith("Event") or name in BESIDES
        if handles and isinstance(member, FunctionType) and _overrides(cls, name):
            setattr(cls, name, guarded(member))


def _overrides(cls: type, name: str) -> bool:
    bases = (base for base in cls.__mro__ if base.__module__.startswith("PySide6"))
    return any(name in vars(base) for base in bases)


def guarded(handler: Handler) -> Handler:
    """The handler; what it raises goes to `sys.excepthook`, and Qt goes on.

    Where Qt wants to know whether the event was dealt with, it then was not.
    """

    @wraps(handler)
    def handled(*given: Any) -> Any:
        try:
            return handler(*given)
        except Exception as fault:  # noqa: BLE001 (the hook is the one place that takes all)
            sys.excepthook(type(fault), fault, fault.__traceback__)
            return False

    return handled
