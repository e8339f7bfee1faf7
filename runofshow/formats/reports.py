"""Which files a report can be written as, by the ending of their name."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Final, Protocol

from runofshow.core.errors import Unwritable
from runofshow.core.report import Report
from runofshow.formats import report_csv, report_json, report_xlsx


class Writer(Protocol):
    """Writes a report in a language, the client's version or the internal one."""

    def __call__(self, report: Report, language: str, *, client: bool = False) -> bytes:
        """The bytes of the file."""
        ...


WRITERS: Final[Mapping[str, Writer]] = {
    ".csv": report_csv.write,
    ".xlsx": report_xlsx.write,
    ".json": report_json.write,
}


def writer(path: PurePath, drawn: Mapping[str, Writer] | None = None) -> Writer:
    """Who writes a file of that name, those too who draw; raises Unwritable, naming what can be.

    Who draws (a PDF) is known to whoever knows Qt, and comes first.
    """
    writers = {**(drawn or {}), **WRITERS}
    found = writers.get(path.suffix.lower())
    if found is None:
        known = ", ".join(writers)
        raise Unwritable("report_format", place=path.name, known=known)
    return found
