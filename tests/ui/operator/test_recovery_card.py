"""The recovery card in the window: what it says, its keys, its preview, what it asks."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from PySide6 import QtCore, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core import commands
from runofshow.core.apply import apply
from runofshow.core.catchup import Recovery
from runofshow.core.commands import Command, command_of
from runofshow.core.errors import Refused
from runofshow.core.times import MINUTE, Civil
from runofshow.ui.operator.keymap import Keymap
from runofshow.ui.operator.plan_list import PlanList
from runofshow.ui.operator.recovery_lines import read_hour
from runofshow.ui.operator.window import OperatorWindow
from tests.rows import each_row
from tests.ui.operator.window_days import Do, Moment, late_moment, moment, seed

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
SIZES = [(1180, 640), (1366, 768), (1536, 864), (1920, 1000), (1920, 1080), (3840, 2160)]
RESULTS = "Premiers résultats de l'étude auprès des pionniers sur la co-construction en territoire"
LUNCH = commands.PromiseOf(slot="dejeuner", of="start")


class Hand:
    """The window on a moment, and a show behind it that takes what is asked.

    Attributes: window, moment, asked (all that was asked), refused (a Sentence's code, or None).
    """

    def __init__(self, window: OperatorWindow, at: Moment) -> None:
        self.window, self.moment = window, at
        self.asked: list[Command] = []
        self.refused: str | None = None
        window.asked.connect(self.take)
        window.preview_asked.connect(self.try_)
        window.promise_asked.connect(lambda promise: window.offer(self.moment.offer(promise)))
        self.show()

    def show(self) -> None:
        self.window.present(self.moment.board)
        if (offer := self.moment.offer()) is not None:
            self.window.offer(offer)

    def look(self, at: Moment) -> None:
        self.moment = at
        self.show()

    def take(self, command: Command) -> None:
        self.asked.append(command)
        show, now = self.moment
        try:
            self.moment = Moment(apply(show, command, now), now)
        except Refused as refused:
            self.refused = refused.code
            self.window.refused(refused.sentence.text, command)
        self.show()

    def try_(self, plan: Recovery | None) -> None:
        self.window.preview(plan and self.moment.tried(plan))

    def press(self, key: Key, held: Held = Held.NoModifier) -> None:
        has: QtWidgets.QWidget | None = self.window.focusWidget()
        QtTest.QTest.keyClick(has or self.window, key, held)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[OperatorWindow]:
    made = OperatorWindow("fr")
    qtbot.addWidget(made)
    made.resize(1920, 1080)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.rest()
    yield made
    made.leave()


@pytest.fixture
def hand(window: OperatorWindow) -> Hand:
    return Hand(window, late_moment())


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def expected(hand: Hand, slot: str) -> str:
    """What the rundown writes as the expected hour of a slot."""
    rows = hand.window.rundown.rows
    return rows.line(rows.outline.index[slot]).expected


def previewed(hand: Hand) -> int | None:
    return hand.window.recovery.list.shown


def trying(hand: Hand) -> bool:
    return hand.window.timeline._tried is not None


def length(hand: Hand, slot: str) -> tuple[str, str]:
    rows = hand.window.rundown.rows
    line = rows.line(rows.outline.index[slot])
    return line.was_length, line.length


def two_broken() -> Moment:
    """Lunch twelve minutes late, and the day's end half an hour out."""
    longer: Do = {"do": "edit", "slot": "ateliers", "set": {"duration": "3h05m"}}
    return late_moment("10:37:22", ("10:30", longer))


def nobody() -> Moment:
    """Lunch late, and nobody who may be cut."""
    fixed: dict[str, Any] = {"cuttable": False}
    slots = ("synthese", "eclairage-1", "eclairage-2", "eclairage-3", "eclairage-4",
             "conclusion-eclairages", "resultats", "conclusion-matinee", "table-ronde")  # fmt: skip
    edits: list[tuple[str, Do]] = [
        ("10:30", {"do": "edit", "slot": slot, "set": fixed}) for slot in slots
    ]
    return late_moment("10:37:22", *edits)


# --- what it says ------------------------------------------------------------------------------


def test_it_opens_as_soon_as_a_hard_time_is_at_risk_and_before_any_plan_is_known(
    window: OperatorWindow,
) -> None:
    window.present(late_moment().board)
    card = window.recovery
    assert card.isVisible()
    assert card.list.lines == ()
    assert card.list.note == "Calcul des plans…"
    assert card.phone._said is not None
    assert card.phone._said.number == "06 39 98 12 15"


def test_on_time_there_is_no_card(window: OperatorWindow) -> None:
    window.present(moment(seed(), (("9:00", {"do": "go"}),), "9:05").board)
    assert not window.recovering.open
    assert window.findChildren(PlanList) == []


def test_the_head_says_how_much_for_whom_and_until_when(hand: Hand) -> None:
    head = hand.window.recovery.headline.value
    assert head is not None
    assert plain(head.title) == "Rattrapage : 12 min à rattraper avant 12h15 traiteur"
    assert f"{head.call_word}{head.call}{head.call_in}" == "Décider avant 11h42, dans 1 h 05"


def test_each_plan_is_a_line(hand: Hand) -> None:
    lines = hand.window.recovery.list.lines
    said = [
        (line.name, " · ".join(f"{share.who} {share.size}" for share in line.gives[2]),
         line.tell, line.arrives, line.kept)
        for line in lines
    ]  # fmt: skip
    assert said == [
        ("Répartir", "3.2–3.3.5 −1 · 4–5 −3", "8", "12h15", True),
        ("Sur le moins de séquences", "4 −5 · 5 −7", "2", "12h15", True),
        ("Sur les prochaines", "3.2–3.3.5 −2", "6", "12h15", True),
        ("Faire conclure", "2.2 −4 · 3.2–3.3.4 −1 · 4 −1 · 5 −2", "12", "12h15", True),
    ]
    assert [(share.who, share.size) for share in lines[1].gives[1]] == [
        ("Premiers résultats", "−5"), ("Conclusion", "−7"),
    ]  # fmt: skip
    assert [line.advised for line in lines] == [False, True, False, False]
    assert "4 Premiers résultats de l'étude auprès des pionniers" in lines[1].tip
    assert "30 min → 25 min" in lines[1].tip


def test_it_speaks_english(hand: Hand) -> None:
    hand.window.speak("en")
    card = hand.window.recovery
    assert [line.name for line in card.list.lines][:2] == ["Spread", "On fewest items"]
    assert card.headline.value is not None
    assert card.headline.value.title == "Recovery: 12 min to win back by 12:15 traiteur"
    assert card.phone.line.placeholderText() == "12:27"


def test_a_plan_that_falls_short_says_by_how_much_and_the_head_that_it_is_out_of_reach(
    window: OperatorWindow,
) -> None:
    fixed: dict[str, Any] = {"cuttable": False}
    slots = ("synthese", "eclairage-1", "eclairage-2", "eclairage-3", "resultats")
    at = late_moment("10:37:22", *(
        ("10:30", {"do": "edit", "slot": slot, "set": fixed}) for slot in slots
    ))  # fmt: skip
    hand = Hand(window, at)
    first = hand.window.recovery.list.lines[0]
    assert (first.kept, first.arrives, first.missing) == (False, "12h16", "manque 1 min")
    head = hand.window.recovery.headline.value
    assert head is not None
    assert (head.tone, plain(head.title)) == ("act", "Rattrapage : 12h15 traiteur intenable")
    assert plain(head.call_word) == "sauf « Faire conclure »"


def test_where_no_plan_helps_it_says_so_and_the_phone_is_left(window: OperatorWindow) -> None:
    hand = Hand(window, nobody())
    card = hand.window.recovery
    assert card.plans == ()
    assert "il reste le téléphone" in card.list.note
    assert card.phone.isVisible()
    hand.press(Key.Key_1, Held.ControlModifier)
    assert hand.asked == []


def test_what_stays_broken_is_told(window: OperatorWindow) -> None:
    hand = Hand(window, two_broken())
    assert {line.rest for line in hand.window.recovery.list.lines} == {
        ("18h00 fin de journée +30 min", "18h00 +30 min", "1 autre")
    }


def test_of_several_the_earliest_is_first_and_the_others_a_key_away(window: OperatorWindow) -> None:
    hand = Hand(window, two_broken())
    card = hand.window.recovery
    assert card.other.text() == "1 sur 2 ▸"
    hand.press(Key.Key_Right, Held.ControlModifier)
    assert card.headline.value is not None
    assert "18h00 fin de journée" in card.headline.value.title
    assert [line.arrives for line in card.list.lines] == ["18h00"] * len(card.list.lines)
    card.other.click()
    assert "12h15 traiteur" in card.headline.value.title


# --- preview -----------------------------------------------------------------------------------


def test_walking_the_plans_shows_their_hours_and_escape_restores_the_day(hand: Hand) -> None:
    before = (expected(hand, "resultats"), length(hand, "resultats"))
    assert before == ("11h42", ("", "30"))
    hand.press(Key.Key_Down, Held.ControlModifier)
    hand.press(Key.Key_Down, Held.ControlModifier)
    assert expected(hand, "conclusion-matinee") == "12h07"
    assert length(hand, "resultats") == ("30", "25")
    assert plain(hand.window.banners.text) == "Aperçu : Sur le moins de séquences"
    assert trying(hand)
    hand.press(Key.Key_Escape)
    assert (expected(hand, "resultats"), length(hand, "resultats")) == before
    assert not trying(hand)
    assert hand.window.banners.shown is None
    assert hand.asked == []


def test_a_preview_leaves_the_clock_that_runs_alone(hand: Hand) -> None:
    rows = hand.window.rundown.rows
    live = rows.outline.index["table-ronde"]
    left = rows.line(live).left
    hand.window.recovery.walk(-1)  # wrap up now: four minutes from the live item
    assert rows.line(live).left == left
    assert rows.line(live).length == "66"
    assert hand.window.live.digits.value is not None
    assert hand.window.live.digits.value.digits == left


def test_the_pointer_previews_the_line_it_rests_on_and_takes_it_away_with_it(
    hand: Hand, qtbot: QtBot
) -> None:
    plans = hand.window.recovery.list
    QtTest.QTest.mouseMove(plans, plans.row_area(2).center())
    qtbot.waitUntil(lambda: previewed(hand) == 2)
    assert length(hand, "synthese") == ("10", "8")
    QtWidgets.QApplication.sendEvent(plans, QtCore.QEvent(QtCore.QEvent.Type.Leave))
    assert previewed(hand) is None
    assert length(hand, "synthese")[0] == ""


def test_a_preview_follows_the_day_and_ends_with_its_plan(hand: Hand) -> None:
    hand.press(Key.Key_Down, Held.ControlModifier)
    later = replace_now(hand.moment, seconds=1)
    hand.look(later)
    assert previewed(hand) == 0
    over = late_moment("10:43:30")
    hand.look(over)
    assert previewed(hand) is None
    assert length(hand, "synthese")[0] == ""


def test_a_day_that_changes_under_a_preview_ends_it_and_its_plans_wait_for_new_ones(
    window: OperatorWindow,
) -> None:
    extra: Do = {"do": "insert", "slot": {"id": "prix", "title": "Prix", "duration": "20m"},
                 "after": "resultats"}  # fmt: skip
    hand = Hand(window, late_moment("10:37:22", ("10:36", extra)))
    touched = [slot for plan in window.recovery.plans for slot, _ in plan.cuts]
    assert "prix" in touched
    hand.press(Key.Key_Down, Held.ControlModifier)
    show = apply(hand.moment.show, command_of({"do": "remove", "slot": "prix"}), hand.moment.now)
    window.present(Moment(show, hand.moment.now).board)
    assert previewed(hand) is None
    assert not trying(hand)
    window.speak("en")
    assert window.recovery.list.lines == ()
    hand.look(Moment(show, hand.moment.now))
    assert len(window.recovery.list.lines) > 2


def replace_now(at: Moment, seconds: int) -> Moment:
    return at._replace(now=at.now + seconds * MINUTE / 60)


# --- applying ----------------------------------------------------------------------------------


@each_row("key", [Key.Key_2, Key.Key_Eacute])
def test_a_digit_applies_its_plan_as_it_was_seen(hand: Hand, key: Key) -> None:
    hand.press(key, Held.ControlModifier)
    (asked,) = hand.asked
    assert isinstance(asked, commands.CatchUp)
    assert (asked.plan, asked.promise) == ("few", LUNCH)
    assert asked.seen is not None
    assert [(cut.slot, cut.by / MINUTE) for cut in asked.seen.cuts] == [
        ("resultats", 5), ("conclusion-matinee", 7),
    ]  # fmt: skip
    board = hand.moment.board
    assert board.promises[0].standing.kept
    assert board.drift == 12 * MINUTE
    assert hand.window.strip.hard.value is not None
    said = hand.window.strip.hard.value.figure[-1].text
    assert said == "serré"  # it holds, with nothing to spare


def test_what_is_previewed_is_applied_by_ctrl_enter_and_undone_by_one_ctrl_z(hand: Hand) -> None:
    hand.press(Key.Key_Down, Held.ControlModifier)
    hand.press(Key.Key_Return, Held.ControlModifier)
    assert [type(each) for each in hand.asked] == [commands.CatchUp]
    assert not trying(hand)
    assert "Ctrl+Z" in plain(hand.window.banners.rest)
    hand.press(Key.Key_Z, Held.ControlModifier)
    assert hand.asked[-1] == commands.Undo()
    assert hand.window.banners.text == ""  # it is no longer applied, and nothing says it is
    assert hand.moment.board.promises[0].standing.kept is False
    assert hand.window.recovery.isVisible()
    assert len(hand.window.recovery.list.lines) == 4


def test_the_button_of_a_line_applies_it(hand: Hand) -> None:
    hand.window.recovery.list.buttons[2].click()
    (asked,) = hand.asked
    assert isinstance(asked, commands.CatchUp)
    assert asked.plan == "next"


def test_a_plan_that_has_changed_unseen_is_refused_and_shown_anew(hand: Hand) -> None:
    cuts = hand.window.recovery.plans[0].cuts
    hand.moment = late_moment("10:44:30")  # two minutes over, and nobody has told the window
    hand.press(Key.Key_1, Held.ControlModifier)
    assert hand.refused == "plan_changed"
    assert "Le plan a changé" in hand.window.banners.text
    assert hand.window.recovery.plans[0].cuts != cuts
    hand.press(Key.Key_1, Held.ControlModifier)
    assert hand.moment.board.promises[0].standing.kept


def test_escape_without_a_preview_asks_for_nothing(hand: Hand) -> None:
    hand.press(Key.Key_Escape)
    assert hand.asked == []
    assert hand.window.recovery.isVisible()


# --- the phone ---------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["12h30", "12:30", "1230", " 12.30"])
def test_a_new_hour_is_agreed_however_it_is_typed(hand: Hand, typed: str) -> None:
    hand.press(Key.Key_H, Held.ControlModifier | Held.ShiftModifier)
    line = hand.window.recovery.phone.line
    assert line.hasFocus()
    assert line.selectedText() == "12h27"
    QtTest.QTest.keyClicks(line, typed)
    assert hand.window.recovery.phone.echo == "convenu 12h30, +15 min"
    hand.press(Key.Key_Return)
    assert hand.asked == [commands.Agree(promise=LUNCH, time=Civil(12, 30))]
    assert not line.hasFocus()
    assert not hand.window.recovery.isVisible()
    assert hand.window.strip.hard.value is not None
    assert hand.window.strip.hard.value.figure[-1].text == "convenu"


def test_what_is_no_hour_asks_for_nothing_and_says_so(hand: Hand) -> None:
    hand.window.recovery.phone.write_hour()
    line = hand.window.recovery.phone.line
    QtTest.QTest.keyClicks(line, "demain")
    assert plain(hand.window.recovery.phone.echo) == "pas une heure : écrire 12h27"
    assert not hand.window.recovery.phone.agree.isEnabled()
    hand.press(Key.Key_Return)
    assert hand.asked == []
    hand.press(Key.Key_Escape)
    assert not line.hasFocus()


def test_told_is_noted_with_the_hour_proposed(hand: Hand) -> None:
    hand.press(Key.Key_V, Held.ControlModifier | Held.ShiftModifier)
    assert hand.asked == [commands.Told(promise=LUNCH, time=Civil(12, 27))]
    said = hand.window.recovery.phone._said
    assert said is not None
    assert plain(said.done) == "prévenu à 10h37 : 12h27"


def test_an_agreed_hour_can_be_taken_back(hand: Hand) -> None:
    hand.take(command_of({"do": "agree", "promise": {"slot": "dejeuner", "of": "start"},
                          "time": "12:30"}))  # fmt: skip
    assert not hand.window.recovery.isVisible()
    hand.press(Key.Key_U, Held.ControlModifier | Held.ShiftModifier)
    assert hand.asked[-1] == commands.Agree(promise=LUNCH, time=None)
    assert hand.window.recovery.isVisible()


def test_after_midnight_an_hour_is_that_of_the_night() -> None:
    board = late_moment().board
    night = board.now.replace(hour=23, minute=20, second=0)  # 0h20 of the next day in Paris
    assert (read_hour("0h30", board, night) - night) / MINUTE == 10
    assert (read_hour("23h50", board, night) - night) / MINUTE == -30


# --- places ------------------------------------------------------------------------------------


@each_row("size", SIZES)
@each_row("language", ["fr", "en"])
def test_go_never_moves_and_nothing_is_cut_or_covered(
    window: OperatorWindow, size: tuple[int, int], language: str
) -> None:
    window.speak(language)
    window.resize(*size)
    window.present(moment(seed(), (("9:00", {"do": "go"}),), "9:05").board)
    fixed = [window.live.geometry(), window.messages.geometry(), window.live.go.geometry()]
    places = set()
    for at in (late_moment(), two_broken(), nobody(), late_moment("10:44:10")):
        Hand(window, at)
        card = window.recovery
        assert [window.live.geometry(), window.messages.geometry(),
                window.live.go.geometry()] == fixed  # fmt: skip
        places.add(card.geometry().getRect())
        shown = [button for button in card.list.buttons if button.isVisible()]
        parts = [card.headline, card.list, card.phone]
        for index, part in enumerate(parts):
            assert card.rect().contains(part.geometry())
            assert not any(part.geometry().intersects(p.geometry()) for p in parts[index + 1 :])
        for button in (*shown, card.phone.agree, card.phone.told):
            assert button.wide() <= button.width()
            parent = button.parentWidget()
            assert parent is not None
            assert parent.rect().contains(button.geometry())
        if card.list.lines:
            at_ = card.list.columns()
            assert at_.gives[1] > 60
            edges = [at_.name, at_.gives, at_.tell, at_.arrives]
            for (left, wide), (following, _) in pairwise(edges):
                assert left + wide <= following
    assert len(places) == 1


def test_with_more_plans_than_lines_the_one_previewed_is_seen(window: OperatorWindow) -> None:
    window.resize(1180, 640)
    hand = Hand(window, late_moment())
    plans = hand.window.recovery.list
    assert plans.rows < len(plans.lines)
    for _ in plans.lines:
        hand.press(Key.Key_Down, Held.ControlModifier)
        assert plans.shown is not None
        assert plans._first <= plans.shown < plans._first + plans.rows


def test_the_menu_names_the_plans(hand: Hand) -> None:
    entries = hand.window.menu.actions_by_name
    assert plain(entries["plan_2"].text()) == "Appliquer « Sur le moins de séquences »\tCtrl+2"
    assert entries["plan_4"].isEnabled()
    assert not entries["plan_5"].isEnabled()
    hand.press(Key.Key_2, Held.ControlModifier)
    assert not entries["plan_1"].isEnabled()


# --- who is to be told -------------------------------------------------------------------------


def apply_plan(hand: Hand, number: int) -> None:
    hand.window.recovery.apply(number)
    hand.window.drop("applied")


def said_lines(hand: Hand) -> list[tuple[str, str, str, str, bool]]:
    lines = hand.window.recovery.people.lines
    return [(line.cue, line.names[0], line.what, line.at, line.told) for line in lines]


def test_an_applied_plan_says_so_and_leaves_a_list_of_people_to_tell(hand: Hand) -> None:
    hand.press(Key.Key_2, Held.ControlModifier)
    assert plain(hand.window.banners.text) == "Appliqué : Sur le moins de séquences"
    card = hand.window.recovery
    assert card.isVisible()
    assert card.people.isVisible()
    assert not card.list.isVisible()
    assert not card.phone.isVisible()
    assert said_lines(hand) == [
        ("4", RESULTS, "30 → 25 min", "11h42", False),
        ("5", "Conclusion de la matinée", "15 → 8 min", "12h07", False),
    ]  # fmt: skip
    assert card.headline.value is not None
    assert plain(card.headline.value.title) == "À prévenir : 2 sur 2"


def test_people_are_named_and_ticked_by_a_key_or_a_click_and_unticked(hand: Hand) -> None:
    apply_plan(hand, 0)
    assert said_lines(hand)[0] == ("3.2", "Gerardo GIL", "10 → 9 min", "10h47", False)
    hand.press(Key.Key_V, Held.ControlModifier | Held.ShiftModifier)
    assert hand.asked[-1] == commands.Warned(slot="synthese", who="Gerardo GIL")
    people = hand.window.recovery.people
    QtTest.QTest.mouseClick(people, QtCore.Qt.MouseButton.LeftButton, pos=people.area(1).center())
    assert [told for *_, told in said_lines(hand)] == [True, True] + [False] * 6
    QtTest.QTest.mouseClick(people, QtCore.Qt.MouseButton.LeftButton, pos=people.area(0).center())
    assert [told for *_, told in said_lines(hand)] == [False, True] + [False] * 6


def test_once_all_are_told_the_list_goes_by_itself(hand: Hand) -> None:
    apply_plan(hand, 1)
    for _ in range(2):
        hand.press(Key.Key_V, Held.ControlModifier | Held.ShiftModifier)
    card = hand.window.recovery
    assert card.headline.value is not None
    assert card.headline.value.title == "Tout le monde est prévenu"
    assert card.isVisible()
    hand.look(replace_now(hand.moment, seconds=21))
    assert not card.isVisible()


def test_the_list_can_be_closed(hand: Hand) -> None:
    apply_plan(hand, 0)
    card = hand.window.recovery
    assert card.turn.text() == "Fermer"
    card.turn.click()
    assert hand.asked[-1] == commands.Warned()
    assert not card.isVisible()


def test_when_a_promise_breaks_again_its_plans_stand_first_and_the_people_a_click_away(
    hand: Hand,
) -> None:
    apply_plan(hand, 1)
    hand.take(command_of({"do": "stretch", "by": "5m"}))
    card = hand.window.recovery
    assert card.list.isVisible()
    assert plain(card.turn.text()) == "À prévenir : 2"
    card.turn.click()
    assert card.people.isVisible()
    assert card.phone.isVisible()
    assert card.turn.text() == "Plans"
    card.turn.click()
    assert card.list.isVisible()


def test_undone_before_anybody_is_told_the_list_goes_with_the_plan(hand: Hand) -> None:
    apply_plan(hand, 0)
    hand.press(Key.Key_Z, Held.ControlModifier)
    card = hand.window.recovery
    assert not card.tells
    assert len(card.plans) == 4


def test_undoing_a_plan_that_took_time_on_air_gives_that_back_too(hand: Hand) -> None:
    apply_plan(hand, 3)
    air = hand.moment.board.on_air
    assert air is not None
    assert air.stretch == -4 * MINUTE
    hand.press(Key.Key_Z, Held.ControlModifier)
    board = hand.moment.board
    assert board.on_air is not None
    assert board.on_air.stretch == 0 * MINUTE
    assert board.promises[0].standing.late == 12 * MINUTE
    assert "4 min rendues" in plain(hand.window.banners.text)


# --- what a hand breaks ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command, says",
    [
        ({"do": "insert", "slot": {"title": "Prix", "duration": "10m"}, "after": "resultats"},
         "Heure ferme compromise : 12h15 traiteur +10 min"),
        ({"do": "skip", "slot": "dejeuner"}, "Heure ferme sautée : 12h15 traiteur"),
        ({"do": "edit", "slot": "dejeuner", "set": {"start": "12:30"}},
         "Heure promise changée : traiteur 12h30 au lieu de 12h15"),
        ({"do": "move", "slot": "resultats", "after": "dejeuner"},
         "Heure ferme compromise : 18h00 fin de journée +30 min"),
    ],
)  # fmt: skip
def test_a_hand_that_breaks_a_promise_is_told_at_once(
    window: OperatorWindow, command: Do, says: str
) -> None:
    hand = Hand(window, moment(seed(), (("9:00", {"do": "go"}),), "9:05"))
    hand.take(command_of(command))
    assert plain(window.banners.text) == says
    window.banners._links[0].click()
    assert hand.asked[-1] == commands.Undo()
    assert window.banners.shown is None
    assert all(each.standing.kept for each in hand.moment.board.promises)


def test_a_live_hand_that_breaks_a_promise_is_told_too(window: OperatorWindow) -> None:
    hand = Hand(window, moment(seed(), (("12:00", {"do": "go"}),), "12:01"))
    hand.look(moment(seed(), (("9:00", {"do": "go"}), ("9:10", {"do": "go"})), "9:11"))
    window.drop("promise_broken")
    hand.take(command_of({"do": "stretch", "by": "3h"}))
    assert "compromise" in plain(window.banners.text)
    assert window.banners._links[0].text() == "Vu"


def test_closing_the_day_breaks_nothing(hand: Hand) -> None:
    hand.take(command_of({"do": "finish"}))
    assert not hand.window.banners.holds("promise_broken")
    assert not hand.window.recovery.isVisible()


def test_the_line_that_a_key_would_preview_names_it(window: OperatorWindow) -> None:
    hand, plans = Hand(window, late_moment()), window.recovery.list
    assert [plans.previewing(index) for index in range(3)] == ["Ctrl+↓", "", ""]
    hand.press(Key.Key_Down, Held.ControlModifier)
    hand.press(Key.Key_Down, Held.ControlModifier)
    assert [plans.previewing(index) for index in range(3)] == ["Ctrl+↑", "", "Ctrl+↓"]
    moved = window.keymap.give("next_plan", "Shift+F12", instead="Ctrl+Down")
    assert isinstance(moved, Keymap)
    window.use_keys(moved)
    assert plans.previewing(2) == "Maj+F12"
    assert "Aperçu sur le conducteur\u00a0: Maj+F12" in plans.buttons[2].toolTip()
