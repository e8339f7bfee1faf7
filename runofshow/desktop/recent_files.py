"""Files opened lately: remembered, offered, and looked for beside the beat.

A file may lie on a server that answers no more: whether it is there is asked in a thread.
"""

from pathlib import Path
from typing import Final

from PySide6 import QtCore

from runofshow.desktop.errands import Later
from runofshow.desktop.memory import Memory
from runofshow.desktop.telling import Telling
from runofshow.places import schedule
from runofshow.sample import SAMPLES
from runofshow.store.settings import Settings
from runofshow.ui.operator.banner import ANSWERS, Choice
from runofshow.ui.operator.recent_menu import RecentFile
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts.recent import recent_words

MOST: Final = 9
OFFERED: Final = 2
"""How many the sample day's banner offers."""
SAMPLE: Final = "sample"
OTHER: Final = "other"
TRY: Final = "try"


class RecentFiles(QtCore.QObject):
    """Keeps the list in `memory` and offers it in `window`; `later` runs a coroutine beside.

    Signal: try_asked() when the sample day is to begin now.
    """

    try_asked = QtCore.Signal()

    def __init__(
        self,
        window: OperatorWindow,
        memory: Memory,
        telling: Telling,
        later: Later,
    ) -> None:
        super().__init__(window)
        self._window, self._memory, self._telling = window, memory, telling
        self._gone = frozenset[str]()
        menu = window.menu.recent
        menu.wanted.connect(lambda: later(self._look()))
        menu.opened.connect(window.open_asked)
        menu.forgotten.connect(self._forget)
        window.banner_chosen.connect(self._chosen)
        window.asked.connect(lambda _: window.drop(SAMPLE))
        window.importing.opened.connect(lambda: window.drop(SAMPLE))
        memory.changed.connect(self._offer)
        self._offer(memory.settings)

    def note(self, path: Path) -> None:
        """A file has been opened: it is the first of the list, unless it is the sample's."""
        self._window.drop(SAMPLE)
        if path in map(schedule, SAMPLES.values()):
            return
        said = str(path.absolute())
        others = (each for each in self._memory.settings.recent if each != said)
        self._gone -= {said}
        self._memory.change(recent=(said, *others)[:MOST])

    def welcome(self) -> None:
        """Nothing was asked for, and the sample day is shown: say so, and offer one's own."""
        recent = [Path(each) for each in self._memory.settings.recent[:OFFERED]]
        choices = [Choice(path.name, None, str(path)) for path in recent]
        choices.append(Choice(lambda language: recent_words(language).open_other, None, OTHER))
        if len(choices) < len(ANSWERS):
            choices.append(Choice(lambda language: recent_words(language).try_it, None, TRY))
        self._telling.say(
            SAMPLE, "note", lambda language: recent_words(language).sample, *choices,
            rest=lambda language: recent_words(language).drop_here,
        )  # fmt: skip

    def _chosen(self, key: str, name: str) -> None:
        if key == SAMPLE and name == OTHER:
            self._window.files.open()
        elif (key, name) == (SAMPLE, TRY):
            self.try_asked.emit()
        elif key == SAMPLE:
            self._window.open_asked.emit(Path(name))

    def _forget(self, paths: tuple[Path, ...]) -> None:
        gone = {str(path) for path in paths}
        kept = tuple(each for each in self._memory.settings.recent if each not in gone)
        self._memory.change(recent=kept)

    async def _look(self) -> None:
        """Look which of them are there, and offer the list anew."""
        import asyncio

        recent = self._memory.settings.recent[:MOST]
        self._gone = await asyncio.to_thread(_missing, recent)
        self._offer(self._memory.settings)

    def _offer(self, settings: Settings) -> None:
        self._window.menu.recent.offer(
            [RecentFile(Path(each), each not in self._gone) for each in settings.recent[:MOST]]
        )


def _missing(paths: tuple[str, ...]) -> frozenset[str]:
    return frozenset(each for each in paths if not Path(each).is_file())
