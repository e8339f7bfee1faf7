"""Words 40 % longer than the French ones are whole on the window, at both of its sizes."""

from collections.abc import Iterator

import pytest
from PySide6 import QtCore, QtWidgets

from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.strip import Lamp
from runofshow.ui.operator.window import OperatorWindow
from tests.ui.longer import MARK, cuts, longer, speak_longer
from tests.ui.operator.window_days import between, due, finished, late_moment, lived, panel_of_five

TOLD_ELSEWHERE = ("8\u00a0m sur 10",)
"""How far a phrase reads: cut beside a long phrase, and whole where it is said."""
SHEETS = (
    "preferences", "keys", "phrases", "print_sheet", "palette", "page_people", "page_ready",
    "end_at", "insert_next", "jump", "note", "began",
)  # fmt: skip
LAMPS = tuple(Lamp(name, "ok", "212 Go") for name in ("stage", "network", "disk", "power"))


@pytest.fixture
def cut(monkeypatch: pytest.MonkeyPatch, qapp: QtWidgets.QApplication) -> Iterator[set[str]]:
    speak_longer(monkeypatch)
    yield from cuts(monkeypatch)


@pytest.mark.parametrize("wide, tall", [(1366, 768), (1920, 1080)])
def test_no_word_of_the_window_is_cut(cut: set[str], wide: int, tall: int) -> None:
    window, found = OperatorWindow("fr", size=QtCore.QSize(wide, tall)), set[str]()

    def look(shown: OperatorWindow) -> None:
        cut.clear()  # what was measured before all stood in its place is not seen
        shown.grab()
        found.update(cut)

    try:
        window.resize(wide, tall)
        window.lamps(LAMPS)
        window.stage_choices([StageChoice("Iiyama", "1  Iiyama", True)])
        late = late_moment().board
        for board in (between(), due(), finished(), lived().board, panel_of_five(), late):
            window.present(board)
            look(window)
        actions = window.menu.actions_by_name
        for name in SHEETS:
            actions[name].trigger()
            look(window)
            window.overlays.leave()
            window.asking.leave()
            actions["page_rundown"].trigger()
        assert MARK in actions["go"].text()
        assert {text for text in found if not text.startswith(TOLD_ELSEWHERE)} == set()
    finally:
        window.leave()
        window.deleteLater()


@pytest.mark.parametrize(
    "text, stretched",
    [
        ("Clore", "Cloreŧŧ"),
        ("{count} séquences", "{count} séquencesŧŧŧŧ"),
        ("+1", "+1"),
        ("Conducteur (*.json)", "Conducteurŧŧŧŧŧ (*.json)"),
    ],
)
def test_a_text_is_longer_and_its_facts_stay(text: str, stretched: str) -> None:
    assert longer(text) == stretched
