"""Loading Qt, before any class of ours that comes from it is made."""

import builtins


def load_qt() -> None:
    """Load Qt, leave Python's `import` as it was, and have our handlers guarded (handlers.py).

    PySide6 puts one of its own in its place, which reads the source of each module that comes
    after for `from __feature__ import`. Nobody here says that, and it takes 9 ms of a start.
    """
    own = builtins.__import__
    from PySide6 import QtCore, QtGui, QtWidgets  # noqa: F401

    vars(builtins)["__import__"] = own
    from runofshow.ui.handlers import guard_handlers

    guard_handlers()
