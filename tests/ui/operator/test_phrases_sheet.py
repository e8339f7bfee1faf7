from datetime import timedelta

import pytest
from PySide6 import QtCore, QtTest, QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.ui.operator.phrases_sheet import INCHES, PhrasesSheet, number
from runofshow.ui.operator.phrasing import Phrasing
from runofshow.ui.operator.readability import SIGHT, Seen
from runofshow.ui.speaker.sight import Sight
from runofshow.ui.texts import words
from runofshow.ui.texts.window import Phrase
from runofshow.ui.theme import theme_for
from tests.rows import each_row
from tests.ui.operator.window_days import late

Key = QtCore.Qt.Key
SECOND = timedelta(seconds=1)


@pytest.fixture
def kept(qtbot: QtBot) -> Phrasing:
    """The sheet's keeper on a window of its own, the sheet open."""
    home = QtWidgets.QWidget()
    qtbot.addWidget(home)
    home.resize(850, 580)
    made = Phrasing(theme_for(768, dark=True), words("fr"), home)
    made.place(home.rect())
    said = [("10:31", {"do": "say", "text": text}) for text in ("UN", "DEUX", "Encore {left}")]
    made.present(late("10:37", *said))
    with qtbot.waitExposed(home):
        home.show()
    home.activateWindow()
    made.toggle()
    return made


def typed(sheet: PhrasesSheet, *keys: Key | str) -> None:
    """Press keys, and type texts, into whatever has the keyboard."""
    for key in keys:
        into = sheet.window().focusWidget()
        if isinstance(key, str):
            QtTest.QTest.keyClicks(into, key)
        else:
            QtTest.QTest.keyClick(into, key)


def test_phrases_are_written_from_the_keyboard_alone(kept: Phrasing) -> None:
    changed: list[tuple[Phrase, ...]] = []
    kept.phrases_changed.connect(changed.append)
    sheet = kept.sheet
    typed(sheet, Key.Key_Down, Key.Key_Down, "PLUS FORT", Key.Key_Return)
    assert changed[-1][:2] == (Phrase("2 MIN", 20 * SECOND), Phrase("PLUS FORT"))
    kept.speak(words("fr").having(window=words("fr").window.having(phrases=changed[-1])))
    assert sheet.written is sheet.rows[2]
    typed(sheet, "{reste}!", Key.Key_Escape)
    assert changed[-1][2] == Phrase("PLUS PRÈS DU MICRO")
    assert sheet.rows[2].line.text() == "PLUS PRÈS DU MICRO"
    sheet.rows[2].turn_flash()
    sheet.rows[2].next_lasting()
    assert changed[-1][2] == Phrase("PLUS PRÈS DU MICRO", 10 * SECOND, flash=True)
    typed(sheet, Key.Key_Escape)
    assert not kept.open


def test_what_is_free_at_the_end_is_no_phrase_but_a_free_key_between_is_kept(
    kept: Phrasing,
) -> None:
    sheet, changed = kept.sheet, list[tuple[Phrase, ...] | None]()
    kept.phrases_changed.connect(changed.append)
    for at in (1, 3, 4):
        sheet.rows[at].line.setFocus()
        sheet.rows[at].line.clear()
        sheet.rows[at].line.editingFinished.emit()
    assert [phrase.text for phrase in sheet.phrases] == ["2 MIN", "", "PLUS PRÈS DU MICRO"]
    sheet.reset.click()
    assert changed[-1] is None


def test_size_and_distance_are_declared_and_nonsense_is_not_taken(kept: Phrasing) -> None:
    sheet, declared = kept.sheet, list[tuple[float | None, float]]()
    kept.declared.connect(lambda inches, metres: declared.append((inches, metres)))
    assert sheet.inches.placeholderText() == "24 (supposés)"
    sheet.inches.setFocus()
    typed(sheet, "43", Key.Key_Return)
    assert declared == [(43.0, 10.0)]
    kept.see(Seen(Sight.of(43, 10), 43))
    sheet.metres.selectAll()
    typed(sheet, "7,5", Key.Key_Return)
    assert declared[-1] == (43.0, 7.5)
    kept.see(Seen(Sight.of(43, 7.5), 43))
    sheet.metres.setFocus()
    sheet.metres.selectAll()
    typed(sheet, "loin", Key.Key_Return)
    assert (len(declared), sheet.metres.text()) == (2, "7,5")
    sheet.inches.setFocus()
    sheet.inches.clear()
    typed(sheet, Key.Key_Return)
    assert declared[2:] == [(None, 7.5)]
    sheet.setFocus()
    kept.see(Seen(SIGHT, None, told=True))
    assert sheet.inches.placeholderText() == "24 (indiqué par l'écran)"


def test_what_was_said_is_chosen_to_be_said_again(kept: Phrasing, qtbot: QtBot) -> None:
    sheet = kept.sheet
    assert [sheet.list.item(at).text() for at in range(3)] == [
        "10h31   Encore {reste}", "10h31   DEUX", "10h31   UN",
    ]  # fmt: skip
    assert sheet.say_again.isEnabled()
    kept.speak(words("en"))
    assert sheet.list.item(0).text() == "10:31   Encore {left}"
    sheet.metres.setFocus()
    typed(sheet, Key.Key_Down)
    QtTest.QTest.keyClick(sheet.list, Key.Key_Down)
    with qtbot.waitSignal(kept.again) as again:
        QtTest.QTest.keyClick(sheet.list, Key.Key_Return)
    assert again.args == ["DEUX"]
    assert not kept.open


@each_row("small", [True, False])
def test_it_is_painted_in_both_sizes_and_languages(kept: Phrasing, small: bool) -> None:
    kept.use(theme_for(768 if small else 1080, dark=not small))
    kept.speak(words("en"))
    parts = kept.sheet.findChildren(QtWidgets.QAbstractButton)
    boxes = [part.geometry() for part in (*parts, *kept.sheet.lines) if part.parent() is kept.sheet]
    assert not any(a.intersects(b) for at, a in enumerate(boxes) for b in boxes[:at])
    assert not kept.sheet.grab().isNull()
    assert all(part.accessibleName() for part in (*parts, *kept.sheet.lines))


@each_row("text, found", [
    ("24", 24.0), (" 27,5 ", 27.5), ("4", None), ("2000", None), ("", None), ("nan", None),
])  # fmt: skip
def test_a_number_is_read_as_it_is_written(text: str, found: float | None) -> None:
    assert number(text, INCHES) == found


def test_nothing_is_said_again_before_anything_was_said(qtbot: QtBot) -> None:
    home = QtWidgets.QWidget()
    qtbot.addWidget(home)
    made = Phrasing(theme_for(768, dark=True), words("fr"), home)
    made.present(late("10:37"))
    made.toggle()
    assert not made.sheet.say_again.isEnabled()
