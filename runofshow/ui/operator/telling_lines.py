"""What the recovery card says of who is to be told, once a plan is applied. No Qt."""

from typing import Final, NamedTuple

from runofshow.core.board import Board, Row
from runofshow.core.telling import Telling
from runofshow.core.times import SECOND
from runofshow.ui.icons import Icon
from runofshow.ui.names import family_name, short_name
from runofshow.ui.operator.hard_times import clock, said, short_title
from runofshow.ui.operator.recovery_lines import Head
from runofshow.ui.operator.rundown_rows import shown_length
from runofshow.ui.texts.recovery import RecoveryWords

LINGERS: Final = 20 * SECOND
"""How long the list stays once everybody has been told."""


class TellingLine(NamedTuple):
    """Somebody to tell: `names` from the longest to the shortest way to say who; what; told.

    `brief` says what in fewer letters, for where a name would be cut.
    """

    slot: str
    who: str | None
    cue: str
    names: tuple[str, ...]
    title: str
    what: str
    brief: str
    at: str
    told: bool
    tip: str


def telling(board: Board) -> tuple[Telling, ...]:
    """Who is to be told; nobody once all have been for a while."""
    lines = board.telling
    last = max((each.at for each in lines if each.at is not None), default=None)
    done = all(each.told for each in lines)
    return () if done and last is not None and board.now - last >= LINGERS else lines


def head(lines: tuple[Telling, ...], words: RecoveryWords, key: str) -> Head:
    """What the head says: how many are left to tell, and the key that ticks the next."""
    left = sum(not each.told for each in lines)
    if not left:
        return Head(Icon.GOOD, "ok", words.all_told, words.all_told, "", "", "", "")
    text = words.telling_one if len(lines) == 1 else words.telling
    title = said(words, text, left=left, count=len(lines))
    return Head(Icon.PERSON, "sec", title, title, said(words, words.told_key, key=""), key, "", "")


def lines(board: Board, words: RecoveryWords) -> tuple[TellingLine, ...]:
    """A line for everybody who is to be told."""
    return tuple(_line(board, each, board.slots.known(each.slot), words) for each in telling(board))


def _line(board: Board, each: Telling, row: Row, words: RecoveryWords) -> TellingLine:
    title = short_title(row.title) or row.cue
    names: tuple[str, ...] = (title,)
    if each.who:
        names = each.who, short_name(each.who), family_name(each.who)
    if each.on_air:
        names = (words.on_stage,)
    at = clock(board, row.end_shown if each.on_air else row.start_shown, words)
    what = _what(each, words)
    tip = said(words, words.tick_tip, who=f"{row.cue} {title}, {names[0]}", what=f"{what}, {at}")
    beside = "" if names == (title,) else title
    at = "" if each.length is None else at
    return TellingLine(
        each.slot,
        each.who or None,
        row.cue,
        names,
        beside,
        what,
        _brief(each, words),
        at,
        each.told,
        tip,
    )


def _what(each: Telling, words: RecoveryWords) -> str:
    if each.length is None:
        return words.left_out
    length = shown_length(each.length, small=True)
    if each.length == each.was:
        return words.given_back.format(length=length)
    return words.new_length.format(was=shown_length(each.was, small=True), length=length)


def _brief(each: Telling, words: RecoveryWords) -> str:
    """The new length alone."""
    if each.length is None:
        return words.left_out
    return words.new_length_brief.format(length=shown_length(each.length, small=True))
