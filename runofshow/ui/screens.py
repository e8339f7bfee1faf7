"""Physical screens: knowing one again, and keeping the stage window on the right one.

- A screen is known by maker, model and serial number when it tells a serial, else by the name of
  its connector; never by its number or its place (stack.md, Screens).
- The stage window is full screen on the chosen screen or it is not full screen at all. It never
  covers a screen that the régie's window is on, and never takes the only screen: there it opens
  as a window beside.
- Unplugged: it hides in that very moment, because the window system would otherwise put it on
  top of the régie's window. Plugged in again: it is back by itself. Changes come in bursts, so
  screens are looked at again once they have been quiet for `QUIET` milliseconds.

Needs a QGuiApplication.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple, Self

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.texts.stage import StageWords

QUIET: Final = 150
"""How long screens must be quiet before they are looked at again, in milliseconds."""
ROUNDING: Final = 2
"""How many logical pixels a corner may be off at a fractional scale."""
TRIES: Final = 4
"""How often a window that did not arrive on its screen is put there again."""
BESIDE: Final = QtCore.QSize(640, 360)
"""The most that the stage takes as a window beside."""
RUNDOWN: Final = 0.6
"""How far the rundown reaches from the left, of the screen's width."""


# --- knowing a screen again --------------------------------------------------------------------


class Identity(NamedTuple):
    """What a screen says of itself; empty texts for what it does not say."""

    maker: str = ""
    model: str = ""
    serial: str = ""
    connector: str = ""

    def as_json(self) -> dict[str, str]:
        """The identity as settings keep it; `of_json` reads it back."""
        return {
            "maker": self.maker,
            "model": self.model,
            "serial": self.serial,
            "connector": self.connector,
        }

    @classmethod
    def of_json(cls, data: object) -> Self | None:
        """The identity that settings hold, or None when there is no usable one in `data`."""
        if not isinstance(data, Mapping):
            return None
        known = {name: data.get(name, "") for name in ("maker", "model", "serial", "connector")}
        if not all(isinstance(text, str) for text in known.values()):
            return None
        return cls(**known) if known["serial"] or known["connector"] else None

    @property
    def panel(self) -> tuple[str, str, str]:
        """Maker, model and serial."""
        return self.maker, self.model, self.serial

    @property
    def label(self) -> str:
        """The screen as a person knows it: "Iiyama PL2493H, DP-2"; its connector at least."""
        return ", ".join(
            part for part in (_panel_name(self.maker, self.model), self.connector) if part
        )


def _panel_name(maker: str, model: str) -> str:
    first = maker.split(" ", maxsplit=1)[0].lower()
    return model if first and model.lower().startswith(first) else f"{maker} {model}".strip()


def identity(screen: QtGui.QScreen) -> Identity:
    """What `screen` says of itself."""
    texts = (screen.manufacturer(), screen.model(), screen.serialNumber(), screen.name())
    return Identity(*(text.strip() for text in texts))


def label(screen: QtGui.QScreen) -> str:
    """The screen as a person knows it: "Iiyama PL2493H, DP-2"."""
    return identity(screen).label


def find(wanted: Identity, screens: Sequence[QtGui.QScreen]) -> QtGui.QScreen | None:
    """The one of `screens` that is `wanted`, or None.

    By serial number when it has one (of twins, the one on its connector). By connector when it
    has none, or when the screen there tells none: extenders often lose it.
    """
    known = [(screen, identity(screen)) for screen in screens]
    there = [screen for screen, is_ in known if is_.connector == wanted.connector]
    if not wanted.serial:
        return there[0] if there else None
    same = [screen for screen, is_ in known if is_.panel == wanted.panel]
    silent = [screen for screen, is_ in known if screen in there and not is_.serial]
    return next(iter([s for s in same if s in there] or same or silent), None)


class Facts(NamedTuple):
    """A screen for people and for `doctor`: its number on Identify, its size in real pixels."""

    number: int
    identity: Identity
    width: int
    height: int
    left: int
    top: int
    scale: float
    hertz: float
    primary: bool

    @property
    def label(self) -> str:
        """The screen as a person knows it."""
        return self.identity.label

    def as_json(self) -> dict[str, Any]:
        """The facts as JSON values."""
        return {
            "number": self.number,
            "label": self.label,
            **self.identity.as_json(),
            "size": [self.width, self.height],
            "at": [self.left, self.top],
            "scale": self.scale,
            "hertz": self.hertz,
            "primary": self.primary,
        }


def in_order() -> list[QtGui.QScreen]:
    """The screens from left to right, then from top to bottom; their place gives their number."""
    screens = QtGui.QGuiApplication.screens()
    return sorted(screens, key=lambda s: (s.geometry().x(), s.geometry().y(), s.name()))


def describe() -> list[Facts]:
    """All screens of this machine, as Identify numbers them."""
    return [_facts(number, screen) for number, screen in enumerate(in_order(), start=1)]


def _facts(number: int, screen: QtGui.QScreen) -> Facts:
    place, scale = screen.geometry(), screen.devicePixelRatio()
    return Facts(
        number=number,
        identity=identity(screen),
        width=round(place.width() * scale),
        height=round(place.height() * scale),
        left=place.x(),
        top=place.y(),
        scale=scale,
        hertz=round(screen.refreshRate(), 2),
        primary=screen is QtGui.QGuiApplication.primaryScreen(),
    )


def under(window: QtWidgets.QWidget) -> list[QtGui.QScreen]:
    """The screens that `window` must be taken to be on.

    Where Qt says it is and where its middle lies: the two differ for a moment after screens have
    come or gone. Wayland hides where windows are, so there only Qt's word counts.
    """
    screens = QtGui.QGuiApplication.screens()
    found = [screen for screen in screens if screen is window.screen()]
    if not QtGui.QGuiApplication.platformName().startswith("wayland"):
        middle = window.frameGeometry().center()
        found += [s for s in screens if s.geometry().contains(middle) and s not in found]
    return found


# --- placing the stage -------------------------------------------------------------------------

State = Literal["away", "placed", "parked", "beside"]
Why = Literal["", "only_screen", "unplugged", "not_found", "own_screen", "not_taken", "asked"]


class Place(NamedTuple):
    """Where the stage window is.

    `away`: put away, or not opened yet. `placed`: full screen on `screen`. `parked`: hidden until
    `screen` is back or free. `beside`: an ordinary window. `why` it is not placed.
    """

    state: State
    screen: str = ""
    why: Why = ""

    def named(self, words: StageWords) -> str:
        """What stands after "Stage screen:": its name, or that it is in a window or away."""
        return {
            "placed": self.screen,
            "beside": words.card_beside,
            "parked": words.card_off,
            "away": words.card_off,
        }[self.state]

    def sentence(self, words: StageWords) -> str:
        """The whole sentence: where it is, or why it is not there and what to do."""
        if self.state == "placed":
            return words.on_screen.format(screen=self.screen)
        said = {
            "": words.put_away,
            "only_screen": words.only_screen,
            "unplugged": words.unplugged,
            "not_found": words.not_found,
            "own_screen": words.own_screen,
            "not_taken": words.not_taken,
            "asked": words.asked_beside,
        }[self.why]
        return said.format(screen=self.screen)


AWAY: Final = Place("away")


class StagePlacer(QtCore.QObject):
    """Keeps the stage window on its screen, and off the régie's.

    Attributes: place, where it is now; wanted, the identity it belongs on (None: none yet); chosen,
    the one that the régie chose (None: it takes what is free). Only `chosen` is worth remembering:
    what was taken by itself is not there in the next hall.
    Signals: placed(label), parked(label or why), changed(Place) whenever `place` changes.
    """

    placed = QtCore.Signal(str)
    parked = QtCore.Signal(str)
    changed = QtCore.Signal(object)

    def __init__(
        self,
        stage: QtWidgets.QWidget,
        desk: QtWidgets.QWidget,
        wanted: Identity | None = None,
    ) -> None:
        super().__init__(stage)
        self.place = AWAY
        self.chosen = self.wanted = wanted
        self._stage, self._desk = stage, desk
        self._on: QtGui.QScreen | None = None
        self._tries = 0
        self._opened = False
        self._beside = False
        self._quiet = QtCore.QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self._settle)
        app = _application()
        app.screenAdded.connect(self._added)
        app.screenRemoved.connect(self._removed)
        app.primaryScreenChanged.connect(self._look_again)
        for screen in app.screens():
            screen.geometryChanged.connect(self._look_again)
        desk.installEventFilter(self)
        stage.installEventFilter(self)

    # --- what it is asked ----------------------------------------------------------------------

    def open(self) -> None:
        """Bring the stage up: on its screen, else on the first that is not the régie's."""
        self._opened, self._beside, self._tries = True, False, 0
        self._settle(asked=True)

    def choose(self, wanted: Identity | None) -> None:
        """Move the stage to another screen and keep it there; None chooses the default again."""
        self.chosen = self.wanted = wanted
        self.open()

    def open_beside(self) -> None:
        """Show the stage as an ordinary window, whatever the screens."""
        self._opened = self._beside = True
        self._quiet.stop()
        self._show_beside("asked")

    def put_away(self) -> None:
        """Hide the stage until it is opened again."""
        self._opened = False
        self._quiet.stop()
        self._leave(AWAY)

    def close(self) -> None:
        """Somebody closed the stage from outside: only a window beside may be."""
        if self.place.state == "beside":
            self.put_away()

    # --- what happens to the screens -----------------------------------------------------------

    def _added(self, screen: QtGui.QScreen) -> None:
        screen.geometryChanged.connect(self._look_again)
        self._look_again()

    def _removed(self, screen: QtGui.QScreen) -> None:
        if screen is self._on:
            self._leave(Place("parked", label(screen), "unplugged"))
        self._look_again()

    def _look_again(self, *_: object) -> None:
        self._give_way()
        self._tries = 0
        self._quiet.start()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Follow both windows: where the régie's goes, the stage gives way at once; where the
        window system takes the stage, it is brought back."""
        if event.type() in _MOVES and self._opened and not self._beside:
            if watched is self._desk:
                self._look_again()
            elif self._on is not None and not _fills(self._stage, self._on):
                self._strayed()
        return False

    def _strayed(self) -> None:
        """Bring the stage back soon; once it had arrived, it does not show on the way."""
        if self._tries == 0 and set(under(self._stage)) & set(under(self._desk)):
            self._stage.hide()
        self._quiet.start()

    def _give_way(self) -> None:
        """Leave at once if the régie's window is on the stage's screen, or might be.

        When its own screen goes it is on none for a moment, and will be put on any.
        """
        desk = under(self._desk)
        if self._on is not None and (not desk or self._on in desk):
            self._leave(Place("parked", label(self._on), "own_screen"))

    # --- what it does about it -----------------------------------------------------------------

    def _settle(self, asked: bool = False) -> None:
        """Put the stage where it belongs, given the screens there are now.

        A window beside comes only when `asked`, or when nothing else was up before: one that
        popped up when a cable was pulled would cover what the régie is looking at.
        """
        if not self._opened or self._beside:
            return
        screens = in_order()
        taken = under(self._desk)
        free = [screen for screen in screens if screen not in taken]
        if self.wanted is None and free:
            self.wanted = identity(free[0])
        screen = find(self.wanted, screens) if self.wanted else None
        if screen is not None and screen in free:
            self._take(screen)
        elif not free and (asked or self.place.state in ("away", "beside")):
            self._show_beside("only_screen")
        else:
            self._park(screen)

    def _park(self, screen: QtGui.QScreen | None) -> None:
        if screen is not None:
            self._leave(Place("parked", label(screen), "own_screen"))
            return
        missing = self.wanted.label if self.wanted else ""
        why: Why = "unplugged" if self.place.why == "unplugged" else "not_found"
        self._leave(Place("parked", missing, why))

    def _take(self, screen: QtGui.QScreen) -> None:
        """Fill `screen`; it counts as placed once the window system is seen to have agreed."""
        if screen is self._on and _fills(self._stage, screen):
            self._tries = 0
            self._tell(Place("placed", label(screen)))
            return
        if self._tries >= TRIES:
            self._leave(Place("parked", label(screen), "not_taken"))
            return
        self._tries += 1
        self._fill(screen)
        self._quiet.start()

    def _fill(self, screen: QtGui.QScreen) -> None:
        stage = self._stage
        stage.hide()
        stage.setWindowState(QtCore.Qt.WindowState.WindowNoState)
        stage.setWindowFlag(_ON_TOP, False)
        stage.winId()  # a window without a handle cannot be given a screen
        stage.setScreen(screen)
        stage.setGeometry(screen.geometry())
        self._on = screen
        # Not showFullScreen(): that asks for the keyboard, whatever WA_ShowWithoutActivating says.
        stage.setWindowState(QtCore.Qt.WindowState.WindowFullScreen)
        stage.show()
        self._give_way()

    def _show_beside(self, why: Why) -> None:
        """A small window low on the régie's screen, never hidden under hers."""
        stage, self._on = self._stage, None
        if stage.isFullScreen() or not stage.isVisible():
            stage.hide()
            stage.setWindowState(QtCore.Qt.WindowState.WindowNoState)
            stage.setWindowFlag(_ON_TOP, True)
            stage.setGeometry(_corner(self._desk))
            stage.show()
        self._tell(Place("beside", self.wanted.label if self.wanted else "", why))

    def _leave(self, place: Place) -> None:
        self._stage.hide()
        self._on = None
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


_ON_TOP: Final = QtCore.Qt.WindowType.WindowStaysOnTopHint
_MOVES: Final = frozenset(
    {
        QtCore.QEvent.Type.Move,
        QtCore.QEvent.Type.Resize,
        QtCore.QEvent.Type.Show,
        QtCore.QEvent.Type.WindowStateChange,
        QtCore.QEvent.Type.ScreenChangeInternal,
    }
)


def _application() -> QtGui.QGuiApplication:
    app = QtGui.QGuiApplication.instance()
    if not isinstance(app, QtGui.QGuiApplication):
        raise RuntimeError("screens need a QGuiApplication")
    return app


def _fills(window: QtWidgets.QWidget, screen: QtGui.QScreen) -> bool:
    """Whether `window` covers `screen`; on Wayland, where places are unknown, is on it."""
    if not (window.isVisible() and window.isFullScreen()):
        return False
    if QtGui.QGuiApplication.platformName().startswith("wayland"):
        return window.screen() is screen
    place, whole = window.geometry(), screen.geometry()
    spare = (place.topLeft() - whole.topLeft(), place.bottomRight() - whole.bottomRight())
    return all(point.manhattanLength() <= ROUNDING for point in spare)


def _corner(desk: QtWidgets.QWidget) -> QtCore.QRect:
    """Over the last rows of the rundown, their turn comes last: GO, cards, messages stay free."""
    screens = under(desk) or QtGui.QGuiApplication.screens()
    room = screens[0].availableGeometry() if screens else QtCore.QRect(QtCore.QPoint(), BESIDE)
    size = BESIDE.boundedTo(room.size() / 4)
    left = room.left() + round(room.width() * RUNDOWN) - size.width()
    top = room.bottom() - room.height() // 8 - size.height()
    return QtCore.QRect(QtCore.QPoint(left, top), size)
