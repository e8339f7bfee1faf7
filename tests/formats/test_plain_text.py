"""Plain text as people type it: headings, points, marks, tables, broken lines."""

from runofshow.formats.plain_text import document_of, marked
from runofshow.formats.source import Grid, Line
from tests.rows import each_row


def lines(text: str) -> list[Line]:
    return list(document_of(text)[0].lines())


def test_points_have_levels_by_their_indent_their_mark_and_a_second_mark() -> None:
    text = "- a\n - o b\n- c\n  * d\n    * e\n\n• f\n- g\n• h\n1. i\n"
    assert [(one.text, one.level) for one in lines(text)] == [
        *(("a", 1), ("b", 2), ("c", 1), ("d", 2), ("e", 3), ("f", 1), ("g", 2), ("h", 1)),
        ("i", 2),
    ]


def test_headings_are_marked_or_underlined() -> None:
    text = "# A #\ntext\nB\n===\nC\n---\n"
    assert [(one.text, one.heading) for one in lines(text)] == [
        *(("A", 1), ("text", 0), ("B", 1), ("C", 2)),
    ]


@each_row(
    "text, clean, bold, italic",
    [
        ("**Film** : regard", "Film : regard", ((0, 4),), ()),
        ("2^{ème} Rencontre", "2ème Rencontre", (), ()),
        ("*Les solutions* : X", "Les solutions : X", (), ((0, 13),)),
        ("a [link](http://x) b", "a link b", (), ()),
        ("5 * 3 et fin*", "5 * 3 et fin*", (), ()),
        ("***les deux***", "les deux", ((0, 8),), ((0, 8),)),
        ("un mot_composé_ici", "un mot_composé_ici", (), ()),
        ("seul ** marque", "seul ** marque", (), ()),
    ],
)
def test_marks_are_told_apart_from_words(
    text: str, clean: str, bold: tuple[tuple[int, int], ...], italic: tuple[tuple[int, int], ...]
) -> None:
    found = marked(text)
    assert found[0] == clean
    if bold or italic:
        assert found[1:] == (bold, italic)


def test_a_line_goes_on_with_the_next_where_it_is_not_done() -> None:
    text = (
        "9h00 Accueil de la ministre,\npar M. Jacques Glow, administrateur du Collège de\nFrance\n"
        "9h30\nProjection du film\nDébat\n(environ 10 min)\n"
    )
    assert [one.text for one in lines(text)] == [
        "9h00 Accueil de la ministre, par M. Jacques Glow, administrateur du Collège de France",
        *("9h30", "Projection du film", "Débat (environ 10 min)"),
    ]


def test_a_table_is_a_grid_with_its_lines() -> None:
    parts = document_of("Mardi\n\n| Heure | Quoi |\n|---|---|\n| 9h | A |\n| 10h | B |\n")[0].parts
    grid = parts[1]
    assert isinstance(grid, Grid)
    assert grid.rows == (("Heure", "Quoi"), ("9h", "A"), ("10h", "B"))
    assert [grid.place(row).line for row in range(3)] == [3, 5, 6]
