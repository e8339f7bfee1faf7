"""`runofshow copy`: everything about a show in one file, its personal data named first."""

import json
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, NamedTuple

from runofshow.cli import doctor, outside
from runofshow.copying.packed import Facts, packed, said_of
from runofshow.copying.parts import Found, found
from runofshow.copying.told import Told, told
from runofshow.core.board import board
from runofshow.core.errors import Trouble, Unreadable, Unwritable
from runofshow.core.sentences import Sentence
from runofshow.store import files
from runofshow.store.journal import SUFFIX
from runofshow.store.owner import owner_of

PATIENCE: Final = 5.0
"""Seconds that the running program has for pictures of its windows."""


class Wanted(NamedTuple):
    """What is asked for: whose show, written where (None: told only), with names or without.

    `pictures` is a folder of pictures to be taken in.
    """

    show: str | None = None
    out: Path | None = None
    names: bool = True
    pictures: Path | None = None


def run(wanted: Wanted, data: Path, language: str, *, as_json: bool = False) -> int:
    """Say what a copy holds and tells of people, and write it where that is asked for.

    Nothing is disturbed. Raises Unreadable and Unwritable.
    """
    if wanted.out is not None and not wanted.out.absolute().parent.is_dir():
        raise Unwritable("folder_gone", place=str(wanted.out))  # before all that takes its time
    show = _show(data, wanted.show)
    with TemporaryDirectory(prefix="runofshow-") as folder:
        pictures = wanted.pictures or _pictured(show, Path(folder))
        return _told_and_written(found(data, show, pictures), wanted, data, language, as_json)


def _pictured(show: Path | None, folder: Path) -> Path:
    """The folder, with pictures of the windows of whoever runs the show, if somebody does."""
    from runofshow.net import local

    owner = None if show is None else owner_of(show)
    with suppress(Trouble):  # nobody runs it, hangs, or has no window: a copy is made all the same
        local.call(owner, {"ask": "pictures", "into": str(folder)}, timeout=PATIENCE)
    return folder


def _told_and_written(
    whole: Found, wanted: Wanted, data: Path, language: str, as_json: bool
) -> int:
    of = told(whole, data)
    if as_json:
        print(json.dumps(_as_json(whole, of, language), ensure_ascii=False))
    else:
        for line in lines(whole, of, language, names=wanted.names):
            print(line, flush=True)
    if wanted.out is None:
        if not as_json:
            print(Sentence.of("copy_how").text(language))
        return 0
    archive = packed(whole, of, _facts(whole, data, language), language, names=wanted.names)
    files.save(wanted.out, archive)
    if not as_json:
        size = f"{len(archive) / 1e6:.1f} MB" if len(archive) > 99_999 else f"{len(archive):,} B"
        print(Sentence.of("copy_done", file=str(wanted.out), size=size).text(language))
    return 0


def lines(whole: Found, of: Told, language: str, *, names: bool) -> Iterator[str]:
    """What a copy holds, and what it tells of people, as lines of text."""
    yield Sentence.of("copy_holds").text(language)
    for part in (*holds(whole), *(holds_with_names(whole) if names else ())):
        yield f"  {part.text(language)}"
    for trouble in whole.missing:
        yield f"  ! {trouble.text(language)}"
    said, *rest, never = said_of(of, names=names)
    yield said.text(language)
    for each in rest:
        yield f"  {each.text(language)}"
    yield never.text(language)


def holds(whole: Found) -> Iterator[Sentence]:
    """What a copy holds in any case."""
    if whole.recovered is None:
        yield Sentence.of("copy_part_none")
    else:
        title, rows = whole.recovered.show.plan.title, whole.recovered.rows
        yield Sentence.of("copy_part_show", title=title, count=len(rows) - 1)
    yield Sentence.of("copy_part_rest")


def holds_with_names(whole: Found) -> Iterator[Sentence]:
    """What it holds besides, unless names are left out."""
    if pictures := sum(part.kind == "picture" for part in whole.parts):
        yield Sentence.of("copy_part_pictures", count=pictures)
    if any(part.kind == "original" for part in whole.parts):
        yield Sentence.of("copy_part_original")


def _as_json(whole: Found, of: Told, language: str) -> dict[str, Any]:
    return {
        "holds": [each.text(language) for each in holds(whole)],
        "holds_with_names": [each.text(language) for each in holds_with_names(whole)],
        "missing": [each.text(language) for each in whole.missing],
        "tells": [each.text(language) for each in of.sentences()],
        "without": Sentence.of("copy_without").text(language),
        "never": Sentence.of("copy_never").text(language),
    }


def _show(data: Path, name: str | None) -> Path | None:
    """The journal asked for; the running or last one without a name, None where there is none.

    Where none can be read, the last one that was written to: it is what is to be looked into.
    """
    try:
        return outside.found(data, name)
    except Unreadable:
        if name is not None:
            raise
        there = [each for each in (data / "shows").glob(f"*{SUFFIX}") if each.is_file()]
        return max(there, key=lambda each: each.stat().st_mtime, default=None)


def _facts(whole: Found, data: Path, language: str) -> Facts:
    now = datetime.now().astimezone()
    runs = whole.show is not None and owner_of(whole.show) is not None
    said = [
        f"{'ok' if well else ' !'}  {said.text(language)}"
        for well, said in doctor.findings(data, language, gently=runs)
    ]
    present = None
    if whole.recovered is not None and whole.show is not None:
        present = outside.live(whole.show, language)
        if present is None:
            present = board(whole.recovered.show, now).as_json(language)
    return Facts(said, present, now)
