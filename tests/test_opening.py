"""Opening a show: which day, on which date, moved to now, gone on with after a crash."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from runofshow.core.errors import Unreadable, Unwritable
from runofshow.opening import Again, Opened, Request, is_sample, opened
from runofshow.store.mirror import mirror_of
from tests.hand import HandClock, clock_of, day, leaf, session
from tests.rows import each_row

PARIS = ZoneInfo("Europe/Paris")


def wall(text: str) -> datetime:
    """An instant told by a clock in Paris; `fold` by an offset in the text."""
    moment = datetime.fromisoformat(text)
    return (moment if moment.tzinfo else moment.replace(tzinfo=PARIS)).astimezone(UTC)


class Bench:
    """A data folder, a schedule file and a clock; everything opened is let go at the end."""

    def __init__(self, folder: Path) -> None:
        self.data, self.file = folder / "data", folder / "day.json"
        self.clock = HandClock(wall("2026-01-19T08:00:00"))
        self._open: list[Opened] = []
        self.write(leaf("a", start="09:00"), leaf("b"))

    def write(self, *slots: dict[str, Any], **fields: Any) -> None:
        self.file.write_text(json.dumps(day(*slots, **fields).as_json()), "utf-8")

    def open(self, file: bool = True, **fields: Any) -> Opened:
        request = Request(self.data, self.file if file else None, **fields)
        show = opened(request, self.clock)
        self._open.append(show)
        return show

    def crash(self) -> None:
        """What a kill leaves: nothing finished, the claim gone with the process."""
        self.close()

    def close(self) -> None:
        for show in self._open:
            if show.kept is not None:
                show.kept.close()
        self._open.clear()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    bench.close()


def hours(show: Opened) -> list[str | None]:
    board = show.desk.board()
    return [clock_of(row.planned_start, board.zone) for row in board.slots]


def codes(show: Opened) -> list[str]:
    return [notice.code for notice in show.notices]


# --- the date -----------------------------------------------------------------------------------


def test_a_schedule_of_today_is_run_without_a_word(bench: Bench) -> None:
    show = bench.open()
    assert (show.notices, show.desk.board().date) == ((), date(2026, 1, 19))


def test_a_schedule_of_another_date_is_run_today_and_that_is_told(bench: Bench) -> None:
    before = bench.file.read_bytes()
    bench.clock.at = wall("2026-03-02T08:00:00")
    show = bench.open()
    assert (codes(show), show.desk.board().date) == (["run_on"], date(2026, 3, 2))
    assert hours(show) == ["09:00", "09:10"]
    assert bench.file.read_bytes() == before


def test_today_is_what_it_is_in_the_schedules_zone(bench: Bench) -> None:
    bench.write(leaf("a", start="09:00"), timezone="Pacific/Auckland")
    bench.clock.at = datetime(2026, 1, 18, 22, tzinfo=UTC)
    assert bench.open().desk.board().date == date(2026, 1, 19)


@pytest.mark.parametrize("at, told", [("2026-01-12", "to_come"), ("2024-11-30", "run_on")])
def test_a_day_to_come_is_prepared_as_of_its_own_date_where_that_is_asked_for(
    bench: Bench, at: str, told: str
) -> None:
    """A year ahead is a slip; and on its morning it goes on as it was prepared."""
    bench.clock = HandClock(wall(f"{at}T10:37:00"))
    show = bench.open(ahead=True)
    assert codes(show) == [told]
    kept = told == "to_come"
    assert show.desk.board().date == (date(2026, 1, 19) if kept else bench.clock.at.date())
    bench.clock.turn(seconds=1)
    show.desk.do_json({"do": "edit", "set": {"title": "Mine"}})
    bench.crash()
    bench.clock = HandClock(wall("2026-01-19T08:00:00"))
    again = bench.open(file=False, ahead=True)
    assert (again.desk.board().title == "Mine") == kept


def test_a_date_that_is_asked_for_decides(bench: Bench) -> None:
    assert bench.open(on=date(2026, 6, 1)).desk.board().date == date(2026, 6, 1)


# --- moved to now -------------------------------------------------------------------------------

NOWS: list[tuple[str, str, list[str]]] = [
    ("in the morning", "2026-05-04T07:12:20", ["07:13", "07:23", "08:13"]),
    ("in the afternoon", "2026-05-04T15:12:20", ["15:13", "15:23", "16:13"]),
    ("on the minute: the next one", "2026-05-04T15:12:00", ["15:13", "15:23", "16:13"]),
    ("the minute before midnight", "2026-05-04T23:59:30", ["00:00", "00:10", "01:00"]),
    ("just after midnight", "2026-05-04T00:00:10", ["00:01", "00:11", "01:01"]),
    ("before an hour that is skipped", "2026-03-29T01:59:30", ["03:00", "03:10", "03:00"]),
    ("in the hour that comes again", "2026-10-25T02:20:30+02:00", ["02:21", "02:31", "03:21"]),
    ("in it the second time", "2026-10-25T02:20:30+01:00", ["03:00", "03:10", "04:00"]),
]


@pytest.mark.parametrize("what, at, starts", NOWS)
def test_now_moves_the_whole_day_to_the_next_full_minute(
    bench: Bench, what: str, at: str, starts: list[str]
) -> None:
    bench.write(leaf("a", start="09:00"), leaf("b"), leaf("c", start="10:00"))
    bench.clock.at = wall(at)
    show = bench.open(now=True)
    following = show.desk.board().next
    assert following is not None
    waits = (following.expected_start - bench.clock.at).total_seconds()
    if "skipped" not in what:  # there the third start falls into the hour that is not
        assert hours(show) == starts
    if "second time" not in what:  # the first minute that can be written is 3:00
        assert 0 < waits <= 60
    assert waits > 0


def test_now_moves_ends_sessions_and_the_hard_end_too(bench: Bench) -> None:
    slots = session("s", leaf("a"), start="09:00", end="09:10"), leaf("tea", end="09:30")
    bench.write(*slots, end_by="09:30")
    bench.clock.at = wall("2026-05-04T14:59:59")
    show = bench.open(now=True)
    plan = show.desk.show.plan
    assert [str(slot.start) for slot in plan.slots] == ["15:00", "None"]
    assert [str(slot.end) for slot in plan.slots] == ["15:10", "15:30"]
    assert str(plan.end_by) == "15:30"


def test_a_day_moved_beyond_what_hours_can_say_can_still_be_taken_up_again(bench: Bench) -> None:
    bench.write(leaf("a", start="00:00"), leaf("b", start="71:00"))
    bench.clock.at = wall("2026-05-04T23:30:30")
    bench.open(now=True)
    bench.crash()
    assert bench.open(file=False).desk.board().state == "before"


def test_now_is_always_a_new_show(bench: Bench) -> None:
    first = bench.open(now=True)
    first.desk.do_json({"do": "go"})
    bench.crash()
    second = bench.open(now=True)
    assert second.path != first.path
    assert second.desk.board().state == "before"


# --- gone on with -------------------------------------------------------------------------------


def test_after_a_crash_the_file_is_back_on_air_with_one_line_of_notice(bench: Bench) -> None:
    first = bench.open()
    bench.clock.at = wall("2026-01-19T09:00:00")
    first.desk.do_json({"do": "go"})
    bench.crash()
    bench.clock.turn(minutes=4)
    again = bench.open()
    live = again.desk.board().on_air
    assert live is not None
    assert (again.path, live.slot, live.remaining.total_seconds()) == (first.path, "a", 360)
    assert codes(again) == ["back_on_air"]
    assert "6:00" in again.notices[0].text("fr")


def test_a_file_goes_on_with_a_journal_of_which_the_mirror_alone_is_left(bench: Bench) -> None:
    first = bench.open()
    first.desk.do_json({"do": "go"})
    bench.crash()
    first.path.unlink()
    again = bench.open()
    assert (again.path, again.desk.show.rev) == (first.path, 1)
    assert again.desk.do_json({"do": "end"}).saved


@pytest.mark.parametrize("harm", ["gone", "empty", "a folder", "a circle"])
def test_a_file_that_is_harmed_while_its_show_runs_costs_the_show_nothing(
    bench: Bench, harm: str
) -> None:
    first = bench.open()
    bench.clock.at = wall("2026-01-19T09:00:00")
    first.desk.do_json({"do": "go"})
    bench.crash()
    bench.file.unlink()
    if harm == "empty":
        bench.file.write_bytes(b"")
    elif harm == "a folder":
        bench.file.mkdir()
    elif harm == "a circle":
        bench.file.symlink_to(bench.file.name)
    bench.clock.turn(minutes=4)
    again = bench.open()
    assert again.path == first.path
    assert codes(again) == ["goes_on_without", "back_on_air"]
    assert "goes on as it was" in again.notices[0].text("en")
    bench.crash()
    bench.clock.turn(hours=30)
    with pytest.raises(Unreadable):  # that day is over
        bench.open()


def test_an_overrun_is_told_as_one_when_it_is_back(bench: Bench) -> None:
    bench.clock.at = wall("2026-01-19T09:00:00")
    bench.open().desk.do_json({"do": "go"})
    bench.crash()
    bench.clock.turn(minutes=12)
    assert "+2:00" in bench.open().notices[0].text("en")


def test_without_a_file_what_was_running_goes_on(bench: Bench) -> None:
    bench.clock.at = wall("2026-01-19T09:00:00")
    bench.open().desk.do_json({"do": "go"})
    bench.crash()
    show = bench.open(file=False)
    assert show.desk.board().title == "A day"
    assert show.desk.board().state == "on_air"


@pytest.mark.parametrize("at", ["02:00", "08:55", "10:37", "23:50"])
def test_without_a_file_and_nothing_running_it_is_a_sample_day_that_is_late_at_no_hour(
    bench: Bench, at: str
) -> None:
    bench.clock = HandClock(wall(f"2026-01-19T{at}:00"))
    show = bench.open(file=False)
    board = show.desk.board()
    assert is_sample(show)
    assert len(board.slots) == 21
    assert (board.date, board.state, board.drift) == (date(2026, 1, 20), "before", timedelta())
    assert not any(promise.standing.at_risk for promise in board.promises)
    assert not any(row.due for row in board.slots)
    assert codes(show) == []
    bench.crash()
    assert bench.open(file=False, language="en").desk.board().title.startswith("Long Haul")


def test_a_sample_day_that_was_changed_is_tomorrows_until_it_has_begun(bench: Bench) -> None:
    show = bench.open(file=False)
    bench.clock.turn(seconds=1)
    show.desk.do_json({"do": "edit", "set": {"title": "Mine"}})
    bench.crash()
    for day_ in (20, 20, 21):  # found again, and overtaken by its date twice
        bench.clock = HandClock(wall(f"2026-01-{day_ - 1}T10:37:00"))
        show = bench.open(file=False)
        board = show.desk.board()
        assert (board.title, board.date, board.drift) == ("Mine", date(2026, 1, day_), timedelta())
        bench.crash()


def test_a_sample_day_that_was_looked_at_hides_no_show(bench: Bench) -> None:
    bench.open().desk.do_json({"do": "go"})
    bench.crash()
    bench.open(file=False, plan=None, on=date(2026, 1, 25))
    bench.crash()
    assert bench.open(file=False).desk.board().title == "A day"


def test_between_slots_one_line_says_that_it_goes_on(bench: Bench) -> None:
    show = bench.open()
    show.desk.do_json({"do": "go"})
    show.desk.do_json({"do": "end"})
    bench.crash()
    assert codes(bench.open()) == ["back_between"]


def test_a_closed_day_is_not_gone_on_with(bench: Bench) -> None:
    first = bench.open()
    for do in ("go", "finish"):
        first.desk.do_json({"do": do})
    bench.crash()
    again = bench.open()
    assert (again.path == first.path, again.desk.board().state) == (False, "before")


def test_a_file_changed_before_anything_happened_is_read_anew(bench: Bench) -> None:
    bench.open()
    bench.crash()
    bench.write(leaf("new", start="09:30"))
    assert [row.id for row in bench.open().desk.board().slots] == ["new"]


def test_a_file_changed_while_its_show_runs_changes_nothing_of_it(bench: Bench) -> None:
    bench.open().desk.do_json({"do": "go"})
    bench.crash()
    bench.write(leaf("new", start="09:30"))
    show = bench.open()
    assert [row.id for row in show.desk.board().slots] == ["a", "b"]
    assert show.desk.board().state == "on_air"


def test_a_repeated_command_stays_harmless_over_a_crash(bench: Bench) -> None:
    first = bench.open().desk.do_json({"do": "go", "id": "k1"})
    bench.crash()
    bench.clock.turn(seconds=5)
    again = bench.open()
    assert again.desk.do_json({"do": "go", "id": "k1"}) == first
    live = again.desk.board().on_air
    assert live is not None
    assert live.slot == "a"


AUTOS = [("a", "09:00"), ("b", None), ("c", None)]


def test_the_answer_to_a_repeat_is_the_first_one_though_slots_went_by_themselves(
    bench: Bench,
) -> None:
    bench.write(*(leaf(id_, start=at, advance="auto") for id_, at in AUTOS), leaf("d"))
    desk = bench.open().desk
    desk.do_json({"do": "go"})
    bench.clock.turn(hours=3)
    first = desk.do_json({"do": "note", "text": "x", "id": "k1"})
    bench.crash()
    assert bench.open().desk.do_json({"do": "note", "text": "x", "id": "k1"}) == first


def test_two_files_of_one_name_are_two_shows(bench: Bench, tmp_path: Path) -> None:
    first = bench.open()
    other = tmp_path / "other"
    other.mkdir()
    bench.file = bench.file.rename(other / "day.json")
    assert bench.open().path != first.path


# --- what cannot be ----------------------------------------------------------------------------


@each_row("text", ["", "{", "[]", "\x00\x01", '{"slots": []}x'])
def test_a_file_that_is_no_schedule_opens_nothing(bench: Bench, text: str) -> None:
    bench.file.write_text(text)
    with pytest.raises(Unreadable):
        bench.open()
    assert not bench.data.exists()


def test_when_the_disk_takes_no_journal_the_show_runs_in_memory(bench: Bench) -> None:
    bench.data.parent.mkdir(exist_ok=True)
    bench.data.write_text("a file stands where the folder should be")
    show = bench.open()
    assert show.kept is not None
    assert (show.kept.journal, show.desk.trouble is not None) == (None, True)
    assert show.desk.do_json({"do": "go"}).ok
    assert (show.desk.waiting, show.desk.board().state) == (1, "on_air")


def test_what_a_journal_lost_is_told_though_the_disk_refuses_to_have_it_mended(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, path, *_ = bench.open()
    desk.do_json({"do": "go"})
    desk.do_json({"do": "note", "text": "perdu"})
    bench.crash()
    mirror = mirror_of(path)
    mirror.write_bytes(mirror.read_bytes().replace(b"perdu", b"perdue"))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("DELETE FROM rows WHERE seq = 3")

    def refused(path: Path) -> sqlite3.Connection:
        raise Unwritable("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr("runofshow.store.journal.connected", refused)
        show = bench.open()
    assert show.desk.trouble is not None
    assert "journal_cut_one" in codes(show)
    assert show.desk.do_json({"do": "note", "text": "suite"}).ok
    assert show.desk.waiting == 0


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_without_the_right_to_write_runs_in_memory(bench: Bench) -> None:
    bench.data.mkdir(mode=0o500)
    assert bench.open().desk.trouble is not None


# --- after a fall -------------------------------------------------------------------------------


def test_after_a_fall_its_show_goes_on_whatever_was_asked_for(bench: Bench) -> None:
    show = bench.open()
    show.desk.do_json({"do": "go"})
    bench.crash()
    bench.write(leaf("another"))
    again = Again(show.path, bench.clock.now(), "SIGKILL")
    back = bench.open(again=again, now=True, on=date(2026, 2, 2))
    assert (back.path, back.desk.show.rev, codes(back)) == (show.path, 1, ["back_on_air"])


def test_after_a_fall_without_a_journal_what_was_asked_for_is_opened(bench: Bench) -> None:
    again = Again(bench.data / "shows" / "never-kept.show", bench.clock.now(), "SIGKILL")
    assert [row.id for row in bench.open(again=again).desk.board().slots] == ["a", "b"]
