"""`runofshow doctor`: what this machine can do for a show, a sentence for what is missing."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from runofshow import machine
from runofshow.clock import SystemClock
from runofshow.core.sentences import Sentence
from runofshow.store import settings


class Finding(NamedTuple):
    """One thing looked at: whether it is well, and what to say of it."""

    well: bool
    said: Sentence


def run(data: Path, language: str) -> int:
    """Print what was found; 0 whatever it is: nothing here keeps a show from running."""
    for well, said in findings(data, language):
        print(f"{'ok' if well else ' !'}  {said.text(language)}")
    return 0


def findings(data: Path, language: str = "en") -> Iterator[Finding]:
    """Everything worth knowing before a show, one finding each; `language` calls outputs."""
    yield Finding(True, Sentence.of("doctor_python", version=sys.version.split()[0]))
    yield from _window(data, language)
    yield _power()
    yield _awake()
    yield from _disk(data)
    yield _clock()


def _window(data: Path, language: str) -> Iterator[Finding]:
    from runofshow.cli import display

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


def _disk(data: Path) -> Iterator[Finding]:
    try:
        taken = machine.flush_time(data)
    except OSError as error:
        yield Finding(False, Sentence.of("doctor_disk_refuses", folder=str(data), why=str(error)))
        return
    milliseconds = f"{taken * 1000:.1f}"
    code = "doctor_flush" if taken < 0.05 else "doctor_flush_slow"
    yield Finding(taken < 0.05, Sentence.of(code, ms=milliseconds, folder=str(data)))
    free = machine.free_space(data)
    if free is not None:
        giga = f"{free / 1e9:.0f}"
        code = "doctor_space" if free > 200_000_000 else "doctor_space_low"
        yield Finding(free > 200_000_000, Sentence.of(code, size=giga))


def _clock() -> Finding:
    zone = SystemClock().now().astimezone().tzname() or "?"
    if machine.synchronised():
        return Finding(True, Sentence.of("doctor_clock_kept", zone=zone))
    return Finding(True, Sentence.of("doctor_clock", zone=zone))
