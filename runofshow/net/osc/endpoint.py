"""The endpoint: the UDP socket at which we are asked, and answer.

Rules of this module:
- Nothing that comes makes it raise or wait: what is too much is dropped, unread.
- With a PIN, whoever does not say it gets no answer at all, and is soon not read any more.
- An address is easily forged: guesses are counted of all together, too. While they are too many,
  only those are heard who have said the PIN before.
- Wrong PINs are written down, and the régie is told of who tries several (guesses.py).
- What is asked is done one after the other, in the order in which it came.
"""

import asyncio
import hmac
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, NamedTuple, TypeVar

from runofshow.core.board import Board
from runofshow.core.errors import Refused
from runofshow.net.gate import COMMANDS, STRANGERS, Pace, Rate
from runofshow.net.guesses import PINS, Guesses
from runofshow.net.osc.asked import ROOT, STATE, asked
from runofshow.net.osc.packets import Argument, Message, read, written
from runofshow.net.osc.sending import Place
from runofshow.net.osc.told import told
from runofshow.net.roles import permit
from runofshow.net.tireless import tireless
from runofshow.net.watchbook import Watchbook

Json = Mapping[str, Any]
T = TypeVar("T")
WAITING: Final = 64
"""How many messages wait to be done, at the most."""
ALL: Final = Rate(200, 400)
"""Packets of everybody together."""

GUESSES: Final = Rate(1, 40)
"""Wrong PINs of everybody together: four digits last for more than an hour. One that was tried
before tells nobody anything: a console that says a wrong one all day keeps no other out."""
TRIED: Final = 256
"""How many of the wrong ones are remembered."""
_LONGEST: Final = 160
"""Bytes of the longest PIN."""
KNOWN: Final = 64
"""How many of those who said the PIN are remembered, those not heard of for longest forgotten."""


class Doors(NamedTuple):
    """What the endpoint may do with the show.

    `do` takes a command's JSON and answers as contract.md §2 says, once the journal has it; `board`
    is the show's of this instant.
    """

    do: Callable[[Json], Awaitable[Json]]
    board: Callable[[], Board]


class Endpoint(asyncio.DatagramProtocol):
    """Hears and answers over OSC. `language` is that of the sentences in its answers.

    Attributes: `heard`, how many messages were taken; `dropped`, how many packets were too many,
    made no sense, or bore no PIN.
    """

    def __init__(
        self, doors: Doors, pin: str, language: str, alarm: Callable[[str], None] = lambda _: None
    ) -> None:
        """`alarm` is called with the address of whoever guesses PINs; it may be forged."""
        self.heard = self.dropped = 0
        self._doors, self._pin, self._language = doors, pin, language
        self._all, self._each = Pace(ALL), Pace(COMMANDS)
        self._strangers, self._guesses = Pace(STRANGERS), Pace(GUESSES)
        self._known: OrderedDict[str, None] = OrderedDict()
        self._tried: OrderedDict[bytes, None] = OrderedDict()
        self._waiting: asyncio.Queue[tuple[Message, Place]] = asyncio.Queue(WAITING)
        self._watchbook, self._alarms = Watchbook(), Guesses("PIN", PINS, alarm)
        self._transport: asyncio.DatagramTransport | None = None
        self._working: asyncio.Task[None] | None = None

    async def open(self, host: str, port: int) -> Place:
        """Listen, and say where; raises OSError when it cannot."""
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.create_datagram_endpoint(
            lambda: self, local_addr=(host, port)
        )
        self._working = asyncio.create_task(tireless(self._work, pause=0))
        here = self._transport.get_extra_info("sockname")
        return str(here[0]), int(here[1])

    async def close(self) -> None:
        """Hear no more."""
        if self._working is not None:
            self._working.cancel()
            await asyncio.gather(self._working, return_exceptions=True)
            self._working = None
        if self._transport is not None:
            self._transport.close()
            self._transport = None

    def _say(self, to: Place, address: str, *arguments: Argument) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.sendto(written(address, arguments), to)

    def error_received(self, exc: Exception) -> None:
        """Whoever asked does not listen any more: UDP does not mind."""

    # --- what is heard ---------------------------------------------------------------------------

    def datagram_received(self, data: bytes, addr: Any) -> None:
        """Read a packet, and keep what it asks to be done."""
        now = asyncio.get_running_loop().time()
        who = str(addr[0])
        if not self._all.take("", now):
            self.dropped += 1
            return
        messages = [each for each in read(data) if each.address.startswith(ROOT)]
        for message in messages:
            self._take(message, (who, int(addr[1])), now)
        if not messages:
            self.dropped += 1

    def _take(self, message: Message, sender: Place, now: float) -> None:
        meant = self._meant(message, sender, now)
        if meant is None or not self._each.take(sender[0], now) or self._waiting.full():
            self.dropped += 1
            return
        self._waiting.put_nowait((meant, sender))

    def _meant(self, message: Message, sender: Place, now: float) -> Message | None:
        """The message without its PIN; None when it does not bear it, or was tried too often."""
        if not self._pin:
            return message
        who = sender[0]
        if not self._strangers.rests(who, now):
            return None
        if who not in self._known and not self._guesses.rests("", now):
            return None
        first, *rest = message.arguments or ("",)
        said = _as_pin(first)
        if hmac.compare_digest(said, self._pin.encode(errors="replace")):
            _remember(self._known, who, KNOWN)
            return Message(message.address, tuple(rest))
        self._watchbook.note("wrong_pin", who, now)
        self._alarms.wrong(said[:_LONGEST], who, now)
        self._strangers.take(who, now)
        if said[:_LONGEST] not in self._tried:
            self._guesses.take("", now)
        _remember(self._tried, said[:_LONGEST], TRIED)
        return None

    async def _work(self) -> None:
        """Do what waits, until cancelled."""
        while True:
            message, sender = await self._waiting.get()
            self.heard += 1
            name = message.address.removeprefix(ROOT)
            reply = f"/reply/{name[:60]}"
            try:
                await self._done(message, name, reply, sender)
            except Refused as refused:
                self._say(sender, reply, "refused", refused.code, refused.text(self._language))

    async def _done(self, message: Message, name: str, reply: str, sender: Place) -> None:
        board = self._doors.board()
        if name == STATE:
            for address, value in told(board).items():
                self._say(sender, address, value)
            return
        command = asked(message, board)
        if command is None:
            return
        permit("companion", command)
        answer = await self._doors.do(command)
        if answer["ok"]:
            self._say(sender, reply, "ok", int(answer["rev"]))
        else:
            self._say(sender, reply, "refused", str(answer["code"]), str(answer["why"]))


def _remember(among: OrderedDict[T, None], one: T, most: int) -> None:
    """Keep one as the latest of so many."""
    among[one] = None
    among.move_to_end(one)
    if len(among) > most:
        among.popitem(last=False)


def _as_pin(said: Argument) -> bytes:
    """A PIN as it was said: digits may come as a number."""
    if isinstance(said, float) and said.is_integer():
        said = int(said)
    return str(said).encode(errors="replace")
