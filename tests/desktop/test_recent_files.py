"""Files opened lately are offered, the last one first; what is dropped anywhere is opened."""

from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.app import Desktop
from runofshow.store import settings as remembered
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


def offered(desktop: Desktop) -> list[tuple[str, bool]]:
    """What the menu offers: the files' names, and whether they can be chosen."""
    named = [entry for entry in desktop.window.menu.recent.actions() if "\t" in entry.text()]
    return [(entry.text().partition("\t")[0], entry.isEnabled()) for entry in named]


def drop(onto: QtWidgets.QWidget, path: Path) -> bool:
    """Drag a file over a part of a window and let it go there; whether it was taken."""
    mime = QtCore.QMimeData()
    mime.setUrls([QtCore.QUrl.fromLocalFile(str(path))])
    action, button = QtCore.Qt.DropAction.CopyAction, QtCore.Qt.MouseButton.LeftButton
    none, at = QtCore.Qt.KeyboardModifier.NoModifier, QtCore.QPoint(5, 5)
    enter = QtGui.QDragEnterEvent(at, action, mime, button, none)
    QtWidgets.QApplication.sendEvent(onto, enter)
    letting_go = QtGui.QDropEvent(QtCore.QPointF(at), action, mime, button, none)
    QtWidgets.QApplication.sendEvent(onto, letting_go)
    return enter.isAccepted() and letting_go.isAccepted()


def test_files_are_offered_again_and_those_gone_are_greyed(
    aio: Aio, data: Path, file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "gala & co.json"
    write(other, leaf("x", start="10:00"), title="Gala")

    async def run() -> None:
        async with running(data, file) as desktop:
            assert offered(desktop) == [("&1  day.json", True)]
            desktop.window.open_asked.emit(other)
            await until(lambda: len(offered(desktop)) == 2)
            assert offered(desktop)[0] == ("&1  gala && co.json", True)
            desktop.window.menu.recent.actions()[1].trigger()
            await until(lambda: offered(desktop)[0] == ("&1  day.json", True))
        other.unlink()
        async with running(data, None, language="fr") as desktop:
            desktop.window.menu.recent.aboutToShow.emit()
            gone = ("&2  gala && co.json (introuvable)", False)
            await until(lambda: gone in offered(desktop))
            entries = {entry.text(): entry for entry in desktop.window.menu.recent.actions()}
            entries["Retirer les introuvables"].trigger()
            assert offered(desktop) == [("&1  day.json", True)]
            entries = {entry.text(): entry for entry in desktop.window.menu.recent.actions()}
            entries["Vider cette liste"].trigger()
            assert not desktop.window.menu.recent.menuAction().isEnabled()
        assert remembered.load(data)[0].recent == ()

    aio(run())


def test_without_a_file_the_sample_day_says_so_and_offers_ones_own(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file):
            pass
        for path in (data / "shows").iterdir():
            path.unlink()
        async with running(data, None) as desktop:
            assert "Journée d'exemple" in banners(desktop)["sample"]
            assert banner(desktop, "sample").seconds is None
            for other in banners(desktop).keys() - {"sample"}:
                desktop.window.drop(other)
            choose(desktop, "day.json")
            await until(lambda: desktop.opened.desk.show.plan.title == "A day")
            assert "sample" not in banners(desktop)

    aio(run())


def test_a_file_can_be_dropped_anywhere(aio: Aio, data: Path, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    write(other, leaf("x", start="10:00"), title="Other")

    async def run() -> None:
        async with running(data, file) as desktop:
            window, asked = desktop.window, list[Path]()
            desktop.window.open_asked.connect(asked.append)
            for gesture in ("keys", "phrases", "preferences", "print_sheet"):
                window.menu.actions_by_name[gesture].trigger()
            parts = [desktop.stage, *window.findChildren(QtWidgets.QWidget)]
            takers = [part for part in parts if part.acceptDrops()]
            assert desktop.stage in takers
            for part in (window.messages.line, window.rundown, window.live.go, *takers):
                assert drop(part, other), part
            assert set(asked) == {other}
            await until(lambda: desktop.opened.desk.show.plan.title == "Other")

    aio(run())
