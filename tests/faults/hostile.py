"""Corrupt or hostile files in the data folder: a sentence, the rest works, nothing is lost."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final

from runofshow.clock import SystemClock
from runofshow.core.commands import command_of
from runofshow.core.sentences import Sentence
from runofshow.fallen import NOTE, note
from runofshow.net.links import Links
from runofshow.opening import Opened, Request, opened
from runofshow.store import recovery, settings, wires
from runofshow.store.mirror import row_line
from tests.faults.broken import BREAKS, broken
from tests.faults.fault import Fault, Result
from tests.whole.program import day

FILES: Final = (
    "settings.json", "wires.json", "links.json", "shows/*.show", "shows/*.show-wal",
    "shows/*.jsonl", "shows/*.owner.json", NOTE,
)  # fmt: skip
"""Every file that the program reads in its data folder."""
UNSURE: Final = ("cut", "flipped", "nowhere", "an object", "many figures", "half a pair")
"""What may still be settings, or as good as none."""
DONE: Final = ({"do": "go"}, {"do": "note", "text": "a"}, {"do": "stretch", "by": "1m"})


def left_by_a_kill(folder: Path) -> tuple[Path, Path]:
    """A schedule and the data folder of its day, as a kill leaves it on air."""
    file, data = day(folder), folder / "run"
    show = opened(Request(data, file), SystemClock())
    for command in DONE:
        assert show.desk.do(command_of(command)).ok
    left = folder / "data"
    shutil.copytree(data, left)
    close(show)
    settings.save(left, settings.Settings(dark=False, guard_ms=700))
    wires.save(left, wires.Wires(osc=wires.OscDoor(pin="271828")))
    fell = {"at": "2026-01-19T09:00:00+01:00", "count": 3, "how": "-11"}
    (left / NOTE).write_text(json.dumps(fell))
    Links(left).make("viewer", datetime.now(UTC), datetime.now(UTC) + timedelta(hours=1))
    return file, left


def close(show: Opened) -> None:
    """Let its journal go."""
    if show.kept is not None:
        show.kept.close()


def tried(chance: Random, tries: int) -> Result:
    """Files broken one at a time, each in a data folder of its own."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        whole = Path(name) / "whole"
        whole.mkdir()
        file, data = left_by_a_kill(whole)
        for number in range(tries):
            of, way = chance.choice(FILES), chance.choice([*BREAKS])
            again = Path(name) / str(number)
            shutil.copytree(data, again)
            wrong += (f"{of} {way}: {said}" for said in faults(again, file, of, way, chance))
            shutil.rmtree(again)
    return Result(tries, broken=tuple(wrong))


def faults(data: Path, file: Path, of: str, way: str, chance: Random) -> Iterator[str]:
    """What is not as promised once a file of `data` is broken and the program begins there."""
    (path,) = data.glob(of)
    held = broken(path, way, chance)
    said = begun(data, file)
    if said.rev < len(DONE):
        yield f"{said.rev} actions of {len(DONE)} are there"
    if not said.taken or said.trouble is not None:
        yield f"an action is not kept: {said.trouble}"
    if (
        held is not None
        and not (said.whole and ".show" in path.name)
        and not kept(data, path, held)
    ):
        yield "what stood there is gone"
    if path.parent == data and path.name != NOTE and way not in UNSURE and said.mute:
        yield "nothing is said"


class Begun:
    """How a beginning went.

    `mute`: nothing was said of any file; `whole`: nothing of the journal.
    """

    def __init__(self, show: Opened, told: list[Sentence]) -> None:
        self.taken = show.desk.do(command_of({"do": "note", "text": "again"})).ok
        self.trouble, self.rev = show.desk.trouble, show.desk.show.rev - 1
        self.whole = not [each for each in told if each.code.startswith("journal_")]
        self.mute = not [each for each in told if not each.code.startswith("back_")]


def begun(data: Path, file: Path) -> Begun:
    """The program begins in `data` with `file`, keeps an action, and keeps what it keeps."""
    (remembered, broken_settings), (wired, broken_wires) = settings.load(data), wires.load(data)
    links = Links(data)
    note(data, UTC)
    show = opened(Request(data, file), SystemClock())
    heard = (broken_settings, broken_wires, links.broken, *show.notices)
    said = Begun(show, [each for each in heard if each is not None])
    settings.save(data, remembered.model_copy(update={"guard_ms": 800}))
    wires.save(data, wired)
    links.make("viewer", datetime.now(UTC), datetime.now(UTC) + timedelta(hours=1))
    close(show)
    return said


def kept(data: Path, path: Path, held: bytes) -> bool:
    """Whether what stood at `path` is somewhere still, or said no more than what is there now."""
    if ".owner" in path.name or path.name == NOTE or not held.strip(b"\0"):
        return True
    if path.suffix == ".jsonl":
        rows = recovery.recover(next(data.glob("shows/*.show"))).rows
        if b"".join(map(row_line, rows)).startswith(held.rstrip(b"\0")):
            return True
    return any(each.is_file() and each.read_bytes() == held for each in data.rglob("*"))


FAULTS: Final = (Fault("files", "a corrupt or hostile file", tried, slice=4, promised=1000),)
