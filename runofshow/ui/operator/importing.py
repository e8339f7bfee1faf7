"""Files of others in the régie's window: read apart, looked at, and taken or left.

- The sheet is made when the first file comes, and with it all that knows of readers.
- Nothing is changed by reading: what is taken goes out as a plan.
- A correction of the columns of a table is remembered for the next one of that shape.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.ui.operator.overlay import Overlay
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.core.commands import Command
    from runofshow.core.errors import Unreadable
    from runofshow.formats.draft import Draft
    from runofshow.formats.proof import Proof
    from runofshow.ui.operator.draft_sheet import DraftSheet
    from runofshow.ui.reading import FileReader


class Importing(Overlay["DraftSheet"]):
    """Keeps the sheet for files.

    Signals: shown(Path, doubts) when a file is, with how many doubts are open; taken(Path, Plan)
    when the rundown is; learned(signature, columns) when the columns of a table were corrected.
    """

    shown = QtCore.Signal(object, int)
    taken = QtCore.Signal(object, object)
    learned = QtCore.Signal(str, object)

    def __init__(self, theme: Theme, words: Words, home: QtWidgets.QWidget) -> None:
        super().__init__(theme, words, home)
        self._file, self._data = Path(), b""
        self._proof: Proof | None = None
        self._known: Mapping[str, Mapping[int, str]] = {}
        self._columns: dict[int, str] | None = None
        self._revises = False
        self._left: tuple[Path, bytes, Proof] | None = None
        """What was looked at last, and left: opened again, its answers are still there."""
        self._former: Proof | None = None
        """What was taken last: what was answered then is not asked again of a revised file."""

    @property
    def proof(self) -> "Proof | None":
        """What is looked at."""
        return self._proof

    # --- values in -----------------------------------------------------------------------------

    def remember(self, known: Mapping[str, Mapping[int, str]]) -> None:
        """Take the columns of tables seen before, by their signature."""
        self._known = known

    # --- the sheet -----------------------------------------------------------------------------

    def prepare(self) -> None:
        """Have what reads ready: a file seems to come. Returns at once."""
        from runofshow import reading

        reading.prepare()

    def start(self, file: Path, data: bytes, *, revises: bool = False) -> None:
        """Read a file and show it; one that was looked at is left.

        One that revises the day has the answers that the former one had.
        """
        self._revises = self.sheet.revises = revises
        self._file, self._data, self._proof, self._columns = file, data, None, None
        left = self._left
        self.sheet.read(file.name)
        self.lay()
        if left is not None and left[:2] == (file, data):
            self.reader.cancel()
            self._show(left[2])
        else:
            self.reader.start(data, self._asked())

    def paste(self) -> None:
        """Read what was copied elsewhere: a text, or cells of a spreadsheet or a web page."""
        from runofshow.ui.texts.importing import importing_words

        held = cast("QtCore.QMimeData | None", QtGui.QGuiApplication.clipboard().mimeData())
        if held is None:  # nothing was ever copied
            return
        name = importing_words(self.words.language).pasted
        if held.hasHtml() and "<table" in held.html().lower():
            self.start(Path(f"{name}.html"), held.html().encode())
        elif held.text().strip():
            self.start(Path(f"{name}.txt"), held.text().encode())

    def give_up(self) -> None:
        """Read no further; what was answered is kept for when the file is opened again."""
        from runofshow import reading

        self.reader.cancel()
        reading.dismiss()
        if self._proof is not None:
            self._left = (self._file, self._data, self._proof)
        self._proof, self._data = None, b""

    def make(self) -> "DraftSheet":
        from runofshow.ui.operator.draft_sheet import DraftSheet

        sheet = DraftSheet(self.theme, self.words, self.home)
        sheet.answered.connect(self._answer)
        sheet.corrected.connect(self._correct)
        sheet.rewritten.connect(self._rewrite)
        sheet.dropped.connect(self._drop)
        sheet.back.connect(self._back)
        sheet.taken.connect(self._take)
        sheet.day_chosen.connect(lambda day: self._choose(date.fromisoformat(day), None))
        sheet.room_chosen.connect(self._choose_room)
        sheet.column_chosen.connect(self._choose_column)
        return sheet

    @cached_property
    def reader(self) -> "FileReader":
        """What reads."""
        from runofshow.ui.reading import FileReader

        reader = FileReader(self)
        reader.progressed.connect(lambda done, total: self.sheet.read(self._file.name, done, total))
        reader.read.connect(self._read)
        reader.failed.connect(self._failed)
        return reader

    def _asked(self) -> Any:
        from runofshow.formats.draft import Asked

        return Asked(self._file.name, _today(), self._columns)

    # --- reading -------------------------------------------------------------------------------

    def _read(self, draft: "Draft") -> None:
        known = self._known.get(_signature(draft))
        if known is not None and self._columns is None and dict(draft.columns or {}) != known:
            self._columns = dict(known)
            self.reader.start(self._data, self._asked())
            return
        self._settle(draft, None, None)
        if draft.columns is not None:
            self.prepare()  # a column may be taken for something else

    def _failed(self, trouble: "Unreadable") -> None:
        self._proof = None
        self.sheet.fail(self._file.name, trouble.text(self.words.language))

    def _settle(self, draft: "Draft", day: date | None, room: str | None) -> None:
        from runofshow import machine
        from runofshow.core.errors import Unreadable
        from runofshow.formats.proof import carried, proof
        from runofshow.unforeseen import unforeseen

        try:
            with unforeseen(self._file.name):
                made = proof(draft, _today(), machine.zone(), day, room)
        except Unreadable as trouble:
            self._failed(trouble)
            return
        if self._revises and self._former is not None:
            made = carried(self._former, made)
        self._show(made)

    def _show(self, made: "Proof") -> None:
        from runofshow.formats.topics import waiting

        self._proof = made
        self.sheet.put(made, self._file.name)
        self.shown.emit(self._file, len(waiting(made)))

    def _choose(self, day: date | None, room: str | None) -> None:
        if self._proof is not None:
            self._settle(self._proof.draft, day, room)

    def _choose_room(self, room: str) -> None:
        if self._proof is not None:
            self._settle(self._proof.draft, self._proof.chosen.day, room)

    def _choose_column(self, column: int, field: str) -> None:
        """Read the file again with a column taken for something else."""
        if self._proof is None:
            return
        draft = self._proof.draft
        self._columns = {**(draft.columns or {}), column: field}
        self.learned.emit(_signature(draft), dict(self._columns))
        self.reader.start(self._data, self._asked())

    # --- answers -------------------------------------------------------------------------------

    def _answer(self, choices: Mapping[int, tuple[int, ...]]) -> None:
        from runofshow.core.errors import Refused
        from runofshow.formats.proof import answered_together

        if self._proof is None:
            return
        try:
            self._show(answered_together(self._proof, choices))
        except Refused as trouble:
            self.sheet.refuse(trouble.text(self.words.language))

    def _correct(self, number: int, text: str) -> None:
        """Write anew what a doubt is about; that answers it."""
        from runofshow.formats.proof import answered
        from runofshow.ui.operator.correction import correction

        if self._proof is None:
            return
        before, doubt = self._proof, self._proof.doubts[number]
        made = self._written(text, lambda: correction(doubt, text))
        if made is not None:
            if number in made.left:
                made = answered(made, number)._replace(former=before)
            self._show(made)
            self.sheet.accepted()

    def _rewrite(self, slot: str, field: str, text: str) -> None:
        """Write a field of an item anew."""
        from runofshow.ui.operator.correction import rewritten

        made = self._written(text, lambda: rewritten(slot, field, text))
        if made is not None:
            self._show(made)
            self.sheet.accepted()

    def _drop(self, slot: str) -> None:
        """Leave an item out."""
        from runofshow.core.commands import Remove

        made = self._written("", lambda: Remove(slot=slot))
        if made is not None:
            self._show(made)

    def _written(self, text: str, make: "Callable[[], Command]") -> "Proof | None":
        """The proof with a command done; None, and said why, when it does not do."""
        from runofshow.core.errors import Refused
        from runofshow.core.times import Misread
        from runofshow.formats.proof import corrected

        if self._proof is None:
            return None
        try:
            return corrected(self._proof, make())
        except Refused as trouble:
            self.sheet.refuse(trouble.text(self.words.language))
        except Misread:
            self.sheet.refuse(self.sheet.words.misread.format(text=text))
        return None

    def _back(self) -> None:
        if self._proof is not None and self._proof.former is not None:
            self._show(self._proof.former)

    def _take(self) -> None:
        if self._proof is not None:
            file, plan, self._former = self._file, self._proof.plan, self._proof
            self.leave()
            self.taken.emit(file, plan)


def _today() -> date:
    return datetime.now().astimezone().date()


def _signature(draft: "Draft") -> str:
    """What tells that two tables have the same columns; "" for what is no table."""
    from runofshow.formats.columns import signature

    if draft.header is None or not draft.source.sheets:
        return ""
    rows = draft.source.sheets[0].rows
    labels = rows[draft.header] if draft.header < len(rows) else ()
    return signature([str(cell or "") for cell in labels])
