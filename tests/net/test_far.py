"""Speaking to a show on another machine."""

import asyncio
from pathlib import Path

import pytest

from runofshow.core.errors import Trouble
from runofshow.net import far
from tests.net.opened import opened
from tests.rows import each_row


def test_a_show_on_another_machine_is_commanded_by_its_link(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(tmp_path) as net:
            token = net.tokens["companion"]
            page = f"{net.serving.address}/remote#whatever"
            asked = asyncio.to_thread(far.call, page, token, {"do": "go"}, "fr")
            assert await asked == {"ok": True, "rev": 1}
            again = await asyncio.to_thread(far.call, page, token, {"do": "go"}, "fr")
            assert again["code"] == "guarded"
            assert str(again["why"]).startswith("TOP")
            wrong = await asyncio.to_thread(far.call, page, "0" * 32, {"do": "go"}, "en")
            assert wrong["code"] == "no_token"

    asyncio.run(run())


@each_row(
    "url, code",
    [
        ("192.168.1.20:8080", "url_wrong"),
        ("ftp://192.168.1.20", "url_wrong"),
        ("http://", "url_wrong"),
        ("http://[::1", "url_wrong"),
        ("http://127.0.0.1:99999", "url_wrong"),
        ("http://127.0.0.1:1", "far_silent"),
    ],
)
def test_an_address_that_is_none_and_one_where_nobody_is_are_told(url: str, code: str) -> None:
    with pytest.raises(Trouble) as trouble:
        far.call(f"{url}#secret", "0", {"do": "go"}, "en")
    assert trouble.value.code == code
    assert "secret" not in str(trouble.value)


def test_who_answers_something_else_is_no_show() -> None:
    async def other(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]")
        writer.close()

    async def run() -> None:
        async with await asyncio.start_server(other, "127.0.0.1", 0) as server:
            port = server.sockets[0].getsockname()[1]
            url = f"http://127.0.0.1:{port}"
            with pytest.raises(Trouble, match="makes no sense"):
                await asyncio.to_thread(far.call, url, "0", {"do": "go"}, "en")

    asyncio.run(run())
