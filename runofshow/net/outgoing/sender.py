"""Senders: one for each output, with a queue that holds so much and no more.

Rules of this module:
- Nobody waits for a sender. When its queue is full the oldest is given up, counted and told.
- A webhook that fails is tried again, after 1, 3 and 9 s; what is older than a minute is given up:
  late news of a show is false news.
- It is sent where the régie wrote, and nowhere else: no redirection is followed, no proxy asked.
- A log says how each went, with the machine's name alone: paths and what follows may hold secrets.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import urlsplit

from runofshow.core.errors import Trouble
from runofshow.core.sentences import Sentence
from runofshow.harm import told
from runofshow.net.outgoing import template
from runofshow.net.outgoing.happened import Happened
from runofshow.net.tireless import tireless
from runofshow.store.wires import What, Wire

if TYPE_CHECKING:
    import aiohttp

QUEUE: Final = 32
"""How many wait to be sent by one output, at the most."""
AGAIN: Final = (1.0, 3.0, 9.0)
"""Seconds after which it is tried again."""
PATIENCE: Final = 5.0
"""Seconds in which a webhook must have answered."""
STALE: Final = timedelta(minutes=1)


class Sent(NamedTuple):
    """How it went: `failed` is why it did not go, None: it went. `tries` is how often it was tried.

    `where` is the machine alone, `status` what it answered.
    """

    at: datetime
    name: str
    what: What
    where: str
    status: int | None
    failed: Sentence | None
    tries: int
    took: timedelta
    test: bool = False


class Failed(Trouble):
    """It did not go; `status` is what was answered, if anything was, `again` whether to retry."""

    def __init__(
        self, code: str, status: int | None = None, *, again: bool = True, **facts: int
    ) -> None:
        super().__init__(code, **facts)
        self.status, self.again = status, again


Way = Callable[[Happened], Awaitable[int | None]]
"""Sends one thing, and says what was answered; raises Failed."""


class Sender:
    """Sends what happened to one output, one after the other.

    `tell` is called with how each went. Attribute: `dropped`, how many were given up unsent.
    """

    def __init__(
        self, wire: Wire, way: Way, now: Callable[[], datetime], tell: Callable[[Sent], None]
    ) -> None:
        self.dropped = 0
        self.wire = wire
        self._way, self._now, self._tell = way, now, tell
        self._waiting: deque[Happened] = deque()
        self._come = asyncio.Event()
        self._working = asyncio.create_task(tireless(self._work, pause=0))

    async def close(self) -> None:
        """Send no more."""
        self._working.cancel()
        await asyncio.gather(self._working, return_exceptions=True)

    def take(self, happened: Happened) -> None:
        """Have it sent; it returns at once."""
        if len(self._waiting) >= QUEUE:
            self.dropped += 1
            oldest = self._waiting.popleft()
            self._tell(self._said(oldest, None, Sentence.of("sent_dropped"), 0, timedelta(0)))
        self._waiting.append(happened)
        self._come.set()

    async def _work(self) -> None:
        """Send what waits, until cancelled."""
        while True:
            await self._come.wait()
            if not self._waiting:
                self._come.clear()
                continue
            self._tell(await self._sent(self._waiting.popleft()))

    async def _sent(self, happened: Happened) -> Sent:
        """Send one thing, again and again if need be; how it went."""
        loop = asyncio.get_running_loop()
        since, status, failed, tries = loop.time(), None, None, 0
        waits = () if happened.test else AGAIN
        for wait in (*waits, None):
            if not happened.test and self._now() - happened.at > STALE:
                failed = Sentence.of("sent_stale")
                break
            tries += 1
            try:
                status, failed = await self._way(happened), None
                break
            except Failed as trouble:
                status, failed = trouble.status, trouble.sentence
                if wait is None or not trouble.again:
                    break
                await asyncio.sleep(wait)
            except Exception as fault:  # noqa: BLE001 (it goes to the hook; others are sent)
                told(fault)
                failed = Sentence.of("sent_fault")
                break
        return self._said(happened, status, failed, tries, timedelta(seconds=loop.time() - since))

    def _said(
        self, happened: Happened, status: int | None, failed: Sentence | None, tries: int,
        took: timedelta,
    ) -> Sent:  # fmt: skip
        return Sent(
            self._now(), self.wire.name, happened.what, machine(self.wire), status, failed, tries,
            took, happened.test,
        )  # fmt: skip


def machine(wire: Wire) -> str:
    """The machine that an output is sent to, and nothing more."""
    if wire.kind == "osc":
        return f"{wire.host}:{wire.port}"
    try:
        found = urlsplit(wire.url.strip())
        return f"{found.hostname or ''}{f':{found.port}' if found.port else ''}"
    except ValueError:
        return ""


def webhook(wire: Wire, session: "aiohttp.ClientSession") -> Way:
    """How a webhook is called: a POST that wants an answer of the 200s."""
    import aiohttp

    timeout = aiohttp.ClientTimeout(total=PATIENCE)

    async def called(happened: Happened) -> int:
        text, kind = template.body(wire.text, happened.fields)
        url = template.address(wire.url.strip(), happened.fields)
        headers = {"Content-Type": f"{kind}; charset=utf-8", "User-Agent": "runofshow"}
        try:
            async with session.post(
                url, data=text.encode("utf-8", "replace"), headers=headers, timeout=timeout,
                allow_redirects=False,
            ) as answer:  # fmt: skip
                status = answer.status
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError):
            raise Failed("sent_silent") from None
        if not 200 <= status < 300:
            worth = status >= 500 or status in (408, 425, 429)
            raise Failed("sent_refused", status, again=worth, answer=status)
        return status

    return called
