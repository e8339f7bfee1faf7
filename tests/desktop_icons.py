"""The program's icons, drawn from their drawings at every size: `python -m tests.desktop_icons`.

They go to `resources/desktop`, beside the drawings; `make pictures` draws them anew.
"""

from tests.surroundings import settle

settle()

# ruff: noqa: E402  # Qt reads the surroundings when it is imported
from pathlib import Path
from typing import Final

from PySide6 import QtCore, QtGui, QtSvg

from runofshow.cli.desktop_entry import DOCUMENT, PROGRAM, SIZES
from runofshow.ui.painting import painting

FOLDER: Final = Path(__file__).parent.parent / "resources" / "desktop"


def drawn(name: str, size: int) -> QtGui.QImage:
    """The drawing of that name, `size` pixels wide and tall."""
    made = QtGui.QImage(size, size, QtGui.QImage.Format.Format_ARGB32)
    made.fill(QtCore.Qt.GlobalColor.transparent)
    with painting(made) as painter:
        QtSvg.QSvgRenderer(str(FOLDER / f"{name}.svg")).render(painter)
    return made


def main() -> None:
    """Draw all of them."""
    for name in (PROGRAM, DOCUMENT):
        for size in SIZES:
            drawn(name, size).save(str(FOLDER / f"{name}-{size}.png"))


if __name__ == "__main__":
    main()
