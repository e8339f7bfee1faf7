"""`runofshow doctor`: what it measures is said in words that mean something for the show."""

from datetime import timedelta
from pathlib import Path

import pytest

from runofshow import machine
from runofshow.cli import doctor
from runofshow.cli.beats import Beats
from runofshow.clock import SystemClock
from runofshow.store import settings, trial
from runofshow.store.settings import Backup, Settings
from runofshow.store.trial import Flushes


@pytest.mark.parametrize(
    "kind, middle, late, well, means",
    [
        ("ext4", 0.0004, 0.012, True, "flush_unfelt"),
        ("ext4", 0.02, 0.12, True, "flush_felt"),
        ("vfat", 0.03, 0.9, False, "flush_slow"),
        ("ext4", 0.000005, 0.00001, False, "flush_doubtful"),
        ("tmpfs", 0.000005, 0.00001, False, "flush_memory"),
        ("nfs4", 0.0004, 0.012, False, "flush_network"),
        ("", 0.0004, 0.012, True, "flush_unfelt"),
    ],
)
def test_a_disk_is_told_by_what_it_means(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    kind: str, middle: float, late: float, well: bool, means: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(trial, "file_system", lambda _: kind)
    monkeypatch.setattr(trial, "flushes", lambda *_: Flushes(middle, late, 2 * late, 200))
    found = next(doctor._disk(tmp_path))
    assert (found.well, dict(found.said.facts)["means"].code) == (well, means)  # type: ignore[union-attr]
    french = found.said.text("fr")
    assert f"{late * 1000:g}".replace(".", ",") + " ms une fois sur cent" in french
    assert str(tmp_path) in french


def test_the_disk_of_the_double_is_tried_too_and_one_that_is_unplugged_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    assert list(doctor._double(tmp_path, 3)) == []
    settings.save(tmp_path, Settings(double=Backup(folder=str(stick))))
    (gone,) = doctor._double(tmp_path, 3)
    assert (gone.well, gone.said.code) == (False, "doctor_double_refuses")
    assert not stick.exists()
    stick.mkdir()
    (tried,) = doctor._double(tmp_path, 3)
    assert (tried.well, tried.said.code) == (True, "doctor_double")
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize(
    "kept, kernel, code, well",
    [
        (True, machine.Kernel(True, 0.0021), "doctor_clock_kept_to", True),
        (True, machine.Kernel(False, 16.0), "doctor_clock_kept", True),
        (True, None, "doctor_clock_kept", True),
        (False, machine.Kernel(False, 16.0), "doctor_clock_alone", False),
        (None, None, "doctor_clock", True),
    ],
)
def test_the_clock_is_told_by_who_keeps_it(
    monkeypatch: pytest.MonkeyPatch,
    kept: bool | None, kernel: machine.Kernel | None, code: str, well: bool,
) -> None:  # fmt: skip
    monkeypatch.setattr(machine, "synchronised", lambda: kept)
    monkeypatch.setattr(machine, "kernel_clock", lambda: kernel)
    monkeypatch.setattr(doctor, "beats", lambda: Beats(1e-7, 0.0004, 30))
    found = list(doctor._clock(SystemClock()))
    assert [(each.well, each.said.code) for each in found] == [(well, code), (True, "doctor_beat")]


def test_a_clock_that_jumps_and_late_timers_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SystemClock()
    monkeypatch.setattr(clock, "_wall", lambda: clock.now() - timedelta(milliseconds=300))
    monkeypatch.setattr(doctor, "beats", lambda: Beats(1e-7, 0.08, 30))
    _, stepped, late = doctor._clock(clock)
    assert (stepped.well, late.well) == (False, False)
    assert "-300 ms" in stepped.said.text("en")
    assert "80 ms" in late.said.text("fr")
