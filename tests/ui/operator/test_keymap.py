"""Which key belongs to which action, whatever was chosen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtCore, QtGui

from runofshow.ui.operator.keymap import (
    GO,
    Free,
    Held,
    Keymap,
    Never,
    canonical,
    go_while_typing,
    is_fixed,
    pressed,
    spoken,
    works_while_typing,
)
from runofshow.ui.operator.keys import ACTIONS, ROWS, cap, menu_letters, tip
from runofshow.ui.texts import words

Key = QtCore.Qt.Key
Held_ = QtCore.Qt.KeyboardModifier
NAMES = [action.name for action in ACTIONS]
POOL = [
    "Space", "Ctrl+Space", "Enter", "F4", "F3", "Ctrl+E", "Ctrl+1", "Alt+2", "Alt+É", "+", "-",
    "PgDown", "B", "Ctrl+D", "1", "Ctrl+Foo", "Ctrl+K, Ctrl+L", "", "F24", "Alt+F", "Meta+A",
]  # fmt: skip


CLICKERS = (
    "PgUp", "PgDown", "F5", "Shift+F5", "Esc", ".", "Left", "Right", "Up", "Down", "B", "W",
    "Return", "Tab", "Shift+B",
)  # fmt: skip


def event(
    key: int, held: Held_ = Held_.NoModifier, text: str = "", place: int = 0
) -> QtGui.QKeyEvent:
    press = QtCore.QEvent.Type.KeyPress
    return QtGui.QKeyEvent(press, key, held, place, 0, 0, text)


def test_the_table_keeps_the_rules() -> None:
    keymap = Keymap()
    for action in ACTIONS:
        assert keymap.keys(action.name) == tuple(map(canonical, action.keys)), action.name
    assert keymap.chosen == {} == keymap.differing
    given_ = [key for action in ACTIONS for key in map(canonical, action.keys)]
    given_ += [canonical(key) for pressed_, _ in ROWS for key in pressed_]
    assert len(given_) == len(set(given_))
    letters = menu_letters(words("fr").window) + menu_letters(words("en").window)
    assert not {f"Alt+{letter}" for letter in letters} & set(given_)


@given(
    st.dictionaries(
        st.sampled_from([*NAMES[:40], GO, "nobody"]), st.lists(st.sampled_from(POOL), max_size=3)
    )
)
def test_whatever_was_kept_a_key_is_one_actions_and_go_is_in_reach(
    kept: dict[str, list[str]],
) -> None:
    keymap = Keymap({name: tuple(keys) for name, keys in kept.items()})
    held = [key for name in NAMES for key in keymap.keys(name)]
    assert len(held) == len(set(held))
    assert any(map(works_while_typing, keymap.keys(GO)))
    table = {key for action in ACTIONS for key in map(canonical, action.keys)}
    for key in set(held) - table:
        assert key in ("F24", "Ctrl+Foo", "Alt+É"), key
    assert Keymap(keymap.chosen).differing == keymap.differing
    shortcuts = [s.toString() for name in NAMES for s in keymap.sequences(name)]
    assert len(shortcuts) == len(set(shortcuts))


@pytest.mark.parametrize(
    "key, why",
    [
        *((key, "clicker") for key in CLICKERS),
        ("K", "typed"), ("ö", "typed"), ("Ctrl+C", "line"), ("Ctrl+D", "rows"), ("Del", "rows"),
        ("Alt+F", "menu"), ("Meta+L", "system"), ("Ctrl+Alt+E", "system"), ("Alt+F4", "system"),
        ("5", "fixed"), ("Ctrl+3", "fixed"), ("É", "fixed"), ("Space", "go"), ("Enter", "go"),
        ("Ctrl+Space", "go"),
    ],
)  # fmt: skip
def test_some_keys_are_for_no_action(key: str, why: str) -> None:
    keymap = Keymap()
    assert keymap.verdict("end", key) == Never(why)  # type: ignore[arg-type]
    assert keymap.give("end", key) == Never(why)  # type: ignore[arg-type]


def test_a_free_key_is_given_and_all_texts_name_it() -> None:
    keymap = Keymap()
    assert keymap.verdict("end", "Shift+F12") == Free()
    changed = keymap.give("end", "Shift+F12", instead="Ctrl+E")
    assert isinstance(changed, Keymap)
    assert changed.keys("end") == ("Shift+F12",)
    assert changed.holder("Ctrl+E") is None
    said = spoken(words("fr"), changed).window
    assert tip("end", said) == "Clore (Maj+F12)"
    assert cap("end", words("fr").window) == "Ctrl+E"


def test_a_key_that_another_has_is_exchanged() -> None:
    keymap = Keymap()
    assert keymap.verdict("end", "F4") == Held("insert_next")
    changed = keymap.give("end", "F4", instead="Ctrl+E")
    assert isinstance(changed, Keymap)
    assert changed.keys("end") == ("F4",)
    assert "Ctrl+E" in changed.keys("insert_next")
    assert "F4" not in changed.keys("insert_next")
    back = changed.restore("end")
    assert back.keys("end") == (), "what others were given stays with them"
    assert Keymap(back.restore("insert_next").chosen).chosen == {}


def test_a_key_given_as_one_more_is_lost_by_the_other() -> None:
    changed = Keymap().give("end", "F8")
    assert isinstance(changed, Keymap)
    assert changed.keys("end") == ("Ctrl+E", "F8")
    assert changed.keys("answer") == ()
    assert tip("answer", spoken(words("en"), changed).window) == "Answer the banner"


def test_the_last_key_that_gives_go_while_typing_stays() -> None:
    one = Keymap().take(GO, "Ctrl+Space")
    assert isinstance(one, Keymap)
    assert go_while_typing(spoken(words("fr"), one).window) == "Entrée du pavé"
    assert one.take(GO, "Enter") == Never("last")
    assert one.give(GO, "+", instead="Enter") == Never("last")
    other = one.give(GO, "Shift+F12", instead="Enter")
    assert isinstance(other, Keymap)
    assert other.keys(GO) == ("Space", "Shift+F12")
    assert other.verdict(GO, "Enter") == Free(), "GO alone may have it again"
    assert other.verdict("end", "Enter") == Never("clicker")


def test_go_has_no_key_that_moves_in_a_text_as_its_only_one() -> None:
    one = Keymap().take(GO, "Ctrl+Space")
    assert isinstance(one, Keymap)
    for key in "Ctrl+Del", "Ctrl+Home", "Ctrl+Z", "+":
        assert one.give(GO, key, instead="Enter") in (Never("last"), Never("rows"))
    assert isinstance(one.give(GO, "Alt+End", instead="Enter"), Keymap)


def test_a_digit_is_one_by_its_place_and_typed_alike_on_a_french_keyboard() -> None:
    changed = Keymap().give("end", "Ctrl+Shift+3", instead="Ctrl+E")
    assert isinstance(changed, Keymap)
    shifted = ["Ctrl+Shift+3", 'Ctrl+Shift+"']
    assert [key.toString() for key in changed.sequences("end")] == shifted
    moved = Keymap().give("end", "Alt+0", instead="Ctrl+E")
    assert isinstance(moved, Keymap)
    assert moved.keys("clear") == ("Ctrl+E",)
    assert [key.toString() for key in moved.sequences("end")] == ["Alt+0", "Alt+À"]
    assert [key.toString() for key in moved.sequences("plan_3")] == ["Ctrl+3", 'Ctrl+"']
    assert [key.toString() for key in moved.sequences("floor_6")] == ["6"], '"-" takes a minute'
    assert all(is_fixed(name) for name in ("floor_1", "plan_7", "phrase_9"))


@pytest.mark.parametrize(
    "typed, key",
    [
        (event(Key.Key_K, Held_.ControlModifier), "Ctrl+K"),
        (event(Key.Key_QuoteDbl, Held_.AltModifier, '"', 12), "Alt+3"),
        (event(Key.Key_Plus, Held_.ShiftModifier, "+"), "+"),
        (event(Key.Key_Plus, Held_.KeypadModifier, "+"), "+"),
        (event(Key.Key_Enter, Held_.KeypadModifier), "Enter"),
        (event(Key.Key_F10, Held_.ShiftModifier), "Shift+F10"),
        (event(Key.Key_Control, Held_.ControlModifier), ""),
    ],
)
def test_a_key_is_read_as_it_is_pressed(typed: QtGui.QKeyEvent, key: str) -> None:
    assert pressed(typed, "xcb") == key
