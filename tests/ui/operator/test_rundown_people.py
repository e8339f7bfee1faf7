"""Names with their marks, however shortly they are written."""

from hypothesis import given
from hypothesis import strategies as st

from runofshow.ui.names import readings
from runofshow.ui.operator.rundown_missing import Mark
from runofshow.ui.operator.rundown_people import Piece, pieces

NAMES = ("Ada LOVELACE", "Émilie DU CHÂTELET", "Zoé", "Jean DE LA TOUR", "Marie CURIE")
MARKS: list[Mark] = ["", "absent", "awaited"]


@given(st.integers(1, len(NAMES)), st.data())
def test_every_mark_stands_somewhere_and_no_letter_is_lost(count: int, data: st.DataObject) -> None:
    names = NAMES[:count]
    marks = [data.draw(st.sampled_from(MARKS)) for _ in names]
    for written in readings(names, lambda some, more: f"{some} +{more}"):
        found = pieces(written, names, marks)
        shown = [piece for piece in found if not piece.text.strip("+").isdigit()]
        named = written.partition(" +")[0]
        assert "".join(piece.joint + piece.text for piece in shown) == named
        assert [piece.mark for piece in shown] == marks[: len(shown)]
        hidden = marks[len(shown) :]
        assert {piece.mark for piece in found[len(shown) :]} | {""} == {*hidden, ""}


def test_who_is_absent_is_not_counted_among_those_left_out() -> None:
    gone: list[Mark] = ["", "absent", "", "absent", ""]
    written = "LOVELACE +4"
    assert pieces(written, NAMES, gone)[1:] == [Piece(" ", "+2"), Piece(" ", "2", "absent")]
    all_gone: list[Mark] = ["", "absent", "absent", "absent", "absent"]
    assert pieces(written, NAMES, all_gone)[1:] == [Piece(" ", "4", "absent")]


def test_where_there_is_no_room_for_a_name_the_worst_mark_stands_after() -> None:
    found = pieces("3 intervenants", NAMES[:3], ("", "awaited", "absent"))
    assert found == [Piece("", "3 intervenants"), Piece(" ", "", "absent")]
