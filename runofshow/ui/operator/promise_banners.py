"""What the banner line says of promises: a plan previewed or applied, an hour agreed, one broken.

- A change by hand that breaks, skips or moves a promise is told at once, with its undo where it was
  an edit of the plan; a tick that breaks one is the recovery card's to tell.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from runofshow.core import commands
from runofshow.core.board import Board, BoardPromise
from runofshow.core.catchup import Recovery
from runofshow.core.times import ZERO, show_length
from runofshow.ui.icons import Icon
from runofshow.ui.operator import hard_times, key_names
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.texts import Words, words
from runofshow.ui.texts.recovery import RecoveryWords

PREVIEW: Final = "preview"
APPLIED: Final = "applied"
GIVEN_BACK: Final = "given_back"
AGREED: Final = "agreed"
BROKEN: Final = "promise_broken"


def _say(text: str, /, **facts: object) -> "_Said":
    return _Said(text, facts)


class _Said:
    """One of the texts with its facts, in whatever language is asked for."""

    def __init__(self, name: str, facts: dict[str, object]) -> None:
        self._name, self._facts = name, facts

    def __call__(self, language: str) -> str:
        own = words(language).recovery
        facts = {name: fact(own) if callable(fact) else fact for name, fact in self._facts.items()}
        return hard_times.said(own, getattr(own, self._name), **facts)


def previewing(plan: Recovery, number: int, said: Words) -> Banner:
    """That a plan, the one of this number from 0, is previewed and not applied."""
    chosen = said.window.chosen_keys
    choices = (
        Choice(_say("apply"), None, "apply"),
        Choice(lambda language: words(language).window.leave, None, "leave"),
    )

    def rest(language: str) -> str:
        said = words(language).with_keys(chosen)
        key = key_names.cap(f"plan_{number + 1}", said.window)
        return said.recovery.preview_rest.format(key=key)

    text = _say("preview", name=lambda own: getattr(own.plans, plan.plan))
    return Banner(PREVIEW, "note", text, choices, Icon.WAIT, None, rest, answer=True)


def applied(command: commands.CatchUp, said: Words) -> Banner:
    """That a plan was applied, and how it is undone."""
    chosen = said.window.chosen_keys

    def rest(language: str) -> str:
        said = words(language).with_keys(chosen)
        return said.recovery.undo_hint.format(key=key_names.cap("undo", said.window))

    text = _say("applied", name=lambda own: getattr(own.plans, command.plan))
    return Banner(APPLIED, "note", text, (), Icon.DONE, 12, rest, answer=True)


def undo_gone(before: Board, after: Board) -> bool:
    """Whether undo no longer takes back the plan that it would have: then nothing says so."""
    was = before.undo
    return was is not None and was.code == "did_catch_up" and after.undo != was


def given_back(by: commands.Stretch) -> Banner:
    """That undoing a plan has given back what it took on air, too."""
    length = show_length(abs(by.by or ZERO))
    return Banner(GIVEN_BACK, "note", _say("restored_banner", length=length), (), Icon.RECALL, 12,
                  answer=True)  # fmt: skip


def agreed(board: Board, command: commands.Agree) -> Banner | None:
    """That another hour was agreed for a promise, and how to go back to the one first promised."""
    found = _promise(board, command.promise)
    if found is None or command.time is None:
        return None
    due, printed = found.standing.due, hard_times.printed_hour(board, found)

    def clock(moment: datetime | None) -> object:
        return lambda own: hard_times.clock(board, moment, own)

    back = Choice(
        _say("back_to", due=clock(printed)), commands.Agree(promise=command.promise, time=None)
    )
    text = _say("agreed_banner", name=_name(board, found), time=clock(due), due=clock(printed))
    return Banner(AGREED, "note", text, (back,), Icon.PHONE, 20, answer=True)


def _promise(board: Board, of: commands.PromiseOf) -> BoardPromise | None:
    wanted = (of.slot, of.of)
    return next((each for each in board.promises if each.standing.promise == wanted), None)


def _name(board: Board, promise: BoardPromise) -> object:
    def name(own: RecoveryWords) -> str:
        said = hard_times.name_of(board, promise, own)
        return said[:1].upper() + said[1:]

    return name


def broken_by(before: Board, board: Board) -> Banner | None:
    """That what a hand just did breaks, skips or moves a promise; None when it does not."""
    same = (before.title, before.date) == (board.title, board.date)
    walked = board.redo is not None and board.redo != before.redo  # by undo: it is known
    if board.finished or before.rev == board.rev or walked or not same:
        return None
    return next(_changes(before, board), None)


def _changes(before: Board, board: Board) -> Iterator[Banner]:
    was = {each.standing.promise: each for each in before.promises}
    for each in board.promises:
        stands, former = each.standing, was.get(each.standing.promise)
        if former is None or former.standing.due is None:
            continue
        had = former.standing

        def clock(moment: datetime | None) -> object:
            return lambda own: hard_times.clock(board, moment, own)

        name = _plain_name(board, each)
        if stands.expected is None and had.expected is not None:
            yield _told(before, board, _say("skipped_banner", time=clock(had.due), name=name))
        elif not had.at_risk and stands.at_risk:
            late = hard_times.minutes(stands.late or ZERO)
            text = _say("broken_banner", time=clock(stands.due), name=name, length=late)
            yield _told(before, board, text)
        elif stands.due != had.due and not (stands.agreed or had.agreed):
            text = _say("moved_banner", time=clock(stands.due), due=clock(had.due), name=name)
            yield _told(before, board, text)


def _plain_name(board: Board, promise: BoardPromise) -> object:
    return lambda own: hard_times.name_of(board, promise, own)


def _told(before: Board, board: Board, text: _Said) -> Banner:
    """The banner, with the undo of what did it when that was an edit of the plan."""
    edited = board.undo is not None and board.undo != before.undo and board.gesture is None
    undo = (Choice(_say("undo"), commands.Undo()),) if edited else ()
    return Banner(BROKEN, "watch", text, undo, Icon.FIRM, 20, answer=edited)
