"""The lines of the sheet of a revised programme: slot by slot, what changes. No Qt."""

from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Final, Literal, NamedTuple

from runofshow.core.change import Change
from runofshow.core.revision import Revision
from runofshow.core.sentences import Fact, written
from runofshow.core.times import show_hour
from runofshow.ui.operator.spans import Tone
from runofshow.ui.texts.revision import RevisionWords

ALIKE: Final = 24
"""How many letters two texts must have alike for these to be left out."""
Tick = Literal["on", "off", "fixed"]


class SlotLine(NamedTuple):
    """The slot that the lines below it are about: its hour, cue and title."""

    hour: str
    cue: str
    title: str


class ChangeLine(NamedTuple):
    """One change: what it is of, before, after, why it is not simply proposed.

    `lacking`: it is ticked, but something it needs is not, so that it would not be made.
    """

    key: str
    tick: Tick
    label: str
    before: str
    after: str
    why: str
    tone: Tone
    lacking: bool
    tip: str


Line = SlotLine | ChangeLine


def lines(revision: Revision, accepted: Collection[str], words: RevisionWords) -> tuple[Line, ...]:
    """All lines, in the order of their programme."""
    taken = {change.key for change in revision.taken(accepted)}
    made: list[Line] = []
    for _, changes in groupby(revision.changes, lambda each: (each.slot, each.title)):
        those = list(changes)
        made.append(_slot(revision, those[0], words))
        made += (_change(each, accepted, taken, words) for each in those)
    return tuple(made)


def _slot(revision: Revision, change: Change, words: RevisionWords) -> SlotLine:
    if change.slot is None:
        return SlotLine("", "", words.day)
    at = revision.hours.get(change.slot)
    hour = "" if at is None else show_hour(at.hour, at.minute, words.language)
    outline = revision.show.outline
    known = change.slot in outline.at and change.what != "shift"
    cue = revision.show.reference.cue(outline.by_id[change.slot].slot) if known else ""
    return SlotLine(hour, cue, change.title)


def _change(
    change: Change, accepted: Collection[str], taken: Collection[str], words: RevisionWords
) -> ChangeLine:
    language = words.language
    on = change.key in accepted
    tick: Tick = "fixed" if change.stands == "fixed" else "on" if on else "off"
    why = "" if change.why is None else change.why.text(language)
    before = "" if change.what == "title" else _said(change.before, language)
    said = change.said.text(language)
    return ChangeLine(
        *(change.key, tick, change.label.text(language)),
        *apart(before, _said(change.after, language)),
        why,
        "amber" if change.stands == "asked" else "quiet",
        tick == "on" and change.key not in taken,
        f"{said} ({why})" if why else said,
    )


def apart(before: str, after: str) -> tuple[str, str]:
    """Two texts without the many words that they begin, or end, with alike: where they differ."""
    was, now = before.split(), after.split()
    least = min(len(was), len(now)) - 1
    begin = next((at for at in range(least) if was[at] != now[at]), max(0, least))
    if len(" ".join(was[:begin])) < ALIKE:
        begin = 0
    least -= begin
    end = next((at for at in range(least) if was[-1 - at] != now[-1 - at]), max(0, least))
    if len(" ".join(was[len(was) - end :])) < ALIKE:
        end = 0
    return _middle(was, begin, end), _middle(now, begin, end)


def _middle(words: list[str], begin: int, end: int) -> str:
    kept = words[begin : len(words) - end]
    return " ".join((*["…"] * (begin > 0), *kept, *["…"] * (end > 0)))


def _said(fact: Fact, language: str) -> str:
    return " ".join(written(fact, language).split())


def ticked(made: Collection[Line]) -> Iterator[ChangeLine]:
    """The lines that can be ticked."""
    return (line for line in made if isinstance(line, ChangeLine) and line.tick != "fixed")
