"""Files read in a process of their own: its answer, its bounds, and what becomes of a bad one."""

import io
import logging
import pickle
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from runofshow import reading
from runofshow.core.errors import Unreadable
from runofshow.core.plan import Kind
from runofshow.formats.draft import Asked, Draft, Entry, Had
from runofshow.formats.registry import read
from runofshow.formats.source import Source
from runofshow.reading import Bounds, Progress, Reading, read_file, received, send
from tests.conftest import ExpectLog
from tests.rows import each_row

ASKED = Asked("Programme.csv", date(2026, 1, 19), columns={0: "start", 1: "title"})
TABLE = b"Heure,Titre\n9h00,Accueil\n9h30,Ouverture\n"
ROOT = Path(__file__).resolve().parent.parent


def behaving(monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """A child whose registry does `body` instead of reading."""
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "import os, time\nfrom runofshow.formats import registry\n"
        f"def read(data, asked):\n    {body}\n"
        "registry.read = read\nfrom runofshow.reading_child import main\nmain()"
    )
    monkeypatch.setattr(reading, "_command", lambda: [sys.executable, "-P", "-c", code])


def refusal(apart: Reading) -> Unreadable:
    with pytest.raises(Unreadable) as raised:
        apart.draft()
    assert raised.value.text("fr")
    return raised.value


def test_a_draft_read_apart_is_the_one_read_here(tmp_path: Path) -> None:
    file = tmp_path / "Programme.csv"
    file.write_bytes(TABLE)
    assert read_file(file, ASKED) == read(TABLE, ASKED)


def test_a_packed_program_is_its_own_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program, argument = reading._command()
    assert program == sys.executable
    itself = [program, "-m", "runofshow", argument]
    monkeypatch.setattr(reading, "_command", lambda: itself)
    assert len(Reading(TABLE, ASKED).draft().entries) == 2


def test_a_plan_of_ours_comes_back_whole() -> None:
    data = (ROOT / "schedules" / "pionniers.json").read_bytes()
    asked = Asked("pionniers.json", date(2026, 1, 19))
    draft = Reading(data, asked).draft()
    assert draft == read(data, asked)
    assert draft.whole is not None


def test_a_refusal_comes_back_with_its_place_and_its_faults() -> None:
    data = b'{"format": "runofshow/1", "slots": [{"title": "", "duration": "x"}]}'
    asked = Asked("jour.json", date(2026, 1, 19))
    with pytest.raises(Unreadable) as here:
        read(data, asked)
    there = refusal(Reading(data, asked))
    assert (there.sentence, there.place, there.faults) == (
        here.value.sentence,
        here.value.place,
        here.value.faults,
    )


@pytest.mark.parametrize(
    "body, code",
    [
        ("time.sleep(60)", "read_too_long"),
        ("while True: pass", "read_too_long"),
        ("[bytes(10_000_000) for _ in iter(int, 1)]", "read_too_much"),
        ("read(data, asked)", "read_too_deep"),
        ("from runofshow.reading_bounds import watch; watch(1_000_000)", "read_too_much"),
        ("os.abort()", "read_broken_off"),
        ("os._exit(0)", "read_broken_off"),
        ("return 5", "read_broken_off"),
    ],
)
def test_a_reader_that_goes_wrong_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, body: str, code: str
) -> None:
    behaving(monkeypatch, body)
    seconds = 0.1 if body.startswith("while") else 30
    wall = 0.5 if "sleep" in body else 30
    assert refusal(Reading(TABLE, ASKED, Bounds(seconds, 300_000_000, wall))).code == code


def test_what_no_reader_foresaw_is_in_the_log_with_its_place(
    monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    behaving(monkeypatch, "raise KeyError")
    with expect_log(r"fault in reading \(reading_child.py:\d+\): KeyError\n", logging.ERROR):
        assert refusal(Reading(TABLE, ASKED)).code == "read_fault"


def test_what_a_reader_waits_for_the_processor_is_none_of_its_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    behaving(monkeypatch, "time.sleep(0.3); return registry.Draft('csv', ())")
    assert Reading(TABLE, ASKED, Bounds(0.1)).draft().format == "csv"


def test_what_a_reader_prints_goes_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    behaving(monkeypatch, "print('x' * 9999); os.write(1, b'y'); return registry.Draft('csv', ())")
    assert Reading(TABLE, ASKED).draft().format == "csv"


def test_how_far_it_is_is_told_and_it_can_be_cancelled_meanwhile(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    behaving(monkeypatch, "asked.told(3, 7); time.sleep(60)")
    apart = Reading(TABLE, ASKED, Bounds(30, wall=30))
    told: list[Progress] = []

    def hear(progress: Progress) -> None:
        told.append(progress)
        threading.Thread(target=apart.cancel).start()

    with pytest.raises(Unreadable) as raised:
        apart.draft(hear)
    assert (raised.value.code, told) == ("read_cancelled", [Progress(3, 7)])


def test_what_was_cancelled_before_it_began_never_begins() -> None:
    apart = Reading(TABLE, ASKED)
    apart.cancel()
    assert refusal(apart).code == "read_cancelled"


def test_a_child_that_was_prepared_reads_one_file_and_another_child_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[list[str]] = []
    command = reading._command

    def counted() -> list[str]:
        started.append(command())
        return started[-1]

    monkeypatch.setattr(reading, "_command", counted)
    reading.prepare()
    reading.prepare()
    assert len(started) == 1
    assert len(Reading(TABLE, ASKED).draft().entries) == 2
    assert len(started) == 1
    assert len(Reading(TABLE, ASKED).draft().entries) == 2
    assert len(started) == 2


def test_a_child_that_was_prepared_and_not_needed_is_dismissed() -> None:
    reading.prepare()
    reading.dismiss()
    assert reading._waiting.taken() is None


def test_a_child_whose_parent_goes_away_ends_by_itself() -> None:
    child = reading._child()
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.close()
    assert (child.stdout.read(), child.wait(60)) == (b"", 0)
    child.stdout.close()


def test_a_file_that_is_too_big_is_not_even_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 10)
    with pytest.raises(Unreadable) as raised:
        Reading(TABLE, ASKED)
    assert raised.value.code == "file_too_big"


class Evil:
    """What a child that a file has taken over might send."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("taken over",)


@each_row(
    "value",
    [Evil(), threading.Thread, Path, reading.send, read, Unreadable("file_empty")],
)
def test_nothing_but_our_own_values_is_let_in(value: object) -> None:
    written = pickle.dumps(value)
    with pytest.raises(pickle.UnpicklingError):
        received(io.BytesIO(len(written).to_bytes(8, "big") + written))


def test_our_own_values_are_let_in() -> None:
    draft = read(TABLE, ASKED)
    pipe = io.BytesIO()
    send(pipe, draft)
    pipe.seek(0)
    assert received(pipe) == draft
    assert isinstance(draft, Draft)


def test_members_of_enumerations_travel_by_their_value(monkeypatch: pytest.MonkeyPatch) -> None:
    # as Python 3.11.0 to 3.11.3 would write them, which are what Debian 12 has
    def by_name(kind: Kind, _: object) -> tuple[object, tuple[object, ...]]:
        return getattr, (Kind, kind.name)

    monkeypatch.setattr(Kind, "__reduce_ex__", by_name)
    pipe = io.BytesIO()
    entry = Entry("A", kind=Had(Kind.FILM))
    send(pipe, Draft("text", Source(), (entry,)))
    pipe.seek(0)
    told = received(pipe)
    assert isinstance(told, Draft)
    assert told.entries == (entry,)
