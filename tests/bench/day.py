"""The day that the benches of the whole program run: the seed's, and the screens to show it on."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import sleep, time
from typing import Final

from runofshow.places import schedule
from tests.display import Display, virtual_display
from tests.process import awaited
from tests.whole.windowed import Windowed


def day_file(folder: Path) -> Path:
    """A copy of the seed's day in `folder`."""
    file = folder / "day.json"
    file.write_bytes(schedule("pionniers.json").read_bytes())
    return file


def calm_day_file(folder: Path, now: datetime) -> Path:
    """The seed's day in `folder`, in a zone where it is about eight now: it has not begun.

    A start into a late day paints the recovery card too, so that figures would differ by the hour.
    """
    day = json.loads(schedule("pionniers.json").read_text("utf-8"))
    behind = min(12, now.astimezone(UTC).hour - 8)
    day["timezone"] = f"Etc/GMT{behind:+d}" if behind else "UTC"
    file = folder / "calm.json"
    file.write_text(json.dumps(day), "utf-8")
    return file


LAYOUTS: Final = ("timer", "rundown", "next", "programme", "clock")
"""What the outputs show, the stage's first; the first three count by the second, the first two the
time that is left."""


@contextmanager
def screens(folder: Path, outputs: int = 1) -> Iterator[Display]:
    """A display with the régie's monitor and one for each output, all full HD, side by side."""
    names = ["DESK", *(f"HALL-{number + 1}" for number in range(outputs))]
    with virtual_display(folder, f"{1920 * len(names)}x1080") as display:
        for number, name in enumerate(names):
            place = f"1920/508x1080/286+{1920 * number}+0"
            display.ask("xrandr", "--setmonitor", name, place, "none" if number else "screen")
        yield display


def data_folder(folder: Path, outputs: int = 1) -> Path:
    """Where a program keeps its own, told of that many outputs, each on a monitor of its own."""
    data = folder / "data"
    data.mkdir()
    told = [
        {"key": f"o{number}" if number else "stage", "layout": LAYOUTS[number],
         "screen": {"connector": f"HALL-{number + 1}"}}
        for number in range(outputs)
    ]  # fmt: skip
    (data / "settings.json").write_text(json.dumps({"outputs": told, "toured": True}))
    return data


def go(program: Windowed, outputs: int = 1, at: float = 0.5) -> datetime:
    """Take the first slot at that fraction of a second; returns when it ends, in UTC.

    Between two whole seconds, so that the clock and the countdown do not flip together.
    """
    awaited(lambda: len(program.windows(".")) == outputs + 1, "the outputs")
    program.reached()
    sleep((at - time()) % 1)
    assert program.send(do="go")["ok"]
    return datetime.fromisoformat(program.board()["on_air"]["ends"])
