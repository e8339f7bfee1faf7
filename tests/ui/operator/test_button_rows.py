from runofshow.ui.operator.button_rows import in_rows
from tests.rows import each_row


@each_row("needs, rows", [
    ([], []),
    ([400], [1]),
    ([900], [1]),
    ([100, 100, 100], [3]),
    ([200, 200, 200], [1, 2]),
    ([90] * 9, [4, 5]),
])  # fmt: skip
def test_rows_are_as_even_as_may_be(needs: list[int], rows: list[int]) -> None:
    assert [len(row) for row in in_rows(needs, 480)] == rows
