"""Outputs as image files, kept up to date for programs that mix pictures.

Each is kept by a process of its own (`runofshow stage --picture … --keep`): drawing and packing a
picture every second costs the show nothing, and whatever becomes of it, the show goes on. A process
that falls is begun again; the program's end, however it comes, ends it.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6 import QtCore

import runofshow
from runofshow.desktop.memory import Memory
from runofshow.desktop.telling import Telling, said
from runofshow.store.settings import Output
from runofshow.ui.outlet import called

AGAIN: Final = 5000
"""Milliseconds after which a process that fell is begun again."""
PATIENCE: Final = 1500
"""Milliseconds that the program's end waits for a process to have emptied its picture."""
NOT_RUNNING: Final = QtCore.QProcess.ProcessState.NotRunning
FULL: Final = (1920, 1080)
"""The size of a picture of an output that has none of its own."""


class PictureFiles(QtCore.QObject):
    """Keeps the image of each output that wants one, in `folder`; `language()` is the window's."""

    def __init__(
        self,
        memory: Memory,
        telling: Telling,
        data: Path,
        language: Callable[[], str],
        folder: Path | None = None,
    ) -> None:
        super().__init__(telling)
        self._memory, self._telling, self._data = memory, telling, data
        self._language, self._folder = language, folder or _pictures()
        self._kept: dict[str, _Keeper] = {}
        self._begun = False
        memory.changed.connect(lambda _: self._match())

    def begin(self) -> None:
        """Keep them from now on."""
        self._begun = True
        self._match(told=False)

    def stop(self) -> None:
        """Keep none any more: each leaves nothing but its ground."""
        self._begun = False
        ending = list(self._kept.values())
        self._match()
        for kept in ending:
            kept.wait()

    def path(self, output: Output) -> Path:
        """Where the image of an output is."""
        number = [each.key for each in self._memory.settings.outputs].index(output.key) + 1
        name = called(output, number, self._language())
        plain = "".join(sign if sign.isalnum() or sign in " -_" else "-" for sign in name)
        return self._folder / f"{plain.strip()}.png"

    def _match(self, told: bool = True) -> None:
        """Begin and end what the settings have otherwise than it is."""
        outputs = self._memory.settings.outputs if self._begun else ()
        wanted = {each.key: self._words(each) for each in outputs if each.image}
        for key in [key for key, kept in self._kept.items() if wanted.get(key) != kept.words]:
            self._kept.pop(key).end()
        for output in outputs:
            if output.key in wanted and output.key not in self._kept:
                self._kept[output.key] = _Keeper(wanted[output.key], self)
                if told:
                    self._tell(self.path(output))

    def _words(self, output: Output) -> tuple[str, ...]:
        """The command that keeps the image of an output."""
        wide, high = (output.width, output.height) if output.as_window else FULL
        return (
            *_program(), "--data", str(self._data), "--lang", self._language(), "stage",
            "--picture", str(self.path(output)), "--output", output.key,
            "--size", f"{wide}x{high}", "--keep", "--leashed",
        )  # fmt: skip

    def _tell(self, path: Path) -> None:
        self._telling.say("picture", "note", said("picture_kept", file=str(path)), seconds=20)


class _Keeper(QtCore.QObject):
    """One process. Attribute: words, its command."""

    def __init__(self, words: tuple[str, ...], parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self.words = words
        self._ended = False
        self._process = QtCore.QProcess(self)
        self._process.setStandardOutputFile(QtCore.QProcess.nullDevice())
        self._process.setStandardErrorFile(QtCore.QProcess.nullDevice())
        self._process.finished.connect(self._over)
        self._process.errorOccurred.connect(self._over)
        self._start()

    def _start(self) -> None:
        if not self._ended and self._process.state() is NOT_RUNNING:
            self._process.start(self.words[0], list(self.words[1:]))

    def _over(self, *_: object) -> None:
        if self._ended:
            self.deleteLater()
        else:
            QtCore.QTimer.singleShot(AGAIN, self, self._start)

    def end(self) -> None:
        """Have it end: its input closes, as it would if this program fell."""
        self._ended = True
        self._process.closeWriteChannel()
        if self._process.state() is NOT_RUNNING:
            self.deleteLater()

    def wait(self) -> None:
        """Return when it has ended, or after `PATIENCE`."""
        self._process.waitForFinished(PATIENCE)


def _program() -> tuple[str, ...]:
    """How this very program is run, wherever it lies."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    root = str(Path(runofshow.__file__).resolve().parent.parent)
    start = f"import sys; sys.path.insert(0, {root!r}); from runofshow.cli import main; main()"
    return (sys.executable, "-P", "-c", start)


def _pictures() -> Path:
    places = QtCore.QStandardPaths
    found = places.writableLocation(places.StandardLocation.PicturesLocation)
    return Path(found or Path.home()) / "Run of Show"
