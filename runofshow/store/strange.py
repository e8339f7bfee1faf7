"""What stands in the place of a file and is none that can be read: put aside, never written over.

A folder, a pipe, a device, a link in a circle, or a file so large that it cannot be ours. Reading
one may take for ever; renaming it takes no time, and loses nothing.
"""

import stat
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Final

LARGEST: Final = 512_000_000
"""Bytes beyond which a file of a journal cannot be one."""


def strange(path: Path, largest: int = LARGEST) -> bool:
    """Whether something stands at `path` that is no ordinary file of at most `largest` bytes."""
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return False
    except OSError:  # a link that leads in a circle
        return True
    return not stat.S_ISREG(found.st_mode) or found.st_size > largest


def put_aside(path: Path) -> Path:
    """Rename what stands at `path` to the first free `<name>.kept-1`, `-2` …; raises OSError."""
    aside = next(each for each in _names(path) if not (each.exists() or each.is_symlink()))
    return path.rename(aside)


def _names(path: Path) -> Iterator[Path]:
    return (path.with_name(f"{path.name}.kept-{number}") for number in count(1))


def make_way(*paths: Path) -> None:
    """Put aside whatever is strange among `paths`; raises OSError."""
    for path in paths:
        if strange(path):
            put_aside(path)
