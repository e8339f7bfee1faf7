"""OSC at the show: heard, answered, and told to who wants to know what changes.

python-osc is imported when it is first opened.
"""

import ipaddress
import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

from runofshow.core.errors import Trouble
from runofshow.core.sentences import Sentence
from runofshow.desk import Desk
from runofshow.store.wires import OscDoor

if TYPE_CHECKING:
    from runofshow.net.osc.endpoint import Endpoint
    from runofshow.net.osc.sending import Place

_log = logging.getLogger(__name__)
SHORTEST: Final = 4
"""Signs of the shortest PIN beyond this machine: at a guess a second, hours (endpoint.py)."""


class Osc:
    """The show of `desk`, to be driven over OSC."""

    def __init__(
        self, desk: Desk, language: str, warn: Callable[[Sentence], None] = lambda _: None
    ) -> None:
        """`warn` is called with what the régie should read of who knocks."""
        self._desk, self._language, self._warn = desk, language, warn
        self._endpoint: Endpoint | None = None
        self.place: Place | None = None
        """Where it listens."""

    @property
    def address(self) -> str:
        """Where it listens, "" while it is closed."""
        return "" if self.place is None else f"{self.place[0]}:{self.place[1]}"

    @property
    def counts(self) -> tuple[int, int]:
        """How many messages were taken, and how many packets dropped."""
        end = self._endpoint
        return (0, 0) if end is None else (end.heard, end.dropped)

    async def open(self, door: OscDoor) -> None:
        """Listen; raises Trouble with a sentence when that cannot be."""
        if self._desk.watching is not None:
            raise Trouble("net_watching", who=self._desk.watching)
        check(door)
        from runofshow.net.osc.endpoint import Doors, Endpoint

        await self.close()
        endpoint = Endpoint(
            Doors(self._do, self._desk.board), door.pin, self._language,
            lambda who: self._warn(Sentence.of("guessed_pin", address=who)),
        )  # fmt: skip
        try:
            self.place = await endpoint.open(door.host, door.port)
        except OSError as error:
            await endpoint.close()
            where = f"{door.host}:{door.port}"
            raise Trouble("net_refused", address=where, why=error.strerror or str(error)) from None
        self._endpoint = endpoint
        _log.info("OSC listens: %s", self.address)

    async def close(self) -> None:
        """Hear no more."""
        endpoint, self._endpoint, self.place = self._endpoint, None, None
        if endpoint is not None:
            await endpoint.close()

    async def _do(self, command: Mapping[str, Any]) -> Mapping[str, Any]:
        return self._desk.do_json(command).as_json(self._language)


def check(door: OscDoor) -> None:
    """Raises Trouble when a door would open to the network with no PIN, or one soon guessed."""
    pin = door.pin.strip()
    if here_alone(door.host) or len(pin) >= SHORTEST:
        return
    if not pin:
        raise Trouble("osc_pin_wanted", host=door.host, least=SHORTEST)
    raise Trouble("osc_pin_short", host=door.host, least=SHORTEST)


def here_alone(host: str) -> bool:
    """Whether an address is this machine's for itself."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
