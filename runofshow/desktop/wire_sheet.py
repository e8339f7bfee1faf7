"""What the régie asks of what is wired to the show, and what its window is told of it.

The sheet is told how everything stands once a second while it is open, and whenever something was
sent; nobody looks otherwise.
"""

from typing import TYPE_CHECKING, Final

from PySide6 import QtCore

from runofshow.core.errors import Trouble, Unwritable
from runofshow.core.plurals import counted
from runofshow.core.sentences import Sentence
from runofshow.core.times import show_clock
from runofshow.desktop.day import Day
from runofshow.desktop.errands import Later
from runofshow.desktop.telling import Telling
from runofshow.ui.operator.window import OperatorWindow

if TYPE_CHECKING:  # read when the sheet is first opened
    from runofshow.net.outgoing.sender import Sent
    from runofshow.store.wires import Wire, Wires
    from runofshow.ui.operator.wire_rows import Stands, Went, WireWish
    from runofshow.wired.wiring import Wiring

LOOK_EVERY: Final = 1000
"""Milliseconds between two looks while the sheet is open."""
SHOWN: Final = 24
"""How many of what was sent are shown."""


class WireSheet(QtCore.QObject):
    """Takes wishes from `window` to what is wired to the `day`; `later` does work beside."""

    def __init__(
        self,
        window: OperatorWindow,
        telling: Telling,
        day: Day,
        later: Later,
    ) -> None:
        super().__init__(window)
        self._window, self._telling = window, telling
        self._day, self._later = day, later
        self._looking = QtCore.QTimer(self)
        self._looking.timeout.connect(self._look)
        window.wires_wanted.connect(self._begin)
        window.wire_asked.connect(self.take)

    # --- what is asked ---------------------------------------------------------------------------

    def take(self, wish: "WireWish") -> None:
        """Do what is asked; what would not work is refused with a sentence."""
        wiring = self._day.wiring
        if wiring is None:
            return
        why = _unsound(wish, wiring.wires)
        if why is not None:
            self._window.wirings.refuse(why.text(self._window.words.language))
        elif wish.does == "trial":
            self._later(self._try(wiring, wish))
        else:
            self._later(self._change(wiring, wish.wires))

    async def _change(self, wiring: "Wiring", wires: "Wires") -> None:
        try:
            await wiring.change(wires)
        except Unwritable as trouble:
            self._telling.tell(trouble.sentence, "watch")
        self._look()

    async def _try(self, wiring: "Wiring", wish: "WireWish") -> None:
        await wiring.outgoing.trial(wish.wires.outputs[wish.at])
        self._look()

    # --- what is told ----------------------------------------------------------------------------

    def _begin(self) -> None:
        """The sheet has been opened: tell it everything, and go on doing so."""
        self._looking.start(LOOK_EVERY)
        self._look()

    def _look(self) -> None:
        wiring = self._day.wiring
        if not self._window.wirings.open:
            self._looking.stop()
        elif wiring is not None:
            wiring.sent = lambda _: self._look()
            self._window.wirings.put(self._stands(wiring))

    def _stands(self, wiring: "Wiring") -> "Stands":
        from runofshow.net.outgoing.happened import FIELDS
        from runofshow.ui.interfaces import interfaces
        from runofshow.ui.operator.wire_rows import Stands

        links = wiring.companion.links()
        return Stands(
            wiring.wires,
            interfaces(),
            wiring.companion.address,
            wiring.companion.connected,
            links[-1] if links else "",
            wiring.osc.address,
            wiring.osc.counts,
            tuple(self._went(each) for each in list(wiring.outgoing.log)[-SHOWN:]),
            wiring.outgoing.dropped,
            FIELDS,
            len(wiring.companion.paired()),
        )

    def _went(self, sent: "Sent") -> "Went":
        """How something went, in words."""
        from runofshow.ui.operator.wire_rows import Went
        from runofshow.ui.texts.wires import wire_words

        language = self._window.words.language
        words = wire_words(language)
        zone = self._day.desk.show.plan.zone
        if sent.failed is not None:
            parts = [sent.where, sent.failed.text(language)]
        else:
            parts = [sent.where, str(sent.status or "OK"), f"{sent.took.total_seconds():.2f} s"]
        if sent.tries > 1:
            parts.append(counted(words.tries, language, {"count": sent.tries}))
        return Went(
            show_clock(sent.at, zone, language, seconds=True),
            sent.name or sent.where,
            words.trial if sent.test else words.happened[sent.what],
            " · ".join(parts),
            sent.failed is not None,
            sent.test,
        )


def _unsound(wish: "WireWish", held: "Wires") -> Sentence | None:
    """Why a wish cannot be: what is typed, tried or set to work must be well written."""
    try:
        _check_osc(wish, held)
        _check_output(wish, held)
    except Trouble as trouble:
        return trouble.sentence
    return None


def _check_osc(wish: "WireWish", held: "Wires") -> None:
    """Check the door of OSC when it is to be open, and a PIN as it is typed; raises Trouble."""
    from runofshow.wired.osc import check

    door = wish.wires.osc
    if door != held.osc and (door.on or (door.pin and door.pin != held.osc.pin)):
        check(door)


def _check_output(wish: "WireWish", held: "Wires") -> None:
    """Check the output that is changed or tried; raises Trouble."""
    from runofshow.net.outgoing import template
    from runofshow.store.wires import Wire

    if wish.does not in ("change", "trial") or wish.at >= len(wish.wires.outputs):
        return
    wire = wish.wires.outputs[wish.at]
    former = held.outputs[wish.at] if wish.at < len(held.outputs) else Wire(kind=wire.kind)
    if wish.does == "trial" or wire.on:
        template.check(wire)
    else:
        _check_changed(former, wire)


def _check_changed(former: "Wire", wire: "Wire") -> None:
    """Check what has just been typed, of an output that is not at work; raises Trouble."""
    from runofshow.net.outgoing import template

    if wire.url != former.url:
        template.check_address(wire.url)
    if wire.address != former.address:
        template.check_osc_address(wire.address)
    if wire.text != former.text:
        check = template.check_body if wire.kind == "webhook" else template.check_fields
        check(wire.text)
