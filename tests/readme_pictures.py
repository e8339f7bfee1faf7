"""The pictures of the README, taken from the program itself: `python -m tests.readme_pictures`.

They go to `resources/pictures`; `make pictures` takes them anew, so that they stay true.
"""

from tests.surroundings import settle

settle()

# ruff: noqa: E402  # Qt reads the surroundings when it is imported
from pathlib import Path
from typing import Final

from PySide6 import QtCore, QtGui

from runofshow.core.board import Board
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.painting import painting
from runofshow.ui.speaker.face import face
from runofshow.ui.speaker.palettes import CLASSIC
from runofshow.ui.speaker.picture import paint
from runofshow.ui.texts.stage import FR
from runofshow.ui.theme import application
from tests.pictures import PICTURES, shown, taken
from tests.ui.operator.window_days import late, play, seed

FOLDER: Final = Path(__file__).parent.parent / "resources" / "pictures"
WINDOWS: Final = {
    "regie": "late",
    "regie-english-light": "readme-english",
    "regie-small": "late-small",
    "reading": "reading",
    "revision": "revision",
    "report": "report-client-small-english",
    "rehearsal": "rehearsal-small",
    "dragged": "rows-dragged-small-english",
    "ready": "not-ready-small",
    "people": "people-english",
    "palette": "palette-small",
}
FRAME: Final = QtCore.QSize(640, 360)
GAP: Final = 12


def main() -> None:
    """Take them all."""
    app = application()
    FOLDER.mkdir(parents=True, exist_ok=True)
    by_name = {picture.name: picture for picture in PICTURES}
    for name, picture in WINDOWS.items():
        window = shown(by_name[picture], app)
        taken(window, 1).save(str(FOLDER / f"{name}.png"))
        window.leave()
        window.deleteLater()
    window = shown(by_name["plan"], app)
    card(window).save(str(FOLDER / "recovery.png"))
    window.leave()
    window.deleteLater()
    stages().save(str(FOLDER / "stage.png"))


def card(window: OperatorWindow) -> QtGui.QImage:
    """The recovery card alone, at two pixels to a logical one."""
    whole, place = taken(window, 2), window.recovery.geometry()
    place.moveTopLeft(window.recovery.mapTo(window, QtCore.QPoint()))
    made = whole.copy(QtCore.QRect(place.topLeft() * 2, place.size() * 2))
    made.setDevicePixelRatio(1)
    return made


def stages() -> QtGui.QImage:
    """Six moments of the stage screen on one sheet."""
    boards = moments()
    columns, rows = 3, -(-len(boards) // 3)
    wide = columns * FRAME.width() + (columns + 1) * GAP
    tall = rows * FRAME.height() + (rows + 1) * GAP
    sheet = QtGui.QImage(wide, tall, QtGui.QImage.Format.Format_RGB32)
    sheet.fill(QtGui.QColor("#2a3038"))
    with painting(sheet) as painter:
        for number, board in enumerate(boards):
            row, column = divmod(number, columns)
            corner = QtCore.QPointF(
                GAP + column * (FRAME.width() + GAP), GAP + row * (FRAME.height() + GAP)
            )
            frame = QtCore.QRectF(corner, QtCore.QSizeF(FRAME))
            painter.save()
            painter.setClipRect(frame)
            paint(painter, frame, face(board, FR), CLASSIC)
            painter.restore()
    return sheet


def moments() -> list[Board]:
    """Before the day, a talk, its end, its last words, its overrun, a message."""
    say = ("10:41", {"do": "say", "text": "Plus près du micro"})
    return [
        play(seed(), (), "8:35:48"),
        late("10:12:22"),
        late("10:37:22"),
        late("10:41:02"),
        late("10:44:10"),
        late("10:41:20", say),
    ]


if __name__ == "__main__":
    main()
