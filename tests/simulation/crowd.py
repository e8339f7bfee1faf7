"""Who looks on: viewers over the network, and screens, each held against the board itself."""

import asyncio
import contextlib
import json
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

from runofshow.core import times
from runofshow.core.beat import next_change
from runofshow.core.board import Board, board
from runofshow.desk import Desk
from runofshow.net.anchors import INSTANT, Anchoring
from runofshow.net.doors import Doors, Manner, Sight
from runofshow.net.gate import Gate
from runofshow.net.links import Link, Links
from runofshow.net.live import Guest, Live
from runofshow.net.patches import patched
from runofshow.net.public import public_board, unseen
from runofshow.net.roles import Role
from runofshow.net.visit import Visit
from tests.simulation.truth import must

TICK = timedelta(microseconds=1)
MANNER = Manner("en", "night", {})


class Line:
    """A viewer's connection, and the viewer at its end: what it was sent, and what it shows.

    `board` is as the browser keeps it, rows by their id; `seq` the last it was told.
    """

    def __init__(self) -> None:
        self.flowing = asyncio.Event()
        self.flowing.set()
        self.relieved: Any = None
        self.board: dict[str, Any] = {}
        self.seq = -1

    def stays(self, allowance: object) -> None:
        """It may stay."""

    def write(self, data: bytes) -> None:
        """Hear one frame."""
        must("nothing is sent to who does not read", self.flowing.is_set())
        said = json.loads(data[_head(data) :])
        if "board" in said:
            self.board = {
                **said["board"],
                "slots": {row["id"]: row for row in said["board"]["slots"]},
            }
        elif "patch" in said:
            must("no viewer misses a change", said["seq"] == self.seq + 1, said)
            self.board = patched(self.board, said["patch"])
        self.seq = said.get("seq", self.seq)

    def stall(self) -> None:
        """Read no more."""
        self.flowing.clear()

    def read(self) -> None:
        """Read again."""
        self.flowing.set()
        if self.relieved is not None:
            self.relieved()


def _head(frame: bytes) -> int:
    return {126: 4, 127: 10}.get(frame[1], 2)


class Network:
    """The show's server as far as viewers see it, without its sockets, on a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._anchoring = desk, Anchoring()
        self._loop = asyncio.new_event_loop()
        opened = SimpleNamespace(sight=self._sighted, now=desk.now, manner=lambda: MANNER)
        doors = cast(Doors, opened)
        self._live = Live(doors, cast(Gate, None), cast(Links, None))
        self._guests: dict[int, tuple[Guest, Line]] = {}
        desk.subscribe(self.tell)

    def close(self) -> None:
        """All of them lose it."""
        self._loop.close()

    def join(self, number: int, role: Role) -> None:
        """A viewer comes; one of that number that is there already stays."""
        if number not in self._guests:
            self._loop.run_until_complete(self._welcomed(number, role))

    async def _welcomed(self, number: int, role: Role) -> None:
        line, now = Line(), self._desk.now()
        link = Link(id=str(number), role=role, made=now, expires=None, proof="0" * 64)
        socket = cast(Any, SimpleNamespace(compress=0))
        guest = Guest(number, link, socket, cast(Visit, line), now, "")
        self._guests[number] = guest, line
        self._live.wanted += 1
        await self._live._welcome(guest)

    def leave(self, number: int) -> None:
        """A viewer goes."""
        guest, _ = self._guests.pop(number, (None, None))
        if guest is not None:
            self._live._leave(guest)

    def stall(self, number: int) -> None:
        """A viewer reads no more."""
        with contextlib.suppress(KeyError):
            self._guests[number][1].stall()

    def read(self, number: int) -> None:
        """A viewer reads again."""
        with contextlib.suppress(KeyError):
            self._guests[number][1].read()

    def tell(self) -> None:
        """Tell them how things stand."""
        if self._guests:
            self._live.publish(self._sight(self._anchoring))

    def check(self) -> None:
        """Who reads shows what is so now; who does not costs nobody anything."""
        if not self._guests:
            return
        self.tell()
        sight = self._sight(Anchoring())
        for number, (guest, line) in self._guests.items():
            shown = sight.whole if guest.link.role == "remote" else sight.public
            so = not line.flowing.is_set() or line.board == json.loads(json.dumps(shown))
            must("a viewer shows the board", so, f"viewer {number}: {_differ(line.board, shown)}")

    async def _sighted(self) -> Sight:
        return self._sight(self._anchoring)

    def _sight(self, anchoring: Anchoring) -> Sight:
        show, now = self._desk.show, self._desk.now()
        present = board(show, now)
        whole = anchoring.anchors(present, board(show, now + INSTANT))
        return Sight(present.rev, whole, public_board(whole, unseen(present)))


def _differ(one: dict[str, Any], other: Any) -> str:
    names = [name for name in {*one, *other} if one.get(name) != other.get(name)]
    return ", ".join(f"{name}: {one.get(name)} is not {other.get(name)}" for name in names)


# --- screens -------------------------------------------------------------------------------------


def painted(shown: Board) -> tuple[str, ...]:
    """What of a board changes by itself on a screen: the clock, the time left, the countdown."""
    live, following = shown.on_air, shown.next
    clock = str(shown.now.replace(microsecond=0))
    if live is not None:
        return clock, times.show_countdown(times.whole_left(live.remaining)), live.phase
    if following is not None:
        left = max(times.ZERO, following.expected_start - shown.now)
        return clock, times.show_countdown(times.whole_left(left))
    return (clock,)


def flips_in_time(desk: Desk, now: datetime) -> None:
    """Between a painting and the instant that its screen waits for, nothing on it would differ."""
    show = desk.show
    shown = board(show, now)
    due = next_change(show, shown)
    must("a screen waits for what is to come", due > now, f"{due} at {now}")
    must("a screen waits for a second at most", due - now <= times.SECOND, f"{due} at {now}")
    before = board(show, due - TICK)
    must(
        "no second is missed",
        painted(before)[1:] == painted(shown)[1:] and before.now - shown.now < times.SECOND,
        f"{painted(shown)} at {now}, {painted(before)} before {due}",
    )
