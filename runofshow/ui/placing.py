"""Keeping an output's window on its screen, and off every other.

- A window is full screen on the chosen screen or it is not full screen at all. It never covers a
  screen that the régie's window is on, nor one that another output is on, nor a clone of these.
- Where no screen is free for the stage it shows nowhere but in the régie's thumbnail, and takes
  the first that comes. As an ordinary window it opens when asked, and never stays on top.
- The stage takes a screen that is free when none was chosen; every other output has the one that
  the régie gave it, or none.
- Unplugged: it hides in that very moment, because the window system would otherwise put it on
  top of the régie's window. Plugged in again: it is back by itself. Changes come in bursts, so
  screens are looked at again once they have been quiet for `QUIET` milliseconds.

Needs a QGuiApplication.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.home import Home
from runofshow.ui.lying import MOVES, fills, lies_on
from runofshow.ui.place import AWAY, UNGIVEN, Place, Why
from runofshow.ui.screens import (
    Identity,
    Want,
    allotted,
    find,
    identity,
    in_order,
    label,
    overlaps,
    under,
)

QUIET: Final = 150
"""How long screens must be quiet before they are looked at again, in milliseconds."""
TRIES: Final = 4
"""How often a window that did not arrive on its screen is put there again."""
BESIDE: Final = QtCore.QSize(640, 360)
"""The most that the stage takes as an ordinary window."""
RUNDOWN: Final = 0.6
"""How far the rundown reaches from the left, of the screen's width."""


class Neighbours:
    """The placers of one machine, in the order of their right to a screen; each joins by itself.

    `home` keeps the régie's window on its screen.
    """

    def __init__(self, home: Home | None = None) -> None:
        self._placers: list[StagePlacer] = []
        self._home = home

    @property
    def reserved(self) -> list[QtGui.QScreen]:
        """The régie's own screen, be her window there or just about to be."""
        own = None if self._home is None else self._home.screen
        return [] if own is None else [own]

    def join(self, placer: "StagePlacer") -> None:
        """Let `placer` be one of them, the last."""
        self._placers.append(placer)

    def part(self, placer: "StagePlacer") -> None:
        """`placer` wants nothing any more."""
        self._placers.remove(placer)
        self.stir(placer)

    def given(
        self, placer: "StagePlacer", screens: Sequence[QtGui.QScreen]
    ) -> tuple[QtGui.QScreen | None, list[QtGui.QScreen]]:
        """Which of `screens` is `placer`'s, and which are the others'."""
        shares = allotted([each.want for each in self._placers], screens)
        mine = shares[self._placers.index(placer)]
        return mine, [share for share in shares if share is not None and share is not mine]

    def on(self, screen: QtGui.QScreen, but: "StagePlacer") -> Iterator["StagePlacer"]:
        """Those that cover `screen` or a clone of it."""
        return (
            each
            for each in self._placers
            if each is not but and each.covers is not None and overlaps(screen, [each.covers])
        )

    def stir(self, but: "StagePlacer") -> None:
        """What one wants has changed: the others look where they stand now."""
        for each in self._placers:
            if each is not but:
                each.look_again()


class StagePlacer(QtCore.QObject):
    """Keeps an output's window on its screen, and off the régie's and its neighbours'.

    Attributes: place, where it is now; wanted, the identity it belongs on (None: none yet); chosen,
    the one that the régie chose (None: the stage takes what is free); covers, the screen that it
    is full screen on, or None. Only `chosen` is worth remembering: what was taken by itself is not
    there in the next hall.
    Signals: placed(label), parked(label or why), changed(Place) whenever `place` changes;
    moved(QPoint) when a window to be captured was moved by hand.
    """

    placed = QtCore.Signal(str)
    parked = QtCore.Signal(str)
    changed = QtCore.Signal(object)
    moved = QtCore.Signal(object)

    def __init__(
        self,
        stage: QtWidgets.QWidget,
        desk: QtWidgets.QWidget,
        wanted: Identity | None = None,
        among: Neighbours | None = None,
        roams: bool = True,
    ) -> None:
        """`roams` is whether it takes a free screen when none was chosen."""
        super().__init__(stage)
        self.place = AWAY
        self.chosen = self.wanted = wanted
        self.covers: QtGui.QScreen | None = None
        self._stage, self._desk, self._roams = stage, desk, roams
        self._among = among or Neighbours()
        self._among.join(self)
        self._tries = 0
        self._opened = False
        self._own = False
        """Whether it is an ordinary window, whatever screen is plugged."""
        self._quiet = QtCore.QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self._settle)
        app = _application()
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._removed)
        app.primaryScreenChanged.connect(self.look_again)
        for screen in app.screens():
            screen.geometryChanged.connect(self.look_again)
        desk.installEventFilter(self)
        stage.installEventFilter(self)

    @property
    def want(self) -> Want:
        """What it wants of the screens there are; what it once took by itself only while open."""
        if self.chosen is not None:
            return Want(self.chosen, 0 if self._opened and not self._own else 1)
        return Want(self.wanted if self._opened else None, 2)

    # --- what it is asked ----------------------------------------------------------------------

    def open(self) -> None:
        """Bring the window up: on its screen, else the stage on the first that is free."""
        self._opened, self._own, self._tries = True, False, 0
        self._settle(asked=True)

    def choose(self, wanted: Identity | None) -> None:
        """Move to another screen and stay there; None forgets the one that was chosen."""
        self.chosen = self.wanted = wanted
        self.open()
        self._among.stir(self)

    def assign(self, wanted: Identity | None) -> None:
        """The same for what is open; what is not goes there once it is opened."""
        if self._opened and not self._own:
            self.choose(wanted)
        else:
            self.chosen = self.wanted = wanted
            self._among.stir(self)

    def open_beside(self) -> None:
        """Show the stage as an ordinary window until it is closed.

        If no screen was free, it goes to the first that comes, as it would have.
        """
        taken = under(self._desk)
        self._own = not all(overlaps(each, taken) for each in in_order())
        self._quiet.stop()
        self._show_beside()

    def open_window(self, size: QtCore.QSize, at: QtCore.QPoint | None) -> None:
        """Show it as a window of exactly that size without a frame, below all others.

        `at` is where it was last; it lies on the régie's screen when that place is on none.
        """
        self._opened = self._own = True
        self._quiet.stop()
        stage, self.covers = self._stage, None
        screens = QtGui.QGuiApplication.screens()
        if at is None or not any(screen.geometry().contains(at) for screen in screens):
            home = under(self._desk) or screens
            at = home[0].availableGeometry().topLeft() if home else QtCore.QPoint()
        self._unwindow()
        stage.setWindowFlag(_NO_FRAME, True)
        stage.setWindowFlag(_AT_BOTTOM, True)
        stage.setGeometry(QtCore.QRect(at, size))
        stage.show()
        self._tell(Place("window"))

    def put_away(self, why: Why = "") -> None:
        """Hide it until it is opened again."""
        self._opened = False
        self._quiet.stop()
        self._leave(AWAY._replace(why=why))
        self._among.stir(self)

    def close(self) -> None:
        """Close it if it is a window; the ordinary one goes back to where it would be."""
        if self.place.state == "beside" and self._opened:
            self._leave(AWAY)
            self.open()
        elif self.place.state in ("beside", "window"):
            self.put_away()

    def part(self) -> None:
        """Put it away for good: it is no output any more."""
        self.put_away()
        self._among.part(self)

    # --- what happens to the screens -----------------------------------------------------------

    def _added(self, screen: QtGui.QScreen) -> None:
        screen.geometryChanged.connect(self.look_again)
        self.look_again()

    def _removed(self, screen: QtGui.QScreen) -> None:
        gone = self.place.state == "parked" and self.place.screen == label(screen)
        if screen is self.covers or gone:
            self._leave(Place("parked", label(screen), "unplugged"))
        self.look_again()

    def look_again(self, *_: object) -> None:
        """Give way now where it must, and look at the screens anew once they are quiet."""
        self._give_way()
        self._tries = 0
        self._quiet.start()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Follow both windows: where the régie's goes, this gives way at once; where the window
        system takes this one, it is brought back."""
        if event.type() in MOVES and self._opened and not self._own:
            if watched is self._desk:
                self.look_again()
            elif self.covers is not None and not fills(self._stage, self.covers):
                self._strayed()
        elif watched is self._stage and self.place.state == "window":
            self._as_window(event)
        return False

    def _as_window(self, event: QtCore.QEvent) -> None:
        """A window to be captured: dragged anywhere, and never minimised, for then nothing is."""
        match event.type():
            case QtCore.QEvent.Type.MouseButtonPress:
                self._stage.windowHandle().startSystemMove()
            case QtCore.QEvent.Type.Move:
                self.moved.emit(self._stage.pos())
            case QtCore.QEvent.Type.WindowStateChange if self._stage.isMinimized():
                QtCore.QTimer.singleShot(0, self._stage, self._stage.showNormal)

    def _strayed(self) -> None:
        """Bring the window back soon; once it had arrived, it does not show on the way."""
        if self._tries == 0 and set(under(self._stage)) & set(under(self._desk)):
            self._stage.hide()
        self._quiet.start()

    def _give_way(self) -> None:
        """Leave at once if the régie's window is on this one's screen, or might be.

        When its own screen goes it is on none for a moment, and will be put on any.
        """
        if self.covers is None:
            return
        desk = under(self._desk)
        if not desk or overlaps(self.covers, (*desk, *self._among.reserved)):
            self._leave(Place("parked", label(self.covers), "own_screen"))
        elif overlaps(self.covers, self._among.given(self, in_order())[1]):
            self.yield_screen()  # it is another's now, or a clone of another's
        elif lies_on(self._stage, desk):
            self._stage.hide()  # the screens were moved under it: it is brought back

    # --- what it does about it -----------------------------------------------------------------

    def _settle(self, asked: bool = False) -> None:
        """Put the window where it belongs, given the screens there are now.

        An ordinary window stays one as long as no screen is free.
        """
        if not self._opened or self._own:
            return
        screens, taken = in_order(), [*under(self._desk), *self._among.reserved]
        free = self._free(screens, taken)
        screen, _ = self._among.given(self, screens)
        if screen is not None and not overlaps(screen, taken):
            self._take(screen)
        elif self.wanted is None and not self._roams:
            self._leave(UNGIVEN)
        elif self._roams and not free and (asked or self.place.state in ("away", "beside")):
            if self.place.state != "beside":
                alone = all(overlaps(each, taken) for each in screens)
                self._leave(AWAY._replace(why="only_screen" if alone else "none_free"))
        else:
            self._park(screen, screens)

    def _free(
        self, screens: Sequence[QtGui.QScreen], taken: Sequence[QtGui.QScreen]
    ) -> list[QtGui.QScreen]:
        """The screens that are nobody's; the stage takes the first when it has none."""
        mine, others = self._among.given(self, screens)
        free = [screen for screen in screens if not overlaps(screen, (*taken, *others))]
        if self._roams and self.chosen is None:
            lost = mine is None and self.wanted is not None and find(self.wanted, screens)
            if (self.wanted is None or lost) and free:
                self.wanted = identity(free[0])
        return free

    def _park(self, screen: QtGui.QScreen | None, screens: Sequence[QtGui.QScreen]) -> None:
        if screen is not None:
            self._leave(Place("parked", label(screen), "own_screen"))
            return
        there = find(self.wanted, screens) if self.wanted else None
        if there is not None:
            self._leave(Place("parked", label(there), "held"))
            return
        missing = self.wanted.label if self.wanted else ""
        why: Why = "unplugged" if self.place.why == "unplugged" else "not_found"
        self._leave(Place("parked", missing, why))

    def _take(self, screen: QtGui.QScreen) -> None:
        """Fill `screen`; it counts as placed once the window system is seen to have agreed."""
        if screen is self.covers and fills(self._stage, screen):
            self._tries = 0
            self._tell(Place("placed", label(screen)))
            return
        if self._tries >= TRIES:
            self._leave(Place("parked", label(screen), "not_taken"))
            return
        self._tries += 1
        for other in self._among.on(screen, self):
            other.yield_screen()
            other.look_again()
        self._fill(screen)
        self._quiet.start()

    def yield_screen(self) -> None:
        """Leave the screen at once: it is another output's now."""
        if self.covers is not None:
            self._leave(Place("parked", label(self.covers), "held"))

    def _fill(self, screen: QtGui.QScreen) -> None:
        stage = self._stage
        self._unwindow()
        stage.winId()  # a window without a handle cannot be given a screen
        stage.setScreen(screen)
        stage.setGeometry(screen.geometry())
        self.covers = screen
        # Not showFullScreen(): that asks for the keyboard, whatever WA_ShowWithoutActivating says.
        stage.setWindowState(QtCore.Qt.WindowState.WindowFullScreen)
        stage.show()
        self._give_way()

    def _unwindow(self) -> None:
        """Hide it and let it be an ordinary window again."""
        stage = self._stage
        stage.hide()
        stage.setWindowState(QtCore.Qt.WindowState.WindowNoState)
        for flag in (_NO_FRAME, _AT_BOTTOM):
            stage.setWindowFlag(flag, False)

    def _show_beside(self) -> None:
        """A small window low on the régie's screen; hers covers it as soon as she works there."""
        stage, self.covers = self._stage, None
        if stage.isFullScreen() or not stage.isVisible() or self.place.state == "window":
            self._unwindow()
            stage.setGeometry(_corner(self._desk))
            stage.show()
        self._tell(Place("beside", "", "asked"))

    def _leave(self, place: Place) -> None:
        self._stage.hide()
        self.covers = None
        self._tell(place)

    def _tell(self, place: Place) -> None:
        if place == self.place:
            return
        self.place = place
        if place.state == "placed":
            self.placed.emit(place.screen)
        elif place.state == "parked":
            self.parked.emit(place.screen)
        self.changed.emit(place)


_NO_FRAME: Final = QtCore.Qt.WindowType.FramelessWindowHint
_AT_BOTTOM: Final = QtCore.Qt.WindowType.WindowStaysOnBottomHint


def _application() -> QtGui.QGuiApplication:
    app = QtGui.QGuiApplication.instance()
    if not isinstance(app, QtGui.QGuiApplication):
        raise RuntimeError("screens need a QGuiApplication")
    return app


def _corner(desk: QtWidgets.QWidget) -> QtCore.QRect:
    """Over the last rows of the rundown, their turn comes last: GO, cards, messages stay free."""
    screens = under(desk) or QtGui.QGuiApplication.screens()
    room = screens[0].availableGeometry() if screens else QtCore.QRect(QtCore.QPoint(), BESIDE)
    size = BESIDE.boundedTo(room.size() / 4)
    left = room.left() + round(room.width() * RUNDOWN) - size.width()
    top = room.bottom() - room.height() // 8 - size.height()
    return QtCore.QRect(QtCore.QPoint(left, top), size)
