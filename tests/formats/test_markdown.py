"""Markdown as people write programmes in it; every part stands at its own line of the file."""

from runofshow.formats.markdown import document
from runofshow.formats.source import Document
from tests.formats.written import ASKED, grid, levels, marked, rows, texts


def read(text: str) -> Document:
    return document(text.encode(), ASKED)[0]


def test_marks_are_told_apart_from_the_words() -> None:
    (title, line) = read(
        "# La 2^{ème} **rencontre** {#haut}\n\n*Film* de [A. B.](http://x)\n"
    ).lines()
    assert (title.heading, title.text, marked(title)[0]) == (1, "La 2ème rencontre", ["rencontre"])
    assert (line.text, marked(line)[1], line.number) == ("Film de A. B.", ["Film"], 3)


def test_points_keep_their_levels_also_when_one_space_and_a_mark_tell_them() -> None:
    assert levels(read("- Table ronde\n - o Yannick\n- Film\n  - Synthèse\n")) == [
        (1, "Table ronde"),
        (2, "Yannick"),
        (1, "Film"),
        (2, "Synthèse"),
    ]


def test_lines_of_a_paragraph_stay_apart_unless_a_margin_broke_them() -> None:
    assert texts(read("9h00 Accueil\n9h15 Ouverture\npar A.\n")) == [
        "9h00 Accueil",
        "9h15 Ouverture",
        "par A.",
    ]
    wrapped = (
        "Intervention de M. Bertrand Collomb, président de l’Institut des\n"
        "hautes études, suivie d’un échange\n"
    )
    assert texts(read(wrapped)) == [" ".join(wrapped.split("\n")).strip()]


def test_a_day_of_the_month_is_no_number_of_a_point() -> None:
    assert levels(read("19. Januar 2016\n\n1. Film\n2. Fin\n")) == [
        (0, "19. Januar 2016"),
        (1, "Film"),
        (1, "Fin"),
    ]


def test_tables_stand_at_their_rows_and_are_texts() -> None:
    found = read(
        "# P\n\n| Heure | Quoi |\n|---|---|\n| 9h30 – 10h | **Accueil**<br>café |\n| 10h | |\n"
    )
    assert rows(found) == [("Heure", "Quoi"), ("9h30 – 10h", "Accueil\ncafé"), ("10h", None)]
    assert grid(found).lines == (3, 5, 6)
    assert grid(found).place(1).line == 5


def test_front_matter_gives_the_title_and_fences_and_comments_are_left_out() -> None:
    found = read('---\ntitle: "Journées"\n---\n\n::: {.note}\n**Format** : libre\n:::\n\n---\n')
    assert found.title == "Journées"
    assert [(line.number, line.text) for line in found.lines()] == [(6, "Format : libre")]


def test_a_table_of_html_is_read_where_it_stands_and_what_follows_it_is_markdown() -> None:
    found = read("Un\n\n<table>\n<tr><td>9h<td>A\n<tr><td>10h<td>B\n</table>\n* note\n* autre\n")
    assert rows(found) == [("9h", "A"), ("10h", "B")]
    assert grid(found).lines == (4, 5)
    assert [(line.number, line.level, line.text) for line in found.lines()] == [
        (1, 0, "Un"),
        (7, 1, "note"),
        (8, 1, "autre"),
    ]


def test_definitions_and_indented_text_are_read() -> None:
    assert levels(read("**Lieu**\n: Paris\n: Lyon\n\n    9h00  Accueil\n    9h15  Film\n")) == [
        (0, "Lieu"),
        (1, "Paris"),
        (1, "Lyon"),
        (0, "9h00 Accueil"),
        (0, "9h15 Film"),
    ]


def test_the_lines_shown_are_those_of_the_file() -> None:
    text = "# Titre\n\n- *un*\n"
    assert document(text.encode(), ASKED)[1].lines == ("# Titre", "", "- *un*", "")
