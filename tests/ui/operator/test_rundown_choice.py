from hypothesis import given
from hypothesis import strategies as st

from runofshow.ui.operator.rundown_choice import NOTHING, Choice, one

ORDER = ("a", "b", "c", "d", "e")
WHERE = {slot: at for at, slot in enumerate(ORDER)}


def test_a_range_is_spanned_from_where_the_last_plain_choice_was_made() -> None:
    down = one("b").spanned(ORDER, "d")
    assert down == Choice(frozenset("bcd"), "d", "b")
    assert down.spanned(ORDER, "a") == Choice(frozenset("ab"), "a", "b")
    assert NOTHING.spanned(ORDER, "c") == one("c")


def test_rows_are_added_and_taken_out_one_by_one() -> None:
    two = one("b").toggled(ORDER, "e")
    assert two == Choice(frozenset("be"), "e", "e")
    assert two.toggled(ORDER, "e") == Choice(frozenset("b"), "b", "b")
    assert two.toggled(ORDER, "e").toggled(ORDER, "b") == NOTHING
    assert two.toggled(("c", "e"), "e").cursor == "b", "though a fold hides it"


def test_all_are_chosen_with_the_cursor_where_it_is() -> None:
    assert one("c").every(ORDER) == Choice(frozenset(ORDER), "c", "c")
    assert NOTHING.every(ORDER).cursor == "a"
    assert NOTHING.every(()) == NOTHING


def test_what_goes_hands_the_choice_on_to_what_is_in_its_place() -> None:
    rest = {slot: at for at, slot in enumerate("abde")}
    assert one("c").following(WHERE, rest) == one("d")
    assert one("e").following(WHERE, {slot: at for at, slot in enumerate("abcd")}) == one("d")
    both = Choice(frozenset("cd"), "c", "c")
    assert both.following(WHERE, rest) == Choice(frozenset("d"), "d", "d")
    assert one("c").following(WHERE, {}) == NOTHING


def test_the_cursor_walks_where_nothing_is_chosen() -> None:
    away = one("b").walked("d")
    assert away == Choice(frozenset("b"), "d", "b")
    assert away.ticked("d", on=True) == Choice(frozenset("bd"), "d", "d")
    assert away.ticked("d", on=True).ticked("d", on=False) == Choice(frozenset("b"), "d", "d")
    assert away.following(WHERE, {slot: at for at, slot in enumerate("abce")}) == one("b")._replace(
        anchor="b"
    )


@given(st.lists(st.tuples(st.sampled_from(["add", "span", "one"]), st.sampled_from(ORDER))))
def test_the_cursor_is_always_one_of_the_chosen(steps: list[tuple[str, str]]) -> None:
    choice = NOTHING
    for how, slot in steps:
        match how:
            case "add":
                choice = choice.toggled(ORDER, slot)
            case "span":
                choice = choice.spanned(ORDER, slot)
            case _:
                choice = one(slot)
        assert (choice.cursor is None) == (not choice.slots)
        assert choice.cursor is None or {choice.cursor, choice.anchor} <= choice.slots
