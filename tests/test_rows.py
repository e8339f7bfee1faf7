"""A table is one test, and each of its rows that fails is told."""

import inspect

import pytest

from tests.rows import each_row


def test_all_rows_are_tried_and_every_one_that_fails_is_told() -> None:
    tried: list[int] = []

    @each_row("number", [1, 2, 3, 4])
    def of_numbers(number: int) -> None:
        tried.append(number)
        assert number % 2, f"{number} is even"
        if number == 3:
            with pytest.raises(KeyError):
                tried.append(number)

    with pytest.raises(ExceptionGroup, match="3 of 4 rows fail") as told:
        of_numbers()
    assert tried == [1, 2, 3, 3, 4]
    assert ["{'number': 2}" in str(why.__notes__) for why in told.value.exceptions] == [
        True, False, False,
    ]  # fmt: skip
    assert "DID NOT RAISE" in str(told.value.exceptions[1])


def test_what_else_a_test_asks_for_is_asked_once_and_tables_stand_in_each_other() -> None:
    tried: list[object] = []

    @each_row("word", ["a", "b"])
    @each_row("one, two", [(1, 2), (3, 4)])
    def of_both(word: str, one: int, two: int, folder: str) -> None:
        tried.append((word, one, two, folder))

    assert [*inspect.signature(of_both).parameters] == ["folder"]
    of_both(folder="f")
    assert tried == [("a", 1, 2, "f"), ("a", 3, 4, "f"), ("b", 1, 2, "f"), ("b", 3, 4, "f")]


def test_a_row_of_another_length_and_an_empty_table_are_faults() -> None:
    @each_row("one, two", [(1, 2, 3)])
    def of_pairs(one: int, two: int) -> None:
        """Never reached."""

    with pytest.raises(ValueError, match="longer"):
        of_pairs()
    with pytest.raises(AssertionError, match="tries nothing"):
        each_row("one", [])
