from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core import commands
from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.ui.operator import rundown_model as model
from runofshow.ui.operator.rundown_model import Heights, Outline
from tests.ui.operator.rundown_days import GO, at, board_of, calm, late, plan_of, show_of

HEIGHTS = Heights(leaf=36, live=62, session=27, thin=20)


def nested() -> dict[str, Any]:
    return plan_of(
        {"id": "a", "start": "9:00"},
        {"id": "S", "slots": [{"id": "s1"}, {"id": "T", "slots": [{"id": "t1"}]}, {"id": "s2"}]},
        {"id": "E", "slots": []},
        {"id": "z", "start": "12:00"},
    )


def index(board: Board, slot: str) -> int:
    return [row.id for row in board.slots].index(slot)


# --- heights -----------------------------------------------------------------------------------


def test_seventeen_leaves_and_four_sessions_fit_both_windows() -> None:
    large = Outline(late().slots, "table-ronde", HEIGHTS)
    small = Outline(late().slots, "table-ronde", Heights(26, 46, 22, 16))
    assert (len(large), len(small)) == (21, 21)
    assert large.total + 24 + 34 <= 830
    assert small.total + 20 + 26 <= 617


def test_a_gap_stands_above_the_headings_its_leaf_opens() -> None:
    plan = plan_of(
        {"id": "a", "start": "9:00"},
        {"id": "S", "start": "9:30", "slots": [{"id": "s1"}, {"id": "s2", "start": "9:35"}]},
    )
    outline = Outline(board_of(plan, "8:00").slots, None, HEIGHTS)
    found = {number: (b.overlap, b.leaf) for number, b in outline.between.items()}
    assert found == {1: (False, 2), 3: (True, 3)}
    assert outline.span(1) == (36, 27 + 20, 20)


@given(st.lists(st.sampled_from(["leaf", "session", "late", "live"]), min_size=1, max_size=60))
def test_every_height_finds_its_row(kinds: list[str]) -> None:
    slots: list[dict[str, Any]] = []
    for number, kind in enumerate(kinds):
        slot: dict[str, Any] = {"id": f"n{number}"}
        if kind == "session":
            slot["slots"] = []
        slots.append(slot)
    slots.append({"id": "first", "start": "9:00"})
    live = next((f"n{n}" for n, kind in enumerate(kinds) if kind == "live"), None)
    outline = Outline(board_of(plan_of(*slots), "8:00").slots, live, HEIGHTS)
    assert outline.total == sum(outline.span(n).height for n in range(len(outline)))
    for number in range(len(outline)):
        span = outline.span(number)
        assert outline.at(span.top) == outline.at(span.top + span.height - 1) == number
        assert list(outline.seen(span.top, span.top + span.height)) == [number]
    assert outline.at(-1) is outline.at(outline.total) is None
    assert list(outline.seen(0, outline.total)) == list(range(len(outline)))


def test_a_tick_keeps_the_shape_and_a_go_or_an_edit_changes_it() -> None:
    shape = model.shape
    assert shape(late("10:37:22")) == shape(late("10:37:23")) == shape(late("10:50"))
    assert shape(late()) != shape(calm())
    shorter = nested() | {"slots": nested()["slots"][1:]}
    assert shape(board_of(nested(), "8:00")) != shape(board_of(shorter, "8:00"))


def test_departments_come_in_order_of_appearance() -> None:
    plan = plan_of(
        {"id": "a", "start": "9:00", "departments": {"vidéo": "1"}},
        {"id": "b", "departments": {"son": "2", "vidéo": "3"}},
    )
    assert model.departments(board_of(plan, "8:00").slots) == ("vidéo", "son")


# --- moves -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
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
    place = [row.id for row in rows].index(slot)
    for move, wanted in ((model.move_up(rows, place), up), (model.move_down(rows, place), down)):
        assert move == (commands.Move(slot=slot, **wanted) if wanted else None)


@pytest.mark.parametrize("slot", ["a", "S", "s1", "T", "t1", "s2", "E", "z"])
def test_the_show_takes_every_move_and_the_way_back_leads_home(slot: str) -> None:
    show = show_of(nested())
    start = [row.id for row in board(show, at("8:00")).slots]
    for there, back in ((model.move_up, model.move_down), (model.move_down, model.move_up)):
        rows = board(show, at("8:00")).slots
        move = there(rows, start.index(slot))
        if move is None:
            continue
        moved = apply(show, move, at("8:00"))
        order = [row.id for row in board(moved, at("8:00")).slots]
        home = back(board(moved, at("8:00")).slots, order.index(slot))
        assert home is not None
        again = apply(moved, home, at("8:00"))
        assert [row.id for row in board(again, at("8:00")).slots] == start


@pytest.mark.parametrize(
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
    landing = model.landing(day.slots, index(day, dragged), index(day, over), lower)
    assert (landing.move if landing else None) == (
        commands.Move(slot=dragged, **wanted) if wanted else None
    )


@pytest.mark.parametrize(
    "slot, place",
    [
        ("accueil", {"after": "film-1"}),
        ("film-1", {"after": "film-1"}),
        ("animation", {"before": "film-2"}),
        ("diversite", {"into": "diversite"}),
        ("dejeuner", {"after": "dejeuner"}),
    ],
)
def test_a_new_item_never_goes_before_what_is_on_air(slot: str, place: dict[str, Any]) -> None:
    day = calm()
    new = model.new_slot(day.slots, "Neuf")
    asked = model.insert_after(day.slots, index(day, slot), new)
    assert asked == commands.Insert(slot=new, **place)


def test_a_copy_keeps_what_is_in_it_and_no_hour() -> None:
    day = calm()
    row = day.slots[index(day, "table-ronde")]
    copy = model.copied_slot(day.slots, row, "Table ronde (copie)")
    assert copy["duration"] == "1h10m"
    assert copy["kind"] == "panel"
    assert len(copy["speakers"]) == 5
    assert "start" not in copy
    assert copy["id"] not in {row.id for row in day.slots}


def test_what_is_on_air_or_done_does_not_move() -> None:
    day = board_of(nested(), "9:05", ("9:00", GO))
    assert not model.movable(day.slots[0])
    assert model.movable(day.slots[index(day, "s1")])
