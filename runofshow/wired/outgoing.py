"""What the show sends on crossings, and what it tells over OSC.

Rules of this module:
- A crossing is written down when it is heard, and looked at in the loop's next turn: the hand that
  brought it about never waits. Without an output that is on, nothing is heard.
- It belongs to the show that runs: a rehearsal sends nothing.
"""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from runofshow.core.board import Board
from runofshow.core.crossings import Crossing
from runofshow.desk import Desk
from runofshow.harm import without_harm
from runofshow.loading import loaded
from runofshow.net.outgoing.happened import Happened, crossed, happened
from runofshow.net.outgoing.sender import Sender, Sent, Way, webhook
from runofshow.pulse import Pulse
from runofshow.store.wires import Wire

if TYPE_CHECKING:
    import aiohttp

    from runofshow.net.osc.sending import Place, Sending
    from runofshow.net.osc.told import Feedback

_log = logging.getLogger(__name__)
LOGGED: Final = 200
"""How many of what was sent are remembered."""


class _Ways:
    """What things are sent by, opened when first needed. `here` is where OSC listens."""

    def __init__(self, here: "Callable[[], Place | None]") -> None:
        self._here = here
        self._session: aiohttp.ClientSession | None = None
        self._sending: Sending | None = None

    async def ready(self, *wires: Wire) -> None:
        """Have loaded what sending to these needs."""
        if any(wire.kind == "webhook" for wire in wires):
            await loaded("aiohttp")

    def to(self, wire: Wire) -> Way:
        """How an output is sent to."""
        if wire.kind == "webhook":
            import aiohttp

            if self._session is None:
                self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
            return webhook(wire, self._session)
        from runofshow.net.outgoing.packets import packets

        return packets(wire, self.sending, self._here)

    @property
    def sending(self) -> "Sending":
        """What packets are sent by."""
        if self._sending is None:
            from runofshow.net.osc.sending import Sending

            self._sending = Sending()
        return self._sending

    async def close(self) -> None:
        """Send no more."""
        if self._session is not None:
            await self._session.close()
        if self._sending is not None:
            self._sending.close()
        self._session = self._sending = None


class Outgoing:
    """Sends what happens to the show of `desk` to some outputs.

    `told` is called whenever something was sent, or could not be. `here` is where OSC listens: a
    packet for there would come back, and is never sent. Attribute: `log`, what was sent, last last.
    """

    def __init__(
        self, desk: Desk, language: str, told: Callable[[Sent], None],
        here: "Callable[[], Place | None]",
    ) -> None:  # fmt: skip
        self.log: deque[Sent] = deque(maxlen=LOGGED)
        self._desk, self._language, self._told, self._here = desk, language, told, here
        self._senders: tuple[Sender, ...] = ()
        self._failing: set[str] = set()
        self._crossed: list[Crossing] = []
        self._holding = False
        self._unhear: list[Callable[[], None]] = []
        self._ways = _Ways(here)
        self._feedback: Feedback | None = None
        self._pulse = Pulse(desk, self._wanted, self._tell_feedback)

    @property
    def dropped(self) -> int:
        """How many were given up unsent."""
        return sum(sender.dropped for sender in self._senders)

    async def begin(self, wires: Sequence[Wire]) -> None:
        """Send to these from now on, and to no others."""
        await self.end()
        on = [wire for wire in wires if wire.on]
        if not on or self._desk.watching is not None:
            return
        await self._ways.ready(*on)
        self._senders = tuple(self._sender(wire) for wire in on)
        airing = self._desk.show.air.on_air
        self._holding = airing is not None and airing.held_since is not None
        self._unhear = [self._desk.hear(self._hear), self._desk.subscribe(self._look)]
        await self._begin_feedback([wire for wire in on if wire.kind == "osc" and wire.feedback])

    async def end(self) -> None:
        """Send nothing more."""
        for stop in self._unhear:
            stop()
        self._unhear = []
        await self._pulse.end()
        for sender in self._senders:
            await sender.close()
        self._senders, self._feedback = (), None
        await self._ways.close()

    async def trial(self, wire: Wire) -> Sent:
        """Send one output something, now and once; how it went."""
        board = self._desk.board()
        slot = board.on_air or board.next
        at = wire.at[0] if wire.at else "taken"
        what = happened(
            at, board.now, slot.slot if slot else "day", board, self._language, test=True
        )
        done: asyncio.Future[Sent] = asyncio.get_running_loop().create_future()
        ways = _Ways(self._here)  # of its own: the others may be changed meanwhile
        await ways.ready(wire)
        sender = Sender(wire, ways.to(wire), self._desk.now, done.set_result)
        sender.take(what)
        try:
            sent = await done
        finally:
            await sender.close()
            await ways.close()
        self._note(sent)
        return sent

    # --- what happens ----------------------------------------------------------------------------

    def _hear(self, crossing: Crossing) -> None:
        if not self._crossed:
            asyncio.get_running_loop().call_soon(self._send_crossed)
        self._crossed.append(crossing)

    def _send_crossed(self) -> None:
        crossings, self._crossed = self._crossed, []
        board = self._desk.board()
        for crossing in crossings:  # one that cannot be told keeps no other
            without_harm(partial(self._send_one, crossing, board))

    def _send_one(self, crossing: Crossing, board: Board) -> None:
        what = crossed(crossing, board, self._language)
        if what is not None:
            self._send(what)

    def _look(self) -> None:
        """See whether the clock has been held."""
        airing = self._desk.show.air.on_air
        held = airing is not None and airing.held_since is not None
        if held and not self._holding and airing is not None:
            asyncio.get_running_loop().call_soon(self._send_held, airing.slot)
        self._holding = held

    def _send_held(self, slot: str) -> None:
        board = self._desk.board()
        self._send(happened("held", board.now, slot, board, self._language))

    def _send(self, what: Happened) -> None:
        for sender in self._senders:
            if what.what in sender.wire.at:
                without_harm(partial(sender.take, what))

    # --- how it is sent --------------------------------------------------------------------------

    def _sender(self, wire: Wire) -> Sender:
        return Sender(wire, self._ways.to(wire), self._desk.now, self._note)

    def _note(self, sent: Sent) -> None:
        """Remember how it went; of a failure that lasts the program's log is told once."""
        self.log.append(sent)
        if sent.failed is not None and sent.name not in self._failing:
            self._failing.add(sent.name)
            _log.info("not sent to %s: %s", sent.where, sent.failed.text("en"))
        elif sent.failed is None and sent.name in self._failing:
            self._failing.discard(sent.name)
            _log.info("sent to %s again", sent.where)
        self._told(sent)

    # --- what OSC is told ------------------------------------------------------------------------

    async def _begin_feedback(self, wires: Sequence[Wire]) -> None:
        if not wires:
            return
        from runofshow.net.osc.sending import is_here, place
        from runofshow.net.osc.told import Feedback

        self._feedback = Feedback(self._ways.sending.send)
        places = await asyncio.gather(*(place(wire.host.strip(), wire.port) for wire in wires))
        found = {each for each in places if each is not None and not is_here(each, self._here())}
        self._feedback.aim(sorted(found))
        self._pulse.begin()

    def _wanted(self) -> bool:
        return self._feedback is not None and self._feedback.wanted

    def _tell_feedback(self) -> None:
        if self._feedback is not None:
            self._feedback.publish(self._desk.board())
