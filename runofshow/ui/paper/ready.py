"""Making Qt ready to lay out and paint on paper where no program with windows has."""

import os

from PySide6 import QtCore, QtGui

from runofshow.ui import fonts

_kept: list[QtCore.QCoreApplication] = []
"""The application made here: it must stay."""


def ready() -> None:
    """Have an application, without a screen if need be, and the bundled fonts.

    Does nothing where the windows are: they have both.
    """
    if QtCore.QCoreApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _kept.append(QtGui.QGuiApplication(["runofshow"]))
        fonts.load()
