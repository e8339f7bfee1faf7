"""Revising from the régie's window: a revised programme, looked at and taken change by change.

- The sheet is made when it is first asked for.
- What the régie ticked stays ticked when the show goes on under it: the list is asked for anew
  after each thing that is done, and only what cannot be taken any more loses its box.
- What would come of it is tried on the show at each tick; nothing changes until she takes it.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore, QtWidgets

from runofshow.core.board import Board
from runofshow.core.commands import Command
from runofshow.core.sentences import Sentence
from runofshow.ui.operator.overlay import Overlay
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.core.revision import Revision
    from runofshow.ui.operator.revision_sheet import RevisionSheet

MANY: Final = 60
"""More changes than this are tried when the hand rests."""
LATER: Final = 150
"""Milliseconds that a hand rests for."""
Foresee = Callable[[Sequence[Command]], Board | Sentence]


class Revising(Overlay["RevisionSheet"]):
    """Keeps the sheet of a revised programme.

    Attributes: revision, what is looked at; accepted, the keys that are ticked; foresee, who
    tells what commands would bring (or why they would be refused).
    Signals: wanted() when the revision is to be reckoned anew; asked(command, count); tried(Board
    or None), the day as it would be.
    """

    wanted = QtCore.Signal()
    asked = QtCore.Signal(object, int)
    tried = QtCore.Signal(object)

    def __init__(self, theme: Theme, words: Words, home: QtWidgets.QWidget) -> None:
        super().__init__(theme, words, home)
        self.foresee: Foresee | None = None
        self.revision: Revision | None = None
        self.accepted: frozenset[str] = frozenset()
        self._rev: int | None = None
        self._name = ""
        self._trial = QtCore.QTimer(self)
        self._trial.setSingleShot(True)
        self._trial.timeout.connect(self._try)

    # --- values in -----------------------------------------------------------------------------

    def begin(self, revision: "Revision", name: str) -> None:
        """Open the sheet with what a file of that name changes, ticked as proposed."""
        self.revision, self._name, self.accepted = revision, name, revision.proposed
        self._rev = revision.show.rev
        self.lay()
        self._show()

    def bring(self, revision: "Revision") -> None:
        """Show it reckoned anew; what was decided stays decided."""
        former = self.revision
        if not self.open or former is None:
            return
        known = former.possible
        self.revision = revision
        self.accepted = (self.accepted & revision.possible) | (revision.proposed - known)
        self._show()

    def present(self, board: Board) -> None:
        """Ask for it anew when something was done while it is looked at."""
        before, self._rev = self._rev, board.rev
        if self.open and before != board.rev:
            self.wanted.emit()

    def speak(self, words: Words) -> None:
        super().speak(words)
        if self._made is not None:
            self._show()

    # --- the sheet -----------------------------------------------------------------------------

    def make(self) -> "RevisionSheet":
        from runofshow.ui.operator.revision_sheet import RevisionSheet

        sheet = RevisionSheet(self.theme, self.words, self.home)
        sheet.ticked.connect(self.tick)
        sheet.all_asked.connect(lambda: self._accept("possible"))
        sheet.none_asked.connect(lambda: self._accept(None))
        sheet.proposed_asked.connect(lambda: self._accept("proposed"))
        sheet.take_asked.connect(self.take)
        return sheet

    def give_up(self) -> None:
        """Show the day as it is: nothing was changed by looking."""
        self._trial.stop()
        self.revision = None
        self.tried.emit(None)

    def tick(self, key: str, on: bool) -> None:
        """Tick a change, with all that it needs; or untick it."""
        revision = self.revision
        if revision is None or key not in revision.possible:
            return
        self.accepted = self.accepted | revision.with_needs(key) if on else self.accepted - {key}
        self._show()

    def _accept(self, which: str | None) -> None:
        if self.revision is not None:
            self.accepted = getattr(self.revision, which) if which else frozenset()
            self._show()

    def take(self) -> None:
        """Ask for what is ticked, as one step."""
        from runofshow.core.revision import command

        revision = self.revision
        if revision is not None and (taken := revision.taken(self.accepted)):
            self.asked.emit(command(revision, self.accepted), len(taken))

    # --- inside --------------------------------------------------------------------------------

    def _show(self) -> None:
        revision = self.revision
        if revision is None:
            return
        from runofshow.ui.operator.revision_rows import lines

        sheet = self.sheet
        language = self.words.language
        sheet.tell(self._name, tuple(each.text(language) for each in revision.notices))
        made = lines(revision, self.accepted, sheet.words)
        sheet.put(made, len(revision.taken(self.accepted)), len(revision.changes))
        many = len(revision.changes) > MANY
        self._trial.start(LATER if many else 0)  # a run of ticks is tried once

    def _try(self) -> None:
        """Say what would come of what is ticked, and show the day as it would be."""
        revision, foresee = self.revision, self.foresee
        if revision is None or foresee is None:
            return
        from runofshow.core.revision import steps

        before, after = foresee(()), foresee((steps(revision, self.accepted),))
        if isinstance(after, Sentence) or isinstance(before, Sentence):
            refused = after if isinstance(after, Sentence) else before
            assert isinstance(refused, Sentence)
            self.sheet.say(refused.text(self.words.language), broken=True)
            self.tried.emit(None)
            return
        self._tell(before, after)
        self.tried.emit(after if revision.taken(self.accepted) else None)

    def _tell(self, before: Board, after: Board) -> None:
        from runofshow.ui.operator.consequences import consequences

        words, said = self.sheet.words, self.words.window
        forms = consequences(before, after, said)
        more_said = ""
        errors = [
            sum(problem.level == "error" for problem in board.problems) for board in (before, after)
        ]
        more = errors[1] - errors[0]
        if more > 0:
            more_said = words.problem_one if more == 1 else words.problems.format(count=more)
        breaks = {each.standing.promise for each in before.promises if each.standing.at_risk}
        broken = any(
            each.standing.at_risk and each.standing.promise not in breaks for each in after.promises
        )
        told = (" · ".join(filter(None, (form, more_said))) for form in forms)
        self.sheet.say(*told, broken=broken or more > 0)
