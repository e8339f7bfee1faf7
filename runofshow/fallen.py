"""What is said of a program that fell and is not started any more: now, and by the next start.

- At once: a sentence on standard error, and, for who has no terminal before him, on the screen by
  whatever the system has for it; the program itself has none to say it on.
- Later: a note in the data folder, which the next start shows in a banner, once.
"""

import json
import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Final

from runofshow.core.sentences import Fact, Sentence
from runofshow.core.times import Civil

NOTE: Final = "fallen.json"
LONGEST: Final = 20_000
"""Bytes of the longest note."""
TITLE: Final = "Run of Show"
_SCRIPT: Final = "on run words\ndisplay alert (item 1 of words) message (item 2 of words)\nend run"
_ERROR_SIGN: Final = 0x10
"""MessageBoxW: MB_ICONERROR."""


def crash_file(data: Path) -> Path:
    """Where a program that crashes notes at the last moment where it was."""
    return data / "runofshow-crash.txt"


def hour(at: datetime, zone: tzinfo) -> Civil:
    """An instant as the show's clock on the wall has it."""
    there = at.astimezone(zone)
    return Civil(there.hour, there.minute)


def give_up(
    data: Path, language: str, at: datetime, hows: Sequence[str], *, windowed: bool
) -> None:
    """Say that the program fell so often, each time with one of `hows`, and is left alone now."""
    facts: dict[str, Fact] = {"count": len(hows), "how": ", ".join(dict.fromkeys(hows))}
    told = Sentence.of("fell_too_often", file=str(crash_file(data)), **facts)
    with suppress(OSError):  # a disk that takes nothing: it is said now, at least
        (data / NOTE).write_text(json.dumps({"at": at.isoformat(), **facts}), "utf-8")
    say(told, language, windowed=windowed)


def say(told: Sentence, language: str, *, windowed: bool) -> None:
    """Say it on standard error, and on the screen if the program had windows."""
    text = told.text(language)
    if sys.stderr is not None:  # a program without a console has none
        print(text, file=sys.stderr, flush=True)  # noqa: T201
    if windowed:
        _alert(text)


def note(data: Path, zone: tzinfo) -> Sentence | None:
    """What a former supervisor left to be said, once, where a show's hours are those of `zone`."""
    file = data / NOTE
    try:
        if not file.is_file():  # a pipe would hold the start up
            return None
        with file.open("rb") as held:
            kept = json.loads(held.read(LONGEST))
        file.unlink()
        return Sentence.of(
            "fell_before",
            at=hour(datetime.fromisoformat(kept["at"]), zone), count=int(kept["count"]),
            how=str(kept["how"]), file=str(crash_file(data)),
        )  # fmt: skip
    except (
        OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError,
    ):  # fmt: skip
        return None


def _alert(text: str) -> None:
    """Show it by the first means that this system has; nobody waits for its answer."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, text, TITLE, _ERROR_SIGN)
        return
    for command in _commands(text):
        if shutil.which(command[0]) is not None:
            quiet = [(os.POSIX_SPAWN_OPEN, each, os.devnull, os.O_RDWR, 0) for each in range(3)]
            with suppress(OSError):
                os.posix_spawnp(command[0], command, os.environ, file_actions=quiet)
            return


def _commands(text: str) -> tuple[tuple[str, ...], ...]:
    """The commands that show a text, the best first: those that stay until they are read."""
    if sys.platform == "darwin":
        return (("osascript", "-e", _SCRIPT, TITLE, text),)
    plasma = "KDE" in os.environ.get("XDG_CURRENT_DESKTOP", "").upper()
    windows = (
        ("zenity", "--error", "--no-markup", "--title", TITLE, "--text", text),
        ("kdialog", "--title", TITLE, "--error", text),
    )
    return (
        *(reversed(windows) if plasma else windows),
        ("notify-send", "--urgency=critical", TITLE, text),
        ("xmessage", "-title", TITLE, text),
    )
