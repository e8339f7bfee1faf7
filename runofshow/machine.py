"""What the machine says of itself: power, disk, clock. Unknown is None, never a guess."""

import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_SUPPLIES: Final = Path("/sys/class/power_supply")
_UNSYNCHRONISED: Final = 5
"""adjtimex(2): TIME_ERROR."""
_ACCEPTS_NOTIFICATIONS: Final = 5
"""SHQueryUserNotificationState: QUNS_ACCEPTS_NOTIFICATIONS."""
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


def synchronised() -> bool | None:
    """Whether the system's clock is kept by the network; None when it does not say."""
    if _SYNCHRONISED.exists():
        return True
    return _kernel_keeps_time() if sys.platform == "linux" else None


class Kernel(NamedTuple):
    """What the kernel knows of its clock: whether it is kept, and to how many seconds."""

    kept: bool
    error: float


def _kernel_keeps_time() -> bool | None:
    known = kernel_clock()
    return None if known is None else known.kept


def kernel_clock() -> Kernel | None:
    """What the kernel knows of its clock, None when it tells nothing.

    Whoever keeps it (chrony, ntpd, timesyncd) has told it.
    """
    if sys.platform != "linux":
        return None
    import ctypes

    class Asked(ctypes.Structure):  # with no mode set it only reads; the rest is the kernel's
        _fields_ = (
            ("modes", ctypes.c_uint),
            ("offset", ctypes.c_long),
            ("frequency", ctypes.c_long),
            ("most", ctypes.c_long),
            ("error", ctypes.c_long),
            ("told", ctypes.c_char * 476),
        )

    asked = Asked()
    try:
        state = ctypes.CDLL(None).adjtimex(ctypes.byref(asked))
    except (OSError, AttributeError):
        return None
    return None if state < 0 else Kernel(state != _UNSYNCHRONISED, asked.error / 1e6)


def silenced() -> bool | None:
    """Whether notifications are held back; None when nothing tells. It may take a second."""
    if sys.platform == "win32":
        return _silenced_windows()
    for command, quiet, loud in _QUIET:
        said = _answer(command)
        if said in (quiet, loud):
            return said == quiet
    return None


_QUIET: Final = (
    # Plasma tells whether they are inhibited; GNOME and Cinnamon whether banners are shown; Xfce
    # whether it is not to disturb.
    (
        (
            *("busctl", "--user", "get-property", "org.freedesktop.Notifications"),
            *("/org/freedesktop/Notifications", "org.freedesktop.Notifications", "Inhibited"),
        ),
        *("b true", "b false"),
    ),
    (
        ("gsettings", "get", "org.gnome.desktop.notifications", "show-banners"),
        *("false", "true"),
    ),
    (
        ("gsettings", "get", "org.cinnamon.desktop.notifications", "display-notifications"),
        *("false", "true"),
    ),
    (("xfconf-query", "-c", "xfce4-notifyd", "-p", "/do-not-disturb"), *("true", "false")),
)
"""What to ask, the answer when they are held back, and the one when they are not."""


def _answer(command: Sequence[str]) -> str:
    import subprocess

    if shutil.which(command[0]) is None or not _asks_its_own_desktop(command):
        return ""
    try:
        run = subprocess.run(  # noqa: S603 (the table's own commands)
            command, capture_output=True, text=True, timeout=2, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return run.stdout.strip() if run.returncode == 0 else ""


def _asks_its_own_desktop(command: Sequence[str]) -> bool:
    """Settings of a desktop mean nothing on another, though they can be read there."""
    here = os.environ.get("XDG_CURRENT_DESKTOP", "").upper()
    said = " ".join(command)
    if "gnome" in said:
        return any(name in here for name in ("GNOME", "UNITY", "BUDGIE"))
    return ("cinnamon" not in said or "CINNAMON" in here) and ("xfce" not in said or "XFCE" in here)


def _silenced_windows() -> bool | None:
    import ctypes

    state = ctypes.c_int()
    shell = getattr(ctypes, "windll").shell32  # noqa: B009 (exists on Windows only)
    if shell.SHQueryUserNotificationState(ctypes.byref(state)) != 0:
        return None
    return state.value != _ACCEPTS_NOTIFICATIONS
