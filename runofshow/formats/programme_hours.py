"""The hours of a programme set right by one another, before anything is put below them.

- A range broken over two lines (`9:00 -`, then `9:30`) is one; so are two single hours before each
  title, when it is so throughout.
- Hours that stand together before their titles are dealt out in order, and marked `lost`: the order
  of the lines was broken on the way (a PDF's), and somebody has to look.
- Hours after their titles, on lines of their own, are put before them, when it is so throughout.
- 1:30 after 11:00 is the afternoon's where nothing says am, pm or h: `repaired`. An hour after
  midnight that follows an evening counts on from it.
"""

import re
from collections.abc import Sequence
from typing import Final

from runofshow.core.times import Civil
from runofshow.formats.programme_hours_within import with_hours_within
from runofshow.formats.programme_said import Said
from runofshow.formats.words import programme as words

_OPEN: Final = re.compile(r"(?:-|–|—|à|to|bis|→)\s*$")
_NIGHT: Final = Civil(5)
_EVENING: Final = Civil(18)
_NOON: Final = Civil(12)


def in_order(said: Sequence[Said]) -> list[Said]:
    """The lines with their hours set right, each hour before its title."""
    joined = _ranges_joined(_placed(_halves(with_hours_within(_kept(said)))))
    return _counted_on(_dealt_out(_before_titles(joined)))


def _kept(said: Sequence[Said]) -> list[Said]:
    """The lines without footnotes and addresses, which only the head has use for."""
    begin = next((index for index, one in enumerate(said) if one.timed), 0)
    return [one for index, one in enumerate(said) if one.sort != "skip" or index < begin]


def _halves(said: list[Said]) -> list[Said]:
    """« Midi : » right before an hour is a part of the day, no hour."""
    return [
        one._replace(sort="part", text=one.line.text.strip(" :"), hours=None)
        if one.sort == "alone" and not re.search(r"\d", one.line.text) and after.timed
        else one
        for one, after in zip(said, [*said[1:], *said[-1:]], strict=True)
    ]


def _placed(said: list[Said]) -> list[Said]:
    """A line that says no more than a place which the head names is a room, no title."""
    begin = next((index for index, one in enumerate(said) if one.timed), 0)
    head = "\n".join(one.line.text for one in said[:begin] if len(one.line.text) < 200)
    return [
        one._replace(sort="room", room=one.text)
        if index > begin and one.sort == "text" and _is_place(said, index, head)
        else one
        for index, one in enumerate(said)
    ]


def _is_place(said: Sequence[Said], index: int, head: str) -> bool:
    """Whether a line is but a place: the head names it, or it is an address below an hour."""
    text = said[index].text
    if not 7 < len(text) < 140:
        return False
    if words.PLACE.match(text) and len(text) < 60 and text in head:
        return True
    after = said[index + 1] if index + 1 < len(said) else None
    below = said[index - 1].sort == "alone" and after is not None and not after.timed
    return below and bool(words.ADDRESS.search(text)) and "," in text


# --- ranges over two lines -------------------------------------------------------------------


def _ranges_joined(said: list[Said]) -> list[Said]:
    pairs = _in_pairs(said)
    dashed = _dashed(said)
    found: list[Said] = []
    for one in said:
        last = found[-1] if found else None
        if last is not None and _goes_on(last, one, pairs, dashed):
            assert last.hours is not None
            assert one.hours is not None
            hours = last.hours._replace(end=one.hours.start, kind="range")
            found[-1] = one._replace(line=last.line, hours=hours)
        else:
            found.append(one)
    return found


def _goes_on(last: Said, one: Said, pairs: bool, dashed: bool) -> bool:
    if last.sort != "alone" or last.hours is None or one.hours is None or not one.timed:
        return False
    single = last.hours.end is None and one.hours.end is None and not one.trails
    after = last.hours.start is not None and one.hours.start is not None
    if not (single and after and last.hours.start < one.hours.start):  # type: ignore[operator]
        return False
    if dashed and one.line.level > last.line.level:
        return True
    return bool(_OPEN.search(last.line.text)) or (pairs and one.sort == "alone")


def _dashed(said: Sequence[Said]) -> bool:
    """Whether the second hour of ranges stands on a line of its own, a dash before it."""
    alone = [index for index, one in enumerate(said[:-1]) if one.sort == "alone"]
    broken = [
        index
        for index in alone
        if said[index + 1].sort == "item" and said[index + 1].line.level > said[index].line.level
    ]
    return len(broken) > 1 and 5 * len(broken) >= len(alone)


def _in_pairs(said: Sequence[Said]) -> bool:
    """Whether hours on lines of their own always come in pairs: from, until."""
    runs = _runs(said)
    return len(runs) > 1 and all(len(run) == 2 for run in runs)


def _runs(said: Sequence[Said]) -> list[list[int]]:
    """The hours on lines of their own, those that follow one another together."""
    runs: list[list[int]] = []
    for index, one in enumerate(said):
        if one.sort != "alone":
            continue
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


# --- hours and titles ------------------------------------------------------------------------


def _before_titles(said: list[Said]) -> list[Said]:
    """Hours that always stand below their titles put into one line with them."""
    alone = [index for index, one in enumerate(said) if one.sort == "alone"]
    if len(alone) < 2 or len(alone) != sum(one.timed for one in said):
        return said
    above = [index > 0 and _is_title(said[index - 1]) for index in alone]
    last = alone[-1] + 1
    below = last < len(said) and _is_title(said[last])
    if not all(above) or below:
        return said
    found: list[Said] = []
    for index, one in enumerate(said):
        if index in set(alone):
            title = found.pop()
            found.append(title._replace(sort="item", hours=one.hours))
        else:
            found.append(one)
    return found


def _is_title(one: Said) -> bool:
    return one.sort in ("text", "question")


def _dealt_out(said: list[Said]) -> list[Said]:
    """Hours that stand together before their titles, one given to each title."""
    found: list[Said] = []
    index = 0
    while index < len(said):
        run = _run_at(said, index)
        if run < 2:
            found.append(said[index])
            index += 1
            continue
        hours = said[index : index + run]
        below = _titles_after(said, index + run)
        index += run
        if sum(map(_is_title, below)) < 2:
            found += hours
            continue
        found += _dealt(hours, below)
        index += len(below)
    return found


def _dealt(hours: Sequence[Said], below: Sequence[Said]) -> list[Said]:
    """One title to each hour, in order; the last has all that is left."""
    waiting = [hour._replace(lost=True) for hour in hours]
    found: list[Said] = []
    for one in below:
        if (waiting and (_is_title(one) or not found)) or (one.sort == "room" and waiting):
            found.append(waiting.pop(0))
        found.append(one)
    return found + waiting


def _run_at(said: Sequence[Said], index: int) -> int:
    count = 0
    while index + count < len(said) and said[index + count].sort == "alone":
        count += 1
    return count


def _titles_after(said: Sequence[Said], index: int) -> list[Said]:
    titles: list[Said] = []
    while index < len(said) and (_is_title(said[index]) or said[index].sort == "room"):
        titles.append(said[index])
        index += 1
    return titles


# --- halves of the day -----------------------------------------------------------------------


def _counted_on(said: list[Said]) -> list[Said]:
    """Hours that go back in the day: the afternoon's, or those after midnight."""
    found: list[Said] = []
    last: Civil | None = None
    twelve = _of_twelve(said)
    for one in said:
        if one.sort in ("day", "room"):
            last = None
        if not one.timed or one.hours is None or one.hours.start is None:
            found.append(one)
            continue
        here = _later(one, last, twelve) if last is not None else one
        found.append(here)
        assert here.hours is not None
        assert here.hours.start is not None
        last = here.hours.start
    return found


_OF_TWENTY_FOUR: Final = re.compile(r"\b(?:1[3-9]|2[0-4])\s?[:.h]", re.IGNORECASE)


def _of_twelve(said: Sequence[Said]) -> bool:
    """Whether no hour of the programme is written as on a clock of twenty-four hours."""
    return not any(
        _OF_TWENTY_FOUR.search(one.line.text[one.hours.at : one.hours.to])
        for one in said
        if one.timed and one.hours
    )


def _later(one: Said, last: Civil, twelve: bool) -> Said:
    hours = one.hours
    assert hours is not None
    assert hours.start is not None
    if hours.start >= last:
        return one
    if last >= _EVENING and hours.start < _NIGHT:
        return _moved(one, 24, "")
    afternoon = Civil(hours.start.hour + 12, hours.start.minute)
    plausible = twelve and (hours.start.hour < 8 or last >= Civil(17))
    if plausible and hours.start < _NOON and afternoon >= last and not _says_half(one):
        return _moved(one, 12, "afternoon")
    return one


def _says_half(one: Said) -> bool:
    """Whether the line itself says which half of the day it is, or counts to twenty-four."""
    hours = one.hours
    assert hours is not None
    written = one.line.text[hours.at : hours.to].lower()
    return bool(re.search(r"[hm]|uhr|0\d[:.]|\b(?:1[3-9]|2\d)[:.]", written))


def _moved(one: Said, by: int, repaired: str) -> Said:
    hours = one.hours
    assert hours is not None
    start, end = hours.start, hours.end
    assert start is not None
    moved = hours._replace(
        start=Civil(start.hour + by, start.minute, start.second),
        repaired=repaired or hours.repaired,
    )
    if (end is not None and end <= start) or (end is not None and end.hour < start.hour + by):
        moved = moved._replace(end=Civil(end.hour + by, end.minute, end.second))
    return one._replace(hours=moved)
