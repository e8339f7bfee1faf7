"""A start to the first painting, step by step: `python -m tests.bench.start_steps DATA FILE`.

Prints JSON: each step and the processor's milliseconds that it took. What two steps need counts for
the first of them. The program's own functions run; only what is timed is wrapped.
"""

import gc
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

steps: dict[str, float] = {}
_told = 0.0


def step(name: str) -> None:
    """All since the last step was `name`."""
    global _told  # noqa: PLW0603
    now = process_time()
    steps[name] = steps.get(name, 0.0) + (now - _told) * 1e3
    _told = now


def wrapped(owner: Any, name: str, called: str) -> None:
    """Have the time in that function count as a step of its own."""
    function: Callable[..., Any] = getattr(owner, name)

    def timed(*arguments: Any, **options: Any) -> Any:
        step("building the rest")
        try:
            return function(*arguments, **options)
        finally:
            step(called)

    setattr(owner, name, timed)


def start(data: Path, file: Path) -> None:
    """Start the program as its command line does, to the first painting."""
    step("Python")
    from runofshow.cli import main  # noqa: F401

    gc.disable()
    from runofshow.cli.late import late

    late("importlib.metadata", "entry_points")
    step("command line")
    from pydantic import AfterValidator, BaseModel, Field, TypeAdapter  # noqa: F401

    step("pydantic")
    from runofshow.opening import Request

    step("core, formats, store")
    from runofshow.ui.loading import load_qt

    load_qt()
    step("PySide6")
    from PySide6 import QtCore

    _ = QtCore.Qt
    step("Qt's enumerations")
    from runofshow.desktop import first_painting as first
    from runofshow.ui import theme

    step("our windows, imported")
    application = theme.application()
    step("QApplication")
    wrapped(theme, "install", "fonts and style")
    wrapped(first, "opened", "the day, read and journalled")
    wrapped(first, "OperatorWindow", "the window, built")
    painting = first.first_painting(application, Request(data, file), None, "fr")
    step("building the rest")
    painting.show()
    step("first board")
    painting.wait()
    step("first painting")


if __name__ == "__main__":
    start(Path(sys.argv[1]), Path(sys.argv[2]))
    print(json.dumps(steps), flush=True)
    os._exit(0)  # neither loop nor farewell: what is open is of no use to anybody
