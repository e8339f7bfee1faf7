"""A copy of everything: what it tells is named first, secrets are never in it, names if wanted."""

import json
import zipfile
from pathlib import Path

import pytest

from runofshow.cli import copying, doctor, main
from runofshow.cli.copying import Wanted
from runofshow.clock import SystemClock
from runofshow.core.commands import Say, command_of
from runofshow.core.errors import Unreadable
from runofshow.opening import Request, opened
from runofshow.places import schedule
from runofshow.store import recovery, settings, wires
from runofshow.store.settings import Backup, ReadyPhrase, Settings
from runofshow.store.wires import OscDoor, Wire, Wires

TOKEN = "0123456789abcdef" * 2
PIN = "271828"
SAID = "M. OURAL : {left}"


@pytest.fixture(autouse=True)
def quick_doctor(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine itself is not what is looked at here."""
    monkeypatch.setattr(doctor, "findings", lambda *_, **__: iter(()))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder of a day under way, with a secret in every file that may hold one."""
    folder, mine = tmp_path / "data", tmp_path / "Florence Raineix.json"
    mine.write_bytes(schedule("pionniers.json").read_bytes())
    show = opened(Request(folder, mine), SystemClock())
    for command in (
        {"do": "go"},
        {"do": "say", "text": SAID},
        {"do": "note", "text": "micro coupé"},
    ):
        assert show.desk.do(command_of(command)).ok
    assert show.kept is not None
    show.kept.close()
    stick = Backup(folder=str(tmp_path / "stick of Marie"))
    phrases = (ReadyPhrase(text="Merci Akim"),)
    settings.save(folder, Settings(recent=(str(mine),), phrases=phrases, double=stick))
    hook = Wire(
        kind="webhook", url=f"https://u:p@lights.example/hook/{TOKEN}?key={TOKEN}",
        text=f'{{"key": "{TOKEN}"}}',
    )  # fmt: skip
    wires.save(folder, Wires(osc=OscDoor(pin=PIN), outputs=(hook,)))
    link = {"id": "a", "role": "remote", "name": "Phone of Marie", "proof": "00"}
    (folder / "links.json").write_text(json.dumps([link]))
    (folder / "runofshow.log").write_text(
        f"GET /v1/board?token={TOKEN}#{TOKEN}\n{mine}: opened by Phone of Marie\nAkim OURAL late\n"
    )
    return folder


def written(data: Path, out: Path, language: str = "fr", **wanted: object) -> dict[str, str]:
    """The files of a copy, as text."""
    assert copying.run(Wanted(out=out, **wanted), data, language) == 0  # type: ignore[arg-type]
    with zipfile.ZipFile(out) as archive:
        assert archive.testzip() is None
        held = {name: archive.read(name) for name in archive.namelist()}
    return {name: data.decode("utf-8", "replace") for name, data in held.items()}


def test_what_it_tells_is_named_and_nothing_is_written_until_a_file_is_named(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(data.rglob("*"))
    assert main(["copy", "--data", str(data), "--lang", "fr"]) == 0
    said = capsys.readouterr().out
    for named in ("Florence RAINEIX", "06 39 98 12 15", "2 messages", "Phone of Marie",
                  "Florence Raineix.json", "Jamais dedans", "-o copie.zip"):  # fmt: skip
        assert named in said
    assert main(["copy", "--data", str(data), "--json"]) == 0
    assert "Florence RAINEIX" in json.loads(capsys.readouterr().out)["tells"][0]
    assert sorted(data.rglob("*")) == before


def test_it_holds_all_there_is_and_no_secret(data: Path, tmp_path: Path) -> None:
    pictures, stick = tmp_path / "taken", tmp_path / "stick of Marie"
    stick.mkdir()
    pictures.mkdir()
    (pictures / "regie.png").write_bytes(b"a picture")
    show = recovery.shows(data / "shows")[0].path
    (stick / f"{show.stem}.jsonl").write_text("its double\n")
    held = written(data, tmp_path / "copy.zip", pictures=pictures)
    assert set(held) == {
        "LISEZ-MOI.txt", "schedule.json", f"shows/{show.name}", f"shows/{show.stem}.jsonl",
        "original/Florence Raineix.json", "runofshow.log", "settings.json", "wires.json",
        f"double/{show.stem}.jsonl", "pictures/regie.png", "board.json", "doctor.txt", "about.json",
    }  # fmt: skip
    everything = "\n".join(held.values())
    assert TOKEN not in everything
    assert PIN not in everything
    assert "u:p" not in everything
    told = json.loads(held["wires.json"])
    assert told["osc"]["pin"] == "…"
    assert told["outputs"][0]["url"] == "https://lights.example/…"
    assert SAID in held[f"shows/{show.stem}.jsonl"]
    assert held["schedule.json"] == schedule("pionniers.json").read_text("utf-8").replace(
        "2016-01-19", json.loads(held["board.json"])["date"]
    )


def test_without_names_nobody_is_in_it_and_the_day_is_taken_up_all_the_same(
    data: Path, tmp_path: Path
) -> None:
    out = tmp_path / "copy.zip"
    held = written(data, out, "en", names=False)
    everything = "\n".join([*held, *held.values()]).casefold()
    for gone in (
        "raineix",
        "florence",
        "oural",
        "akim",
        "06 39",
        "traiteur",
        "micro coupé",
        "merci",
        "phone of marie",
        "stick of",
        str(Path.home()),
        str(tmp_path),
        PIN,
        TOKEN,
    ):
        assert gone.casefold() not in everything
    assert not [name for name in held if name.startswith(("original", "pictures"))]
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(out) as archive:
        archive.extractall(unpacked)
    (was,), (now,) = recovery.shows(data / "shows"), recovery.shows(unpacked / "shows")
    former, again = recovery.recover(was.path), recovery.recover(now.path)
    assert [row.at for row in again.rows] == [row.at for row in former.rows]
    assert again.show.rev == former.show.rev == 3
    said = (command_of(json.loads(row.body)) for row in again.rows[1:])
    assert [each.text for each in said if isinstance(each, Say)] == ["X. XXXXX : {left}"]


def test_what_cannot_be_had_is_named_and_the_rest_is_there(data: Path, tmp_path: Path) -> None:
    show = recovery.shows(data / "shows")[0].path
    show.with_suffix(".jsonl").unlink()
    show.write_bytes(b"no journal")
    (data / "settings.json").unlink()
    (data / "settings.json").mkdir()
    (data / "wires.json").write_text(f"broken {PIN}")
    held = written(data, tmp_path / "copy.zip")
    assert set(held) == {
        "LISEZ-MOI.txt", f"shows/{show.name}", "runofshow.log", "doctor.txt", "about.json",
    }  # fmt: skip
    assert PIN not in "".join(held.values())
    assert "illisible" in held["LISEZ-MOI.txt"]
    assert "settings.json" in held["LISEZ-MOI.txt"]


def test_of_no_show_there_is_a_copy_too_and_an_unknown_one_is_told(tmp_path: Path) -> None:
    held = written(tmp_path / "empty", tmp_path / "copy.zip", names=False)
    assert set(held) == {"LISEZ-MOI.txt", "doctor.txt", "about.json"}
    with pytest.raises(Unreadable):
        copying.run(Wanted("nowhere"), tmp_path / "empty", "fr")


def test_a_show_that_runs_here_keeps_its_lock(data: Path, tmp_path: Path) -> None:
    path = recovery.shows(data / "shows")[0].path
    journal, kept = recovery.resume(path)
    try:
        held = written(data, tmp_path / "copy.zip")
        assert f"shows/{path.name}" not in held  # opened here, the file's lock would be gone
        assert len(held[f"shows/{path.stem}.jsonl"].splitlines()) == len(kept.rows)
    finally:
        journal.close()
