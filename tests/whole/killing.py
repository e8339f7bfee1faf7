"""Rounds of: start the program, send it commands, kill it with no warning, start it again.

What must hold each time: every acknowledged command is in the journal once, what is on air is what
was, with the end it had, and the time left says so.
"""

import json
import subprocess
import threading
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

from runofshow.core.errors import Trouble
from runofshow.store.journal import read_rows
from tests.whole.program import Program, day, instant, journal_of, left_right, started

STARTING = 0.6
"""Seconds that a start takes at most, more or less."""
COMMANDS: list[dict[str, object]] = [
    {"do": "stretch", "by": "1s"},
    {"do": "stretch", "by": "-1s"},
    {"do": "note", "text": "x"},
    {"do": "edit", "slot": "b", "set": {"duration": "11m"}},
    {"do": "undo"},
    {"do": "say", "text": "hello"},
]


@dataclass
class Tally:
    """What the rounds came to. `off` is the worst error of the time left after a restart."""

    kills: int = 0
    acknowledged: set[str] = field(default_factory=set)
    sent: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    off: timedelta = timedelta(0)
    end_off: timedelta = timedelta(0)
    restarts: list[timedelta] = field(default_factory=list)


def rounds(folder: Path, kills: int, chance: Random, longest: float) -> Tally:
    """Kill so many times, each within `longest` seconds of the first command; what it came to."""
    tally, file = Tally(), str(day(folder))
    data = folder / "data"
    program = Program(data, file)
    assert program.send(do="go", id="go")["ok"]
    tally.acknowledged.add("go")
    tally.sent.add("go")
    for _ in range(kills):
        _one(tally, program, chance, longest)
        if chance.random() < 0.3:
            _stillborn(data, chance)
            tally.kills += 1
        program = Program(data, *([file] if chance.random() < 0.5 else []))
        tally.restarts.append(program.started_in)
        _compare(tally, program)
    program.kill()
    return tally


def _one(tally: Tally, program: Program, chance: Random, longest: float) -> None:
    """Send commands until the kill falls between two, or within one."""
    killer = threading.Timer(chance.uniform(0, longest), program.kill)
    killer.start()
    try:
        while killer.is_alive():
            name = f"{tally.kills}-{len(tally.sent)}"
            tally.sent.add(name)
            answer = program.send(**chance.choice(COMMANDS), id=name)
            if answer["ok"] and answer.get("saved", True):
                tally.acknowledged.add(name)
    except Trouble:
        pass  # it is dead
    killer.join()
    tally.kills += 1


def _stillborn(data: Path, chance: Random) -> None:
    """Start it and kill it before it has come up, or just as it has."""
    process = started(data)
    with suppress(subprocess.TimeoutExpired):
        process.wait(chance.uniform(0, STARTING))
    process.kill()
    process.communicate()


def _compare(tally: Tally, program: Program) -> None:
    board = program.board()
    rows = read_rows(journal_of(program.data)).rows
    commands = [json.loads(row.body) for row in rows[1:]]
    ids = Counter(command.get("id") for command in commands)
    tally.lost |= tally.acknowledged - ids.keys()
    tally.twice |= {name for name, times in ids.items() if times > 1}
    assert ids.keys() <= tally.sent
    assert board["rev"] == len(commands)
    stretched = sum(
        int(command["by"].removesuffix("s")) for command in commands if command["do"] == "stretch"
    )
    length = timedelta(hours=23, seconds=stretched)
    end_off = instant(board["on_air"]["ends"]) - (rows[1].at + length)
    tally.end_off = max(tally.end_off, abs(end_off))
    tally.off = max(tally.off, left_right(board))
