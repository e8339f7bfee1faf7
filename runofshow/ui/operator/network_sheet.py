"""The sheet of the network, over the rundown: where the show is open, what is handed out, who came.

It is no dialog: the show runs on beside it. Arrows only choose, and change where nothing is lost:
what opens, closes, copies, ends or is seen on a stage asks for a key that no clicker sends.
"""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.core.plurals import counted
from runofshow.core.sentences import typeset
from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.fields_sheet import GAP, FieldsSheet
from runofshow.ui.operator.key_names import cap, written
from runofshow.ui.operator.network_fields import NetworkFields
from runofshow.ui.operator.network_rows import (
    PAGES,
    SCREEN,
    Link,
    Network,
    NetworkWish,
    came_by,
    ends,
    overheard,
    rows,
    screen_of,
    shown_address,
    step,
    until,
)
from runofshow.ui.operator.qr_code import QrCode
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.network import NetworkWords, network_words
from runofshow.ui.theme import Role, Theme

SAID: Final = 3000
"""For how many milliseconds it is said that a link was copied."""
LINES: Final = 4
"""How many lines of text stand below the code."""
_BUTTONS: Final = ("fresh", "revoke", "revoke_all", "identify", "copy", "toggle", "close_it")


class NetworkSheet(FieldsSheet):
    """The network, as it stands.

    Attributes: fields, code, buttons by name, page (whose code is shown), network.
    Signals: asked(NetworkWish), closed().
    """

    fields: NetworkFields
    words: NetworkWords

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(theme, parent, _BUTTONS)
        self.words, self._names = network_words(words.language), words
        self.page = PAGES[0]
        self.network = Network()
        self._now: datetime | None = None
        self._zone = ZoneInfo("UTC")
        self.fields = NetworkFields(theme, self)
        self.code = QrCode(theme, self)
        self._copied = QtCore.QTimer(self)
        self._connect()
        self.speak(words)

    def _connect(self) -> None:
        self.connect_hands(
            {
                "fresh": self._fresh,
                "revoke": lambda: self._revoke(False),
                "revoke_all": lambda: self._revoke(True),
                "identify": self._identify,
                "copy": self._copy,
                "toggle": lambda: self.asked.emit(NetworkWish("toggle")),
                "close_it": self.closed.emit,
            }
        )
        self._copied.setSingleShot(True)
        self._copied.setInterval(SAID)
        self._copied.timeout.connect(self.update)
        fields = self.fields
        fields.stepped.connect(self._step)
        fields.chose.connect(self._choose)
        fields.copied.connect(self._copy)
        fields.refreshed.connect(self._fresh)
        fields.revoked.connect(self._revoke)
        fields.identified.connect(self._identify)

    # --- values in -----------------------------------------------------------------------------

    def put(self, network: Network) -> None:
        """The show stands so on the network."""
        if network != self.network:
            self.network = network
            self._refresh()

    def present(self, board: Board) -> None:
        """Take note of the hour, for when links end."""
        if self._now is None or board.now.date() != self._now.date():
            self._now, self._zone = board.now, board.zone
            self.update()

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words, self._names = network_words(words.language), words
        self._refresh()

    def use(self, theme: Theme) -> None:
        self.code.use(theme)
        super().use(theme)

    # --- hands ---------------------------------------------------------------------------------

    @property
    def link(self) -> Link | None:
        """The link whose code is shown."""
        return self.network.links.get(self.page)

    def _choose(self, name: str) -> None:
        """Another row: its code, if it has one; the code of before stays beside the others."""
        self._settle()
        if name in PAGES and name != self.page:
            self.page = name
            self.asked.emit(NetworkWish("page", name))
        self._refresh()

    def _step(self, name: str, by: int) -> None:
        wish = step(name, by, self.network)
        if wish is not None:
            self.asked.emit(wish)

    def _copy(self) -> None:
        if self.link is not None:
            QtGui.QGuiApplication.clipboard().setText(self.link.url)
            self._copied.start()
            self.update()

    def _fresh(self) -> None:
        if self.buttons["fresh"].isEnabled():
            self.asked.emit(NetworkWish("fresh", self.page))

    def _identify(self) -> None:
        screen = screen_of(self.fields.name, self.network)
        if screen is not None:
            self.asked.emit(NetworkWish("identify", screen.number))

    def _revoke(self, everything: bool) -> None:
        """End what is chosen, or all links: the second press counts."""
        name = "revoke_all" if everything else "revoke"
        if self.buttons[name].isEnabled() and self._certain(name):
            links = ends(self.fields.name, self.network)
            wish = NetworkWish("revoke_all") if everything else NetworkWish("revoke", links)
            self.asked.emit(wish)

    # --- showing -------------------------------------------------------------------------------

    def _refresh(self) -> None:
        self.fields.put(rows(self.network, self.words.language))
        link = self.link
        for part in (self.code, self.buttons["copy"]):
            part.setVisible(link is not None)
        if link is not None:
            name, address = self.words.pages[self.page], shown_address(link.url)
            self.code.said = self.words.code.format(page=name, address=address)
            self.code.put(link.url)
        is_open, on_screen = bool(self.network.address), self.fields.name.startswith(SCREEN)
        for name, may in (
            ("fresh", link is not None and bool(link.id) and self.fields.name == self.page),
            ("revoke", bool(ends(self.fields.name, self.network))),
            ("revoke_all", is_open),
            ("identify", on_screen),
            ("copy", link is not None),
        ):
            self.buttons[name].setEnabled(may)
        self._name_buttons()

    def _called(self, name: str) -> str:
        if name == "toggle":
            return self.words.shut_it if self.network.address else self.words.open_it
        facts = {"count": came_by(ends(self.fields.name, self.network), self.network)}
        return counted(super()._called(name), self.words.language, facts)

    # --- places --------------------------------------------------------------------------------

    @property
    def _line(self) -> int:
        return 20 if self.theme.metrics.small else 26

    def _place(self) -> None:
        pad, wide = self._pad, self.width()
        top, foot = self._floor
        shown = round(wide * 0.4)
        left = wide - pad - shown
        self.fields.setGeometry(pad, top, left - 2 * pad, max(0, foot - top))
        copy, tall = self.buttons["copy"], self.theme.metrics.button
        below = LINES * self._line + GAP
        side = max(0, min(shown, foot - top - below - tall))
        self.code.setGeometry(left + (shown - side) // 2, top, side, side)
        x = left + (shown - copy.wide()) // 2
        copy.setGeometry(x, top + side + below, copy.wide(), tall)
        self._stand(("fresh", "revoke", "revoke_all", "identify"), foot + GAP)
        self._stand_right(("close_it",), foot + GAP)
        self._stand_right(("toggle",), pad)
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        keys = self._names.window
        hint = self.words.hint.format(copy=written("Ctrl+C", keys), shift=keys.key_shift)
        with painting(self) as painter:
            self._head(painter, self.words.heading, hint, self.buttons["toggle"].x())
            self._about(painter)

    def _about(self, painter: QtGui.QPainter) -> None:
        """What the code below it leads to; while closed, that nobody can come."""
        colours, link = self.theme.colours, self.link
        here = self.code.geometry()
        if link is None:
            said = self.words.shut_about.format(key=cap("network_open", self._names.window))
            for number, text in enumerate(said.splitlines()):
                top = here.center().y() + (number - 1) * self._line
                self._middle(painter, top, text, Role.ROW, colours.sec)
            return
        lines = [
            (self.words.pages[self.page], Role.ROW_BOLD, colours.text),
            (shown_address(link.url), Role.ROW_TIME, colours.text),
        ]
        if self.network.reach == "":
            lines.append((self.words.here_about, Role.CAPTION, colours.amber))
        elif not link.id:
            lines.append((self.words.pair_about, Role.CAPTION, colours.quiet))
        elif self.page == "companion" and link.expires is not None:
            lines.append((self.words.until_used, Role.CAPTION, colours.quiet))
        elif self._now is not None:
            said = until(link, self._now, self._zone, self.words.language)
            lines.append((said, Role.CAPTION, colours.quiet))
        if self._copied.isActive():
            said = self.words.copied.format(page=self.words.pages[self.page])
            lines[-1] = (said, Role.CAPTION, colours.text)
        if overheard(self.network):
            lines.append((self.words.overheard, Role.CAPTION, colours.sec))
        for number, line in enumerate(lines):
            self._middle(painter, here.bottom() + 1 + number * self._line, *line)

    def _middle(
        self, painter: QtGui.QPainter, top: float, text: str, role: Role, ink: QtGui.QColor
    ) -> None:
        """A line in the middle of the column of the code."""
        font, shown = self.theme.font(role), round(self.width() * 0.4)
        text = lettering.cut(typeset(text) if self.words.language == "fr" else text, font, shown)
        left = self.width() - self._pad - shown
        x = left + (shown - lettering.width_of(text, font)) / 2
        y = lettering.middle(font, top, self._line)
        write(painter, self.theme, QtCore.QPointF(x, y), (Run(text, role, ink),))
