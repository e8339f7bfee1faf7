"""Choosing screens, plugging and unplugging them: the stage is on its own screen or on none."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.ui.identify import Identify
from runofshow.ui.screens import (
    AWAY,
    QUIET,
    TRIES,
    Identity,
    Place,
    StagePlacer,
    describe,
    find,
    identity,
    in_order,
    label,
    under,
)
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.texts.stage import EN, FR, StageWords
from tests.ui import offscreen
from tests.ui.offscreen import Screen

DESK = Screen("DP-1", 0)
HALL = Screen("HDMI-1", 1280, 1920, 1080)
FOYER = Screen("HDMI-2", 3200, 1024, 768)
HALL_IS = Identity(connector="HDMI-1")


@pytest.fixture(autouse=True)
def screens(qapp: QtWidgets.QApplication) -> Iterator[None]:
    """Every test begins, and leaves, with the régie's screen alone."""
    if not offscreen.available():
        pytest.skip("screens can be plugged on Linux's offscreen platform only")
    plug(DESK)
    yield
    plug(DESK)


def plug(*wanted: Screen) -> None:
    offscreen.plug(wanted)
    QtWidgets.QApplication.processEvents()


@dataclass
class Stage:
    """A régie's window, a stage window and what keeps the second off the first."""

    desk: QtWidgets.QWidget
    window: StageWindow
    placer: StagePlacer

    def settle(self) -> None:
        """Let the screens have been quiet: as often as it may want to look again."""
        for _ in range(TRIES + 2):
            QtWidgets.QApplication.processEvents()
            if self.placer._quiet.isActive():
                self.placer._quiet.stop()
                self.placer._quiet.timeout.emit()
        QtWidgets.QApplication.processEvents()

    @property
    def full_on(self) -> list[str]:
        """The names of the screens it covers; none when it is hidden or an ordinary window."""
        if not (self.window.isVisible() and self.window.isFullScreen()):
            return []
        place = self.window.geometry()
        return [s.name() for s in QtGui.QGuiApplication.screens() if s.geometry() == place]

    def move_desk_to(self, screen: Screen) -> None:
        self.desk.move(screen.x + 40, screen.y + 40)
        handle = self.desk.windowHandle()
        found = next(s for s in QtGui.QGuiApplication.screens() if s.name() == screen.name)
        handle.setScreen(found)
        QtWidgets.QApplication.processEvents()


@pytest.fixture
def made(qtbot: QtBot) -> Callable[..., Stage]:
    """Makes a régie's window on the first screen and a placer, not yet opened."""

    def make(wanted: Identity | None = None) -> Stage:
        desk = QtWidgets.QWidget()
        desk.setGeometry(40, 40, 800, 500)
        desk.show()
        window = StageWindow(FR)
        qtbot.addWidget(desk)
        qtbot.addWidget(window)
        QtWidgets.QApplication.processEvents()
        return Stage(desk, window, StagePlacer(window, desk, wanted))

    return make


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


@pytest.mark.parametrize(
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


@pytest.mark.parametrize(
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


def test_an_identity_survives_being_kept() -> None:
    assert Identity.of_json(Identity(*IIYAMA).as_json()) == Identity(*IIYAMA)


@pytest.mark.parametrize("kept", [None, [], "DP-1", {}, {"connector": 3}, {"maker": "A"}])
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


# --- placing -----------------------------------------------------------------------------------


def test_by_default_the_stage_is_on_the_first_screen_that_is_not_the_desks(
    made: Callable[..., Stage],
) -> None:
    plug(DESK, HALL, FOYER)
    stage = made()
    heard: list[str] = []
    stage.placer.placed.connect(heard.append)
    stage.placer.open()
    assert stage.full_on == ["HDMI-1"]
    stage.settle()
    assert stage.placer.place == Place("placed", "HDMI-1")
    assert heard == ["HDMI-1"]
    assert stage.placer.wanted == HALL_IS
    assert stage.placer.chosen is None  # nobody chose it


def test_it_goes_where_it_was_remembered(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL, FOYER)
    stage = made(Identity(connector="HDMI-2"))
    stage.placer.open()
    stage.settle()
    assert stage.full_on == ["HDMI-2"]


def test_nothing_shows_before_it_is_opened(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL)
    stage = made()
    plug(DESK, HALL, FOYER)
    stage.settle()
    assert not stage.window.isVisible()
    assert stage.placer.place == AWAY


def test_the_only_screen_is_not_taken_a_window_opens_beside(made: Callable[..., Stage]) -> None:
    stage = made()
    stage.placer.open()
    stage.settle()
    assert stage.placer.place == Place("beside", "", "only_screen")
    assert stage.window.isVisible()
    assert not stage.window.isFullScreen()
    room = QtGui.QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(stage.window.geometry())


def test_a_second_screen_takes_the_window_from_beside(made: Callable[..., Stage]) -> None:
    stage = made()
    stage.placer.open()
    plug(DESK, HALL)
    stage.settle()
    assert stage.full_on == ["HDMI-1"]


def test_a_remembered_screen_that_is_missing_is_waited_for(made: Callable[..., Stage]) -> None:
    plug(DESK, FOYER)
    stage = made(HALL_IS)
    stage.placer.open()
    stage.settle()
    assert stage.placer.place == Place("parked", "HDMI-1", "not_found")
    assert not stage.window.isVisible()
    plug(DESK, FOYER, HALL)
    stage.settle()
    assert stage.full_on == ["HDMI-1"]


def test_unplugged_it_hides_at_once_and_comes_back_by_itself(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL)
    stage = made()
    stage.placer.open()
    stage.settle()
    heard: list[Place] = []
    stage.placer.changed.connect(heard.append)
    hidden: list[bool] = []
    app = QtGui.QGuiApplication.instance()
    assert isinstance(app, QtGui.QGuiApplication)
    listening = app.screenRemoved.connect(lambda _: hidden.append(not stage.window.isVisible()))
    plug(DESK)
    app.screenRemoved.disconnect(listening)
    assert hidden == [True]
    stage.settle()
    assert heard == [Place("parked", "HDMI-1", "unplugged")]
    plug(DESK, HALL)
    stage.settle()
    assert stage.full_on == ["HDMI-1"]
    assert heard[-1] == Place("placed", "HDMI-1")


def test_it_comes_back_at_another_size(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL)
    stage = made()
    stage.placer.open()
    plug(DESK)
    plug(DESK, Screen("HDMI-1", 1280, 1280, 720))
    stage.settle()
    assert stage.window.geometry() == QtCore.QRect(1280, 0, 1280, 720)


def test_a_change_of_resolution_is_followed(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL)
    stage = made()
    stage.placer.open()
    stage.settle()
    plug(DESK, Screen("HDMI-1", 1280, 1024, 768))
    stage.settle()
    assert stage.full_on == ["HDMI-1"]
    assert stage.window.size() == QtCore.QSize(1024, 768)


def test_when_the_hall_is_unplugged_the_foyer_is_not_taken(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL, FOYER)
    stage = made()
    stage.placer.open()
    stage.settle()
    plug(DESK, FOYER)
    stage.settle()
    assert not stage.window.isVisible()
    assert stage.placer.place == Place("parked", "HDMI-1", "unplugged")


def test_five_quick_flaps_end_where_they_began(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL)
    stage = made()
    stage.placer.open()
    for _ in range(5):
        plug(DESK)
        assert stage.full_on == []
        plug(DESK, HALL)
    stage.settle()
    assert stage.full_on == ["HDMI-1"]


def test_another_screen_can_be_chosen_while_it_runs(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL, FOYER)
    stage = made()
    stage.placer.open()
    stage.settle()
    stage.placer.choose(Identity(connector="HDMI-2"))
    stage.settle()
    assert stage.full_on == ["HDMI-2"]


def test_the_desks_own_screen_is_refused_and_said(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL)
    stage = made()
    stage.placer.choose(Identity(connector="DP-1"))
    stage.settle()
    assert stage.placer.place == Place("parked", "DP-1", "own_screen")
    assert not stage.window.isVisible()


def test_the_stage_gives_way_when_the_desk_comes_to_its_screen(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL)
    stage = made()
    stage.placer.open()
    stage.settle()
    stage.move_desk_to(HALL)
    assert stage.full_on == []
    stage.settle()
    assert stage.placer.place == Place("parked", "HDMI-1", "own_screen")
    stage.move_desk_to(DESK)
    stage.settle()
    assert stage.full_on == ["HDMI-1"]


def test_when_the_desks_screen_goes_the_stage_does_not_cover_the_desk(
    made: Callable[..., Stage],
) -> None:
    plug(DESK, HALL)
    stage = made()
    stage.placer.open()
    stage.settle()
    plug(Screen("HDMI-1", 0, 1920, 1080))
    stage.settle()
    assert stage.full_on == []


def test_the_stage_is_brought_back_when_something_moves_it(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL)
    stage = made()
    stage.placer.open()
    stage.settle()
    stage.window.setGeometry(0, 0, 640, 360)
    assert not stage.window.isVisible()
    stage.settle()
    assert stage.full_on == ["HDMI-1"]


class Contrary(StageWindow):
    """A stage that the window system leaves on the first screen, whatever is asked."""

    def geometry(self) -> QtCore.QRect:
        return QtCore.QRect(0, 0, 640, 360)


def test_a_window_that_never_arrives_is_hidden_in_the_end(
    made: Callable[..., Stage], qtbot: QtBot
) -> None:
    plug(DESK, HALL)
    desk, window = made().desk, Contrary(FR)
    qtbot.addWidget(window)
    stage = Stage(desk, window, StagePlacer(window, desk))
    stage.placer.open()
    stage.settle()
    assert stage.placer.place == Place("parked", "HDMI-1", "not_taken")
    assert not stage.window.isVisible()


def test_put_away_it_stays_away(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL)
    stage = made()
    stage.placer.open()
    stage.placer.put_away()
    plug(DESK, HALL, FOYER)
    stage.settle()
    assert (stage.placer.place, stage.window.isVisible()) == (AWAY, False)
    stage.placer.open()
    assert stage.full_on == ["HDMI-1"]


def test_beside_when_asked_it_stays_beside(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL)
    stage = made()
    stage.placer.open_beside()
    plug(DESK, HALL, FOYER)
    stage.settle()
    assert stage.placer.place.why == "asked"
    assert not stage.window.isFullScreen()
    stage.placer.open()
    stage.settle()
    assert stage.full_on == ["HDMI-1"]


def test_only_a_window_beside_can_be_closed(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL)
    stage = made()
    stage.placer.open()
    stage.settle()
    stage.placer.close()
    assert stage.full_on == ["HDMI-1"]
    stage.placer.open_beside()
    stage.placer.close()
    assert not stage.window.isVisible()


def test_changes_come_in_bursts_and_are_looked_at_once_quiet(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL)
    stage = made()
    stage.placer.open()
    plug(DESK, HALL, FOYER)
    assert stage.placer._quiet.isActive()
    assert stage.placer._quiet.interval() == QUIET


@pytest.mark.parametrize("words", [FR, EN], ids=["fr", "en"])
def test_every_place_has_its_sentence(words: StageWords) -> None:
    places = [
        Place("placed", "DP-2"),
        AWAY,
        Place("beside", "", "only_screen"),
        Place("beside", "DP-2", "asked"),
        Place("parked", "DP-2", "unplugged"),
        Place("parked", "DP-2", "not_found"),
        Place("parked", "DP-2", "own_screen"),
        Place("parked", "DP-2", "not_taken"),
    ]
    sentences = [place.sentence(words) for place in places]
    assert len(set(sentences)) == len(places)
    assert all("{" not in sentence for sentence in sentences)
    named = [place.named(words) for place in places]
    assert named[0] == "DP-2"
    assert all(named)


# --- the law -----------------------------------------------------------------------------------

HAPPENINGS = some.lists(
    some.one_of(
        some.tuples(some.just("plug"), some.sets(some.sampled_from("ABC"), min_size=1)),
        some.tuples(some.just("desk"), some.sampled_from("ABC")),
        some.tuples(some.just("choose"), some.sampled_from("ABC?")),
        some.tuples(some.just("settle"), some.none()),
        some.tuples(some.just("open"), some.none()),
        some.tuples(some.just("beside"), some.none()),
        some.tuples(some.just("away"), some.none()),
    ),
    max_size=12,
)
THREE = {"A": DESK, "B": HALL, "C": FOYER}


@given(HAPPENINGS)
def test_the_stage_never_covers_the_desk(happenings: list[tuple[str, object]]) -> None:
    """Whatever is plugged, unplugged, moved and chosen, in whatever order, at every moment."""
    plug(DESK, HALL)
    desk, window = QtWidgets.QWidget(), StageWindow(FR)
    desk.setGeometry(40, 40, 800, 500)
    desk.show()
    stage = Stage(desk, window, StagePlacer(window, desk))
    stage.placer.open()
    try:
        for what, which in happenings:
            happen(stage, what, which)
            assert_apart(stage)
        stage.settle()
        assert_apart(stage)
        assert stage.window.isVisible() == (stage.placer.place.state in ("placed", "beside"))
    finally:
        window.close()
        desk.close()
        window.deleteLater()
        desk.deleteLater()
        QtWidgets.QApplication.processEvents()


def happen(stage: Stage, what: str, which: object) -> None:
    match what, which:
        case "plug", set(names):
            plug(*(THREE[name] for name in sorted(names)))
        case "desk", str(name):
            here = [s.name() for s in QtGui.QGuiApplication.screens()]
            if THREE[name].name in here:
                stage.move_desk_to(THREE[name])
        case "choose", str(name):
            stage.placer.choose(None if name == "?" else Identity(connector=THREE[name].name))
        case "settle", _:
            stage.settle()
        case "open", _:
            stage.placer.open()
        case "beside", _:
            stage.placer.open_beside()
        case "away", _:
            stage.placer.put_away()


def assert_apart(stage: Stage) -> None:
    assert not set(stage.full_on) & {screen.name() for screen in under(stage.desk)}
    if stage.window.isVisible() and stage.window.isFullScreen():
        assert stage.full_on


# --- identify ----------------------------------------------------------------------------------


def test_identify_numbers_every_screen_and_says_what_is_there(made: Callable[..., Stage]) -> None:
    plug(DESK, HALL, FOYER)
    stage = made()
    stage.placer.open()
    stage.settle()
    identify = Identify()
    identify.number(FR, stage.window, stage.desk)
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
    identify.number(EN, None, None)
    identify.number(EN, None, None)
    assert len(identify.plates) == 2
    plug(DESK)
    assert identify.plates == []
