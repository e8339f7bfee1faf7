"""What the machine says of itself: power, disk, clock. Unknown is None, never a guess."""

import os
import shutil
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_SUPPLIES: Final = Path("/sys/class/power_supply")
_SYNCHRONISED: Final = Path("/run/systemd/timesync/synchronized")


def zone() -> str | None:
    """The time zone of this machine by its name, Europe/Paris; None when it tells none."""
    from tzlocal import get_localzone_name

    try:
        name = get_localzone_name()
        ZoneInfo(name)
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return None
    return None if name in ("UTC", "Etc/UTC", "local") else name


class Power(NamedTuple):
    """Mains or battery: `mains` None when unknown, `percent` None without a battery."""

    mains: bool | None
    percent: int | None


def power(supplies: Path = _SUPPLIES) -> Power:
    """Where the machine's power comes from now."""
    if sys.platform == "darwin":
        return _power_of_mac()
    if sys.platform == "win32":
        return _power_of_windows()
    mains: bool | None = None
    percent: int | None = None
    for supply in sorted(supplies.glob("*")):
        kind = _said(supply / "type")
        if kind in ("Mains", "USB"):
            mains = mains or _said(supply / "online") == "1"
        elif kind == "Battery" and _said(supply / "scope") != "Device":
            with suppress(ValueError):
                percent = int(_said(supply / "capacity"))
            if mains is None and _said(supply / "status") == "Discharging":
                mains = False
    if mains is None and percent is None and supplies.is_dir():
        mains = True  # no battery at all: a machine that runs is plugged in
    return Power(mains, percent)


def _said(file: Path) -> str:
    try:
        return file.read_text().strip()
    except OSError:
        return ""


def _power_of_mac() -> Power:
    import subprocess

    try:
        out = subprocess.run(
            ["/usr/bin/pmset", "-g", "batt"], capture_output=True, text=True, timeout=2, check=False
        ).stdout
    except (OSError, subprocess.TimeoutExpired):
        return Power(None, None)
    percent = next((int(w.rstrip("%;")) for w in out.split() if w.rstrip(";").endswith("%")), None)
    return Power("AC Power" in out, percent)


def _power_of_windows() -> Power:
    import ctypes

    class Status(ctypes.Structure):
        _fields_ = (
            ("ac", ctypes.c_ubyte),
            ("flag", ctypes.c_ubyte),
            ("percent", ctypes.c_ubyte),
            ("system", ctypes.c_ubyte),
            ("life", ctypes.c_ulong),
            ("full", ctypes.c_ulong),
        )

    status = Status()
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 (exists on Windows only)
    if not kernel.GetSystemPowerStatus(ctypes.byref(status)):
        return Power(None, None)
    return Power(
        {0: False, 1: True}.get(status.ac), status.percent if status.percent <= 100 else None
    )


def free_space(folder: Path) -> int | None:
    """The bytes free where `folder` is, or will be; None when that cannot be told."""
    for place in (folder, *folder.parents):
        with suppress(OSError):
            return shutil.disk_usage(place).free
    return None


def flush_time(folder: Path, times: int = 20) -> float:
    """The median time in seconds that the disk under `folder` takes to flush a small write.

    Raises OSError when the folder takes no file.
    """
    from statistics import median

    folder.mkdir(parents=True, exist_ok=True)
    trial = folder / f".flush-{os.getpid()}"
    taken = []
    try:
        with trial.open("wb") as file:
            for _ in range(times):
                began = time.perf_counter()
                file.write(b"x" * 200)
                file.flush()
                os.fsync(file.fileno())
                taken.append(time.perf_counter() - began)
    finally:
        trial.unlink(missing_ok=True)
    return median(taken)


def synchronised() -> bool | None:
    """Whether the system's clock is kept by the network; None when it does not say."""
    if _SYNCHRONISED.exists():
        return True
    return None


def inhibitor() -> str | None:
    """What can keep this machine awake, by name; None when nothing known can."""
    if sys.platform == "darwin":
        return "caffeinate"
    if sys.platform == "win32":
        return "SetThreadExecutionState"
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return "org.freedesktop.ScreenSaver"
    return shutil.which("systemd-inhibit")
