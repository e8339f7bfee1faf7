"""The program falls again and again, its stage looked at: the supervisor brings it back."""

import tempfile
from pathlib import Path
from random import Random
from typing import Final

from PySide6 import QtWidgets

from runofshow.ui import theme
from tests import surroundings
from tests.display import lacking, virtual_display
from tests.faults.fault import Fault, Figure, Result
from tests.whole.story import BY, story, tell


def told(chance: Random, tries: int) -> Result:
    """The whole story (tests/whole/story.py), so often, each death by a signal of chance's."""
    if QtWidgets.QApplication.instance() is None:
        surroundings.settle()
        theme.install(theme.application())
    back: list[float] = []
    for _ in range(tries):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            with virtual_display(folder) as display, story(display, folder / "data") as begun:
                back += tell(begun, chance.choice(BY))
    return Result(tries, figures=(Figure("on air again in", max(back), "s", 1),))


FAULTS: Final = (
    Fault(
        "story", "the screen pulled, the program killed, the screen put back", told,
        slice=1, promised=20, lacking=lacking, suite=False,  # tests/whole/test_story.py tells it
    ),
)  # fmt: skip
