"""`runofshow stage --picture`: what the stage shows, as an image file, without a window.

- Of the show that runs, as it stands now or stood at an hour; of a schedule file, as planned.
- Kept up to date it is written at most once a second, and only when something else is to be seen,
  whole each time: for the image source of a mixing program. It shows no false time: when nobody
  runs the show it says so, and when it is left nothing stays but the ground.
"""

import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from runofshow.cli.outside import found
from runofshow.core.apply import moment
from runofshow.core.board import Board
from runofshow.core.board import board as board_of
from runofshow.core.errors import Unreadable, Unwritable
from runofshow.core.hands import settled
from runofshow.core.show import Show
from runofshow.core.times import Civil, instant
from runofshow.store import files, recovery
from runofshow.store import settings as remembered
from runofshow.store.journal import SUFFIX, read_rows
from runofshow.store.owner import owner_of

if TYPE_CHECKING:  # Qt comes when it draws
    from runofshow.ui.speaker.face import Face
    from runofshow.ui.speaker.look import Look
    from runofshow.ui.speaker.palettes import Palette
    from runofshow.ui.texts.stage import StageWords

LOOK_AGAIN: Final = 2.0
"""Seconds after which it is seen that nobody runs the show any more, or that another one runs."""


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


class Wanted(NamedTuple):
    """What picture: of what show or file, of which output, looking how, how large, of what hour.

    What is None is as the output has it, the stage's if none is named, and as it stands now.
    """

    of: str | None = None
    output: str | None = None
    layout: str | None = None
    room: str | None = None
    ground: str | None = None
    size: Size = Size(1920, 1080)
    at: Civil | None = None


class Dress(NamedTuple):
    """How the picture is drawn."""

    words: "StageWords"
    look: "Look"
    palette: "Palette"
    size: Size

    def face(self, board: Board) -> "Face":
        """What is seen of a board."""
        from runofshow.ui.speaker.layouts import seen

        return seen(board, self.words, self.look)

    def png(self, face: "Face") -> bytes:
        """The picture as a file."""
        from runofshow.ui.speaker.still import png

        return png(face, self.size, self.palette, self.look)


def write(out: Path, wanted: Wanted, data: Path, language: str) -> int:
    """Write the picture once. Raises Unreadable and Unwritable."""
    dress = dressed(wanted, data, language)
    files.save(out, dress.png(dress.face(_board(wanted, data))))
    return 0


def keep(out: Path, wanted: Wanted, data: Path, language: str, *, leashed: bool) -> int:
    """Write the picture, and keep it up to date until interrupted. Raises as `write`.

    `leashed`: until standard input closes too, as it does when who began it has gone.
    """
    left = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: left.set())
    if leashed:
        threading.Thread(target=_leash, args=(left,), daemon=True).start()
    with suppress(OSError):  # what is wrong with the folder is said when the file is written
        out.parent.mkdir(parents=True, exist_ok=True)
    keeper = Keeper(out, wanted, data, dressed(wanted, data, language), left.wait)
    keeper.look()
    try:
        while not keeper.rests():
            with suppress(Unwritable):  # what reads it may hold it for a moment
                keeper.look()
    finally:
        keeper.clear()
    return 0


def _leash(left: threading.Event) -> None:
    while sys.stdin.buffer.read(4096):
        pass
    left.set()


class Keeper:
    """Keeps a picture of the running show up to date; `rest` waits, and says that it is left."""

    def __init__(
        self,
        out: Path,
        wanted: Wanted,
        data: Path,
        dress: Dress,
        rest: Callable[[float], bool],
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._out, self._wanted, self._data, self._dress = out, wanted, data, dress
        self._rest, self._now = rest, now
        self._path, self._run, self._looked = found(data, wanted.of), False, float("-inf")
        self._read: tuple[object, Show] | None = None
        self._face: Face | None = None
        self._stood: int | None = None

    def look(self) -> None:
        """Write the picture if something else is to be seen. Raises Unreadable and Unwritable."""
        from runofshow.ui.speaker.face import stale

        now = self._now()
        if now.timestamp() - self._looked >= LOOK_AGAIN:
            self._looked = now.timestamp()
            self._path = found(self._data, self._wanted.of)
            self._run = owner_of(self._path) is not None
        show = self._show()
        face = self._dress.face(board_of(settled(show, now), moment(show, now)))
        face = face if self._run else stale(face, self._dress.words)
        if face != self._face or self._left() != self._stood:
            files.put(self._out, self._dress.png(face))
            self._face, self._stood = face, self._left()

    def _left(self) -> int | None:
        """When the file was written last, by whomever: whoever kept it before may empty it late."""
        try:
            return self._out.stat().st_mtime_ns
        except OSError:
            return None

    def rests(self) -> bool:
        """Wait for the next second; whether it is left meanwhile."""
        into = self._now().microsecond / 1e6
        return self._rest(1.0 - into + 0.005)

    def clear(self) -> None:
        """Leave nothing but the ground: a time that nobody keeps would be false."""
        from runofshow.ui.speaker.face import Face

        files.put(self._out, self._dress.png(Face("blackout")))

    def _show(self) -> Show:
        """The show as its journal has it, read again when that has changed."""
        stamp = (self._path, *_written(self._path))
        if self._read is None or self._read[0] != stamp:
            self._read = (stamp, recovery.recover(self._path).show)
        return self._read[1]


def _written(path: Path) -> list[tuple[int, int]]:
    """How large a journal and what stands beside it are, and when they were written."""
    told = (file.stat() for file in sorted(path.parent.glob(f"{escape(path.stem)}*")))
    return [(each.st_size, each.st_mtime_ns) for each in told]


def dressed(wanted: Wanted, data: Path, language: str) -> Dress:
    """How the picture is drawn: as the output that is named, with what is asked otherwise."""
    from runofshow.ui.loading import load_qt

    try:
        load_qt()
    except ImportError as missing:  # a machine without a screen has not all that Qt draws with
        raise Unwritable("qt_missing", why=str(missing).partition(":")[0]) from None
    from runofshow.ui.outlet import look_of, palette_named
    from runofshow.ui.texts import words

    settings = remembered.glanced(data)
    asked = {"layout": wanted.layout, "room": wanted.room, "ground": wanted.ground}
    output = _output(settings, wanted.output).model_copy(
        update={name: value for name, value in asked.items() if value is not None}
    )
    said = words(output.language or language).stage
    return Dress(said, look_of(output), palette_named(output, settings.palette), wanted.size)


def _output(settings: remembered.Settings, name: str | None) -> remembered.Output:
    """The output of that name or key; the stage's when none is named. Raises Unreadable."""
    if name is None:
        return settings.stage
    for output in settings.outputs:
        if name in (output.key, output.name):
            return output
    raise Unreadable("no_such_output", name)


def _board(wanted: Wanted, data: Path) -> Board:
    """The board of a show now or at an hour, of a schedule file as planned."""
    file = Path(wanted.of) if wanted.of else None
    if file is not None and file.is_file() and file.suffix != SUFFIX:
        return _planned(file, wanted.at)
    path = found(data, wanted.of)
    rows = read_rows(path).rows
    show = recovery.replayed(rows, place=path).show
    now = datetime.now(UTC)
    if wanted.at is not None:
        now = instant(show.plan.date, wanted.at, show.plan.zone)
        stood = rows[:1] + tuple(row for row in rows[1:] if row.at <= now)
        show = recovery.replayed(stood, place=path).show
    return board_of(settled(show, now), moment(show, now))


def _planned(file: Path, at: Civil | None) -> Board:
    """The board of a day that goes as planned, at an hour, else a minute before it begins."""
    from runofshow.imported import imported
    from runofshow.rehearsal import Rehearsal

    plan = imported(file, datetime.now().astimezone().date()).settled.plan
    rehearsal = Rehearsal.of(Show.of(plan), datetime.now(UTC))
    if at is not None:
        rehearsal.jump(max(rehearsal.now(), instant(plan.date, at, plan.zone)))
    return rehearsal.board()
