"""Small tables made by hand, and what a reader understood of them as plain rows."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from runofshow.core.times import write_civil, write_length
from runofshow.formats import csv_text
from runofshow.formats.draft import Asked, Draft, Entry, Had

ASKED = Asked("table.csv", date(2026, 3, 2))
"""Monday 2 March 2026."""


def of(text: str, **asked: Any) -> Draft:
    """The draft of a table written with commas; lines begin where they are written."""
    lines = "\n".join(line.strip() for line in text.strip("\n").split("\n"))
    return csv_text.read_text(lines, ASKED._replace(**asked))


def value(had: Had[Any] | None) -> Any:
    return None if had is None else had.value


def when(entry: Entry) -> str:
    """Start, end or length: 09:00-10:00, 09:00+15m, -, with the day when it has one."""
    start, end, length = value(entry.start), value(entry.end), value(entry.duration)
    said = write_civil(start) if start is not None else ""
    said += f"-{write_civil(end)}" if end is not None else ""
    said += f"+{write_length(length)}" if length is not None else ""
    day = value(entry.day)
    return f"{day} {said}".strip() if day else said


def lines(entries: Iterable[Entry]) -> list[str]:
    """Each entry as "09:00-10:00 Title", those below it behind dots."""
    found = []
    for entry in entries:
        found.append(f"{when(entry)} {entry.title}".strip())
        found += [f". {line}" for line in lines(entry.entries or ())]
    return found


def workbook(sheets: Mapping[str, Sequence[Sequence[Any]]], merged: Sequence[str] = ()) -> bytes:
    """An XLSX of these sheets; `merged` ranges are of the first."""
    import openpyxl

    book = openpyxl.Workbook()
    del book["Sheet"]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for span in merged:
        book.worksheets[0].merge_cells(span)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


_ODS = "application/vnd.oasis.opendocument.spreadsheet"


def open_document(rows: str, name: str = "Programme") -> bytes:
    """An ODS whose one sheet holds these rows, in the XML of the format."""
    spaces = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
        for short in ("office", "table", "text")
    )
    content = (
        f'<?xml version="1.0"?><office:document-content{spaces} office:version="1.2"><office:body>'
        f'<office:spreadsheet><table:table table:name="{name}">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("mimetype", _ODS)
        archive.writestr("content.xml", content)
        archive.writestr(
            "META-INF/manifest.xml",
            '<?xml version="1.0"?><manifest:manifest xmlns:manifest='
            '"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
            f'manifest:full-path="/" manifest:media-type="{_ODS}"/></manifest:manifest>',
        )
    return made.getvalue()
