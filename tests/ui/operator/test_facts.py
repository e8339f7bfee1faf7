import re

from runofshow.core.board import Board
from runofshow.core.outlook import Range
from runofshow.ui.operator import facts
from runofshow.ui.operator.spans import Fact
from runofshow.ui.texts.window import EN, FR
from tests.rows import each_row
from tests.ui.operator.window_days import (
    GO,
    due,
    english,
    finished,
    late,
    on_time,
    play,
    seed,
    three_hundred,
)


def text(fact: Fact) -> tuple[str, str, str]:
    """Caption, figure and line, without what is only typography."""
    parts = ("".join(span.text for span in part) for part in (fact.figure, fact.line))
    figure, line = (part.replace("\u00a0", " ") for part in parts)
    return fact.caption, figure, line


@each_row(
    "board, word, size, tone",
    [
        (late(), "RETARD", "12", "amber"),
        (on_time(seed(), "10:59"), "À L'HEURE", "", "text"),
        (play(seed(), (), "8:41"), "Pas commencé", "", "text"),
        (play(seed(), (), "9:05"), "RETARD", "5", "amber"),
        (finished(), "Journée clôturée", "", "text"),
        (due(), "RETARD", "4", "amber"),
    ],
)
def test_drift_is_a_word_and_a_size(board: Board, word: str, size: str, tone: str) -> None:
    drift = facts.drift(board, FR)
    assert (drift.word, drift.size, drift.tone) == (word, size, tone)


def test_early_is_said_plainly() -> None:
    shorter = {"do": "edit", "slot": "table-ronde", "set": {"duration": "1h"}}
    taken = (("9:00", GO), ("9:15", GO), ("9:20", GO), ("9:21", shorter))
    early = facts.drift(play(seed(), taken, "9:22"), FR)
    assert (early.word, early.size, early.tone) == ("AVANCE", "10", "text")


def test_the_end_of_the_day_stands_against_the_planned_one() -> None:
    assert text(facts.day_end(late(), FR)) == ("Fin de journée", "18h00", "comme prévu")
    closed = text(facts.day_end(finished(), FR))
    assert closed == ("Fin de journée", "10h45", "−7 h 15, prévue 18h00")


def test_the_range_of_the_end_stands_beside_it_and_the_tip_says_what_it_is() -> None:
    board = late()
    within = board.outlook.day_end
    assert within is not None
    french, english = facts.day_end(board, FR, within), facts.day_end(board, EN, within)
    assert text(french) == text(facts.day_end(board, FR))
    assert re.fullmatch(r"17h5\d–18h[1-4]\d", french.beside)
    assert re.fullmatch(r"17:5\d–18:[1-4]\d", english.beside)
    assert french.tip.startswith("8 fois sur 10")
    assert all(hour in french.tip for hour in french.beside.split("–"))


def test_a_range_within_one_minute_says_no_more_than_the_hour() -> None:
    board = late()
    assert board.expected_end is not None
    sure = Range(*(board.expected_end,) * 3)
    assert facts.day_end(board, FR, sure) == facts.day_end(board, FR)


def test_without_a_promise_the_next_given_start_is_told() -> None:
    caption, figure, _ = text(facts.given_time(on_time(seed(), "13:05"), FR))
    assert caption == "Prochaine heure donnée"
    assert figure.startswith("14h00 Forum ouvert")
    assert text(facts.given_time(on_time(three_hundred(), "10:00"), EN))[1] == "No more"


def test_late_says_where_the_lateness_ends() -> None:
    assert text(facts.relief(late(), FR)) == (
        "Le retard s'éteint à",
        "14h00",
        "Déjeuner convivialabsorbe 12 min",
    )


def test_lateness_that_nothing_absorbs_is_told_as_such() -> None:
    board = play(three_hundred(), (("9:00", GO),), "9:10")
    assert text(facts.relief(board, EN)) == ("Late to the end", "+8 min at the end", "")


def test_on_time_says_when_the_next_break_is() -> None:
    assert text(facts.relief(on_time(english(), "10:20:20"), EN))[0] == "Next break"
    before = text(facts.relief(play(seed(), (), "8:41:24"), FR))
    assert before == ("Début", "9h00", "dans 18:36")


def test_a_given_hour_that_has_come_is_not_in_nought_seconds() -> None:
    waits = text(facts.given_time(play(seed(), (), "8:41"), FR))[2]
    passed = text(facts.given_time(play(seed(), (), "9:05"), FR))[2]
    assert (waits, passed) == ("dans 19 min", "attendu 9h05")
