"""What the timeline says of an item, of a gap, and of an end that is drawn. No painting."""

from datetime import datetime
from typing import NamedTuple, assert_never

from runofshow.core.board import Board, Row
from runofshow.core.sentences import Sentence
from runofshow.core.times import show_clock, show_length
from runofshow.ui.operator.consequences import consequences
from runofshow.ui.operator.lengthening import Bar, Drawn
from runofshow.ui.operator.timeline_day import Mark
from runofshow.ui.operator.timeline_places import Gap
from runofshow.ui.texts import Words
from runofshow.ui.texts.timeline import TimelineWords, timeline_words
from runofshow.ui.titles import brief

TITLE = 24
"""How many letters of a title are said while its end is drawn."""


class Saying(NamedTuple):
    """What is drawn, in words; what comes of it; whether that needs a second look."""

    text: str
    then: str
    warns: bool


def tip_of(row: Row, board: Board, words: TimelineWords, wide: bool = True) -> str:
    """What a pointer resting on an item is told: its name, its hours, its length.

    `wide`: there is room to take hold of its end.
    """
    lines = [f"{row.cue} {row.title}".strip(), ", ".join(_hours(row, board, words))]
    if row.duration is not None:
        said = [words.tip_length.format(length=show_length(row.duration))]
        if not row.slot.cuttable:
            said.append(words.tip_fixed)
        elif row.minimum is not None and row.minimum < row.duration:
            said.append(words.tip_floor.format(length=show_length(row.minimum)))
        lines.append(", ".join(said))
    if row.status not in ("done", "skipped") and row.slot.cuttable:
        lines.append(words.tip_draw if wide else words.tip_closer)
    return "\n".join(line for line in lines if line)


def line_of(row: Row, board: Board, words: TimelineWords) -> str:
    """An item in one line, its title brief, for the keys to stand whole beside it."""
    named = f"{row.cue} {brief(row.title, TITLE)}".strip()
    return " · ".join(filter(None, (named, ", ".join(_hours(row, board, words)))))


def _hours(row: Row, board: Board, words: TimelineWords) -> list[str]:
    said = []
    if row.planned_start is not None and row.planned_end is not None:
        said.append(_between(words.tip_planned, row.planned_start, row.planned_end, board, words))
    if row.started is not None and row.ended is not None:
        form = words.tip_was
    else:
        form = words.tip_expected
    if row.start_shown is not None and row.end_shown is not None:
        said.append(_between(form, row.start_shown, row.end_shown, board, words))
    return said


def _between(
    text: str, start: datetime, end: datetime, board: Board, words: TimelineWords
) -> str:  # fmt: skip
    first, last = (show_clock(at, board.zone, words.language) for at in (start, end))
    return text.format(start=first, end=last)


def mark_tip(mark: Mark, board: Board, words: TimelineWords) -> str:
    """What a pointer resting on a hard time is told."""
    stands = {"kept": words.kept, "agreed": words.agreed, "at_risk": words.at_risk,
              "lost": words.lost}[mark.firm]  # fmt: skip
    if mark.expected is None:
        return f"{mark.text}\n{stands}"
    at = show_clock(mark.expected, board.zone, words.language)
    return f"{mark.text}\n{stands}, {words.mark_expected.format(time=at)}"


def gap_tip(gap: Gap, board: Board, words: TimelineWords) -> str:
    """What a pointer resting on a gap or an overlap is told."""
    between = gap.between
    text = words.overlap if gap.kind == "overlap" else words.gap
    text = text.replace("{length}", gap.text)
    return _between(text, between.first, between.last, board, words)


def refusal(bar: Bar, title: str, words: TimelineWords) -> str:
    """Why the end of an item is not to be drawn."""
    named = brief(title, TITLE)
    match bar:
        case "done":
            return words.done.format(title=named)
        case "skipped":
            return words.skipped.format(title=named)
        case "fixed":
            return words.fixed.format(title=named)
        case _:
            assert_never(bar)


def saying(held: Drawn, before: Board, after: Board | Sentence | None, words: Words) -> Saying:
    """An end as it is drawn, and what the show would make of it."""
    own, row = timeline_words(words.language), held.row
    named = {"cue": row.cue, "title": brief(row.title, TITLE)}
    text = _drawn(held, before, own, named)
    if isinstance(after, Sentence):
        return Saying(text, after.text(words.language), warns=True)
    then = "" if after is None or not held.by else consequences(before, after, words.window)[0]
    if held.short and row.minimum is not None:
        short = own.too_short.format(floor=show_length(row.minimum))
        return Saying(text, ", ".join(part for part in (short, then) if part), warns=True)
    return Saying(text, then, warns=False)


def _drawn(held: Drawn, board: Board, own: TimelineWords, named: dict[str, str]) -> str:
    if not held.by:
        return own.unchanged.format(was=show_length(held.was), **named)
    if held.set_end is not None:
        was, end = (
            show_clock(at, board.zone, own.language)
            for at in (held.set_end, held.set_end + held.by)
        )
        return own.drawing_end.format(was=was, end=end, **named)
    was, length = show_length(held.was), show_length(held.length)
    return own.drawing.format(was=was, length=length, **named)
