"""A plan laid out: document order, what is skipped, cues, given starts; and trees made anew."""

from typing import Any

from runofshow.core.outline import Outline
from runofshow.core.plan import Plan, Slot, walk
from runofshow.core.tree import Place, moved, origin, placed, put_back, replaced, swapped, without
from tests.hand import clock_of, day, leaf, session
from tests.rows import each_row


def nested(**fields: Any) -> Outline:
    """a | s(b, t(c, d)) | e"""
    return Outline(
        day(
            leaf("a", start="09:00"),
            session("s", leaf("b"), session("t", leaf("c"), leaf("d"))),
            leaf("e"),
            **fields,
        )
    )


def slots(plan: Plan) -> dict[str, Slot]:
    return {slot.id: slot for slot in walk(plan.slots)}


def ids(plan: Plan) -> list[str]:
    return [node.slot.id for node in Outline(plan).nodes]


def test_nodes_stand_in_document_order_with_their_sessions() -> None:
    outline = nested()
    assert [(n.slot.id, n.at, n.last, n.parent) for n in outline.nodes] == [
        ("a", 0, 0, None),
        ("s", 1, 5, None),
        ("b", 2, 2, "s"),
        ("t", 3, 5, "s"),
        ("c", 4, 4, "t"),
        ("d", 5, 5, "t"),
        ("e", 6, 6, None),
    ]
    assert [node.slot.id for node in outline.under(outline.by_id["t"])] == ["t", "c", "d"]


def test_only_leaves_run_and_skipped_ones_do_not() -> None:
    outline = Outline(
        day(
            leaf("a", start="09:00"),
            session("s", leaf("b"), leaf("c", skip=True)),
            session("t", leaf("d"), skip=True),
            session("empty"),
        )
    )
    assert [node.slot.id for node in outline.leaves] == ["a", "b", "c", "d"]
    assert [node.slot.id for node in outline.order] == ["a", "b"]


def test_cues_are_numbers_unless_the_plan_says_otherwise() -> None:
    outline = Outline(
        day(
            leaf("a", start="09:00"),
            session("s", leaf("b"), session("t", leaf("c"), cue="X")),
            leaf("e", cue="FIN"),
        )
    )
    cues = {"a": "1", "s": "2", "b": "2.1", "t": "X", "c": "X.1", "e": "FIN"}
    assert outline.cues == cues


# --- given starts -------------------------------------------------------------------------------


def given(*slots: dict[str, Any], **fields: Any) -> dict[str, tuple[str | None, str]]:
    outline = Outline(day(*slots, **fields))
    zone = outline.plan.zone
    return {leaf: (clock_of(pin.at, zone), pin.owner) for leaf, pin in outline.given.items()}


def test_a_leafs_own_start_is_given() -> None:
    assert given(leaf("a", start="09:00"), leaf("b")) == {"a": ("09:00", "a")}


def test_the_first_leaf_of_a_session_takes_the_sessions_start() -> None:
    slots = leaf("a", start="09:00"), session("s", leaf("b"), leaf("c"), start="10:00")
    assert given(*slots) == {"a": ("09:00", "a"), "b": ("10:00", "s")}


def test_a_leafs_own_start_comes_before_its_sessions() -> None:
    slots = session("s", leaf("b", start="10:05"), start="10:00")
    assert given(slots) == {"b": ("10:05", "b")}


def test_the_outermost_session_that_a_leaf_opens_decides() -> None:
    slots = session("s", session("t", leaf("b"), start="10:30"), start="10:00")
    assert given(slots) == {"b": ("10:00", "s")}


def test_a_session_is_opened_by_its_first_leaf_not_skipped() -> None:
    slots = session("s", leaf("b", skip=True), leaf("c"), start="10:00")
    assert given(slots) == {"c": ("10:00", "s")}


def test_a_first_leaf_without_a_start_takes_the_first_one_given_after_it() -> None:
    slots = leaf("a"), leaf("b"), leaf("c", start="09:30")
    assert given(*slots) == {"a": ("09:30", "c"), "c": ("09:30", "c")}


@each_row(
    "plans, owner, waits",
    [
        (False, None, True),
        (True, None, False),
        (True, False, True),
        (False, True, False),
    ],
)
def test_a_given_start_means_not_before_unless_it_may_start_early(
    plans: bool, owner: bool | None, waits: bool
) -> None:
    slot = leaf("b", start="10:00", may_start_early=owner)
    outline = Outline(day(leaf("a", start="09:00"), slot, may_start_early=plans))
    assert ("b" in outline.not_before) is waits


def test_whose_start_it_is_says_whether_it_may_start_early() -> None:
    slot = session("s", leaf("b", may_start_early=True), start="10:00")
    outline = Outline(day(leaf("a", start="09:00"), slot))
    assert "b" in outline.not_before


# --- trees --------------------------------------------------------------------------------------


@each_row(
    "place, order",
    [
        (Place("after", "b"), ["a", "s", "b", "e", "t", "c", "d"]),
        (Place("before", "a"), ["e", "a", "s", "b", "t", "c", "d"]),
        (Place("into", "t"), ["a", "s", "b", "t", "c", "d", "e"]),
        (Place("into", None), ["a", "s", "b", "t", "c", "d", "e"]),
        (Place("before", "c"), ["a", "s", "b", "t", "e", "c", "d"]),
    ],
)
def test_a_slot_is_put_where_a_place_says(place: Place, order: list[str]) -> None:
    plan = nested().plan
    assert ids(moved(plan, slots(plan)["e"], place)) == order


def test_into_a_session_is_at_its_end() -> None:
    plan = nested().plan
    plan = moved(plan, slots(plan)["e"], Place("into", "t"))
    assert Outline(plan).by_id["e"].parent == "t"
    inner = slots(plan)["t"].slots or ()
    assert [slot.id for slot in inner] == ["c", "d", "e"]


def test_taking_a_session_out_takes_all_that_it_holds() -> None:
    assert ids(without(nested().plan, "s")) == ["a", "e"]


def test_a_slot_is_replaced_where_it_stands_and_the_rest_is_shared() -> None:
    plan = nested().plan
    fresh = slots(plan)["c"].model_copy(update={"title": "New"})
    after = replaced(plan, fresh)
    assert ids(after) == ids(plan)
    assert slots(after)["c"].title == "New"
    assert after.slots[0] is plan.slots[0]


def test_two_slots_exchange_places_across_sessions() -> None:
    plan = nested().plan
    a, d = slots(plan)["a"], slots(plan)["d"]
    assert ids(swapped(plan, a, d, d, a)) == ["d", "s", "b", "t", "c", "a", "e"]


def test_two_neighbours_exchange_places() -> None:
    plan = nested().plan
    c, d = slots(plan)["c"], slots(plan)["d"]
    assert ids(swapped(plan, c, d, d, c)) == ["a", "s", "b", "t", "d", "c", "e"]


@each_row("slot", ["a", "b", "c", "d", "e"])
def test_what_was_taken_out_goes_back_where_it_stood(slot: str) -> None:
    plan = nested().plan
    stood = origin(plan, slot)
    where = Place("into", None) if slot != "e" else Place("before", "a")
    away = moved(plan, slots(plan)[slot], where)
    assert put_back(away, stood) == plan


def test_it_goes_back_beside_its_neighbour_when_the_one_before_has_gone() -> None:
    plan = nested().plan
    stood = origin(plan, "d")
    away = moved(plan, slots(plan)["d"], Place("before", "a"))
    assert ids(put_back(without(away, "c"), stood)) == ["a", "s", "b", "t", "d", "e"]


def test_a_start_given_since_is_kept_when_it_goes_back() -> None:
    plan = nested().plan
    stood = origin(plan, "a")
    fresh = slots(plan)["a"].model_copy(update={"start": None})
    away = moved(plan, fresh, Place("after", "e"))
    assert str(slots(put_back(away, stood))["a"].start) == "09:00"


def test_it_stays_where_it_is_when_its_session_has_gone() -> None:
    plan = nested().plan
    stood = origin(plan, "c")
    away = moved(plan, slots(plan)["c"], Place("before", "a"))
    assert ids(put_back(without(away, "s"), stood)) == ["c", "a", "e"]


def test_a_slot_put_into_the_top_level_comes_last() -> None:
    plan = nested().plan
    fresh = slots(plan)["a"].model_copy(update={"id": "z"})
    assert ids(placed(plan, fresh, Place("into", None)))[-1] == "z"
