"""What the line in the place of the hands can ask, and how an answer is read. No Qt.

- A reading says what was understood, and which commands Enter and Ctrl+Enter would ask. Only
  Ctrl+Enter ever takes an item on air: clickers send Enter.
- A question is `about` a slot, the one on air or the one selected when it was opened. Should
  another be on air by then (the keypad's Enter is GO, also while typing), a question about what is
  on air asks nothing more.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import takewhile
from typing import Any, Final, NamedTuple

from runofshow.core import commands, times
from runofshow.core.board import Board, Row
from runofshow.core.commands import Command
from runofshow.core.misreadings import why_misread
from runofshow.core.plan import fresh_id
from runofshow.core.sentences import Sentence
from runofshow.core.times import ZERO, Misread, show_length
from runofshow.ui.operator import hasty
from runofshow.ui.operator.hasty import Item, Moment
from runofshow.ui.operator.seeking import sought
from runofshow.ui.texts.window import WindowWords
from runofshow.ui.titles import brief

TITLE: Final = 40
"""How many letters of a title the line says."""
UNSAID: Final = 5 * times.MINUTE
"""The length of an item typed without one."""
NO_MORE: Final = frozenset({"-", "–", "0", "non", "no", "rien", "none"})
"""What takes an announcement back."""


class Reading(NamedTuple):
    """What was understood: `echo` says it; Enter asks `enter`, Ctrl+Enter asks `run`.

    `closes` and `stays` are what `run` does to other items; `shows` is a slot to be shown in the
    rundown, `match` which of the `matches` that the text may mean.
    """

    echo: str = ""
    enter: tuple[Command, ...] = ()
    run: tuple[Command, ...] = ()
    closes: str = ""
    stays: str = ""
    shows: str | None = None
    match: int = 1
    matches: int = 0


NOTHING: Final = Reading()
Reader = Callable[[str, "Asked"], Reading]


class Asked(NamedTuple):
    """What an answer is read against; `turn` counts how often another match was asked for."""

    board: Board
    words: WindowWords
    about: str | None = None
    turn: int = 0

    @property
    def moment(self) -> Moment:
        """Now, on the plan's day."""
        return Moment(self.board.now, self.board.date, self.board.zone)

    @property
    def on_air(self) -> str | None:
        """The slot on air."""
        return None if self.board.on_air is None else self.board.on_air.slot

    @property
    def row(self) -> Row | None:
        """The row that the question is about."""
        return None if self.about is None else self.board.slots.of(self.about)

    def at(self, instant: datetime) -> str:
        """An instant as a clock shows it, with its seconds when there are any."""
        zone, exact = self.board.zone, instant.second != 0
        return times.show_clock(instant, zone, self.words.language, seconds=exact)


class Question(NamedTuple):
    """What the line asks: its words in either language, and how an answer is read.

    `airing`: it is about what is on air. `runs`: Ctrl+Enter takes an item on air. `long`: the
    answer is words rather than a time. `announces`: "-" takes back what was announced. `named`:
    it is about a chosen item, whose number the label bears. `most`: how many letters an answer may
    have, as commands take them.
    """

    label: Callable[[WindowWords], str]
    hint: Callable[[WindowWords], str]
    read: Reader
    confirm: Callable[[WindowWords], str] = lambda words: words.confirm
    airing: bool = True
    runs: bool = False
    long: bool = False
    named: bool = False
    announces: bool = False
    most: int = 200

    def asks(self, asked: Asked) -> str:
        """The label, with the item's number where it is about a chosen one."""
        label = self.label(asked.words)
        return f"{asked.row.cue} {label}" if self.named and asked.row is not None else label

    def answer(self, text: str, asked: Asked) -> Reading:
        """What `text` means; never raises."""
        if self.airing and asked.on_air != asked.about:
            return Reading(_gone(asked))
        return self.read(text.strip(), asked) if text.strip() else NOTHING


def _gone(asked: Asked) -> str:
    """That another item is on air than when the question was opened."""
    return asked.words.moved_on.format(title=_name(asked.row) if asked.row else "–")


def _name(row: Row, most: int = TITLE) -> str:
    return f"{row.cue} {brief(row.title, most)}".strip()


# --- times of what is on air, and of what is to come ---------------------------------------------


def read_end_at(text: str, asked: Asked) -> Reading:
    """A time of day at which what is on air shall end."""
    try:
        civil = hasty.hour(text, asked.moment)
    except Misread as misread:
        return Reading(_misread(misread, asked, asked.words.no_time))
    instant, air = asked.moment.instant(civil), asked.board.on_air
    said = asked.words.echo_at.format(time=asked.at(instant))
    if air is not None and air.ends is not None:
        by = _by(instant, air.ends, times.minute_shown(air.ends, air.planned_end))
        said = f"{said}, {_change(by, asked.words)}"
    return Reading(said, (commands.Stretch(to=civil),))


def _by(to: datetime, ends: datetime, shown: datetime) -> timedelta:
    """How much an end at `to` gives: as the two hours shown differ, to the second within one."""
    as_shown = to - shown
    whole = not as_shown % times.MINUTE and as_shown
    return as_shown if whole else to - ends


def _misread(misread: Misread, asked: Asked, form: str) -> str:
    """The reason why an answer was refused, where it has one; else what can be written."""
    return why_misread(misread).text(asked.words.language) if misread.why else form


def _change(by: timedelta, words: WindowWords) -> str:
    if abs(by) < times.SECOND:
        return words.echo_same
    said = words.echo_give if by > ZERO else words.echo_take
    return said.format(length=_size(abs(by)))


def _size(length: timedelta) -> str:
    """A length in words, to the nearest second."""
    return show_length(times.half_up(length))


def read_will_end(text: str, asked: Asked) -> Reading:
    """When what is on air is announced to end."""
    if asked.about is None:  # it was ended while the line stood open
        return Reading(Sentence.of("nothing_on_air").text(asked.words.language))
    return _announced(text, asked, asked.about, "end")


def read_expected(text: str, asked: Asked) -> Reading:
    """When the chosen item is announced to begin."""
    if asked.row is None or asked.about is None:
        return Reading(asked.words.none_to_come)
    return _announced(text, asked, asked.about, "start")


def _announced(text: str, asked: Asked, slot: str, which: str) -> Reading:
    """An announced start or end, or that it is announced no more."""
    if text.lower() in NO_MORE:
        return Reading(asked.words.echo_unannounced, (_expect(slot, which, None),))
    try:
        civil = hasty.hour(text, asked.moment)
    except Misread as misread:
        return Reading(_misread(misread, asked, asked.words.no_time))
    instant = asked.moment.instant(civil)
    said = asked.words.echo_at.format(time=asked.at(instant))
    if instant <= asked.board.now:
        return Reading(f"{said}\u00a0: {asked.words.echo_past}")
    ahead = asked.words.in_length.format(length=_size(instant - asked.board.now))
    return Reading(f"{said}, {ahead}", (_expect(slot, which, civil),))


def _expect(slot: str, which: str, at: times.Civil | None) -> Command:
    if which == "end":
        return commands.Expect(slot=slot, end=at)
    return commands.Expect(slot=slot, start=at)


def read_began(text: str, asked: Asked) -> Reading:
    """How long ago what is on air began."""
    return _ago(text, asked, lambda ago: commands.Began(ago=ago))


def read_ended(text: str, asked: Asked) -> Reading:
    """How long ago what was last on air ended."""
    return _ago(text, asked, lambda ago: commands.Ended(ago=ago))


def _ago(text: str, asked: Asked, ask: Callable[[timedelta], Command]) -> Reading:
    try:
        ago = hasty.ago(text, asked.moment)
    except Misread as misread:
        return Reading(_misread(misread, asked, asked.words.no_ago))
    if not ZERO <= ago <= times.LONGEST:
        return Reading(asked.words.no_ago)
    since = asked.words.since_length.format(length=_size(ago))
    at = asked.words.echo_at.format(time=asked.at(asked.board.now - ago))
    return Reading(f"{since}, {at}", (ask(ago),))


def of_note(rev: int, board: Board) -> Question:
    """The words of the note that `rev` has stamped just now; without any it stays as it is."""
    at = (
        times.show_clock(board.now, board.zone, "fr"),
        times.show_clock(board.now, board.zone, "en"),
    )

    def label(words: WindowWords) -> str:
        return words.ask_note.format(time=at[0 if words.language == "fr" else 1])

    return Question(label, lambda w: w.hint_note, partial(_read_note, rev), airing=False, long=True,
                    most=2000)  # fmt: skip


def _read_note(rev: int, text: str, asked: Asked) -> Reading:
    title = "" if asked.row is None else _name(asked.row)
    return Reading(title or asked.words.echo_note, (commands.Note(text=text, of=rev),))


# --- an item that nobody planned -----------------------------------------------------------------


def read_insert(text: str, asked: Asked) -> Reading:
    """An item to be put next, or next and on air at once."""
    item, board, words = hasty.item(text, asked.moment), asked.board, asked.words
    slot = _slot(item, board, words)
    insert = insert_next(board, slot)
    go = commands.Go(slot=slot["id"])
    return Reading(_item_said(item, asked), (insert,), (insert, go), closes=_closes(asked))


def _slot(item: Item, board: Board, words: WindowWords) -> dict[str, Any]:
    """The JSON of the item; a length that nobody gave is a guess."""
    title = item.title[:1].upper() + item.title[1:] or words.unnamed
    used = {row.id for row in board.slots}
    slot: dict[str, Any] = {"id": fresh_id(title, used), "kind": item.kind.value}
    slot["title"] = title
    if item.end is not None:
        return slot | {"end": times.write_civil(item.end)}
    slot["duration"] = times.write_length(item.length or UNSAID)
    return slot if item.length else slot | {"guessed": ["duration"]}


def _item_said(item: Item, asked: Asked) -> str:
    words = asked.words
    if item.end is not None:
        size = words.echo_until.format(time=asked.at(asked.moment.instant(item.end)))
    else:
        size = show_length(item.length or UNSAID)
    if item.length is None and item.end is None:
        size = words.echo_guessed.format(length=size)
    title = brief(item.title[:1].upper() + item.title[1:], TITLE) or words.unnamed
    return words.echo_item.format(title=title, length=size)


def insert_next(board: Board, slot: dict[str, Any]) -> commands.Insert:
    """Put `slot` right after what is on air or was last, else before the first."""
    position = _position(board)
    if position is not None:
        return commands.Insert(slot=slot, after=position)
    if board.next is not None:
        return commands.Insert(slot=slot, before=board.next.slot)
    return commands.Insert(slot=slot, into=None)


def _position(board: Board) -> str | None:
    """The slot on air, else the one that was last."""
    if board.on_air is not None:
        return board.on_air.slot
    aired = [row for row in board.slots if row.leaf and row.started is not None]
    return max(aired, key=_started).id if aired else None


def _started(row: Row) -> datetime:
    assert row.started is not None
    return row.started


# --- an item elsewhere ---------------------------------------------------------------------------


def read_jump(text: str, asked: Asked) -> Reading:
    """An item to be shown, or to be taken on air now; those in between stay to come."""
    found = sought(asked.board.slots, text)
    if not found:
        return Reading(asked.words.not_found)
    match = asked.turn % len(found)
    row = found[match]
    said = [_name(row), ", ".join(speaker.name for speaker in row.speakers[:2])]
    said.append("" if row.duration is None else show_length(row.duration))
    echo = " · ".join(part for part in said if part)
    go = (commands.Go(slot=row.id),)
    stays = passed_over(asked.board, row.id, asked.words)
    return Reading(echo, (), go, _closes(asked), stays, row.id, match + 1, len(found))


def _closes(asked: Asked) -> str:
    air = asked.board.on_air
    return "" if air is None else asked.words.closes.format(cue=air.cue)


def passed_over(board: Board, slot: str, words: WindowWords) -> str:
    """The items that stay to come when `slot` is run before them; empty when there is none."""
    cues = list(_before(board.slots, slot))
    if not cues:
        return ""
    if len(cues) == 1:
        return words.stays.format(cue=cues[0])
    last = f"{words.up_to} {cues[-1]}" if len(cues) > 2 else f"{words.and_} {cues[-1]}"
    return words.stay.format(cues=f"{cues[0]} {last}")


def _before(rows: Sequence[Row], slot: str) -> Iterator[str]:
    """The cues of the leaves to come before `slot`; none when it is not to come itself."""
    coming = [row for row in rows if row.leaf and row.status in ("next", "to_come")]
    if any(row.id == slot for row in coming):
        yield from (row.cue for row in takewhile(lambda row: row.id != slot, coming))


# --- the questions -------------------------------------------------------------------------------

END_AT: Final = Question(lambda w: w.ask_end_at, lambda w: w.hint_time, read_end_at)
WILL_END: Final = Question(
    lambda w: w.ask_will_end, lambda w: w.hint_time, read_will_end, announces=True
)
EXPECTED: Final = Question(
    lambda w: w.ask_expected, lambda w: w.hint_time, read_expected,
    airing=False, named=True, announces=True,
)  # fmt: skip
BEGAN: Final = Question(lambda w: w.ask_began, lambda w: w.hint_ago, read_began)
ENDED: Final = Question(lambda w: w.ask_ended, lambda w: w.hint_ago, read_ended)
INSERT: Final = Question(
    lambda w: w.ask_insert, lambda w: w.hint_insert, read_insert, lambda w: w.insert,
    airing=False, runs=True, long=True,
)  # fmt: skip
JUMP: Final = Question(
    lambda w: w.ask_jump, lambda w: w.hint_jump, read_jump, lambda w: w.show_it,
    airing=False, runs=True, long=True,
)  # fmt: skip
QUESTIONS: Final = {
    "end_at": END_AT,
    "will_end": WILL_END,
    "expected": EXPECTED,
    "began": BEGAN,
    "ended": ENDED,
    "insert_next": INSERT,
    "jump": JUMP,
}
"""The questions by the name of the action that asks them."""
