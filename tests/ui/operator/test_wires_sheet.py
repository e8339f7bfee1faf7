"""The sheet of the network outputs: what is wired, typed, tried, sent; by keys alone."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore, QtGui, QtTest
from pytestqt.qtbot import QtBot

from runofshow.core.commands import Command
from runofshow.store.wires import LOOPBACK, WHATS, CompanionDoor, OscDoor, Wire, Wires
from runofshow.ui.operator.network_rows import Reach
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.operator.wire_rows import (
    Stands,
    Went,
    WireWish,
    added,
    keys,
    removed,
    rows,
    step,
    typed,
    written,
)
from runofshow.ui.texts.wires import EN, FR
from tests.rows import each_row
from tests.ui.operator.test_clickers import CLICKERS
from tests.ui.operator.window_days import late
from tests.ui.operator.window_hands import press, shown

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
HOOK = Wire(name="Vidéo", on=True, url="http://10.0.0.4/{cue}", at=("taken", "end"))
CONSOLE = Wire(kind="osc", host="10.0.0.3", text="{title}\n{remaining}", feedback=True)
WIRES = Wires(outputs=(HOOK, CONSOLE), osc=OscDoor(pin="4711"))
LINK = "http://10.0.0.2:4001/?token=abc"
STANDS = Stands(
    WIRES, (Reach(), Reach("wlan0", "wifi", "10.0.0.2")), "http://10.0.0.2:4001", 2, LINK,
    fields=("cue", "title"), paired=1,
    log=(Went("9h12:04", "Vidéo", "lancée", "10.0.0.4 · 204", False, False),),
)  # fmt: skip


def said(key: str, stands: Stands = STANDS) -> dict[str, str]:
    return {row.name: row.value for row in rows(key, stands, FR)}


def test_each_is_said_in_rows_and_no_secret_with_them() -> None:
    assert keys(WIRES) == ("companion", "osc", "0", "1")
    assert said("companion", STANDS._replace(companion="http://10.0.0.2:4101"))["port"] == "4101"
    companion = said("companion")
    assert companion["wire"] == "Companion   (1 sur 4)"
    assert companion["on"] == "Ouvert"
    assert companion["host"] == "Ce poste seulement"
    assert companion["paired"] == "1, jusqu'à révocation"
    assert companion["link"] == "http://10.0.0.2:4001/?token=…"
    osc = said("osc")
    assert (osc["pin"], osc["on"], osc["heard"]) == ("••••", "Fermé", "0 compris, 0 ignoré")
    assert said("0")["url"] == "http://10.0.0.4/{cue}"
    assert said("0")["body"] == "tout, en JSON"
    assert said("1")["arguments"] == "{title}; {remaining}"
    checks = {row.name: row.check for row in rows("0", STANDS, EN) if row.name.startswith("at.")}
    assert checks == {f"at.{what}": what in HOOK.at for what in WHATS}
    gone = STANDS._replace(wires=Wires(companion=CompanionDoor(host="10.9.9.9")))
    assert said("companion", gone)["host"] == "10.9.9.9 (absente)"
    there = STANDS._replace(wires=Wires(companion=CompanionDoor(host="10.0.0.2")))
    assert said("companion", there)["host"] == "wlan0  (10.0.0.2)"


@each_row(
    "key, row, by, field",
    [
        ("companion", "on", 1, {"on": True}),
        ("companion", "host", 1, {"host": "10.0.0.2"}),
        ("0", "on", -1, {"on": False}),
        ("0", "at.end", -1, {"at": ("taken",)}),
        ("0", "at.warning", 1, {"at": ("taken", "warning", "end")}),
        ("1", "feedback", -1, {"feedback": False}),
    ],
)
def test_a_step_changes_one_field(key: str, row: str, by: int, field: dict[str, object]) -> None:
    wish = step(row, by, key, STANDS)
    assert wish is not None
    after = wish.wires.companion if key == "companion" else wish.wires.outputs[int(key)]
    before = WIRES.companion if key == "companion" else WIRES.outputs[int(key)]
    assert after == before.model_copy(update=field)


def test_steps_end_and_what_is_typed_is_read() -> None:
    shut = STANDS._replace(companion="")
    assert step("on", -1, "companion", shut) is None
    failed = shut._replace(wires=Wires(companion=CompanionDoor(on=True)))
    assert step("on", 1, "companion", failed) == WireWish("change", failed.wires)  # once more
    assert step("on", 1, "0", STANDS) is None
    assert step("host", -1, "companion", STANDS) is None
    assert step("link", 1, "companion", STANDS) is None
    lost = STANDS._replace(wires=Wires(osc=OscDoor(host="10.9.9.9")))
    wish = step("host", 1, "osc", lost)
    assert wish is not None
    assert wish.wires.osc.host == LOOPBACK
    for wrong in ("", "x", "0", "65536", "٣"):
        assert typed("port", wrong, "osc", WIRES) is None
    wish = typed("port", " 9000 ", "osc", WIRES)
    assert wish is not None
    assert wish.wires.osc.port == 9000
    wish = typed("arguments", "{title};; 1", "1", WIRES)
    assert wish is not None
    assert wish.wires.outputs[1].text == "{title}\n1"
    wish = typed("target", " 10.0.0.9 ", "1", WIRES)
    assert wish is not None
    assert wish.wires.outputs[1].host == "10.0.0.9"
    assert written("arguments", "1", WIRES) == "{title}; {remaining}"
    assert written("port", "1", WIRES) == "53000"
    assert added("osc", WIRES).wires.outputs[2].kind == "osc"
    assert removed("0", WIRES).wires.outputs == (CONSOLE,)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[OperatorWindow]:
    with shown(qtbot, late("10:37:22"), (1366, 768)) as made:
        yield made


def test_everything_is_done_by_keys_that_no_clicker_sends(window: OperatorWindow) -> None:
    wishes: list[WireWish] = []
    commands: list[Command] = []
    window.wire_asked.connect(wishes.append)
    window.asked.connect(commands.append)
    window.wires_wanted.connect(lambda: window.wirings.put(STANDS))
    press(window, Key.Key_F3, Held.ControlModifier)
    sheet = window.wirings.sheet
    assert (sheet.at, sheet.fields.hasFocus()) == ("companion", True)
    press(window, Key.Key_C, Held.ControlModifier)
    assert QtGui.QGuiApplication.clipboard().text() == LINK
    press(window, Key.Key_Down, times=2)
    for key, held, _ in CLICKERS:
        if key not in (Key.Key_Escape, Key.Key_Space, Key.Key_Enter):
            press(window, key, held)
    assert (wishes, commands) == ([], [])
    sheet.choose("companion")
    press(window, Key.Key_Down, Held.AltModifier, times=2)
    assert sheet.at == "0"
    press(window, Key.Key_T)
    assert wishes == [WireWish("trial", WIRES, 0)]
    # Typed: what is refused stays, and is mended.
    sheet.fields.choose([row.name for row in sheet.fields.rows].index("url"))
    press(window, Key.Key_F2)
    assert sheet.line.text() == HOOK.url
    window.wire_asked.connect(lambda wish: window.wirings.refuse("non"))
    QtTest.QTest.keyClicks(sheet.line, "x")
    press(window, Key.Key_Return)
    assert sheet.line.isVisible()
    assert wishes[-1].wires.outputs[0].url == "x"
    sheet.grab()  # with the sentence
    press(window, Key.Key_Escape)
    assert not sheet.line.isVisible()
    press(window, Key.Key_Insert)
    press(window, Key.Key_Insert, Held.ShiftModifier)
    assert [wish.wires.outputs[-1].kind for wish in wishes[-2:]] == ["webhook", "osc"]
    press(window, Key.Key_Delete)
    assert wishes[-1].does == "add"  # the second press counts
    press(window, Key.Key_Delete)
    assert wishes[-1] == removed("0", WIRES)
    window.wirings.put(STANDS._replace(wires=added("osc", WIRES).wires))
    assert sheet.at == "2"  # what is new is looked at
    assert commands == []
    press(window, Key.Key_Escape)
    assert not window.wirings.open


def test_a_number_that_is_none_is_said_and_stays(window: OperatorWindow) -> None:
    wishes: list[WireWish] = []
    window.wire_asked.connect(wishes.append)
    window.wirings.toggle()
    sheet = window.wirings.sheet
    window.wirings.put(STANDS)
    sheet.choose("osc")
    sheet.fields.typed.emit("port")
    QtTest.QTest.keyClicks(sheet.line, "abc")
    press(window, Key.Key_Return)
    assert (sheet.line.isVisible(), wishes) == (True, [])
    sheet.choose("1")
    assert sheet.buttons["remove"].isEnabled()
    assert not sheet.buttons["copy"].isEnabled()
