"""Files of the desktop: opened, read, revised from, written, printed.

A schedule of ours is run as it is; anything else is read apart, looked at and then run.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore

from runofshow.core.errors import Trouble
from runofshow.core.plan import Plan
from runofshow.desktop.errands import Later
from runofshow.desktop.foreign import runs_as_it_is
from runofshow.desktop.memory import Memory
from runofshow.desktop.telling import Telling
from runofshow.formats import own
from runofshow.opening import LARGEST, Request
from runofshow.store import files
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.rehearsing import Rehearsing
from runofshow.unforeseen import unforeseen

if TYPE_CHECKING:  # after the first painting
    from runofshow.core.report import Report

_log = logging.getLogger("runofshow")
SHAPES: Final = 50
"""Shapes of tables whose corrected columns are remembered."""


class Documents(QtCore.QObject):
    """Opens and writes what `window` asks for, of the show or of the rehearsal it shows.

    `today` tells the date; `later` runs a coroutine beside. Signal: run_asked(Request) when a day
    is to be run instead.
    """

    run_asked = QtCore.Signal(object)

    def __init__(
        self,
        request: Request,
        window: OperatorWindow,
        rehearsing: Rehearsing,
        memory: Memory,
        telling: Telling,
        today: Callable[[], date],
        later: Later,
    ) -> None:
        super().__init__(window)
        self._request, self._today, self._later = request, today, later
        self._window, self._rehearsing = window, rehearsing
        self._memory, self._telling = memory, telling
        self._revised: tuple[Plan, str] | None = None
        self._to_revise: Path | None = None
        self._connect(window)

    def _connect(self, window: OperatorWindow) -> None:
        window.open_asked.connect(self.open)
        window.importing.shown.connect(_note_doubts)
        window.importing.taken.connect(self._take)
        window.importing.learned.connect(self._learn_columns)
        window.revise_asked.connect(self._revise)
        window.revision_wanted.connect(self._revise_again)
        window.save_asked.connect(self._save)
        window.report_wanted.connect(self._report)
        window.export_asked.connect(self._export)
        window.paper_wanted.connect(self._paper)
        window.pdf_made.connect(self._keep_pdf)

    # --- opening -------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Open another file."""
        self._to_revise = None
        try:
            data = files.load(path, LARGEST)
            runs = runs_as_it_is(path, data)
        except Trouble as trouble:
            self._telling.trouble(trouble, path)
            return
        if runs:
            self.run_asked.emit(self._request_of(path))
        else:
            self.read(path, data)

    def read(self, path: Path, data: bytes, *, revises: bool = False) -> None:
        """Read a file of others, and show what it would become; `revises` the day if taken."""
        known = self._memory.settings.columns.items()
        self._window.importing.remember(
            {shape: {int(at): field for at, field in of.items()} for shape, of in known}
        )
        self._window.read(path, data, revises=revises)

    def _learn_columns(self, shape: str, columns: Mapping[int, str]) -> None:
        """Remember what the columns of a table were taken for; the oldest are forgotten."""
        if not shape:
            return
        former = self._memory.settings.columns
        learned = {str(at): field for at, field in columns.items()}
        known = {**{k: v for k, v in former.items() if k != shape}, shape: learned}
        self._memory.change(columns=dict(list(known.items())[-SHAPES:]))

    def _take(self, path: Path, plan: Plan) -> None:
        """Run what a file was read as, or revise the day from it when that was asked."""
        asked, self._to_revise = self._to_revise, None
        if asked == path:
            self._revise_with(plan, path.name)
            return
        self.run_asked.emit(self._request_of(path)._replace(plan=plan))

    def _request_of(self, path: Path) -> Request:
        return Request(self._request.data, path, guard=self._request.guard, ahead=True)

    # --- revising ------------------------------------------------------------------------------

    def revise_from(self, request: Request) -> None:
        """Look at what the day that waits to be run changes of the one that is there."""
        if request.file is not None and request.plan is None:
            self._revise(request.file)
        elif request.file is not None and request.plan is not None:
            self._revise_with(request.plan, request.file.name)

    def _revise(self, path: Path) -> None:
        """Look at what a revised programme changes of the day.

        A file of others is looked at first, as when it is opened.
        """
        try:
            data = files.load(path, LARGEST)
            if not runs_as_it_is(path, data):
                self.read(path, data, revises=True)
                self._to_revise = path
                return
            with unforeseen(path.name):
                plan = own.read(data, self._today()).plan
        except Trouble as trouble:
            self._telling.trouble(trouble, path)
            return
        self._revise_with(plan, path.name)

    def _revise_with(self, plan: Plan, name: str) -> None:
        """Show what `plan`, read from a file of that name, changes of the day that runs.

        The day runs on a date of its own, whatever the programme's.
        """
        from runofshow.core.revision import revision

        show = self._rehearsing.desk.show
        plan = plan.model_copy(update={"date": show.plan.date})
        self._revised = (plan, name)
        self._window.revise(revision(show, plan), name)

    def _revise_again(self) -> None:
        """Reckon the revision that is looked at anew: the show went on."""
        from runofshow.core.revision import revision

        if self._revised is not None:
            self._window.revising.bring(revision(self._rehearsing.desk.show, self._revised[0]))

    # --- writing -------------------------------------------------------------------------------

    def _save(self, path: Path) -> None:
        """Write the rundown as the ending of the name says; what is not our own, in a thread."""
        from runofshow.formats import written

        plan, data = self._rehearsing.desk.show.plan, self._request.data
        language = self._window.words.language

        def write() -> None:
            files.save(path, written.write(plan, ending, language), data)

        try:
            ending = written.ending(path)
            if ending != written.OWN:
                self._later(self._written(write, path, "saved"))
                return
            write()
        except Trouble as trouble:
            self._telling.trouble(trouble, path)
            return
        self._telling.done("saved", path)

    def _report(self) -> None:
        """Show what has become of the day that the window shows, a rehearsal's too."""
        from runofshow.core.report import report

        desk = self._rehearsing.desk
        self._window.report(report(desk.show, desk.now()))

    def _export(self, path: Path, client: bool) -> None:
        """Write the report as the ending of the name says, in a thread: it takes its time."""
        from runofshow.core.report import report
        from runofshow.formats import reports

        desk, data = self._rehearsing.desk, self._request.data
        language = self._window.words.language
        try:
            write = reports.writer(path, {".pdf": _drawn})
        except Trouble as trouble:
            self._telling.trouble(trouble, path)
            return
        told = report(desk.show, desk.now())

        def written() -> None:
            files.save(path, write(told, language, client=client), data)

        self._later(self._written(written, path, "exported"))

    async def _written(self, write: Callable[[], None], path: Path, done: str) -> None:
        import asyncio

        try:
            await asyncio.to_thread(write)
        except Trouble as trouble:
            self._telling.trouble(trouble, path)
            return
        self._telling.done(done, path)

    def _paper(self) -> None:
        """Give the window the day as it is printed, a rehearsal's too: the paper says so."""
        from runofshow.core.paper import sheet

        desk = self._rehearsing.desk
        said = sheet(desk.show, desk.now())
        self._window.paper(said._replace(rehearsal=self._rehearsing.on))

    def _keep_pdf(self, path: Path, data: bytes) -> None:
        """Write the pages that were made."""
        try:
            files.save(path, data, self._request.data)
        except Trouble as trouble:
            self._telling.trouble(trouble, path)
            return
        self._telling.done("printed", path)


def _drawn(report: "Report", language: str, *, client: bool = False) -> bytes:
    """The report as a PDF."""
    from runofshow.ui.paper import report as paper_report

    return paper_report.write(report, language, client=client)


def _note_doubts(path: Path, left: int) -> None:
    _log.info("read %s: %d doubts open", path.name, left)
