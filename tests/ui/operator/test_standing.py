from typing import Any

import pytest

from runofshow.core.board import Board
from runofshow.core.plan import Plan
from runofshow.core.times import MINUTE
from runofshow.ui.operator.facts import relief
from runofshow.ui.operator.standing import ahead, standing
from runofshow.ui.speaker.face import face
from runofshow.ui.texts.stage import FR as STAGE
from runofshow.ui.texts.window import EN, FR
from tests.hand import Stage, day, leaf, session
from tests.rows import each_row
from tests.ui.operator.window_days import (
    LATE,
    between,
    due,
    finished,
    late,
    on_time,
    over,
    play,
    seed,
)

HELD: tuple[str, dict[str, Any]] = ("10:35", {"do": "hold"})


@each_row(
    "board, state, digits, signed, plate, beside",
    [
        (late("10:00"), "EN COURS", "42:00", False, "", "conclure dans 37:00"),
        (late("10:37:22"), "EN COURS", "4:38", False, "CONCLUEZ", ""),
        (late("10:41:02"), "EN COURS", "0:58", False, "DERNIERS MOTS", ""),
        (late("10:44:10"), "EN COURS", "2:10", True, "TEMPS ÉCOULÉ", ""),
        (late("10:54:33"), "EN COURS", "12:33", False, "+ TEMPS ÉCOULÉ", ""),
        (late("10:37:22", HELD), "CHRONO FIGÉ", "7:00", False, "CHRONO ARRÊTÉ", "figé depuis 2:22"),
        (play(seed(), (), "8:41:24"), "AVANT LA JOURNÉE", "18:36", False, "", "compte à rebours"),
        (between(), "ENTRE DEUX SÉQUENCES", "1:50", False, "", "compte à rebours"),
        (due(), "ENTRE DEUX SÉQUENCES", "4:10", True, "À LANCER\u202f!", ""),
        (finished(), "JOURNÉE CLÔTURÉE", "10h45", False, "", ""),
    ],
)
def test_the_live_card_counts_what_matters_now(
    board: Board, state: str, digits: str, signed: bool, plate: str, beside: str
) -> None:
    now = standing(board, FR)
    assert (now.state, now.digits, now.signed) == (state, digits, signed)
    assert (now.plate, now.beside) == (plate, beside)


@each_row(
    "hour, tone, beside",
    [("9:16", "normal", "film"), ("9:19:15", "warning", "bientôt fini"),
     ("9:19:45", "danger", "bientôt fini")],
)  # fmt: skip
def test_nobody_is_asked_to_wrap_up_a_film(hour: str, tone: str, beside: str) -> None:
    now = standing(on_time(seed(), hour), FR)
    assert (now.tone, now.plate, now.beside) == (tone, "", beside)


def test_the_end_stands_beside_what_was_planned() -> None:
    now = standing(late(), FR)
    assert (now.hour_word, now.hour, now.planned) == ("fin à", "10h42", "prévue 10h30")
    assert standing(late(), EN).hour == "10:42"


def test_the_bar_has_run_as_far_as_the_time_and_marks_the_phases() -> None:
    track = standing(late("10:07"), FR).track
    assert track is not None
    assert track.run == pytest.approx(0.5)
    assert track.marks == pytest.approx((1 - 5 / 70, 1 - 2 / 70))
    assert standing(between(), FR).track is None


def test_a_bar_never_runs_over_its_end() -> None:
    track = standing(late("11:30"), FR).track
    assert track is not None
    assert track.run == 1


def test_go_names_the_next_item_what_it_needs_and_who_speaks() -> None:
    coming = ahead(on_time(seed(), "10:59"), FR)
    assert coming.possible
    assert coming.cue == "3.3.3"
    assert coming.title.startswith("La transformation")
    assert coming.needs == "HF 1 · diapos"
    assert coming.names == ("Philippe LEMOINE",)


def test_go_is_shut_when_nothing_is_left() -> None:
    last = on_time(seed(), "17:55")
    assert (ahead(last, FR).possible, ahead(last, FR).title) == (False, "Rien à lancer")
    assert ahead(finished(), EN).needs == "the day is closed"


def test_before_the_day_a_start_gone_by_is_counted_up() -> None:
    now = standing(play(seed(), (), "9:03:05"), FR)
    assert (now.digits, now.signed, now.tone, now.mood) == ("3:05", True, "due", "due")


def test_questions_to_come_move_the_phases_forward() -> None:
    board = late("9:40")
    air = board.on_air
    assert air is not None
    asked = board._replace(on_air=air._replace(questions=10 * MINUTE))
    now = standing(asked, EN)
    assert now.beside == "wrap up in 47:00"
    assert now.track is not None
    assert now.track.marks == pytest.approx((1 - 15 / 70, 1 - 12 / 70))


def test_once_everything_is_done_the_end_of_the_day_stands() -> None:
    board = over()
    now = standing(board, FR)
    assert (now.state, now.digits, now.line) == (
        "FIN DU CONDUCTEUR",
        "18h00",
        "Toutes les séquences sont passées",
    )


def test_without_a_rundown_it_says_how_to_have_one() -> None:
    board = Stage(day()).board("08:00")
    shown = standing(board, FR)
    assert shown.state == "PAS DE CONDUCTEUR"
    assert "Ctrl+O" in shown.title
    assert (shown.digits, shown.hour) == ("", "")
    assert ahead(board, FR).needs == "le conducteur est vide"


@each_row(
    "plan, why",
    [
        (day(session("s")), "le conducteur est vide"),
        (day(leaf("a", start="09:00", skip=True)), "toutes les séquences sont sautées"),
    ],
)
def test_a_day_in_which_nothing_can_begin_is_not_over(plan: Plan, why: str) -> None:
    board = Stage(plan).board("08:00")
    shown = standing(board, FR)
    assert (shown.state, shown.line.lower(), shown.digits) == ("AVANT LA JOURNÉE", why, "")
    assert ahead(board, FR).needs == why
    assert [span.text for span in relief(board, FR).figure] == ["Aucune"]


def test_who_is_absent_is_named_neither_on_the_card_nor_on_go_nor_on_the_stage() -> None:
    who = {"do": "speaker", "slot": "table-ronde", "who": "Yannick BLANC", "is": "absent"}
    before, live = play(seed(), (("9:00", who), *LATE[:2]), "9:31"), late("9:40", ("9:35", who))
    for names in (ahead(before, FR).names, standing(live, FR).names, face(live, STAGE).speakers):
        assert names[0] == "Vanessa CORDOBA"
        assert len(names) == 4
