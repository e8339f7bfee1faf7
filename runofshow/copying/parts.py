"""What a copy is made of: parts, each a file of the archive, and what could not be had.

They lie as in a data folder, so that the copy, unpacked, can be run: `runofshow --data COPY`.
"""

from pathlib import Path
from typing import Final, Literal, NamedTuple

from runofshow.core.errors import Trouble, Unreadable
from runofshow.core.sentences import Sentence
from runofshow.fallen import crash_file
from runofshow.journals import place_mark
from runofshow.store import files, settings, wires
from runofshow.store.journal import raw, read_rows
from runofshow.store.mirror import mirror_of
from runofshow.store.recovery import Recovered, replayed

Kind = Literal["journal", "log", "settings", "wires", "original", "picture"]
LARGEST: Final = 64_000_000
"""Bytes of a file that a copy takes."""
LOG: Final = "runofshow.log"


class Part(NamedTuple):
    """One file of a copy: its place in it, what it is, and what it holds."""

    name: str
    kind: Kind
    data: bytes


class Found(NamedTuple):
    """What there is to copy of `show`.

    `recovered` is the show, None where there is none that can be read; `missing` are the
    files that are there and could not be had.
    """

    show: Path | None
    recovered: Recovered | None
    parts: tuple[Part, ...]
    missing: tuple[Sentence, ...]


class _Basket:
    """Gathers parts; what cannot be had is noted instead."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.missing: list[Sentence] = []

    def put(self, path: Path, kind: Kind, name: str = "") -> None:
        """Take a file, if it is there."""
        try:
            self.parts.append(Part(name or path.name, kind, files.load(path, LARGEST)))
        except Unreadable as trouble:
            if trouble.code != "file_missing":
                self.missing.append(trouble.sentence)


def found(data: Path, show: Path | None, pictures: Path | None = None) -> Found:
    """All that a copy of `show` is made of; nothing is disturbed, whoever runs it.

    `pictures` is a folder of pictures to be taken in.
    """
    basket = _Basket()
    recovered = None if show is None else _recovered(basket, show)
    if show is not None:
        _journal(basket, show)
        _double(basket, data, show)
        _original(basket, data, show)
    for log in (*sorted(data.glob(f"{LOG}*")), crash_file(data)):
        basket.put(log, "log")
    basket.put(data / settings.NAME, "settings")
    basket.put(data / wires.NAME, "wires")
    for picture in sorted(pictures.glob("*.png")) if pictures is not None else ():
        basket.put(picture, "picture", f"pictures/{picture.name}")
    return Found(show, recovered, tuple(basket.parts), tuple(basket.missing))


def _recovered(basket: _Basket, show: Path) -> Recovered | None:
    """The show as its journal tells it, None when nothing there can be trusted."""
    try:
        reading = read_rows(show)
        return replayed(reading.rows, reading.notices, place=show)
    except Trouble as trouble:
        basket.missing.append(trouble.sentence)
        return None


def _journal(basket: _Basket, show: Path) -> None:
    """The journal's files as they are, and what was kept of a damaged one."""
    try:
        basket.parts += [Part(f"shows/{name}", "journal", held) for name, held in raw(show)]
    except OSError as error:
        reason = files.reason(error)
        basket.missing.append(Sentence.of("file_failed", place=show.name, reason=reason))
    for file in sorted(show.parent.glob(f"{show.stem}.*.kept-*")):
        basket.put(file, "journal", f"shows/{file.name}")


def _double(basket: _Basket, data: Path, show: Path) -> None:
    """The journal's double, where one is kept and there."""
    if folder := settings.glanced(data).double.folder:
        name = mirror_of(show).name
        basket.put(Path(folder) / name, "journal", f"double/{name}")


def _original(basket: _Basket, data: Path, show: Path) -> None:
    """The file that the show was opened from, where it is known still."""
    for said in settings.glanced(data).recent:
        file = Path(said)
        if f"-{place_mark(file)}-" in show.name:
            basket.put(file, "original", f"original/{file.name}")
            return
