"""Anchors: nothing that happens is missed, nothing is told while nothing happens."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from runofshow.core.board import board
from runofshow.core.board_json import day_json, row_json
from runofshow.core.show import Show
from runofshow.net.anchors import INSTANT, Anchoring
from runofshow.net.patches import patch
from tests.hand import Stage, day, leaf, seed, session

Json = dict[str, Any]


def anchors(show: Show, at: datetime, by: Anchoring | None = None) -> Json:
    return (by or Anchoring()).anchors(board(show, at), board(show, at + INSTANT))


def counted(value: Any, now: datetime) -> Any:
    """What a viewer shows of anchors at `now`."""
    match value:
        case {"in": float(seconds)} if len(value) == 1:
            return now + timedelta(seconds=seconds)
        case {"to": str(moment)} if len(value) == 1:
            return (datetime.fromisoformat(moment) - now).total_seconds()
        case {"from": str(moment)} if len(value) == 1:
            return (now - datetime.fromisoformat(moment)).total_seconds()
        case dict():
            return {name: counted(part, now) for name, part in value.items()}
        case list():
            return [counted(part, now) for part in value]
        case str():
            return read(value)
        case _:
            return value


def plain(value: Any) -> Any:
    """A board as JSON without what does not exist, its instants read."""
    match value:
        case dict():
            return {
                name: plain(part)
                for name, part in value.items()
                if part is not None and part is not False and part not in ([], {}, "")
            }
        case list():
            return [plain(part) for part in value]
        case float():
            return round(value, 6)
        case str():
            return read(value)
        case _:
            return value


def read(text: str) -> Any:
    try:
        return datetime.fromisoformat(text).astimezone(UTC) if "T" in text else text
    except ValueError:
        return text


def told(show: Show, at: datetime) -> Json:
    """The board as contract.md §3 has it, without what anchors leave out."""
    now = board(show, at)
    whole = day_json(now) | {"slots": {row.id: row_json(row, now.zone) for row in now.slots}}
    del whole["now"], whole["rev"]
    return dict(plain(whole))


def seen(held: Json, now: datetime) -> Json:
    words = ("undo", "redo", "recall")
    kept = {name: part for name, part in held.items() if name not in words}
    return dict(plain(counted(kept, now)))


PANEL = leaf("p", "20m", questions="5m", kind="panel", speakers=[{"name": "Ada"}, {"name": "Bo"}])
DAY = day(
    leaf("a", start="09:00", warning="2m", danger="1m"),
    session("s", PANEL, leaf("c", "5m"), start="09:12"),
    leaf("lunch", kind="break", start="10:00", end="11:00", promise="start"),
    leaf("d", start="11:00", advance="auto"),
    leaf("e", "5m"),
)
HANDS: list[tuple[str, Json]] = [
    ("go", {}), ("go", {}), ("hold", {}), ("resume", {}), ("end", {}), ("recall", {}),
    ("stretch", {"by": "3m"}), ("stretch", {"by": "-2m"}), ("questions", {}),
    ("floor", {"speaker": 1}), ("floor", {"speaker": 2}), ("floor", {"speaker": None}),
    ("say", {"text": "x", "for": "30s"}), ("blackout", {"on": True}), ("incident", {"on": True}),
    ("skip", {"slot": "c"}), ("edit", {"slot": "d", "set": {"title": "D 2"}}),
    ("edit", {"slot": "lunch", "set": {"hidden": True}}), ("undo", {}),
    ("insert", {"slot": {"title": "N", "duration": "2m"}, "after": "a"}),
]  # fmt: skip


@given(
    st.lists(st.tuples(st.floats(0, 900), st.sampled_from(HANDS)), max_size=12),
    st.lists(st.floats(0.001, 1500), min_size=1, max_size=4),
)
@settings(max_examples=30)
def test_a_viewer_that_takes_each_patch_and_counts_sees_what_the_board_says(
    hands: list[tuple[float, tuple[str, Json]]], later: list[float]
) -> None:
    stage, by = Stage(DAY), Anchoring()
    at = stage.at("08:58")
    held = anchors(stage.show, at, by)
    for wait, (do, fields) in hands:
        at += timedelta(seconds=round(wait, 3))
        before = seen(held, at)
        fresh = anchors(stage.show, at, by)
        if not patch(held, fresh):  # nothing was told: what was counted is still true
            assert before == told(stage.show, at)
        held = fresh
        assert seen(held, at) == told(stage.show, at)
        since = f"{(at - stage.at('00:00')).total_seconds() / 3600:.12f}"
        hours = float(since)
        stage.refusal(clock_of(hours), do, **fields)
        held = anchors(stage.show, at, by)
    for wait in later:
        at += timedelta(seconds=round(wait, 3))
        held = anchors(stage.show, at, by)
        assert seen(held, at) == told(stage.show, at)


def clock_of(hours: float) -> str:
    seconds = hours * 3600
    return f"{int(seconds // 3600)}:{int(seconds // 60 % 60)}:{seconds % 60:.6f}"


def test_while_nothing_happens_the_hall_is_told_nothing_and_the_regie_what_is_decided() -> None:
    stage, by = Stage(seed()).do("09:00", "go").do("09:16", "go"), Anchoring()
    for clock, told_twice in (("09:17", 0), ("09:21:01", 0), ("09:40", 3)):
        at, told = stage.at(clock), 0
        held = anchors(stage.show, at, by)
        for second in range(1, 170 if clock == "09:17" else 700, 7):
            now = at + timedelta(seconds=second + 0.123456)
            fresh = anchors(stage.show, now, by)
            change = patch(held, fresh)
            assert change.keys() <= {"promises"}, (clock, second)  # until when it can be caught up
            told, held = told + bool(change), fresh
        assert told <= told_twice + 1


def test_rows_of_which_nothing_moved_are_the_very_same() -> None:
    stage, by = Stage(seed()).do("09:00", "go"), Anchoring()
    first = anchors(stage.show, stage.at("09:01"), by)
    second = anchors(stage.show, stage.at("09:20"), by)
    third = anchors(stage.show, stage.at("09:21"), by)
    late = [slot for slot in first["slots"] if first["slots"][slot] is not second["slots"][slot]]
    assert "accueil" in late
    assert "conclusion-journee" not in late
    assert all(second["slots"][slot] is third["slots"][slot] for slot in second["slots"])


def test_what_only_words_can_say_is_said_in_both_languages() -> None:
    stage = Stage(seed()).do("09:00", "go").do("09:01", "skip", slot="film-1")
    held = anchors(stage.show, stage.at("09:02"))
    assert held["recall"]["fr"].startswith("TOP")
    assert held["recall"]["en"].startswith("GO")
    assert set(held["undo"]) == {"fr", "en"}
