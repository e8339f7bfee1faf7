"""What is chosen on the page of preferences is so at once, everywhere, and at the next start."""

import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6 import QtCore

from runofshow.core.commands import Go, Stretch
from runofshow.desktop import picture_files
from runofshow.store import settings as remembered
from runofshow.ui.speaker.palettes import DISTINCT
from tests.conftest import Aio
from tests.desktop.at_work import Wall, banners, data, file, flips, running, screens

__all__ = ["data", "file", "screens"]


def qt_says_cancel() -> str:
    return QtCore.QCoreApplication.translate("QPlatformTheme", "Cancel")


def test_what_is_chosen_shows_at_once_everywhere(
    aio: Aio, data: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wall = Wall()
    waits = (sys.executable, "-S", "-c", "import sys; sys.stdin.read()")
    monkeypatch.setattr(picture_files, "this_program", lambda: waits)

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            window, stage = desktop.window, desktop.stage
            assert qt_says_cancel() == "Annuler"
            desktop.do(Go())
            flips(desktop, wall, 11)
            assert stage.shown.ends == "Fin à 9h10"
            window.setting_chosen.emit("hours_fr", "9 h 15")
            assert stage.shown.ends == "Fin à 9\u202fh\u202f10"
            window.setting_chosen.emit("live_word", "antenna")
            assert window.live.state_line.value is not None
            assert window.live.state_line.value.state == "À L'ANTENNE"
            window.setting_chosen.emit("language", "en")
            assert window.live.state_line.value.state == "ON AIR"
            assert stage.shown.ends == "Ends at 9:10"
            assert qt_says_cancel() == "Cancel"
            window.setting_chosen.emit("hours_en", "12h")
            assert stage.shown.ends == "Ends at 9:10\u202fam"
            window.setting_chosen.emit("palette", "distinct")
            assert stage.palette_used is window.live.stage.palette_of_stage is DISTINCT
            window.setting_chosen.emit("stage_image", True)
            assert desktop.memory.settings.stage.image
            assert "picture" in banners(desktop)
            window.setting_chosen.emit("stage_image", False)
            window.setting_chosen.emit("rundown.density", "roomy")
            assert desktop.memory.settings.rundown.density == "roomy"
            assert window.rundown.looks.view.density == "roomy"
            window.setting_chosen.emit("dark", False)
            assert not window.theme.colours.dark
            window.setting_chosen.emit("dark", True)

        kept = remembered.load(data)[0]
        assert (kept.language, kept.hours_en, kept.palette) == ("en", "12h", "distinct")
        async with running(data, file, language=None, wall=wall) as again:
            assert again.window.words.language == "en"
            assert again.stage.shown.ends == "Ends at 9:10\u202fam"
            assert again.stage.palette_used is DISTINCT
            assert again.window.words.window.live == "ON AIR"

    aio(run())


def test_the_guard_is_as_long_as_is_chosen(aio: Aio, data: Path, file: Path) -> None:
    wall = Wall()

    async def run() -> None:
        async with running(data, file, wall=wall) as desktop:
            desktop.window.setting_chosen.emit("guard_ms", 2000)
            desktop.do(Go())
            flips(desktop, wall, 1.5)
            desktop.do(Go())
            assert "TOP déjà donné" in banners(desktop)["refused"]
            desktop.window.setting_chosen.emit("guard_ms", 0)
            desktop.do(Go())
            assert desktop.opened.desk.show.rev == 2
            desktop.do(Stretch(by=timedelta(minutes=1)))

    aio(run())


def test_a_language_of_the_command_line_stays_whatever_else_is_chosen(
    aio: Aio, data: Path, file: Path
) -> None:
    async def run() -> None:
        async with running(data, file, language="en") as desktop:
            desktop.window.setting_chosen.emit("guard_ms", 500)
            assert desktop.window.words.language == "en"
            desktop.window.language_asked.emit("fr")
            assert desktop.window.words.language == "fr"

    aio(run())
