"""What the régie may do to the plan while the show runs, and undo."""

from typing import Any

import pytest

from runofshow.core.sentences import Sentence
from tests.hand import Stage, day, leaf, session
from tests.rows import each_row


def stage_of() -> Stage:
    """a 9:00 · s(b, c) · d 10:00 promised · e"""
    return Stage(
        day(
            leaf("a", start="09:00"),
            session("s", leaf("b"), leaf("c")),
            leaf("d", start="10:00", promise="start", promised_to="traiteur", advance="auto"),
            leaf("e", "20m", guessed=["duration"]),
        )
    )


@pytest.fixture
def stage() -> Stage:
    return stage_of()


def ids(stage: Stage) -> list[str]:
    return [node.slot.id for node in stage.show.outline.nodes]


def slot(stage: Stage, id_: str) -> Any:
    return stage.show.outline.by_id[id_].slot


# --- edit ---------------------------------------------------------------------------------------


def test_an_edit_sets_fields_and_null_clears_them(stage: Stage) -> None:
    stage.do("08:00", "edit", slot="e", set={"title": "New", "note": "n", "room": "B"})
    assert (slot(stage, "e").title, slot(stage, "e").note) == ("New", "n")
    stage.do("08:01", "edit", slot="e", set={"note": None})
    assert (slot(stage, "e").note, slot(stage, "e").room) == (None, "B")


@each_row("id_", ["a", "b", "d", "s"])
def test_an_edit_leaves_all_other_fields_as_they_were(stage: Stage, id_: str) -> None:
    before = slot(stage, id_)
    stage.do("08:00", "edit", slot=id_, set={"title": "New"})
    assert slot(stage, id_) == before.model_copy(update={"title": "New"})


def test_a_length_clears_an_end_and_the_reverse(stage: Stage) -> None:
    stage.do("08:00", "edit", slot="e", set={"end": "11:00"})
    assert (slot(stage, "e").duration, str(slot(stage, "e").end)) == (None, "11:00")
    stage.do("08:01", "edit", slot="e", set={"duration": "5m"})
    assert slot(stage, "e").end is None


def test_what_is_edited_is_no_longer_guessed(stage: Stage) -> None:
    stage.do("08:00", "edit", slot="e", set={"title": "New"})
    assert slot(stage, "e").guessed == ("duration",)
    stage.do("08:01", "edit", slot="e", set={"duration": "5m"})
    assert slot(stage, "e").guessed == ()


def test_the_day_itself_can_be_edited(stage: Stage) -> None:
    stage.do("08:00", "edit", set={"title": "Other", "end_by": "18:00"})
    assert (stage.show.plan.title, str(stage.show.plan.end_by)) == ("Other", "18:00")
    stage.do("08:01", "edit", set={"venue": "Hall"})
    assert (str(stage.show.plan.end_by), stage.show.plan.venue) == ("18:00", "Hall")
    assert len(ids(stage)) == 6


# --- places -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "place, order",
    [
        ({"after": "a"}, ["a", "n", "s", "b", "c", "d", "e"]),
        ({"before": "c"}, ["a", "s", "b", "n", "c", "d", "e"]),
        ({"into": "s"}, ["a", "s", "b", "c", "n", "d", "e"]),
        ({"into": None}, ["a", "s", "b", "c", "d", "e", "n"]),
        ({"after": "s"}, ["a", "s", "b", "c", "n", "d", "e"]),
    ],
)
def test_an_insertion_goes_where_it_is_told(
    stage: Stage, place: dict[str, Any], order: list[str]
) -> None:
    assert ids(stage.do("08:00", "insert", slot=leaf("n"), **place)) == order


def test_an_insertion_without_an_id_gets_a_free_one(stage: Stage) -> None:
    stage.do("08:00", "insert", slot={"title": "A", "duration": "1m"}, after="a")
    assert ids(stage)[1] == "a-2"


def test_a_move_drops_the_start_unless_it_is_to_be_kept(stage: Stage) -> None:
    stage.do("08:00", "move", slot="d", after="a")
    assert slot(stage, "d").start is None
    other = stage_of().do("08:00", "move", slot="d", after="a", keep_start=True)
    assert str(slot(other, "d").start) == "10:00"


def test_a_session_moves_with_all_that_it_holds(stage: Stage) -> None:
    assert ids(stage.do("08:00", "move", slot="s", after="e")) == ["a", "d", "e", "s", "b", "c"]


def test_a_slot_that_is_not_printed_can_be_removed(stage: Stage) -> None:
    assert ids(stage.do("08:00", "remove", slot="s")) == ["a", "d", "e"]
    stage.do("09:00", "go").do("09:01", "insert", slot=leaf("n"), after="a")
    assert "n" not in ids(stage.do("09:02", "remove", slot="n"))


def test_skipping_and_restoring_a_session_takes_its_leaves_with_it(stage: Stage) -> None:
    stage.do("08:00", "skip", slot="s")
    assert [node.slot.id for node in stage.show.outline.order] == ["a", "d", "e"]
    stage.do("08:01", "restore", slot="s")
    assert [node.slot.id for node in stage.show.outline.order] == ["a", "b", "c", "d", "e"]


def test_skipping_what_is_skipped_does_nothing_but_count(stage: Stage) -> None:
    stage.do("08:00", "skip", slot="s")
    plan, steps = stage.show.plan, len(stage.show.undo)
    for id_ in ("s", "b"):
        stage.do("08:01", "skip", slot=id_)
    assert (stage.show.plan, len(stage.show.undo), stage.show.rev) == (plan, steps, 3)


def test_a_leaf_restored_from_before_the_position_comes_next(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:01", "skip", slot="b").do("09:10", "go")
    assert stage.live("09:10").slot == "c"
    stage.do("09:11", "restore", slot="b")
    following = stage.board("09:11").next
    assert following is not None
    assert (following.slot, stage.row("09:11", "b").parent) == ("b", "s")


# --- swap ---------------------------------------------------------------------------------------


def test_a_swap_leaves_start_promise_and_advance_with_the_place(stage: Stage) -> None:
    stage.do("08:00", "swap", a="b", b="d")
    assert ids(stage) == ["a", "s", "d", "c", "b", "e"]
    b, d = slot(stage, "b"), slot(stage, "d")
    assert (str(b.start), b.promise, b.promised_to.name, b.advance) == (
        "10:00",
        "start",
        "traiteur",
        "auto",
    )
    assert (d.start, d.promise, d.promised_to, d.advance) == (None, None, None, "manual")


def test_a_swap_takes_length_and_content_along(stage: Stage) -> None:
    stage.do("08:00", "swap", a="b", b="e")
    assert [row.id for row in stage.board("08:00").slots] == ["a", "s", "e", "c", "d", "b"]
    assert stage.expected("08:00", "c") == "09:30"


def test_once_printed_a_swap_leaves_the_cue_with_the_place(stage: Stage) -> None:
    stage.do("09:00", "go").do("09:01", "swap", a="b", b="e")
    assert (stage.row("09:01", "e").cue, stage.row("09:01", "b").cue) == ("2.1", "4")


# --- undo and redo ------------------------------------------------------------------------------

STEPS: list[tuple[str, dict[str, Any], str]] = [
    ("edit", {"slot": "b", "set": {"duration": "12m"}}, "B : 2 min"),
    ("edit", {"slot": "b", "set": {"title": "x"}}, "Modifier B"),
    ("edit", {"set": {"title": "x"}}, "Modifier la journée"),
    ("insert", {"slot": leaf("n"), "after": "a"}, "Intercaler N"),
    ("move", {"slot": "b", "after": "d"}, "Déplacer B"),
    ("remove", {"slot": "b"}, "Supprimer B"),
    ("skip", {"slot": "b"}, "Sauter B"),
    ("swap", {"a": "b", "b": "e"}, "Permuter B et E"),
]


def plain(said: Sentence | None) -> str:
    assert said is not None
    return said.text("fr").replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("do, fields, said", STEPS)
def test_each_change_of_the_plan_is_one_step_that_says_what_it_will_do(
    stage: Stage, do: str, fields: dict[str, Any], said: str
) -> None:
    before = stage.show.plan
    after = stage.do("08:00", do, **fields).show.plan
    assert plain(stage.board("08:00").undo) == said
    assert stage.do("08:01", "undo").show.plan == before
    assert plain(stage.board("08:01").redo) == said
    assert stage.do("08:02", "redo").show.plan == after


def test_a_new_change_forgets_what_was_undone(stage: Stage) -> None:
    stage.do("08:00", "skip", slot="b").do("08:01", "undo").do("08:02", "skip", slot="c")
    assert stage.show.redo == ()


def test_undo_never_touches_what_happened(stage: Stage) -> None:
    stage.do("08:00", "skip", slot="c").do("09:00", "go").do("09:10", "go")
    log = stage.show.log
    after = stage.do("09:11", "undo").show.log
    assert after.gesture is None  # the last gesture is then no live one
    assert after.history[:-1] == log.history
    assert after._replace(gesture=log.gesture, history=log.history) == log


def test_undoing_the_length_of_what_is_on_air_changes_its_end(stage: Stage) -> None:
    stage.do("08:00", "edit", slot="b", set={"duration": "30m"}).do("09:00", "go").do("09:10", "go")
    assert stage.hour(stage.live("09:11").ends) == "09:40"
    assert stage.hour(stage.do("09:12", "undo").live("09:12").ends) == "09:20"


def test_a_leaf_that_go_moved_stays_where_it_was_taken_through_undo_and_redo(stage: Stage) -> None:
    stage.do("08:00", "edit", slot="e", set={"title": "x"})
    stage.do("09:00", "go").do("09:10", "go", slot="d")
    order = ["a", "d", "s", "b", "c", "e"]
    assert ids(stage.do("09:11", "undo")) == order
    assert ids(stage.do("09:12", "redo")) == order
    assert ids(stage.do("09:13", "recall")) == ["a", "s", "b", "c", "d", "e"]


# --- several at once ----------------------------------------------------------------------------


def test_several_changes_are_one_step_of_undo(stage: Stage) -> None:
    before = stage.show.plan
    steps = [{"do": "skip", "slot": "b"}, {"do": "skip", "slot": "e"}]
    stage.do("08:00", "batch", steps=steps)
    assert slot(stage, "b").skip
    assert slot(stage, "e").skip
    assert stage.show.undo[-1].said == Sentence.of("did_skip_several", count=2)
    stage.do("08:01", "undo")
    assert stage.show.plan == before


def test_each_change_sees_what_the_one_before_it_made(stage: Stage) -> None:
    inserted = {"do": "insert", "slot": leaf("n"), "after": "e"}
    stage.do("08:00", "batch", steps=[inserted, {"do": "move", "slot": "a", "after": "n"}])
    assert ids(stage) == ["s", "b", "c", "d", "e", "n", "a"]
    assert stage.show.undo[-1].said == Sentence.of("did_change_several", count=2)


def test_several_changes_are_all_taken_or_none(stage: Stage) -> None:
    stage.do("09:00", "go")
    before = stage.show
    steps = [{"do": "skip", "slot": "b"}, {"do": "skip", "slot": "a"}]
    assert stage.refusal("09:01", "batch", steps=steps) == "aired_fixed"
    assert stage.show is before


def test_one_change_alone_keeps_its_name_and_none_leaves_no_step(stage: Stage) -> None:
    stage.do("08:00", "batch", steps=[{"do": "skip", "slot": "b"}])
    assert stage.show.undo[-1].said == Sentence.of("did_skip", title="B")
    stage.do("08:01", "batch", steps=[{"do": "skip", "slot": "b"}])
    assert len(stage.show.undo) == 1
