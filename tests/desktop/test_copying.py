"""A copy of everything from the window: named, written while the show runs, no secret seen."""

import asyncio
import zipfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from PySide6 import QtCore, QtGui, QtTest, QtWidgets

from runofshow.cli import copying as from_outside
from runofshow.cli import doctor
from runofshow.core.commands import Go, Stretch
from runofshow.desktop import copying
from runofshow.desktop.copying import picture, secrets_of
from runofshow.ui.operator.wire_rows import Stands
from tests.conftest import Aio, ExpectLog
from tests.desktop.at_work import banners, data, file, running, screens, until
from tests.process import PATIENCE

__all__ = ["data", "file", "screens"]
Key = QtCore.Qt.Key


def test_a_copy_is_named_and_written_while_the_show_runs(
    aio: Aio,
    data: Path,
    file: Path,
    tmp_path: Path,
    expect_log: ExpectLog,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[tuple[str, ...]] = []
    real = copying._run

    def ran(words: Sequence[str]) -> "CompletedProcess[str]":
        """The true process for what it names; what it writes is looked at in tests/cli."""
        if "--output" not in words:
            return real(words)
        asked.append(tuple(words[words.index("--output") :]))
        refused = len(asked) == 1
        return CompletedProcess(words, int(refused), "", "no room there\n" if refused else "")

    monkeypatch.setattr(copying, "_run", ran)

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.do(Go())
            window = desktop.window
            window.menu.actions_by_name["copy_everything"].trigger()
            sheet = window.copying.sheet
            assert not sheet.write_it.isEnabled()  # nothing has been named yet
            await until(lambda: sheet.contents is not None)
            said = sheet.text.toPlainText()
            assert "A day" in said
            assert "1 image" in said
            assert "Jamais dedans" in said
            QtTest.QTest.keyClick(sheet, Key.Key_N)
            assert "sont remplacés" in sheet.text.toPlainText()
            assert "1 image" not in sheet.text.toPlainText()
            with expect_log("no copy: no room there"):
                window.copy_asked.emit(tmp_path / "a.zip", sheet.names)
                await until(lambda: "no room there" in sheet.status)
            assert sheet.write_it.isEnabled()
            QtTest.QTest.keyClick(sheet, Key.Key_N)
            window.copy_asked.emit(tmp_path / "b.zip", sheet.names)
            desktop.do(Stretch(by=timedelta(minutes=1)))  # the show goes on
            assert desktop.opened.desk.show.rev == 2
            await until(lambda: not window.copying.open)
            assert "b.zip" in banners(desktop)["saved"]

    aio(run(), within=PATIENCE)
    assert asked == [
        ("--output", str(tmp_path / "a.zip"), "--without-names"),
        ("--output", str(tmp_path / "b.zip")),
    ]


def test_what_shows_links_and_pins_is_blotted_out(
    aio: Aio, data: Path, file: Path, qapp: QtWidgets.QApplication
) -> None:
    async def run() -> None:
        async with running(data, file) as desktop:
            window = desktop.window
            assert list(secrets_of(window)) == []
            window.wirings.lay()
            window.wirings.put(Stands())
            (sheet,) = secrets_of(window)
            image = picture(window, [sheet])
            corner = sheet.mapTo(window, QtCore.QPoint())
            within = QtCore.QRect(corner, sheet.size()).adjusted(1, 1, -2, -2)
            grey = QtGui.QColor(QtCore.Qt.GlobalColor.gray)
            for x in range(within.left(), within.right(), 37):
                for y in range(within.top(), within.bottom(), 37):
                    assert image.pixelColor(x, y) == grey
            assert image.pixelColor(5, 5) != grey
            window.venue.lay()
            assert len(list(secrets_of(window))) == 2  # the one below may be seen beside it

    aio(run())


def test_who_copies_from_outside_is_given_pictures_of_the_windows(
    aio: Aio,
    data: Path,
    file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "copy.zip"
    monkeypatch.setattr(doctor, "findings", lambda *_, **__: iter(()))

    async def run() -> None:
        async with running(data, file):
            wanted = from_outside.Wanted(out=out)
            assert await asyncio.to_thread(from_outside.run, wanted, data, "fr") == 0

    aio(run())
    with zipfile.ZipFile(out) as archive:
        assert archive.read("pictures/regie.png").startswith(b"\x89PNG")
