"""A hostile page in a real browser: from elsewhere, by another name, by forms; it gets nothing.

It even knows a token, which nobody should: what stands between is the browser's rules and the gate.
"""

import asyncio
import json
from pathlib import Path

from aiohttp import web

from tests.net.opened import Net, opened
from tests.web.chromium import Page, spoken_to

TRIES = """
(async () => {
  const base = %(base)s, token = %(token)s;
  const bearer = { Authorization: `Bearer ${token}` };
  const go = JSON.stringify({ do: "note", text: "hostile" });
  const soon = (work) => Promise.race([work, new Promise((no) => setTimeout(no, 2000, "hung"))]);
  const tried = (work) => soon(work().catch((error) => error.name));
  const read = (path, more) => tried(async () => (await fetch(base + path, more)).text());
  const socket = (protocols) => new Promise((done) => {
    const made = new WebSocket(base.replace("http", "ws") + "/v1/live", protocols);
    made.onopen = () => { made.send(go); };
    made.onmessage = (event) => done(event.data);
    made.onclose = () => done("closed");
  });
  const form = (kind) => new Promise((done) => {
    const frame = document.createElement("iframe");
    frame.name = "sink" + kind.length;
    frame.onload = () => setTimeout(() => done("sent"), 50);
    document.body.append(frame);
    const made = document.createElement("form");
    const action = base + "/v1/command";
    Object.assign(made, { method: "post", enctype: kind, action, target: frame.name });
    const field = document.createElement("input");
    Object.assign(field, { name: go.slice(0, -1) + ', "x": "', value: '"}' });
    made.append(field);
    document.body.append(made);
    made.submit();
  });
  return {
    plain: await read("/v1/board"),
    known: await read("/v1/board", { headers: bearer }),
    simple: await read("/v1/command", { method: "POST", body: go }),
    json: await read("/v1/command",
      { method: "POST", body: go, headers: { ...bearer, "Content-Type": "application/json" } }),
    blind: await tried(async () => (await fetch(base + "/v1/command",
      { method: "POST", body: go, mode: "no-cors" })).type),
    pair: await read("/v1/pair", { method: "POST", body: '{"code": "x"}' }),
    socket: await soon(socket(["runofshow.v1", `bearer.${token}`])),
    form: await soon(form("text/plain")),
    script: await soon(new Promise((done) => {
      const made = document.createElement("script");
      made.src = base + "/v1/board";
      made.onload = () => done("ran");
      made.onerror = () => done("refused");
      document.body.append(made);
    })),
    framed: await soon(new Promise((done) => {
      const made = document.createElement("iframe");
      made.src = base + "/stage";
      made.onload = () => done(tried(async () => made.contentDocument?.title ?? "sealed"));
      document.body.append(made);
    })),
  };
})()
"""


async def attack(page: Page, base: str, token: str) -> dict[str, str]:
    """What a hostile page gets of a show at `base`."""
    script = TRIES % {"base": json.dumps(base), "token": json.dumps(token)}
    got: dict[str, str] = await page.value(script)
    return got


def unharmed(net: Net, got: dict[str, str]) -> None:
    """Nothing was read, nothing was done."""
    for name in ("plain", "known", "simple", "json", "blind", "pair"):
        assert got[name] in ("TypeError", "opaque"), (name, got[name])
    assert got["socket"] == "closed"
    assert got["script"] == "refused"
    assert got["framed"] == "sealed"
    assert net.desk.show.rev == 0


def test_a_page_from_elsewhere_reads_nothing_and_does_nothing(browser: str, tmp_path: Path) -> None:
    async def run() -> None:
        async def hostile(_: web.BaseRequest) -> web.Response:
            return web.Response(text="<!doctype html><body>", content_type="text/html")

        pages = web.Server(hostile)
        elsewhere = await asyncio.get_running_loop().create_server(pages, "127.0.0.1")
        port = elsewhere.sockets[0].getsockname()[1]
        async with opened(tmp_path) as net, spoken_to(browser) as spoken, spoken.page() as page:
            await page.go(f"http://127.0.0.1:{port}/")
            await page.until(f"location.port === '{port}' && document.readyState === 'complete'")
            unharmed(net, await attack(page, net.serving.address, net.tokens["companion"]))
            # A name that leads here by its owner's will (DNS rebinding): it is same-origin to the
            # browser, and none of ours to the gate.
            here = net.host.rpartition(":")[2]
            rebound = f"http://evil.localhost:{here}"
            await page.go(f"{rebound}/stage")
            await page.until(
                "location.hostname === 'evil.localhost' && document.readyState === 'complete'"
            )
            said = await page.value("document.body.textContent")
            assert json.loads(said)["code"] == "wrong_host"
            bearer = f"Bearer {net.tokens['remote']}"
            headers = {"Authorization": bearer, "Content-Type": "application/json"}
            posted = {"method": "POST", "body": '{"do": "go"}', "headers": headers}
            script = f"fetch('/v1/command', {json.dumps(posted)}).then(a => a.status)"
            got = await page.value(script)
            assert got == 421
            assert net.desk.show.rev == 0
            assert (await net.ask("GET", "/v1/time", "viewer"))[0] == 200
        elsewhere.close()
        await pages.shutdown(0.1)

    asyncio.run(run())
