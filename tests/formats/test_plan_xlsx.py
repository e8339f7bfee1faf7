"""The rundown as a workbook, read again by the reader of workbooks: the same plan."""

import io
from datetime import date, timedelta

from hypothesis import given
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from runofshow.core.plan import Kind, Plan, Slot, Speaker
from runofshow.core.times import Civil
from runofshow.formats import own, plan_xlsx, sheets
from runofshow.formats.draft import Asked
from runofshow.places import schedule
from tests.depth import share
from tests.formats.plans import plans
from tests.formats.test_plan_csv import day, leaf, startable
from tests.rows import each_row

ASKED = Asked("conducteur.xlsx", date(2026, 3, 4))


def again(plan: Plan, language: str = "fr") -> Plan | None:
    return sheets.read(plan_xlsx.write(plan, language), ASKED).whole


def rundown(plan: Plan) -> Worksheet:
    sheet = load_workbook(io.BytesIO(plan_xlsx.write(plan, "fr"))).worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


@share(0.3)
@given(plans())
def test_any_plan_is_read_again_as_it_was(plan: Plan) -> None:
    if startable(plan):
        assert again(plan) == plan


@each_row("name", ["pionniers", "conference-en"])
def test_the_sample_days_are_read_again_as_they_were(name: str) -> None:
    plan = own.read(schedule(f"{name}.json").read_bytes(), ASKED.today).plan
    assert again(plan) == again(plan, "en") == plan


DAY = day(
    leaf("accueil", 15, 9, departments={"son": "HF 1"}, note="=1+1"),
    Slot(id="s", title="Session", kind=Kind.SESSION, slots=(leaf("film", 5, kind=Kind.FILM),)),
    leaf("nuit", 90, speakers=(Speaker(name="Ada"),), start=25, skip=True),
)


def test_hours_and_lengths_can_be_reckoned_with() -> None:
    sheet = rundown(DAY)
    start, length = sheet["B5"], sheet["C5"]
    assert start.value == timedelta(hours=9)
    assert start.number_format == "[hh]:mm"
    assert length.value == timedelta(minutes=15)
    assert sheet["B8"].value == timedelta(hours=25)


def test_what_looks_like_a_formula_is_words() -> None:
    sheet = rundown(DAY)
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def test_heads_stand_still_and_come_back_on_every_page() -> None:
    sheet = rundown(DAY)
    assert sheet.freeze_panes == "B5"
    assert sheet.print_title_rows == "$4:$4"
    assert [cell.value for cell in sheet[4]][:5] == ["N°", "Début", "Durée", "Fin", "Titre"]


def test_what_only_we_need_is_hidden() -> None:
    sheet = rundown(DAY)
    hidden = {
        sheet[f"{letter}4"].value for letter, size in sheet.column_dimensions.items() if size.hidden
    }
    assert hidden <= {"Session", "Réf.", "Données"}
    assert "Réf." in hidden


def test_a_session_is_a_band_and_what_is_skipped_is_struck_out() -> None:
    sheet = rundown(DAY)
    bold = [sheet.cell(row, 5).font.b for row in range(5, 9)]
    struck = [bool(sheet.cell(row, 5).font.strike) for row in range(5, 9)]
    assert bold == [False, True, False, False]
    assert struck == [False, False, False, True]


def test_seconds_are_shown_where_there_are_any() -> None:
    plan = day(leaf("a", start=9), leaf("b", duration=timedelta(seconds=90)), leaf("c"))
    sheet = rundown(plan)
    assert sheet.cell(6, 3).number_format == "[h]:mm:ss"
    assert sheet.cell(7, 2).number_format == "[hh]:mm:ss"
    assert Civil(9, 11, 30).past_midnight == sheet.cell(7, 2).value


def test_a_row_is_as_high_as_its_words_need() -> None:
    people = tuple(Speaker(name=f"Camille de la Personne {n}", role="présidente") for n in range(5))
    sheet = rundown(day(leaf("bref", 5, 9), leaf("long", 60, speakers=people)))
    assert sheet.row_dimensions[5].height is None  # one line, as every program has it
    assert sheet.row_dimensions[6].height >= 5 * 14
