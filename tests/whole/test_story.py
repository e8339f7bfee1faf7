"""The whole story, told once: see story.py. `python -m tests.faults story` tells it at length."""

import os
from pathlib import Path

import pytest
from PySide6 import QtWidgets

from tests.display import Display
from tests.process import PATIENCE
from tests.whole.story import story, tell


@pytest.mark.display
def test_the_speakers_countdown_is_right_through_a_pulled_cable_and_a_killed_program(
    qapp: QtWidgets.QApplication,
    display: Display,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with story(display, tmp_path) as told:
        back = tell(told)
        with capsys.disabled():
            print(f" [back after {max(back) * 1000:.0f} ms]", end="")
        # whoever asks the supervisor to end has the program ended, without a word
        told.program.process.terminate()
        assert told.program.process.wait(PATIENCE) == 0
        assert told.program.said == ""
        with pytest.raises(ProcessLookupError):
            os.kill(told.program.pid or 2**22, 0)
