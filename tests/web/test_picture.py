"""A page draws what the desktop's painter paints, in every shape of screen.

Both lay the same letters out, each with its own hand: seen from far their pictures are one.
"""

import asyncio
from pathlib import Path

from PySide6 import QtCore, QtGui, QtWidgets

from tests.net.opened import opened
from tests.page_pictures import PAGES, SIZES, Picture, drawn
from tests.ui.speaker.moments import moment
from tests.web.chromium import spoken_to

SHAPES = ("16-9", "phone", "strip")
SEEN = ("before", "normal", "danger", "over", "floor", "between", "break", "revised")
ROOMS = ("welcome", "workshops", "workshops-end", "workshops-over", "changeover", "workshops-14")

FAR = 48
"""How many dots wide a picture is, from far."""
ALIKE = 6
"""How much two pictures of one size differ at most, of 255: edges of letters, a hair's breadth."""


def far(picture: QtGui.QImage) -> bytes:
    """What is left of a picture from far."""
    size = QtCore.QSize(FAR, FAR * picture.height() // picture.width())
    ratio = QtCore.Qt.AspectRatioMode.IgnoreAspectRatio
    small = picture.scaled(size, ratio, QtCore.Qt.TransformationMode.SmoothTransformation)
    return bytes(small.convertToFormat(QtGui.QImage.Format.Format_RGBX8888).constBits())


def test_a_page_draws_what_the_desktop_paints(
    tmp_path: Path, browser: str, qapp: QtWidgets.QApplication
) -> None:
    asked = [
        Picture(page, moment(name), "fr" if at % 2 else "en", *SIZES[SHAPES[(at + turn) % 3]])
        for turn, page in enumerate(PAGES)
        for at, name in enumerate(ROOMS if page in ("workshops", "grid") else SEEN)
    ]

    async def shown() -> list[QtGui.QImage]:
        async with opened(tmp_path) as net, spoken_to(browser) as program, program.page() as page:
            await page.go(f"{net.serving.address}/")
            await page.until("location.host")
            return await drawn(page, asked)

    for wanted, found in zip(asked, asyncio.run(shown()), strict=True):
        one, other = far(wanted.painted()), far(found)
        apart = sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)
        assert apart < ALIKE, (wanted.page, wanted.wide, wanted.high, wanted.board.now, apart)
