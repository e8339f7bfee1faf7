"""The desktop at work, in this process and offscreen, for its tests: on a wall that they turn."""

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6 import QtWidgets

from runofshow.app import Desktop
from runofshow.cli.surroundings import system_language
from runofshow.clock import SystemClock
from runofshow.desktop.first_painting import first_painting
from runofshow.opening import Again, Request
from runofshow.ui.operator.banner import Banner
from runofshow.ui.operator.strip_cells import Lamp
from tests.hand import day, leaf
from tests.process import PATIENCE
from tests.ui.plugging import DESK, HALL, plug, with_desk_alone

__all__ = ["DESK", "HALL", "plug"]
HANGS = [sys.executable, "-S", "-c", "import sys; sys.stdin.read()"]
"""The command of a reader that never says a word."""


@pytest.fixture(autouse=True)
def screens(qapp: QtWidgets.QApplication) -> Iterator[None]:
    """Every test begins, and leaves, with the régie's screen alone."""
    yield from with_desk_alone()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "day.json"
    write(path, leaf("a", start="09:00"), leaf("b"), leaf("c"))
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def write(path: Path, *slots: dict[str, object], title: str = "A day") -> None:
    path.write_text(json.dumps(day(*slots, title=title).as_json()), "utf-8")


class Wall:
    """A wall and a counter that a test turns; it begins before the day does."""

    def __init__(self) -> None:
        self.at = datetime(2026, 1, 19, 7, 59, 50, tzinfo=UTC)
        self.run = self.asleep = 0.0

    def clock(self) -> SystemClock:
        return SystemClock(lambda: self.at, lambda: self.run, lambda: self.run - self.asleep)

    def sleep(self, seconds: float) -> None:
        self.turn(seconds)
        self.asleep += seconds

    def turn(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)
        self.run += seconds


@asynccontextmanager
async def running(
    data: Path,
    file: Path | None,
    language: str | None = "fr",
    wall: Wall | None = None,
    clock: SystemClock | None = None,
    again: Again | None = None,
) -> AsyncIterator[Desktop]:
    """The desktop, shown and serving; left at the end, everything closed."""
    application = QtWidgets.QApplication.instance()
    assert isinstance(application, QtWidgets.QApplication)
    request = Request(data, file, again=again)
    painting = first_painting(
        application, request, language, system_language(), clock or (wall or Wall()).clock()
    )
    desktop = Desktop(painting)
    desktop.show()
    try:
        await until(lambda: desktop.day.running is not None and not desktop.errands.busy)
        yield desktop
    finally:
        desktop.leave()
        await desktop.left()
        for gone in (desktop.stage, desktop.window, desktop):
            gone.deleteLater()


async def until(true: Callable[[], bool]) -> None:
    """Let the loop turn until it is so, at most for some seconds."""
    async with asyncio.timeout(PATIENCE):
        while not true():  # noqa: ASYNC110 (nothing tells a test)
            await asyncio.sleep(0.001)


def flips(desktop: Desktop, wall: Wall, seconds: float = 1) -> None:
    """Some time passes, and the timer goes off."""
    wall.turn(seconds)
    desktop.beat._timer.timeout.emit()


def leaves(desktop: Desktop) -> bool:
    """Whether it is on its way out."""
    return desktop._done.is_set()


def banners(desktop: Desktop) -> dict[str, str]:
    """What the banners that stand and wait say, by their keys, in their order."""
    held = desktop.window.banners._waiting
    language = desktop.window.words.language
    return {b.key: b.text if isinstance(b.text, str) else b.text(language) for b in held}


def banner(desktop: Desktop, key: str) -> Banner:
    return next(each for each in desktop.window.banners._waiting if each.key == key)


def page_of(desktop: Desktop) -> str:
    return desktop.window.pages.name


def lamp(desktop: Desktop, name: str) -> Lamp:
    return next(lamp for lamp in desktop.window.strip._lamps if lamp.name == name)


def choose(desktop: Desktop, label: str) -> None:
    """Press a link of the banner that stands."""
    links = desktop.window.banners._links
    next(link for link in links if link.text() == label).click()


def fails(*_: object) -> None:
    raise ArithmeticError("on purpose")
