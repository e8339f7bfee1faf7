"""What the machine does to a show: it may sleep, its disk refuses, its clock jumps."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from runofshow import machine
from runofshow.core.board import Board
from runofshow.core.commands import Finish, Go, Hold, Note, Recall, Resume, Stretch
from runofshow.core.errors import Unwritable
from runofshow.machine import Power
from runofshow.store.journal import read_rows
from tests.conftest import Aio
from tests.desktop.at_work import (
    Wall,
    banner,
    banners,
    choose,
    data,
    file,
    flips,
    lamp,
    running,
    screens,
    until,
    write,
)
from tests.hand import leaf

__all__ = ["data", "file", "screens"]


def test_a_machine_that_may_fall_asleep_is_told_of_once_when_the_day_begins(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            await until(lambda: desktop.watch.awake.granted is True)
            desktop.do(Go())
            assert "asleep" not in banners(desktop)
            desktop.watch.awake.granted = False
            desktop.do(Hold())
            assert "asleep" in banners(desktop)
            desktop.window.drop("asleep")
            desktop.do(Resume())
            assert "asleep" not in banners(desktop)

    aio(run())


def test_the_machine_is_kept_awake_before_a_day_and_during_it_and_may_sleep_after_it(
    aio: Aio, data: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            awake = desktop.watch.awake
            await until(lambda: awake.granted is True)
            desktop.rehearsing.begin()
            assert awake.granted
            desktop.rehearsing.leave()
            desktop.do(Go())
            desktop.do(Finish())
            await until(lambda: awake.granted is None)
            desktop.do(Recall())
            await until(lambda: awake.granted is True)
            monkeypatch.setattr(machine, "power", lambda: Power(True, None))
            awake.granted = False
            desktop.watch.look()
            power = lamp(desktop, "power")
            assert (power.state, power.word) == ("watch", "veille\u202f!")

    aio(run())


def test_a_sample_day_that_nobody_asked_for_keeps_nothing_awake(aio: Aio, data: Path) -> None:
    async def run() -> None:
        async with running(data, None) as desktop:
            assert desktop.watch.awake._thread is None
            desktop.opened.desk.do(Go())
            await until(lambda: desktop.watch.awake.granted is True)

    aio(run())


def test_the_page_of_what_is_ready_is_told_of_the_machine_and_kept_true(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.window.stage_window_asked.emit()
            desktop.window.pages.open("ready")
            page = desktop.window.checking.page
            await until(lambda: page.machine is not None)
            assert page.machine is not None
            assert (page.machine.stage, page.machine.refuses) == ("beside", False)
            desktop.placer.put_away()
            assert page.machine.stage == "away"

    aio(run())


def test_a_disk_that_refuses_is_told_and_the_show_catches_up(
    aio: Aio, data: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wall = Wall()

    def refuse(*_: object) -> object:
        raise Unwritable("disk_full", place="show")

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            path, kept = desktop.opened.path, desktop.opened.kept
            assert kept is not None
            monkeypatch.setattr(kept, "append", refuse)
            desktop.do(Go())
            flips(desktop, wall)
            desktop.do(Stretch(by=timedelta(minutes=1)))
            assert desktop.stage.shown.digits == "10:59"
            assert banner(desktop, "disk").severity == "act"
            assert "2 gestes à écrire" in banners(desktop)["disk"]
            assert lamp(desktop, "disk").state == "broken"
            choose(desktop, desktop.window.words.window.seen)
            flips(desktop, wall)
            assert "disk" not in banners(desktop)  # seen; there is nothing new to say
            desktop.do(Stretch(by=timedelta(minutes=-1)))
            assert "3 gestes à écrire" in banners(desktop)["disk"]
            monkeypatch.undo()
            flips(desktop, wall)
            assert banner(desktop, "disk").severity == "note"
            assert "tout est écrit" in banners(desktop)["disk"]
            assert lamp(desktop, "disk").state == "ok"
        commands = [json.loads(row.body)["do"] for row in read_rows(path).rows[1:]]
        assert commands == ["go", "stretch", "stretch"]

    aio(run())


def test_a_disk_that_is_really_full_and_then_is_not(aio: Aio, tmp_path: Path, file: Path) -> None:
    wall = Wall()
    data = tmp_path / "small"
    data.mkdir()

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            path = desktop.opened.path
            filler = data / "filler"
            fill(filler)
            desktop.do(Go())
            for _ in range(2000):
                desktop.do(Note(text="x" * 500))
                if desktop.opened.desk.trouble is not None:
                    break
            assert banner(desktop, "disk").severity == "act"
            assert lamp(desktop, "disk").state == "broken"
            flips(desktop, wall)
            assert desktop.stage.shown.digits == "9:59"
            filler.unlink()
            await until(lambda: desktop.opened.desk.trouble is None)
            assert banner(desktop, "disk").severity == "note"
            assert lamp(desktop, "disk").state != "broken"
            rev = desktop.opened.desk.board().rev
        assert len(read_rows(path).rows) == rev + 1

    with small_disk(data):
        aio(run())


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Make `folder` a disk of two megabytes; the test is skipped where that is not allowed."""
    if shutil.which("mount") is None:
        pytest.skip("no disk can be mounted here")
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("no disk may be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(path: Path) -> None:
    """Write until the disk is full."""
    with path.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 4096):
            pass


def test_a_machine_whose_time_jumps_is_told_of_it(aio: Aio, data: Path, file: Path) -> None:
    wall = Wall()

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            desktop.do(Go())
            wall.at += timedelta(hours=1)
            flips(desktop, wall)
            assert "1 h" in banners(desktop)["clock"]
            assert desktop.stage.shown.digits == "9:59"
            desktop.window.drop("clock")
            flips(desktop, wall)
            assert "clock" not in banners(desktop)

    aio(run())


def test_a_machine_that_slept_says_so_at_once_and_what_went_by(
    aio: Aio, data: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No storm on waking: what was to go by itself has gone, in one turn, and one banner tells."""
    auto = {"advance": "auto"}
    items = [leaf(id_, "2m", title=id_.upper(), **auto) for id_ in "bcde"]
    write(file, leaf("a", "2m", start="09:00", **auto), *items)
    wall = Wall()

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            desktop.do(Go())
            boards: list[Board] = []
            desktop.beat.boarded.connect(boards.append)
            renewed: list[bool] = []
            monkeypatch.setattr(desktop.watch.awake, "renew", lambda: renewed.append(True))
            wall.sleep(7 * 60)
            flips(desktop, wall)
            assert [board.rev for board in boards] == [4]
            live = boards[0].on_air
            assert live is not None
            assert (live.slot, live.remaining) == ("d", timedelta(seconds=59))
            said = banners(desktop)["slept"]
            assert "7 min\u00a0: 3 séquences parties seules" in said
            assert said.endswith("la dernière «\u202fD\u202f» à 9h05.")
            assert renewed == [True]  # what keeps the machine awake may have been lost
            flips(desktop, wall)
            assert len(boards) == 2

    aio(run())
