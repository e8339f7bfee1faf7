"""What catching up costs: `python -m tests.bench.bench_catchup`.

Prints, for the seed's day and for days of 60, 200 and 10,000 slots: all plans of a broken promise,
the dearest one of them (the window reckons them one at a time), a board while it is broken, one
while it is lost, and the first board after an edit. Held to: plans for 60 slots under 50 ms, an
edit and its board under 10 ms for 10,000.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from runofshow.core.apply import apply
from runofshow.core.board import board
from runofshow.core.catchup import NAMES, catch_up, plans
from runofshow.core.commands import command_of, warm
from runofshow.core.plan import Plan
from runofshow.core.promises import Promise
from runofshow.core.show import Show
from tests.bench.bench_core import best, tell
from tests.ui.operator.window_days import late_moment

START = datetime(2026, 1, 19, 8, 0, tzinfo=UTC)
LAST = Promise("last", "start")


def day(slots: int, minutes: float, *, waits: bool) -> Show:
    """A day of so many talks, every ninth optional, that began late; its last start is promised.

    With `waits` every twelfth talk has an hour of its own and every fifteenth is a break that ends
    at a set time.
    """
    made: list[dict[str, Any]] = []
    at = datetime(2026, 1, 19, 9, 0, tzinfo=UTC)
    for number in range(slots):
        slot: dict[str, Any] = {"id": f"s{number}", "kind": "talk", "title": f"Talk {number}",
                                "speakers": ["Somebody"], "optional": number % 9 == 4}  # fmt: skip
        if number == 0 or (waits and number % 12 == 0):
            slot["start"] = f"{at:%H:%M}"
        at += timedelta(minutes=minutes)
        if waits and number % 15 == 7:
            slot |= {"kind": "break", "end": f"{at:%H:%M}"}
        else:
            slot["duration"] = f"{round(minutes * 60)}s"
        made.append(slot)
    made.append({"id": "last", "kind": "break", "title": "Lunch", "duration": "30m",
                 "promise": "start"})  # fmt: skip
    plan = Plan.model_validate(
        {"date": "2026-01-19", "timezone": "Europe/Paris", "catch_up_step": "30s", "slots": made}
    )
    show = apply(Show.of(plan), command_of({"do": "go"}), START + timedelta(minutes=1))
    return apply(show, command_of({"do": "stretch", "by": "15m"}), START + timedelta(minutes=2))


def measure(name: str, show: Show, now: datetime, promise: Promise, times: int) -> None:
    """Print the figures of a show with a broken promise."""
    print(name)
    tell("all plans", best(lambda: plans(show, now, promise), times))
    each = {plan: best(lambda plan=plan: catch_up(show, now, promise, plan), times)  # type: ignore[misc]
            for plan in NAMES}  # fmt: skip
    dearest = max(each, key=lambda plan: each[plan])
    tell(f"  the dearest, {dearest}", each[dearest])
    boards(show, now, "broken", times)
    lost = apply(show, command_of({"do": "stretch", "by": "9h"}), now)
    boards(lost, now + timedelta(seconds=1), "lost", times)
    slot = show.to_come[1].slot.id
    edit = command_of({"do": "edit", "slot": slot, "set": {"note": "x"}})
    tell("  an edit and its board", best(lambda: board(apply(show, edit, now), now), times))


def boards(show: Show, now: datetime, how: str, times: int) -> None:
    """Time boards a second apart."""
    ticks = iter(now + timedelta(seconds=tick) for tick in range(1, 100_000))
    board(show, now)
    tell(f"  a board while it is {how}", best(lambda: board(show, next(ticks)), times))


def main() -> None:
    """Print everything."""
    warm()
    seed = late_moment()
    measure("the seed's day", seed.show, seed.now, Promise("dejeuner", "start"), 30)
    soon = START + timedelta(minutes=3)
    measure("60 slots", day(60, 8, waits=False), soon, LAST, 20)
    measure("60 slots with waits and set ends", day(60, 8, waits=True), soon, LAST, 20)
    measure("200 slots", day(200, 4, waits=False), soon, LAST, 10)
    measure("10,000 slots", day(10_000, 0.5, waits=False), soon, LAST, 3)


if __name__ == "__main__":
    main()
