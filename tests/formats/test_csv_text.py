from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.errors import Unreadable
from runofshow.formats import csv_text
from runofshow.formats.csv_text import grid_of, looks_like_one, separator_of
from runofshow.formats.draft import Asked
from runofshow.formats.limits import MOST_ROWS
from tests.formats.grids import ASKED, lines
from tests.rows import each_row

TABLE = 'Début;Durée;Titre\n9h00;15 min;"Accueil, ""café"""\n9h15;1h30;"Table\nronde"\n'


@each_row("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
@each_row("separator", [";", ",", "\t", "|"])
@each_row("end", ["\n", "\r\n", "\r"])
def test_any_encoding_separator_and_line_end(encoding: str, separator: str, end: str) -> None:
    text = TABLE.replace(";", separator).replace("\n", end)
    draft = csv_text.read(text.encode(encoding), ASKED)
    assert lines(draft.entries) == ['09:00+15m Accueil, "café"', "09:15+1h30m Table ronde"]
    assert draft.format == ("tsv" if separator == "\t" else "csv")


def test_excel_says_its_separator_on_the_first_line() -> None:
    assert separator_of("sep=;\na,b;c,d\n") == ";"
    assert grid_of("sep=;\na,b;c,d\n").rows == (("a,b", "c,d"),)


def test_an_empty_cell_is_none_and_rows_are_as_wide_as_they_are_written() -> None:
    assert grid_of("a,,c\n\nd,e\n").rows == (("a", None, "c"), (), ("d", "e"))


def test_a_markdown_table_is_one_of_bars() -> None:
    text = "| Heure | Titre |\n|-------|:-----:|\n| 9h | A |\n| 10h |  |\n"
    assert grid_of(text).rows[:3] == (("Heure", "Titre"), ("9h", "A"), ("10h", None))


def test_a_quote_that_is_never_closed_swallows_nothing() -> None:
    text = 'Start,Title\n9:00,"A\n10:00,B\n11:00,"C, D"\n12:00,5" disk\n'
    assert lines(csv_text.read_text(text, ASKED).entries) == [
        '09:00 "A', "10:00 B", "11:00 C, D", '12:00 5" disk',
    ]  # fmt: skip


@each_row(
    "text, table",
    [
        ("Heure;Titre\n9h;A\n10h;B\n", True),
        ("9h00\tAccueil\n10h00\tFin\n", True),
        ("9h00 Accueil, café\n9h30 Exposé de M. Martin, directeur\n", False),
        ("Le programme de la journée\n\n9h00 Accueil\n", False),
        ("", False),
    ],
)
def test_a_table_is_told_from_a_programme_in_lines(text: str, table: bool) -> None:
    assert looks_like_one(text) is table


def test_rows_beyond_the_limit_are_told() -> None:
    text = "Start,Title\n" + "9:00,A\n" * (MOST_ROWS + 10)
    draft = csv_text.read_text(text, ASKED)
    assert [doubt.said.code for doubt in draft.doubts] == ["rows_left"]
    assert len(draft.source.sheets[0].rows) == MOST_ROWS


@given(st.text(alphabet='ab19:;,|\t"\n éN/-', max_size=200))
def test_any_text_is_a_table_or_is_refused(text: str) -> None:
    try:
        draft = csv_text.read_text(text, Asked("x.csv", date(2026, 3, 2)))
    except Unreadable:
        return
    assert draft.entries
