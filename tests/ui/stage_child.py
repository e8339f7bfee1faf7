"""A régie's window and a stage window on a real display; says on each line where the stage is.

Run by test_screens_real.py: `python -m tests.ui.stage_child`. Ends when its standard input does.
"""

import sys

from PySide6 import QtCore, QtWidgets

from runofshow.ui import fonts
from runofshow.ui.placing import StagePlacer
from runofshow.ui.speaker.window import StageWindow
from runofshow.ui.texts.stage import EN


def main() -> None:
    """Open both windows and follow the screens."""
    app = QtWidgets.QApplication([])
    app.setQuitOnLastWindowClosed(False)
    fonts.load()
    desk = QtWidgets.QWidget()
    desk.setWindowTitle("desk")
    desk.resize(400, 300)
    desk.show()
    stage = StageWindow(EN)
    placer = StagePlacer(stage, desk)
    placer.changed.connect(
        lambda place: print(place.state, place.why or "-", place.screen or "-", flush=True)
    )
    QtCore.QTimer.singleShot(0, placer.open)
    notifier = QtCore.QSocketNotifier(sys.stdin.fileno(), QtCore.QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda *_: app.quit())
    app.exec()


if __name__ == "__main__":
    main()
