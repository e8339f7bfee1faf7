"""Physical screens: knowing one again, and who may have which.

- A screen is known by maker, model and serial number when it tells a serial, else by the name of
  its connector; never by its number or its place (stack.md, Screens).
- A screen belongs to one output only, and two screens that show the same place (a clone) are one.

Needs a QGuiApplication.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, Self

from PySide6 import QtGui, QtWidgets

from runofshow.ui.speaker.sight import diagonal_of

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


def diagonal(screen: QtGui.QScreen) -> float | None:
    """The diagonal that a screen tells, in inches, where one can believe it."""
    size = screen.physicalSize()
    return diagonal_of(round(size.width()), round(size.height()))


def likeness(wanted: Identity, is_: Identity) -> int | None:
    """How surely a screen is the one that is `wanted`, 0 the surest; None when it is not.

    0: by its serial number, on its connector; by its connector when it has no serial. 1: by its
    serial number, elsewhere. 2: on its connector, silent: extenders often lose the serial.
    """
    there = is_.connector == wanted.connector
    if not wanted.serial:
        return 0 if there else None
    if is_.panel == wanted.panel:
        return 0 if there else 1
    return 2 if there and not is_.serial else None


def find(wanted: Identity, screens: Sequence[QtGui.QScreen]) -> QtGui.QScreen | None:
    """The one of `screens` that is `wanted`, or None; of twins, the one on its connector."""
    known = [(likeness(wanted, identity(screen)), screen) for screen in screens]
    alike = [(rank, screen) for rank, screen in known if rank is not None]
    return min(alike, key=lambda each: each[0])[1] if alike else None


class Want(NamedTuple):
    """What an output wants: a screen, and how strongly; 0 goes first."""

    identity: Identity | None
    claim: Literal[0, 1, 2] = 0
    """0: the régie gave it. 1: it did, to an output that is not open. 2: taken by itself."""


def allotted(wants: Sequence[Want], screens: Sequence[QtGui.QScreen]) -> list[QtGui.QScreen | None]:
    """The screen of each output, None where it is not there or is another's.

    The surest goes first, then the stronger claim, then the order of the outputs; no two have the
    same screen, nor two that show the same place.
    """
    claims = sorted(
        (rank, want.claim, place, number)
        for place, want in enumerate(wants)
        for number, screen in enumerate(screens)
        if want.identity is not None
        and (rank := likeness(want.identity, identity(screen))) is not None
    )
    given: list[QtGui.QScreen | None] = [None] * len(wants)
    for _, _, place, number in claims:
        screen = screens[number]
        if given[place] is None and not overlaps(screen, filter(None, given)):
            given[place] = screen
    return given


def overlaps(screen: QtGui.QScreen, others: Iterable[QtGui.QScreen]) -> bool:
    """Whether it is one of `others`, or shows a part of what one of them shows."""
    return any(screen is each or screen.geometry().intersects(each.geometry()) for each in others)


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
