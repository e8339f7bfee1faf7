from runofshow.formats.markdown_tables import evened
from tests.rows import each_row


@each_row(
    "written, made",
    [
        ("| | **Friday**\n|---|---|---\n| 9:00 | A | B |\n",
         "| | **Friday** | |\n|---|---|---\n| 9:00 | A | B |\n"),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 | 4 |\n\n| x |",
         "| a | b | | |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n\n| x |"),
        ("a | b\n--|--\n1 | 2", "a | b\n--|--\n1 | 2"),
        ("a \\| b | c\n---|---\n1 | 2", "a \\| b | c\n---|---\n1 | 2"),
        ("no table\n-----\n| a |", "no table\n-----\n| a |"),
    ],
)  # fmt: skip
def test_labels_and_dashes_get_as_many_cells_as_the_longest_row(written: str, made: str) -> None:
    assert evened(written) == made
