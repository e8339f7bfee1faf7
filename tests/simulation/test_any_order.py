"""A short day in any order of events that Hypothesis thinks of, and makes short by itself."""

import tempfile
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from tests.hand import leaf
from tests.simulation.damage import Damage
from tests.simulation.disk import Disk, Order, quick_folder
from tests.simulation.events import Away, Deleted, Die, Event, Fault, Hand, Sleep, Step, Wait
from tests.simulation.world import World

DAY: dict[str, Any] = {
    "date": "2026-01-19",
    "timezone": "Europe/Paris",
    "title": "A day",
    "slots": [
        leaf("a", "10m", start="09:00", advance="auto"),
        leaf("b", "5m", questions="1m", promise="start"),
        leaf("c", end="09:30"),
    ],
}
NINE = datetime(2026, 1, 19, 8, tzinfo=UTC)
COMMANDS: list[dict[str, Any]] = [
    {"do": "go"},
    {"do": "go", "from": "a"},
    {"do": "go", "slot": "c"},
    {"do": "end"},
    {"do": "recall"},
    {"do": "hold"},
    {"do": "resume"},
    {"do": "stretch", "by": "1m"},
    {"do": "edit", "slot": "b", "set": {"duration": "7m"}},
    {"do": "move", "slot": "c", "before": "b"},
    {"do": "undo"},
    {"do": "redo"},
]
PORTS = ("begin", "insert", "mirror", "rename")


class AnyOrder(RuleBasedStateMachine):
    """Events in any order; the world checks its laws after each."""

    def __init__(self) -> None:
        super().__init__()
        self._open = ExitStack()
        folder = tempfile.TemporaryDirectory(dir=quick_folder(), prefix="any-")
        disk = Disk(Path(self._open.enter_context(folder)) / "data")
        disk.folder.mkdir()
        self._open.enter_context(disk.installed())
        self.world = World(DAY, NINE, disk, ears=False, crowd=False)
        self._open.callback(self.world.close)
        self.sent: list[dict[str, Any]] = []

    def take(self, event: Event) -> None:
        self.world.take(event)

    @rule(command=st.sampled_from(COMMANDS), known=st.booleans())
    def a_hand(self, command: dict[str, Any], known: bool) -> None:
        if known:
            command = {**command, "id": f"hand-{len(self.sent)}"}
            self.sent.append(command)
        self.take(Hand("web", command))

    @precondition(lambda self: bool(self.sent))
    @rule(which=st.integers(0, 9))
    def a_repeat(self, which: int) -> None:
        self.take(Hand("web", self.sent[which % len(self.sent)]))

    @rule(seconds=st.sampled_from([0.2, 1.0, 59.5, 300.0, 600.0]), tended=st.booleans())
    def time_passes(self, seconds: float, tended: bool) -> None:
        self.take(Wait(seconds, tended))

    @rule(seconds=st.sampled_from([3600.0, -3600.0, 0.5, -480.0]))
    def the_clocks(self, seconds: float) -> None:
        self.take(Step(seconds))
        self.take(Sleep(abs(seconds)))

    @rule(
        port=st.sampled_from(PORTS),
        when=st.sampled_from(["before", "half", "after"]),
        what=st.sampled_from(["full", "error", "die"]),
    )
    def the_disk(self, port: str, when: str, what: str) -> None:
        self.take(Fault(Order(cast(Any, port), cast(Any, when), cast(Any, what))))

    @rule(gone=st.booleans())
    def the_folder(self, gone: bool) -> None:
        self.take(Away(gone))

    @rule(file=st.sampled_from(["database", "mirror"]))
    def a_file_is_deleted(self, file: str) -> None:
        self.take(Deleted(cast(Any, file)))

    @rule(
        file=st.sampled_from(["database", "log", "mirror"]),
        how=st.sampled_from(["none", "cut", "flip", "gone"]),
        at=st.floats(0, 0.999),
    )
    def a_death(self, file: str, how: str, at: float) -> None:
        harm = () if how == "none" else (Damage(cast(Any, file), cast(Any, how), at),)
        self.take(Die(harm))

    def teardown(self) -> None:
        try:
            self.world.end()
        finally:
            self._open.close()


DEEP = settings().max_examples >= 1000
TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=500 if DEEP else 8, stateful_step_count=40 if DEEP else 14
)
