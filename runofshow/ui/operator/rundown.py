"""Rundown: the day in running order, that follows the show and is edited in place.

- It follows what is on air, kept at a third of the list, until the régie scrolls away; `follow`
  (or Home) returns. While an editor is open nothing scrolls under it.
- F2 edits the title of the selected row, Tab goes on to every other field; a double click edits
  what it hits. Enter opens nothing: clickers send it, and an editor keeps Space.
- Several rows are chosen with Shift or Ctrl and a click, Shift and arrows, Ctrl+A; what is then
  done is done to all, as one step of undo. Keys are in `rundown_keys`, dragging in `rundown_drag`.
- A tick never closes or moves an editor, the selection or the scroll.
"""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from runofshow.core.board import Board, Row
from runofshow.core.commands import Command
from runofshow.store.settings import RundownView
from runofshow.ui.operator import key_names
from runofshow.ui.operator.rundown_drag import Dragging
from runofshow.ui.operator.rundown_editing import Editing
from runofshow.ui.operator.rundown_following import Following
from runofshow.ui.operator.rundown_hands import Hand, Hands, Meaning
from runofshow.ui.operator.rundown_head import Head, HeadPainter
from runofshow.ui.operator.rundown_list import RundownList
from runofshow.ui.operator.rundown_looks import Looks
from runofshow.ui.operator.rundown_reading import Cell, Field
from runofshow.ui.texts.rundown import FR, RundownWords
from runofshow.ui.theme import DARK, LARGE, Theme
from runofshow.ui.titles import brief

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.ui.operator.rundown_carrying import Carrying
    from runofshow.ui.operator.rundown_crew import Crewing
    from runofshow.ui.operator.rundown_sift import Sifting

BRIEF = 28
"""How many letters of a title are told."""


class Rundown(QtWidgets.QWidget):
    """Shows and edits the rows of a board.

    Signals: `asked` (a Command), `told` (one line for the régie), `following_changed` (bool),
    `selected` (a slot's id, or None), `arranged` (a RundownView, to be remembered). When a command
    is refused, `refuse` puts the sentence below the editor that asked, which then keeps its text.
    Attributes: rows, editor, dragging (whose `foresee` tells what a move would bring), carrying,
    sifting, looks.
    """

    asked = QtCore.Signal(object)
    told = QtCore.Signal(str)
    following_changed = QtCore.Signal(bool)
    selected = QtCore.Signal(object)
    arranged = QtCore.Signal(object)

    def __init__(
        self,
        theme: Theme | None = None,
        words: RundownWords = FR,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words = theme or Theme(DARK, LARGE), words
        self._awaited: Meaning = Meaning()
        self._asking = self._refused = False
        self.rows = RundownList(self._theme, words, self)
        self.editor = Editing(self.rows, self.ask, self._theme, words)
        self.dragging = Dragging(self.rows, self._hands, self._mean, self._theme, words)
        self._head = Head(self)
        self._sifting: Sifting | None = None
        self._carrying: Carrying | None = None
        self.looks = Looks(self.rows)
        self._crewing: Crewing | None = None
        self._head.hovered.connect(self._crew)
        self._follower = Following(self.rows, self, self._is_editing, self._theme, words)
        self.setFocusProxy(self.rows)
        self._arrange()
        self._connect()
        self._dress()

    def _arrange(self) -> None:
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.rows, 1)

    def _connect(self) -> None:
        rows, editor = self.rows, self.editor
        rows.hand.connect(self.do)
        rows.wanted.connect(self.edit)
        rows.stuck.connect(self._tell_stuck)
        rows.menu.connect(self._open_menu)
        rows.laid.connect(self._show_head)
        rows.selected.connect(self._chosen)
        self.looks.changed.connect(self.arranged)
        self._follower.changed.connect(self.following_changed)
        editor.told.connect(self.told)
        editor.left.connect(self._follower.present)

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show `board`."""
        self.looks.present(board)
        self.rows.present(board)
        if self._sifting is not None:
            self._sifting.present(board)
        self.editor.close_orphan()
        self.dragging.present()
        self._take_awaited()
        self._follower.present()

    def preview(self, tried: Board | None) -> None:
        """Show the hours and cuts that a plan would bring, marked as such; None shows what is."""
        self.rows.preview(tried)

    def speak(self, words: RundownWords) -> None:
        """Say everything in the language of `words`, at once."""
        self._words = words
        for part in (
            self.rows, self.editor, self.dragging, self._follower, self._carrying, self._sifting,
            self._crewing,
        ):  # fmt: skip
            if part is not None:
                part.speak(words)
        self._dress()

    def use(self, theme: Theme) -> None:
        """Paint with `theme`, at once."""
        self._theme = theme
        for part in (self.rows, self.editor, self.dragging, self._sifting, self._crewing):
            if part is not None:
                part.use(theme)
        self._dress()
        self._follower.use(theme)

    def refuse(self, sentence: str) -> None:
        """Say why what this rundown is asking just now is refused: its editor keeps the text.

        A refusal of what others ask is not its business, and does nothing.
        """
        if not self._asking:
            return
        self._refused, self._awaited = True, Meaning()
        self.editor.refuse(sentence)

    def ask(self, command: Command) -> bool:
        """Ask for `command`; False when it was refused at once."""
        self._asking, self._refused = True, False
        self.asked.emit(command)
        self._asking = False
        return not self._refused

    def _dress(self) -> None:
        self._head.setToolTip(self._words.head_tip)
        self._show_head()
        self._head.setFixedHeight(self._theme.metrics.head)

    # --- what is looked at ---------------------------------------------------------------------

    @property
    def following(self) -> bool:
        """Whether the list keeps what is on air in view by itself."""
        return self._follower.on

    def follow(self) -> None:
        """Return to what is on air, and keep it in view from now on."""
        self._follower.follow()

    def arrange(self, view: RundownView) -> None:
        """Look as `view`, which was remembered, says."""
        self.looks.use(view)
        self._follower.keep()

    def respace(self) -> None:
        """Set the rows at the next density: normal, roomy, compact."""
        self.told.emit(self._words.densities[self.looks.respace()])
        self._follower.keep()

    @property
    def crewing(self) -> "Crewing":
        """What is done to the columns, made when a hand first comes to their heads."""
        if self._crewing is None:
            from runofshow.ui.operator.rundown_crew import Crewing

            self._crewing = Crewing(
                self.rows, self._head, self.looks, self.ask, self._theme, self._words
            )
            self._crewing.told.connect(self.told)
        return self._crewing

    @property
    def sifting(self) -> "Sifting":
        """What finds as one types."""
        if self._sifting is None:
            from runofshow.ui.operator.rundown_sift import Sifting

            made = self._sifting = Sifting(self.rows, self._head, self._theme, self._words)
            made.found.connect(self.reveal)
            made.left.connect(self._follower.keep)
        return self._sifting

    @property
    def carrying(self) -> "Carrying":
        """What copies, cuts and pastes."""
        if self._carrying is None:
            from runofshow.ui.operator.rundown_carrying import Carrying

            made = self._carrying = Carrying(self.rows, self._hands, self._mean, self._words)
            made.told.connect(self.told)
        return self._carrying

    def _crew(self) -> None:
        _ = self.crewing

    def columns(self) -> None:
        """Open the menu of the columns."""
        self.crewing.pop()

    def fold_all(self) -> None:
        """Fold every session, or unfold all when any is folded."""
        self.rows.fold_all(shut=not self.rows.shut)

    def sift(self) -> None:
        """Find as one types: open the line that sifts the rows."""
        self.sifting.start()

    def reveal(self, slot: str) -> None:
        """Select the row of `slot` and scroll it into view; an unknown one does nothing."""
        if slot in self.rows.outline.index:
            self.rows.uncover(slot)
            self.rows.select(slot)
            self.rows.bring(slot)

    def _chosen(self, slot: str | None) -> None:
        """Choosing another row accepts what is being edited."""
        editor = self.editor.line
        if editor is not None and slot != editor.slot and self.editor.row(editor.slot):
            self.editor.accept()
        self.selected.emit(slot)

    def _show_head(self) -> None:
        rows = self.rows
        self._head.put(HeadPainter(self._theme, rows.places, self._words, rows.departments))

    # --- gestures ------------------------------------------------------------------------------

    def do(self, hand: Hand) -> None:
        """Ask for what `hand` means on the chosen rows; with none, an insertion comes next."""
        board, block = self.rows.board, self.rows.block()
        if board is None:
            return
        if hand in (Hand.COPY, Hand.CUT, Hand.PASTE):
            self.carrying.do(hand, board, block)
            return
        if hand is Hand.INSERT_AFTER and not block:
            if board.on_air is not None:
                block = [self.rows.outline.index[board.on_air.slot]]
            elif board.next is not None:
                hand, block = Hand.INSERT_BEFORE, [self.rows.outline.index[board.next.slot]]
        self._mean(self._hands().meaning(hand, block))

    def _hands(self) -> Hands:
        board = self.rows.board
        assert board is not None
        return Hands(board.slots, self._words, board.date, board.zone)

    def _mean(self, meaning: Meaning) -> None:
        self._awaited = meaning
        taken = meaning.command is None or self.ask(meaning.command)
        if meaning.told and taken:
            self.told.emit(meaning.told)

    # --- what comes of it ----------------------------------------------------------------------

    def _tell_stuck(self) -> None:
        """What has aired cannot be moved: said at once, not when it is let go."""
        self.told.emit(self._hands().move(self.rows.block(), None).told)

    def _take_awaited(self) -> None:
        """Rows just put in are chosen; the title of a blank one is opened."""
        fresh = self._awaited.fresh
        if not fresh or not set(fresh) <= self.rows.outline.index.keys():
            return
        blank, self._awaited = self._awaited.blank, Meaning()
        self.reveal(fresh[-1])
        self.rows.choose(self.rows.choice._replace(slots=frozenset(fresh), anchor=fresh[0]))
        if blank:
            self.edit(fresh[0], Field.TITLE)

    def run_chosen(self) -> bool:
        """Ask to run the selected row now; False when none is selected.

        One that is out of sight is first shown, and said: the hand may not know what it holds.
        """
        slot, area = self._chosen_row(), self.rows.viewport().rect()
        if slot is None:
            return False
        row = self.rows.row_area(slot.id) if self.rows.shows(slot.id) else None
        if row is None or not (self.isVisible() and area.contains(row)):
            self.rows.uncover(slot.id)
            self.rows.bring(slot.id)
            words = self._words
            said = words.run_again.format(
                key=key_names.cap("run_chosen", words), title=brief(slot.title, BRIEF)
            )
            self.told.emit(said)
        else:
            self.rows.select(slot.id)
            self.do(Hand.RUN)
        return True

    def chosen_to_come(self) -> str | None:
        """The selected slot, if it is an item to come."""
        row = self._chosen_row()
        return row.id if row and row.leaf and row.status in ("next", "to_come") else None

    def _chosen_row(self) -> Row | None:
        """The row of the cursor, while it is chosen."""
        rows, board = self.rows, self.rows.board
        index = rows.selection() if rows.current in rows.choice.slots else None
        return None if index is None or board is None else board.slots[index]

    # --- the menu ------------------------------------------------------------------------------

    def _open_menu(self, where: QtCore.QPoint) -> None:
        menu = self.menu()
        if menu is not None:
            menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(where)

    def menu(self) -> QtWidgets.QMenu | None:
        """What can be done to the chosen rows, with the keys that do it."""
        block, board = self.rows.block(), self.rows.board
        if board is None or not block:
            return None
        from runofshow.ui.operator.rundown_menu import RowMenu  # after the first painting

        return RowMenu(board.slots, block, self._words, self, self)

    # --- editing -------------------------------------------------------------------------------

    @property
    def editing(self) -> bool:
        """Whether an editor is open."""
        return self.editor.line is not None

    def edit(self, slot: str, field: Cell) -> None:
        """Open an editor on `field` of the row of `slot`; one that is open is accepted first."""
        self.editor.edit(slot, field)

    def leave(self) -> None:
        """Close all that is open, nothing asked: another show comes."""
        self._awaited = Meaning()
        if self._carrying is not None:
            self._carrying.leave()
        if self._sifting is not None:
            self._sifting.leave()
        self.editor.leave()

    def _is_editing(self) -> bool:
        return self.editing
