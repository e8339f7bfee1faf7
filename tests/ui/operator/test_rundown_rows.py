from typing import Any

import pytest

from runofshow.core.board import Board
from runofshow.core.times import MINUTE, SECOND
from runofshow.ui.operator.rundown_rows import Line, Look, Ribbon, Teller, shown_length, signed
from runofshow.ui.texts.rundown import EN, FR, RundownWords
from tests.rows import each_row
from tests.ui.operator.rundown_days import GO, LATE, board_of, calm, late, plan_of, seed


def lines(board: Board, words: RundownWords = FR, crew: tuple[str, ...] = ()) -> dict[str, Line]:
    teller = Teller(board, words, crew, small=False)
    return {row.id: teller.line(index) for index, row in enumerate(board.slots)}


@each_row(
    "slot, look, planned, expected, label, length",
    [
        ("accueil", Look.DONE, "9h00", "9h02", "+2", "15"),
        ("diversite", Look.SESSION, "9h15", "", "", "75"),
        ("film-1", Look.DONE, "9h15", "9h22", "+7", "5"),
        ("table-ronde", Look.LIVE, "9h20", "9h32", "+12", "70"),
        ("animation", Look.SESSION, "10h30", "", "", "60"),
        ("film-2", Look.NEXT, "10h30", "10h42", "", "~5"),
        ("resultats", Look.TO_COME, "11h30", "11h42", "", "30"),
        ("dejeuner", Look.TO_COME, "12h15", "12h27", "→\u00a00", "1\u00a0h\u00a045"),
        ("definition", Look.TO_COME, "14h00", "=", "", "~40"),
        ("ateliers", Look.TO_COME, "14h40", "=", "", "~2\u00a0h\u00a035"),
    ],
)
def test_a_late_day_reads_as_drawn(
    slot: str, look: Look, planned: str, expected: str, label: str, length: str
) -> None:
    line = lines(late())[slot]
    assert (line.look, line.planned, line.expected) == (look, planned, expected)
    assert (line.ribbon.label, line.length) == (label, length)


def test_the_ribbon_runs_down_to_the_lunch_and_dies_there() -> None:
    said = lines(late())
    slots = ("accueil", "diversite", "film-1", "table-ronde", "animation", "eclairage-3")
    assert [said[slot].ribbon.top for slot in slots] == [2, 7, 7, 12, 12, 12]
    assert said["dejeuner"].ribbon[:2] == (12, 0)
    assert said["forum"].ribbon == said["definition"].ribbon == Ribbon()


def test_the_live_row_carries_the_time_left_and_the_marks_of_its_phases() -> None:
    line = lines(late())["table-ronde"]
    assert (line.left, line.over) == ("4:38", False)
    assert line.progress == pytest.approx(1 - (4 * 60 + 38) / (70 * 60), abs=1e-4)
    assert line.marks == pytest.approx((1 - 5 / 70, 1 - 2 / 70), abs=1e-4)
    assert line.speakers.startswith("Yannick BLANC, Vanessa CORDOBA")


def test_an_overrun_counts_up_and_pushes_what_follows() -> None:
    said = lines(late("10:44:30"))
    assert (said["table-ronde"].left, said["table-ronde"].over) == ("+2:30", True)
    assert said["table-ronde"].progress == 1
    assert (said["film-2"].expected, said["film-2"].ribbon.label) == ("10h45", "+15")


def test_a_held_row_keeps_its_time() -> None:
    board = board_of(seed(), "10:39", *LATE, ("10:37", {"do": "hold"}))
    line = lines(board)["table-ronde"]
    assert (line.look, line.left) == (Look.HELD, "5:00")


def test_a_day_on_time_says_nothing_of_lateness() -> None:
    said = lines(calm())
    assert {line.ribbon for line in said.values()} == {Ribbon()}
    assert said["accueil"].expected == "9h00"
    assert said["film-1"].expected == said["film-2"].expected == "="


def test_english_writes_its_own_clock() -> None:
    said = lines(late(), EN)
    assert (said["table-ronde"].planned, said["table-ronde"].expected) == ("9:20", "9:32")
    assert said["dejeuner"].suffix == "until 14:00"
    assert said["accueil"].note == "9:02–9:22"


def test_an_elastic_slot_says_until_when_and_what_it_absorbs() -> None:
    line = lines(late())["dejeuner"]
    assert (line.suffix, line.note) == ("jusqu'à 14h00", "absorbe 12")
    assert (line.promise, line.firm) == ("start", "at_risk")
    assert lines(calm())["dejeuner"].firm == "kept"


def test_what_waits_says_since_when() -> None:
    board = board_of(seed(), "9:16:40", ("9:00", GO), ("9:12", {"do": "end"}))
    line = lines(board)["film-1"]
    assert (line.due, line.note) == (True, "depuis 1:40")


def test_what_is_skipped_has_no_expected_hour_and_carries_the_ribbon_on() -> None:
    board = board_of(seed(), "10:37", *LATE, ("10:00", {"do": "skip", "slot": "eclairage-2"}))
    line = lines(board)["eclairage-2"]
    assert (line.look, line.expected) == (Look.SKIPPED, "–")
    assert line.ribbon == Ribbon(12, 12)


def test_what_was_put_in_after_printing_has_no_printed_hour() -> None:
    new = {"id": "neuf", "title": "Neuf", "duration": "10m"}
    board = board_of(
        seed(), "9:16", ("9:00", GO), ("9:15", GO),
        ("9:16", {"do": "insert", "slot": new, "after": "resultats"}),
    )  # fmt: skip
    said = lines(board)
    assert (said["neuf"].planned, said["neuf"].expected) == ("–", "12h00")
    assert (said["conclusion-matinee"].expected, said["conclusion-matinee"].ribbon.label) == (
        "12h10",
        "+10",
    )


def test_early_is_below_nought_and_a_wait_ends_it() -> None:
    plan = plan_of(
        {"id": "a", "start": "9:00"}, {"id": "b", "may_start_early": True}, {"id": "c"},
        {"id": "d", "start": "9:40"},
    )  # fmt: skip
    said = lines(board_of(plan, "9:05", ("9:00", GO), ("9:04", GO)))
    assert [said[slot].ribbon.label for slot in "abcd"] == ["", "−6", "", ""]
    assert [said[slot].ribbon.top for slot in "abcd"] == [0, -6, -6, 0]


def test_a_gap_narrows_the_ribbon_and_an_overlap_does_not_widen_it() -> None:
    plan = plan_of({"id": "a", "start": "9:00"}, {"id": "b", "start": "9:30"})
    board = board_of(plan, "9:10", ("9:05", GO))
    teller = Teller(board, FR, (), small=False)
    assert teller.between(1) == Ribbon(5, 0)
    plan = plan_of({"id": "a", "start": "9:00"}, {"id": "b", "start": "9:05"})
    board = board_of(plan, "9:01", ("9:00", GO))
    assert Teller(board, FR, (), small=False).between(1) == Ribbon(0, 0)


def test_the_crew_s_columns_hold_what_each_department_needs() -> None:
    said = lines(late(), crew=("son", "image", "lumière"))
    assert said["table-ronde"].crew == ("5 HF", "fond", "")


@each_row("words, late_word", [(FR, "compromise"), (EN, "at risk")])
def test_a_tip_tells_the_state_and_the_promise(words: RundownWords, late_word: str) -> None:
    teller = Teller(late(), words, (), small=False)
    index = next(i for i, row in enumerate(late().slots) if row.id == "dejeuner")
    tip = teller.tip(teller.line(index))
    assert "traiteur" in tip
    assert late_word in tip


@each_row(
    "length, large, small",
    [
        (45 * SECOND, "45\u00a0s", "45\u00a0s"),
        (5 * MINUTE, "5", "5"),
        (5 * MINUTE + 30 * SECOND, "5'30", "5'30"),
        (75 * MINUTE, "75", "75"),
        (105 * MINUTE, "1\u00a0h\u00a045", "1\u202fh\u202f45"),
        (120 * MINUTE, "2\u00a0h", "2\u202fh"),
        (0 * MINUTE, "0", "0"),
    ],
)
def test_lengths_stand_in_minutes_and_long_ones_in_hours(
    length: Any, large: str, small: str
) -> None:
    assert (shown_length(length, False), shown_length(length, True)) == (large, small)


@each_row("minutes, text", [(12, "+12"), (0, "0"), (-3, "−3")])
def test_minutes_carry_their_sign(minutes: int, text: str) -> None:
    assert signed(minutes) == text
