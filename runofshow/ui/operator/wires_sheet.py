"""The sheet of what is wired to the show: Companion, OSC, outputs; what was sent, and how it went.

It is no dialog: the show runs on beside it, and what is changed is so at once. What is typed is
checked before it is taken: what would not work gets a sentence, and the line stays.
"""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.plurals import counted
from runofshow.core.sentences import typeset
from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write
from runofshow.ui.operator.fields_sheet import GAP, TypedSheet
from runofshow.ui.operator.wire_fields import WireFields
from runofshow.ui.operator.wire_rows import (
    COMPANION,
    OSC,
    Stands,
    Went,
    WireWish,
    added,
    keys,
    name,
    removed,
    rows,
    step,
    typed,
    written,
)
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.wires import WireWords, wire_words
from runofshow.ui.theme import Role, Theme

FOOT: Final = 46
"""Room below the rows for what is said of them, in two lines."""
LONGEST: Final = 4000
"""The most letters of what is typed."""
_BUTTONS: Final = ("add_webhook", "add_osc", "remove", "trial_it", "copy", "close_it")


class WiresSheet(TypedSheet):
    """All wires, the chosen one's rows, and what was sent.

    Attributes: fields, line (what is typed), buttons, at (the chosen one's key), stands.
    Signals: asked(WireWish), closed().
    """

    fields: WireFields
    words: WireWords

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(theme, parent, _BUTTONS, LONGEST)
        self.words = wire_words(words.language)
        self.stands, self.at = Stands(), COMPANION
        self._row, self._why = "", ""
        self.fields = WireFields(theme, self)
        self._connect()
        self.speak(words)

    def _connect(self) -> None:
        fields = self.fields
        self.connect_hands(
            {
                "add_webhook": fields.added.emit,
                "add_osc": fields.spoken.emit,
                "remove": self._remove,
                "trial_it": self._try,
                "copy": self._copy,
                "close_it": self.closed.emit,
            }
        )
        self.line.returnPressed.connect(self._typed)
        fields.stepped.connect(self._step)
        fields.typed.connect(self._type)
        fields.other.connect(self._other)
        fields.added.connect(lambda: self.asked.emit(added("webhook", self.stands.wires)))
        fields.spoken.connect(lambda: self.asked.emit(added("osc", self.stands.wires)))
        fields.removed.connect(self._remove)
        fields.tried.connect(self._try)
        fields.copied.connect(self._copy)

    # --- values in -----------------------------------------------------------------------------

    def put(self, stands: Stands) -> None:
        """Everything stands so; an output that is new is looked at."""
        more = len(stands.wires.outputs) > len(self.stands.wires.outputs)
        shown = self.stands != Stands()
        self.stands = stands
        every = keys(stands.wires)
        if (more and shown) or self.at not in every:
            self.at = every[-1]
        self._refresh()

    def refuse(self, why: str) -> None:
        """What was asked is not done, for that reason."""
        self._why = why
        self.update()

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words = wire_words(words.language)
        self._refresh()

    def begin(self) -> None:
        self._why = ""
        super().begin()

    # --- hands ---------------------------------------------------------------------------------

    @property
    def _is_output(self) -> bool:
        return self.at not in (COMPANION, OSC)

    def choose(self, key: str) -> None:
        """Look at that one."""
        self._leave_line()
        self.at, self._why = key, ""
        self._settle()
        self._refresh()
        self.fields.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _other(self, by: int) -> None:
        every = keys(self.stands.wires)
        self.choose(every[max(0, min(every.index(self.at) + by, len(every) - 1))])

    def _ask(self, wish: WireWish | None) -> None:
        self._why = ""
        if wish is not None:
            self.asked.emit(wish)
        self.update()

    def _step(self, row: str, by: int) -> None:
        self._ask(step(row, by, self.at, self.stands))

    def _try(self) -> None:
        if self._is_output:
            self._ask(WireWish("trial", self.stands.wires, int(self.at)))

    def _copy(self) -> None:
        if self.stands.link and self.at == COMPANION:
            QtGui.QGuiApplication.clipboard().setText(self.stands.link)

    def _remove(self) -> None:
        """The second press counts; Companion and OSC are only closed."""
        if self._is_output and self._certain("remove"):
            self._ask(removed(self.at, self.stands.wires))

    # --- what is typed -------------------------------------------------------------------------

    def _type(self, row: str) -> None:
        if row in (each.name for each in self.fields.rows):
            self._row, self._why = row, ""
            text = written(row, self.at, self.stands.wires)
            self._write_row(row, text, self.words.rows[row])

    def _typed(self) -> None:
        """Take what was typed; what would not work is said, and stays to be mended."""
        wish = typed(self._row, self.line.text(), self.at, self.stands.wires)
        if wish is None:
            self.refuse(self.words.bad_number)
            return
        self._ask(wish)
        if not self._why:
            self._leave_line()

    def _leave_line(self) -> None:
        if self.line.isVisible():
            self._why = ""
        super()._leave_line()

    # --- showing -------------------------------------------------------------------------------

    def _refresh(self) -> None:
        self.fields.put(rows(self.at, self.stands, self.words))
        self.buttons["remove"].setEnabled(self._is_output)
        self.buttons["trial_it"].setEnabled(self._is_output)
        self.buttons["copy"].setEnabled(self.at == COMPANION and bool(self.stands.link))
        self._name_buttons()

    # --- places --------------------------------------------------------------------------------

    @property
    def _tall(self) -> int:
        """The height of one in the list, and of two lines of what was sent."""
        return 44 if self.theme.metrics.small else 54

    def _place(self) -> None:
        (top, foot), (left, right) = self._floor, self._columns
        self.fields.setGeometry(left, top, right - left - self._pad, max(0, foot - top - FOOT))
        self._stand(("add_webhook", "add_osc", "remove"), foot + GAP)
        self._stand_right(("close_it",), foot + GAP)
        self._stand_right(("trial_it", "copy"), self._pad)
        self.update()

    @property
    def _columns(self) -> tuple[int, int]:
        """Where the rows begin, and where what was sent does."""
        pad = self._pad
        listed = 206 if self.theme.metrics.small else 270
        return 2 * pad + listed, round(self.width() * 0.69)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """A click in the list looks at another one."""
        left, _ = self._columns
        number = int((event.position().y() - self.fields.y()) // self._tall)
        every = keys(self.stands.wires)
        if event.position().x() < left - self._pad and 0 <= number < len(every):
            self.choose(every[number])

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        with painting(self) as painter:
            self._head(painter, self.words.heading, self.words.hint, self.buttons["copy"].x())
            for number, key in enumerate(keys(self.stands.wires)):
                self._one(painter, self.fields.y() + number * self._tall, key)
            self._sent(painter)
            self._foot(painter)

    def _one(self, painter: QtGui.QPainter, top: int, key: str) -> None:
        """One in the list: its name, what it is, and whether it is at work."""
        theme, colours, pad, tall = self.theme, self.theme.colours, self._pad, self._tall
        left, wide = pad, self._columns[0] - 2 * pad
        if top + tall > self.buttons["remove"].y():
            return
        if key == self.at:
            painter.fillRect(left, top, wide, tall, colours.raised)
            painter.fillRect(left, top, 3, tall, colours.live)
        painter.fillRect(left, top + tall - 1, wide, 1, colours.line)
        works, about = self._about(key)
        box = QtCore.QRectF(left + 12, top + (tall - 14) / 2, 14, 14)
        ink = colours.ok if works else colours.quiet
        icons.paint(painter, Icon.GOOD if works else Icon.OFF, box, ink)
        called = name(key, self.stands.wires, self.words)
        for number, (text, role, colour) in enumerate(
            ((called, Role.ROW_BOLD, colours.text), (about, Role.CAPTION, colours.sec))
        ):
            y = lettering.middle(
                theme.font(role), top + 4 + number * (tall - 8) / 2, (tall - 8) / 2
            )
            run = Run(lettering.cut(text, theme.font(role), wide - 44), role, colour)
            write(painter, theme, QtCore.QPointF(left + 36, y), (run,))

    def _about(self, key: str) -> tuple[bool, str]:
        """Whether it is at work, and what it is."""
        stands, said = self.stands, self.words
        if key == COMPANION:
            count = counted(said.connected, said.language, {"count": stands.decks})
            return bool(stands.companion), count if stands.decks else said.list_about[COMPANION]
        if key == OSC:
            return bool(stands.osc), stands.osc or said.list_about[OSC]
        wire = stands.wires.outputs[int(key)]
        if wire.kind == "webhook":
            return wire.on, said.list_about["webhook"]
        where = f"{wire.host}:{wire.port}" if wire.host else "–"
        return wire.on, said.list_about["target"].format(where=where)

    def _sent(self, painter: QtGui.QPainter) -> None:
        """What was sent lately, the last first."""
        theme, colours, tall = self.theme, self.theme.colours, self._tall
        left, top = self._columns[1], self.fields.y()
        room = self.width() - left - self._pad
        y = lettering.middle(theme.font(Role.CAPTION_BOLD), top, 22)
        parts = [Run(self.words.sent, Role.CAPTION_BOLD, colours.quiet)]
        if self.stands.dropped:
            facts = {"count": self.stands.dropped}
            dropped = counted(self.words.dropped, self.words.language, facts)
            parts.append(Run(dropped, Role.CAPTION, colours.act, 10))
        write(painter, theme, QtCore.QPointF(left, y), parts, room)
        if not self.stands.log:
            y = lettering.middle(theme.font(Role.ROW), top + 26, 24)
            none = Run(self.words.sent_none, Role.ROW, colours.quiet)
            write(painter, theme, QtCore.QPointF(left, y), (none,), room)
        for number, went in enumerate(reversed(self.stands.log)):
            at = top + 26 + number * tall
            if at + tall > self.fields.y() + self.fields.height():
                return
            self._went(painter, left, at, went, room)

    def _went(self, painter: QtGui.QPainter, left: int, top: int, went: Went, room: int) -> None:
        theme, colours, half = self.theme, self.theme.colours, (self._tall - 8) / 2
        ink = colours.act if went.failed else colours.ok
        icon = Icon.WARNING if went.failed else Icon.GOOD
        icons.paint(painter, icon, QtCore.QRectF(left, top + (half - 13) / 2 + 4, 13, 13), ink)
        first = (
            Run(went.hour, Role.ROW_TIME, colours.sec),
            Run(went.name, Role.ROW_BOLD, colours.text, 10),
            Run(went.what, Role.ROW, colours.sec, 10),
        )
        y = lettering.middle(theme.font(Role.ROW), top + 4, half)
        write(painter, theme, QtCore.QPointF(left + 22, y), first, room - 22)
        said = typeset(went.said) if self.words.language == "fr" else went.said
        y = lettering.middle(theme.font(Role.CAPTION), top + 4 + half, half)
        second = Run(said, Role.CAPTION, colours.act if went.failed else colours.quiet)
        write(painter, theme, QtCore.QPointF(left + 22, y), (second,), room - 22)

    def _foot(self, painter: QtGui.QPainter) -> None:
        """Below the rows: why something was not taken, else how what is chosen is used."""
        theme, colours = self.theme, self.theme.colours
        here = self.fields.geometry()
        said = self._why or self._help()
        ink = colours.amber if self._why else colours.quiet
        if self.words.language == "fr":
            said = typeset(said)
        font, room = theme.font(Role.CAPTION), self.width() - here.x() - self._pad
        for number, line in enumerate(lettering.broken(said, font, room, 2)):
            y = lettering.middle(font, here.bottom() + 4 + number * 20, 20)
            write(painter, theme, QtCore.QPointF(here.x(), y), (Run(line, Role.CAPTION, ink),))

    def _help(self) -> str:
        """How a door is used, or what a template can name while one is typed."""
        if not self._is_output:
            return self.words.about[self.at]
        if self.line.isVisible() and self._row in ("url", "body", "address", "arguments"):
            names = " ".join(f"{{{each}}}" for each in self.stands.fields)
            return self.words.fields.format(fields=names)
        return ""
