"""Rehearsing: which desk the régie's window is connected to, the show's or a rehearsal's.

Rules of this module:
- The show goes on underneath, untouched: its desk, its beat, its journal, its stage screen. Only
  what the window asks and shows is turned to the rehearsal.
- The stage keeps the show. It shows the rehearsal when asked, with the other outputs for those who
  speak, never while the show runs, and goes back to the show by itself as soon as that begins.
- Leaving stops the rehearsal where it is; as long as the show stays as it was, coming back goes on
  from there. Once it has changed, a rehearsal begins from how it stands.
"""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.core.crossings import Crossing
from runofshow.core.errors import Refused, Trouble
from runofshow.desk import GUARD, Desk
from runofshow.ui.conducting import Conducting
from runofshow.ui.demonstrating import Demonstrating
from runofshow.ui.hall import Hall, Seats
from runofshow.ui.operator.actions import Rehearse
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.signals import Beat
from runofshow.ui.speaker.face import Face

if TYPE_CHECKING:  # what only a rehearsal needs comes with the first one
    from runofshow.core.plan_b import PlanB
    from runofshow.rehearsal import Rehearsal
    from runofshow.ui.operator.frame import Frame
    from runofshow.ui.operator.rehearsal_asked import Wish
    from runofshow.ui.operator.rehearsal_bar import RehearsalBar
    from runofshow.ui.texts.rehearsal import RehearsalWords


PLAN_B: Final = "plan_b"


class Rehearsing(QtCore.QObject):
    """Connects the window and the stage to the show, and the window to a rehearsal when asked.

    Attributes: conducting, the window's connection to a desk; rehearsal, the one that is on or was
    left, or None; on, whether the window shows it; on_stage, whether the stage does; demonstrating,
    which lends the stage to the speakers' demonstration.
    """

    def __init__(
        self,
        window: OperatorWindow,
        hall: Hall,
        beat: Beat,
        desk: Desk,
        data: Path,
        guard: timedelta = GUARD,
    ) -> None:
        super().__init__(beat)
        self.rehearsal: Rehearsal | None = None
        self.on = self.on_stage = False
        self._window, self._data, self._guard = window, data, guard
        self._hall, self._stage = hall, hall.stage
        self._show_beat, self._show_desk = beat, desk
        self.conducting = Conducting(window, desk, self)
        self.demonstrating = Demonstrating(window, hall.speakers, self)
        self._beat: Beat | None = None
        self._bar: RehearsalBar | None = None
        self._frame: Frame | None = None
        self._of: tuple[Desk, int] | None = None
        self._screen = ""
        self._stood: tuple[QtCore.QPoint, QtCore.QPoint] | None = None
        # Stage and window in the same turn of the loop, so that their digits flip together; each
        # by a connection of its own, so that a fault of one does not keep the board from the other.
        for present in (self._show_to_stage, self._show_to_window, self._show_to_plans):
            beat.boarded.connect(present)
        beat.crossed.connect(self._show_crosses)
        beat.vouched.connect(self._show_vouches)
        self._stage.picture_changed.connect(self._pictured)
        window.rehearsal_asked.connect(self.ask)
        window.banner_chosen.connect(self._chosen)
        window.demo_asked.connect(self._demonstrate)

    # --- the desk ------------------------------------------------------------------------------

    @property
    def desk(self) -> Desk:
        """The desk of what the window shows."""
        return self.conducting.desk

    def guard_for(self, length: timedelta) -> None:
        """Refuse a second GO for so long from now on, in the show and in a rehearsal."""
        self._guard = length
        for desk in (self._show_desk, self.rehearsal):
            if desk is not None:
                desk.guard_for(length)

    def follow(self, desk: Desk) -> None:
        """Another show runs from now on: a rehearsal of the former one is over."""
        self.demonstrating.end()
        self.leave()
        self.rehearsal = None
        self._show_desk = desk
        self.conducting.turn(desk)
        self._show_beat.follow(desk)

    def stop(self) -> None:
        """Send nothing more."""
        self.demonstrating.end()
        if self._beat is not None:
            self._beat.stop()
            self._beat.deleteLater()
            self._beat = None

    # --- what the window asks ------------------------------------------------------------------

    def ask(self, wish: "Wish") -> None:
        """Do what a key or the bar asks of a rehearsal; a refusal is shown."""
        try:
            self._take(wish)
        except Refused as refused:
            self._window.refused(refused.sentence)

    def _take(self, wish: "Wish") -> None:
        match wish:
            case Rehearse.REHEARSE:
                self.leave() if self.on else self.begin()
            case Rehearse.ANEW:
                self.rehearsal = None
                self.begin()
            case Rehearse.ON_STAGE:
                self._to_stage(not self.on_stage)
            case Rehearse.PLAN_B if self.rehearsal is not None:
                self._print(self.rehearsal)
            case Rehearse.GO_TO | Rehearse.OVERRUN:
                if self._bar is not None:
                    self._bar.ask(wish)
            case _ if self.rehearsal is not None and self.on:
                from runofshow.ui.operator.rehearsal_asked import take

                take(self.rehearsal, wish)

    def begin(self, of: "Rehearsal | None" = None) -> None:
        """Turn the window to a rehearsal, `of` another day if given.

        Raises Refused when there is nothing to rehearse.
        """
        from runofshow.rehearsal import Rehearsal

        rev = self._show_desk.show.rev
        if of is not None:
            self.rehearsal, self._of = of, None
        elif self.rehearsal is None or self._of != (self._show_desk, rev):
            show, now = self._show_desk.show, self._show_desk.now()
            self.rehearsal = Rehearsal.of(show, now, guard=self._guard)
            self._of = (self._show_desk, rev)
        self.demonstrating.end()
        self._dress()
        self.on = True
        self.conducting.turn(self.rehearsal)
        self._window.stage_face(None)
        self._window.rehearse(self._bar, self._frame)
        self.clear(self._bar)
        self.stage_named(self._screen)
        self.stop()
        self._beat = Beat(self.rehearsal, self)
        for present in (self._rehearsal_to_window, self._rehearsal_to_stage, self.conducting.plan):
            self._beat.boarded.connect(present)
        self._beat.crossed.connect(self._rehearsal_crosses)
        self._beat.vouched.connect(self._rehearsal_vouches)
        self._beat.start()
        self._show_beat.send()

    def leave(self) -> None:
        """Turn the window back to the show, exactly as it stands; the rehearsal stops."""
        if not self.on:
            return
        self.stop()
        if self.rehearsal is not None:
            self.rehearsal.play(False)
        self.on = self.on_stage = False
        self.conducting.turn(self._show_desk)
        self._window.rehearse(None)
        self._put_stage_back()
        self._window.stage_face(self._stage.shown)
        self.stage_named(self._screen)
        self._show_beat.send()

    def _dress(self) -> None:
        """Make the bar and the frame, the first time."""
        if self._bar is not None:
            return
        from runofshow.ui.operator.frame import Frame
        from runofshow.ui.operator.rehearsal_bar import RehearsalBar

        window = self._window
        self._bar = RehearsalBar(window.theme, window.words, window.floor)
        self._frame = Frame(window.theme, window.floor)
        self._bar.asked.connect(self.ask)
        self._bar.question.closed.connect(window.rest)

    # --- plan B --------------------------------------------------------------------------------

    def _print(self, rehearsal: "Rehearsal") -> None:
        """Write what the rehearsal comes to where the régie says."""
        from runofshow.ui import plan_b

        plan = rehearsal.plan_b()
        plan_b.ask_where(self._window, plan, lambda path: self.save_plan_b(plan, path))

    def save_plan_b(self, plan: "PlanB", path: Path) -> None:
        """Write a plan B, a PDF or HTML by the name's ending, and say so; or why not."""
        from runofshow.ui import plan_b

        try:
            now = self._show_desk.now()
            plan_b.save(plan, path, self._window.words.language, self._data, now)
        except Trouble as trouble:
            self._window.say(Banner(PLAN_B, "watch", trouble.text, seconds=20, answer=True))
            return
        see = Choice(self._said("open_it"), None, str(path))
        said = self._said("kept", file=path.name)
        self._window.say(Banner(PLAN_B, "note", said, (see,), seconds=20, answer=True))

    def _chosen(self, key: str, name: str) -> None:
        if key == PLAN_B and name:
            QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(name))

    # --- the speakers' demonstration -----------------------------------------------------------

    def _demonstrate(self) -> None:
        """Play the phases on the stage; a rehearsal keeps it."""
        self.demonstrating.toggle(self._show_desk, rehearsing=self.on)

    # --- boards --------------------------------------------------------------------------------

    @property
    def _showing(self) -> tuple[Seats, ...]:
        """Who shows the show: all, but for those that are lent to something else."""
        lent = self.on_stage or self.demonstrating.on
        return (self._hall.public,) if lent else (self._hall.speakers, self._hall.public)

    def _show_to_window(self, board: Board) -> None:
        if not self.on:
            self._window.present(board)
        elif self._bar is not None:
            self._bar.present_show(board)

    def _show_to_plans(self, board: Board) -> None:
        if not self.on:
            self.conducting.plan(board)

    def _show_to_stage(self, board: Board) -> None:
        if self.on_stage and board.state in ("on_air", "between"):
            self._to_stage(False)
            self._tell("stage_returns", 30)
        self.demonstrating.heed(board)
        for seats in self._showing:
            seats.present(board)

    def _show_crosses(self, crossing: Crossing) -> None:
        for seats in self._showing:
            seats.cross(crossing)

    def _show_vouches(self, milliseconds: int) -> None:
        for seats in self._showing:
            seats.vouch(milliseconds)

    def _rehearsal_to_window(self, board: Board) -> None:
        if self.rehearsal is None or self._bar is None:
            return
        from runofshow.ui.operator.rehearsal_asked import course_of

        course = course_of(self.rehearsal, self.on_stage)
        self._window.menu.check("autopilot", course.pilot)
        self._window.menu.check("on_stage", course.on_stage)
        self._bar.run(course)
        self._bar.present(board)
        self._window.present(board)

    def _rehearsal_to_stage(self, board: Board) -> None:
        if self.on_stage:
            self._hall.speakers.present(board, self._words.word)

    def _rehearsal_crosses(self, crossing: Crossing) -> None:
        if self.on_stage:
            self._hall.speakers.cross(crossing)

    def _rehearsal_vouches(self, milliseconds: int) -> None:
        if self.on_stage:
            self._hall.speakers.vouch(milliseconds)

    # --- the stage -----------------------------------------------------------------------------

    def _to_stage(self, on: bool) -> None:
        """Show the rehearsal to the stage, or the show again."""
        if on and self._show_desk.board().state in ("on_air", "between"):
            self._tell("stage_keeps", 8)
            on = False
        changed, self.on_stage = on != self.on_stage, on and self.on
        if changed:
            self._window.stage_face(self._stage.shown if on else None)
            self.stage_named(self._screen)
            if on:
                self._tell("stage_taken", 8)
            else:
                self._show_beat.send()
        if self._beat is not None:
            self._beat.send()

    def clear(self, part: QtWidgets.QWidget | None) -> None:
        """A stage that stands as a window over `part` stands above it until the rehearsal ends."""
        stage = self._stage
        if part is None or stage.isHidden() or stage.isFullScreen():
            return
        covered = QtCore.QRect(part.mapToGlobal(QtCore.QPoint()), part.size())
        frame = stage.frameGeometry()
        if frame.intersects(covered):
            moved = QtCore.QPoint(frame.x(), covered.top() - frame.height())
            first = frame.topLeft() if self._stood is None else self._stood[0]
            self._stood = (first, moved)
            stage.move(moved)

    def _put_stage_back(self) -> None:
        """Where it stood before, unless somebody has moved it since."""
        stood, self._stood = self._stood, None
        if stood is not None and self._stage.frameGeometry().topLeft() == stood[1]:
            self._stage.move(stood[0])

    def stage_named(self, screen: str) -> None:
        """Say which screen the stage is on; or, in a rehearsal, that it does not show this."""
        self._screen = screen
        shown = self.on_stage or not self.on
        self._window.stage_named(screen if shown else self._words.stage_would)

    def _pictured(self, face: Face) -> None:
        if self.on_stage or not self.on:
            self._window.stage_face(face)

    @property
    def _words(self) -> "RehearsalWords":
        from runofshow.ui.texts.rehearsal import rehearsal_words

        return rehearsal_words(self._window.words.language)

    def _tell(self, name: str, seconds: float) -> None:
        self._window.say(
            Banner("rehearsal", "note", self._said(name), seconds=seconds, answer=True)
        )

    def _said(self, name: str, **facts: object) -> Callable[[str], str]:
        """One of a rehearsal's texts, to be said in whatever language is asked for."""
        from runofshow.ui.texts.rehearsal import rehearsal_words

        def text(language: str) -> str:
            said: str = getattr(rehearsal_words(language), name).format(**facts)
            return said

        return text
