"""The day that the benches of the whole program run: the seed's, with two screens to show it."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from time import sleep, time

from runofshow.places import schedule
from tests.display import Display, virtual_display
from tests.process import awaited
from tests.whole.windowed import STAGE, Windowed, plug_both


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


@contextmanager
def two_screens(folder: Path) -> Iterator[Display]:
    """A display with the régie's monitor and the hall's."""
    with virtual_display(folder) as display:
        plug_both(display)
        yield display


def go(program: Windowed, at: float = 0.5) -> datetime:
    """Take the first slot at that fraction of a second; returns when it ends, in UTC.

    Between two whole seconds, so that the clock and the countdown do not flip together.
    """
    awaited(lambda: program.area(STAGE), "the stage")
    program.reached()
    sleep((at - time()) % 1)
    assert program.send(do="go")["ok"]
    return datetime.fromisoformat(program.board()["on_air"]["ends"])
