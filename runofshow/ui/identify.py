"""Identify: a big number on every screen, so that a person can say which is which."""

from collections.abc import Iterable
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.painting import painting
from runofshow.ui.screens import Facts, describe, in_order, under
from runofshow.ui.speaker.fitting import cut
from runofshow.ui.speaker.palettes import CLASSIC
from runofshow.ui.speaker.sheet import Sheet
from runofshow.ui.speaker.strokes import put

SHOWN_FOR: Final = 3000
"""How long the numbers stay, in milliseconds."""


class Identify(QtCore.QObject):
    """Numbers every screen for three seconds; attribute: plates, those now up."""

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self.plates: list[NumberPlate] = []
        self._timer = QtCore.QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_FOR)
        self._timer.timeout.connect(self.clear)
        app = QtGui.QGuiApplication.instance()
        if isinstance(app, QtGui.QGuiApplication):
            app.screenRemoved.connect(self.clear)

    def number(self, here: Iterable[tuple[QtWidgets.QWidget, str]] = ()) -> None:
        """Show the numbers that `describe` gives, and which windows are `here`, by their names."""
        self.clear()
        windows = [(window, name) for window, name in here if window.isVisible()]
        for screen, facts in zip(in_order(), describe(), strict=True):
            roles = [name for window, name in windows if screen in under(window)]
            self.plates.append(NumberPlate(screen, facts, ", ".join(roles)))
        for plate in self.plates:
            plate.show()
        self._timer.start()

    def clear(self, *_: object) -> None:
        """Take the numbers away."""
        self._timer.stop()
        for plate in self.plates:
            plate.hide()
            plate.deleteLater()
        self.plates = []


class NumberPlate(QtWidgets.QWidget):
    """One screen's number, its name and what is on it, at the foot of the screen; takes no input.

    Attributes: facts; role, "" for none.
    """

    def __init__(self, screen: QtGui.QScreen, facts: Facts, role: str) -> None:
        kind = QtCore.Qt.WindowType
        super().__init__(
            None,
            kind.Window
            | kind.BypassWindowManagerHint
            | kind.FramelessWindowHint
            | kind.WindowStaysOnTopHint
            | kind.WindowTransparentForInput
            | kind.WindowDoesNotAcceptFocus,
        )
        self.facts, self.role = facts, role
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setScreen(screen)
        self.setGeometry(_place(screen.geometry()))

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        sheet = Sheet([], QtCore.QRectF(self.rect()), CLASSIC)
        _lay_out(sheet, self.facts, self.role)
        with painting(self) as painter:
            put(painter, sheet.strokes, event.region())


def _place(whole: QtCore.QRect) -> QtCore.QRect:
    """A plate three times as wide as high, in the middle of the foot of a screen."""
    wide = min(round(whole.width() * 0.7), round(whole.height() * 0.9))
    plate = QtCore.QRect(0, 0, wide, wide // 3)
    plate.moveCenter(whole.center())
    plate.moveBottom(whole.bottom() - whole.height() // 16)
    return plate


def _lay_out(sheet: Sheet, facts: Facts, role: str) -> None:
    colours = sheet.palette
    sheet.fill(0, 0, 1, 1, colours.waiting_plate)
    sheet.fill(0, 0, 1, 0.03, colours.waiting)
    sheet.digits(str(facts.number), sheet.zone(0.05, 0.2, 0.29, 0.84), colours.normal)
    room = sheet.wide(0.62)
    name = cut(facts.label, True, sheet.high(0.105), room)
    sheet.write(name, 0.33, 0.42 if role else 0.52, colours.normal)
    size = f"{facts.width} × {facts.height}"
    sheet.write(
        cut(size, False, sheet.high(0.085), room), 0.33, 0.62 if role else 0.72, colours.second
    )
    sheet.write(cut(role, True, sheet.high(0.085), room), 0.33, 0.82, colours.waiting)
