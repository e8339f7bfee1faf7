"""From how far each layout reads on a screen: the time, the word of a phase, a message, the rest.

- Letters read from 200 times the height of their capitals: the acuity factor of basic decision
  making in AVIXA V202.01 (DISCAS), `farthest viewer = image height × %element height × 200`. Such
  capitals are 17 minutes of arc high; ANSI/HFES 100-2007 asks for 16 at the least.
- What is measured is what would be painted: a day of ordinary length is laid out by the layout.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from math import floor
from typing import Final, NamedTuple

from PySide6 import QtCore

from runofshow.core.apply import apply
from runofshow.core.board import Board, board
from runofshow.core.commands import Go, Say
from runofshow.core.plan import Activity, Kind, Plan, Slot, Speaker
from runofshow.core.show import Show
from runofshow.core.times import MINUTE, Civil, instant
from runofshow.ui.speaker.layouts import seen
from runofshow.ui.speaker.look import Layout, Look
from runofshow.ui.speaker.palettes import CLASSIC
from runofshow.ui.speaker.picture import strokes
from runofshow.ui.speaker.roles import Role
from runofshow.ui.speaker.saying import READS
from runofshow.ui.speaker.sight import Sight
from runofshow.ui.speaker.strokes import Lettered
from runofshow.ui.texts.looks import look_words
from runofshow.ui.texts.stage import StageWords

_HIGH: Final = 1000.0
_TITLE: Final = "Premiers résultats de l'étude"
_MESSAGE: Final = "Plus près du micro"
"""Never shown: as long as such words are."""
_NAME: Final = "Florence RAINEIX"
_LEFT: Final = {"time": 20, "word": 3, "message": 20, "main": 20}
"""At how many minutes before the end of the item each is looked for."""


class Reach(NamedTuple):
    """From how far each reads, in metres; None of what the layout does not show.

    `main` is what the layout is there to tell beside the time: who is next, the programme's lines.
    """

    time: float | None
    word: float | None
    message: float | None
    main: float | None


class Told(NamedTuple):
    """From how far it reads, in words; `short` is what does not read from where it is looked at."""

    text: str
    short: str

    @property
    def warns(self) -> bool:
        """Whether something does not read from there."""
        return bool(self.short)


ROLES: Final[tuple[Role, ...]] = ("time", "word", "message", "main")
ASIDE: Final = frozenset[tuple[Layout, Role]]({("rundown", "main"), ("third", "main")})
"""What nobody has to read from there: rows for who is near, letters laid over a picture."""


def told(look: Look, sight: Sight, words: StageWords) -> Told:
    """From how far that look reads on the screen of `sight`, and what is too small for it."""
    said, reached = look_words(words.language), reach(look, sight, words)
    names = {**said.roles, "main": said.mains.get(look.layout, "")}
    parts = [(role, far) for role, far in zip(ROLES, reached, strict=True) if far is not None]
    text = ", ".join(f"{names[role]} {floor(far)} m" for role, far in parts)
    short = ", ".join(
        names[role]
        for role, far in parts
        if far < sight.distance and (look.layout, role) not in ASIDE
    )
    metres = f"{sight.distance:g}".replace(".", "," if words.language == "fr" else ".")
    return Told(
        said.reads_to.format(parts=text),
        said.too_small.format(metres=metres, parts=short) if short else "",
    )


@lru_cache(maxsize=64)
def reach(look: Look, sight: Sight, words: StageWords) -> Reach:
    """From how far that look reads on the screen of `sight`."""
    shape = 1 / sight.shape if look.sideways else sight.shape
    tall = sight.tall * sight.shape if look.sideways else sight.tall
    rect = QtCore.QRectF(0, 0, _HIGH * shape, _HIGH)

    def metres(role: Role) -> float | None:
        caps = list(_caps(look, words, rect, role))
        if not caps:
            return None
        cap = max(caps) if role == "time" else min(caps)
        return cap / _HIGH * tall * READS

    return Reach(metres("time"), metres("word"), metres("message"), metres("main"))


def _caps(look: Look, words: StageWords, rect: QtCore.QRectF, role: Role) -> Iterator[float]:
    """The heights of the capitals of that role."""
    day = _workshops() if look.layout in ("workshops", "grid") else _talks()
    to = "green_room" if look.layout == "next" else "stage"
    face = seen(_moment(day, role, to), words, look)
    for stroke in strokes(rect, face, CLASSIC, look):
        if isinstance(stroke, Lettered) and stroke.role == role:
            yield stroke.up


# --- a day of ordinary length ------------------------------------------------------------------


def _moment(plan: Plan, role: Role, to: str) -> Board:
    """That day in its first item, some minutes before its end, with what is looked for."""
    show = Show.of(plan)
    starts = instant(plan.date, Civil(9, 0), plan.zone)
    asked: list[Go | Say] = [Go()]
    if role == "message":
        asked.append(Say(text=_MESSAGE, to=to))
    for each in asked:
        show = apply(show, each, starts)
    return board(show, starts + (30 - _LEFT[role or "time"]) * MINUTE)


@cache
def _talks() -> Plan:
    return _plan(
        *(
            Slot(
                id=f"item-{number}",
                title=_TITLE,
                start=Civil(9 + number // 2, 30 * (number % 2)),
                duration=30 * MINUTE,
                speakers=(Speaker(name=_NAME),),
            )
            for number in range(8)
        )
    )


@cache
def _workshops() -> Plan:
    rooms = tuple(Activity(room=f"Salle {number}", title=_TITLE) for number in range(1, 5))
    return _plan(
        Slot(
            id="workshops",
            kind=Kind.WORKSHOP,
            title=_TITLE,
            start=Civil(9, 0),
            duration=30 * MINUTE,
            activities=rooms,
        )
    )


def _plan(*slots: Slot) -> Plan:
    return Plan.model_validate({"date": "2026-03-10", "timezone": "UTC", "slots": slots})
