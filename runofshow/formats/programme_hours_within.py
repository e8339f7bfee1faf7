"""Hours that stand neither before nor after their title by themselves.

- Between a title and its place, one line like the next: “Biology 11am Darwin Building”. One such
  line alone may be a sentence, and is left as it is.
- At the end of a short title with nothing between: “Doors 7pm”, « Déjeuner 12h30 ».
- On the second line of a paragraph, its title on the first, when paragraphs are so throughout.
"""

import re
from collections.abc import Sequence
from typing import Final

from runofshow.formats.people import read_people
from runofshow.formats.programme_said import SEPARATORS, Said
from runofshow.formats.programme_times import Hours, hours_in
from runofshow.formats.programme_titles import taken_apart

_MOST_WORDS: Final = 8
"""A title before an hour within its line is no longer."""
_SHORT: Final = 3
"""A title that an hour may follow without any mark."""


def with_hours_within(said: Sequence[Said]) -> list[Said]:
    """The lines, those with hours within them made items."""
    rows = [_row(one) for one in said]
    found = list(said)
    for index, row in enumerate(rows):
        if row is None:
            continue
        beside = rows[max(0, index - 1) : index] + rows[index + 1 : index + 2]
        if any(beside) or _may_stand_alone(said, index, row):
            found[index] = row
    return _titles_above(found)


# --- within a line ---------------------------------------------------------------------------


def _row(one: Said) -> Said | None:
    """The line as title, hour and place, if it can be that."""
    if one.sort not in ("text", "note") or one.line.text.startswith("("):
        return None
    text = one.line.text
    hours = [each for each in hours_in(text) if each.start is not None]
    if len(hours) != 1 or not _WRITTEN.search(text[hours[0].at : hours[0].to]):
        return None
    before = text[: hours[0].at].rstrip(SEPARATORS + "(")
    after = text[hours[0].to :].lstrip(SEPARATORS + ")").strip()
    if not before[:1].isalnum() or len(before.split()) > _MOST_WORDS or _RUNS_ON.search(before):
        return None
    return _made(one, before, hours[0], after)


def _made(one: Said, before: str, hours: Hours, after: str) -> Said | None:
    if not after or after.startswith("("):
        return taken_apart(Said(one.line, "item", f"{before} {after}".strip(), hours, trails=True))
    people = read_people(after)
    if people is not None and (people.sure or people.described):
        return taken_apart(Said(one.line, "item", f"{before} – {after}", hours, trails=True))
    if not (after[0].isupper() or after[0].isdigit()) or len(after.split()) > _MOST_WORDS:
        return None
    return Said(one.line, "item", before, hours, room=after, trails=True)


_WRITTEN: Final = re.compile(
    r"\d\s?(?:[ap]\.?m|[hH:]|Uhr|\.\d\d)|midi|noon|minuit|midnight", re.IGNORECASE
)
_RUNS_ON: Final = re.compile(
    # words after which an hour belongs to a sentence
    r"\b(?:avant|before|vor|until|jusqu\w*|bis|after|après|nach|depuis|since|seit|durée|dauer|lasts?"
    r"|toutes les|every|alle|de|à|the|le|la|of|et|and|und)$",
    re.IGNORECASE,
)


def _may_stand_alone(said: Sequence[Said], index: int, row: Said) -> bool:
    """Whether a line of its own is an item: short, and hours stand right above or below it."""
    beside = (*said[max(0, index - 1) : index], *said[index + 1 : index + 2])
    return not row.room and len(row.text.split()) <= _SHORT and any(one.timed for one in beside)


# --- in a paragraph --------------------------------------------------------------------------


def _titles_above(said: list[Said]) -> list[Said]:
    """Hours put before the title right above them, where most stand second in a paragraph."""
    alone = [index for index, one in enumerate(said) if one.sort == "alone"]
    second = [index for index in alone if _is_titled_above(said, index, first=True)]
    if len(second) < 2 or 3 * len(second) < 2 * len(alone):
        return said
    below = {index for index in alone if _is_titled_above(said, index, first=False)}
    found: list[Said] = []
    last = 0
    """The line of the hours that were put above last."""
    for index, one in enumerate(said):
        if index in below:
            title, last = found.pop(), one.line.number
            notes = (*title.notes, *one.notes)
            found.append(title._replace(sort="item", hours=one.hours, notes=notes))
        elif one.sort == "room" and last and one.line.number == last + 1:
            found.append(found.pop()._replace(room=one.room))
        else:
            found.append(one)
    return found


def _is_titled_above(said: Sequence[Said], index: int, first: bool) -> bool:
    """Whether a title stands right above the hours; with `first`, one that begins a paragraph."""
    if not index or said[index - 1].sort not in ("text", "question"):
        return False
    title, one = said[index - 1].line, said[index].line
    above = said[index - 2].line.number if index > 1 else 0
    return one.number == title.number + 1 and (not first or title.number > above + 1)
