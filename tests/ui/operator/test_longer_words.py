"""Words 40 % longer than the French ones are whole on the window, at both of its sizes.

One window goes through the day's troubles and opens all its pages and sheets. Of what is painted, a
text of the program that is cut, a figure lost with what is cut, a text that an edge cuts off, and
two that stand on each other are found. What the day itself says (a title) may end with "…".
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6 import QtCore, QtWidgets

from runofshow.core.board import Board
from runofshow.core.report import report
from runofshow.machine import Power
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.operator.menus import StageChoice
from runofshow.ui.operator.readiness import Machine
from runofshow.ui.operator.strip_cells import Lamp
from runofshow.ui.operator.window import OperatorWindow
from tests.process import PATIENCE
from tests.rows import each_row
from tests.ui.longer import MARK, longer, speak_longer
from tests.ui.operator.revision_days import NAME, Revised
from tests.ui.operator.window_days import (
    Moment,
    between,
    booked,
    due,
    finished,
    late,
    late_moment,
    lived,
    lost,
    over,
    panel_of_five,
    seed,
    two_broken,
)
from tests.ui.painted import Painted, Written, painting_told

TOLD_ELSEWHERE = ("8\u00a0m sur 10", "Retour scène")
"""How far a phrase reads, cut beside a long phrase and whole where it is said; a screen's name."""
SHEETS = (
    "preferences", "keys", "phrases", "print_sheet", "palette", "outputs", "network", "manual",
    "copy_everything",
    "page_people", "page_report", "page_log", "end_at", "insert_next", "jump", "note", "began",
    "timeline",
)  # fmt: skip
LAMPS = tuple(Lamp(name, "ok", "212 Go") for name in ("stage", "network", "disk", "power"))
PROGRAMME = Path(__file__).parents[2] / "formats" / "programmes" / "pionniers.txt"
WRONG = Machine(
    "parked", ("DP-2 est débranché.", "DP-2 is unplugged."), Power(False, 38), 150_000_000,
    False, False, None, False, seed().date + timedelta(days=1),
)  # fmt: skip
HELD = ("10:35", {"do": "hold"})
MESSAGE = ("10:37", {"do": "say", "text": "PLUS PRÈS DU MICRO"})
MOMENTS: tuple[Callable[[], Board | Moment], ...] = (
    between, due, over, finished, lambda: lived().board, panel_of_five,
    lambda: panel_of_five(questions="10m"), lambda: booked("8:35"), lambda: booked("9:14"),
    lambda: late("10:44:10"), lambda: late("10:37:22", HELD, MESSAGE), two_broken, lost,
    late_moment,
)  # fmt: skip
LONG_BANNER = Banner(
    "stage", "act", "Retour scène débranché, à remettre : Iiyama PL2493H, DP-2. L'image attend",
    (Choice("Choisir un autre écran"), Choice("Ouvrir en fenêtre")),
)  # fmt: skip


class Seen:
    """What is found wrong of what a window paints."""

    def __init__(self, window: OperatorWindow, told: Painted) -> None:
        self.window, self.told, self.wrong = window, told, set[str]()

    def look(self) -> None:
        """Paint it all, and find what is wrong."""
        self.told.clear()  # what was measured before all stood in its place is not seen
        self.window.grab()
        self.wrong.update(self._cut())
        for text in self.told.written:
            if text.clipped and not text.text.startswith(TOLD_ELSEWHERE):
                self.wrong.add(f"clipped: {text.text!r} in {text.by}")
        self.wrong.update(self._over())

    def _cut(self) -> Iterator[str]:
        for text, left in self.told.cut.items():
            if text.startswith(TOLD_ELSEWHERE):
                continue
            own = self._of_the_program(text)
            gone = own[len(left) - 1 :]
            if left.count(MARK) < own.count(MARK) or any(map(str.isdigit, gone)):
                yield f"cut: {text!r} to {left!r}"

    def _of_the_program(self, text: str) -> str:
        """A text up to what it tells of the day at its end."""
        board = self.window.board
        for row in board.slots if board else ():
            for said in (row.title, row.note or "", *(name for _, name in row.departments)):
                if said and text.endswith(said):
                    return text.removesuffix(said)
        return text

    def _over(self) -> Iterator[str]:
        places: dict[QtWidgets.QWidget, list[Written]] = {}
        for text in self.told.written:
            if text.by != "Timeline":  # a note lies over what it is about
                places.setdefault(text.widget, []).append(text)
        for written in places.values():
            for at, text in enumerate(written):
                for other in written[at + 1 :]:
                    if text.over(other):
                        yield f"on each other: {text.text!r}, {other.text!r} in {text.by}"


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch, qapp: QtWidgets.QApplication) -> Iterator[Painted]:
    speak_longer(monkeypatch)
    with painting_told(monkeypatch) as painted:
        yield painted


@each_row("wide, tall", [(1366, 768), (1920, 1080)])
def test_nothing_of_the_program_is_cut_on_the_window(told: Painted, wide: int, tall: int) -> None:
    window = OperatorWindow("fr", size=QtCore.QSize(wide, tall))
    seen = Seen(window, told)
    try:
        window.resize(wide, tall)
        window.lamps(LAMPS)
        window.stage_choices([StageChoice("Iiyama", "1  Iiyama", True)])
        window.report_wanted.connect(lambda: window.report(report(lived().show, lived().now)))
        for moment in MOMENTS:
            _show(window, moment())
            seen.look()
        actions = window.menu.actions_by_name
        for name in SHEETS:
            actions[name].trigger()
            seen.look()
            window.overlays.leave()
            window.asking.leave()
            actions["page_rundown"].trigger()
        _not_ready(window, seen)
        _revised(window, seen)
        window.say(LONG_BANNER)
        seen.look()
        assert MARK in actions["go"].text()
        assert seen.wrong == set()
    finally:
        window.leave()
        window.deleteLater()


def _show(window: OperatorWindow, what: Board | Moment) -> None:
    if isinstance(what, Moment):
        window.present(what.board)
        window.offer(what.offer())
    else:
        window.present(what)


def _not_ready(window: OperatorWindow, seen: Seen) -> None:
    """The page before the show, on a machine where all is wrong."""
    window.present(booked("8:35"))
    window.pages.open("ready")
    window.know(WRONG)
    seen.look()
    window.pages.open("rundown")


def _revised(window: OperatorWindow, seen: Seen) -> None:
    """What a programme that is sent again would change, and what comes of it."""
    day = Revised()
    window.present(day.board())
    window.revising.foresee = day.foresee
    window.revise(day.revision(), NAME)
    QtWidgets.QApplication.processEvents()
    seen.look()
    window.overlays.leave()


def test_the_page_of_a_file_is_whole_at_1366(told: Painted) -> None:
    window = OperatorWindow("fr", size=QtCore.QSize(1366, 768))
    seen = Seen(window, told)
    try:
        window.resize(1366, 768)
        window.present(late())
        window.read(PROGRAMME, PROGRAMME.read_bytes())
        seen.look()  # while it is read
        wait = QtCore.QDeadlineTimer(round(PATIENCE * 1000))
        while window.importing.reader.busy and not wait.hasExpired():
            QtWidgets.QApplication.processEvents()
        for _ in range(4):
            seen.look()
            window.importing.sheet.walk(1)
        assert seen.wrong == set()
    finally:
        window.leave()
        window.deleteLater()


@each_row(
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
