"""What must be so: the day as an independent reading has it, and what must be on disk."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from runofshow.core.board import board
from runofshow.core.commands import command_of
from runofshow.core.show import Show
from runofshow.store.rows import Row
from tests.agreeing import facts
from tests.reading import Day, Reading


class Broken(AssertionError):
    """A law of the program was broken; `law` names which."""

    def __init__(self, law: str, said: str = "") -> None:
        super().__init__(f"{law}: {said}" if said else law)
        self.law = law


def must(law: str, so: bool, said: object = "") -> None:
    """Raises Broken unless it is so."""
    if not so:
        raise Broken(law, str(said))


class Accepted(NamedTuple):
    """A command that was taken: when, as the journal should have it, and the day after it."""

    at: datetime
    body: dict[str, Any]
    day: Day


class Truth:
    """The day as `tests.reading` has it, one accepted command after the other.

    `taken` are the commands accepted so far, `durable` how many of them were answered for with
    nothing wrong with the disk, so that they are on it whatever comes.
    """

    def __init__(self, plan: dict[str, Any]) -> None:
        self.reading = Reading(plan)
        self._first = self.reading.day
        self.taken: list[Accepted] = []
        self.durable = 0

    @property
    def day(self) -> Day:
        """The day as it is after the last command."""
        return self.reading.day

    def do(self, command: dict[str, Any], at: datetime) -> bool:
        """Whether the reading takes that command, and then it is done."""
        if not self.reading.do(command, at)["ok"]:
            return False
        self.taken.append(Accepted(at, body_of(command), self.reading.day))
        return True

    def back_to(self, rows: Sequence[Row], *, told: bool) -> None:
        """Go back to what a journal still holds; `told` says that it said what is missing.

        Raises Broken when it holds anything but the first of what was taken, each once, or when
        less than was promised, and said nothing.
        """
        held = [(row.at, json.loads(row.body)) for row in rows]
        known = [(each.at, each.body) for each in self.taken]
        must("each command once, in order", held == known[: len(held)], _first_other(held, known))
        lost = self.durable - len(held)
        must("no acknowledged command lost unsaid", lost <= 0 or told, f"{lost} of {self.durable}")
        del self.taken[len(held) :]
        self.durable = len(held)
        self.reading.day = self.taken[-1].day if self.taken else self._first

    def agrees(self, show: Show, now: datetime) -> None:
        """The program's show says the same at that instant, by what is quickly compared."""
        day, _ = self.reading.seen(now)
        ours, theirs = of_show(show), of_day(day)
        must("the show is the independent one", ours == theirs, f"{ours} is not {theirs}")

    def agrees_wholly(self, show: Show, now: datetime) -> None:
        """The whole board says the same at that instant."""
        ours, theirs = facts(board(show, now).as_json("en")), facts(self.reading.board(now))
        other = [f"{n}: {ours[n]} is not {theirs[n]}" for n in ours if ours[n] != theirs[n]]
        must("the board is the independent one", not other, "; ".join(other))


def body_of(command: dict[str, Any]) -> dict[str, Any]:
    """A command as the journal writes it."""
    body: dict[str, Any] = json.loads(json.dumps(command_of(command).as_json()))
    return body


def of_show(show: Show) -> tuple[Any, ...]:
    """What is compared of a show after every event."""
    airing, following = show.air.on_air, show.next
    return (
        show.rev,
        [(each.slot, each.started, each.ended) for each in show.air.airings],
        None if airing is None else (show.ends(airing), airing.held_since),
        None if following is None else following.slot.id,
        (len(show.undo) > 0, len(show.redo) > 0, show.air.finished),
        (show.blackout, show.incident),
    )


def of_day(day: Day) -> tuple[Any, ...]:
    """The same of the independent reading."""
    airing, following = day.on_air(), day.next()
    return (
        day.rev,
        [(each.slot, each.started, each.ended) for each in day.log.airings],
        None if airing is None else (day.ends(airing), airing.held_since),
        None if following is None else following["id"],
        (len(day.undo) > 0, len(day.redo) > 0, day.log.finished),
        (day.blackout, day.incident),
    )


def _first_other(held: list[Any], known: list[Any]) -> str:
    number = next(
        (n for n, (one, other) in enumerate(zip(held, known, strict=False)) if one != other),
        min(len(held), len(known)),
    )
    here, there = (each[number : number + 1] for each in (held, known))
    return f"row {number + 2} is {here}, and should be {there}"
