"""The window stands still, a reader hangs, a viewer does not read, a webhook is dead or silent.

Alone or several at once, as chance draws, on a desktop at work by a real clock. A promise never
depends on how fast the machine is: only the figure does.
"""

import asyncio
import gc
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

from runofshow.ui.loading import load_qt

load_qt()  # as the program does, before any class of its windows is made
# ruff: noqa: E402
import qasync
from PySide6 import QtCore

from runofshow import reading
from runofshow.app import Desktop
from runofshow.clock import SystemClock, elapsed
from runofshow.core.commands import Edit, Go, Note
from runofshow.core.crossings import Crossing
from runofshow.core.times import show_countdown, whole_left
from runofshow.net.outgoing import sender
from runofshow.opening import Address
from runofshow.store import wires
from runofshow.store.journal import read_rows
from runofshow.store.wires import WHATS, Wire, Wires
from runofshow.ui import theme
from tests import surroundings
from tests.desktop.at_work import DESK, HALL, HANGS, banners, plug, running, until, write
from tests.faults.fault import Fault, Figure, Result
from tests.faults.stalled_hands import (
    LITTLE,
    Called,
    Hand,
    Onlooker,
    Sleeper,
    local,
    over_http,
    waited,
)
from tests.hand import leaf
from tests.net.opened import shown
from tests.process import PATIENCE

NINE: Final = datetime(2026, 1, 19, 8, tzinfo=UTC)
SHORT: Final = (("a", 2.0), ("b", 1.0), ("c", 2.0))
"""Items that follow each other by themselves, and their seconds; the one after them is long."""
WARNING, DANGER = 0.75, 0.25
ALL_DAY: Final = sum(length for _, length in SHORT)
WAITS: Final = 2.0
"""Seconds that a viewer waits beyond what the program stood still, at the most."""
TOLD: Final = ("begin", "warning", "danger", "end")


class Drawn(NamedTuple):
    """What befalls the program, and when, in seconds: the window stands still `(when, how long)`;
    a reader is begun that hangs; a viewer does not read; a webhook is "silent" or "dead".
    """

    stands: tuple[tuple[float, float], ...] = ()
    reader: float | None = None
    viewer: bool = False
    hooks: tuple[str, ...] = ()

    @classmethod
    def of(cls, chance: Random) -> "Drawn":
        """One of the four, or several."""
        which = chance.sample(range(4), chance.choice((1, 2, 3, 4, 4)))
        stands = sorted(
            (chance.uniform(0, ALL_DAY), chance.uniform(0.2, 2))
            for _ in range(chance.randint(1, 3))
        )
        return cls(
            tuple(stands) if 0 in which else (),
            chance.uniform(0, ALL_DAY) if 1 in which else None,
            2 in which,
            tuple(chance.sample(("silent", "dead"), chance.randint(1, 2))) if 3 in which else (),
        )


class Came(NamedTuple):
    """What was not as promised, how many acknowledged commands were lost or doubled, the seconds a
    viewer waited at the most beyond those that the program `stood` still, and what was drawn.
    """

    broken: tuple[str, ...]
    lost: int
    waited: float
    stood: float
    drawn: Drawn


def expected() -> list[tuple[str, str, float]]:
    """What is crossed, of which item, how many seconds after the first was taken."""
    crossed, begins = list[tuple[str, str, float]](), 0.0
    for slot, length in SHORT:
        ends = begins + length
        crossed += [
            ("begin", slot, begins), ("warning", slot, ends - WARNING),
            ("danger", slot, ends - DANGER), ("end", slot, ends),
        ]  # fmt: skip
        begins = ends
    return [*crossed, ("begin", "d", begins)]


@asynccontextmanager
async def hooked(data: Path, kinds: Sequence[str]) -> AsyncIterator[Called]:
    """Webhooks: one that answers, and those of these kinds."""
    called = Called()
    called.start()
    urls = [called.url]
    with socket.create_server(("127.0.0.1", 0)) as silent:  # taken in by the system, never answered
        with socket.create_server(("127.0.0.1", 0)) as closed:
            dead = closed.getsockname()[1]
        ports = {"silent": silent.getsockname()[1], "dead": dead}
        urls += [f"http://127.0.0.1:{ports[kind]}/" for kind in kinds]
        outputs = tuple(Wire(name=url, on=True, at=WHATS, url=url) for url in urls)
        wires.save(data, Wires(outputs=outputs))
        try:
            yield called
        finally:
            await asyncio.to_thread(called.close)


class Story:
    """A day on `desktop`, and who is at it; `chance` paces the hands.

    Attributes: broken, what was not as promised; stood, from when to when nothing moved; hands and
    onlooker, who asked and who looked on.
    """

    def __init__(self, desktop: Desktop, drawn: Drawn, called: Called, chance: Random) -> None:
        self._desktop, self._drawn, self._called, self._chance = desktop, drawn, called, chance
        self._desk = desktop.opened.desk
        self._crossed: list[Crossing] = []
        self.stood: list[tuple[float, float]] = []
        self.broken: list[str] = []
        self._desk.hear(self._crossed.append)

    async def begin(self) -> None:
        """The show is opened to the network; viewers come, and hands begin to ask."""
        serving, running = self._desktop.day.serving, self._desktop.day.running
        assert serving is not None
        assert running is not None
        await serving.open(Address(0))
        viewer, companion = await serving.link("viewer"), await serving.link("companion")
        self.onlooker = Onlooker(serving.address, viewer.token)
        self.onlooker.start()
        await until(lambda: self.onlooker.greeted.is_set() or bool(self.onlooker.failed))
        host = serving.address.removeprefix("http://")
        self._sleeper = Sleeper(host, companion.token)
        if self._drawn.viewer:
            await self._sleeps(serving)
        server: Any = running._server
        note = {"do": "note", "text": "in the dark"}
        edit = {"do": "edit", "slot": "z", "set": {"title": "x" * 1500}}
        self.hands = [
            Hand("local", local(server.address, server.token), note, self._pace()),
            Hand("http", over_http(host, companion.token), edit, self._pace(), f"{companion.id}."),
        ]
        for hand in self.hands:
            hand.start()

    def _pace(self) -> Random:
        return Random(self._chance.random())

    async def _sleeps(self, serving: Any) -> None:
        """A viewer comes that does not read, and little is kept for it on its way."""
        guests = serving._server.live._guests
        await asyncio.to_thread(self._sleeper.come)
        await until(lambda: len(guests) == 2)
        guest = guests[max(guests)]
        transport = guest.visit.transport
        transport.set_write_buffer_limits(high=LITTLE)
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, LITTLE)
        await until(lambda: self._edited() and guest._behind)

    def _edited(self) -> bool:
        """Whether one more command of which there is much to tell was taken."""
        title = f"{self._desk.show.rev} {'x' * 1400}"
        return self._desk.do(Edit(slot="z", set={"title": title})).ok

    async def live(self, programme: tuple[Path, bytes]) -> None:
        """The first item is taken, the others follow; whatever is drawn befalls the program."""
        self._desktop.do(Go())
        for when, seconds in self._drawn.stands:
            _after(when, partial(self._stand, seconds))
        if self._drawn.reader is not None:
            _after(self._drawn.reader, partial(self._desktop.window.read, *programme))
        await until(self._is_over)
        for hand in self.hands:
            hand.rest()
        await until(lambda: not any(hand.is_alive() for hand in self.hands))

    def _stand(self, seconds: float) -> None:
        """Nothing of the windows' thread moves."""
        begin = time.perf_counter()
        time.sleep(seconds)
        self.stood.append((begin, time.perf_counter()))

    def _is_over(self) -> bool:
        last = any(each.what == "begin" and each.slot == "d" for each in self._crossed)
        reads = self._drawn.reader is None or self._desktop.window.importing.reader.busy
        return last and reads and len(self.stood) == len(self._drawn.stands)

    # --- what must hold then ---------------------------------------------------------------------

    async def end(self) -> None:
        """All that is as promised now, before the program is left."""
        self.onlooker.last = self._desk.show.rev + 1
        self._desktop.do(Note(text="the last"))
        await until(lambda: not self.onlooker.is_alive())
        if self._drawn.viewer:
            await asyncio.to_thread(self._sleeper.wake, self._desk.show.rev)
        self._sleeper.close()
        reader = self._desktop.window.importing.reader
        reader.cancel()
        await until(lambda: not reader.busy)
        await until(self._stage_counts)
        self._judge_crossings()
        await self._judge_calls()
        self._judge_onlooker()
        if "fault" in banners(self._desktop):
            self.broken.append("no banner tells of a fault")

    def _stage_counts(self) -> bool:
        air = self._desk.board().on_air
        digits = air and show_countdown(whole_left(air.remaining))
        return self._desktop.stage.isVisible() and self._desktop.stage.shown.digits == digits

    def _judge_crossings(self) -> None:
        first = self._crossed[0].at if self._crossed else NINE
        due = [(what, slot, first + timedelta(seconds=after)) for what, slot, after in expected()]
        told = [(c.what, c.slot, c.at) for c in self._crossed if c.what in TOLD]
        if told != due:
            self.broken.append(f"each crossing is told once, in order, at its instant: {told}")

    async def _judge_calls(self) -> None:
        names = {"begin": "taken"}
        due = [(names.get(what, what), slot) for what, slot, _ in expected()]
        with suppress(TimeoutError):
            await until(lambda: len(self._called.calls) >= len(due))
        if self._called.calls != due:
            self.broken.append(f"a webhook that answers is told of each: {self._called.calls}")

    def _judge_onlooker(self) -> None:
        onlooker = self.onlooker
        revs = [each.rev for each in onlooker.heard]
        slots = [each.slot for each in onlooker.heard]
        facts = {
            f"a viewer that reads stays connected: {onlooker.failed}": not onlooker.failed,
            "it never sees the show go back": all(a <= b for a, b in pairwise(revs)),
            "it sees items in their order": slots == sorted(slots),
            "it ends with the desk's board": onlooker.board == shown(self._desk, public=True),
        }
        self.broken += [fact for fact, true in facts.items() if not true]

    def judge_journal(self, path: Path) -> int:
        """How many commands that were acknowledged are not in the journal once, in their order."""
        found = [json.loads(row.body).get("id") for row in read_rows(path).rows[1:]]
        for hand in self.hands:
            self.broken += [f"a command is taken: {each}" for each in hand.refused]
            if not hand.taken:
                self.broken.append(f"anything is taken of {hand.name}")
            ids = [each.id for each in hand.taken]
            if [each for each in found if each in set(ids)] != ids:
                self.broken.append(f"each command of {hand.name} is in the journal once, in order")
        acknowledged = [each.id for hand in self.hands for each in hand.taken]
        return sum(found.count(each) != 1 for each in acknowledged)

    @property
    def waited(self) -> float:
        """Seconds that a viewer waited for news beyond what nothing moved, at the most."""
        taken = [each for hand in self.hands for each in hand.taken]
        return waited(taken, self.onlooker.heard, self.stood)


def _after(seconds: float, does: Callable[[], object]) -> None:
    """Have a slot of the windows' thread do it then."""
    QtCore.QTimer.singleShot(int(seconds * 1000), does)


# --- tries ---------------------------------------------------------------------------------------


async def came_of(folder: Path, chance: Random) -> Came:
    """What came of a day that chance draws."""
    data, file = folder / "data", folder / "day.json"
    programme = folder / "programme.txt", b"9h00 : Accueil\n"
    phases = {"warning": f"{WARNING}s", "danger": f"{DANGER}s", "advance": "auto"}
    first, *others = (leaf(slot, f"{length}s", **phases) for slot, length in SHORT)
    write(file, first | {"start": "09:00"}, *others, leaf("d", "30m"), leaf("e"), leaf("z"))
    drawn, begun = Drawn.of(chance), elapsed()
    clock = SystemClock(lambda: NINE + timedelta(seconds=elapsed() - begun))
    async with hooked(data, drawn.hooks) as called, running(data, file, clock=clock) as desktop:
        path = desktop.opened.path
        story = Story(desktop, drawn, called, chance)
        await story.begin()
        await story.live(programme)
        await story.end()
    lost = story.judge_journal(path)
    stood = sum(end - begin for begin, end in story.stood)
    return Came(tuple(story.broken), lost, story.waited, stood, drawn)


def one_day(chance: Random) -> Came:
    """A day in a process of its own, whose readers hang and whose webhooks are waited for."""
    surroundings.settle()
    application = theme.application()
    theme.install(application)
    application.setQuitOnLastWindowClosed(False)  # its end is judged when its window is closed
    gc.disable()  # as in the program (ui/tidying.py)
    setattr(reading, "_command", lambda: HANGS)  # noqa: B010 (this process is the day's own)
    setattr(sender, "PATIENCE", PATIENCE)  # noqa: B010 (one that answers is slow on a busy machine)
    plug(DESK, HALL)
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    with tempfile.TemporaryDirectory() as name, loop:
        came: Came = loop.run_until_complete(came_of(Path(name), chance))
        return came


def stalled(chance: Random, tries: int) -> Result:
    """Days on which the program is held up, each in a process of its own."""
    broken, lost, worst = list[str](), 0, 0.0
    for _ in range(tries):
        seed = chance.randrange(1_000_000)
        command = [sys.executable, "-m", "tests.faults.stalled", str(seed)]
        told = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
        if told.returncode:
            broken.append(f"day {seed} ended with {told.returncode}: {told.stderr[-600:]}")
            continue
        said = json.loads(told.stdout.splitlines()[-1])
        broken += [f"day {seed}, {said['drawn']}: not so: {each}" for each in said["broken"]]
        lost, worst = lost + said["lost"], max(worst, said["waited"])
    figures = (Figure("a viewer waits beyond what stood still", worst, "s", WAITS),)
    return Result(tries, lost, figures, tuple(broken))


def lacking() -> list[str]:
    """What this machine lacks for it."""
    return [] if sys.platform == "linux" else ["Linux's offscreen platform"]


FAULTS: Final = (
    Fault(
        "stalled", "window blocked, reader hung, viewer slow, webhook dead", stalled,
        slice=2, promised=100, lacking=lacking, suite=False,  # tests/desktop/test_blocked.py
    ),
)  # fmt: skip

if __name__ == "__main__":
    print(json.dumps(one_day(Random(int(sys.argv[1])))._asdict()))
    sys.stdout.flush()
    os._exit(0)  # threads that look on may still stand
