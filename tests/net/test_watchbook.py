"""The watchbook: who is turned away is in the program's log, and no secret ever is."""

import asyncio
import logging
from pathlib import Path
from typing import Any

import pytest

from runofshow.net.watchbook import EVERY, NOTED, REMEMBERED, Watchbook
from tests.net.opened import opened


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name == "runofshow.net"]


def test_the_first_is_written_at_once_and_then_how_many_more(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    book = Watchbook()
    for second in range(int(EVERY)):
        book.note("no_token", "10.0.0.9", second)
        book.note("no_token", "10.0.0.8", second)
    assert lines(caplog) == [
        "turned away from 10.0.0.9: no_token", "turned away from 10.0.0.8: no_token",
    ]  # fmt: skip
    book.note("no_token", "10.0.0.9", EVERY)
    assert lines(caplog)[2] == (
        f"turned away from 10.0.0.9: no_token, {int(EVERY) - 1} more since the last line"
    )
    book.note("stale", "10.0.0.9", 1)  # the show moved on: nobody's fault
    assert len(lines(caplog)) == 3


def test_it_does_not_grow_without_end() -> None:
    book = Watchbook()
    for number in range(REMEMBERED + 50):
        book.note("no_token", f"{number}", 0)
    assert len(book._seen) == REMEMBERED


def test_what_happens_at_the_gate_is_in_the_log_and_no_secret_is(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    async def run() -> list[str]:
        secrets = ["f" * 32, "e" * 32]
        async with opened(tmp_path) as net:
            secrets += net.tokens.values()
            bad = {"Authorization": f"Bearer {secrets[0]}"}
            await net.ask("GET", f"/v1/board?token={secrets[0]}", headers=bad)
            await net.ask("GET", "/v1/time", headers={"Host": f"{secrets[0]}.example"})
            await net.ask("GET", "/v1/time", headers={"Origin": "http://evil.example"})
            await net.command("viewer", do="go")
            await net.ask("POST", "/v1/pair", json={"code": secrets[1]})
            offered = (await net.serving.offer()).partition("#")[2]
            _, asked = await net.ask("POST", "/v1/pair", json={"code": offered, "name": "x"})
            await net.serving.answer(asked["number"], admit=True)
            ticket: dict[str, Any] = {"ticket": asked["ticket"]}
            _, accepted = await net.ask("POST", "/v1/pair", json=ticket)
            secrets += [offered, asked["ticket"], accepted["token"]]
            fresh = await net.serving.link("messages", fresh=True)
            secrets.append(fresh.token)
            await net.serving.revoke(fresh.id)
        return secrets

    secrets = asyncio.run(run())
    said = lines(caplog)
    for code in ("no_token", "wrong_host", "wrong_origin", "not_allowed", "pair_wrong"):
        assert f"turned away from 127.0.0.1: {code}" in said
        assert code in NOTED
    assert any(line.startswith("remote ") and "asks from 127.0.0.1" in line for line in said)
    assert any("let in from 127.0.0.1" in line for line in said)
    assert any(line.startswith("link ") and line.endswith(" revoked") for line in said)
    assert all(len(secret) == 32 and secret not in caplog.text for secret in secrets)
    kept = (tmp_path / "links.json").read_text("utf-8")
    assert not any(secret in kept for secret in secrets)
