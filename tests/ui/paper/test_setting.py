"""Words broken onto lines, and blocks onto pages."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.ui.paper.columns import Column, placed
from runofshow.ui.paper.flow import Block, flowed
from runofshow.ui.paper.letters import Face, width_of
from runofshow.ui.paper.marks import Text
from runofshow.ui.paper.setting import Run, put, put_runs, shortened

pytestmark = pytest.mark.usefixtures("qapp")
FACE = Face(10)


def lines(text: str, width: float) -> list[str]:
    return [each.text for each in put(text, FACE, width).texts]


def test_lines_break_at_spaces_and_after_a_hyphen_within_a_word() -> None:
    wide = width_of("la co-", FACE) + 1
    assert lines("la co-construction", wide) == ["la co-", "construc", "tion"][:1] + lines(
        "construction", wide
    )


def test_a_no_break_space_holds() -> None:
    assert lines("à 9\u00a0h", width_of("à 9", FACE) + 1) == ["à ".strip(), "9\u00a0h"]


def test_no_line_ends_before_a_colon_or_within_quotes_but_for_want_of_room() -> None:
    wide = width_of("de « quoi », un", FACE)
    assert lines("Au fond de « quoi », un mot :", wide)[1:] == ["« quoi », un", "mot :"]


def test_a_new_line_is_a_new_line() -> None:
    assert lines("un\ndeux", 500) == ["un", "deux"]


def test_runs_that_touch_are_not_parted() -> None:
    bold = Face(10, 700)
    wide = width_of("un deux", FACE) + 2
    texts = put_runs((Run("un deux", FACE), Run(",", bold)), wide).texts
    by_line: dict[float, str] = {}
    for each in texts:
        by_line[each.y] = by_line.get(each.y, "") + each.text
    assert [line.strip() for line in by_line.values()] == ["un", "deux,"]


@given(st.text(max_size=120), st.floats(20, 400))
def test_no_line_is_wider_than_its_place_and_no_letter_is_lost(text: str, width: float) -> None:
    setting = put(text, FACE, width)
    for each in setting.texts:
        assert width_of(each.text, FACE) <= width + 1 or len(each.text) == 1
    kept = "".join(each.text for each in setting.texts)
    lost = set(text) - set(kept)
    assert all(letter.isspace() or not letter.isprintable() for letter in lost)


@given(st.text(max_size=60), st.floats(15, 200))
def test_a_shortened_text_fits_and_says_so(text: str, width: float) -> None:
    short = shortened(text, FACE, width)
    assert width_of(short, FACE) <= width or short == "…"


# --- flow --------------------------------------------------------------------------------------


def test_a_block_stays_whole_and_a_heading_goes_with_what_follows() -> None:
    blocks = [Block(40), Block(40), Block(10, keeps=True), Block(30)]
    pages = flowed(blocks, lambda _: 100)
    assert [[block.height for block in page] for page in pages] == [[40, 40], [10, 30]]


def test_a_block_taller_than_a_page_is_divided_between_lines() -> None:
    words = tuple(Text(0, 10 + 12 * n, f"l{n}", FACE) for n in range(30))
    pages = flowed([Block(370, words), Block(20)], lambda _: 100)
    texts = [
        mark.text for page in pages for b in page for mark in b.marks if isinstance(mark, Text)
    ]
    assert texts == [f"l{n}" for n in range(30)]
    assert all(sum(block.height for block in page) <= 100 for page in pages)


@given(st.lists(st.tuples(st.floats(1, 90), st.booleans()), max_size=40))
def test_no_page_holds_more_than_it_can_but_for_what_keeps(
    blocks: list[tuple[float, bool]],
) -> None:
    made = [Block(height, keeps=keeps) for height, keeps in blocks]
    pages = flowed(made, lambda number: 100 if number else 60)
    assert [block for page in pages for block in page] == made
    for number, page in enumerate(pages):
        assert sum(block.height for block in page) <= (100 if number else 60) or len(page) > 0


# --- columns -----------------------------------------------------------------------------------


@given(
    st.lists(st.tuples(st.floats(10, 80), st.floats(0, 200)), min_size=1, max_size=9),
    st.floats(200, 800),
)
def test_columns_fill_the_paper_side_by_side(
    wishes: list[tuple[float, float]], wide: float
) -> None:
    columns = [Column(str(n), "", least, least + more) for n, (least, more) in enumerate(wishes)]
    places = list(placed(columns, wide, 5).values())
    assert places[-1].x + places[-1].width == pytest.approx(wide)
    for before, after in itertools.pairwise(places):
        assert after.x == pytest.approx(before.x + before.width + 5)
    assert all(place.width > 0 for place in places)
