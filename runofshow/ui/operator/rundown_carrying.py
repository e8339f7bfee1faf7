"""Copy, cut and paste in the rundown: what the keys mean on the chosen rows."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore

from runofshow.core.board import Board
from runofshow.ui.operator import key_names
from runofshow.ui.operator.rundown_hands import Hand, Hands, Meaning
from runofshow.ui.operator.rundown_list import RundownList
from runofshow.ui.operator.rundown_new import Json, after, behind
from runofshow.ui.operator.rundown_places import free
from runofshow.ui.texts.rundown import RundownWords

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.ui.operator.rundown_clipboard import Clipboard


class Carrying(QtCore.QObject):
    """Carries rows of `rows` through the clipboard; `mean` takes what a paste means.

    Signal: `told` (one line for the régie).
    """

    told = QtCore.Signal(str)

    def __init__(
        self,
        rows: RundownList,
        hands: Callable[[], Hands],
        mean: Callable[[Meaning], None],
        words: RundownWords,
    ) -> None:
        super().__init__(rows)
        self._rows, self._hands, self._mean, self._words = rows, hands, mean, words
        self._made: Clipboard | None = None
        self._after: str | None = None
        rows.uncut.connect(self.uncut)

    @property
    def clipboard(self) -> "Clipboard":
        """What is copied and cut."""
        if self._made is None:
            from runofshow.ui.operator.rundown_clipboard import Clipboard

            self._made = Clipboard(self)
            self._made.read.connect(self._put)
            self._made.unread.connect(lambda: self.told.emit(self._words.nothing_to_paste))
        return self._made

    def speak(self, words: RundownWords) -> None:
        """Say everything in the language of `words`."""
        self._words = words

    def leave(self) -> None:
        """Another show comes: what is cut stays, what is read is put nowhere."""
        if self._made is not None:
            self._made.stop()
        self.uncut()

    def uncut(self) -> None:
        """What is cut stays where it is."""
        if self._made is not None and self._made.drop():
            self._rows.show_cut(frozenset())

    def do(self, hand: Hand, board: Board, block: list[int]) -> None:
        """Copy, cut or paste; what has aired is not cut, nothing is pasted beside no row."""
        if not block:
            return
        if hand is Hand.PASTE:
            self._paste(board, block)
        elif hand is Hand.CUT and not all(free(board.slots, each) for each in block):
            self.told.emit(self._hands().move(block, None).told)
        else:
            self._take(hand, board, block)

    def _take(self, hand: Hand, board: Board, block: list[int]) -> None:
        clipboard, words, cut = self.clipboard, self._words, hand is Hand.CUT
        (clipboard.take if cut else clipboard.copy)(board, block, words.language)
        self._rows.show_cut(clipboard.cut)
        one, many = words.copied_one, words.copied_many
        if cut:
            one, many = words.cut_one, words.cut_many
        told, key = one if len(block) == 1 else many, key_names.cap("row_paste", words)
        self.told.emit(told.format(count=len(block), key=key))

    def _paste(self, board: Board, block: list[int]) -> None:
        """Move what is cut, or put in what is copied, after the last of the chosen rows."""
        place, moves = behind(board.slots, block[-1]), self.clipboard.moves(board)
        if moves:
            self.uncut()
            if block[-1] not in moves:
                self._mean(self._hands().move(moves, place))
        elif items := self.clipboard.items():
            self._mean(self._hands().put(items, place))
        elif self.clipboard.holds_text:
            self._after = board.slots[block[-1]].id
            self.clipboard.start()
        else:
            self.told.emit(self._words.nothing_to_paste)

    def _put(self, items: list[Json]) -> None:
        """Put in the items of a text that was read; the row it was meant for may have gone."""
        board = self._rows.board
        if board is None or not items:
            return
        index = None if self._after is None else board.slots.at(self._after)
        place = after(board.slots, None) if index is None else behind(board.slots, index)
        self._mean(self._hands().put(items, place))
