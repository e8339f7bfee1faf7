"""The sheet of the outputs, over the rundown: which there are, what the chosen one shows, and how.

It is no dialog: the show runs on beside it, and what is changed is so at once. Its rows have the
keyboard, and whenever it is opened the first, which changes nothing, is chosen; the last of them
walks through moments of the day for the preview.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import grid as grids
from runofshow.core.board import Board
from runofshow.ui import lettering
from runofshow.ui.lettering import write
from runofshow.ui.moments import Moment
from runofshow.ui.operator.field import Row
from runofshow.ui.operator.fields_sheet import GAP, TypedSheet
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
from runofshow.ui.texts.outputs import OutputSheetWords, sheet_words
from runofshow.ui.theme import Role, Theme

FIELDS: Final = 268
"""What the rows need at least, in pixels; the preview yields."""
NAME: Final = 40
"""The most letters of a name."""


class OutputsSheet(TypedSheet):
    """All outputs, and the chosen one at work.

    Attributes: list, fields, preview, line (the name while it is typed), at (the chosen one's key).
    Signals: asked(Wish), identify_asked(), closed().
    """

    fields: OutputFields
    words: OutputSheetWords

    identify_asked = QtCore.Signal()

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(theme, parent, _BUTTONS, NAME)
        self.words = sheet_words(words.language)
        self.at = ""
        self._outlets: tuple[Outlet, ...] = ()
        self._screens: tuple[StageChoice, ...] = ()
        self._palette = ""
        self._faces: dict[str, Face] = {}
        self._moments: tuple[tuple[Moment, Board], ...] = ()
        self._moment = 0
        self._board: Board | None = None
        self.list = OutputList(theme, words.language, self)
        self.fields = OutputFields(theme, self)
        self.preview = OutputPreview(theme, self)
        self._connect()
        self.speak(words)

    def _connect(self) -> None:
        self.connect_hands(
            {
                "add": self._add,
                "remove": self._remove,
                "identify": self.identify_asked.emit,
                "pattern": lambda: self._show_all("test"),
                "thaw": lambda: self._show_all("live"),
                "close_it": self.closed.emit,
            }
        )
        self.line.returnPressed.connect(self._named)
        self.list.picked.connect(self.choose)
        self.fields.stepped.connect(self._step)
        self.fields.named.connect(self._write_name)
        self.fields.other.connect(self._other)
        self.fields.added.connect(self._add)
        self.fields.removed.connect(self._remove)

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
        self._name_buttons()
        self._refresh()

    def use(self, theme: Theme) -> None:
        self.list.use(theme)
        self.preview.use(theme)
        super().use(theme)

    # --- choosing ------------------------------------------------------------------------------

    @property
    def _chosen(self) -> Outlet | None:
        return next((each for each in self._outlets if each.key == self.at), None)

    def choose(self, key: str) -> None:
        """Look at the output of that key."""
        self._leave_line()
        self.at = key
        self._settle()
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
            wish = step(name, by, chosen, self._screens, self._rooms())
            if wish is not None:
                self.asked.emit(wish)

    def _rooms(self) -> tuple[str, ...]:
        """The rooms of the workshops that matter, for a screen at a door."""
        slot = None if self._board is None else grids.foremost(self._board)
        if self._board is None or slot is None:
            return ()
        return grids.grid(self._board, slot).rooms

    def _add(self) -> None:
        self.asked.emit(Wish("", "add"))

    def _remove(self) -> None:
        """The second press counts; the stage is never removed."""
        if self.at != self._outlets[0].key and self._certain("remove"):
            self.asked.emit(Wish(self.at, "remove"))

    def _show_all(self, what: str) -> None:
        for each in self._outlets:
            if each.up:
                self.asked.emit(Wish(each.key, "show", what))

    # --- the name ------------------------------------------------------------------------------

    def _write_name(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self._write_row("name", chosen.name(self.words.language), self.words.rows["name"])

    def _named(self) -> None:
        name = " ".join(self.line.text().split())
        chosen = self._chosen
        if chosen is not None and name != chosen.name(self.words.language):
            self.asked.emit(Wish(chosen.key, "change", {"name": name}))
        self._leave_line()

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

    def _place(self) -> None:
        small, pad, wide = self.theme.metrics.small, self._pad, self.width()
        top, foot = self._floor
        listed, high = 206 if small else 270, max(0, foot - top)
        room = wide - 2 * pad - listed - 2 * (pad - 2)
        shown = max(0, min(round(wide * (0.37 if small else 0.42)), room - FIELDS))
        self.list.setGeometry(pad, top, listed, high)
        self.fields.setGeometry(pad + listed + pad - 2, top, room - shown, high)
        self.preview.setGeometry(wide - pad - shown, top, shown, high)
        self._stand(("add", "remove"), foot + GAP)
        self._stand_right(("close_it",), foot + GAP)
        self._stand_right(("thaw", "pattern", "identify"), pad)
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        with painting(self) as painter:
            self._head(painter, self.words.heading)
            foot, left = self.buttons["close_it"].geometry(), self.fields.x()
            y = lettering.middle(self.theme.font(Role.CAPTION), foot.y(), foot.height())
            keys, room = self._keys(self.words.hint), foot.x() - left - self._pad
            write(painter, self.theme, QtCore.QPointF(left, y), (keys,), room)


_BUTTONS: Final = ("add", "remove", "identify", "pattern", "thaw", "close_it")
