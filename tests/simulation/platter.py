"""What of the files is on the platter, and what a power cut would take.

- What was written to a file stays in memory until the file is flushed, a new name or a deletion
  until its folder is. SQLite flushes what it commits when it is told to (`synchronous`).
- A power cut leaves each file as it was last flushed: no disk need be as cruel, every disk may be.
"""

import os
import stat
from pathlib import Path

Files = dict[str, bytes]


class Platter:
    """Knows what of the files in `folder` is not flushed.

    `unsure` has the sure length of each file that was written to, `former` what stood under each
    name that was given or taken away (None: nothing did), `rash` the names that a file was given
    before it was flushed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.unsure: dict[Path, int] = {}
        self.former: dict[Path, bytes | None] = {}
        self.rash: list[str] = []

    def writes(self, path: Path, sure: int) -> None:
        """A file of which so many bytes stay as they are is written to."""
        self.unsure[path] = min(sure, self.unsure.get(path, sure))

    def names(self, path: Path) -> None:
        """A name is about to be given, or taken away."""
        self.former.setdefault(path, path.read_bytes() if path.exists() else None)

    def renamed(self, path: Path, target: Path) -> None:
        """A file has taken the place of another."""
        self.unsure.pop(target, None)
        if path in self.unsure:
            self.unsure[target] = self.unsure.pop(path)
            self.rash.append(target.name)

    def flushed(self, path: Path) -> None:
        """That file is on the platter."""
        self.unsure.pop(path, None)

    def synced(self, handle: int) -> None:
        """The file, or folder, of that handle is on the platter."""
        found = os.fstat(handle)
        if stat.S_ISDIR(found.st_mode):
            self.former.clear()
            return
        for path in [each for each in self.unsure if each.exists()]:
            if os.path.samestat(path.stat(), found):
                self.flushed(path)

    def left(self, files: Files) -> Files:
        """What a power cut leaves of those files."""
        left = dict(files)
        for path, sure in self.unsure.items():
            name = str(path.relative_to(self._folder))
            if name in left:
                left[name] = left[name][:sure]
        for path, data in self.former.items():
            name = str(path.relative_to(self._folder))
            left.pop(name, None)
            if data is not None:
                left[name] = data
        return left

    def settled(self) -> None:
        """All of it is on the platter."""
        self.unsure, self.former = {}, {}
