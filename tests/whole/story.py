"""The whole story: both real windows, the stage's cable pulled, the program killed, put back.

Who looks is the speaker: what counts is what the hall's monitor shows, pixel by pixel, against what
the journal says must be shown there at that instant.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Final, NamedTuple

from PySide6 import QtCore

from runofshow.places import schedule
from runofshow.store import recovery
from tests.display import Display
from tests.process import awaited
from tests.whole.painted import Expected, on_screen
from tests.whole.program import instant, journal_of
from tests.whole.windowed import (
    HALL_IS,
    REGIE,
    STAGE,
    Windowed,
    plug_both,
    plug_hall,
    unplug_hall,
    windowed,
)

SEED = (str(schedule("pionniers.json")), "--now", "--lang", "fr")
BY: Final = (signal.SIGKILL, signal.SIGSEGV, signal.SIGABRT)
"""What the program may fall by."""
RIGHT = timedelta(milliseconds=50)
"""How far what the speaker sees may be from the truth."""


class Story(NamedTuple):
    """A program with its supervisor, and the hall's monitor."""

    program: Windowed
    expected: Expected

    def counts_right(self) -> None:
        """Returns once the hall's monitor shows what it must, to `RIGHT`; a machine may be slow."""
        show = recovery.recover(journal_of(self.program.data)).show

        def right() -> bool:
            before = datetime.now(UTC)
            shown = on_screen(self.program.display, HALL_IS)
            instants = (before - RIGHT, before, datetime.now(UTC))
            return any(shown == self.expected.at(show, at) for at in instants)

        awaited(right, "the right countdown on the hall's monitor")

    def killed(self, by: signal.Signals) -> float:
        """Kill the program; how many seconds later its supervisor has it run the show again."""
        former = self.program.pid
        began = monotonic()
        os.kill(former, by)
        awaited(lambda: self.program.pid not in (0, former), "the program, started again")
        awaited(self.program.reached, "the show's socket")
        return monotonic() - began

    def on_hall(self) -> None:
        """Returns once the stage fills the hall's monitor."""
        awaited(lambda: self.program.area(STAGE) == HALL_IS, "the stage on its monitor")


@contextmanager
def story(display: Display, data: Path) -> Iterator[Story]:
    """A day under way on two monitors, its first item just taken."""
    plug_both(display)
    expected = Expected(QtCore.QSize(HALL_IS.width, HALL_IS.height))
    try:
        with windowed(display, data, *SEED, alone=False) as program:
            program.ready()
            program.send(do="go", id="the-go")
            made = Story(program, expected)
            made.on_hall()
            yield made
    finally:
        expected.close()


def tell(told: Story, by: signal.Signals = signal.SIGKILL) -> list[float]:
    """The whole of it, killed `by`; the seconds that the program took to be back, each time."""
    program = told.program
    told.counts_right()
    ends = program.board()["on_air"]["ends"]
    unplug_hall(program.display)
    awaited(lambda: not program.windows(STAGE), "the stage to go")
    back = [told.killed(by)]
    program.send(do="stretch", by="1m")  # the régie works on, without the stage
    assert not program.windows(STAGE), "the stage on the régie's monitor"
    plug_hall(program.display)
    told.on_hall()
    told.counts_right()
    back.append(told.killed(by))  # once more, with the speaker looking at it
    told.on_hall()
    told.counts_right()
    board = program.board()
    assert instant(board["on_air"]["ends"]) == instant(ends) + timedelta(minutes=1)
    assert board["rev"] == 2
    assert program.send(do="go", id="the-go")["rev"] == 1, "a repeated command did something"
    assert program.windows(REGIE)
    return back
