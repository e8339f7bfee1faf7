"""What is imported before the window is painted is what its painting needs."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

MOST: Final = 200
"""How many modules of ours the first painting may need."""
LATER: Final = (
    "asyncio", "concurrent", "email.message", "logging.handlers", "multiprocessing", "qasync",
    "runofshow.core.report", "runofshow.core.revision", "runofshow.desktop.outputs",
    "runofshow.desktop.telling", "runofshow.formats.draft", "runofshow.net", "runofshow.reading",
    "runofshow.running", "runofshow.ui.demo", "runofshow.ui.operator.file_asking",
    "runofshow.ui.operator.gestures", "runofshow.ui.operator.importing",
    "runofshow.ui.operator.keys_panel", "runofshow.ui.operator.people_page",
    "runofshow.ui.operator.preferring", "runofshow.ui.operator.recovery_card",
    "runofshow.ui.operator.rundown_editor", "runofshow.ui.operator.rundown_menu",
    "runofshow.ui.paper", "runofshow.ui.placing", "runofshow.ui.rehearsing",
    "runofshow.ui.signals", "runofshow.ui.speaker.picture", "runofshow.ui.speaker.window",
)  # fmt: skip
"""What comes after it: loops and networks, files of others, the stage, sheets and pages."""
START: Final = """
import sys, types
from runofshow import cli

def run(painting):
    print("painted", not painting.window.visibleRegion().isEmpty())
    print(*sorted(sys.modules))
    return 0

app = sys.modules["runofshow.app"] = types.ModuleType("runofshow.app")
app.run = run
sys.modules["runofshow"].app = app
sys.exit(cli.main(sys.argv[1:]))
"""


def test_the_first_painting_imports_what_it_needs_and_no_more(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-c", START, "--data", str(tmp_path), "--now"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    painted, modules = told.splitlines()
    assert painted == "painted True"
    there = set(modules.split())
    assert [name for name in LATER if name in there] == []
    ours = sorted(name for name in there if name.partition(".")[0] == "runofshow")
    assert len(ours) <= MOST, "\n".join(ours)


def test_what_comes_later_is_still_there() -> None:
    """A name that nobody has any more would forbid nothing."""
    root = Path(__file__).parents[2]
    for name in (each for each in LATER if each.startswith("runofshow")):
        module = root / Path(*name.split("."))
        assert module.with_suffix(".py").exists() or module.is_dir(), name
