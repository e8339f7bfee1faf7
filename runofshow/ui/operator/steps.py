"""The hands beside GO: give and take time, end at, hold, restart, take back, and the rest.

- A button's place depends on language and theme alone: "Figer" and "Reprendre" share one width.
- What the row cannot hold in a language stands in the last button's menu; so does what is rare.
- "End at…" and the like ask for a line in the row's place, never a dialog.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import commands
from runofshow.core.board import Board, LastGesture
from runofshow.ui.icons import Icon
from runofshow.ui.operator import key_names
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.menu_guard import OPENS, MenuGuard
from runofshow.ui.texts.window import WindowWords
from runofshow.ui.theme import Theme

_GAP: Final = 6


class Hand(NamedTuple):
    """One hand: its name in the table of keys, its words (all it may ever say), when it is open.

    One that does nothing by itself asks a question first.
    """

    name: str
    texts: Callable[[WindowWords], tuple[str, ...]]
    does: Callable[[], commands.Command] | None
    open: Callable[[Board], bool]
    sign: Icon | None = None


def _airing(board: Board) -> bool:
    return board.on_air is not None


def _firm(board: Board) -> bool:
    """Whether a clock runs that may be held or begun again (timing.md, rules 9 and 10)."""
    return board.on_air is not None and not board.on_air.elastic


def _running(board: Board) -> bool:
    return _firm(board) and board.on_air is not None and not board.on_air.holding


def _counting(board: Board) -> bool:
    """Whether an end is counted to, which may be put elsewhere; while held there is none."""
    return board.on_air is not None and not board.on_air.holding


def _coming(board: Board) -> bool:
    """Whether something is to come that may be announced."""
    return board.next is not None


def _open(board: Board) -> bool:
    """Whether anything may still be run."""
    return not board.finished


def _untouched(board: Board) -> bool:
    """Whether the start may still be corrected (rule 33)."""
    air = board.on_air
    return air is not None and not (air.holding or air.held or air.lost or air.stretch)


MINUTE: Final = timedelta(minutes=1)
HANDS: Final[tuple[Hand, ...]] = (
    Hand("minus_one", lambda w: (w.take_one,), partial(commands.Stretch, by=-MINUTE), _airing),
    Hand("plus_one", lambda w: (w.give_one,), partial(commands.Stretch, by=MINUTE), _airing),
    Hand("plus_five", lambda w: (w.give_five,), partial(commands.Stretch, by=5 * MINUTE), _airing),
    Hand("end_at", lambda w: (w.end_at,), None, _counting),
    Hand("hold", lambda w: (w.hold, w.resume), commands.Hold, _firm),
    Hand("restart", lambda w: (w.restart,), commands.Restart, _running),
    Hand(
        "recall", lambda w: (w.recall, w.recall_end, w.recall_finish), commands.Recall,
        lambda b: b.recall is not None,
        Icon.RECALL,
    ),
    Hand("end", lambda w: (w.end,), commands.End, _airing),
    Hand("began", lambda w: (w.began,), None, _untouched),
)  # fmt: skip
RARE: Final[tuple[Hand, ...]] = (
    Hand(
        "ended", lambda w: (w.actions.ended,), None,
        lambda b: b.state in ("on_air", "between"),
    ),
    Hand("will_end", lambda w: (w.actions.will_end,), None, _airing),
    Hand("expected", lambda w: (w.actions.expected,), None, _coming),
    Hand("insert_next", lambda w: (w.actions.insert_next,), None, _open),
    Hand("jump", lambda w: (w.actions.jump,), None, _open),
    Hand("note", lambda w: (w.actions.note,), None, lambda _: True),
)  # fmt: skip
FIRST: Final = (
    "minus_one", "plus_one", "plus_five", "recall", "hold", "end_at", "restart", "end", "began",
)  # fmt: skip
"""The hands in the order in which they get a place in a narrow row."""


class Steps(QtWidgets.QWidget):
    """The row of hands. Signals: asked(command), questioned(the hand's name)."""

    asked = QtCore.Signal(object)
    questioned = QtCore.Signal(str)

    def __init__(
        self, theme: Theme, words: WindowWords, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self._board: Board | None = None
        self._recall: LastGesture | None = None
        self.buttons = {hand.name: Button(theme, self, hand.sign) for hand in HANDS}
        for hand in HANDS:
            self.buttons[hand.name].clicked.connect(lambda _=False, each=hand: self._do(each))
        self.more = Button(theme, self)
        self.more.setText("…")
        self.menu = QtWidgets.QMenu(self)
        self._guard = MenuGuard(self.menu, words.language)
        self.more.clicked.connect(self._open_menu)
        self.speak(words)

    def present(self, board: Board) -> None:
        """Open the hands that mean something now, and shut the others."""
        self._board = board
        for hand in HANDS:
            button = self.buttons[hand.name]
            button.setEnabled(hand.open(board))
        holding = board.on_air is not None and board.on_air.holding
        _say(self.buttons["hold"], self.words.resume if holding else self.words.hold)
        _say(self.buttons["recall"], recall_word(board, self.words))
        if board.recall is not None and board.recall != self._recall:
            self._recall = board.recall
            what = board.recall.said.text(self.words.language)
            said = self.words.recall_of.format(what=what)
            self.buttons["recall"].setToolTip(key_names.tip("recall", self.words, said))

    def hand_open(self, name: str) -> bool:
        """Whether the hand called `name` means something now."""
        board = self._board
        return board is not None and any(
            hand.name == name and hand.open(board) for hand in (*HANDS, *RARE)
        )

    def _do(self, hand: Hand) -> None:
        if hand.does is None:
            self.questioned.emit(hand.name)
        elif hand.name == "hold" and self._board and self._board.on_air:
            self.asked.emit(hold_or_resume(self._board))
        else:
            self.asked.emit(hand.does())

    def _open_menu(self) -> None:
        self.menu.clear()
        hidden = [hand for hand in HANDS if self.buttons[hand.name].isHidden()]
        for hand in (*hidden, *RARE):
            button = self.buttons.get(hand.name)
            said = button.text() if button else hand.texts(self.words)[0]
            entry = self.menu.addAction(f"{said}\t{key_names.cap(hand.name, self.words)}")
            entry.setEnabled(self.hand_open(hand.name))
            entry.setProperty(OPENS, hand.does is None)
            entry.triggered.connect(lambda _=False, each=hand: self._do(each))
        at = self.more.mapToGlobal(QtCore.QPoint(self.more.width(), self.more.height() + 2))
        self.menu.popup(at - QtCore.QPoint(self.menu.sizeHint().width(), 0))

    def speak(self, words: WindowWords) -> None:
        """Say everything in the language of `words`."""
        self.words, self._recall = words, None
        self._guard.language = words.language
        for hand in HANDS:
            self.buttons[hand.name].setText(hand.texts(words)[0])
            self.buttons[hand.name].setToolTip(key_names.tip(hand.name, words))
        self.more.setToolTip(words.more)
        self.more.setAccessibleName(words.more)
        self._place()
        if self._board is not None:
            self.present(self._board)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for button in (*self.buttons.values(), self.more):
            button.use(theme)
        self._place()

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """Give a place to as many hands as fit; what room is left is shared between them."""
        gap = _GAP - 1 if self.theme.metrics.small else _GAP
        needs = {
            hand.name: max(self.buttons[hand.name].wide(text) for text in hand.texts(self.words))
            for hand in HANDS
        }
        more = self.more.wide()
        room, kept = self.width() - more, set[str]()
        for name in FIRST:
            if needs[name] + gap <= room:
                room -= needs[name] + gap
                kept.add(name)
        share = room // max(1, len(kept))
        x = 0
        for hand in HANDS:
            button = self.buttons[hand.name]
            button.setVisible(hand.name in kept)
            if hand.name in kept:
                button.setGeometry(x, 0, needs[hand.name] + share, self.height())
                x += needs[hand.name] + share + gap
        self.more.setGeometry(x, 0, self.width() - x, self.height())


def hold_or_resume(board: Board) -> commands.Command:
    """What the one key and button of the clock ask: hold it, or let it run again."""
    holding = board.on_air is not None and board.on_air.holding
    return commands.Resume() if holding else commands.Hold()


def recall_word(board: Board, words: WindowWords) -> str:
    """What taking back would take back: a GO, an end, or the closing of the day."""
    code = "" if board.recall is None else board.recall.said.code
    return {
        "did_end": words.recall_end,
        "did_auto_end": words.recall_end,
        "did_finish": words.recall_finish,
    }.get(code, words.recall)


def _say(button: Button, text: str) -> None:
    if button.text() != text:
        button.setText(text)
