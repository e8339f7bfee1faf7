"""The régie's window turned to a rehearsal, with real keys; the show untouched underneath."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6 import QtCore, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core.commands import Edit, Go, command_of
from runofshow.core.overruns import Overrun
from runofshow.core.show import Show
from runofshow.desk import Desk
from runofshow.ui import theme
from runofshow.ui.operator.actions import Rehearse
from runofshow.ui.operator.rehearsal_asked import GoTo, Speed
from runofshow.ui.texts.rehearsal import EN, FR
from runofshow.ui.theme import DARK, LIGHT
from tests.hand import seed
from tests.ui.rehearsal_rig import CTRL_SHIFT, Held, Key, Rig, early, rig, typed

__all__ = ["early", "rig"]

SIZES = [(1366, 768), (1920, 1080)]


# --- turning to a rehearsal and back -------------------------------------------------------------


def test_one_key_turns_the_window_to_a_rehearsal_and_the_same_key_returns(rig: Rig) -> None:
    rig.rehearse()
    assert rig.bar.isVisible()
    assert rig.window.theme.colours.rehearsal
    assert rig.window.theme.colours.live != DARK.live
    assert rig.bar.word.value is not None
    assert rig.bar.word.value.word == "RÉPÉTITION"
    assert "RÉPÉTITION" in rig.window.windowTitle()
    rig.rehearse()
    assert not rig.bar.isVisible()
    assert rig.window.theme.colours == DARK
    assert "RÉPÉTITION" not in rig.window.windowTitle()


def test_what_is_done_in_it_never_reaches_the_show(rig: Rig) -> None:
    before, board = rig.desk.show, rig.board
    rig.rehearse()
    rig.press(Key.Key_Space)
    rig.press(Key.Key_Plus)
    rig.rehearsing.conducting.do(Edit(slot="synthese", set={"duration": "2m"}))
    rig.press(Key.Key_F9)
    assert rig.board.on_air is not None
    assert rig.board.on_air.slot == "synthese"
    rig.rehearse()
    assert rig.desk.show == before
    assert rig.board == board


def test_the_show_goes_on_underneath_and_is_told_at_all_times(rig: Rig) -> None:
    rig.rehearse()
    assert rig.bar.show_.digits == "17:40"
    rig.turn(100)
    assert rig.bar.show_.digits == "16:00"
    rig.desk.do(Go())  # by a remote
    assert rig.bar.show_.digits == "5:00"
    rig.turn(300 + 620)
    assert rig.bar.show_.digits == "+10:20"
    assert rig.stage.shown.digits == "10:20"
    assert rig.board.on_air is not None
    assert rig.board.on_air.slot == "table-ronde"
    rig.bar.show_.click()
    assert rig.board.on_air.slot == "film-2"
    assert rig.window.live.digits.value is not None
    assert rig.window.live.digits.value.digits == "10:20"


def test_nothing_moves_but_the_foot_of_the_rundown(rig: Rig) -> None:
    for size in SIZES:
        rig.window.resize(*size)
        before = rig.places()
        rig.rehearse()
        assert rig.places() == before
        page = rig.window.card.geometry()
        assert not page.intersects(rig.bar.geometry())
        assert not rig.bar.geometry().intersects(rig.window.timeline.geometry())
        assert not rig.bar.geometry().intersects(rig.window.live.geometry())
        rig.rehearse()


def test_leaving_stops_it_and_coming_back_goes_on_from_there(early: Rig) -> None:
    early.rehearse()
    early.press(Key.Key_F9)
    early.press(Key.Key_F7)
    early.turn(10)
    assert early.hour() == "09:05:00"
    early.rehearse()
    early.turn(10)
    early.rehearse()
    assert early.hour() == "09:05:00"
    assert early.bar.play.text() == FR.play


def test_once_the_show_has_changed_a_rehearsal_begins_from_how_it_stands(early: Rig) -> None:
    early.rehearse()
    early.press(Key.Key_F9)
    early.rehearse()
    early.desk.do(Edit(slot="film-1", set={"duration": "9m"}))
    early.rehearse()
    assert early.hour() == "08:59:00"
    early.rehearsing.ask(GoTo("film-1"))
    assert early.board.on_air is not None
    assert early.board.on_air.length == timedelta(minutes=9)


def test_it_can_be_begun_again(early: Rig) -> None:
    early.rehearse()
    early.press(Key.Key_F9)
    early.press(Key.Key_N, CTRL_SHIFT)
    assert early.hour() == "08:59:00"


def test_an_editor_left_open_asks_nothing_of_the_other_show(rig: Rig) -> None:
    rig.rehearse()
    rig.window.rundown.reveal("synthese")
    rig.press(Key.Key_F2)
    QtTest.QTest.keyClicks(rig.window.focusWidget(), "Autre titre")
    rig.rehearsing.leave()
    assert not rig.window.rundown.editing
    assert rig.desk.show.undo == ()
    assert rig.rehearsing.rehearsal is not None
    assert rig.rehearsing.rehearsal.show.undo == ()


def test_another_show_ends_the_rehearsal(rig: Rig) -> None:
    rig.rehearse()
    other = Desk(Show.of(seed().model_copy(update={"title": "Demain"})), rig.clock)
    rig.rehearsing.follow(other)
    assert rig.rehearsing.rehearsal is None
    assert (rig.board.title, rig.rehearsing.desk) == ("Demain", other)
    assert rig.window.theme.colours == DARK


def test_nothing_to_rehearse_is_said(rig: Rig) -> None:
    empty = seed().model_copy(update={"slots": ()})
    rig.rehearsing.follow(Desk(Show.of(empty), rig.clock))
    rig.rehearse()
    assert not rig.rehearsing.on
    assert "Le conducteur est vide." in rig.window.banners.text


def test_its_keys_do_nothing_to_the_show(rig: Rig) -> None:
    before, board = rig.desk.show, rig.board
    for key in (Key.Key_F6, Key.Key_F7, Key.Key_F9, Key.Key_F12):
        rig.press(key)
    assert (rig.desk.show, rig.board) == (before, board)
    assert not rig.rehearsing.on


def test_language_and_theme_change_in_the_midst_of_it(rig: Rig) -> None:
    rig.rehearse()
    rig.window.speak("en")
    assert rig.bar.word.value is not None
    assert rig.bar.word.value.word == "REHEARSAL"
    rig.window.use_dark(False)
    assert rig.window.theme.colours == theme.rehearsing(dark=False)
    rig.rehearse()
    assert rig.window.theme.colours == LIGHT
    assert rig.window.board is not None


# --- the clock and the autopilot -----------------------------------------------------------------


def test_keys_run_it_faster_and_slower_and_stop_it(early: Rig) -> None:
    early.rehearse()
    early.press(Key.Key_F7, Held.ControlModifier)
    early.press(Key.Key_F7)
    early.turn(10)
    assert early.hour() == "09:09:00"
    early.press(Key.Key_F7, Held.ShiftModifier)
    early.turn(10)
    assert early.hour() == "09:14:00"
    early.press(Key.Key_F7)
    early.turn(10)
    assert early.hour() == "09:14:00"


def test_the_seed_s_whole_day_plays_in_the_window_at_a_hundred_and_twenty(early: Rig) -> None:
    early.rehearse()
    area = early.bar.speeds.area(120)
    QtTest.QTest.mouseClick(
        early.bar.speeds, QtCore.Qt.MouseButton.LeftButton, Held.NoModifier, area.center()
    )
    for _ in range(56):
        early.turn(5)
    assert early.board.state == "after"
    assert all(row.status == "done" for row in early.board.slots)
    assert early.bar.word.value is not None
    assert early.bar.word.value.line == FR.over
    assert early.desk.show.rev == 0


def test_keys_leap_and_go_back(rig: Rig) -> None:
    rig.rehearse()
    seen = []
    for key in (Key.Key_F12, Key.Key_F9, Key.Key_F9, Key.Key_F6):
        rig.press(key)
        assert rig.board.on_air is not None
        seen.append((rig.hour(), rig.board.on_air.slot))
    assert seen == [
        ("10:25:00", "table-ronde"),
        ("10:30:00", "film-2"),
        ("10:35:00", "synthese"),
        ("10:30:00", "film-2"),
    ]


def test_the_autopilot_is_switched_off_and_on(rig: Rig) -> None:
    rig.rehearse()
    rig.press(Key.Key_A, CTRL_SHIFT)
    assert not rig.bar.autopilot.isChecked()
    assert not rig.window.menu.actions_by_name["autopilot"].isChecked()
    rig.rehearsing.ask(Speed(120))
    rig.turn(30)
    assert rig.board.on_air is not None
    assert (rig.hour(), rig.board.on_air.slot) == ("11:12:20", "table-ronde")
    rig.bar.autopilot.click()
    assert rig.bar.autopilot.isChecked()
    rig.turn(1)
    assert rig.board.on_air.slot == "film-2"


def test_a_refusal_is_said(rig: Rig) -> None:
    rig.rehearse()
    rig.rehearsing.conducting.do(command_of({"do": "hold"}))
    rig.press(Key.Key_F9)
    assert "figé" in rig.window.banners.text


# --- its two lines -------------------------------------------------------------------------------


def test_an_overrun_is_typed_as_it_is_said(rig: Rig) -> None:
    rig.rehearse()
    rig.press(Key.Key_O, CTRL_SHIFT)
    line = rig.bar.question.line
    assert line.hasFocus()
    typed(line, "+9 min à la table ronde")
    assert (
        rig.bar.question.understood.echo
        == "débordera de 9 min, sans prévenir\u00a0: 2.2 Table ronde"
    )
    QtTest.QTest.keyClick(line, Key.Key_Return)
    assert not rig.bar.question.isVisible()
    assert rig.bar.coming.value == ("2.2 Table ronde +9 min", "2.2 +9 min", True)
    rig.press(Key.Key_F9)
    assert rig.hour() == "10:39:00"
    assert rig.bar.coming.value == (FR.none_to_come, FR.none_to_come, False)


def test_what_is_not_understood_is_said_and_asks_nothing(rig: Rig) -> None:
    rig.rehearse()
    for text, echo in (("table ronde", FR.no_length), ("+9 min au goûter", FR.no_item)):
        rig.bar.overrun.click()
        line = rig.bar.question.line
        typed(line, text)
        assert rig.bar.question.understood == (None, echo)
        QtTest.QTest.keyClick(line, Key.Key_Return)
        assert rig.bar.question.isVisible()
        QtTest.QTest.keyClick(line, Key.Key_Escape)
        assert not rig.bar.question.isVisible()
    assert rig.rehearsing.rehearsal is not None
    assert rig.rehearsing.rehearsal.overruns == {}
    assert rig.rehearsing.on


def test_a_time_that_is_none_says_why(rig: Rig) -> None:
    rig.rehearse()
    rig.bar.go_to.click()
    typed(rig.bar.question.line, "10h75")
    assert rig.bar.question.understood.wish is None
    assert "de 0 à 59" in rig.bar.question.understood.echo


@pytest.mark.parametrize(
    "text, echo, hour",
    [
        ("10h45", "à 10h45, dans 32 min 40", "10:45:00"),
        ("onze heures moins le quart", "à 10h45, dans 32 min 40", "10:45:00"),
        ("9h05", "retour à 10h12, où la répétition a commencé", "10:12:20"),
        ("accueil", "retour à 10h12, où la répétition a commencé", "10:12:20"),
        ("synthèse", "au début de 3.2 Synthèse des travaux sur les…", "10:35:00"),
        ("6", "au début de 6 Déjeuner convivial", "12:15:00"),
    ],
)
def test_it_goes_to_an_hour_or_to_an_item(rig: Rig, text: str, echo: str, hour: str) -> None:
    rig.rehearse()
    rig.press(Key.Key_F9, Held.ShiftModifier)
    typed(rig.bar.question.line, text)
    assert rig.bar.question.understood.echo == echo
    QtTest.QTest.keyClick(rig.bar.question.line, Key.Key_Return)
    assert rig.hour() == hour


def test_going_back_says_that_what_was_done_since_is_forgotten(rig: Rig) -> None:
    rig.rehearse()
    rig.rehearsing.ask(GoTo("synthese"))
    for text, start in (("10h30", "retour à 10h30, 5 min plus tôt"), ("3.1", "retour au début")):
        rig.press(Key.Key_F9, Held.ShiftModifier)
        typed(rig.bar.question.line, text)
        echo = rig.bar.question.understood.echo
        assert echo.startswith(start)
        assert echo.endswith("ce qui a été fait depuis s'oublie")
        rig.press(Key.Key_Escape)


def test_a_go_is_given_while_a_line_is_open(rig: Rig) -> None:
    rig.rehearse()
    rig.press(Key.Key_O, CTRL_SHIFT)
    rig.press(Key.Key_Space, Held.ControlModifier)
    assert rig.board.on_air is not None
    assert rig.board.on_air.slot == "film-2"
    assert rig.bar.question.isVisible()


# --- the stage -----------------------------------------------------------------------------------


def test_the_stage_keeps_the_show_and_the_small_picture_says_what_it_is(rig: Rig) -> None:
    rig.rehearse()
    rig.press(Key.Key_F9)
    assert rig.stage.shown.digits == "17:40"
    assert rig.window.live.stage.value is not None
    assert rig.window.live.stage.value.digits == "5:00"
    head = rig.window.live.state_line.value
    assert head is not None
    assert head.screen == f"Retour scène\u00a0: {FR.stage_would}"
    rig.turn(1)
    assert rig.window.live.stage.value.digits == "5:00"
    rig.rehearse()
    assert rig.window.live.stage.value.digits == "17:39"
    head = rig.window.live.state_line.value
    assert head is not None
    assert head.screen == "Retour scène\u00a0: DP-2"


def test_it_is_never_shown_to_the_stage_while_the_show_runs(rig: Rig) -> None:
    rig.rehearse()
    rig.press(Key.Key_F9)
    rig.press(Key.Key_M, CTRL_SHIFT)
    assert rig.stage.shown.digits == "17:40"
    assert rig.window.banners.text == FR.stage_keeps
    assert not rig.window.menu.actions_by_name["on_stage"].isChecked()


def test_shown_to_the_stage_it_says_what_it_is_and_the_show_takes_the_stage_back(
    early: Rig,
) -> None:
    early.rehearse()
    early.press(Key.Key_M, CTRL_SHIFT)
    early.press(Key.Key_F9)
    assert (early.stage.shown.digits, early.stage.shown.mark) == ("15:00", "RÉPÉTITION")
    assert early.window.menu.actions_by_name["on_stage"].isChecked()
    early.turn(1.2)  # a clock that stands: the stage is told all the same
    assert not early.stage.shown.stale
    early.desk.do(Go())  # by a remote: the real day begins
    assert early.stage.shown.title == "Mot d'accueil"
    assert early.window.banners.text == FR.stage_returns
    assert early.rehearsing.on
    assert not early.rehearsing.on_stage


def test_leaving_gives_the_stage_back(early: Rig) -> None:
    early.rehearse()
    early.press(Key.Key_M, CTRL_SHIFT)
    early.press(Key.Key_F9)
    early.rehearse()
    assert early.stage.shown.digits == "30:00"
    early.rehearse()
    assert early.stage.shown.digits == "30:00"


def test_a_stage_that_stands_over_the_bar_makes_way_for_it_and_comes_back(rig: Rig) -> None:
    over = QtCore.QRect(600, 700, 480, 270)
    rig.stage.setGeometry(over)
    rig.stage.show()
    rig.rehearse()
    bar = QtCore.QRect(rig.bar.mapToGlobal(QtCore.QPoint()), rig.bar.size())
    assert not rig.stage.frameGeometry().intersects(bar)
    rig.rehearse()
    assert rig.stage.geometry() == over
    rig.rehearse()
    rig.stage.move(10, 10)
    rig.rehearse()
    assert rig.stage.pos() == QtCore.QPoint(10, 10)


# --- plans, plan B -------------------------------------------------------------------------------


def test_plans_are_offered_for_the_rehearsal_and_taken_by_it_alone(rig: Rig, qtbot: QtBot) -> None:
    rig.rehearse()
    rig.rehearsing.ask(Overrun("table-ronde", timedelta(minutes=9)))
    rig.rehearsing.ask(GoTo(rig.day.at("10:39")))
    qtbot.waitUntil(lambda: bool(rig.window.recovering.names))
    rig.press(Key.Key_1, Held.ControlModifier)
    assert rig.rehearsing.rehearsal is not None
    assert [hand.command.do for hand in rig.rehearsing.rehearsal.hands] == ["catch_up"]
    assert all(each.standing.kept for each in rig.board.promises)
    rig.rehearse()
    assert rig.desk.show.log.given == ()
    assert not rig.window.recovering.open
    assert rig.window.banners.shown is None


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform, of any dialog
def test_plan_b_is_saved_where_the_regie_says(rig: Rig, tmp_path: Path) -> None:
    rig.rehearse()
    rig.rehearsing.ask(Overrun("table-ronde", timedelta(minutes=9)))
    rig.press(Key.Key_B, CTRL_SHIFT)
    dialog = rig.window.findChild(QtWidgets.QFileDialog)
    assert isinstance(dialog, QtWidgets.QFileDialog)
    assert not dialog.isModal()
    for ending, start in (("pdf", b"%PDF"), ("html", b"<!DOCTYPE html>")):
        path = tmp_path / f"plan.{ending}"
        dialog.fileSelected.emit(str(path))
        assert path.read_bytes().startswith(start)
        assert rig.window.banners.text == f"Plan B enregistré\u00a0: plan.{ending}."
    dialog.close()


def test_a_disk_that_refuses_plan_b_is_told(rig: Rig, tmp_path: Path) -> None:
    rig.rehearse()
    assert rig.rehearsing.rehearsal is not None
    rig.rehearsing.save_plan_b(rig.rehearsing.rehearsal.plan_b(), tmp_path / "none" / "plan.pdf")
    assert "dossier n'existe plus" in rig.window.banners.text


# --- words and places of the bar -----------------------------------------------------------------


def test_every_word_of_a_rehearsal_is_said_in_both_languages() -> None:
    for name, french, english in zip(FR._fields, FR, EN, strict=True):
        assert french, name
        assert english, name


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_word_of_the_bar_is_cut_and_every_part_has_its_place(
    rig: Rig, size: tuple[int, int], language: str
) -> None:
    rig.window.resize(*size)
    rig.rehearse()
    rig.window.speak(language)
    for part in (*rig.bar.buttons.values(), rig.bar.speeds, rig.bar.show_, rig.bar.coming):
        assert part.isVisible(), part
        assert rig.bar.rect().contains(part.geometry())
    for button in rig.bar.buttons.values():
        assert button.wide() <= button.width(), button.text()
        assert button.toolTip()


def test_in_the_narrowest_window_what_does_not_fit_is_left_to_keys_and_menu(rig: Rig) -> None:
    rig.window.resize(1180, 640)
    rig.rehearse()
    shown = [part for part in (*rig.bar.buttons.values(), rig.bar.speeds) if part.isVisible()]
    assert rig.bar.play in shown
    for part in shown:
        assert part.geometry().right() < rig.bar.show_.x()
    rig.press(Key.Key_F9)
    assert rig.board.on_air is not None
    assert rig.board.on_air.slot == "film-2"


@pytest.mark.parametrize("size", SIZES)
def test_its_keys_are_listed_while_it_is_on(rig: Rig, size: tuple[int, int]) -> None:
    rig.window.resize(*size)
    rig.rehearse()
    rig.press(Key.Key_F1)
    panel = rig.window.keys.sheet
    assert panel.isVisible()
    assert not panel.geometry().intersects(rig.bar.geometry())
    assert panel.page == 0
    here = [place for place in panel.places if place.page == 0]
    listed = {place.line.name: place.line for place in here if place.line is not None}
    assert {wish.value for wish in Rehearse} <= set(listed)
    line = listed["rehearse"]
    assert (line.label, line.caps) == ("Quitter la répétition", ("Ctrl+Maj+R",))


def test_every_wish_of_the_keys_has_its_entry_open_in_a_rehearsal_only(rig: Rig) -> None:
    def open_() -> set[str]:
        entries = rig.window.menu.actions_by_name
        return {wish.value for wish in Rehearse if entries[wish.value].isEnabled()}

    assert open_() == {"rehearse"}
    assert rig.window.menu.actions_by_name["rehearse"].text().startswith("Répéter la journée")
    rig.rehearse()
    assert open_() == {wish.value for wish in Rehearse}
    assert rig.window.menu.actions_by_name["rehearse"].text().startswith("Quitter la répétition")
    rig.rehearse()
    assert open_() == {"rehearse"}
