"""Fonts, signs and pages that come with the program: harmed ones are said, and nothing falls."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.net import pages as web
from runofshow.ui import fonts, icons, looking
from runofshow.ui.icons import Icon
from runofshow.ui.operator import manual
from tests.conftest import ExpectLog

HARMED = {"empty": b"", "cut": b"OTTO\x00\x0f", "random": bytes(range(256)) * 20}


def harmed(folder: Path, ending: str) -> Path:
    """A folder of harmed files of that ending, and of a folder that is called so."""
    for name, data in HARMED.items():
        (folder / f"{name}{ending}").write_bytes(data)
    (folder / f"folder{ending}").mkdir()
    return folder


def test_fonts_that_are_harmed_are_named_and_another_stands_in(
    qapp: QtWidgets.QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fonts, "resource", lambda _: harmed(tmp_path, ".otf"))
    assert fonts.load() == ("B612", "Inter")
    monkeypatch.setattr(fonts, "load", lambda: ("B612",))
    well, said = looking._fonts()
    assert not well
    assert "(B612)" in said.text("fr")
    assert fonts.lacking() == ()  # the true ones were loaded before


@pytest.mark.parametrize("name", [*HARMED, "folder", "missing"])
def test_a_sign_that_is_harmed_paints_nothing(
    qapp: QtWidgets.QApplication,
    expect_log: ExpectLog,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    name: str,
) -> None:
    harmed(tmp_path, ".svg")
    if name != "missing":
        (tmp_path / f"{name}.svg").rename(tmp_path / "play.svg")
    monkeypatch.setattr(icons, "resource", lambda _: tmp_path)
    read = icons._drawing.__wrapped__
    with nullcontext() if name in ("empty", "cut") else expect_log("no drawing .*play.svg"):
        drawing = read(Icon.LIVE, "#ffffff")
    image = QtGui.QImage(16, 16, QtGui.QImage.Format.Format_ARGB32)
    image.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QtGui.QPainter(image)
    drawing.render(painter, QtCore.QRectF(0, 0, 16, 16))
    painter.end()
    assert image.pixelColor(8, 8).alpha() == 0


def test_a_page_that_is_harmed_is_left_out(
    expect_log: ExpectLog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "random.md").write_bytes(HARMED["random"])
    (tmp_path / "sound.md").write_text("# Sound\n\ntext", "utf-8")
    monkeypatch.setattr(manual, "folder", lambda _: tmp_path)
    with expect_log("no page .*random.md"):
        told = manual.pages.__wrapped__("fr")
    assert [page.title for page in told] == ["Sound"]


def test_a_web_page_that_cannot_be_read_costs_no_other(
    expect_log: ExpectLog, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("gone.html", "stage.html"):
        (tmp_path / name).write_text("x")
    whole = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == "gone.html":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", read)
    with expect_log("no page .*gone.html"):
        pages = web.Pages(tmp_path)
    assert pages.paths() == {"/stage", "/stage.html"}
