"""What can be done to the chosen rows of the rundown, as a menu with the keys that do it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, Protocol

from PySide6 import QtGui, QtWidgets

from runofshow.core import commands
from runofshow.core.board import Row
from runofshow.core.commands import State
from runofshow.core.panel import present
from runofshow.core.plan import Kind
from runofshow.ui.operator import key_names
from runofshow.ui.operator import rundown_places as places
from runofshow.ui.operator.menu_guard import OPENS, MenuGuard
from runofshow.ui.operator.rundown_editing import cells, field_names
from runofshow.ui.operator.rundown_hands import Hand
from runofshow.ui.operator.rundown_keys import NAMES
from runofshow.ui.operator.rundown_reading import ALIKE, Cell, Crew
from runofshow.ui.texts.rundown import RundownWords


class Folds(Protocol):
    """Whose sessions fold."""

    shut: frozenset[str]
    departments: tuple[str, ...]

    def toggle_fold(self, slot: str) -> None: ...
    def fold_all(self, *, shut: bool) -> None: ...


ROUNDS: Final = 6
"""Into how many rounds the menu divides a workshop at most; a script may ask for more."""


class Doer(Protocol):
    """Who does what is chosen in the menu."""

    def do(self, hand: Hand) -> None: ...
    def edit(self, slot: str, field: Cell) -> None: ...
    def ask(self, command: commands.Command) -> bool: ...
    @property
    def rows(self) -> Folds: ...


class RowMenu(QtWidgets.QMenu):
    """The menu of the chosen rows: `chosen` are their indices, `cursor` the row keys act from."""

    def __init__(
        self,
        rows: Sequence[Row],
        chosen: places.Block,
        words: RundownWords,
        doer: Doer,
        parent: QtWidgets.QWidget,
    ) -> None:
        super().__init__(parent)
        MenuGuard(self, words.language)
        self._words, self._doer = words, doer
        if len(chosen) == 1:
            self._of_one(rows[chosen[0]])
        else:
            self._of_several([rows[each] for each in chosen])

    def _of_one(self, row: Row) -> None:
        if not row.leaf:
            self._folds(row)
        words, open_ = self._words, places.movable(row) and row.status != "skipped"
        skip = words.restore if row.status == "skipped" else words.skip
        comes = row.status in ("next", "to_come")
        self._hand(words.run_now, Hand.RUN, row.leaf and comes)
        self.addSeparator()
        self._edits(row)
        self._lengths(row.leaf and not row.elastic and row.status != "done")
        self._inserts(open_ or row.status == "skipped")
        self._hand(words.swap_next, Hand.SWAP_NEXT, comes)
        self._moves(places.movable(row))
        sharing = sum(part is not None for part in row.parts)
        self._hand(words.split, Hand.SPLIT, comes and sharing > 1)
        if row.leaf and row.kind is Kind.WORKSHOP and comes:
            self._rounds(row)
        if row.leaf and row.speakers:
            self._people(row)
        self.addSeparator()
        may = row.status in ("next", "to_come", "skipped") or not row.leaf
        self._hand(skip, Hand.SKIP_OR_RESTORE, may)
        removable = may and row.printed_start is None
        self._hand(words.remove, Hand.REMOVE, removable)

    def _of_several(self, rows: Sequence[Row]) -> None:
        words = self._words
        title = self.addAction(words.chosen_many.format(count=len(rows)))
        title.setEnabled(False)
        self.addSeparator()
        may = any(places.movable(row) for row in rows)
        self._fields(words.edit_all, rows[0], [*ALIKE, *map(Crew, self._doer.rows.departments)])
        self._stretches(self.addMenu(words.length))
        self._inserts(open_=all(map(places.movable, rows)))
        self._moves(all(map(places.movable, rows)))
        if len(rows) == 2:
            self._hand(words.swap_two, Hand.SWAP_NEXT, all(map(places.movable, rows)))
        self.addSeparator()
        skipped = all(row.status == "skipped" for row in rows)
        skip = words.restore if skipped else words.skip
        self._hand(skip, Hand.SKIP_OR_RESTORE, may)
        removable = any(places.movable(row) and row.printed_start is None for row in rows)
        self._hand(words.remove, Hand.REMOVE, removable)

    # --- parts ---------------------------------------------------------------------------------

    def _hand(
        self, text: str, hand: Hand, enabled: bool = True, menu: QtWidgets.QMenu | None = None
    ) -> None:
        key = key_names.cap(NAMES[hand], self._words) if hand in NAMES else ""
        text = f"{text}\t{key}" if key else text
        self._entry(menu or self, text, partial(self._doer.do, hand)).setEnabled(enabled)

    def _entry(self, menu: QtWidgets.QMenu, text: str, does: Callable[[], object]) -> QtGui.QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _checked=False: does())
        return action

    def _edits(self, row: Row) -> None:
        self._fields(self._words.edit, row, cells(row, self._doer.rows.departments))

    def _fields(self, title: str, row: Row, fields: Sequence[Cell]) -> None:
        """A menu of fields, each of which opens an editor in `row`."""
        named, under = field_names(self._words), self.addMenu(title)
        for field in fields:
            name = field.name if isinstance(field, Crew) else named[field]
            action = under.addAction(name.replace("&", "&&"))
            action.triggered.connect(partial(self._edit, row.id, field))
            action.setProperty(OPENS, True)

    def _edit(self, slot: str, field: Cell, checked: bool = False) -> None:
        self._doer.edit(slot, field)

    def _lengths(self, enabled: bool) -> None:
        under = self.addMenu(self._words.length)
        under.setEnabled(enabled)
        self._stretches(under)

    def _stretches(self, menu: QtWidgets.QMenu) -> None:
        words = self._words
        for text, hand in (
            (words.longer, Hand.LONGER),
            (words.shorter, Hand.SHORTER),
            (words.much_longer, Hand.MUCH_LONGER),
            (words.much_shorter, Hand.MUCH_SHORTER),
        ):
            self._hand(text, hand, menu=menu)

    def _inserts(self, open_: bool) -> None:
        words = self._words
        self._hand(words.insert_before, Hand.INSERT_BEFORE, open_)
        self._hand(words.insert_after, Hand.INSERT_AFTER)
        self._hand(words.duplicate, Hand.DUPLICATE)
        self._hand(words.copy, Hand.COPY)
        self._hand(words.cut, Hand.CUT, open_)
        self._hand(words.paste, Hand.PASTE)

    def _rounds(self, row: Row) -> None:
        """Into how many rounds the workshop may be divided."""
        under = self.addMenu(self._words.divide)
        for count in range(2, ROUNDS + 1):
            divide = commands.Divide(slot=row.id, into=count)
            self._entry(under, self._words.rounds.format(count=count),
                        partial(self._doer.ask, divide))  # fmt: skip

    def _moves(self, open_: bool) -> None:
        self._hand(self._words.move_up, Hand.UP, open_)
        self._hand(self._words.move_down, Hand.DOWN, open_)

    def _folds(self, row: Row) -> None:
        """Fold the session or all, unfold them."""
        words, rows = self._words, self._doer.rows
        shut = row.id in rows.shut
        named = f"{words.unfold}\t→" if shut else f"{words.fold}\t←"
        shut_all, open_all = (key_names.cap(name, words) for name in ("rows_fold", "rows_unfold"))
        for text, does in (
            (named, partial(rows.toggle_fold, row.id)),
            (f"{words.fold_all}\t{shut_all}", partial(rows.fold_all, shut=True)),
            (f"{words.unfold_all}\t{open_all}", partial(rows.fold_all, shut=False)),
        ):
            self._entry(self, text, does).setProperty(OPENS, True)
        self.addSeparator()

    def _people(self, row: Row) -> None:
        """Each speaker of the row with a menu: expected, arrived, ready, absent."""
        from runofshow.ui.texts.panel import panel_words

        said = panel_words(self._words.language)
        under = self.addMenu(said.people)
        people = zip(row.speakers, present(row.speakers, row.known), strict=True)
        for number, (speaker, there) in enumerate(people, start=1):
            one = under.addMenu(speaker.name.replace("&", "&&"))
            for state, text in said.states.items():
                entry = one.addAction(text)
                entry.setCheckable(True)
                entry.setChecked(there.state == state)
                entry.triggered.connect(partial(self._book, row.id, number, state))

    def _book(self, slot: str, number: int, state: State, checked: bool = False) -> None:
        self._doer.ask(commands.Speaker(slot=slot, who=number, state=state))
