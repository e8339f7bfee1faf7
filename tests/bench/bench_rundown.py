"""What a tick costs the rundown and the timeline: `python -m tests.bench.bench_rundown`.

Prints milliseconds of processor time (median and worst), painting included, for days
of 22, 330 and 10,000 rows on the offscreen platform. The aim is 5 ms a tick at 10,000 rows.
What is laid out piecemeal counts with the ticks in which it is. As in the program, Python looks for
garbage by itself only when it is told to (ui/tidying.py).
"""

import gc
import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from statistics import median
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6 import QtWidgets

from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.core.commands import Edit, Go
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from runofshow.ui import theme
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.timeline import Timeline

TICKS = 60
START = datetime(2016, 1, 19, 8, 0, tzinfo=UTC)


def plan(rows: int) -> Plan:
    """A day of `rows` rows, a session for every ten leaves, most lengths under a minute."""
    seconds = max(1, 36_000 // rows)
    sessions: list[dict[str, Any]] = []
    for number in range(rows // 11):
        leaves = [
            {
                "id": f"s{number}-{leaf}",
                "title": f"Intervention {leaf} de la session {number}",
                "duration": f"{seconds}s",
                "speakers": ["Une PERSONNE"],
                "departments": {"son": f"HF {leaf}", "image": "fond"},
            }
            for leaf in range(10)
        ]
        sessions.append({"id": f"s{number}", "title": f"Session {number}", "slots": leaves})
    sessions[0]["start"] = "09:00"
    return Plan.model_validate(
        {"date": "2016-01-19", "timezone": "Europe/Paris", "slots": sessions}
    )


def boards(rows: int) -> Iterator[Board]:
    """One board a second, the first leaf running over so that every hour moves."""
    show = apply(Show.of(plan(rows)), Go(), START)
    for tick in range(TICKS + 1):
        yield board(show, START + timedelta(seconds=90 + tick))


def edits(rows: int) -> list[Board]:
    """One board after each of some edits, of a length and of a title in turn."""
    show, now, found = apply(Show.of(plan(rows)), Go(), START), START + timedelta(seconds=90), []
    for turn in range(10):
        changes = {"title": f"Titre {turn}"} if turn % 2 else {"duration": f"{5 + turn}m"}
        show = apply(show, Edit(slot="s1-3", set=changes), now)
        found.append(board(show, now))
    return found


def timed(app: QtWidgets.QApplication, step: Callable[[], None]) -> float:
    """Milliseconds of a step and of the painting it asks for."""
    began = time.process_time()
    step()
    app.processEvents()
    return (time.process_time() - began) * 1000


def tell(name: str, figures: list[float]) -> None:
    """Print the median and the worst."""
    print(f"{name:44s} median {median(figures):6.2f} ms   worst {max(figures):6.2f} ms")


def measure(app: QtWidgets.QApplication, rows: int) -> None:
    """Print what ticks, scrolling and a whole painting cost with `rows` rows."""
    ticks = boards(rows)
    dark = theme.theme_for(1080, dark=True)
    host = QtWidgets.QWidget()
    host.resize(1920, 1000)
    rundown, timeline = Rundown(dark, parent=host), Timeline(dark, parent=host)
    rundown.setGeometry(0, 0, 1158, 796)
    timeline.setGeometry(0, 800, 1920, 116)
    host.show()
    app.processEvents()
    first = next(ticks)
    tell(f"{rows} rows: first board", [timed(app, partial(rundown.present, first))])
    timeline.present(first)
    app.processEvents()
    lists, lines = [], []
    for each in ticks:
        lists.append(timed(app, partial(rundown.present, each)))
        lines.append(timed(app, partial(timeline.present, each)))
    tell(f"{rows} rows: tick of the rundown", lists)
    shows = edits(rows)
    changed = [timed(app, partial(rundown.present, each)) for each in shows]
    tell(f"{rows} rows: an edit", changed)
    tell(f"{rows} rows: tick of the timeline", lines)
    whole = [timed(app, rundown.rows.viewport().repaint) for _ in range(20)]
    tell(f"{rows} rows: all visible rows painted", whole)
    bar = rundown.rows.verticalScrollBar()
    wheel = [timed(app, partial(bar.setValue, notch * 48)) for notch in range(1, 60)]
    tell(f"{rows} rows: a notch of the wheel", wheel)
    host.close()


def main() -> None:
    """Measure the sizes that matter."""
    gc.disable()
    app = theme.application()
    theme.install(app)
    for rows in (22, 330, 10_000):
        measure(app, rows)


if __name__ == "__main__":
    main()
