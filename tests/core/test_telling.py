"""Who is to be told what a plan changed, and who was."""

from datetime import timedelta

from tests.hand import Stage, day, leaf

LUNCH = {"slot": "lunch", "of": "start"}
MINUTE = timedelta(minutes=1)


def late() -> Stage:
    """A 60 (50) at 10:37 instead of 10:30 · B 30 (22), two speakers · C 15 (8) · lunch at 12:15."""
    return Stage(
        day(
            leaf("before", "30m", start="10:00"),
            leaf("a", "60m", minimum="50m", speakers=["Ada"]),
            leaf("b", "30m", minimum="22m", speakers=["Bo", "Bea"]),
            leaf("c", "15m", minimum="8m"),
            leaf("d", "0m", optional=True),
            leaf("lunch", "60m", start="12:15", promise="start"),
        )
    ).do("10:00", "go").do("10:37", "go")  # fmt: skip


def told(stage: Stage, clock: str) -> list[tuple[str, str, float | None, bool]]:
    """Slot, who, minutes now, told."""
    return [
        (each.slot, each.who, each.length / MINUTE if each.length is not None else None, each.told)
        for each in stage.board(clock).telling
    ]


def test_everybody_of_a_slot_that_gave_is_to_be_told_in_running_order() -> None:
    stage = late()
    assert stage.board("10:37").telling == ()
    stage.do("10:38", "catch_up", promise=LUNCH, plan="share")
    assert told(stage, "10:38") == [
        ("b", "Bo", 26, False), ("b", "Bea", 26, False), ("c", "", 12, False),
    ]  # fmt: skip
    first = stage.board("10:38").telling[0]
    assert (first.was, stage.hour(first.start)) == (30 * MINUTE, "11:37")


def test_who_was_told_stays_ticked_and_can_be_unticked() -> None:
    stage = late().do("10:38", "catch_up", promise=LUNCH, plan="share")
    stage.do("10:39", "warned", slot="b", who="Bea").do("10:40", "warned", slot="c")
    assert told(stage, "10:40") == [
        ("b", "Bo", 26, False), ("b", "Bea", 26, True), ("c", "", 12, True),
    ]  # fmt: skip
    stage.do("10:41", "warned", slot="c", on=False)
    assert told(stage, "10:41")[-1] == ("c", "", 12, False)
    assert stage.refusal("10:42", "warned", slot="x") == "unknown_slot"


def test_undone_before_anybody_knew_there_is_nobody_to_tell() -> None:
    stage = late().do("10:38", "catch_up", promise=LUNCH, plan="share").do("10:39", "undo")
    assert told(stage, "10:39") == []


def test_undone_after_somebody_was_told_they_are_to_be_told_anew() -> None:
    stage = late().do("10:38", "catch_up", promise=LUNCH, plan="share")
    stage.do("10:39", "warned", slot="b", who="Bo").do("10:40", "undo")
    assert told(stage, "10:40") == [("b", "Bo", 30, False)]
    stage.do("10:41", "warned", slot="b", who="Bo")
    assert told(stage, "10:41") == []


def test_a_length_changed_again_is_told_again() -> None:
    stage = late().do("10:38", "catch_up", promise=LUNCH, plan="share")
    stage.do("10:39", "warned", slot="c").do("10:40", "edit", slot="c", set={"duration": "10m"})
    assert told(stage, "10:40")[-1] == ("c", "", 10, False)


def test_what_was_taken_on_air_is_told_to_the_stage_and_only_while_it_is() -> None:
    stage = late().do("10:38", "catch_up", promise=LUNCH, plan="now")
    assert told(stage, "10:38") == [("a", "", 53, False)]
    assert stage.board("10:38").telling[0].on_air
    stage.do("11:20", "go")
    assert told(stage, "11:20") == []


def test_a_cut_item_on_air_needs_no_telling_any_more() -> None:
    stage = late().do("10:38", "catch_up", promise=LUNCH, plan="share").do("11:37", "go")
    assert [slot for slot, *_ in told(stage, "11:37")] == ["c"]


def test_what_is_left_out_has_no_length() -> None:
    stage = Stage(
        day(
            leaf("a", "30m", start="09:00"),
            leaf("b", "20m", optional=True, speakers=["Bo"]),
            leaf("lunch", "60m", start="09:30", promise="start"),
        )
    ).do("09:00", "go")
    stage.do("09:01", "catch_up", promise=LUNCH, plan="skip")
    assert told(stage, "09:01") == [("b", "Bo", None, False)]


def test_a_list_done_with_is_gone_and_the_next_plan_begins_another() -> None:
    stage = late().do("10:38", "catch_up", promise=LUNCH, plan="few").do("10:39", "warned")
    assert told(stage, "10:39") == []
    stage.do("10:40", "stretch", by="2m")
    stage.do("10:41", "catch_up", promise=LUNCH, plan="last")
    assert told(stage, "10:41") == [("c", "", 13, False)]


def test_a_plan_taken_wholly_on_air_is_a_gesture_that_can_be_given_back() -> None:
    stage = late().do("10:38", "catch_up", promise=LUNCH, plan="now")
    done = stage.board("10:38").gesture
    assert done is not None
    assert done.back is not None
    assert done.back.as_json() == {"do": "stretch", "by": "7m"}
    assert stage.board("10:38").undo is None
