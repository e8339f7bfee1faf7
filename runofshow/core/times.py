"""Civil times and lengths: reading, writing, and the one rounding rule.

- An **instant** is an aware datetime in UTC; a **length** is a timedelta.
- A **civil time** is what a clock on the wall shows, counted from midnight of the plan's date, so
  that 25:30 is half past one the next morning (timing.md, rule 1). It becomes an instant only
  with a date and a zone.
- On screens the time left rounds up, the overrun and clocks round down, and drift rounds to whole
  minutes half up (rule 13).
- So that an eye that takes one shown hour from another finds the minutes that are told beside them:
  what was planned, promised or stamped is written as its clock showed it, and what is expected, or
  came about, as the planned hour beside it and the minutes late or early that it is said to be
  (`minute_shown`); where nothing was planned, to the nearest minute. What must be won back, and the
  hour proposed to whom waits, are those same minutes. How long until an hour is that hour less the
  clock (`show_wait`). A last call is cut off like a clock: a later one would be too late.
- Under a minute there are no minutes to tell: seconds, or on time under thirty (rule 19).

Nothing else in the program rounds.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple, Self
from zoneinfo import ZoneInfo

from runofshow.core.clock_forms import ABOUT_WORDS, AT_WORDS, Clock, clock_at, figures_at, hour_of
from runofshow.core.hours import hour_parts, second_part
from runofshow.core.lastings import lasting_at
from runofshow.core.length_forms import Colons, Lasting
from runofshow.core.tokens import Pieces


class Misread(ValueError):
    """A text that is no time or no length: `code` says which, `text` what was read, `why` a reason.

    The reasons: "bare" (9: hours or minutes?), "two_ways" (1:30, 10h15-20), "one_digit" (9h5),
    "minutes" and "seconds" (above 59), "half" (13 pm), "fraction" (of a second), "late" (after
    72:00), "too_long", "backwards" (the end before the start), "empty" (the end is the start),
    "unequal" (the length told is not that of the range), "no_such_day"; "" is that it was not
    understood at all.
    """

    def __init__(self, code: str, text: str, why: str = "") -> None:
        text = text if len(text) <= 60 else text[:60] + "…"
        super().__init__(f"{code}: {text!r}")
        self.code, self.text, self.why = code, text, why


ZERO = timedelta(0)
SECOND = timedelta(seconds=1)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
ON_TIME = MINUTE / 2
"""Less than this late or early is on time (rule 19)."""


class Zero(NamedTuple):
    """What a show's clock said when the machine's counter stood at nought; `boot` is which start of
    the machine that was."""

    boot: str
    at: datetime


LONGEST = DAY
"""The longest length a plan may hold; a longer one is a slip of the pen."""
LAST_HOUR = 72
"""Civil times run to 72:00, the end of the second day after the plan's."""


@dataclass(frozen=True, slots=True, order=True)
class Civil:
    """A time on the wall, from midnight of the plan's date; 24:00 and later are the day after."""

    hour: int
    minute: int = 0
    second: int = 0

    def __str__(self) -> str:
        return write_civil(self)

    @property
    def past_midnight(self) -> timedelta:
        """How long after the midnight it counts from."""
        return timedelta(hours=self.hour, minutes=self.minute, seconds=self.second)

    @classmethod
    def past(cls, midnight: timedelta) -> Self:
        """The civil time so long after midnight, to the second below."""
        minutes, second = divmod(midnight // SECOND, 60)
        hour, minute = divmod(minutes, 60)
        return cls(hour, minute, second)


def instant(day: date, civil: Civil, zone: ZoneInfo) -> datetime:
    """The instant (UTC) at which a clock of `zone` shows `civil`.

    A time that a DST change skips moves forward by the gap; one that it repeats is its first
    occurrence (rule 1).
    """
    days, hour = divmod(civil.hour, 24)
    return _instant(day, days, hour, civil.minute, civil.second, zone)


@lru_cache(maxsize=65536)
def _instant(day: date, days: int, hour: int, minute: int, second: int, zone: ZoneInfo) -> datetime:
    wall = datetime.combine(day + timedelta(days), time(hour, minute, second), zone)
    return wall.astimezone(UTC)


def civil_at(moment: datetime, day: date, zone: ZoneInfo) -> Civil:
    """What a clock of `zone` shows at `moment`, counted from `day`; seconds round down."""
    wall = moment.astimezone(zone)
    return Civil(24 * (wall.date() - day).days + wall.hour, wall.minute, wall.second)


# --- reading -----------------------------------------------------------------------------------

_LONG = 60
"""Nobody writes a time or a length in more letters than this."""
_LONGEST_READ = timedelta(minutes=100_000)


def read_length(text: str, colons: Colons | None = None) -> timedelta:
    """A length as a person writes it: 1h05m, 15m, 45s, 1:05:00, 65 min, PT1H5M, 1 h 05, 90.

    A bare number is minutes; a sign may stand before; of two lengths (20-25 mn) it is the longer.
    `colons` says what 1:30 is where it is known: "h:mm" in a column of lengths (where 20-25 is
    minutes too), "m:ss" in haste. Raises Misread for anything that could be read in two ways or
    that is no length; its `why` tells the reason.
    """
    return read_lasting(text, colons).length


def read_lasting(text: str, colons: Colons | None = None) -> Lasting:
    """As `read_length`, with what else was written: the shorter of two lengths, or "about"."""
    if len(text) > _LONG:
        raise Misread("no_length", text)
    pieces = Pieces.whole(text)
    signed = pieces[0].text in ("+", "-") and pieces[1].text != "/"
    found = lasting_at(pieces, int(signed), colons)
    if found is None or found.to < len(pieces):
        raise Misread("no_length", text)
    if found.least is not None and found.mark == "h" and found.least >= 6 * HOUR:
        raise Misread("no_length", text, "two_ways")  # 9h-12h: times of day?
    if found.fault:
        raise Misread("no_length", text, found.fault)
    if found.least is not None and found.mark == "bare" and colons != "h:mm":
        raise Misread("no_length", text, "two_ways")  # 9-10: a day of October?
    if found.length > _LONGEST_READ:
        raise Misread("no_length", text, "too_long")
    if not signed or pieces[0].text == "+":
        return found
    return found._replace(length=-found.length)


def read_civil(text: str, bare: bool = False) -> Civil:
    """A time of day as a person writes it: 09:00, 9h15, 9 h 15, 9.15, 3pm, midi, 25:30.

    Raises Misread when it is none, its `why` telling the reason; it never guesses midnight. A bare
    9, 915 or 0915 is a time only where `bare` says that nothing else is meant (a column of hours).
    """
    if len(text) > _LONG:
        raise Misread("no_time", text)
    pieces = Pieces.whole(text)
    at = pieces.past(pieces.past(0, AT_WORDS), ABOUT_WORDS)
    clock = clock_at(pieces, at) or (figures_at(pieces, at) if bare else None)
    if clock is None or clock.to < len(pieces):
        raise Misread("no_time", text)
    if clock.mark == "bare" and not (bare and clock.hour <= 24):
        raise Misread("no_time", text, "bare" if clock.hour <= 24 else "")
    if clock.fault:
        raise Misread("no_time", text, clock.fault)
    return civil_of(clock, text)


def civil_of(clock: Clock, text: str) -> Civil:
    """The civil time that is written so; raises Misread beyond 72:00."""
    civil = Civil(hour_of(clock), clock.minute, clock.second)
    if (civil.hour, civil.minute, civil.second) > (LAST_HOUR, 0, 0):
        raise Misread("no_time", text, "late")
    return civil


# --- writing, for files ------------------------------------------------------------------------


def write_length(length: timedelta) -> str:
    """The length as files hold it: 1h05m, 15m, 45s, 1m30s, 0m; read_length reads it back."""
    sign = "-" if length < ZERO else ""
    total = abs(length)
    hours, rest = divmod(total, HOUR)
    minutes, rest = divmod(rest, MINUTE)
    parts = [f"{hours}h"] if hours else []
    if minutes or not (hours or rest):
        parts.append(f"{minutes:02d}m" if hours else f"{minutes}m")
    if rest:
        seconds = f"{rest.seconds}.{rest.microseconds:06d}".rstrip("0").rstrip(".")
        parts.append(f"{seconds}s")
    return sign + "".join(parts)


def write_civil(civil: Civil) -> str:
    """The civil time as files hold it: 09:00, 25:30, 09:12:30; read_civil reads it back."""
    tail = f":{civil.second:02d}" if civil.second else ""
    return f"{civil.hour:02d}:{civil.minute:02d}{tail}"


# --- rounding and writing, for screens ---------------------------------------------------------


def whole_left(remaining: timedelta) -> int:
    """The seconds a countdown shows: the time left rounds up, the overrun rounds down (rule 13).

    Negative for an overrun of a second or more; never a minus nought.
    """
    seconds = remaining / SECOND
    return ceil(seconds) if seconds >= 0 else -floor(-seconds)


def whole_minutes(drift: timedelta) -> int:
    """Drift in whole minutes, half up away from nought (rule 13)."""
    size = floor(abs(drift) / MINUTE + 0.5)
    return size if drift >= ZERO else -size


def minute_of(moment: datetime) -> datetime:
    """The minute that a clock without seconds shows at `moment`: cut off (rule 13)."""
    return moment.replace(second=0, microsecond=0)


def minute_shown(moment: datetime, planned: datetime | None) -> datetime:
    """The minute shown of a moment expected, or come about, where `planned` is what it is held to.

    The minute shown of `planned` and the drift in whole minutes, so that the three agree; without
    one, the nearest minute, half up.
    """
    if planned is None:
        return minute_of(moment + MINUTE / 2)
    return minute_of(planned) + whole_minutes(moment - planned) * MINUTE


def half_up(length: timedelta) -> timedelta:
    """The length in whole seconds, half up (rule 11)."""
    return floor(length / SECOND + 0.5) * SECOND


def show_countdown(seconds: int) -> str:
    """MM:SS without a sign, hours only above 99 minutes: 4:38, 70:00, 2:05:00."""
    size = abs(seconds)
    if size >= 100 * 60:
        return f"{size // 3600}:{size // 60 % 60:02d}:{size % 60:02d}"
    return f"{size // 60}:{size % 60:02d}"


def show_clock(moment: datetime, zone: ZoneInfo, language: str, *, seconds: bool = False) -> str:
    """The time of day on a screen: 9h15 in French, 9:15 in English; seconds cut off, or 9h15:30."""
    wall = moment.astimezone(zone)
    return show_hour(wall.hour, wall.minute, language, wall.second if seconds else None)


def show_hour(hour: int, minute: int, language: str, second: int | None = None) -> str:
    """An hour and a minute as `language` writes them (core/hours.py): 9h05, 9:05."""
    written, after = hour_parts(hour, minute, language)
    return f"{written}{'' if second is None else second_part(second, language)}{after}"


def widest_hour(language: str, *, seconds: bool = False) -> str:
    """An hour as wide as any is in `language`, for what keeps room for it."""
    return show_hour(22, 22, language, 22 if seconds else None)


def show_length(length: timedelta) -> str:
    """A length in words short enough for a sentence: 45 s, 12 min, 1 min 30, 1 h 45."""
    seconds = floor(abs(length) / SECOND)
    sign = "−" if length < ZERO else ""
    if seconds < 60:
        return f"{sign}{seconds} s"
    if seconds < 3600:
        tail = f" {seconds % 60:02d}" if seconds % 60 else ""
        return f"{sign}{seconds // 60} min{tail}"
    minutes = seconds // 60 % 60
    tail = f" {minutes:02d}" if minutes else ""
    return f"{sign}{seconds // 3600} h{tail}"


def show_drift(drift: timedelta) -> str:
    """The size of a drift, in whole minutes half up: 12 min, 99 min, and hours above: 1 h 40."""
    minutes = abs(whole_minutes(drift))
    return f"{minutes} min" if minutes < 100 else show_length(minutes * MINUTE)


def show_wait(moment: datetime, shown: datetime, now: datetime) -> str:
    """How long from `now` until `moment`, whose minute is `shown`: 12 min, and 40 s under a minute.

    The minutes from what a clock shows now to `shown`; nought once it has come.
    """
    seconds = whole_left(moment - now)
    if seconds < 60:
        return show_length(max(0, seconds) * SECOND)
    return show_length(shown - minute_of(now))


def show_signed(length: timedelta) -> str:
    """A deviation in words, its sign before it: +4 min, −2 min 30; ±0 when there is none."""
    if abs(length) < SECOND:
        return "±0"
    return ("+" if length > ZERO else "") + show_length(length)


def show_balance(length: timedelta) -> str:
    """A deviation in figures that align: +4:00, −0:45; whole seconds, half up away from nought."""
    seconds = floor(abs(length) / SECOND + 0.5)
    if not seconds:
        return "0:00"
    return ("+" if length > ZERO else "−") + show_countdown(seconds)
