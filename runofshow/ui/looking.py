"""What Qt finds on this machine, for `runofshow doctor`: platform, fonts, printers, screens."""

import sys
from collections.abc import Iterator
from ctypes.util import find_library
from typing import Final, cast

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.sentences import Sentence
from runofshow.store.settings import Output, Settings
from runofshow.ui import fonts
from runofshow.ui.outlet import called, look_of
from runofshow.ui.screens import Identity, describe, diagonal, find
from runofshow.ui.speaker.legibility import told
from runofshow.ui.speaker.shaping import drawn
from runofshow.ui.speaker.sight import Sight
from runofshow.ui.texts import words
from runofshow.ui.texts.looks import look_words

SUPPOSED: Final = 24.0
"""The diagonal of a screen that nobody declared and that does not tell it, in inches."""


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


def writings(language: str) -> Iterator[tuple[bool, Sentence]]:
    """Which writings no font of this machine has: on the stage, they are left out."""
    # Qt would complain of each font in turn, which is what is asked here.
    QtCore.QLoggingCategory.setFilterRules("qt.text.font.db=false")
    lacking = (name for letter, name in look_words(language).writings.items() if not drawn(letter))
    if names := ", ".join(lacking):
        yield True, Sentence.of("doctor_no_writing", names=names)


def outputs(settings: Settings, language: str) -> Iterator[tuple[bool, Sentence]]:
    """From how far each output reads on its screen; on one of 24" where that is not known."""
    screens = QtGui.QGuiApplication.screens()
    for number, output in enumerate(settings.outputs, start=1):
        if output.as_window or not output.on:
            continue  # it is looked at through another program, or by nobody
        sight, plugged = _sight(output, screens)
        said = told(look_of(output), sight, words(language).stage)
        name = called(output, number, language)
        facts = {"name": name, "inches": f"{sight.inches:.0f}", "told": said.text}
        code = "doctor_reads" if plugged or output.inches else "doctor_reads_supposed"
        yield True, Sentence.of(code, **facts)
        if said.short:
            yield False, Sentence.of("doctor_too_small", name=name, told=said.short)


def _sight(output: Output, screens: list[QtGui.QScreen]) -> tuple[Sight, bool]:
    """Who looks at an output from where; and whether its screen says how large it is."""
    known = None if output.screen is None else Identity.of_json(output.screen.model_dump())
    screen = None if known is None else find(known, screens)
    shape = 16 / 9
    if screen is not None:
        size = screen.geometry().size()
        shape = size.width() / max(1, size.height())
    tells = None if screen is None else diagonal(screen)
    return Sight.of(output.inches or tells or SUPPOSED, output.metres, shape), tells is not None


def _fonts() -> tuple[bool, Sentence]:
    if lacking := fonts.load():
        return False, Sentence.of("fonts_missing", names=", ".join(lacking))
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
