"""Editing in place: an editor in a row of the rundown, from opening to what it asks.

- An editor survives ticks, GOs and rows put in above; choosing another row accepts it.
- With several rows chosen, what can be the same for all (a length, a
  kind, a crew's cell) is given to all at once.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore

from runofshow.core import commands
from runofshow.core.board import Row
from runofshow.core.commands import Command
from runofshow.ui.operator.rundown_columns import has_column
from runofshow.ui.operator.rundown_hands import Hands
from runofshow.ui.operator.rundown_list import RundownList
from runofshow.ui.operator.rundown_reading import ALIKE, Cell, Crew, Field, Reading
from runofshow.ui.texts.rundown import RundownWords
from runofshow.ui.theme import Theme

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.ui.operator.rundown_editor import FieldEditor
    from runofshow.ui.operator.rundown_fields import Reader

Ask = Callable[[Command], bool]
"""Asks the show for a command; False when it was refused at once."""


class Editing(QtCore.QObject):
    """Keeps the one editor that may be open in `rows`.

    Attributes: line, the editor; locked, which says why nothing may be edited now.
    Signals: `told` (one line for the régie), `left` (it has closed).
    """

    told = QtCore.Signal(str)
    left = QtCore.Signal()

    def __init__(self, rows: RundownList, ask: Ask, theme: Theme, words: RundownWords) -> None:
        super().__init__(rows)
        self._rows, self._ask = rows, ask
        self._theme, self._words = theme, words
        self.line: FieldEditor | None = None
        self.locked: Callable[[], str] = str
        rows.laid.connect(self.place)

    def speak(self, words: RundownWords) -> None:
        """Say everything in the language of `words` from the next editor on."""
        self._words = words

    def use(self, theme: Theme) -> None:
        """Paint with `theme`, at once."""
        self._theme = theme
        if self.line is not None:
            self.line.use(theme)

    def refuse(self, sentence: str) -> None:
        """Say why what the editor asks is refused: it keeps its text."""
        if self.line is not None:
            self.line.refuse(sentence)

    # --- opening -------------------------------------------------------------------------------

    def edit(self, slot: str, field: Cell) -> None:
        """Open an editor on `field` of the row of `slot`; one that is open is accepted first."""
        row = self.row(slot)
        if row is None or (self.line is not None and not self.accept()):
            return
        if why := self.locked():
            self.told.emit(why)
            return
        if field not in cells(row, self._rows.departments):
            self.told.emit(self._words.session_length)
            return
        rows = self._rows
        if slot in rows.choice.slots:
            rows.choose(rows.choice._replace(cursor=slot))
        else:
            rows.select(slot)
        rows.bring(slot)
        self._open(row, field)

    def _open(self, row: Row, field: Cell) -> None:
        from runofshow.ui.operator.rundown_editor import FieldEditor

        reader = self._reader()
        reading = partial(self._reading, reader, row, field)
        editor = FieldEditor(self._rows.viewport(), row.id, field, reading, self._theme)
        editor.setToolTip(self._words.editor_keys)
        editor.accepted.connect(self.accept)
        editor.left.connect(self.leave)
        editor.passed.connect(self._pass)
        self.line = editor
        self.place()
        editor.open(reader.written(row, field))

    def _reader(self) -> "Reader":
        from runofshow.ui.operator.rundown_fields import Reader

        board = self._rows.board
        assert board is not None
        return Reader(board.date, board.zone, self._words, board.call_before)

    def _reading(self, reader: "Reader", row: Row, field: Cell, text: str) -> Reading:
        """What a text means, for how many rows, and of which field where that cannot be seen."""
        reading = reader.read(row, field, text)
        count = len(self._together(row.id, field)) if reading.change else 1
        said = reading.said
        if count > 1:
            said = self._words.for_several.format(said=said, count=count).lstrip(", ")
        if not has_column(self._rows.places, field, self._rows.departments):
            said = "\u00a0: ".join(part for part in (self._named(field), said) if part)
        return reading._replace(said=said)

    def _named(self, field: Cell) -> str:
        return field.name if isinstance(field, Crew) else field_names(self._words)[field]

    def row(self, slot: str) -> Row | None:
        """The row of `slot` as it is now."""
        board = self._rows.board
        index = None if board is None else board.slots.at(slot)
        return None if board is None or index is None else board.slots[index]

    def place(self) -> None:
        """Put the editor where its field is now."""
        if self.line is None:
            return
        area = self._rows.field_area(self.line.slot, self.line.field)
        if area is not None and area != self.line.geometry():
            self.line.place(area, self._rows.viewport().rect())

    # --- what it asks --------------------------------------------------------------------------

    def accept(self) -> bool:
        """Ask for what the editor says and close it; False when it stays open."""
        editor = self.line
        if editor is None:
            return True
        reading = editor.reading()
        if reading.refused:
            return False
        if reading.change is not None and not self._ask(self._asked(editor, reading)):
            return False
        self.leave()
        return True

    def _asked(self, editor: "FieldEditor", reading: Reading) -> Command:
        """One edit, or one for each row that is given the same."""
        assert reading.change is not None
        one = commands.Edit(slot=editor.slot, set=reading.change)
        together = self._together(editor.slot, editor.field)
        if len(together) < 2:
            return one
        read, text = self._reader().read, editor.text()
        changes = [(row, read(row, editor.field, text).change) for row in together]
        steps = [commands.Edit(slot=row.id, set=change) for row, change in changes if change]
        return commands.Batch(steps=tuple(steps)) if steps else one

    def _together(self, slot: str, field: Cell) -> list[Row]:
        """The rows that are given the same: all leaves chosen with this one that are not over."""
        rows = self._rows
        if not (isinstance(field, Crew) or field in ALIKE) or slot not in rows.choice.slots:
            return []
        leaves = self._hands().leaves(rows.block())
        length = field is Field.LENGTH
        return [row for row in leaves if row.status != "done" and not (length and row.elastic)]

    def _hands(self) -> Hands:
        board = self._rows.board
        assert board is not None
        return Hands(board.slots, self._words, board.date, board.zone)

    def leave(self) -> None:
        """Close the editor; the selection and the keys return to the list."""
        editor, self.line = self.line, None
        if editor is not None:
            focused = editor.hasFocus()
            editor.close_down()
            if focused:
                self._rows.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
            self.left.emit()

    def _pass(self, by: int) -> None:
        """Accept, then edit the next field of the same row."""
        editor = self.line
        row = self.row(editor.slot) if editor else None
        if editor is None or row is None or not self.accept():
            return
        known = cells(row, self._rows.departments)
        self.edit(row.id, known[(known.index(editor.field) + by) % len(known)])

    def close_orphan(self) -> None:
        """Close an editor whose row has gone, and say so."""
        if self.line is not None and self.row(self.line.slot) is None:
            self.leave()
            self.told.emit(self._words.gone)


def cells(row: Row, crew: Sequence[str]) -> tuple[Cell, ...]:
    """What can be edited of a row, in the order of Tab; `crew` are the crew's columns.

    A session has no length, no minimum, no speakers and no call of its own.
    """
    mine = [*Field] if row.leaf else [each for each in Field if each not in _OF_LEAVES]
    at = mine.index(Field.NOTE)
    return (*mine[:at], *map(Crew, crew), *mine[at:])


_OF_LEAVES: Final = (Field.LENGTH, Field.SPEAKERS, Field.MINIMUM, Field.CALL)


def field_names(words: RundownWords) -> Mapping[Field, str]:
    """What the fields are called."""
    return {
        Field.TITLE: words.title,
        Field.LENGTH: words.length,
        Field.START: words.start,
        Field.SPEAKERS: words.speakers,
        Field.NOTE: words.note,
        Field.CUE: words.cue,
        Field.KIND: words.kind,
        Field.MINIMUM: words.minimum,
        Field.PROMISE: words.promise,
        Field.CALL: words.call,
    }
