"""What happens in a simulated day: values, that the same day can be lived again."""

import json
from typing import Any, Literal, NamedTuple

from runofshow.net.roles import Role
from tests.simulation.damage import Damage
from tests.simulation.disk import Order


class Wait(NamedTuple):
    """Time passes; at its end the program looks (`tended`), unless it is kept from it."""

    seconds: float
    tended: bool = True


class Sleep(NamedTuple):
    """The machine sleeps, then looks."""

    seconds: float


class Step(NamedTuple):
    """The clock on the wall is set: by NTP, a hand, a dead battery."""

    seconds: float


class Hand(NamedTuple):
    """A command from one of several hands, as JSON."""

    who: str
    command: dict[str, Any]


class Fault(NamedTuple):
    """The disk is given an order for its next use."""

    order: Order


class Slow(NamedTuple):
    """The disk holds up whatever is asked of it, or is quick again and does it."""

    slow: bool


class Away(NamedTuple):
    """The journal's folder goes, or is there again: a stick pulled, a share lost.

    `other`: what is there again are the same files under other numbers.
    """

    gone: bool
    other: bool = False


class Deleted(NamedTuple):
    """Somebody deletes a file of the journal while it is written."""

    file: Literal["database", "mirror"]


class Replaced(NamedTuple):
    """Somebody puts another show's journal in the place of this one, or takes it away again."""

    there: bool


class Die(NamedTuple):
    """The program is killed, or dies of the order just given, and is started again.

    `damage` is what the files suffer meanwhile, `power` whether the machine was cut off too, `away`
    how many seconds it takes, `orders` what the disk does as it opens the show again. `politely`:
    it is ended as it should be, where it can be. `newer`: a newer program went on with the show
    meanwhile, with commands that this one does not know.
    """

    damage: tuple[Damage, ...] = ()
    power: bool = False
    away: float = 1.0
    orders: tuple[Order, ...] = ()
    politely: bool = False
    newer: bool = False


class Peek(NamedTuple):
    """Another process reads the journal."""


class Other(NamedTuple):
    """The program is started once more, beside the one that runs."""


class Viewer(NamedTuple):
    """A viewer comes, stalls, reads again or goes; `number` says which."""

    does: Literal["join", "stall", "read", "leave"]
    number: int
    role: Role = "viewer"


class Screen(NamedTuple):
    """A screen is plugged or pulled."""

    plugged: bool
    number: int


Event = (
    Wait
    | Sleep
    | Step
    | Hand
    | Fault
    | Slow
    | Away
    | Deleted
    | Replaced
    | Die
    | Peek
    | Other
    | Viewer
    | Screen
)


def told(event: Event) -> str:
    """One line of a story."""
    if isinstance(event, Hand):
        return f"{event.who}: {json.dumps(event.command)}"
    return repr(event)
