"""Each handler, slot, timer and callback of the windows raises once; timer and stage go on."""

import asyncio
import gc
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random
from types import FunctionType
from typing import Final, NamedTuple

from runofshow.ui.loading import load_qt

load_qt()  # as the program does, before any class of its windows is made
# ruff: noqa: E402
import qasync
from PySide6 import QtWidgets

from runofshow.app import Desktop
from runofshow.core.commands import Blackout, Edit, Go, Hold, Note, Resume, Say, Stretch, Undo
from runofshow.core.times import MINUTE, show_countdown, whole_left
from runofshow.ui import theme
from tests import surroundings
from tests.desktop.at_work import DESK, HALL, Wall, banners, flips, plug, running, until, write
from tests.faults.fault import Fault, Result
from tests.faults.raised import Raising, called, doors, prod, raising
from tests.hand import leaf
from tests.ui import offscreen

COMMANDS: Final = (
    Note(text="x"), Hold(), Resume(), Say(text="2 MIN"), Blackout(on=True), Blackout(on=False),
    Edit(slot="b", set={"title": "B"}), Undo(),
)  # fmt: skip
OPENS: Final = (
    "page_people", "page_ready", "page_log", "page_grid", "page_report", "page_rundown", "keys",
    "manual", "preferences", "palette", "outputs", "network", "wires", "phrases", "theme", "theme",
    "language", "language", "timeline_in", "timeline_all", "sift", "insert_next", "end_at",
    "identify", "stage_window", "stage_window",
)  # fmt: skip
"""What is opened, shown otherwise, begun and left again, by the names of actions."""


FEW: Final = 12
"""How many raise on a day of soak, at the most."""
_BROKEN: Final = "not so: "


class Came(NamedTuple):
    """What raised, and what was not as promised after it."""

    raised: Sequence[str]
    broken: Sequence[str]


async def touched(desktop: Desktop, wall: Wall, made: Raising, opens: Sequence[str]) -> None:
    """Some of a day, in which much is opened, and all there is on it touched."""
    for command in COMMANDS:
        called(partial(desktop.window.asked.emit, command))
        called(partial(flips, desktop, wall))
    for name in opens:
        called(desktop.window.menu.actions_by_name[name].trigger)
        await asyncio.sleep(0.001)  # Qt's turn, not within this one
        for widget in desktop.window.findChildren(QtWidgets.QWidget):
            prod(widget, made)
        called(partial(flips, desktop, wall))
    for plugged in ((DESK,), (DESK, HALL)):
        called(partial(offscreen.plug, plugged))
        await asyncio.sleep(0.001)
        called(partial(flips, desktop, wall))


async def came_of(
    data: Path, file: Path, entered: dict[str, FunctionType], opens: Sequence[str]
) -> Came:
    """What came of a day on which each of `entered` raised once."""
    wall, broken = Wall(), list[str]()
    async with running(data, file, wall=wall) as desktop:
        desktop.do(Go())
        with raising(entered) as made:
            await touched(desktop, wall, made, opens)
        desktop.do(Blackout(on=False))  # to lift it may be what raised
        before = desktop.opened.desk.show.rev
        desktop.do(Stretch(by=MINUTE))
        flips(desktop, wall)
        air = desktop.opened.desk.board().on_air
        digits = "" if air is None else show_countdown(whole_left(air.remaining))
        with suppress(TimeoutError):  # a screen is back, and a stage at its pace, a moment later
            await until(lambda: desktop.stage.isVisible() and desktop.stage.shown.digits == digits)
        shown = desktop.window.live.digits.value
        facts = {
            "what is asked is done": desktop.opened.desk.show.rev == before + 1,
            "the stage counts": desktop.stage.shown.digits == digits != "",
            "the stage shows it as it should": desktop.stage._plain is None,
            "the régie's window counts": shown is not None and shown.digits == digits,
            "the stage is on its screen": desktop.stage.isVisible(),
            "the beat goes on": desktop.beat._timer.isActive(),
            "one banner tells of it": not made.raised or "fault" in banners(desktop),
        }
        broken += [name for name, true in facts.items() if not true]
        desktop.window.menu.actions_by_name["go"].trigger()
        live = desktop.opened.desk.board().on_air
        if live is None or live.slot == (air and air.slot):
            broken.append("a GO takes the next item")
    return Came(made.raised, broken)


def raised(chance: Random, tries: int) -> Result:
    """Days on which some of what enters the windows raises, each in a process of its own."""
    broken: list[str] = []
    for _ in range(tries):
        seed = chance.randrange(1_000_000)
        command = [sys.executable, "-m", "tests.faults.entered", str(seed)]
        told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
        said = [line for line in told.stdout.splitlines() if line.startswith(_BROKEN)]
        if told.returncode:
            said.append(f"the process ended with {told.returncode}")
        broken += [f"day {seed}: {each.removeprefix(_BROKEN)}" for each in said]
    return Result(tries, broken=tuple(broken))


def one_day(chance: Random) -> Came:
    """A day on which a few of all doors raise, whatever is opened in whatever order."""
    surroundings.settle()
    application = theme.application()
    theme.install(application)
    gc.disable()  # as in the program (ui/tidying.py)
    every = doors(everywhere=True)
    entered = {name: every[name] for name in chance.sample(sorted(every), chance.randint(1, FEW))}
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "day.json"
        write(file, leaf("a", start="09:00"), leaf("b"), leaf("c"))
        plug(DESK, HALL)
        loop = qasync.QEventLoop(application)
        asyncio.set_event_loop(loop)
        with loop:
            opens = chance.sample(OPENS, len(OPENS))
            came: Came = loop.run_until_complete(came_of(Path(name) / "data", file, entered, opens))
            return came


def lacking() -> list[str]:
    """What this machine lacks for it."""
    return [] if sys.platform == "linux" else ["Linux's offscreen platform"]


FAULTS: Final = (
    Fault(
        "raise", "an exception in any handler, slot or callback", raised,
        slice=2, promised=100, lacking=lacking, suite=False,  # tests/desktop/test_everything_raises
    ),
)  # fmt: skip

if __name__ == "__main__":
    day = one_day(Random(int(sys.argv[1])))
    for what in day.broken:
        print(f"{_BROKEN}{what} ({', '.join(day.raised)})")
    sys.stdout.flush()
    os._exit(0)  # what half-made windows come to on the way out is no matter of a show's
