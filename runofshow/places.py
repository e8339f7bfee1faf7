"""Where the files that come with the program are.

- In a checkout, and an editable install of it, `resources/` and `schedules/` stand beside
  the package.
- In an installed wheel they stand inside it: `runofshow/resources/`, `runofshow/schedules/`.
- The wheel's place wins, so an installed program never reads a neighbour's folder by chance.

Both functions answer with a path whether or not the file exists: opening it tells, with its name.
"""

from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Path of a file or folder of `resources/`, such as `fonts/B612-Regular.otf`."""
    return _root("resources") / name


def schedule(name: str) -> Path:
    """Path of a sample day of `schedules/`, such as `pionniers.json`."""
    return _root("schedules") / name


def _root(folder: str) -> Path:
    installed = _PACKAGE / folder
    return installed if installed.is_dir() else _PACKAGE.parent / folder
