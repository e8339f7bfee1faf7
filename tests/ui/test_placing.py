"""Plugging and unplugging: an output is on its own screen or on none, never on another's."""

from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.ui.home import Home
from runofshow.ui.place import AWAY, UNGIVEN, Place
from runofshow.ui.placing import QUIET, Neighbours, StagePlacer
from runofshow.ui.screens import Identity, overlaps, under
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.texts.stage import EN, FR, StageWords
from tests.rows import each_row
from tests.ui.offscreen import Screen
from tests.ui.plugging import (
    DESK,
    FOYER,
    FOYER_IS,
    HALL,
    HALL_IS,
    Stage,
    at_home,
    full_on,
    made,
    move_to,
    plug,
    screens,
    settle,
)

__all__ = ["made", "screens"]
pytestmark = pytest.mark.usefixtures("screens")
State = QtCore.Qt.WindowState


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


def test_on_the_only_screen_nothing_opens_until_a_second_comes(made: Callable[..., Stage]) -> None:
    stage = made()
    stage.placer.open()
    stage.settle()
    assert stage.placer.place == Place("away", "", "only_screen")
    assert not stage.window.isVisible()
    plug(DESK, HALL)
    stage.settle()
    assert stage.full_on == ["HDMI-1"]


def test_asked_for_on_the_only_screen_it_is_a_window_like_any_other(
    made: Callable[..., Stage],
) -> None:
    stage = made()
    stage.placer.open()
    stage.placer.open_beside()
    room = QtGui.QGuiApplication.primaryScreen().availableGeometry()
    assert room.contains(stage.window.geometry())
    assert not stage.window.isFullScreen()
    assert not stage.window.windowFlags() & QtCore.Qt.WindowType.WindowStaysOnTopHint
    stage.placer.open()  # another day is opened
    stage.settle()
    assert stage.window.isVisible()
    stage.placer.close()
    stage.settle()
    assert stage.placer.place == Place("away", "", "only_screen")
    stage.placer.open_beside()
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


def test_minimised_with_all_windows_it_is_back(made: Callable[..., Stage]) -> None:
    """Win+D and its like clear the régie's screen; the hall's keeps its time."""
    plug(DESK, HALL)
    stage = made()
    stage.placer.open()
    stage.settle()
    stage.window.setWindowState(stage.window.windowState() | State.WindowMinimized)
    stage.settle()
    assert not stage.window.isMinimized()
    assert stage.full_on == ["HDMI-1"]
    stage.placer.open_window(QtCore.QSize(640, 360), QtCore.QPoint(1300, 20))
    stage.window.showMinimized()
    stage.settle()
    assert (stage.window.isVisible(), stage.window.isMinimized()) == (True, False)


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
    assert stage.full_on == ["HDMI-1"]
    stage.placer.put_away()
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


@each_row("words", [FR, EN])
def test_every_place_has_its_sentence(words: StageWords) -> None:
    places = [
        Place("placed", "DP-2"),
        AWAY,
        Place("away", "", "only_screen"),
        Place("away", "", "none_free"),
        Place("away", "", "sample"),
        Place("beside", "", "asked"),
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


# --- several outputs ---------------------------------------------------------------------------


class Outputs(NamedTuple):
    """A régie's window, and outputs that know of each other; the first is the stage."""

    desk: QtWidgets.QWidget
    windows: tuple[QtWidgets.QWidget, ...]
    placers: tuple[StagePlacer, ...]
    home: Home | None = None

    def settle(self) -> None:
        if self.home is not None:
            at_home(self.home)
        settle(*self.placers)

    @property
    def on(self) -> list[list[str]]:
        return [full_on(window) for window in self.windows]

    @property
    def why(self) -> list[str]:
        return [placer.place.why for placer in self.placers]


def outputs(*wanted: Identity | None, homing: bool = False) -> Outputs:
    desk = QtWidgets.QWidget()
    desk.setGeometry(40, 40, 800, 500)
    desk.show()
    home = Home(desk) if homing else None
    among = Neighbours(home)
    windows = tuple(QtWidgets.QWidget() for _ in wanted)
    placers = tuple(
        StagePlacer(window, desk, identity, among, roams=number == 0)
        for number, (window, identity) in enumerate(zip(windows, wanted, strict=True))
    )
    return Outputs(desk, windows, placers, home)


@pytest.fixture
def three(qtbot: QtBot) -> Outputs:
    """The stage, which takes what is free; one given the hall; one given nothing."""
    made = outputs(None, HALL_IS, None)
    for widget in (made.desk, *made.windows):
        qtbot.addWidget(widget)
    return made


def test_the_stage_takes_no_screen_that_another_output_was_given(three: Outputs) -> None:
    plug(DESK, HALL, FOYER)
    for placer in three.placers:
        placer.open()
    three.settle()
    assert three.on == [["HDMI-2"], ["HDMI-1"], []]
    assert three.placers[2].place == UNGIVEN
    plug(DESK, HALL)
    three.settle()
    assert three.on == [[], ["HDMI-1"], []]
    assert three.placers[0].place == Place("parked", "HDMI-2", "unplugged")
    three.placers[0].open()  # asked again, it says why it is a window
    assert three.placers[0].place.why == "none_free"


def test_what_the_stage_took_by_itself_it_gives_up_to_whom_it_is_given(three: Outputs) -> None:
    plug(DESK, FOYER)
    three.placers[0].open()
    three.settle()
    assert three.on == [["HDMI-2"], [], []]
    three.placers[2].choose(FOYER_IS)
    three.settle()
    assert three.on == [[], [], ["HDMI-2"]]
    plug(DESK, HALL, FOYER)  # the hall is the second output's, though that is not open
    three.settle()
    assert three.on == [[], [], ["HDMI-2"]]
    green = Screen("DP-3", 4224, 1024, 768)
    plug(DESK, HALL, FOYER, green)
    three.settle()
    assert three.on == [["DP-3"], [], ["HDMI-2"]]


def test_two_outputs_that_exchange_their_screens_are_never_on_one(three: Outputs) -> None:
    plug(DESK, HALL, FOYER)
    stage, left, _ = three.placers
    stage.choose(FOYER_IS)
    left.open()
    three.settle()
    stage.choose(HALL_IS)  # for a moment both were given the hall
    assert three.on == [["HDMI-1"], [], []]
    assert left.place.why == "held"
    left.choose(FOYER_IS)
    three.settle()
    assert three.on == [["HDMI-1"], ["HDMI-2"], []]


def test_a_clone_of_the_desks_screen_is_the_desks(three: Outputs) -> None:
    plug(DESK, Screen("HDMI-1", 0, 1920, 1080), FOYER)
    for placer in three.placers:
        placer.open()
    three.settle()
    assert three.on == [["HDMI-2"], [], []]
    assert three.why[1] == "own_screen"
    plug(DESK, HALL, Screen("HDMI-2", 1280, 1024, 768))  # now the two are clones of each other
    three.settle()
    assert three.on[1] == ["HDMI-1"]
    assert full_on(three.windows[0]) == []


def test_when_all_screens_sleep_and_wake_everything_is_back(three: Outputs) -> None:
    green = Screen("DP-3", 4224, 1024, 768)
    plug(DESK, HALL, FOYER, green)
    three.placers[2].choose(FOYER_IS)
    for placer in three.placers:
        placer.open()
    three.settle()
    everywhere = [["DP-3"], ["HDMI-1"], ["HDMI-2"]]
    assert three.on == everywhere
    plug()
    three.settle()
    assert three.on == [[], [], []]
    assert three.why == ["unplugged"] * 3
    plug(FOYER)  # the first to wake, and the desk is put on it
    three.settle()
    assert three.on == [[], [], []]
    plug(DESK, HALL, FOYER, green)
    move_to(three.desk, DESK)
    three.settle()
    assert three.on == everywhere


def test_a_window_to_be_captured_is_of_its_size_and_stays_where_it_is(three: Outputs) -> None:
    plug(DESK, HALL)
    placer, window = three.placers[2], three.windows[2]
    placer.open_window(QtCore.QSize(1280, 720), QtCore.QPoint(1300, 20))
    three.settle()
    assert placer.place == Place("window")
    assert (window.pos(), window.size()) == (QtCore.QPoint(1300, 20), QtCore.QSize(1280, 720))
    assert window.windowFlags() & QtCore.Qt.WindowType.FramelessWindowHint
    assert not window.isFullScreen()
    heard: list[QtCore.QPoint] = []
    placer.moved.connect(heard.append)
    window.move(1400, 30)
    plug(DESK)
    plug(DESK, HALL)
    three.settle()
    assert heard == [QtCore.QPoint(1400, 30)]
    assert window.isVisible()
    placer.choose(HALL_IS)  # it was given to another, which is not open
    three.settle()
    assert full_on(window) == ["HDMI-1"]
    assert not window.windowFlags() & QtCore.Qt.WindowType.FramelessWindowHint


# --- the law -----------------------------------------------------------------------------------

GREEN = Screen("DP-3", 4224, 1280, 720)
SCALED = Screen("HDMI-2", 3200, 1024, 768, scale=1.5)
KNOWN = {
    "A": DESK, "B": HALL, "C": SCALED, "D": GREEN,
    "b": Screen("HDMI-1", 1280, 1024, 768),  # another resolution
    "c": Screen("HDMI-2", 3200, 1280, 720, scale=1.5),
    "y": Screen("HDMI-1", 0, 1920, 1080),  # cloned over the desk's
    "z": Screen("HDMI-2", 1280, 1024, 768, scale=1.5),  # cloned over the hall's
    "l": Screen("HDMI-1", 2304, 1920, 1080),  # exchanged
    "r": Screen("HDMI-2", 1280, 1024, 768, scale=1.5),
}  # fmt: skip
APART = ("ABCD", "AbCD", "ABcD", "AlrD")
SEVERAL = ("", "A", "B", "C", "D", "AB", "AC", "Ab", "Ac", "Ay", "BC", "ABz", "ABC", *APART)
"""Which screens there are; none at all, while they sleep."""
NAMES = ("DP-1", "HDMI-1", "HDMI-2", "DP-3")
HAPPENINGS = some.lists(
    some.one_of(
        some.tuples(some.just("plug"), some.sampled_from(SEVERAL), some.none()),
        some.tuples(some.just("desk"), some.sampled_from("ABCD"), some.none()),
        some.tuples(some.just("choose"), some.sampled_from((*NAMES, "")), some.integers(0, 2)),
        some.tuples(some.just("settle"), some.none(), some.none()),
        some.tuples(some.just("open"), some.none(), some.integers(0, 2)),
        some.tuples(some.just("beside"), some.none(), some.just(0)),
        some.tuples(some.just("window"), some.none(), some.integers(1, 2)),
        some.tuples(some.just("away"), some.none(), some.integers(0, 2)),
    ),
    min_size=3,
    max_size=14,
)
Happening = tuple[str, str | None, int | None]


def test_whatever_is_plugged_no_output_covers_the_desk_or_another(qtbot: QtBot) -> None:
    """At every moment; and once it is quiet each is on the screen that it was given, and the
    régie's window on its own."""
    made = outputs(None, HALL_IS, FOYER_IS, homing=True)
    for widget in (made.desk, *made.windows):
        qtbot.addWidget(widget)

    @settings(max_examples=max(100, settings().max_examples))
    @given(HAPPENINGS)
    def law(happenings: list[Happening]) -> None:
        begin(made)
        for happening in happenings:
            happen(made, *happening)
            assert_apart(made)
        made.settle()
        assert_apart(made)
        assert_settled(made)
        for placer in made.placers:
            placer.open()
        plug(DESK, HALL, SCALED, GREEN)
        assert_apart(made)
        made.settle()
        assert_apart(made)
        assert_settled(made)

    law()


def begin(made: Outputs) -> None:
    for placer in made.placers:
        placer.put_away()
    plug(DESK, HALL, SCALED)
    made.settle()
    move_to(made.desk, DESK)
    for placer, wanted in zip(made.placers, (None, HALL_IS, FOYER_IS), strict=True):
        placer.choose(wanted)
    made.settle()


def happen(made: Outputs, what: str, which: str | None, number: int | None) -> None:
    placer = made.placers[number or 0]
    match what:
        case "plug":
            plug(*(KNOWN[each] for each in which or ""))
        case "desk":
            screen = KNOWN[which or "A"]
            if screen.name in [s.name() for s in QtGui.QGuiApplication.screens()]:
                move_to(made.desk, screen)
        case "choose":
            placer.choose(Identity(connector=which) if which else None)
        case "settle":
            made.settle()
        case "open":
            placer.open()
        case "beside":
            placer.open_beside()
        case "window":
            placer.open_window(QtCore.QSize(640, 360), None)
        case "away":
            placer.put_away()


def assert_apart(made: Outputs) -> None:
    """None is full screen where the desk is, no two on one screen, none but the stage on a screen
    that the régie did not give it."""
    desk = under(made.desk)
    taken = [*desk]
    for number, (placer, window) in enumerate(zip(made.placers, made.windows, strict=True)):
        if not (window.isVisible() and window.isFullScreen()):
            continue
        assert not any(window.geometry().intersects(screen.geometry()) for screen in desk)
        assert placer.covers is not None
        assert not overlaps(placer.covers, taken)
        taken.append(placer.covers)
        if number:
            assert placer.chosen is not None
            assert placer.covers.name() == placer.chosen.connector


def assert_settled(made: Outputs) -> None:
    """Each is where it says; on the screen that it was given, unless that is the desk's, gone, or
    another's. The desk is on its own if that is there."""
    there = {screen.name(): screen for screen in QtGui.QGuiApplication.screens()}
    if made.home is not None and made.home.screen is not None:
        assert made.home.screen in under(made.desk)
        assert made.desk.isVisible()
    for placer, window in zip(made.placers, made.windows, strict=True):
        place = placer.place
        assert window.isVisible() == (place.state in ("placed", "beside", "window"))
        assert (full_on(window) != []) == (place.state == "placed")
        given_to = "" if placer.chosen is None else placer.chosen.connector
        match place.why:
            case "unplugged" | "not_found":
                assert placer.wanted is not None
                assert placer.wanted.connector not in there
            case "own_screen":
                assert overlaps(there[place.screen], under(made.desk))
            case "held":
                others = [each.chosen for each in made.placers if each is not placer]
                known = [
                    there[each.connector] for each in others if each and each.connector in there
                ]
                covered = [each.covers for each in made.placers if each.covers is not None]
                assert overlaps(there[place.screen], [*known, *covered])
            case "":
                assert place.state in ("placed", "away", "window")
                if place.state == "placed" and given_to:
                    assert full_on(window) == [given_to]
