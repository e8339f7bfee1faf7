"""Each function of the network raises once, while all its routes are walked over real sockets.

Which functions those are is seen by walking once with nothing raising. What must hold: whoever asks
has an answer or is let go, a fault of ours is answered in its language; a command is kept once or
not at all, and said again is kept; who looks on sees the next board; one banner, a log with the
place.
"""

import asyncio
import json
import logging
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import cache
from pathlib import Path
from random import Random
from time import monotonic
from typing import Any, Final, NamedTuple, TypeVar, cast

import aiohttp
from PySide6 import QtCore

from runofshow.core.sentences import Sentence
from runofshow.desktop.faults import Faults
from runofshow.desktop.telling import Telling
from runofshow.formats import own
from runofshow.net.api import KNOCKS, ROUTES
from runofshow.net.companion.adapter import PATHS
from runofshow.net.links import Links
from runofshow.net.server import PAGES, PAIR
from runofshow.opening import Address
from runofshow.store.journal import Journal
from runofshow.store.keeping import Kept
from runofshow.store.recovery import recover
from runofshow.wired.companion import Companion
from tests.faults.fault import Fault, Figure, Result
from tests.faults.onlookers import Deck, Gone, page
from tests.faults.raised import Injected, called_in, functions_of, raising
from tests.net.opened import Net, opened
from tests.process import PATIENCE
from tests.store.days import NINE, PLAN

PACKAGES: Final = (
    "runofshow.net.",
    "runofshow.serving",
    "runofshow.pulse",
    "runofshow.wired.companion",
)
SOON: Final = 10.0
"""Seconds in which whoever asks has an answer, or its end."""
FRENCH: Final = {"Accept-Language": "fr"}
CHANGE: Final = {"b": {"title": "Table carrée"}}
T = TypeVar("T")
FAULT: Final = Sentence.of("fault").text("fr")
HTTP, SOCKET, REGIE, AGAIN = TEXTS = ("par HTTP", "par la prise", "la régie", "et encore")
"""What is noted, by whom."""
ENDS: Final = tuple(
    f"runofshow.net.visit.{name}"
    for name in (
        "Reception.__call__",
        "Visit.connection_made",
        "Visit.start",
        "Visit.log_exception",
    )
)
"""Where what a visit raises ends."""


def note(text: str) -> dict[str, Any]:
    """A command whose repeat is harmless."""
    return {"do": "note", "text": text, "id": text}


class _Banners(QtCore.QObject):
    """Counts the banners that tell of a fault."""

    def __init__(self) -> None:
        super().__init__()
        self.said = 0

    def stands(self, _: str) -> bool:
        return bool(self.said)

    def say(self, *_: object, **__: object) -> None:
        self.said += 1


class _Log(logging.Handler):
    """Keeps what was noted of the program, and at WARNING or above of what it is made with."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def has(self, function: str) -> bool:
        """Whether it has where that function raised."""
        return any(
            isinstance(raised := (each.exc_info or (None, None))[1], Injected)
            and raised.args == (function,)
            and ".py:" in each.getMessage()
            for each in self.records
        )


@contextmanager
def caught() -> Iterator[tuple[_Banners, _Log]]:
    """What nobody catches goes the way that it goes in the program; its log is kept here."""
    log, banners = _Log(), _Banners()
    loggers = [logging.getLogger(name) for name in ("runofshow", "aiohttp", "asyncio")]
    faults = Faults(cast(Telling, banners), Path("log"), lambda: None)
    for each in loggers:
        each.addHandler(log)
        each.propagate = False
    faults.catch_all()
    faults.catch_in(asyncio.get_running_loop())
    try:
        yield banners, log
    finally:
        faults.release()
        for each in loggers:
            each.removeHandler(log)
            each.propagate = True


class Walker:
    """Walks through all routes. Attributes: `broken`, in words; `waited`, the longest, seconds."""

    def __init__(self, net: Net, companion: Companion) -> None:
        self.broken: list[str] = []
        self.waited = 0.0
        self._net, self._at = net, net.serving.address
        self._link, self._deck_at = companion.links()[0].partition("?")[2], companion.address

    async def walk(self) -> None:
        """Ask all there is to be asked, come and go, and command."""
        pages = [page for each in PAGES.values() for page in each]
        for path in (*pages, PAIR, "/nowhere", "/v1/time"):
            await self.ask("GET", path)
        for route in ROUTES:
            role = "remote" if "remote" in route.roles else min(route.roles)
            body = note(HTTP) if route.method == "POST" else None
            await self.ask(route.method, route.path, role, body)
        for knock in KNOCKS:
            await self.ask("POST", knock.path, body={"code": "x", "name": "un téléphone"})
        await self.soon(self._live())
        for path in PATHS:
            await self.soon(self._fetched(path))
        await self.soon(self.drive())

    async def ask(
        self, method: str, path: str, role: str | None = None, body: Any = None
    ) -> int | None:
        """The status of the answer; None: there was an end instead."""
        headers = FRENCH | (self._net.bearer(role) if role else {})
        url = self._at + path

        async def asked() -> int:
            async with self._net.session.request(method, url, headers=headers, json=body) as answer:
                text = await answer.text()
                self._judge(path, answer.status, text)
                return answer.status

        return await self.soon(asked())

    def _judge(self, path: str, status: int, text: str) -> None:
        """See that a fault of ours is told as such."""
        if status < 500:
            return
        said = json.loads(text)
        if (status, said["code"]) != (500, "fault") or said["why"] != FAULT:
            self.broken.append(f"{path} answers {status} {text}")

    async def soon(self, asking: Awaitable[T]) -> T | None:
        """What is answered; None when whoever asks is let go."""
        began = monotonic()
        try:
            async with asyncio.timeout(PATIENCE):
                return await asking
        except aiohttp.ClientError:
            return None
        except TimeoutError:
            self.broken.append("somebody waits for good")
            return None
        finally:
            self.waited = max(self.waited, monotonic() - began)

    async def _fetched(self, path: str) -> None:
        async with self._net.session.get(
            f"{self._deck_at}{path}?{self._link}", headers=FRENCH
        ) as answer:
            self._judge(path, answer.status, await answer.text())

    @asynccontextmanager
    async def deck(self) -> AsyncIterator[Deck]:
        """A Companion that is connected."""
        url = f"{self._deck_at}{PATHS[0]}?{self._link}"
        async with self._net.session.ws_connect(url) as socket:
            yield Deck(socket)

    async def drive(self) -> bool:
        """Come as a Companion does, and ask what it can; False: it was let go meanwhile."""
        with suppress(Gone):
            async with self.deck() as deck:
                for tag, payload in (("version", None), ("poll", None), ("change", CHANGE)):
                    await deck.ask(tag, payload)
                return True
        return False

    async def _live(self) -> None:
        """Come, say what can be said, and go."""
        with suppress(Gone):
            async with page(self._net, self._at, "remote", "remote") as remote:
                for said in ({"ping": 1}, {"ask": "board"}, {"ask": "?"}, note(SOCKET)):
                    await remote.say(**said)


class Came(NamedTuple):
    """What came of a walk: whether it `raised`, the longest wait in seconds, what broke."""

    raised: bool
    waited: float
    broken: tuple[str, ...]


@asynccontextmanager
async def companion_of(net: Net, folder: Path) -> AsyncIterator[Companion]:
    """The show, open for Companion too."""
    companion = Companion(net.desk, Links(folder / "companion"), "fr")
    await companion.open(Address(0))
    try:
        yield companion
    finally:
        await companion.close()


async def came_of(folder: Path, name: str | None) -> Came:
    """What came of a walk on which that function raises."""
    journal = Journal.create(folder / "day.show", PLAN, NINE)
    plan = own.read(PLAN.encode(), NINE.date()).plan
    functions = {} if name is None else {name: functions_of(*PACKAGES)[name]}
    with caught() as (banners, log):
        async with (
            opened(folder, plan, journal=Kept(lambda: journal, journal)) as net,
            page(net, net.serving.address, "viewer", "stage") as other,
            companion_of(net, folder) as companion,
        ):
            await other.sees(0)
            walker = Walker(net, companion)
            async with walker.deck() as deck:
                with raising(functions) as made:
                    await walker.walk()
                    net.desk.do_json(note(REGIE))
                    await asyncio.sleep(0)  # it is told in the loop's next turn
                net.desk.do_json({"do": "go"})
                if not await walker.soon(deck.sees("a")) and not await walker.drive():
                    walker.broken.append("a Companion that was let go is kept out")
            broken = walker.broken
            for each in (HTTP, SOCKET):  # whoever had no answer says it again
                if await walker.ask("POST", "/v1/command", "remote", note(each)) != 200:
                    broken.append(f"{each} said again is not taken")
            answer = net.desk.do_json(note(AGAIN))
            if not answer.ok:
                broken.append("the régie's own command is not taken")
            if not await walker.drive():
                broken.append("a Companion is kept out")
            if not await walker.soon(other.sees(answer.rev)):
                broken.append("who looks on does not see the next board")
            kept = recover(folder / "day.show").show
            if kept != net.desk.show or net.desk.trouble is not None:
                broken.append("what is on disk is another show")
            said = Counter(json.loads(row.body).get("text") for row in journal.rows()[1:])
            broken += [f"{each} is kept {said[each]} times" for each in TEXTS if said[each] != 1]
    journal.close()
    if made.raised and not log.has(made.raised[0]):
        broken.append("the log has not where it was")
    broken += [f"the log has {each.getMessage()}" for each in log.records if not _told(each)]
    if banners.said != len(made.raised):
        broken.append(f"{banners.said} banners")
    return Came(bool(made.raised), walker.waited, tuple(f"{name}: {each}" for each in broken))


def _told(record: logging.LogRecord) -> bool:
    """Whether it tells of what was raised here, as the program tells of a fault."""
    raised = (record.exc_info or (None, None))[1]
    return record.name == "runofshow" and isinstance(raised, Injected)


def tried(name: str | None) -> Came:
    """The same in a folder and a loop of its own."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(came_of(Path(folder), name))


@cache
def passed() -> tuple[str, ...]:
    """The functions of the network that the walk passes through while the show is open."""
    tried(None)  # what is imported late is known then
    functions = {name: f for name, f in functions_of(*PACKAGES).items() if name not in ENDS}
    return tuple(called_in(functions, lambda: tried(None)))


def routes(chance: Random, tries: int) -> Result:
    """So many functions, drawn by chance; all of them when there are no more."""
    names = chance.sample(passed(), min(tries, len(passed())))
    walks = [tried(name) for name in names]
    longest = Figure("an answer in", max(each.waited for each in walks), "s", SOON)
    broken = tuple(each for walk in walks for each in walk.broken)
    return Result(sum(each.raised for each in walks), figures=(longest,), broken=broken)


FAULTS: Final = (
    Fault("route", "an exception in any function of the network", routes, slice=12, promised=600),
    Fault(
        "routes",
        "each of the network raises in turn",
        routes,
        slice=5000,
        promised=5000,
        suite=False,
    ),
)
