"""The program with a probe in it: `python -m tests.soak.program FIGURES RATE TRACE …`.

FIGURES is a file to which a line of JSON is added with each look: what the process holds. RATE is
how many seconds of its show pass in one of ours; with TRACE 1 what Python allocates is traced. The
rest is the command line. The stage's screen is pulled and plugged now and then.
"""

import asyncio
import gc
import json
import os
import sys
import time
import tracemalloc
from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import _lru_cache_wrapper, partial
from pathlib import Path
from random import Random
from typing import Any, Final

from PySide6 import QtCore, QtWidgets
from shiboken6 import Shiboken

from runofshow import clock as clocks
from runofshow.cli import main
from runofshow.desk import Desk
from runofshow.desktop import first_painting
from runofshow.ui import theme
from runofshow.ui.signals import Beat
from tests.ui import offscreen

LOOK_EVERY: Final = 10.0
"""Seconds between two looks."""
PULL_EVERY: Final = 20.0
"""Seconds between two changes of the screens, about."""
DESK: Final = offscreen.Screen("DP-1", 0, 1366, 768)
HALL: Final = offscreen.Screen("HDMI-1", 1366, 1920, 1080)


class Probe(QtCore.QObject):
    """Writes down what the process holds, and how long the stage waited for a new second."""

    def __init__(self, file: Path, rate: float) -> None:
        super().__init__()
        self._file, self._rate, self._plugged = file, rate, True
        self._random = Random(file.name)
        self._second: datetime | None = None
        self._sent = time.perf_counter()
        self._longest, self._missed, self._boards = 0.0, 0, 0
        self._looking, self._pulling = QtCore.QTimer(self), QtCore.QTimer(self)
        self._looking.timeout.connect(self.look)
        self._looking.start(int(LOOK_EVERY * 1000))
        self._pulling.timeout.connect(self._pull)
        self._pulling.start(int(PULL_EVERY * 1000))
        QtCore.QTimer.singleShot(2000, partial(offscreen.plug, [DESK, HALL]))

    def boarded(self, now: datetime) -> None:
        """A board was sent; was a second left out?"""
        at = time.perf_counter()
        self._longest = max(self._longest, at - self._sent)
        self._sent, self._boards = at, self._boards + 1
        second, before = now.replace(microsecond=0), self._second
        step = timedelta(seconds=max(1.0, self._rate))  # a second of ours, or of a slow show
        if before is not None and second - before >= 2 * step:  # a hair's breadth late is not it
            self._missed += 1
        self._second = second

    def look(self) -> None:
        """Write down what there is."""
        before = time.perf_counter()
        gc.collect()
        remembered = forgotten()
        objects = gc.get_objects()
        kinds = Counter(type(each).__name__ for each in objects)
        figures: dict[str, Any] = {
            "at": time.monotonic(),
            "rss": resident(),
            "handles": sum(1 for _ in Path("/proc/self/fd").iterdir()),
            "objects": len(objects),
            "widgets": len(QtWidgets.QApplication.allWidgets()),
            "qt": sum(1 + len(top.findChildren(QtCore.QObject)) for top in _tops()),
            "wrapped": len(Shiboken.getAllValidWrappers()),
            "remembered": remembered,
            "tasks": len(asyncio.all_tasks()),
            "none": sys.getrefcount(None),
            "true": sys.getrefcount(True),
            "traced": tracemalloc.get_traced_memory()[0],
            "boards": self._boards,
            "missed": self._missed,
            "longest": self._longest,
            "kinds": kinds.most_common(25),
        }
        del objects
        figures["took"] = time.perf_counter() - before
        self._longest, self._sent, self._second = 0.0, time.perf_counter(), None
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(figures) + "\n")

    def _pull(self) -> None:
        self._plugged = self._random.random() < 0.7
        offscreen.plug([DESK, HALL] if self._plugged else [DESK])


def _tops() -> list[QtWidgets.QWidget]:
    return QtWidgets.QApplication.topLevelWidgets()


def forgotten() -> int:
    """Empty what is remembered up to a number; how much there is of what has no such number.

    Full in an hour or two, such a cache would look like a leak.
    """
    ours = [module for name, module in sys.modules.items() if name.startswith("runofshow")]
    named = {id(each): each for module in ours for each in vars(module).values()}
    endless = 0
    for each in [each for each in named.values() if isinstance(each, _lru_cache_wrapper)]:
        if each.cache_info().maxsize is None:
            endless += each.cache_info().currsize
        else:
            each.cache_clear()
    return endless


def resident() -> int:
    """Bytes of memory that the process has."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def hurry(rate: float) -> None:
    """Have the program's clock run so fast, and its windows know."""
    since, began = clocks.elapsed(), datetime.now(UTC)

    def counter() -> float:
        return (clocks.elapsed() - since) * rate

    def wall() -> datetime:
        return began + timedelta(seconds=counter())

    setattr(first_painting, "SystemClock", partial(clocks.SystemClock, wall, counter, counter))  # noqa: B010
    setattr(Desk, "rate", property(lambda _: rate))  # noqa: B010


def watched(probe: Probe) -> None:
    """Have the probe told of each board."""
    send = Beat.send

    def sent(beat: Beat) -> None:
        send(beat)
        probe.boarded(beat._desk.now())

    setattr(Beat, "send", sent)  # noqa: B010


def run(words: list[str]) -> int:
    """Run the program."""
    file, rate, trace, *rest = words
    if trace == "1":
        tracemalloc.start(12)
    hurry(float(rate))
    theme.application()
    probe = Probe(Path(file), float(rate))
    watched(probe)
    return main(rest)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
