"""Files of former programs are taken as they are, those of a newer one with a sentence and a copy.

`tests/versions` holds what two former programs wrote, made by running them: `first`, the one that
first kept a journal, and `outputs`, the one that first had several outputs. Both kept the same
morning: their schedule, their settings, a journal and its mirror.
"""

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from runofshow.clock import SystemClock
from runofshow.core.errors import Unreadable
from runofshow.formats import own
from runofshow.opening import Request, opened
from runofshow.store import recovery, settings
from runofshow.store.journal import Journal, read_rows
from runofshow.store.mirror import mirror_of
from tests.store.days import NINE, PLAN, minutes, note

VERSIONS = Path(__file__).parent.parent / "versions"
ROWS = {"first": 10, "outputs": 13}
EVERY = pytest.mark.parametrize("version", ROWS)


@pytest.fixture
def former(tmp_path: Path, version: str) -> Path:
    """The data folder of a former program."""
    return Path(shutil.copytree(VERSIONS / version, tmp_path / "data"))


def journal_in(data: Path) -> Path:
    (path,) = data.glob("shows/*.show")
    return path


def kept_beside(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.glob("*.kept-*"))


@EVERY
def test_the_journal_of_a_former_program_goes_on(former: Path, version: str) -> None:
    path = journal_in(former)
    journal, found = recovery.resume(path)
    assert (len(found.rows), found.notices) == (ROWS[version], ())
    assert found.show.rev == ROWS[version] - 1
    assert kept_beside(path) == []
    journal.append(minutes(60), note("repris"))
    journal.close()
    assert len(recovery.recover(path).rows) == ROWS[version] + 1


@EVERY
@pytest.mark.parametrize("ending", [".show", ".jsonl"])
def test_it_goes_on_from_its_mirror_or_its_database_alone(
    former: Path, version: str, ending: str
) -> None:
    path = journal_in(former)
    path.with_suffix(ending).unlink()
    journal, found = recovery.resume(path)
    journal.close()
    assert len(found.rows) == ROWS[version]
    assert found.show.plan.title == "Une matinée d'été"


@EVERY
def test_the_schedule_of_a_former_program_is_read_and_written_alike(former: Path) -> None:
    data = (former / "matinee.json").read_bytes()
    read = own.read(data, date(2026, 1, 1))
    assert read.doubts == ()
    assert own.write(read.plan) == data


@EVERY
def test_the_settings_of_a_former_program_are_taken(former: Path, version: str) -> None:
    found, said = settings.load(former)
    assert said is None
    assert (found.language, found.dark, found.guard_ms) == ("en", False, 700)
    stage = found.stage
    if version == "first":
        assert stage.screen == settings.ScreenIdentity(connector="DP-2")
    else:
        assert (stage.metres, found.outputs[1].name) == (12, "Foyer")
    settings.save(former, found)
    assert settings.load(former) == (found, None)


# --- a newer program's -------------------------------------------------------------------------


def of_a_newer_one(path: Path) -> int:
    """A journal with a command that nobody here knows, the fifth row of seven."""
    journal = Journal.create(path, PLAN, NINE)
    commands = [note("a"), note("b"), '{"do":"go"}', '{"do":"teleport","slot":"b"}', '{"do":"end"}']
    for number, command in enumerate(commands, start=1):
        journal.append(minutes(number), command)
    journal.close()
    return len(commands) + 1


def test_a_command_of_a_newer_program_ends_the_replay_and_the_whole_is_kept(
    tmp_path: Path,
) -> None:
    path = tmp_path / "x.show"
    rows = of_a_newer_one(path)
    journal, found = recovery.resume(path)
    assert len(found.rows) == len(journal.rows()) == 4
    assert [said.code for said in found.notices] == ["replay_stopped", "unknown_command"]
    journal.close()
    assert kept_beside(path) == ["x.jsonl.kept-1", "x.show.kept-1"]
    kept = tmp_path / "again"
    kept.mkdir()
    shutil.copyfile(tmp_path / "x.show.kept-1", kept / "x.show")
    assert len(read_rows(kept / "x.show").rows) == rows


def test_a_look_at_it_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "x.show"
    of_a_newer_one(path)
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert len(recovery.recover(path).rows) == 4
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_database_of_a_newer_program_with_more_columns_is_written_to(tmp_path: Path) -> None:
    path = tmp_path / "x.show"
    of_a_newer_one(path)
    mirror_of(path).unlink()
    with closing(sqlite3.connect(path)) as database:
        database.execute("ALTER TABLE rows ADD COLUMN source TEXT")
        database.commit()
    journal = Journal.open(path)
    journal.append(minutes(9), note("c"))
    journal.close()
    assert len(read_rows(path).rows) == 7


def test_a_schedule_of_a_newer_program_is_refused_or_read_with_a_sentence(tmp_path: Path) -> None:
    file, data = tmp_path / "day.json", tmp_path / "data"
    plan = json.loads(PLAN)
    file.write_text(json.dumps(plan | {"format": "runofshow/2.0"}))
    with pytest.raises(Unreadable) as refused:
        opened(Request(data, file), SystemClock())
    assert refused.value.code == "format_newer"
    newer = plan | {"format": "runofshow/1.9", "weather": "sun"}
    file.write_text(json.dumps(newer))
    show = opened(Request(data, file, date(2016, 1, 19)), SystemClock())
    assert "format_minor" in [said.code for said in show.notices]
    assert show.desk.show.plan.as_json()["weather"] == "sun"
    assert show.kept is not None
    show.kept.close()
    assert json.loads(file.read_text()) == newer
