"""Console: the régie's window as hands use it; what keys, menus, buttons and lines ask goes out.

- Ctrl+Z right after a live act changes nothing and says so: the plan's undo and the log's take
  back are two lanes, and the hand that wants one must not get the other.
- What the show lock refuses is not asked.
- The window knows no desk: what it wants goes out as signals.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import commands
from runofshow.core.sentences import Sentence
from runofshow.core.show_lock import locked
from runofshow.ui.dropping import dropped
from runofshow.ui.operator import promise_banners
from runofshow.ui.operator.actions import Action, Gesture, Menu, PlanKey, Ready, Rehearse, Turn
from runofshow.ui.operator.banner import Banner, Told
from runofshow.ui.operator.banner import said as said_in
from runofshow.ui.operator.key_names import cap
from runofshow.ui.operator.last_gesture import FRESH, LAST_GESTURE, last_gesture
from runofshow.ui.operator.line import Line
from runofshow.ui.operator.parts import LEAST, Parts
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.timeline import Timeline
from runofshow.ui.titles import briefly

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.ui.operator.palette_entries import Entry
    from runofshow.ui.operator.questions import Question

REFUSED: Final = "refused"


class Console(Parts):
    """The window as hands use it; see the module. Attribute: locked, whether edits are refused.

    Signals: asked(command), language_asked("fr" or "en"), theme_asked(dark),
    stage_screen_asked(key), stage_window_asked() to have the stage in a window or no longer,
    identify_asked(), demo_asked(), machine_wanted() when `know` is to be called, open_asked(Path),
    save_asked(Path),
    banner_chosen(key, name), preview_asked(Recovery or None) when a plan is to be tried,
    promise_asked(Promise) when another hard time is looked at, rehearsal_asked(Rehearse),
    report_wanted() when `report` is to be called, export_asked(Path, client) when it is to be
    written, paper_wanted() when `paper` is to be called, pdf_made(Path, bytes) when one is to be
    kept, revise_asked(Path) when a revised programme is to be looked at, revision_wanted() when
    `revising.bring` is to be called, quit_asked() when the window wants to close,
    lock_asked(on) when `lock` is to be called, keys_chosen(Keymap) when the keys are now others,
    phrases_asked(tuple of Phrase, or None for the program's own), sight_asked(inches or None,
    metres), setting_chosen(name, value), tour_asked(), output_asked(Wish) of an output,
    outputs_wanted() when the sheet of the outputs is to be told, freeze_asked() and pattern_asked()
    of all outputs, network_asked(NetworkWish), network_wanted() when the sheet of the network is to
    be told, wire_asked(WireWish), wires_wanted() when that of the network outputs is.
    """

    asked = QtCore.Signal(object)
    language_asked = QtCore.Signal(str)
    theme_asked = QtCore.Signal(bool)
    stage_screen_asked = QtCore.Signal(str)
    stage_window_asked = QtCore.Signal()
    identify_asked = QtCore.Signal()
    demo_asked = QtCore.Signal()
    machine_wanted = QtCore.Signal()
    open_asked = QtCore.Signal(object)
    save_asked = QtCore.Signal(object)
    banner_chosen = QtCore.Signal(str, str)
    preview_asked = QtCore.Signal(object)
    promise_asked = QtCore.Signal(object)
    rehearsal_asked = QtCore.Signal(object)
    report_wanted = QtCore.Signal()
    export_asked = QtCore.Signal(object, bool)
    paper_wanted = QtCore.Signal()
    pdf_made = QtCore.Signal(object, object)
    revise_asked = QtCore.Signal(object)
    revision_wanted = QtCore.Signal()
    phrases_asked = QtCore.Signal(object)
    setting_chosen = QtCore.Signal(str, object)
    tour_asked = QtCore.Signal()
    sight_asked = QtCore.Signal(object, float)
    quit_asked = QtCore.Signal()
    lock_asked = QtCore.Signal(bool)
    keys_chosen = QtCore.Signal(object)
    output_asked = QtCore.Signal(object)
    outputs_wanted = QtCore.Signal()
    freeze_asked = QtCore.Signal()
    pattern_asked = QtCore.Signal()
    network_asked = QtCore.Signal(object)
    network_wanted = QtCore.Signal()
    wire_asked = QtCore.Signal(object)
    wires_wanted = QtCore.Signal()
    copy_wanted = QtCore.Signal()
    copy_asked = QtCore.Signal(object, bool)

    def __init__(
        self,
        language: str = "fr",
        dark: bool = True,
        rundown: Rundown | None = None,
        timeline: Timeline | None = None,
        size: QtCore.QSize = LEAST,
    ) -> None:
        super().__init__(language, dark, rundown, timeline, size)
        self._asked_go = False
        self._refused = False
        self._followed = True
        self.locked = False
        self._leaving = False

    def complete(self) -> None:
        """Make the parts that the first painting does not need, and hear them all; once."""
        from runofshow.ui.operator.gestures import gestures

        super().complete()
        self._gestures = gestures(self)
        self._hear()
        self._pass_on()

    def _hear(self) -> None:
        """What parts ask of the show, or of the window itself."""
        from runofshow.ui.operator.row_entries import RowEntries

        people, ready, recovery = self.attending, self.checking, self.recovering
        for part in (
            self.live, self.asking, self.messages, self.rundown, self.banners, self.timeline,
            recovery, self.speaking, people, ready, self.gridding,
        ):  # fmt: skip
            part.asked.connect(self.ask)
        for action in self.menu.actions_by_name.values():
            self.addAction(action)
        RowEntries(self.menu.menus[Menu.RUNDOWN], self.rundown.menu)
        self.rundown.editor.locked = self._lock_said
        hears: Sequence[tuple[QtCore.SignalInstance, Callable[..., object]]] = (
            (self.menu.triggered, self.act),
            (self.preferring.opens, self._gesture),
            (ready.acted, self._gesture),
            (self.live.questioned, self.question),
            (people.wondered, self._wonder),
            (ready.wondered, self._wonder),
            (self.asking.closed, self._line_closed),
            (self.asking.sought, self.reveal),
            (self.timeline.picked, self.reveal),
            (ready.revealed, self.reveal),
            (self.rundown.told, self._tell),
            (self.timeline.told, self._tell),
            (self.keys.said, self.say),
            (recovery.said, self.say),
            (people.said, self.say),
            (recovery.dropped, self.drop),
            (people.dropped, self.drop),
            (self.overlays.left, self.rest),
            (self.timeline.left, self.rest),
            (self.messages.left, self.rest),
            (recovery.left, self.rest),
            (self.banners.chosen, self.keys.answer),
            (self.banners.chosen, self._banner_chosen),
            (self.revising.asked, self._take_revision),
        )
        for signal, does in hears:
            signal.connect(does)
        app = QtWidgets.QApplication.instance()
        if isinstance(app, QtWidgets.QApplication):
            app.focusChanged.connect(self._focused)

    def _pass_on(self) -> None:
        """What parts ask of whoever runs the program."""
        for signal, out in (
            (self.menu.stage_screen_asked, self.stage_screen_asked),
            (self.pages.wanted, self.report_wanted),
            (self.pages.export_asked, self.export_asked),
            (self.printing.wanted, self.paper_wanted),
            (self.printing.pdf_made, self.pdf_made),
            (self.files.open_asked, self.open_asked),
            (self.files.revise_asked, self.revise_asked),
            (self.files.save_asked, self.save_asked),
            (self.preferring.chosen, self.setting_chosen),
            (self.outputting.asked, self.output_asked),
            (self.outputting.wanted, self.outputs_wanted),
            (self.outputting.identify_asked, self.identify_asked),
            (self.venue.asked, self.network_asked),
            (self.venue.wanted, self.network_wanted),
            (self.wirings.asked, self.wire_asked),
            (self.wirings.wanted, self.wires_wanted),
            (self.copying.wanted, self.copy_wanted),
            (self.copying.write_asked, self.copy_asked),
            (self.keys.chosen, self.keys_chosen),
            (self.phrasing.phrases_changed, self.phrases_asked),
            (self.phrasing.declared, self.sight_asked),
            (self.recovering.promise_asked, self.promise_asked),
            (self.checking.looked, self.machine_wanted),
            (self.revising.wanted, self.revision_wanted),
        ):
            signal.connect(out)

    # --- what is asked ---------------------------------------------------------------------------

    def ask(self, command: commands.Command) -> None:
        """Ask the show for `command`."""
        self._asked_go = isinstance(command, commands.Go)
        self.drop(REFUSED)
        if not isinstance(command, commands.Undo):
            self.drop(LAST_GESTURE)
        self._refused = False
        if (why := self.locks((command,))) is not None:
            self.refused(why)
            return
        self.asked.emit(command)
        if not self._refused:
            self.recovering.done(command)

    def refused(self, told: Told | Sentence, command: commands.Command | None = None) -> None:
        """Say that a command was refused, and why; a refused GO is also outlined for a second.

        Without `command` it is what this window asked last. A sentence's titles are said briefly.
        """
        if isinstance(told, Sentence):
            told = briefly(told, self._brief).text
        self._refused = True
        why = said_in(told, self.words.language)
        go = self._asked_go if command is None else isinstance(command, commands.Go)
        if go:
            self.live.go.refuse(why)
        self.rundown.refuse(why)
        self.asking.refuse(why)
        text = self.words.window.refused.format(why=why)
        self.say(Banner(REFUSED, "watch", text, seconds=6, answer=True))

    def question(self, name: str, about: str | None = None) -> None:
        """Ask the question called `name`: about what is on air; or `about` an item to come, else
        the one that is selected, else the next."""
        if self.board is None:
            return
        if name == Gesture.NOTE.value:
            self.note()
            return
        if not self.asking.open:
            self._followed = self.rundown.following
        coming = self.board.next.slot if self.board.next else None
        self.asking.ask(name, self.board, about or self.rundown.chosen_to_come() or coming)

    def note(self) -> None:
        """Stamp a note at this instant, about what is on air; then ask for its words."""
        if self.board is None:
            return
        about = None if self.board.on_air is None else self.board.on_air.slot
        self.ask(commands.Note(text="", slot=about))
        if not self._refused:
            from runofshow.ui.operator.questions import of_note

            self._wonder(of_note(self.board.rev, self.board), about)

    def _wonder(self, question: "Question", about: str | None = None) -> None:
        """Ask a question whose answer is not about what may be on air by then."""
        if self.board is not None:
            self._followed = self.rundown.following
            self.asking.put(question, self.board, about)

    def _line_closed(self, stays: bool) -> None:
        """The keyboard goes back to the rundown, which follows again unless it is to show a row."""
        self.rest()
        if self._followed and not stays:
            self.rundown.follow()

    def _undo(self) -> None:
        """Ask for the plan's undo; of what a plan took on air, for the time back too."""
        back = self.recovering.taken_on_air()
        self.ask(commands.Undo())
        if back is not None and not self._refused:
            self.ask(back)
            self.say(promise_banners.given_back(back))

    def undo(self) -> None:
        """Ask for undo; right after a live act, first say what the last act was and change nothing.

        A second time while that stands asks for it.
        """
        board = self.board
        last = None if board is None else board.gesture
        if board is None or last is None or self.banners.holds(LAST_GESTURE):
            self.drop(LAST_GESTURE)
            self._undo()
        elif board.now - last.at > FRESH:
            self._undo()
        else:
            self.drop(REFUSED)
            self.say(last_gesture(board, last, self.words, self._brief))

    def _take_revision(self, command: commands.Command, count: int) -> None:
        """Ask for what was ticked; refused, the sheet stays as it is."""
        from runofshow.ui.operator.revised import revised

        self.ask(command)
        if not self._refused:
            self.revising.leave()
            self.say(revised(count, self.board, self.words.window))

    # --- what is told ----------------------------------------------------------------------------

    def say(self, banner: Banner) -> None:
        """Show `banner` in the line of the tabs, when its turn comes."""
        self.banners.say(banner)

    def drop(self, key: str) -> None:
        """Take the banner called `key` away."""
        self.banners.drop(key)

    def _tell(self, text: str) -> None:
        self.say(Banner("told", "note", text, seconds=6, answer=True))

    def _banner_chosen(self, key: str, name: str) -> None:
        self.recovering.chosen(key, name)
        self.attending.chosen(key, name)
        if name == Gesture.NOTE.value:
            self.note()
        self.banner_chosen.emit(key, name)

    def reveal(self, slot: str) -> None:
        """Show an item in the rundown, whatever page was open."""
        self.pages.open("rundown")
        self.rundown.reveal(slot)

    # --- keys and menus --------------------------------------------------------------------------

    def act(self, action: Action) -> None:
        """Do what a key or an entry of the menus stands for.

        A digit's key is the digit's where that means something: on a French keyboard the sixth
        types "-", and is the sixth speaker's while there is one. Held down it is done once.
        """
        digit = self.speaking.digits.take()
        own = None if digit is None else self.menu.of_digit(digit.number)
        if own is None:
            self._do(action)
        elif digit is not None and not digit.repeats:
            self._do(own)
        self._recheck()

    def _do(self, action: Action) -> None:
        match action.does:
            case Turn(number):
                self.speaking.give(number)
            case Ready(number):
                self.messages.say(number)
            case PlanKey(number):
                self.recovery.apply(number)
            case Gesture():
                self._gesture(action.does)
            case Rehearse():
                self.rehearsal_asked.emit(action.does)
            case make:
                self.ask(make())

    def _gesture(self, gesture: Gesture) -> None:
        self._gestures[gesture]()

    def typed(self, event: QtGui.QKeyEvent) -> None:
        """Do what a key typed into another window of ours (the stage's) stands for here."""
        from runofshow.ui.operator.typed_elsewhere import meant

        self.speaking.digits.note(event)
        if (entry := meant(event, self.menu.actions_by_name.values())) is not None:
            entry.trigger()

    def _recheck(self) -> None:
        """A checked entry shows what is, not what was asked."""
        entries = self.menu.actions_by_name
        entries["flash"].setChecked(self.messages.flash.isChecked())
        entries["full_screen"].setChecked(self.isFullScreen())
        entries["lock"].setChecked(self.locked)
        if self.board is not None:
            entries["blackout"].setChecked(self.board.blackout)
            entries["incident"].setChecked(self.board.incident)

    def _offers(self) -> "Sequence[Entry]":
        from runofshow.ui.operator.palette_offers import offers

        return offers(self)

    def _focused(self, _before: object, has: object) -> None:
        typing = has.spaced if isinstance(has, Line) else isinstance(has, QtWidgets.QLineEdit)
        self.live.go.while_typing(typing)
        self.card.hold(self._in_card(has))

    # --- the show lock ---------------------------------------------------------------------------

    def lock(self, on: bool) -> None:
        """Lock the rundown against changes, or lift the lock; the day runs on as it does."""
        self.locked = on
        self.menu.lock(on)
        if self.whole:
            self.finding.renew()

    def locks(self, asked: Sequence[commands.Command]) -> Sentence | None:
        """Why the show lock refuses one of these commands; None when it lets them all through."""
        rehearses = self._rehearsal is not None  # nothing in it touches the show
        if rehearses or not self.locked or not any(map(locked, asked)):
            return None
        return Sentence.of("show_locked", key=cap("lock", self.words.window))

    def _lock_said(self) -> str:
        """Why nothing is to be edited now; nothing when it may be."""
        why = self.locks((commands.Undo(),))
        return "" if why is None else why.text(self.words.language)

    # --- files dropped, and leaving --------------------------------------------------------------

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:
        if dropped(event.mimeData()) is not None:
            event.acceptProposedAction()
            self.importing.prepare()

    def dropEvent(self, event: QtGui.QDropEvent) -> None:
        path = dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.activateWindow()  # what comes next is answered by keys: the file's window had them
            self.open_asked.emit(path)

    def leave(self) -> None:
        """Close for good; a mere close asks first (`quit_asked`)."""
        self._leaving = True
        self.close()

    def closeEvent(self, event: QtGui.QCloseEvent) -> None:
        if self._leaving:
            event.accept()
            return
        event.ignore()
        self.quit_asked.emit()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        if event.key() == QtCore.Qt.Key.Key_Escape:
            if self.recovering.leave_preview():
                return
            if self.touring.on:
                self.touring.left.emit()
                return
        super().keyPressEvent(event)
