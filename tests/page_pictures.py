"""Pages beside the desktop's painters: `python -m tests.page_pictures DIR [PAGE [SHAPE]]`.

One sheet a page and a shape of screens: every moment, the painter's picture at the left, the page's
at the right, in French and in English by turns.
"""

from tests.surroundings import settle

settle()

# ruff: noqa: E402  # Qt reads the surroundings when it is imported
import asyncio
import base64
import json
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from PySide6 import QtGui

from runofshow.core.board import Board
from runofshow.net.anchors import Anchoring
from runofshow.net.patches import whole
from runofshow.net.public import public_board, unseen
from runofshow.ui import fonts
from runofshow.ui.speaker.look import Layout, Look
from runofshow.ui.texts.stage import EN, FR
from runofshow.ui.theme import application
from tests.net.opened import opened
from tests.stage_pictures import Frame, in_rows, sheet
from tests.ui.speaker.moments import MOMENTS, moment
from tests.web.chromium import Page, chromium, spoken_to

PAGES: Final[dict[str, Layout]] = {
    "stage": "timer",
    "green": "next",
    "programme": "programme",
    "workshops": "workshops",
    "grid": "grid",
}
"""The layout that each page shows."""
SIZES: Final = {
    "16-9": (480, 270), "4-3": (400, 300), "phone": (234, 506), "tablet": (288, 384),
    "strip": (640, 160), "3-1": (600, 200), "48-9": (800, 150), "21-9": (630, 270),
}  # fmt: skip


class Picture(NamedTuple):
    """A page on a screen of that size."""

    page: str
    board: Board
    language: str
    wide: int
    high: int

    @property
    def asked(self) -> list[Any]:
        """What a browser is asked for."""
        anchors = Anchoring().anchors(self.board, self.board)
        told = whole(public_board(anchors, unseen(self.board)))
        now = self.board.now.timestamp() * 1000
        return [self.page, told, now, self.language, self.wide, self.high]

    def painted(self) -> QtGui.QImage:
        """What the desktop shows."""
        words = FR if self.language == "fr" else EN
        look = Look(PAGES[self.page])
        return Frame(self.board, words, look, self.wide, self.high).picture()


DRAWN: Final = """(async (asked) => {
  const names = ["anchors", "face", "green", "programme", "workshops", "grid", "timer", "sheet",
                 "language", "letters"];
  const [anchors, {face}, green, programme, workshops, grid, timer, sheets, {texts}, {ready}] =
    await Promise.all(names.map((name) => import(`/js/${name}.js`)));
  await ready();
  const layouts = {stage: {see: face, draw: timer.draw}, green, programme, workshops, grid};
  return asked.map(([page, board, now, language, w, h]) => {
    const canvas = Object.assign(document.createElement("canvas"), {width: w, height: h});
    const sheet = new sheets.Sheet(canvas.getContext("2d", {alpha: false}), {x: 0, y: 0, w, h});
    const shown = layouts[page].see(anchors.whole(board), now, texts(language));
    const black = shown.scene === "blackout";
    sheet.fill(0, 0, 1, 1, black ? "#000000" : sheets.COLOURS.paper);
    if (!black) layouts[page].draw(sheet, shown);
    return canvas.toDataURL().split(",")[1];
  });
})"""


async def drawn(page: Page, pictures: Iterable[Picture]) -> list[QtGui.QImage]:
    """What the pages show of them; `page` is any of the show's."""
    asked = json.dumps([[each.asked for each in pictures]])
    found = await page.value(f"{DRAWN}(...{asked})")
    return [QtGui.QImage.fromData(base64.b64decode(each)) for each in found]


def pictures(page: str, size: str) -> list[Picture]:
    """Every moment, in French and in English by turns."""
    wide, high = SIZES[size]
    return [
        Picture(page, moment(name), "en" if number % 2 else "fr", wide, high)
        for number, name in enumerate(MOMENTS)
    ]


async def _sheets(folder: Path, pages: Sequence[str], sizes: Sequence[str], browser: str) -> None:
    with tempfile.TemporaryDirectory() as kept:
        async with (
            opened(Path(kept)) as net, spoken_to(browser) as program, program.page() as page
        ):  # fmt: skip
            await page.go(f"{net.serving.address}/")
            await page.until("location.host")
            for name in pages:
                for size in sizes:
                    asked = pictures(name, size)
                    pairs = zip(
                        (each.painted() for each in asked), await drawn(page, asked), strict=True
                    )
                    beside = [picture for pair in pairs for picture in pair]
                    sheet(in_rows(beside, 6)).save(str(folder / f"{name}-{size}.png"))
                    print(f"{name}-{size}.png")


def main(folder: Path, page: str = "", size: str = "") -> None:
    """Take the sheets of every page and shape, or of those named."""
    application()
    fonts.load()
    folder.mkdir(parents=True, exist_ok=True)
    pages = [name for name in PAGES if name.startswith(page)]
    sizes = [name for name in SIZES if name.startswith(size)]
    with chromium() as browser:
        asyncio.run(_sheets(folder, pages, sizes, browser))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(Path(arguments[0] if arguments else "build/pages"), *arguments[1:3])
