"""A display of the test's own: Xvfb with a window manager, for real windows in other processes.

One process draws on one platform, and the tests' is `offscreen`; so what needs a real window starts
the program with `Display.environment` and looks from outside (`xdotool`, `xrandr`, `xprop`).

Monitors that say who they are (tests/edid.py) need Xorg with its dummy driver: Xvfb's never do. It
need not be installed: XORG_ROOT may name a folder that both packages were unpacked into.
"""

import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from tests.process import PATIENCE

TOOLS = ("Xvfb", "openbox", "xdotool", "xrandr", "setxkbmap")
XORG_ROOT = Path(os.environ.get("XORG_ROOT", "/"))
XORG = XORG_ROOT / "usr/lib/xorg/Xorg"
MODULES = XORG_ROOT / "usr/lib/xorg/modules"
DUMMY = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
  Option "AutoAddGPU" "false"
  Option "DontVTSwitch" "true"
  Option "AllowMouseOpenFail" "true"
EndSection
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline "1920x1080" 148.5 1920 2008 2052 2200 1080 1084 1089 1125 +hsync +vsync
  Modeline "1440x900" 106.5 1440 1520 1672 1904 900 903 909 934
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1920x1080" "1440x900"
    Virtual 5760 2160
  EndSubSection
EndSection
"""
"""Graphics that show nothing, with sixteen outputs."""


@dataclass(frozen=True, slots=True)
class Display:
    """A running X server; `name` is what DISPLAY holds.

    `framebuffer` is the file in which Xvfb keeps what is on the screen (tests/whole/painted.py).
    """

    name: str
    framebuffer: Path | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs in its environment to open its windows here."""
        return {**os.environ, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"}

    def ask(self, *command: str) -> str:
        """What a tool of X prints; fails when the tool fails."""
        return subprocess.run(
            command, env=self.environment, check=True, capture_output=True, text=True
        ).stdout


def lacking() -> list[str]:
    """The tools that this machine lacks."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


@contextmanager
def virtual_display(folder: Path, size: str = "1920x1080") -> Iterator[Display]:
    """A screen of `size` pixels with a window manager, ready for windows, ended at the end.

    -r: no key repeats itself, however late a busy machine lets go of it. -noreset: without it the
    server forgets its monitors when the last window closes.
    """
    server = f"Xvfb -r -screen 0 {size}x24 -fbdir {folder}"
    with _served(folder, server.split()) as display:
        yield replace(display, framebuffer=folder / "Xvfb_screen0")


@contextmanager
def dummy_display(folder: Path) -> Iterator[Display]:
    """An Xorg whose outputs DUMMY0 to DUMMY15 can be plugged, and told what they are."""
    configuration = folder / "xorg.conf"
    configuration.write_text(DUMMY, "ascii")
    server = (
        f"{XORG} -config {configuration} -configdir {folder} -modulepath {MODULES} "
        f"-logfile {folder / 'xorg.log'} -novtswitch -sharevts -keeptty vt7"
    )
    libraries = {"LD_LIBRARY_PATH": str(XORG_ROOT / "usr/lib/x86_64-linux-gnu")}
    with _served(folder, server.split(), {**os.environ, **libraries}) as display:
        yield display


def has_dummy() -> bool:
    """Whether this machine has Xorg and its dummy driver."""
    return XORG.exists() and (MODULES / "drivers/dummy_drv.so").exists()


@contextmanager
def _served(
    folder: Path, command: list[str], env: dict[str, str] | None = None
) -> Iterator[Display]:
    """That X server with a window manager."""
    with ExitStack() as ending:
        reading, writing = os.pipe()
        ending.callback(os.close, reading)
        words = [*command, *f"-displayfd {writing} -noreset -nolisten tcp".split()]
        server = ending.enter_context(_running(words, pass_fds=(writing,), env=env))
        os.close(writing)
        display = Display(f":{_first_line(reading, server)}")
        ready = folder / "window-manager-ready"
        os.mkfifo(ready)
        listening = os.open(ready, os.O_RDWR)
        ending.callback(os.close, listening)
        manager = ending.enter_context(
            _running(
                ["openbox", "--startup", f"sh -c 'echo ready > {ready}'"],
                env=display.environment,
            )
        )
        _first_line(listening, manager)
        yield display


@contextmanager
def _running(
    command: list[str], pass_fds: tuple[int, ...] = (), env: dict[str, str] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command, pass_fds=pass_fds, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _first_line(descriptor: int, process: subprocess.Popen[bytes]) -> str:
    text = b""
    while not text.endswith(b"\n"):
        if not select.select([descriptor], [], [], PATIENCE)[0]:
            raise TimeoutError(f"{process.args!r} did not get ready")
        if not (more := os.read(descriptor, 64)):
            raise ChildProcessError(f"{process.args!r} ended with {process.wait(PATIENCE)}")
        text += more
    return text.decode().strip()
