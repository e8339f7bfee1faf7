"""The show on the network, as the régie opens and closes it.

Rules of this module:
- It is opened on the interface that was chosen, this machine alone until one is; never on another
  because that one is gone.
- What is open when the program is killed is open again when it is started with the same show, on
  the same port: links still work, and screens come back by themselves. Whoever leaves the program,
  or closes the show, closes it.
- An interface whose address changes has the show opened again on the new one.
"""

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, Final

from PySide6 import QtCore

from runofshow.core.errors import Trouble
from runofshow.desktop.day import Day
from runofshow.desktop.errands import Later
from runofshow.desktop.handing_out import HandingOut
from runofshow.desktop.memory import Memory
from runofshow.desktop.network_telling import NetworkTelling
from runofshow.desktop.telling import Telling
from runofshow.opening import Address
from runofshow.ui.lamps import Network as Stands
from runofshow.ui.operator.window import OperatorWindow

if TYPE_CHECKING:  # read when the network is first opened or looked at
    from runofshow.serving import Serving
    from runofshow.ui.operator.network_rows import NetworkWish, Reach

HEED_EVERY: Final = 3000
"""Milliseconds between two looks whether the interface is still there, while the show is open."""
TRIES: Final = 10
"""How many ports are tried, from the usual one on."""


class Networking(QtCore.QObject):
    """Opens the show of the `day` as `window` asks; `later` runs a coroutine beside.

    Stream Decks stand in the same list, and the lamp says what else is listened to.

    Attribute: handing_out. Signal: changed() when it was opened or closed.
    """

    changed = QtCore.Signal()

    def __init__(
        self,
        window: OperatorWindow,
        memory: Memory,
        telling: Telling,
        day: Day,
        later: Later,
    ) -> None:
        super().__init__(window)
        self._memory, self._telling = memory, NetworkTelling(window, telling)
        self._day, self._later = day, later
        self.handing_out = HandingOut(window, memory, self._telling, day, self._do)
        self._busy = self._lost = False
        self._host = ""
        self._heeding = QtCore.QTimer(self)
        self._heeding.timeout.connect(lambda: self._do(self._heed()))
        window.network_asked.connect(self.take)

    @property
    def stands(self) -> Stands:
        """How the show stands on the network, for the lamp."""
        serving, wiring = self._day.serving, self._day.wiring
        wired = wiring.beyond if wiring is not None else ()
        if serving is None:
            return Stands(wired=wired)
        return Stands(serving.address, serving.viewers, lost=self._lost, wired=wired)

    # --- a show begins and ends ------------------------------------------------------------------

    async def begin(self) -> None:
        """A show has begun: open it as it was, if it was open when the program was killed."""
        serving, venue = self._day.serving, self._memory.settings.venue
        if serving is None or serving.address or not venue.open_for:
            return
        if venue.open_for == self._day.opened.path.name:
            await self._done(self._open(again=True))
        else:
            self._remember(open_for="")

    def forget(self) -> None:
        """The show ends as the régie wants it: it is not to be opened again by itself."""
        self.handing_out.stop()
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
            case _:
                self._do(self.handing_out.take(wish))
        self._do(self.handing_out.look())

    def _do(self, work: Coroutine[Any, Any, None]) -> None:
        """Do it beside; what cannot be is told, unless the show was closed meanwhile."""
        self._later(self._done(work))

    async def _done(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Trouble as trouble:
            if trouble.code != "net_closed":
                self._telling.telling.tell(trouble.sentence, "watch")

    def _remember(self, **fields: Any) -> None:
        venue = self._memory.settings.venue
        self._memory.change(venue=venue.model_copy(update=fields))

    # --- opening and closing ---------------------------------------------------------------------

    async def _toggle(self) -> None:
        serving = self._day.serving
        if serving is None or self._busy:
            return
        self._busy = True
        try:
            await (self._shut(serving) if serving.address else self._open())
        finally:
            self._busy = False
        await self.handing_out.look()

    async def _open(self, *, again: bool = False) -> None:
        """Open it on the interface that was chosen; raises Trouble."""
        venue, reach = self._memory.settings.venue, self._reach()
        if reach is None:
            raise Trouble("net_gone", name=venue.interface)
        port = await self._listen(reach.address, venue.port)
        self._host, self._lost = reach.address, False
        self._remember(port=port, open_for=self._day.opened.path.name)
        self._heeding.start(HEED_EVERY)
        self.changed.emit()
        said = "told_again" if again else "told_open" if reach.name else "told_here"
        if port != venue.port:
            said = "told_port"
        self._telling.say(said, reach, former=str(venue.port), port=str(port))

    async def _listen(self, host: str, port: int) -> int:
        """Open the show at the first port from `port` on that is free; raises Trouble."""
        serving = self._day.serving
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
        self._telling.say("told_shut", key="network_open", count=count)

    def _reach(self) -> "Reach | None":
        """The interface that is chosen, if it is there."""
        from runofshow.ui.interfaces import interfaces

        name = self._memory.settings.venue.interface
        return next((each for each in interfaces() if each.name == name), None)

    async def _heed(self) -> None:
        """See that the interface is still there, at the address that the show is open on."""
        serving = self._day.serving
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
                self._telling.say("told_gone", name, severity="act")
            else:
                self._telling.drop()

    async def _open_moved(self) -> None:
        self._busy = True
        try:
            await self._open()
        finally:
            self._busy = False
        reach = self._reach()
        if reach is not None:
            self._telling.say("told_moved", reach)
