"""The desktop: builds clock, store, desk, windows and socket, and connects them.

The only file that knows them all. Rules of this module:
- qasync is the loop, and it, not Qt, decides when the program ends: closing the last window first
  lets what is open be closed.
- An exception anywhere is logged and told by a banner (desktop/faults.py); timers and stage go on.
- Nothing is modal. What could be lost by a slip asks once more, in the banner line.
- The régie's window is painted first (desktop/first_painting.py); all else comes after it.
"""

import asyncio
import gc
import signal
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui

from runofshow.core.commands import Command, warm
from runofshow.core.sentences import Sentence
from runofshow.desk import Desk
from runofshow.desktop.another_day import AnotherDay
from runofshow.desktop.applying import Applying
from runofshow.desktop.copying import Copying
from runofshow.desktop.day import Day
from runofshow.desktop.documents import Documents
from runofshow.desktop.doubling import Doubling
from runofshow.desktop.early_go import EarlyGo
from runofshow.desktop.errands import Errands
from runofshow.desktop.faults import Faults
from runofshow.desktop.first_painting import FirstPainting
from runofshow.desktop.guide import Guide
from runofshow.desktop.late_opening import LateOpening
from runofshow.desktop.leaving import Leaving
from runofshow.desktop.machine_watch import MachineWatch
from runofshow.desktop.networking import Networking
from runofshow.desktop.output_sheet import OutputSheet
from runofshow.desktop.output_telling import OutputTelling
from runofshow.desktop.outputs import Outputs
from runofshow.desktop.picture_files import PictureFiles
from runofshow.desktop.recent_files import RecentFiles
from runofshow.desktop.ringing import Ringing
from runofshow.desktop.stage_phrases import StagePhrases
from runofshow.desktop.supervised import Supervised
from runofshow.desktop.telling import Telling
from runofshow.desktop.wire_sheet import WireSheet
from runofshow.logbook import crashes_noted, log_file, log_to
from runofshow.opening import Opened
from runofshow.places import resource
from runofshow.store import settings as remembered
from runofshow.ui import fonts
from runofshow.ui.hall import Hall
from runofshow.ui.rehearsing import Rehearsing
from runofshow.ui.signals import Beat
from runofshow.ui.speaker.window import StageWindow

if TYPE_CHECKING:  # what runs beside a show comes after the first painting
    from runofshow.running import Running


def run(painting: FirstPainting) -> int:
    """Run the show whose window is painted until its windows are closed; returns the exit code."""
    log_to(painting.request.data)
    desktop = Desktop(painting)
    desktop.beat.start()
    gc.freeze()  # what is there stays: a look for garbage (ui/tidying.py) passes it over
    warm()
    from qasync import QEventLoop

    with crashes_noted(painting.request.data), QEventLoop(painting.application) as loop:
        loop.run_until_complete(_main(desktop))
    return 0


def _icon() -> QtGui.QIcon:
    """The program's icon, for window lists and docks; read when somebody asks for a size of it."""
    made = QtGui.QIcon()
    for path in sorted(resource("desktop").glob("runofshow-*.png")):
        made.addFile(str(path))
    return made


async def _main(desktop: "Desktop") -> None:
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError, ValueError):
            loop.add_signal_handler(name, desktop.leave)
    desktop.serve()
    await desktop.left()


class Desktop(QtCore.QObject):
    """The running program: one show, its two windows, and what happens between them.

    Attributes: window, stage; day, what is open; errands, what runs beside the windows; and each of
    what it connects, by its name.
    """

    def __init__(self, painting: FirstPainting) -> None:
        super().__init__()
        self._painting, self._application = painting, painting.application
        self._request = painting.request._replace(again=None)
        self._done = asyncio.Event()
        self.memory, window = painting.memory, painting.window
        self.window = window
        window.complete()
        self.stage = StageWindow(window.words.stage)
        self.day = Day(painting.opened, self._request, painting.clock, self._beside, self._begun)
        self.telling = Telling(window, self._desk)
        self.faults = Faults(self.telling, log_file(self._request.data), self.leave)
        self.errands = Errands(self.faults.take)
        self.beat = Beat(self.day.desk, self)
        self._build_stage()
        self._build_days()
        self._build_machine()
        window.rundown.arranged.connect(lambda view: self.memory.change(rundown=view))
        self._connect()
        self._connect_day()
        self.faults.catch_all()
        self._tell_first()

    def _build_stage(self) -> None:
        """What the hall sees and hears, a rehearsal too, and what the régie is told of it."""
        window, memory, data = self.window, self.memory, self._request.data
        self.outputs = Outputs(window, Hall(self.stage, self), memory)
        self.output_telling = OutputTelling(window, self.outputs, self.telling)
        self.supervised = Supervised(self.outputs, self.telling, data)
        self.placer = self.outputs.stage
        self.rehearsing = Rehearsing(
            window, self.outputs.hall, self.beat, self.day.desk, data, memory.settings.guard
        )
        self.output_telling.call_stage(self.rehearsing.stage_named)
        self.stage_phrases = StagePhrases(window, self.stage, self.placer, memory)
        self.applying = Applying(
            self._application, window, self.rehearsing, memory, self._painting.system
        )
        self.applying.connect_stage(self.outputs, self.stage_phrases)
        OutputSheet(window, self.outputs, self.telling, memory, self._desk)
        self.ringing = Ringing(window, self.beat, memory, self.telling)

    def _build_days(self) -> None:
        """What opens a day, begins it, goes through one to learn, and leaves it."""
        window, memory, later = self.window, self.memory, self.errands.run
        self.documents = Documents(
            self._request, window, self.rehearsing, memory, self.telling,
            lambda: self._painting.clock.now().date(), later,
        )  # fmt: skip
        self.recent_files = RecentFiles(window, memory, self.telling, later)
        self.another_day = AnotherDay(window, self.telling, self.day, later)
        self.early_go = EarlyGo(window, self.rehearsing, self.telling, self.day)
        self.late_opening = LateOpening(window, self.telling, self.day)
        self.guide = Guide(window, self.rehearsing, memory)
        self.leaving = Leaving(window, self.telling, self.day)

    def _build_machine(self) -> None:
        """What a show has to do with the machine, its disks and the network."""
        window, memory, later = self.window, self.memory, self.errands.run
        data = self._request.data
        self.watch = MachineWatch(
            window, self.outputs, self.telling, self.day, self._painting.clock, data
        )
        self.networking = Networking(window, memory, self.telling, self.day, later)
        WireSheet(window, self.telling, self.day, later)
        self.doubling = Doubling(window, memory, self.telling, self._desk, data / "shows")
        self.picture_files = PictureFiles(memory, self.telling, data, lambda: window.words.language)
        self.copying = Copying(
            window, self.outputs.hall, self.telling, data, lambda: self.opened.path, later
        )
        self.watch.network = lambda: self.networking.stands
        self.watch.double = lambda: self.doubling.standing

    @property
    def opened(self) -> Opened:
        """What is open."""
        return self.day.opened

    def _desk(self) -> Desk:
        """The desk of the show, whatever the window shows."""
        return self.day.desk

    def do(self, command: Command) -> None:
        """Take a command to the desk that the window is connected to; a refusal is shown."""
        self.rehearsing.conducting.do(command)

    # --- life ----------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the windows and let the show run."""
        self._painting.show()
        self.beat.start()
        self.serve()

    def serve(self) -> None:
        """Open the stage, and let the show be reached; the loop runs."""
        self.faults.catch_in(asyncio.get_running_loop())
        self._open_stage()
        self._tell_supervisor()
        self.supervised.come_back(self._painting.request.again, self.day.desk.show.plan.zone)
        self.applying.speak_qt()
        self._application.setWindowIcon(_icon())
        self.watch.look()
        self.watch.keep_awake()
        self.ringing.ready()
        self.picture_files.begin()
        self.errands.run(self.day.begin())
        if self._painting.to_read is not None:
            self.documents.read(*self._painting.to_read)
        else:
            self.late_opening.look()
        self._welcome()

    def _welcome(self) -> None:
        """Remember the file that was given; without one, offer those that were opened before.

        Who runs the program for the first time is taken through the tour.
        """
        file = self._request.file
        if file is None and self.day.idle:
            if self.memory.first:
                self.guide.begin()
            else:
                self.recent_files.welcome()
        elif file is not None and self._painting.to_read is None:
            self.recent_files.note(file)

    def _welcome_again(self) -> None:
        """The sample day is shown again: it is one, and this may be done instead."""
        if self.day.idle:
            self.recent_files.welcome()

    def _open_stage(self) -> None:
        """Bring the stage up; who only watches leaves it to the one who runs the show.

        A sample day that nobody asked for is no business of the hall's screen.
        """
        if self.day.desk.watching is not None:
            self.outputs.put_away()
            self.telling.watching()
            return
        self.window.drop("watching")
        if self.day.idle:
            self.outputs.put_away("sample")
        else:
            self.outputs.open()

    async def left(self) -> None:
        """Returns when the program has been left and everything is closed."""
        await self._done.wait()
        await self.errands.done()
        self.beat.stop()
        self.rehearsing.stop()
        self.watch.stop()
        self.ringing.stop()
        self.picture_files.stop()
        self.copying.stop()
        self.networking.forget()
        await self.day.end()
        self._remember_place()
        self.outputs.leave()
        self.window.printing.finish()
        self.window.leave()
        self.faults.release()

    def leave(self) -> None:
        """Leave the program now; the show can be taken up again."""
        self.supervised.left()
        self._done.set()

    # --- the day -------------------------------------------------------------------------------

    def _beside(self, show: Opened) -> "Running":
        """What is to run beside a show."""
        from runofshow.running import Running

        running = Running(
            show,
            self.window.words.language,
            self.telling.tell,
            serve=self._request.serve,
            wired=self._request.wired,
            settings=lambda: self.memory.settings,
        )
        running.doubled = self.doubling.heard
        running.pictures = self.copying.take
        return running

    async def _begun(self) -> None:
        """It runs: it may be reached as it was."""
        await self.networking.begin()
        self.watch.look()

    def _follow(self) -> None:
        """Another show is open: window and stage are its."""
        self._tell_supervisor()
        self.day.desk.guard_for(self.memory.settings.guard)
        self.window.drop("owner_gone")
        self.doubling.forget()
        self.window.revising.leave()
        self.rehearsing.follow(self.day.desk)

    def _take_up(self) -> None:
        """Another show runs."""
        self._open_stage()
        self._tell(self.opened.notices)
        self.late_opening.look()

    def _tell_first(self) -> None:
        """Tell what was found while starting."""
        broken = self.memory.broken
        self._tell((*self.opened.notices, *((broken,) if broken else ())))
        if lacking := fonts.lacking():
            self.telling.tell(Sentence.of("fonts_missing", names=", ".join(lacking)), "watch")

    def _tell(self, notices: Sequence[Sentence]) -> None:
        """Tell of the show what there is to tell, and offer what can mend it."""
        for notice in notices:
            self.telling.tell(notice)
        self.doubling.offer_for(notices)

    def _tell_supervisor(self) -> None:
        self.supervised.runs(self.opened.path, self.window.words.language)

    # --- connections ---------------------------------------------------------------------------

    def _connect(self) -> None:
        """Windows, outputs, settings."""
        window, look = self.window, self.watch.look
        self.beat.boarded.connect(self.watch.heed)
        self.beat.boarded.connect(self.leaving.heed)
        self.beat.boarded.connect(self.outputs.heed)
        self.beat.boarded.connect(self.late_opening.heed)
        self.applying.spoke.connect(self._spoke)
        self.memory.changed.connect(lambda _: self._restyle())
        self.stage.typed.connect(window.typed)
        self.stage.file_dropped.connect(window.open_asked)
        self.outputs.changed.connect(look)
        self.outputs.home.moved.connect(self._remember_place)
        self.networking.changed.connect(look)
        self.doubling.changed.connect(self.watch.heed_double)
        self.doubling.chosen.connect(self._keep_double)

    def _connect_day(self) -> None:
        """What is open, what is to be, and leaving it."""
        self.day.changed.connect(self._follow)
        self.day.taken_up.connect(self._take_up)
        self.another_day.opened.connect(self.recent_files.note)
        self.another_day.revise_asked.connect(self.documents.revise_from)
        self.another_day.go_asked.connect(self.do)
        self.documents.run_asked.connect(self.another_day.ask)
        self.recent_files.try_asked.connect(self.another_day.try_sample)
        self.early_go.begin_asked.connect(self.another_day.go_in_sample)
        self.late_opening.begin_asked.connect(self.another_day.begin_now)
        self.doubling.taken.connect(self.another_day.run_file)
        self.guide.ended.connect(self._welcome_again)
        self.window.importing.left.connect(self._welcome_again)
        self.leaving.sure.connect(self.leave)

    def _spoke(self) -> None:
        """Another language is spoken: what this file tells by itself is said again in it."""
        self._tell_supervisor()
        self.output_telling.say_again()
        self.watch.look()
        self._restyle()

    def _restyle(self) -> None:
        """Pages in browsers speak and look as the window does, at once."""
        serving = self.day.serving
        if serving is not None and serving.address:
            self.errands.run(serving.restyle(self.window.words.language))

    def _keep_double(self) -> None:
        if self.day.running is not None:
            self.day.running.keep_double()

    def _remember_place(self) -> None:
        """Keep where the window is, and which screen is its own."""
        place, home = self.window.normalGeometry(), self.outputs.home.left
        geometry = remembered.Geometry(
            x=place.x(),
            y=place.y(),
            width=max(1, place.width()),
            height=max(1, place.height()),
            maximised=self.window.isMaximized() or self.window.isFullScreen(),
            screen=None if home is None else remembered.ScreenIdentity(**home.screen.as_json()),
        )
        known = self.memory.settings.windows
        self.memory.change(windows={**known, "operator": geometry})
