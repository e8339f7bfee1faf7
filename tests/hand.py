"""A clock that a test turns by hand, and the seed's day on it."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from runofshow.core.apply import apply
from runofshow.core.board import Board, OnAir, Row, board
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from runofshow.formats import own
from runofshow.places import schedule


class HandClock:
    """A clock that stands still until it is turned."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def turn(self, **lengths: float) -> datetime:
        self.at += timedelta(**lengths)
        return self.at


def seed() -> Plan:
    """The seed's day, as shipped."""
    return own.read(schedule("pionniers.json").read_bytes(), date(2016, 1, 19)).plan


def day(*slots: dict[str, Any], **fields: Any) -> Plan:
    """A plan of 19 January 2026 in Paris, from slots in the file's form."""
    head = {"title": "A day", "date": "2026-01-19", "timezone": "Europe/Paris"}
    return Plan.model_validate(head | fields | {"slots": list(slots)})


def leaf(id_: str, duration: str = "10m", **fields: Any) -> dict[str, Any]:
    """A talk in the file's form; `end=` makes it elastic."""
    length = {} if "end" in fields else {"duration": duration}
    return {"id": id_, "kind": "talk", "title": id_.upper()} | length | fields


def session(id_: str, *slots: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """A session in the file's form, of the slots it holds."""
    return {"id": id_, "title": id_.upper(), "slots": list(slots)} | fields


class Stage:
    """A show with a hand on the clock: civil times in, boards out."""

    def __init__(self, plan: Plan) -> None:
        self.show = Show.of(plan)
        self.zone = plan.zone
        self.date = plan.date

    def at(self, clock: str) -> datetime:
        """The instant of a civil time such as 09:20:00 (or 25:10) on the plan's date."""
        hours, *rest = (float(part) for part in clock.split(":"))
        days, hour = divmod(int(hours), 24)
        midnight = datetime.combine(self.date + timedelta(days), time(hour), self.zone)
        minutes, seconds = (*rest, 0.0, 0.0)[:2]
        return midnight.astimezone(UTC) + timedelta(minutes=minutes, seconds=seconds)

    def do(self, clock: str, do: str, **fields: Any) -> "Stage":
        """Take a command, or raise Refused."""
        self.show = apply(self.show, command_of({"do": do, **fields}), self.at(clock))
        return self

    def refusal(self, clock: str, do: str, **fields: Any) -> str | None:
        """The code with which a command is refused; None when it was taken."""
        try:
            self.do(clock, do, **fields)
        except Refused as refused:
            return refused.code
        return None

    def board(self, clock: str) -> Board:
        return board(self.show, self.at(clock))

    def board_at(self, moment: datetime) -> Board:
        return board(self.show, moment)

    def live(self, clock: str) -> OnAir:
        """What is on air; there must be something."""
        live = self.board(clock).on_air
        assert live is not None
        return live

    def row(self, clock: str, slot: str) -> Row:
        return next(row for row in self.board(clock).slots if row.id == slot)

    def hour(self, moment: datetime | None) -> str | None:
        return clock_of(moment, self.zone)

    def expected(self, clock: str, slot: str) -> str | None:
        return self.hour(self.row(clock, slot).expected_start)

    def planned(self, clock: str, slot: str) -> str | None:
        return self.hour(self.row(clock, slot).planned_start)


def clock_of(moment: datetime | None, zone: ZoneInfo) -> str | None:
    """What a clock shows: 09:20, with seconds when there are any."""
    if moment is None:
        return None
    wall = moment.astimezone(zone)
    return f"{wall:%H:%M:%S}" if wall.second else f"{wall:%H:%M}"
