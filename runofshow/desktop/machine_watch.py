"""Looking at the machine before a show and while it runs: power, disk, clock, sleep."""

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore

from runofshow import machine
from runofshow.awake import Awake
from runofshow.clock import SystemClock
from runofshow.core.board import Board
from runofshow.core.sentences import Sentence
from runofshow.desk import refusal
from runofshow.desktop.day import Day
from runofshow.desktop.early_go import far_ahead
from runofshow.desktop.outputs import Outputs
from runofshow.desktop.telling import Telling, said
from runofshow.lookout import Lookout
from runofshow.store.double import Standing
from runofshow.ui.beside import Beside
from runofshow.ui.lamps import Network, lamps
from runofshow.ui.operator.banner import Severity
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.outlet import Outlet
from runofshow.ui.place import AWAY
from runofshow.ui.texts import words
from runofshow.ui.tidying import Tidying

if TYPE_CHECKING:  # of a page that is made when first opened
    from runofshow.ui.operator.readiness import Machine, Others

_log = logging.getLogger("runofshow")
LOOK_EVERY: Final = 5000
"""Milliseconds between two looks at power, disk and clock, and for garbage."""


class Silence(Beside):
    """Asks the system, in a thread, whether notifications are held back."""

    def work(self) -> bool | None:
        """Whether they are; None when nothing tells."""
        return machine.silenced()


class MachineWatch(QtCore.QObject):
    """Keeps the lamps and the page « Prêt ? » true, and the machine awake while a day is on.

    It says when the disk refuses, when the clock jumped, and when a show runs on a machine that may
    fall asleep. Attributes: awake; network and double, which tell how the show stands on the
    network and its journal's double.
    """

    def __init__(
        self,
        window: OperatorWindow,
        outputs: Outputs,
        telling: Telling,
        day: Day,
        clock: SystemClock,
        folder: Path,
    ) -> None:
        super().__init__(window)
        self._window, self._outputs, self._telling = window, outputs, telling
        self._day, self._folder = day, folder
        self._lookout = Lookout(clock, day.desk.now())
        self._disk_told: tuple[Sentence, int, bool, Severity] | None = None
        self.awake = Awake()
        self.network: Callable[[], Network] = Network
        self.double: Callable[[], Standing] = Standing
        self._sleep_told = self._keeping = False
        self._silenced: bool | None = None
        self._asking: Silence | None = None
        window.machine_wanted.connect(self._know)
        self._timer, self._tidying = QtCore.QTimer(self), Tidying()
        self._timer.timeout.connect(self.look)
        self._timer.timeout.connect(self._tidying.look)
        self._timer.start(LOOK_EVERY)

    def heed_double(self) -> None:
        """Tell what has changed of the journal's double."""
        self.look()
        self._tell_disk()

    def look(self) -> None:
        """Look at the machine, for the lamps."""
        language = self._window.words.language
        desk, outlets = self._day.desk, self._outputs.outlets
        awake, network = self.awake.granted, self.network()
        double = self.double()
        self._window.lamps(lamps(outlets, network, desk, self._folder, awake, language, double))
        if self._window.checking.open:
            self._know()

    def stop(self) -> None:
        """Look no more, and let the machine sleep."""
        self._timer.stop()
        self.awake.stop()

    def heed(self, board: Board) -> None:
        """Tell what the show's desk has noticed of disk and clock."""
        self._tell_disk()
        self._tell_clock()
        self._keep_awake(board)
        if not self._sleep_told and self.awake.granted is False and board.on_air is not None:
            self._sleep_told = True
            self._telling.say("asleep", "watch", said("may_sleep"), seconds=30)

    def keep_awake(self) -> None:
        """From now on have the system let neither screens nor machine sleep while a day is on."""
        self._keeping = True
        self._keep_awake(self._day.desk.board())

    def _keep_awake(self, board: Board) -> None:
        """Before a day and during it, not after it; a sample and a day far ahead keep nothing."""
        idle = board.state == "after" or self._day.idle or far_ahead(board)
        if not self._keeping or idle:
            self.awake.release()
        else:
            self.awake.hold()

    def _know(self) -> None:
        """Tell the page what the machine says of itself; of notifications once that is known."""
        self._window.know(self.facts())
        self._ask_silence()

    def facts(self) -> "Machine":
        """What the machine says of itself now."""
        from runofshow.ui.operator.readiness import Machine

        stage, *others = self._outputs.outlets
        place, desk = stage.place, self._day.desk
        board, why = desk.board(), self.double().trouble
        return Machine(
            stage=place.state,
            stage_said=(place.sentence(words("fr").stage), place.sentence(words("en").stage)),
            power=machine.power(),
            free=machine.free_space(self._folder),
            refuses=desk.trouble is not None,
            awake=self.awake.granted,
            silenced=self._silenced,
            synchronised=machine.synchronised(),
            today=board.now.astimezone(board.zone).date(),
            stage_done=(stage.done("fr"), stage.done("en")),
            others=_others([each for each in others if each.place != AWAY]),
            double=None if why is None else (why.text("fr"), why.text("en")),
        )

    def _ask_silence(self) -> None:
        """Ask the system whether notifications are held back; it may take its time."""
        if self._asking is None or not self._asking.busy:
            self._asking = Silence(self)
            self._asking.done.connect(self._heard_silence)
            self._asking.start()

    def _heard_silence(self, silenced: object) -> None:
        before, self._silenced = self._silenced, None if silenced is None else bool(silenced)
        if self._silenced is not before and self._window.checking.open:
            self._know()

    def _tell_disk(self) -> None:
        """Say once that the disk refuses, again when more waits for it, and when it no longer does.

        A banner that the régie has seen and sent away stays away until there is more to say. Where
        the double has more of the day, that comes first: it can be taken up.
        """
        desk = self._day.desk
        trouble, count = desk.trouble, desk.waiting
        doubled = self.double().has(desk.unsaved)
        severity: Severity = "watch" if self.double().ahead else "act"
        told = None if trouble is None else (trouble.sentence, count, doubled, severity)
        if told == self._disk_told:
            return
        self._disk_told = told
        self.look()
        if trouble is None:
            self._telling.say("disk", "note", Sentence.of("disk_back").text, seconds=8)
        else:
            self._telling.say("disk", severity, refusal(trouble, count, doubled=doubled).text)

    def _tell_clock(self) -> None:
        """Say that the wall clock jumped, or that the machine slept and what went by meanwhile."""
        desk = self._day.desk
        for what in self._lookout.look(desk.show, desk.now()):
            _log.info("%s", what.text("en"))
            if what.code == "clock_stepped":
                self._telling.say("clock", "watch", what.text, seconds=60)
            else:  # a sleep: told until it has been seen
                self.awake.renew()
                self._telling.say("slept", "watch", what.text)


def _others(open_: Sequence[Outlet]) -> "Others | None":
    """How the outputs but the stage's stand: as the worst of them."""
    from runofshow.ui.operator.readiness import Others

    shown = [(each, each.standing) for each in open_]
    known = [(each, so) for each, so in shown if so != "off"]
    if not known:
        return None
    worst, state = max(known, key=lambda each: ("ok", "watch", "broken").index(each[1]))
    tells = Outlet.sentence if state == "broken" else Outlet.done
    fr, en = (tells(worst, each) or worst.sentence(each) for each in ("fr", "en"))
    return Others(state, (fr, en), sum(each.up for each, _ in known))
