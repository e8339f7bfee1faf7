"""Where a programme begins in its text, and which hours frame it rather than being of it.

- After « PROGRAMME », where all hours but a frame follow it; else at the first hours, with the day,
  part of the day or heading right above them.
- The first hours frame the day when they hold all others: « de 9h00 à 18h00, au siège … ».
- Days without hours before the first that has some (an evening of arrivals) belong to it.
- Without any hour: after the line that says that the programme follows, or at the first length.
"""

from collections.abc import Sequence
from typing import Final

from runofshow.core.plan import Kind
from runofshow.formats.kinds import holds_nothing, kind_of
from runofshow.formats.programme_said import Said, is_heading
from runofshow.formats.words import programme as words


def beginning(said: Sequence[Said]) -> tuple[int, list[Said]]:
    """The index of its first line, and the lines that tell from when to when the whole is."""
    timed = [index for index, one in enumerate(said) if one.timed or one.sort in ("part", "table")]
    if not timed:
        return _without_hours(said), []
    first = _programme_line(said, timed)
    frames = [said[index] for index in timed if index < first and said[index].hours]
    inside = [index for index in timed if index >= first]
    if inside and not frames and _spans(said, inside):
        frames = [said[inside[0]]]
        first = inside[0] + 1
        inside = inside[1:]
    begin = inside[0] if inside else first
    begin = max(first, _back_to_heading(said, begin, first))
    return _back_to_first_day(said, begin, first), frames


def _programme_line(said: Sequence[Said], timed: Sequence[int]) -> int:
    """After the last « PROGRAMME » that has all but frames before it; 0 when nothing says so."""
    for index in range(len(said) - 1, -1, -1):
        if said[index].sort != "programme":
            continue
        before = [each for each in timed if each < index]
        after = [each for each in timed if each > index]
        if (
            after
            and len(before) <= 1 + len(after) // 6
            and not any(said[each].sort == "part" for each in before)
        ):
            return index + 1
    return 0


def _spans(said: Sequence[Said], timed: Sequence[int]) -> bool:
    """Whether the first hours hold all others of the day: they frame it."""
    first = said[timed[0]]
    hours = first.hours
    after = said[timed[0] + 1] if timed[0] + 1 < len(said) else None
    if first.sort == "alone" and after is not None and _may_be_its_title(after):
        return False
    if first.sort == "part" or hours is None or hours.start is None or hours.end is None:
        return False
    others = []
    for index in range(timed[0] + 1, len(said)):
        one = said[index]
        if one.sort == "day":
            break
        if one.timed and one.hours and one.hours.start is not None:
            others.append(one.hours)
    above = said[timed[0] - 1] if timed[0] else None
    dated = above is not None and above.sort == "day" and not first.text
    if len(others) < (2 if dated else 3) or any(
        other.start < hours.start for other in others if other.start
    ):
        return False
    ends = [other.end or other.start for other in others]
    if max(end for end in ends if end) > hours.end:
        return False
    return not holds_nothing(first.text) and kind_of(first.text) is not Kind.SESSION


def _may_be_its_title(after: Said) -> bool:
    """Whether the line below an hour is what happens then, rather than where, or a heading."""
    where = words.PLACE.search(after.text) or words.ADDRESS.search(after.text)
    return after.sort in ("text", "question") and not where and not is_heading(after)


def _back_to_heading(said: Sequence[Said], begin: int, first: int) -> int:
    """The day, part or heading right above the first hours belongs to the programme.

    The day a little further above does so when other days follow.
    """
    several = any(one.sort == "day" for one in said[begin:])
    index = begin
    for above in range(begin - 1, max(begin - 8, first - 1, -1), -1):
        one = said[above]
        if one.sort in ("programme", "preamble", "outside", "prose"):
            break
        if one.sort == "day" and (several or above == index - 1):
            return above
        heading = one.sort == "text" and is_heading(one) and not _is_title(one, above)
        if above == index - 1 and (one.sort in ("part", "room") or heading):
            index = above
    return index


_LINES_OF_A_DAY: Final = 10
"""So many lines may stand below a day without hours, before the next."""


def _back_to_first_day(said: Sequence[Said], begin: int, first: int) -> int:
    """The day above the first with hours, where both stand as headings do and its lines are few."""
    here = said[begin] if begin < len(said) else None
    if here is None or not _heads_a_day(here):
        return begin
    for above in range(begin - 1, max(begin - _LINES_OF_A_DAY, first - 1, -1), -1):
        one = said[above]
        if one.sort in ("programme", "preamble", "outside", "prose"):
            break
        if _heads_a_day(one):
            between = begin - above > 1
            return (
                _back_to_first_day(said, above, first) if between and _before(one, here) else begin
            )
    return begin


def _is_title(one: Said, above: int) -> bool:
    """Whether a heading is that of the whole: the first line of all, unless it is Session 1."""
    return not above and not words.GROUP.match(one.text)


def _heads_a_day(one: Said) -> bool:
    """Whether the line is one day, and no more: « MARDI 7 OCTOBRE », “Day 1 – 3 February”."""
    return one.sort == "day" and one.day is not None and not one.day.day.until and not one.text


def _before(one: Said, other: Said) -> bool:
    assert one.day is not None
    assert other.day is not None
    former, latter = one.day.day, other.day.day
    if former.ordinal is not None and latter.ordinal is not None:
        return former.ordinal < latter.ordinal
    if former.on is not None and latter.on is not None:
        return (former.on.month, former.on.day) < (latter.on.month, latter.on.day)
    return former != latter


def _without_hours(said: Sequence[Said]) -> int:
    """Where a programme without any hour begins: after the line that says so, else nowhere."""
    for index, one in enumerate(said):
        if one.sort == "programme" and index + 1 < len(said):
            return index + 1
    lasting = [index for index, one in enumerate(said) if one.length is not None]
    return lasting[0] if len(lasting) > 1 else len(said)
