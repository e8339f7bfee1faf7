"""The times of a table seen together: what one row alone cannot tell.

- Where no row says which half of the day is meant, 1:30 after 11:00 is half past one p.m.
- 12:30 AM between the morning and the afternoon was typed for half past noon.
- An end before its start is the next morning's when the start is in the evening; else it is a slip
  and is left empty.
- A row that tells its length and its end begins so long before it.
- A row of another room below one with a time, without a time of its own, is at the same time.
- Before 05:00 a time belongs to the evening before, when that evening is in the table.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from runofshow.core.sentences import Sentence
from runofshow.core.times import DAY, HOUR, MINUTE, ZERO, Civil
from runofshow.formats.draft import DAY_CHANGE, Had
from runofshow.formats.table_items import Item

_NOON: Final = Civil(12)
_EVENING: Final = Civil(17)
_NIGHT: Final = 14 * HOUR
"""The longest that something lasts that goes on past midnight."""


def mended(items: Sequence[Item], rows: bool = True) -> list[Item]:
    """The items, their times mended by what stands around them; each mending says why.

    With `rows` each is a row of its own, in one room.
    """
    found = _afternoons(_parallel(items) if rows else items)
    found = _noons(found)
    found = [_ordered(_begun(item)) for item in found]
    return _nights(found)


# --- rooms that share a time ---------------------------------------------------------------------


def _parallel(items: Sequence[Item]) -> list[Item]:
    """Rows without a time below one that has one, each in a room that none before them was in."""
    found: list[Item] = []
    above: Item | None = None
    rooms: set[str] = set()
    for item in items:
        timeless = item.start is None and item.end is None and item.duration is None
        if item.heads or not item.room:
            above = None
        elif not timeless:
            above, rooms = (item if item.timed else None), {item.room}
        elif above is not None and item.room not in rooms and item.day == above.day:
            rooms.add(item.room)
            found.append(_at_the_time_of(item, above))
            continue
        else:
            above = None
        found.append(item)
    return found


def _at_the_time_of(item: Item, above: Item) -> Item:
    why = Sentence.of("time_of_row_above", time=above.begins)
    start = above.start and above.start._replace(how="inferred", why=why)
    end = above.end and above.end._replace(how="inferred", why=why)
    return item._replace(
        start=start, end=end, duration=above.duration, halved=above.halved, offset=above.offset
    )


# --- the half of the day -------------------------------------------------------------------------


def _afternoons(items: Sequence[Item]) -> list[Item]:
    """Hours after noon written as 1:30 count from noon, when no hour of the table is beyond it.

    One to four are of the afternoon, five to eleven are when an hour before them is later.
    """
    bare = [item for item in items if item.timed and not item.halved]
    hours = {hour for item in bare for hour in _hours_given(item)}
    starts = {item.begins.hour for item in bare}
    if hours & {0, *range(13, 73)} or not (starts & _SMALL and starts & _MORNING):
        return list(items)
    found: list[Item] = []
    after, latest, day = False, 0, None
    for item in items:
        if _date(item) != day:
            after, latest, day = False, 0, _date(item)
        if not item.timed or item.halved:
            found.append(item)
            continue
        hour = item.begins.hour
        after = hour < 12 and (after or hour < 5 or (hour < 8 and latest > hour))
        latest = max(latest, hour)
        found.append(_later(item) if after else item)
    return found


_SMALL: Final = frozenset(range(1, 8))
_MORNING: Final = frozenset(range(7, 13))


def _hours_given(item: Item) -> set[int]:
    """The hours of its start and end, as far as they are what was written."""
    given = (had for had in (item.start, item.end) if had is not None and had.how == "given")
    return {had.value.hour for had in given if had.value is not None}


def _later(item: Item) -> Item:
    start, end = _half_later(item.start), item.end
    if end is not None and end.value is not None and end.value.hour < 12:
        end = _half_later(end)
    return item._replace(start=start, end=end)


def _half_later(had: Had[Civil] | None) -> Had[Civil] | None:
    if had is None or had.value is None:
        return had
    civil = _moved(had.value, 12)
    said = Sentence.of("time_afternoon_column", time=civil)
    return had._replace(value=civil, how="inferred", why=said)


def _moved(civil: Civil, hours: int) -> Civil:
    return Civil(civil.hour + hours, civil.minute, civil.second)


# --- noon ----------------------------------------------------------------------------------------


def _noons(items: Sequence[Item]) -> list[Item]:
    """12:30 AM that stands between a morning and an afternoon becomes 12:30."""
    found = list(items)
    for at, item in enumerate(found):
        if item.morning and item.timed and item.begins.hour == 0 and _in_the_day(found, at):
            found[at] = _at_noon(item)
    return found


def _in_the_day(items: Sequence[Item], at: int) -> bool:
    """Whether the neighbours of the same day are a time of the morning, or one of the afternoon
    that is not of the evening.
    """
    before = _neighbour(reversed(items[:at]), items[at])
    after = _neighbour(items[at + 1 :], items[at])
    morning = before is not None and Civil(6) <= before <= _NOON
    afternoon = after is not None and _NOON <= after <= _EVENING
    if before is None or after is None:
        return morning or afternoon
    return morning and afternoon


def _neighbour(items: Iterable[Item], item: Item) -> Civil | None:
    for other in items:
        if other.day == item.day and other.timed and (not item.room or other.room == item.room):
            return other.begins
    return None


def _at_noon(item: Item) -> Item:
    start, end = item.start, item.end
    assert start is not None
    start = _repaired(start, 12)
    if end is not None and end.value is not None and end.value.hour in (0, 24):
        end = _repaired(end, 12 - end.value.hour)
    return item._replace(start=start, end=end)


def _repaired(had: Had[Civil], hours: int) -> Had[Civil]:
    assert had.value is not None
    civil = _moved(had.value, hours)
    return had._replace(value=civil, how="repaired", why=Sentence.of("noon_repaired", time=civil))


# --- ends ----------------------------------------------------------------------------------------


def _begun(item: Item) -> Item:
    """The item of which only its length and its end are told, with its start."""
    end, lasts = item.end, item.duration
    if item.start is not None or end is None or lasts is None:
        return item
    if end.value is None or lasts.value is None or lasts.value > end.value.past_midnight:
        return item
    start = Civil.past(end.value.past_midnight - lasts.value)
    return item._replace(start=Had(start, end.how, end.place, end.why), duration=None)


def _ordered(item: Item) -> Item:
    """The item with its end after its start, or without one; with one length, not two."""
    start, end = item.start, item.end
    if start is None or start.value is None or end is None or end.value is None:
        return item
    length = end.value.past_midnight - start.value.past_midnight
    if length <= ZERO:
        return item._replace(end=_after(item, start.value, end, length))
    lasts = item.duration
    if lasts is None or lasts.value is None or abs(lasts.value - length) < MINUTE:
        return item._replace(duration=None) if lasts else item
    said = Sentence.of("length_against_end", length=lasts.value, end=end.value)
    return item._replace(duration=None, end=end._replace(how="inferred", why=said))


def _after(item: Item, start: Civil, end: Had[Civil], length: timedelta) -> Had[Civil]:
    """The end that is meant by one that is not after the start."""
    assert end.value is not None
    if item.morning and end.value.hour == 0 and Civil(6) <= start < _NOON:
        return _repaired(end, 12)
    noon = start < Civil(13) and not item.halved and end.value.hour < 12
    if noon and ZERO < length + 12 * HOUR <= 6 * HOUR:
        return _half_later(end) or end
    if start >= _NOON and ZERO < length + DAY <= _NIGHT and end.value.hour < 24:
        late = end._replace(value=_moved(end.value, 24))
        if start >= _EVENING or item.halved:
            return late
        return late._replace(how="inferred", why=Sentence.of("end_next_day"))
    said = Sentence.of("end_not_after", start=start, end=end.value)
    return Had(None, "missing", end.place, said)


# --- nights --------------------------------------------------------------------------------------


def _nights(items: Sequence[Item]) -> list[Item]:
    """What begins before 05:00 counts on from the evening before, if the table has that evening."""
    evenings = {
        item.day.value
        for item in items
        if item.timed and item.day and item.day.value and item.begins >= _EVENING
    }
    found: list[Item] = []
    for item in items:
        found.append(_of_the_night(item, found, evenings))
    return found


def _of_the_night(item: Item, before: Sequence[Item], evenings: set[date]) -> Item:
    if not item.timed or item.begins >= DAY_CHANGE:
        return item
    previous = next((each for each in reversed(before) if each.timed), None)
    same = previous is not None and _date(previous) == _date(item)
    if same and previous is not None and previous.begins >= _EVENING:
        why = Sentence.of("night_after") if item.day is not None and item.day.place.column else None
        return _a_day_later(item, item.day, why)
    day = _date(item)
    if day is None or day - DAY not in evenings:
        return item
    assert item.day is not None
    return _a_day_later(item, item.day._replace(value=day - DAY), None)


def _date(item: Item) -> date | None:
    return item.day.value if item.day else None


def _a_day_later(item: Item, day: Had[date] | None, why: Sentence | None) -> Item:
    start, end = item.start, item.end
    assert start is not None
    assert start.value is not None
    how = start.how if why is None else "inferred"
    start = start._replace(value=_moved(start.value, 24), how=how, why=why or start.why)
    if end is not None and end.value is not None and end.value.hour < 24:
        end = end._replace(value=_moved(end.value, 24))
    return item._replace(day=day, start=start, end=end)
