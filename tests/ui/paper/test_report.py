"""The report on one page, however much there is to tell."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from runofshow.core.report import Report, report
from runofshow.ui.paper import report as paper_report
from runofshow.ui.paper.marks import Page
from runofshow.ui.paper.sizes import Paper
from runofshow.ui.paper.steps import finished
from tests.hand import Stage, day, leaf
from tests.rows import each_row
from tests.ui.operator.window_days import late_moment, lived
from tests.ui.paper.pages import outside, overlapping, texts

pytestmark = pytest.mark.usefixtures("qapp")


def seed_day() -> Report:
    moment = lived()
    return report(moment.show, moment.now)


def page(of: Report, paper: Paper = Paper.A4, *, client: bool = False) -> Page:
    (only,) = finished(paper_report.made(of, "fr", paper, client=client)).pages
    return only


def long_day(count: int = 250) -> Report:
    """Each item a little longer than planned, one by ten minutes, and a note with each."""
    plan = day(leaf("s0", "2m", start="00:00"), *(leaf(f"s{n}", "2m") for n in range(1, count)))
    stage, minute = Stage(plan), 0.0
    for number in range(count):
        stage.do(f"00:{minute:.2f}", "go")
        if number % 2:
            stage.do(f"00:{minute:.2f}", "note", text=f"note {number}")
        minute += 12 if number == 77 else 2.6
    return report(stage.show, stage.at(f"00:{minute:.2f}"))


def test_a_day_is_told_on_one_page() -> None:
    said = page(seed_day()).text
    for words in (
        "La journée a fini avec 4 min de retard", "9h02", "18h04", "1 sur 2", "traiteur",
        "Table ronde", "Micro 2 en panne, remplacé par le HF 6", "imprimé le mardi 19 janvier 2016",
    ):  # fmt: skip
        assert words in said, words


def test_the_client_s_page_says_nothing_of_anybody_s_overrun() -> None:
    said = page(seed_day(), client=True).text
    assert "Bilan · Client" in said
    assert "Gerardo GIL" in said
    for words in ("débordé", "Qui a cédé quoi", "Micro 2 en panne", "+5:00"):
        assert words not in said


@each_row("paper", [Paper.A4, Paper.LETTER])
@each_row("client", [False, True])
def test_nothing_stands_on_anything_else(paper: Paper, client: bool) -> None:
    moment = late_moment()
    for of in (seed_day(), report(moment.show, moment.now), long_day(60)):
        found = page(of, paper, client=client)
        assert outside(found) == []
        assert overlapping(found) == []


def test_of_a_long_day_what_deviated_most_stays_and_the_rest_is_counted() -> None:
    found = page(long_day())
    titles = [text.text for text in texts(found)]
    assert titles.count("S77") == 2  # who took most, and the item that deviated most
    assert "autres lignes" in found.text
    assert min(text.face.size for text in texts(found)) >= 5.5


def test_before_the_day_it_says_so() -> None:
    stage = Stage(day(leaf("a", start="09:00")))
    assert "n'a pas commencé" in page(report(stage.show, stage.at("08:00"))).text


def test_it_is_written_as_a_pdf_of_one_page() -> None:
    (only,) = PdfReader(BytesIO(paper_report.write(seed_day(), "en"))).pages
    assert "the day ended 4 min late" in only.extract_text().lower()
