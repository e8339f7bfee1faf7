"""The desktop: builds clock, store, desk, windows and socket, and connects them.

The only file that knows them all. Rules of this module:
- qasync is the loop, and it, not Qt, decides when the program ends: closing the last window first
  lets what is open be closed.
- An exception anywhere is logged and told by a banner; timers and stage go on.
- Nothing is modal. What could be lost by a slip asks once more, in the banner line.
- The régie's window is painted first; all that the painting does not need comes after it.
"""

import gc
import logging
import logging.handlers
import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.cli import spoken
from runofshow.clock import SystemClock
from runofshow.core.board import Board
from runofshow.core.commands import Command, warm
from runofshow.core.errors import Trouble
from runofshow.core.plan import Plan
from runofshow.core.sentences import Sentence, typeset
from runofshow.formats import own
from runofshow.lookout import Lookout
from runofshow.opening import LARGEST, Request, opened
from runofshow.store import files
from runofshow.store import settings as remembered
from runofshow.store.settings import ScreenIdentity
from runofshow.ui import theme
from runofshow.ui.identify import Identify
from runofshow.ui.lamps import lamps
from runofshow.ui.operator.banner import Banner, Choice, Severity
from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.window import LEAST, OperatorWindow
from runofshow.ui.rehearsing import Rehearsing
from runofshow.ui.screens import (
    Identity,
    Place,
    StagePlacer,
    describe,
    identity,
    in_order,
)
from runofshow.ui.signals import Beat
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.texts import words
from runofshow.ui.texts.desktop import desktop_words
from runofshow.ui.tidying import Tidying

if TYPE_CHECKING:  # asyncio and what stands on it come after the first painting
    import asyncio

    from runofshow.core.plan import Plan
    from runofshow.core.report import Report
    from runofshow.running import Running

_log = logging.getLogger("runofshow")
LOOK_EVERY: Final = 5000
"""Milliseconds between two looks at power, disk and clock, and for garbage."""
PAINTED_WITHIN: Final = 500
"""Milliseconds after which the rest begins even though no screen has shown the window."""
SHAPES: Final = 50
"""Shapes of tables whose corrected columns are remembered."""
SURE: Final = 8000
"""Milliseconds within which a second word makes a first one count."""


def run(request: Request, language: str | None) -> int:
    """Run the show in its windows until they are closed; returns the exit code.

    Raises Unreadable, before any window, when the file cannot be a schedule.
    """
    _log_to(request.data)
    application = theme.application()
    application.setApplicationName("runofshow")
    application.setQuitOnLastWindowClosed(False)
    desktop = Desktop(application, request, language)
    desktop.show_window()
    _painted(desktop.window)
    gc.freeze()  # what is there stays: a look for garbage (ui/tidying.py) passes it over
    warm()
    from qasync import QEventLoop

    with QEventLoop(application) as loop:
        loop.run_until_complete(_main(desktop))
    return 0


def _painted(window: QtWidgets.QWidget) -> None:
    """Returns once the window is painted, or no screen shows it; hands are heard afterwards."""
    flags = QtCore.QEventLoop.ProcessEventsFlag
    patience = QtCore.QDeadlineTimer(PAINTED_WITHIN)
    while not (window.windowHandle().isExposed() or patience.hasExpired()):
        QtCore.QCoreApplication.processEvents(
            flags.ExcludeUserInputEvents | flags.WaitForMoreEvents
        )


def _log_to(data: Path) -> None:
    """Faults go to a file of the data folder, at most three of a megabyte."""
    _log.setLevel(logging.INFO)
    logging.raiseExceptions = False  # a log that takes nothing (a full disk) is no fault
    with suppress(OSError):  # a folder that takes nothing must not keep the show from running
        data.mkdir(parents=True, exist_ok=True)
        file = logging.handlers.RotatingFileHandler(
            log_file(data), maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True
        )
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        _log.addHandler(file)


def log_file(data: Path) -> Path:
    """Where faults are noted."""
    return data / "runofshow.log"


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

    def __init__(
        self,
        application: QtWidgets.QApplication,
        request: Request,
        language: str | None,
        clock: SystemClock | None = None,
    ) -> None:
        super().__init__()
        self._application, self._clock = application, clock or SystemClock()
        self.settings, broken = remembered.load(request.data)
        guard = timedelta(milliseconds=self.settings.guard_ms)
        request = self._request = request._replace(guard=guard)
        self._language = language or self.settings.language or spoken()
        theme.install(application, self.settings.dark)
        self._to_read, request = _foreign(request)
        self.opened = opened(request, self._clock)
        self._running: Running | None = None
        self._changing: asyncio.Lock
        self._tasks: set[asyncio.Task[None]] = set()
        self._done: asyncio.Event
        self._serving = self._leaving = False
        self._wants_out = False
        self._waiting: Request | None = None
        self._revised: tuple[Plan, str] | None = None
        self._to_revise: Path | None = None
        self._lookout = Lookout(self._clock, self.opened.desk.now())
        self._disk_told: tuple[Sentence, int] | None = None
        place, _ = self._window_place()
        self.window = OperatorWindow(self._language, self.settings.dark, size=place.size())
        self.stage = StageWindow(self.window.words.stage)
        self.placer = StagePlacer(self.stage, self.window, self._wanted_screen())
        self._identify = Identify()
        self.beat = Beat(self.opened.desk, self)
        self.rehearsing = Rehearsing(
            self.window, self.stage, self.beat, self.opened.desk, request.data, guard
        )
        self._connect()
        self._catch_everything()
        for notice in (*self.opened.notices, *((broken,) if broken else ())):
            self._tell(notice)

    # --- life ----------------------------------------------------------------------------------

    def show_window(self) -> None:
        """Show the régie's window with the day in it; no loop runs yet."""
        self._place_window()
        self.beat.start()
        self.window.show()

    def show(self) -> None:
        """Show the windows and let the show run."""
        self.show_window()
        self.serve()

    def serve(self) -> None:
        """Open the stage, and let the show be reached; the loop runs."""
        import asyncio

        self._changing, self._done = asyncio.Lock(), asyncio.Event()
        self._serving = True
        if self._leaving:
            self._done.set()
        self._catch_in_loop(asyncio.get_running_loop())
        self._open_stage()
        self._look()
        self._later(self._begin())
        if self._to_read is not None:
            self._read(*self._to_read)

    def _open_stage(self) -> None:
        """Bring the stage up; who only watches leaves it to the one who runs the show."""
        if self.opened.desk.watching is None:
            self.window.drop("watching")
            self.placer.open()
            return
        self.placer.put_away()
        self._tell_watching()

    async def left(self) -> None:
        """Returns when the program has been left and everything is closed."""
        import asyncio

        await self._done.wait()
        await asyncio.gather(*self._tasks, return_exceptions=True)  # short, all of them
        self.beat.stop()
        self.rehearsing.stop()
        self._looking.stop()
        await self._stop_running()
        self._remember()
        self.placer.put_away()
        self.window.printing.finish()
        self.window.leave()

    def leave(self) -> None:
        """Leave the program now; the show can be taken up again."""
        self._leaving = True
        if self._serving:
            self._done.set()

    async def _begin(self) -> None:
        async with self._changing:
            await self._start_running()

    async def _start_running(self) -> None:
        from runofshow.running import Running

        self._running = Running(self.opened, self._language, self._tell)
        await self._running.__aenter__()

    async def _stop_running(self) -> None:
        former, self._running = self._running, None
        if former is not None:
            await former.__aexit__(None, None, None)

    def _later(self, work: Any) -> None:
        """Run a coroutine beside; what it raises is told like any fault."""
        import asyncio

        task: asyncio.Task[None] = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._worked)

    def _worked(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._fault(error)

    # --- connections ---------------------------------------------------------------------------

    def _connect(self) -> None:
        window = self.window
        for told in (self._tell_disk, self._tell_clock):
            self.beat.boarded.connect(told)
        window.language_asked.connect(self._speak)
        window.theme_asked.connect(self._use_dark)
        window.open_asked.connect(self._open)
        window.importing.shown.connect(_note_doubts)
        window.importing.taken.connect(self._open_plan)
        window.importing.learned.connect(self._learn_columns)
        window.save_asked.connect(self._save)
        window.report_wanted.connect(self._report)
        window.export_asked.connect(self._export)
        window.paper_wanted.connect(self._paper)
        window.revise_asked.connect(self._revise)
        window.revision_wanted.connect(self._revise_again)
        window.pdf_made.connect(self._keep_pdf)
        window.quit_asked.connect(self._ask_out)
        window.banner_chosen.connect(self._chosen)
        window.identify_asked.connect(self._number_screens)
        window.stage_screen_asked.connect(self._choose_screen)
        self.stage.typed.connect(window.typed)
        self.stage.close_asked.connect(self.placer.close)
        self.placer.changed.connect(self._placed)
        for signal_ in (self._application.screenAdded, self._application.screenRemoved):
            signal_.connect(self._offer_screens)
        self._looking, self._tidying = QtCore.QTimer(self), Tidying()
        self._looking.timeout.connect(self._look)
        self._looking.timeout.connect(self._tidying.look)
        self._looking.start(LOOK_EVERY)

    def do(self, command: Command) -> None:
        """Take a command to the desk that the window is connected to; a refusal is shown."""
        self.rehearsing.conducting.do(command)

    def _speak(self, language: str) -> None:
        self._language = language
        self.settings = self.settings.model_copy(update={"language": language})
        self.window.speak(language)
        self.stage.speak(self.window.words.stage)
        self._placed(self.placer.place)
        self._look()
        self._remember()

    def _use_dark(self, dark: bool) -> None:
        self.settings = self.settings.model_copy(update={"dark": dark})
        self.window.use_dark(dark)
        self._remember()

    # --- the stage's screen --------------------------------------------------------------------

    def _wanted_screen(self) -> Identity | None:
        known = self.settings.stage_screen
        return None if known is None else Identity.of_json(known.model_dump())

    def _placed(self, place: Place) -> None:
        """The stage has moved: its name, its lamp, and a banner when it is not where it belongs."""
        words = self.window.words.stage
        self.rehearsing.stage_named(place.named(words))
        self.window.drop("stage")
        if place.state == "parked":
            self._say("stage", "act", partial(_stage_said, place))
        elif place.state == "beside":
            self._say("stage", "note", partial(_stage_said, place), seconds=12)
        self._offer_screens()
        self._look()
        _log.info("stage %s: %s", place.state, place.sentence(words))

    def _offer_screens(self, *_: object) -> None:
        on = self.placer.place.screen if self.placer.place.state == "placed" else None
        self.window.stage_choices(
            [
                StageChoice(facts.label, f"{facts.number}  {facts.label}", facts.label == on)
                for facts in describe()
            ]
        )

    def _number_screens(self) -> None:
        self._identify.number(self.window.words.stage, self.stage, self.window)

    def _choose_screen(self, key: str) -> None:
        for screen in in_order():
            if identity(screen).label == key:
                self.placer.choose(identity(screen))
                self._remember()

    # --- files ---------------------------------------------------------------------------------

    def _open(self, path: Path) -> None:
        """Open another file: a schedule of ours is run, anything else is read and looked at."""
        self._to_revise = None
        try:
            data = files.load(path, LARGEST)
            runs = _runs(path, data)
        except Trouble as trouble:
            self._answer(trouble, path)
            return
        if runs:
            self._run_instead(self._request_of(path))
        else:
            self._read(path, data)

    def _read(self, path: Path, data: bytes) -> None:
        known = self.settings.columns.items()
        self.window.importing.remember(
            {shape: {int(at): field for at, field in of.items()} for shape, of in known}
        )
        self.window.read(path, data)

    def _learn_columns(self, shape: str, columns: Mapping[int, str]) -> None:
        """Remember what the columns of a table were taken for; the oldest are forgotten."""
        if not shape:
            return
        said = {str(at): field for at, field in columns.items()}
        known = {**{k: v for k, v in self.settings.columns.items() if k != shape}, shape: said}
        kept = dict(list(known.items())[-SHAPES:])
        self.settings = self.settings.model_copy(update={"columns": kept})
        self._remember()

    def _open_plan(self, path: Path, plan: Plan) -> None:
        """Run what a file was read as, or revise the day from it when that was asked."""
        asked, self._to_revise = self._to_revise, None
        if asked == path:
            self.revise_with(plan, path.name)
            return
        self._run_instead(self._request_of(path)._replace(plan=plan))

    def _request_of(self, path: Path) -> Request:
        return Request(self._request.data, path, guard=self._request.guard)

    def _run_instead(self, request: Request) -> None:
        """Run another day; a day that runs or was prepared may be revised from it instead.

        It is not replaced without a second word.
        """
        desk = self.opened.desk
        running = desk.board().state in ("on_air", "between")
        if not (running or desk.show.undo):
            self._later(self._replace(request))
            return
        self._waiting = request
        name = "" if request.file is None else request.file.name
        said = self._said("really_open" if running else "really_replace", file=name)
        choices = [("revise_with", "revise"), ("open_anyway", "open")]
        self._ask("open", said, *choices[desk.watching is not None :])

    def _revise_from(self, request: Request) -> None:
        """Look at what the day that waits to be opened changes of the one that is there."""
        if request.file is not None and request.plan is None:
            self._revise(request.file)
        elif request.file is not None and request.plan is not None:
            self.revise_with(request.plan, request.file.name)

    async def _replace(self, request: Request) -> None:
        """Run the day that is asked for; one that cannot be read leaves all as it is."""
        path = request.file
        async with self._changing:
            try:
                await self._take_over(request)
            except Trouble as trouble:
                self._answer(trouble, path or Path())
                return
        name = "" if path is None else path.name
        self._say("opened", "note", self._said("opened", file=name), seconds=6)

    async def _take_over(self, request: Request) -> None:
        show = opened(request, self._clock)
        if show.owner is not None and show.owner.pid == os.getpid():
            # It is what runs here. Begun, it goes on; else the file may say something new.
            if self.opened.desk.show.rev:
                return
            await self._stop_running()
            show = opened(request, self._clock)
        self.opened = show
        self.window.drop("owner_gone")
        self.window.revising.leave()
        self.rehearsing.follow(show.desk)
        await self._stop_running()
        await self._start_running()
        self._open_stage()
        for notice in show.notices:
            self._tell(notice)

    def _revise(self, path: Path) -> None:
        """Look at what a revised programme changes of the day.

        A file of others is looked at first, as when it is opened.
        """
        try:
            data = files.load(path, LARGEST)
            if not _runs(path, data):
                self._read(path, data)
                self._to_revise = path
                return
            plan = own.read(data, self._clock.now().date()).plan
        except Trouble as trouble:
            self._answer(trouble, path)
            return
        self.revise_with(plan, path.name)

    def revise_with(self, plan: "Plan", name: str) -> None:
        """Show what `plan`, read from a file of that name, changes of the day that runs.

        The day runs on a date of its own, whatever the programme's.
        """
        from runofshow.core.revision import revision

        show = self.rehearsing.desk.show
        plan = plan.model_copy(update={"date": show.plan.date})
        self._revised = (plan, name)
        self.window.revise(revision(show, plan), name)

    def _revise_again(self) -> None:
        """Reckon the revision that is looked at anew: the show went on."""
        from runofshow.core.revision import revision

        if self._revised is not None:
            self.window.revising.bring(revision(self.rehearsing.desk.show, self._revised[0]))

    def _save(self, path: Path) -> None:
        """Write the rundown as the ending of the name says; what is not our own, in a thread."""
        from runofshow.formats import written

        plan, data, language = self.rehearsing.desk.show.plan, self._request.data, self._language

        def write() -> None:
            files.save(path, written.write(plan, ending, language), data)

        try:
            ending = written.ending(path)
            if ending != written.OWN:
                self._later(self._exported(write, path, "saved"))
                return
            write()
        except Trouble as trouble:
            self._answer(trouble, path)
            return
        self._say("saved", "note", self._said("saved", file=path.name), seconds=6)

    # --- the report ----------------------------------------------------------------------------

    def _report(self) -> None:
        """Show what has become of the day that the window shows, a rehearsal's too."""
        from runofshow.core.report import report

        desk = self.rehearsing.desk
        self.window.report(report(desk.show, desk.now()))

    def _export(self, path: Path, client: bool) -> None:
        """Write the report as the ending of the name says, in a thread: it takes its time."""
        from runofshow.core.report import report
        from runofshow.formats import reports

        desk, data, language = self.rehearsing.desk, self._request.data, self._language
        try:
            write = reports.writer(path, {".pdf": _drawn})
        except Trouble as trouble:
            self._answer(trouble, path)
            return
        told = report(desk.show, desk.now())

        def written() -> None:
            files.save(path, write(told, language, client=client), data)

        self._later(self._exported(written, path))

    async def _exported(
        self, written: Callable[[], None], path: Path, said: str = "exported"
    ) -> None:
        import asyncio

        try:
            await asyncio.to_thread(written)
        except Trouble as trouble:
            self._answer(trouble, path)
            return
        self._say(said, "note", self._said(said, file=path.name), seconds=6)

    # --- paper ---------------------------------------------------------------------------------

    def _paper(self) -> None:
        """Give the window the day as it is printed, a rehearsal's too: the paper says so."""
        from runofshow.core.paper import sheet

        desk = self.rehearsing.desk
        said = sheet(desk.show, desk.now())
        self.window.paper(said._replace(rehearsal=desk is not self.opened.desk))

    def _keep_pdf(self, path: Path, data: bytes) -> None:
        """Write the pages that were made."""
        try:
            files.save(path, data, self._request.data)
        except Trouble as trouble:
            self._answer(trouble, path)
            return
        self._say("printed", "note", self._said("printed", file=path.name), seconds=6)

    # --- leaving -------------------------------------------------------------------------------

    def _ask_out(self) -> None:
        """A day on air is not left by one slip of the hand: the second time counts."""
        running = self.opened.desk.board().state in ("on_air", "between")
        if not running or self._wants_out or self.opened.desk.watching is not None:
            self.leave()
            return
        self._wants_out = True
        QtCore.QTimer.singleShot(SURE, self._stays)
        self._ask("quit", self._said("really_quit"), ("quit_anyway", "quit"))

    def _stays(self) -> None:
        self._wants_out = False

    def _chosen(self, key: str, name: str) -> None:
        if (key, name) == ("quit", "quit"):
            self.leave()
        elif key == "open" and self._waiting is not None and name == "open":
            self._later(self._replace(self._waiting))
        elif key == "open" and self._waiting is not None and name == "revise":
            self._revise_from(self._waiting)

    def _window_place(self) -> tuple[QtCore.QRect, bool]:
        """Where it was, when there is still a screen, else all of the first; whether maximised."""
        known = self.settings.windows.get("operator")
        if known is not None:
            place = QtCore.QRect(known.x, known.y, known.width, known.height)
            if any(s.geometry().contains(place.center()) for s in self._application.screens()):
                return place, known.maximised
        first = cast("QtGui.QScreen | None", self._application.primaryScreen())
        if first is None:  # there is none for a moment when all cables are out
            return QtCore.QRect(QtCore.QPoint(), LEAST), True
        return first.availableGeometry(), True

    def _place_window(self) -> None:
        place, maximised = self._window_place()
        self.window.setGeometry(place)
        if maximised:
            self.window.setWindowState(QtCore.Qt.WindowState.WindowMaximized)

    def _remember(self) -> None:
        """Keep the settings; a disk that refuses them is no reason to disturb anybody."""
        place = self.window.normalGeometry()
        geometry = remembered.Geometry(
            x=place.x(),
            y=place.y(),
            width=max(1, place.width()),
            height=max(1, place.height()),
            maximised=self.window.isMaximized() or self.window.isFullScreen(),
        )
        windows = {**self.settings.windows, "operator": geometry}
        self.settings = self.settings.model_copy(
            update={"windows": windows, "stage_screen": self._screen_to_keep()}
        )
        try:
            remembered.save(self._request.data, self.settings)
        except Trouble as trouble:
            _log.warning("settings not kept: %s", trouble)

    def _screen_to_keep(self) -> ScreenIdentity | None:
        chosen = self.placer.chosen
        return None if chosen is None else ScreenIdentity(**chosen.as_json())

    # --- banners and lamps ---------------------------------------------------------------------

    def _said(self, name: str, **facts: object) -> Callable[[str], str]:
        """One of the desktop's texts, to be said in whatever language is asked for."""

        def text(language: str) -> str:
            written: str = getattr(desktop_words(language), name).format(**facts)
            return typeset(written) if language == "fr" else written

        return text

    def _say(
        self,
        key: str,
        severity: Severity,
        text: Callable[[str], str],
        *choices: Choice,
        seconds: float | None = None,
        answer: bool = False,
    ) -> None:
        self.window.say(Banner(key, severity, text, choices, seconds=seconds, answer=answer))

    def _ask(self, name: str, text: Callable[[str], str], *choices: tuple[str, str]) -> None:
        """Ask once more; each choice is a word's name and what it is chosen by."""
        links = (Choice(self._said(label), None, chosen) for label, chosen in choices)
        seconds = (
            None if name == "open" else SURE / 1000
        )  # a day that was read waits for its answer
        self._say(name, "watch", text, *links, seconds=seconds, answer=True)

    def _tell(self, said: Sentence, severity: Severity = "note") -> None:
        """Tell of something for a while; of who runs the show, as long as it is so."""
        _log.info("%s", said.text("en"))
        if said.code == "journal_owned":
            self._tell_watching()
            return
        gone = said.code == "owner_gone"
        if gone:
            self.window.drop("watching")
        self._say(said.code, severity, said.text, seconds=None if gone else 20)

    def _tell_watching(self) -> None:
        self.window.drop("owner_gone")
        who = self.opened.desk.watching
        self._say("watching", "watch", self._said("watching", who=who))

    def _answer(self, trouble: Trouble, path: Path) -> None:
        """Say why what was just asked of a file could not be done."""
        _log.info("%s: %s", path, trouble)

        def text(language: str) -> str:
            why = trouble.text(language)
            if path.name in why:
                return why
            return self._said("of_file", file=path.name, why=why)(language)

        self._say("trouble", "watch", text, seconds=20, answer=True)

    def _tell_disk(self, _: Board) -> None:
        """Say once that the disk refuses, again when more waits for it, and when it no longer does.

        A banner that the régie has seen and sent away stays away until there is more to say.
        """
        desk = self.opened.desk
        trouble, count = desk.trouble, desk.waiting
        told = None if trouble is None else (trouble.sentence, count)
        if told == self._disk_told:
            return
        self._disk_told = told
        self._look()
        if trouble is None:
            self.window.drop("disk")
            return

        def text(language: str) -> str:
            return self._said("disk_refuses", why=trouble.text(language), count=count)(language)

        self._say("disk", "act", text)

    def _tell_clock(self, _: Board) -> None:
        """Say that the wall clock jumped, or that the machine slept and what went by meanwhile."""
        desk = self.opened.desk
        for said in self._lookout.look(desk.show, desk.now()):
            _log.info("%s", said.text("en"))
            if said.code == "clock_stepped":
                self._say("clock", "watch", said.text, seconds=60)
            else:  # a sleep: told until it has been seen
                self._say("slept", "watch", said.text)

    def _look(self) -> None:
        """Look at the machine, for the lamps."""
        trouble, folder = self.opened.desk.trouble, self._request.data
        self.window.lamps(lamps(self.placer.place, trouble, folder, self._language))

    # --- faults --------------------------------------------------------------------------------

    def _catch_everything(self) -> None:
        """The application's hook, the only place that catches everything (architecture.md §5)."""

        def hook(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            if issubclass(kind, KeyboardInterrupt):
                self.leave()
                return
            self._fault(error.with_traceback(trace))
            if not self._serving:  # no loop, so perhaps no window either: the terminal is told
                sys.__excepthook__(kind, error, trace)

        sys.excepthook = hook

    def _catch_in_loop(self, loop: "asyncio.AbstractEventLoop") -> None:
        def hook(_: object, context: dict[str, Any]) -> None:
            error = context.get("exception")
            self._fault(error if error is not None else RuntimeError(context.get("message")))

        loop.set_exception_handler(hook)

    def _fault(self, error: BaseException) -> None:
        """Note a fault and tell of it, once while it stands: one may come with every picture."""
        _log.error("fault", exc_info=error)
        if not self.window.banners.holds("fault"):
            file = str(log_file(self._request.data))
            self._say("fault", "watch", self._said("fault", file=file), seconds=60)


def _drawn(report: "Report", language: str, *, client: bool = False) -> bytes:
    """The report as a PDF."""
    from runofshow.ui.paper import report as paper_report

    return paper_report.write(report, language, client=client)


def _note_doubts(path: Path, left: int) -> None:
    _log.info("read %s: %d doubts open", path.name, left)


def _runs(path: Path, data: bytes) -> bool:
    """Whether a file is run as it is; raises Unreadable for a JSON that nobody knows."""
    if own.ours(data):
        return True
    if path.suffix.lower() != ".json":
        return False
    from runofshow.formats.draft import Asked
    from runofshow.formats.registry import recognised

    return recognised(data, Asked(path.name, datetime.now(UTC).date())) == "runofshow"


def _foreign(request: Request) -> tuple[tuple[Path, bytes] | None, Request]:
    """What is to be read and looked at first, and what is run meanwhile."""
    if request.file is None:
        return None, request
    data = files.load(request.file, LARGEST)
    if _runs(request.file, data):
        return None, request
    return (request.file, data), request._replace(file=None, on=None, now=False)


def _stage_said(place: Place, language: str) -> str:
    return place.sentence(words(language).stage)
