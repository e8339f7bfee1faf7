"""Rundown: the day in running order, that follows the show and is edited in place.

- It follows what is on air, kept at a third of the list, until the régie scrolls away; `follow`
  (or Home) returns. While an editor is open nothing scrolls under it.
- F2 edits the title of the selected row, Tab goes on to length, start, speakers, note; a double
  click edits what it hits. Enter opens nothing: clickers send it, and an editor keeps Space.
  Delete skips or restores, Insert puts a new item after, Ctrl+D a copy, Alt+Up and Alt+Down move,
  dragging too.
- A tick never closes or moves an editor, the selection or the scroll.
"""

from functools import partial

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import commands
from runofshow.core.board import Board, Row
from runofshow.core.commands import Command, State
from runofshow.core.panel import present
from runofshow.ui import icons
from runofshow.ui.icons import Icon
from runofshow.ui.operator.rundown_editor import FieldEditor
from runofshow.ui.operator.rundown_fields import Field, Reader
from runofshow.ui.operator.rundown_hands import Hand, Hands, Meaning
from runofshow.ui.operator.rundown_list import RundownList
from runofshow.ui.operator.rundown_paint import HeadPainter
from runofshow.ui.painting import painting
from runofshow.ui.texts.rundown import FR, RundownWords
from runofshow.ui.theme import DARK, LARGE, Role, Theme
from runofshow.ui.titles import brief

BRIEF = 28
"""How many letters of a title are told."""


class Rundown(QtWidgets.QWidget):
    """Shows and edits the rows of a board.

    Signals: `asked` (a Command), `told` (one line for the régie), `following_changed` (bool),
    `selected` (a slot's id, or None). When a command is refused, `refuse` puts the sentence below
    the editor that asked, which then keeps its text.
    """

    asked = QtCore.Signal(object)
    told = QtCore.Signal(str)
    following_changed = QtCore.Signal(bool)
    selected = QtCore.Signal(object)

    def __init__(
        self,
        theme: Theme | None = None,
        words: RundownWords = FR,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words = theme or Theme(DARK, LARGE), words
        self._following = True
        self._followed: str | None = None
        self._editor: FieldEditor | None = None
        self._awaited: str | None = None
        self._asking = self._refused = False
        self.rows = RundownList(self._theme, words, self)
        self._head = _Head(self)
        self._back = QtWidgets.QPushButton(self)
        self._back.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self._back.hide()
        self.setFocusProxy(self.rows)
        self._arrange()
        self._connect()
        self._dress()

    def _arrange(self) -> None:
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.rows, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.follow)
        rows = self.rows
        rows.home.connect(self.follow)
        rows.hand.connect(self.do)
        rows.wanted.connect(self.edit)
        rows.landed.connect(self._land)
        rows.menu.connect(self._open_menu)
        rows.laid.connect(self._laid)
        rows.scrolled.connect(self._scrolled)
        rows.resized.connect(self._resized)
        rows.selected.connect(self._chosen)

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show `board`."""
        self.rows.present(board)
        self._close_orphan()
        self._take_awaited()
        anchor = self._anchor()
        if self._following and anchor != self._followed:
            self._keep_in_view()

    def preview(self, tried: Board | None) -> None:
        """Show the hours and cuts that a plan would bring, marked as such; None shows what is."""
        self.rows.preview(tried)

    def speak(self, words: RundownWords) -> None:
        """Say everything in the language of `words`, at once."""
        self._words = words
        self.rows.speak(words)
        self._dress()

    def use(self, theme: Theme) -> None:
        """Paint with `theme`, at once."""
        self._theme = theme
        self.rows.use(theme)
        if self._editor is not None:
            self._editor.use(theme)
        self._dress()
        self._keep_in_view()

    def refuse(self, sentence: str) -> None:
        """Say why what this rundown is asking just now is refused: its editor keeps the text.

        A refusal of what others ask is not its business, and does nothing.
        """
        if not self._asking:
            return
        self._refused, self._awaited = True, None
        if self._editor is not None:
            self._editor.refuse(sentence)

    def _ask(self, command: Command) -> bool:
        """Ask for `command`; False when it was refused at once."""
        self._asking, self._refused = True, False
        self.asked.emit(command)
        self._asking = False
        return not self._refused

    def _dress(self) -> None:
        self._show_head()
        self._head.setFixedHeight(self._theme.metrics.head)
        if not self._following:
            self._dress_back()

    def _dress_back(self) -> None:
        """Dress the way back to the live row: not before it is needed, its style sheet is slow."""
        colours, measures = self._theme.colours, self._theme.metrics
        self._back.setText(self._words.back_to_live)
        self._back.setToolTip(self._words.back_to_live_tip)
        self._back.setFont(self._theme.font(Role.BUTTON))
        ratio = self.devicePixelRatioF()
        self._back.setIcon(QtGui.QIcon(icons.pixmap(Icon.LIVE, 12, colours.live, ratio)))
        self._back.setIconSize(QtCore.QSize(12, 12))
        radius = measures.button_radius
        self._back.setStyleSheet(
            f"QPushButton {{ background: {colours.raised.name()}; color: {colours.text.name()};"
            f" border: 1px solid {colours.line2.name()}; border-radius: {radius}px;"
            f" padding: 0 12px; }}"
            f"QPushButton:hover {{ background: {colours.hover.name()}; }}"
        )
        self._back.setFixedHeight(measures.button)
        self._place_back()

    # --- following -----------------------------------------------------------------------------

    @property
    def following(self) -> bool:
        """Whether the list keeps what is on air in view by itself."""
        return self._following

    def follow(self) -> None:
        """Return to what is on air, and keep it in view from now on."""
        self._follow(True)
        self._keep_in_view()

    def reveal(self, slot: str) -> None:
        """Select the row of `slot` and scroll it into view; an unknown one does nothing."""
        if slot in self.rows.outline.index:
            self.rows.select(slot)
            self.rows.bring(slot)

    def _anchor(self) -> str | None:
        """The row that is followed: on air, else next."""
        board = self.rows.board
        now = (board.on_air or board.next) if board else None
        return now.slot if now else None

    def _keep_in_view(self) -> None:
        if self._editor is not None or not self._following:
            return
        slot = self._anchor()
        self._followed = slot
        if slot is not None and slot in self.rows.outline.index:
            self.rows.steer(self.rows.third(slot))

    def _scrolled(self) -> None:
        self._follow(self._at_home())

    def _at_home(self) -> bool:
        """Whether the list stands where following would put it."""
        slot = self._anchor()
        if slot is None or slot not in self.rows.outline.index:
            return self.rows.verticalScrollBar().maximum() == 0
        return self.rows.offset() == self.rows.third(slot)

    def _follow(self, yes: bool) -> None:
        if yes != self._following:
            self._following = yes
            if not yes:
                self._dress_back()
            self._back.setVisible(not yes)
            self.following_changed.emit(yes)

    def _chosen(self, slot: str | None) -> None:
        """Choosing another row accepts what is being edited."""
        editor = self._editor
        if editor is not None and slot != editor.slot and self._row(editor.slot) is not None:
            self._accept()
        self.selected.emit(slot)

    def _laid(self) -> None:
        self._place_editor()
        self._show_head()

    def _show_head(self) -> None:
        rows = self.rows
        self._head.put(HeadPainter(self._theme, rows.places, self._words, rows.departments))

    def _place_back(self) -> None:
        self._back.adjustSize()
        bar = self.rows.verticalScrollBar()
        right = self.width() - (bar.width() if bar.isVisible() else 0) - 12
        self._back.move(right - self._back.width(), self.height() - self._back.height() - 12)
        self._back.raise_()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._following:
            self._place_back()

    def _resized(self) -> None:
        """Another height: what is followed returns to its third; a list seen whole follows."""
        self._keep_in_view()
        if self.rows.verticalScrollBar().maximum() == 0:
            self._follow(True)

    # --- gestures ------------------------------------------------------------------------------

    def do(self, hand: Hand) -> None:
        """Ask for what `hand` means on the selected row; with none, an insertion comes next."""
        board, index = self.rows.board, self.rows.selection()
        if board is None:
            return
        if hand is Hand.INSERT_AFTER and index is None:
            if board.on_air is not None:
                index = self.rows.outline.index[board.on_air.slot]
            elif board.next is not None:
                hand, index = Hand.INSERT_BEFORE, self.rows.outline.index[board.next.slot]
        self._mean(self._hands().meaning(hand, index))

    def _hands(self) -> Hands:
        board = self.rows.board
        assert board is not None
        return Hands(board.slots, self._words, board.date, board.zone)

    def _mean(self, meaning: Meaning) -> None:
        self._awaited = meaning.fresh
        taken = meaning.command is None or self._ask(meaning.command)
        if meaning.told and taken:
            self.told.emit(meaning.told)

    def _land(self, dragged: int, move: commands.Move) -> None:
        self._mean(self._hands().move(dragged, move))

    def _take_awaited(self) -> None:
        """A row just inserted is selected and its title opened."""
        if self._awaited is not None and self._awaited in self.rows.outline.index:
            slot, self._awaited = self._awaited, None
            self.reveal(slot)
            self.edit(slot, Field.TITLE)

    def run_chosen(self) -> bool:
        """Ask to run the selected row now; False when none is selected.

        One that is out of sight is first shown, and said: the hand may not know what it holds.
        """
        slot, area = self._chosen_row(), self.rows.viewport().rect()
        if slot is None:
            return False
        row = self.rows.row_area(slot.id)
        if row is None or not (self.isVisible() and area.contains(row)):
            self.rows.bring(slot.id)
            words = self._words
            said = words.run_again.format(key=words.key_run, title=brief(slot.title, BRIEF))
            self.told.emit(said)
        else:
            self.do(Hand.RUN)
        return True

    def chosen_to_come(self) -> str | None:
        """The selected slot, if it is an item to come."""
        row = self._chosen_row()
        return row.id if row and row.leaf and row.status in ("next", "to_come") else None

    def _chosen_row(self) -> Row | None:
        index, board = self.rows.selection(), self.rows.board
        return None if index is None or board is None else board.slots[index]

    # --- the menu ------------------------------------------------------------------------------

    def _open_menu(self, where: QtCore.QPoint) -> None:
        menu = self.menu()
        if menu is not None:
            menu.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(where)

    def menu(self) -> QtWidgets.QMenu | None:
        """What can be done to the selected row, with the keys that do it."""
        index, board = self.rows.selection(), self.rows.board
        if board is None or index is None:
            return None
        row, words = board.slots[index], self._words
        open_ = row.status in ("next", "to_come")
        skip = words.restore if row.status == "skipped" else words.skip
        menu = QtWidgets.QMenu(self)
        run = f"{words.run_now}\t{words.key_run}"
        self._item(menu, run, Hand.RUN, row.leaf and open_)
        menu.addSeparator()
        self._edit_menu(menu, row)
        self._item(menu, words.insert_before, Hand.INSERT_BEFORE, open_)
        self._item(menu, f"{words.insert_after}\t{words.key_insert}", Hand.INSERT_AFTER)
        self._item(menu, f"{words.duplicate}\tCtrl+D", Hand.DUPLICATE, row.leaf)
        self._item(menu, words.swap_next, Hand.SWAP_NEXT, open_)
        sharing = sum(part is not None for part in row.parts)
        self._item(menu, words.split, Hand.SPLIT, open_ and sharing > 1)
        if row.leaf and row.speakers:
            self._people_menu(menu, row)
        menu.addSeparator()
        may = row.status in ("next", "to_come", "skipped") or not row.leaf
        self._item(menu, f"{skip}\t{words.key_delete}", Hand.SKIP_OR_RESTORE, may)
        self._item(menu, words.remove, Hand.REMOVE, may and row.printed_start is None)
        return menu

    def _people_menu(self, menu: QtWidgets.QMenu, row: Row) -> None:
        """Each speaker of the row with a menu: expected, arrived, ready, absent."""
        from runofshow.ui.texts.panel import panel_words

        said = panel_words(self._words.language)
        under = menu.addMenu(said.people)
        people = zip(row.speakers, present(row.speakers, row.known), strict=True)
        for number, (speaker, there) in enumerate(people, start=1):
            one = under.addMenu(speaker.name.replace("&", "&&"))
            for state, text in said.states.items():
                entry = one.addAction(text)
                entry.setCheckable(True)
                entry.setChecked(there.state == state)
                entry.triggered.connect(partial(self._book, row.id, number, state))

    def _book(self, slot: str, number: int, state: State, checked: bool = False) -> None:
        self._ask(commands.Speaker(slot=slot, who=number, state=state))

    def _item(self, menu: QtWidgets.QMenu, text: str, hand: Hand, enabled: bool = True) -> None:
        action = menu.addAction(text)
        action.setEnabled(enabled)
        action.triggered.connect(partial(self._by_menu, hand))

    def _by_menu(self, hand: Hand, checked: bool = False) -> None:
        self.do(hand)

    def _edit_menu(self, menu: QtWidgets.QMenu, row: Row) -> None:
        words = self._words
        names = {
            Field.TITLE: words.title,
            Field.LENGTH: words.length,
            Field.START: words.start,
            Field.SPEAKERS: words.speakers,
            Field.NOTE: words.note,
        }
        under = menu.addMenu(words.edit)
        for field in _fields(row):
            action = under.addAction(names[field])
            action.triggered.connect(partial(self._edit_by_menu, row.id, field))

    def _edit_by_menu(self, slot: str, field: Field, checked: bool = False) -> None:
        self.edit(slot, field)

    # --- editing -------------------------------------------------------------------------------

    @property
    def editing(self) -> bool:
        """Whether an editor is open."""
        return self._editor is not None

    def edit(self, slot: str, field: Field) -> None:
        """Open an editor on `field` of the row of `slot`; one that is open is accepted first."""
        row = self._row(slot)
        if row is None or (self._editor is not None and not self._accept()):
            return
        if field not in _fields(row):
            self.told.emit(self._words.session_length)
            return
        self.rows.select(slot)
        self.rows.bring(slot)
        reader = self._reader()
        reading = partial(reader.read, row, field)
        editor = FieldEditor(self.rows.viewport(), slot, field, reading, self._theme)
        editor.setToolTip(self._words.editor_keys)
        editor.accepted.connect(self._accept)
        editor.left.connect(self._leave)
        editor.passed.connect(self._pass)
        self._editor = editor
        self._place_editor()
        editor.open(reader.written(row, field))

    def leave(self) -> None:
        """Close the editor that is open, nothing asked: another show comes."""
        self._awaited = None
        self._leave()

    def _reader(self) -> Reader:
        board = self.rows.board
        assert board is not None
        return Reader(board.date, board.zone, self._words)

    def _row(self, slot: str) -> Row | None:
        index = self.rows.outline.index.get(slot)
        return None if index is None or self.rows.board is None else self.rows.board.slots[index]

    def _place_editor(self) -> None:
        if self._editor is None:
            return
        area = self.rows.field_area(self._editor.slot, self._editor.field)
        if area is not None and area != self._editor.geometry():
            self._editor.place(area, self.rows.viewport().rect())

    def _accept(self) -> bool:
        """Ask for what the editor says and close it; False when it stays open."""
        editor = self._editor
        if editor is None:
            return True
        reading = editor.reading()
        if reading.refused:
            return False
        if reading.change is not None:
            asked = commands.Edit(slot=editor.slot, set=reading.change)
            if not self._ask(asked):
                return False
        self._leave()
        return True

    def _leave(self) -> None:
        """Close the editor; the selection and the keys return to the list."""
        editor, self._editor = self._editor, None
        if editor is not None:
            focused = editor.hasFocus()
            editor.close_down()
            if focused:
                self.rows.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
            if self._anchor() != self._followed:
                self._keep_in_view()

    def _pass(self, by: int) -> None:
        """Accept, then edit the next field of the same row."""
        editor = self._editor
        row = self._row(editor.slot) if editor else None
        if editor is None or row is None or not self._accept():
            return
        fields = _fields(row)
        self.edit(row.id, fields[(fields.index(editor.field) + by) % len(fields)])

    def _close_orphan(self) -> None:
        if self._editor is not None and self._row(self._editor.slot) is None:
            self._leave()
            self.told.emit(self._words.gone)


def _fields(row: Row) -> tuple[Field, ...]:
    """What can be edited of a row: a session has no length and no speakers of its own."""
    if row.leaf:
        return tuple(Field)
    return (Field.TITLE, Field.START, Field.NOTE)


class _Head(QtWidgets.QWidget):
    """The heads of the columns, over the list."""

    def __init__(self, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self._painter: HeadPainter | None = None

    def put(self, painter: HeadPainter) -> None:
        """Paint the heads with `painter` from now on, if they differ."""
        if self._painter is None or painter.key != self._painter.key:
            self._painter = painter
            self.update()

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        if self._painter is not None:
            with painting(self, smooth=False) as painter:
                self._painter.paint(painter, self.rect())
