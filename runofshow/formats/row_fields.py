"""What a row of a table tells of a slot beyond when, what and who: lengths, a promise, a colour."""

from collections.abc import Iterator, Mapping
from typing import Final

from runofshow.core.times import write_length
from runofshow.formats.cell_lengths import Lengths, length
from runofshow.formats.column_words import folded
from runofshow.formats.row_cells import RowCells

LENGTHS: Final = (
    "minimum",
    "changeover",
    "tolerance",
    "warning",
    "danger",
    "questions",
    "call_before",
)
"""Fields of the contract that hold a length."""
_YES: Final = frozenset(("x", "yes", "oui", "ja", "1", "true", "vrai", "wahr", "y", "o", "j"))
_NO: Final = frozenset(("no", "non", "nein", "0", "false", "faux", "falsch", "n", "none"))
_PROMISES: Final = {
    **dict.fromkeys(("end", "fin", "ende"), "end"),
    **dict.fromkeys(("both", "les deux", "beide", "debut et fin", "start and end"), "both"),
}


def fields_in(
    cells: RowCells, row: int, lengths: Mapping[int, Lengths]
) -> Iterator[tuple[str, object]]:
    """Further fields of the contract: lengths, a promise, a colour."""
    for field in LENGTHS:
        for column in cells.of(field):
            found = length(cells.cell(row, column), lengths[column])
            if found is not None:
                yield field, write_length(found)
    promise = folded(cells.text(row, "promise"))
    if promise and promise not in _NO:
        yield "promise", _PROMISES.get(promise, "start")
    if folded(cells.text(row, "optional")) in _YES:
        yield "optional", True
    for field in ("promised_to", "colour"):
        text = cells.text(row, field).replace("\n", " ")
        if text:
            yield field, text
