"""Phrases of one's own, and how the stage is seen."""

from pathlib import Path

from PySide6 import QtWidgets

from runofshow.store import settings as remembered
from runofshow.ui.screens import diagonal
from runofshow.ui.speaker.sight import Sight
from tests.conftest import Aio
from tests.desktop.at_work import DESK, HALL, data, file, plug, running, screens

__all__ = ["data", "file", "screens"]


def test_own_phrases_and_how_the_stage_is_seen_are_remembered(
    aio: Aio, data: Path, file: Path
) -> None:
    plug(DESK, HALL)

    async def first() -> None:
        async with running(data, file) as desktop:
            window = desktop.window
            assert window.messages.phrases[0].text() == "2 MIN"
            window.phrasing.toggle()
            line = window.phrasing.sheet.rows[0].line
            line.setFocus()
            line.setText("PLUS FORT")
            line.editingFinished.emit()
            window.phrasing.declared.emit(43.0, 7.5)
            assert (
                window.menu.actions_by_name["phrase_1"].text().startswith("Message 1\u00a0: PLUS")
            )

    async def again() -> None:
        async with running(data, file) as desktop:
            messages = desktop.window.messages
            assert [button.text() for button in messages.phrases][:2] == ["PLUS FORT", "CONCLUEZ"]
            shown = messages.headline.value
            assert shown is not None
            assert shown.note == "43″ vu à 7,5\u00a0m"
            desktop.stage.resize(540, 960)
            QtWidgets.QApplication.processEvents()
            assert messages.sight.shape < 1
            desktop.window.phrases_asked.emit(None)
            desktop.window.sight_asked.emit(None, 10.0)
            told = diagonal(desktop.stage.screen()) or 24
            desktop.stage.showFullScreen()
            desktop.stage_phrases.look()
            assert messages.sight == Sight.of(told, 10, messages.sight.shape)
            assert messages.phrases[0].text() == "2 MIN"

    aio(first())
    aio(again())
    assert remembered.load(data)[0].phrases is None
