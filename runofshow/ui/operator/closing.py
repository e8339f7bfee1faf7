"""Closing the day: asked once more while items are to come, for its key lies near others'.

A day closed by a slip thanks the hall in the middle of a talk; and nothing may be modal. So the
first press says what is still to come, and the second, while that stands, closes.
"""

from typing import Final

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.core.plurals import counted
from runofshow.ui.icons import Icon
from runofshow.ui.operator import key_names
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.texts.closing import closing_words
from runofshow.ui.texts.window import WindowWords

CLOSING: Final = "closing"
LASTS: Final = 10.0
"""How long the question stands, in seconds."""


def unsure(board: Board) -> bool:
    """Whether items are still to come, so that closing may be a slip."""
    return board.next is not None and not board.finished


def question(board: Board, words: WindowWords) -> Banner:
    """What is still to come, and the key that closes all the same."""
    count = sum(row.leaf and row.status in ("next", "to_come") for row in board.slots)
    own = closing_words(words.language)
    again = own.again.format(key=key_names.cap("finish", words))
    return Banner(
        CLOSING,
        "watch",
        own.sure,
        (Choice(again, commands.Finish()),),
        Icon.DONE,
        LASTS,
        counted(own.still, own.language, {"count": count}),
        answer=True,
    )
