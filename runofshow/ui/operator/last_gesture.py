"""The notice that undo gives right after a live gesture: what it was, and what may have been meant.

The plan's undo and the log's take back are two lanes (timing.md, rule 35), and the hand that wants
one must not get the other.
"""

from datetime import timedelta
from typing import Final

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.core.log import Gesture
from runofshow.core.times import ZERO, show_length
from runofshow.ui.icons import Icon
from runofshow.ui.operator import key_names, steps
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.texts import Words
from runofshow.ui.texts.window import WindowWords
from runofshow.ui.titles import briefly

FRESH: Final = timedelta(seconds=10)
"""How long after a live gesture undo is taken for a slip of the hand."""
LAST_GESTURE: Final = "last_gesture"


def last_gesture(board: Board, last: Gesture, said: Words, most: int) -> Banner:
    """What Ctrl+Z says right after a live gesture, and what it may have meant."""
    language, own = said.language, said.window
    what, ago = briefly(last.said, most).text(language), show_length(board.now - last.at)
    choices = []
    if last.back is not None:
        choices.append(Choice(_back_word(board, last.back, own), last.back))
    if board.undo is not None:
        undone = briefly(board.undo, most).text(language)
        again = own.again_undo.format(key=key_names.cap("undo", own), what=undone)
        choices.append(Choice(again, commands.Undo()))
    return Banner(
        LAST_GESTURE,
        "note",
        own.last_gesture.format(what=what, ago=ago),
        tuple(choices),
        Icon.RECALL,
        FRESH.total_seconds(),
        own.nothing_undone,
        answer=True,
    )


def _back_word(board: Board, back: commands.Command, words: WindowWords) -> str:
    """What the command that takes a gesture back is called."""
    match back:
        case commands.Recall():
            return f"⌫ {steps.recall_word(board, words)}"
        case commands.Stretch(by=by) if by is not None:
            said = words.back_give if by > ZERO else words.back_take
            return said.format(length=show_length(abs(by)))
        case commands.Resume():
            return words.resume
        case commands.Expect(start=None, end=None):
            return words.back_expect
        case commands.Clear():
            return words.actions.clear
        case _:
            return words.back
