"""What the files of a journal suffer while the program is dead, and how much of it can be borne."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from tests.simulation.platter import Files


class Damage(NamedTuple):
    """What becomes of one of the journal's files: `at` is a share of its length, from 0 to 1.

    `cut`: it ends there. `flip`: a bit of the byte there is another one. `letter`: the letter, or
    digit, there is another one, so that what is read may make sense. `line`: that line is not
    there, `swap`: it stands after the next. `gone`: the file is not there.
    """

    file: Literal["database", "log", "mirror"]
    how: Literal["cut", "flip", "letter", "line", "swap", "gone"]
    at: float = 0.0

    def done(self, files: Files) -> Files:
        """The files with that damage; as they were where there is no such file."""
        ending = {"database": ".show", "log": ".show-wal", "mirror": ".jsonl"}[self.file]
        name = next((each for each in files if each.endswith(ending)), None)
        if name is None or not files[name]:
            return files
        if self.how == "gone":
            return {each: files[each] for each in files if each != name}
        return {**files, name: self._harmed(files[name])}

    def _harmed(self, data: bytes) -> bytes:
        place = min(int(self.at * len(data)), len(data) - 1)
        lines = data.split(b"\n")
        line = data.count(b"\n", 0, place)
        match self.how:
            case "cut":
                return data[:place]
            case "letter":
                letters = [found.start() for found in re.finditer(rb"[0-9a-z]", data)]
                place = letters[int(self.at * len(letters))] if letters else place
                return data[:place] + bytes((data[place] ^ 1,)) + data[place + 1 :]
            case "line":
                return b"\n".join(lines[:line] + lines[line + 1 :])
            case "swap":
                return b"\n".join(
                    [*lines[:line], *lines[line : line + 2][::-1], *lines[line + 2 :]]
                )
            case _:
                flipped = bytes((data[place] ^ 1 << place % 8,))
                return data[:place] + flipped + data[place + 1 :]


def bearable(damage: Sequence[Damage], files: Files) -> list[Damage]:
    """Of that damage what leaves something to go on from: one plan, one copy of each row."""
    database = any(name.endswith(".show") for name in files)
    kept = list[Damage]()
    for each in damage:
        harmed = each.file == "mirror" and (kept or not database)
        if not harmed or (_first_line(each.done(files)) == _first_line(files) and database):
            kept.append(each)
    return kept


def _first_line(files: Files) -> bytes | None:
    mirror = next((data for name, data in files.items() if name.endswith(".jsonl")), None)
    return None if mirror is None else mirror.partition(b"\n")[0]
