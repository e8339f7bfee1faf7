"""The disk dies under the program, which is killed while it waits for it: the stick has it all."""

import json
import tempfile
from pathlib import Path
from random import Random
from time import monotonic
from typing import Final

from runofshow.store.journal import read_rows
from runofshow.store.mirror import read_mirror
from runofshow.store.rows import Row, woven
from runofshow.store.settings import Backup, Settings, save
from tests.faults.fault import Fault, Figure, Result
from tests.faults.lamp import covered, filled, folder_gone, lacking, small_disk
from tests.process import awaited
from tests.whole.program import Program, day, journal_of


def doubled(chance: Random, tries: int) -> Result:
    """So many programs on a dying disk, each killed, and its day taken up from its double.

    By another machine, which never sees that disk, or by the same one once it is well again.
    """
    known, broken = [0.0], list[str]()
    for _ in range(tries):
        with tempfile.TemporaryDirectory() as name, small_disk() as disk:
            folder = Path(name)
            stick, elsewhere = folder / "stick", folder / "elsewhere"
            stick.mkdir()
            save(disk, Settings(double=Backup(folder=str(stick))))
            program = Program(disk, str(day(folder)))
            sent = _noted(program, "before", chance.randint(1, 5))
            undo = chance.choice((filled, folder_gone, covered))(disk)
            dead = _noted(program, "after", chance.randint(1, 20))
            began, all_ = monotonic(), {**sent, **dead}
            (double,) = awaited(lambda stick=stick: list(stick.glob("*.jsonl")), "a double")  # type: ignore[misc]
            awaited(
                lambda double=double, ids=set(all_): ids <= set(_ids(_doubled(double))),  # type: ignore[misc]
                "all of it on the double",
            )
            known.append(monotonic() - began)
            program.kill()
            data = elsewhere
            if chance.random() < 0.5:
                undo()
                data = disk
            after = Program(data, str(double))
            broken += _wrong(after, list(all_))
            after.kill()
            if all(dead.values()):
                broken.append("a dead disk is said to have saved all")
    figure = Figure("on the double in", max(known), "s", 1)
    return Result(tries, len(broken), (figure,), tuple(broken))


def _noted(program: Program, word: str, count: int) -> dict[str, bool]:
    """So many commands, by their ids: whether each is said to be saved."""
    names = [f"{word}-{number}" for number in range(count)]
    answers = {name: program.send(do="note", text=name, id=name) for name in names}
    return {name: answer.get("saved", True) for name, answer in answers.items() if answer["ok"]}


def _doubled(double: Path) -> list[Row]:
    found = read_mirror(double)
    return [] if found is None else woven(found.rows)


def _ids(rows: list[Row] | tuple[Row, ...]) -> list[str]:
    return [json.loads(row.body)["id"] for row in rows[1:]]


def _wrong(program: Program, ids: list[str]) -> list[str]:
    """What is not as promised of a program that goes on with that day."""
    held = _ids(read_rows(journal_of(program.data)).rows)
    said = [] if held == ids else [f"{len(held)} commands of {len(ids)} go on"]
    if program.board()["rev"] != len(ids):
        said.append(f"its board is of rev {program.board()['rev']} of {len(ids)}")
    answer = program.send(do="note", text="it goes on", id="on")
    return said if answer["ok"] and answer.get("saved", True) else [*said, "it does not go on"]


FAULTS: Final = (
    Fault(
        "stick", "the disk dead, then a kill -9: the day taken up from the stick", doubled,
        slice=2, promised=20, lacking=lacking, suite=False,
    ),
)  # fmt: skip
