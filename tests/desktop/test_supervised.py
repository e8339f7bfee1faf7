"""What the supervisor is told, and what comes back after a fall that no journal tells of."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from runofshow import fallen
from runofshow.core.commands import Go
from runofshow.desktop import supervised
from runofshow.lifeline import Lifeline
from runofshow.opening import Again
from tests.conftest import Aio
from tests.desktop.at_work import banners, data, file, leaves, running, screens

__all__ = ["data", "file", "screens"]


class Line(Lifeline):
    """A lifeline whose other end is looked at here: `said` is all that it was told."""

    def __init__(self) -> None:
        super().__init__("")
        self.said: dict[str, Any] = {}

    def tell(self, **facts: str | bool) -> None:
        self.said |= facts


@pytest.fixture
def line(monkeypatch: pytest.MonkeyPatch) -> Line:
    line = Line()
    monkeypatch.setattr(supervised, "lifeline", lambda: line)
    return line


def test_after_a_fall_the_show_is_gone_on_with_whatever_file_was_given(
    aio: Aio, data: Path, file: Path, line: Line, tmp_path: Path
) -> None:
    other = tmp_path / "other.json"
    other.write_text("no schedule any more", "utf-8")

    async def run() -> None:
        async with running(data, file) as desktop:
            desktop.window.stage_window_asked.emit()
            desktop.do(Go())
            journal = desktop.opened.path
            told = {"data": str(data), "language": "fr", "windowed": True, "journal": str(journal)}
            assert line.said == told | {"beside": True}
            desktop.window.setting_chosen.emit("language", "en")
            assert line.said["language"] == "en"
            desktop.window.stage_window_asked.emit()
            assert not line.said["beside"]
            desktop.window.close()
            desktop.window.close()
            assert leaves(desktop)
            assert line.said["left"]
        again = Again(journal, datetime(2026, 1, 19, 8, 5, tzinfo=UTC), "SIGSEGV", beside=True)
        async with running(data, other, again=again) as desktop:
            board = desktop.opened.desk.board()
            assert board.on_air is not None
            assert desktop.stage.isVisible()
            assert "9h05 (SIGSEGV)" in banners(desktop)["fell"]
            assert "trouble" not in banners(desktop)

    aio(run())


def test_a_program_that_was_given_up_is_told_of_by_the_next_start(
    aio: Aio, data: Path, file: Path
) -> None:
    data.mkdir()
    at = datetime(2026, 1, 19, 8, 5, tzinfo=UTC)
    fallen.give_up(data, "fr", at, ["SIGSEGV", "SIGKILL", "SIGSEGV"], windowed=False)

    async def run() -> None:
        async with running(data, file) as desktop:
            said = banners(desktop)["fell"]
            assert said.startswith("À 9h05, le programme s'est arrêté tout seul 3 fois")
            assert "(SIGSEGV, SIGKILL)" in said
        async with running(data, file) as desktop:
            assert "fell" not in banners(desktop)

    aio(run())
