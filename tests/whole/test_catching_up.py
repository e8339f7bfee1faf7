"""Whole days that run late, as `runofshow rehearse` plays them: promises, plans, agreed hours.

What they must come to was worked out by hand from the rules of catching up; the sums are told.
"""

from pathlib import Path
from typing import Any

import pytest

from runofshow.places import schedule
from tests.whole.test_days import HERE, Answer, drifts, expected, hour, looks, played, refused

SPREAD = ["synthese", *(f"eclairage-{n}" for n in (1, 2, 3, 4)), "conclusion-eclairages"]


def plans_of(answers: list[Answer]) -> list[dict[str, Answer]]:
    """The plans that were asked for, by name, in the order they were shown."""
    return [
        {plan["plan"]: plan for plan in answer["plans"]} for answer in answers if "plans" in answer
    ]


def deal(plan: Answer) -> tuple[dict[str, float], list[str], float]:
    """Who gives how many minutes, what is left out, what the leaf on air gives."""
    return {c["slot"]: c["by"] / 60 for c in plan["cuts"]}, plan["skips"], plan["stretch"] / 60


def deals(plans: dict[str, Answer]) -> dict[str, Any]:
    return {name: deal(plan) for name, plan in plans.items()}


def told(plans: dict[str, Answer]) -> dict[str, int]:
    return {name: plan["tell"] for name, plan in plans.items()}


def short(plans: dict[str, Answer]) -> dict[str, float]:
    return {name: plan["short"] / 60 for name, plan in plans.items() if plan["short"]}


def stands(board: Answer, slot: str, of: str = "start") -> tuple[Any, ...]:
    """How a promise stands: due, expected, minutes late, kept, last call, lost."""
    row = next(row for row in board["promises"] if (row["slot"], row["of"]) == (slot, of))
    hours = (hour(row["due"]), hour(row["expected"]))
    return (*hours, row["late"] / 60, row["kept"], hour(row["last_call"]), row["lost"])


def of_file(name: str) -> Path:
    return HERE / f"{name}.json"


def test_the_minister_is_twelve_minutes_late_and_lunch_is_at_a_quarter_past_twelve(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answers = played(capsys, "minister-late", schedule("pionniers.json"))
    begun, late, applied, undone, results, closing, lunch = looks(answers)
    first, later, kept = plans_of(answers)

    # The panel begins at 9:32 instead of 9:20: what follows waits for nothing any more, so lunch is
    # at 12:27. Closing 15 may give 7, results 30 give 6; closing alone is not enough, both are:
    # the last call is when the results begin.
    assert drifts(begun) == (12, "late", 0)
    assert stands(begun, "dejeuner") == ("12:15", "12:27", 12, False, "11:42", False)

    # Twelve minutes by (taken + 1/2) / capacity: closing 1/14, results 1/12, closing 3/14; then 1/4
    # of each of the six of capacity 2 and of the results; closing 5/14, results 5/12.
    shared: Any = (dict.fromkeys(SPREAD, 1) | {"resultats": 3, "conclusion-matinee": 3}, [], 0)
    assert deals(first) == {
        "share": shared,
        "few": ({"resultats": 5, "conclusion-matinee": 7}, [], 0),
        "next": (dict.fromkeys(SPREAD, 2), [], 0),
        "now": ({}, [], -12),
    }
    assert told(first) == {"share": 8, "few": 2, "next": 6, "now": 5}  # five share the panel
    assert short(first) == {}

    # At 10:37:22 the panel ends at 10:42: a whole step of it may be taken four times, not five.
    assert deals(later)["now"] == (
        dict.fromkeys(SPREAD[:5], 1) | {"resultats": 1, "conclusion-matinee": 2},
        [],
        -4,
    )
    assert told(later)["now"] == 12
    assert deals(later)["share"] == shared

    # Applied, the hour is held and the panel is as late as it was; there is nothing more to take.
    assert stands(applied, "dejeuner") == ("12:15", "12:15", 0, True, None, False)
    assert drifts(applied) == (12, "late", 0)
    assert deals(kept) == {"share": ({}, [], 0)}
    assert stands(undone, "dejeuner") == stands(late, "dejeuner")
    assert undone["undo"] is None
    assert refused(answers) == ["nothing_to_give"]

    # Redone, the results pay back five of the twelve, the closing the other seven.
    assert [drifts(board)[0] for board in (results, closing, lunch)] == [7, 0, 0]
    assert stands(lunch, "dejeuner") == ("12:15", "12:15", 0, True, None, False)


def test_a_planners_case(capsys: pytest.CaptureFixture[str]) -> None:
    answers = played(capsys, "planners-case", of_file("planners-case"))
    planned, taken, shared, b, c, lunch = looks(answers)
    before, after = plans_of(answers)
    assert stands(planned, "lunch") == ("12:15", "12:15", 0, True, None, False)
    assert deal(before["share"]) == ({"a": 3, "b": 2, "c": 2}, [], 0)
    assert list(before) == ["share", "few", "last"]  # `next` is as `few`, and nothing is on air
    assert stands(taken, "lunch") == ("12:15", "12:22", 7, False, "12:07", False)
    assert deals(after) == {
        "share": ({"b": 4, "c": 3}, [], 0),
        "few": ({"b": 7}, [], 0),
        "last": ({"c": 7}, [], 0),
        "now": ({}, [], -7),
    }
    assert refused(answers) == ["no_such_promise"]
    # the due time stays, and the slots to come pay the drift back one by one
    assert stands(shared, "lunch") == ("12:15", "12:15", 0, True, None, False)
    assert [drifts(board)[0] for board in (taken, shared, b, c, lunch)] == [7, 7, 3, 0, 0]


def test_a_pin_that_is_no_wait(capsys: pytest.CaptureFixture[str]) -> None:
    answers = played(capsys, "no-wait", of_file("no-wait"))
    begun, lost = looks(answers)
    first, last = plans_of(answers)
    # the break ends at 11:00 whatever is taken from B, so only C can help; five of its twelve
    assert stands(begun, "d") == ("11:55", "12:00", 5, False, "11:00", False)
    assert deals(first) == {"share": ({"c": 5}, [], 0)}
    # At 11:15 A is still on: B to 11:45, the break keeps its 20 to 12:05, C to 13:05. B and C give
    # 6 and 12, all that they have; 52 are missing.
    assert stands(lost, "d") == ("11:55", "13:05", 70, False, None, True)
    assert deals(last) == {"share": ({"b": 6, "c": 12}, [], 0)}
    assert short(last) == {"share": 52}


def test_an_evening_with_a_new_hour_agreed(capsys: pytest.CaptureFixture[str]) -> None:
    answers = played(capsys, "gala", of_file("gala"))
    late, lost, caught, skipped, dinner, concert, over = looks(answers)
    begun, gone, agreed, decided, missed, closed = plans_of(answers)

    # Half an hour late, a minute of changeover each, the wait before dinner used up: 21:20. With
    # two minutes of tolerance 18 are missing, which is just what the report (6), the cocktail (8)
    # and the prizes (4) may give; without the prizes and their changeover 21 are won.
    assert stands(late, "diner") == ("21:00", "21:20", 20, False, "19:51", False)
    assert deals(begun) == {
        "share": ({"bilan": 6, "cocktail": 8, "prix": 4}, [], 0),
        "now": ({"bilan": 3, "cocktail": 3, "prix": 2}, [], -10),
        "skip": ({}, ["prix"], 0),
    }
    assert told(begun) == {"share": 3, "now": 4, "skip": 1}  # Ada is told once
    assert hour(begun["skip"]["promises"][0]["expected"]) == "21:00"

    # the report is on air, its six minutes can only be taken now
    assert stands(lost, "diner") == ("21:00", "21:20", 20, False, None, True)
    assert short(gone) == {"share": 6}
    assert deals(gone)["now"] == ({"cocktail": 8, "prix": 4}, [], -6)

    # A later hour agreed: eight are missing.
    assert deals(agreed) == {
        "share": ({"cocktail": 5, "prix": 3}, [], 0),
        "breaks": ({"cocktail": 8}, [], 0),
        "last": ({"cocktail": 4, "prix": 4}, [], 0),
        "now": ({"cocktail": 1, "prix": 1}, [], -6),
        "skip": ({}, ["prix"], 0),
    }
    assert refused(answers) == ["no_such_promise"]
    assert stands(caught, "diner") == ("21:10", "21:12", 2, True, None, False)
    said = caught["promises"][0]["told"]
    assert (hour(said["at"]), hour(said["time"])) == ("19:56:30", "21:12")

    # left out, the film gives what is more than enough: dinner waits for its hour
    assert expected(skipped, "diner") == ["21:00"]
    assert stands(skipped, "diner") == ("21:10", "21:00", 0, True, None, False)

    # The hour agreed is taken back; begun at 21:01:30 dinner is within its tolerance, for good.
    assert stands(dinner, "diner") == ("21:00", "21:01:30", 1.5, True, None, False)
    assert deals(decided) == {"share": ({}, [], 0)}

    # Its end was promised too, and is decided; the day's end is not yet, but nothing can help it.
    assert stands(concert, "diner", "end") == ("22:30", "22:50", 20, False, None, True)
    assert stands(concert, "day", "end") == ("23:15", "23:20", 5, False, None, True)
    assert (deals(missed), short(missed)) == ({"share": ({}, [], 0)}, {"share": 5})
    assert stands(over, "day", "end") == ("23:15", "23:20", 5, False, None, True)
    assert short(closed) == {"share": 5}
    assert over["state"] == "after"


def test_the_night_of_twenty_three_hours(capsys: pytest.CaptureFixture[str]) -> None:
    answers = played(capsys, "twenty-three-hours", of_file("twenty-three-hours"))
    begun, before, after, on_time, over = looks(answers)
    (plans,) = plans_of(answers)
    # From 1:00 an hour and a half is until 3:30: an hour is missing. On paper all was well.
    assert [row["planned_start"][11:] for row in begun["slots"]] == [
        "01:00:00+01:00",
        "03:30:00+02:00",
        "04:00:00+02:00",
    ]
    assert begun["slots"][2]["overlap"] == 1800
    assert stands(begun, "trois") == ("04:00", "04:30", 30, False, None, True)
    # the second set may give 12; the first, on air, 18: only the two together are enough
    assert deals(plans) == {"share": ({"deux": 12}, [], 0), "now": ({"deux": 12}, [], -18)}
    assert short(plans) == {"share": 18}
    # across the missing hour two seconds pass
    assert [board["on_air"]["remaining"] for board in (before, after)] == [1801, 1799]
    assert refused(answers) == []
    assert [drifts(board)[0] for board in (on_time, over)] == [0, 0]
    assert stands(over, "trois") == ("04:00", "04:00", 0, True, None, False)
    assert stands(over, "day", "end") == ("05:00", "05:00", 0, True, None, False)
