"""What the régie hands out while the show is open to the network: links, and pairings.

Rules of this module:
- The sheet is told who is there once a second while it is open; nobody looks otherwise.
- A code that pairs a remote works only while the sheet shows it; whoever brings it is let in by the
  régie, who compares numbers (net/pairing.py).
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore

from runofshow.core.errors import Trouble
from runofshow.desktop.day import Day
from runofshow.desktop.errands import Later
from runofshow.desktop.memory import Memory
from runofshow.desktop.network_telling import NetworkTelling, said
from runofshow.ui.operator.banner import Choice
from runofshow.ui.operator.window import OperatorWindow

if TYPE_CHECKING:  # read when the network is first opened or looked at
    from runofshow.net.doors import Viewer
    from runofshow.net.pairing import Waiting
    from runofshow.net.roles import Role
    from runofshow.net.server import Census
    from runofshow.serving import Serving
    from runofshow.ui.operator.network_rows import Link, Network, NetworkWish, Screen
    from runofshow.wired.companion import Companion

LOOK_EVERY: Final = 1000
"""Milliseconds between two looks at who is there, while the sheet is open."""
OPENS: Final[Mapping[str, tuple["Role", str]]] = {
    "stage": ("viewer", "/stage"),
    "green": ("viewer", "/green"),
    "programme": ("viewer", "/programme"),
    "workshops": ("viewer", "/workshops"),
    "messages": ("messages", "/messages"),
    "companion": ("companion", "/"),
}
"""What is handed out: the role that it needs, and where it leads."""
REMOTE: Final = "remote"
"""The page that is not handed out: phones are paired."""
ASKS: Final = "asks "
"""Before its number, the key of the banner about who asks to be let in."""


class HandingOut(QtCore.QObject):
    """Tells the sheet of `window` how the `day` stands on the network, and does what it asks of it.

    `do` does work beside.
    """

    def __init__(
        self,
        window: OperatorWindow,
        memory: Memory,
        telling: NetworkTelling,
        day: Day,
        do: Later,
    ) -> None:
        super().__init__(window)
        self._window, self._memory, self._telling = window, memory, telling
        self._day, self._do = day, do
        self._room: str | None = None
        self._page = "stage"
        self._asking: set[int] = set()
        self._looking = QtCore.QTimer(self)
        self._looking.timeout.connect(lambda: do(self.look()))
        window.network_wanted.connect(self._begin)
        window.venue.left.connect(lambda: do(self.look()))
        window.banner_chosen.connect(self._answered)

    def stop(self) -> None:
        """Look no more."""
        self._looking.stop()

    @property
    def _companion(self) -> "Companion | None":
        """What Stream Decks come by, whether the show is open or not."""
        wiring = self._day.wiring
        return None if wiring is None else wiring.companion

    # --- what is asked ---------------------------------------------------------------------------

    async def take(self, wish: "NetworkWish") -> None:
        """Do what is asked of links and screens; raises Trouble while the show is closed."""
        match wish.does:
            case "room":
                self._room = wish.value
            case "page":
                self._page = wish.value
            case "fresh":
                role, _ = OPENS[wish.value]
                await self._open_serving().link(role, self._room_of(role), fresh=True)
            case "identify":
                await self._open_serving().identify(wish.value)
            case "revoke":
                await self._revoke(wish.value)
            case "revoke_all":
                await self._revoke(None)

    async def _revoke(self, links: tuple[str, ...] | None) -> None:
        """End these links, or all."""
        serving, companion = self._day.serving, self._companion
        served = serving if serving is not None and serving.address else None
        known = None if served is None else await served.census()
        if links is None:
            links = tuple(link.id for link in known.links) if known else ()
        there = [*(known.viewers if known else ()), *(companion.viewers() if companion else ())]
        for link in links:
            if served is not None:
                await served.revoke(link)
            if companion is not None:
                await companion.revoke(link)
        count = sum(viewer.link in links for viewer in there)
        self._telling.say("told_revoked", count=count)

    def _open_serving(self) -> "Serving":
        """What serves the show; raises Trouble while there is nothing."""
        serving = self._day.serving
        if serving is None:
            raise Trouble("net_closed")
        return serving

    def _room_of(self, role: "Role") -> str | None:
        return self._room if role == "viewer" else None

    # --- what is told ----------------------------------------------------------------------------

    def _begin(self) -> None:
        self._looking.start(LOOK_EVERY)
        self._do(self.look())

    async def look(self) -> None:
        """Tell the sheet how the network stands, while it is open, and of who asks to be let in."""
        serving, shown = self._day.serving, self._window.venue.open
        if serving is None or not serving.address:
            self._tell_asking(())
            self._window.venue.put(self._closed())
            if not shown:
                self._looking.stop()
            return
        if not shown or self._page != REMOTE:
            await serving.withdraw()
        known = await serving.census()
        self._tell_asking(known.waiting)
        if shown:
            await self._tell_sheet(serving, known)
        elif not known.waiting:
            self._looking.stop()

    async def _tell_sheet(self, serving: "Serving", known: "Census") -> None:
        from runofshow.ui.operator.network_rows import Link

        language = self._memory.settings.venue.language
        asked = f"?lang={language}" if language else ""
        links = {}
        for page, (role, path) in OPENS.items():
            out = await serving.link(role, self._room_of(role))
            links[page] = Link(out.id, f"{serving.address}{path}{asked}#{out.token}", out.expires)
        deck = links["companion"]
        companion = self._companion
        for url in companion.links() if companion is not None else ():
            if url.endswith(deck.url.partition("#")[2]):
                links["companion"] = deck._replace(url=url)
        if self._page == REMOTE:
            path, _, code = (await serving.offer()).partition("#")
            links[REMOTE] = Link("", f"{path}{asked}#{code}", links["stage"].expires)
        if serving.address:  # it may have been closed meanwhile
            self._window.venue.put(self._opened(serving.address, serving.name, links, known))

    def _closed(self) -> "Network":
        from runofshow.ui.interfaces import interfaces
        from runofshow.ui.operator.network_rows import Device, Network

        venue = self._memory.settings.venue
        rooms = self._rooms()
        if self._room not in rooms:
            self._room = None
        companion = self._companion
        decks = companion.viewers() if companion is not None else ()
        here = {each.link for each in decks}
        wired = companion.paired() if companion is not None else ()
        return Network(
            "", venue.interface, interfaces(), venue.language, rooms, self._room,
            decks=tuple(_screen(each) for each in decks),
            wired=tuple(Device(each.id, each.used or "", each.id in here) for each in wired),
        )  # fmt: skip

    def _opened(
        self, address: str, name: str, links: Mapping[str, "Link"], known: "Census"
    ) -> "Network":
        from runofshow.ui.operator.network_rows import Device

        here = {each.link for each in known.viewers}
        stale = tuple(
            link.id
            for link in known.links
            if not link.token and link.name is None and link.expires is not None
        )
        paired = tuple(
            Device(link.id, link.name, link.id in here)
            for link in known.links
            if link.name is not None
        )
        closed, screens = self._closed(), tuple(_screen(each) for each in known.viewers)
        wired = (each._replace(here=each.here or each.link in here) for each in closed.wired)
        return closed._replace(
            address=address, links=links, screens=screens, paired=paired, stale=stale, name=name,
            wired=tuple(wired),
        )  # fmt: skip

    def _rooms(self) -> tuple[str, ...]:
        """The rooms of the plan, in their order."""
        found: dict[str, None] = {}
        for row in self._day.desk.board().slots:
            for room in (row.room, *(each.room for each in row.activities or ())):
                if room:
                    found[room] = None
        return tuple(found)

    # --- who asks to be let in -------------------------------------------------------------------

    def _tell_asking(self, waiting: "Sequence[Waiting]") -> None:
        """Ask the régie about each that waits, once; drop the question of who waits no more."""
        there = {each.number for each in waiting}
        for gone in self._asking - there:
            self._window.drop(f"{ASKS}{gone}")
        for each in waiting:
            if each.number not in self._asking:
                self._ask(each)
        self._asking = there

    def _ask(self, waiting: "Waiting") -> None:
        facts = {"number": waiting.number, "name": waiting.name}
        text = said("asks_named" if waiting.name else "asks", facts)
        links = [Choice(said(each, facts), None, each) for each in ("accept", "refuse")]
        key, left = f"{ASKS}{waiting.number}", waiting.left
        self._telling.telling.say(key, "watch", text, *links, seconds=left, answer=True)

    def _answered(self, key: str, name: str) -> None:
        if key.startswith(ASKS) and name:
            number = int(key.removeprefix(ASKS))
            self._do(self._answer(number, admit=name == "accept"))

    async def _answer(self, number: int, *, admit: bool) -> None:
        there = await self._open_serving().answer(number, admit=admit)
        outcome = ("admitted" if admit else "turned_away") if there else "too_late"
        self._telling.say(outcome, number=number)
        await self.look()


def _screen(viewer: "Viewer") -> "Screen":
    """One that is connected, as its row tells it."""
    from runofshow.ui.operator.network_rows import Screen

    return Screen(
        viewer.number, viewer.link, viewer.page or viewer.role, viewer.room, viewer.address,
        viewer.round_trip, viewer.silent, viewer.name,
    )  # fmt: skip
