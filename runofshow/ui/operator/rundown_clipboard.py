"""Rows of the rundown through the clipboard: copied, cut and pasted, from and to spreadsheets too.

- What is copied is whole for this program, and a table with names of columns for all others.
- What is cut stays, faintly, until it is pasted: then it moves, as one step of undo, hours of a
  promise and all. Escape leaves it where it is. Nothing is lost on the way.
- A text of others is read as any programme is, apart, and becomes items that keep their lengths
  and follow the chosen row; what is no programme is taken line by line.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, cast

from PySide6 import QtCore, QtGui

from runofshow.core.board import Board, board
from runofshow.core.errors import Unreadable
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from runofshow.core.times import Civil, instant
from runofshow.ui.operator import rundown_new as new
from runofshow.ui.operator.rundown_lines import items_of_lines
from runofshow.ui.operator.rundown_new import Json

if TYPE_CHECKING:
    from runofshow.formats.draft import Draft
    from runofshow.ui.reading import FileReader

SLOTS: Final = "application/x-runofshow-slots+json"
"""What the rows are called in the clipboard, for this program."""


class Clipboard(QtCore.QObject):
    """What is copied and cut in the rundown.

    Attribute: cut, the slots that a paste moves. Signals: `read(items)` when a text has become
    items; `unread(text)` when it holds none.
    """

    read = QtCore.Signal(object)
    unread = QtCore.Signal()

    def __init__(self, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self.cut: frozenset[str] = frozenset()
        self._reader: FileReader | None = None
        self._text = ""
        self._mine = b""
        app = QtCore.QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(leave_plain)

    def copy(self, day: Board, chosen: Sequence[int], language: str) -> None:
        """Put these rows into the clipboard."""
        self._put(day, chosen, language)
        self.cut = frozenset()

    def take(self, day: Board, chosen: Sequence[int], language: str) -> None:
        """Put these rows into the clipboard, to be moved by the next paste."""
        self._put(day, chosen, language)
        self.cut = frozenset(day.slots[each].id for each in chosen)

    def _put(self, day: Board, chosen: Sequence[int], language: str) -> None:
        data = QtCore.QMimeData()
        items = [new.copy_of(day.slots, each) for each in chosen]
        self._mine = json.dumps(items).encode()
        data.setData(SLOTS, self._mine)
        data.setText(_table(day, chosen, language))
        QtGui.QGuiApplication.clipboard().setMimeData(data)

    def drop(self) -> bool:
        """What is cut stays where it is; whether anything was."""
        had, self.cut = bool(self.cut), frozenset()
        return had

    def moves(self, day: Board) -> list[int]:
        """The rows that a paste would move: those cut, unless something else was copied since."""
        if bytes(_held().data(SLOTS).data()) != self._mine:
            return []
        return sorted(at for slot in self.cut if (at := day.slots.at(slot)) is not None)

    def items(self) -> list[Json]:
        """The items that this program put there, here or in another window of it."""
        if not _held().hasFormat(SLOTS):
            return []
        try:
            found = json.loads(bytes(_held().data(SLOTS).data()))
            Plan.model_validate({"date": _today(), "slots": found})
        except ValueError:
            return []
        return list(found)

    @property
    def holds_text(self) -> bool:
        """Whether there is a text."""
        return bool(_held().text().strip())

    def start(self) -> None:
        """Read the text that is there; `read` or `unread` comes of it."""
        from runofshow.formats.draft import Asked
        from runofshow.ui.reading import FileReader

        if self._reader is None:
            self._reader = FileReader(self)
            self._reader.read.connect(self._take)
            self._reader.failed.connect(lambda _: self._by_lines())
        self._text = _held().text()
        name = "lines.tsv" if "\t" in self._text else "lines.txt"
        self._reader.start(self._text.encode(), Asked(name, _today()))

    def stop(self) -> None:
        """Give up the text that is being read."""
        if self._reader is not None:
            self._reader.cancel()

    def _take(self, draft: "Draft") -> None:
        from runofshow.formats.choosing import chosen
        from runofshow.formats.settling import settled

        today = _today()
        try:
            plan = settled(chosen(draft, None, None, near=today).draft, today).plan
            items = items_of_plan(plan)
        except Unreadable:
            self._by_lines()
            return
        self.read.emit(items)

    def _by_lines(self) -> None:
        items = items_of_lines(self._text)
        if items:
            self.read.emit(items)
        else:
            self.unread.emit()


def leave_plain() -> None:
    """Leave our rows in the clipboard as a text only.

    Python's own data there outlives Python when the program ends, and Qt then falls over it
    (PySide6 6.11.3 on Linux).
    """
    held = _held()
    if held.hasFormat(SLOTS):
        QtGui.QGuiApplication.clipboard().setText(held.text())


def _held() -> QtCore.QMimeData:
    """What was copied; empty where nothing ever was, or the platform no longer tells."""
    held = cast("QtCore.QMimeData | None", QtGui.QGuiApplication.clipboard().mimeData())
    return QtCore.QMimeData() if held is None else held


def _today() -> date:
    return datetime.now().astimezone().date()


def items_of_plan(plan: Plan) -> list[Json]:
    """The items of a programme that was read: they keep their lengths, and follow one another."""
    rows = board(Show.of(plan), instant(plan.date, Civil(0), plan.zone)).slots
    return [new.copy_of(rows, at) for at, row in enumerate(rows) if not row.level]


def _table(day: Board, chosen: Sequence[int], language: str) -> str:
    """The rows, and all that they hold, as a spreadsheet takes them."""
    from runofshow.formats import plan_tsv
    from runofshow.formats.plan_rows import Row
    from runofshow.ui.operator.rundown_places import after_all

    plan = Plan(date=day.date, timezone=day.zone.key, departments=day.departments, slots=())
    inside = (range(each, after_all(day.slots, each)) for each in chosen)
    rows = [day.slots[at] for span in inside for at in span]
    lines = [Row(row.slot, row.cue, start=row.planned_start, end=row.planned_end) for row in rows]
    return plan_tsv.write(plan, lines, language)
