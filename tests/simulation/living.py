"""Living through days: one by its seed, again by its story, and a story that fails made short."""

from __future__ import annotations

import gc
import logging
import signal
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

from tests.reading import instant_of
from tests.simulation.disk import Disk, Order, quick_folder
from tests.simulation.events import Event, told
from tests.simulation.teller import Teller
from tests.simulation.truth import Broken
from tests.simulation.world import World
from tests.strategies import a_day, a_tight_day, chance, first_start_text, pick

EVENTS = 30
"""How many events a day has."""
LONGEST: Final = 20.0
"""Seconds of the processor's time after which a day will never end: it takes a hundredth."""
ENDLESS: Final = "nothing goes on for ever"


class Setting(NamedTuple):
    """What a day begins with."""

    plan: dict[str, Any]
    at: datetime
    ears: bool
    crowd: bool
    orders: tuple[Order, ...] = ()


class Failure(NamedTuple):
    """A day that failed: which law was broken, and its story."""

    seed: int
    law: str
    said: str
    setting: Setting
    story: tuple[Event, ...]

    @property
    def line(self) -> str:
        """What is printed of one like another."""
        return f"seed {self.seed}: {self.law}"

    def told(self) -> list[str]:
        """Its story, a line an event."""
        return [f"{number}. {told(event)}" for number, event in enumerate(self.story, 1)]

    def text(self) -> str:
        """What is printed of it."""
        lines = [
            self.line,
            f"  {self.said}",
            f"  the day: {self.setting.plan}",
            f"  from {self.setting.at.isoformat()}, {len(self.story)} events:",
            *(f"    {line}" for line in self.told()),
            f"  again: python -m tests.simulation --seed {self.seed} --days 1",
        ]
        return "\n".join(lines)


def seldom_tidied() -> None:
    """Have garbage looked for less often: a day leaves little, and a look costs as an event does.

    For a process that lives through many days.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def setting_of(random: Random) -> Setting:
    """What the day of a seed begins with."""
    draw = random.randrange
    make = a_tight_day if chance(draw, 30) else a_day
    plan = make(draw, 5)
    at = instant_of(plan, first_start_text(plan)) - timedelta(seconds=draw(900))
    ears, crowd, orders = chance(draw, 25), chance(draw, 25), list[Order]()
    if chance(draw, 12):
        port, when = pick(draw, "begin", "rename", "mirror"), pick(draw, "before", "half", "after")
        orders.append(Order(port, when, pick(draw, "full", "readonly", "error"), pick(draw, 1, 4)))
    return Setting(plan, at, ears, crowd, tuple(orders))


@contextmanager
def _soon() -> Iterator[None]:
    """Raises Broken when a day takes the processor longer than any does; where that can be told."""

    def late(*_: object) -> None:
        raise Broken(ENDLESS)

    told = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not told:
        yield
        return
    former = signal.signal(signal.SIGVTALRM, late)
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)


def lived(seed: int, events: int = EVENTS) -> Failure | None:
    """The day of that seed; how it failed, if it did, its story not yet short."""
    random = Random(seed)
    setting, story = setting_of(random), list[Event]()
    try:
        with _soon(), _world(setting) as world:
            teller = Teller(random, world)
            for _ in range(events):
                story.append(teller.next())
                world.take(story[-1])
            world.end()
    except Exception as fault:  # noqa: BLE001 (whatever it is, the day has failed)
        return Failure(seed, _law(fault), str(fault), setting, tuple(story))
    return None


def again(setting: Setting, story: Sequence[Event]) -> tuple[str, str] | None:
    """The law that is broken when that story is lived again, and what is said; None: none is."""
    try:
        with _soon(), _world(setting) as world:
            for event in story:
                world.take(event)
            world.end()
    except Exception as fault:  # noqa: BLE001 (as above)
        return _law(fault), str(fault)
    return None


def shortened(failure: Failure, tries: int = 400) -> Failure:
    """The failure with as few events as still break the same law, one left out after the other."""
    if failure.law == ENDLESS:  # it would take that long each time
        return failure
    story, size = list(failure.story), max(1, len(failure.story) // 2)
    said = failure.said
    while tries > 0:
        start, before = 0, len(story)
        while start < len(story) and tries > 0:
            fewer, tries = story[:start] + story[start + size :], tries - 1
            broken = again(failure.setting, fewer)
            if broken is not None and broken[0] == failure.law:
                story, said = fewer, broken[1]
            else:
                start += size
        if size == 1 and len(story) == before:
            break
        size = max(1, size // 2)
    return failure._replace(story=tuple(story), said=said)


def _law(fault: Exception) -> str:
    return fault.law if isinstance(fault, Broken) else f"nothing raises {type(fault).__name__}"


@contextmanager
def _world(setting: Setting) -> Iterator[World]:
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory(dir=quick_folder(), prefix="day-") as name:
        disk = Disk(Path(name) / "data")
        disk.folder.mkdir()
        try:
            with disk.installed():
                plan, at, ears, crowd, orders = setting
                world = World(plan, at, disk, ears=ears, crowd=crowd, orders=orders)
                try:
                    yield world
                finally:
                    world.close()
        finally:
            logging.disable(logging.NOTSET)
