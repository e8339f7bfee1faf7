"""Lending the stage to the speakers' demonstration (demo.py), and giving it back to the show."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore

from runofshow.core.board import Board
from runofshow.desk import Desk
from runofshow.ui.hall import Seats
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.operator.window import OperatorWindow

if TYPE_CHECKING:  # comes with the first demonstration
    from runofshow.ui.demo import Demo

KEY: Final = "demo"
"""Of its banner."""


class Demonstrating(QtCore.QObject):
    """Plays demonstrations on the `stage`, and says in `window` that one runs or why none can.

    Attribute: demo, the one that has the stage, or None.
    """

    def __init__(self, window: OperatorWindow, stage: Seats, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self._window, self._stage = window, stage
        self.demo: Demo | None = None
        self._desk: Desk | None = None
        window.banner_chosen.connect(self._chosen)

    @property
    def on(self) -> bool:
        """Whether one has the stage."""
        return self.demo is not None

    def toggle(self, desk: Desk, *, rehearsing: bool) -> None:
        """Play the phases on the stage that shows what `desk` does; or end that, if it runs."""
        if self.on:
            self.end()
            return
        from runofshow.ui import demo
        from runofshow.ui.texts.readiness import readiness_words

        why = self._refused(desk, rehearsing)
        if why:
            self._window.say(Banner(KEY, "watch", _said(why), seconds=8, answer=True))
            return
        mark = readiness_words(self._window.words.language).demo_mark
        self._desk, self.demo = desk, demo.Demo(self._stage, desk, mark, self)
        self.demo.ended.connect(self._ended)
        stop = Choice(_said("demo_stop", self._window), None, "stop")
        self._window.say(Banner(KEY, "note", _said("demo_runs"), (stop,), answer=True))
        self.demo.start()

    def end(self) -> None:
        """End it, if one runs."""
        if self.demo is not None:
            self.demo.stop()

    def heed(self, show: Board) -> None:
        """End it once anything is done to the show."""
        if self.demo is not None and not self.demo.goes_on(show):
            self.end()

    def _refused(self, desk: Desk, rehearsing: bool) -> str:
        """Why the stage cannot be lent; empty when it can."""
        from runofshow.ui.demo import possible

        if rehearsing:
            return "demo_rehearsal"
        if desk.watching is not None:
            return "demo_watching"
        if not possible(desk.board()):
            return "demo_live"
        return "" if self._stage.seen else "demo_no_stage"

    def _ended(self) -> None:
        """The stage shows the show again, exactly as it stands."""
        ended, self.demo = self.demo, None
        if ended is not None and self._desk is not None:
            ended.deleteLater()
            self._window.drop(KEY)
            self._stage.present(self._desk.board())

    def _chosen(self, key: str, _name: str) -> None:
        if key == KEY:
            self.end()


def _said(name: str, window: OperatorWindow | None = None) -> Callable[[str], str]:
    """One of the texts of a demonstration, in whatever language is asked for."""
    from runofshow.ui.operator.key_names import cap
    from runofshow.ui.texts import words
    from runofshow.ui.texts.readiness import readiness_words

    def text(language: str) -> str:
        said: str = getattr(readiness_words(language), name)
        if window is None:
            return said
        chosen = window.words.window.chosen_keys
        return said.format(key=cap("demo", words(language).with_keys(chosen).window))

    return text
