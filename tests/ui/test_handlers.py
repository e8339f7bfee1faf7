"""A handler that raises cuts nothing else short, and is never lost."""

import sys

import pytest
from PySide6 import QtCore, QtGui, QtWidgets
from pytestqt.qtbot import QtBot


class Failing(QtWidgets.QWidget):
    __module__ = "runofshow.ui.made_up"

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        super().resizeEvent(event)
        raise ArithmeticError("on purpose")

    def closeEvent(self, event: QtGui.QCloseEvent) -> None:
        event.ignore()


def test_what_a_handler_raises_goes_to_the_hook_and_cuts_nothing_short(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = list[BaseException]()
    monkeypatch.setattr(sys, "excepthook", lambda _, fault, __: told.append(fault))
    home = QtWidgets.QWidget()
    qtbot.addWidget(home)
    failing = Failing(home)
    failing.resize(200, 100)
    home.show()  # would throw it
    assert [str(fault) for fault in told] == ["on purpose"]
    assert failing.size() == QtCore.QSize(200, 100)
    assert not failing.close()
