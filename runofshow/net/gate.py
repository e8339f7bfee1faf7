"""The gate: who may come in, from where, how often and how many (network.md §5).

Pure but for what it counts; `now` is a parameter, in seconds of any steady clock. Rules:
- A request names as its Host one of the names of the machine, or the very address that it came to:
  a hostile page whose name was made to point here names itself (DNS rebinding).
- A page's script says its Origin: it must be that Host. Programs say none.
- Commands are counted by token, requests and connections by address, connections in all too.
- Where all places are taken, one who has shown no token gives place to who comes, the first that
  came first: a handful of addresses that only hold theirs keep nobody out.
"""

import ipaddress
from collections import Counter, OrderedDict
from collections.abc import Callable, Collection, Hashable
from typing import Final, NamedTuple

from runofshow.net.guesses import KEYS, Guesses
from runofshow.net.watchbook import Watchbook

BODY: Final = 64 * 1024
"""Bytes of the longest body."""
FRAME: Final = 16 * 1024
"""Bytes of the longest message of a WebSocket."""
HANDSHAKE: Final = 5.0
"""Seconds within which a request must have come whole."""
PING_EVERY: Final = 15.0
"""Seconds between two looks whether a client is still there; it has as long to answer."""
PARTING: Final = 2.0
"""Seconds within which one that is let go must have read so."""


class Rate(NamedTuple):
    """So many a second, and so many at once after a rest."""

    each_second: float
    at_once: float


COMMANDS: Final = Rate(20, 20)
"""Of a token."""
REQUESTS: Final = Rate(60, 120)
"""Of an address."""
FILES: Final = Rate(100, 400)
"""Of an address, for pages, which tell nothing of the show: one, with what it keeps for a time
without network, is some eighty, and several are opened together where a venue has one address."""
SAYINGS: Final = Rate(40, 80)
"""Messages over one WebSocket, commands among them."""
STRANGERS: Final = Rate(5, 20)
"""Of an address without a token that is known."""
BYTES: Final = Rate(64 * 1024, 256 * 1024)
"""Bytes that an address sends: four hundred requests for files at once. Reading is work before
anything can be refused: a flood of the smallest pieces would otherwise hold the show's own loop."""
SCREEN_BYTES: Final = Rate(16 * 1024, 48 * 1024)
"""Bytes that one sends over a WebSocket: three of the longest messages at once."""


class Crowd(NamedTuple):
    """How many connections there may be: a page takes six while it is opened, then one."""

    each: int = 60
    all: int = 600


class Bucket:
    """Counts what is done against a rate."""

    __slots__ = ("_at", "_left", "_rate")

    def __init__(self, rate: Rate, now: float) -> None:
        self._rate, self._left, self._at = rate, rate.at_once, now

    def take(self, now: float, many: int = 1) -> bool:
        """Whether one more, or so many, may be done now; if not, none is."""
        refill = (now - self._at) * self._rate.each_second
        self._left, self._at = min(self._rate.at_once, self._left + refill), now
        if self._left < many:
            return False
        self._left -= many
        return True

    def rests(self, now: float) -> bool:
        """Whether one more could be done now; none is."""
        refill = (now - self._at) * self._rate.each_second
        return min(self._rate.at_once, self._left + refill) >= 1


class Pace:
    """A bucket for each of whoever there is; those not heard of for longest are forgotten."""

    def __init__(self, rate: Rate, remembered: int = 4096) -> None:
        self._rate, self._remembered = rate, remembered
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def take(self, who: str, now: float, many: int = 1) -> bool:
        """Whether `who` may do one more now, or so many; if not, none is."""
        bucket = self._buckets.pop(who, None) or Bucket(self._rate, now)
        self._buckets[who] = bucket
        if len(self._buckets) > self._remembered:
            self._buckets.popitem(last=False)
        return bucket.take(now, many)

    def rests(self, who: str, now: float) -> bool:
        """Whether `who` could do one more now; none is done."""
        bucket = self._buckets.get(who)
        return bucket is None or bucket.rests(now)


class Gate:
    """Lets connections and requests in.

    `names` are those by which the machine may be called, besides the addresses it has; `alarm` is
    called with the address of whoever guesses keys.
    """

    def __init__(
        self, names: Collection[str] = (), crowd: Crowd | None = None,
        alarm: Callable[[str], None] = lambda _: None,
    ) -> None:  # fmt: skip
        self.names = frozenset({"localhost", *(name.lower() for name in names)})
        self.crowd = crowd if crowd is not None else Crowd()
        self.commands, self.requests = Pace(COMMANDS), Pace(REQUESTS)
        self.strangers, self.files = Pace(STRANGERS), Pace(FILES)
        self.bytes = Pace(BYTES)
        self.watchbook, self.guesses = Watchbook(), Guesses("key", KEYS, alarm)
        self._there: Counter[str] = Counter()
        self._all = 0
        self._strange: OrderedDict[Hashable, Callable[[], None]] = OrderedDict()

    # --- connections ---------------------------------------------------------------------------

    def enter(self, address: str, who: Hashable, drop: Callable[[], None]) -> bool:
        """Whether one more connection from `address` may stay; whoever stays leaves.

        `drop` ends it, should another need its place before it is known.
        """
        if self._there[address] >= self.crowd.each:
            return False
        if self._all >= self.crowd.all:
            if not self._strange:
                return False
            _, give_place = self._strange.popitem(last=False)
            give_place()
        self._strange[who] = drop
        self._there[address] += 1
        self._all += 1
        return True

    def known(self, who: Hashable) -> None:
        """It has shown a token and stays connected: it gives its place to nobody."""
        self._strange.pop(who, None)

    def leave(self, address: str, who: Hashable) -> None:
        """A connection that had entered has ended."""
        self._strange.pop(who, None)
        self._all -= 1
        self._there[address] -= 1
        if not self._there[address]:
            del self._there[address]

    # --- requests ------------------------------------------------------------------------------

    def called(self, host: str, reached: tuple[str, int]) -> bool:
        """Whether `host`, as a request names it, is us: by a name, or by the address `reached`."""
        name, port = _split(host)
        if port != reached[1]:
            return False
        return name in self.names or _same_address(name, reached[0])

    @staticmethod
    def at_home(origin: str | None, host: str) -> bool:
        """Whether a script that says this origin is one of our own pages'; programs say none."""
        return origin is None or origin.lower() == f"http://{host.lower()}"


def _split(host: str) -> tuple[str, int | None]:
    """The name and the port of a Host header; a port that is not said is HTTP's."""
    if host.endswith("]") or ":" not in host:
        return host.strip("[]").lower(), 80
    name, _, port = host.rpartition(":")
    plain = port.isascii() and port.isdecimal() and len(port) <= 5
    return name.strip("[]").lower(), int(port) if plain else None


def _same_address(name: str, address: str) -> bool:
    """Whether both are the same IP address; a name is none."""
    try:
        return _plain(name) == _plain(address)
    except ValueError:
        return False


def _plain(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """An address without its scope; an IPv4 one inside IPv6 is that IPv4 one."""
    found = ipaddress.ip_address(address.partition("%")[0])
    inner = getattr(found, "ipv4_mapped", None)
    return found if inner is None else inner
