"""Which key belongs to which action, whatever was chosen."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6 import QtCore, QtGui

from runofshow.ui.operator.actions import menu_letters
from runofshow.ui.operator.key_names import cap, tip
from runofshow.ui.operator.keymap import (
    GO,
    Free,
    Held,
    Keymap,
    Never,
    _sound,
    go_while_typing,
    spoken,
    works_while_typing,
)
from runofshow.ui.operator.keys import ACTIONS
from runofshow.ui.operator.local_keys import (
    FAMILIES,
    LOCALS,
    NAMES,
    Scope,
    family,
    scope_of,
    table_keys,
)
from runofshow.ui.operator.strokes import canonical, pressed, strokes
from runofshow.ui.texts import words
from runofshow.ui.texts.keys import keys_words
from tests.rows import each_row

Key = QtCore.Qt.Key
Held_ = QtCore.Qt.KeyboardModifier
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
    assert keymap._keys == _sound({}), "which is what is left out for what was never chosen"
    given_ = [key for action in ACTIONS for key in map(canonical, action.keys)]
    for scope in Scope:
        own = [key for each in LOCALS if each.scope is scope for key in map(canonical, each.keys)]
        assert len([*given_, *own]) == len({*given_, *own}), scope
    letters = menu_letters(words("fr").window) + menu_letters(words("en").window)
    assert not {f"Alt+{letter}" for letter in letters} & set(given_)


@given(
    st.dictionaries(
        st.sampled_from([*NAMES[:50], GO, "nobody"]), st.lists(st.sampled_from(POOL), max_size=3)
    )
)
def test_whatever_was_kept_a_key_is_one_actions_and_go_is_in_reach(
    kept: dict[str, list[str]],
) -> None:
    keymap = Keymap({name: tuple(keys) for name, keys in kept.items()})
    for scope in Scope:
        names = [name for name in NAMES if scope_of(name).meets(scope) and not family(name)]
        held = [key for name in names for key in keymap.keys(name)]
        held += [key for each in FAMILIES for _, name in each.members for key in keymap.keys(name)]
        assert scope is Scope.EVERYWHERE or len(held) == len(set(held))
    assert any(map(works_while_typing, keymap.keys(GO)))
    table = {canonical(key) for name in NAMES for key in table_keys(name)}
    for key in {key for name in NAMES for key in keymap.keys(name)} - table:
        assert key in ("F24", "Ctrl+Foo", "Alt+É", "Ctrl+1", "Alt+1", "1"), key
    assert Keymap(keymap.chosen).differing == keymap.differing
    shortcuts = [s.toString() for each in ACTIONS for s in keymap.sequences(each.name)]
    assert len(shortcuts) == len(set(shortcuts))


@each_row(
    "key, why",
    [
        *((key, "clicker") for key in CLICKERS),
        ("K", "typed"), ("ö", "typed"), ("Ctrl+C", "line"), ("Ctrl+Return", "line"),
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
        assert one.give(GO, key, instead="Enter") == Never("last"), key
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
    for name in "floor_1", "plan_7", "phrase_9":
        assert changed.verdict(name, "F24") == Never("fixed")


def test_a_part_has_its_own_keys_and_two_parts_may_have_the_same() -> None:
    keymap = Keymap()
    assert keymap.verdict("end", "Ctrl+D") == Held("row_duplicate")
    assert keymap.verdict("person_mic", "Ctrl+D") == Free()
    assert keymap.verdict("row_edit", "Ctrl+E") == Held("end")
    assert keymap.verdict("row_edit", "PgDown") == Never("clicker")
    assert keymap.verdict("rows_span_up", "Shift+Up") == Free(), "what the table gave"
    exchanged = keymap.give("end", "Ctrl+D", instead="Ctrl+E")
    assert isinstance(exchanged, Keymap)
    assert exchanged.keys("row_duplicate") == ("Ctrl+E",)
    both = exchanged.give("row_edit", "Ctrl+G", instead="F2")
    assert isinstance(both, Keymap)
    assert both.keys("began") == (), "F2 is other parts' too"
    assert both.keys("check_lead") == ("F2",)
    said = spoken(words("fr"), both)
    assert cap("row_duplicate", said.rundown) == "Ctrl+E"
    assert strokes(Scope.RUNDOWN, said.rundown).meanings["Ctrl+G"] == "row_edit"
    assert Keymap(both.chosen).differing == both.differing


def test_what_an_action_means_in_a_part_has_the_actions_keys() -> None:
    moved = Keymap().give("paste", "Shift+F12", instead="Ctrl+V")
    assert isinstance(moved, Keymap)
    assert moved.keys("row_paste") == ("Shift+F12",)
    said = spoken(words("en"), moved).rundown
    assert strokes(Scope.RUNDOWN, said).meanings["Shift+F12"] == "row_paste"
    assert moved.holder("Ctrl+V", Scope.RUNDOWN) is None


def test_the_digits_of_a_family_move_together_and_two_families_exchange() -> None:
    keymap = Keymap()
    assert keymap.verdict("phrase_digits", "Ctrl+Shift+7") == Free()
    moved = keymap.give("phrase_digits", "Ctrl+Shift+7")
    assert isinstance(moved, Keymap)
    assert moved.keys("phrase_9") == ("Ctrl+Shift+9",)
    assert [key.toString() for key in moved.sequences("phrase_3")] == [
        "Ctrl+Shift+3",
        'Ctrl+Shift+"',
    ]
    assert moved.verdict("end", "Alt+7") == Free()
    assert keymap.verdict("plan_digits", "Alt+1") == Held("phrase_digits")
    swapped = keymap.give("plan_digits", "Alt+1")
    assert isinstance(swapped, Keymap)
    assert (swapped.keys("plan_2"), swapped.keys("phrase_2")) == (("Alt+2",), ("Ctrl+2",))
    alone = keymap.give("phrase_digits", "1")
    assert isinstance(alone, Keymap)
    assert (alone.of_digit(4), keymap.of_digit(4)) == ("phrase_4", "floor_4")
    assert alone.keys("floor_digits") == ("Alt+1",)
    assert alone.keys("clear") == (), "its digit is the speakers' now"
    assert cap("phrase_4", spoken(words("fr"), alone).window) == "4"


@each_row(
    "key, why", [("F4", "digits"), ("Shift+1", "shift"), ("Meta+1", "system"), ("B", "digits")]
)
def test_a_family_has_digits_alone(key: str, why: str) -> None:
    assert Keymap().verdict("phrase_digits", key) == Never(why)  # type: ignore[arg-type]


def test_every_part_and_its_keys_are_named_in_both_languages() -> None:
    for language in "fr", "en":
        said = keys_words(language)
        assert set(said.scopes) == {each.value for each in Scope} - {Scope.EVERYWHERE.value}
        named = {each.name for each in (*LOCALS, *FAMILIES)}
        assert set(said.local) == named


@each_row(
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
