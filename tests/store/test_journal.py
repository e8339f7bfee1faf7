"""The journal: what `append` promises, whom it tells, what it makes of a damaged file."""

import errno
import hashlib
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from runofshow.core.errors import Unreadable, Unwritable
from runofshow.store import files
from runofshow.store.journal import Journal, Owned, free_path, owner_of, read_rows
from runofshow.store.mirror import mirror_of
from runofshow.store.owner import owner_file
from runofshow.store.reading import Reading
from runofshow.store.rows import Row, following, linked, row_of
from runofshow.store.table import log_of, read_table, write_whole
from tests.faults import platter
from tests.rows import each_row
from tests.store.days import NINE, PLAN, kept, minutes, note


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "shows" / "matinée.show"


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    journal = kept(path, 10)
    yield journal
    journal.close()


def snapshot(folder: Path) -> dict[str, str]:
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.is_file()
    }


def said(notices: tuple[object, ...]) -> list[str]:
    return [getattr(notice, "code", "") for notice in notices]


# --- rows --------------------------------------------------------------------------------------


def test_the_first_row_is_the_plan_and_the_others_are_commands(journal: Journal) -> None:
    first, second, *_ = journal.rows()
    assert (first.seq, first.at, first.kind, first.body) == (1, NINE, "plan", PLAN)
    assert (second.seq, second.kind, json.loads(second.body)["do"]) == (2, "command", "note")


@pytest.mark.parametrize(
    "at",
    [
        datetime.fromisoformat("2016-01-19T09:00:00.000001+01:00"),
        datetime.fromisoformat("2016-01-19T09:00:00+00:00"),
        datetime(2024, 10, 27, 2, 30, 0, 123456, timezone(timedelta(hours=1, seconds=1))),
        datetime.fromisoformat("0001-01-02T00:00:00.5+00:00"),
        datetime.fromisoformat("9999-12-30T23:59:59.999999+00:00"),
    ],
)
def test_instants_come_back_to_the_microsecond_and_in_utc(path: Path, at: datetime) -> None:
    journal = kept(path, 1)
    journal.append(at, note("x"))
    journal.close()
    back = read_rows(path).rows[1].at
    assert back == at
    assert back.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    "text", ["œ – « é »", "🎤", "\ud800", "\x00", "a\nb", "\u2028", "x" * 10**6]
)
def test_any_text_comes_back_as_it_was(path: Path, text: str) -> None:
    journal = kept(path, 1)
    journal.append(minutes(1), note(text))
    journal.close()
    found = read_rows(path)
    assert json.loads(found.rows[1].body)["text"] == text
    assert not found.notices
    assert row_of(json.loads(json.dumps(found.rows[1].as_json()))) == found.rows[1]


def test_an_instant_without_a_zone_is_a_mistake_and_writes_nothing(journal: Journal) -> None:
    with pytest.raises(ValueError, match="aware"):
        journal.append(NINE.replace(tzinfo=None), note("x"))
    assert len(journal.rows()) == 10


@each_row(
    "harmed",
    [
        {"seq": 3},
        {"at": minutes(59)},
        {"kind": "plan"},
        {"body": note("autre")},
        {"chain": "0" * 64},
    ],
)
def test_a_row_with_any_field_changed_no_longer_links(harmed: dict[str, object]) -> None:
    previous = Row(1, NINE, "plan", PLAN, "c" * 64)
    row = following(previous, minutes(1), note("un"))
    assert linked(previous, row)
    fields = {"seq": row.seq, "at": row.at, "kind": row.kind, "body": row.body, "chain": row.chain}
    assert not linked(previous, Row(**(fields | harmed)))  # type: ignore[arg-type]


@each_row(
    "data",
    [
        None,
        3,
        [],
        {},
        {"seq": "1", "at": "2016-01-19T08:00:00+00:00", "kind": "plan", "body": "", "chain": ""},
        {"seq": 1, "at": "2016-01-19T08:00:00", "kind": "plan", "body": "", "chain": ""},
        {"seq": 1, "at": "once", "kind": "plan", "body": "", "chain": ""},
        {"seq": 1, "at": "2016-01-19T08:00:00+00:00", "kind": "other", "body": "", "chain": ""},
        {"seq": 1, "at": "0001-01-01T00:00:00+20:00", "kind": "plan", "body": "", "chain": ""},
        {"seq": 1, "at": 7, "kind": "plan", "body": "", "chain": ""},
    ],
)
def test_what_is_no_row_is_none(data: object) -> None:
    assert row_of(data) is None


def test_a_closed_journal_takes_no_row_and_closes_again_in_peace(path: Path) -> None:
    journal = kept(path, 2)
    journal.close()
    journal.close()
    with pytest.raises(ValueError, match="closed"):
        journal.append(minutes(3), note("x"))
    with pytest.raises(ValueError, match="released"):
        journal.announce("", "")


# --- on disk -----------------------------------------------------------------------------------


def test_what_was_appended_is_found_on_reopening(path: Path) -> None:
    first = kept(path, 5)
    rows = first.rows()
    first.close()
    again = Journal.open(path)
    assert again.rows() == rows
    assert again.notices == ()
    again.append(minutes(30), note("après"))
    again.close()
    assert [row.seq for row in read_rows(path).rows] == [1, 2, 3, 4, 5, 6]


def test_the_settings_are_those_that_survive_a_power_cut(journal: Journal) -> None:
    connection = journal._connection
    assert connection is not None
    found = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "locking_mode")
    }
    assert found == {"journal_mode": "wal", "synchronous": 2, "locking_mode": "exclusive"}


def test_closed_it_leaves_no_log_behind(path: Path) -> None:
    kept(path, 3).close()
    assert sorted(file.name for file in path.parent.iterdir()) == [
        "matinée.jsonl",
        "matinée.owner.json",
        "matinée.show",
    ]


def test_a_journal_is_never_begun_over_another(path: Path) -> None:
    kept(path, 3).close()
    with pytest.raises(Unwritable) as refused:
        Journal.create(path, PLAN, NINE)
    assert refused.value.code == "journal_exists"
    path.unlink()  # its mirror alone is still a journal
    with pytest.raises(Unwritable):
        Journal.create(path, PLAN, NINE)
    assert len(read_rows(path).rows) == 3


def test_one_that_the_disk_took_and_then_refused_is_begun_once_it_takes_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> sqlite3.Connection:
        raise Unwritable("disk_full")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("runofshow.store.journal.connected", full)
        with pytest.raises(Unwritable):
            Journal.create(path, PLAN, NINE)
    begun = Journal.create(path, PLAN, NINE)
    begun.append(NINE, note("x"))
    begun.close()
    assert len(read_rows(path).rows) == 2


def test_a_free_path_is_never_a_taken_one(path: Path) -> None:
    assert free_path(path.parent, "matinée") == path
    kept(path, 1).close()
    assert free_path(path.parent, "matinée").name == "matinée-2.show"


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unwritable):
        Journal.create(tmp_path / "file" / "x.show", PLAN, NINE)
    with pytest.raises(Unreadable) as unreadable:
        Journal.open(tmp_path / "none.show")
    assert unreadable.value.code == "no_journal"
    assert "none.show" in unreadable.value.text("fr")


# --- one owner ---------------------------------------------------------------------------------


def child(path: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store", str(path), *arguments],
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_second_opener_is_told_who_has_it(path: Path) -> None:
    first = child(path)
    try:
        assert first.stdout
        assert first.stdout.readline() == "open 1\n"
        with pytest.raises(Owned) as owned:
            Journal.open(path)
        assert owned.value.owner.pid == first.pid
        assert str(first.pid) in owned.value.text("fr")
        owner = owner_of(path)
        assert owner == owned.value.owner
        assert len(read_rows(path).rows) >= 1
    finally:
        first.kill()
        first.communicate()
    assert owner_of(path) is None
    Journal.open(path).close()


def test_the_same_program_does_not_open_it_twice(journal: Journal, path: Path) -> None:
    with pytest.raises(Owned) as owned:
        Journal.open(path)
    assert owned.value.owner.pid == os.getpid()
    journal.append(minutes(20), note("toujours là"))


def test_another_program_on_the_database_is_noticed(path: Path) -> None:
    kept(path, 3).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(Owned) as owned:
        Journal.open(path)
    assert owned.value.code == "journal_owned_unknown"
    other.close()
    Journal.open(path).close()


def test_the_database_itself_is_locked_against_strangers(journal: Journal, path: Path) -> None:
    owner_of(path)
    read_rows(path)
    code = (
        "import sqlite3, sys\n"
        "try: sqlite3.connect(sys.argv[1], timeout=0).execute('SELECT * FROM rows').fetchall()\n"
        "except sqlite3.OperationalError as error: print(error)"
    )
    output = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert output.stdout == "database is locked\n"


def test_the_note_names_the_socket_and_is_for_its_user_alone(journal: Journal, path: Path) -> None:
    journal.announce("127.0.0.1:40123", "secret")
    owner = owner_of(path)
    assert owner is not None
    assert (owner.address, owner.token) == ("127.0.0.1:40123", "secret")
    assert stat.S_IMODE(owner_file(path).stat().st_mode) == 0o600


def test_a_note_that_says_nothing_still_means_owned(journal: Journal, path: Path) -> None:
    owner_file(path).write_text("{")
    owner = owner_of(path)
    assert owner is not None
    assert owner.pid == 0


def test_a_closed_journal_has_no_owner(path: Path) -> None:
    kept(path, 1).close()
    assert owner_of(path) is None
    assert owner_of(path.with_name("never.show")) is None


# --- a look from outside -----------------------------------------------------------------------


def test_a_look_at_a_running_journal_sees_all_rows_and_touches_nothing(path: Path) -> None:
    writer = child(path, "40")
    assert writer.stdout
    lines = [writer.stdout.readline() for _ in range(41)]
    os.kill(writer.pid, signal.SIGKILL)
    writer.communicate()
    assert lines[-1] == "41\n"
    before = snapshot(path.parent)
    found = read_rows(path)
    assert len(found.rows) == 41
    assert not found.notices
    assert snapshot(path.parent) == before


def test_looks_while_its_owner_writes_never_see_a_torn_journal(path: Path) -> None:
    writer = child(path)
    assert writer.stdout
    try:
        writer.stdout.readline()
        seen = 0
        for _ in range(25):
            acknowledged = int(writer.stdout.readline())
            found = read_rows(path)
            assert not found.notices
            assert len(found.rows) >= max(acknowledged, seen)
            seen = len(found.rows)
    finally:
        writer.kill()
        writer.communicate()


def test_a_look_at_ones_own_journal_keeps_the_lock(journal: Journal, path: Path) -> None:
    assert read_rows(path).rows == journal.rows()


# --- a disk that refuses -----------------------------------------------------------------------


def refusing_child(path: Path, limit: int) -> dict[str, object]:
    """Runs a journal under a file size limit, then without; what it saw."""
    code = f"""
import json, resource, signal, sys
from pathlib import Path
from runofshow.core.errors import Unwritable
from runofshow.store.journal import Journal, read_rows
from tests.store.days import PLAN, NINE, minutes, note
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
journal = Journal.create(Path(sys.argv[1]), PLAN, NINE)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, hard))
codes, number = [], 0
while len(codes) < 5:
    try:
        journal.append(minutes(number + 1), note("x" * 2000 + str(number)))
        number += 1
    except Unwritable as refused:
        codes.append(refused.code)
refused_at = len(journal.rows())
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
for later in range(3):
    journal.append(minutes(number + 1), note("x" * 2000 + str(number)))
    number += 1
print(json.dumps([codes, refused_at, len(journal.rows()), number]))
sys.stdout.flush()
import os
os.kill(os.getpid(), signal.SIGKILL)
"""
    run = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False
    )
    assert run.returncode == -signal.SIGKILL, run.stderr
    codes, refused_at, rows, number = json.loads(run.stdout)
    return {"codes": codes, "refused_at": refused_at, "rows": rows, "number": number}


@pytest.mark.parametrize("limit", [100_000, 300_000, 1_000_000])
def test_a_file_that_may_not_grow_refuses_and_catches_up(path: Path, limit: int) -> None:
    seen = refusing_child(path, limit)
    assert set(seen["codes"]) <= {"disk_full", "disk_error"}  # type: ignore[call-overload]
    assert seen["rows"] == seen["refused_at"] + 3  # type: ignore[operator]
    found = read_rows(path)
    assert not found.notices
    texts = [json.loads(row.body)["text"].lstrip("x") for row in found.rows[1:]]
    assert texts == [str(number) for number in range(seen["number"])]  # type: ignore[call-overload]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(place)]
    if (
        not shutil.which("mount")
        or subprocess.run(command, capture_output=True, check=False).returncode
    ):
        pytest.skip("a small disk needs the right to mount one")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def filled(place: Path) -> Path:
    """A file that takes what room there is."""
    ballast = place / "ballast"
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while True:
            file.write(b"\0" * 4096)
    return ballast


def until_refused(journal: Journal) -> None:
    for number in range(1000):
        journal.append(minutes(10), note(f"plein {number}"))


def test_a_full_disk_refuses_and_what_was_refused_is_appended_later(small_disk: Path) -> None:
    path = small_disk / "plein.show"
    journal = kept(path, 3)
    ballast = filled(small_disk)
    with pytest.raises(Unwritable) as refused:
        until_refused(journal)
    assert refused.value.code == "disk_full"
    stood = len(journal.rows())
    for _ in range(3):
        with pytest.raises(Unwritable):
            journal.append(minutes(10), note("refusé"))
    ballast.unlink()
    assert len(journal.rows()) == stood
    assert journal.append(minutes(10), note("refusé")).seq == stood + 1
    rows = journal.rows()
    journal.close()
    found = read_rows(path)
    assert (found.rows, found.notices) == (rows, ())


def test_a_show_killed_on_a_full_disk_comes_back(small_disk: Path) -> None:
    path = small_disk / "plein.show"
    writer = child(path, "20")
    assert writer.stdout
    [writer.stdout.readline() for _ in range(21)]
    writer.kill()
    writer.communicate()
    ballast = filled(small_disk)
    journal = Journal.open(path)
    assert len(journal.rows()) == 21
    assert journal.notices == ()
    ballast.unlink()
    journal.append(minutes(1), note("suite"))
    journal.close()
    assert len(read_rows(path).rows) == 22


def test_a_full_disk_takes_no_new_journal_and_nothing_is_left_behind(small_disk: Path) -> None:
    ballast = filled(small_disk)
    path = small_disk / "neuf.show"
    with pytest.raises(Unwritable):
        Journal.create(path, PLAN, NINE)
    assert not path.exists()
    ballast.unlink()
    Journal.create(path, PLAN, NINE).close()


# --- a file that goes away ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "victims", [("show",), ("wal",), ("show", "wal"), ("show", "wal", "jsonl")]
)
def test_a_deleted_file_is_told_and_written_anew(
    journal: Journal, path: Path, victims: tuple[str, ...]
) -> None:
    files = {"show": path, "wal": log_of(path), "jsonl": mirror_of(path)}
    for victim in victims:
        files[victim].unlink()
    with pytest.raises(Unwritable) as refused:
        journal.append(minutes(20), note("perdu ?"))
    assert refused.value.code == "journal_gone"
    journal.append(minutes(20), note("perdu ?"))
    journal.append(minutes(21), note("suite"))
    rows = journal.rows()
    journal.close()
    found = read_rows(path)
    assert (found.rows, found.notices) == (rows, ())
    assert [row.seq for row in rows] == list(range(1, 13))


def test_a_deleted_mirror_costs_nothing(journal: Journal, path: Path) -> None:
    mirror_of(path).unlink()
    journal.append(minutes(20), note("x"))
    assert len(mirror_of(path).read_bytes().splitlines()) == 11


def test_a_folder_that_vanishes_is_told_until_it_is_back(journal: Journal, path: Path) -> None:
    away = path.parent.with_name("away")
    path.parent.rename(away)
    for _ in range(3):
        with pytest.raises(Unwritable) as refused:
            journal.append(minutes(20), note("x"))
        assert refused.value.code == "journal_folder"
    away.rename(path.parent)
    journal.append(minutes(20), note("x"))
    rows = journal.rows()
    journal.close()
    assert read_rows(path).rows == rows


def test_a_disk_that_is_back_under_other_numbers_is_known_again(
    journal: Journal, path: Path
) -> None:
    away, other = path.parent.with_name("away"), path.parent.with_name("other")
    shutil.copytree(path.parent, other)  # as the stick held it when it was pulled
    path.parent.rename(away)
    with pytest.raises(Unwritable):
        journal.look()
    other.rename(path.parent)
    journal.look()
    journal.append(minutes(20), note("retrouvé"))
    assert owner_of(path) is not None
    rows = journal.rows()
    journal.close()
    assert read_rows(path) == (rows, (), 0, True, False)
    assert len(rows) == 11


def test_a_row_that_a_pulled_disk_took_all_the_same_is_ours_when_it_is_back(
    journal: Journal, path: Path
) -> None:
    away = path.parent.with_name("away")
    path.parent.rename(away)
    with pytest.raises(Unwritable):
        journal.append(minutes(20), note("pris sans le dire"))  # into the file that moved away
    shutil.copytree(away, path.parent)
    journal.append(minutes(20), note("pris sans le dire"))
    rows = journal.rows()
    journal.close()
    assert read_rows(path) == Reading(rows)
    assert len(rows) == 11


def test_a_database_that_could_not_be_filled_takes_no_ones_place(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read_table(path, ours=True)

    class Busy(sqlite3.Connection):
        """A database whose log does not get into it."""

        def execute(self, sql: str, *given: object) -> sqlite3.Cursor:
            found = sql.replace("PRAGMA wal_checkpoint(TRUNCATE)", "SELECT 1, -1, -1")
            return super().execute(found, *given)  # type: ignore[arg-type]

    usual = sqlite3.connect
    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", lambda *a, **k: usual(*a, factory=Busy, **k))
        with pytest.raises(Unwritable):
            write_whole(path, journal.rows())
    assert read_table(path, ours=True) == before
    assert not list(path.parent.glob("*.new*"))


def test_a_journal_that_another_went_on_with_is_not_overwritten(
    journal: Journal, path: Path
) -> None:
    away, other = path.parent.with_name("away"), path.parent.with_name("other")
    shutil.copytree(path.parent, other)
    path.parent.rename(away)
    elsewhere = Journal.open(other / path.name)
    elsewhere.append(minutes(20), note("sur l'autre poste"))
    elsewhere.close()
    other.rename(path.parent)
    for _ in range(2):
        with pytest.raises(Unwritable) as refused:
            journal.append(minutes(21), note("ici"))
        assert refused.value.code == "journal_replaced"
    assert "autre poste" in mirror_of(path).read_text()


def test_a_look_finds_what_the_next_row_would(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.look()
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 0))
        with pytest.raises(Unwritable) as refused:
            journal.look()
        assert refused.value.code == "disk_full"
    with monkeypatch.context() as patched:
        patched.setattr(os, "access", lambda *_: False)
        with pytest.raises(Unwritable) as refused:
            journal.look()
        assert refused.value.code == "disk_readonly"
    for file in (path, mirror_of(path)):
        file.unlink()
    journal.look()  # written anew, no row needed
    rows = journal.rows()
    journal.close()
    journal.look()
    assert read_rows(path).rows == rows


def test_a_file_put_in_its_place_is_not_overwritten(journal: Journal, path: Path) -> None:
    path.rename(path.with_suffix(".moved"))
    path.write_text("à moi")
    for _ in range(2):
        with pytest.raises(Unwritable) as refused:
            journal.append(minutes(20), note("x"))
        assert refused.value.code == "journal_replaced"
    assert path.read_text() == "à moi"
    path.unlink()
    journal.append(minutes(20), note("x"))
    rows = journal.rows()
    journal.close()
    assert read_rows(path).rows == rows


def test_an_error_of_the_disk_leaves_the_journal_usable(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(connection: object, row: object) -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = 10 | 4 << 8  # SQLITE_IOERR_FSYNC
        raise error

    with monkeypatch.context() as patched:
        patched.setattr("runofshow.store.journal.insert", broken)
        for _ in range(2):
            with pytest.raises(Unwritable) as refused:
                journal.append(minutes(20), note("x"))
            assert refused.value.code == "disk_error"
            assert "disk I/O error" in refused.value.text("fr")
    assert journal.append(minutes(20), note("x")).seq == 11


# --- damage ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journal]:
    """An open journal for tests that only copy its files."""
    journal = kept(tmp_path_factory.mktemp("lasting") / "matinée.show", 10)
    yield journal
    journal.close()


def abandoned(journal: Journal, folder: Path) -> Path:
    """A copy of an open journal's files, as a kill would leave them."""
    folder.mkdir()
    path = journal.path
    for file in (path, log_of(path), mirror_of(path)):
        shutil.copyfile(file, folder / file.name)
    return folder / path.name


def flip(file: Path, offset: int) -> None:
    data = bytearray(file.read_bytes())
    data[offset] ^= 0x55
    file.write_bytes(data)


@pytest.mark.parametrize("which", ["show", "wal", "jsonl"])
@pytest.mark.parametrize("part", range(24))
def test_a_flipped_byte_loses_no_row(
    lasting: Journal, tmp_path: Path, which: str, part: int
) -> None:
    path = abandoned(lasting, tmp_path / "left")
    file = {"show": path, "wal": log_of(path), "jsonl": mirror_of(path)}[which]
    flip(file, part * file.stat().st_size // 24)
    assert read_rows(path).rows == lasting.rows()


@pytest.mark.parametrize("which", ["show", "wal", "jsonl"])
@pytest.mark.parametrize("part", [0, 5, 11, 23])
def test_after_a_flipped_byte_the_journal_goes_on_whole(
    lasting: Journal, tmp_path: Path, which: str, part: int
) -> None:
    path = abandoned(lasting, tmp_path / "left")
    file = {"show": path, "wal": log_of(path), "jsonl": mirror_of(path)}[which]
    flip(file, part * file.stat().st_size // 24)
    mended = Journal.open(path)
    assert mended.rows() == lasting.rows()
    mended.append(minutes(20), note("suite"))
    mended.close()
    found = read_rows(path)
    assert len(found.rows) == 11
    assert not found.notices


@pytest.mark.parametrize("part", range(24))
@pytest.mark.parametrize("which", ["show", "wal"])
def test_database_and_mirror_harmed_together_never_lose_a_row_in_silence(
    lasting: Journal, tmp_path: Path, which: str, part: int
) -> None:
    path = abandoned(lasting, tmp_path / "left")
    file = {"show": path, "wal": log_of(path)}[which]
    flip(file, part * file.stat().st_size // 24)
    lines = mirror_of(path).read_bytes().splitlines(keepends=True)
    lines[6] = lines[6].replace(b"geste 6", b"geste 7")
    mirror_of(path).write_bytes(b"".join(lines))
    found = read_rows(path)
    assert found.rows == lasting.rows()[: len(found.rows)]
    if len(found.rows) < 10:
        assert len(found.rows) == 6
        assert found.lost == 4
        assert "9h05\u00a0: 4 gestes perdus" in found.notices[0].text("fr")
        assert "9:05: 4 actions lost" in found.notices[0].text("en")


@pytest.mark.parametrize("size", [0, 1, 31, 32, 5000, 20_000])
def test_a_log_cut_short_is_noticed(lasting: Journal, tmp_path: Path, size: int) -> None:
    path = abandoned(lasting, tmp_path / "left")
    os.truncate(log_of(path), size)
    found = read_rows(path)
    assert found.rows == lasting.rows()
    assert said(found.notices) == ["journal_mended"]


def test_a_row_taken_out_of_both_is_counted(journal: Journal, tmp_path: Path) -> None:
    journal.close()
    path = tmp_path / "left" / "x.show"
    path.parent.mkdir()
    shutil.copyfile(journal.path, path)
    lines = mirror_of(journal.path).read_bytes().splitlines(keepends=True)
    mirror_of(path).write_bytes(b"".join(lines[:4] + lines[5:]))
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("DELETE FROM rows WHERE seq = 5")
    connection.close()
    found = read_rows(path)
    assert len(found.rows) == 4
    assert found.lost == 6
    opened = Journal.open(path)
    assert opened.notices == found.notices
    opened.append(minutes(20), note("suite"))
    opened.close()
    kept_rows = sqlite3.connect(path.with_name("x.show.kept-1"), isolation_level=None)
    assert kept_rows.execute("SELECT count(*) FROM rows").fetchone() == (9,)
    kept_rows.close()
    assert path.with_name("x.jsonl.kept-1").exists()


def test_one_lost_action_is_told_in_the_singular(journal: Journal, tmp_path: Path) -> None:
    journal.close()
    path = journal.path
    lines = mirror_of(path).read_bytes().splitlines(keepends=True)
    mirror_of(path).write_bytes(b"".join(lines[:9]) + lines[9][:-9])
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE rows SET chain = 'x' WHERE seq = 10")
    connection.close()
    assert "un geste perdu" in read_rows(path).notices[0].text("fr")


@pytest.mark.parametrize("left", ["mirror", "database"])
def test_one_of_the_two_files_is_enough(journal: Journal, left: str) -> None:
    journal.close()
    (journal.path if left == "mirror" else mirror_of(journal.path)).unlink()
    found = read_rows(journal.path)
    assert found.rows == journal.rows()
    assert said(found.notices) == ["journal_mended" if left == "mirror" else "journal_unmirrored"]
    again = Journal.open(journal.path)
    again.close()
    assert read_rows(journal.path).notices == ()


def harm_last_row(path: Path) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("UPDATE rows SET chain = 'x' WHERE seq = 10")
    connection.close()


RUBBISH = [
    random.Random(2016).randbytes(9000),
    b"une liste de courses\n" * 300,
    b'{"a": "b"}\n' * 9,
]


@pytest.mark.parametrize("rubbish", RUBBISH, ids=["noise", "text", "json"])
def test_a_mirror_of_rubbish_counts_for_no_action_lost(
    lasting: Journal, tmp_path: Path, rubbish: bytes
) -> None:
    path = abandoned(lasting, tmp_path / "left")
    mirror = mirror_of(path)
    whole = mirror.read_bytes()
    mirror.write_bytes(rubbish)
    found = read_rows(path)
    assert (found.rows, found.lost) == (lasting.rows(), 0)
    assert said(found.notices) == ["journal_copy_unread"]
    mirror.write_bytes(whole + rubbish)  # its end alone: nothing tells whether there was more
    found = read_rows(path)
    assert (found.rows, found.lost) == (lasting.rows(), 0)
    assert found.notices
    harm_last_row(path)
    mirror.write_bytes(rubbish)
    found = read_rows(path)
    assert (found.rows, found.lost) == (lasting.rows()[:9], 1)
    Journal.open(path).close()
    assert mirror.with_name("matinée.jsonl.kept-1").read_bytes() == rubbish


def test_the_mirror_of_another_show_counts_for_no_action_lost(
    lasting: Journal, tmp_path: Path
) -> None:
    path = abandoned(lasting, tmp_path / "left")
    other = Journal.create(tmp_path / "other" / "x.show", PLAN, minutes(1))
    for number in range(30):
        other.append(minutes(number), note("ailleurs"))
    other.close()
    shutil.copyfile(mirror_of(other.path), mirror_of(path))
    found = read_rows(path)
    assert (found.rows, found.lost) == (lasting.rows(), 0)
    assert said(found.notices) == ["journal_copy_unread"]
    harm_last_row(path)
    found = read_rows(path)
    assert (found.rows, found.lost) == (lasting.rows()[:9], 1)


@pytest.mark.parametrize("at", [0, 20, 100, -40, -2])
def test_a_row_torn_in_two_lines_is_one(lasting: Journal, tmp_path: Path, at: int) -> None:
    path = abandoned(lasting, tmp_path / "left")
    lines = mirror_of(path).read_bytes().splitlines(keepends=True)
    lines[9] = lines[9][:at] + b"\n" + lines[9][at + 1 :]
    mirror_of(path).write_bytes(b"".join(lines))
    found = read_rows(path)
    assert (found.rows, found.lost) == (lasting.rows(), 0)


def test_a_damaged_database_without_mirror_says_that_more_may_be_lost(journal: Journal) -> None:
    for number in range(200):
        journal.append(minutes(20), note(f"{number}" * 20))
    journal.close()
    mirror_of(journal.path).unlink()
    data = bytearray(journal.path.read_bytes())
    data[-4096 * 3 : -4096 * 2] = bytes(4096)
    journal.path.write_bytes(data)
    found = read_rows(journal.path)
    assert 0 < len(found.rows) < 210
    assert found.rows == journal.rows()[: len(found.rows)]
    assert found.notices


@pytest.mark.parametrize("content", [b"", b"not a database, far from it" * 200, bytes(8192)])
def test_a_journal_without_a_row_to_trust_is_told_and_left_alone(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "x.show"
    path.write_bytes(content)
    for opener in (read_rows, Journal.open):
        with pytest.raises(Unreadable) as unreadable:
            opener(path)
        assert unreadable.value.code == "journal_unreadable"
    assert path.read_bytes() == content
    assert owner_of(path) is None


def test_the_journal_goes_on_from_an_earlier_row_and_keeps_the_former(journal: Journal) -> None:
    former = journal.rows()
    journal.go_on_from(4)
    journal.append(minutes(20), note("autrement"))
    rows = journal.rows()
    journal.close()
    assert rows[:4] == former[:4]
    assert read_rows(journal.path).rows == rows
    kept_mirror = journal.path.with_name("matinée.jsonl.kept-1")
    assert len(kept_mirror.read_bytes().splitlines()) == 10


# --- kill -9 -----------------------------------------------------------------------------------


def test_what_was_acknowledged_survives_kill_9(path: Path) -> None:
    acknowledged = 0
    for turn in range(12):
        writer = child(path)
        assert writer.stdout
        word, opened_with = writer.stdout.readline().split()
        assert word == "open"
        assert int(opened_with) >= acknowledged
        for _ in range(1 + turn * 37 % 60):
            acknowledged = int(writer.stdout.readline())
        writer.kill()
        lines = writer.communicate()[0].splitlines()
        whole = [line for line in lines if line.isdigit()]
        acknowledged = max([acknowledged, *map(int, whole[:-1])])
        found = read_rows(path)
        assert len(found.rows) >= acknowledged
        assert not found.lost


def test_resource_limits_are_as_before() -> None:
    """The limits of the tests above were the children's own."""
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


def test_a_disk_that_refuses_after_it_has_replaced_the_journal_is_caught_up_with(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What stands there then is its own journal, though not the file that it had open."""
    journal.path.unlink()

    def refuse(_: Path) -> None:
        raise OSError(errno.EIO, "no")

    with monkeypatch.context() as refusing:
        refusing.setattr(files, "folder_flushed", refuse)
        for _ in range(2):
            with pytest.raises(Unwritable):
                journal.append(minutes(50), note("kept"))
    journal.append(minutes(50), note("kept"))
    journal.close()
    assert [json.loads(row.body)["text"] for row in read_rows(journal.path).rows[-1:]] == ["kept"]


@pytest.mark.skipif(bool(platter.lacking()), reason="needs SQLite as a library of its own")
def test_before_a_journal_is_written_anew_its_copy_is_on_the_platter(tmp_path: Path) -> None:
    """While its log is gone and the new file not yet in its place, the power may fail."""
    with platter.listened() as disk:
        journal = kept(tmp_path / "x.show", 3)
        journal.path.unlink()
        began = len(disk.calls)
        journal.look()
        done = [(call.act, call.file.name) for call in disk.calls[began:]]
        journal.close()
    assert done.index(("sync", "x.jsonl")) < done.index(("rename", "x.show.new"))


def test_a_copy_that_was_deleted_is_there_again_when_the_journal_is_let_go(
    journal: Journal,
) -> None:
    mirror_of(journal.path).unlink()
    journal.close()
    assert not read_rows(journal.path).notices
