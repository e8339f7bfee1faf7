"""OperatorWindow: the régie's window. It shows boards, says words, and asks for commands.

- A board goes to every part, and what one of them cannot show never stops the others. One that is
  but a second of the clock goes only to those that show it.
- Everything is said in one language at once, in the régie's own words.
- A rehearsal takes the window over whole: nothing begun on the one may end on the other.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6 import QtCore

from runofshow.core.board import Board, unmoved
from runofshow.ui.operator.actions import RECOVERY_GESTURES
from runofshow.ui.operator.console import Console
from runofshow.ui.operator.keymap import Keymap
from runofshow.ui.operator.last_gesture import LAST_GESTURE
from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.parts import LEAST
from runofshow.ui.operator.readability import Seen
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.strip_cells import Lamp
from runofshow.ui.operator.timeline import Timeline
from runofshow.ui.operator.vocabulary import Vocabulary
from runofshow.ui.speaker.look import Look
from runofshow.ui.speaker.palettes import Palette
from runofshow.ui.texts.window import Phrase

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.core.catchup import Recovery
    from runofshow.core.paper import Sheet
    from runofshow.core.report import Report
    from runofshow.core.revision import Revision
    from runofshow.ui.operator.frame import Frame
    from runofshow.ui.operator.readiness import Machine
    from runofshow.ui.operator.recovery_lines import Offer
    from runofshow.ui.operator.rehearsal_bar import RehearsalBar
    from runofshow.ui.speaker.face import Face


class _Shows(Protocol):
    """What a board is shown to."""

    def present(self, board: Board) -> None: ...


class OperatorWindow(Console):
    """The régie's window; its signals are the Console's. Attribute: keymap."""

    _comes = QtCore.Signal(object)
    """A board, to every part: what one of them cannot show never stops the others."""
    _counts = QtCore.Signal(object)
    """A board that is more than a second of the clock, to the parts that show no such second."""

    def __init__(
        self,
        language: str = "fr",
        dark: bool = True,
        rundown: Rundown | None = None,
        timeline: Timeline | None = None,
        size: QtCore.QSize = LEAST,
        *,
        at_once: bool = True,
    ) -> None:
        """`at_once` False leaves to `complete` what the first painting does not need."""
        super().__init__(language, dark, rundown, timeline, size)
        self._vocabulary = Vocabulary(language, Keymap())
        for part in (self.menu, self.live, self.messages, self.card, self.speaking):
            self._counts.connect(part.present)
        self._show_to(self.strip, self.asking, self.timeline, self.pages, self.recovering)
        if at_once:
            self.complete()

    def complete(self) -> None:
        """Make and connect all that the first painting does not need; once."""
        super().complete()
        self.keys.use_keys(self.keymap)
        self._show_to(*self._kept, *self.overlays)
        self._connect_parts()

    @property
    def keymap(self) -> Keymap:
        """The keys that are heard and named."""
        return self._vocabulary.keymap

    def _show_to(self, *parts: _Shows) -> None:
        """Show every board to these, in this order, after those before them."""
        for shows in parts:
            self._comes.connect(shows.present)

    def _connect_parts(self) -> None:
        """What passes between parts, which know nothing of each other."""
        self.pages.opened.connect(self.overlays.leave)
        self.pages.offer("people", self.attending)
        self.pages.offer("ready", self.checking)
        self.pages.offer("grid", self.gridding)
        self.attending.wanted.connect(lambda: self.pages.open("people"))
        self.messages.more_asked.connect(self.phrasing.toggle)
        self.phrasing.again.connect(self.messages.write_again)
        for resized in (self.messages.resized, self.recovering.opened, self.speaking.opened):
            resized.connect(self._place)
        self.recovering.preview_asked.connect(self._previewed)
        self.recovering.offered.connect(self._offer_recovery)
        for tries in (self.rundown.dragging.previewed, self.revising.tried):
            tries.connect(self.timeline.preview)
        self.timeline.tried.connect(self._draw)
        steps = self.live.steps.buttons
        self.touring.about(
            go=self.live.go, plus_one=steps["plus_one"], phrase_2=self.messages,
            recall=steps["recall"],
        )  # fmt: skip

    # --- values in -------------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show `board` everywhere; only what changed is painted."""
        if self.board is not None and board.gesture != self.board.gesture:
            self.drop(LAST_GESTURE)  # it no longer is
        still = self.board is not None and self.board is not board and unmoved(self.board, board)
        self.board = board
        if not still:
            self._counts.emit(board)
        self._comes.emit(board)
        own = self.words.window
        said = own.rehearsal_title if self._rehearsal else own.window_title
        self.setWindowTitle(said.format(title=board.title).removeprefix(" · "))

    def lamps(self, lamps: Sequence[Lamp]) -> None:
        """Show how stage screen, network, disk and mains power stand."""
        self.strip.lamps(lamps)

    def know(self, machine: "Machine") -> None:
        """Show on the page « Prêt ? » how the machine stands."""
        self.checking.know(machine)

    def stage_named(self, name: str) -> None:
        """Say which screen the stage is on."""
        self.live.stage_named(name)

    def stage_face(self, shown: "Face | None") -> None:
        """Show in the thumbnail the face that the stage window shows (its `picture_changed`)."""
        self.live.stage_face(shown)

    def stage_dressed(self, look: Look, palette: Palette) -> None:
        """Have the thumbnail look as the stage window does."""
        self.live.stage_dressed(look, palette)

    def stage_choices(self, choices: Sequence[StageChoice]) -> None:
        """Offer the screens that the stage may go to."""
        self.menu.offer_screens(choices)
        self.preferring.offer_screens(choices)

    def see(self, seen: Seen) -> None:
        """Judge messages by how the stage is seen."""
        self.messages.look(seen.sight)
        self.phrasing.see(seen)

    def report(self, report: "Report") -> None:
        """Show `report` on the page that asked for it."""
        self.pages.bring(report)

    def read(self, file: Path, data: bytes, *, revises: bool = False) -> None:
        """Read a file that is no schedule of ours, and show what it would become."""
        self.importing.start(file, data, revises=revises)

    def paper(self, said: "Sheet") -> None:
        """Lay out and show the rundown as it is printed."""
        self.printing.bring(said)

    def revise(self, revision: "Revision", name: str) -> None:
        """Open what a revised programme, the file called `name`, changes."""
        self.revising.begin(revision, name)

    # --- words -----------------------------------------------------------------------------------

    def speak(self, language: str) -> None:
        """Say everything in `language` ("fr" or "en"), at once."""
        self._vocabulary = self._vocabulary._replace(language=language)
        self.words = self._vocabulary.words()
        for whole in (
            self.menu, self.strip, self.live, self.card, self.pages, self.recovering,
            self.speaking, *self._kept, *self.overlays,
        ):  # fmt: skip
            whole.speak(self.words)
        if self.whole:
            self.files.words = self.words.window
        self.asking.speak(self.words.window)
        self.messages.speak(self.words.window)
        self.timeline.speak(self.words)
        if self._rehearsal is not None:
            self._rehearsal[0].speak(self.words)
        if self.board is not None:
            self.present(self.board)

    def use_keys(self, keymap: Keymap) -> None:
        """Hear the keys of `keymap` from now on, and name them everywhere."""
        self._vocabulary = self._vocabulary._replace(keymap=keymap)
        self.menu.use_keys(keymap)
        if self.whole:
            self.keys.use_keys(keymap)
        self.speak(self.words.language)

    def call_live(self, word: str) -> None:
        """Call what is on air so from now on: "live", or "antenna"."""
        if word != self._vocabulary.live:
            self._vocabulary = self._vocabulary._replace(live=word)
            self.speak(self.words.language)

    def offer_phrases(self, phrases: Sequence[Phrase] | None) -> None:
        """Offer these ready phrases; None: the program's own."""
        own = None if phrases is None else tuple(phrases)
        if own != self._vocabulary.phrases:
            self._vocabulary = self._vocabulary._replace(phrases=own)
            self.words = self._vocabulary.words()
            self.messages.speak(self.words.window)
            for names in (self.menu, *((self.keys, self.phrasing) if self.whole else ())):
                names.speak(self.words)

    # --- what would come -------------------------------------------------------------------------

    def offer(self, offer: "Offer | None") -> None:
        """Show the plans for the hard time at risk, when they are reckoned."""
        self.recovering.offer(offer)

    def _offer_recovery(self) -> None:
        """Open the entries of recovery that mean something now."""
        self.menu.offer_plans(self.recovering.names)
        self.menu.offer(
            {gesture.value: self.recovering.means(gesture) for gesture in RECOVERY_GESTURES}
        )

    def preview(self, tried: Board | None) -> None:
        """Show on the rundown and the timeline what a plan would bring; None shows what is."""
        self.rundown.preview(tried)
        self.timeline.preview(tried)

    def _previewed(self, plan: "Recovery | None") -> None:
        """A plan is to be tried, or no longer: whoever knows the show sends what it would bring."""
        if plan is None:
            self.preview(None)
        self.preview_asked.emit(plan)

    def _draw(self, tried: Board | None) -> None:
        """Show what an end that is drawn would bring; no plan is tried meanwhile."""
        self.recovering.leave_preview()
        self.preview(tried)

    # --- rehearsals ------------------------------------------------------------------------------

    def rehearse(self, bar: "RehearsalBar | None", frame: "Frame | None" = None) -> None:
        """Turn to a rehearsal with its bar and frame, or back to the show.

        Nothing begun on the one may end on the other: open lines and answers are left.
        """
        self.rundown.leave()
        self.timeline.give_up()
        self.recovering.leave()
        self.speaking.leave()
        self.attending.leave()
        self.gridding.leave()
        self.asking.leave()
        self.overlays.leave()
        self.banners.forget_answers()
        for part in self._rehearsal or ():
            part.hide()
        self._rehearsal = None if bar is None or frame is None else (bar, frame)
        self.board = None
        self.menu.rehearse(self._rehearsal is not None)
        self.touring.end()
        self._dress()
        for part in self._rehearsal or ():
            part.use(self.theme)
            part.show()
            part.raise_()
        self.rest()
