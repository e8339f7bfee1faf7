"""The journal's double: what it says, what it never overwrites, and the show rebuilt from it."""

import json
import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from runofshow.core.errors import Unreadable
from runofshow.desk import Desk
from runofshow.store import double as doubles
from runofshow.store.double import Double, Place, Standing, Teller, stick_of
from runofshow.store.journal import Journal, read_rows
from runofshow.store.keeping import Kept
from runofshow.store.mirror import line_row, read_mirror
from runofshow.store.recovery import is_double, rebuilt, recover, replayed
from runofshow.store.rows import Known, Row, Unsaved, first_row, following, linked
from tests.hand import HandClock
from tests.process import PATIENCE
from tests.store.days import PLAN, kept, minutes, note


class Doubled:
    """A journal of three rows, its double on a stick, and when it said that it stands otherwise."""

    def __init__(self, folder: Path) -> None:
        self.journal = kept(folder / "shows" / "matinée.show", 3)
        self.stick = folder / "stick"
        self.stick.mkdir()
        self.file = self.stick / "matinée.jsonl"
        self._news = threading.Condition()
        self.unsaved: tuple[Unsaved, ...] = ()
        self.kept = Kept(lambda: self.journal, self.journal)
        self.double = Double(self.journal.path, self.known, self._told, "fr")

    def known(self) -> Known:
        return self.kept.known(self.unsaved)

    def _told(self) -> None:
        with self._news:
            self._news.notify_all()

    def stands(self, code: str | None, ahead: int = 0) -> Standing:
        """How it stands once it has that trouble, or none, and knows so many rows more."""

        def so() -> bool:
            trouble, now = self.double.standing.trouble, self.double.standing
            known = (None if trouble is None else trouble.code, len(now.ahead))
            return now.file is not None and known == (code, ahead)

        with self._news:
            assert self._news.wait_for(so, PATIENCE), self.double.standing
        return self.double.standing

    def has(self, unsaved: tuple[Unsaved, ...]) -> Standing:
        """How it stands once it has all that."""
        with self._news:
            so = self._news.wait_for(lambda: self.double.standing.has(unsaved), PATIENCE)
            assert so, self.double.standing
        return self.double.standing

    def keep(self, stick: Path | None = None) -> None:
        self.double.keep(Place(self.stick, stick))

    def append(self, *texts: str) -> None:
        for text in texts:
            self.journal.append(minutes(30), note(text))
        self.double.look()

    def rows(self) -> tuple[Row, ...]:
        """What the double holds."""
        found = read_mirror(self.file)
        assert found is not None
        return found.rows

    def close(self) -> None:
        self.double.close()
        self.journal.close()


@pytest.fixture
def doubled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Doubled]:
    monkeypatch.setattr(doubles, "LOOK_EVERY", 0.01)
    doubled = Doubled(tmp_path)
    yield doubled
    doubled.close()


# --- what it holds -----------------------------------------------------------------------------


def test_it_holds_the_same_rows_and_the_last_ones_when_it_is_closed(doubled: Doubled) -> None:
    doubled.keep()
    doubled.stands(None)
    doubled.append("quatre", "cinq")
    doubled.close()
    assert doubled.rows() == doubled.journal.rows()
    assert not list(doubled.stick.glob("*.new"))


def test_a_person_reads_the_hour_and_what_was_done() -> None:
    teller = Teller("fr")
    commands = ('{"do":"go"}', note("le micro siffle"), '{"do": "stretch", "by": "1m"}', '{"do":1}')
    rows = [first_row(PLAN, minutes(0))]
    for number, command in enumerate(commands, 1):
        rows.append(following(rows[-1], minutes(number), command))
    lines = [teller.line(row) for row in rows]
    told = [json.loads(line) for line in lines]
    assert [list(each)[:3] for each in told] == [["seq", "hour", "what"]] * 5
    assert [each["hour"] for each in told] == [f"9h0{minute}:00" for minute in range(5)]
    assert told[0]["what"] == "Une matinée d'été"
    assert "Accueil" in told[1]["what"]
    assert told[1]["command"] == {"do": "go"}
    assert "siffle" in told[2]["what"]
    assert told[3]["what"] == "Donner 1 min"
    assert told[4]["what"] == ""
    read = [line_row(line.strip()) for line in lines]
    assert read == rows
    assert all(
        row and linked(former, row) for former, row in zip([None, *rows], read, strict=False)
    )


def test_the_exact_letters_are_kept_where_values_would_not_give_them_back() -> None:
    row = first_row('{"title": "x", "n": 1e2}', minutes(0))
    line = Teller("en").line(row)
    assert json.loads(line)["body"] == row.body
    assert line_row(line.strip()) == row
    assert line_row(b'{"kind": "command", "command": [[]]}') is None
    assert line_row(b'{"kind": ["plan"], "chain": ""}') is None


# --- a stick that goes and comes ---------------------------------------------------------------


def test_it_catches_up_when_the_stick_is_back(doubled: Doubled) -> None:
    doubled.keep()
    doubled.stands(None)
    away = doubled.stick.with_name("away")
    doubled.stick.rename(away)
    assert doubled.stands("double_gone").behind == 0
    doubled.append("sans clé", "toujours sans")
    away.rename(doubled.stick)
    doubled.stands(None)
    doubled.close()
    assert doubled.rows() == doubled.journal.rows()


def test_an_empty_folder_where_the_stick_was_is_not_taken_for_it(doubled: Doubled) -> None:
    doubled.keep(doubled.stick)  # a mount point when it was chosen, and no longer
    doubled.stands("double_gone")
    assert not list(doubled.stick.iterdir())


def test_a_stick_is_known_by_where_it_is_plugged_in(
    doubled: Doubled, monkeypatch: pytest.MonkeyPatch
) -> None:
    shows = doubled.journal.path.parent
    assert stick_of(doubled.stick, shows) is None
    device = Path("/dev")  # another file system on every system that has it
    if device.is_dir():
        assert stick_of(device / "fd" / "..", shows) is not None


@pytest.mark.parametrize(
    "number, code",
    [(28, "double_full"), (30, "double_read_only"), (5, "double_gone"), (22, "double_refused")],
)
def test_what_the_stick_refuses_is_said_and_done_later(
    doubled: Doubled, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    doubled.keep()
    doubled.stands(None)

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr("runofshow.store.mirror._write", refuse)
        doubled.append("refusé")
        assert doubled.stands(code).behind == 1
    doubled.stands(None)
    doubled.close()
    assert doubled.rows() == doubled.journal.rows()


def test_half_a_line_is_written_over(doubled: Doubled) -> None:
    doubled.keep()
    doubled.stands(None)
    doubled.double.close()
    with doubled.file.open("ab") as file:
        file.write(b'{"seq": 4, "hour')
    doubled.double = Double(doubled.journal.path, doubled.known, doubled._told, "fr")
    doubled.keep()
    doubled.append("quatre")
    doubled.close()
    assert doubled.rows() == doubled.journal.rows()


# --- while the journal's own disk refuses --------------------------------------------------------


class Dying:
    """A desk with a clock turned by hand, its journal doubled, on a disk that refuses or not."""

    def __init__(self, doubled: Doubled, monkeypatch: pytest.MonkeyPatch) -> None:
        self.doubled, self.clock = doubled, HandClock(minutes(10))
        self._patch = monkeypatch
        show = replayed(doubled.journal.rows()).show
        self.desk = Desk(show, self.clock, doubled.kept)

    def ask(self, *texts: str) -> None:
        """Something is done, and the double knows."""
        for text in texts:
            self.clock.turn(seconds=30)
            answer = self.desk.do_json({"do": "note", "text": text})
            assert answer.saved is not bool(self.desk.unsaved)
        self.look()

    def look(self) -> None:
        self.doubled.unsaved = self.desk.unsaved
        self.doubled.double.look()

    def refuse(self) -> None:
        self._patch.setattr("runofshow.store.journal.insert", _refused)

    def heal(self) -> None:
        self._patch.undo()
        self._patch.setattr(doubles, "LOOK_EVERY", 0.01)
        self.desk.tend()
        assert self.desk.trouble is None
        self.look()


def _refused(*_: object) -> None:
    raise sqlite3.OperationalError("the disk is dead")


@pytest.fixture
def dying(doubled: Doubled, monkeypatch: pytest.MonkeyPatch) -> Dying:
    doubled.keep()
    return Dying(doubled, monkeypatch)


def test_what_waits_for_a_dead_disk_is_on_the_double_and_goes_on_from_there(
    dying: Dying, tmp_path: Path
) -> None:
    doubled, desk = dying.doubled, dying.desk
    dying.ask("écrit")
    dying.refuse()
    dying.ask("un", "deux", "deux")
    assert (desk.waiting, len(doubled.journal.rows())) == (3, 4)
    standing = doubled.has(desk.unsaved)
    assert standing.ahead == ()
    folder = tmp_path / "elsewhere"  # killed here, and its disk never seen again
    made = rebuilt(doubled.file, folder)
    assert recover(made.path).show == desk.show
    assert rebuilt(doubled.file, doubled.journal.path.parent).path == doubled.journal.path
    dying.heal()
    doubled.stands(None)
    assert doubled.journal.rows() == read_rows(made.path).rows == doubled.rows()
    dying.ask("écrit de nouveau")
    doubled.close()
    assert doubled.rows() == doubled.journal.rows()
    assert not list(doubled.stick.glob("*.kept-*"))


def test_what_waits_and_the_journal_takes_meanwhile_is_no_row_twice(dying: Dying) -> None:
    dying.refuse()
    dying.ask("un", "un", "deux")
    waiting, rows = dying.desk.unsaved, tuple[Row, ...]()
    for taken in range(4):
        rows = dying.doubled.kept.known(waiting).rows
        assert [each.seq for each in rows] == list(range(1, 7))
        assert all(map(linked, (None, *rows), rows))
        dying._patch.undo()
        if taken < 3:
            dying.doubled.journal.append(*waiting[taken][1:])
    assert dying.doubled.journal.rows() == rows


def test_a_journal_that_takes_other_rows_than_those_that_waited_costs_none_of_either(
    doubled: Doubled,
) -> None:
    begun = doubled.journal.rows()
    ours = (*begun, following(begun[-1], minutes(40), note("ici")))
    theirs = (*begun, following(begun[-1], minutes(41), note("là")))
    known = Known(ours, 1, made=False)
    doubled.double.close()
    doubled.double = Double(doubled.journal.path, lambda: known, doubled._told, "fr")
    doubled.keep()
    doubled.stands(None)
    whole = doubled.file.read_bytes()
    known = Known(theirs)
    doubled.double.look()
    doubled.stands(None)
    doubled.close()
    assert doubled.rows() == theirs
    assert doubled.file.with_name("matinée.jsonl.kept-1").read_bytes() == whole


def test_a_day_that_the_dead_disk_hides_is_told_of_until_another_is_begun(left: Doubled) -> None:
    whole, begun = left.rows(), first_row(PLAN, minutes(60))
    known = Known((begun,), made=False)
    left.double = Double(left.journal.path, lambda: known, left._told, "fr")
    left.keep()
    assert left.stands(None, ahead=5).ahead == whole[1:]
    assert left.rows() == whole
    done = following(begun, minutes(61), note("autrement"))
    known = Known((begun, done), 1, made=False)
    left.double.look()
    left.stands(None)
    left.double.close()
    assert left.rows() == (begun, done)
    assert read_mirror(left.file.with_name("matinée.jsonl.kept-1")) is not None


# --- what it never overwrites ------------------------------------------------------------------


def test_a_double_that_knows_more_is_left_alone_and_told_of(doubled: Doubled) -> None:
    doubled.keep()
    doubled.stands(None)
    doubled.append("quatre", "cinq")
    doubled.close()
    whole = doubled.file.read_bytes()
    shorter = doubled.journal.rows()[:3]
    again = Double(doubled.journal.path, lambda: Known(shorter), doubled._told, "fr")
    doubled.double = again
    doubled.keep()
    assert doubled.stands(None, ahead=2).ahead == doubled.journal.rows()[3:]
    assert doubled.file.read_bytes() == whole
    other = following(shorter[-1], minutes(40), note("autrement"))
    shorter = (*shorter, other)
    doubled.stands(None)
    again.close()
    assert doubled.rows() == shorter
    assert doubled.file.with_name("matinée.jsonl.kept-1").read_bytes() == whole


def test_the_double_of_another_show_is_kept_beside(doubled: Doubled) -> None:
    doubled.file.write_bytes(b"une liste de courses\n")
    doubled.file.with_name("matinée.jsonl.kept-1").write_bytes(b"une autre")
    doubled.keep()
    doubled.stands(None)
    doubled.close()
    assert doubled.rows() == doubled.journal.rows()
    assert doubled.file.with_name("matinée.jsonl.kept-2").read_bytes() == b"une liste de courses\n"


# --- rebuilding --------------------------------------------------------------------------------


@pytest.fixture
def left(doubled: Doubled) -> Doubled:
    """A show of six rows that is over, with its double."""
    doubled.keep()
    doubled.append("quatre", "cinq", "six")
    doubled.stands(None)
    doubled.close()
    return doubled


def test_a_show_is_rebuilt_on_another_machine(left: Doubled, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere" / "shows"
    assert is_double(left.file, left.file.read_bytes())
    made = rebuilt(left.file, folder)
    assert made.path == folder / "matinée.show"
    assert "5 gestes" in made.told.text("fr")
    assert read_rows(made.path).rows == left.journal.rows()
    assert recover(made.path).show == recover(left.journal.path).show
    again = rebuilt(left.file, folder)
    assert (again.path, again.told.code) == (made.path, "double_knows_less")


def test_a_journal_that_lost_its_end_goes_on_from_there(left: Doubled) -> None:
    whole = left.journal.rows()
    journal = Journal.open(left.journal.path)
    journal.go_on_from(3)
    journal.close()
    made = rebuilt(left.file, left.journal.path.parent)
    assert (made.path, made.told.code) == (left.journal.path, "double_rebuilt")
    found = read_rows(made.path)
    assert (found.rows, found.notices) == (whole, ())


def test_a_journal_that_went_another_way_is_left_alone(left: Doubled) -> None:
    whole = left.journal.rows()
    journal = Journal.open(left.journal.path)
    journal.go_on_from(3)
    journal.append(minutes(50), note("autrement"))
    journal.close()
    former = journal.rows()
    double = left.file.with_name("2016-01-19-jour-1.jsonl")
    shutil.copyfile(left.file, double)
    made = rebuilt(double, left.journal.path.parent)
    assert made.path.name == "2016-01-19-jour-1.show"
    assert read_rows(made.path).rows == whole
    assert read_rows(left.journal.path).rows == former


def test_a_journal_that_cannot_be_read_keeps_its_name(left: Doubled) -> None:
    folder = left.journal.path.parent
    double = left.file.with_name("2016-01-19-jour-1.jsonl")
    shutil.copyfile(left.file, double)
    broken = folder / "2016-01-19-jour-1.show"
    for file in folder.glob("matinée*"):
        file.unlink()
    broken.write_bytes(b"SQLite format 3\0" + bytes(5000))
    made = rebuilt(double, folder)
    assert made.path.name == "2016-01-19-jour-2.show"
    assert read_rows(made.path).rows == left.journal.rows()
    assert broken.stat().st_size == 5016


def test_a_double_that_is_cut_gives_what_it_has_and_says_so(left: Doubled, tmp_path: Path) -> None:
    left.file.write_bytes(left.file.read_bytes()[:-40])
    made = rebuilt(left.file, tmp_path / "elsewhere")
    assert made.told.code == "double_rebuilt_cut"
    assert read_rows(made.path).rows == left.journal.rows()[:5]


def test_a_show_that_runs_is_watched_not_rebuilt_under_its_feet(left: Doubled) -> None:
    journal = Journal.open(left.journal.path)
    journal.go_on_from(3)
    made = rebuilt(left.file, left.journal.path.parent)
    assert (made.path, made.told.code) == (left.journal.path, "journal_owned")
    journal.close()


@pytest.mark.parametrize("data", [b"", b"{}\n", b'{"seq": 1}\n', b"\0" * 40])
def test_what_is_no_double_is_told(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "x.jsonl"
    file.write_bytes(data)
    assert not is_double(file, data)
    with pytest.raises(Unreadable) as unreadable:
        rebuilt(file, tmp_path)
    assert unreadable.value.code == "double_unreadable"
