"""`runofshow compare`: what a revised programme changes, in words, and what would be asked.

Two files are compared, or a file and the show that runs, else the last one: with what the régie
has made of it, and with what is done. Nothing is disturbed.
"""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any, Final

from runofshow.cli import outside
from runofshow.core.change import Change
from runofshow.core.revision import Revision, revision
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.imported import imported

_SIGNS: Final = {"proposed": " *", "asked": " ?", "fixed": " ="}


def run(
    data: Path, former: Path | None, file: Path, today: date, language: str, *, as_json: bool
) -> int:
    """Print what `file` changes of `former`, or of the show; raises Unreadable."""
    if former is None:
        show = outside.present(data)
        plan = imported(file, today).settled.plan
        plan = plan.model_copy(update={"date": show.plan.date})  # it runs on a date of its own
    else:
        show = Show.of(imported(former, today).settled.plan)
        plan = imported(file, today).settled.plan
    found = revision(show, plan)
    if as_json:
        print(json.dumps(_as_json(found, language), ensure_ascii=False, indent=2))
        return 0
    for notice in found.notices:
        print(notice.text(language), file=sys.stderr)
    if not found.changes:
        print(Sentence.of("revision_none").text(language))
    title = None
    for change in found.changes:
        if change.title != title:
            print(change.title)
        title = change.title
        print(f"{_SIGNS[change.stands]} {_said(change, language)}")
    return 0


def _said(change: Change, language: str) -> str:
    said = change.said.text(language)
    return said if change.why is None else f"{said} ({change.why.text(language)})"


def _as_json(found: Revision, language: str) -> dict[str, Any]:
    return {
        "changes": [_values(change, language) for change in found.changes],
        "notices": [notice.text(language) for notice in found.notices],
    }


def _values(change: Change, language: str) -> dict[str, Any]:
    return {
        "slot": change.slot,
        "title": change.title,
        "what": change.what,
        "text": change.said.text(language),
        "stands": change.stands,
        "why": None if change.why is None else change.why.text(language),
    }
