"""The program in its windows, on a display of the test's own: keys in, windows and boards out."""

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from runofshow.net.local import call
from runofshow.store.owner import Owner, owner_of
from tests.display import Display
from tests.process import ALONE, PATIENCE, awaited, soon
from tests.whole.program import instant

REGIE = "Régie|Operator"
STAGE = "Retour scène|Stage screen"


@dataclass(frozen=True, slots=True)
class Area:
    """Where a window or a monitor is, in pixels."""

    x: int
    y: int
    width: int
    height: int

    def meets(self, other: "Area") -> bool:
        """Whether the two have a pixel in common."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


DESK_IS = Area(0, 0, 1280, 1080)
HALL_IS = Area(1280, 0, 640, 360)


def plug_both(display: Display) -> None:
    """Two monitors: the régie's at the left, the hall's at its right."""
    plug_at(display, "DESK", DESK_IS, primary=True)
    plug_hall(display)


def plug_hall(display: Display) -> None:
    """Plug the hall's monitor."""
    plug_at(display, "HALL", HALL_IS)


def unplug_hall(display: Display) -> None:
    """Pull its cable."""
    unplug(display, "HALL")


def plug_at(display: Display, name: str, place: Area, *, primary: bool = False) -> None:
    """Plug a monitor of that name, or move it; the primary one has the server's own output."""
    x, y, wide, tall = place.x, place.y, place.width, place.height
    geometry = f"{wide}/{wide}x{tall}/{tall}+{x}+{y}"
    display.ask("xrandr", "--setmonitor", name, geometry, "screen" if primary else "none")


def unplug(display: Display, name: str) -> None:
    """Unplug the monitor of that name."""
    display.ask("xrandr", "--delmonitor", name)


class Windowed:
    """`runofshow` with its windows; `began` is when it was started, by time.monotonic().

    `module` is what Python runs, and its own first words; `alone`, whether nobody watches over it.
    """

    def __init__(
        self,
        display: Display,
        data: Path,
        *words: str,
        module: tuple[str, ...] = ("runofshow",),
        alone: bool = True,
    ) -> None:
        data.mkdir(parents=True, exist_ok=True)
        self.display, self.data, self.alone = display, data, alone
        environment = {**display.environment, **ALONE}
        if not alone:
            environment.pop(*ALONE)
        self._err = data / f"stderr-{len(list(data.glob('stderr-*')))}.txt"
        self.began = monotonic()
        with self._err.open("wb") as err:
            self.process = subprocess.Popen(
                [sys.executable, "-m", *module, "--data", str(data), *words],
                stdin=subprocess.DEVNULL,
                stdout=err,
                stderr=err,
                env=environment,
            )

    # --- what is there ---

    @property
    def said(self) -> str:
        """All that it has written on its outputs."""
        return self._err.read_text("utf-8")

    def windows(self, title: str) -> list[str]:
        """The numbers of its visible windows whose title matches."""
        search = ["xdotool", "search", "--onlyvisible", "--name", f"({title})"]
        found = subprocess.run(
            search, env=self.display.environment, capture_output=True, text=True, check=False
        )
        return [window for window in found.stdout.split() if self._pid_of(window) == self.pid]

    @property
    def log(self) -> list[str]:
        """The lines of its log so far."""
        file = self.data / "runofshow.log"
        return file.read_text("utf-8").splitlines() if file.exists() else []

    @property
    def pid(self) -> int:
        """The number of the program's process: the one started, or the one its supervisor runs.

        Nought while there is none that runs the show.
        """
        if self.alone:
            return self.process.pid
        owners = (owner_of(path) for path in (self.data / "shows").glob("*.show"))
        return next((owner.pid for owner in owners if owner is not None), 0)

    def _pid_of(self, window: str) -> int:
        asked = ["xdotool", "getwindowpid", window]
        told = subprocess.run(
            asked, env=self.display.environment, capture_output=True, text=True, check=False
        ).stdout.strip()
        return int(told) if told.isdigit() else 0

    def area(self, title: str) -> Area | None:
        """Where its window of this title is, while it is visible."""
        windows = self.windows(title)
        if not windows:
            return None
        told = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", windows[0]],
            env=self.display.environment,
            capture_output=True,
            text=True,
            check=False,
        ).stdout
        facts = dict(line.split("=") for line in told.split())
        if not facts:
            return None
        return Area(*(int(facts[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))

    def has_keyboard(self, title: str) -> bool:
        """Whether keys go to its window of this title."""
        asked = ["xdotool", "getwindowfocus"]
        focus = subprocess.run(
            asked, env=self.display.environment, capture_output=True, text=True, check=False
        ).stdout.strip()
        return focus in self.windows(title)

    def ready(self) -> "Windowed":
        """Returns itself once the régie's window is there and the show can be reached."""
        awaited(lambda: self.reached() and self.windows(REGIE), f"the windows: {self.said}")
        return self

    # --- the show ---

    def reached(self) -> Owner | None:
        """How the show is reached, once it can be."""
        for path in (self.data / "shows").glob("*.show"):
            owner = owner_of(path)
            if owner is not None and owner.pid == self.pid and owner.address is not None:
                return owner
        return None

    def board(self) -> Mapping[str, Any]:
        """The present board."""
        owner = awaited(self.reached, "the show's socket")
        board: Mapping[str, Any] = call(owner, {"ask": "board"}, timeout=PATIENCE)["board"]
        return board

    def shows(self, what: str, true: Callable[[Mapping[str, Any]], bool]) -> Mapping[str, Any]:
        """The board once this is true of it."""

        def found() -> Mapping[str, Any] | None:
            board = self.board()
            return board if true(board) else None

        return awaited(found, what)

    def send(self, **command: object) -> Mapping[str, Any]:
        """The answer to a command that comes from outside."""
        owner = awaited(self.reached, "the show's socket")
        answer: Mapping[str, Any] = call(
            owner, {"ask": "command", "command": command}, timeout=PATIENCE
        )
        return answer

    # --- hands ---

    def key(self, *keys: str) -> None:
        """Press keys, as xdotool names them (a number is a key's place), one after the other."""
        self.display.ask("xdotool", "key", "--delay", "2", *keys)

    def give_keyboard(self, title: str) -> None:
        """Let keys go to its window of this title, which has none while another is given to it."""
        windows = awaited(lambda: self.windows(title), f"a window called {title}")
        self.display.ask("xdotool", "windowfocus", "--sync", windows[0])

    def until_taken(self, key: str, each: float = 3.0) -> Mapping[str, Any]:
        """Press a key, again while it is refused, until the show has taken a command: its board.

        Each press is given so many seconds: what a busy machine has only not done yet would be
        done twice. A plan's key may be pressed sooner: it does nothing where no plan is needed.
        """
        rev = self.shows("the guard gone", unguarded)["rev"]

        def taken() -> bool:
            self.key(key)
            return soon(lambda: self.board()["rev"] > rev, each)

        awaited(taken, key)
        return self.board()

    def told(self, text: str) -> str:
        """The line of its log that holds this text, once there is one."""
        return awaited(lambda: next((line for line in self.log if text in line), None), text)

    def ended(self) -> int:
        """Its exit code, once it has ended."""
        return self.process.wait(PATIENCE)

    def interrupted(self, by: signal.Signals = signal.SIGINT) -> int:
        """Its exit code after a signal."""
        self.process.send_signal(by)
        return self.ended()

    def killed(self) -> None:
        """End it at once, nothing closed."""
        self.process.kill()
        self.process.wait(PATIENCE)


def unguarded(board: Mapping[str, Any]) -> bool:
    """Whether another GO is taken: the last is longer ago than a hand trembles."""
    air = board["on_air"]
    return air is None or instant(board["now"]) - instant(air["started"]) > timedelta(seconds=0.7)


@contextmanager
def windowed(
    display: Display,
    data: Path,
    *words: str,
    module: tuple[str, ...] = ("runofshow",),
    alone: bool = True,
) -> Iterator[Windowed]:
    """The program in its windows; killed at the end if it still runs."""
    program = Windowed(display, data, *words, module=module, alone=alone)
    try:
        yield program
    finally:
        if program.process.poll() is None:
            program.killed()
