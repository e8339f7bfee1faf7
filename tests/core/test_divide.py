"""A workshop in rounds: what they last, what goes where, what is divided anew, what stays true."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from runofshow.core import divide as dividing
from runofshow.core.apply import apply
from runofshow.core.commands import Divide, Go
from runofshow.core.errors import Refused
from runofshow.core.plan import Slot
from tests.hand import Stage, day, leaf, seed, session
from tests.rows import each_row

MINUTE = timedelta(minutes=1)
ROOMS = [{"room": "Salle 1", "title": "Le lien"}, {"room": "Salle 2", "host": "Anne"}]
TAKEN = ("09:00", "14:00", "14:40")


def workshop(duration: str = "155m", **fields: Any) -> dict[str, Any]:
    return leaf(
        "w", duration, **{"kind": "workshop", "title": "Ateliers", "activities": ROOMS} | fields
    )


def forum(**fields: Any) -> Stage:
    """lunch until 14:00 · agenda 40 · workshops 155 · reports 35 · 17:50 closing, by 18:00"""
    return Stage(
        day(
            leaf("a", start="09:00"),
            leaf("agenda", "40m", start="14:00"),
            workshop(**fields),
            leaf("reports", "35m"),
            leaf("closing", start="17:50"),
            end_by="18:00",
            language="fr",
        )
    )


def slot(stage: Stage, id_: str = "w") -> Slot:
    return stage.show.outline.by_id[id_].slot


def rounds(stage: Stage) -> list[tuple[str, int]]:
    """Its rounds and changes, and how many minutes each lasts; a skipped one is nought."""
    parts = slot(stage).slots or ()
    return [(p.title, 0 if p.skip else (p.duration or MINUTE) // MINUTE) for p in parts]


THREE = [("Tour 1", 45), ("Changement de salle", 5), ("Tour 2", 45), ("Changement de salle", 5),
         ("Tour 3", 45)]  # fmt: skip


def test_a_workshop_becomes_rounds_of_whole_fives_with_what_is_left_over_told() -> None:
    stage = forum().do("08:00", "divide", slot="w", into=3, gap="5m")
    assert rounds(stage) == THREE
    whole = slot(stage)
    assert (whole.kind, whole.title, whole.duration) == ("session", "Ateliers", 155 * MINUTE)
    assert [part.id for part in whole.slots or ()] == ["w-1", "w-4", "w-2", "w-5", "w-3"]
    assert {part.kind for part in whole.slots or ()} == {"workshop", "changeover"}
    assert stage.row("08:00", "w").budget == -10 * MINUTE
    undo = stage.board("08:00").undo
    assert undo is not None
    assert undo.text("fr") == "Découper Ateliers en 3 tours de 45 min, reste 10 min"
    assert undo.text("en") == "Divide Ateliers into 3 rounds of 45 min, 10 min left over"


def test_it_is_one_step_of_undo() -> None:
    stage = forum()
    before = stage.show.plan
    divided = stage.do("08:00", "divide", slot="w", into=3, gap="5m").show.plan
    assert stage.do("08:01", "undo").show.plan == before
    assert stage.do("08:02", "redo").show.plan == divided
    rev = stage.show.rev
    stage.do("08:03", "divide", slot="w", into=3)
    assert (stage.show.plan, stage.show.rev) == (divided, rev + 1), "the same again changes nothing"
    assert len(stage.show.undo) == 1


@each_row(
    "into, fields, each, rest",
    [
        (2, {}, 75, 5), (2, {"gap": "10m"}, 70, 5), (3, {"each": "48m", "gap": "5m"}, 48, 1),
        (24, {"gap": "2m"}, 4, 13), (3, {"each": "51m", "gap": "1m"}, 51, 0),
    ],
)  # fmt: skip
def test_a_round_is_as_long_as_it_is_told_or_as_fits(
    into: int, fields: dict[str, str], each: int, rest: int
) -> None:
    stage = forum()
    command = Divide(slot="w", into=into, **fields)  # type: ignore[arg-type]
    found = dividing.division(stage.show, command, stage.at("08:00"))
    assert (found.each, found.rest, found.held) == (each * MINUTE, rest * MINUTE, 0)
    stage.do("08:00", "divide", slot="w", into=into, **fields)
    lasts = [length for title, length in rounds(stage) if title.startswith("Tour")]
    assert lasts == [each] * into


def test_what_holds_for_all_goes_to_each_round_and_the_start_to_the_first() -> None:
    fields = {
        "start": "14:45", "changeover": "3m", "advance": "auto", "departments": {"son": "HF 1"},
        "promise": "start", "note": "n", "hidden": True, "minimum": "1h", "speakers": ["Zoé"],
    }  # fmt: skip
    stage = forum(**fields).do("08:00", "divide", slot="w", into=2, gap="5m", each="1h")
    first, change, last = slot(stage).slots or ()
    assert (str(first.start), last.start, slot(stage).start) == ("14:45", None, None)
    assert (last.changeover, last.advance, first.advance) == (3 * MINUTE, "auto", "manual")
    for part in (first, last):
        assert [each.room for each in part.activities] == ["Salle 1", "Salle 2"]
        assert [who.name for who in part.speakers] == ["Zoé"]
        assert (dict(part.departments), part.hidden) == ({"son": "HF 1"}, True)
        assert part.minimum == timedelta(seconds=1728)  # an hour shared as 125 minutes are
    assert (change.hidden, change.activities, change.departments) == (True, (), {})
    assert (slot(stage).promise, slot(stage).note, slot(stage).activities) == ("start", "n", ())
    assert stage.board("08:00").problems == ()


def test_who_is_known_to_be_there_is_known_in_each_round() -> None:
    stage = forum(speakers=["Zoé"]).do("08:00", "speaker", slot="w", who=1, **{"is": "ready"})
    stage.do("08:01", "divide", slot="w", into=2, gap="5m")
    rows = {row["id"]: row for row in stage.board("08:02").as_json()["slots"]}
    assert [rows[id_]["speakers"][0]["is"] for id_ in ("w-1", "w-2")] == ["ready", "ready"]


def test_fourteen_minutes_lost_are_taken_from_the_rounds_and_the_day_ends_in_time() -> None:
    """The seed's afternoon: the agenda ends at 14:54, and 18:00 is kept."""
    stage = forum()
    for hour in ("09:00", "14:00"):
        stage.do(hour, "go")
    stage.do("14:30", "stretch", by="14m")
    stage.do("14:31", "divide", slot="w", into=3, gap="5m")
    assert [length for _, length in rounds(stage)] == [40, 5, 40, 5, 40]
    assert stage.expected("14:31", "reports") == "17:04"
    assert stage.expected("14:31", "closing") == "17:50"
    assert stage.planned("14:31", "reports") == "17:15", "nobody was told another hour"


def test_the_afternoon_of_the_seed_keeps_its_end() -> None:
    """14 minutes lost at 14:30: three rounds are divided anew, and 18:00 is kept."""
    stage = Stage(seed()).do("08:00", "divide", slot="ateliers", into=3, gap="5m")
    for row in stage.board("08:01").slots:
        if row.leaf and row.planned_start and row.planned_start <= stage.at("14:00"):
            stage.show = apply(stage.show, Go(), row.planned_start)
    stage.do("14:30", "stretch", by="14m")
    assert stage.expected("14:31", "restitution") == "17:19", "as printed, and 14 minutes"
    stage.do("14:31", "divide", slot="ateliers", into=3)
    lasts = [(part.duration or MINUTE) // MINUTE for part in slot(stage, "ateliers").slots or ()]
    assert lasts == [40, 5, 40, 5, 40]
    assert stage.expected("14:31", "restitution") == "17:04"
    assert kept(stage, "14:31") == ("18:00", True)
    assert kept(stage.do("14:32", "undo"), "14:32") == ("18:04", False)


def kept(stage: Stage, clock: str) -> tuple[str | None, bool | None]:
    """When the day ends, and whether that is in time."""
    promises = (each.standing for each in stage.board(clock).promises)
    end = next(each for each in promises if each.promise.slot == "day")
    return stage.hour(end.expected), end.kept


def test_what_was_held_stays_and_what_is_to_come_is_divided_anew() -> None:
    stage = forum().do("08:00", "divide", slot="w", into=3, gap="5m")
    for hour in TAKEN:
        stage.do(hour, "go")
    stage.do("15:20", "stretch", by="12m")  # until 15:37
    stage.do("15:21", "activities", slot="w-2", set=[{"room": "Salle 1", "title": "Après"}])
    stage.do("15:22", "divide", slot="w", into=3)
    assert rounds(stage)[0] == ("Tour 1", 45)
    assert [length for _, length in rounds(stage)[1:]] == [5, 35, 5, 35]
    assert slot(stage, "w-2").activities[0].title == "Après"
    assert stage.expected("15:22", "reports") == "16:57"
    assert stage.do("15:23", "undo").expected("15:23", "reports") == "17:17"


def test_a_round_too_many_is_skipped_once_printed_and_comes_back() -> None:
    stage = forum().do("08:00", "divide", slot="w", into=3, gap="5m")
    for hour in TAKEN:
        stage.do(hour, "go")
    stage.do("15:00", "divide", slot="w", into=2)
    assert [length for _, length in rounds(stage)] == [45, 5, 95, 0, 0]
    stage.do("15:01", "divide", slot="w", into=4, gap="2m")
    assert [title for title, length in rounds(stage) if length][-1] == "Tour 4"
    lengths = [length for _, length in rounds(stage)]
    assert lengths == [45, 2, 30, 2, 30, 2, 30]
    stage.do("15:02", "divide", slot="w", into=3)
    assert len([length for _, length in rounds(stage) if length]) == 5


def test_unprinted_rounds_too_many_go() -> None:
    stage = forum().do("08:00", "divide", slot="w", into=4, gap="5m")
    stage.do("08:01", "divide", slot="w", into=2, gap="0m")
    assert rounds(stage) == [("Tour 1", 75), ("Tour 2", 75)]


REFUSED: list[tuple[str, list[tuple[str, str]], dict[str, Any]]] = [
    ("unknown_slot", [], {"slot": "z", "into": 2}),
    ("divide_too_long", [], {"slot": "w", "into": 3, "each": "1h"}),
    ("divide_no_room", [], {"slot": "w", "into": 24, "gap": "10m"}),
    ("divide_no_workshop", [], {"slot": "s", "into": 2}),
    ("aired_fixed", [("09:00", "go"), ("14:00", "go"), ("14:40", "go")], {"slot": "w", "into": 2}),
]


@each_row("code, hand, fields", REFUSED)
def test_what_cannot_be_divided_is_refused_with_a_sentence(
    code: str, hand: list[tuple[str, str]], fields: dict[str, Any]
) -> None:
    stage = forum()
    if fields["slot"] == "s":
        stage = Stage(day(session("s", leaf("x", start="09:00"), leaf("y", kind="film"))))
    for at, do in hand:
        stage.do(at, do)
    before = stage.show
    with pytest.raises(Refused) as refused:
        stage.do("14:41", "divide", **fields)
    assert refused.value.code == code
    assert stage.show is before


def test_no_more_rounds_than_were_held_can_be_asked_for() -> None:
    stage = forum().do("08:00", "divide", slot="w", into=3, gap="5m")
    for hour in (*TAKEN, "15:25", "15:30"):
        stage.do(hour, "go")
    with pytest.raises(Refused) as refused:
        stage.do("15:31", "divide", slot="w", into=2)
    assert refused.value.text("fr").startswith("2 tours ont déjà eu lieu dans «")
    stage.do("15:32", "stretch", by="-10m").do("15:33", "divide", slot="w", into=3)
    assert rounds(stage)[-1][1] == 55


# --- laws --------------------------------------------------------------------------------------

LENGTHS = some.integers(5, 300).map("{}m".format)


@given(
    length=LENGTHS,
    into=some.integers(2, 9),
    gap=some.integers(0, 12).map("{}m".format),
    late=some.integers(-5, 60),
    again=some.integers(2, 9),
)
def test_the_rounds_and_what_is_left_over_are_the_time_there_is_and_what_follows_keeps_its_hour(
    length: str, into: int, gap: str, late: int, again: int
) -> None:
    stage = forum(duration=length)
    stage.do("09:00", "go").do("14:00", "go")
    stage.do("14:30", "stretch", by=f"{late}m")
    follows = stage.planned("14:30", "reports")
    for count in (into, again):
        command = Divide(slot="w", into=count, gap=gap)  # type: ignore[arg-type]
        try:
            found = dividing.division(stage.show, command, stage.at("14:31"))
        except Refused:
            assert stage.refusal("14:31", "divide", slot="w", into=count, gap=gap)
            return
        stage.do("14:31", "divide", slot="w", into=count, gap=gap)
        lengths = [minutes for _, minutes in rounds(stage) if minutes]
        step = dividing.STEP if found.each >= dividing.STEP else MINUTE
        assert found.each % step == timedelta(0)
        assert timedelta(0) <= found.rest < count * step
        room = sum(lengths) * MINUTE + found.rest
        begins = stage.row("14:31", "w").expected_start
        ends = stage.row("14:31", "w").planned_end
        assert begins is not None
        assert ends is not None
        assert ends - begins == room
        assert stage.planned("14:31", "reports") == follows
        late_still = stage.row("14:31", "reports").expected_start
        assert late_still is not None
        assert late_still <= ends
    assert stage.do("14:32", "undo").show.undo == stage.show.undo


@given(hand=some.lists(some.sampled_from(["go", "hold", "resume", "end", "divide", "undo"])))
def test_whatever_is_done_no_round_that_was_held_changes(hand: list[str]) -> None:
    stage = forum().do("08:00", "divide", slot="w", into=3, gap="5m")
    for hour in ("09:00", "14:00", "14:40"):
        stage.do(hour, "go")
    held = slot(stage, "w-1")
    for number, do in enumerate(hand):
        fields = {"slot": "w", "into": 2 + number % 4} if do == "divide" else {}
        stage.refusal(f"14:{41 + number % 19}", do, **fields)
        assert slot(stage, "w-1") == held
        assert (slot(stage).slots or ())[0] is held
