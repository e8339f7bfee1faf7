"""Another day in the place of the open one: surely asked, told, nothing lost when it cannot be."""

from datetime import timedelta
from pathlib import Path

import pytest

from runofshow.core.commands import Edit, Go, Stretch
from runofshow.desktop.late_opening import gone
from runofshow.store.journal import read_rows
from runofshow.store.owner import owner_of
from tests.conftest import Aio
from tests.desktop.at_work import (
    banner,
    banners,
    choose,
    data,
    file,
    running,
    screens,
    until,
    write,
)
from tests.hand import leaf

__all__ = ["data", "file", "screens"]


def test_a_go_in_the_sample_day_has_it_begin_there_and_then(aio: Aio, data: Path) -> None:
    """As it was changed; and a second press is the second of a guarded pair, not another day."""

    async def run() -> None:
        async with running(data, None) as desktop:
            desktop.guide.end()
            desktop.do(Edit(set={"title": "Mine"}))
            desktop.do(Go())
            desktop.do(Go())
            await until(lambda: desktop.opened.desk.board().on_air is not None)
            board = desktop.opened.desk.board()
            assert (board.title, board.rev) == ("Mine", 1)
            assert abs(board.drift) <= timedelta(seconds=30)
            await until(lambda: "refused" in banners(desktop))

    aio(run())


def test_a_programme_opened_long_after_its_hours_begins_now_when_asked(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    """With what was changed in it."""
    old = tmp_path / "old.json"
    write(old, leaf("a", start="05:00"), leaf("b"), leaf("c"))

    async def run() -> None:
        async with running(data, file) as desktop:
            assert "hours_gone" not in banners(desktop)
            desktop.documents.open(old)
            await until(lambda: "hours_gone" in banners(desktop))
            assert banners(desktop)["hours_gone"] == "Ce programme commençait à 5h00."
            desktop.do(Edit(set={"title": "Mine"}))
            desktop.window.banner_chosen.emit("hours_gone", "now")
            await until(lambda: not gone(desktop.opened.desk.board()))
            board = desktop.opened.desk.board()
            assert (board.title, board.state) == ("Mine", "before")
            assert board.drift < timedelta(minutes=1)

            write(gala := tmp_path / "gala.json", leaf("a", start="05:00"), leaf("b"))
            desktop.documents.open(gala)
            await until(lambda: "hours_gone" in banners(desktop))
            desktop.do(Go())
            await until(lambda: "hours_gone" not in banners(desktop))  # it runs, late: as it is

    aio(run())


def test_a_show_opened_during_a_rehearsal_ends_it(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    write(other, leaf("x", start="09:00"), title="Another day")

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.rehearsing.begin()
            desktop.window.open_asked.emit(other)
            await until(lambda: desktop.opened.desk.show.plan.title == "Another day")
            await until(lambda: not desktop.errands.busy)
            assert not desktop.rehearsing.on
            assert desktop.window.board is not None
            assert desktop.window.board.title == "Another day"

    aio(run())


def test_another_schedule_takes_the_place_of_one_that_has_not_begun(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    write(other, leaf("x", start="09:00"), title="Another day")

    async def run() -> None:
        async with running(data, file) as desktop:
            former = desktop.opened.path
            desktop.window.open_asked.emit(other)
            await until(lambda: "opened" in banners(desktop))
            assert "Another day" in desktop.window.windowTitle()
            assert desktop.stage.shown.title == "X"
            assert owner_of(former) is None
            assert owner_of(desktop.opened.path) is not None
            desktop.do(Go())
        assert [row.seq for row in read_rows(former).rows] == [1]

    aio(run())


def test_a_day_that_runs_is_not_replaced_without_a_second_word(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    write(other, leaf("x", start="09:00"), title="Another day")

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.do(Go())
            desktop.window.open_asked.emit(other)
            assert "other.json" in banners(desktop)["open"]
            assert desktop.opened.desk.board().title == "A day"
            choose(desktop, "Ouvrir à la place")
            await until(lambda: desktop.opened.desk.board().title == "Another day")

    aio(run())


def test_a_prepared_day_is_not_replaced_without_a_second_word(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "v2.json"
    write(other, leaf("a", start="09:00"), leaf("b", "15m"), leaf("c"))

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.do(Edit(slot="c", set={"note": "HF 3"}))
            desktop.window.open_asked.emit(other)
            assert "préparée" in banners(desktop)["open"]
            choose(desktop, "Réviser la journée (F8)")
            await until(lambda: desktop.window.revising.open)
            assert desktop.window.revising.accepted == {"length:b"}

    aio(run())


@pytest.mark.parametrize("text", ["", "{", '{"title": 3}', "\x00\x01", None])
def test_a_bad_file_is_told_and_what_ran_goes_on(
    aio: Aio, data: Path, file: Path, tmp_path: Path, text: str | None
) -> None:
    bad = tmp_path / "bad.json"
    if text is not None:
        bad.write_text(text)

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.window.open_asked.emit(bad)
            await until(lambda: "trouble" in banners(desktop))
            assert "bad.json" in banners(desktop)["trouble"]
            assert banner(desktop, "trouble").severity == "watch"
            desktop.do(Go())
            assert desktop.stage.shown.digits == "10:00"
            assert owner_of(desktop.opened.path) is not None

    aio(run())


def test_the_file_that_runs_opened_again_goes_on(aio: Aio, data: Path, file: Path) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.do(Go())
            desktop.window.open_asked.emit(file)
            choose(desktop, "Ouvrir à la place")
            await until(lambda: "opened" in banners(desktop))
            desktop.do(Stretch(by=timedelta(minutes=1)))
            assert desktop.opened.desk.board().rev == 2
            assert desktop.opened.desk.watching is None
            assert owner_of(desktop.opened.path) is not None

    aio(run())


def test_the_file_that_runs_changed_and_opened_again_before_the_day_is_read_anew(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            write(file, leaf("a", start="09:00"), title="A better day")
            desktop.window.open_asked.emit(file)
            await until(lambda: "opened" in banners(desktop))
            assert desktop.opened.desk.watching is None
            assert desktop.opened.desk.board().title == "A better day"

    aio(run())
