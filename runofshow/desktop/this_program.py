"""How this very program is run once more, wherever it lies, for what another process does."""

import sys
from pathlib import Path

import runofshow


def this_program() -> tuple[str, ...]:
    """The words that run it, before its own."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    root = str(Path(runofshow.__file__).resolve().parent.parent)
    start = f"import sys; sys.path.insert(0, {root!r}); from runofshow.cli import main; main()"
    return (sys.executable, "-P", "-c", start)
