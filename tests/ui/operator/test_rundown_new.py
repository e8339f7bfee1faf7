from typing import Any

from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.core.commands import Batch, Insert
from runofshow.core.tree import Place
from runofshow.ui.operator import rundown_new as new
from tests.rows import each_row
from tests.ui.operator.rundown_days import at, board_of, calm, nested, show_of


def index(board: Board, slot: str) -> int:
    return [row.id for row in board.slots].index(slot)


@each_row(
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
    slot_ = new.new_slot(day.slots, "Neuf")
    asked = new.inserted(new.after(day.slots, index(day, slot)), [slot_])
    assert asked == Insert(slot=slot_, **place)


def test_a_copy_keeps_what_is_in_it_and_no_hour() -> None:
    day = calm()
    row = day.slots[index(day, "table-ronde")]
    assert row.title
    (copy,) = new.named(day.slots, [new.copy_of(day.slots, index(day, "table-ronde"))])
    assert copy["duration"] == "1h10m"
    assert copy["kind"] == "panel"
    assert len(copy["speakers"]) == 5
    assert "start" not in copy
    assert copy["id"] not in {row.id for row in day.slots}


def test_a_copy_of_a_session_holds_copies_and_several_go_in_one_after_the_other() -> None:
    show = show_of(nested())
    rows = board(show, at("8:00")).slots
    copies = new.named(rows, [new.copy_of(rows, 1), new.copy_of(rows, 0)])
    command = new.inserted(Place("after", "E"), copies)
    assert isinstance(command, Batch)
    after = board(apply(show, command, at("8:00")), at("8:00")).slots
    there = [row.level for row in after][len(rows) - 1 : -1]
    assert there == [0, 1, 1, 2, 1, 0]
    assert len({row.id for row in after}) == len(after) == 2 * len(rows) - 2


def test_a_copy_keeps_what_no_row_shows_and_leaves_a_set_end() -> None:
    plan = nested()
    plan["slots"][0] |= {"minimum": "4m", "questions": "2m", "colour": "red", "cue": "Z"}
    plan["slots"][3] = {"id": "z", "start": "12:00", "end": "13:15", "promise": "start"}
    rows = board_of(plan, "8:00").slots
    first, last = new.copy_of(rows, 0), new.copy_of(rows, len(rows) - 1)
    assert (first["minimum"], first["questions"], first["colour"]) == ("4m", "2m", "red")
    assert "cue" not in first
    assert last["duration"] == "1h15m"
    assert last.keys().isdisjoint({"id", "start", "end", "promise"})
