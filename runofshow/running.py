"""What runs beside a show whatever shows it: the local socket, the network, following another's.

An async context: entered, the show can be reached from outside or is followed; left, it cannot.
It runs on any asyncio loop, Qt's or a plain one.
"""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from runofshow.core.commands import command_of
from runofshow.core.errors import Trouble, Unwritable
from runofshow.core.sentences import Sentence
from runofshow.net.links import Links
from runofshow.net.local import Doors, LocalServer, follow
from runofshow.net.tireless import tireless
from runofshow.opening import Address, Opened, Wired
from runofshow.serving import Serving
from runofshow.store.double import Double, Place, Standing
from runofshow.store.journal import Journal
from runofshow.store.keeping import Kept
from runofshow.store.owner import Owner, owner_of
from runofshow.store.settings import Settings
from runofshow.wired.wiring import Wiring

_log = logging.getLogger(__name__)
AGAIN: Final = 0.25
"""Seconds after which a show that could not be followed is tried again."""
PERSISTS: Final = 4
"""How often in a row it cannot be followed before that is told."""


class Running:
    """Serves `show` to this machine's programs, or follows it when another process runs it.

    `tell` is called with what the régie should read: the owner has gone, nobody can reach us.
    `serve` is where the show is open on the network from the start, `apart` whether in a thread of
    its own, `wired` where what is wired to it is; `settings` are those of the machine. Attributes:
    `serving`, the show on the network; `wiring`, what is wired to it; `doubled`, called when the
    journal's double stands otherwise.
    """

    def __init__(
        self,
        show: Opened,
        language: str,
        tell: Callable[[Sentence], None] | None = None,
        *,
        serve: Address | None = None,
        wired: Wired | None = None,
        apart: bool = False,
        settings: Callable[[], Settings] = Settings,
    ) -> None:
        self._show, self._language = show, language
        self._serve_at, self._wired = serve, wired if wired is not None else Wired()
        folder = show.path.parent.parent
        links = Links(folder)
        self._broken = links.broken
        self._seen = show.seen
        self._settings = settings
        self.pictures: Callable[[Path], Awaitable[int]] | None = None
        self.doubled: Callable[[Standing], None] = self._tell_of_double
        self._double: Double | None = None
        self._unsubscribe: Callable[[], None] = _nothing
        self._tell = tell if tell is not None else _logged
        self.serving = Serving(
            show.desk, links, language, apart=apart, settings=settings, warn=self._tell
        )
        self.wiring = Wiring(show.desk, links, folder, language, self._tell)
        self._server: LocalServer | None = None
        self._serving: asyncio.Future[None] | None = None
        self._following: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        if self._broken is not None:
            self._tell(self._broken)
        kept, owner = self._show.kept, self._show.owner
        if kept is not None:
            kept.watch(partial(_soon, asyncio.get_running_loop(), self._show.desk.tend))
            kept.when_made(self._serve_soon)
            self._begin_double(kept)
            await self._started()
        if owner is not None:
            self._following = asyncio.create_task(tireless(partial(self._follow, owner)))
        if self._serve_at is not None:
            await self._open(self._serve_at)
        await self.wiring.begin(*self._wired)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.wiring.end()
        await self.serving.close()
        self._unsubscribe()
        if self._double is not None:
            self._double.close()
        if self._following is not None:
            self._following.cancel()
            await asyncio.gather(self._following, return_exceptions=True)
        if self._serving is not None:  # short; a server cut off in its making is never closed
            await asyncio.gather(self._serving, return_exceptions=True)
        if self._server is not None:
            await self._server.close()
        if self._show.kept is not None:
            self._show.kept.close()

    async def _open(self, address: Address) -> None:
        """Open the show on the network, or tell why it cannot be: the day runs all the same."""
        try:
            await self.serving.open(address)
        except Trouble as trouble:
            self._tell(trouble.sentence)
        else:
            self._tell(Sentence.of("net_open", address=self.serving.address))

    # --- the double ----------------------------------------------------------------------------

    def _begin_double(self, kept: Kept) -> None:
        desk = self._show.desk
        tell = partial(_soon, asyncio.get_running_loop(), self._heard_of_double)
        known = lambda: kept.known(desk.unsaved)  # noqa: E731 (asked in the double's thread)
        self._double = Double(self._show.path, known, tell, self._language)
        self._unsubscribe = desk.subscribe(self._double.look)
        self.keep_double()

    def keep_double(self) -> None:
        """Keep the journal's double where the settings say now."""
        at = self._settings().double
        if self._double is not None:
            stick = Path(at.stick) if at.stick else None
            self._double.keep(Place(Path(at.folder), stick) if at.folder else None)

    def _heard_of_double(self) -> None:
        if self._double is not None:
            self.doubled(self._double.standing)

    def _tell_of_double(self, standing: Standing) -> None:
        if standing.trouble is not None:
            self._tell(standing.trouble)

    # --- the socket ----------------------------------------------------------------------------

    def _serve_soon(self, journal: Journal) -> None:
        self._serving = asyncio.ensure_future(self._serve(journal))

    async def _started(self) -> None:
        if self._serving is not None:
            await self._serving

    async def _serve(self, journal: Journal) -> None:
        desk = self._show.desk

        def do(command: Mapping[str, Any], language: str) -> Mapping[str, Any]:
            return desk.do_json(command).as_json(language)

        def board(language: str) -> Mapping[str, Any]:
            return desk.board().as_json(language)

        def plan() -> Mapping[str, Any]:
            return desk.show.plan.as_json()

        def subscribe(on_row: Callable[[Mapping[str, Any]], None]) -> Callable[[], None]:
            told = len(journal.rows())

            def changed() -> None:
                nonlocal told
                rows = journal.rows()
                for row in rows[told:]:
                    on_row(row.as_json())
                told = len(rows)

            return desk.subscribe(changed)

        doors = Doors(
            do=do,
            board=board,
            plan=plan,
            rows=lambda: [row.as_json() for row in journal.rows()],
            subscribe=subscribe,
            links=self._links,
            pictures=self._pictures,
        )
        self._server = LocalServer(doors, language=self._language)
        try:
            await self._server.start()
            journal.announce(self._server.address, self._server.token)
        except OSError as error:
            self._tell(Sentence.of("unreachable", why=str(error)))
        except Unwritable as trouble:
            self._tell(trouble.sentence)

    async def _pictures(self, into: Path) -> int:
        return 0 if self.pictures is None else await self.pictures(into)

    async def _links(self) -> Sequence[Mapping[str, Any]]:
        """All links whose tokens are known; raises Trouble while nothing is open.

        With Companion's adapter open, a Companion link leads there.
        """
        decks = {url.partition("=")[2]: url for url in self.wiring.companion.links()}
        links = () if decks and not self.serving.address else await self.serving.links()
        told = [
            {"role": link.role, "url": decks.pop(link.token, link.url), "token": link.token}
            for link in links
        ]
        return told + [
            {"role": "companion", "url": url, "token": token} for token, url in decks.items()
        ]

    async def _follow(self, owner: Owner) -> None:
        """Replay each row of the journal of whoever runs the show; say when nobody does any more.

        What keeps it from being followed is told when it lasts, and tried again: the other may
        only just have begun, be busy for a moment, or be started again.
        """
        runs: Owner | None = owner
        missed = 0
        while True:
            trouble = await self._replayed(runs) if runs is not None else None
            missed = 0 if trouble is None else missed + 1
            if trouble is not None and missed == PERSISTS:
                self._tell(trouble.sentence)
            await asyncio.sleep(AGAIN)
            before, runs = runs, owner_of(self._show.path)
            if runs is None and before is not None:
                self._tell(Sentence.of("owner_gone", who=self._show.desk.watching or before.who))
            elif runs is not None and runs.pid and runs.who != self._show.desk.watching:
                self._show.desk.watching = runs.who
                self._tell(Sentence.of("journal_owned", who=runs.who))

    async def _replayed(self, owner: Owner) -> Trouble | None:
        """Follow `owner` until its socket closes; the trouble that ended it, if one did."""
        try:
            async for row in follow(owner):
                if row.seq > self._seen:
                    self._show.desk.replay(row.at, command_of(json.loads(row.body)))
                    self._seen = row.seq
        except Trouble as trouble:
            return trouble
        return None


def _soon(loop: asyncio.AbstractEventLoop, work: Callable[[], None]) -> None:
    """Have `work` done by `loop`, whose thread this is not."""
    with suppress(RuntimeError):  # it has just been closed
        loop.call_soon_threadsafe(work)


def _nothing() -> None:
    """There is nothing to end."""


def _logged(said: Sentence) -> None:
    _log.info("%s", said.text("en"))
