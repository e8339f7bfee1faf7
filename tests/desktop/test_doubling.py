"""The journal's double in the window: chosen, gone, back, and taken up where it knows more."""

import json
import os
import sqlite3
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets

from runofshow.core.commands import Go, Note
from runofshow.core.sentences import Sentence
from runofshow.core.times import Civil
from runofshow.store import double as doubles
from runofshow.store.double import Standing
from runofshow.store.journal import Journal, read_rows
from runofshow.store.recovery import rebuilt
from runofshow.store.settings import Backup
from runofshow.ui.texts.double import FR
from tests.conftest import Aio
from tests.desktop.at_work import banner, banners, choose, data, file, lamp, running, screens, until

__all__ = ["data", "file", "screens"]


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubles, "LOOK_EVERY", 0.01)
    monkeypatch.setattr(QtWidgets.QFileDialog, "show", lambda _: None)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    stick = tmp_path / "stick"
    stick.mkdir()
    return stick


def refused(*_: object) -> None:
    raise sqlite3.OperationalError("the disk is dead")


def test_a_stick_is_chosen_pulled_and_plugged_in_again(
    aio: Aio, data: Path, file: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            doubling, window = desktop.doubling, desktop.window
            window.setting_chosen.emit("double.folder", None)  # the button: a folder is asked for
            (asking,) = window.findChildren(QtWidgets.QFileDialog)
            assert asking.windowModality() == QtCore.Qt.WindowModality.NonModal
            asking.close()
            doubling.keep_in(stick)
            assert desktop.memory.settings.double == Backup(folder=str(stick))
            assert banners(desktop)["double"] == FR.same_disk
            await until(lambda: doubling.standing.file is not None)
            assert str(doubling.standing.file) in lamp(desktop, "disk").detail
            away = stick.with_name("away")
            os.rename(stick, away)  # noqa: PTH104 (a pull of the hand, no task of a loop's)
            await until(lambda: lamp(desktop, "disk").word == FR.lamp)
            assert lamp(desktop, "disk").state == "watch"
            assert banner(desktop, "double").severity == "watch"
            told = desktop.watch.facts().double
            assert told is not None
            assert "rebrancher la clé" in told[0]
            assert "rebrancher la clé" in banners(desktop)["double"]
            desktop.do(Go())  # which goes on all the same
            assert desktop.opened.desk.trouble is None
            os.rename(away, stick)  # noqa: PTH104
            await until(lambda: lamp(desktop, "disk").state != "watch")
            assert banners(desktop)["double"] == FR.is_back
            with monkeypatch.context() as dead:
                dead.setattr("runofshow.store.journal.insert", refused)
                desktop.do(Note(text="sur la clé"))
                await until(lambda: lamp(desktop, "disk").detail.endswith(FR.has))
                assert lamp(desktop, "disk").state == "broken"
                assert "en mémoire et sur le double, 1 geste" in banners(desktop)["disk"]
                assert desktop.opened.desk.waiting == 1
            await until(lambda: desktop.opened.desk.trouble is None)
            await until(lambda: lamp(desktop, "disk").state != "broken")
            kept = doubling.standing.file
            doubling.keep_in(data / "shows")
            assert banners(desktop)["double"] == FR.own_folder
            assert desktop.memory.settings.double.folder == str(stick)
            window.setting_chosen.emit("double.folder", "")
            await until(lambda: doubling.standing == Standing())
        assert kept is not None
        assert read_rows(desktop.opened.path).rows == read_rows(kept.with_suffix(".show")).rows

    aio(run())


def test_what_the_double_knows_and_the_journal_lost_is_offered_and_taken(
    aio: Aio, data: Path, file: Path, stick: Path
) -> None:
    async def first() -> Path:
        async with running(data, file) as desktop:
            desktop.doubling.keep_in(stick)
            desktop.do(Go())
            desktop.do(Note(text="un"))
            desktop.do(Note(text="deux"))
            await until(lambda: desktop.doubling.standing.file is not None)
        return desktop.opened.path

    async def again() -> None:
        async with running(data, file) as desktop:
            assert desktop.opened.desk.show.rev == 1
            await until(lambda: "double_ahead" in banners(desktop))
            assert banner(desktop, "double_ahead").severity == "act"
            assert "2 gestes" in banners(desktop)["double_ahead"]
            choose(desktop, FR.take)
            await until(lambda: desktop.opened.desk.show.rev == 3 and not desktop.errands.busy)
            assert "double_rebuilt" in banners(desktop)
            assert "double_ahead" not in banners(desktop)
            assert desktop.opened.path == path
            desktop.do(Note(text="trois"))
            assert desktop.opened.desk.trouble is None
        assert len(read_rows(path).rows) == 5

    path = aio(first())
    journal = Journal.open(path)
    journal.go_on_from(2)
    journal.close()
    aio(again())
    assert rebuilt(stick / f"{path.stem}.jsonl", path.parent).told.code == "double_knows_less"


def test_with_the_disk_still_dead_the_day_is_taken_up_in_memory_and_written_later(
    aio: Aio, data: Path, file: Path, stick: Path
) -> None:
    shows, away = data / "shows", data / "away"

    async def first() -> None:
        async with running(data, file) as desktop:
            desktop.doubling.keep_in(stick)
            desktop.do(Go())
            desktop.do(Note(text="un"))
            await until(lambda: desktop.doubling.standing.file is not None)

    async def again() -> Path:
        async with running(data, file) as desktop:
            assert desktop.opened.desk.show.rev == 0  # nothing tells of the day, but the stick
            await until(lambda: "double_ahead" in banners(desktop))
            choose(desktop, FR.take)
            await until(lambda: desktop.opened.desk.show.rev == 2)
            desktop.do(Note(text="deux"))
            desk = desktop.opened.desk
            assert (desk.waiting, desk.trouble is not None) == (1, True)
            shows.unlink()
            os.rename(away, shows)  # noqa: PTH104 (a hand's)
            await until(lambda: desk.trouble is None and not desk.waiting)
            return desktop.opened.path

    aio(first())
    shows.rename(away)
    shows.write_text("where the folder should be")
    path = aio(again())
    assert [json.loads(row.body).get("text") for row in read_rows(path).rows[2:]] == ["un", "deux"]
    assert not list(stick.glob("*.kept-*"))


def test_a_damaged_journal_offers_to_open_a_double(aio: Aio, data: Path, file: Path) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            harm = Sentence.of("journal_cut_one", at=Civil(9, 5))
            desktop.doubling.offer_for([harm])
            assert banner(desktop, harm.code).severity == "watch"
            choose(desktop, FR.open_one)
            (asking,) = desktop.window.findChildren(QtWidgets.QFileDialog)
            assert any("*.jsonl" in each for each in asking.nameFilters())
            asking.close()

    aio(run())


def test_a_double_is_opened_like_any_day(
    aio: Aio, data: Path, file: Path, stick: Path, tmp_path: Path
) -> None:
    async def first() -> Path:
        async with running(data, file) as desktop:
            desktop.doubling.keep_in(stick)
            desktop.do(Go())
            await until(lambda: desktop.doubling.standing.file is not None)
            assert desktop.doubling.standing.file is not None
            return desktop.doubling.standing.file

    async def elsewhere(double: Path) -> None:
        async with running(tmp_path / "other", None) as desktop:
            desktop.window.open_asked.emit(double)
            await until(lambda: desktop.opened.desk.show.rev == 1 and not desktop.errands.busy)
            assert desktop.opened.desk.board().on_air is not None
            assert "double_rebuilt" in banners(desktop)
            assert desktop.opened.path.parent == tmp_path / "other" / "shows"

    aio(elsewhere(aio(first())))
