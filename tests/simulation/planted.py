"""Bugs planted in a copy of the program, each of which the simulation must find.

`python -m tests.simulation.planted [--days N] [--seed N] [NAME …]` plants them in turn and prints
by which seed each was found, and the shortened story. Exits with 1 when one was not.
"""

import argparse
import importlib
import importlib.util
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from tests.simulation.living import Failure


class Bug(NamedTuple):
    """A bug: in `module`, `was` becomes `now`."""

    name: str
    module: str
    was: str
    now: str

    def source(self) -> str:
        """The module as it is written."""
        spec = importlib.util.find_spec(self.module)
        assert spec is not None
        assert spec.origin is not None
        return Path(spec.origin).read_text("utf-8")

    def fits(self) -> bool:
        """Whether the program has what the bug changes."""
        return self.source().count(self.was) == 1


BUGS: Final = (
    Bug(
        "acknowledged before it is written",
        "runofshow.desk",
        "        self._keep(now, command)\n        self._take_up(after, now)\n",
        "        self._take_up(after, now)\n        body = json.dumps(command.as_json())\n"
        "        self._waiting.append((now, body))\n",
    ),
    Bug(
        "what the disk refused is forgotten",
        "runofshow.desk",
        "        except Unwritable as trouble:\n            self.trouble = trouble\n",
        "        except Unwritable as trouble:\n            self.trouble = trouble\n"
        "            self._waiting.clear()\n",
    ),
    Bug(
        "a refusal of the disk is kept quiet",
        "runofshow.desk",
        "        except Unwritable as trouble:\n            self.trouble = trouble\n",
        "        except Unwritable:\n            pass\n",
    ),
    Bug(
        "a row is doubled when it is tried again",
        "runofshow.store.journal",
        "        self._commit(row)\n        self._rows.append(row)\n",
        "        self._rows.append(row)\n        self._commit(row)\n",
    ),
    Bug(
        "the chain is not checked",
        "runofshow.store.rows",
        "    return row.seq == seq + 1 and row.chain == _chain(\n"
        "        chain, row.seq, written(row.at), row.kind, row.body\n    )\n",
        "    return row.seq == seq + 1 and bool(chain)\n",
    ),
    Bug(
        "recovery drops the last row",
        "runofshow.store.reading",
        "        return Reading(table.rows)\n",
        "        return Reading(table.rows[:-1] or table.rows)\n",
    ),
    Bug(
        "replay goes by the present clock",
        "runofshow.store.recovery",
        "command_of(json.loads(row.body)), row.at)",
        "command_of(json.loads(row.body)), rows[-1].at)",
    ),
    Bug(
        "undo is lost in recovery",
        "runofshow.store.recovery",
        "    return Recovered(show, rows, revs=tuple(revs))\n",
        "    from dataclasses import replace\n\n"
        "    return Recovered(replace(show, undo=(), redo=()), rows, revs=tuple(revs))\n",
    ),
    Bug(
        "the mirror is forgotten",
        "runofshow.store.journal",
        "        self._rows.append(row)\n        self._mirror.copy(self._rows)\n",
        "        self._rows.append(row)\n",
    ),
    Bug(
        "the mirror writes on after half a line",
        "runofshow.store.mirror",
        "        if file.tell() != self._bytes:\n",
        "        if False:\n",
    ),
    Bug(
        "a torn database is taken for a whole one",
        "runofshow.store.reading",
        "        table.sound and bool(rows) and ends_with(mirror, rows[-1]) and "
        "len(woven(rows)) == len(rows)\n",
        "        bool(rows)\n",
    ),
    Bug(
        "a repeat after a restart is done again",
        "runofshow.opening",
        "        desk.remember(id_, rev)\n",
        "        pass\n",
    ),
    Bug(
        "a repeat after a restart is answered with another rev",
        "runofshow.opening",
        "            yield command.id, rev\n",
        "            yield command.id, rev + 1\n",
    ),
    Bug(
        "rows go on into a file that was deleted",
        "runofshow.store.journal",
        "        if standing(self.path) != self._stood:\n            # The row",
        "        if False:\n            # The row",
    ),
    Bug(
        "a journal is written anew without its last row",
        "runofshow.store.journal",
        "        write_whole(self.path, self._rows)\n",
        "        write_whole(self.path, self._rows[:-1])\n",
    ),
    Bug(
        "a clock set back stops the show",
        "runofshow.desk",
        "            self.lead = max(self.lead, show.last - self._clock.now())\n",
        "            pass\n",
    ),
    Bug(
        "the wall moves the countdown",
        "runofshow.clock",
        "        self._last = max(self._last, self._anchor + elapsed)\n",
        "        self._last = self._wall()\n",
    ),
    Bug(
        "what was crossed before a command is told with the next one",
        "runofshow.desk",
        "        crossings, self._crossed = [*self._crossed, *crossed], []\n",
        "        crossings, self._crossed = [*crossed], []\n",
    ),
    Bug(
        "a screen that reads again is not told what it missed",
        "runofshow.net.connected",
        "        whole = self._whole() if self._behind else None\n",
        "        whole = None\n",
    ),
    Bug(
        "what was damaged is not kept",
        "runofshow.store.journal",
        "            if not found.whole or found.strays:\n                _keep(self.path)\n",
        "",
    ),
    Bug(
        "a commit is not flushed",
        "runofshow.store.table",
        '"synchronous=FULL"',
        '"synchronous=NORMAL"',
    ),
    Bug(
        "a new name is not flushed",
        "runofshow.store.table",
        "            new.replace(path)\n            files.folder_flushed(path.parent)\n",
        "            new.replace(path)\n",
    ),
    Bug(
        "a refusal of the database is swallowed",
        "runofshow.store.journal",
        "            raise refused from error\n        if standing",
        "        if standing",
    ),
    Bug(
        "two programs run one show",
        "runofshow.store.owner",
        "        except BlockingIOError:\n            return False\n",
        "        except BlockingIOError:\n            return True\n",
    ),
    Bug(
        "another show's journal is written over",
        "runofshow.store.journal",
        "        return not there or there != ours[: len(there)]\n",
        "        return False\n",
    ),
    Bug(
        "the disk is not looked at",
        "runofshow.store.journal",
        "        see_room(self.path)\n",
        "",
    ),
    Bug(
        "automatic starts by the looker's clock",
        "runofshow.core.hands",
        "    air = Air((*airings, Airing(node.slot.id, at)), auto_started=at)\n",
        "    air = Air((*airings, Airing(node.slot.id, show.last or at)), auto_started=at)\n",
    ),
)


class _Copy(MetaPathFinder):
    """Finds one module in a copy of its file."""

    def __init__(self, name: str, file: Path) -> None:
        self._name, self._file = name, file

    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:
        """The copy, for that module alone."""
        if fullname != self._name:
            return None
        return importlib.util.spec_from_file_location(fullname, self._file)


ANEW: Final = (
    "runofshow.store", "runofshow.desk", "runofshow.opening", "runofshow.journals",
    "runofshow.lookout", "runofshow.clock", "runofshow.net.connected", "runofshow.net.live",
    "tests.simulation.",
)  # fmt: skip
"""What is imported anew where the bug is not in the core: what uses it."""


@contextmanager
def planted(bug: Bug) -> Iterator[Any]:
    """The simulation's `living`, of a program with that bug; without it again afterwards.

    Raises LookupError when the program no longer has what the bug changes.
    """
    if not bug.fits():
        raise LookupError(f"{bug.module} does not hold once: {bug.was!r}")
    starts = ("runofshow", "tests.") if ".core." in bug.module else ANEW
    former = {name: each for name, each in sys.modules.items() if name.startswith(starts)}
    former.pop(__name__, None)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{bug.module.rpartition('.')[2]}.py"
        file.write_text(bug.source().replace(bug.was, bug.now), "utf-8")
        finder = _Copy(bug.module, file)
        _forget(former)
        sys.meta_path.insert(0, finder)
        try:
            yield importlib.import_module("tests.simulation.living")
        finally:
            sys.meta_path.remove(finder)
            _forget([each for each in sys.modules if each.startswith(starts) and each != __name__])
            sys.modules.update(former)
            for name, module in former.items():
                parent, _, own = name.rpartition(".")
                if parent in sys.modules:
                    setattr(sys.modules[parent], own, module)


def _forget(names: Iterable[str]) -> None:
    """Have these modules imported anew when they are next asked for."""
    for name in tuple(names):
        parent, _, own = name.rpartition(".")
        del sys.modules[name]
        if hasattr(sys.modules.get(parent), own):
            delattr(sys.modules[parent], own)


def found(bug: Bug, seeds: Iterable[int], *, short: bool = True) -> "Failure | None":
    """The first day of these that the bug spoils, its story made short; None when none is."""
    with planted(bug) as living:
        for seed in seeds:
            failure: Failure | None = living.lived(seed)
            if failure is not None:
                shortened: Failure = living.shortened(failure, 150) if short else failure
                return shortened
    return None


def main(words: Sequence[str] | None = None) -> int:
    """Plant the bugs asked for; 1 when one was not found."""
    parser = argparse.ArgumentParser("python -m tests.simulation.planted")
    parser.add_argument("name", nargs="*", help="the beginning of a bug's name")
    parser.add_argument("--days", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(words)
    missed = 0
    for bug in BUGS:
        if given.name and not any(bug.name.startswith(name) for name in given.name):
            continue
        failure = found(bug, range(given.seed, given.seed + given.days))
        missed += failure is None
        if failure is None:
            print(f"NOT FOUND in {given.days} days: {bug.name}", flush=True)
        else:
            print(f"{bug.name} ({bug.module})\n  {failure.line}: {len(failure.story)} events")
            for event in failure.told():
                print(f"    {event}", flush=True)
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
