"""What a screen reader has of the régie's window: everything shown is said, in words."""

import pytest
from PySide6 import QtWidgets
from pytestqt.qtbot import QtBot

from runofshow.ui.operator.cell import Cell
from runofshow.ui.operator.window import OperatorWindow
from tests.ui.operator.window_days import late_moment

SILENT = {"QScrollBar", "Frame"}
"""Parts that show nothing which is not said elsewhere."""


@pytest.fixture
def window(qtbot: QtBot) -> OperatorWindow:
    made = OperatorWindow("fr")
    qtbot.addWidget(made)
    made.resize(1366, 768)
    moment = late_moment()
    made.present(moment.board)
    made.offer(moment.offer())
    made.show()
    return made


def said(widget: QtWidgets.QWidget) -> str:
    text = widget.text() if isinstance(widget, QtWidgets.QAbstractButton) else ""
    return widget.accessibleName() or text


def test_whatever_acts_has_a_name(window: OperatorWindow) -> None:
    acts = (QtWidgets.QAbstractButton, QtWidgets.QLineEdit)
    found = [each for each in window.findChildren(QtWidgets.QWidget) if isinstance(each, acts)]
    shown = [each for each in found if each.isVisible()]
    assert len(shown) > 25
    assert [type(each).__name__ for each in shown if not said(each)] == []
    signs = [said(each) for each in shown if len(said(each)) < 2]
    assert signs == []  # "…" is no name


def test_whatever_is_painted_is_said(window: OperatorWindow) -> None:
    cells = [each for each in window.findChildren(QtWidgets.QWidget) if isinstance(each, Cell)]
    shown = [each for each in cells if each.isVisible() and each.value is not None]
    assert len(shown) > 10
    assert [type(each).__name__ for each in shown if not each.accessibleName()] == []


def test_every_kind_of_cell_says_what_it_shows(window: OperatorWindow) -> None:
    for page in ("people", "report", "log"):
        window.pages.open(page)
    kinds = Cell.__subclasses__()
    assert len(kinds) > 15
    assert [kind.__name__ for kind in kinds if kind.spoken is Cell.spoken] == []


def test_late_is_heard_as_it_is_seen(window: OperatorWindow) -> None:
    assert window.strip.drift.accessibleName() == "RETARD 12 min"
    heard = {type(each).__name__: each.accessibleName() for each in window.live.children()
             if isinstance(each, Cell)}  # fmt: skip
    assert heard["Digits"] == "4:38"
    assert heard["Verdict"].startswith("CONCLUEZ, fin à 10h42")
    assert heard["Title"].endswith("Yannick BLANC, Vanessa CORDOBA, Pierre FONLUPT, "
                                   "Brigitte GIRAUD, Akim OURAL")  # fmt: skip
