"""Patches: what changed, and nothing else."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from runofshow.net.patches import patch, patched, whole
from tests.depth import share

Json = dict[str, Any]
_value = st.recursive(
    st.one_of(st.booleans(), st.integers(), st.text(max_size=3)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2), st.dictionaries(st.sampled_from("abcd"), inner, max_size=3)
    ),
    max_leaves=8,
)
_row = st.dictionaries(st.sampled_from("abcd"), _value, max_size=3)
_rows = st.lists(st.tuples(st.sampled_from("xyz"), _row), unique_by=lambda each: each[0]).map(
    lambda rows: {id_: {"id": id_, **row} for id_, row in rows}
)
boards = st.builds(
    lambda board, slots: {**board, "slots": slots},
    st.dictionaries(st.sampled_from("abcd"), _value, max_size=4),
    _rows,
)


@share(0.6)
@given(boards, boards)
def test_what_is_patched_is_what_was_meant(former: Json, present: Json) -> None:
    after = patched(former, patch(former, present))
    assert after == present
    assert [*after["slots"]] == [*present["slots"]]


@given(boards)
def test_of_equal_boards_nothing_is_told(board: Json) -> None:
    assert patch(board, board) == {}
    assert patch(board, patched(board, {})) == {}


def test_a_row_that_changes_is_told_alone_and_rows_that_come_are_told_whole() -> None:
    two = {"slots": {"a": {"id": "a", "due": True}, "b": {"id": "b", "cue": "1"}}}
    late = {"slots": {"a": {"id": "a"}, "b": {"id": "b", "cue": "2"}}}
    assert patch(two, late) == {"slots": {"a": {"due": None}, "b": {"cue": "2"}}}
    turned = {"slots": {"b": {"id": "b", "cue": "1"}, "a": {"id": "a", "due": True}}}
    assert patch(two, turned) == {"slots": [*turned["slots"].values()]}
    assert whole(two) == {"slots": [{"id": "a", "due": True}, {"id": "b", "cue": "1"}]}
