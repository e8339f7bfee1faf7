"""A reporter for each workshop, in the item where they report; the chair kept out; one step."""

from typing import Any

import pytest

from runofshow.core import grid as grids
from runofshow.core import restitution
from runofshow.core.apply import apply
from runofshow.core.grid import Grid
from runofshow.core.times import MINUTE
from tests.hand import Stage, day, leaf

ROOMS = [
    {"room": "Salle 1", "title": "Compost", "host": "Ana"},
    {"room": "Salle 2", "title": "Eau"},
    {"room": "Salle 3"},
]


def forum(*after: dict[str, Any]) -> Stage:
    """Workshops of an hour from 14:00, then a coffee, then what is given."""
    work = leaf("work", "60m", kind="workshop", start="14:00", activities=ROOMS)
    coffee = leaf("coffee", "15m", kind="break", title="Retour au calme")
    return Stage(day(work, coffee, *after))


def of(stage: Stage) -> Grid:
    return grids.grid(stage.board("13:00"), "work")


def test_a_reporter_for_each_workshop_shares_the_item_and_the_chair_has_none() -> None:
    chair = {"name": "Dominique", "chair": True}
    report = leaf("report", "30m", speakers=[chair, "Someone"], questions="5m", title="Restitution")
    stage = forum(leaf("talk"), report)
    board = stage.board("13:00")
    assert restitution.place(board, "work") == "report", (
        "its title says so, though a talk is before"
    )
    before, command = stage.show.plan, restitution.asked(board, of(stage), "report")
    assert command is not None
    stage.show = apply(stage.show, command, stage.at("13:01"))
    row = next(row for row in stage.board("13:02").slots if row.id == "report")
    assert [(each.name, each.topic, each.chair) for each in row.speakers] == [
        ("Dominique", None, True), ("Ana", "Compost", False),
        ("Salle\u00a02", "Eau", False),
    ]  # fmt: skip
    for clock in ("14:00", "15:00", "15:15", "15:25"):
        stage.do(clock, "go")
    shares = stage.live("15:25").shares
    assert [(each.speaker, each.share) for each in shares] == [
        ("Ana", 15 * MINUTE), ("Salle\u00a02", 15 * MINUTE),
    ]  # fmt: skip
    stage.do("15:26", "undo")
    assert stage.show.plan == before


def test_without_a_title_that_says_so_it_is_the_next_item_that_people_speak_in() -> None:
    board = forum(leaf("talk"), leaf("end")).board("13:00")
    assert restitution.place(board, "work") == "talk", "never a break"
    assert restitution.place(forum().board("13:00"), "work") is None


@pytest.mark.parametrize(
    "title", ["Restitution", "Synthèse des ateliers", "Mise en commun", "Plenary: reports back"]
)
def test_what_an_item_is_called_in_which_workshops_are_reported_on(title: str) -> None:
    stage = forum(leaf("talk"), leaf("said", title=title))
    assert restitution.place(stage.board("13:00"), "work") == "said"


def test_somebody_who_hosted_twice_reports_twice_and_every_name_is_another() -> None:
    stage = forum(leaf("report"))
    found = of(stage)
    for room, title, host in ((0, "Air", "Ana"), (1, "Eau", "ana"), (2, "Eau", "Ana")):
        found = grids.put(found, grids.Cell(0, room), title, host)
    assert [(each.name, each.topic) for each in restitution.reporters(found)] == [
        ("Ana", "Air"), ("Salle\u00a02", "Eau"), ("Salle\u00a03", "Eau"),
    ]  # fmt: skip


def test_in_several_rounds_a_room_alone_would_not_say_which_workshop() -> None:
    stage = forum(leaf("report")).do("12:00", "divide", slot="work", into=2, gap="5m")
    assert [each.name for each in restitution.reporters(of(stage))] == [
        "Ana", "Salle\u00a02\u00a0·\u00a0Tour\u00a01", "Salle\u00a01\u00a0·\u00a0Tour\u00a02",
        "Salle\u00a02\u00a0·\u00a0Tour\u00a02",
    ]  # fmt: skip


def test_without_workshops_nobody_reports() -> None:
    stage = Stage(day(leaf("work", kind="workshop", start="14:00"), leaf("report")))
    assert restitution.asked(stage.board("13:00"), of(stage), "report") is None
