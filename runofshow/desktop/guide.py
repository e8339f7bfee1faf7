"""The guide: takes somebody through the four steps of the tour, in a rehearsal of the lesson.

A rehearsal, so that nothing of it reaches a show, its journal or its stage, even while one runs.
"""

from datetime import date, timedelta
from typing import Final

from PySide6 import QtCore

from runofshow.core.show import Show
from runofshow.desktop.memory import Memory
from runofshow.formats import own
from runofshow.opening import LARGEST
from runofshow.places import schedule
from runofshow.store import files
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.rehearsing import Rehearsing

READING: Final = timedelta(seconds=40)
"""How much of the minute before its day the lesson leaves out: a GO given as soon as its line is
read is on time, so that the minute given next shows in what follows."""


class Guide(QtCore.QObject):
    """Begins and ends the tour of `window`; whose first run it was, `memory` remembers.

    Signal: ended() when the window shows the show again.
    """

    ended = QtCore.Signal()

    def __init__(self, window: OperatorWindow, rehearsing: Rehearsing, memory: Memory) -> None:
        super().__init__(window)
        self._window, self._rehearsing, self._memory = window, rehearsing, memory
        tour = window.touring
        window.tour_asked.connect(self.begin)
        tour.left.connect(self.end)
        tour.again_asked.connect(self.begin)
        tour.open_asked.connect(self._open)

    def begin(self) -> None:
        """Take the tour from the start; the show, if there is one, runs on beside it."""
        from runofshow.rehearsal import Rehearsal

        self._rehearsing.leave()
        now = self._rehearsing.desk.now()
        lesson = Rehearsal.of(_lesson(self._window.words.language, now.date()), now)
        lesson.pilot, lesson.speed = False, 1
        lesson.jump(lesson.now() + READING)
        self._rehearsing.begin(lesson)
        lesson.play()
        self._window.touring.begin(lesson.board())
        self._rehearsing.clear(self._window.touring.card)
        if not self._memory.settings.toured:
            self._memory.change(toured=True)

    def end(self) -> None:
        """Leave the tour and its rehearsal: the window shows the show again."""
        self._window.touring.end()
        self._rehearsing.leave()
        self.ended.emit()

    def _open(self) -> None:
        self.end()
        self._window.files.open()


def _lesson(language: str, today: date) -> Show:
    """The lesson's day in that language, of today."""
    path = schedule(f"lesson-{'fr' if language == 'fr' else 'en'}.json")
    data = files.load(path, LARGEST)
    return Show.of(own.read(data, today).plan.model_copy(update={"date": today}))
