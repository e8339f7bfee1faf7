"""What runs beside a show whatever shows it: the local socket, and following another's show.

An async context: entered, the show can be reached from outside or is followed; left, it cannot.
It runs on any asyncio loop, Qt's or a plain one.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self

from runofshow.core.commands import command_of
from runofshow.core.errors import Refused, Trouble, Unwritable
from runofshow.core.sentences import Sentence
from runofshow.net.local import Doors, LocalServer, follow
from runofshow.opening import Opened
from runofshow.store.journal import Journal
from runofshow.store.owner import Owner

_log = logging.getLogger(__name__)


class Running:
    """Serves `show` to this machine's programs, or follows it when another process runs it.

    `tell` is called with what the régie should read: the owner has gone, nobody can reach us.
    """

    def __init__(
        self, show: Opened, language: str, tell: Callable[[Sentence], None] | None = None
    ) -> None:
        self._show, self._language = show, language
        self._tell = tell if tell is not None else _logged
        self._server: LocalServer | None = None
        self._serving: asyncio.Future[None] | None = None
        self._following: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        kept, owner = self._show.kept, self._show.owner
        if kept is not None:
            kept.when_made(self._serve_soon)
            await self._started()
        if owner is not None:
            self._following = asyncio.create_task(self._follow(owner))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._following is not None:
            self._following.cancel()
            await asyncio.gather(self._following, return_exceptions=True)
        if self._serving is not None:  # short; a server cut off in its making is never closed
            await asyncio.gather(self._serving, return_exceptions=True)
        if self._server is not None:
            await self._server.close()
        if self._show.kept is not None:
            self._show.kept.close()

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
        )
        self._server = LocalServer(doors, language=self._language)
        try:
            await self._server.start()
            journal.announce(self._server.address, self._server.token)
        except OSError as error:
            self._tell(Sentence.of("unreachable", why=str(error)))
        except Unwritable as trouble:
            self._tell(trouble.sentence)

    async def _follow(self, owner: Owner) -> None:
        """Replay each row of the other's journal; say so when it ends."""
        desk, seen = self._show.desk, self._show.seen
        try:
            async for row in follow(owner):
                if row.seq > seen:
                    desk.replay(row.at, command_of(json.loads(row.body)))
                    seen = row.seq
        except (Refused, Trouble) as trouble:
            self._tell(trouble.sentence)
            return
        self._tell(Sentence.of("owner_gone", who=owner.who))


def _logged(said: Sentence) -> None:
    _log.info("%s", said.text("en"))
