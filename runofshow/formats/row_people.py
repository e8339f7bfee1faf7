"""Who speaks in a row of a table, put together from the columns that tell it."""

from collections.abc import Sequence

from runofshow.core.plan import Speaker
from runofshow.formats.cells import words_of
from runofshow.formats.nothings import says_nothing
from runofshow.formats.row_cells import RowCells
from runofshow.formats.speaker_cells import speakers_of
from runofshow.formats.table_items import Item


def speakers_in(cells: RowCells, row: int) -> tuple[Speaker, ...]:
    """The people of the row, with what it tells of each; those who chair come last."""
    columns = cells.of("speakers")
    found: list[Speaker] = []
    for at, column in enumerate(columns):
        if cells.repeats(row, column):
            continue
        named = speakers_of(words_of(cells.cell(row, column)), single=len(columns) > 2)
        found += [_paired(cells, row, at, each) for each in named] if len(columns) > 1 else named
    first, last = cells.text(row, "firstname"), cells.text(row, "lastname")
    if (last or first) and not found:
        found.append(Speaker(name=f"{first} {last}".strip()))
    elif first and len(found) == 1 and first not in found[0].name.split():
        found = [found[0].model_copy(update={"name": f"{first} {found[0].name}"})]
    found = _each_once(found)
    if len(found) == 1 and len(columns) < 2:
        found = [_described(cells, row, found[0])]
    for column in cells.of("chair"):
        for speaker in speakers_of(words_of(cells.cell(row, column))):
            found = [each for each in found if each.name != speaker.name]
            found.append(speaker.model_copy(update={"chair": True}))
    return tuple(found)


def _each_once(people: Sequence[Speaker]) -> list[Speaker]:
    """The people, those named in several columns once, as the column that tells most does."""
    found: dict[str, Speaker] = {}
    for one in people:
        known = found.get(one.name.casefold())
        if known is None or not (known.role or known.organisation):
            found[one.name.casefold()] = one
    return list(found.values())


def _paired(cells: RowCells, row: int, at: int, speaker: Speaker) -> Speaker:
    """The speaker with what the columns of as many roles or organisations tell."""
    said: dict[str, str] = {}
    for field in ("role", "organisation"):
        columns = cells.of(field)
        if len(columns) == len(cells.of("speakers")):
            text = words_of(cells.cell(row, columns[at])).replace("\n", " ")
            said |= {} if says_nothing(text) else {field: text}
    return speaker.model_copy(update=said) if said else speaker


def _described(cells: RowCells, row: int, speaker: Speaker) -> Speaker:
    said = {
        field: text.replace("\n", " ")
        for field in ("role", "organisation", "mic", "phone")
        for text in (cells.text(row, field),)
        if text
    }
    return speaker.model_copy(update=said) if said else speaker


def with_what_is_beside(cells: RowCells, row: int, item: Item) -> Item:
    """The item with what its row says of people when it is not one person alone who speaks."""
    if len(item.speakers) == 1:
        return item
    departments, notes = list(item.departments), [item.note] if item.note else []
    for field in ("mic", "phone", "role", "organisation", "topic"):
        columns = cells.of(field)
        if len(columns) == len(cells.of("speakers")) > 1:
            continue
        for column in columns:
            text = words_of(cells.cell(row, column)).replace("\n", " · ")
            if says_nothing(text) or cells.repeats(row, column):
                continue
            label = cells.label(column) or field
            if field == "mic":
                departments.append((label, text))
            else:
                notes.append(f"{label} : {text}")
    return item._replace(departments=tuple(departments), note="\n".join(notes))
