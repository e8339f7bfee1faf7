"""What the banner line says once changes of a revised programme are taken."""

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.operator.key_names import cap
from runofshow.ui.texts.revision import revision_words
from runofshow.ui.texts.window import WindowWords


def revised(count: int, board: Board | None, said: WindowWords) -> Banner:
    """How many changes were taken, how to come back from them, and whether to print anew."""
    key = cap("answer", said)

    def text(language: str) -> str:
        words = revision_words(language)
        return words.taken_one if count == 1 else words.taken.format(count=count)

    choices = [
        Choice(lambda language: revision_words(language).back.format(answer=key), commands.Undo())
    ]
    if board is not None and board.state in ("on_air", "between"):
        # What was printed is the former programme: the new one may be what counts from now on.
        anew = Choice(lambda language: revision_words(language).reprint, commands.Reprint())
        choices.append(anew)
    return Banner("revised", "note", text, tuple(choices), seconds=20, answer=True)
