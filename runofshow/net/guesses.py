"""Guesses: who tries one secret after another, so that the régie is told of it, calmly.

Rules of this module; `now` is in seconds of any steady clock:
- Each wrong secret counts once: a desk that says the same wrong PIN all day, or a tablet with
  yesterday's link, guesses nothing.
- One address that brings several is guessing; so are many together, for addresses are forged.
- It is told once, then not again for a while. What was tried is remembered as hashes, and for a
  while only; it is never told.
"""

import hashlib
import logging
from collections import OrderedDict
from collections.abc import Callable
from typing import Final, NamedTuple

_log = logging.getLogger("runofshow.net")
WITHIN: Final = 300.0
"""Seconds for which a wrong secret counts."""
QUIET: Final = 600.0
"""Seconds between two alarms."""
REMEMBERED: Final = 512
"""How many wrong secrets are remembered."""


class Bar(NamedTuple):
    """How many different wrong secrets are too many: of one address, of all together."""

    each: int
    all: int


KEYS: Final = Bar(each=6, all=40)
"""Of links: a venue's tablets may well all come with yesterday's, one or two each."""
PINS: Final = Bar(each=6, all=12)


class _Wrong(NamedTuple):
    at: float
    address: str


class Guesses:
    """Counts wrong secrets, and calls `alarm` with the address that is guessing."""

    def __init__(self, what: str, bar: Bar, alarm: Callable[[str], None]) -> None:
        """`what` is guessed, for the log: "key", "PIN"."""
        self._what, self._bar, self._alarm = what, bar, alarm
        self._wrong: OrderedDict[bytes, _Wrong] = OrderedDict()
        self._told: float | None = None

    def wrong(self, secret: str | bytes, address: str, now: float) -> None:
        """A secret from `address` was wrong."""
        said = secret if isinstance(secret, bytes) else secret.encode(errors="replace")
        if not said:
            return
        digest = hashlib.sha256(said).digest()
        known = digest in self._wrong
        self._wrong[digest] = _Wrong(now, address)
        self._wrong.move_to_end(digest)
        self._forget(now)
        if not known and self._too_many(address) and self._may_tell(now):
            self._told = now
            _log.info("%s is guessing: %d wrong %ss", address, len(self._wrong), self._what)
            self._alarm(address)

    def _forget(self, now: float) -> None:
        while len(self._wrong) > REMEMBERED or now - next(iter(self._wrong.values())).at > WITHIN:
            self._wrong.popitem(last=False)

    def _too_many(self, address: str) -> bool:
        of_it = sum(wrong.address == address for wrong in self._wrong.values())
        return of_it >= self._bar.each or len(self._wrong) >= self._bar.all

    def _may_tell(self, now: float) -> bool:
        return self._told is None or now - self._told >= QUIET
