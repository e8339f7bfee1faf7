"""`runofshow --serve`, `links` and `send --to`, as real programs."""

import json
import os
from pathlib import Path

import pytest

from runofshow.cli import main
from tests.hand import day, leaf
from tests.process import awaited, headless, owner_note

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals")


def test_a_show_is_opened_from_the_start_and_commanded_from_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file, data = tmp_path / "day.json", tmp_path / "data"
    file.write_text(json.dumps(day(leaf("a", start="09:00"), leaf("b")).as_json()), "utf-8")

    def asked(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["--lang", "en", "--data", str(data), *words])
        return code, *capsys.readouterr()

    with headless(data, file, "--now", "--serve", "0", "--companion", "0") as program:
        program.said("Open on the network: http://127.0.0.1:")
        program.said("Companion may connect: http://127.0.0.1:")
        awaited(lambda: owner_note(data), "the owner's note")
        links = {link["role"]: link for link in json.loads(asked("links", "--json")[1])}
        assert [*links] == ["viewer", "messages", "remote", "companion"]
        assert all(link.keys() == {"role", "url", "token"} for link in links.values())
        deck = links["companion"]
        assert deck["url"].endswith(f"/?token={deck['token']}")
        assert links["viewer"]["url"] in asked("links")[1]

        remote = links["remote"]
        (tmp_path / "token").write_text(remote["token"] + "\n")
        to = ("--to", remote["url"], "--token-file", str(tmp_path / "token"))
        blind = asked("send", *to, "go")
        assert (blind[0], json.loads(blind[1])["code"]) == (1, "go_blind")
        assert asked("send", *to, "go", "from=null")[:2] == (0, '{"ok": true, "rev": 1}\n')
        moved = asked("send", *to, "go", "from=null")  # it is no longer so
        assert (moved[0], json.loads(moved[1])["code"]) in ((1, "guarded"), (1, "moved_on"))
        refused = asked("send", *to, "remove", "b")
        assert (refused[0], json.loads(refused[1])["code"]) == (1, "not_allowed")
        monkeypatch.setenv("LINK", links["viewer"]["token"])
        refused = asked("send", "--to", remote["url"], "--token-env", "LINK", "hold")
        assert json.loads(refused[1])["code"] == "not_allowed"
        without = asked("send", "--to", remote["url"], "--token-env", "NONE", "hold")
        assert (without[0], "token is missing" in without[2]) == (1, True)
        for number in range(6):  # who guesses is told of, and written down
            monkeypatch.setenv("LINK", f"{number:032}")
            asked("send", "--to", remote["url"], "--token-env", "LINK", "hold")
        program.said("127.0.0.1 tries wrong links")
        assert program.interrupted() == 0
    kept = (data / "runofshow.log").read_text("utf-8")
    assert "turned away from 127.0.0.1: no_token" in kept
    said = program.out.read_text() + program.err.read_text() + kept
    assert not any(link["token"] in said for link in links.values())
    assert "Traceback" not in said


def test_a_show_that_is_not_open_has_no_links(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", "en", "--data", str(tmp_path), "links"]) == 1
    assert "No show is running" in capsys.readouterr().err


@pytest.mark.parametrize("where", ["", "x", "8080x", "70000", "127.0.0.1:", "::1", "-1"])
def test_where_to_open_is_a_port_with_or_without_a_host(
    where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--lang", "en", "--headless", f"--serve={where}", "--version"])
    assert ended.value.code == 2
    assert "8080" in capsys.readouterr().err
