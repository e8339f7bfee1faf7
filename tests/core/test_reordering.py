"""What moved between two orders: as little as can have moved."""

from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.reordering import Moves, moves
from tests.rows import each_row

ROWS = {None: list("abcdef")}


def moved(now: str, was: str = "abcdef", fixed: str = "") -> tuple[list[str], str]:
    found = moves({None: list(was)}, {None: list(now)}, set(fixed))
    return ["".join(sorted(pair)) for pair in found.swapped], "".join(sorted(found.moved))


@each_row(
    "now, swapped, alone",
    [
        ("abcdef", [], ""),
        ("bcdefa", [], "a"),
        ("fabcde", [], "f"),
        ("acbdef", ["bc"], ""),
        ("fbcdea", ["af"], ""),
        ("afcdeb", ["bf"], ""),
        ("acdef", [], ""),  # what is gone has not moved, nor what is new
        ("abxcdef", [], ""),
    ],
)
def test_as_little_as_can_be_has_moved(now: str, swapped: list[str], alone: str) -> None:
    assert moved(now) == (swapped, alone)


def test_what_is_done_has_not_moved() -> None:
    assert moved("bacdef", fixed="a") == ([], "b")
    assert moved("bcdefa", fixed="a") == ([], "bcdef")


def test_two_that_took_each_others_place_in_two_sessions_are_swapped() -> None:
    former = {None: ["s", "t"], "s": ["a", "b"], "t": ["c", "d"]}
    later = {None: ["s", "t"], "s": ["a", "d"], "t": ["c", "b"]}
    found = moves(former, later)
    assert [sorted(pair) for pair in found.swapped] == [["b", "d"]]
    assert found.moved == frozenset()


def test_what_has_another_session_has_moved() -> None:
    former = {None: ["s", "c"], "s": ["a", "b"]}
    later = {None: ["s", "b", "c"], "s": ["a"]}
    assert moves(former, later) == Moves((), frozenset("b"))


@given(st.permutations("abcdefgh"))
def test_without_what_moved_the_rest_is_in_order(now: list[str]) -> None:
    found = moves({None: list("abcdefgh")}, {None: now})
    rest = [slot for slot in now if slot not in found.all]
    assert rest == sorted(rest)
    assert (found.all == frozenset()) is (now == sorted(now))
