"""Outputs as image files, kept up to date for programs that mix pictures.

Each is kept by a process of its own (`runofshow stage --picture … --keep`): drawing and packing a
picture every second costs the show nothing, and whatever becomes of it, the show goes on. A process
that falls is begun again; the program's end, however it comes, ends it.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from PySide6 import QtCore

from runofshow.desktop.memory import Memory
from runofshow.desktop.telling import Telling, said
from runofshow.desktop.this_program import this_program
from runofshow.store.settings import Output
from runofshow.ui.outlet import called

AGAIN: Final = 5000
"""Milliseconds after which a process that fell is begun again."""
PATIENCE: Final = 1500
"""Milliseconds that the program's end waits for a process to have emptied its picture."""
NOT_RUNNING: Final = QtCore.QProcess.ProcessState.NotRunning
FULL: Final = (1920, 1080)
"""The size of a picture of an output that has none of its own."""


class Wanted(NamedTuple):
    """A command, and what the process reads when it begins: how the output looks."""

    words: tuple[str, ...]
    output: Output
    palette: str


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
        self._ending: list[_Keeper] = []
        self._begun = False
        memory.changed.connect(lambda _: self._match())

    def begin(self) -> None:
        """Keep them from now on."""
        self._begun = True
        self._match(told=False)

    def stop(self) -> None:
        """Keep none any more: each leaves nothing but its ground."""
        self._begun = False
        self._match()
        for kept in self._ending:
            kept.wait()

    def path(self, output: Output) -> Path:
        """Where the image of an output is."""
        number = [each.key for each in self._memory.settings.outputs].index(output.key) + 1
        name = called(output, number, self._language())
        plain = "".join(sign if sign.isalnum() or sign in " -_" else "-" for sign in name)
        return self._folder / f"{plain.strip()}.png"

    def _match(self, told: bool = True) -> None:
        """Begin and end what the settings have otherwise than it is."""
        settings = self._memory.settings
        outputs = settings.outputs if self._begun else ()
        wanted = {
            each.key: Wanted(self._words(each), each, settings.palette)
            for each in outputs
            if each.image
        }
        told_before = set(self._kept)
        for key in [key for key, kept in self._kept.items() if wanted.get(key) != kept.wanted]:
            self._ending = [each for each in self._ending if each.running]
            self._ending.append(self._kept.pop(key))
            self._ending[-1].end()
        for output in outputs:
            if output.key in wanted and output.key not in self._kept:
                self._kept[output.key] = _Keeper(wanted[output.key], self)
                if told and output.key not in told_before:
                    self._tell(self.path(output))

    def _words(self, output: Output) -> tuple[str, ...]:
        """The command that keeps the image of an output."""
        wide, high = (output.width, output.height) if output.as_window else FULL
        return (
            *this_program(), "--data", str(self._data), "--lang", self._language(), "stage",
            "--picture", str(self.path(output)), "--output", output.key,
            "--size", f"{wide}x{high}", "--keep", "--leashed",
        )  # fmt: skip

    def _tell(self, path: Path) -> None:
        self._telling.say("picture", "note", said("picture_kept", file=str(path)), seconds=20)


class _Keeper(QtCore.QObject):
    """One process. Attribute: wanted, what it keeps."""

    def __init__(self, wanted: Wanted, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self.wanted = wanted
        self._ended = False
        self._process = QtCore.QProcess(self)
        self._process.setStandardOutputFile(QtCore.QProcess.nullDevice())
        self._process.setStandardErrorFile(QtCore.QProcess.nullDevice())
        self._process.finished.connect(self._over)
        self._process.errorOccurred.connect(self._over)
        self._start()

    def _start(self) -> None:
        if not self._ended and not self.running:
            program, *words = self.wanted.words
            self._process.start(program, words)

    @property
    def running(self) -> bool:
        """Whether it is at work."""
        return self._process.state() is not NOT_RUNNING

    def _over(self, *_: object) -> None:
        if not self._ended:
            QtCore.QTimer.singleShot(AGAIN, self, self._start)

    def end(self) -> None:
        """Have it end: its input closes, as it would if this program fell."""
        self._ended = True
        self._process.closeWriteChannel()

    def wait(self) -> None:
        """Return when it has ended; one that takes longer than `PATIENCE` is ended."""
        if self.running and not self._process.waitForFinished(PATIENCE):
            self._process.kill()
            self._process.waitForFinished(PATIENCE)


def _pictures() -> Path:
    places = QtCore.QStandardPaths
    found = places.writableLocation(places.StandardLocation.PicturesLocation)
    return Path(found or Path.home()) / "Run of Show"
