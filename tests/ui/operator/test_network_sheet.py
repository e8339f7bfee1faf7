"""The sheet of the network: what is handed out, who is connected, by keys alone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
import segno
from PySide6 import QtCore, QtGui, QtTest
from pytestqt.qtbot import QtBot

from runofshow.core.commands import Command, Go
from runofshow.ui.interfaces import interfaces
from runofshow.ui.operator.network_rows import (
    PAGES,
    Device,
    Link,
    Network,
    NetworkWish,
    Reach,
    Screen,
    ends,
    overheard,
    rows,
    step,
    until,
)
from runofshow.ui.operator.network_sheet import NetworkSheet
from runofshow.ui.operator.qr_code import QUIET, QrCode, modules
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts.network import network_words
from runofshow.ui.theme import theme_for
from tests.rows import each_row
from tests.ui.operator.test_clickers import CLICKERS
from tests.ui.operator.window_days import late
from tests.ui.operator.window_hands import press, shown

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
TOKEN = "0123456789abcdef" * 2
BASE = "http://192.168.1.20:9015"
ENDS = datetime(2026, 1, 20, 5, tzinfo=UTC)
REACHES = (Reach(), Reach("wlan0", "wifi", "192.168.1.20"), Reach("eth0", "wire", "10.0.0.5"))
LINKS = {page: Link(f"id-{page}", f"{BASE}/{page}?lang=fr#{TOKEN}", ENDS) for page in PAGES}
LINKS["remote"] = Link("", f"{BASE}/pair#{TOKEN}", ENDS)
SCREENS = (
    Screen(1, "id-stage", "stage", None, "192.168.1.31", 0.0041, 2.0),
    Screen(7, "id-stage", "programme", "Salle B", "192.168.1.32", None, 34.2),
)
CLOSED = Network("", "wlan0", REACHES, None, ("Grande salle", "Salle B"))
PHONES = (Device("id-phone", "iPhone de Léa", True), Device("id-other", "", False))
DECKS = (Screen(1, "id-deck", "companion", None, "192.168.1.40", 0.0009, 1.0),)
WIRED = (Device("id-deck", "192.168.1.40", True), Device("id-far", "192.168.1.41", False))
OPEN = CLOSED._replace(
    address=BASE, links=LINKS, screens=SCREENS, paired=PHONES, stale=("old", "older"),
    decks=DECKS, wired=WIRED,
)  # fmt: skip


def said(network: Network, language: str) -> dict[str, str]:
    return {row.name: row.value for row in rows(network, language)}


def test_the_network_is_said_in_words_in_both_languages() -> None:
    french, english = said(OPEN, "fr"), said(OPEN, "en")
    assert french["state"] == "Ouvert · 192.168.1.20:9015"
    assert french["reach"] == "Wi-Fi · 192.168.1.20"
    assert said(OPEN._replace(name="runofshow.local"), "en")["reach"] == (
        "Wi-Fi · 192.168.1.20 · runofshow.local"
    )
    assert english["room"] == "All"
    assert french["screen.1"] == "192.168.1.31  ·  4 ms  ·  à l'instant"
    assert english["screen.7"] == "Salle B  ·  192.168.1.32  ·  silent for 34 s"
    assert french["stale"] == "2 marchent encore, donnés avant ce démarrage"
    assert said(CLOSED._replace(reach=""), "fr")["reach"] == "Ce poste seulement"
    assert said(CLOSED._replace(reach="tun9"), "en")["reach"] == "tun9 (absent)"
    assert french["paired.id-phone"] == "appariée, connectée"
    labels = {row.name: row.label.strip() for row in rows(OPEN, "en")}
    assert labels["paired.id-other"] == "Phone"
    assert (labels["paired.id-far"], labels["deck.1"]) == ("192.168.1.41", "Companion")
    assert english["paired.id-far"] == "not here, valid until revoked"
    assert english["deck.1"] == "192.168.1.40  ·  1 ms  ·  just now"
    assert english["screens"] == "3"
    alone = said(CLOSED._replace(decks=DECKS, wired=WIRED), "fr")  # Companion alone is open
    assert alone["deck.1"] == french["deck.1"]
    assert alone["paired.id-deck"] == "connecté, valable jusqu'à révocation"
    assert all(labels.values())


@each_row(
    "name, by, network, wish",
    [
        ("reach", 1, CLOSED, NetworkWish("reach", "eth0")),
        ("reach", -1, CLOSED, NetworkWish("reach", "")),
        ("reach", 1, CLOSED._replace(reach="gone"), NetworkWish("reach", "")),
        ("reach", 1, OPEN, None),  # nobody is cut off by an arrow
        ("language", 1, OPEN, NetworkWish("language", "fr")),
        ("room", 1, OPEN, NetworkWish("room", "Grande salle")),
        ("room", -1, OPEN, None),
        ("stage", 1, OPEN, None),
    ],
)
def test_a_step_asks_for_the_value_beside(
    name: str, by: int, network: Network, wish: NetworkWish | None
) -> None:
    assert step(name, by, network) == wish


def test_a_link_says_until_when_it_works() -> None:
    zone = late().zone
    assert until(LINKS["stage"], ENDS - timedelta(hours=20), zone, "fr") == (
        "Valable jusqu'à demain 6h00"
    )
    assert until(LINKS["stage"], ENDS - timedelta(hours=2), zone, "en") == "Valid until 6:00"
    lasting = LINKS["companion"]._replace(expires=None)
    assert until(lasting, ENDS, zone, "en") == "Valid from day to day, until revoked"


def test_what_is_revoked_is_the_link_that_a_screen_came_by() -> None:
    assert ends("screen.7", OPEN) == ("id-stage",)
    assert ends("messages", OPEN) == ("id-messages",)
    assert ends("stale", OPEN) == ("old", "older")
    assert ends("paired.id-phone", OPEN) == ("id-phone",)
    assert ends("deck.1", OPEN) == ends("deck.1", CLOSED._replace(decks=DECKS)) == ("id-deck",)
    assert ends("remote", OPEN) == ()  # the code has ended before anybody could end it
    assert ends("language", OPEN) == ()


def test_where_others_may_listen_it_is_said() -> None:
    assert overheard(OPEN)
    assert overheard(OPEN._replace(reaches=(Reach("wlan0", "other", "10.8.0.2"),)))
    for reach in ("", "eth0", "gone"):
        assert not overheard(OPEN._replace(reach=reach))


def test_this_machine_comes_first_among_the_interfaces_and_all_can_be_listened_at() -> None:
    first, *others = interfaces()
    assert first == Reach()
    assert all(each.kind != "here" and each.name and each.address for each in others)


# --- the code ----------------------------------------------------------------------------------


@each_row("dark", [True, False])
def test_a_code_is_dark_on_white_with_a_quiet_zone_and_sharp_in_both_themes(
    qtbot: QtBot, dark: bool
) -> None:
    code = QrCode(theme_for(768, dark))
    qtbot.addWidget(code)
    code.resize(315, 330)
    code.put(LINKS["stage"].url)
    painted = code.grab().toImage()
    across = len(modules(LINKS["stage"].url)) + 2 * QUIET
    each = 315 // across
    assert each >= 6  # a phone reads it off the screen from an arm's length
    left, top = (315 - each * across) // 2, (330 - each * across) // 2
    wanted = segno.make(LINKS["stage"].url, error="m", micro=False, boost_error=False)
    for y, row in enumerate(wanted.matrix_iter(border=QUIET)):
        for x, dark_module in enumerate(row):
            corners = ((0, 0), (each - 1, each - 1))
            seen = {
                painted.pixelColor(left + x * each + dx, top + y * each + dy).name()
                for dx, dy in corners
            }
            assert seen == {"#000000" if dark_module else "#ffffff"}


# --- the sheet ---------------------------------------------------------------------------------


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[OperatorWindow]:
    with shown(qtbot, late("10:37:22"), (1366, 768)) as made:
        yield made


def heed(wishes: list[NetworkWish], wish: NetworkWish) -> None:
    """Note what is asked; which code is looked at is asked at every other row."""
    if wish.does != "page":
        wishes.append(wish)


def to(sheet: NetworkSheet, name: str) -> None:
    names = [row.name for row in sheet.fields.rows]
    sheet.fields.choose(names.index(name))


def test_everything_is_done_by_keys_and_what_cuts_somebody_off_asks_twice(
    window: OperatorWindow,
) -> None:
    wishes: list[NetworkWish] = []
    commands: list[Command] = []
    wanted: list[bool] = []
    window.network_asked.connect(partial(heed, wishes))
    window.asked.connect(commands.append)
    window.network_wanted.connect(lambda: wanted.append(True))
    press(window, Key.Key_F3, Held.ShiftModifier)
    assert wanted == [True]
    sheet = window.venue.sheet
    window.venue.put(CLOSED)
    assert not sheet.code.isVisible()
    press(window, Key.Key_Down)
    press(window, Key.Key_Right)  # a clicker moves the show to no other network
    press(window, Key.Key_Right, Held.ShiftModifier)
    press(window, Key.Key_F3, Held.ControlModifier | Held.ShiftModifier)
    assert wishes == [NetworkWish("reach", "eth0"), NetworkWish("toggle")]
    window.venue.put(OPEN)
    assert sheet.code.isVisible()
    assert TOKEN not in sheet.code.accessibleName()
    to(sheet, "messages")
    press(window, Key.Key_C, Held.ControlModifier)
    assert QtGui.QGuiApplication.clipboard().text() == LINKS["messages"].url
    press(window, Key.Key_Insert)
    assert wishes[-1] == NetworkWish("fresh", "messages")
    to(sheet, "remote")
    assert not sheet.buttons["fresh"].isEnabled()
    to(sheet, "screen.7")
    assert sheet.fields.accessibleName() == "7  Programme, " + said(OPEN, "fr")["screen.7"]
    press(window, Key.Key_I)
    assert wishes[-1] == NetworkWish("identify", 7)
    press(window, Key.Key_Delete)
    assert sheet.buttons["revoke"].text() == "Vraiment\u202f? 2 écrans coupés"
    to(sheet, "stage")  # another row: the first press no longer counts
    to(sheet, "screen.7")
    press(window, Key.Key_Delete)
    assert wishes[-1].does == "identify"
    press(window, Key.Key_Delete)
    assert wishes[-1] == NetworkWish("revoke", ("id-stage",))
    press(window, Key.Key_Delete, Held.ShiftModifier, times=2)
    assert wishes[-1] == NetworkWish("revoke_all")
    window.venue.put(CLOSED._replace(decks=DECKS, wired=WIRED))
    to(sheet, "deck.1")
    assert not sheet.buttons["identify"].isEnabled()  # it has no screen
    press(window, Key.Key_Delete, times=2)
    assert wishes[-1] == NetworkWish("revoke", ("id-deck",))
    press(window, Key.Key_Space)
    assert commands == [Go()]
    press(window, Key.Key_Escape)
    assert not window.venue.open


def test_a_clicker_opens_closes_copies_and_ends_nothing_there(window: OperatorWindow) -> None:
    wishes: list[NetworkWish] = []
    commands: list[Command] = []
    window.network_asked.connect(partial(heed, wishes))
    window.asked.connect(commands.append)
    QtGui.QGuiApplication.clipboard().setText("mine")
    window.venue.toggle()
    window.venue.put(OPEN)
    sheet = window.venue.sheet
    for row in rows(OPEN, "fr"):
        if row.head:
            continue
        for key, held, text in CLICKERS:
            if not window.venue.open:
                window.venue.toggle()
            to(sheet, row.name)
            QtTest.QTest.sendKeyEvent(QtTest.QTest.KeyAction.Click, sheet.fields, key, text, held)
    assert {wish.does for wish in wishes} <= {"language", "room"}
    assert commands == []
    assert QtGui.QGuiApplication.clipboard().text() == "mine"


def test_it_is_said_in_english_too_and_three_hundred_screens_are_walked_through(
    window: OperatorWindow,
) -> None:
    window.venue.toggle()
    sheet = window.venue.sheet
    crowd = tuple(SCREENS[0]._replace(number=n) for n in range(1, 301))
    window.venue.put(OPEN._replace(screens=crowd))
    press(window, Key.Key_Down, times=320)
    assert sheet.fields.name == "screen.300"
    place = sheet.fields.place("screen.300")
    assert 0 <= place.top() < place.bottom() <= sheet.fields.height()
    window.speak("en")
    window.use_dark(False)
    assert sheet.buttons["toggle"].text() == "Close the network"
    assert sheet.buttons["revoke"].isEnabled()
    words = network_words("en")
    assert {words.pages[page] for page in PAGES} <= {row.label for row in sheet.fields.rows}
    for button in sheet.buttons.values():
        assert button.geometry().right() <= sheet.width()
