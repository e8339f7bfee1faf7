"""Draws what happens next in a simulated day, knowing how it stands."""

from __future__ import annotations

from random import Random
from typing import Any, Final

from runofshow.net.roles import Role
from tests.reading import nodes, status_of
from tests.simulation.damage import Damage
from tests.simulation.disk import Order
from tests.simulation.events import (
    Away,
    Deleted,
    Die,
    Event,
    Fault,
    Hand,
    Other,
    Peek,
    Replaced,
    Screen,
    Sleep,
    Slow,
    Step,
    Viewer,
    Wait,
)
from tests.simulation.world import World
from tests.strategies import Scene, a_command, chance, pick

HANDS: Final = ("console", "phone", "deck", "web")
ROLES: Final[tuple[Role, ...]] = ("viewer", "remote", "viewer")


class Teller:
    """Tells one day, by the dice of its seed. Remotes know the show as they last looked at it."""

    def __init__(self, random: Random, world: World) -> None:
        self._draw, self._world = random.randrange, world
        self._seen: dict[str, tuple[int, str | None]] = dict.fromkeys(HANDS, (0, None))
        self._sent: list[dict[str, Any]] = []

    def next(self) -> Event:
        """What happens next."""
        draw = self._draw
        if not self._world.going:
            return self._death()
        if self._world.crowd and chance(draw, 20):
            return self._viewer()
        if self._world.replaced and chance(draw, 25):
            return Replaced(False)
        if self._world.disk.turns.slow and chance(draw, 30):
            return Slow(False)
        kind = draw(100)
        if kind < 48:
            return self._hand()
        if kind < 76:
            seconds = pick(draw, 0.2, 1, 2, 30, 60.5, 150, 300, 613.37, 900, 2400)
            return Wait(seconds, tended=not chance(draw, 20))
        return self._fault() if kind < 84 else self._rarer(kind)

    def _rarer(self, kind: int) -> Event:
        draw = self._draw
        match kind:
            case 84 | 85 | 86 | 87 | 88:
                return self._death()
            case 89 | 90 | 91:
                return Step(pick(draw, 3600, -3600, 0.4, -0.7, 2.5, -2.5, 86400, -86400))
            case 92 | 93:
                return Sleep(pick(draw, 480, 480, 30, 0.4, 7200))
            case 94:
                return Away(gone=chance(draw, 50), other=chance(draw, 40))
            case 95:
                if chance(draw, 30):
                    return Replaced(True)
                return Deleted(pick(draw, "database", "mirror"))
            case 96 | 97:
                return Peek() if chance(draw, 50) else Other()
            case _:
                return Screen(chance(draw, 60), pick(draw, 1, 2))

    def _hand(self) -> Hand:
        draw = self._draw
        who = pick(draw, *HANDS)
        if self._sent and chance(draw, 12):
            return Hand(who, pick(draw, *self._sent[-5:]))
        now = self._world.now
        day, now = self._world.truth.reading.seen(now)
        airing = day.on_air()
        if chance(draw, 60):
            self._seen[who] = day.rev, airing.slot if airing is not None else None
        rev, on_air = self._seen[who]
        day.memo = {}
        statuses = {slot["id"]: status_of(day, slot) for slot, _ in nodes(day.plan["slots"])}
        command = a_command(draw, Scene(day, now, statuses))
        if chance(draw, 3):
            command = {"do": "note", "text": pick(draw, "été\u2028\u202f!", "one\ntwo", '"\\"')}
        if who == "console":
            return Hand(who, command)
        if command["do"] == "go":
            command = {**command, "from": on_air}
        elif chance(draw, 15):
            command = {**command, "if_rev": rev}
        command = {**command, "id": f"{who}-{len(self._sent)}"}
        self._sent.append(command)
        return Hand(who, command)

    def _fault(self) -> Event:
        draw = self._draw
        if chance(draw, 15):
            return Slow(True)
        port = pick(draw, "insert", "insert", "mirror", "begin", "rename", "room")
        when = pick(draw, "before", "after", "half")
        what = pick(draw, "full", "readonly", "error", "die", "die")
        return Fault(Order(port, when, what, pick(draw, 1, 1, 2, 5)))

    def _viewer(self) -> Viewer:
        draw = self._draw
        number = pick(draw, 0, 0, 1, 2)
        does = pick(draw, "join", "join", "stall", "stall", "read", "read", "leave")
        return Viewer(does, number, ROLES[number])

    def _death(self) -> Die:
        draw = self._draw
        power = chance(draw, 30)
        damage: list[Damage] = []
        if power and chance(draw, 40):  # what was not flushed is gone, from some byte on
            damage.append(Damage("mirror", "cut", 0.3 + draw(700) / 1000))
        elif chance(draw, 10):  # what reads like a row, and is none, is a chain's to find
            damage.append(Damage("database", "letter", draw(1000) / 1000))
        elif chance(draw, 40):
            file = pick(draw, "database", "database", "log", "log", "mirror")
            how = pick(draw, "flip", "letter", "letter", "letter", "cut", "gone")
            if file == "mirror":
                how = pick(draw, how, "line", "swap")
            damage.append(Damage(file, how, draw(1000) / 1000))
            if file != "mirror" and chance(draw, 35):
                damage.append(Damage("mirror", pick(draw, "flip", "letter"), draw(1000) / 1000))
        politely, newer = chance(draw, 25), not damage and chance(draw, 20)
        orders: list[Order] = []
        if chance(draw, 50 if damage else 25):
            port = pick(draw, "insert", "begin", "begin", "rename", "mirror")
            when, what = pick(draw, "before", "after", "half"), pick(draw, "die", "full", "error")
            orders.append(Order(port, when, what))
        away = pick(draw, 0.3, 1, 5, 90, 700)
        return Die(tuple(damage), power, away, tuple(orders), politely, newer)
