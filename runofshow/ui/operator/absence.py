"""Who turns out to be absent: what becomes of the item, to be chosen.

- Somebody else may speak instead. By rule 37 the others of a panel share the time given back; it
  may be shortened by it instead, by a stretch of what is on air or an edit of what is to come. What
  nobody is left for may be skipped.
- Nothing is asked again once the item is over, or the absent one has come.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Final, NamedTuple

from runofshow.core import commands
from runofshow.core.board import Board, Row
from runofshow.core.panel import present
from runofshow.core.plan import Kind
from runofshow.core.times import ZERO, half_up, show_length, write_length
from runofshow.ui import names
from runofshow.ui.icons import Icon
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.texts.panel import PanelWords, panel_words
from runofshow.ui.texts.people import PeopleWords, people_words
from runofshow.ui.titles import brief

REPLACE: Final = "replace"
"""The name of the choice that asks who speaks instead."""


class Absence(NamedTuple):
    """Somebody who is absent now and was not: of which slot, how long the share was, if any.

    `shorten` is the command that takes the share off the item's length; None for one to come that
    ends at a set time. `alone`: nobody else speaks, and it is to come.
    """

    slot: str
    number: int
    name: str
    title: str
    share: timedelta
    shorten: commands.Command | None
    alone: bool = False
    cue: str = ""

    @property
    def key(self) -> str:
        """The name of the banner that tells of it."""
        return f"absent {self.slot} {self.number}"


def absences(before: Board, after: Board) -> Iterator[Absence]:
    """Those who became absent between two boards, from an item on air or to come.

    Only by the last gesture: two boards may be of two shows, a rehearsal's and the live one.
    """
    last = after.gesture
    if last is None or last == before.gesture or last.said.code != "did_absent":
        return
    rows = {row.id: row for row in after.slots if row.known and _open(row)}
    for was in before.slots:
        row = rows.get(was.id)
        if row is not None and row.known != was.known and row.speakers == was.speakers:
            yield from _gone(before, was, row)


def stands(board: Board, absence: Absence) -> bool:
    """Whether it is still to be chosen: the item is not over, and who was absent still is."""
    for row in board.slots:
        if row.id == absence.slot and _open(row):
            people = present(row.speakers, row.known)
            return (
                len(people) >= absence.number
                and row.speakers[absence.number - 1].name == absence.name
                and people[absence.number - 1].state == "absent"
            )
    return False


def _open(row: Row) -> bool:
    """Whether it is an item on air or to come."""
    return row.leaf and row.status in ("on_air", "next", "to_come")


def _shared(board: Board, row: Row) -> bool:
    """Whether it is a panel, or shared as one."""
    air = board.on_air
    return row.kind is Kind.PANEL or (air is not None and air.slot == row.id and bool(air.shares))


def _gone(before: Board, was: Row, row: Row) -> Iterator[Absence]:
    now = present(row.speakers, row.known)
    nobody = all(there.state == "absent" for there in now)
    for number, (then, there) in enumerate(
        zip(present(was.speakers, was.known), now, strict=True), start=1
    ):
        if there.state == "absent" and then.state != "absent":
            share = _share(before, was, number) if _shared(before, was) else ZERO
            name, title = row.speakers[number - 1].name, row.title or row.cue
            shorten = _shorten(row, share) if share and not nobody else None
            alone = nobody and row.status != "on_air"
            yield Absence(row.id, number, name, title, share, shorten, alone, row.cue)


def _share(board: Board, row: Row, number: int) -> timedelta:
    """What that one was to speak: on air, of the length with what was given or taken."""
    air = board.on_air
    if air is not None and air.slot == row.id:
        return next((own.share for own in air.shares if own.number == number), ZERO)
    return row.parts[number - 1] or ZERO


def _shorten(row: Row, share: timedelta) -> commands.Command | None:
    """The item shorter by `share`, in whole seconds."""
    by = half_up(share)
    if row.status == "on_air":
        return commands.Stretch(by=-by)
    if row.duration is None or row.elastic:
        return None
    length = write_length(max(ZERO, row.duration - by))
    return commands.Edit(slot=row.id, set={"duration": length})


def banner(absence: Absence, most: int) -> Banner:
    """What the régie chooses from: the title in at most so many letters, else the cue."""
    title = brief(absence.title, most)
    facts = {
        "name": names.short_name(absence.name),
        "title": absence.cue if absence.cue and title.endswith("…") else title,
        "length": show_length(absence.share),
    }

    def told(words: Callable[[str], PanelWords | PeopleWords], name: str) -> Callable[[str], str]:
        return lambda language: str(getattr(words(language), name)).format(**facts)

    replace = Choice(told(people_words, "replace"), None, REPLACE)
    skip = Choice(told(people_words, "skip"), commands.Skip(slot=absence.slot))
    shorten = Choice(told(panel_words, "shorten"), absence.shorten)
    shared = absence.share and not absence.alone
    keep = Choice(told(panel_words, "give_back") if shared else told(people_words, "keep"))
    choices = (
        *((shorten,) if absence.shorten else ()),
        replace,
        *((skip,) if absence.alone else ()),
        keep,
    )
    rest = told(panel_words, "gone_part") if shared else ""
    if absence.alone:
        rest = told(people_words, "alone")
    gone = told(panel_words, "gone")
    return Banner(absence.key, "watch", gone, choices, Icon.PERSON, rest=rest, answer=True)
