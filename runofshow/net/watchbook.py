"""The watchbook: who was turned away at the gate, in the program's log (network.md §5).

Rules of this module:
- An event is its code, the address it came from, and how often: never what was sent, for that may
  hold a token.
- The first of a kind from an address is written at once, then once a minute how many more there
  were: who floods us does not flood the log.
"""

import logging
from collections import OrderedDict
from typing import Final

_log = logging.getLogger("runofshow.net")
EVERY: Final = 60.0
"""Seconds between two lines about the same kind of event from the same address."""
REMEMBERED: Final = 1024
"""How many kinds and addresses are told apart; those not heard of for longest are forgotten."""
NOTED: Final = frozenset(
    {"no_token", "not_allowed", "wrong_host", "wrong_origin", "too_fast", "pair_wrong",
     "pair_crowd", "crowd", "wrong_pin"}
)  # fmt: skip
"""What is written down: refusals of who comes, none of what is asked rightly and cannot be."""


class _Seen:
    """When a kind of event was last written down, and how often it has happened since."""

    __slots__ = ("at", "more")

    def __init__(self, at: float) -> None:
        self.at, self.more = at, 0


class Watchbook:
    """Writes down who is turned away; `now` is in seconds of any steady clock."""

    def __init__(self) -> None:
        self._seen: OrderedDict[tuple[str, str], _Seen] = OrderedDict()

    def note(self, code: str, address: str, now: float) -> None:
        """One who came from `address` was turned away because of `code`."""
        if code not in NOTED:
            return
        seen = self._seen.pop((code, address), None)
        if seen is None or now - seen.at >= EVERY:
            more = (
                f", {seen.more} more since the last line" if seen is not None and seen.more else ""
            )
            _log.info("turned away from %s: %s%s", address, code, more)
            seen = _Seen(now)
        else:
            seen.more += 1
        self._seen[(code, address)] = seen
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
