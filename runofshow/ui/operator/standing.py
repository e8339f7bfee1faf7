"""What the live card says of a board: the item, what is counted, what GO would take. No Qt.

- On air the time left is counted; before and between, the time to the next item's start, then the
  time it has waited.
- The time left rounds up, the overrun rounds down (timing.md, rule 13).
- Ten minutes into an overrun the sign goes from the digits to the plate, as on the stage.
"""

from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple

from runofshow.core.board import Board, Next, OnAir
from runofshow.core.log import Presence
from runofshow.core.plan import Kind, Speaker
from runofshow.core.times import (
    MINUTE,
    ZERO,
    minute_shown,
    show_clock,
    show_countdown,
    show_length,
    whole_left,
)
from runofshow.ui.icons import Icon
from runofshow.ui.operator.key_names import cap
from runofshow.ui.texts.window import WindowWords

Mood = Literal["live", "held", "waiting", "due", "over_day"]
Tone = Literal["normal", "warning", "danger", "over", "held", "due"]
DUE_AFTER = MINUTE / 2
"""An item waits half a minute before the window calls it due: less is on time (rule 19)."""


UNKNOWN: Final = Presence()


class Track(NamedTuple):
    """The progress bar in shares of its length: what has run, and the phases still marked."""

    run: float
    marks: tuple[float, ...]


class Standing(NamedTuple):
    """All that the live card shows. Texts are as shown, empty when there is none.

    `digits` has no sign; `signed` says that one stands before them. `plate` is the phase's word,
    `beside` what stands there when there is none. `hour` follows `hour_word`; `planned` follows it.
    """

    mood: Mood
    state: str
    cue: str
    title: str
    names: tuple[str, ...]
    line: str
    digits: str
    signed: bool
    tone: Tone
    plate: str
    beside: str
    hour_word: str
    hour: str
    planned: str
    track: Track | None


def standing(board: Board, words: WindowWords) -> Standing:
    """What the live card shows of `board` in the language of `words`."""
    if board.on_air is not None:
        return _on_air(board, board.on_air, words)
    if not board.slots:
        return _empty(words)
    if board.finished or (board.next is None and board.state != "before"):
        return _over(board, words)
    if board.next is None:
        return _nothing(board, words)
    return _waiting(board, board.next, words)


# --- on air ------------------------------------------------------------------------------------


def _on_air(board: Board, air: OnAir, words: WindowWords) -> Standing:
    seconds = whole_left(air.remaining)
    signed = seconds < 0 and -seconds < 600
    return Standing(
        mood="held" if air.holding else "live",
        state=words.held if air.holding else words.live,
        cue=air.cue,
        title=air.title,
        names=_names(air.there),
        line="",
        digits=show_countdown(seconds),
        signed=signed,
        tone="held" if air.holding else "normal" if _resting(air) else air.phase,
        plate=_plate(air, words, beyond=seconds < 0 and not signed),
        beside=_beside(board, air, words),
        hour_word=_hour_word(air, words),
        hour=_clock(board, air.end_shown, words),
        planned=_ends_instead(board, air, words),
        track=_track(air),
    )


def _hour_word(air: OnAir, words: WindowWords) -> str:
    """What its hour is: an end that is past was to be."""
    if air.kind is Kind.BREAK:
        return words.resumes
    return words.was_to_end if air.remaining < ZERO else words.ends


def _ends_instead(board: Board, air: OnAir, words: WindowWords) -> str:
    """When it is announced to end, else when it was planned to."""
    row = board.slots.of(air.slot)
    if row is not None and row.announced is not None:
        return _planned(board, row.announced, words.will_end_at, words)
    return _planned(board, air.planned_end, words.ends_planned, words)


def _ending(air: OnAir) -> bool:
    """Whether it is in its last minutes with nobody to be asked to conclude (a film)."""
    return air.phase in ("warning", "danger") and not air.kind.concludes


def _resting(air: OnAir) -> bool:
    """Whether it is a break with time left: nobody is asked to wrap up, as on the stage."""
    return air.kind is Kind.BREAK and air.phase != "over"


def _plate(air: OnAir, words: WindowWords, beyond: bool) -> str:
    if air.holding:
        return words.clock_held
    if _resting(air) or _ending(air):
        return ""
    match air.phase:
        case "normal":
            return ""
        case "warning":
            return words.wrap_up
        case "danger":
            return words.last_words
        case "over":
            return f"+ {words.time_up}" if beyond else words.time_up


def _beside(board: Board, air: OnAir, words: WindowWords) -> str:
    if air.held_since is not None:
        held = show_countdown(int((board.now - air.held_since).total_seconds()))
        return words.held_for.format(time=held)
    if _resting(air):
        return words.resting
    if _ending(air):
        return words.ends_soon
    if air.phase != "normal":
        return ""
    if not air.kind.concludes:
        return words.film if air.kind is Kind.FILM else words.changeover
    tail = _tail(air)
    warning_counts = air.warning > air.danger
    until = air.remaining - tail - (air.warning if warning_counts else air.danger)
    said = words.wrap_up_in if warning_counts else words.last_words_in
    return said.format(time=show_countdown(whole_left(max(until, ZERO))))


def _tail(air: OnAir) -> timedelta:
    return ZERO if air.questions is None or air.questions_open else air.questions


def _track(air: OnAir) -> Track:
    if air.length <= ZERO:
        return Track(1.0, ())
    left = timedelta(seconds=whole_left(air.remaining))  # so that it moves as the digits do
    share = min(1.0, max(0.0, 1 - left / air.length))
    if air.kind is Kind.BREAK:
        return Track(share, ())
    ends = sorted({air.warning + _tail(air), air.danger + _tail(air)}, reverse=True)
    marks = tuple(1 - end / air.length for end in ends if ZERO < end < air.length)
    return Track(share, marks)


# --- nothing on air ----------------------------------------------------------------------------


def _waiting(board: Board, coming: Next, words: WindowWords) -> Standing:
    before = board.state == "before"
    starts = _comes(board, coming)
    seconds = whole_left(starts - board.now)
    past, due = starts <= board.now, board.now - starts >= DUE_AFTER
    planned = coming.planned_start
    shown = minute_shown(starts, planned)
    moved = planned is not None and _clock(board, planned, words) != _clock(board, shown, words)
    signed = seconds < 0 and -seconds < 600
    return Standing(
        mood="due" if due else "waiting",
        state=words.before if before else words.between,
        cue="",
        title=board.title if before else words.next_is.format(title=coming.title),
        names=() if before else _names(coming.there),
        line=words.will_print if before else "",
        digits=show_countdown(seconds),
        signed=signed,
        tone="due" if due else "normal",
        plate=("+ " if seconds < 0 and not signed else "") + words.due if due else "",
        beside="" if due else words.countdown if seconds > 0 else words.count_up,
        hour_word=words.was_to_begin if past else words.begins,
        hour=_clock(board, planned if past and planned else shown, words),
        planned=_planned(board, planned, words.begins_planned, words) if moved and not past else "",
        track=None,
    )


def _comes(board: Board, coming: Next) -> datetime:
    """When its time comes or came: its hour, or later if it is announced or must wait for more.

    Nothing waits before what was last on air has ended: after that the count is of empty stage.
    """
    moments = [] if board.slots.ended is None else [board.slots.ended]
    if coming.planned_start is not None:
        moments.append(coming.planned_start)
    if coming.expected_start > board.now or not moments:
        moments.append(coming.expected_start)
    return max(moments)


def _empty(words: WindowWords) -> Standing:
    """There is nothing to run yet: how a programme is had."""
    return _bare(words.no_rundown, words.load_one.format(key=cap("open", words)), words.load_how)


def _nothing(board: Board, words: WindowWords) -> Standing:
    """There are sessions, or items left out, and nothing to run."""
    why = _why_nothing(board, words)
    return _bare(words.before, board.title, why[:1].upper() + why[1:])


def _why_nothing(board: Board, words: WindowWords) -> str:
    """Why no day can begin: no item is there, or each is skipped."""
    return words.skipped_to_go if any(row.leaf for row in board.slots) else words.empty_to_go


def _bare(state: str, title: str, line: str) -> Standing:
    """A card without a time."""
    return Standing(
        mood="waiting",
        state=state,
        cue="",
        title=title,
        names=(),
        line=line,
        digits="",
        signed=False,
        tone="normal",
        plate="",
        beside="",
        hour_word="",
        hour="",
        planned="",
        track=None,
    )


def _over(board: Board, words: WindowWords) -> Standing:
    if board.end_shown is None:  # closed, and nothing had been run
        return _bare(words.finished, board.title, words.day_closed)._replace(mood="over_day")
    return Standing(
        mood="over_day",
        state=words.finished if board.finished else words.after,
        cue="",
        title=board.title,
        names=(),
        line=words.day_closed if board.finished else words.all_done,
        digits=_clock(board, board.end_shown, words),
        signed=False,
        tone="normal",
        plate="",
        beside="",
        hour_word=words.day_ended,
        hour=_clock(board, board.end_shown, words),
        planned=_planned(board, board.planned_end, words.ended_planned, words),
        track=None,
    )


# --- GO ----------------------------------------------------------------------------------------


class Ahead(NamedTuple):
    """What GO names: the next item, what it needs, who speaks; or why there is none.

    `call` says who of them is still to be called, or absent (`pressing`), or when they were called;
    `call_brief` names one of several, where there is no room for all.
    """

    possible: bool
    cue: str
    title: str
    needs: str
    names: tuple[str, ...] = ()
    call: str = ""
    pressing: bool = False
    sign: Icon = Icon.PHONE
    call_brief: str = ""


def ahead(board: Board, words: WindowWords) -> Ahead:
    """What GO would take now."""
    if board.finished:
        return Ahead(False, "", words.nothing_to_go, words.closed_to_go)
    if board.next is None:
        before = board.state == "before"
        why = _why_nothing(board, words) if before else words.nothing_to_go_why
        return Ahead(False, "", words.nothing_to_go, why)
    coming = board.next
    needs = [need for _, need in coming.departments if need and need not in "-–"]
    found = Ahead(True, coming.cue, coming.title, " · ".join(needs), _names(coming.there))
    if all(there == UNKNOWN._replace(mic=there.mic) for there in coming.presence) and not any(
        call.slot == coming.slot for call in board.calls
    ):
        return found
    from runofshow.ui.operator.calls import beside  # when the first call comes

    said = beside(board, coming, words.language)
    return found._replace(
        call=said.text, pressing=said.urgent, sign=said.sign, call_brief=said.brief
    )


# --- small words -------------------------------------------------------------------------------


def length(value: timedelta) -> str:
    """A length in words, never with a sign."""
    return show_length(abs(value))


def _names(speakers: tuple[Speaker, ...]) -> tuple[str, ...]:
    return tuple(speaker.name for speaker in speakers)


def _clock(board: Board, moment: datetime | None, words: WindowWords) -> str:
    return "–" if moment is None else show_clock(moment, board.zone, words.language)


def _planned(board: Board, moment: datetime | None, said: str, words: WindowWords) -> str:
    return "" if moment is None else said.format(time=_clock(board, moment, words))
