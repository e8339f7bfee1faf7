"""Pages: files that tell nothing of the show, sent with the policy, and nothing beside them."""

import asyncio
from pathlib import Path

import pytest

from runofshow.net.answers import POLICY
from tests.net.opened import opened, request


def test_pages_are_open_to_all_and_nothing_beside_them_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    web = tmp_path / "web"
    (web / "icons").mkdir(parents=True)
    (web / "stage.html").write_text("<!doctype html><title>é</title>", "utf-8")
    (web / "index.html").write_text("<!doctype html>", "utf-8")
    (web / "icons" / "a.svg").write_text("<svg/>")
    (web / "notes.txt").write_text("not a page")
    (tmp_path / "outside.html").write_text("outside")
    monkeypatch.setattr("runofshow.net.server.resource", lambda name: tmp_path / name)

    async def run() -> None:
        async with opened(tmp_path / "data") as net:
            for path, kind in (
                ("/stage", "text/html; charset=utf-8"),
                ("/stage.html", "text/html; charset=utf-8"),
                ("/", "text/html; charset=utf-8"),
                ("/icons/a.svg", "image/svg+xml"),
            ):
                async with net.session.get(net.serving.address + path) as answer:
                    assert answer.status == 200, path
                    assert answer.headers["Content-Type"] == kind
                    assert answer.headers["Content-Security-Policy"] == POLICY
                    known = {"If-None-Match": answer.headers["ETag"]}
                async with net.session.get(net.serving.address + path, headers=known) as again:
                    assert again.status == 304
            for path in (
                "/notes.txt", "/../outside.html", "/%2e%2e/outside.html", "/icons/", "/icons",
                "/icons/../../outside.html", "//stage", "/STAGE", "/stage.html/", "/outside",
            ):  # fmt: skip
                async with net.line() as line:
                    await line.say(request(net, path=path))
                    assert await line.status() == 404, path
            assert (await net.ask("POST", "/stage"))[0] == 404
            assert (await net.ask("GET", "/stage", headers={"Origin": "http://evil"}))[0] == 403

    asyncio.run(run())
