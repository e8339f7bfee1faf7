"""`runofshow doctor`: what this machine can do for a show, a sentence for what is missing."""

import errno
import os
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final, NamedTuple

from runofshow import machine
from runofshow.cli.beats import beats
from runofshow.clock import SystemClock
from runofshow.core.sentences import Sentence
from runofshow.store import settings, trial

MANY: Final = 200
"""How often the disk is tried, unless a show runs on it."""
FEW: Final = 10
DOUBTFUL: Final = 15e-6
"""Seconds below which no disk has kept anything: it only says so."""
UNFELT: Final = 0.05
"""Seconds that nobody notices between a key and what it does."""
SLOW: Final = 0.2
"""Seconds from which a disk is too slow for the hand that waits for it."""
STEPPED: Final = timedelta(milliseconds=20)
"""How far wall and counter may part while they are looked at; reading both takes a moment."""
LATE: Final = 0.03
"""Seconds by which a digit may flip late without anybody seeing it."""


class Finding(NamedTuple):
    """One thing looked at: whether it is well, and what to say of it."""

    well: bool
    said: Sentence


def run(data: Path, language: str) -> int:
    """Print what was found; 0 whatever it is: nothing here keeps a show from running."""
    for well, said in findings(data, language):
        print(f"{'ok' if well else ' !'}  {said.text(language)}")
    return 0


def findings(data: Path, language: str = "en", *, gently: bool = False) -> Iterator[Finding]:
    """Everything worth knowing before a show, one finding each; `language` calls outputs.

    `gently`, the disk is tried a few times only: a show runs on it.
    """
    clock = SystemClock()
    yield Finding(True, Sentence.of("doctor_python", version=sys.version.split()[0]))
    yield from _window(data, language)
    yield _power()
    yield _awake()
    yield from _disk(data, FEW if gently else MANY)
    yield from _double(data, FEW if gently else MANY)
    yield from _clock(clock)


def _window(data: Path, language: str) -> Iterator[Finding]:
    from runofshow.cli.surroundings import display

    if not display():
        yield Finding(False, Sentence.of("doctor_no_display"))
        return
    try:
        from runofshow.ui import looking
    except ImportError as error:  # a system library that Qt needs is missing
        yield Finding(False, Sentence.of("doctor_no_qt", why=str(error)))
        return
    for well, said in looking.findings():
        yield Finding(well, said)
    for well, said in looking.writings(language):
        yield Finding(well, said)
    for well, said in looking.outputs(settings.load(data)[0], language):
        yield Finding(well, said)


def _power() -> Finding:
    power = machine.power()
    if power.mains is None:
        return Finding(True, Sentence.of("doctor_power_unknown"))
    if power.mains:
        return Finding(True, Sentence.of("doctor_mains"))
    return Finding(False, Sentence.of("doctor_battery", percent=power.percent or 0))


def _awake() -> Finding:
    from runofshow.awake import presenting

    with presenting() as hold:
        if hold.by:
            return Finding(True, Sentence.of("doctor_awake", name=hold.by))
    return Finding(False, Sentence.of("doctor_sleeps"))


def _disk(data: Path, times: int = MANY) -> Iterator[Finding]:
    try:
        taken = trial.flushes(data, times)
    except OSError as error:
        yield Finding(False, Sentence.of("doctor_disk_refuses", folder=str(data), why=str(error)))
        return
    yield _flushes("doctor_flush", data, taken)
    free = machine.free_space(data)
    if free is not None:
        giga = f"{free / 1e9:.0f}"
        code = "doctor_space" if free > 200_000_000 else "doctor_space_low"
        yield Finding(free > 200_000_000, Sentence.of(code, size=giga))


def _double(data: Path, times: int) -> Iterator[Finding]:
    """The disk of the journal's double, where one is kept."""
    folder = settings.glanced(data).double.folder
    if not folder:
        return
    try:
        if not Path(folder).is_dir():  # it is not made: an unplugged stick is no folder here
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        taken = trial.flushes(Path(folder), times)
    except OSError as error:
        why = error.strerror or str(error)
        yield Finding(False, Sentence.of("doctor_double_refuses", folder=folder, why=why))
        return
    facts = {"middle": taken.middle * 1000, "late": taken.late * 1000, "count": taken.tries}
    worst = taken.worst * 1000
    yield Finding(True, Sentence.of("doctor_double", folder=folder, worst=worst, **facts))


def _flushes(code: str, folder: Path, taken: trial.Flushes) -> Finding:
    """How long a disk took, and what that means for the show."""
    well, means = _means(trial.file_system(folder), taken)
    return Finding(
        well,
        Sentence.of(
            code, folder=str(folder), middle=taken.middle * 1000, late=taken.late * 1000,
            worst=taken.worst * 1000, count=taken.tries, means=means,
        ),
    )  # fmt: skip


def _means(kind: str, taken: trial.Flushes) -> tuple[bool, Sentence]:
    if trial.forgets(kind):
        return False, Sentence.of("flush_memory")
    if trial.far(kind):
        return False, Sentence.of("flush_network", kind=kind)
    if taken.middle < DOUBTFUL:
        return False, Sentence.of("flush_doubtful")
    if taken.late < UNFELT:
        return True, Sentence.of("flush_unfelt")
    if taken.late < SLOW:
        return True, Sentence.of("flush_felt")
    return False, Sentence.of("flush_slow")


def _clock(clock: SystemClock) -> Iterator[Finding]:
    """Who keeps the clock, how it behaved since `clock` was made, and how true waits are."""
    zone = clock.now().astimezone().tzname() or "?"
    kept = machine.synchronised()
    yield Finding(kept is not False, _kept(kept, machine.kernel_clock(), zone))
    jumped = clock.ahead()
    if abs(jumped) > STEPPED:
        by = round(jumped / timedelta(milliseconds=1))
        yield Finding(False, Sentence.of("doctor_stepped", by=by))
    beat = beats()
    code = "doctor_beat" if beat.late < LATE else "doctor_beat_late"
    facts = {"grain": beat.grain * 1e6, "late": beat.late * 1000, "count": beat.tries}
    yield Finding(beat.late < LATE, Sentence.of(code, **facts))


def _kept(kept: bool | None, kernel: machine.Kernel | None, zone: str) -> Sentence:
    if kept is None:
        return Sentence.of("doctor_clock", zone=zone)
    if not kept:
        return Sentence.of("doctor_clock_alone", zone=zone)
    if kernel is None or not kernel.kept or not kernel.error:
        return Sentence.of("doctor_clock_kept", zone=zone)
    return Sentence.of("doctor_clock_kept_to", zone=zone, error=kernel.error * 1000)
