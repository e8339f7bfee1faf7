from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.apply import apply
from runofshow.core.board import Board, Row, board
from runofshow.core.commands import Batch, Move
from runofshow.core.tree import Place
from runofshow.ui.operator import rundown_places as places
from tests.rows import each_row
from tests.ui.operator.rundown_days import GO, at, board_of, nested, show_of


def index(board: Board, slot: str) -> int:
    return [row.id for row in board.slots].index(slot)


def asked(rows: Sequence[Row], block: places.Block, place: Place | None) -> Move | Batch | None:
    return None if place is None else places.block_moved(rows, block, place)


def moved(slot: str, wanted: dict[str, Any] | None) -> Move | None:
    return Move(slot=slot, **wanted) if wanted else None


@each_row(
    "slot, up, down",
    [
        ("a", None, {"before": "s1"}),
        ("S", {"before": "a"}, {"after": "E"}),
        ("s1", {"before": "S"}, {"before": "t1"}),
        ("T", {"before": "s1"}, {"after": "s2"}),
        ("t1", {"before": "T"}, {"after": "T"}),
        ("s2", {"into": "T"}, {"after": "S"}),
        ("E", {"before": "S"}, {"after": "z"}),
        ("z", {"into": "E"}, None),
    ],
)
def test_alt_and_an_arrow_move_in_and_out_of_sessions(
    slot: str, up: dict[str, Any] | None, down: dict[str, Any] | None
) -> None:
    rows = board_of(nested(), "8:00").slots
    block = [[row.id for row in rows].index(slot)]
    for place, wanted in ((places.place_up, up), (places.place_down, down)):
        assert asked(rows, block, place(rows, block)) == moved(slot, wanted)


@each_row("slot", ["a", "S", "s1", "T", "t1", "s2", "E", "z"])
def test_the_show_takes_every_move_and_the_way_back_leads_home(slot: str) -> None:
    show = show_of(nested())
    start = [row.id for row in board(show, at("8:00")).slots]
    ways = (places.place_up, places.place_down)
    for there, back in (ways, ways[::-1]):
        rows = board(show, at("8:00")).slots
        block = [start.index(slot)]
        move = asked(rows, block, there(rows, block))
        if move is None:
            continue
        after = apply(show, move, at("8:00"))
        rows = board(after, at("8:00")).slots
        block = [[row.id for row in rows].index(slot)]
        home = asked(rows, block, back(rows, block))
        assert home is not None
        again = apply(after, home, at("8:00"))
        assert [row.id for row in board(again, at("8:00")).slots] == start


@each_row(
    "dragged, over, lower, wanted",
    [
        ("z", "a", False, {"before": "a"}),
        ("z", "a", True, {"after": "a"}),
        ("a", "S", True, {"before": "s1"}),
        ("a", "s2", True, {"after": "s2"}),
        ("a", "E", True, {"into": "E"}),
        ("a", "z", True, {"after": "z"}),
        ("a", "a", True, None),
        ("a", "S", False, None),
        ("S", "t1", True, None),
        ("s1", "S", True, None),
        ("s2", "T", False, {"before": "T"}),
    ],
)
def test_a_dragged_row_lands_where_it_is_let_go(
    dragged: str, over: str, lower: bool, wanted: dict[str, Any] | None
) -> None:
    day = board_of(nested(), "8:00")
    block = [index(day, dragged)]
    landing = places.landing(day.slots, block, index(day, over), lower)
    there = landing.place if landing else None
    assert asked(day.slots, block, there) == moved(dragged, wanted)


@each_row("level, wanted", [(2, "t1"), (1, "T"), (0, "T")])
def test_below_the_last_row_of_a_session_the_pointer_says_how_deep(level: int, wanted: str) -> None:
    day = board_of(nested(), "8:00")
    landing = places.landing(day.slots, [0], index(day, "t1"), lower=True, level=level)
    assert landing is not None
    assert landing.place == Place("after", wanted)


def test_below_a_session_that_is_shut_lies_what_comes_after_it() -> None:
    rows = board_of(nested(), "8:00").slots
    open_, shut = (places.landing(rows, [0], 1, lower=True, shut=shut) for shut in ((), ("S",)))
    assert open_ is not None
    assert shut is not None
    assert (open_.place, shut.place) == (Place("before", "s1"), Place("after", "S"))


def test_the_chosen_rows_are_one_block_without_what_chosen_sessions_hold() -> None:
    rows = board_of(nested(), "8:00").slots
    found = places.block(rows, {"z", "s2", "t1", "T", "nobody"})
    assert [rows[each].id for each in found] == ["T", "s2", "z"]


def test_a_block_keeps_its_order_wherever_it_goes_and_is_one_command() -> None:
    show = show_of(nested())
    rows = board(show, at("8:00")).slots
    block = places.block(rows, {"a", "t1", "s2"})
    for place, order in (
        (Place("after", "z"), ["S", "s1", "T", "E", "z", "a", "t1", "s2"]),
        (Place("before", "s1"), ["S", "a", "t1", "s2", "s1", "T", "E", "z"]),
        (Place("into", "E"), ["S", "s1", "T", "E", "a", "t1", "s2", "z"]),
    ):
        after = apply(show, places.block_moved(rows, block, place), at("8:00"))
        assert [row.id for row in board(after, at("8:00")).slots] == order
        assert len(after.undo) == 1


@given(st.data())
def test_wherever_a_block_lands_it_is_there_in_its_order_and_all_others_stay(
    data: st.DataObject,
) -> None:
    show = show_of(nested())
    rows = board(show, at("8:00")).slots
    ids = [row.id for row in rows]
    block = places.block(rows, data.draw(st.sets(st.sampled_from(ids), min_size=1)))
    over, lower = data.draw(st.sampled_from(range(len(rows)))), data.draw(st.booleans())
    landing = places.landing(rows, block, over, lower, data.draw(st.integers(0, 3)))
    if landing is None:
        return
    held = {rows[n].id for each in block for n in range(each, places.after_all(rows, each))}
    after = apply(show, places.block_moved(rows, block, landing.place), at("8:00"))
    order = [row.id for row in board(after, at("8:00")).slots]
    assert [slot for slot in order if slot in held] == [slot for slot in ids if slot in held]
    assert [slot for slot in order if slot not in held] == [s for s in ids if s not in held]
    assert order != ids or len(after.undo) == 1
    level = {row.id: row.level for row in board(after, at("8:00")).slots}
    assert {level[rows[each].id] for each in block} == {landing.level}


def test_a_block_that_stands_there_already_lands_nowhere() -> None:
    rows = board_of(nested(), "8:00").slots
    assert places.landing(rows, [2, 3], 5, lower=False) is None  # s1 and T, before s2
    assert places.landing(rows, [2, 3], 1, lower=True) is None  # at the head of S
    apart = places.landing(rows, [2, 5], 3, lower=False)  # s1 and s2, with T between them
    assert apart is not None


def test_a_session_that_holds_what_has_aired_is_not_free_though_it_is_next() -> None:
    steps = (("9:00", GO), ("9:10", GO), ("9:20", {"do": "end"}))
    rows = board_of(nested(), "9:21", *steps).slots
    assert [row.status for row in rows[:4]] == ["done", "next", "done", "next"]
    assert [places.free(rows, at) for at in range(4)] == [False, False, False, True]


def test_what_is_on_air_or_done_does_not_move() -> None:
    day = board_of(nested(), "9:05", ("9:00", GO))
    assert not places.movable(day.slots[0])
    assert places.movable(day.slots[index(day, "s1")])
