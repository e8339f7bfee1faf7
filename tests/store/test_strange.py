"""What stands in a file's place and is none makes way, and is there still."""

import os
from pathlib import Path

import pytest

from runofshow.core.errors import Unreadable
from runofshow.store.journal import Journal, read_rows
from runofshow.store.mirror import mirror_of
from runofshow.store.owner import owner_file
from runofshow.store.strange import make_way, put_aside, strange
from tests.store.days import kept

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pipes, devices, links")


def test_what_is_no_ordinary_file_is_strange(tmp_path: Path) -> None:
    file, pipe, circle, gone = (tmp_path / name for name in ("file", "pipe", "circle", "gone"))
    file.write_bytes(b"1234")
    os.mkfifo(pipe)
    circle.symlink_to(circle.name)
    assert [strange(each) for each in (file, pipe, circle, gone, tmp_path)] == [
        False, True, True, False, True,
    ]  # fmt: skip
    assert strange(file, largest=3)
    assert not strange(file / "below")


def test_it_is_put_aside_under_the_first_free_name(tmp_path: Path) -> None:
    path = tmp_path / "x.show"
    for number in (1, 2):
        path.mkdir()
        assert put_aside(path) == tmp_path / f"x.show.kept-{number}"
    path.write_bytes(b"")
    make_way(path, tmp_path / "none")
    assert path.exists()


def test_a_journal_whose_every_file_but_one_is_no_file_is_taken_up(tmp_path: Path) -> None:
    path = tmp_path / "x.show"
    kept(path, 4).close()
    path.unlink()
    path.mkdir()
    owner_file(path).unlink()
    os.mkfifo(owner_file(path))
    assert len(read_rows(path).rows) == 4
    journal = Journal.open(path)
    assert len(journal.rows()) == 4
    journal.close()
    assert (tmp_path / "x.show.kept-1").is_dir()
    mirror_of(path).unlink()
    mirror_of(path).symlink_to("/dev/zero")
    assert len(read_rows(path).rows) == 4


def test_a_mirror_that_says_something_else_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "x.show"
    kept(path, 3).close()
    mirror_of(path).write_bytes(b"somebody's own notes\n")
    journal = Journal.open(path)
    journal.close()
    assert (tmp_path / "x.jsonl.kept-1").read_bytes() == b"somebody's own notes\n"


def test_a_schema_that_is_no_text_is_damage_and_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "x.show"
    kept(path, 3).close()
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"CREATE TABLE rows", b"CREATE \xa7\xa8BLE rows"))
    assert len(read_rows(path).rows) == 3  # of the mirror
    mirror_of(path).unlink()
    with pytest.raises(Unreadable):
        read_rows(path)
