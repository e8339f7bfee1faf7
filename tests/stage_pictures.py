"""Contact sheets of every layout of the stage: `python -m tests.stage_pictures DIR [LAYOUT]`.

One sheet of all moments in French, one of the shapes of screens in both languages, one from far (a
twentieth of the size, in grey, blown up again), and one as colour-blind eyes have it.
"""

from tests.surroundings import settle

settle()

# ruff: noqa: E402  # Qt reads the surroundings when it is imported
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6 import QtCore, QtGui

from runofshow.core.board import Board
from runofshow.ui import fonts
from runofshow.ui.painting import painting
from runofshow.ui.speaker.layouts import seen
from runofshow.ui.speaker.look import LAYOUTS, Layout, Look
from runofshow.ui.speaker.palettes import CLASSIC, PALETTES, Palette
from runofshow.ui.speaker.picture import paint
from runofshow.ui.texts.stage import EN, FR, StageWords
from runofshow.ui.theme import application
from tests.ui.speaker.moments import MOMENTS, SHAPES, moment
from tests.ui.test_colour_blind import EYES, Matrix, simulated

GAP: Final = 10
GROUND: Final = QtGui.QColor("#3a414a")
SAMPLES: Final = (
    "before", "normal", "danger", "over", "over-long", "held", "between", "break", "message",
    "flash", "workshops", "workshops-over", "two", "floor", "floor-over", "long", "three-hundred",
    "after",
)  # fmt: skip
"""The moments that are shown in every shape."""
PHASES: Final = (
    "before", "normal", "warning", "danger", "over", "held", "questions", "message", "incident",
    "workshops", "workshops-end", "floor-over",
)  # fmt: skip
"""The moments that are shown as colour-blind eyes have them."""


class Frame(NamedTuple):
    """A board on a screen of that size."""

    board: Board
    words: StageWords
    look: Look
    wide: int
    high: int
    palette: Palette = CLASSIC

    def picture(self) -> QtGui.QImage:
        """What the screen shows."""
        image = QtGui.QImage(self.wide, self.high, QtGui.QImage.Format.Format_RGB32)
        face = seen(self.board, self.words, self.look)
        with painting(image) as painter:
            paint(painter, QtCore.QRectF(image.rect()), face, self.palette, self.look)
        return image

    def from_far(self) -> QtGui.QImage:
        """The same on a twentieth of full HD, in grey, five times as large again."""
        small = self._replace(wide=1920, high=1080).picture()
        smooth = QtCore.Qt.TransformationMode.SmoothTransformation
        ratio = QtCore.Qt.AspectRatioMode.IgnoreAspectRatio
        grey = small.scaled(96, 54, ratio, smooth).convertToFormat(
            QtGui.QImage.Format.Format_Grayscale8
        )
        return grey.scaled(self.wide, self.high).convertToFormat(QtGui.QImage.Format.Format_RGB32)


def sheet(rows: Sequence[Sequence[QtGui.QImage]]) -> QtGui.QImage:
    """The pictures in rows, one under the other."""
    wide = max(sum(each.width() + GAP for each in row) for row in rows) + GAP
    tall = sum(max(each.height() for each in row) + GAP for row in rows) + GAP
    made = QtGui.QImage(wide, tall, QtGui.QImage.Format.Format_RGB32)
    made.fill(GROUND)
    top = GAP
    with painting(made) as painter:
        for row in rows:
            left = GAP
            for each in row:
                painter.drawImage(left, top, each)
                left += each.width() + GAP
            top += max(each.height() for each in row) + GAP
    return made


def in_rows(pictures: Sequence[QtGui.QImage], count: int) -> list[Sequence[QtGui.QImage]]:
    """So many pictures a row."""
    return [pictures[at : at + count] for at in range(0, len(pictures), count)]


def moments(layout: Layout) -> QtGui.QImage:
    """Every moment, 16:9, in French."""
    look = Look(layout)
    frames = [Frame(moment(name), FR, look, 480, 270) for name in MOMENTS]
    return sheet(in_rows([frame.picture() for frame in frames], 4))


def shapes(layout: Layout) -> QtGui.QImage:
    """Some moments in every shape, in French and in English by turns."""
    look, rows = Look(layout), list[list[QtGui.QImage]]()
    for number, name in enumerate(SAMPLES):
        words = EN if number % 2 else FR
        rows.append([])
        for wide, high in SHAPES.values():
            tall = 240 if wide < 2 * high else 150
            rows[-1].append(
                Frame(moment(name), words, look, round(tall * wide / high), tall).picture()
            )
    return sheet(rows)


def far(layout: Layout) -> QtGui.QImage:
    """Every moment as it is seen from far."""
    look = Look(layout)
    frames = [Frame(moment(name), FR, look, 384, 216) for name in MOMENTS]
    return sheet(in_rows([frame.from_far() for frame in frames], 5))


def blind(picture: QtGui.QImage, eyes: Matrix) -> QtGui.QImage:
    """The picture as such eyes have it."""
    made, known = picture.copy(), dict[int, int]()
    for y in range(made.height()):
        for x in range(made.width()):
            code = picture.pixel(x, y)
            if code not in known:
                linear = simulated(QtGui.QColor(code), eyes)
                known[code] = QtGui.QColor.fromRgbF(*map(_bent, linear)).rgb()
            made.setPixel(x, y, known[code])
    return made


def _bent(part: float) -> float:
    """A linear part as a screen is told it."""
    return 12.92 * part if part <= 0.0031 else 1.055 * part ** (1 / 2.4) - 0.055


def eyes(layout: Layout) -> QtGui.QImage:
    """Some moments in both palettes, a row each: to most eyes, to protan, deutan, tritan ones."""
    rows = list[list[QtGui.QImage]]()
    for palette in PALETTES.values():
        frames = [Frame(moment(name), FR, Look(layout), 240, 135, palette) for name in PHASES]
        rows.append([frame.picture() for frame in frames])
        rows += [[blind(each, kind) for each in rows[-1]] for kind in EYES.values()]
    return sheet(rows)


SHEETS: Final = {"moments": moments, "shapes": shapes, "far": far, "eyes": eyes}


def main(folder: Path, only: str = "") -> None:
    """Take the sheets of every layout, or of the one named."""
    application()
    fonts.load()
    folder.mkdir(parents=True, exist_ok=True)
    for layout in LAYOUTS:
        if not layout.startswith(only):
            continue
        for name, made in SHEETS.items():
            made(layout).save(str(folder / f"{layout}-{name}.png"))
            print(f"{layout}-{name}.png")


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(Path(arguments[0] if arguments else "build/stages"), "".join(arguments[1:2]))
