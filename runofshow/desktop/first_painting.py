"""The first painting: the régie's window with the day in it, before anything else is there.

Rules of this module:
- A file that cannot be a schedule is refused before any window.
- The window is painted as it will stay: in the régie's language, words, keys, colours and place.
- Hands are heard afterwards, when app.py has built and connected the rest.
- What it imports is what the painting needs; tests/desktop/test_first_painting.py holds it to that.
"""

from pathlib import Path
from typing import Final, NamedTuple, cast

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.clock import SystemClock
from runofshow.core.hours import write_as
from runofshow.desktop.foreign import foreign
from runofshow.desktop.keyboard import Keyboard
from runofshow.desktop.memory import Memory
from runofshow.opening import Opened, Request, opened
from runofshow.store.settings import ScreenIdentity, Settings
from runofshow.ui import theme
from runofshow.ui.operator.parts import LEAST
from runofshow.ui.operator.window import OperatorWindow

PAINTED_WITHIN: Final = 500
"""Milliseconds after which the rest begins even though no screen has shown the window."""


class FirstPainting(NamedTuple):
    """What is there to be painted, in `language`; `system` is the system's.

    `to_read` is the file, with its bytes, that is no schedule of ours and is to be looked at.
    """

    application: QtWidgets.QApplication
    clock: SystemClock
    request: Request
    language: str
    memory: Memory
    opened: Opened
    to_read: tuple[Path, bytes] | None
    window: OperatorWindow
    system: str

    def show(self) -> None:
        """Show the window with the day in it; no loop runs yet."""
        self.window.live.await_stage()
        self.window.present(self.opened.desk.board())
        place, maximised = _place(self.memory.settings)
        self.window.setGeometry(place)
        if maximised:
            self.window.setWindowState(QtCore.Qt.WindowState.WindowMaximized)
        self.window.show()

    def wait(self) -> None:
        """Returns once the window is painted, or no screen shows it; hands are heard afterwards."""
        flags = QtCore.QEventLoop.ProcessEventsFlag
        patience = QtCore.QDeadlineTimer(PAINTED_WITHIN)
        while not (self.window.windowHandle().isExposed() or patience.hasExpired()):
            QtCore.QCoreApplication.processEvents(
                flags.ExcludeUserInputEvents | flags.WaitForMoreEvents
            )


def first_painting(
    application: QtWidgets.QApplication,
    request: Request,
    language: str | None,
    system: str,
    clock: SystemClock | None = None,
) -> FirstPainting:
    """What is asked for, to be shown; `language` None: as the settings say, else as the `system`.

    Raises Unreadable, before any window, when the file cannot be a schedule.
    """
    clock = clock or SystemClock()
    memory = Memory(request.data)
    settings = memory.settings
    write_as(settings.hours)
    theme.install(application, settings.dark)
    speaks = language or settings.language or system
    request = request._replace(guard=settings.guard, language=speaks, ahead=True)
    to_read, runs = foreign(request, clock)
    show = opened(runs, clock)
    place, _ = _place(settings)
    window = OperatorWindow(speaks, settings.dark, size=place.size(), at_once=False)
    _remind(window, memory)
    return FirstPainting(application, clock, request, speaks, memory, show, to_read, window, system)


def started(request: Request, language: str | None, system: str) -> FirstPainting:
    """Start Qt and paint the window; what was asked for is on the screen when it returns.

    Raises Unreadable, before any window, when the file cannot be a schedule.
    """
    application = theme.application()
    application.setApplicationName("runofshow")
    application.setQuitOnLastWindowClosed(False)
    painting = first_painting(application, request, language, system)
    painting.show()
    painting.wait()
    return painting


def _remind(window: OperatorWindow, memory: Memory) -> None:
    """Give the window what it had when it was left."""
    settings = memory.settings
    window.call_live(settings.live_word)
    window.rundown.arrange(settings.rundown)
    if settings.phrases is not None:
        from runofshow.desktop.stage_phrases import phrases

        window.offer_phrases(phrases(settings.phrases))
    Keyboard(window, memory)


def _place(settings: Settings) -> tuple[QtCore.QRect, bool]:
    """Where it was, when there is still a screen, else all of the first; whether maximised."""
    known = settings.windows.get("operator")
    screens = QtGui.QGuiApplication.screens()
    if known is not None:
        place = QtCore.QRect(known.x, known.y, known.width, known.height)
        if known.screen is not None and len(screens) > 1:
            place = _on_its_screen(known.screen, place)
        if any(screen.geometry().contains(place.center()) for screen in screens):
            return place, known.maximised
    first = cast("QtGui.QScreen | None", QtGui.QGuiApplication.primaryScreen())
    if first is None:  # there is none for a moment when all cables are out
        return QtCore.QRect(QtCore.QPoint(), LEAST), True
    return first.availableGeometry(), True


def _on_its_screen(known: ScreenIdentity, place: QtCore.QRect) -> QtCore.QRect:
    """`place`, on the screen where the window was: screens may lie otherwise than then."""
    from runofshow.ui.home import within
    from runofshow.ui.screens import Identity, find

    identity = Identity.of_json(known.model_dump())
    own = None if identity is None else find(identity, QtGui.QGuiApplication.screens())
    if own is None or own.geometry().contains(place.center()):
        return place
    return within(place, own.availableGeometry())
