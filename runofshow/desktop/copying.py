"""A copy of everything, asked for in the window: pictures taken here, all else in another process.

- The pictures are taken before the sheet covers what was seen, one in each turn of the loop. What
  shows links, codes of pairing and PINs is blotted out in them.
- `runofshow copy` (cli/copying.py) gathers and writes in a process of its own: nothing here waits,
  and the running journal's files are opened by no one in this process (store/journal.py).
"""

import json
import logging
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from runofshow.desktop.errands import Later
from runofshow.desktop.handing_out import ASKS
from runofshow.desktop.telling import Telling
from runofshow.desktop.this_program import this_program
from runofshow.ui.hall import Hall
from runofshow.ui.operator.window import OperatorWindow
from runofshow.ui.texts.copying import copy_words

_log = logging.getLogger(__name__)
PATIENCE: Final = 120
"""Seconds after which a copy that is not there is not waited for."""


class Copying(QtCore.QObject):
    """Makes copies of what `window` and those of the `hall` show, and of the data folder.

    `show` tells where the show's journal is; `later` does work beside.
    """

    def __init__(
        self,
        window: OperatorWindow,
        hall: Hall,
        telling: Telling,
        data: Path,
        show: Callable[[], Path],
        later: Later,
    ) -> None:
        super().__init__(window)
        self._window, self._hall, self._telling = window, hall, telling
        self._data, self._show, self._later = data, show, later
        self._taken: tempfile.TemporaryDirectory[str] | None = None
        window.copy_wanted.connect(self._begin)
        window.copy_asked.connect(lambda path, names: later(self._write(path, names)))

    def stop(self) -> None:
        """Let the pictures go."""
        if self._taken is not None:
            self._taken.cleanup()
            self._taken = None

    # --- looking -------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Take the pictures, the régie's window at once: the sheet will cover it."""
        self.stop()
        self._taken = tempfile.TemporaryDirectory(prefix="runofshow-")
        first = picture(self._window, secrets_of(self._window))
        self._later(self._look(first, Path(self._taken.name)))

    async def _look(self, first: QtGui.QImage, folder: Path) -> None:
        import asyncio

        from runofshow.ui.operator.copy_sheet import Contents

        await self._take(first, folder)
        ended = await asyncio.to_thread(_run, self._words("--json"))
        if ended.returncode:
            self._fail(ended)
            return
        told = json.loads(ended.stdout)
        lists = ("holds", "holds_with_names", "missing", "tells")
        parts = {name: tuple(told[name]) for name in lists}
        self._window.copying.put(Contents(**parts, without=told["without"], never=told["never"]))

    async def take(self, folder: Path) -> int:
        """Put pictures of the windows into `folder`, for whoever copies from outside; how many."""
        return await self._take(picture(self._window, secrets_of(self._window)), folder)

    async def _take(self, first: QtGui.QImage, folder: Path) -> int:
        import asyncio

        images = {"regie": first}
        for number, window in enumerate((*self._hall.speakers.up, *self._hall.public.up), start=1):
            await asyncio.sleep(0)
            images[f"output-{number}"] = picture(window)
        await asyncio.to_thread(_keep, images, folder)
        return len(images)

    # --- writing -------------------------------------------------------------------------------

    async def _write(self, path: Path, names: bool) -> None:
        import asyncio

        sheet = self._window.copying
        sheet.say(copy_words(self._window.words.language).writing)
        less = () if names else ("--without-names",)
        ended = await asyncio.to_thread(_run, self._words("--output", str(path), *less))
        sheet.say("")
        if ended.returncode:
            self._fail(ended)
            return
        sheet.leave()
        self._telling.done("saved", path)

    def _fail(self, ended: "subprocess.CompletedProcess[str]") -> None:
        """Say why there is no copy, in the words of the process that was to make it."""
        why = (ended.stderr.strip().splitlines() or [f"({ended.returncode})"])[-1]
        _log.warning("no copy: %s", ended.stderr.strip() or ended.returncode)
        said = copy_words(self._window.words.language).failed.format(why=why)
        self._window.copying.say(said)

    def _words(self, *more: str) -> tuple[str, ...]:
        language, show = self._window.words.language, self._show()
        pictures = () if self._taken is None else ("--pictures", self._taken.name)
        named = (str(show),) if show.exists() else ()
        return (
            *this_program(), "--data", str(self._data), "--lang", language, "copy", *named,
            *pictures, *more,
        )  # fmt: skip


def secrets_of(window: OperatorWindow) -> Iterator[QtWidgets.QWidget]:
    """What of the régie's window shows links, codes, PINs, or the number of a phone that pairs."""
    for sheet in (window.venue, window.wirings):
        if sheet.open:
            yield sheet.sheet
    if window.banners.holds_any(ASKS):
        yield window.banners


def picture(window: QtWidgets.QWidget, secret: Iterable[QtWidgets.QWidget] = ()) -> QtGui.QImage:
    """What a window shows, its secret parts blotted out."""
    image = window.grab().toImage()
    painter = QtGui.QPainter(image)
    for part in secret:
        corner = part.mapTo(window, QtCore.QPoint())
        painter.fillRect(QtCore.QRect(corner, part.size()), QtCore.Qt.GlobalColor.gray)
    painter.end()
    return image


def _keep(images: dict[str, QtGui.QImage], folder: Path) -> None:
    for name, image in images.items():
        image.save(str(folder / f"{name}.png"))


def _run(words: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    """What came of a command; one that takes too long has failed."""
    try:
        return subprocess.run(  # noqa: S603 (this very program)
            words, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8",
            errors="replace", timeout=PATIENCE, check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        return subprocess.CompletedProcess(words, 1, "", str(error))
