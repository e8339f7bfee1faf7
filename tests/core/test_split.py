"""A panel split by speaker: its leaves, what goes where, and what stays true once printed."""

from datetime import timedelta
from typing import Any

import pytest

from runofshow.core.errors import Refused
from runofshow.core.plan import Slot
from tests.hand import Stage, day, leaf, session
from tests.rows import each_row

MINUTE = timedelta(minutes=1)
SPEAKERS: list[Any] = [
    {"name": "Anne", "topic": "le lien", "mic": "HF 1"},
    "Bob",
    {"name": "Max", "chair": True},
    "Cid",
]


def panel(id_: str = "p", duration: str = "70m", **fields: Any) -> dict[str, Any]:
    """An hour for Anne, Bob and Cid, then ten minutes of questions."""
    return leaf(
        id_, duration, **{"kind": "panel", "questions": "10m", "speakers": SPEAKERS} | fields
    )


def stage_of(**fields: Any) -> Stage:
    """a 9:00 · panel 9:10 · z"""
    return Stage(day(leaf("a", start="09:00"), panel(**fields), leaf("z")))


def slot(stage: Stage, id_: str = "p") -> Slot:
    return stage.show.outline.by_id[id_].slot


def parts(stage: Stage) -> list[Slot]:
    return list(slot(stage).slots or ())


def test_a_panel_becomes_a_session_of_one_leaf_per_speaker_and_one_of_questions() -> None:
    stage = stage_of().do("08:00", "split", slot="p")
    assert [(part.id, part.kind, part.title) for part in parts(stage)] == [
        ("p-1", "talk", "Le lien"),
        ("p-2", "talk", "Bob"),
        ("p-3", "talk", "Cid"),
        ("p-4", "qa", "Questions"),
    ]
    assert [(part.duration or MINUTE) / MINUTE for part in parts(stage)] == [20, 20, 20, 10]
    assert [[who.name for who in part.speakers] for part in parts(stage)] == [
        ["Anne"], ["Bob"], ["Cid"], [],
    ]  # fmt: skip
    assert (slot(stage).kind, [who.name for who in slot(stage).speakers]) == ("session", ["Max"])
    assert parts(stage)[0].speakers[0].mic == "HF 1"
    assert stage.expected("08:00", "z") == "10:20"


def test_it_is_one_undo_step() -> None:
    stage = stage_of()
    before = stage.show.plan
    undo = stage.do("08:00", "split", slot="p").board("08:00").undo
    assert undo is not None
    assert undo.text("en") == "Split P by speaker"
    assert undo.text("fr") == "Séparer P par intervenant"
    split = stage.show.plan
    assert stage.do("08:01", "undo").show.plan == before
    assert stage.do("08:02", "redo").show.plan == split


def test_a_split_that_was_undone_is_not_redone_under_what_went_on_air_since() -> None:
    stage = stage_of().do("08:00", "split", slot="p").do("08:00", "undo")
    stage.do("09:00", "go").do("09:10", "go")
    with pytest.raises(Refused) as refused:
        stage.do("09:11", "redo")
    assert refused.value.code == "aired_fixed"
    assert stage.board("09:11").on_air is not None


def test_the_start_goes_to_the_first_what_follows_the_panel_to_the_last() -> None:
    stage = stage_of(start="09:15", may_start_early=True, changeover="2m", advance="auto")
    stage.do("08:00", "split", slot="p")
    first, *between, last = parts(stage)
    assert (str(first.start), first.may_start_early, slot(stage).start) == ("09:15", True, None)
    assert [part.start for part in between] == [None, None]
    assert [part.changeover for part in (first, *between)] == [timedelta(0)] * 3
    assert (last.changeover, last.advance, first.advance) == (2 * MINUTE, "auto", "manual")


def test_what_holds_for_all_goes_to_each_leaf_and_the_promise_stays_with_the_whole() -> None:
    fields = {
        "minimum": "35m", "departments": {"son": "HF 1-4"}, "room": "B", "hidden": True,
        "call_before": "10m", "optional": True, "cuttable": False, "guessed": ["duration"],
        "note": "eau", "promise": "end", "promised_to": "traiteur", "warning": "9m", "cue": "T",
    }  # fmt: skip
    stage = stage_of(**fields).do("08:00", "split", slot="p")
    whole = slot(stage)
    for part in parts(stage):
        assert part.minimum == (part.duration or MINUTE) / 2
        assert dict(part.departments) == {"son": "HF 1-4"}
        assert (part.room, part.hidden, part.optional, part.cuttable) == ("B", True, True, False)
        assert (part.call_before, part.guessed) == (10 * MINUTE, ("duration",))
        assert (part.note, part.promise, part.warning, part.cue) == (None, None, None, None)
    assert (whole.note, whole.promise, whole.cue, whole.duration) == (
        "eau",
        "end",
        "T",
        70 * MINUTE,
    )
    assert (whole.minimum, whole.optional, whole.questions, whole.warning) == (
        None,
        False,
        None,
        None,
    )
    assert stage.board("08:00").problems == ()


def test_lengths_are_the_shares_given_or_whole_seconds_that_add_up() -> None:
    stage = stage_of(shares=["25m", "15m", "20m"]).do("08:00", "split", slot="p")
    assert [(part.duration or MINUTE) / MINUTE for part in parts(stage)[:3]] == [25, 15, 20]
    names = list("abcdefg")
    stage = stage_of(speakers=names, duration="40m", questions=None).do("08:00", "split", slot="p")
    lengths = [part.duration or MINUTE for part in parts(stage)]
    assert {length / timedelta(seconds=1) for length in lengths} == {342, 343}
    assert sum(lengths, timedelta(0)) == 40 * MINUTE


def test_an_elastic_panel_is_as_long_as_planned() -> None:
    slots = leaf("a", start="09:00"), leaf("p", end="10:10", kind="panel", speakers=["A", "B"])
    stage = Stage(day(*slots)).do("08:00", "split", slot="p")
    assert [(part.duration or MINUTE) / MINUTE for part in parts(stage)] == [30, 30]
    assert str(slot(stage).end) == "10:10"


def test_who_is_absent_gets_no_leaf_and_who_is_ready_stays_so() -> None:
    stage = stage_of().do("08:00", "speaker", slot="p", who="Bob", **{"is": "absent"})
    stage.do("08:01", "speaker", slot="p", who="Cid", mic="HF 4", **{"is": "ready"})
    stage.do("08:02", "split", slot="p")
    assert [part.title for part in parts(stage)] == ["Le lien", "Cid", "Questions"]
    assert [who.name for who in slot(stage).speakers] == ["Bob", "Max"]
    rows = {row["id"]: row for row in stage.board("08:03").as_json()["slots"]}
    assert (rows["p-2"]["speakers"][0]["is"], rows["p-2"]["speakers"][0]["mic"]) == (
        "ready",
        "HF 4",
    )
    assert rows["p"]["speakers"][0]["is"] == "absent"
    board = stage.do("08:04", "undo").board("08:04").as_json()
    there = [each["is"] for each in board["slots"][1]["speakers"]]
    assert there == ["expected", "absent", "expected", "ready"]


def test_an_announced_start_is_that_of_the_first_leaf() -> None:
    stage = stage_of().do("08:00", "expect", slot="p", start="09:30").do("08:01", "split", slot="p")
    assert stage.expected("08:01", "p-1") == "09:30"


def test_ids_already_taken_are_left_alone_and_a_long_id_is_cut() -> None:
    stage = Stage(day(panel(start="09:00"), leaf("p-2"))).do("08:00", "split", slot="p")
    assert [part.id for part in parts(stage)] == ["p-1", "p-2-2", "p-3", "p-4"]
    long = "p" * 200
    stage = Stage(day(panel(long, start="09:00"))).do("08:00", "split", slot=long)
    assert len(stage.show.outline.leaves) == 4


# --- printed already ----------------------------------------------------------------------------


def test_split_once_printed_no_promised_hour_moves() -> None:
    stage = stage_of(start="09:20", promise="both", promised_to="direct").do("09:00", "go")
    planned = [stage.planned("09:05", each) for each in ("a", "p", "z")]
    due = [each.standing.due for each in stage.board("09:05").promises]
    stage.do("09:05", "split", slot="p")
    assert [stage.planned("09:05", each) for each in ("a", "p", "z")] == planned
    assert [each.standing.due for each in stage.board("09:05").promises] == due
    assert stage.planned("09:05", "p-1") is None
    assert stage.hour(stage.row("09:05", "p").printed_start) == "09:20"
    stage.do("09:06", "undo")
    assert [stage.planned("09:06", each) for each in ("a", "p", "z")] == planned


def test_a_leaf_of_a_split_panel_on_air_is_as_late_as_what_comes_after() -> None:
    stage = stage_of().do("09:00", "go").do("09:05", "split", slot="p").do("09:13", "go")
    board = stage.board("09:14")
    assert board.on_air is not None
    assert (board.on_air.slot, board.drift) == ("p-1", 3 * MINUTE)
    assert board.day_drift == 3 * MINUTE
    assert stage.refusal("09:15", "undo") == "aired_fixed"


def test_an_hour_given_to_the_first_leaf_announces_the_whole_anew() -> None:
    stage = stage_of(start="09:20").do("09:00", "go").do("09:05", "split", slot="p")
    stage.do("09:06", "edit", slot="p-1", set={"start": "09:25"})
    assert stage.planned("09:06", "p") == "09:25"
    assert stage.planned("09:06", "z") == "10:35"


def test_printed_anew_the_leaves_have_their_own_hours() -> None:
    stage = stage_of(start="09:20").do("09:00", "go").do("09:05", "split", slot="p")
    stage.do("09:06", "reprint")
    assert [stage.planned("09:06", f"p-{n}") for n in (1, 2, 3, 4)] == [
        "09:20", "09:40", "10:00", "10:20",
    ]  # fmt: skip
    assert stage.planned("09:06", "z") == "10:30"
    assert stage.refusal("09:07", "undo") == "printed_fixed"


def test_leaves_of_a_printed_panel_may_go_the_whole_may_only_be_skipped() -> None:
    stage = stage_of().do("09:00", "go").do("09:05", "split", slot="p")
    assert stage.refusal("09:06", "remove", slot="p") == "printed_fixed"
    stage.do("09:06", "remove", slot="p-2")
    assert stage.board("09:06").day_drift == -20 * MINUTE
    stage.do("09:07", "skip", slot="p")
    assert stage.planned("09:07", "z") == "10:20"


def test_a_panel_in_a_session_that_promises_its_start_keeps_the_hour_due() -> None:
    inner = session("s", panel(start="09:20"), promise="start")
    stage = Stage(day(leaf("a", start="09:00"), inner, leaf("z"))).do("09:00", "go")
    stage.do("09:05", "split", slot="p")
    (promise,) = stage.board("09:05").promises
    assert stage.hour(promise.standing.due) == "09:20"
    assert promise.standing.kept


@each_row("clock", ["08:00", "09:05"])
def test_a_split_panel_is_walked_as_any_session_in_the_running_order(clock: str) -> None:
    stage = stage_of()
    if clock == "09:05":
        stage.do("09:00", "go")
    stage.do(clock, "split", slot="p")
    order = [node.slot.id for node in stage.show.outline.order]
    assert order == ["a", "p-1", "p-2", "p-3", "p-4", "z"]
