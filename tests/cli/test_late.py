"""A module that is loaded when it is first used, and not by being imported."""

import subprocess
import sys

STORY = """
import sys
from runofshow.cli.late import late

late("importlib.metadata", "entry_points")
from importlib.metadata import entry_points
import importlib.metadata as named

print("email.message" in sys.modules)
print(callable(entry_points), len(list(entry_points(group="console_scripts"))) > 0)
print("email.message" in sys.modules, named.version("pydantic") > "2")
late("importlib.metadata")
print(sys.modules["importlib.metadata"].__file__ == named.__file__)
"""


def test_it_is_loaded_by_its_first_use() -> None:
    told = subprocess.run(
        [sys.executable, "-c", STORY], capture_output=True, text=True, check=True
    ).stdout
    assert told.split() == ["False", "True", "True", "True", "True", "True"]
