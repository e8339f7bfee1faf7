"""What may be edited in a row of the rundown: how each field is written out and read back.

- Lengths and times are read leniently (core.times); what was understood is said back, and a text
  that cannot be read is refused in a sentence while it stays in the editor.
- The length of an elastic slot is its set end: a time of day ("14h10", "jusqu'à 14h10") moves that
  end, a length makes it an ordinary slot.
- A range written as the start (9h15-10h30; 9h15, 30 min) sets the length too.
- An empty start gives up the slot's own hour: it then follows the one before.
"""

from datetime import date, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from runofshow.core import times
from runofshow.core.board import Row
from runofshow.core.misreadings import why_misread
from runofshow.core.plan import plain
from runofshow.core.ranges import Range, read_range
from runofshow.ui.operator import rundown_rules as rules
from runofshow.ui.operator.rundown_reading import Cell, Crew, Field, Reading
from runofshow.ui.texts.rundown import RundownWords


class Reader(NamedTuple):
    """Reads and writes the fields of the rows of one day, in one language.

    `calls` is how long before each item the day has its people called, if it does.
    """

    day: date
    zone: ZoneInfo
    words: RundownWords
    calls: timedelta | None = None

    def written(  # noqa: PLR0911 (one line a field)
        self, row: Row, field: Cell
    ) -> str:
        """The text an editor of `field` opens with."""
        match field:
            case Crew(name):
                return dict(row.departments).get(name, "")
            case Field.CUE:
                return row.cue
            case Field.KIND:
                return rules.kind_name(row.kind, self.words.language)
            case Field.MINIMUM:
                return rules.minimum_written(row, self.words)
            case Field.PROMISE:
                return rules.promise_written(row, self.words)
            case Field.CALL:
                return rules.call_written(row)
            case Field.TITLE:
                return row.title
            case Field.NOTE:
                return row.note or ""
            case Field.SPEAKERS:
                return ", ".join(speaker.name for speaker in row.speakers)
            case Field.START:
                return self._clock(row) if row.planned_start else ""
            case Field.LENGTH:
                return self._length_text(row)

    def read(  # noqa: C901, PLR0911 (one line a field)
        self, row: Row, field: Cell, text: str
    ) -> Reading:
        """What `text` means for `field` of `row`; never raises."""
        if text.strip() == self.written(row, field).strip():
            return Reading(self._by_day if field is Field.CALL and not text.strip() else "")
        match field:
            case Crew(name):
                return rules.read_crew(row, name, text)
            case Field.CUE:
                return rules.read_cue(text, self.words)
            case Field.KIND:
                return rules.read_kind(row, text, self.words)
            case Field.MINIMUM:
                return rules.read_minimum(row, text, self.words)
            case Field.PROMISE:
                return rules.read_promise(row, text, self.words)
            case Field.CALL:
                return self._call(text)
            case Field.TITLE:
                return self._title(text)
            case Field.NOTE:
                return Reading("", {"note": text.strip() or None})
            case Field.SPEAKERS:
                return self._speakers(row, text)
            case Field.START:
                return self._start(row, text)
            case Field.LENGTH:
                return self._elastic(row, text) if row.elastic else self._length(text)

    # --- writing -------------------------------------------------------------------------------

    def _clock(self, row: Row) -> str:
        assert row.planned_start is not None
        return times.show_clock(row.planned_start, self.zone, self.words.language)

    def _length_text(self, row: Row) -> str:
        if row.elastic and row.planned_end:
            return times.show_clock(row.planned_end, self.zone, self.words.language)
        if row.duration is None:
            return ""
        return plain_length(row.duration)

    # --- reading -------------------------------------------------------------------------------

    def _title(self, text: str) -> Reading:
        title = " ".join(text.split())
        return Reading("", {"title": title}) if title else self._wanted()

    def _wanted(self) -> Reading:
        return Reading(self.words.wanted, refused=True)

    def _speakers(self, row: Row, text: str) -> Reading:
        known = {speaker.name: speaker for speaker in row.speakers}
        names = [" ".join(name.split()) for name in text.replace(";", ",").split(",")]
        names = [name for name in names if name]
        people = [plain(known[name]) if name in known else {"name": name} for name in names]
        said = self.words.names.format(count=len(names)) if len(names) > 1 else ""
        return Reading(said, {"speakers": people})

    def _start(self, row: Row, text: str) -> Reading:
        if not text.strip():
            change: dict[str, Any] | None = {"start": None} if row.own_start else None
            return Reading(self.words.no_own_start, change)
        try:
            range_ = self._range(row, text)
        except times.Misread as misread:
            return self._misread(misread, self.words.no_time)
        if range_.start is None or (range_.end is not None and not row.leaf):
            return Reading(self.words.no_time.format(text=text.strip()), refused=True)
        civil = self._near(row, range_.start)
        change = {"start": times.write_civil(civil)}
        if range_.end is None:
            return Reading(self._said(self._shown(civil)), change)
        return self._from_to(row, civil, self._after(civil, range_), change)

    def _range(self, row: Row, text: str) -> Range:
        """One time or two; a bare number is an hour, this being the column of the hours."""
        try:
            return Range(times.read_civil(text, bare=True), None)
        except times.Misread as misread:
            one = misread
        try:
            return read_range(text, bare=True)
        except times.Misread as misread:
            raise (misread if misread.why and not one.why else one) from None

    def _after(self, start: times.Civil, range_: Range) -> times.Civil:
        """The end of a range, the day after if its start was found to be."""
        assert range_.start is not None
        assert range_.end is not None
        later = start.hour - range_.start.hour
        return times.Civil(range_.end.hour + later, range_.end.minute, range_.end.second)

    def _from_to(
        self, row: Row, start: times.Civil, end: times.Civil, change: dict[str, Any]
    ) -> Reading:
        """A start with its end: the length it makes, or the set end of what has one."""
        shown = f"{self._shown(start)} – {self._shown(end)}"
        if row.elastic:
            return Reading(self._said(shown), change | {"end": times.write_civil(end)})
        length = times.instant(self.day, end, self.zone) - times.instant(self.day, start, self.zone)
        if length > times.LONGEST:
            return Reading(self.words.too_long, refused=True)
        shown = f"{shown}, {times.show_length(length)}"
        return Reading(self._said(shown), change | {"duration": times.write_length(length)})

    def _misread(self, misread: times.Misread, form: str) -> Reading:
        """The reason why `misread` was refused, where it has one; else what can be written."""
        if misread.why:
            return Reading(why_misread(misread).text(self.words.language), refused=True)
        return Reading(form.format(text=misread.text.strip()), refused=True)

    def _near(self, row: Row, civil: times.Civil) -> times.Civil:
        """A small hour in a row of the evening is the next morning's (rule 1)."""
        if row.planned_start is None or civil.hour >= 12:
            return civil
        planned = times.civil_at(row.planned_start, self.day, self.zone)
        if planned.hour < 18:
            return civil
        return times.Civil(civil.hour + 24, civil.minute, civil.second)

    def _shown(self, civil: times.Civil) -> str:
        second = civil.second or None
        time = times.show_hour(civil.hour % 24, civil.minute, self.words.language, second)
        return self.words.next_day.format(time=time) if civil.hour >= 24 else time

    def _said(self, shown: str) -> str:
        return self.words.understood.format(value=shown)

    def _length(self, text: str) -> Reading:
        if not text.strip():
            return self._wanted()
        try:
            length = times.read_length(text)
        except times.Misread as misread:
            return self._misread(misread, self.words.no_length)
        return self._sound(length)

    def _sound(self, length: timedelta) -> Reading:
        if length < times.ZERO:
            return Reading(self.words.negative, refused=True)
        if length > times.LONGEST:
            return Reading(self.words.too_long, refused=True)
        said = times.show_length(length)
        return Reading(
            self.words.understood.format(value=said), {"duration": times.write_length(length)}
        )

    def _call(self, text: str) -> Reading:
        """How long before the item its people are called; nothing: as the day says."""
        if not text.strip():
            return Reading(self._by_day, {"call_before": None})
        reading = self._length(text)
        if reading.change is None:
            return reading
        length = times.read_length(text)
        said = self.words.call_said.format(length=times.show_length(length))
        return Reading(said, {"call_before": times.write_length(length)})

    @property
    def _by_day(self) -> str:
        """What holds for an item that says nothing of its own."""
        if self.calls is None:
            return self.words.no_call
        return self.words.call_by_day.format(length=times.show_length(self.calls))

    def _elastic(self, row: Row, text: str) -> Reading:
        end = self._set_end(row, text)
        if end is not None:
            time = times.show_hour(end.hour % 24, end.minute, self.words.language)
            return Reading(self.words.until_of.format(time=time), {"end": times.write_civil(end)})
        reading = self._length(text)
        if reading.change is None:
            return reading
        length = times.show_length(times.read_length(text))
        return Reading(self.words.elastic_no_more.format(length=length), reading.change)

    def _set_end(self, row: Row, text: str) -> times.Civil | None:
        """The end that `text` sets; None when it says none, or a length: 1h30 at noon."""
        try:
            said = read_range(text)
        except times.Misread:
            return None
        civil = said.end or said.start
        if civil is None or (said.start and said.end):
            return None
        civil = self._near(row, civil)
        before = row.planned_start is not None and row.planned_start >= times.instant(
            self.day, civil, self.zone
        )
        return None if before and not self._length(text).refused else civil


def plain_length(length: timedelta) -> str:
    """A length as an editor opens with it: 15, 1h45, 5 min 30; read_length reads it back."""
    seconds = int(length / times.SECOND)
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    if rest:
        return times.write_length(length)
    return f"{hours}h{minutes:02d}" if hours else str(minutes)
