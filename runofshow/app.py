"""The desktop: builds clock, store, desk, windows and socket, and connects them.

The only file that knows them all. Rules of this module:
- qasync is the loop, and it, not Qt, decides when the program ends: closing the last window first
  lets what is open be closed.
- An exception anywhere is logged and told by a banner (desktop/faults.py); timers and stage go on.
- Nothing is modal. What could be lost by a slip asks once more, in the banner line.
- The régie's window is painted first (desktop/first_painting.py); all else comes after it.
"""

import gc
import logging
import os
import signal
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtGui

from runofshow.core.board import Board
from runofshow.core.commands import Command, warm
from runofshow.core.errors import Trouble
from runofshow.core.sentences import Sentence
from runofshow.desk import Desk
from runofshow.desktop.applying import Applying
from runofshow.desktop.copying import Copying
from runofshow.desktop.documents import Documents
from runofshow.desktop.doubling import Doubling
from runofshow.desktop.early_go import EarlyGo
from runofshow.desktop.faults import Faults
from runofshow.desktop.first_painting import FirstPainting
from runofshow.desktop.guide import Guide
from runofshow.desktop.late_opening import LateOpening
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
from runofshow.desktop.telling import SURE, Telling, said
from runofshow.desktop.wire_sheet import WireSheet
from runofshow.fallen import crash_file
from runofshow.logbook import log_file, log_to
from runofshow.opening import Request, is_sample, opened, rebuilds
from runofshow.places import resource
from runofshow.sample import sample_file
from runofshow.store import settings as remembered
from runofshow.store.strange import make_way
from runofshow.ui import fonts
from runofshow.ui.hall import Hall
from runofshow.ui.rehearsing import Rehearsing
from runofshow.ui.signals import Beat
from runofshow.ui.speaker.window import StageWindow

if TYPE_CHECKING:  # asyncio and what stands on it come after the first painting
    import asyncio

    from runofshow.running import Running

_log = logging.getLogger("runofshow")


def run(painting: FirstPainting) -> int:
    """Run the show whose window is painted until its windows are closed; returns the exit code."""
    log_to(painting.request.data)
    desktop = Desktop(painting)
    desktop.beat.start()
    gc.freeze()  # what is there stays: a look for garbage (ui/tidying.py) passes it over
    warm()
    from qasync import QEventLoop

    with _crashes_noted(painting.request.data), QEventLoop(painting.application) as loop:
        loop.run_until_complete(_main(desktop))
    return 0


def _icon() -> QtGui.QIcon:
    """The program's icon, for window lists and docks; read when somebody asks for a size of it."""
    made = QtGui.QIcon()
    for path in sorted(resource("desktop").glob("runofshow-*.png")):
        made.addFile(str(path))
    return made


@contextmanager
def _crashes_noted(data: Path) -> Iterator[None]:
    """Have Python note where it was when the process crashes: no exception tells of that."""
    import faulthandler

    with ExitStack() as ending:
        with suppress(OSError):
            make_way(crash_file(data))
            noted = crash_file(data)
            full = noted.exists() and noted.stat().st_size > 1_000_000
            file = ending.enter_context(noted.open("w" if full else "a", encoding="utf-8"))
            faulthandler.enable(file)
            ending.callback(faulthandler.disable)
        yield


async def _main(desktop: "Desktop") -> None:
    import asyncio

    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError, ValueError):
            loop.add_signal_handler(name, desktop.leave)
    desktop.serve()
    await desktop.left()


class Desktop(QtCore.QObject):
    """The running program: one show, its two windows, and what happens between them.

    Attributes: window, stage; desk is the show's.
    """

    def __init__(self, painting: FirstPainting) -> None:
        super().__init__()
        self._painting = painting
        self._application, self._clock = painting.application, painting.clock
        self._again = painting.request.again
        request = self._request = self._asked = painting.request._replace(again=None)
        self.memory, self.opened = painting.memory, painting.opened
        settings = self.memory.settings
        self._language = painting.language
        self._running: Running | None = None
        self._changing: asyncio.Lock
        self._tasks: set[asyncio.Task[None]] = set()
        self._done: asyncio.Event
        self._serving = self._leaving = False
        self._wants_out = False
        self._waiting: Request | None = None
        self._serve_at = request.serve
        window = self.window = painting.window
        window.complete()
        self.stage = StageWindow(window.words.stage)
        self.telling = Telling(window, self._desk)
        self.faults = Faults(self.telling, log_file(request.data), self.leave)
        self.outputs = Outputs(window, Hall(self.stage, self), self.memory)
        self.output_telling = OutputTelling(window, self.outputs, self.telling)
        self.supervised = Supervised(self.outputs, self.telling, request.data)
        self.placer = self.outputs.stage
        self.beat = Beat(self.opened.desk, self)
        self.rehearsing = Rehearsing(
            window, self.outputs.hall, self.beat, self.opened.desk, request.data, settings.guard
        )
        self.output_telling.call_stage(self.rehearsing.stage_named)
        self.stage_phrases = StagePhrases(window, self.stage, self.placer, self.memory)
        self.applying = Applying(
            self._application, window, self.rehearsing, self.memory, painting.system
        )
        self.applying.connect_stage(self.outputs, self.stage_phrases)
        OutputSheet(window, self.outputs, self.telling, self.memory, self._desk)
        self.watch = MachineWatch(
            window, self.outputs, self.telling, self._desk, self._clock, request.data, self._idle
        )
        self.networking = Networking(
            window, self.memory, self.telling, lambda: self.opened,
            lambda: None if self._running is None else self._running.serving,
            lambda: None if self._running is None else self._running.wiring,
            self._later,
        )  # fmt: skip
        WireSheet(
            window, self.telling, lambda: self.opened,
            lambda: None if self._running is None else self._running.wiring, self._later,
        )  # fmt: skip
        self.watch.network = lambda: self.networking.stands
        self.doubling = Doubling(
            window, self.memory, self.telling, self._desk, request.data / "shows"
        )
        self.documents = Documents(
            self._request, window, self.rehearsing, self.memory, self.telling,
            lambda: self._clock.now().date(), self._later,
        )  # fmt: skip
        self.recent_files = RecentFiles(window, self.memory, self.telling, self._later)
        self.picture_files = PictureFiles(
            self.memory, self.telling, request.data, lambda: self._language
        )
        self.ringing = Ringing(window, self.beat, self.memory, self.telling)
        self.early_go = EarlyGo(window, self.rehearsing, self.telling, lambda: self.opened)
        self.late_opening = LateOpening(window, self.telling, lambda: self.opened)
        self.guide = Guide(window, self.rehearsing, self.memory)
        self.copying = Copying(
            window, self.outputs.hall, self.telling, request.data,
            lambda: self.opened.path, self._later,
        )  # fmt: skip
        window.rundown.arranged.connect(lambda view: self.memory.change(rundown=view))
        self._connect()
        self.faults.catch_all()
        self._tell_first()

    # --- life ----------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the windows and let the show run."""
        self._painting.show()
        self.beat.start()
        self.serve()

    def serve(self) -> None:
        """Open the stage, and let the show be reached; the loop runs."""
        import asyncio

        self._changing, self._done = asyncio.Lock(), asyncio.Event()
        self._serving = True
        if self._leaving:
            self._done.set()
        self.faults.catch_in(asyncio.get_running_loop())
        self._open_stage()
        self.supervised.runs(self.opened.path, self._language)
        self.supervised.come_back(self._again, self.opened.desk.show.plan.zone)
        self.applying.speak_qt()
        self._application.setWindowIcon(_icon())
        self.watch.look()
        self.watch.keep_awake()
        self.ringing.ready()
        self.picture_files.begin()
        self._later(self._begin())
        if self._painting.to_read is not None:
            self.documents.read(*self._painting.to_read)
        else:
            self.late_opening.look()
        self._welcome()

    def _welcome(self) -> None:
        """Remember the file that was given; without one, offer those that were opened before.

        Who runs the program for the first time is taken through the tour.
        """
        file, desk = self._request.file, self.opened.desk
        if file is None and is_sample(self.opened) and not desk.show.rev:
            if self.memory.first:
                self.guide.begin()
            else:
                self.recent_files.welcome()
        elif file is not None and self._painting.to_read is None:
            self.recent_files.note(file)

    def _welcome_again(self) -> None:
        """The sample day is shown again: it is one, and this may be done instead."""
        if self._idle():
            self.recent_files.welcome()

    def _open_stage(self) -> None:
        """Bring the stage up; who only watches leaves it to the one who runs the show.

        A sample day that nobody asked for is no business of the hall's screen.
        """
        if self.opened.desk.watching is not None:
            self.outputs.put_away()
            self.telling.watching()
            return
        self.window.drop("watching")
        if self._idle():
            self.outputs.put_away("sample")
        else:
            self.outputs.open()

    def _idle(self) -> bool:
        """Whether what is open is the sample day, that nobody asked for, nor has touched."""
        return not self.opened.desk.show.rev and is_sample(self.opened)

    async def left(self) -> None:
        """Returns when the program has been left and everything is closed."""
        import asyncio

        await self._done.wait()
        await asyncio.gather(*self._tasks, return_exceptions=True)  # short, all of them
        self.beat.stop()
        self.rehearsing.stop()
        self.watch.stop()
        self.ringing.stop()
        self.picture_files.stop()
        self.copying.stop()
        self.networking.forget()
        await self._stop_running()
        self._remember_place()
        self.outputs.leave()
        self.window.printing.finish()
        self.window.leave()
        self.faults.release()

    def leave(self) -> None:
        """Leave the program now; the show can be taken up again."""
        self._leaving = True
        self.supervised.left()
        if self._serving:
            self._done.set()

    async def _begin(self) -> None:
        async with self._changing:
            await self._start_running()

    async def _start_running(self) -> None:
        from runofshow.running import Running

        self._running = Running(
            self.opened,
            self._language,
            self.telling.tell,
            serve=self._serve_at,
            wired=self._request.wired,
            settings=lambda: self.memory.settings,
        )
        self._running.doubled = self.doubling.heard
        self._running.pictures = self.copying.take
        await self._running.__aenter__()
        await self.networking.begin()
        self.watch.look()

    async def _stop_running(self) -> None:
        former, self._running = self._running, None
        if former is not None:
            await former.__aexit__(None, None, None)

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

    def _keep_double(self) -> None:
        if self._running is not None:
            self._running.keep_double()

    def _request_of(self, file: Path) -> Request:
        return Request(self._request.data, file, guard=self._request.guard)

    def _later(self, work: Any) -> None:
        """Run a coroutine beside; what it raises is told like any fault."""
        import asyncio

        task: asyncio.Task[None] = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._worked)

    def _worked(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self.faults.take(error)

    # --- connections ---------------------------------------------------------------------------

    def _connect(self) -> None:
        window = self.window
        self.early_go.begin_asked.connect(lambda go: self._later(self._go_in_sample(go)))
        self.late_opening.begin_asked.connect(lambda: self._later(self._begin_now()))
        self.beat.boarded.connect(self.watch.heed)
        self.beat.boarded.connect(self._nothing_runs)
        self.applying.spoke.connect(self._spoke)
        self.memory.changed.connect(lambda _: self._restyle())
        window.quit_asked.connect(self._ask_out)
        window.banner_chosen.connect(self._chosen)
        self.documents.run_asked.connect(self._run_instead)
        self.recent_files.try_asked.connect(self._try_sample)
        self.guide.ended.connect(self._welcome_again)
        window.importing.left.connect(self._welcome_again)
        self.stage.typed.connect(window.typed)
        self.stage.file_dropped.connect(window.open_asked)
        self.outputs.changed.connect(self.watch.look)
        self.networking.changed.connect(self.watch.look)
        self.watch.double = lambda: self.doubling.standing
        self.doubling.changed.connect(self.watch.look)
        self.doubling.chosen.connect(self._keep_double)
        self.doubling.taken.connect(lambda file: self._later(self._replace(self._request_of(file))))
        self.outputs.home.moved.connect(self._remember_place)
        self.beat.boarded.connect(self.outputs.heed)

    def _desk(self) -> Desk:
        """The desk of the show, whatever the window shows."""
        return self.opened.desk

    def do(self, command: Command) -> None:
        """Take a command to the desk that the window is connected to; a refusal is shown."""
        self.rehearsing.conducting.do(command)

    def _spoke(self, language: str) -> None:
        """Another language is spoken: what this file tells by itself is said again in it."""
        self._language = language
        self.supervised.runs(self.opened.path, language)
        self.output_telling.say_again()
        self.watch.look()
        self._restyle()

    def _restyle(self) -> None:
        """Pages in browsers speak and look as the window does, at once."""
        if self._running is not None and self._running.serving.address:
            self._later(self._running.serving.restyle(self._language))

    # --- another day ---------------------------------------------------------------------------

    def _run_instead(self, request: Request) -> None:
        """Run another day; a day that runs or was prepared may be revised from it instead.

        It is not replaced without a second word.
        """
        desk = self.opened.desk
        running = desk.board().state in ("on_air", "between")
        if not (running or desk.show.undo or self.window.locked):
            self._later(self._replace(request))
            return
        self._waiting = request
        name = "" if request.file is None else request.file.name
        question = said("really_open" if running else "really_replace", file=name)
        choices = [("revise_with", "revise"), ("open_anyway", "open")]
        self.telling.ask("open", question, *choices[desk.watching is not None :])

    def _try_sample(self) -> None:
        """Run the sample day as if it were to begin in a minute."""
        self._run_instead(self._sample_now())

    def _sample_now(self) -> Request:
        """The sample day, with what was changed in it, to begin now."""
        plan, guard = self.opened.desk.show.plan, self._request.guard
        file = sample_file(self._language)
        return Request(self._request.data, file, now=True, guard=guard, plan=plan)

    async def _go_in_sample(self, command: Command) -> None:
        if is_sample(self.opened):  # or was, until another hand was quicker
            await self._replace(self._sample_now()._replace(early=timedelta(seconds=30)))
        if not is_sample(self.opened):
            self.do(command)

    async def _begin_now(self) -> None:
        """Run the day that is open, with what was changed in it, from the next full minute."""
        plan = self.opened.desk.show.plan
        await self._replace(self._asked._replace(plan=plan, on=None, now=True))

    async def _replace(self, request: Request) -> None:
        """Run the day that is asked for; one that cannot be read leaves all as it is."""
        path = request.file
        async with self._changing:
            try:
                await self._take_over(request)
            except Trouble as trouble:
                self.telling.trouble(trouble, path or Path())
                return
        if not request.now:
            self.telling.done("opened", path or Path())
        if path is not None:
            self.recent_files.note(path)

    async def _take_over(self, request: Request) -> None:
        show = opened(request, self._clock)
        if show.owner is not None and show.owner.pid == os.getpid():
            # It is what runs here. Begun, it goes on; else the file may say something new. A double
            # may always: the journal must be let go for it to be looked at.
            if self.opened.desk.show.rev and not request.now and not rebuilds(request):
                return
            await self._stop_running()
            show = opened(request, self._clock)
        self.opened, self._asked = show, request
        self.supervised.runs(show.path, self._language)
        show.desk.guard_for(self.memory.settings.guard)
        self.window.drop("owner_gone")
        self.doubling.forget()
        self.window.revising.leave()
        self.rehearsing.follow(show.desk)
        await self._stop_running()
        await self._start_running()
        self._open_stage()
        self._tell(show.notices)
        self.late_opening.look()

    # --- leaving -------------------------------------------------------------------------------

    def _ask_out(self) -> None:
        """A day on air is not left by one slip of the hand: the second time counts."""
        running = self.opened.desk.board().state in ("on_air", "between")
        if not running or self._wants_out or self.opened.desk.watching is not None:
            self.leave()
            return
        self._wants_out = True
        QtCore.QTimer.singleShot(SURE, self._stays)
        self.telling.ask("quit", said("really_quit"), ("quit_anyway", "quit"))

    def _stays(self) -> None:
        self._wants_out = False

    def _nothing_runs(self, board: Board) -> None:
        """A day that is over may be left: the question is no longer one."""
        if self._wants_out and board.state == "after":
            self._stays()
            self.window.drop("quit")

    def _chosen(self, key: str, name: str) -> None:
        if (key, name) == ("quit", "quit"):
            self.leave()
        elif key == "open" and self._waiting is not None and name == "open":
            self._later(self._replace(self._waiting))
        elif key == "open" and self._waiting is not None and name == "revise":
            self.documents.revise_from(self._waiting)

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
