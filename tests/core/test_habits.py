"""What today teaches about how long things last."""

from math import exp, log
from typing import Any

import pytest

from runofshow.core.habits import DAY_SPREAD, HABITS, TRUST, lived, today
from runofshow.core.plan import Kind
from tests.hand import Stage, day, leaf


def talks(*minutes: int, kind: str = "talk", length: int = 20) -> Stage:
    """A day of items of one length that lasted so many minutes, and one more to come."""
    slots: list[dict[str, Any]] = [
        leaf(f"t{n}", f"{length}m", kind=kind) for n in range(len(minutes) + 1)
    ]
    slots[0]["start"] = "09:00"
    stage, minute = Stage(day(*slots)), 0
    for lasted in minutes:
        stage.do(f"9:{minute}", "go")
        minute += lasted
    return stage.do(f"9:{minute}", "end") if minutes else stage


def measured(stage: Stage) -> list[tuple[Kind, object]]:
    """What is measured of a day: kinds, and paces to compare with an approximate number."""
    return list(lived(stage.show))


def off(lasted: float, planned: float, kind: Kind = Kind.TALK) -> float:
    """How far from typical, as a logarithm, an item of that kind was."""
    grace = HABITS[kind].grace / 60
    return log((lasted + grace) / (planned + grace) / HABITS[kind].typical)


def test_every_kind_has_its_habit() -> None:
    assert set(HABITS) == set(Kind)


def test_nothing_lived_is_what_was_believed_before() -> None:
    before = today(talks().show)
    assert (before.measured, before.day.mean) == (0, 0.0)
    assert before.day.spread == pytest.approx(DAY_SPREAD)
    assert (before.freedom, before.surprise) == (TRUST, TRUST)
    assert before.pace(Kind.TALK) == pytest.approx(HABITS[Kind.TALK].typical)


def test_paces_are_measured_against_the_length_as_it_was_planned() -> None:
    assert measured(talks(22, 18)) == [
        (Kind.TALK, pytest.approx(off(22, 20))),
        (Kind.TALK, pytest.approx(off(18, 20))),
    ]


def test_today_draws_towards_itself_the_more_the_more_was_lived() -> None:
    paces = [today(talks(*(22,) * count).show).pace(Kind.TALK) for count in range(5)]
    assert paces == sorted(paces)
    assert paces[0] < paces[4] < exp(off(22, 20)) * HABITS[Kind.TALK].typical


def test_a_slow_day_slows_what_people_lead_and_nothing_else() -> None:
    slow, before = today(talks(24, 24, 24).show), today(talks().show)
    assert slow.pace(Kind.TALK) > slow.pace(Kind.PANEL) / HABITS[Kind.PANEL].typical > 1
    for kind in (Kind.FILM, Kind.BREAK, Kind.CHANGEOVER):
        assert slow.pace(kind) == before.pace(kind)


def test_an_orderly_day_is_believed_to_be_one_and_a_wild_day_too() -> None:
    def scale(stage: Stage) -> float:
        learnt = today(stage.show)
        return learnt.surprise / learnt.freedom

    assert scale(talks(20, 20, 20, 20)) < 1 < scale(talks(26, 15, 27, 14))


def test_an_accident_counts_as_just_one() -> None:
    assert list(lived(talks(50).show)) == list(lived(talks(90).show))
    assert list(lived(talks(22).show)) != list(lived(talks(23).show))


def test_what_was_given_held_and_lost_was_lived() -> None:
    stage = talks().do("9:00", "go").do("9:05", "stretch", by="3m")
    stage.do("9:06", "hold").do("9:07", "resume").do("9:08", "restart").do("9:26", "end")
    assert measured(stage) == [(Kind.TALK, pytest.approx(off(26, 20)))]


def test_what_was_taken_back_was_never_lived() -> None:
    stage = talks(22, 23)
    stage.do("9:46", "recall")
    assert measured(stage) == [(Kind.TALK, pytest.approx(off(22, 20)))]


def test_films_what_the_machine_ends_and_what_is_passed_over_teach_nothing() -> None:
    slots = [
        leaf("film", "5m", kind="film", start="09:00"),
        leaf("auto", "10m", advance="auto"),
        leaf("over", "10m"),
        leaf("none", "0m"),
        leaf("last", "10m"),
    ]
    stage = Stage(day(*slots)).do("9:00", "go").do("9:07", "go")
    stage.do("9:18", "go", slot="none").do("9:18", "go", slot="last")
    assert [airing.slot for airing in stage.show.air.airings][-3:] == ["over", "none", "last"]
    assert measured(stage) == []


def test_a_break_to_a_set_hour_is_measured_by_how_late_it_ends() -> None:
    def learnt(ended: str) -> list[tuple[Kind, object]]:
        slots = [
            leaf("a", "10m", start="09:00"),
            leaf("coffee", kind="break", end="09:40"),
            leaf("b"),
        ]
        stage = Stage(day(*slots)).do("9:00", "go").do("9:10", "go")
        return measured(stage.do(ended, "go"))[1:]

    on_time = -log(HABITS[Kind.BREAK].typical)
    assert learnt("9:35") == learnt("9:40") == [(Kind.BREAK, pytest.approx(on_time))]
    late = log(1 + 3 / (30 + HABITS[Kind.BREAK].grace / 60))
    assert learnt("9:43") == [(Kind.BREAK, pytest.approx(on_time + late))]
