import io
import zipfile
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.errors import Unreadable
from runofshow.formats import sheets
from runofshow.formats.limits import MOST_ROWS
from tests.formats import samples_of_all
from tests.formats.grids import ASKED, lines, open_document, workbook
from tests.rows import each_row

ROWS: list[list[Any]] = [
    ["Date", "Début", "Durée", "Titre", "Intervenants"],
    [date(2026, 6, 16), time(9, 0), timedelta(minutes=15), "Accueil", "Léa Martin"],
    [date(2026, 6, 16), time(9, 15), timedelta(minutes=75), "Table ronde", "Paul Durand"],
]
SAID = ["2026-06-16 09:00+15m Accueil", "2026-06-16 09:15+1h15m Table ronde"]


def test_a_workbook_is_read() -> None:
    draft = sheets.read(workbook({"Programme": ROWS}), ASKED)
    assert lines(draft.entries) == SAID
    assert draft.format == "xlsx"
    assert str(draft.entries[1].place) == "Programme!D3"


def test_a_strict_workbook_is_read() -> None:
    strict = {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "http://purl.oclc.org/ooxml/spreadsheetml/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "http://purl.oclc.org/ooxml/officeDocument/relationships",
    }  # fmt: skip
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook({"Programme": ROWS}))) as old,
        zipfile.ZipFile(made, "w") as new,
    ):
        for name in old.namelist():
            text = old.read(name).decode()
            for usual, other in strict.items():
                text = text.replace(usual, other)
            new.writestr(name, text)
    assert lines(sheets.read(made.getvalue(), ASKED).entries) == SAID


def test_an_old_workbook_is_read() -> None:
    data = (Path(__file__).parent / "samples" / "day.xls").read_bytes()
    draft = sheets.read(data, ASKED)
    assert lines(draft.entries) == [*SAID, "2026-06-16 Pause déjeuner"]
    assert draft.format == "xls"


def test_merged_cells_are_repeated() -> None:
    rows: list[list[Any]] = [
        ["Jour", "Heure", "Titre"],
        ["16 juin 2026", "9h", "A"],
        [None, "10h", "B"],
    ]
    grids, _, _ = sheets.grids_of(workbook({"P": rows}, merged=["A2:A3"]))
    assert grids[0].rows[2] == ("16 juin 2026", "10h", "B")


def test_a_row_merged_across_with_its_time_is_a_thing_of_its_own() -> None:
    rows: list[list[Any]] = [
        ["Heure", "Titre", "Salle"],
        ["9h", "A", "Bleue"],
        ["12h30 – 14h : Déjeuner"],
        ["14h", "B", "Bleue"],
    ]
    draft = sheets.read(workbook({"P": rows}, merged=["A3:C3"]), ASKED)
    assert lines(draft.entries) == ["09:00 A", "12:30-14:00 Déjeuner", "14:00 B"]


def _ods_cell(text: str, more: str = "") -> str:
    held = f"<text:p>{text}</text:p>"
    return f'<table:table-cell office:value-type="string"{more}>{held}</table:table-cell>'


def test_an_open_document_is_read_with_its_merged_cells() -> None:
    rows = "".join(
        f"<table:table-row>{cells}</table:table-row>"
        for cells in (
            _ods_cell("Salle") + _ods_cell("Heure") + _ods_cell("Titre"),
            _ods_cell("Bleue", ' table:number-rows-spanned="2"') + _ods_cell("9h") + _ods_cell("A"),
            "<table:covered-table-cell/>" + _ods_cell("10h") + _ods_cell("B"),
        )
    )
    draft = sheets.read(open_document(rows), ASKED)
    assert [(entry.title, entry.room) for entry in draft.entries] == [
        ("A", "Bleue"),
        ("B", "Bleue"),
    ]
    assert draft.format == "ods"


def test_the_blank_margins_of_an_open_document_cost_nothing() -> None:
    margin = _ods_cell("x", ' table:number-columns-repeated="16384"')
    rows = (
        f"<table:table-row>{_ods_cell('Heure')}{_ods_cell('Titre')}</table:table-row>"
        f"<table:table-row>{_ods_cell('9h')}{_ods_cell('A')}</table:table-row>"
        f'<table:table-row table:number-rows-repeated="1048576">{margin}</table:table-row>'
    )
    (grid,), _, _ = sheets.grids_of(open_document(rows))
    assert len(grid.rows) <= MOST_ROWS
    assert grid.rows[1][:2] == ("9h", "A")


def test_a_cell_at_the_far_corner_costs_nothing() -> None:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook({"P": ROWS}))) as old,
        zipfile.ZipFile(made, "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name.endswith("sheet1.xml"):
                far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                data = data.replace(b"</sheetData>", far)
            new.writestr(name, data)
    (grid,), doubts, _ = sheets.grids_of(made.getvalue())
    assert len(grid.rows) < 10
    assert [doubt.said.code for doubt in doubts] == ["rows_left"]


@each_row("held, told", [("<v>1</v>", [("table_wide", "IW1")]), ("", [])])
def test_a_cell_far_to_the_right_is_told_when_it_says_something(
    held: str, told: list[tuple[str, str]]
) -> None:
    row = f'<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1">{held}</c></row>'
    (grid,), doubts, _ = sheets.grids_of(samples_of_all.workbook(row))
    assert len(grid.rows[0]) == 1
    assert [(doubt.said.code, str(doubt.place)) for doubt in doubts] == told


def test_rows_beyond_the_limit_are_told() -> None:
    rows = [["Heure", "Titre"], *([f"{9 + n // 600}:{n % 60:02d}", f"T{n}"] for n in range(5200))]
    draft = sheets.read(workbook({"P": rows}), ASKED)
    assert len(draft.source.sheets[0].rows) == MOST_ROWS
    assert "rows_left" in [doubt.said.code for doubt in draft.doubts]


def test_a_hidden_sheet_is_left_aside_and_told() -> None:
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(workbook({"P": ROWS, "Vieux": ROWS})))
    book["Vieux"].sheet_state = "hidden"
    made = io.BytesIO()
    book.save(made)
    grids, doubts, _ = sheets.grids_of(made.getvalue())
    assert [grid.name for grid in grids] == ["P"]
    assert [doubt.said.code for doubt in doubts] == ["sheet_hidden"]


def test_days_counted_from_1904_are_the_same_days() -> None:
    import openpyxl
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row)
    made = io.BytesIO()
    book.save(made)
    assert lines(sheets.read(made.getvalue(), ASKED).entries) == SAID


@each_row("data", [b"PK\x03\x04 nothing", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)])
def test_a_broken_workbook_is_a_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable):
        sheets.read(data, ASKED)


@given(st.data())
def test_a_workbook_with_a_wrong_byte_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(_WHOLE)
    for _ in range(data.draw(st.integers(1, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        sheets.grids_of(bytes(whole))
    except Unreadable:
        return


_WHOLE = workbook({"Programme": ROWS})
