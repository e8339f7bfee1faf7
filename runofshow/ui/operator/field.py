"""Field: a row of a sheet, as a value. No Qt."""

from typing import NamedTuple


class Row(NamedTuple):
    """A row: what it is called and how its value is said.

    `check` is whether a part is shown; `ruled` puts a line above; `head` makes it the caption of
    those below, which is never chosen; `steps` is whether ← and → change it; `bold` its value is.
    """

    name: str
    label: str
    value: str
    check: bool | None = None
    ruled: bool = False
    head: bool = False
    steps: bool = True
    bold: bool = False
