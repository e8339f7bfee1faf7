"""Another day in the place of the one that is open: a file, the sample begun now, this one moved.

- A day that runs or was prepared is not replaced without a second word, and may be revised instead.
- One that cannot be read leaves all as it is.
"""

from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6 import QtCore

from runofshow.core.commands import Command
from runofshow.core.errors import Trouble
from runofshow.desktop.day import Day
from runofshow.desktop.errands import Later
from runofshow.desktop.telling import Telling, said
from runofshow.opening import Request, is_sample
from runofshow.sample import sample_file
from runofshow.ui.operator.window import OperatorWindow

OPEN: Final = "open"
EARLY: Final = timedelta(seconds=30)
"""How long before now a sample day that is begun by a GO has begun its minute."""


class AnotherDay(QtCore.QObject):
    """Replaces the `day` as `window` asks; `later` runs a coroutine beside.

    Signals: opened(Path) when that file is the day's, revise_asked(Request) when the day is rather
    to be revised from what was to replace it, go_asked(Command) when the sample day is there for
    the GO that it was asked by.
    """

    opened = QtCore.Signal(object)
    revise_asked = QtCore.Signal(object)
    go_asked = QtCore.Signal(object)

    def __init__(
        self,
        window: OperatorWindow,
        telling: Telling,
        day: Day,
        later: Later,
    ) -> None:
        super().__init__(window)
        self._window, self._telling, self._day, self._later = window, telling, day, later
        self._first = day.asked
        self._waiting: Request | None = None
        window.banner_chosen.connect(self._chosen)

    def ask(self, request: Request) -> None:
        """Run another day, once that is sure."""
        desk, under_way = self._day.desk, self._day.under_way
        if not (under_way or desk.show.undo or self._window.locked):
            self.run(request)
            return
        self._waiting = request
        name = "" if request.file is None else request.file.name
        question = said("really_open" if under_way else "really_replace", file=name)
        choices = [("revise_with", "revise"), ("open_anyway", "open")]
        self._telling.ask(OPEN, question, *choices[desk.watching is not None :])

    def run(self, request: Request) -> None:
        """Run another day, whatever is there."""
        self._later(self._replace(request))

    def run_file(self, file: Path) -> None:
        """Run the day of a file, whatever is there."""
        self.run(Request(self._first.data, file, guard=self._first.guard))

    def try_sample(self) -> None:
        """Run the sample day as if it were to begin in a minute."""
        self.ask(self._sample_now())

    def begin_now(self) -> None:
        """Run the day that is open, with what was changed in it, from the next full minute."""
        plan = self._day.desk.show.plan
        self.run(self._day.asked._replace(plan=plan, on=None, now=True))

    def go_in_sample(self, go: Command) -> None:
        """Have the sample day begin, there and then, with that GO."""
        self._later(self._go_in_sample(go))

    async def _go_in_sample(self, go: Command) -> None:
        if is_sample(self._day.opened):  # or was, until another hand was quicker
            await self._replace(self._sample_now()._replace(early=EARLY))
        if not is_sample(self._day.opened):
            self.go_asked.emit(go)

    def _sample_now(self) -> Request:
        """The sample day, with what was changed in it, to begin now."""
        file = sample_file(self._window.words.language)
        plan = self._day.desk.show.plan
        return Request(self._first.data, file, now=True, guard=self._first.guard, plan=plan)

    async def _replace(self, request: Request) -> None:
        path = request.file
        try:
            await self._day.replace(request)
        except Trouble as trouble:
            self._telling.trouble(trouble, path or Path())
            return
        if not request.now:
            self._telling.done("opened", path or Path())
        if path is not None:
            self.opened.emit(path)

    def _chosen(self, key: str, name: str) -> None:
        if key == OPEN and self._waiting is not None and name == "open":
            self.run(self._waiting)
        elif key == OPEN and self._waiting is not None and name == "revise":
            self.revise_asked.emit(self._waiting)
