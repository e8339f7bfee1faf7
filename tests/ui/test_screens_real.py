"""The stage on a real window system: the first monitor that is plugged beside the régie's."""

import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.display import Display
from tests.process import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
LEFT = ("xrandr", "--setmonitor", "DP-1", "960/240x1080/270+0+0", "screen")
RIGHT = ("xrandr", "--setmonitor", "HDMI-1", "960/240x1080/270+960+0", "none")


class Child:
    """The two windows in a process of their own, and what they tell."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process

    def says(self) -> str:
        """The next line; fails when none comes."""
        assert self.process.stdout is not None
        ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
        assert ready, "the stage says nothing"
        return self.process.stdout.readline().decode().strip()


@contextmanager
def running(display: Display) -> Iterator[Child]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.stage_child"],
        cwd=ROOT,
        env=display.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        try:
            yield Child(process)
        finally:
            process.kill()


def visible(display: Display, name: str) -> bool:
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", name],
        env=display.environment,
        capture_output=True,
        check=False,
    )
    return bool(found.stdout.strip())


@pytest.mark.display
def test_the_only_screen_stays_the_desks(display: Display) -> None:
    with running(display) as child:
        assert child.says().startswith("away only_screen")
        assert not visible(display, "Stage screen")
        display.ask(*LEFT)
        display.ask(*RIGHT)
        assert child.says() == "placed - HDMI-1"
