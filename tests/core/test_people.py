"""Who is there, since when, and who is to be called (core.people)."""

from typing import Any

from runofshow.core.board import Row
from runofshow.core.log import Presence
from runofshow.core.panel import present
from tests.hand import Stage, clock_of, day, leaf, session
from tests.rows import each_row

GIL = {"name": "Gerardo GIL", "mic": "HF 2"}


def stage(**fields: Any) -> Stage:
    """A film at nine, then a talk of G. Gil's who is called ten minutes before, then a panel."""
    return Stage(
        day(
            leaf("film", "30m", start="09:00"),
            leaf("talk", "20m", speakers=[GIL], call_before="10m", **fields),
            session("s", leaf("panel", "30m", kind="panel", speakers=["Ada", GIL, "Bob"])),
        )
    )


def awaited(stage: Stage, clock: str) -> list[tuple[str, str | None, list[str]]]:
    """The calls that stand: of which slot, since when, whom."""
    calls = stage.board(clock).calls
    return [(c.slot, clock_of(c.at, stage.zone), [a.name for a in c.awaited]) for c in calls]


def there(row: Row) -> list[Presence]:
    """What is known of a row's speakers."""
    return list(present(row.speakers, row.known))


def test_somebody_is_booked_once_for_all_that_they_have_still_to_say() -> None:
    day_ = stage().do("08:40", "speaker", who="gerardo gil", **{"is": "arrived"})
    for slot in ("talk", "panel"):
        gil = there(day_.row("08:41", slot))[-2 if slot == "panel" else 0]
        assert (gil.state, clock_of(gil.arrived, day_.zone), gil.mic) == (
            "arrived",
            "08:40",
            "HF 2",
        )
    day_.do("09:00", "go").do("09:30", "go").do("09:50", "go")
    day_.do("09:51", "speaker", who="Gerardo GIL", **{"is": "absent"})
    assert there(day_.row("09:52", "talk"))[0].state == "arrived"  # what is over stays as it was
    assert there(day_.row("09:52", "panel"))[1].state == "absent"
    assert day_.refusal("09:53", "speaker", who="Zoé", **{"is": "ready"}) == "unknown_person"
    day_.do("10:20", "end")
    assert day_.refusal("10:21", "speaker", who="Ada", **{"is": "ready"}) == "person_done"


def test_an_arrival_keeps_its_hour_until_somebody_is_expected_again() -> None:
    day_ = stage().do("08:40", "speaker", slot="talk", who=1, **{"is": "arrived"})
    day_.do("09:10", "speaker", slot="talk", who=1, mic="HF 4", **{"is": "ready"})
    gil = there(day_.row("09:11", "talk"))[0]
    assert (clock_of(gil.arrived, day_.zone), gil.mic) == ("08:40", "HF 4")
    day_.do("09:12", "speaker", slot="talk", who=1, **{"is": "absent"})
    assert there(day_.row("09:13", "talk"))[0].arrived is None


def test_a_call_stands_from_its_hour_until_it_is_answered() -> None:
    day_ = stage().do("09:00", "go")
    assert awaited(day_, "09:19:59") == []
    assert awaited(day_, "09:20") == [("talk", "09:20", ["Gerardo GIL"])]
    assert day_.board("09:20").calls[0].awaited[0].mic == "HF 2"
    day_.do("09:21", "called", slot="talk")
    assert awaited(day_, "09:22") == []
    day_.do("09:22", "called", slot="talk", on=False)
    assert awaited(day_, "09:23") == [("talk", "09:20", ["Gerardo GIL"])]


@each_row("state", ["arrived", "ready", "absent"])
def test_who_comes_or_does_not_come_while_called_for_is_no_longer_called(state: str) -> None:
    day_ = stage().do("09:00", "go").do("09:21", "speaker", who="Gerardo GIL", **{"is": state})
    assert awaited(day_, "09:22") == []
    day_.do("09:23", "stretch", by="20m")
    assert awaited(day_, "09:40") == []  # a later hour calls nobody again
    day_.do("09:41", "speaker", who="Gerardo GIL", **{"is": "expected"})
    assert awaited(day_, "09:42") == [("talk", "09:40", ["Gerardo GIL"])]


def test_who_came_in_the_morning_is_called_all_the_same_unless_already_wired() -> None:
    day_ = stage().do("08:40", "speaker", who="Gerardo GIL", **{"is": "arrived"}).do("09:00", "go")
    assert awaited(day_, "09:20") == [("talk", "09:20", ["Gerardo GIL"])]
    day_ = stage().do("08:40", "speaker", who="Gerardo GIL", **{"is": "ready"}).do("09:00", "go")
    assert awaited(day_, "09:20") == []


def test_a_slot_that_names_nobody_is_called_as_a_whole() -> None:
    day_ = Stage(day(leaf("a", "30m", start="09:00"), leaf("b", call_before="5m")))
    day_.do("09:00", "go")
    assert awaited(day_, "09:25") == [("b", "09:25", [])]
    assert awaited(day_.do("09:26", "called", slot="b"), "09:26") == []


def test_the_days_own_length_holds_for_all_that_name_somebody_and_say_nothing() -> None:
    slots = leaf("a", "30m", start="09:00"), leaf("b", speakers=["Ada"]), leaf("c")
    day_ = Stage(day(*slots, leaf("d", speakers=["Bob"], call_before="45m"), call_before="10m"))
    day_.do("09:00", "go")
    assert awaited(day_, "09:19") == [("d", "09:05", ["Bob"])]
    assert awaited(day_, "09:25") == [("b", "09:20", ["Ada"]), ("d", "09:05", ["Bob"])]


def test_a_call_follows_the_forecast_and_leaves_what_is_skipped_or_over() -> None:
    day_ = stage().do("09:00", "go").do("09:05", "stretch", by="5m")
    assert awaited(day_, "09:24:59") == []
    assert awaited(day_, "09:25") == [("talk", "09:25", ["Gerardo GIL"])]
    assert awaited(day_.do("09:26", "skip", slot="talk"), "09:26") == []
    day_.do("09:27", "restore", slot="talk").do("09:28", "go")
    assert awaited(day_, "09:28") == []
    assert awaited(day_.do("09:29", "recall"), "09:29") == [("talk", "09:25", ["Gerardo GIL"])]


def test_a_replacement_of_who_is_absent_is_somebody_to_be_called() -> None:
    day_ = stage().do("09:00", "go").do("09:21", "speaker", who="Gerardo GIL", **{"is": "absent"})
    day_.do("09:22", "edit", slot="talk", set={"speakers": [{"name": "Ida", "mic": "HF 2"}]})
    assert awaited(day_, "09:22") == [("talk", "09:20", ["Ida"])]


def test_what_was_booked_by_a_slip_goes_back() -> None:
    day_ = stage().do("09:00", "go").do("09:21", "speaker", who="Gerardo GIL", **{"is": "arrived"})
    back = day_.board("09:21").gesture
    assert back is not None
    assert back.back is not None
    day_.do("09:22", **back.back.as_json())
    assert awaited(day_, "09:22") == [("talk", "09:20", ["Gerardo GIL"])]
    day_.do("09:23", "called", slot="talk", who=1)
    back = day_.board("09:23").gesture
    assert back is not None
    assert back.back is not None
    assert awaited(day_.do("09:24", **back.back.as_json()), "09:24")


def test_a_note_marks_the_instant_and_gets_its_words_later() -> None:
    day_ = stage().do("09:00", "go").do("09:04:05", "note", text="", slot="film")
    rev = day_.show.rev
    day_.do("09:05", "note", text="Larsen", slot="film")
    day_.do("09:06", "note", text="Micro 2 coupé", of=rev)
    stamps = [(clock_of(s.at, day_.zone), s.text, s.slot) for s in day_.show.log.stamps]
    assert stamps == [("09:04:05", "Micro 2 coupé", "film"), ("09:05", "Larsen", "film")]
    told = [entry.said.text("fr") for entry in day_.show.log.history if entry.kind == "note"]
    assert told == ["Note\u00a0: Micro 2 coupé", "Note\u00a0: Larsen"]
    assert day_.refusal("09:07", "note", text="x", of=rev - 1) == "no_such_note"
