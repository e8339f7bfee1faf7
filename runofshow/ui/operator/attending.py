"""What the window does about people and incidents: the page, calls, who is absent.

- The page is made when first opened; what is said of calls is loaded with the first call.
- Keys about people act on who is chosen on their page. While it is not open, what answers a call
  answers the one that stands; any other opens the page.
- Who turns out to be absent leaves a choice, in a banner that stands until it is made or idle.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6 import QtCore, QtWidgets

from runofshow.core import commands
from runofshow.core.board import Board
from runofshow.core.commands import State
from runofshow.ui.operator.actions import Gesture
from runofshow.ui.operator.page_keeper import PageKeeper
from runofshow.ui.texts import Words
from runofshow.ui.theme import Theme

if TYPE_CHECKING:
    from runofshow.core.people import Call
    from runofshow.ui.operator.absence import Absence
    from runofshow.ui.operator.attendance import Person
    from runofshow.ui.operator.people_page import PeoplePage

_BOOKS: Final[dict[Gesture, State]] = {
    Gesture.ARRIVED: "arrived",
    Gesture.WIRED: "ready",
    Gesture.ABSENT: "absent",
    Gesture.AWAITED: "expected",
}


class Attending(PageKeeper["PeoplePage"]):
    """Keeps the page of people and speaks for it; `brief` says how many letters a title has.

    Signals: asked(command), said(Banner), dropped(key), wondered(Question) when the line is to ask
    it, wanted() when the page is to be opened.
    """

    asked = QtCore.Signal(object)
    said = QtCore.Signal(object)
    dropped = QtCore.Signal(str)
    wondered = QtCore.Signal(object)
    wanted = QtCore.Signal()

    def __init__(
        self, theme: Theme, words: Words, card: QtWidgets.QWidget, brief: Callable[[], int]
    ) -> None:
        super().__init__(theme, words, card)
        self._brief = brief
        self._calls: tuple[Call, ...] = ()
        self._absences: tuple[Absence, ...] = ()

    def make(self) -> "PeoplePage":
        from runofshow.ui.operator.people_page import PeoplePage

        page = PeoplePage(self.theme, self.words, self.card)
        page.acted.connect(self.act)
        page.stepped.connect(self._step)
        return page

    # --- values in -----------------------------------------------------------------------------

    def present(self, board: Board) -> None:
        """Show the people of `board`, raise its calls, and tell who is absent and of incidents."""
        before = self.board
        super().present(board)
        if board.calls != self._calls:
            self._call(board)
        if before is not None and before.rev != board.rev:
            self._tell_absent(before, board)
            if before.incident:
                self._tell_incident(before, board)

    def leave(self) -> None:
        """Leave everything of this show: another one comes, and nothing has happened between."""
        from runofshow.ui.operator import calls

        self.board = None
        for call in self._calls:
            self.dropped.emit(calls.key(call))
        for gone in self._absences:
            self.dropped.emit(gone.key)
        self._calls = self._absences = ()

    # --- calls ---------------------------------------------------------------------------------

    def _call(self, board: Board) -> None:
        """Raise the calls that are new, or of which somebody has been answered for."""
        from runofshow.ui.operator import calls

        known = {call.slot: call.awaited for call in self._calls}
        standing = {call.slot for call in board.calls}
        for gone in self._calls:
            if gone.slot not in standing:
                self.dropped.emit(calls.key(gone))
        self._calls = board.calls
        for call in reversed(board.calls):  # what is asked last is answered first: the soonest
            if known.get(call.slot) != call.awaited:
                chosen = self.words.window.chosen_keys
                self.said.emit(calls.banner(call, board, chosen, self._brief()))

    # --- incidents -----------------------------------------------------------------------------

    def _tell_incident(self, before: Board, board: Board) -> None:
        """Say what is forgotten on the stage, and offer to write down what was over."""
        from runofshow.ui.operator import incidents

        if not board.incident:
            self.dropped.emit(incidents.INCIDENT)
        banner = incidents.told(before, board, self.words.window.chosen_keys)
        if banner is not None:
            self.said.emit(banner)

    # --- who is absent -------------------------------------------------------------------------

    def _tell_absent(self, before: Board, board: Board) -> None:
        """Offer what may be done without who turns out to be absent, until it is idle."""
        from runofshow.ui.operator import absence

        kept = tuple(each for each in self._absences if absence.stands(board, each))
        for gone in self._absences:
            if gone not in kept:
                self.dropped.emit(gone.key)
        fresh = tuple(absence.absences(before, board))
        self._absences = kept + fresh
        for each in reversed(fresh):  # what is asked last is answered first: the soonest
            self.said.emit(absence.banner(each, self._brief()))

    def chosen(self, key: str, name: str) -> None:
        """Ask who replaces somebody absent, if that is what was chosen of a banner."""
        if name:
            for gone in self._absences:
                if gone.key == key:
                    self._replace(self._named(gone.name))

    def _replace(self, person: "Person | None") -> None:
        from runofshow.ui.operator import people_questions

        if person is not None:
            self.wondered.emit(people_questions.of_replacement(person))

    def _named(self, name: str) -> "Person | None":
        from runofshow.ui.operator.attendance import key_of, people

        everybody = () if self.board is None else people(self.board)
        return next((each for each in everybody if each.key == key_of(name)), None)

    # --- hands ---------------------------------------------------------------------------------

    def act(self, gesture: Gesture) -> None:
        """Do what a key or a button about people stands for."""
        person = self.page.chosen if self.open else None
        if gesture is Gesture.CALL_BEFORE:
            from runofshow.ui.operator import people_questions

            self.wondered.emit(people_questions.of_calls())
        elif person is not None:
            self._about(person, gesture)
        elif gesture in (Gesture.CALLED, Gesture.ARRIVED, Gesture.WIRED) and self._calls:
            self._answer(self._calls[0], gesture)
        else:
            self.wanted.emit()

    def _about(self, person: "Person", gesture: Gesture) -> None:
        from runofshow.ui.operator import attendance, people_questions

        match gesture:
            case Gesture.CALLED:
                self.asked.emit(attendance.calling(person))
            case Gesture.MIC:
                self.wondered.emit(people_questions.of_mic(person))
            case Gesture.PHONE:
                self.wondered.emit(people_questions.of_phone(person))
            case Gesture.REPLACE:
                self._replace(person)
            case _:
                self.asked.emit(attendance.booking(person, _BOOKS[gesture]))

    def _answer(self, call: "Call", gesture: Gesture) -> None:
        """Answer a call for all who are awaited."""
        if gesture is Gesture.CALLED or not call.awaited:
            self.asked.emit(commands.Called(slot=call.slot))
            return
        book = partial(commands.Speaker, slot=call.slot, state=_BOOKS[gesture])
        for each in call.awaited:
            self.asked.emit(book(who=each.number))

    def _step(self, person: "Person") -> None:
        from runofshow.ui.operator import attendance

        self.asked.emit(attendance.booking(person, attendance.advanced(person)))
