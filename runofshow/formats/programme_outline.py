"""The lines of a programme put under one another: days, parts of the day, sessions, items, points.

- An hour begins an item. One whose hours lie within those of the item before is a part of it,
  unless that one is a lunch or a welcome, which hold nothing.
- « Matinée (9h-12h) », “Morning” begin a part of the day (a block); a heading or « Session 2 »
  right before hours begins a session that holds them until the next, or until lunch.
- Lines without hours belong to the item above them, points below points by their level.
- Before the first hour and after partners, prices and ways to come nothing is read.
"""

from collections.abc import Sequence
from typing import Final

from runofshow.core.plan import Kind
from runofshow.formats.kinds import holds_nothing, kind_of
from runofshow.formats.names import name_at
from runofshow.formats.people import read_people
from runofshow.formats.programme_around import Around
from runofshow.formats.programme_beginning import beginning
from runofshow.formats.programme_nodes import Node, ends_group, holds
from runofshow.formats.programme_outlined import Outline, Part, noted, relieved
from runofshow.formats.programme_said import Said
from runofshow.formats.programme_standing import (
    below,
    ends_parallel,
    is_early,
    is_thing,
    lasts_all_day,
    stands_beside,
)
from runofshow.formats.programme_titles import titled
from runofshow.formats.words import programme as words


def outline_of(said: Sequence[Said]) -> Outline:
    """The outline of the lines `said`, with what frames it."""
    all_day = [one for one in said if lasts_all_day(one)]
    said = [one for one in said if one not in all_day] if all_day else said
    begin, frames = beginning(said)
    builder = _Builder([one for one in said[begin:] if one.sort != "skip"], frames)
    builder.outline.head = [one for one in said[:begin] if one not in frames]
    builder.outline.frames = frames
    builder.outline.all_day = all_day
    builder.outline.early = [one for one in builder.outline.head if is_early(one)]
    for index in range(len(builder.said)):
        builder.take(index)
    return builder.finished()


_TELLING: Final = 2
"""A line of so many words or fewer, after the last thing, tells nothing."""


# --- putting together ------------------------------------------------------------------------


class _Builder:
    """Puts one line after the other under what it belongs to.

    Attributes: said, outline.
    """

    def __init__(self, said: list[Said], frames: list[Said]) -> None:
        self.said = said
        self.outline = Outline()
        self._day: int | None = None
        self._part: int | None = None
        self._room = ""
        self._closed = False
        self._trailing = False
        """Whether it was closed by a line that may yet be of the programme."""
        self._introduced: list[str] = []
        self._chairs: list[Said] = []
        """Those who chair what follows."""
        self._aside: list[Said] = []
        self._open: list[Node] = []
        """What the next line may belong to, the innermost last."""
        self._around = Around(said)
        self._hours_today = self._around.hours
        for frame in frames:
            if frame.sort == "day":
                self._begin_day(frame)

    def take(self, index: int) -> None:
        """Puts the line `index` where it belongs."""
        one = self.said[index]
        if one.line.text.endswith(",") and not self._closed and self._open:
            self.outline.unfinished.append(one.line.number)
        match one.sort:
            case "day":
                self._begin_day(one)
                self._hours_today = self._around.hours_that_day(index)
            case "part":
                self._begin_part(one)
            case "item" | "alone":
                if self._closed and one.trails:
                    self._leave(one)
                else:
                    self._closed = self._trailing = False
                    self._begin_item(one, self._around.title_after(index))
            case "table":
                self._closed = False
                self._put(self._node(one), None)
                self._open.clear()
            case "noise":
                self._pass_noise(index, one)
            case "outside" | "preamble":
                self._end_programme(index, one)
            case "programme" | "skip":
                pass
            case _ if not self._closed and not self._is_tail(index, one):
                self._continue(index, one)
            case _:
                self._leave(one)

    def _leave(self, one: Said) -> None:
        """A line after the last thing; what stands below partners or prices is never asked for."""
        telling = len(one.line.text.split()) > _TELLING and not one.line.text.endswith((".", "!"))
        if self._trailing and one.sort != "prose" and telling:
            self.outline.left.append(one)

    def _pass_noise(self, index: int, one: Said) -> None:
        """Buttons of a page end the programme; between hours, a word alone may be a house."""
        if index > self._around.last_timed:
            self._closed = True
        elif " " not in one.text and not self._closed:
            self._continue(index, one._replace(sort="text"))

    def _is_tail(self, index: int, one: Said) -> bool:
        """Plain text after the last of items that are points, or after a gap where none had one."""
        if (
            index <= self._around.last_timed
            or not self._open
            or one.line.level
            or one.sort == "label"
        ):
            return False
        untitled = not self._open[0].text and not self._open[0].parts
        if untitled or words.AFTERWARDS.match(one.text) or is_thing(one):
            return False
        root = self._open[0].said
        over = kind_of(self._open[0].text or self._open[0].heads) in (Kind.BREAK, Kind.CLOSING)
        if over and one.line.text.endswith(":"):
            self._closed = True
            self._open.clear()
            return True
        if any(later.line.level for later in self.said[index + 1 : index + 4]):
            return False
        gap = one.line.number - self.said[index - 1].line.number > 1
        if (root.line.level and not self._around.loose) or (gap and self._around.tight):
            self._closed = self._trailing = True
            self._open.clear()
        return self._closed

    def _end_programme(self, index: int, one: Said) -> None:
        """Partners and ways to come; « Introduction » among points is a thing like any other."""
        self._trailing = False
        point = one.line.level > 0 and self._open
        if point or (one.sort == "preamble" and self._open and not one.line.heading):
            self._continue(index, one._replace(sort="text"))
            return
        self._closed = True
        self._open.clear()

    def _begin_day(self, one: Said) -> None:
        known = [
            index
            for index, day in enumerate(self.outline.days)
            if one.day is not None and day.day is not None and day.day.day == one.day.day
        ]
        if not known:
            self.outline.days.append(one)
        self._day = known[0] if known else len(self.outline.days) - 1
        self._part, self._room, self._closed = None, "", False
        self._open.clear()

    def _begin_part(self, one: Said) -> None:
        self.outline.parts.append(Part(one, self._day))
        self._part = len(self.outline.parts) - 1
        self._closed = False
        self._open.clear()

    # --- items with hours ------------------------------------------------------------------------

    def _begin_item(self, one: Said, heads: str) -> None:
        self.outline.aside += self._aside
        self._aside = []
        node = self._node(one)
        assert one.hours is not None
        node.start, node.end = one.hours.start, one.hours.end
        node.heads = heads
        node.notes += self._introduced
        self._introduced = []
        if words.GROUP.match(node.text) or kind_of(node.text or heads) is Kind.PANEL:
            node.labels += self._chairs
        else:
            node.notes += [each.line.text for each in self._chairs]
        self._chairs = []
        self._leave_room(one, node)
        self._leave_part(node)
        parent = self._holder(node)
        self._put(node, parent)

    def _node(self, one: Said) -> Node:
        return Node(
            one,
            one.text,
            length=one.length,
            day=self._day,
            block=self._part,
            room=one.room or self._room,
            notes=list(one.notes),
        )

    def _leave_room(self, one: Said, node: Node) -> None:
        """A thing in a room of its own, below a gap, ends what stands in the room above; so does
        a meal, after several rooms of which none has one.
        """
        above = self._open[-1].said.line.number if self._open else one.line.number
        if one.room and self._room and one.line.number - above > 1:
            self._room = ""
        elif self._room and not one.room and ends_parallel(node, self.outline.roots):
            self._room = node.room = ""

    def _leave_part(self, node: Node) -> None:
        """An item after the end of its part of the day stands in none."""
        if self._part is None or node.start is None:
            return
        hours = self.outline.parts[self._part].said.hours
        if hours is None or hours.end is None:
            return
        closes = kind_of(node.text) in (Kind.CLOSING, Kind.QA)
        if node.start > hours.end or (node.start == hours.end and not closes):
            self._part = node.block = None

    def _holder(self, node: Node) -> Node | None:
        """The session that the item is a part of, if any; what it is not a part of is closed."""
        while self._open:
            top = self._open[-1]
            if (top.group and not ends_group(node, top)) or holds(top, node):
                return top
            self._open.pop()
        return None

    def _put(self, node: Node, parent: Node | None) -> None:
        (parent.parts if parent else self.outline.roots).append(node)
        node.depth = parent.depth + 1 if parent else 0
        if parent is not None:
            node.block = parent.block
        self._open.append(node)

    # --- lines without ---------------------------------------------------------------------------

    def _continue(self, index: int, one: Said) -> None:
        if one.sort == "room":
            self._take_room(index, one)
        elif self._around.introduces(index):
            self._introduced.append(one.text.rstrip(" :"))
        elif one.sort == "label" and self._chairs_next(index, one):
            self._chairs.append(one)
        elif one.sort in ("text", "question") and self._begins_group(index, one):
            self._begin_group(one)
        elif not self._open:
            self._stand_alone(index, one)
        else:
            self._belong(index, one)

    def _chairs_next(self, index: int, one: Said) -> bool:
        """« Modérateur : … » right above hours, below the points of what came before."""
        after = self._around.after(index)
        above = self._open[-1].said.line.level if self._open else 0
        if after is None or not after.timed or one.line.level >= above:
            return False
        return bool(words.GROUP.match(after.text))

    def _take_room(self, index: int, one: Said) -> None:
        item = self._open[-1] if self._open else None
        untitled = item is not None and item.timed and not item.text
        if item is not None and untitled and not item.room and self._around.text_after(index):
            item.room = one.room
        elif item is not None and untitled and not self._around.text_after(index):
            node = self._node(one._replace(sort="text", room=""))
            item.parts.append(node)
        elif item is not None and item.timed and not item.room and not self._around.rooms_above:
            item.room = one.room
        else:
            self._room = one.room
            self._open = [node for node in self._open if node.group]

    def _begins_group(self, index: int, one: Said) -> bool:
        """Whether the line heads the hours that follow."""
        if not self._around.heads(index) or read_people(one.text) is not None:
            return False
        following = self._around.next_timed(index)
        if following is None or _holds_nothing(following.text, self._around.shouted(index)):
            return False
        item = next((node for node in reversed(self._open) if node.timed), None)
        if item is None:
            return True
        if not item.text and not item.parts:
            return False
        if one.line.level > item.said.line.level or one.line.indent > item.said.line.indent:
            return False
        if item.parts and words.GROUP.match(item.parts[-1].text):
            return False
        heading = one.line.heading
        return not (heading and item.said.line.heading and heading > item.said.line.heading)

    def _begin_group(self, one: Said) -> None:
        while self._open and not (self._open[-1].group and below(one, self._open[-1].said)):
            self._open.pop()
        node = self._node(one)
        node.group = True
        self._put(node, self._open[-1] if self._open else None)

    def _stand_alone(self, index: int, one: Said) -> None:
        """A line with no item above it: itself one within a part of the day, or by its words."""
        if one.sort == "label":
            self._chairs.append(one)
        if one.sort in ("label", "prose", "question", "note"):
            return
        within = self._part is not None or not self._hours_today
        if within or one.length is not None or is_thing(one) or self._around.among_points(index):
            self._put(self._node(one), None)
        else:
            self._aside.append(one)

    def _belong(self, index: int, one: Said) -> None:
        """Under the item above, or beside it when it is a point like it."""
        line = one.line
        item = self._item()
        if (
            item is None
            or stands_beside(one, item, self._hours_today)
            or self._interrupts(index, one, item)
        ):
            self._beside(one, item)
            return
        depth = item.depth + 1 + line.level
        while self._open[-1] is not item and self._open[-1].depth >= depth:
            self._open.pop()
        holder = self._open[-1]
        match one.sort:
            case "label":
                holder.labels.append(one)
            case "question" if (
                not line.level and item.text and not self._around.people_after(index)
            ):
                holder.notes.append(one.text)
            case "prose" if (item.text or item.parts) and not (line.level and name_at(one.text)):
                holder.notes.append(one.text)
            case "note":
                noted(holder, one)
            case _:
                node = self._node(one if one.sort == "text" else titled(one))
                node.room = one.room
                node.block = item.block
                holder.parts.append(node)
                node.depth = depth
                self._open.append(node)

    def _interrupts(self, index: int, one: Said, item: Node) -> bool:
        """« Pause déjeuner d'une heure » between two items, as far in as they are."""
        after = self.said[index + 1] if index + 1 < len(self.said) else None
        fit = one.line.level <= item.said.line.level and one.line.indent <= item.said.line.indent
        brief = one.sort == "text" and len(one.text) < 60 and not item.group and bool(item.text)
        listed = any(part.said.line.level == one.line.level for part in item.parts)
        listed = listed and kind_of(item.text) is not Kind.BREAK
        follows = after is not None and (after.timed or after.sort in ("part", "day"))
        return fit and brief and not listed and follows and kind_of(one.text) is Kind.BREAK

    def _item(self) -> Node | None:
        """The innermost open thing that has hours or heads some, or stands by itself."""
        for node in reversed(self._open):
            if node.timed or node.group or node in self.outline.roots[-1:]:
                return node
        return None

    def _beside(self, one: Said, item: Node | None) -> None:
        if one.sort not in ("text", "question"):
            return
        node = self._node(one)
        while self._open and (
            self._open[-1] is item or self._open[-1].depth >= (item.depth if item else 0)
        ):
            self._open.pop()
        self._put(node, self._open[-1] if self._open else None)

    # --- the end ---------------------------------------------------------------------------------

    def finished(self) -> Outline:
        """The outline, sessions relieved of the breaks that stand at their end."""
        outline = self.outline
        outline.roots = list(relieved(outline.roots))
        return outline


def _holds_nothing(first: str, heading: bool) -> bool:
    """Whether no session begins with this: a break; but below a heading, a welcome may."""
    begins = kind_of(first) in (Kind.WELCOME, Kind.CHANGEOVER)
    return holds_nothing(first) and not (heading and begins)
