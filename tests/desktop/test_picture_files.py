"""Outputs as image files: a process each, begun, ended and begun again as the settings have it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from runofshow.core.show import Show
from runofshow.desk import Desk
from runofshow.desktop import picture_files
from runofshow.desktop.memory import Memory
from runofshow.desktop.picture_files import PictureFiles
from runofshow.desktop.telling import Telling
from runofshow.store.settings import Output
from runofshow.ui.operator.window import OperatorWindow
from tests.hand import HandClock, Stage, seed

STANDS_IN: str = """
import sys
words = sys.argv[1:]
told = open(words[words.index("--picture") + 1] + ".told", "a")
print("begun", *words[words.index("--output"):], file=told, flush=True)
if "{fall}" == "yes": sys.exit(3)
sys.stdin.read()
print("ended", file=told, flush=True)
"""


class Rig:
    def __init__(self, folder: Path) -> None:
        self.folder, self.memory = folder, Memory(folder / "data")
        self.window = OperatorWindow("fr")
        desk = Desk(Show.of(seed()), HandClock(Stage(seed()).at("09:00")))
        telling = Telling(self.window, lambda: desk)
        self.files = PictureFiles(self.memory, telling, folder, lambda: "fr", folder)

    def told(self, name: str) -> list[str]:
        file = self.folder / f"{name}.png.told"
        return file.read_text().splitlines() if file.exists() else []


@pytest.fixture
def rig(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rig]:
    stands_in(monkeypatch)
    made = Rig(tmp_path)
    qtbot.addWidget(made.window)
    yield made
    made.files.stop()


def stands_in(monkeypatch: pytest.MonkeyPatch, fall: str = "no") -> None:
    program = (sys.executable, "-S", "-c", STANDS_IN.replace("{fall}", fall))
    monkeypatch.setattr(picture_files, "this_program", lambda: program)


def test_an_output_that_wants_an_image_has_one_until_it_does_not(rig: Rig, qtbot: QtBot) -> None:
    rig.files.begin()
    assert rig.told("Retour scène") == []
    rig.memory.change(outputs=(Output(), Output(key="2", name="Foyer: est", image=True)))
    qtbot.waitUntil(lambda: rig.told("Foyer- est") != [])
    size = "--size 1920x1080 --keep --leashed"
    assert rig.told("Foyer- est") == [f"begun --output 2 {size}"]
    assert rig.window.banners.holds("picture")
    rig.memory.change_output("2", as_window=True, width=640, height=90)
    small = "--size 640x90 --keep --leashed"
    expected = [f"begun --output 2 {size}", "ended", f"begun --output 2 {small}"]
    qtbot.waitUntil(lambda: sorted(rig.told("Foyer- est")) == sorted(expected))
    rig.memory.change_output("2", layout="programme")
    expected += ["ended", f"begun --output 2 {small}"]
    qtbot.waitUntil(lambda: sorted(rig.told("Foyer- est")) == sorted(expected))
    rig.files.stop()
    assert rig.told("Foyer- est").count("ended") == 3  # before the program is left


def test_a_process_that_falls_is_begun_again(
    rig: Rig, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    stands_in(monkeypatch, fall="yes")
    monkeypatch.setattr(picture_files, "AGAIN", 1)
    rig.memory.change(outputs=(Output(image=True),))
    rig.files.begin()
    qtbot.waitUntil(lambda: len(rig.told("Retour scène")) >= 2)
