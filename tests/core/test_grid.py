"""The grid of an open forum: rooms named once, cells typed, swapped, pasted; one step of undo."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from runofshow.core import grid as grids
from runofshow.core.apply import apply
from runofshow.core.grid import Cell, Clash, Grid
from runofshow.core.plan import Activity
from tests.hand import Stage, day, leaf
from tests.rows import each_row

ROOMS = [{"room": "Salle 1", "title": "Le lien", "host": "Anne"}, {"room": "Salle 2"}]


def forum(**fields: Any) -> Stage:
    """Three rounds of 45 minutes from 9:00, with changes between."""
    workshop = leaf("w", "145m", kind="workshop", start="09:00", activities=ROOMS, **fields)
    stage = Stage(day(workshop, leaf("z"), language="fr"))
    return stage.do("08:00", "divide", slot="w", into=3, gap="5m")


def of(stage: Stage, slot: str = "w") -> Grid:
    return grids.grid(stage.board("08:30"), slot)


def take(stage: Stage, after: Grid) -> Stage:
    """Ask for the grid to be so."""
    command = grids.asked(of(stage), after)
    assert command is not None
    stage.show = apply(stage.show, command, stage.at("08:30"))
    return stage


def test_the_rooms_of_all_rounds_stand_once_and_the_rounds_beside_each_other() -> None:
    stage = forum().do("08:01", "activities", slot="w-2", set=[{"room": "Serre", "title": "Eau"}])
    found = of(stage)
    assert found.rooms == ("Salle 1", "Salle 2", "Serre")
    assert [(each.slot, each.title) for each in found.rounds] == [
        ("w-1", "Tour 1"), ("w-2", "Tour 2"), ("w-3", "Tour 3"),
    ]  # fmt: skip
    assert [each.title for each in found.rounds[1].cells] == ["", "", "Eau"]
    assert [each.room for each in found.rounds[1].cells] == list(found.rooms)


def test_a_workshop_that_is_not_divided_is_a_grid_of_one_round() -> None:
    stage = Stage(day(leaf("w", start="09:00", activities=ROOMS)))
    assert [each.slot for each in of(stage).rounds] == ["w"]
    assert of(take(stage, grids.put(of(stage), Cell(0, 1), "Eau"))).rounds[0].cells[1].title == (
        "Eau"
    )


def test_a_round_that_is_left_out_has_no_column() -> None:
    stage = forum().do("08:10", "skip", slot="w-3")
    assert [each.slot for each in of(stage).rounds] == ["w-1", "w-2"]


def test_what_is_typed_in_a_cell_changes_that_round_alone_and_is_one_step_of_undo() -> None:
    stage = forum()
    before, undo = stage.show.plan, len(stage.show.undo)
    take(stage, grids.put(of(stage), Cell(1, 1), "L'eau", "Bo LI", "apporter des feutres"))
    slots = stage.show.outline.by_id
    assert slots["w-2"].slot.activities[1] == Activity(
        room="Salle 2", title="L'eau", host="Bo LI", note="apporter des feutres"
    )
    assert slots["w-1"].slot.activities[1].title == ""
    said = stage.board("08:31").undo
    assert said is not None
    assert said.text("fr") == "Ateliers, Tour 2"
    assert len(stage.show.undo) == undo + 1
    assert stage.do("08:32", "undo").show.plan == before


def test_a_room_called_otherwise_is_so_in_all_rounds_in_one_step() -> None:
    stage = forum()
    before = stage.show.plan
    take(stage, grids.renamed(of(stage), 0, "Grand salon"))
    assert of(stage).rooms == ("Grand salon", "Salle 2")
    assert {each.cells[0].title for each in of(stage).rounds} == {"Le lien"}
    said = stage.board("08:31").undo
    assert said is not None
    assert said.text("en") == "Workshops, 3 rounds"
    assert stage.do("08:32", "undo").show.plan == before
    assert grids.renamed(of(stage), 0, "Salle 2") == of(stage), "two rooms never become one"


def test_a_list_is_pasted_down_the_rooms_and_right_over_the_rounds() -> None:
    rows = [["Eau", "Air", "Feu", "trop"], ["", "Terre"], ["Lune"]]
    after = grids.pasted(of(forum()), Cell(0, 1), rows)
    assert after.rooms == ("Salle 1", "Salle 2", "3", "4")
    assert [[cell.title for cell in each.cells] for each in after.rounds] == [
        ["Le lien", "Eau", "", "Lune"], ["Le lien", "Air", "Terre", ""], ["Le lien", "Feu", "", ""],
    ]  # fmt: skip
    assert of(take(forum(), after)) == after


def test_who_hosts_in_two_rooms_at_once_is_told() -> None:
    found = grids.put(of(forum()), Cell(1, 1), "L'eau", "ANNE")
    assert grids.clashes(found) == (Clash(1, "Anne", (0, 1)),)
    assert grids.clashes(of(forum())) == ()


@each_row("cell", [Cell(3, 0), Cell(0, 2), Cell(-4, 0)])
def test_there_is_nothing_beyond_the_grid(cell: Cell) -> None:
    with pytest.raises(IndexError):
        grids.put(of(forum()), cell, "x")


def test_the_grids_of_a_day_are_its_workshops_and_what_is_divided_into_rounds() -> None:
    parts = [leaf("agenda", "40m"), leaf("work", "155m"), leaf("report", "35m")]
    whole = {"id": "forum", "kind": "workshop", "start": "14:00", "title": "Forum", "slots": [
        {**each, "kind": "workshop"} for each in parts
    ]}  # fmt: skip
    stage = Stage(day(leaf("talk", start="13:30"), whole))
    assert grids.grids(stage.board("13:00")) == ("agenda", "work"), "not where they report"
    assert grids.foremost(stage.board("13:00")) == "work", "the longest to come"
    stage.do("13:01", "divide", slot="work", into=3, gap="5m")
    assert grids.grids(stage.board("13:02")) == ("agenda", "work")
    assert len(of(stage, "work").rounds) == 3
    for clock in ("13:30", "14:00"):
        stage.do(clock, "go")
    assert grids.foremost(stage.board("14:00")) == "work", "what the agenda is made for"
    stage.do("14:40", "go")
    assert grids.foremost(stage.board("14:41")) == "work", "the rounds of what runs"
    for clock in ("15:25", "15:30", "16:15", "16:20", "17:15"):
        stage.do(clock, "go")
    assert grids.foremost(stage.board("17:16")) == "work", "what is reported on"


def test_a_day_without_workshops_has_no_grid() -> None:
    board = Stage(day(leaf("talk", start="09:00"))).board("08:00")
    assert (grids.grids(board), grids.foremost(board)) == ((), None)


# --- laws --------------------------------------------------------------------------------------

CELLS = some.builds(Cell, some.integers(0, 2), some.integers(0, 1))
TITLES = some.text(max_size=8)


def change(found: Grid, draw: Any) -> Grid:
    """One change of a grid."""
    room = some.integers(0, len(found.rooms) - 1)
    match draw(some.sampled_from(["put", "empty", "swap", "add", "rename", "remove", "paste"])):
        case "put":
            return grids.put(found, draw(CELLS), draw(TITLES), draw(TITLES))
        case "empty":
            return grids.emptied(found, draw(CELLS))
        case "swap":
            return grids.swapped(found, draw(CELLS), draw(CELLS))
        case "add":
            return grids.with_room(found, draw(TITLES), draw(room))
        case "rename":
            return grids.renamed(found, draw(room), draw(TITLES))
        case "paste":
            return grids.pasted(found, draw(CELLS), [[draw(TITLES)], [draw(TITLES)]])
    return grids.without_room(found, draw(room)) if len(found.rooms) > 2 else found


@given(data=some.data())
def test_a_grid_that_is_asked_for_is_the_grid_there_is_and_rooms_stand_once(
    data: some.DataObject,
) -> None:
    stage = forum()
    for _ in range(3):
        before, after = of(stage), change(of(stage), data.draw)
        assert len({*after.rooms}) == len(after.rooms)
        assert all([cell.room for cell in each.cells] == [*after.rooms] for each in after.rounds)
        if grids.asked(before, after) is not None:
            former = stage.show
            take(stage, after)
            assert of(stage) == after
            assert len(stage.show.undo) == len(former.undo) + 1


@given(one=CELLS, other=CELLS)
def test_two_cells_exchanged_twice_are_as_they_were(one: Cell, other: Cell) -> None:
    found = grids.put(of(forum()), Cell(2, 1), "Eau", "Bo")
    again = grids.swapped(grids.swapped(found, one, other), one, other)
    assert again == found
    titles = [cell.title for each in found.rounds for cell in each.cells]
    after = grids.swapped(found, one, other)
    assert sorted(cell.title for each in after.rounds for cell in each.cells) == sorted(titles)
