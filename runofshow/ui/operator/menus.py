"""The menu line: the menus, made from the table of keys, and at the right the day's title and date.

Signals go through the actions: each carries its `keys.Action` and is the one place where a key and
a menu entry meet.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core.board import Board
from runofshow.ui import icons, lettering
from runofshow.ui.icons import Icon
from runofshow.ui.lettering import Run, length_of, write, write_right
from runofshow.ui.operator import key_names, keys, steps
from runofshow.ui.operator.actions import (
    OPENING,
    Action,
    Gesture,
    Menu,
    PlanKey,
    Ready,
    Rehearse,
    Turn,
)
from runofshow.ui.operator.keymap import Keymap
from runofshow.ui.operator.keys import ACTIONS, PLANS
from runofshow.ui.operator.menu_guard import OPENS, MenuGuard
from runofshow.ui.operator.panel_facts import speaking
from runofshow.ui.painting import painting
from runofshow.ui.texts import Words
from runofshow.ui.texts.messages import handed, message_words
from runofshow.ui.texts.window import WindowWords
from runofshow.ui.theme import Role, Theme

PROGRAM: Final = "runofshow"
LOCK: Final = 12
"""Side of the lock's sign."""


class StageChoice(NamedTuple):
    """A screen the stage may go to; `key` names it to whoever offered it."""

    key: str
    name: str
    chosen: bool = False


class MenuLine(QtWidgets.QWidget):
    """The menus and the day's name.

    Signals: triggered(Action), stage_screen_asked(key).
    """

    triggered = QtCore.Signal(object)
    stage_screen_asked = QtCore.Signal(str)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        parent: QtWidgets.QWidget | None = None,
        filled: bool = True,
    ) -> None:
        """Not `filled`, the menus have titles only, until `fill`."""
        super().__init__(parent)
        self.theme, self.words = theme, words
        self._board: Board | None = None
        self._said: tuple[str, str] = ("", "")
        self._plans: tuple[str, ...] = ()
        self._turns: tuple[str, ...] | None = None
        self._stands: tuple[object, ...] | None = None
        self._notes: dict[str, str] = {}
        self._rehearsing = self._locked = False
        self.bar = QtWidgets.QMenuBar(self)
        self.bar.setNativeMenuBar(False)
        # Made here, not by Qt: shiboken was seen to forget, all at once and in the midst of a show,
        # what Qt had made under a parent that lived on.
        self.menus = {menu: QtWidgets.QMenu(self.bar) for menu in Menu}
        for menu in self.menus.values():
            self.bar.addMenu(menu)
        self.actions_by_name: dict[str, QtGui.QAction] = {}
        self._keymap = Keymap()
        self._filled = False
        if filled:
            self.fill()
        else:
            self.use(theme)
            self.speak(words)

    def fill(self) -> None:
        """Put the entries into the menus, as things stand now."""
        from runofshow.ui.operator.recent_menu import RecentMenu

        self.turns = QtWidgets.QMenu(self)
        for action in ACTIONS:
            self._add(action)
        self.recent = RecentMenu(self.words.language, self)
        files = self.menus[Menu.FILE]
        files.insertMenu(files.actions()[1], self.recent)  # below the first entry, which opens
        self.screens = QtWidgets.QMenu(self)
        self._guards = [MenuGuard(menu, self.words.language) for menu in self.menus.values()]
        self._screen_group = QtGui.QActionGroup(self)
        self.actions_by_name["stage_screen"].setEnabled(False)
        self._filled = True
        self.check("lock", self._locked)
        self.use(self.theme)
        self.speak(self.words)

    def _add(self, action: Action) -> None:
        menu = self.turns if isinstance(action.does, Turn) else self.menus[action.menu]
        if menu is self.turns and menu.isEmpty():
            self.menus[action.menu].addMenu(menu)
        if action.rule:
            menu.addSeparator()
        made = QtGui.QAction(self)
        made.setObjectName(action.name)
        made.setProperty(OPENS, action.does in OPENING)
        made.setShortcuts(self._keymap.sequences(action.name))
        made.setShortcutContext(QtCore.Qt.ShortcutContext.WindowShortcut)
        made.setAutoRepeat(action.name in ("plus_one", "minus_one"))
        made.setCheckable(action.name in _CHECKED)
        made.setEnabled(not isinstance(action.does, Rehearse) or action.does is Rehearse.REHEARSE)
        made.triggered.connect(lambda _=False, each=action: self.triggered.emit(each))
        menu.addAction(made)
        self.actions_by_name[action.name] = made

    # --- what is shown ---

    def present(self, board: Board) -> None:
        """Open the entries that mean something now, and name the steps they would take."""
        self._board = board
        self._name_day(board)
        if self._filled:
            self._open_entries(board)

    def _open_entries(self, board: Board) -> None:
        live = self.actions_by_name
        live["blackout"].setChecked(
            board.blackout
        )  # always: a click that is refused has checked it
        live["incident"].setChecked(board.incident)
        holding = board.on_air is not None and board.on_air.holding
        means = tuple(means(board) for means in _MEANS.values())
        stands = means, board.undo, board.redo, holding, board.recall
        if stands != self._stands:
            self._stands = stands
            self._open_by(board, dict(zip(_MEANS, means, strict=True)))
        self._offer_turns(board)

    def _open_by(self, board: Board, means: Mapping[str, bool]) -> None:
        words, language = self.words.window, self.words.language
        for name, open_ in means.items():
            self.actions_by_name[name].setEnabled(open_)
        for name, step, said in (
            ("undo", board.undo, words.undo_of),
            ("redo", board.redo, words.redo_of),
        ):
            text = getattr(words.actions, name)
            self._title(name, text if step is None else said.format(what=step.text(language)))
        holding = board.on_air is not None and board.on_air.holding
        self._title("hold", words.actions.resume if holding else words.actions.hold)
        self._title("recall", steps.recall_word(board, words))

    def _offer_turns(self, board: Board) -> None:
        """Offer the floor to each speaker of a panel on air, by name; else show no such menu."""
        air = board.on_air
        named = tuple(who.name for who in air.speakers) if air and speaking(air) else ()
        if named == self._turns:
            return
        self._turns = named
        self.turns.menuAction().setVisible(bool(named))
        for action in ACTIONS:
            if isinstance(action.does, Turn):
                number = action.does.number
                known = number <= len(named) and bool(named)
                made = self.actions_by_name[action.name]
                made.setVisible(known)
                made.setEnabled(known)
                if known and number:
                    said = self.words.window.actions.floor
                    text = said.format(number=number, name=named[number - 1])
                    self._title(action.name, text)

    def _name_day(self, board: Board) -> None:
        names = self.words.stage
        day = names.day_ahead.format(
            weekday=names.weekdays[board.date.weekday()],
            day=board.date.day,
            month=names.months[board.date.month - 1],
        )
        if self._said != (board.title, day):
            self._said = (board.title, day)
            self.update()

    def offer_screens(self, choices: Sequence[StageChoice]) -> None:
        """Offer the screens the stage may go to."""
        self.screens.clear()
        for choice in choices:
            entry = self.screens.addAction(choice.name)
            entry.setCheckable(True)
            entry.setChecked(choice.chosen)
            self._screen_group.addAction(entry)
            entry.triggered.connect(
                lambda _=False, key=choice.key: self.stage_screen_asked.emit(key)
            )
        self.actions_by_name["stage_screen"].setEnabled(bool(choices))

    def offer_plans(self, names: Sequence[str]) -> None:
        """Offer the plans of these names; without any their keys do nothing."""
        if tuple(names) != self._plans:
            self._plans = tuple(names)
            for number in range(PLANS):
                self._name(keys.action(f"plan_{number + 1}"))

    def offer(self, means: Mapping[str, bool]) -> None:
        """Open the entries of these names that mean something now, and shut the others."""
        for name, open_ in means.items():
            if self.actions_by_name[name].isEnabled() is not open_:
                self.actions_by_name[name].setEnabled(open_)

    def rehearse(self, on: bool) -> None:
        """Open what a rehearsal has done with it, or shut it; the first entry begins or leaves."""
        for action in ACTIONS:
            if isinstance(action.does, Rehearse) and action.does is not Rehearse.REHEARSE:
                self.actions_by_name[action.name].setEnabled(on)
        self._rehearsing = on
        self._name(keys.action("rehearse"))

    def lock(self, on: bool) -> None:
        """Show that the rundown is locked, or no longer."""
        self._locked = on
        if self._filled:
            self.check("lock", on)
        self.update()

    def check(self, name: str, on: bool) -> None:
        """Check the entry called `name`, or not."""
        self.actions_by_name[name].setChecked(on)

    def note(self, name: str, said: str) -> None:
        """Say something beside the entry called `name`; "" for nothing."""
        if self._notes.get(name, "") != said:
            self._notes[name] = said
            self._name(keys.action(name))

    def pop_screens(self) -> None:
        """Open the list of screens below the menu of the stage."""
        at = self.bar.actionGeometry(self.menus[Menu.STAGE].menuAction()).bottomLeft()
        self.screens.popup(self.bar.mapToGlobal(at))

    def speak(self, words: Words) -> None:
        """Say everything in the language of `words`."""
        self.words = words
        said = words.window
        for menu in Menu:
            self.menus[menu].setTitle(getattr(said, menu.value))
        if self._filled:
            self._name_entries()
        if self._board is not None:
            self.present(self._board)
        self._place()

    def _name_entries(self) -> None:
        words, said = self.words, self.words.window
        self.turns.setTitle(said.floor_keys)
        self.recent.speak(words.language)
        for guard in self._guards:
            guard.language = words.language
        self._turns = self._stands = None
        for action in ACTIONS:
            self._name(action)

    def _name(self, action: Action) -> None:
        said, made = self.words.window, self.actions_by_name[action.name]
        text = action.label(said.actions)
        match action.does:
            case Ready(number):
                phrase = _ready(said, number)
                made.setVisible(bool(phrase))
                made.setEnabled(bool(phrase))
                text = text.format(number=number + 1, text=phrase)
            case PlanKey(number):
                known = number < len(self._plans)
                made.setEnabled(known)
                text = text.format(number=number + 1)
                if known:
                    text = said.actions.apply_plan_named.format(name=self._plans[number])
            case Turn():
                made.setVisible(False)
                made.setEnabled(False)
            case Gesture.THEME:
                dark = self.theme.colours.dark
                text = said.actions.theme_light if dark else said.actions.theme_dark
            case Rehearse.REHEARSE if self._rehearsing:
                text = said.actions.back_to_show
        if note := self._notes.get(action.name):
            text = f"{text} ({note})"
        self._title(action.name, text)
        made.setToolTip(key_names.tip(action.name, said, text))

    def _title(self, name: str, text: str) -> None:
        """Entitle an entry, its key written in the language too."""
        titled = f"{text.replace('&', '&&')}\t{key_names.cap(name, self.words.window)}"
        made = self.actions_by_name[name]
        if made.text() != titled:
            made.setText(titled)

    def of_digit(self, digit: int) -> Action | None:
        """What the digit's key stands for alone, if that means anything now."""
        name = self._keymap.of_digit(digit)
        known = name is not None and self.actions_by_name[name].isEnabled()
        return keys.action(name) if name is not None and known else None

    def use_keys(self, keymap: Keymap) -> None:
        """Hear the keys of `keymap` from now on; `speak` names them."""
        self._keymap = keymap
        for name, made in self.actions_by_name.items():
            wanted = keymap.sequences(name)
            if made.shortcuts() != wanted:
                made.setShortcuts(wanted)

    def use(self, theme: Theme) -> None:
        """Paint with `theme` from now on."""
        self.theme = theme
        font = theme.font(Role.MENU)
        self.bar.setFont(font)
        for menu in self.menus.values():
            menu.setFont(font)
        if self._filled:
            for menu in (self.screens, self.recent, self.turns):
                menu.setFont(font)
            self._name(keys.action("theme"))
        self._place()

    def resizeEvent(self, _event: QtGui.QResizeEvent) -> None:
        self._place()

    def _brand(self) -> float:
        return lettering.width_of(PROGRAM, self.theme.font(Role.TAB_BOLD)) + 22

    def _place(self) -> None:
        left, tall = round(self._brand()), self.height()
        wanted = self.bar.sizeHint()
        hint = wanted.height()
        self.bar.setGeometry(left, (tall - hint) // 2, wanted.width() + 40, hint)
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        theme, colours = self.theme, self.theme.colours
        with painting(self) as painter:
            painter.fillRect(self.rect(), colours.bg)
            baseline = lettering.middle(theme.font(Role.MENU), 0, self.height())
            start = QtCore.QPointF(12, baseline)
            write(painter, theme, start, (Run(PROGRAM, Role.TAB_BOLD, colours.text),))
            title, day = self._said
            edge = self.width() - 12
            date = Run(day, Role.MENU, colours.sec)
            x = write_right(painter, theme, QtCore.QPointF(edge, baseline), (date,)) - 20
            room = x - self.bar.geometry().right() - 16 - self._plate_width() - self._lock_width()
            cut = lettering.cut(title, theme.font(Role.MENU), room)
            run = Run(cut, Role.MENU, colours.text)
            x = write_right(painter, theme, QtCore.QPointF(x, baseline), (run,)) - 16
            if self._shut:
                x = self._lock_plate(painter, x)
            if colours.rehearsal:
                self._plate(painter, x)

    def _plate_width(self) -> int:
        if not self.theme.colours.rehearsal:
            return 0
        word = self.words.window.rehearsal
        return round(lettering.width_of(word, self.theme.font(Role.TAB_BOLD))) + 36

    def _lock_runs(self) -> tuple[Run, ...]:
        colours, words = self.theme.colours, self.words.window
        named = Run(words.actions.lock, Role.MENU, colours.text, LOCK + 6)
        return named, Run(key_names.cap("lock", words), Role.KEY, colours.sec, 8)

    def _lock_width(self) -> int:
        return round(length_of(self.theme, self._lock_runs())) + 34 if self._shut else 0

    @property
    def _shut(self) -> bool:
        """Whether the rundown shown is locked: a rehearsal's never is."""
        return self._locked and not self.theme.colours.rehearsal

    def _lock_plate(self, painter: QtGui.QPainter, right: float) -> float:
        """That the rundown is locked, and the key that lifts it, ending at `right`: its left."""
        theme, colours = self.theme, self.theme.colours
        box = QtCore.QRectF(0, 2.5, self._lock_width() - 16, self.height() - 5)
        box.moveRight(round(right) - 0.5)
        painter.setPen(colours.line2)
        painter.setBrush(colours.raised)
        painter.drawRoundedRect(box, theme.metrics.button_radius, theme.metrics.button_radius)
        sign = QtCore.QRectF(box.x() + 8, box.center().y() - LOCK / 2, LOCK, LOCK)
        icons.paint(painter, Icon.LOCK, sign, colours.text)
        baseline = lettering.middle(theme.font(Role.MENU), box.y(), box.height())
        write(painter, theme, QtCore.QPointF(box.x() + 8, baseline), self._lock_runs())
        return box.left() - 16

    def _plate(self, painter: QtGui.QPainter, right: float) -> None:
        """The word that says that none of this is live, ending at `right`."""
        theme, colours = self.theme, self.theme.colours
        box = QtCore.QRectF(0, 2, self._plate_width() - 16, self.height() - 4)
        box.moveRight(round(right))
        painter.fillRect(box, colours.live)
        baseline = lettering.middle(theme.font(Role.TAB_BOLD), box.y(), box.height())
        word = Run(self.words.window.rehearsal, Role.TAB_BOLD, colours.plate)
        write(painter, theme, QtCore.QPointF(box.x() + 10, baseline), (word,))


def _ready(words: WindowWords, number: int) -> str:
    """The ready message of that number, from 0, as a person writes it; empty when there is none."""
    phrases = words.phrases
    text = phrases[number].text if number < len(phrases) else ""
    return handed(text, message_words(words.language))


_CHECKED: Final = frozenset(
    ("flash", "blackout", "incident", "full_screen", "autopilot", "on_stage", "lock", "freeze",
     "pattern")
)  # fmt: skip
"""The entries that are on or off."""
_MEANS: Final[dict[str, Callable[[Board], bool]]] = {
    **{hand.name: hand.open for hand in (*steps.HANDS, *steps.RARE)},
    "clear": lambda board: board.message is not None,
    "questions": lambda board: (
        board.on_air is not None
        and bool(board.on_air.questions)
        and not board.on_air.questions_open
    ),
    "redo": lambda board: board.redo is not None,
    "finish": lambda board: not board.finished and board.state != "before",
    "reprint": lambda board: not board.finished and board.state in ("on_air", "between"),
}
"""When the entries mean something. GO and undo never shut: what they cannot do they say."""
