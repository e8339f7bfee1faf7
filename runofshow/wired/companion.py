"""Companion at the show: its adapter, opened and closed while the show runs.

aiohttp is imported when it is first opened, beside the loop (loading.py).
"""

import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from runofshow.core.errors import Trouble
from runofshow.core.sentences import Sentence
from runofshow.desk import Desk
from runofshow.loading import loaded
from runofshow.net.links import Link, Links
from runofshow.opening import Address
from runofshow.pulse import Pulse
from runofshow.serving import expiry

if TYPE_CHECKING:
    from runofshow.net.companion.adapter import Adapter
    from runofshow.net.companion.look import Look
    from runofshow.net.doors import Viewer

_log = logging.getLogger(__name__)


class Companion:
    """The show of `desk` for Companion."""

    def __init__(
        self, desk: Desk, links: Links, language: str,
        warn: Callable[[Sentence], None] = lambda _: None,
    ) -> None:  # fmt: skip
        """`warn` is called with what the régie should read of who knocks."""
        self._desk, self._links, self._language, self._warn = desk, links, language, warn
        self._adapter: Adapter | None = None
        self._pulse = Pulse(desk, lambda: self.connected > 0, self._tell)

    @property
    def address(self) -> str:
        """Where it is open, "" while it is closed."""
        return self._adapter.address if self._adapter is not None else ""

    @property
    def connected(self) -> int:
        """How many Companions are connected."""
        return self._adapter.wanted if self._adapter is not None else 0

    def links(self) -> tuple[str, ...]:
        """The addresses to type into Companion, tokens included; none while it is closed."""
        return self._adapter.handed_out() if self._adapter is not None else ()

    def viewers(self) -> "tuple[Viewer, ...]":
        """Who is connected."""
        return self._adapter.viewers() if self._adapter is not None else ()

    def paired(self) -> tuple[Link, ...]:
        """The links that last from day to day: a program has come by them."""
        return tuple(link for link in self._links.alive(self._desk.now()) if link.expires is None)

    async def revoke(self, link: str) -> bool:
        """End a link and let go who came by it; False when there is none.

        While it is open there is another to be handed out.
        """
        revoked = self._links.revoke(link)
        if self._adapter is not None:
            await self._adapter.part(link)
            self._adapter.ready(expiry(self._desk.board()))
        return revoked

    async def open(self, address: Address) -> None:
        """Open it; raises Trouble with a sentence when that cannot be."""
        if self._desk.watching is not None:
            raise Trouble("net_watching", who=self._desk.watching)
        await self.close()
        await loaded("runofshow.net.companion.adapter")
        from runofshow.net.companion.adapter import Adapter, Doors

        doors = Doors(do=self._do, look=self._look, now=self._desk.now)
        adapter = Adapter(
            doors, self._links, self._language,
            lambda who: self._warn(Sentence.of("guessed_companion", address=who)),
        )  # fmt: skip
        try:
            await adapter.open(address.host, address.port, expiry(self._desk.board()))
        except OSError as error:
            await adapter.close()
            where = f"{address.host}:{address.port}"
            raise Trouble("net_refused", address=where, why=error.strerror or str(error)) from None
        self._adapter = adapter
        self._pulse.begin()
        _log.info("open for Companion: %s", adapter.address)

    async def close(self) -> None:
        """Close it, if it is open."""
        adapter, self._adapter = self._adapter, None
        await self._pulse.end()
        if adapter is not None:
            await adapter.close()
            _log.info("closed for Companion")

    def _tell(self) -> None:
        if self._adapter is not None:
            self._adapter.publish()

    def _look(self) -> "Look":
        from runofshow.net.companion.look import Look

        return Look(self._desk.board(), self._desk.show.plan)

    async def _do(self, command: Mapping[str, Any], language: str) -> Mapping[str, Any]:
        with self._pulse.asked():
            answer = self._desk.do_json(command)
        return answer.as_json(language)
