from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from runofshow.ui.operator import rundown_model as model
from runofshow.ui.operator.rundown_model import Heights, Outline
from tests.ui.operator.rundown_days import board_of, calm, late, nested, plan_of

HEIGHTS = Heights(leaf=36, live=62, session=27, thin=20)


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


def test_a_tick_moves_nothing_and_a_go_or_an_edit_does() -> None:
    moved = model.moved
    assert not moved(late("10:37:22"), late("10:37:23"))
    assert not moved(late("10:37:22"), late("10:50"))
    assert moved(late(), calm())
    assert moved(None, late())
    shorter = nested() | {"slots": nested()["slots"][1:]}
    assert moved(board_of(nested(), "8:00"), board_of(shorter, "8:00"))


def test_a_hidden_row_has_no_height_and_is_never_hit_nor_walked_to() -> None:
    rows = board_of(nested(), "8:00").slots
    every, some = Outline(rows, None, HEIGHTS), Outline(rows, None, HEIGHTS, {2, 3, 4, 7})
    assert every.order == tuple(row.id for row in rows)
    assert some.order == ("a", "S", "s2", "E")
    assert some.total == sum(some.span(at).height for at in (0, 1, 5, 6))
    hit = {some.at(y) for y in range(some.total)}
    assert hit == {0, 1, 5, 6} == set(some.seen(0, some.total))
    assert [some.step(1, 1), some.step(5, -1), some.step(6, 1), some.step(0, -1)] == [5, 1, 6, 0]
