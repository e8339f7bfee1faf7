"""The program without a window, as a real process: it prints the day, counts, and ends cleanly."""

import json
import os
import re
import select
import signal
import subprocess
import sys
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from runofshow import fallen
from runofshow.cli import headless as headless_
from runofshow.cli import main
from runofshow.opening import Again, Request
from runofshow.store import recovery
from runofshow.store import settings as remembered
from runofshow.store.owner import owner_of
from tests.hand import day, leaf
from tests.process import PATIENCE, awaited, headless, owner_note

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "day.json"
    plan = day(leaf("a", start="09:00"), leaf("b"), date="2026-01-19")
    path.write_text(json.dumps(plan.as_json()), "utf-8")
    return path


def journal(data: Path) -> Path:
    (found,) = (data / "shows").glob("*.show")
    return found


def holds(log: Path, text: str) -> bool:
    return text in log.read_text("utf-8")


def asked(data: Path, capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    capsys.readouterr()
    main(["--lang", "en", "--data", str(data), *words])
    return json.loads(capsys.readouterr().out)


def test_it_prints_the_day_counts_is_commanded_and_ends_cleanly(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    remembered.save(data, remembered.Settings(guard_ms=10_000))
    with headless(data, file, "--now") as program:
        said = program.said("10 min  B")
        assert "A day" in said
        assert re.search(r"· 2 +\d+:\d\d +\d+:\d\d +10 min  B", said)
        awaited(lambda: owner_note(data), "the owner's note")
        assert asked(data, capsys, "send", "go") == {"ok": True, "rev": 1}
        program.said("LIVE 1 A  9:5")
        assert asked(data, capsys, "board", "--json")["on_air"]["slot"] == "a"
        refused = asked(data, capsys, "send", "resume")
        assert refused["code"] == "not_held"
        guarded = asked(data, capsys, "send", "go")  # the usual guard is over, not the one set
        assert guarded["code"] == "guarded"
        assert program.interrupted() == 0
    assert "Traceback" not in program.err.read_text()
    assert owner_of(journal(data)) is None
    assert recovery.recover(journal(data)).show.rev == 1
    assert asked(data, capsys, "board", "--json")["on_air"]["slot"] == "a"


def test_killed_and_started_again_it_is_back_on_air(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    with headless(data, file, "--now") as first:
        awaited(lambda: owner_note(data), "the owner's note")
        asked(data, capsys, "send", "go")
        first.killed()
    with headless(data, None, name="again") as again:
        said = again.said("LIVE 1 A")
        assert "Back on air: 1 A" in said
        assert again.interrupted() == 0


def test_without_a_display_it_says_so_and_runs(tmp_path: Path, file: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    environment |= {"DISPLAY": "", "WAYLAND_DISPLAY": "", "PYTHONUNBUFFERED": "1"}
    command = [
        sys.executable,
        "-m",
        "runofshow",
        "--lang",
        "fr",
        "--data",
        str(tmp_path),
        str(file),
    ]
    log = tmp_path / "said.txt"
    with log.open("wb") as out:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env=environment
        )
    try:
        awaited(lambda: "Aucun écran ici" in log.read_text("utf-8"), "the sentence")
        awaited(lambda: "| fin " in log.read_text("utf-8"), "the board")
    finally:
        process.kill()
        process.wait(PATIENCE)


def test_commands_are_typed_and_answered(tmp_path: Path, file: Path) -> None:
    command = [sys.executable, "-m", "runofshow", "--headless", "--lang", "en"]
    log = tmp_path / "said.txt"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command, "--data", str(tmp_path / "data"), str(file)],
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=out,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )
    assert process.stdin is not None
    try:
        for typed, answer in [
            ("go", "ok (1)"),
            ("resume", "not held"),
            ("{", "not JSON"),
            ("dance", "Unknown command"),
        ]:
            process.stdin.write(f"{typed}\n".encode())
            process.stdin.flush()
            awaited(partial(holds, log, answer), answer)
    finally:
        process.kill()
        process.wait(PATIENCE)
        process.stdin.close()


def test_what_is_being_typed_on_a_terminal_is_not_drawn_over(tmp_path: Path, file: Path) -> None:
    import pty
    import termios

    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (30, 100))
    former = termios.tcgetattr(slave)
    command = [sys.executable, "-m", "runofshow", "--headless", "--lang", "en", "--now"]
    process = subprocess.Popen(
        [*command, "--data", str(tmp_path / "data"), str(file)],
        stdin=slave, stdout=slave, stderr=slave,
    )  # fmt: skip
    screen = ""

    def shows(pattern: str) -> bool:
        nonlocal screen
        if select.select([master], [], [], 0)[0]:
            screen += os.read(master, 65536).decode("utf-8", "replace")
        return re.search(pattern, screen, re.DOTALL) is not None

    def wait(pattern: str) -> None:
        awaited(lambda: shows(pattern), pattern)

    try:
        wait("A day.*> ")
        os.write(master, b"gx\x7f")
        wait(r"> g\Z")
        screen = ""
        wait(r"A day.*> g.*A day.*> g\Z")  # two more seconds have been drawn
        os.write(master, b"o\n")
        wait(r"LIVE 1 A.*ok \(1\).*> \Z")
        assert "\r\ngx" not in screen
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        assert termios.tcgetattr(slave) == former
    finally:
        process.kill()
        process.wait(PATIENCE)
        os.close(master)
        os.close(slave)


def test_the_reader_of_a_pipe_may_go(tmp_path: Path) -> None:
    plan = day(*(leaf(f"s{n}", start="09:00" if not n else None) for n in range(500)))
    file = tmp_path / "long.json"
    file.write_text(json.dumps(plan.as_json()), "utf-8")
    command = f"'{sys.executable}' -m runofshow check --json '{file}' | true"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


def test_the_show_goes_on_when_whoever_read_its_board_has_gone(
    tmp_path: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, log = tmp_path / "data", tmp_path / "err.txt"
    command = [sys.executable, "-m", "runofshow", "--headless", "--lang", "en", "--now"]
    with log.open("wb") as err:
        process = subprocess.Popen(
            [*command, "--data", str(data), str(file)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=err,
        )
    assert process.stdout is not None
    try:
        assert b"A day" in process.stdout.readline()
        process.stdout.close()
        awaited(lambda: owner_note(data), "the owner's note")
        for do in ("go", "hold", "resume"):  # each prints, or would
            assert asked(data, capsys, "send", do)["ok"]
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.wait(PATIENCE)
    assert log.read_text("utf-8") == ""
    assert owner_of(journal(data)) is None


def test_a_disk_that_goes_away_is_said_and_so_is_its_return(tmp_path: Path, file: Path) -> None:
    shows, away = tmp_path / "data" / "shows", tmp_path / "away"
    with headless(tmp_path / "data", file) as program:
        awaited(lambda: owner_note(tmp_path / "data"), "the owner's note")
        shows.rename(away)
        program.said("what follows will stay in memory")
        away.rename(shows)
        program.said("The disk answers again: all is written.")
        assert program.interrupted() == 0


def test_it_loads_no_qt_to_read_the_board() -> None:
    code = "import sys; from runofshow.cli import main; main(['--lang','fr','check','x'])"
    check = "; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code + check], capture_output=True, check=False)
    assert done.returncode == 0


def test_after_a_fall_it_says_so_with_the_shows_hours(tmp_path: Path) -> None:
    at = datetime(2026, 1, 19, 8, 5, tzinfo=UTC)
    paris = ZoneInfo("Europe/Paris")
    again = Again(tmp_path / "a.show", at, "SIGSEGV")
    told = headless_._fell(Request(tmp_path, again=again), paris)
    assert told is not None
    assert told.text("fr").startswith("Le programme s'est arrêté tout seul à 9h05 (SIGSEGV)")
    assert headless_._fell(Request(tmp_path), paris) is None
    fallen.give_up(tmp_path, "en", at, ["SIGKILL"] * 3, windowed=False)
    told = headless_._fell(Request(tmp_path), paris)
    assert told is not None
    assert told.text("en").startswith("At 9:05 the program fell 3 times within a minute (SIGKILL)")
