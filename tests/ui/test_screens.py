"""Knowing screens again, which output has which, and numbering them for a person."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6 import QtCore

from runofshow.ui.identify import Identify
from runofshow.ui.screens import (
    Identity,
    Want,
    allotted,
    describe,
    find,
    identity,
    in_order,
    label,
)
from runofshow.ui.texts.stage import FR
from tests.rows import each_row
from tests.ui.plugging import DESK, FOYER, HALL, Stage, made, plug, screens

__all__ = ["made", "screens"]
pytestmark = pytest.mark.usefixtures("screens")


# --- knowing a screen again --------------------------------------------------------------------


class Pretended:
    """What `identity` asks of a QScreen."""

    def __init__(self, maker: str, model: str, serial: str, connector: str) -> None:
        self.manufacturer, self.model = (lambda: maker), (lambda: model)
        self.serialNumber, self.name = (lambda: serial), (lambda: connector)


IIYAMA = ("Iiyama", "PL2493H", "1234", "DP-2")


def test_an_identity_is_what_the_screen_says() -> None:
    screen = Pretended(" Iiyama ", "PL2493H", "1234", "DP-2")
    assert identity(screen) == Identity(*IIYAMA)  # type: ignore[arg-type]


@each_row(
    "parts, said",
    [
        (IIYAMA, "Iiyama PL2493H, DP-2"),
        (("", "", "", "HDMI-1"), "HDMI-1"),
        (("Dell Inc.", "DELL U2412M", "", "DP-1"), "DELL U2412M, DP-1"),
        (("", "Projecteur", "", "VGA-1"), "Projecteur, VGA-1"),
    ],
)
def test_a_label_is_what_a_person_calls_it(parts: tuple[str, ...], said: str) -> None:
    assert Identity(*parts).label == said
    assert label(Pretended(*parts)) == said  # type: ignore[arg-type]


@each_row(
    "wanted, there, found",
    [
        (IIYAMA, [("A", "a", "1", "DP-1"), IIYAMA], 1),
        (IIYAMA, [("Iiyama", "PL2493H", "1234", "HDMI-9")], 0),  # moved to another connector
        (IIYAMA, [("Iiyama", "PL2493H", "9999", "DP-2")], None),  # another panel in its place
        (IIYAMA, [("", "", "", "DP-2")], 0),  # an extender lost its serial
        (IIYAMA, [("", "", "", "DP-1")], None),
        (IIYAMA, [("Iiyama", "PL2493H", "1234", "DP-1"), IIYAMA], 1),  # twins: its connector
        (("", "", "", "HDMI-1"), [("A", "a", "1", "DP-1"), ("B", "b", "2", "HDMI-1")], 1),
        (("A", "a", "", "HDMI-1"), [("A", "a", "", "DP-1")], None),
        (IIYAMA, [], None),
    ],
)
def test_a_screen_is_found_by_serial_else_by_connector(
    wanted: tuple[str, ...], there: list[tuple[str, ...]], found: int | None
) -> None:
    pretended: list[Any] = [Pretended(*parts) for parts in there]
    answer = find(Identity(*wanted), pretended)
    assert answer is (None if found is None else pretended[found])


class Lit(Pretended):
    """A screen of 100 pixels that shows what begins at `left`."""

    def __init__(self, left: int, *parts: str) -> None:
        super().__init__(*parts)
        self.geometry = lambda: QtCore.QRect(left, 0, 100, 100)


IDENTITIES = some.builds(
    Identity,
    some.just("ACME"),
    some.just("M1"),
    some.sampled_from(("", "1", "2")),
    some.sampled_from(("DP-1", "DP-2", "DP-3")),
)


@given(
    some.lists(
        some.builds(Want, some.none() | IDENTITIES, some.sampled_from((0, 1, 2))), max_size=4
    ),
    some.lists(some.tuples(IDENTITIES, some.integers(0, 4)), max_size=4),
)
def test_no_two_outputs_are_allotted_one_screen(
    wants: list[Want], there: list[tuple[Identity, int]]
) -> None:
    lit: list[Any] = [Lit(90 * at, *is_) for is_, at in there]
    given_: list[Any] = allotted(wants, lit)
    assert len(given_) == len(wants)
    has = [screen for screen in given_ if screen is not None]
    assert not any(
        a.geometry().intersects(b.geometry()) for n, a in enumerate(has) for b in has[:n]
    )
    for want, screen in zip(wants, given_, strict=True):
        if want.identity is None:
            assert screen is None
        elif screen is None:  # every screen that could be it is another's, or a clone of one
            alike = [each for each in lit if find(want.identity, [each]) is not None]
            assert all(any(e.geometry().intersects(h.geometry()) for h in has) for e in alike)
    if len(wants) == 1 and wants[0].identity is not None:
        assert given_ == [find(wants[0].identity, lit)]


def test_twins_keep_their_own_connectors_when_one_is_unplugged() -> None:
    left, right = Identity(*IIYAMA), Identity(*IIYAMA)._replace(connector="DP-1")
    only: Any = Lit(0, *right)
    assert allotted([Want(left), Want(right)], [only]) == [None, only]


def test_an_identity_survives_being_kept() -> None:
    assert Identity.of_json(Identity(*IIYAMA).as_json()) == Identity(*IIYAMA)


@each_row("kept", [None, [], "DP-1", {}, {"connector": 3}, {"maker": "A"}])
def test_nonsense_in_the_settings_is_no_identity(kept: object) -> None:
    assert Identity.of_json(kept) is None


def test_screens_are_described_from_left_to_right() -> None:
    plug(DESK, FOYER, HALL)
    facts = describe()
    assert [(f.number, f.label, f.width, f.left) for f in facts] == [
        (1, "DP-1", 1280, 0),
        (2, "HDMI-1", 1920, 1280),
        (3, "HDMI-2", 1024, 3200),
    ]
    assert facts[0].primary
    assert facts[1].as_json()["size"] == [1920, 1080]
    assert facts[1].as_json()["connector"] == "HDMI-1"


# --- identify ----------------------------------------------------------------------------------


def test_identify_numbers_every_screen_and_says_what_is_there(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL, FOYER)
    stage = made()
    stage.placer.open()
    stage.settle()
    identify = Identify()
    identify.number(((stage.window, FR.stage_here), (stage.desk, FR.desk_here)))
    shown = [(plate.facts.number, plate.role, plate.isVisible()) for plate in identify.plates]
    assert shown == [(1, "Régie", True), (2, "Retour scène", True), (3, "", True)]
    for plate, screen in zip(identify.plates, in_order(), strict=True):
        assert screen.geometry().contains(plate.geometry())
        assert not plate.grab().isNull()
    assert identify._timer.interval() == 3000
    identify._timer.timeout.emit()
    assert identify.plates == []


def test_identify_asked_twice_shows_one_number_a_screen() -> None:
    plug(DESK, HALL)
    identify = Identify()
    identify.number()
    identify.number()
    assert len(identify.plates) == 2
    plug(DESK)
    assert identify.plates == []
