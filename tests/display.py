"""A display of the test's own: Xvfb with a window manager, for real windows in other processes.

One process draws on one platform, and the tests' is `offscreen`; so what needs a real window starts
the program with `Display.environment` and looks from outside (`xdotool`, `xrandr`, `xprop`).
"""

import os
import select
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

TOOLS = ("Xvfb", "openbox", "xdotool", "xrandr", "setxkbmap")
PATIENCE = 20.0


@dataclass(frozen=True, slots=True)
class Display:
    """A running X server; `name` is what DISPLAY holds."""

    name: str

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

    -noreset: without it the server forgets its monitors when the last window closes.
    """
    with ExitStack() as ending:
        reading, writing = os.pipe()
        ending.callback(os.close, reading)
        server = ending.enter_context(
            _running(
                f"Xvfb -displayfd {writing} -screen 0 {size}x24 -noreset -nolisten tcp".split(),
                pass_fds=(writing,),
            )
        )
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
