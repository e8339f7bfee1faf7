"""Pairing: a phone becomes a remote without anybody typing a secret (network.md §5).

Rules of this module; `now` is a parameter, in seconds of any steady clock:
- The régie's window shows a code of 128 bits, in the fragment of an address. It is taken once, for
  a while, and only while the window shows one.
- Whoever brings it is given a number to show, and a ticket that nobody else has. Nothing else: the
  régie lets in the number that it sees on its own phone, and refuses any other.
- No two that wait have the same number, and few wait at a time.
- A token is handed out once, to the ticket's holder; one that is not fetched is ended.
- Codes and tickets are looked for among all there are in constant time, and are never logged.
"""

import hmac
import secrets
from collections.abc import Mapping
from typing import Final, NamedTuple

from runofshow.core.errors import Refused

CODE: Final = 120.0
"""Seconds for which a code works."""
RENEWED: Final = 40.0
"""Seconds before its end at which another is shown: who has just read it still has the time."""
WAITS: Final = 60.0
"""Seconds for which the régie may answer, and then as many for the phone to hear of it."""
CROWD: Final = 3
"""How many may wait at a time."""
NAME: Final = 24
"""Letters of the longest name that a phone may give itself."""


class Waiting(NamedTuple):
    """A phone that asks to be let in: its number, what it calls itself, from where it asks.

    `left` is for how many seconds it still waits.
    """

    number: int
    name: str
    address: str
    left: float


class Ticket(NamedTuple):
    """What a phone is given for a code: its ticket, the number it shows, for how long it waits."""

    ticket: str
    number: int
    seconds: float


class Outcome(NamedTuple):
    """What became of one that waits: its token, and its link's id, once it is let in."""

    token: str = ""
    link: str = ""


class _Asks(NamedTuple):
    number: int
    name: str
    address: str
    until: float
    answer: Outcome | None = None
    """None while nobody has answered; without a token when it was refused."""


class Pairing:
    """Those who ask to be let in, and the codes by which they may."""

    def __init__(self) -> None:
        self._codes: dict[str, float] = {}
        self._asks: dict[str, _Asks] = {}

    # --- the window's side -----------------------------------------------------------------------

    def offer(self, now: float) -> str:
        """The code to be shown now."""
        self._codes = {code: ends for code, ends in self._codes.items() if ends > now}
        for code, ends in self._codes.items():
            if ends - now > RENEWED:
                return code
        code = secrets.token_hex(16)
        self._codes[code] = now + CODE
        return code

    def withdraw(self) -> None:
        """No code is shown any more: none is taken."""
        self._codes.clear()

    def waiting(self, now: float) -> tuple[Waiting, ...]:
        """Those whom nobody has answered, in the order in which they came."""
        return tuple(
            Waiting(asks.number, asks.name, asks.address, asks.until - now)
            for asks in self._asks.values()
            if asks.answer is None and asks.until > now
        )

    def answer(self, number: int, outcome: Outcome, now: float) -> bool:
        """Let the one of that number in, with a token, or refuse it; False when it has gone."""
        for ticket, asks in self._asks.items():
            if (asks.number, asks.answer) == (number, None) and asks.until > now:
                self._asks[ticket] = asks._replace(answer=outcome, until=now + WAITS)
                return True
        return False

    def unfetched(self, now: float) -> tuple[str, ...]:
        """Forget those whose time is over; the links of whom was let in and never heard of it."""
        over = {ticket: asks for ticket, asks in self._asks.items() if asks.until <= now}
        for ticket in over:
            del self._asks[ticket]
        return tuple(asks.answer.link for asks in over.values() if asks.answer and asks.answer.link)

    # --- the phone's side ------------------------------------------------------------------------

    def begin(self, code: str, name: str, address: str, now: float) -> Ticket:
        """Take a code; raises Refused when it is none, has served or is over, or many wait."""
        found = _found(code, self._codes)
        if found is None or self._codes[found] <= now:
            raise Refused("pair_wrong")
        waiting = self.waiting(now)
        if len(waiting) >= CROWD:
            raise Refused("pair_crowd")
        del self._codes[found]
        taken = {asks.number for asks in self._asks.values()}
        number = secrets.choice([each for each in range(10, 100) if each not in taken])
        ticket = secrets.token_hex(16)
        called = "".join(letter for letter in name if _plain(letter))[:NAME].strip()
        self._asks[ticket] = _Asks(number, called, address, now + WAITS)
        return Ticket(ticket, number, WAITS)

    def heard(self, ticket: str, now: float) -> str | None:
        """The token of a ticket, once; None while nobody has answered.

        Raises Refused when it was refused, is over, or is none.
        """
        found = _found(ticket, self._asks)
        asks = self._asks.get(found) if found is not None else None
        if found is None or asks is None or asks.until <= now:
            raise Refused("pair_over")
        if asks.answer is None:
            return None
        del self._asks[found]
        if not asks.answer.token:
            raise Refused("pair_refused")
        return asks.answer.token


def _plain(letter: str) -> bool:
    """Whether a letter of a stranger's stays what it is, wherever it is shown."""
    return letter.isprintable() and letter not in "<>&"


def _found(secret: str, among: Mapping[str, object]) -> str | None:
    """The one of `among` that is `secret`; how long it takes tells nothing."""
    found, said = None, secret.encode(errors="replace")
    for each in among:
        if hmac.compare_digest(each.encode(), said):
            found = each
    return found
