"""Parts: what the régie's window is made of, how it is dressed, and where everything stands.

- Every part has one place, by size and language alone; cards open below GO; sheets lie over the
  rundown. Nothing moves under a hand.
- Parts know neither each other nor the show; what passes between them is the window's affair.
- What the first painting does not need is made after it, by `complete`.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.ui import theme as themes
from runofshow.ui.operator.asking import Asking
from runofshow.ui.operator.column import column
from runofshow.ui.operator.live_card import LiveCard
from runofshow.ui.operator.menus import MenuLine
from runofshow.ui.operator.messages import Messages
from runofshow.ui.operator.overlay import Overlays
from runofshow.ui.operator.pages import Pages
from runofshow.ui.operator.recovering import Recovering
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.speaking import Speaking
from runofshow.ui.operator.strip import Strip
from runofshow.ui.operator.tabs import RundownCard
from runofshow.ui.operator.timeline import Timeline
from runofshow.ui.texts import words
from runofshow.ui.theme import Theme, theme_for

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.ui.operator.attending import Attending
    from runofshow.ui.operator.checking import Checking
    from runofshow.ui.operator.consulting import Consulting
    from runofshow.ui.operator.copying import Copying
    from runofshow.ui.operator.file_asking import FileAsking
    from runofshow.ui.operator.frame import Frame
    from runofshow.ui.operator.gridding import Gridding
    from runofshow.ui.operator.importing import Importing
    from runofshow.ui.operator.keying import Keys
    from runofshow.ui.operator.outputting import Outputting
    from runofshow.ui.operator.palette import Palette
    from runofshow.ui.operator.palette_entries import Entry
    from runofshow.ui.operator.phrasing import Phrasing
    from runofshow.ui.operator.preferring import Preferring
    from runofshow.ui.operator.printing import Printing
    from runofshow.ui.operator.recovery_card import RecoveryCard
    from runofshow.ui.operator.rehearsal_bar import RehearsalBar
    from runofshow.ui.operator.revising import Revising
    from runofshow.ui.operator.touring import Touring
    from runofshow.ui.operator.venue import Venue
    from runofshow.ui.operator.wirings import Wirings

LEAST: Final = QtCore.QSize(1180, 640)
WIDE: Final = 1600
"""Windows narrower than this use the small measures."""
BRIEF: Final = 28
"""How many letters of a title a banner takes."""
BRIEF_SMALL: Final = 14


class Parts(QtWidgets.QMainWindow):
    """The window's parts; see the module.

    Attributes: words, dark, theme, board; whole, whether all parts are there; and each part.
    """

    attending: "Attending"
    checking: "Checking"
    gridding: "Gridding"
    keys: "Keys"
    printing: "Printing"
    revising: "Revising"
    importing: "Importing"
    phrasing: "Phrasing"
    finding: "Palette"
    preferring: "Preferring"
    consulting: "Consulting"
    touring: "Touring"
    outputting: "Outputting"
    venue: "Venue"
    wirings: "Wirings"
    copying: "Copying"
    files: "FileAsking"

    def __init__(
        self,
        language: str = "fr",
        dark: bool = True,
        rundown: Rundown | None = None,
        timeline: Timeline | None = None,
        size: QtCore.QSize = LEAST,
    ) -> None:
        """Every part is dressed for `size` at once: for another one, all would be measured anew."""
        super().__init__()
        self.resize(size)
        self.words = words(language)
        self.dark = dark
        self._rehearsal: tuple[RehearsalBar, Frame] | None = None
        self.theme = self._theme()
        self.board: Board | None = None
        theme, said = self.theme, self.words
        self.floor = QtWidgets.QWidget(self)
        self.menu = MenuLine(theme, said, self.floor, filled=False)
        self.strip = Strip(theme, said, self.floor)
        self.rundown = rundown or Rundown(theme, said.rundown)
        self.timeline = timeline or Timeline(theme, said)
        self.card = RundownCard(theme, said, self.rundown, self.floor)
        self.pages = Pages(theme, said, self.card)
        self.live = LiveCard(theme, said, self.floor)
        self.asking = Asking(theme, said.window, self.floor)
        self.messages = Messages(theme, said.window, self.floor)
        self.recovering = Recovering(theme, said, self.floor)
        self.speaking = Speaking(theme, said, self.floor, self)
        self.timeline.setParent(self.floor)
        self.banners = self.card.banners
        self.whole = False
        self.overlays = Overlays()
        self.setCentralWidget(self.floor)
        self.setMinimumSize(LEAST)
        self.setAcceptDrops(True)
        self._fit()

    def complete(self) -> None:
        """Make the parts that the first painting does not need; once."""
        from runofshow.ui.operator.attending import Attending
        from runofshow.ui.operator.checking import Checking
        from runofshow.ui.operator.consulting import Consulting
        from runofshow.ui.operator.copying import Copying
        from runofshow.ui.operator.file_asking import FileAsking
        from runofshow.ui.operator.gridding import Gridding
        from runofshow.ui.operator.importing import Importing
        from runofshow.ui.operator.keying import Keys
        from runofshow.ui.operator.outputting import Outputting
        from runofshow.ui.operator.palette import Palette
        from runofshow.ui.operator.phrasing import Phrasing
        from runofshow.ui.operator.preferring import Preferring
        from runofshow.ui.operator.printing import Printing
        from runofshow.ui.operator.revising import Revising
        from runofshow.ui.operator.touring import Touring
        from runofshow.ui.operator.venue import Venue
        from runofshow.ui.operator.wirings import Wirings

        theme, said = self.theme, self.words
        self.menu.fill()
        self.attending = Attending(theme, said, self.card, lambda: self._brief)
        self.checking = Checking(theme, said, self.card)
        self.gridding = Gridding(theme, said, self.card)
        self.keys = Keys(theme, said, self.floor)
        self.printing = Printing(theme, said, self.floor)
        self.revising = Revising(theme, said, self.floor)
        self.importing = Importing(theme, said, self.floor)
        self.phrasing = Phrasing(theme, said, self.floor)
        self.finding = Palette(theme, said, self.floor, self._offers)
        self.preferring = Preferring(theme, said, self.floor)
        self.consulting = Consulting(theme, said, self.floor)
        self.outputting = Outputting(theme, said, self.floor)
        self.venue = Venue(theme, said, self.floor)
        self.wirings = Wirings(theme, said, self.floor)
        self.copying = Copying(theme, said, self.floor)
        self.touring = Touring(theme, said, self.floor)
        self.overlays = Overlays(
            self.printing, self.revising, self.importing, self.keys, self.phrasing, self.finding,
            self.preferring, self.consulting, self.outputting, self.venue,
            self.wirings, self.copying,
        )  # fmt: skip
        self.files = FileAsking(self, said.window)
        self.whole = True
        self._place()

    @property
    def _kept(self) -> tuple["Attending | Checking | Gridding | Touring", ...]:
        """What is kept until it is asked for, besides the sheets."""
        return (self.attending, self.checking, self.gridding, self.touring) if self.whole else ()

    @property
    def recovery(self) -> "RecoveryCard":
        """The recovery card."""
        return self.recovering.card

    def _offers(self) -> "Sequence[Entry]":
        """What the palette finds; the window says."""
        raise NotImplementedError

    @property
    def _brief(self) -> int:
        """How many letters of a title a banner takes now."""
        return BRIEF_SMALL if self.theme.metrics.small else BRIEF

    # --- dress ---------------------------------------------------------------------------------

    def use_dark(self, dark: bool) -> None:
        """Change between the dark and the light theme, at once."""
        self.dark = dark
        self._dress()

    def _dress(self) -> None:
        app = QtWidgets.QApplication.instance()
        if isinstance(app, QtWidgets.QApplication):
            themes.dress(app, self._theme().colours)
        self._fit()

    def rest(self) -> None:
        """Give the keyboard back to the page that is open, or to what is looked at over it."""
        if (over := self.overlays.open) is not None:
            over.focus()
        else:
            self.card.page.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    # --- places --------------------------------------------------------------------------------

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._fit()

    def _theme(self) -> Theme:
        """The theme of the window's size: a narrow one is small, however tall."""
        height = self.height() if self.width() >= WIDE else 0
        return theme_for(height, self.dark, self._rehearsal is not None)

    def _fit(self) -> None:
        theme = self._theme()
        if theme != self.theme:
            self.theme = theme
            for part in (
                self.menu, self.strip, self.card, self.live, self.asking, self.messages,
                self.timeline, self.pages, self.recovering, self.speaking, *self._kept,
                *self.overlays, *(self._rehearsal or ()),
            ):  # fmt: skip
                part.use(theme)
        self._place()

    def _place(self) -> None:
        """Give every part its place; only size and theme decide."""
        metrics = self.theme.metrics
        wide, tall, gap = self.width(), self.height(), metrics.gap
        top = metrics.menu + metrics.strip + gap
        foot = tall - metrics.timeline
        right = wide - metrics.right - gap
        self.menu.setGeometry(0, 0, wide, metrics.menu)
        self.strip.setGeometry(0, metrics.menu, wide, metrics.strip)
        page = QtCore.QRect(gap, top, right - 2 * gap, foot - gap - top)
        if self._rehearsal is not None:
            bar, frame = self._rehearsal
            frame.setGeometry(0, 0, wide, tall)
            bar.setGeometry(page.adjusted(0, page.height() - bar.tall, 0, 0))
            page.setHeight(page.height() - bar.tall - gap)
        self.card.setGeometry(page)
        places = column(
            metrics, right, top, foot - gap, self.messages.tall,
            recovery=self.recovering.open, panel=self.speaking.open,
        )  # fmt: skip
        self.live.setGeometry(places.live)
        self.asking.stand_on(self.live.steps.geometry().translated(places.live.topLeft()))
        self.messages.setGeometry(places.messages)
        self.recovering.place(places.recovery)
        self.speaking.place(places.panel)
        self.timeline.setGeometry(0, foot, wide, metrics.timeline)
        over = page.adjusted(1, metrics.tabs + 1, -1, -1)
        if self.whole:
            self.touring.place(over)
        for overlay in self.overlays:
            overlay.place(over)

    # --- the keyboard --------------------------------------------------------------------------

    def _in_card(self, has: object) -> bool:
        """Whether what has the keyboard is the page of the large card, or the sheet over it."""
        if not isinstance(has, QtWidgets.QWidget):
            return False
        upper, page = self.overlays.open, self.card.page
        return upper.holds(has) if upper is not None else page in (has, *_above(has))

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab goes round within the sheet that is open: what it covers never gets the keyboard."""
        upper, former = self.overlays.open, self.focusWidget()
        if upper is None or not upper.holds(former):
            return super().focusNextPrevChild(next_)
        for part in _onward(former, next_):
            policy = part.focusPolicy() & QtCore.Qt.FocusPolicy.TabFocus
            if policy and upper.holds(part) and part.isVisible() and part.isEnabled():
                part.setFocus(QtCore.Qt.FocusReason.TabFocusReason)
                return True
        return False


def _above(part: QtWidgets.QWidget) -> Iterator[QtWidgets.QWidget]:
    """What a widget stands in, from the nearest on."""
    above: QtWidgets.QWidget | None = part.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def _onward(former: QtWidgets.QWidget, next_: bool) -> Iterator[QtWidgets.QWidget]:
    """The other widgets of the window in the order of Tab, or against it, once round."""
    part = former.nextInFocusChain() if next_ else former.previousInFocusChain()
    while part is not None and part is not former:
        yield part
        part = part.nextInFocusChain() if next_ else part.previousInFocusChain()
