"""How lines of a programme stand to one another: beside, below, telling who."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from runofshow.core.plan import Kind
from runofshow.formats.kinds import kind_of
from runofshow.formats.people import read_people
from runofshow.formats.programme_nodes import Node
from runofshow.formats.programme_said import Said
from runofshow.formats.words import programme as words


def is_tight(said: Sequence[Said], timed: Sequence[int]) -> bool:
    """Whether hours follow one another without an empty line between, most of the time."""
    follow = [index for index in timed if index and said[index - 1].sort not in ("day", "part")]
    close = [said[at].line.number - said[at - 1].line.number <= 1 for at in follow]
    return len(close) > 2 and 4 * sum(close) > 3 * len(close)


def shouted_headings(said: Sequence[Said]) -> list[Said]:
    """The short lines in capitals that stand below a gap, where things with hours are not so."""
    items = [one for one in said if one.timed and one.text]
    if 3 * sum(one.text.isupper() for one in items) > len(items):
        return []
    found = [
        one
        for above, one in pairwise(said)
        if one.sort == "text"
        and one.text.isupper()
        and not one.line.level
        and len(one.text.split()) <= _HEADING_WORDS
        and (one.line.number - above.line.number > 1 or above.sort == "day")
        and kind_of(one.text) is not Kind.BREAK
    ]
    return found if len(found) > 1 else []


_HEADING_WORDS: Final = 6


def line_alike(one: Said, other: Said) -> bool:
    """Whether two lines stand equally far in."""
    return one.line.level == other.line.level and one.line.indent == other.line.indent


def stands_beside(one: Said, item: Node, hours: bool) -> bool:
    """Whether the line is a thing like the item above it, rather than something of it."""
    line = one.line
    if item.group:
        return False
    if line.level and line.level <= item.said.line.level:
        return line.level < item.said.line.level or not describes(one)
    alike = line.level == item.said.line.level and one.sort == "text"
    bare = len(item.parts) < (1 if item.text else 3)
    if alike and words.AFTERWARDS.match(one.text) and bare:
        return True
    among = not hours or item.block is not None
    return not item.timed and alike and among and not describes(one)


def describes(one: Said) -> bool:
    """Whether the line says who, rather than what."""
    people = read_people(one.text)
    return people is not None and (people.sure or people.described)


_ALL_DAY: Final = re.compile(
    r"(?:(?:pendant )?toute la (?:journ[ée]e|matin[ée]e|soir[ée]e)|tout au long de la journ[ée]e"
    r"|tout l['’]apr[èe]s[ -]midi|en continu|en permanence|all[- ]day(?: long)?"
    r"|throughout the day|all (?:morning|afternoon|evening)|ganzt[äa]gig|den ganzen tag"
    r"|durchgehend)\b\s*(?:[:–—|(,-]|$)|.{3,90}(?:[:–—(,-]\s*)(?:toute la journ[ée]e"
    r"|tout au long de la journ[ée]e|en continu|all day(?: long)?|throughout the day|ganzt[äa]gig"
    r"|den ganzen tag)\)?\.?$",
    re.IGNORECASE,
)


def lasts_all_day(one: Said) -> bool:
    """Whether a line without an hour tells of what is on all day: Toute la journée : posters."""
    plain = one.hours is None and one.sort in ("text", "note", "prose", "room", "label", "skip")
    return plain and len(one.line.text) < 200 and bool(_ALL_DAY.match(one.line.text))


_MEAL: Final = re.compile(
    r"(?:pause |temps )?(?:d[ée]jeuner|d[îi]ner|repas|buffet|lunch|dinner|mittag(?:s\w*|essen)?"
    r"|abendessen)\b",
    re.IGNORECASE,
)


def ends_parallel(node: Node, before: Sequence[Node]) -> bool:
    """Whether a meal stands after several rooms, later than all that is in them: it is of none.

    Where each room has its own it is of the room that it stands in.
    """
    if not _MEAL.match(node.text) or node.start is None:
        return False
    others = [each for each in before if each.day == node.day and each.room not in ("", node.room)]
    starts = [each.start for each in others if each.start is not None]
    here = [each.start for each in before if each.room == node.room and each.start is not None]
    parallel = bool(starts) and bool(here) and min(here) <= max(starts) < node.start
    return parallel and not any(_MEAL.match(each.text) for each in others)


def below(one: Said, head: Said) -> bool:
    """Whether the line heads something within what `head` heads."""
    if one.line.heading and head.line.heading:
        return one.line.heading > head.line.heading
    return one.line.level > head.line.level


def is_thing(one: Said) -> bool:
    """Whether the words of a line alone make it a thing of the programme: a break, an opening."""
    kind = kind_of(one.text)
    return (
        kind in (Kind.BREAK, Kind.WELCOME, Kind.CLOSING, Kind.QA)
        and len(one.text) < 90
        and one.text[-1:] != "."
    )


def is_early(one: Said) -> bool:
    """Whether a line before the programme is a thing of it, by its words or its length."""
    return one.sort == "text" and (one.length is not None or is_thing(one))
