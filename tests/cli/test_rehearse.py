"""`rehearse`: a day on a virtual clock, as planned or by a script."""

import io
import re
import sys
from datetime import date, timedelta

import pytest

from runofshow.cli import rehearse
from runofshow.places import schedule
from tests.cli.shell import SAMPLES, SEED, Shell, shell
from tests.hand import leaf, seed
from tests.rows import each_row

__all__ = ["shell"]


def test_a_day_as_planned_is_one_line_a_slot(shell: Shell) -> None:
    said = shell.run("rehearse", SEED)
    assert (said.code, len(said.lines)) == (0, 18)
    assert said.lines[0].split("  ")[0] == "1"
    assert re.search(r"9h00 - 9h15 +15 min  Mot d'accueil · Florence RAINEIX", said.lines[0])
    assert re.search(r"^6 +12h15 - 14h00 +1 h 45  Déjeuner convivial", said.lines[12])
    assert said.lines[-1].startswith("17 ")


@each_row("name", SAMPLES)
def test_every_sample_can_be_played(shell: Shell, name: str) -> None:
    assert shell.run("rehearse", str(schedule(name)), lang="en").code == 0


def test_what_waits_or_goes_by_itself_is_played_at_its_own_times(shell: Shell) -> None:
    slots = (
        leaf("a", start="09:00", advance="auto"),
        leaf("b", advance="auto"),
        leaf("c", start="09:30"),
        leaf("d", start="10:00"),
    )
    said = shell.run("rehearse", shell.day(*slots, changeover="2m"), lang="en")
    played = [re.findall(r"\d+:\d\d", line) for line in said.lines[:4]]
    assert played == [
        ["9:00", "9:10"],
        ["9:12", "9:22"],
        ["9:30", "9:40"],
        ["10:00", "10:10"],
    ]


def test_an_empty_day_is_played_at_once(shell: Shell) -> None:
    said = shell.run("rehearse", shell.day(), lang="en")
    assert (said.code, said.out) == (0, "0 items played.\n")


def test_each_step_of_a_script_is_answered_in_order(shell: Shell) -> None:
    said = shell.rehearse(
        SEED,
        {"at": "09:00:00", "do": "go"},
        "",
        {"at": "09:20", "look": True},
        {"at": "2016-01-19T09:20:30+01:00", "do": "resume"},
        {"at": "2016-01-19T09:20:31.5", "do": "dance"},
        {"at": "09:20:31.75", "do": "go"},
    )
    first, board, refused, unknown, last = said.answers()
    assert said.code == 0
    assert first == {"at": "09:00:00", "ok": True, "rev": 1}
    assert board["now"] == "2016-01-19T09:20:00+01:00"
    assert (refused["ok"], refused["code"], refused["why"]) == (
        False,
        "not_held",
        "Le chrono n'est pas figé.",
    )
    assert unknown["code"] == "unknown_command"
    assert last == {"at": "09:20:31.75", "ok": True, "rev": 2}


def test_a_repeated_id_in_a_script_gets_the_first_answer(shell: Shell) -> None:
    go = {"do": "go", "id": "k1"}
    said = shell.rehearse(SEED, {"at": "09:00", **go}, {"at": "09:10", **go})
    assert [answer["rev"] for answer in said.answers()] == [1, 1]


def test_a_script_can_come_on_standard_input(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    text = '\ufeff{"at": "09:00", "do": "go"}\n'
    stdin = io.TextIOWrapper(io.BytesIO(text.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    said = shell.run("rehearse", SEED, "--script", "-")
    assert said.answers() == [{"at": "09:00", "ok": True, "rev": 1}]


BAD_STEPS = [
    "nonsense",
    "[]",
    "5",
    "{}",
    '{"at": "09:00"}',
    '{"at": "09:00", "look": false}',
    '{"do": "go"}',
    '{"at": "9", "do": "go"}',
    '{"at": 9, "do": "go"}',
    '{"at": "2016-01-45", "do": "go"}',
    '{"at": "0001-01-01T00:00:00", "do": "go"}',
    '{"at": "9999-12-31T23:59:59Z", "do": "go"}',
    '{"at": "09:00:00.1e9", "do": "go"}',
    '{"at": "09:00", "look": ' + "9" * 5000 + "}",
    "[" * 100_000,
]


@each_row("step", BAD_STEPS)
def test_a_wrong_step_is_told_with_its_line(shell: Shell, step: str) -> None:
    said = shell.rehearse(SEED, {"at": "08:59", "do": "note", "text": "x"}, step, lang="en")
    assert said.code == 1
    assert "Line 2" in said.err
    assert len(said.answers()) == 1


def test_time_in_a_script_does_not_go_back(shell: Shell) -> None:
    said = shell.rehearse(SEED, {"at": "09:00", "do": "go"}, {"at": "08:59", "look": True})
    assert said.code == 1
    assert "08:59" in said.err


def test_a_script_that_is_no_text_is_told(shell: Shell) -> None:
    script = shell.file(b"\xff\xfe\x00", "steps")
    said = shell.run("rehearse", SEED, "--script", script)
    assert said.code == 1
    assert "steps" in said.err


def test_the_day_as_planned_is_played_to_the_last_slot() -> None:
    show = rehearse.as_planned(seed())
    assert len(show.air.airings) == 17
    assert show.air.on_air is None
    ended = show.air.airings[-1].ended
    assert ended is not None
    assert ended - show.air.airings[0].started == timedelta(hours=9)
    assert ended.date() == date(2016, 1, 19)
