"""Who turns out to be absent from a panel: what becomes of the share, to be chosen.

By rule 37 the others share the time given back; the item may be shortened by it instead, by a
stretch of what is on air or an edit of what is to come. Nothing is asked again once the item is
over, or the absent one has come.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import NamedTuple

from runofshow.core import commands
from runofshow.core.board import Board, Row
from runofshow.core.panel import present
from runofshow.core.plan import Kind
from runofshow.core.times import ZERO, half_up, show_length, write_length
from runofshow.ui.icons import Icon
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.texts.panel import panel_words


class Absence(NamedTuple):
    """Somebody who is absent now and was not: of which slot, how long the share was.

    `shorten` is the command that takes the share off the item's length; None for one to come that
    ends at a set time.
    """

    slot: str
    number: int
    name: str
    title: str
    share: timedelta
    shorten: commands.Command | None

    @property
    def key(self) -> str:
        """The name of the banner that tells of it."""
        return f"absent {self.slot} {self.number}"


def absences(before: Board, after: Board) -> Iterator[Absence]:
    """Those who became absent between two boards, from a panel on air or to come.

    Only by the last gesture: two boards may be of two shows, a rehearsal's and the live one.
    """
    last = after.gesture
    if last is None or last == before.gesture or last.said.code != "did_absent":
        return
    rows = {row.id: row for row in after.slots if row.known and _open(after, row)}
    for was in before.slots:
        row = rows.get(was.id)
        if row is not None and row.known != was.known and row.speakers == was.speakers:
            yield from _gone(before, was, row)


def stands(board: Board, absence: Absence) -> bool:
    """Whether it is still to be chosen: the item is not over, and who was absent still is."""
    for row in board.slots:
        if row.id == absence.slot and _open(board, row):
            people = present(row.speakers, row.known)
            return (
                len(people) >= absence.number
                and row.speakers[absence.number - 1].name == absence.name
                and people[absence.number - 1].state == "absent"
            )
    return False


def _open(board: Board, row: Row) -> bool:
    """Whether it is a panel, or shared as one, on air or to come."""
    if row.status not in ("on_air", "next", "to_come") or not row.leaf:
        return False
    air = board.on_air
    return row.kind is Kind.PANEL or (air is not None and air.slot == row.id and bool(air.shares))


def _gone(before: Board, was: Row, row: Row) -> Iterator[Absence]:
    there = zip(present(was.speakers, was.known), present(row.speakers, row.known), strict=True)
    for number, (then, now) in enumerate(there, start=1):
        if now.state == "absent" and then.state != "absent":
            share = _share(before, was, number)
            if share:
                name, title = row.speakers[number - 1].name, row.title or row.cue
                yield Absence(row.id, number, name, title, share, _shorten(row, share))


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


def banner(absence: Absence, title: str) -> Banner:
    """What the régie chooses from; `title` is the slot's, as briefly as a banner says it."""
    facts = {"name": absence.name, "title": title, "length": show_length(absence.share)}

    def told(name: str) -> Callable[[str], str]:
        return lambda language: str(getattr(panel_words(language), name)).format(**facts)

    given_back = Choice(told("give_back"))
    choices = (Choice(told("shorten"), absence.shorten), given_back) if absence.shorten else ()
    return Banner(
        absence.key, "watch", told("gone"), choices or (given_back,), Icon.PERSON,
        rest=told("gone_part"), answer=True,
    )  # fmt: skip
