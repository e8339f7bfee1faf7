from PySide6 import QtCore, QtGui

from runofshow.ui.operator.digits import digit_of
from tests.rows import each_row

Held = QtCore.Qt.KeyboardModifier


def key(
    typed: str, scan: int = 0, virtual: int = 0, held: Held = Held.NoModifier
) -> QtGui.QKeyEvent:
    kind = QtCore.QEvent.Type.KeyPress
    return QtGui.QKeyEvent(kind, 0, held, scan, virtual, 0, typed)


ROWS = {"french": "&é\"'(-è_çà", "german": "1234567890", "czech": "+ěščřžýáíé"}
MAC = (18, 19, 20, 21, 23, 22, 26, 28, 25, 29)


@each_row("typed", ROWS.values())
def test_a_digit_is_where_it_lies_whatever_the_layout_types(typed: str) -> None:
    for index, letter in enumerate(typed):
        digit = (index + 1) % 10
        assert digit_of(key(letter, scan=10 + index), "xcb") == digit
        assert digit_of(key(letter, scan=10 + index), "wayland") == digit
        assert digit_of(key(letter, scan=2 + index), "windows") == digit
        assert digit_of(key(letter, virtual=MAC[index]), "cocoa") == digit


def test_a_minus_that_lies_elsewhere_is_no_digit() -> None:
    assert digit_of(key("-", scan=20), "xcb") is None
    assert digit_of(key("-", scan=82, held=Held.KeypadModifier), "xcb") is None


def test_the_keypad_and_what_a_program_types_are_digits_by_what_they_type() -> None:
    assert digit_of(key("4", scan=83, held=Held.KeypadModifier), "xcb") == 4
    assert digit_of(key("4"), "offscreen") == 4
    assert digit_of(key("-"), "offscreen") is None
    assert digit_of(key("²"), "offscreen") is None


@each_row("held", [Held.ControlModifier, Held.AltModifier, Held.MetaModifier])
def test_with_a_modifier_it_is_another_key(held: Held) -> None:
    assert digit_of(key("1", scan=10, held=held), "xcb") is None
    assert digit_of(key("1", scan=10, held=Held.ShiftModifier), "xcb") == 1
