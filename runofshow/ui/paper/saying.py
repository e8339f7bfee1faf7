"""Saying: hours, lengths and days as they are written on paper, in one language."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from runofshow.core import times
from runofshow.core.paper import Hard, Hour, Sheet
from runofshow.core.plurals import counted
from runofshow.core.sentences import typeset
from runofshow.ui.texts import words as all_words
from runofshow.ui.texts.paper import paper_words

FIXED = "\u00a0"


class Saying:
    """Writes what stands on the paper of a day; `words` are its words."""

    def __init__(self, day: date, zone: ZoneInfo, language: str) -> None:
        self.date, self.zone = day, zone
        self.words = paper_words(language)
        self._stage = all_words(language).stage

    def clock(self, at: datetime) -> str:
        """A time of day."""
        return times.show_clock(at, self.zone, self.words.language)

    def length(self, length: timedelta) -> str:
        """A length, held together."""
        return times.show_length(length).replace(" ", FIXED)

    def typed(self, text: str) -> str:
        """A sentence with the spaces of its language."""
        return typeset(text) if self.words.language == "fr" else text

    def said(self, form: str, **facts: object) -> str:
        """One of the words with its facts."""
        return self.typed(counted(form, self.words.language, facts))

    def day(self, day: date) -> str:
        """A day of the week, month and year."""
        names = self._stage
        said = names.day_ahead.format(
            weekday=names.weekdays[day.weekday()], day=day.day, month=names.months[day.month - 1]
        )
        return f"{said} {day.year}"

    @property
    def the_day(self) -> str:
        """The day that is printed, as a heading."""
        said = self.day(self.date)
        return said[:1].upper() + said[1:]

    def stamp(self, sheet: Sheet) -> str:
        """The revision, and the hour of print."""
        revision = self.said(self.words.revision, rev=sheet.rev, mark=sheet.mark)
        said = f"{revision} · {self.printed(sheet.at)}"
        return f"{self.words.rehearsal} · {said}" if sheet.rehearsal else said

    def printed(self, at: datetime) -> str:
        """The hour of print."""
        day = self.day(at.astimezone(self.zone).date())
        return self.said(self.words.printed, date=day, time=self.clock(at))

    def hard_title(self, hard: Hard) -> str:
        """What is promised."""
        if not hard.title:
            return self.words.day_end
        return self.said(self.words.ends, title=hard.title) if hard.of == "end" else hard.title

    def span(self, starts: Hour | None, ends: Hour | None) -> str:
        """From when to when; nothing where there is no hour."""
        return " – ".join(self.clock(hour.at) for hour in (starts, ends) if hour is not None)
