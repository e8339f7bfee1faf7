"""Pages: files that tell nothing of the show, sent with the policy, and nothing beside them."""

import asyncio
import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, cast

import pytest
from aiohttp import web

from runofshow.net.answers import POLICY
from runofshow.net.pages import Pages
from runofshow.places import resource
from tests.net.opened import opened, request


class Asked(NamedTuple):
    """A request for a page."""

    path: str
    method: str = "GET"
    headers: Mapping[str, str] = {}


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
                    packed = answer.headers.get("Content-Encoding") == "gzip"
                    assert packed is kind.startswith("text/")
                    known = {"If-None-Match": answer.headers["ETag"]}
                async with net.session.get(net.serving.address + path, headers=known) as again:
                    assert again.status == 304
            page = f"{net.serving.address}/stage"  # what a program asks for unpacked is not packed
            async with net.session.get(page, headers={"Accept-Encoding": "identity"}) as plain:
                assert "Content-Encoding" not in plain.headers
                assert await plain.text() == "<!doctype html><title>é</title>"
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


def test_a_page_names_all_modules_that_it_will_ask_for() -> None:
    pages = Pages(resource("web"))
    for _ in range(2):  # made twice they are named once
        pages.make({"/made/texts.js": "", "/made/look.js": ""})
    for name in ("stage", "green", "programme", "workshops", "remote", "messages", "pair", "index"):
        page = pages.page(cast("web.BaseRequest", Asked(f"/{name}.html")))
        assert page is not None
        named = re.findall('modulepreload" href="([^"]+)"', str(page.text))
        assert len(named) == len(set(named))
        found, paths = set(named), pages.paths()
        first = "hand" if name in ("remote", "messages") else name
        assert {f"/js/{first}.js"} < found <= paths
        for path in found:
            module = pages.page(cast("web.BaseRequest", Asked(path)))
            assert module is not None
            assert set(re.findall(r'from "(/made/[^"]+)"', str(module.text))) <= found
            near = re.findall(r'from "\.(/[^"]+)"', str(module.text))
            assert {f"/js{each}" for each in near} <= found
