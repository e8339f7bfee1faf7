"""The line below GO, with real keys, tied to a real show: what is typed is what happens."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core.board import Board
from runofshow.core.commands import Command, command_of
from runofshow.core.errors import Refused
from runofshow.core.plan import Plan
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.core.times import instant, read_civil
from runofshow.desk import Desk
from runofshow.ui.lettering import length_of
from runofshow.ui.operator.questions import JUMP, QUESTIONS, Question
from runofshow.ui.operator.window import OperatorWindow
from tests.hand import HandClock
from tests.rows import each_row
from tests.ui.operator.window_days import GO, Do, seed

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
CTRL, KEYPAD = Held.ControlModifier, Held.KeypadModifier


class AtTheDesk:
    """The régie's window at a real desk whose clock stands still until it is turned."""

    def __init__(self, window: OperatorWindow, plan: Plan, hands: Sequence[tuple[str, Do]]) -> None:
        self.window, self.plan = window, plan
        self.asked: list[Command] = []
        self.clock = HandClock(self.at("8:00"))
        self.desk = Desk(Show.of(plan), self.clock)
        self.desk.subscribe(lambda: window.present(self.desk.board()))
        for clock, do in hands:
            self.turn(clock)
            assert self.desk.do(command_of(do)).ok
        window.asked.connect(self._take)
        window.asking.foresee = self._foresee
        window.present(self.desk.board())

    def at(self, clock: str) -> Any:
        return instant(self.plan.date, read_civil(clock), self.plan.zone)

    def turn(self, clock: str) -> "AtTheDesk":
        self.clock.at = self.at(clock)
        self.window.present(self.desk.board())
        return self

    def _take(self, command: Command) -> None:
        self.asked.append(command)
        answer = self.desk.do(command)
        if answer.why is not None:
            self.window.refused(answer.why, command)

    def _foresee(self, asked: Sequence[Command]) -> Board | Sentence:
        try:
            return self.desk.foreseen(asked)
        except Refused as refused:
            return refused.sentence

    # --- hands ---

    def key(self, key: Key, held: Held = Held.NoModifier) -> "AtTheDesk":
        QtTest.QTest.keyClick(self.focused, key, held)
        return self

    def type(self, text: str) -> "AtTheDesk":
        for letter in text:
            if letter.isascii():
                QtTest.QTest.keyClicks(self.focused, letter)
            else:  # which QTest does not know
                event = QtGui.QKeyEvent(
                    QtCore.QEvent.Type.KeyPress, Key.Key_unknown, Held.NoModifier, letter
                )
                QtWidgets.QApplication.sendEvent(self.focused, event)
        return self

    @property
    def focused(self) -> QtWidgets.QWidget:
        """What keys go to."""
        widget: QtWidgets.QWidget | None = self.window.focusWidget()
        return self.window if widget is None else widget

    # --- what is seen ---

    @property
    def did(self) -> list[dict[str, Any]]:
        """What was asked, as JSON."""
        return [command.as_json() for command in self.asked]

    @property
    def plate(self) -> list[str]:
        """What the plate says, spaces plain."""
        told = self.window.asking.line.plate
        lines = (f"{line.head} | {line.rest}" if line.head else line.rest for line in told)
        return [line.replace("\u00a0", " ").replace("\u202f", " ") for line in lines]

    @property
    def on_air(self) -> str | None:
        live = self.desk.board().on_air
        return None if live is None else live.title

    @property
    def coming(self) -> list[str]:
        """The cues of the leaves to come."""
        rows = self.desk.board().slots
        return [row.cue for row in rows if row.leaf and row.status in ("next", "to_come")]


PANEL = (("9:00", GO), ("9:15", GO), ("9:20", GO))
"""The seed's day on time: 2.2, the panel, on air since 9:20."""


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[OperatorWindow]:
    window = OperatorWindow("fr")
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.rest()
    yield window
    window.leave()


@pytest.fixture
def desk(made: OperatorWindow) -> AtTheDesk:
    """In the panel, at 9:30."""
    return AtTheDesk(made, seed(), PANEL).turn("9:30")


# --- something that nobody planned ---------------------------------------------------------------


def test_an_item_is_put_next_by_enter(desk: AtTheDesk) -> None:
    desk.key(Key.Key_F4).type("mot du maire 5")
    assert desk.plate == [
        "« Mot du maire », 5 min | ",
        "Entrée, à suivre | Déjeuner convivial 12h15 → 12h20 (compromise)",
        "Ctrl+Entrée, lancer | clôt 2.2, rien d'autre ne bouge",
    ]
    desk.key(Key.Key_Return)
    (insert,) = desk.did
    assert insert["after"] == "table-ronde"
    assert insert["slot"] == {
        "id": "mot-du-maire", "kind": "talk", "title": "Mot du maire", "duration": "5m",
    }  # fmt: skip
    assert (desk.on_air, desk.coming[0]) == (_title("table-ronde"), "2.2A")
    assert desk.window.asking.line.isHidden()
    assert desk.focused is desk.window.rundown.rows


def test_an_item_is_put_next_and_on_air_by_one_gesture(desk: AtTheDesk) -> None:
    desk.key(Key.Key_F4).type("mot du maire, 1:30").key(Key.Key_Return, CTRL)
    assert [command["do"] for command in desk.did] == ["insert", "go"]
    board = desk.desk.board()
    assert board.on_air is not None
    assert (board.on_air.title, board.on_air.remaining.total_seconds()) == ("Mot du maire", 90)
    # the log takes the GO back, then undo the item
    desk.key(Key.Key_Z, CTRL)
    assert desk.window.banners.text.startswith("Dernier geste")
    desk.key(Key.Key_Backspace, CTRL)
    assert desk.on_air == _title("table-ronde")
    assert desk.coming[0] == "2.2A"
    desk.turn("9:31").key(Key.Key_Z, CTRL)
    assert desk.coming[0] == "3.1"


def test_an_item_without_a_length_is_given_one_that_is_a_guess(desk: AtTheDesk) -> None:
    desk.key(Key.Key_F4).type("minute de silence")
    assert desk.plate[0] == "« Minute de silence », 5 min (durée supposée) | "
    desk.key(Key.Key_Return)
    assert desk.did[0]["slot"]["guessed"] == ["duration"]


@each_row(
    "hands, clock, place",
    [
        ((), "8:50", {"before": "accueil"}),
        (PANEL[:1], "9:05", {"after": "accueil"}),
        ((*PANEL, ("10:25", {"do": "end"})), "10:26", {"after": "table-ronde"}),
    ],
)
def test_what_is_inserted_comes_next_whatever_the_moment(
    made: OperatorWindow, hands: Sequence[tuple[str, Do]], clock: str, place: dict[str, str]
) -> None:
    desk = AtTheDesk(made, seed(), hands).turn(clock)
    desk.key(Key.Key_F4).type("pause jusqu'à 10h40").key(Key.Key_Return)
    (insert,) = desk.did
    assert {name: insert[name] for name in place} == place
    assert insert["slot"]["end"] == "10:40"
    board = desk.desk.board()
    assert board.next is not None
    assert (board.next.title, board.next.kind) == ("Pause", "break")


def test_a_go_too_soon_leaves_the_item_next_and_says_so(desk: AtTheDesk) -> None:
    desk.key(Key.Key_Space)
    desk.key(Key.Key_F4).type("mot du maire 5").key(Key.Key_Return, CTRL)
    assert desk.coming[0] == "3.1A"
    assert desk.window.asking.line.isVisible()
    assert "TOP déjà donné" in desk.plate[0]


# --- elsewhere -----------------------------------------------------------------------------------


def test_a_number_runs_a_later_item_and_those_between_stay_to_come(desk: AtTheDesk) -> None:
    desk.key(Key.Key_F3).type("3.2")
    assert desk.plate == [
        "3.2 Synthèse des travaux sur les modèles de… · Gerardo GIL · 10 min | ",
        "Entrée, montrer | ",
        "Ctrl+Entrée, lancer | clôt 2.2, 3.1 reste à venir, Déjeuner convivial 12h15 → 12h05",
    ] or desk.plate[2].startswith("Ctrl+Entrée, lancer | clôt 2.2, 3.1 reste à venir")
    assert desk.window.rundown.rows.current == "synthese"
    desk.key(Key.Key_Return, CTRL)
    assert desk.did == [{"do": "go", "slot": "synthese"}]
    assert desk.coming[:2] == ["3.1", "3.3.1"]
    assert desk.window.rundown.following


def test_enter_alone_shows_an_item_and_runs_nothing(desk: AtTheDesk) -> None:
    desk.key(Key.Key_F3).type("lemoine").key(Key.Key_Return)
    assert desk.did == []
    assert desk.window.asking.line.isHidden()
    assert desk.window.rundown.rows.current == "eclairage-3"


def test_up_and_down_go_through_what_the_words_may_mean(desk: AtTheDesk) -> None:
    desk.key(Key.Key_F3).type("conclusion")
    assert desk.plate[0].endswith("| 1 sur 3 ↑↓")
    desk.key(Key.Key_Down)
    assert desk.plate[0].startswith("5 Conclusion de la matinée")
    desk.key(Key.Key_Up).key(Key.Key_Up)
    assert desk.plate[0].startswith("8 Conclusion de la journée")


def test_what_cannot_be_run_says_why_beforehand(desk: AtTheDesk) -> None:
    desk.key(Key.Key_F3).type("mot d'acc")
    assert desk.plate[2] == "Ctrl+Entrée, lancer | « Mot d'accueil » est déjà passée."
    desk.key(Key.Key_Return, CTRL)
    assert desk.did == []
    assert desk.window.asking.line.isVisible()
    desk.window.asking.line.line.clear()
    desk.type("zzz")
    assert desk.plate == ["aucune séquence de ce nom ni de ce numéro"]


def test_leaving_the_search_goes_back_to_what_is_live(made: OperatorWindow) -> None:
    made.resize(1366, 640)
    desk = AtTheDesk(made, seed(), PANEL).turn("9:30")
    desk.key(Key.Key_F3).type("8")
    assert not made.rundown.following
    desk.key(Key.Key_Escape)
    assert made.rundown.following


def test_the_selected_row_is_run_by_one_key(desk: AtTheDesk) -> None:
    assert _note(desk) == "17 séquences · suit le direct"
    desk.window.rundown.rows.select("synthese")
    assert _note(desk) == "Ctrl+Maj+Entrée : lancer 3.2 ; 3.1 reste à venir"
    desk.key(Key.Key_Return, CTRL | Held.ShiftModifier)
    assert desk.did == [{"do": "go", "slot": "synthese"}]
    assert desk.coming[0] == "3.1"


def test_the_row_that_go_takes_anyhow_needs_no_other_key(desk: AtTheDesk) -> None:
    desk.window.rundown.rows.select("film-2")
    assert _note(desk) == "17 séquences · suit le direct"


def _note(desk: AtTheDesk) -> str:
    shown = desk.window.card.tabs.value
    assert shown is not None
    return shown.note.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_selected_row_out_of_sight_is_first_shown(made: OperatorWindow) -> None:
    made.resize(1366, 640)
    desk = AtTheDesk(made, seed(), PANEL).turn("9:30")
    made.rundown.rows.select("conclusion-journee")
    desk.key(Key.Key_Return, CTRL | Held.ShiftModifier)
    assert desk.did == []
    assert "Ctrl+Maj+Entrée encore" in made.banners.text
    desk.key(Key.Key_Return, CTRL | Held.ShiftModifier)
    assert desk.did == [{"do": "go", "slot": "conclusion-journee"}]


def test_a_selected_row_under_another_page_is_first_shown(desk: AtTheDesk) -> None:
    desk.window.rundown.rows.select("synthese")
    desk.window.pages.open("log")
    desk.key(Key.Key_Return, CTRL | Held.ShiftModifier)
    assert desk.did == []
    assert desk.window.rundown.isVisible()
    desk.key(Key.Key_Return, CTRL | Held.ShiftModifier)
    assert desk.did == [{"do": "go", "slot": "synthese"}]


def test_with_no_row_selected_that_key_asks_which(desk: AtTheDesk) -> None:
    desk.key(Key.Key_Return, CTRL | Held.ShiftModifier)
    assert desk.window.asking.line.question is JUMP


# --- corrections ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "key, held, text, says, did",
    [
        (Key.Key_G, CTRL, "90 s", "depuis 1 min 30, à 9h28:30", {"do": "began", "ago": "1m30s"}),
        (Key.Key_G, CTRL, "1:30", "depuis 1 min 30, à 9h28:30", {"do": "began", "ago": "1m30s"}),
        (Key.Key_G, CTRL, "à 9h18", "depuis 12 min, à 9h18", {"do": "began", "ago": "12m"}),
        (Key.Key_G, CTRL | Held.ShiftModifier, "2", "depuis 2 min, à 9h28",
         {"do": "ended", "ago": "2m"}),
        (Key.Key_T, CTRL, "10h35", "à 10h35, donne 5 min", {"do": "stretch", "to": "10:35"}),
        (Key.Key_T, CTRL, "dans 45 min", "à 10h15, reprend 15 min",
         {"do": "stretch", "to": "10:15"}),
        (Key.Key_J, CTRL, "10h38", "à 10h38, dans 1 h 08",
         {"do": "expect", "slot": "table-ronde", "end": "10:38"}),
        (Key.Key_J, CTRL | Held.ShiftModifier, "10h40", "à 10h40, dans 1 h 10",
         {"do": "expect", "slot": "film-2", "start": "10:40"}),
    ],
)  # fmt: skip
def test_a_correction_is_one_key_and_what_is_typed(
    desk: AtTheDesk, key: Key, held: Held, text: str, says: str, did: dict[str, Any]
) -> None:
    desk.key(key, held).type(text)
    assert desk.plate[0] == f"{says} | "
    desk.key(Key.Key_Return)
    assert desk.did == [did]


def test_a_note_is_stamped_by_its_key_and_gets_its_words_if_any_are_typed(desk: AtTheDesk) -> None:
    desk.key(Key.Key_N, CTRL)
    stamped: Do = {"do": "note", "text": "", "slot": "table-ronde"}
    assert desk.did == [stamped]
    rev = desk.desk.show.rev
    assert desk.window.asking.line.line.accessibleName() == "Note de 9h30"
    desk.type("micro 2 faible")
    assert desk.plate[0] == "2.2 Table ronde | "
    desk.turn("9:32").key(Key.Key_Return)
    assert desk.did == [stamped, {"do": "note", "text": "micro 2 faible", "of": rev}]
    (stamp,) = desk.desk.show.log.stamps
    assert (stamp.text, stamp.at) == ("micro 2 faible", desk.at("9:30"))
    # without words the instant stays
    desk.key(Key.Key_N, CTRL).key(Key.Key_Escape)
    assert not desk.window.asking.open
    assert [each.text for each in desk.desk.show.log.stamps] == ["micro 2 faible", ""]


def test_the_consequences_of_a_correction_are_said_before(desk: AtTheDesk) -> None:
    desk.key(Key.Key_J, CTRL).type("10h38")
    assert desk.plate[1] == "Déjeuner convivial 12h15 → 12h23 (compromise)"


def test_what_would_be_refused_is_said_before_and_not_asked(desk: AtTheDesk) -> None:
    desk.key(Key.Key_G, CTRL).type("20 min")
    assert desk.plate[1] == "Ce serait avant le début de « Film introductif »."
    assert not desk.window.asking.line.confirm.isEnabled()
    desk.key(Key.Key_Return)
    assert desk.did == []


@each_row("text, why", [("bientôt", "pas une heure"), ("9h12", "c'est passé")])
def test_a_time_that_says_nothing_is_not_asked(desk: AtTheDesk, text: str, why: str) -> None:
    desk.key(Key.Key_J, CTRL).type(text)
    assert why in desk.plate[0]
    desk.key(Key.Key_Return)
    assert desk.did == []


def test_the_chosen_item_is_announced_and_the_announcement_taken_back(desk: AtTheDesk) -> None:
    desk.window.rundown.rows.select("resultats")
    desk.key(Key.Key_J, CTRL | Held.ShiftModifier)
    assert desk.window.asking.line.line.accessibleName() == "4 annoncé à"
    desk.type("11h50").key(Key.Key_Return)
    row = next(row for row in desk.desk.board().slots if row.id == "resultats")
    assert row.announced == desk.at("11:50")
    shown = desk.window.rundown.rows.line(desk.desk.board().slots.index(row))
    assert shown.suffix == "annoncé 11h50"
    desk.key(Key.Key_J, CTRL | Held.ShiftModifier)
    assert desk.plate[1] == "annoncé 11h50 ; « - » ne l'annonce plus"
    desk.type("-").key(Key.Key_Return)
    assert desk.did[-1] == {"do": "expect", "slot": "resultats", "start": None}


def test_an_announced_end_stands_in_the_live_card(desk: AtTheDesk) -> None:
    desk.key(Key.Key_J, CTRL).type("10h38").key(Key.Key_Return)
    verdict = desk.window.live.verdict.value
    assert verdict is not None
    assert (verdict.hour, verdict.planned) == ("10h30", "rendra à 10h38")


# --- what is typed is neither lost nor confirmed by accident -------------------------------------


def test_the_keypads_enter_is_go_and_what_is_typed_stays(desk: AtTheDesk) -> None:
    for count, name in enumerate(QUESTIONS, start=1):
        desk.turn(f"9:{30 + count}").window.question(name)
        desk.type("3").key(Key.Key_Enter, KEYPAD)
        assert desk.did == [{"do": "go"}] * count
        assert desk.window.asking.line.line.text() == "3"
        assert desk.focused is desk.window.asking.line.line


def test_a_question_about_what_was_on_air_asks_nothing_about_what_now_is(desk: AtTheDesk) -> None:
    desk.key(Key.Key_G, CTRL).type("3").key(Key.Key_Enter, KEYPAD)
    assert desk.plate == ["« 2.2 Table ronde » n'est plus en cours : reprendre la saisie, ou Échap"]
    desk.key(Key.Key_Return)
    assert len(desk.did) == 1
    # taken back, the question stands again
    desk.turn("9:30:05").key(Key.Key_Backspace, CTRL)
    assert desk.on_air == _title("table-ronde")
    assert desk.plate[0].startswith("depuis 3 min")


def test_whoever_goes_on_typing_means_what_is_on_air_now(desk: AtTheDesk) -> None:
    desk.key(Key.Key_G, CTRL).type("1").key(Key.Key_Enter, KEYPAD)
    desk.turn("9:31").type("5").key(Key.Key_Backspace)
    assert desk.plate[0].startswith("depuis 1 min")


def test_what_is_ended_meanwhile_is_announced_no_more(desk: AtTheDesk) -> None:
    desk.key(Key.Key_J, CTRL).key(Key.Key_E, CTRL).type("3")
    assert desk.plate == ["Rien n'est en cours."]
    desk.key(Key.Key_Return)
    assert [did["do"] for did in desk.did] == ["end"]


def test_what_is_pasted_is_no_longer_than_what_is_taken(desk: AtTheDesk) -> None:
    for key, most in ((Key.Key_N, 2000), (Key.Key_G, 200)):
        desk.key(key, CTRL)
        desk.window.asking.line.line.insert("mot " * 1000)
        assert len(desk.window.asking.line.line.text()) == most


def test_a_note_stays_about_what_it_was_begun_on(desk: AtTheDesk) -> None:
    desk.key(Key.Key_N, CTRL).type("larsen").key(Key.Key_Enter, KEYPAD)
    assert desk.plate[0] == "2.2 Table ronde | TOP donné entre-temps"
    desk.key(Key.Key_Return)
    assert desk.did[0]["slot"] == "table-ronde"
    assert desk.did[2] == {"do": "note", "text": "larsen", "of": desk.desk.show.log.stamps[0].rev}
    assert desk.desk.show.log.stamps[0].slot == "table-ronde"


def test_a_go_given_meanwhile_is_said_in_an_item_being_typed(desk: AtTheDesk) -> None:
    desk.key(Key.Key_F4).type("mot du maire 5").key(Key.Key_Space, CTRL)
    assert desk.on_air == _title("film-2")
    assert desk.plate[0] == "« Mot du maire », 5 min | TOP donné entre-temps"
    desk.key(Key.Key_Return)
    assert desk.did[-1]["after"] == "film-2"


def test_go_names_the_keys_that_work_while_typing(desk: AtTheDesk) -> None:
    go = desk.window.live.go
    assert go._caps() == ("Espace", "Ctrl+Espace")
    desk.key(Key.Key_F4)
    assert go._caps() == ("Ctrl+Espace", "Entrée du pavé")


def test_ctrl_enter_in_any_other_line_runs_nothing(desk: AtTheDesk) -> None:
    desk.window.rundown.rows.select("synthese")
    desk.key(Key.Key_M, CTRL).type("bonjour").key(Key.Key_Return, CTRL)
    assert [(each["do"], each["text"]) for each in desk.did] == [("say", "bonjour")]
    desk.key(Key.Key_F2).type("Bilan").key(Key.Key_Return, CTRL)
    assert desk.did[1:] == [{"do": "edit", "slot": "synthese", "set": {"title": "Bilan"}}]
    desk.key(Key.Key_T, CTRL).type("10h35").key(Key.Key_Return, CTRL)
    assert desk.did[2:] == [{"do": "stretch", "to": "10:35"}]


def test_escape_leaves_the_line_and_touches_no_timer(desk: AtTheDesk) -> None:
    desk.key(Key.Key_G, CTRL).type("3").key(Key.Key_Escape)
    assert desk.did == []
    assert desk.window.asking.line.isHidden()
    desk.key(Key.Key_Space)
    assert desk.did == [{"do": "go"}]


def test_a_tick_leaves_what_is_being_written_alone(desk: AtTheDesk) -> None:
    desk.key(Key.Key_T, CTRL).type("10h")
    desk.turn("9:30:01").type("45")
    assert desk.window.asking.line.line.text() == "10h45"
    assert desk.focused is desk.window.asking.line.line


# --- how it stands -------------------------------------------------------------------------------


@each_row("size", [(1180, 640), (1366, 768), (1920, 1080)])
def test_it_stands_where_the_hands_were_and_go_stays(
    made: OperatorWindow, size: tuple[int, int]
) -> None:
    made.resize(*size)
    AtTheDesk(made, seed(), PANEL).turn("9:30")
    go, hands, ask = made.live.go.geometry(), made.live.steps, made.asking.line
    row = QtCore.QRect(hands.mapTo(made, QtCore.QPoint()), hands.size())
    for language, name in product(("fr", "en"), QUESTIONS):
        made.speak(language)
        made.question(name)
        assert ask.geometry().topLeft() == row.topLeft()
        assert ask.width() == row.width()
        assert made.live.go.geometry() == go
        assert ask.geometry().bottom() < made.messages.geometry().top()
        parts = [ask.line, ask.confirm, *([ask.go] if ask.go.isVisible() else []), ask.leave]
        for left, right in pairwise(parts):
            assert left.geometry().right() < right.geometry().left()
        assert ask.line.width() >= 100
        assert ask.leave.geometry().right() < row.width()


@each_row("size", [(1180, 640), (1366, 768), (1920, 1080)])
def test_no_time_on_the_plate_is_cut(made: OperatorWindow, size: tuple[int, int]) -> None:
    made.resize(*size)
    desk = AtTheDesk(made, seed(), PANEL).turn("9:30")
    desk.key(Key.Key_J, CTRL).type("11h01").key(Key.Key_Return)
    asking = made.asking.line
    room = asking.width() - 17
    for language, (key, text) in product(
        ("fr", "en"), ((Key.Key_F3, "3.3.4"), (Key.Key_F4, "mot du maire 5"))
    ):
        made.speak(language)
        desk.key(key).type(text)
        for number, told in enumerate(asking.plate[1:], start=1):
            runs = asking._letters(number, told, room)
            assert length_of(made.theme, runs) <= room, (language, told)


def test_the_line_changes_language_while_it_is_open(desk: AtTheDesk) -> None:
    desk.key(Key.Key_F3).type("3.2")
    desk.window.speak("en")
    assert desk.plate[1] == "Enter, show | "
    assert desk.window.asking.line.confirm.text() == "Show"


def test_nothing_is_foreseen_where_nothing_foresees(made: OperatorWindow) -> None:
    desk = AtTheDesk(made, seed(), PANEL).turn("9:30")
    made.asking.foresee = None
    desk.key(Key.Key_F4).type("mot du maire 5").key(Key.Key_Return)
    assert desk.did[0]["do"] == "insert"


def test_every_question_has_its_words_in_both_languages(made: OperatorWindow) -> None:
    for question in QUESTIONS.values():
        assert isinstance(question, Question)
        for language in ("fr", "en"):
            made.speak(language)
            said = made.words.window
            assert question.label(said)
            assert question.hint(said)
            assert question.confirm(said)


def _title(slot: str) -> str:
    def find(slots: Any) -> str | None:
        for each in slots:
            if each.id == slot:
                return str(each.title)
            if each.slots and (found := find(each.slots)):
                return found
        return None

    found = find(seed().slots)
    assert found is not None
    return found
