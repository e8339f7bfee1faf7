"""Files of the desktop: revised from, written as what their names end in, printed."""

import json
from functools import partial
from pathlib import Path

from runofshow.app import Desktop
from runofshow.core.commands import Finish, Go, Recall
from runofshow.formats import own
from runofshow.store import recovery
from tests.conftest import Aio
from tests.desktop.at_work import (
    banners,
    choose,
    data,
    file,
    page_of,
    running,
    screens,
    until,
    write,
)
from tests.hand import leaf

__all__ = ["data", "file", "screens"]


def test_a_running_day_is_revised_from_another_file(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "v2.json"
    write(other, leaf("a", start="09:00"), leaf("b", "15m"), leaf("d", title="A toast"), title="x")

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.do(Go())
            desktop.window.open_asked.emit(other)
            choose(desktop, "Réviser la journée (F8)")
            revising = desktop.window.revising
            await until(lambda: revising.open)
            assert {"length:b", "removed:c", "inserted:d"} <= revising.accepted
            revising.tick("removed:c", on=False)
            revising.take()
            show = desktop.opened.desk.show
            assert [slot.id for slot in show.plan.slots] == ["a", "b", "d", "c"]
            assert not show.outline.by_id["c"].skipped
            assert "revised" in banners(desktop)
            path = desktop.opened.path
        assert recovery.recover(path).show.plan == show.plan

    aio(run())


def test_the_programme_of_another_is_looked_at_and_then_revises_the_day(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    sent = tmp_path / "programme.txt"
    sent.write_text("9h00 : A (10 min)\n9h10 : B (20 min)\n9h30 : C (10 min)\n", "utf-8")

    async def run() -> None:
        async with running(data, file) as desktop:
            window = desktop.window
            window.revise_asked.emit(sent)
            await until(lambda: window.importing.proof is not None)
            window.importing.sheet.taken.emit()
            assert (window.importing.open, window.revising.open) == (False, True)
            assert "length:b" in window.revising.accepted

    aio(run())


def test_a_revised_programme_that_cannot_be_read_is_told(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"slots": 3}')

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.window.revise_asked.emit(bad)
            await until(lambda: "trouble" in banners(desktop))
            assert not desktop.window.revising.open

    aio(run())


def test_what_is_saved_reads_back(aio: Aio, data: Path, file: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.window.save_asked.emit(saved)
            assert "saved.json" in banners(desktop)["saved"]
            plan = desktop.opened.desk.show.plan
            assert own.read(saved.read_bytes(), plan.date).plan == plan
            desktop.window.save_asked.emit(tmp_path)
            assert "trouble" in banners(desktop)

    aio(run())


def test_the_rundown_is_saved_as_what_its_name_ends_in(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            for name in ("jour.csv", "jour.ics"):
                desktop.window.save_asked.emit(tmp_path / name)
                await until(partial(kept, desktop, name))
            assert "Heures calées" in (tmp_path / "jour.csv").read_text("utf-8-sig")
            assert (tmp_path / "jour.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
            desktop.window.save_asked.emit(tmp_path / "jour.docx")
            assert ".xlsx" in banners(desktop)["trouble"]

    aio(run())


def kept(desktop: Desktop, name: str) -> bool:
    """Whether the window says that the rundown was saved under that name."""
    return name in banners(desktop).get("saved", "")


def exported(desktop: Desktop, name: str) -> bool:
    """Whether the window says that a report of that name is there."""
    return name in banners(desktop).get("exported", "")


def test_the_report_is_that_of_the_show_and_is_written_as_its_name_says(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.do(Go())
            desktop.do(Finish())
            assert page_of(desktop) == "report"
            shown = desktop.window.pages.report_page.report
            assert shown is not None
            assert [line.item.status for line in shown.lines] == ["done", "dropped", "dropped"]
            for name in ("bilan.csv", "bilan.json", "bilan.pdf", "bilan.xlsx"):
                desktop.window.export_asked.emit(tmp_path / name, False)
                await until(partial(exported, desktop, name))
            assert json.loads((tmp_path / "bilan.json").read_bytes())["state"] == "after"
            assert "séquence;1;" in (tmp_path / "bilan.csv").read_text("utf-8-sig")
            assert (tmp_path / "bilan.pdf").read_bytes().startswith(b"%PDF")
            desktop.window.export_asked.emit(tmp_path / "bilan.docx", False)
            assert ".pdf, .csv, .xlsx, .json" in banners(desktop)["trouble"]
            desktop.do(Recall())
            assert page_of(desktop) == "rundown"

    aio(run())


def test_the_day_is_printed_as_the_window_shows_it_and_kept_where_it_is_wanted(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            printing, page = desktop.window.printing, tmp_path / "jour.pdf"
            printing.toggle()
            await until(lambda: printing.sheet.pages > 0)
            desktop.window.pdf_made.emit(page, b"%PDF")
            assert page.read_bytes() == b"%PDF"
            assert "jour.pdf" in banners(desktop)["printed"]
            desktop.window.pdf_made.emit(tmp_path, b"%PDF")
            assert "trouble" in banners(desktop)

    aio(run())
