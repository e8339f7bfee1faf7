"""Which cells of an ODS workbook are merged: the library that reads it does not tell."""

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from runofshow.formats.limits import attribute, local, xml

_MOST: Final = 10_000
"""A row or a column further than this is not read anyway."""


def spans_of(content: bytes) -> dict[str, list[tuple[tuple[int, int], tuple[int, int]]]]:
    """By sheet, the first and the last cell (row, column from 0) of each merged range.

    `content` is the content.xml of the archive, its repeats cut already.
    """
    found: dict[str, list[tuple[tuple[int, int], tuple[int, int]]]] = {}
    for table in xml(content).iter():
        if local(table.tag) == "table":
            spans = list(_spans(table))
            if spans:
                found[attribute(table, "name") or ""] = spans
    return found


def _spans(table: Element) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    at = 0
    for row in _rows(table):
        column = 0
        for cell in row:
            wide, high = _count(cell, "number-columns-spanned"), _count(cell, "number-rows-spanned")
            if wide > 1 or high > 1:
                yield (at, column), (at + high - 1, column + wide - 1)
            column += _count(cell, "number-columns-repeated")
        at += _count(row, "number-rows-repeated")


def _rows(table: Element) -> Iterator[Element]:
    """The rows, also those within header rows and groups."""
    for part in table:
        match local(part.tag):
            case "table-row":
                yield part
            case "table-header-rows" | "table-rows" | "table-row-group":
                yield from _rows(part)


def _count(element: Element, name: str) -> int:
    said = attribute(element, name) or "1"
    return min(int(said), _MOST) if said.isdecimal() and said.isascii() and len(said) < 9 else 1
