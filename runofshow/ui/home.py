"""The régie's own window: on its screen, and back there by itself once that is plugged in again.

- Its screen is the one that a hand last left it on, known as outputs know theirs (screens.py).
- What the window system does while screens come and go is no hand's doing: until they have been
  quiet for `CALM` milliseconds no move makes another screen the window's own.
- Back on its screen it has the place there, and the state, that it had before. After a moment
  without any screen Qt leaves windows on none: it is put on the first that is there.

Needs a QGuiApplication.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.lying import MOVES
from runofshow.ui.screens import Identity, find, identity, in_order, label, overlaps, under

QUIET: Final = 150
"""How long screens must be quiet before the window is put back, in milliseconds."""
CALM: Final = 1000
"""How long after screens have changed a move may still be the window system's."""
TRIES: Final = 4
"""How often a window that did not arrive is put back again."""
_State: Final = QtCore.Qt.WindowState
_FILLING: Final = _State.WindowMaximized | _State.WindowFullScreen


class Left(NamedTuple):
    """How a window was left: its screen, its place there when it fills none, and its state."""

    screen: Identity
    place: QtCore.QRect
    state: QtCore.Qt.WindowState


class Home(QtCore.QObject):
    """Keeps `window` on its screen. Attribute: left, how it was left (None: never shown yet).

    Signals: moved() when another screen is its own; returned(label) when it was put back.
    """

    moved = QtCore.Signal()
    returned = QtCore.Signal(str)

    def __init__(self, window: QtWidgets.QWidget) -> None:
        super().__init__(window)
        self.left: Left | None = None
        self._window = window
        self._strange: Identity | None = None
        """Where it stands while its own screen is away."""
        self._tries = 0
        self._quiet, self._calm = self._timer(QUIET, self._look), self._timer(CALM, self._settle)
        application = QtWidgets.QApplication.instance()
        assert isinstance(application, QtWidgets.QApplication)
        application.screenAdded.connect(self._added)
        application.screenRemoved.connect(self._stir)
        application.primaryScreenChanged.connect(self._stir)
        for screen in application.screens():
            screen.geometryChanged.connect(self._stir)
        window.installEventFilter(self)
        self._note()

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QtCore.QTimer:
        timer = QtCore.QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(act)
        return timer

    @property
    def screen(self) -> QtGui.QScreen | None:
        """The window's own screen, if it is there: no output's, even while the window is not."""
        screens = QtGui.QGuiApplication.screens()
        return None if self.left is None else find(self.left.screen, screens)

    def eventFilter(self, _watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Note where a hand leaves the window; what was minimised is looked at once it is back."""
        if isinstance(event, QtGui.QWindowStateChangeEvent) and (
            event.oldState() & _State.WindowMinimized
        ):
            self._stir()
        elif event.type() in MOVES and not self._calm.isActive():
            self._note()
        return False

    def _note(self) -> None:
        """Where it is now is where it belongs, unless it only waits there for its own screen."""
        window, on = self._window, self._on()
        if on is None or not window.isVisible() or window.isMinimized():
            return
        here = identity(on)
        if self._strange is not None and here == self._strange:
            return
        before, self._strange = self.left, None
        place = window.normalGeometry().translated(-on.geometry().topLeft())
        self.left = Left(here, place, window.windowState())
        if before is not None and before.screen != here:
            self.moved.emit()

    def _on(self) -> QtGui.QScreen | None:
        """The screen that it is on: of those that show the same place, its own."""
        there, own = under(self._window), self.screen
        if own in there and all(overlaps(own, [each]) for each in there):
            return own
        return next((each for each in there if each is not own), None)

    # --- what happens to the screens -----------------------------------------------------------

    def _added(self, screen: QtGui.QScreen) -> None:
        screen.geometryChanged.connect(self._stir)
        self._stir()

    def _stir(self, *_: object) -> None:
        """Screens have changed: look once they are quiet, and again when the system is done."""
        self._tries = 0
        self._quiet.start()
        self._calm.start()

    def _look(self) -> None:
        """Put the window back if its screen is there and it is not; somewhere if it is nowhere."""
        to = self.screen or (None if under(self._window) else _first())
        if to is None or self.left is None or self._window.isMinimized():
            return
        place = self.left.place.translated(to.geometry().topLeft())
        place = within(place, to.availableGeometry())
        if not self._is_back(to, place) and self._tries < TRIES:
            self._tries += 1
            self._bring(to, place, self.left.state)
            self._quiet.start()

    def _is_back(self, to: QtGui.QScreen, place: QtCore.QRect) -> bool:
        fills = bool(self._window.windowState() & _FILLING)
        return self._on() is to and (fills or self._window.geometry() == place)

    def _bring(self, to: QtGui.QScreen, place: QtCore.QRect, state: QtCore.Qt.WindowState) -> None:
        window, shown = self._window, self._window.isVisible()
        if window.windowState() & _FILLING:
            window.setWindowState(_State.WindowNoState)
        window.windowHandle().setScreen(to)
        window.setGeometry(place)
        if state != _State.WindowNoState:
            window.setWindowState(state)
        if shown:
            window.show()  # a window that was on no screen is hidden by being given one
        if self._tries == 1:
            self.returned.emit(label(to))

    def _settle(self) -> None:
        """Screens are calm: what moves the window from now on is a hand."""
        own, on = self.screen, self._on()
        shown = not self._window.isMinimized()
        if shown and own is not None and own is not on and self._tries < TRIES:
            self._look()  # the window system has moved it late
            self._calm.start()
            return
        self._strange = identity(on) if own is None and on is not None else None
        if own is not on:
            self._note()


def _first() -> QtGui.QScreen | None:
    return next(iter(in_order()), None)


def within(place: QtCore.QRect, room: QtCore.QRect) -> QtCore.QRect:
    """`place`, moved and made smaller as little as it takes to lie in `room`."""
    size = place.size().boundedTo(room.size())
    left = max(room.left(), min(place.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(place.top(), room.bottom() + 1 - size.height()))
    return QtCore.QRect(QtCore.QPoint(left, top), size)
