"""What is said of calls: the banner, and a word beside the next item. No Qt.

- A call is raised once, calmly, in time: whom, with which microphone, for what, at what hour. It
  stands until it is answered or no longer holds; who is left of several is said anew.
- Beside the next item stands who is still to be called for it, else when they were, and who is
  absent.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from runofshow.core import commands
from runofshow.core.board import Board, Next
from runofshow.core.people import Call
from runofshow.core.plurals import counted
from runofshow.core.times import minute_shown, show_clock
from runofshow.ui import names
from runofshow.ui.icons import Icon
from runofshow.ui.operator import key_names
from runofshow.ui.operator.banner import Banner, Choice
from runofshow.ui.texts import words
from runofshow.ui.texts.people import PeopleWords, people_words
from runofshow.ui.titles import brief

MANY: int = 3
"""More people than these are named by those who can be said, and how many more."""


def key(call: Call) -> str:
    """The name of the banner of a call."""
    return f"call {call.slot}"


def banner(call: Call, board: Board, chosen: Mapping[str, tuple[str, ...]], most: int) -> Banner:
    """The banner of a call; `chosen` are the keys the régie has chosen, `most` letters a title."""

    def text(language: str) -> str:
        said = people_words(language)
        if not call.awaited:
            return said.call_nobody.format(title=brief(call.title, most))
        return said.call.format(who=whom(call, language))

    def rest(language: str) -> str:
        at = show_clock(_begins(call, board), board.zone, language)
        title = brief(call.title, most)
        return people_words(language).call_rest.format(cue=call.cue, title=title, time=at)

    def answer(language: str) -> str:
        cap = key_names.cap("answer", words(language).with_keys(chosen).window)
        return people_words(language).call_answer.format(key=cap)

    choices = [Choice(answer, commands.Called(slot=call.slot))]
    if len(call.awaited) == 1:
        who = call.awaited[0].number
        here = commands.Speaker(slot=call.slot, who=who, state="arrived")
        choices.append(Choice(lambda language: people_words(language).call_here, here))
    return Banner(key(call), "watch", text, tuple(choices), Icon.PHONE, None, rest)


def _begins(call: Call, board: Board) -> datetime:
    """The minute shown of when the called item begins."""
    there = board.slots.at(call.slot)
    return minute_shown(call.start, None if there is None else board.slots[there].planned_start)


def whom(call: Call, language: str, most: int = MANY) -> str:
    """Who is to be called, each with the microphone to wear: "G. GIL, HF 2".

    More than `most` are named by those who can be said, and how many more.
    """
    people = [
        f"{names.short_name(each.name)}, {each.mic}" if each.mic else names.short_name(each.name)
        for each in call.awaited
    ]
    if len(people) <= most:
        return " · ".join(people)
    said, named = words(language).window.and_others, people[: max(1, most - 1)]
    facts = {"names": " · ".join(named), "count": len(people) - len(named)}
    return counted(said, language, facts)


class Beside(NamedTuple):
    """What stands beside the next item; `urgent` while somebody is to be called, or absent.

    `brief` names one person where there is no room for all.
    """

    text: str
    urgent: bool = False
    sign: Icon = Icon.PHONE
    brief: str = ""


def beside(board: Board, coming: Next, language: str) -> Beside:
    """Who of the next item is to be called, or was called, or is absent."""
    said = people_words(language)
    call = next((call for call in board.calls if call.slot == coming.slot), None)
    if call is not None:
        who = whom(call, language) or brief(coming.title, 20)
        one = said.go_call.format(who=whom(call, language, 1)) if call.awaited else ""
        return Beside(said.go_call.format(who=who), urgent=True, brief=one)
    absent = _absent(coming, said)
    if absent:
        return Beside(absent, urgent=True, sign=Icon.BROKEN)
    heard = [there.called for there in coming.presence if there.called is not None]
    if heard and all(there.called or there.state == "ready" for there in coming.presence):
        return Beside(said.go_called.format(time=show_clock(max(heard), board.zone, language)))
    return Beside("")


def _absent(coming: Next, said: PeopleWords) -> str:
    who = [
        names.short_name(speaker.name)
        for speaker, there in zip(coming.speakers, coming.presence, strict=True)
        if there.state == "absent"
    ]
    return said.go_absent.format(who=", ".join(who)) if who else ""
