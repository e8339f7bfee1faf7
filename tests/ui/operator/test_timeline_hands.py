"""The hands that the timeline takes: zoom, scroll, an item's end drawn with pointer and keys."""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.core.commands import Command, command_of
from runofshow.core.errors import Refused
from runofshow.core.sentences import Sentence
from runofshow.ui.operator.timeline import Timeline
from runofshow.ui.operator.timeline_places import LEFT, RIGHT
from runofshow.ui.operator.timeline_view import View
from runofshow.ui.texts import words
from runofshow.ui.theme import theme_for
from tests.ui.operator.rundown_days import LATE, at, seed, show_of

Key = QtCore.Qt.Key
Held = QtCore.Qt.KeyboardModifier
BUTTON = QtCore.Qt.MouseButton.LeftButton
NOW = "10:37:22"
Y = 42


class Hand:
    """A timeline on screen, of the late day, and what it asks for."""

    def __init__(self, host: QtWidgets.QWidget) -> None:
        self.line = Timeline(theme_for(768, dark=True), words("fr"), host)
        self.line.resize(1366, self.line.height())
        self.show = show_of(seed(), [(at(when), do) for when, do in LATE])
        self.asked: list[dict[str, Any]] = []
        self.told: list[str] = []
        self.tried: list[Board | None] = []
        self.line.foresee = self._foresee
        self.line.asked.connect(lambda command: self.asked.append(command.as_json()))
        self.line.told.connect(self.told.append)
        self.line.tried.connect(self.tried.append)
        self.line.tried.connect(self.line.preview)
        self.present()

    def _foresee(self, asked: Sequence[Command]) -> Board | Sentence:
        show = self.show
        try:
            for command in asked:
                show = apply(show, command, at(NOW))
        except Refused as refused:
            return refused.sentence
        return board(show, at(NOW))

    def do(self, when: str, **command: Any) -> None:
        self.show = apply(self.show, command_of(command), at(when))

    def present(self, now: str = NOW) -> None:
        self.line.present(board(self.show, at(now)))

    def end_of(self, slot: str) -> QtCore.QPoint:
        assert self.line._places is not None
        area = next(area for area in self.line._places.expected if area.block.slot == slot)
        return QtCore.QPoint(area.rect.right() + 1, Y)

    def press(self, where: QtCore.QPoint) -> None:
        QtTest.QTest.mousePress(self.line, BUTTON, Held.NoModifier, where)

    def move(self, where: QtCore.QPoint) -> None:
        move = QtCore.QEvent.Type.MouseMove
        there = QtCore.QPointF(where)
        event = QtGui.QMouseEvent(
            move, there, self.line.mapToGlobal(there), BUTTON, BUTTON, Held.NoModifier
        )
        QtWidgets.QApplication.sendEvent(self.line, event)

    def release(self, where: QtCore.QPoint) -> None:
        QtTest.QTest.mouseRelease(self.line, BUTTON, Held.NoModifier, where)

    def pixels(self, minutes: float) -> QtCore.QPoint:
        assert self.line._places is not None
        return QtCore.QPoint(round(minutes * 60 / self.line._places.pixel.total_seconds()), 0)

    def key(self, key: Key, held: Held = Held.NoModifier) -> None:
        QtTest.QTest.keyClick(self.line, key, held)

    def holds(self) -> bool:
        return self.line.held is not None

    def said(self) -> str:
        said = self.line.drawing.saying
        assert said is not None
        return f"{said.text} | {said.then}".replace("\u00a0", " ")


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[Hand]:
    host = QtWidgets.QWidget()
    qtbot.addWidget(host)
    host.resize(1366, 60)
    made = Hand(host)
    with qtbot.waitExposed(host):
        host.show()
    yield made
    host.hide()


def view_of(hand: Hand) -> View:
    assert hand.line.view is not None
    return hand.line.view


def follows(hand: Hand) -> bool:
    return hand.line.follows


# --- zoom --------------------------------------------------------------------------------------


def test_it_goes_closer_to_the_pointer_and_all_is_seen_again(hand: Hand) -> None:
    whole, where = view_of(hand), QtCore.QPointF(900, 30)
    under = whole.first + whole.span * ((900 - LEFT) / (1366 - LEFT - RIGHT))
    event = QtGui.QWheelEvent(
        where, where, QtCore.QPoint(), QtCore.QPoint(0, 480), QtCore.Qt.MouseButton.NoButton,
        Held.ControlModifier, QtCore.Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QtWidgets.QApplication.sendEvent(hand.line, event)
    assert view_of(hand).span < whole.span / 2
    assert hand.line.x_of(under) == pytest.approx(900, abs=1)
    assert hand.line.zoom_all.isEnabled()
    hand.line.zoom_all.click()
    assert view_of(hand) == whole
    assert not hand.line.zoom_all.isEnabled()


def test_zoomed_it_follows_the_present_until_a_hand_moves_it(hand: Hand) -> None:
    hand.line.zoom(6)
    first = view_of(hand)
    assert first.holds(at(NOW))
    under = QtCore.Qt.WidgetAttribute.WA_UnderMouse
    hand.line.setAttribute(under, True)
    hand.present("11:45")
    assert view_of(hand) == first  # nothing moves under a hand while the present is to be seen
    hand.line.setAttribute(under, False)
    hand.present("11:45")
    assert view_of(hand).holds(at("11:45"))
    assert view_of(hand) != first
    middle = QtCore.QPoint(700, Y)
    hand.press(middle)
    hand.move(middle - QtCore.QPoint(400, 0))
    hand.release(middle - QtCore.QPoint(400, 0))
    moved = view_of(hand)
    assert not follows(hand)
    hand.present("12:58")
    assert view_of(hand) == moved
    hand.line.show_present()
    assert follows(hand)
    assert view_of(hand).holds(at("12:58"))
    assert not hand.line.grab().isNull()


def test_another_day_is_shown_whole_and_a_shorter_one_never_beyond_its_end(hand: Hand) -> None:
    hand.line.zoom(6)
    for slot in ("ateliers", "restitution", "definition"):
        hand.do(NOW, do="skip", slot=slot)
    hand.line.go_along(view_of(hand).span * 20)
    hand.present()
    assert hand.line._whole is not None
    assert view_of(hand).last <= hand.line._whole.last
    hand.do(NOW, do="edit", set={"title": "Un autre jour"})
    hand.present()
    assert view_of(hand) == hand.line._whole


# --- drawing with the pointer ------------------------------------------------------------------


def test_an_end_is_drawn_tried_meanwhile_and_asked_for_once(hand: Hand) -> None:
    end = hand.end_of("resultats")
    hand.press(end)
    for minutes in (-3, -6, -12):
        hand.move(end + hand.pixels(minutes))
    tried = hand.tried[-1]
    assert tried is not None
    lunch = next(row for row in tried.slots if row.id == "dejeuner")
    assert lunch.expected_start == at("12:15")
    assert hand.said() == (
        "4 Premiers résultats de… : 30 min → 18 min |"
        " sous le plancher (24 min), Déjeuner convivial 12h27 → 12h15 (tenue)"
    )
    assert hand.asked == []
    hand.release(end + hand.pixels(-12))
    assert hand.asked == [{"do": "edit", "slot": "resultats", "set": {"duration": "18m"}}]
    assert hand.tried[-1] is None


def test_escape_gives_up_whatever_has_the_keyboard(hand: Hand) -> None:
    end = hand.end_of("resultats")
    hand.press(end)
    hand.move(end + hand.pixels(20))
    assert hand.holds()
    window = hand.line.window().windowHandle()
    QtTest.QTest.keyClick(window, Key.Key_Escape)
    assert not hand.holds()
    hand.move(end + hand.pixels(30))
    hand.release(end + hand.pixels(30))
    assert (hand.asked, hand.tried[-1]) == ([], None)


def test_a_click_goes_to_the_item_even_where_the_hand_slips(hand: Hand, qtbot: QtBot) -> None:
    where = hand.end_of("resultats") - QtCore.QPoint(3, 0)
    with qtbot.waitSignal(hand.line.picked) as picked:
        hand.press(where)
        hand.move(where + QtCore.QPoint(3, 1))
        hand.release(where + QtCore.QPoint(3, 1))
    assert picked.args == ["resultats"]
    assert hand.asked == []


def test_what_is_over_or_fixed_is_refused_and_that_is_told(hand: Hand) -> None:
    hand.do(NOW, do="edit", slot="resultats", set={"cuttable": False})
    hand.present()
    for slot in ("accueil", "resultats"):
        end = hand.end_of(slot)
        hand.press(end)
        hand.move(end + hand.pixels(30))
        hand.release(end + hand.pixels(30))
    assert hand.asked == []
    assert [text.replace("\u00a0", " ").replace("\u202f", " ") for text in hand.told] == [
        "« Mot d'accueil » est passée : sa durée ne change plus.",
        "« Premiers résultats de… » : durée intouchable.",
    ]


def test_a_go_meanwhile_ends_the_drawing_of_what_it_took_off_the_air(hand: Hand) -> None:
    end = hand.end_of("table-ronde")
    hand.press(end)
    hand.move(end + hand.pixels(10))
    assert hand.holds()
    hand.do("10:38", do="stretch", by="1m")
    hand.present("10:38")
    assert hand.holds()
    hand.do("10:39", do="go")
    hand.present("10:39")
    assert not hand.holds()
    hand.release(end + hand.pixels(10))
    assert hand.asked == []


def test_what_the_show_would_refuse_is_said_and_not_asked(hand: Hand) -> None:
    refused = Sentence.of("nothing_on_air")
    hand.line.foresee = lambda _: refused
    end = hand.end_of("resultats")
    hand.press(end)
    hand.move(end + hand.pixels(10))
    assert hand.said().endswith(f"| {refused.text('fr')}".replace("\u00a0", " "))
    hand.release(end + hand.pixels(10))
    assert (hand.asked, hand.told) == ([], [refused.text("fr")])


def test_what_overran_is_drawn_from_where_the_hand_takes_it(hand: Hand) -> None:
    hand.present("10:50")
    end = hand.end_of("table-ronde")
    hand.press(end)
    hand.move(end + hand.pixels(6))
    hand.release(end + hand.pixels(6))
    assert hand.asked == [{"do": "edit", "slot": "table-ronde", "set": {"duration": "1h24m"}}]
    hand.line.enter()
    for _ in range(2):
        hand.key(Key.Key_Right, Held.ShiftModifier)
    assert hand.said().startswith("2.2 Table ronde : 1 h 10 → 1 h 20 |")


def test_a_hard_time_says_how_it_stands_and_leads_to_its_item(hand: Hand, qtbot: QtBot) -> None:
    where = QtCore.QPoint(round(hand.line.x_of(at("12:15"))), 10)
    assert hand.line.tip_at(where) == ("12h15 traiteur +12\nHeure ferme compromise, attendu 12h27")
    with qtbot.waitSignal(hand.line.picked) as picked:
        QtTest.QTest.mouseClick(hand.line, BUTTON, Held.NoModifier, where)
    assert picked.args == ["dejeuner"]


def test_a_double_click_brings_an_item_close_and_all_back(hand: Hand) -> None:
    whole = view_of(hand)
    for then in ("close", "whole"):
        where = QtCore.QPoint(round(hand.line.x_of(at("10:44"))), Y)
        QtTest.QTest.mouseDClick(hand.line, BUTTON, Held.NoModifier, where)
        if then == "close":
            assert view_of(hand) == View(at("10:37"), at("10:52"))
    assert view_of(hand) == whole


# --- the keyboard ------------------------------------------------------------------------------


def test_the_keyboard_goes_from_item_to_item_and_draws(hand: Hand, qtbot: QtBot) -> None:
    hand.line.enter()
    assert hand.line.chosen == "table-ronde"
    for _ in range(2):
        hand.key(Key.Key_Right)
    assert hand.line.chosen == "synthese"
    assert hand.line.accessibleDescription().startswith("3.2 Synthèse")
    for _ in range(2):
        hand.key(Key.Key_Left, Held.ShiftModifier)
    assert hand.said().startswith("3.2 Synthèse des travaux… : 10 min → 8 min | Déjeuner")
    hand.key(Key.Key_Return)
    assert hand.asked == []  # clickers send it
    hand.key(Key.Key_Return, Held.ControlModifier)
    assert hand.asked == [{"do": "edit", "slot": "synthese", "set": {"duration": "8m"}}]
    hand.key(Key.Key_Right, Held.ShiftModifier)
    hand.key(Key.Key_Escape)
    assert not hand.holds()
    with qtbot.waitSignal(hand.line.picked) as picked:
        hand.key(Key.Key_Return)
    assert picked.args == ["synthese"]
    hand.key(Key.Key_Right, Held.ShiftModifier)
    where = hand.end_of("ateliers") - QtCore.QPoint(30, 0)
    QtTest.QTest.mouseClick(hand.line, BUTTON, Held.NoModifier, where)
    assert not hand.holds()  # a click elsewhere keeps nothing
    with qtbot.waitSignal(hand.line.left):
        hand.key(Key.Key_Escape)
    assert len(hand.asked) == 1


def test_the_item_that_the_keyboard_is_at_comes_into_view(hand: Hand) -> None:
    hand.line.enter()
    for _ in range(3):
        hand.key(Key.Key_Up)
    close = view_of(hand)
    for _ in range(12):
        hand.key(Key.Key_Right)
    assert hand.line.chosen == "ateliers"
    assert view_of(hand) != close
    assert view_of(hand).holds(at("14:40"))
    for _ in range(3):
        hand.key(Key.Key_Down)
    assert view_of(hand).holds(at("9:00"))
