"""The page of workshops: an open forum's agenda, typed as the room calls it out."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import restitution
from runofshow.core.board import Board
from runofshow.core.commands import Command, Divide
from runofshow.core.plan import Kind
from runofshow.core.plurals import counted
from runofshow.core.sentences import Sentence
from runofshow.core.times import MINUTE
from runofshow.ui import icons
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, write_whole
from runofshow.ui.operator import grid_facts, key_names
from runofshow.ui.operator.button import Button
from runofshow.ui.operator.grid_facts import Sheet
from runofshow.ui.operator.grid_view import GridView
from runofshow.ui.operator.local_keys import Scope
from runofshow.ui.operator.menu_guard import MenuGuard
from runofshow.ui.operator.report_lines import Title
from runofshow.ui.operator.report_sheet import BAR, PageTitle
from runofshow.ui.operator.strokes import strokes
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.grid import GridWords, grid_words
from runofshow.ui.theme import Role, Theme

Foresee = Callable[[Sequence[Command]], Board | Sentence | None]
AGAIN: Final = 5
"""Seconds after which the hours are looked at again though nothing was done."""
CHANGE: Final = 5 * MINUTE
"""How long a change of rooms is where nobody has said it."""
ROUNDS: Final = range(2, 9)
"""Into how many rounds the menu divides."""


class GridPage(QtWidgets.QWidget):
    """Shows a grid of the day.

    Attributes: view; shown (the slot chosen, or None: the one that matters); board; note, what
    stands at the foot; foresee, who knows what commands would bring about. Signal: asked(command).
    """

    asked = QtCore.Signal(object)

    def __init__(self, theme: Theme, words: Words, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self.theme, self.words = theme, words
        self.board: Board | None = None
        self.shown: str | None = None
        self.foresee: Foresee = _unknown
        self.title = PageTitle(theme, self)
        self.view = GridView(theme, self._own, self)
        self.note = ""
        self.other = Button(theme, self)
        self.divide = Button(theme, self)
        self.report = Button(theme, self)
        self.paste = Button(theme, self)
        self.empty = Button(theme, self)
        self._seen: tuple[object, ...] = ()
        self._heard = ""
        self.setFocusProxy(self.view)
        self._connect()
        self.speak(words)

    @property
    def _own(self) -> GridWords:
        return grid_words(self.words.language)

    def _connect(self) -> None:
        self.view.asked.connect(self.asked)
        self.view.picked.connect(self._say)
        self.view.divides.connect(self.open_divide)
        self.view.others.connect(self.turn)
        self.other.clicked.connect(lambda: self.turn(1))
        self.divide.clicked.connect(self.open_divide)
        self.view.reports.connect(self.make_reporters)
        self.report.clicked.connect(self.make_reporters)
        self.paste.clicked.connect(self.view.paste)
        self.empty.clicked.connect(self.view.empty)

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show the grid of `board`, at once when something was done, else every few seconds."""
        self.board = board
        seen = (board.rev, int(board.now.timestamp()) // AGAIN)
        if self.isVisible() and seen != self._seen:
            self._seen = seen
            self._show()

    def showEvent(self, _event: QtGui.QShowEvent) -> None:
        self._show()

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self.view.sheet

    def _show(self) -> None:
        if self.board is None:
            return
        sheet = grid_facts.sheet(self.board, self.shown, self._own)
        self.view.put(sheet)
        self.title.put(Title(self._own.title, sheet.summary if sheet else self._own.none))
        others = () if sheet is None else sheet.others
        self.other.setText(
            self._own.other.format(session=grid_facts.title_of(self.board, others[0]))
            if others else ""
        )  # fmt: skip
        self.other.setVisible(bool(others))
        for part in (self.divide, self.paste, self.empty):
            part.setEnabled(sheet is not None)
        self._offer_report(self.board, sheet)
        self._follow(self.board, sheet)
        self._place()
        self._say()

    def _follow(self, board: Board, sheet: Sheet | None) -> None:
        """Choose the workshop whose reporter has just been given the floor."""
        floor = board.on_air.floor if board.on_air is not None else None
        speaker = "" if floor is None else floor.speaker
        if speaker != self._heard and sheet is not None and self.view.line is None:
            cell = grid_facts.reported(sheet.grid, speaker)
            if cell is not None:
                self.view.choose(cell)
        self._heard = speaker

    def _offer_report(self, board: Board, sheet: Sheet | None) -> None:
        """Offer to make reporters, where there are workshops and an item to report on them in."""
        words = self._own
        place = restitution.place(board, sheet.slot) if sheet is not None else None
        workshops = sheet is not None and bool(restitution.reporters(sheet.grid))
        self.report.setEnabled(place is not None and workshops)
        tip = words.report_none if place is None else words.report_tip
        title = "" if place is None else grid_facts.title_of(board, place)
        key = key_names.cap("grid_report", self.words.window)
        self.report.setToolTip(f"{tip.format(title=title)} ({key})")

    def _say(self) -> None:
        """The line at the foot: who is in two rooms, else what the keys do."""
        sheet = self.sheet
        if sheet is None:
            note = ""
        elif sheet.warning:
            note = sheet.warning
        else:
            note = self._hint(sheet)
        if note != self.note:
            self.note = note
            self.update()

    def _hint(self, sheet: Sheet) -> str:
        """What the keys do next."""
        said, new = self._own, self.view.chosen.round < 0
        if self.view.line is not None:
            return said.hint_rooms if new and sheet.grid.rooms else "" if new else said.hint_edit
        if len(sheet.columns) == 1 and not sheet.grid.rooms:
            return said.hint_divide.format(key=key_names.cap("grid_divide", self.words.window))
        over = not new and sheet.columns[self.view.chosen.round].stands == "over"
        return said.hint_over if over else said.hint

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        said = self._own
        self.view.strokes = strokes(Scope.GRID, words.window)
        self.view.setAccessibleName(said.title)
        self.view.speak(said)
        for button, text, tip, key in (
            (self.divide, said.divide, said.divide_tip, "grid_divide"),
            (self.report, said.report, said.report_none, "grid_report"),
            (self.paste, said.paste, said.paste_tip, "grid_paste"),
            (self.empty, said.empty, said.empty_tip, "grid_empty"),
            (self.other, self.other.text(), said.other_tip, "grid_next"),
        ):
            button.setText(text)
            button.setToolTip(f"{tip} ({key_names.cap(key, words.window)})")
        self._show()
        self._place()

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        self.title.use(theme)
        self.view.use(theme)
        for button in self._buttons:
            button.use(theme)
        self._place()

    @property
    def _buttons(self) -> tuple[Button, ...]:
        return (self.other, self.divide, self.report, self.paste, self.empty)

    # --- hands ---------------------------------------------------------------------------------

    def make_reporters(self) -> None:
        """Ask for a reporter for each workshop, in the item that they are reported on in."""
        sheet, board = self.sheet, self.board
        if sheet is None or board is None or not self.view.accept():
            return
        place = restitution.place(board, sheet.slot)
        command = None if place is None else restitution.asked(board, sheet.grid, place)
        if command is not None:
            self.asked.emit(command)

    def turn(self, by: int) -> None:
        """Show another grid of the day."""
        sheet = self.sheet
        if sheet is not None and sheet.others and self.view.accept():
            self.shown = sheet.others[0 if by > 0 else -1]
            self._show()

    def open_divide(self) -> None:
        """Offer into how many rounds it may be divided, and what each comes to."""
        sheet = self.sheet
        if sheet is None or not self.view.accept():
            return
        menu = QtWidgets.QMenu(self)
        menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        MenuGuard(menu, self.words.language)
        for count in ROUNDS:
            command, would = self._divided(sheet, count)
            entry = menu.addAction(self._comes_to(count, would))
            entry.setEnabled(isinstance(would, Board))
            entry.triggered.connect(lambda _=False, asked=command: self.asked.emit(asked))
        menu.popup(self.divide.mapToGlobal(QtCore.QPoint(0, -menu.sizeHint().height())))

    def _divided(self, sheet: Sheet, count: int) -> tuple[Divide, Board | Sentence | None]:
        """How a grid is divided, and what that would bring about.

        People have to change rooms: rounds that nothing would stand between are CHANGE apart.
        """
        plain = Divide(slot=sheet.slot, into=count)
        would = self.foresee((plain,))
        if len(sheet.columns) > 1 or not isinstance(would, Board) or _changes(would, sheet.slot):
            return plain, would
        apart = Divide(slot=sheet.slot, into=count, gap=CHANGE)
        foreseen = self.foresee((apart,))
        return (apart, foreseen) if isinstance(foreseen, Board) else (plain, would)

    def _comes_to(self, count: int, would: Board | Sentence | None) -> str:
        """What dividing would come to, or why it cannot be."""
        language, sheet = self.words.language, self.sheet
        match would:
            case Board() if (
                sheet
                and self.board
                and (_parts(would, sheet.slot) == _parts(self.board, sheet.slot))
            ):
                return counted(self._own.as_now, language, {"count": count})
            case Board() if would.undo is not None:
                return would.undo.text(language)
            case Sentence():
                return would.text(language)
            case _:
                return counted(self._own.into, language, {"count": count})

    # --- places --------------------------------------------------------------------------------

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    @property
    def _margin(self) -> int:
        return 14 if self.theme.metrics.small else 24

    def _place(self) -> None:
        metrics, margin = self.theme.metrics, self._margin
        tall, edge = self.title.tall, self.width() - BAR - margin
        high = metrics.button - 3
        wide = self.other.wide() if self.other.text() else 0
        self.other.setGeometry(edge - wide, (tall - high) // 2, wide, high)
        self.title.setGeometry(0, 0, edge - wide - 8, tall)
        foot = metrics.button + 12
        self.view.setGeometry(0, tall, self.width(), self.height() - tall - foot)
        x = edge
        for button in (self.empty, self.paste, self.report, self.divide):
            x -= button.wide()
            button.setGeometry(x, self.height() - foot + 6, button.wide(), high)
            x -= 4
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The note at the foot, before the buttons."""
        theme, colours, margin = self.theme, self.theme.colours, self._margin
        top = self.height() - theme.metrics.button - 12
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.surf)
            painter.fillRect(margin, top, self.width() - BAR - 2 * margin, 1, colours.line2)
            warned = self.sheet is not None and bool(self.sheet.warning)
            ink = colours.amber if warned else colours.sec
            x, room = float(margin), self.divide.x() - margin - 10
            if warned:
                side = theme.metrics.icon
                box = QtCore.QRectF(x, (top + self.height() - side) / 2, side, side)
                icons.paint(painter, Icon.WARNING, box, ink)
                x, room = x + side + 6, room - side - 6
            area = QtCore.QRectF(x, top, room, self.height() - top)
            write_whole(painter, theme, area, Run(self.note, Role.SPEAKER, ink), Role.CAPTION)


def _parts(board: Board, slot: str) -> tuple[tuple[str, object], ...]:
    """What is in a session, and how long each is."""
    return tuple((row.id, row.duration) for row in board.slots if row.parent == slot)


def _changes(board: Board, slot: str) -> bool:
    """Whether there are changes of rooms in a session."""
    return any(row.kind == Kind.CHANGEOVER and row.parent == slot for row in board.slots)


def _unknown(_asked: Sequence[Command]) -> Board | Sentence | None:
    return None
