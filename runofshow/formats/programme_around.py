"""The lines of a programme, and what stands around each of them.

Here is asked what only the lines themselves can tell: whether rooms stand above what is in them,
whether an hour follows, whether a line begins anything. Nothing is put under anything yet.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from runofshow.formats.programme_said import Said, is_heading
from runofshow.formats.programme_standing import (
    describes,
    is_tight,
    line_alike,
    shouted_headings,
)
from runofshow.formats.words import programme as words

_NEAR: Final = 8
"""So many lines may stand between a heading and the hours that it heads."""


class Around:
    """The lines `said`, and how they stand to one another.

    `hours` is whether any has hours, `last_timed` the last that does; `tight` whether hours follow
    one another without a gap; `rooms_above` whether rooms head what is in them rather than stand
    below each; `loose` whether what belongs to points stands below them without a point.
    """

    def __init__(self, said: Sequence[Said]) -> None:
        self.said = said
        timed = [index for index, one in enumerate(said) if one.timed or one.table]
        self.hours = bool(timed)
        self.last_timed = timed[-1] if timed else len(said)
        self.tight = is_tight(said, timed)
        self.rooms_above = self._rooms_stand_above()
        self.loose = any(
            one.timed
            and one.line.level
            and below.sort in ("text", "label")
            and not below.line.level
            for one, below in pairwise(said[: self.last_timed + 1])
        )
        self._shouted = shouted_headings(said)

    def after(self, index: int) -> Said | None:
        """The line below."""
        return self.said[index + 1] if index + 1 < len(self.said) else None

    def timed_after(self, index: int) -> bool:
        """Whether hours stand right below."""
        after = self.after(index)
        return after is not None and after.timed

    def heads(self, index: int) -> bool:
        """Whether the line looks like a heading of hours."""
        one = self.said[index]
        return is_heading(one) or self.shouted(index) or self._says_programme(index)

    def shouted(self, index: int) -> bool:
        """Whether it is a heading in capitals, where other things are not in capitals."""
        return self.said[index] in self._shouted

    def hours_that_day(self, index: int) -> bool:
        """Whether hours stand below the day at `index`, before the next."""
        for one in self.said[index + 1 :]:
            if one.timed or one.table or one.sort == "day":
                return one.sort != "day"
        return False

    def title_after(self, index: int) -> str:
        """The text of the line after `index`, where that may be its title."""
        after = self.after(index)
        return after.text if after is not None and not after.timed else ""

    def text_after(self, index: int) -> bool:
        """Whether a title may still come below a room."""
        after = self.after(index)
        return after is not None and after.sort in ("text", "question", "prose")

    def people_after(self, index: int) -> bool:
        """Whether the line below says who."""
        after = self.after(index)
        return after is not None and after.sort == "text" and describes(after)

    def introduces(self, index: int) -> bool:
        """« Pour les nouveaux élèves : », and an hour follows."""
        one = self.said[index]
        plain = one.sort == "text" and not one.line.level and not is_heading(one)
        return plain and self.timed_after(index) and one.line.text.endswith(":")

    def among_points(self, index: int) -> bool:
        """Whether the line is a point, as the hours right below it are."""
        one, after = self.said[index], self.after(index)
        return bool(one.line.level) and after is not None and after.timed and line_alike(one, after)

    def next_timed(self, index: int) -> Said | None:
        """The item that follows the line `index`, if only what is said of it stands before."""
        for one in self.said[index + 1 : index + _NEAR]:
            if one.timed:
                return one
            if one.sort in ("day", "part", "outside"):
                return None
            heading = one.sort == "text" and is_heading(one)
            if heading or (one.sort == "text" and not describes(one)):
                return None
        return None

    def _says_programme(self, index: int) -> bool:
        """« Déroulé de la marche patriotique », below a gap and right above hours."""
        one, above = self.said[index], self.said[index - 1]
        apart = one.line.number - above.line.number > 1
        return apart and self.timed_after(index) and bool(words.PROGRAMME.match(one.text))

    def _rooms_stand_above(self) -> bool:
        rooms = [index for index, one in enumerate(self.said) if one.sort == "room"]
        above = sum(self.timed_after(index) for index in rooms)
        items = sum(one.timed for one in self.said)
        return above * 2 >= len(rooms) and len(rooms) * 2 <= items
