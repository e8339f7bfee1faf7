"""The sheet of the outputs, over the rundown: which there are, what the chosen one shows, and how.

It is no dialog: the show runs on beside it, and what is changed is so at once. Its rows have the
keyboard, and whenever it is opened the first, which changes nothing, is chosen; the last of them
walks through moments of the day for the preview.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.ui import lettering
from runofshow.ui.lettering import Run, write
from runofshow.ui.moments import Moment
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.field import Row
from runofshow.ui.operator.line import Line
from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.output_fields import OutputFields
from runofshow.ui.operator.output_list import OutputList
from runofshow.ui.operator.output_preview import OutputPreview, Shown
from runofshow.ui.operator.output_rows import Wish, rows, step
from runofshow.ui.operator.readability import SIGHT, inches
from runofshow.ui.outlet import Outlet, look_of, palette_named
from runofshow.ui.painting import painting
from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.layouts import seen
from runofshow.ui.speaker.legibility import told
from runofshow.ui.speaker.sight import Sight
from runofshow.ui.texts import Words
from runofshow.ui.texts import words as all_words
from runofshow.ui.texts.looks import look_words
from runofshow.ui.texts.outputs import sheet_words
from runofshow.ui.theme import Role, Theme

SURE: Final = 4000
"""Milliseconds within which a second press removes an output; the keys are told so long."""
FIELDS: Final = 268
"""What the rows need at least, in pixels; the preview yields."""
NAME: Final = 40
"""The most letters of a name."""


class OutputsSheet(QtWidgets.QWidget):
    """All outputs, and the chosen one at work.

    Attributes: list, fields, preview, line (the name while it is typed), at (the chosen one's key).
    Signals: asked(Wish), identify_asked(), closed().
    """

    asked = QtCore.Signal(object)
    identify_asked = QtCore.Signal()
    closed = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, sheet_words(words.language)
        self.at = ""
        self._outlets: tuple[Outlet, ...] = ()
        self._screens: tuple[StageChoice, ...] = ()
        self._palette = ""
        self._faces: dict[str, Face] = {}
        self._moments: tuple[tuple[Moment, Board], ...] = ()
        self._moment = 0
        self._board: Board | None = None
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.list = OutputList(theme, words.language, self)
        self.fields = OutputFields(theme, self)
        self.preview = OutputPreview(theme, self)
        self.line = Line(self)  # no child of the rows: these would have its Enter too
        self.buttons = {name: Button(theme, self) for name in _BUTTONS}
        self._sure, self._telling = QtCore.QTimer(self), QtCore.QTimer(self)
        self._connect()
        self.hide()
        self.speak(words)

    def _connect(self) -> None:
        self.line.hide()
        self.line.setMaxLength(NAME)
        self.line.returnPressed.connect(self._named)
        self.line.left.connect(self._leave_line)
        self.setFocusProxy(self.fields)
        for timer in (self._sure, self._telling):
            timer.setSingleShot(True)
            timer.setInterval(SURE)
        self._telling.timeout.connect(self.update)
        self._sure.timeout.connect(self._name_buttons)
        self.list.picked.connect(self.choose)
        self.fields.stepped.connect(self._step)
        self.fields.named.connect(self._write_name)
        self.fields.withheld.connect(self._tell_keys)
        self.fields.other.connect(self._other)
        self.fields.added.connect(self._add)
        self.fields.removed.connect(self._remove)
        self.fields.left.connect(self.closed)
        for name, act in (
            ("add", self._add),
            ("remove", self._remove),
            ("identify", self.identify_asked.emit),
            ("pattern", lambda: self._show_all("test")),
            ("thaw", lambda: self._show_all("live")),
            ("close_it", self.closed.emit),
        ):
            self.buttons[name].clicked.connect(act)

    # --- values in -----------------------------------------------------------------------------

    def put(self, outlets: Sequence[Outlet], screens: Sequence[StageChoice], palette: str) -> None:
        """Show these outputs and offer these screens; `palette` is that of all stages."""
        known = {each.key for each in self._outlets}
        fresh = [each.key for each in outlets if each.key not in known]
        self._outlets, self._screens, self._palette = tuple(outlets), tuple(screens), palette
        if known and fresh:
            self.at = fresh[0]  # it was just added
        elif self.at not in {each.key for each in outlets}:
            self.at = outlets[0].key if outlets else ""
        self._refresh()

    def show_face(self, key: str, face: Face) -> None:
        """An output shows that now."""
        self._faces[key] = face
        self.list.show_faces({key: face})
        if key == self.at and not self._moment:
            self._look()

    def present(self, board: Board) -> None:
        """What a closed output would show."""
        self._board = board
        chosen = self._chosen
        if chosen is not None and chosen.key not in self._faces and not self._moment:
            self._look()

    def bring(self, moments: Sequence[tuple[Moment, Board]]) -> None:
        """The moments of the day to walk through."""
        self._moments = tuple(moments)
        self._moment = min(self._moment, len(self._moments))
        self._refresh()

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words = sheet_words(words.language)
        self.list.language = words.language
        self.line.setAccessibleName(self.words.rows["name"])
        self._name_buttons()
        self._refresh()

    def _name_buttons(self) -> None:
        said = self.words
        for name, button in self.buttons.items():
            button.setText(getattr(said, name))
            button.setToolTip(getattr(said, f"{name}_tip", ""))
        self._place()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.list.use(theme)
        self.fields.use(theme)
        self.preview.use(theme)
        for button in self.buttons.values():
            button.use(theme)
        self._place()

    def begin(self) -> None:
        """Nothing is chosen that a key could change."""
        self.fields.choose(0)

    # --- choosing ------------------------------------------------------------------------------

    @property
    def _chosen(self) -> Outlet | None:
        return next((each for each in self._outlets if each.key == self.at), None)

    def choose(self, key: str) -> None:
        """Look at the output of that key."""
        self._leave_line()
        self.at = key
        self._sure.stop()
        self._name_buttons()
        self._refresh()
        self.fields.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _other(self, by: int) -> None:
        keys = [each.key for each in self._outlets]
        if self.at in keys:
            self.choose(keys[max(0, min(keys.index(self.at) + by, len(keys) - 1))])

    def _step(self, name: str, by: int) -> None:
        if name == "moment":
            self._moment = (self._moment + by) % (len(self._moments) + 1)
            self._refresh()
        elif (chosen := self._chosen) is not None:
            wish = step(name, by, chosen, self._screens)
            if wish is not None:
                self.asked.emit(wish)

    def _tell_keys(self) -> None:
        """A key alone changes nothing: for a moment the line of the keys is bright."""
        self._telling.start()
        self.update()

    def _add(self) -> None:
        self.asked.emit(Wish("", "add"))

    def _remove(self) -> None:
        """The second press counts; the stage is never removed."""
        if self.at == self._outlets[0].key:
            return
        if self._sure.isActive():
            self._sure.stop()
            self.asked.emit(Wish(self.at, "remove"))
            self._name_buttons()
            return
        self._sure.start()
        self.buttons["remove"].setText(self.words.remove_sure)
        self._place()

    def _show_all(self, what: str) -> None:
        for each in self._outlets:
            if each.up:
                self.asked.emit(Wish(each.key, "show", what))

    # --- the name ------------------------------------------------------------------------------

    def _write_name(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        names = [row.name for row in self.fields.rows]
        self.fields.choose(names.index("name"))
        place = self.fields.place("name").translated(self.fields.pos())
        self.line.setGeometry(place.adjusted(8, 1, -4, -1))
        self.line.setFont(self.theme.font(Role.ROW))
        self.line.setText(chosen.name(self.words.language))
        self.line.selectAll()
        self.line.show()
        self.line.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _named(self) -> None:
        name = " ".join(self.line.text().split())
        chosen = self._chosen
        if chosen is not None and name != chosen.name(self.words.language):
            self.asked.emit(Wish(chosen.key, "change", {"name": name}))
        self._leave_line()

    def _leave_line(self) -> None:
        if self.line.isVisible():
            self.line.hide()
            self.fields.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    # --- showing -------------------------------------------------------------------------------

    def _refresh(self) -> None:
        """Show everything anew."""
        chosen = self._chosen
        self.list.put(self._outlets, self.at)
        for each in self._outlets:
            picture = self.list.pictures[each.key]
            picture.dress(look_of(each.output))
            picture.wear(palette_named(each.output, self._palette))
        self.list.show_faces(self._all_faces())
        if chosen is None:
            return
        said = self.words
        moment = Row("moment", said.rows["moment"], self._moment_said(), ruled=True)
        listed = rows(chosen, len(self._outlets), self._screens, said.language)
        self.fields.put((*listed, moment))
        first = self._outlets[0].key
        self.buttons["remove"].setEnabled(self.at != first)
        self._look()

    def _moment_said(self) -> str:
        return (
            self.words.moments[self._moments[self._moment - 1][0]]
            if self._moment
            else (self.words.live)
        )

    def _all_faces(self) -> Mapping[str, Face]:
        return {each.key: face for each in self._outlets if (face := self._face(each)) is not None}

    def _face(self, outlet: Outlet) -> Face | None:
        """What an output shows; a closed one would."""
        if outlet.key in self._faces and outlet.up:
            return self._faces[outlet.key]
        return None if self._board is None else self._seen(outlet, self._board)

    def _seen(self, outlet: Outlet, board: Board) -> Face:
        language = outlet.output.language or self.words.language
        return seen(board, all_words(language).stage, look_of(outlet.output))

    def _look(self) -> None:
        """Show the chosen one in the preview."""
        chosen = self._chosen
        if chosen is None:
            return
        if self._moment:
            face: Face | None = self._seen(chosen, self._moments[self._moment - 1][1])
        else:
            face = self._face(chosen)
        if face is None:
            return
        output = chosen.output
        wide, high = chosen.pixels
        across = output.inches or chosen.told or float(inches(SIGHT))
        sight = Sight.of(across, output.metres, wide / max(1, high))
        look = look_of(output)
        about = look_words(self.words.language).told[look.layout]
        read = told(look, sight, all_words(self.words.language).stage)
        name, moment = chosen.name(self.words.language), self._moment_said()
        caption = f"{name}  ·  {moment}  ·  {wide} × {high}"
        palette = palette_named(output, self._palette)
        self.preview.put(Shown(face, look, palette, chosen.pixels, caption, about, read))

    # --- places --------------------------------------------------------------------------------

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        """Give everything its place for the size that the sheet has."""
        small = self.theme.metrics.small
        pad, tall, gap = 14 if small else 24, self.theme.metrics.button, 8
        wide, high = self.width(), self.height()
        top, foot = pad + tall + gap, high - pad - tall - gap
        listed = 206 if small else 270
        room = wide - 2 * pad - listed - 2 * (pad - 2)
        shown = max(0, min(round(wide * (0.37 if small else 0.42)), room - FIELDS))
        fields = room - shown
        self.list.setGeometry(pad, top, listed, max(0, foot - top))
        self.fields.setGeometry(pad + listed + pad - 2, top, fields, max(0, foot - top))
        left = wide - pad - shown
        self.preview.setGeometry(left, top, shown, max(0, foot - top))
        x = pad
        for name in ("add", "remove"):
            button = self.buttons[name]
            button.setGeometry(x, foot + gap, button.wide(), tall)
            x += button.wide() + gap
        x = wide - pad
        for name in ("close_it",):
            button = self.buttons[name]
            button.setGeometry(x - button.wide(), foot + gap, button.wide(), tall)
        for name in ("thaw", "pattern", "identify"):
            button = self.buttons[name]
            button.setGeometry(x - button.wide(), pad, button.wide(), tall)
            x -= button.wide() + gap
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours = self.theme, self.theme.colours
        pad, tall = self.list.x(), self.theme.metrics.button
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            y = lettering.middle(theme.font(Role.CALM), self.buttons["identify"].y(), tall)
            title = Run(self.words.heading, Role.CALM, colours.text)
            write(painter, theme, QtCore.QPointF(pad, y), (title,))
            foot = self.buttons["close_it"].geometry()
            left = self.fields.x()
            y = lettering.middle(theme.font(Role.CAPTION), foot.y(), foot.height())
            ink = colours.amber if self._telling.isActive() else colours.quiet
            hint = Run(self.words.hint, Role.CAPTION, ink)
            write(painter, theme, QtCore.QPointF(left, y), (hint,), foot.x() - left - pad)


_BUTTONS: Final = ("add", "remove", "identify", "pattern", "thaw", "close_it")
