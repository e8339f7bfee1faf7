"""What the machine says of itself; what it does not say is unknown, never guessed."""

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from runofshow import machine
from runofshow.machine import Power

MAINS = {"type": "Mains", "online": "1"}
UNPLUGGED = {"type": "Mains", "online": "0"}
USB = {"type": "USB", "online": "1"}
BATTERY = {"type": "Battery", "capacity": "83", "status": "Discharging"}
FULL = {"type": "Battery", "capacity": "100", "status": "Full"}
MOUSE = {"type": "Battery", "capacity": "12", "status": "Discharging", "scope": "Device"}
ODD = {"type": "Battery", "capacity": "a lot"}


@pytest.mark.skipif(os.name != "posix", reason="read from /sys")
@pytest.mark.parametrize(
    "supplies, power",
    [
        ([MAINS], Power(True, None)),
        ([MAINS, BATTERY], Power(True, 83)),
        ([UNPLUGGED, BATTERY], Power(False, 83)),
        ([UNPLUGGED, USB, BATTERY], Power(True, 83)),
        ([BATTERY], Power(False, 83)),
        ([FULL], Power(None, 100)),
        ([MOUSE], Power(True, None)),
        ([ODD, MAINS], Power(True, None)),
        ([], Power(True, None)),
    ],
)
def test_power(tmp_path: Path, supplies: list[dict[str, str]], power: Power) -> None:
    for number, supply in enumerate(supplies):
        folder = tmp_path / f"S{number}"
        folder.mkdir()
        for name, text in supply.items():
            (folder / name).write_text(f"{text}\n")
    assert machine.power(tmp_path) == power


def test_power_is_unknown_where_the_system_says_nothing(tmp_path: Path) -> None:
    assert machine.power(tmp_path / "nothing") == Power(None, None)


def test_free_space_is_told_of_a_folder_still_to_be_made(tmp_path: Path) -> None:
    free = machine.free_space(tmp_path / "not" / "yet")
    assert free is not None
    assert free > 0


@pytest.mark.skipif(sys.platform != "linux", reason="what Linux tells")
@pytest.mark.parametrize("kernel", [True, False, None])
def test_a_clock_kept_by_the_network_is_told_by_its_keeper_or_the_kernel(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kernel: bool | None
) -> None:
    monkeypatch.setattr(machine, "_kernel_keeps_time", lambda: kernel)
    monkeypatch.setattr(machine, "_SYNCHRONISED", tmp_path)
    assert machine.synchronised() is True
    monkeypatch.setattr(machine, "_SYNCHRONISED", tmp_path / "nothing")
    assert machine.synchronised() is kernel


def answers(monkeypatch: pytest.MonkeyPatch, desktop: str, **said: str) -> None:
    """A desktop on which these programs are there, and answer so."""

    def run(command: tuple[str, ...], **_: object) -> SimpleNamespace:
        return SimpleNamespace(stdout=f"{said[command[0]]}\n", returncode=0)

    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
    monkeypatch.setattr("shutil.which", lambda name: name if name in said else None)
    monkeypatch.setattr("subprocess.run", run)


@pytest.mark.skipif(os.name != "posix", reason="asked of Linux desktops")
@pytest.mark.parametrize(
    "desktop, said, silenced",
    [
        ("KDE", {"busctl": "b true"}, True),
        ("KDE", {"busctl": "b false", "gsettings": "false"}, False),
        ("ubuntu:GNOME", {"busctl": "", "gsettings": "false"}, True),
        ("ubuntu:GNOME", {"gsettings": "true"}, False),
        ("X-Cinnamon", {"gsettings": "true"}, False),
        ("XFCE", {"xfconf-query": "true"}, True),
        ("KDE", {"gsettings": "false"}, None),
        ("sway", {}, None),
    ],
)
def test_notifications_are_asked_of_the_desktop_that_runs(
    monkeypatch: pytest.MonkeyPatch, desktop: str, said: dict[str, str], silenced: bool | None
) -> None:
    answers(monkeypatch, desktop, **said)
    assert machine.silenced() is silenced
