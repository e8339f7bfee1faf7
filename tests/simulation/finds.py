"""What a start must find of a journal on disk, say of it, and keep of it."""

from pathlib import Path
from typing import Final

from runofshow.opening import Opened
from runofshow.store.mirror import mirror_of
from runofshow.store.reading import reading
from tests.simulation.platter import Files
from tests.simulation.truth import must

CUT: Final = ("journal_cut", "journal_cut_one", "journal_cut_unknown")
"""The notices that say that commands are missing."""
FOUND: Final = {
    *CUT,
    "journal_mended",
    "journal_unmirrored",
    "journal_behind",
    "journal_copy_unread",
}
"""The notices of what was found on disk."""


class Finds:
    """Looks, start by start, at what became of the journal at `path`.

    Attribute: newer, whether a newer program has ever gone on with it.
    """

    def __init__(self, path: Path) -> None:
        self.newer = False
        self._path, self._stem = path, f"{path.parent.name}/{path.stem}"
        self._kept: dict[Path, bytes] = {}

    def beside(self) -> list[Path]:
        """The files that were kept beside."""
        return list(self._path.parent.glob("*.kept-*"))

    def check_lost(self, opened: Opened, most: int) -> None:
        """No more rows are said to be lost than `most`."""
        for notice in opened.notices:
            lost = dict(notice.facts).get("lost")
            more = isinstance(lost, int) and lost > most and not self.newer
            must("no more is said to be lost than was", not more, notice)

    def check_kept(self, opened: Opened, files: Files, *, newer: bool) -> None:
        """What was damaged, or not understood, is beside as it was, and said."""
        codes = {notice.code for notice in opened.notices}
        stopped = any(code.startswith("replay_stopped") for code in codes)
        must("what this program does not know is said", stopped or not newer, codes)
        must("nothing is unknown that it wrote itself", self.newer or not stopped, codes)
        kept = {file: file.read_bytes() for file in self.beside()}
        former, self._kept = self._kept, kept
        must("what was kept stays", former.items() <= kept.items(), former.keys())
        beside = [*kept.values()]
        known = newer and not any(b'"sing"' in each for each in beside)
        must("what this program does not know is kept beside", not known)
        if newer and opened.kept is not None and opened.kept.journal is not None:
            there = reading(self._path, ours=False)
            so = there.rows == opened.kept.journal.rows() and not there.lost
            must("what this program does not know is no longer in the journal", so)
        if codes & {*CUT, "journal_mended"}:
            was = (files.get(self._stem + ending) for ending in (".show", ".show-wal", ".jsonl"))
            so = all(each is None or each in beside for each in was)
            must("what was damaged is kept beside", so, codes)

    def check_said(self, opened: Opened, files: Files, rows: int) -> None:
        """What is missing on disk is said; a mirror that says something else is kept."""
        was = files.get(self._stem + ".jsonl")
        gone = was is None or self._stem + ".show" not in files
        said = {notice.code for notice in opened.notices} & FOUND
        fresh = opened.seen == 1 and rows <= 1 and was is None
        behind = was is None or rows - was.count(b"\n") > 1
        must("what is missing on disk is said", bool(said) or fresh or not (gone or behind), said)
        now = mirror_of(self._path).read_bytes() if mirror_of(self._path).exists() else b""
        if was is None or now.startswith(was.rstrip(b"\0")):
            return
        last = now.splitlines(keepends=True)[-1]  # who says it has as many rows needs no other look
        same = was.endswith(last) and was.count(b"\n") == rows
        must("what says something else is kept beside", same or was in self._kept.values())
