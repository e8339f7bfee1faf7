from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6 import QtCore, QtTest
from pytestqt.qtbot import QtBot

from runofshow.core.commands import Command
from runofshow.core.message import Message
from runofshow.ui.operator.messages import Messages
from runofshow.ui.speaker.sight import Sight
from runofshow.ui.texts.window import EN, FR, Phrase
from runofshow.ui.theme import theme_for
from tests.ui.operator.window_days import late

Key = QtCore.Qt.Key
SECOND = timedelta(seconds=1)


@pytest.fixture
def card(qtbot: QtBot) -> Iterator[Messages]:
    """The card at the width that it has in a small window."""
    made = Messages(theme_for(768, dark=True), FR)
    qtbot.addWidget(made)
    made.resize(500, made.tall)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.hide()


def asked_of(card: Messages) -> list[dict[str, Any]]:
    asked: list[dict[str, Any]] = []

    def note(command: Command) -> None:
        asked.append(command.as_json())

    card.asked.connect(note)
    return asked


def pressed(card: Messages, *keys: Key) -> None:
    for key in keys:
        QtTest.QTest.keyClick(card.line, key)


def note(card: Messages) -> str:
    assert card.headline.value is not None
    return card.headline.value.note.replace("\u00a0", " ")


def test_what_was_said_is_written_again_with_the_arrow(card: Messages) -> None:
    said = [("10:31", {"do": "say", "text": text}) for text in ("UN", "DEUX", "UN", "{left}")]
    card.present(late("10:37", *said))
    card.line.setText("je commence")
    for shown in ("{reste}", "UN", "DEUX", "DEUX"):
        pressed(card, Key.Key_Up)
        assert card.line.text() == shown
    pressed(card, Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Down)
    assert card.line.text() == "je commence"
    pressed(card, Key.Key_Up, Key.Key_Escape)
    assert card.line.text() == "je commence"
    pressed(card, Key.Key_Up, Key.Key_A)
    asked = asked_of(card)
    pressed(card, Key.Key_Return)
    assert [each["text"] for each in asked] == ["{left}a"]
    assert [each.text for each in card.said] == ["{left}", "UN", "DEUX"]


def test_a_length_counts_for_one_message_and_a_phrase_keeps_its_own(card: Messages) -> None:
    asked = asked_of(card)
    card.next_lasting()
    assert (card.time.text(), card.time.isChecked()) == ("10 s", True)
    card.say(0)
    card.say(0)
    card.say(8)
    card.next_lasting()
    card.next_lasting()
    card.line.setText("BRAVO")
    pressed(card, Key.Key_Return)
    card.line.setText("MERCI")
    pressed(card, Key.Key_Return)
    assert [each.get("for") for each in asked] == ["10s", "20s", "20s", None]
    assert (card.time.text(), card.time.isChecked()) == ("Reste", False)


def test_a_phrase_is_lit_while_the_stage_says_it_and_only_then(card: Messages) -> None:
    card.present(late("10:37", ("10:36", {"do": "say", "text": "QUESTIONS"})))
    assert [button.text() for button in card.phrases if button.isChecked()] == ["QUESTIONS"]
    card.phrases[0].click()
    assert not card.phrases[0].isChecked()
    card.present(late("10:37"))
    assert not any(button.isChecked() for button in card.phrases)


def test_own_phrases_have_their_keys_their_size_and_may_leave_keys_free(card: Messages) -> None:
    own = (Phrase("PLUS FORT", flash=True), Phrase(""), Phrase("Encore {left}", 10 * SECOND))
    card.speak(FR.having(phrases=own))
    assert [(button.key, button.text()) for button in card.phrases] == [
        ("1", "PLUS FORT"), ("3", "Encore {reste}"),
    ]  # fmt: skip
    asked = asked_of(card)
    for number in range(4):
        card.say(number)
    assert [(each["text"], each.get("flash"), each.get("for")) for each in asked] == [
        ("PLUS FORT", True, None), ("Encore {left}", False, "10s"),
    ]  # fmt: skip


def test_a_text_is_told_from_how_far_it_reads_as_it_would_be_said(card: Messages) -> None:
    assert note(card) == "24″ vu à 10 m"
    card.look(Sight.of(43, 12.5))
    assert note(card) == "43″ vu à 12,5 m"
    card.line.setText("Parlez plus près du micro")
    assert note(card) == "lisible jusqu'à 13 m"
    card.look(Sight.of(24, 10))
    assert note(card).startswith("lisible jusqu'à 7 m, déclaré 10 m")
    card.flash.click()
    assert note(card) == "lisible jusqu'à 13 m"
    card.speak(EN)
    assert note(card) == "readable to 13 m"


def test_the_whole_screen_is_given_to_the_message_that_stands_too(card: Messages) -> None:
    board = late()
    until = board.now + 10 * SECOND
    card.present(board._replace(message=Message("PLUS FORT", "stage", until, flash=False)))
    asked = asked_of(card)
    card.flash.click()
    assert [(each["text"], each["flash"], each["for"]) for each in asked] == [
        ("PLUS FORT", True, "10s")
    ]
    card.present(board._replace(message=Message("À la régie", "crew", None, flash=True)))
    card.flash.click()
    assert len(asked) == 1


def test_a_phrase_tells_from_how_far_it_reads_when_it_is_pointed_at(card: Messages) -> None:
    button = card.phrases[2]
    assert button.tip().startswith("PLUS PRÈS DU MICRO (Alt+3)\nlisible jusqu'à 9\u00a0m, déclaré")
    assert button.accessibleName() == "PLUS PRÈS DU MICRO (Alt+3)"


def test_the_time_left_is_written_where_the_hand_is(card: Messages) -> None:
    card.line.setText("Encore ")
    card.insert_left()
    assert card.line.text() == "Encore {reste}"
    card.line.setCursorPosition(0)
    card.insert_left()
    assert card.line.text() == "{reste}Encore {reste}"


def test_nine_phrases_take_a_second_row_and_ask_for_the_room(card: Messages, qtbot: QtBot) -> None:
    low = card.tall
    nine = tuple(Phrase(f"PHRASE {number}") for number in range(9))
    with qtbot.waitSignal(card.resized):
        card.speak(FR.having(phrases=nine))
    card.resize(500, card.tall)
    assert card.tall > low
    boxes = [button.geometry() for button in card.phrases]
    assert len({box.y() for box in boxes}) == 2
    assert not any(a.intersects(b) for at, a in enumerate(boxes) for b in boxes[:at])
    assert all(card.rect().contains(box) for box in (*boxes, card.line.geometry()))
    card.use(theme_for(1080, dark=True))
    card.resize(736, card.tall)
    assert not card.grab().isNull()
