"""From journals back to shows: replay is the live show, what was running is found."""

import json
import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from runofshow.core.apply import apply
from runofshow.core.board import board
from runofshow.core.commands import command_of
from runofshow.core.errors import Unreadable
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from runofshow.store.journal import Journal, Owned
from runofshow.store.mirror import mirror_of
from runofshow.store.recovery import latest, recover, resume, shows
from tests.store.days import NINE, PLAN, minutes, note

Step = tuple[float, dict[str, object]]
DAY: list[Step] = [
    (0.5, {"do": "go"}),
    (3, {"do": "note", "text": "micro 2 faible"}),
    (4.25, {"do": "hold"}),
    (6, {"do": "resume"}),
    (7, {"do": "stretch", "by": "2m"}),
    (8, {"do": "edit", "slot": "b", "set": {"title": "Table ronde élargie"}}),
    (8.5, {"do": "undo"}),
    (18, {"do": "go", "from": "a"}),
    (19, {"do": "recall"}),
    (20, {"do": "go"}),
]


def played(path: Path, commands: list[Step] = DAY) -> Show:
    """A day in a closed journal, and the live show it was."""
    show = Show.of(Plan.model_validate(json.loads(PLAN)))
    journal = Journal.create(path, PLAN, NINE)
    for at, data in commands:
        command = command_of(data)
        show = apply(show, command, minutes(at))
        journal.append(minutes(at), json.dumps(command.as_json()))
    journal.close()
    return show


def test_replay_is_the_live_show(tmp_path: Path) -> None:
    path = tmp_path / "x.show"
    live = played(path)
    recovered = recover(path)
    assert recovered.notices == ()
    assert len(recovered.rows) == 1 + len(DAY)
    for later in (20, 25, 90, 3000):
        assert board(recovered.show, minutes(later)) == board(live, minutes(later))


def test_the_show_can_be_recovered_while_its_owner_runs_it(tmp_path: Path) -> None:
    path = tmp_path / "x.show"
    played(path)
    journal, resumed = resume(path)
    assert recover(path).show.rev == resumed.show.rev == len(DAY)
    with pytest.raises(Owned):
        resume(path)
    journal.append(minutes(30), note("encore"))
    assert recover(path).show.rev == len(DAY) + 1
    journal.close()


@pytest.mark.parametrize(
    "body",
    [
        '{"do": "levitate", "slot": "b"}',
        '{"do": "resume"}',
        '{"do": "go", "slot": "nobody"}',
        "[]",
        "not json",
    ],
)
@pytest.mark.parametrize("left", [1, 3])
def test_a_row_that_no_longer_applies_stops_the_replay_and_stays_on_disk(
    tmp_path: Path, body: str, left: int
) -> None:
    path = tmp_path / "x.show"
    live = played(path)
    journal = Journal.open(path)
    journal.append(minutes(21), body)
    for number in range(1, left):
        journal.append(minutes(21 + number), note("ensuite"))
    journal.close()
    recovered = recover(path)
    assert board(recovered.show, minutes(30)) == board(live, minutes(30))
    told = recovered.notices[0].text("fr")
    assert "9h20" in told
    assert ("les 3 gestes" if left == 3 else "le geste suivant") in told

    journal, resumed = resume(path)
    assert resumed.notices == recovered.notices
    journal.append(minutes(40), note("la suite"))
    journal.close()
    assert len(recover(path).rows) == len(DAY) + 2
    assert recover(path).notices == ()
    kept = mirror_of(path).with_name("x.jsonl.kept-1")
    assert len(kept.read_text().splitlines()) == 1 + len(DAY) + left


def test_a_plan_of_a_newer_program_is_taken_with_its_unknown_keys(tmp_path: Path) -> None:
    plan = json.loads(PLAN) | {"mood": "gay"}
    Journal.create(tmp_path / "x.show", json.dumps(plan), NINE).close()
    assert recover(tmp_path / "x.show").show.plan.title == "Une matinée d'été"


@pytest.mark.parametrize("plan", ["{}", "[]", "no", '{"date": "2016-01-19", "slots": [{"id": 1}]}'])
def test_a_plan_that_cannot_be_read_is_told_with_its_file(tmp_path: Path, plan: str) -> None:
    path = tmp_path / "x.show"
    Journal.create(path, plan, NINE).close()
    for opener in (recover, resume):
        with pytest.raises(Unreadable) as unreadable:
            opener(path)
        assert unreadable.value.code == "journal_no_plan"
        assert "x.show" in unreadable.value.text("fr")
    Journal.open(path).close()


def test_shows_are_listed_the_last_written_to_first(tmp_path: Path) -> None:
    played(tmp_path / "a.show")
    played(tmp_path / "b.show", DAY[:3])
    played(tmp_path / "c.show", [*DAY, (50, {"do": "finish"}), (51, {"do": "note", "text": "ok"})])
    (tmp_path / "d.show").write_bytes(b"rien")
    (tmp_path / "e.jsonl").write_bytes(b"rien")
    found = shows(tmp_path)
    assert [show.name for show in found] == ["c", "a", "b"]
    assert [show.finished for show in found] == [True, False, False]
    first = found[0]
    assert (first.title, first.date) == ("Une matinée d'été", date(2016, 1, 19))
    assert (first.begun, first.last) == (NINE, minutes(51))


def test_a_day_whose_closing_was_taken_back_is_not_finished(tmp_path: Path) -> None:
    played(tmp_path / "a.show", [*DAY, (50, {"do": "finish"}), (51, {"do": "recall"})])
    assert [show.finished for show in shows(tmp_path)] == [False]


@pytest.mark.parametrize("harm", ["cut", "garbled", "gone", "alone"])
def test_a_show_is_listed_from_whatever_is_left_of_it(tmp_path: Path, harm: str) -> None:
    path = tmp_path / "a.show"
    played(path, [*DAY, (50, {"do": "finish"})])
    mirror = mirror_of(path)
    match harm:
        case "cut":
            os.truncate(mirror, mirror.stat().st_size - 5)
        case "garbled":
            mirror.write_bytes(b"\xff" + mirror.read_bytes())
        case "gone":
            mirror.unlink()
        case _:
            path.unlink()
    assert [(show.name, show.finished, show.last) for show in shows(tmp_path)] == [
        ("a", True, minutes(50))
    ]


@pytest.mark.parametrize(
    "now, running",
    [
        (minutes(60), True),
        (NINE.replace(hour=22, minute=59), True),  # 23h59 of the same day in Paris
        (minutes(20) + timedelta(hours=24) - timedelta(seconds=1), True),
        (minutes(20) + timedelta(hours=24), False),
        (NINE - timedelta(days=30), True),  # a day to come
    ],
)
def test_what_was_running_is_of_today_or_later_or_touched_within_a_day(
    tmp_path: Path, now: datetime, *, running: bool
) -> None:
    path = tmp_path / "a.show"
    played(path)
    found = latest(tmp_path, now)
    assert (found.path if found else None) == (path if running else None)


def test_a_finished_show_does_not_hide_the_one_before_it(tmp_path: Path) -> None:
    played(tmp_path / "a.show")
    played(tmp_path / "b.show", [*DAY, (50, {"do": "finish"})])
    found = latest(tmp_path, minutes(60))
    assert found is not None
    assert found.name == "a"


def test_a_mirror_that_lags_behind_a_recall_does_not_hide_its_show(tmp_path: Path) -> None:
    path = tmp_path / "a.show"
    played(path, [*DAY, (50, {"do": "finish"}), (51, {"do": "recall"})])
    lines = mirror_of(path).read_bytes().splitlines(keepends=True)
    mirror_of(path).write_bytes(b"".join(lines[:-1]))  # the stick was full for the last row
    found = latest(tmp_path, minutes(60))
    assert found is not None
    assert found.name == "a"


def test_an_empty_or_missing_folder_has_no_shows(tmp_path: Path) -> None:
    assert shows(tmp_path) == ()
    assert shows(tmp_path / "none") == ()
    assert latest(tmp_path / "none", datetime(2026, 1, 1, tzinfo=UTC)) is None


def test_a_mirror_harmed_in_its_day_does_not_hide_the_show_that_was_running(tmp_path: Path) -> None:
    """A listing reads but the ends of mirrors: what it reads there is proved."""
    path = tmp_path / "x.show"
    played(path)
    mirror = mirror_of(path)
    day = json.loads(PLAN)["date"].encode()
    mirror.write_bytes(mirror.read_bytes().replace(day, b"1999" + day[4:], 1))
    found = latest(tmp_path, minutes(30))
    assert found is not None
    assert found.path == path
