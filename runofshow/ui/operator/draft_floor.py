"""What the page of a file that was read is made of, and where everything on it stands."""

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.formats.proof import Proof
from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.doubt_card import DoubtCard
from runofshow.ui.operator.draft_head import DraftHead
from runofshow.ui.operator.draft_list import DraftList, Legend
from runofshow.ui.operator.source_view import SourceView
from runofshow.ui.painting import painting
from runofshow.ui.texts.importing import ImportingWords
from runofshow.ui.theme import Role, Theme


class DraftFloor(QtWidgets.QWidget):
    """The head above the file and its rundown, the card at the foot.

    Attributes: theme, words, proof (None while a file is read, or cannot be), and each part.
    """

    def __init__(self, theme: Theme, words: ImportingWords, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.proof: Proof | None = None
        self._name = self._status = ""
        self._stuck = False
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.source = SourceView(theme, self)
        self.slots = DraftList(theme, self)
        self.head = DraftHead(theme, words, self)
        self.legend = Legend(theme, words, self)
        self.card = DoubtCard(theme, words, self)
        self.hide()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        for part in (self.source, self.slots, self.head, self.legend, self.card):
            part.use(theme)
        self._place()

    def _show(self) -> None:
        """Show what there is to show, and place everything anew."""
        there = self.proof is not None
        for part in (self.source, self.slots, self.legend, self.card):
            part.setVisible(there)
        self.head.put(self.proof, self._name, stuck=self._stuck)
        self._place()
        self.update()

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        wide, first, second = self.width(), self.head.first, self.head.second
        # Without a file's rundown the head has one line: beneath it stands what is being read.
        self.head.setGeometry(0, 0, wide, first + (0 if self.proof is None else second))
        left, y = self.head.left, first + second
        foot = self.height() - self.card.tall
        self.source.setGeometry(0, y, left - 1, foot - y)
        self.slots.setGeometry(left, y, wide - left, foot - y)
        self.card.setGeometry(0, foot, wide, self.card.tall)
        self.legend.setGeometry(left + 10, first + 1, wide - left - 10, second - 2)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """What stands alone while a file is read, or cannot be."""
        theme = self.theme
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.colours.surf)
            if self.proof is not None:
                line = QtCore.QRect(self.head.left - 1, 0, 1, self.card.y())
                painter.fillRect(line, theme.colours.line)
                return
            pad = 14 if theme.metrics.small else 20
            ink = theme.colours.amber if self._stuck else theme.colours.sec
            font, y = theme.font(Role.LIVE_TITLE), float(self.head.first + 20)
            for line_ in lettering.broken(self._status, font, self.width() - 2 * pad, 4):
                y += 26
                at = QtCore.QPointF(pad, y)
                write(painter, theme, at, (Run(line_, Role.LIVE_TITLE, ink),))
