"""Plan B on paper, in both languages."""

import re
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6 import QtGui, QtWidgets

from runofshow import clock as clocks
from runofshow.core.commands import CatchUp, Edit, PromiseOf
from runofshow.core.plan_b import PlanB
from runofshow.rehearsal import Rehearsal
from runofshow.ui import plan_b
from runofshow.ui.texts.plan_b import EN, FR
from tests.hand import Stage, seed

M = timedelta(minutes=1)
AT = datetime(2016, 1, 19, 6, 42, tzinfo=UTC)


@pytest.fixture
def rehearsal(monkeypatch: pytest.MonkeyPatch) -> Rehearsal:
    monkeypatch.setattr(clocks, "elapsed", lambda: 0.0)
    stage = Stage(seed())
    made = Rehearsal.of(stage.show, stage.at("08:00"))
    made.overrun("table-ronde", 9 * M)
    made.jump(stage.at("10:39"))
    return made


def tried(rehearsal: Rehearsal) -> PlanB:
    rehearsal.do(CatchUp(promise=PromiseOf(slot="dejeuner", of="start"), plan="few"))
    return rehearsal.plan_b()


def text_of(page: str) -> str:
    document = QtGui.QTextDocument()
    document.setHtml(page)
    return re.sub(r"\s+", " ", document.toPlainText())


def test_it_says_what_happens_what_is_done_and_what_comes_of_it(
    qapp: QtWidgets.QApplication, rehearsal: Rehearsal
) -> None:
    said = text_of(plan_b.page(tried(rehearsal), "fr"))
    for part in (
        "Plan B",
        "Répétition du conducteur, mardi 19 janvier 2016",
        "2.2 Table ronde déborde de 9 min",
        "10h39 Rattraper : sur le moins de séquences",
        "5 Conclusion de la matinée −7 min",
        "6 Déjeuner convivial · traiteur 06 39 98 12 15 12h15 12h24 +9 min, manquée 12h15, tenue",
        "6 Déjeuner convivial 12h15 12h24 12h15 1 h 45",
        "Fin 18h00 18h00 18h00",
    ):
        assert part in said.replace("\u00a0", " "), part


def test_it_says_so_in_english_and_offers_what_is_still_possible(
    qapp: QtWidgets.QApplication, rehearsal: Rehearsal
) -> None:
    said = text_of(plan_b.page(rehearsal.plan_b(), "en"))
    for part in (
        "2.2 Table ronde runs over by 9 min",
        "Nothing was tried in the rehearsal.",
        "12:24 +9 min, missed",
        "Still possible at 10:39 for 6 Déjeuner convivial",
        "On fewest items 4 Premiers résultats de l'étude… −2 min, ",
        "5 Conclusion de la matinée −7 min 2 12:15",
    ):
        assert part in said, part


def test_what_somebody_wrote_is_text_and_nothing_else(
    qapp: QtWidgets.QApplication, rehearsal: Rehearsal
) -> None:
    rehearsal.do(Edit(slot="synthese", set={"title": "<b>A & B</b>", "speakers": ["<i>"]}))
    rehearsal.overrun("synthese", M)
    page = plan_b.page(rehearsal.plan_b(), "fr")
    assert "<b>A &" not in page
    assert "<i>" not in page
    assert "3.2 <b>A & B</b> déborde de 1 min" in text_of(page)


def test_it_is_set_as_a_pdf_of_its_title(
    qapp: QtWidgets.QApplication, rehearsal: Rehearsal
) -> None:
    plan = tried(rehearsal)
    made = PdfReader(BytesIO(plan_b.pdf(plan, "fr", AT)))
    assert made.metadata is not None
    assert made.metadata.title == f"Plan B · {plan.title}"
    said = " ".join(page.extract_text() for page in made.pages).replace("\n", " ")
    for part in (
        "2.2 Table ronde déborde de 9 min",
        "6 Déjeuner convivial · traiteur 06 39 98 12 15",
        "12h24 +9 min, manquée",
        f"imprimé le mardi 19 janvier 2016 à 7h42 page 1 sur {len(made.pages)}",
    ):
        assert part in said, part


def test_the_heads_of_the_day_stand_on_every_page_it_takes(
    qapp: QtWidgets.QApplication, rehearsal: Rehearsal
) -> None:
    plan = tried(rehearsal)
    long = plan._replace(lines=plan.lines * 8)
    pages = PdfReader(BytesIO(plan_b.pdf(long, "fr", AT))).pages
    assert len(pages) > 3
    for page in pages[1:]:
        assert "Sans rien faire" in page.extract_text()


def test_the_file_is_named_so_that_any_disk_takes_it(rehearsal: Rehearsal) -> None:
    plan = rehearsal.plan_b()._replace(title='Où : "quoi" / *qui* ?')
    assert plan_b.file_name(plan, "fr") == "Plan B 2016-01-19 Où quoi qui.pdf"


def test_every_word_is_said_in_both_languages() -> None:
    for name, french, english in zip(FR._fields, FR, EN, strict=True):
        assert french, name
        assert english, name
