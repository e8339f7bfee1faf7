"""Whole days on a virtual clock, as `runofshow rehearse` plays a script: a few telling numbers.

Each script stands beside as JSON Lines; what it must come to is written here, look by look.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from runofshow.cli import main
from runofshow.places import schedule

HERE = Path(__file__).resolve().parent
Answer = dict[str, Any]


def played(capsys: pytest.CaptureFixture[str], script: str, file: Path) -> list[Answer]:
    """The answers to a script, in order."""
    words = ["--lang", "fr", "rehearse", str(file), "--script", str(HERE / f"{script}.jsonl")]
    assert main(words) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def looks(answers: list[Answer]) -> list[Answer]:
    return [answer for answer in answers if "now" in answer]


def refused(answers: list[Answer]) -> list[str]:
    return [answer["code"] for answer in answers if answer.get("ok") is False]


def row(board: Answer, slot: str) -> Answer:
    return next(row for row in board["slots"] if row["id"] == slot)


def hour(instant: str | None) -> str | None:
    """The time in an ISO instant: 12:15, or 12:15:30."""
    if instant is None:
        return None
    text = instant[11:19]
    return text.removesuffix(":00")


def live(board: Answer) -> tuple[str, float, str] | None:
    on_air = board["on_air"]
    return None if on_air is None else (on_air["slot"], on_air["remaining"], on_air["phase"])


def expected(board: Answer, *slots: str) -> list[str | None]:
    return [hour(row(board, slot)["expected_start"]) for slot in slots]


def drifts(board: Answer) -> tuple[float, str, float]:
    return board["drift"] / 60, board["drift_word"], board["day_drift"] / 60


def test_the_seeds_day_on_time(capsys: pytest.CaptureFixture[str]) -> None:
    answers = played(capsys, "seed-on-time", schedule("pionniers.json"))
    before, panel, lunch, after = looks(answers)
    assert refused(answers) == []
    assert (before["state"], before["next"]["slot"], before["next"]["cue"]) == (
        "before",
        "accueil",
        "1",
    )
    assert live(panel) == ("table-ronde", 180.0, "warning")
    assert live(lunch) == ("dejeuner", 3600.0, "normal")
    assert [drifts(board) for board in (before, panel, lunch, after)] == [(0, "on_time", 0)] * 4
    assert (after["state"], hour(after["expected_end"]), after["rev"]) == ("after", "18:00", 18)
    assert {row["status"] for row in after["slots"]} == {"done"}


def test_the_seeds_day_with_the_panel_twelve_minutes_late(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers = played(capsys, "seed-late", schedule("pionniers.json"))
    late, film, skipped, inserted, back, last = looks(answers)
    assert refused(answers) == ["moved_on"]
    assert live(late) == ("table-ronde", -720.0, "over")
    assert drifts(late) == (12, "late", 0)
    assert expected(late, "film-2", "dejeuner", "definition") == ["10:42", "12:27", "14:00"]
    assert hour(row(late, "dejeuner")["planned_start"]) == "12:15"
    # the skip wins ten minutes for lunch, and the film itself is as late as it was
    assert expected(film, "dejeuner") == ["12:27"]
    assert expected(skipped, "dejeuner", "eclairage-3") == ["12:17", None]
    assert (drifts(skipped)[:2], skipped["undo"][:6]) == ((12, "late"), "Sauter")
    # the insertion costs five; it is not printed, so nothing is promised of it
    assert expected(inserted, "prix", "dejeuner") == ["12:02", "12:22"]
    assert row(inserted, "prix")["planned_start"] is None
    assert row(inserted, "prix")["cue"] == "4A"
    # the GO given too soon is as if it had never been
    assert live(back) == ("eclairage-1", 510.0, "normal")
    assert expected(back, "eclairage-2") == ["11:07"]
    assert live(last) == ("eclairage-2", 540.0, "normal")
    assert drifts(last) == (12, "late", 0)


def test_a_night_across_midnight(capsys: pytest.CaptureFixture[str]) -> None:
    answers = played(capsys, "past-midnight", HERE / "past-midnight.json")
    eve, midnight, soup, reading, waiting, over = looks(answers)
    assert refused(answers) == []
    assert (live(eve), live(midnight)) == (
        ("lecture-1", -599.0, "over"),
        ("lecture-1", -601.0, "over"),
    )
    assert (eve["now"][:10], midnight["now"][:10]) == ("2026-01-23", "2026-01-24")
    # the soup ends at 0:15, but not before its minimum of eighteen minutes has passed
    assert hour(soup["on_air"]["ends"]) == "00:20"
    assert row(soup, "lecture-2")["planned_start"] == "2026-01-24T00:15:00+01:00"
    assert live(reading) == ("lecture-2", 300.0, "warning")
    assert (waiting["state"], hour(waiting["next"]["expected_start"])) == ("between", "01:30")
    assert drifts(waiting)[:2] == (0, "on_time")
    assert live(over) == ("final", -60.0, "over")
    assert hour(over["expected_end"]) == "01:51"


def test_the_night_of_twenty_five_hours(capsys: pytest.CaptureFixture[str]) -> None:
    answers = played(capsys, "twenty-five-hours", HERE / "twenty-five-hours.json")
    first, second, between, end = looks(answers)
    assert refused(answers) == []
    # half an hour from 2:50 to 2:20: an hour that is shown twice is lived twice
    assert live(first) == ("deux", 2400.0, "normal")
    assert live(second) == ("deux", 600.0, "normal")
    assert row(first, "deux")["planned_end"] == "2026-10-25T02:30:00+01:00"
    assert row(first, "trois")["planned_start"] == "2026-10-25T04:00:00+01:00"
    assert row(first, "trois")["gap"] == 5400.0
    assert between["next"]["expected_start"] == "2026-10-25T04:00:00+01:00"
    assert live(end) == ("trois", 0.0, "danger")
    assert drifts(end) == (0, "on_time", 0)


def test_a_chain_that_goes_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    answers = played(capsys, "by-itself", HERE / "by-itself.json")
    change, stretched, back, again, end = looks(answers)
    # between two talks there is the changeover, and a GO just after an automatic start is refused
    assert (change["state"], hour(change["next"]["expected_start"])) == ("between", "10:05:30")
    assert refused(answers) == ["just_started"]
    assert live(stretched) == ("two", 1.0, "danger")
    # taken back, the second talk is on air as before, and nothing goes by itself until a GO
    assert live(back) == ("two", -30.0, "over")
    assert live(again) is None
    assert again["next"]["slot"] == "jury"
    # the jury waited for its time; the last one, which nobody ends, goes on
    assert hour(row(end, "jury")["started"]) == "10:20"
    assert hour(row(end, "prizes")["started"]) == "10:30:30"
    assert live(end) == ("prizes", -270.0, "over")


def test_an_open_forum_that_loses_14_minutes_at_half_past_two_keeps_its_end(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """155 minutes in three rounds; the room takes longer; they are divided anew in what is left."""
    answers = played(capsys, "forum-late", schedule("pionniers.json"))
    assert refused(answers) == []
    made, late, anew, reports, over = looks(answers)
    rounds = ("ateliers-1", "ateliers-2", "ateliers-3")
    places = (*rounds, "restitution", "conclusion-journee")
    assert expected(made, *places) == ["14:40", "15:30", "16:20", "17:05", "17:50"]
    assert drifts(late) == (14, "late", 4), "10 of the 14 minutes were left over"
    assert late["promises"][-1]["kept"] is False
    assert anew["undo"].endswith("en 3 tours de 40 min, reste 11 min")
    assert expected(anew, *places) == ["14:54", "15:39", "16:24", "17:04", "17:50"]
    assert row(anew, rounds[0])["activities"][0]["title"] == "Compost", "what was placed stays"
    assert anew["promises"][-1]["kept"] is True
    assert live(reports) == ("restitution", 2090.0, "normal")
    assert (hour(over["planned_end"]), drifts(over)) == ("18:00", (0, "on_time", 0))
