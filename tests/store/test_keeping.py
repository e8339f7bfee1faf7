"""The journal's own thread: a slow disk holds nobody up, and nothing is written twice."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from runofshow.core.errors import Unwritable
from runofshow.store import keeping
from runofshow.store.journal import Journal, Owned, read_rows
from runofshow.store.keeping import Kept
from runofshow.store.rows import Row
from tests.process import PATIENCE
from tests.store.days import NINE, PLAN, minutes, note


class Slow:
    """A journal on a disk that may hang: each append waits until `taken` lets it."""

    def __init__(self, path: Path) -> None:
        self.journal = Journal.create(path, PLAN, NINE)
        self.taken = threading.Event()
        self.taken.set()
        usual = self.journal.append

        def append(at: object, command_json: str) -> Row:
            assert self.taken.wait(PATIENCE)
            return usual(at, command_json)  # type: ignore[arg-type]

        self.journal.append = append  # type: ignore[method-assign]


@pytest.fixture
def slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Slow:
    monkeypatch.setattr(keeping, "LOOK_EVERY", 0.01)
    return Slow(tmp_path / "x.show")


@pytest.fixture
def news() -> threading.Event:
    return threading.Event()


@pytest.fixture
def kept(slow: Slow, news: threading.Event) -> Iterator[Kept]:
    kept = Kept(lambda: slow.journal, slow.journal)
    kept.watch(news.set)
    yield kept
    slow.taken.set()
    kept.close()


def test_a_disk_that_hangs_is_waited_for_once_and_its_row_is_written_once(
    kept: Kept, slow: Slow, news: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PATIENCE", 0.01)
    slow.taken.clear()
    for _ in range(3):
        with pytest.raises(Unwritable) as refused:
            kept.append(minutes(1), note("un"))
        assert refused.value.code == "disk_slow"
    slow.taken.set()
    assert news.wait(PATIENCE)
    kept.append(minutes(1), note("un"))
    monkeypatch.undo()
    kept.append(minutes(2), note("deux"))
    kept.close()
    assert [row.body for row in read_rows(slow.journal.path).rows[1:]] == [note("un"), note("deux")]


def test_what_the_disk_refuses_is_told_and_asked_for_again(
    kept: Kept, slow: Slow, news: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Row:
        raise Unwritable("disk_error", why="x")

    with monkeypatch.context() as patched:
        patched.setattr(slow.journal, "append", refuse)
        with pytest.raises(Unwritable) as refused:
            kept.append(minutes(1), note("un"))
        assert refused.value.code == "disk_error"
        assert news.wait(PATIENCE)
    kept.append(minutes(1), note("un"))
    kept.look()


def test_a_fault_in_the_journals_thread_is_trouble_of_the_disk_and_ends_nothing(
    kept: Kept, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_: caught.append(kind))
    with monkeypatch.context() as broken:
        broken.setattr(slow.journal, "append", lambda *_: 1 / 0)
        broken.setattr(slow.journal, "look", lambda: 1 / 0)
        with pytest.raises(Unwritable) as refused:
            kept.append(minutes(1), note("un"))
        assert refused.value.code == "disk_error"
    kept.append(minutes(1), note("un"))
    kept.close()
    assert [row.body for row in read_rows(slow.journal.path).rows[1:]] == [note("un")]
    assert set(caught) == {ZeroDivisionError}


def test_a_disk_in_trouble_is_told_before_any_command_and_so_is_its_end(
    kept: Kept, slow: Slow, news: threading.Event
) -> None:
    folder = slow.journal.path.parent
    away = folder.with_name("away")
    folder.rename(away)
    assert news.wait(PATIENCE)
    news.clear()
    with pytest.raises(Unwritable) as refused:
        kept.look()
    assert refused.value.code == "journal_folder"
    away.rename(folder)
    assert news.wait(PATIENCE)
    kept.look()


def test_a_disk_that_still_hangs_at_the_end_is_left_to_itself(
    kept: Kept, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "PATIENCE", 0.01)
    monkeypatch.setattr(keeping, "PARTING", 0.01)
    slow.taken.clear()
    with pytest.raises(Unwritable):
        kept.append(minutes(1), note("un"))
    kept.close()
    slow.journal.rows()  # still open: whoever hangs in it must find it so


def test_a_journal_is_made_once_the_disk_takes_it(tmp_path: Path) -> None:
    refused = [Unwritable("disk_full")]
    path = tmp_path / "x.show"

    def make() -> Journal:
        if refused:
            raise refused[0]
        return Journal.create(path, PLAN, NINE)

    kept, told = Kept(make), list[Journal]()
    kept.when_made(told.append)
    kept.watch(lambda: None)
    with pytest.raises(Unwritable):
        kept.append(minutes(1), note("un"))
    refused.clear()
    kept.append(minutes(1), note("un"))
    assert told == [kept.journal]
    kept.close()
    assert len(read_rows(path).rows) == 2


def test_who_has_it_is_told_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "x.show"
    theirs = Journal.create(path, PLAN, NINE)
    kept = Kept(lambda: Journal.open(path))
    kept.watch(lambda: None)
    with pytest.raises(Owned):
        kept.open()
    kept.close()
    theirs.close()
