"""Which files a plan can be written as, by the ending of their name.

The writer is imported when it is asked for: a workbook's takes 150 ms.
"""

from collections.abc import Mapping
from importlib import import_module
from pathlib import PurePath
from typing import Final

from runofshow.core.errors import Unwritable
from runofshow.core.plan import Plan
from runofshow.formats import own

OWN: Final = ".json"
OWN_ALONE: Final = ".runofshow"
"""Ours too, and nobody else's: what a double-click opens with this program."""
ONTIME: Final = ".ontime.json"
_WRITERS: Final[Mapping[str, str]] = {
    ".xlsx": "runofshow.formats.plan_xlsx",
    ".csv": "runofshow.formats.plan_csv",
    ".ics": "runofshow.formats.plan_calendar",
    ONTIME: "runofshow.formats.plan_ontime",
}
ENDINGS: Final = (OWN, *_WRITERS)
"""Our schedule, a workbook, a table, a calendar, a project of Ontime's."""


def ending(path: PurePath, *others: str) -> str:
    """Which of `ENDINGS` the name has; one without any is our schedule.

    Raises Unwritable, naming what can be written, by the caller `others` too.
    """
    name = path.name.lower()
    if name.endswith((ONTIME, ".ontime")):
        return ONTIME
    found = path.suffix.lower()
    if found in ENDINGS:
        return found
    if not found or found == OWN_ALONE:
        return OWN
    raise Unwritable(
        "written_unknown", place=path.name, known=", ".join((OWN_ALONE, *ENDINGS, *others))
    )


def write(plan: Plan, ending: str, language: str) -> bytes:
    """The file of that ending (one of `ENDINGS`), with the words of `language`.

    Raises Unreadable of a plan without any start, which no hours can be told of.
    """
    if ending == OWN:
        return own.write(plan)
    writer = import_module(_WRITERS[ending])
    data: bytes = writer.write(plan, language)
    return data
