"""What the core costs: `python -m tests.bench.bench_core`.

Prints, for days of 200 and 10,000 slots: the first board and the next ones, a tick apart; an edit
of a length, with its check and the board after it; what undo keeps; and a replay of 2,000 commands.
And for days of 60 and 200 slots the outlook, which a board works out only when it is asked for it.
The sketch of the design took 0.2 ms for a board of 200 slots, 7 µs for an edit of a bare value and
19 ms for the replay.
"""

import tracemalloc
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import median
from time import perf_counter
from typing import Any

from runofshow.core.apply import apply
from runofshow.core.board import board
from runofshow.core.commands import Command, command_of, warm
from runofshow.core.edits import edit, settled_plan
from runofshow.core.plan import Plan
from runofshow.core.show import Show

START = datetime(2026, 1, 19, 8, 0, tzinfo=UTC)
REPLAYED = 2_000


def plan(slots: int) -> Plan:
    """A day of so many slots, a session for every nine leaves; it lasts a day or so."""
    seconds = max(1, 100_000 // slots)
    sessions: list[dict[str, Any]] = []
    for number in range(slots // 10):
        leaves = [
            {
                "id": f"s{number}-{leaf}",
                "kind": "break" if leaf == 8 else "talk",
                "title": f"Talk {leaf} of session {number}",
                "duration": f"{seconds}s",
                "speakers": ["Somebody"],
            }
            for leaf in range(9)
        ]
        sessions.append({"id": f"s{number}", "title": f"Session {number}", "slots": leaves})
    sessions[0]["start"] = "09:00"
    return Plan.model_validate(
        {"date": "2026-01-19", "timezone": "Europe/Paris", "slots": sessions}
    )


def best(act: Callable[[], object], times: int) -> tuple[float, float]:
    """The median and the least of so many calls, in seconds."""
    taken = []
    for _ in range(times):
        began = perf_counter()
        act()
        taken.append(perf_counter() - began)
    return median(taken), min(taken)


def tell(name: str, taken: tuple[float, float]) -> None:
    """One line: median and least, in the unit that suits them."""
    unit, by = ("ms", 1e3) if taken[0] >= 1e-3 else ("µs", 1e6)
    print(f"  {name:<46} median {taken[0] * by:8.2f}  least {taken[1] * by:8.2f} {unit}")


def boards(show: Show, times: int) -> None:
    """Time the boards of a day that runs late, so that every hour to come moves each second."""
    tell("first board of a plan", best(lambda: board(Show.of(show.plan), START), times // 4))
    late = START + timedelta(days=1)
    ticks = iter(late + timedelta(seconds=tick) for tick in range(1, 10_000))
    board(show, late)
    tell("board a second later, every hour moved", best(lambda: board(show, next(ticks)), times))
    tell("  and every row of it", best(lambda: tuple(board(show, next(ticks)).slots), times))
    calm = iter(START + timedelta(seconds=0.001 * tick) for tick in range(10, 10_000))
    board(show, START)
    tell("board a tick later, on time", best(lambda: board(show, next(calm)), times))
    tell("  as JSON", best(lambda: board(show, START).as_json(), times))


def outlooks(slots: int, times: int) -> None:
    """Time the range and the chances of a day three items old, a second later each time."""
    show, now = Show.of(plan(slots)), START
    for _ in range(4):
        now += timedelta(seconds=100_000 // slots)
        show = apply(show, command_of({"do": "go"}), now)
    ticks = iter(now + timedelta(seconds=tick) for tick in range(1, 10_000))
    tell(f"outlook of {slots} slots", best(lambda: board(show, next(ticks)).outlook, times))


def edits(show: Show, times: int) -> None:
    """Time an edit of a length far into the day."""
    slot = show.outline.leaves[-5].slot.id
    commands = [command_of({"do": "edit", "slot": slot, "set": {"duration": f"{n}s"}})
                for n in (7, 9)]  # fmt: skip
    turn = iter(range(1_000_000))
    now = START + timedelta(seconds=1)

    def next_edit() -> Command:
        return commands[next(turn) % 2]

    tell("edit: the plan with one length changed", best(lambda: edit(show, next_edit()), times))  # type: ignore[arg-type]
    changed = edit(show, commands[0])  # type: ignore[arg-type]
    tell("  its check against what has been", best(lambda: settled_plan(show, changed), times))
    tell("  the command, whole", best(lambda: apply(show, next_edit(), now), times))
    after = iter([apply(show, next_edit(), now) for _ in range(times)])
    tell("  the board after it", best(lambda: board(next(after), now), times))
    after = iter([apply(show, next_edit(), now) for _ in range(times)])
    tell("  and every row of it", best(lambda: tuple(board(next(after), now).slots), times))


def undo_lane(show: Show) -> None:
    """Print what 200 edits keep in memory."""
    chance, now = Random(2026), START + timedelta(seconds=1)
    leaves = [node.slot.id for node in show.outline.leaves[1:]]
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for number in range(200):
        fields = {"duration": f"{5 + number % 3}m"}
        command = {"do": "edit", "slot": chance.choice(leaves), "set": fields}
        show = apply(show, command_of(command), now)
    kept = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    print(f"  {'200 edits kept for undo':<46} {kept / 1e6:15.2f} MB")


def day_of_commands(show: Show) -> list[tuple[datetime, Command]]:
    """Two thousand commands of a day: mostly hands on the clock, some edits and notes."""
    chance, leaves = Random(19), [node.slot.id for node in show.outline.leaves]
    asked: list[dict[str, Any]] = []
    for number in range(REPLAYED):
        kinds: list[dict[str, Any]] = [
            {"do": "stretch", "by": "1s"},
            {"do": "stretch", "by": "-1s"},
            {"do": "note", "text": "x"},
            {"do": "say", "text": "hello"},
        ]
        asked.append(chance.choice(kinds))
        if number % 12 == 0:
            asked[-1] = {"do": "go"}
        elif number % 40 == 1:
            fields = {"duration": f"{5 + number % 50}s"}
            asked[-1] = {"do": "edit", "slot": leaves[-1 - number % 20], "set": fields}
    return [(START + timedelta(seconds=5 * at), command_of(each)) for at, each in enumerate(asked)]


def replay(show: Show, commands: Iterable[tuple[datetime, Command]]) -> Show:
    """What a restart does with a journal once it is read."""
    for at, command in commands:
        show = apply(show, command, at)
    return show


def measure(slots: int, times: int) -> None:
    """Print the figures of a day of so many slots."""
    print(f"{slots} slots")
    fresh = Show.of(plan(slots))
    running = apply(fresh, command_of({"do": "go"}), START)
    boards(running, times)
    edits(running, times)
    undo_lane(running)
    commands = day_of_commands(fresh)
    taken = best(lambda: replay(fresh, commands), max(2, times // 30))
    tell(f"{REPLAYED} commands replayed", taken)


def main() -> None:
    """Print everything."""
    warm()
    for slots in (60, 200):
        outlooks(slots, 100)
    measure(200, 300)
    measure(10_000, 20)


if __name__ == "__main__":
    main()
