"""Each refusal: asked in a situation that earns it, told in both languages, changing nothing."""

import re
from pathlib import Path
from typing import Any

import pytest

import runofshow.core
from runofshow.core.apply import apply
from runofshow.core.commands import command_of
from runofshow.core.errors import Refused
from tests.hand import Stage, day, leaf, session
from tests.rows import each_row

Hand = tuple[str, str, dict[str, Any]]


def h(clock: str, do: str, **fields: Any) -> Hand:
    return clock, do, fields


def stage_of_all_kinds() -> Stage:
    """a 9:00 · s(b with questions, c auto) · tea until 10:00 · d · t skipped(e) · f skipped · p"""
    return Stage(
        day(
            leaf("a", start="09:00"),
            session("s", leaf("b", questions="2m"), leaf("c", advance="auto")),
            leaf("tea", end="10:00", kind="break"),
            leaf("d"),
            session("t", leaf("e"), skip=True),
            leaf("f", skip=True),
            leaf("p", kind="panel", speakers=["Anne", "Bob"]),
            end_by="18:00",
        )
    )


GO, GO_AGAIN = h("09:00", "go"), h("09:10", "go")
ABSENT = h("08:59", "speaker", slot="p", who="Bob", **{"is": "absent"})
UNSKIPPED = ("s", "tea", "d", "p", "a")
TO_B, TO_C = h("09:10", "go"), h("09:20", "go")
UNDONE_SKIP = [h("08:58", "skip", slot="b"), h("08:59", "undo")]
TEA = [GO, TO_B, TO_C, h("09:29", "go")]


def nested(levels: int) -> dict[str, Any]:
    """Sessions inside each other, a leaf at the bottom."""
    return session(f"n{levels}", nested(levels - 1) if levels > 1 else leaf("bottom"))


DEEP = nested(17)

REFUSALS: list[tuple[str, list[Hand], Hand]] = [
    # go and end
    ("moved_on", [GO], h("09:10", "go", **{"from": "b"})),
    ("moved_on", [GO], h("09:10", "go", **{"from": None})),
    ("unknown_slot", [], h("09:00", "go", slot="z")),
    ("not_a_leaf", [], h("09:00", "go", slot="s")),
    ("already_aired", [GO, TO_B], h("09:20", "go", slot="a")),
    ("already_aired", [GO], h("09:05", "go", slot="a")),
    ("is_skipped", [], h("09:00", "go", slot="f")),
    ("is_skipped", [], h("09:00", "go", slot="e")),
    ("nothing_to_come", [*TEA, h("09:50", "go"), h("09:52", "go")], h("10:05", "go")),
    ("nothing_but_skipped", [h("08:50", "skip", slot=each) for each in UNSKIPPED], GO),
    ("nothing_planned", [h("08:50", "remove", slot=each) for each in ("t", "f", *UNSKIPPED)], GO),
    ("just_started", [GO, TO_B, TO_C], h("09:30:01", "go")),
    ("nothing_on_air", [], h("09:00", "end")),
    ("nothing_to_recall", [], h("09:00", "recall")),
    ("finished", [GO, h("09:05", "finish")], h("09:06", "go")),
    ("finished", [GO, h("09:05", "finish")], h("09:06", "edit", slot="d", set={"title": "x"})),
    ("finished", [GO, h("09:05", "finish")], h("09:06", "finish")),
    # the clock
    *[("nothing_on_air", [], h("09:00", do)) for do in ("hold", "resume", "restart", "questions")],
    ("nothing_on_air", [], h("09:00", "stretch", by="1m")),
    ("nothing_on_air", [], h("09:00", "began", ago="1m")),
    ("already_held", [GO, h("09:01", "hold")], h("09:02", "hold")),
    ("not_held", [GO], h("09:01", "resume")),
    ("held", [GO, h("09:01", "hold")], h("09:02", "restart")),
    ("elastic", TEA, h("09:30", "hold")),
    ("elastic", TEA, h("09:30", "restart")),
    ("held_elastic", [GO, h("09:01", "hold")], h("09:02", "edit", slot="a", set={"end": "09:30"})),
    ("no_questions", [GO], h("09:01", "questions")),
    ("questions_open", [GO, TO_B, h("09:11", "questions")], h("09:12", "questions")),
    ("stretch_too_far", [GO], h("09:01", "stretch", to="71:00")),
    # panels
    ("nothing_on_air", [], h("09:00", "floor", speaker=1)),
    ("no_such_speaker", [GO], h("09:01", "floor", speaker=1)),
    ("unknown_speaker", [GO], h("09:01", "floor", speaker="Anne")),
    ("unknown_slot", [], h("09:01", "speaker", slot="z", who=1, **{"is": "ready"})),
    ("no_such_speaker", [], h("09:01", "speaker", slot="p", who=0, **{"is": "ready"})),
    ("unknown_speaker", [], h("09:01", "speaker", slot="p", who="Zoé", **{"is": "ready"})),
    ("unknown_person", [], h("09:01", "speaker", who="Zoé", **{"is": "ready"})),
    ("unknown_speaker", [], h("09:01", "called", slot="p", who="Zoé")),
    ("no_such_note", [GO], h("09:01", "note", text="x", of=1)),
    ("split_session", [], h("09:00", "split", slot="s")),
    ("split_too_few", [], h("09:00", "split", slot="d")),
    ("split_too_few", [ABSENT], h("09:00", "split", slot="p")),
    ("aired_fixed", [h("09:00", "go", slot="p")], h("09:01", "split", slot="p")),
    ("aired_fixed", [h("09:00", "go", slot="p"), GO_AGAIN], h("09:11", "split", slot="p")),
    ("unknown_slot", [], h("09:00", "split", slot="z")),
    ("activities_session", [], h("09:00", "activities", slot="s", set=[])),
    ("wrong_value", [], h("09:00", "activities", slot="b", set=[{"floor": "2"}])),
    # corrections
    ("held", [GO, h("09:01", "hold")], h("09:02", "began", ago="1m")),
    ("airing_touched", [GO, h("09:01", "stretch", by="1m")], h("09:02", "began", ago="1m")),
    ("airing_touched", [GO, h("09:01", "restart")], h("09:02", "began", ago="1m")),
    ("before_previous", [GO, TO_B], h("09:11", "began", ago="12m")),
    ("nothing_aired", [], h("09:00", "ended", ago="1m")),
    ("before_its_start", [GO], h("09:05", "ended", ago="6m")),
    ("before_its_start", [GO, h("09:05", "end")], h("09:06", "ended", ago="7m")),
    ("expect_start_of", [GO], h("09:01", "expect", slot="a", start="09:10")),
    ("expect_start_of", [], h("09:01", "expect", slot="s", start="09:10")),
    ("expect_start_of", [], h("09:01", "expect", slot="f", start="09:10")),
    ("expect_end_of", [GO], h("09:01", "expect", slot="b", end="09:10")),
    ("unknown_slot", [], h("09:01", "expect", slot="z", start="09:10")),
    # edits
    ("unknown_slot", [], h("09:00", "edit", slot="z", set={"title": "x"})),
    ("not_editable", [], h("09:00", "edit", slot="d", set={"id": "x"})),
    ("not_editable", [], h("09:00", "edit", slot="d", set={"slots": []})),
    ("not_editable", [], h("09:00", "edit", slot="d", set={"skip": True})),
    ("not_editable", [], h("09:00", "edit", set={"slots": []})),
    ("wrong_value", [], h("09:00", "edit", slot="d", set={"duration": "-1m"})),
    ("wrong_value", [], h("09:00", "edit", slot="d", set={"duration": None})),
    ("wrong_value", [], h("09:00", "edit", slot="d", set={"nonsense": 1})),
    ("wrong_value", [], h("09:00", "edit", slot="d", set={"duration": "5m", "end": "11:00"})),
    ("wrong_value", [], h("09:00", "edit", set={"timezone": "Mars"})),
    ("wrong_value", [], h("09:00", "edit", set={"date": "9999-12-31"})),
    ("day_fixed", [h("09:00", "go")], h("09:01", "edit", set={"date": "2026-02-01"})),
    ("day_fixed", [h("09:00", "go")], h("09:01", "edit", set={"timezone": "Asia/Tokyo"})),
    (
        "no_such_promise",
        [GO],
        h("09:01", "agree", promise={"slot": "d", "of": "start"}, time="10:00"),
    ),
    ("nothing_to_give", [GO], h("09:01", "catch_up", promise={"slot": "day", "of": "end"})),
    (
        "plan_changed",
        [GO],
        h("09:01", "catch_up", promise={"slot": "day", "of": "end"}, seen={"stretch": "-1m"}),
    ),
    ("too_deep", [], h("09:00", "insert", into=None, slot=DEEP)),
    ("no_start", [], h("09:00", "edit", slot="a", set={"start": None})),
    ("wrong_slot", [], h("09:00", "insert", slot={"title": "x"}, after="a")),
    ("wrong_slot", [], h("09:00", "insert", slot=leaf("x", kind="speech"), after="a")),
    ("id_taken", [], h("09:00", "insert", slot=leaf("b"), after="a")),
    ("id_taken", [], h("09:00", "insert", slot=session("x", leaf("b")), after="a")),
    ("unknown_slot", [], h("09:00", "insert", slot=leaf("x"), after="z")),
    ("not_a_session", [], h("09:00", "insert", slot=leaf("x"), into="a")),
    ("before_position", [GO, TO_B], h("09:11", "insert", slot=leaf("x"), before="a")),
    ("before_position", [GO], h("09:01", "move", slot="d", before="a")),
    ("into_itself", [], h("09:00", "move", slot="s", into="s")),
    ("into_itself", [], h("09:00", "move", slot="s", after="b")),
    ("into_itself", [], h("09:00", "swap", a="s", b="b")),
    ("same_slot", [], h("09:00", "swap", a="b", b="b")),
    ("aired_fixed", [GO], h("09:01", "skip", slot="a")),
    ("aired_fixed", [GO], h("09:01", "remove", slot="a")),
    ("aired_fixed", [GO], h("09:01", "move", slot="a", after="d")),
    ("aired_fixed", [GO], h("09:01", "swap", a="a", b="d")),
    ("aired_fixed", [GO, TO_B], h("09:11", "skip", slot="s")),
    ("aired_fixed", [GO, TO_B], h("09:11", "move", slot="s", after="d")),
    (
        "aired_fixed",
        [h("08:59", "skip", slot="b"), h("09:00", "undo"), GO, TO_B],
        h("09:11", "redo"),
    ),
    ("printed_fixed", [GO], h("09:01", "remove", slot="d")),
    ("printed_fixed", [GO], h("09:01", "remove", slot="s")),
    ("not_skipped", [], h("09:00", "restore", slot="a")),
    ("session_skipped", [], h("09:00", "restore", slot="e")),
    ("nothing_to_undo", [GO], h("09:01", "undo")),
    ("nothing_to_redo", [], h("09:01", "redo")),
    ("not_printed", [], h("09:00", "reprint")),
    # whatever is asked
    ("stale", [GO], h("09:01", "end", if_rev=0)),
    ("stale", [], h("09:01", "note", text="x", if_rev=7)),
    ("unknown_slot", [], h("09:00", "note", text="x", slot="z")),
]


def name(row: tuple[str, list[Hand], Hand]) -> str:
    return f"{row[0]}: {row[2][1]}"


@each_row("code, before, asked", REFUSALS)
def test_a_refusal_is_a_sentence_and_changes_nothing(
    code: str, before: list[Hand], asked: Hand
) -> None:
    stage = stage_of_all_kinds()
    for clock, do, fields in before:
        stage.do(clock, do, **fields)
    clock, do, fields = asked
    show, board = stage.show, stage.board(clock)
    with pytest.raises(Refused) as refused:
        apply(show, command_of({"do": do, **fields}), stage.at(clock))
    assert refused.value.code == code
    french, english = refused.value.text("fr"), refused.value.text("en")
    assert french.strip() != english.strip()
    assert "None" not in french + english
    assert stage.board(clock) == board


def test_every_refusal_of_the_core_is_in_the_table() -> None:
    folder = Path(runofshow.core.__file__).parent
    raised: set[str] = set()
    for file in ("apply", "hands", "edits", "undo"):
        text = (folder / f"{file}.py").read_text("utf-8")
        raised |= set(re.findall(r"Refused\(\s*\"([a-z_]+)\"", text))
    assert sorted(raised - {code for code, _, _ in REFUSALS}) == []
