"""The sheet of the outputs: what is chosen there, by hand alone, and what is seen of it."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore, QtTest
from pytestqt.qtbot import QtBot

from runofshow.core.commands import Command, Go
from runofshow.core.plan import Plan
from runofshow.places import schedule
from runofshow.store.settings import Output, ScreenIdentity
from runofshow.ui.moments import MOMENTS, moment, moments
from runofshow.ui.operator.field import Row
from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.output_rows import SIZES, VALUES, Wish, options, rows, state, step
from runofshow.ui.operator.outputs_sheet import OutputsSheet
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.outlet import Outlet, look_of
from runofshow.ui.place import AWAY, UNGIVEN, Place
from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.look import LAYOUTS
from runofshow.ui.speaker.parts import PARTS
from tests.rows import each_row
from tests.ui.operator.window_days import late, seed
from tests.ui.operator.window_hands import press, shown

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
HALL = ScreenIdentity(connector="HDMI-1")
STAGE = Outlet(Output(), 1, Place("placed", "DP-2"), pixels=(1920, 1080), told=24.0)
FOYER = Outlet(Output(key="2", name="Foyer", layout="programme", screen=HALL), 2, AWAY)
SCREENS = (StageChoice("DP-2", "1  DP-2"), StageChoice("HDMI-1", "2  HDMI-1"))


def test_every_row_of_every_layout_is_named_and_said_in_both_languages() -> None:
    for layout in LAYOUTS:
        for window in (False, True):
            output = Output(key="2", layout=layout, as_window=window, screen=HALL)
            for language in ("fr", "en"):
                listed = rows(Outlet(output, 2, AWAY), 3, SCREENS, language)
                assert all(row.label and row.value for row in listed)
                parts = [row for row in listed if row.check is not None]
                assert len(parts) == len(PARTS[layout])


def test_every_value_can_be_said() -> None:
    for name, values in VALUES.items():
        for value in values:
            if name in ("size", "state", "done"):
                continue
            outlet = Outlet(Output(key="2").model_copy(update={name: value}), 2, AWAY)
            for language in ("fr", "en"):
                (row,) = [row for row in rows(outlet, 2, (), language) if row.name == name]
                assert row.value


@each_row(
    "name, by, outlet, asked",
    [
        ("state", 1, FOYER, Wish("2", "bring")),
        ("state", -1, STAGE, Wish("stage", "shut")),
        ("done", 1, STAGE, Wish("stage", "show", "dark")),
        ("done", 1, STAGE._replace(frozen=True), Wish("stage", "show", "test")),
        ("screen", 1, STAGE, Wish("stage", "give", "DP-2")),
        ("screen", -1, FOYER, Wish("2", "give", "DP-2")),
        ("screen", 1, FOYER, Wish("2", "change", {"as_window": True})),
        ("layout", 1, STAGE, Wish("stage", "change", {"layout": "rundown"})),
        ("layout", -1, STAGE, None),
        ("part.clock", -1, STAGE, Wish("stage", "change", {"without": ("clock",)})),
        ("turned", 1, STAGE, Wish("stage", "change", {"turned": 90})),
        ("metres", 1, STAGE, Wish("stage", "change", {"metres": 12.0})),
        ("inches", 1, STAGE, Wish("stage", "change", {"inches": 15.0})),
        ("size", 1, FOYER, Wish("2", "change", {"width": 1920, "height": 1080})),
        ("name", 1, FOYER, None),
    ],
)
def test_a_step_asks_for_the_value_beside(
    name: str, by: int, outlet: Outlet, asked: Wish | None
) -> None:
    assert step(name, by, outlet, SCREENS) == asked


def test_a_screen_that_is_not_there_is_still_the_one_that_was_given() -> None:
    shown = options("screen", FOYER, SCREENS[:1])
    assert shown.now == "HDMI-1"
    assert shown.now in shown.values
    (row,) = [row for row in rows(FOYER, 2, SCREENS[:1], "fr") if row.name == "screen"]
    assert row.value == "HDMI-1 (débranché)"


@each_row(
    "outlet, said",
    [
        (FOYER, "fermée"),
        (FOYER._replace(place=UNGIVEN), "sans écran"),
        (FOYER._replace(place=Place("parked", "HDMI-1", "unplugged")), "débranchée"),
        (FOYER._replace(place=Place("parked", "HDMI-1", "held")), "écran déjà pris"),
        (STAGE._replace(place=AWAY._replace(why="only_screen")), "un seul écran"),
        (STAGE._replace(place=AWAY._replace(why="none_free")), "aucun écran libre"),
        (STAGE._replace(place=AWAY._replace(why="sample")), "journée d'exemple"),
        (STAGE, "à l'écran"),
        (STAGE._replace(place=Place("beside", "", "asked")), "en fenêtre"),
        (STAGE._replace(dark=True, frozen=True), "au noir"),
        (STAGE._replace(frozen=True), "image gelée"),
        (STAGE._replace(testing=True), "mire"),
    ],
)
def test_how_an_output_stands_is_one_or_two_words(outlet: Outlet, said: str) -> None:
    assert state(outlet, "fr") == said
    assert state(outlet, "en") != said


# --- moments -----------------------------------------------------------------------------------


def test_the_preview_walks_through_the_regies_own_day() -> None:
    plan = seed()
    found = dict(moments(plan, "Plus près du micro"))
    assert set(MOMENTS) - set(found) == {"questions"}  # nobody asks any in that day
    phases = {name: found[name].on_air for name in ("normal", "warning", "danger", "over")}
    assert [air and air.phase for air in phases.values()] == list(phases)
    assert found["message"].message is not None
    assert found["break"].on_air is not None
    assert found["after"].finished
    english = Plan.model_validate_json(schedule("conference-en.json").read_bytes())
    asked = moment(english, "questions", "–")
    assert asked is not None
    assert asked.on_air is not None
    assert asked.on_air.questions_open


# --- the sheet ---------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[OperatorWindow]:
    with shown(qtbot, late("10:37:22"), (1366, 768)) as made:
        yield made


def at(sheet: OutputsSheet) -> Row:
    return sheet.fields.rows[sheet.fields.at]


def test_everything_is_chosen_by_keys_while_the_day_runs_on(window: OperatorWindow) -> None:
    wishes: list[Wish] = []
    commands: list[Command] = []
    window.output_asked.connect(wishes.append)
    window.asked.connect(commands.append)
    wanted: list[bool] = []
    window.outputs_wanted.connect(lambda: wanted.append(True))
    press(window, Key.Key_F9, Held.ControlModifier)
    assert wanted == [True]
    sheet = window.outputting.sheet
    window.outputting.put((STAGE, FOYER), SCREENS, "classic")
    window.outputting.bring(tuple(moments(seed(), "Plus fort")))
    assert sheet.fields.hasFocus()
    assert at(sheet).value == "Retour scène  ·  1 sur 2"
    press(window, Key.Key_Down, Held.AltModifier)
    assert at(sheet).value == "Foyer  ·  2 sur 2"
    press(window, Key.Key_Down)
    press(window, Key.Key_Down)
    press(window, Key.Key_Right)
    assert wishes == []  # clickers send it
    press(window, Key.Key_Right, Held.ShiftModifier)
    assert wishes == [Wish("2", "bring")]
    press(window, Key.Key_F2)
    assert sheet.line.hasFocus()
    QtTest.QTest.keyClicks(sheet.line, "Hall  d'accueil")
    press(window, Key.Key_Return)
    assert wishes[-1] == Wish("2", "change", {"name": "Hall d'accueil"})
    assert sheet.fields.hasFocus()
    press(window, Key.Key_Space)  # GO stays GO
    assert commands == [Go()]
    press(window, Key.Key_Insert)
    assert wishes[-1] == Wish("", "add")
    press(window, Key.Key_Delete)
    assert wishes[-1].does == "add"
    assert sheet.buttons["remove"].text() == "Retirer, vraiment\u202f?"
    press(window, Key.Key_Delete)
    assert wishes[-1] == Wish("2", "remove")
    window.outputting.put((STAGE,), SCREENS, "classic")
    assert sheet.at == "stage"
    press(window, Key.Key_Delete)
    press(window, Key.Key_Delete)
    assert wishes[-1] == Wish("2", "remove")  # the stage is never removed
    press(window, Key.Key_Escape)
    assert not window.outputting.open


CLICKERS = (
    Key.Key_PageDown, Key.Key_PageUp, Key.Key_Right, Key.Key_Left, Key.Key_Down, Key.Key_Up,
    Key.Key_Return, Key.Key_B, Key.Key_W, Key.Key_Period, Key.Key_F5, Key.Key_Tab,
)  # fmt: skip


def test_whatever_a_clicker_sends_no_output_is_changed(window: OperatorWindow) -> None:
    wishes: list[Wish] = []
    commands: list[Command] = []
    window.output_asked.connect(wishes.append)
    window.asked.connect(commands.append)
    window.outputting.toggle()
    sheet = window.outputting.sheet
    window.outputting.put((STAGE, FOYER), SCREENS, "classic")
    window.outputting.bring(tuple(moments(seed(), "Plus fort")))
    for _ in sheet.fields.rows:
        for key in CLICKERS:
            press(window, key)
        press(window, Key.Key_Down)
    assert (wishes, commands) == ([], [])
    assert sheet._telling.isActive()  # which keys do is told
    press(window, Key.Key_Escape)
    window.outputting.toggle()
    assert at(sheet).name == "output"  # never where it was left


def test_the_preview_shows_what_the_output_paints_and_how_far_it_reads(
    window: OperatorWindow,
) -> None:
    window.outputting.toggle()
    sheet = window.outputting.sheet
    portrait = STAGE._replace(pixels=(1080, 1920))
    window.outputting.put((portrait, FOYER), SCREENS, "distinct")
    window.outputting.bring(tuple(moments(seed(), "Plus fort")))
    face = Face("running", digits="4:42")
    window.outputting.show_face("stage", face)
    assert sheet.preview.picture.value == sheet.list.pictures["stage"].value == face
    place = sheet.preview.picture.geometry()
    assert abs(place.width() / place.height() - 1080 / 1920) < 0.01
    assert sheet.preview.shown is not None
    assert "temps" in sheet.preview.shown.reads.text
    sheet.fields.choose(len(sheet.fields.rows) - 1)
    for _ in range(3):
        press(window, Key.Key_Right)
    assert at(sheet).value == "Concluez"
    shown = sheet.preview.picture.value
    assert shown is not None
    assert shown.tone == "warning"
    assert sheet.list.pictures["stage"].value == face
    sheet.choose("2")
    assert sheet.preview.picture.look_of_stage == look_of(FOYER.output)
    for language in ("en", "fr"):  # every row is there, and none is below the sheet
        window.speak(language)
        tall = sheet.fields.row_tall * len(sheet.fields.rows)
        assert sheet.fields.row_tall >= 20
        assert tall <= sheet.fields.height()
    assert (1280, 720) in SIZES
