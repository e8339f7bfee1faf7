"""Qt is loaded without leaving an `import` of its own behind."""

import subprocess
import sys

LOADED = """
import builtins
own = builtins.__import__
from runofshow.ui.loading import load_qt
load_qt()
import sys
print("PySide6.QtWidgets" in sys.modules, builtins.__import__ is own)
from PySide6 import QtCore, QtGui, QtSvg, QtWidgets
print(QtWidgets.QLabel.__name__, QtSvg.QSvgRenderer.__name__)
"""


def test_loading_qt_leaves_import_as_it_was() -> None:
    told = subprocess.run(
        [sys.executable, "-c", LOADED], capture_output=True, text=True, check=True
    )
    assert (told.stdout.split(), told.stderr) == (["True", "True", "QLabel", "QSvgRenderer"], "")
