"""The show on the network, as the régie opens, hands out and closes it.

Rules of this module:
- It is opened on the interface that was chosen, this machine alone until one is; never on another
  because that one is gone.
- What is open when the program is killed is open again when it is started with the same show, on
  the same port: links still work, and screens come back by themselves. Whoever leaves the program,
  or closes the show, closes it.
- An interface whose address changes has the show opened again on the new one.
"""

from collections.abc import Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any, Final

from PySide6 import QtCore

from runofshow.core.errors import Trouble
from runofshow.core.plurals import counted
from runofshow.core.sentences import typeset
from runofshow.desktop.memory import Memory
from runofshow.desktop.telling import Telling
from runofshow.opening import Address, Opened
from runofshow.ui.lamps import Network as Stands
from runofshow.ui.operator.banner import Severity
from runofshow.ui.operator.key_names import cap
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts.network import network_words

if TYPE_CHECKING:  # read when the network is first opened or looked at
    from runofshow.net.roles import Role
    from runofshow.net.server import Census, HandedOut
    from runofshow.serving import Serving
    from runofshow.ui.operator.network_rows import Network, NetworkWish, Reach

LOOK_EVERY: Final = 1000
"""Milliseconds between two looks at who is there, while the sheet is open."""
HEED_EVERY: Final = 3000
"""Milliseconds between two looks whether the interface is still there, while the show is open."""
TRIES: Final = 10
"""How many ports are tried, from the usual one on."""
OPENS: Final[Mapping[str, tuple["Role", str]]] = {
    "stage": ("viewer", "/stage"),
    "green": ("viewer", "/green"),
    "programme": ("viewer", "/programme"),
    "messages": ("messages", "/messages"),
    "remote": ("remote", "/remote"),
    "companion": ("companion", "/"),
}
"""What is handed out: the role that it needs, and where it leads."""


class Networking(QtCore.QObject):
    """Opens the show that `show()` is by what serves it, `serving()`, as `window` asks.

    Signal: changed() when it was opened or closed.
    """

    changed = QtCore.Signal()

    def __init__(
        self,
        window: OperatorWindow,
        memory: Memory,
        telling: Telling,
        show: Callable[[], Opened],
        serving: Callable[[], "Serving | None"],
        later: Callable[[Coroutine[Any, Any, None]], None],
    ) -> None:
        super().__init__(window)
        self._window, self._memory, self._telling = window, memory, telling
        self._show, self._serving, self._later = show, serving, later
        self._room: str | None = None
        self._busy = self._lost = False
        self._host = ""
        self._looking, self._heeding = QtCore.QTimer(self), QtCore.QTimer(self)
        self._looking.timeout.connect(lambda: self._do(self._look()))
        self._heeding.timeout.connect(lambda: self._do(self._heed()))
        window.network_asked.connect(self.take)
        window.network_wanted.connect(self._begin_looking)
        window.venue.left.connect(self._looking.stop)

    @property
    def stands(self) -> Stands:
        """How the show stands on the network, for the lamp."""
        serving = self._serving()
        if serving is None:
            return Stands()
        return Stands(serving.address, serving.viewers, lost=self._lost)

    # --- a show begins and ends ------------------------------------------------------------------

    async def begin(self) -> None:
        """A show has begun: open it as it was, if it was open when the program was killed."""
        serving, venue = self._serving(), self._memory.settings.venue
        if serving is None or serving.address or not venue.open_for:
            return
        if venue.open_for == self._show().path.name:
            await self._done(self._open(again=True))
        else:
            self._remember(open_for="")

    def forget(self) -> None:
        """The show ends as the régie wants it: it is not to be opened again by itself."""
        self._looking.stop()
        self._heeding.stop()
        if self._memory.settings.venue.open_for:
            self._remember(open_for="")

    # --- what is asked ---------------------------------------------------------------------------

    def take(self, wish: "NetworkWish") -> None:
        """Do what is asked of the network; why not, is said."""
        match wish.does:
            case "toggle":
                self._do(self._toggle())
            case "reach":
                self._remember(interface=wish.value)
            case "language":
                self._remember(language=wish.value)
            case "room":
                self._room = wish.value
            case "fresh":
                self._do(self._fresh(wish.value))
            case "identify":
                self._do(self._identify(wish.value))
            case "revoke":
                self._do(self._revoke(wish.value))
            case "revoke_all":
                self._do(self._revoke(None))
        self._do(self._look())

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it beside; what cannot be is told, unless the show was closed meanwhile."""
        self._later(self._done(work))

    async def _done(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Trouble as trouble:
            if trouble.code != "net_closed":
                self._telling.tell(trouble.sentence, "watch")

    def _remember(self, **fields: Any) -> None:
        venue = self._memory.settings.venue
        self._memory.change(venue=venue.model_copy(update=fields))

    # --- opening and closing ---------------------------------------------------------------------

    async def _toggle(self) -> None:
        serving = self._serving()
        if serving is None or self._busy:
            return
        self._busy = True
        try:
            await (self._shut(serving) if serving.address else self._open())
        finally:
            self._busy = False
        await self._look()

    async def _open(self, *, again: bool = False) -> None:
        """Open it on the interface that was chosen; raises Trouble."""
        from runofshow.ui.operator.network_rows import where

        venue, reach = self._memory.settings.venue, self._reach()
        if reach is None:
            raise Trouble("net_gone", name=venue.interface)
        port = await self._listen(reach.address, venue.port)
        self._host, self._lost = reach.address, False
        self._remember(port=port, open_for=self._show().path.name)
        self._heeding.start(HEED_EVERY)
        self.changed.emit()
        said = "told_again" if again else "told_open" if reach.name else "told_here"
        if port != venue.port:
            said = "told_port"
        self._say(
            said, lambda language: where(reach, network_words(language)),
            former=str(venue.port), port=str(port),
        )  # fmt: skip

    async def _listen(self, host: str, port: int) -> int:
        """Open the show at the first port from `port` on that is free; raises Trouble."""
        serving = self._serving()
        assert serving is not None
        for tried in range(port, min(port + TRIES, 65_536)):
            try:
                await serving.open(Address(tried, host))
            except Trouble as trouble:
                if trouble.code != "net_refused" or tried == port + TRIES - 1:
                    raise
            else:
                return tried
        raise Trouble("net_refused", address=f"{host}:{port}", why="–")

    async def _shut(self, serving: "Serving") -> None:
        count = serving.viewers
        await serving.close()
        self._heeding.stop()
        self._remember(open_for="")
        self._lost = False
        self.changed.emit()
        self._say("told_shut", key="network_open", count=count)

    def _reach(self) -> "Reach | None":
        """The interface that is chosen, if it is there."""
        from runofshow.ui.interfaces import interfaces

        name = self._memory.settings.venue.interface
        return next((each for each in interfaces() if each.name == name), None)

    async def _heed(self) -> None:
        """See that the interface is still there, at the address that the show is open on."""
        serving = self._serving()
        if serving is None or not serving.address or self._busy or not self._host:
            return
        reach = self._reach()
        lost = reach is None
        if reach is not None and reach.address != self._host:
            await self._open_moved()
        elif lost != self._lost:
            self._lost = lost
            self.changed.emit()
            name = self._memory.settings.venue.interface
            if lost:
                self._say("told_gone", lambda _: name, severity="act")
            else:
                self._window.drop("network")

    async def _open_moved(self) -> None:
        from runofshow.ui.operator.network_rows import where

        self._busy = True
        try:
            await self._open()
        finally:
            self._busy = False
        reach = self._reach()
        if reach is not None:
            self._say("told_moved", lambda language: where(reach, network_words(language)))

    def _say(
        self,
        name: str,
        place: Callable[[str], str] | None = None,
        *,
        key: str = "network",
        severity: Severity = "note",
        **facts: object,
    ) -> None:
        """Say one of the texts of the network for a while."""

        def text(language: str) -> str:
            told = {"key": cap(key, self._window.words.window), **facts}
            if place is not None:
                told["where"] = place(language)
            said = counted(getattr(network_words(language), name), language, told)
            return typeset(said) if language == "fr" else said

        seconds = None if severity == "act" else 12
        self._telling.say("network", severity, text, seconds=seconds, answer=severity == "note")

    # --- links and screens -----------------------------------------------------------------------

    async def _fresh(self, page: str) -> None:
        role, _ = OPENS[page]
        await self._open_serving().link(role, self._room_of(role), fresh=True)

    async def _identify(self, number: int) -> None:
        await self._open_serving().identify(number)

    async def _revoke(self, links: tuple[str, ...] | None) -> None:
        """End these links, or all."""
        serving = self._open_serving()
        known = await serving.census()
        ended = {link.id for link in known.links} if links is None else {*links}
        for link in ended:
            await serving.revoke(link)
        count = sum(viewer.link in ended for viewer in known.viewers)
        self._say("told_revoked", count=count)

    def _open_serving(self) -> "Serving":
        """What serves the show; raises Trouble while there is nothing."""
        serving = self._serving()
        if serving is None:
            raise Trouble("net_closed")
        return serving

    def _room_of(self, role: "Role") -> str | None:
        return self._room if role == "viewer" else None

    # --- what is told ----------------------------------------------------------------------------

    def _begin_looking(self) -> None:
        self._looking.start(LOOK_EVERY)
        self._do(self._look())

    async def _look(self) -> None:
        """Tell the sheet how the network stands, while it is open."""
        if not self._window.venue.open:
            self._looking.stop()
            return
        serving = self._serving()
        if serving is None or not serving.address:
            self._window.venue.put(self._closed())
            return
        handed = {}
        for page, (role, _) in OPENS.items():
            handed[page] = await serving.link(role, self._room_of(role))
        known = await serving.census()
        if serving.address:  # it may have been closed meanwhile
            self._window.venue.put(self._opened(serving.address, handed, known))

    def _closed(self) -> "Network":
        from runofshow.ui.interfaces import interfaces
        from runofshow.ui.operator.network_rows import Network

        venue = self._memory.settings.venue
        rooms = self._rooms()
        if self._room not in rooms:
            self._room = None
        return Network("", venue.interface, interfaces(), venue.language, rooms, self._room)

    def _opened(
        self, address: str, handed: Mapping[str, "HandedOut"], known: "Census"
    ) -> "Network":
        from runofshow.ui.operator.network_rows import Link, Screen

        language = self._memory.settings.venue.language
        asked = f"?lang={language}" if language else ""
        links = {
            page: Link(out.id, f"{address}{OPENS[page][1]}{asked}#{out.token}", out.expires)
            for page, out in handed.items()
        }
        screens = tuple(
            Screen(
                each.number, each.link, each.page or each.role, each.room, each.address,
                each.round_trip, each.silent,
            )
            for each in known.viewers
        )  # fmt: skip
        stale = tuple(link.id for link in known.links if not link.token)
        return self._closed()._replace(address=address, links=links, screens=screens, stale=stale)

    def _rooms(self) -> tuple[str, ...]:
        """The rooms of the plan, in their order."""
        found: dict[str, None] = {}
        for row in self._show().desk.board().slots:
            for room in (row.room, *(each.room for each in row.activities or ())):
                if room:
                    found[room] = None
        return tuple(found)
