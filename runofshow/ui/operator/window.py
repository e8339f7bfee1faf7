"""OperatorWindow: the régie's window. It shows boards, says words, and asks for commands.

- Every part has one place, by size and language alone; cards open below GO; a banner takes the
  place that waits for it. Nothing is modal.
- Ctrl+Z right after a live act changes nothing and says so: the plan's undo and the log's take
  back are two lanes, and the hand that wants one must not get the other.
- The window knows no desk: what it wants goes out as signals.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.core.sentences import Sentence
from runofshow.core.show_lock import locked
from runofshow.ui.dropping import dropped
from runofshow.ui.operator import promise_banners
from runofshow.ui.operator.banner import Banner, Choice, Told
from runofshow.ui.operator.banner import said as said_in
from runofshow.ui.operator.gestures import gestures
from runofshow.ui.operator.keymap import Keymap, spoken
from runofshow.ui.operator.keys import (
    RECOVERY_GESTURES,
    Action,
    Gesture,
    Menu,
    PlanKey,
    Ready,
    Rehearse,
    Turn,
    cap,
)
from runofshow.ui.operator.last_gesture import FRESH, LAST_GESTURE, last_gesture
from runofshow.ui.operator.line import Line
from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.parts import LEAST, Parts
from runofshow.ui.operator.readability import Seen
from runofshow.ui.operator.rundown import Rundown
from runofshow.ui.operator.strip import Lamp
from runofshow.ui.operator.timeline import Timeline
from runofshow.ui.speaker.face import Face
from runofshow.ui.texts import Words, words
from runofshow.ui.texts.window import Phrase
from runofshow.ui.titles import briefly

if TYPE_CHECKING:  # made when first needed, after the first painting
    from runofshow.core.catchup import Recovery
    from runofshow.core.paper import Sheet
    from runofshow.core.report import Report
    from runofshow.core.revision import Revision
    from runofshow.ui.operator.frame import Frame
    from runofshow.ui.operator.palette_entries import Entry
    from runofshow.ui.operator.questions import Question
    from runofshow.ui.operator.readiness import Machine
    from runofshow.ui.operator.recovery_lines import Offer
    from runofshow.ui.operator.rehearsal_bar import RehearsalBar

REFUSED: Final = "refused"


class OperatorWindow(Parts):
    """The régie's window.

    Signals: asked(command), language_asked("fr" or "en"), theme_asked(dark),
    stage_screen_asked(key), identify_asked(), demo_asked(), machine_wanted() when `know` is to be
    called, open_asked(Path), save_asked(Path),
    banner_chosen(key, name), preview_asked(Recovery or None) when a plan is to be tried,
    promise_asked(Promise) when another hard time is looked at, rehearsal_asked(Rehearse),
    report_wanted() when `report` is to be called, export_asked(Path, client) when it is to be
    written, paper_wanted() when `paper` is to be called, pdf_made(Path, bytes) when one is to be
    kept, revise_asked(Path) when a revised programme is to be looked at, revision_wanted() when
    `revising.bring` is to be called, quit_asked() when the window wants to close,
    lock_asked(on) when `lock` is to be called, keys_chosen(Keymap) when the keys are now others,
    phrases_asked(tuple of Phrase, or None for the program's own), sight_asked(inches or None,
    metres), setting_chosen(name, value), tour_asked().
    """

    asked = QtCore.Signal(object)
    language_asked = QtCore.Signal(str)
    theme_asked = QtCore.Signal(bool)
    stage_screen_asked = QtCore.Signal(str)
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
    _comes = QtCore.Signal(object)
    """A board, to every part: what one of them cannot show never stops the others."""

    def __init__(
        self,
        language: str = "fr",
        dark: bool = True,
        rundown: Rundown | None = None,
        timeline: Timeline | None = None,
        size: QtCore.QSize = LEAST,
    ) -> None:
        super().__init__(language, dark, rundown, timeline, size)
        self._phrases: tuple[Phrase, ...] | None = None
        self._live_word = "live"
        self._asked_go = False
        self._refused = False
        self._followed = True
        self.locked = False
        self.keymap = Keymap()
        self._leaving = False
        self._row_menu: QtWidgets.QMenu | None = None
        self._gestures = gestures(self)
        self._connect()

    def _connect(self) -> None:
        for part in (self.live, self.asking, self.messages, self.rundown, self.banners):
            part.asked.connect(self.ask)
        for action in self.menu.actions_by_name.values():
            self.addAction(action)
        for shows in (
            self.menu, self.strip, self.live, self.asking, self.messages, self.card,
            self.timeline, self.pages, self.touring, *self.overlays,
        ):  # fmt: skip
            self._comes.connect(shows.present)
        self.pages.wanted.connect(self.report_wanted)
        self.pages.export_asked.connect(self.export_asked)
        self.printing.wanted.connect(self.paper_wanted)
        self.printing.pdf_made.connect(self.pdf_made)
        self.overlays.left.connect(self.rest)
        self.pages.opened.connect(self.overlays.leave)
        self.files.open_asked.connect(self.open_asked)
        self.files.revise_asked.connect(self.revise_asked)
        self.files.save_asked.connect(self.save_asked)
        self.preferring.chosen.connect(self.setting_chosen)
        self.preferring.opens.connect(lambda gesture: self._gestures[gesture]())
        self.keys.chosen.connect(self.keys_chosen)
        self.keys.said.connect(self.say)
        self.banners.chosen.connect(self.keys.answer)
        self._connect_revising()
        self._connect_recovery()
        self._connect_speaking()
        self._connect_attending()
        self._connect_checking()
        self.menu.triggered.connect(self.act)
        self.menu.menus[Menu.RUNDOWN].aboutToShow.connect(self._offer_row)
        self.menu.stage_screen_asked.connect(self.stage_screen_asked)
        self.rundown.dragging.previewed.connect(self.timeline.preview)
        self.rundown.told.connect(self._tell)
        self.rundown.editor.locked = self._lock_said
        self._connect_timeline()
        self.banners.chosen.connect(self._banner_chosen)
        self._connect_messages()
        self.live.questioned.connect(self.question)
        self.asking.sought.connect(self.reveal)
        self.asking.closed.connect(self._line_closed)
        steps = self.live.steps.buttons
        self.touring.about(
            go=self.live.go, plus_one=steps["plus_one"], phrase_2=self.messages,
            recall=steps["recall"],
        )  # fmt: skip
        app = QtWidgets.QApplication.instance()
        if isinstance(app, QtWidgets.QApplication):
            app.focusChanged.connect(self._focused)

    def _connect_timeline(self) -> None:
        self.timeline.picked.connect(self.reveal)
        self.timeline.left.connect(self.rest)
        self.timeline.asked.connect(self.ask)
        self.timeline.told.connect(self._tell)
        self.timeline.tried.connect(self._draw)

    def _draw(self, tried: Board | None) -> None:
        """Show what an end that is drawn would bring; no plan is tried meanwhile."""
        self.recovering.leave_preview()
        self.preview(tried)

    def _connect_messages(self) -> None:
        self.messages.left.connect(self.rest)
        self.messages.more_asked.connect(self.phrasing.toggle)
        self.messages.resized.connect(self._place)
        self.phrasing.again.connect(self.messages.write_again)
        self.phrasing.phrases_changed.connect(self.phrases_asked)
        self.phrasing.declared.connect(self.sight_asked)

    def _connect_revising(self) -> None:
        revising = self.revising
        revising.wanted.connect(self.revision_wanted)
        revising.asked.connect(self._take_revision)
        revising.tried.connect(self.timeline.preview)

    def _connect_recovery(self) -> None:
        recovery = self.recovering
        recovery.asked.connect(self.ask)
        recovery.said.connect(self.say)
        recovery.dropped.connect(self.drop)
        recovery.preview_asked.connect(self._previewed)
        recovery.promise_asked.connect(self.promise_asked)
        recovery.opened.connect(self._place)
        recovery.left.connect(self.rest)
        recovery.offered.connect(self._offer_recovery)
        self._comes.connect(recovery.present)

    def _connect_speaking(self) -> None:
        panel = self.speaking
        panel.asked.connect(self.ask)
        panel.opened.connect(self._place)
        self._comes.connect(panel.present)

    def _connect_attending(self) -> None:
        people = self.attending
        people.asked.connect(self.ask)
        people.said.connect(self.say)
        people.dropped.connect(self.drop)
        people.wondered.connect(self._wonder)
        people.wanted.connect(lambda: self.pages.open("people"))
        self._comes.connect(people.present)
        self.pages.offer("people", people)

    def _connect_checking(self) -> None:
        ready = self.checking
        ready.asked.connect(self.ask)
        ready.wondered.connect(self._wonder)
        ready.revealed.connect(self.reveal)
        ready.acted.connect(lambda gesture: self._gestures[gesture]())
        ready.looked.connect(self.machine_wanted)
        self._comes.connect(ready.present)
        self.pages.offer("ready", ready)

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show `board` everywhere; only what changed is painted."""
        if self.board is not None and board.gesture != self.board.gesture:
            self.drop(LAST_GESTURE)  # it no longer is
        self.board = board
        self._comes.emit(board)
        own = self.words.window
        said = own.rehearsal_title if self._rehearsal else own.window_title
        self.setWindowTitle(said.format(title=board.title).removeprefix(" · "))

    def speak(self, language: str) -> None:
        """Say everything in `language` ("fr" or "en"), at once."""
        self.words = self._worded(language)
        for whole in (
            self.menu, self.strip, self.live, self.card, self.pages, self.recovering,
            self.speaking, self.attending, self.checking, self.touring, *self.overlays,
        ):  # fmt: skip
            whole.speak(self.words)
        self.files.words = self.words.window
        self.asking.speak(self.words.window)
        self.messages.speak(self.words.window)
        self.timeline.speak(self.words)
        if self._rehearsal is not None:
            self._rehearsal[0].speak(self.words)
        if self.board is not None:
            self.present(self.board)

    def use_keys(self, keymap: Keymap) -> None:
        """Hear the keys of `keymap` from now on, and name them everywhere."""
        self.keymap = keymap
        self.menu.use_keys(keymap)
        self.keys.use_keys(keymap)
        self.speak(self.words.language)

    def lock(self, on: bool) -> None:
        """Lock the rundown against changes, or lift the lock; the day runs on as it does."""
        self.locked = on
        self.menu.lock(on)
        self.finding.renew()

    def _lock_said(self) -> str:
        """Why nothing is to be edited now; nothing when it may be."""
        why = self.locks((commands.Undo(),))
        return "" if why is None else why.text(self.words.language)

    def locks(self, asked: Sequence[commands.Command]) -> Sentence | None:
        """Why the show lock refuses one of these commands; None when it lets them all through."""
        rehearses = self._rehearsal is not None  # nothing in it touches the show
        if rehearses or not self.locked or not any(map(locked, asked)):
            return None
        return Sentence.of("show_locked", key=cap("lock", self.words.window))

    def _worded(self, language: str) -> Words:
        """The words of `language`, with the régie's own words, keys and phrases among them."""
        own = self._phrases
        said = spoken(words(language).with_live(self._live_word), self.keymap)
        return said if own is None else said.having(window=said.window.having(phrases=own))

    def call_live(self, word: str) -> None:
        """Call what is on air so from now on: "live", or "antenna"."""
        if word != self._live_word:
            self._live_word = word
            self.speak(self.words.language)

    def offer_phrases(self, phrases: Sequence[Phrase] | None) -> None:
        """Offer these ready phrases; None: the program's own."""
        own = None if phrases is None else tuple(phrases)
        if own != self._phrases:
            self._phrases = own
            self.words = self._worded(self.words.language)
            self.messages.speak(self.words.window)
            for whole in (self.menu, self.keys, self.phrasing):
                whole.speak(self.words)

    def see(self, seen: Seen) -> None:
        """Judge messages by how the stage is seen."""
        self.messages.look(seen.sight)
        self.phrasing.see(seen)

    def rehearse(self, bar: "RehearsalBar | None", frame: "Frame | None" = None) -> None:
        """Turn to a rehearsal with its bar and frame, or back to the show.

        Nothing begun on the one may end on the other: open lines and answers are left.
        """
        self.rundown.leave()
        self.timeline.give_up()
        self.recovering.leave()
        self.speaking.leave()
        self.attending.leave()
        self.asking.leave()
        self.overlays.leave()
        self.banners.forget_answers()
        for part in self._rehearsal or ():
            part.hide()
        self._rehearsal = None if bar is None or frame is None else (bar, frame)
        self.board = None
        self.menu.rehearse(self._rehearsal is not None)
        self.touring.end()
        self._dress()
        for part in self._rehearsal or ():
            part.use(self.theme)
            part.show()
            part.raise_()
        self.rest()

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

    def say(self, banner: Banner) -> None:
        """Show `banner` in the line of the tabs, when its turn comes."""
        self.banners.say(banner)

    def drop(self, key: str) -> None:
        """Take the banner called `key` away."""
        self.banners.drop(key)

    def lamps(self, lamps: Sequence[Lamp]) -> None:
        """Show how stage screen, network, disk and mains power stand."""
        self.strip.lamps(lamps)

    def know(self, machine: "Machine") -> None:
        """Show on the page « Prêt ? » how the machine stands."""
        self.checking.know(machine)

    def stage_named(self, name: str) -> None:
        """Say which screen the stage is on."""
        self.live.stage_named(name)

    def stage_face(self, shown: Face | None) -> None:
        """Show in the thumbnail the face that the stage window shows (its `picture_changed`)."""
        self.live.stage_face(shown)

    def stage_choices(self, choices: Sequence[StageChoice]) -> None:
        """Offer the screens that the stage may go to."""
        self.menu.offer_screens(choices)
        self.preferring.offer_screens(choices)

    def offer(self, offer: "Offer | None") -> None:
        """Show the plans for the hard time at risk, when they are reckoned."""
        self.recovering.offer(offer)

    def preview(self, tried: Board | None) -> None:
        """Show on the rundown and the timeline what a plan would bring; None shows what is."""
        self.rundown.preview(tried)
        self.timeline.preview(tried)

    def report(self, report: "Report") -> None:
        """Show `report` on the page that asked for it."""
        self.pages.bring(report)

    def read(self, file: Path, data: bytes, *, revises: bool = False) -> None:
        """Read a file that is no schedule of ours, and show what it would become."""
        self.importing.start(file, data, revises=revises)

    def paper(self, said: "Sheet") -> None:
        """Lay out and show the rundown as it is printed."""
        self.printing.bring(said)

    def revise(self, revision: "Revision", name: str) -> None:
        """Open what a revised programme, the file called `name`, changes."""
        self.revising.begin(revision, name)

    def _take_revision(self, command: commands.Command, count: int) -> None:
        """Ask for what was ticked; refused, the sheet stays as it is."""
        from runofshow.ui.texts.revision import revision_words

        self.ask(command)
        if self._refused:
            return
        self.revising.leave()

        def text(language: str) -> str:
            words = revision_words(language)
            return words.taken_one if count == 1 else words.taken.format(count=count)

        key = cap("answer", self.words.window)
        choices = [
            Choice(
                lambda language: revision_words(language).back.format(answer=key), commands.Undo()
            )
        ]
        if self.board is not None and self.board.state in ("on_air", "between"):
            # What was printed is the former programme: the new one may be what counts from now on.
            anew = Choice(lambda language: revision_words(language).reprint, commands.Reprint())
            choices.append(anew)
        self.say(Banner("revised", "note", text, tuple(choices), seconds=20, answer=True))

    def _offers(self) -> "Sequence[Entry]":
        from runofshow.ui.operator.palette_offers import offers

        return offers(self)

    def reveal(self, slot: str) -> None:
        """Show an item in the rundown, whatever page was open."""
        self.pages.open("rundown")
        self.rundown.reveal(slot)

    def _tell(self, text: str) -> None:
        self.say(Banner("told", "note", text, seconds=6, answer=True))

    # --- what is asked -------------------------------------------------------------------------

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

    def act(self, action: Action) -> None:
        """Do what a key or an entry of the menus stands for."""
        if not self.speaking.digit_means():
            self._do(action)
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
                self._gestures[action.does]()
            case Rehearse():
                self.rehearsal_asked.emit(action.does)
            case make:
                self.ask(make())

    def typed(self, event: QtGui.QKeyEvent) -> None:
        """Do what a key typed into another window of ours (the stage's) stands for here."""
        self.speaking.digits.note(event)
        for pressed in _as_shortcuts(event):
            for action in self.menu.actions_by_name.values():
                if pressed in action.shortcuts() and action.isEnabled():
                    action.trigger()
                    return

    def _offer_row(self) -> None:
        """Put what the selected row can be asked below the rundown's own entries."""
        menu = self.menu.menus[Menu.RUNDOWN]
        if self._row_menu is not None:
            for entry in self._row_menu.actions():
                menu.removeAction(entry)
            self._row_menu.deleteLater()
        self._row_menu = self.rundown.menu()
        if self._row_menu is not None:
            self._row_menu.insertSeparator(self._row_menu.actions()[0])
            menu.addActions(self._row_menu.actions())

    def _recheck(self) -> None:
        """A checked entry shows what is, not what was asked."""
        entries = self.menu.actions_by_name
        entries["flash"].setChecked(self.messages.flash.isChecked())
        entries["full_screen"].setChecked(self.isFullScreen())
        entries["lock"].setChecked(self.locked)
        if self.board is not None:
            entries["blackout"].setChecked(self.board.blackout)
            entries["incident"].setChecked(self.board.incident)

    def _previewed(self, plan: "Recovery | None") -> None:
        """A plan is to be tried, or no longer: whoever knows the show sends what it would bring."""
        if plan is None:
            self.preview(None)
        self.preview_asked.emit(plan)

    def _offer_recovery(self) -> None:
        """Open the entries of recovery that mean something now."""
        self.menu.offer_plans(self.recovering.names)
        self.menu.offer(
            {gesture.value: self.recovering.means(gesture) for gesture in RECOVERY_GESTURES}
        )

    def _banner_chosen(self, key: str, name: str) -> None:
        self.recovering.chosen(key, name)
        self.attending.chosen(key, name)
        if name == Gesture.NOTE.value:
            self.note()
        self.banner_chosen.emit(key, name)

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

    def _focused(self, _before: object, has: object) -> None:
        typing = has.spaced if isinstance(has, Line) else isinstance(has, QtWidgets.QLineEdit)
        self.live.go.while_typing(typing)

    # --- files ---------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QtGui.QDragEnterEvent) -> None:
        if dropped(event.mimeData()) is not None:
            event.acceptProposedAction()
            self.importing.prepare()

    def dropEvent(self, event: QtGui.QDropEvent) -> None:
        path = dropped(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.open_asked.emit(path)

    # --- the window itself ---------------------------------------------------------------------

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


def _as_shortcuts(event: QtGui.QKeyEvent) -> list[QtGui.QKeySequence]:
    """The sequences that a key may be known by, as Qt's own shortcuts try them.

    As pressed, then without the keypad's mark, then without the Shift that typing a sign took.
    """
    modifier = QtCore.Qt.KeyboardModifier
    held = event.modifiers() & ~modifier.KeypadModifier
    tried = [event.modifiers(), held, held & ~modifier.ShiftModifier]
    key = QtCore.Qt.Key(event.key())
    return [QtGui.QKeySequence(QtCore.QKeyCombination(held, key)) for held in tried]
