"""The report as a workbook: real hours and numbers, nothing that a spreadsheet would run."""

import io
from datetime import timedelta

from openpyxl import Workbook, load_workbook

from runofshow.core.report import Report
from runofshow.formats import report_xlsx
from tests.formats.test_reports import told
from tests.rows import each_row


def book(report: Report, language: str = "fr", *, client: bool = False) -> Workbook:
    return load_workbook(io.BytesIO(report_xlsx.write(report, language, client=client)))


def column(book: Workbook, sheet: int, head: str) -> list[object]:
    """The cells below a head."""
    lines = list(book.worksheets[sheet].iter_rows(min_row=2))
    at = [cell.value for cell in lines[0]].index(head)
    return [line[at].value for line in lines[1:]]


def test_hours_are_hours_and_lengths_are_numbers_of_minutes() -> None:
    made = book(told())
    assert column(made, 1, "Début réel")[:2] == [
        timedelta(hours=9, minutes=2), timedelta(hours=9, minutes=34),
    ]  # fmt: skip
    assert column(made, 1, "Durée réelle (min)")[:3] == [32, 20, 12]
    assert column(made, 1, "Écart (min)")[:3] == [2, 0, -3]


def test_an_hour_after_midnight_is_counted_from_the_day_s_own_midnight() -> None:
    stage = told()
    late = stage._replace(planned_end=stage.planned_end and stage.planned_end + timedelta(hours=13))
    cell = next(
        cell
        for cell in book(late).worksheets[0]["F"]
        if isinstance(cell.value, timedelta) and cell.value > timedelta(days=1)
    )
    assert cell.number_format == report_xlsx.HOURS


@each_row("sign", ["=1+1", "+1", "-1", "@x", "\t=1", "\x00=1", "＝1"])
def test_nothing_that_somebody_wrote_is_run(sign: str) -> None:
    found = told(title=sign)
    for sheet in book(found).worksheets:
        for cell in (cell for line in sheet.iter_rows() for cell in line):
            assert cell.data_type != "f"
            assert not str(cell.value or "").startswith(("=", "@", "\t", "+", "＝"))


def test_heads_stand_still_and_are_printed_on_every_page_across() -> None:
    for sheet in book(told()).worksheets:
        assert sheet.freeze_panes == "A3"
        assert sheet.print_title_rows == "$1:$2"
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.auto_filter.ref


def test_the_client_is_told_of_nobody_s_overrun() -> None:
    made = book(told(), "en", client=True)
    assert made.sheetnames == ["Report"]
    heads = [cell.value for cell in made.worksheets[0][2]]
    assert "Overrun (min)" not in heads
    assert "Time given back (min)" in heads
