"""What would come of dropping rows where they are held: tried on the show, told beside the pointer.

The rows show the hours that would be, as for a plan of the recovery card; the tag says when what is
dragged would begin, and what it changes of what is promised. A move that the show would refuse,
since it would move what has aired, is told with its reason and previews nothing.
"""

from collections.abc import Callable
from typing import Final

from PySide6 import QtCore, QtWidgets

from runofshow.core import times
from runofshow.core.board import Board
from runofshow.core.commands import Command
from runofshow.core.sentences import Sentence
from runofshow.core.tree import Place
from runofshow.ui.operator.asking import Foresee
from runofshow.ui.operator.rundown_hands import Hands, Meaning
from runofshow.ui.operator.rundown_list import RundownList
from runofshow.ui.texts.rundown import RundownWords
from runofshow.ui.theme import Role, Theme

REST: Final = 25
"""For how many milliseconds a hand holds still before the move is tried."""
_BESIDE: Final = QtCore.QPoint(18, 14)


class Dragging(QtCore.QObject):
    """Tries what is dragged in `rows`; `dropped` takes the meaning of a drop.

    Attribute: foresee (None: nothing is tried). Signal: previewed(Board or None).
    """

    previewed = QtCore.Signal(object)

    def __init__(
        self,
        rows: RundownList,
        hands: Callable[[], Hands],
        dropped: Callable[[Meaning], None],
        theme: Theme,
        words: RundownWords,
    ) -> None:
        super().__init__(rows)
        self.foresee: Foresee | None = None
        self._rows, self._hands, self._dropped = rows, hands, dropped
        self._theme, self._words = theme, words
        self._place: Place | None = None
        self._tag: QtWidgets.QLabel | None = None
        self._rest = QtCore.QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.attempt)
        rows.hovering.connect(self._hover)
        rows.landed.connect(self._land)

    def speak(self, words: RundownWords) -> None:
        """Say everything in the language of `words`."""
        self._words = words

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from the next drag on."""
        self._theme = theme
        if self._tag is not None:
            self._tag.deleteLater()
            self._tag = None

    def present(self) -> None:
        """Another board has come: what is tried is tried anew."""
        if self._place is not None:
            self._rest.start(REST)

    def _hover(self, place: Place | None) -> None:
        self._place = place
        self._rest.start(REST if place is not None else 0)

    def attempt(self) -> None:
        """Try the move on the show, now."""
        command = self._command()
        found = None if command is None or self.foresee is None else self.foresee([command])
        tried = found if isinstance(found, Board) else None
        self._preview(tried)
        if isinstance(found, Sentence):
            self._say(found.text(self._words.language), refused=True)
        elif tried is not None:
            self._say(self._foretold(tried), refused=False)
        else:
            self._say("", refused=False)

    def _command(self) -> Command | None:
        block = self._rows.block()
        if self._place is None or not block:
            return None
        return self._hands().move(block, self._place).command

    def _preview(self, tried: Board | None) -> None:
        self._rows.preview(tried)
        self.previewed.emit(tried)

    def _foretold(self, tried: Board) -> str:
        """When what is dragged would begin, and what would move of what is promised."""
        from runofshow.ui.operator.consequences import consequences
        from runofshow.ui.texts import words

        board = self._rows.board
        assert board is not None
        first = board.slots[self._rows.block()[0]]
        there = tried.slots.at(first.id)
        starts = None if there is None else tried.slots[there].start_shown
        language = self._words.language
        said = [consequences(board, tried, words(language).window)[0]]
        if starts is not None:
            said.insert(0, times.show_clock(starts, board.zone, language))
        return " · ".join(said)

    def _land(self, place: Place | None) -> None:
        self._rest.stop()
        self._place = None
        self._preview(None)
        self._say("", refused=False)
        block = self._rows.block()
        if place is not None and block:
            self._dropped(self._hands().move(block, place))

    # --- the tag -------------------------------------------------------------------------------

    def _say(self, text: str, *, refused: bool) -> None:
        if not text:
            if self._tag is not None:
                self._tag.hide()
            return
        if self._tag is None:
            self._tag = _tag(self._rows.viewport(), self._theme)
        colours = self._theme.colours
        edge, ink = (colours.act, colours.act) if refused else (colours.live, colours.text)
        self._tag.setStyleSheet(
            f"QLabel {{ background: {colours.raised.name()}; color: {ink.name()};"
            f" border: 1px solid {edge.name()}; border-radius: 3px; padding: 3px 8px; }}"
        )
        self._tag.setText(text)
        self._tag.adjustSize()
        self._stand()
        self._tag.show()

    def _stand(self) -> None:
        """Beside the pointer, wholly in the list."""
        assert self._tag is not None
        port = self._rows.viewport().rect()
        at = self._rows.pointer_at() + _BESIDE
        left = min(at.x(), port.width() - self._tag.width() - 4)
        top = min(at.y(), port.height() - self._tag.height() - 4)
        self._tag.move(max(4, left), max(4, top))
        self._tag.raise_()


def _tag(over: QtWidgets.QWidget, theme: Theme) -> QtWidgets.QLabel:
    tag = QtWidgets.QLabel(over)
    tag.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    tag.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    tag.setFont(theme.font(Role.CREW))
    return tag
