"""A real disk that fills, is unmounted, write-protected or loses its folder: how soon that is
known, and undone.
"""

import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from random import Random
from time import monotonic
from typing import Final

from runofshow.core.errors import Unwritable
from runofshow.desk import Desk
from runofshow.store.journal import Journal, read_rows
from runofshow.store.keeping import Kept
from runofshow.store.recovery import replayed, resume
from runofshow.store.rows import first_row
from tests.faults.fault import Fault, Figure, Result
from tests.hand import HandClock
from tests.process import PATIENCE
from tests.store.days import NINE, PLAN, minutes, note

Undo = Callable[[], object]


def _done(*command: str | Path) -> bool:
    with suppress(OSError):
        return not subprocess.run(command, check=False, capture_output=True).returncode
    return False


def _mounted(folder: Path) -> bool:
    return _done("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder)


def _remounted(folder: Path, how: str) -> bool:
    return _done("mount", "-o", f"remount,{how}", folder)


def _unmounted(folder: Path) -> bool:
    return _done("umount", "-l", folder)


def lacking() -> list[str]:
    """What this machine lacks to make a disk of memory, and to protect it."""
    with tempfile.TemporaryDirectory() as name:
        disk = Path(name)
        if not _mounted(disk):
            return ["the right to mount a disk"]
        may = _remounted(disk, "ro")
        _unmounted(disk)
    return [] if may else ["the right to remount a disk read-only"]


@contextmanager
def small_disk() -> Iterator[Path]:
    """A disk of four megabytes."""
    with tempfile.TemporaryDirectory() as name:
        disk = Path(name)
        assert _mounted(disk)
        try:
            yield disk
        finally:
            while _unmounted(disk):  # and what was mounted over it
                pass


# --- what befalls it ---------------------------------------------------------------------------


def filled(disk: Path) -> Undo:
    """No room is left."""
    ballast = disk / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(bytes(4096))
    return ballast.unlink


def folder_gone(disk: Path) -> Undo:
    """The folder of the shows is no longer there."""
    away = (disk / "shows").rename(disk / "away")
    return lambda: away.rename(disk / "shows")


def covered(disk: Path) -> Undo:
    """Another disk, empty, is mounted over it: as a stick that was pulled leaves its place."""
    assert _mounted(disk)
    return lambda: _unmounted(disk)


def protected(disk: Path) -> Undo:
    """It is mounted read-only over itself: what is open stays so, nothing more can be opened.

    A disk that is written to is not remounted itself: the kernel says that it is busy.
    """
    assert _done("mount", "--bind", disk, disk)
    assert _remounted(disk, "bind,ro")
    return lambda: _remounted(disk, "bind,rw")


def noticed(chance: Random, tries: int) -> Result:
    """So many disks in trouble and well again, nothing asked of the show meanwhile."""
    known, undone = [0.0], [0.0]
    broken: list[str] = []
    for _ in range(tries):
        befalls = chance.choice((filled, folder_gone, covered, protected))
        with small_disk() as disk:
            path = disk / "shows" / "x.show"
            journal, news = Journal.create(path, PLAN, NINE), threading.Event()
            kept = Kept(lambda made=journal: made, journal)  # type: ignore[misc]
            kept.watch(news.set)
            kept.append(minutes(1), note("avant"))
            undo = befalls(disk)
            known.append(_waited(news, lambda kept=kept: not _well(kept)))  # type: ignore[misc]
            undo()
            undone.append(_waited(news, lambda kept=kept: _well(kept)))  # type: ignore[misc]
            kept.append(minutes(2), note("après"))
            kept.close()
            if len(read_rows(path).rows) != 3:
                broken.append(f"{befalls.__name__}: {len(read_rows(path).rows)} rows of 3")
    figures = Figure("known in", max(known), "s", 1), Figure("over in", max(undone), "s", 1)
    return Result(tries, len(broken), figures, tuple(broken))


def begun_protected(chance: Random, tries: int) -> Result:
    """So many days begun, or gone on with, on a disk that is read-only; then it no longer is."""
    undone = [0.0]
    broken: list[str] = []
    for _ in range(tries):
        with small_disk() as disk:
            path = disk / "shows" / "x.show"
            rows, asked = (first_row(PLAN, NINE),), chance.randint(1, 9)
            make = partial(Journal.create, path, PLAN, NINE)
            if chance.random() < 0.5:
                make().close()
                make = partial(_gone_on_with, path)
            assert _remounted(disk, "ro")
            kept, news = Kept(make), threading.Event()
            desk = Desk(replayed(rows).show, HandClock(minutes(1)), kept)
            kept.watch(news.set)
            answers = [desk.do_json({"do": "note", "text": str(n)}) for n in range(asked)]
            if any(each.saved for each in answers) or desk.waiting != asked:
                broken.append("what a protected disk has not is said to be saved")
            if desk.trouble is None or desk.trouble.code != "disk_readonly":
                broken.append(f"it is told as {desk.trouble}")
            assert _remounted(disk, "rw")
            undone.append(_waited(news, partial(_caught_up, desk)))
            kept.close()
            if (found := len(read_rows(path).rows)) != asked + 1:
                broken.append(f"{found - 1} rows of {asked}")
    return Result(tries, len(broken), (Figure("over in", max(undone), "s", 1),), tuple(broken))


def _gone_on_with(path: Path) -> Journal:
    return resume(path)[0]


def _caught_up(desk: Desk) -> bool:
    desk.tend()
    return desk.trouble is None and not desk.waiting


def _well(kept: Kept) -> bool:
    try:
        kept.look()
    except Unwritable:
        return False
    return True


def _waited(news: threading.Event, so: Callable[[], bool]) -> float:
    """Seconds until it is so."""
    began = monotonic()
    while not so():
        assert news.wait(PATIENCE), "it is not noticed"
        news.clear()
    return monotonic() - began


FAULTS: Final = (
    Fault(
        "lamp", "a real disk full, gone, covered, protected", noticed,
        slice=4, promised=40, lacking=lacking, suite=False,
    ),
    Fault(
        "protected", "a day on a disk mounted read-only", begun_protected,
        slice=4, promised=40, lacking=lacking, suite=False,
    ),
)  # fmt: skip
