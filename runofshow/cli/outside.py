"""Reaching the running show of this machine from outside: `board`, `send` and `report`."""

import json
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from runofshow.core.board import board as board_of
from runofshow.core.errors import Trouble, Unreadable
from runofshow.core.hands import settled
from runofshow.core.show import Show
from runofshow.store import recovery
from runofshow.store.journal import SUFFIX
from runofshow.store.owner import owner_of

if TYPE_CHECKING:
    from runofshow.core.report import Report

_ONE_FIELD: Final = {
    "go": "slot",
    "stretch": "by",
    "began": "ago",
    "ended": "ago",
    "say": "text",
    "note": "text",
    "skip": "slot",
    "restore": "slot",
    "remove": "slot",
    "blackout": "on",
    "incident": "on",
    "floor": "speaker",
}
"""The field that a bare word after a command's name fills, for typing by hand."""
_TRUTH: Final = {"on": True, "off": False, "true": True, "false": False}


def spoken(words: Sequence[str]) -> object:
    """A command as typed: JSON, or its name and a value (`stretch 1m`) and `field=value` pairs.

    `from=null` says that nothing was seen on air, `start=null` clears an hour.

    A word that the shell kept whole is one value: "to=10 h 30".
    """
    text = " ".join(words).strip()
    if text.startswith("{"):
        try:
            return json.loads(text)
        except (ValueError, RecursionError):  # ValueError: a number of thousands of digits too
            raise Unreadable("command_no_json", text) from None
    name, *rest = words if len(words) > 1 else text.split()
    command: dict[str, Any] = {"do": name}
    bare = []
    for word in rest:
        field, equals, value = word.partition("=")
        if equals and field.isidentifier():
            command[field] = None if value == "null" else _value(value)
        else:
            bare.append(word)
    if name == "floor":
        command.setdefault("speaker", None)  # nobody is named: nobody has it
    if bare:
        command[_ONE_FIELD.get(name, "slot")] = _value(" ".join(bare))
    return command


def _value(text: str) -> object:
    return _TRUTH.get(text.lower(), text)


def send(data: Path, words: Sequence[str], language: str) -> int:
    """Command the running show; prints its answer; 1 when it was refused."""
    from runofshow.net import local

    command = spoken(words)
    path = _running(data)
    answer = local.call(
        owner_of(path) if path else None, {"ask": "command", "command": command, "lang": language}
    )
    print(json.dumps(answer, ensure_ascii=False))
    return 0 if answer.get("ok") else 1


def send_far(url: str, token: str, words: Sequence[str], language: str) -> int:
    """Command a show on another machine; prints its answer; 1 when it was refused."""
    from runofshow.net import far

    answer = far.call(url, token, spoken(words), language)
    print(json.dumps(answer, ensure_ascii=False))
    return 0 if answer.get("ok") else 1


def token(file: Path | None, variable: str | None) -> str:
    """The token of a link, from a file or the environment: a command line is seen by everybody.

    Raises Trouble when there is none.
    """
    from runofshow.store import files

    if file is not None:
        found = files.load(file, 4096).decode(errors="replace").strip()
    else:
        found = os.environ.get(variable or "", "").strip()
    if not found.isascii() or not found.isalnum():
        raise Trouble("token_missing")
    return found


def links(data: Path, language: str, *, as_json: bool) -> int:
    """Print the links of the running show; raises Trouble while it is not on the network."""
    from runofshow.net import local

    path = _running(data)
    answer = local.call(owner_of(path) if path else None, {"ask": "links", "lang": language})
    if not answer.get("ok"):
        print(answer.get("why"), file=sys.stderr)
        return 1
    found = answer["links"]
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    for link in found:
        print(f"{link['role']:<10} {link['url']}")
    return 0


def board(data: Path, show: str | None, language: str, *, as_json: bool) -> int:
    """Print the board of the running show, else of the last; nothing is disturbed."""
    from runofshow.cli import textboard

    path = found(data, show)
    if as_json and (told := live(path, language)) is not None:
        print(json.dumps(told, ensure_ascii=False))
        return 0
    present = board_of(recovery.recover(path).show, datetime.now(UTC))
    if as_json:
        print(json.dumps(present.as_json(language), ensure_ascii=False))
        return 0
    for line in textboard.lines(present, language):
        print(line)
    return 0


def present(data: Path) -> Show:
    """The show that runs, else the last one; nothing is disturbed. Raises Unreadable."""
    return settled(recovery.recover(found(data, None)).show, datetime.now(UTC))


def report(data: Path, show: str | None, language: str, out: Path | None, *, client: bool) -> int:
    """Print or write the report of a show, else of the running one, else of the last.

    Nothing is disturbed. Raises Unreadable and Unwritable.
    """
    from runofshow.cli import textreport
    from runofshow.core.report import report as report_of
    from runofshow.formats import reports
    from runofshow.store import files

    write = None if out is None else reports.writer(out, {".pdf": _drawn})
    path = found(data, show)
    kept = recovery.recover(path)
    for notice in kept.notices:
        print(notice.text(language), file=sys.stderr)
    now = datetime.now(UTC)
    told = report_of(kept.show, now if owner_of(path) is not None else left_at(kept.show, now))
    if write is None or out is None:
        for line in textreport.lines(told, language, client=client):
            print(line)
        return 0
    files.save(out, write(told, language, client=client))
    return 0


def _drawn(report: "Report", language: str, *, client: bool = False) -> bytes:
    """The report as a PDF; Qt is loaded for nothing else."""
    from runofshow.ui.loading import load_qt

    load_qt()
    from runofshow.ui.paper import report as paper_report

    return paper_report.write(report, language, client=client)


def left_at(show: Show, now: datetime) -> datetime:
    """The instant as of which a show is told that nobody runs any more; never after `now`.

    When it was left. What was on air then, and what went by itself after it, ended when it was to
    end: a day that nobody closed has not gone on until now.
    """
    show = settled(show, now)
    airing = show.air.on_air
    if show.last is None:
        spans = show.reference.leaf_spans.values()
        return min((now, *(span.start for span in spans)))
    if airing is None or airing.held_since is not None:
        return min(now, show.last)
    return min(now, max(show.last, show.ends(airing)))


def live(path: Path, language: str) -> dict[str, Any] | None:
    """The board as its owner sees it, whose clock decides; None when nobody answers."""
    from runofshow.net import local

    owner = owner_of(path)
    if owner is None or owner.address is None:
        return None
    try:
        answer = local.call(owner, {"ask": "board", "lang": language})
    except Trouble as trouble:
        print(trouble.text(language), file=sys.stderr)
        return None
    live = answer.get("board")
    return live if isinstance(live, dict) else None


def found(data: Path, show: str | None) -> Path:
    """The journal of that name, else of the show that runs, else of the last; or Unreadable."""
    path = _named(data, show) if show else _running(data)
    if path is None:
        raise Unreadable("no_show")
    return path


def _running(data: Path) -> Path | None:
    """The journal of the show that runs, else of the one written to last."""
    shows = recovery.shows(data / "shows")
    live = (show.path for show in shows if owner_of(show.path) is not None)
    return next(live, shows[0].path if shows else None)


def _named(data: Path, show: str) -> Path:
    for path in (Path(show), data / "shows" / show, data / "shows" / f"{show}{SUFFIX}"):
        if path.is_file():
            return path
    raise Unreadable("no_such_show", show)
