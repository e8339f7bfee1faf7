"""All that is wired to a show, as it is kept on this machine: opened, changed, closed.

What cannot be opened is told, and the day runs all the same.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from runofshow.core.errors import Trouble
from runofshow.core.sentences import Sentence
from runofshow.desk import Desk
from runofshow.net.links import Links
from runofshow.net.outgoing.sender import Sent
from runofshow.opening import Address
from runofshow.store import wires as kept
from runofshow.store.wires import CompanionDoor, OscDoor, Wires
from runofshow.wired.companion import Companion
from runofshow.wired.osc import Osc, here_alone
from runofshow.wired.outgoing import Outgoing

Door = TypeVar("Door", CompanionDoor, OscDoor)


class Wiring:
    """What is wired to the show of `desk`; `folder` keeps it, `tell` tells the régie.

    Attributes: `wires`, as they are kept; `companion`, `osc`, `outgoing`, what runs; `sent` is
    called with how each thing went that was sent.
    """

    def __init__(
        self,
        desk: Desk,
        links: Links,
        folder: Path,
        language: str,
        tell: Callable[[Sentence], None],
    ) -> None:
        self.companion, self.osc = Companion(desk, links, language, tell), Osc(desk, language, tell)
        self.outgoing = Outgoing(desk, language, self._sent, lambda: self.osc.place)
        self.sent: Callable[[Sent], None] | None = None
        self.wires, self._broken = kept.load(folder)
        self._desk, self._folder, self._tell = desk, folder, tell

    async def begin(self, companion: Address | None, osc: Address | None) -> None:
        """Open what is to be open, and what was asked for just this once, which is told."""
        if self._broken is not None:
            self._tell(self._broken)
        # Who only watches leaves it to the one who runs the show.
        held = self.wires if self._desk.watching is None else Wires()
        await self._open_companion(_asked(held.companion, companion), tells=companion is not None)
        await self._open_osc(_asked(held.osc, osc), tells=osc is not None)
        await self.outgoing.begin(held.outputs)

    async def end(self) -> None:
        """Close it all."""
        await self.outgoing.end()
        await self.osc.close()
        await self.companion.close()

    @property
    def beyond(self) -> tuple[str, ...]:
        """What is listened to beyond this machine, by name."""
        at = urlsplit(self.companion.address).hostname or ""
        doors = {"Companion": at, "OSC": self.osc.place[0] if self.osc.place is not None else ""}
        return tuple(name for name, host in doors.items() if host and not here_alone(host))

    async def change(self, wires: Wires) -> None:
        """Keep these, and have it so from now on; raises Unwritable, and it is so all the same.

        What was to be open and could not be is tried again.
        """
        former, self.wires = self.wires, wires
        if wires.companion != former.companion or not self.companion.address:
            await self.companion.close()
            await self._open_companion(wires.companion)
        if wires.osc != former.osc or not self.osc.address:
            await self.osc.close()
            await self._open_osc(wires.osc)
        if wires.outputs != former.outputs:
            await self.outgoing.begin(wires.outputs)
        kept.save(self._folder, wires)

    async def _open_companion(self, door: CompanionDoor, *, tells: bool = False) -> None:
        if not door.on:
            return
        try:
            await self.companion.open(Address(door.port, door.host))
        except Trouble as trouble:
            self._tell(trouble.sentence)
        else:
            if tells:
                self._tell(Sentence.of("companion_open", address=self.companion.address))

    async def _open_osc(self, door: OscDoor, *, tells: bool = False) -> None:
        if not door.on:
            return
        try:
            await self.osc.open(door)
        except Trouble as trouble:
            self._tell(trouble.sentence)
        else:
            if tells:
                self._tell(Sentence.of("osc_open", address=self.osc.address))

    def _sent(self, sent: Sent) -> None:
        if self.sent is not None:
            self.sent(sent)


def _asked(door: Door, at: Address | None) -> Door:
    """A door as it is kept, or where it was asked for from the command line."""
    if at is None:
        return door
    return door.model_copy(update={"on": True, "host": at.host, "port": at.port})
