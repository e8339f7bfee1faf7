"""What Qt finds on this machine, for `runofshow doctor`: platform, fonts, printers, screens."""

import sys
from collections.abc import Iterator
from ctypes.util import find_library
from typing import cast

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.sentences import Sentence
from runofshow.ui import fonts
from runofshow.ui.screens import describe


def findings() -> Iterator[tuple[bool, Sentence]]:
    """Each thing looked at: whether it is well, and the sentence that says so."""
    application = cast("QtWidgets.QApplication | None", QtWidgets.QApplication.instance())
    application = application or QtWidgets.QApplication([])
    platform = QtGui.QGuiApplication.platformName()
    yield True, Sentence.of("doctor_qt", version=QtCore.qVersion(), platform=platform)
    yield _fonts()
    yield _printers()
    screens = describe()
    for facts in screens:
        told = f"{facts.number}. {facts.label}, {facts.width} × {facts.height}"
        told += f", × {facts.scale:g}, {facts.hertz:g} Hz"
        yield True, Sentence.of("doctor_screen", screen=told)
    if len(screens) < 2:
        yield False, Sentence.of("doctor_one_screen")


def _fonts() -> tuple[bool, Sentence]:
    try:
        fonts.load()
    except FileNotFoundError as error:
        return False, Sentence.of("doctor_no_fonts", why=str(error))
    return True, Sentence.of("doctor_fonts")


def _printers() -> tuple[bool, Sentence]:
    """The printers by name. On Linux Qt knows none without CUPS' library, and does not say so."""
    from PySide6 import QtPrintSupport

    names = QtPrintSupport.QPrinterInfo.availablePrinterNames()
    if names:
        return True, Sentence.of("doctor_printers", names=", ".join(names))
    if sys.platform == "linux" and find_library("cups") is None:
        return False, Sentence.of("doctor_no_cups")
    return True, Sentence.of("doctor_no_printer")
