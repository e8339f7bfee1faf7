"""What the window does about hard times: the recovery card, previews, and what banners say of them.

- The card is made when first needed: the first painting has no need of it.
- A plan previewed is tried by whoever knows the show; here it only goes out and comes back.
- Undoing a plan that also took time on air gives that back too, while the same item is on air: to
  the régie it is one step (the plan's undo alone never touches the air: timing.md, rule 35).
"""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from runofshow.core import commands
from runofshow.core.board import Board, BoardPromise
from runofshow.core.catchup import Recovery
from runofshow.ui.operator import promise_banners
from runofshow.ui.operator.actions import Gesture
from runofshow.ui.operator.banner import Banner
from runofshow.ui.operator.promise_banners import PREVIEW
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

if TYPE_CHECKING:
    from runofshow.ui.operator.recovery_card import RecoveryCard
    from runofshow.ui.operator.recovery_lines import Offer


class Recovering(QtCore.QObject):
    """Keeps the card and speaks for it.

    Signals: asked(command), said(Banner), dropped(key), preview_asked(Recovery or None),
    promise_asked(Promise), opened() when the card opens or closes, left() when its field is left,
    offered() when what its keys would do has changed.
    """

    asked = QtCore.Signal(object)
    said = QtCore.Signal(object)
    dropped = QtCore.Signal(str)
    preview_asked = QtCore.Signal(object)
    promise_asked = QtCore.Signal(object)
    opened = QtCore.Signal()
    left = QtCore.Signal()
    offered = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, floor: QtWidgets.QWidget) -> None:
        super().__init__(floor)
        self._theme, self._words, self._floor = theme, words, floor
        self._board: Board | None = None
        self._card: RecoveryCard | None = None

    @property
    def card(self) -> "RecoveryCard":
        """The card, made now if it is not there yet."""
        if self._card is None:
            from runofshow.ui.operator.recovery_card import RecoveryCard

            card = self._card = RecoveryCard(self._theme, self._words, self._floor)
            card.asked.connect(self.asked)
            card.previewed.connect(self._previewed)
            card.promise_asked.connect(self.promise_asked)
            card.opened.connect(self.opened)
            card.left.connect(self.left)
        return self._card

    @property
    def open(self) -> bool:
        """Whether the card stands."""
        return self._card is not None and self._card.open

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show the hard times at risk of `board`; a hand that has just broken one is told."""
        before, self._board = self._board, board
        needed = board.telling or any(each.standing.at_risk for each in board.promises)
        if self._card is not None or needed:
            self.card.present(board)
        if before is not None and before.rev != board.rev:
            self.dropped.emit(promise_banners.BROKEN)
            if promise_banners.undo_gone(before, board):
                self.dropped.emit(promise_banners.APPLIED)
            if (banner := promise_banners.broken_by(before, board)) is not None:
                self.said.emit(banner)
        self.offered.emit()

    def offer(self, offer: "Offer | None") -> None:
        """Show the plans that were reckoned."""
        self.card.offer(offer)
        self.offered.emit()

    def leave(self) -> None:
        """Leave everything of this show: another one comes, and nothing has happened between."""
        self.leave_preview()
        self._board = None
        if self._card is not None:
            self._card.offer(None)

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self._words = words
        if self._card is not None:
            self._card.speak(words)
        self.offered.emit()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self._theme = theme
        if self._card is not None:
            self._card.use(theme)

    def place(self, area: QtCore.QRect) -> None:
        """Stand in `area` while there is something to say."""
        if self._card is not None:
            self._card.setGeometry(area)
            self._card.setVisible(self._card.open)

    # --- what the menu may offer ---------------------------------------------------------------

    @property
    def names(self) -> tuple[str, ...]:
        """What the plans are called, in the order of their keys."""
        return () if self._card is None else self._card.names

    def means(self, gesture: Gesture) -> bool:
        """Whether the key of `gesture` means something now."""
        card = self._card
        if card is None:  # an hour agreed may be all there is
            return gesture is Gesture.UNAGREE and any(e.standing.agreed for e in self._promises())
        match gesture:
            case Gesture.NEXT_PLAN | Gesture.PREVIOUS_PLAN:
                return bool(card.plans)
            case Gesture.APPLY_PREVIEW:
                return card.preview is not None
            case Gesture.OTHER_PROMISE:
                return card.several
            case Gesture.AGREE:
                return card.at_risk
            case Gesture.TOLD:
                return card.open
            case Gesture.CLOSE_LIST:
                return self._board is not None and bool(self._board.telling)
            case _:
                return any(each.standing.agreed for each in self._promises())

    def _promises(self) -> tuple[BoardPromise, ...]:
        return () if self._board is None else self._board.promises

    # --- hands ---------------------------------------------------------------------------------

    def act(self, gesture: Gesture) -> None:
        """Do what a key of recovery stands for."""
        match gesture:
            case Gesture.NEXT_PLAN:
                self.card.walk(1)
            case Gesture.PREVIOUS_PLAN:
                self.card.walk(-1)
            case Gesture.APPLY_PREVIEW:
                self.card.apply_preview()
            case Gesture.OTHER_PROMISE:
                self.card.next_promise()
            case Gesture.AGREE:
                self.card.phone.write_hour()
            case Gesture.TOLD:
                self.card.tell_next()
            case Gesture.CLOSE_LIST:
                self.card.close_list()
            case _:
                self._unagree()

    def _unagree(self) -> None:
        """Go back to the hour first promised, where another was agreed."""
        agreed = (each.standing.promise for each in self._promises() if each.standing.agreed)
        of = next(agreed, None)
        if of is not None:
            promise = commands.PromiseOf(slot=of.slot, of=of.of)
            self.asked.emit(commands.Agree(promise=promise, time=None))

    def done(self, command: commands.Command) -> None:
        """Tell of what was just asked and taken."""
        banner: Banner | None = None
        match command:
            case commands.CatchUp():
                banner = promise_banners.applied(command, self._words)
            case commands.Agree() if self._board is not None:
                banner = promise_banners.agreed(self._board, command)
        if banner is not None:
            self.said.emit(banner)

    def leave_preview(self) -> bool:
        """Leave the preview; whether there was one."""
        return self._card is not None and self._card.leave_preview()

    def chosen(self, key: str, name: str) -> None:
        """Do what a link of the preview's banner stands for."""
        if key == PREVIEW:
            if name == "apply":
                self.card.apply_preview()
            self.leave_preview()

    def taken_on_air(self) -> commands.Stretch | None:
        """What gives back the time that the plan to be undone took from what is still on air."""
        board = self._board
        if board is None or board.undo is None or board.on_air is None:
            return None
        facts = dict(board.undo.facts)
        by = facts.get("by")
        if board.undo.code != "did_catch_up" or facts.get("slot") != board.on_air.slot:
            return None
        return commands.Stretch(by=-by) if isinstance(by, timedelta) else None

    def _previewed(self, plan: Recovery | None) -> None:
        if plan is None:
            self.dropped.emit(PREVIEW)
        else:
            number = self.card.plans.index(plan)
            self.said.emit(promise_banners.previewing(plan, number, self._words))
        self.preview_asked.emit(plan)
        self.offered.emit()
