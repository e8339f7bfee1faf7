"""The API over HTTP: who is let in, what each address answers, and what no GET ever does."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from runofshow.core.board_json import board_json
from runofshow.net.answers import HEADERS, POLICY
from runofshow.net.api import KNOCKS, ROUTES, Route
from runofshow.net.gate import BODY
from runofshow.net.guesses import KEYS
from runofshow.net.roles import RIGHTS, ROLES
from tests.net.opened import Net, gives_nothing_back, opened, request, until

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "BREW")


def told(folder: Path, story: Callable[[Net], Awaitable[None]], **more: Any) -> None:
    """Run a story with a show that is open on the network."""

    async def run() -> None:
        async with opened(folder, **more) as net:
            await story(net)

    asyncio.run(run())


def free(net: Net) -> None:
    """Let the next requests be the first."""
    server = net.serving._server
    gate = getattr(server, "_gate")  # noqa: B009
    for pace in (gate.commands, gate.requests, gate.strangers):
        pace._buckets.clear()


def test_the_table_of_every_route_method_and_role(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        good = {route.path: 200 for route in ROUTES} | {"/v1/live": 426, "/v1/plans": 422}
        knocks = {knock.path for knock in KNOCKS}
        for path in knocks | {route.path for route in ROUTES}:
            served = {route.method: route for route in ROUTES if route.path == path}
            for method in METHODS[:-2]:
                for role in (None, "stranger", *ROLES):
                    free(net)
                    net.tokens["stranger"] = "0" * 32
                    body = {"do": "note", "text": "x"} if method == "POST" else None
                    status, said = await net.ask(method, path, role, json=body)
                    where = (method, path, role)
                    if path in knocks:  # whoever has no link may, and a link helps nobody
                        assert status == (400 if method == "POST" else 405), where
                    elif method not in served:
                        assert status == 405, where
                    elif role not in ROLES:
                        assert status == 401, where
                        assert said.keys() == {"ok", "why", "code"}, where
                    elif role not in served[method].roles:
                        assert status == 403, where
                    elif method == "POST":
                        assert status == (200 if "note" in RIGHTS[role].commands else 403), where
                    else:
                        assert status == good[path], where
        assert unguarded(ROUTES) == []
        assert net.desk.show.rev == 2  # the notes of remote and companion

    told(tmp_path, story)


def unguarded(routes: Iterable[Route]) -> list[str]:
    """The addresses of which it is not said who may ask them."""
    return [route.path for route in routes if not route.roles or not route.roles <= {*ROLES}]


def test_a_route_that_is_added_without_a_role_is_found_and_nobody_may_ask_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert unguarded(ROUTES) == []
    added = ROUTES[1]._replace(path="/v1/added", roles=frozenset())
    assert unguarded([*ROUTES, added]) == ["/v1/added"]
    with pytest.raises(TypeError):
        Route("GET", "/v1/added", summary="Said by nobody", gives="Board", answer=added.answer)  # type: ignore[call-arg]
    monkeypatch.setattr("runofshow.net.api.ROUTES", (*ROUTES, added))

    async def story(net: Net) -> None:
        for role in ROLES:
            assert (await net.ask("GET", "/v1/added", role))[0] == 403

    told(tmp_path, story)


def test_no_get_changes_anything_and_other_addresses_lead_nowhere(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        before = net.desk.show
        for path in (
            "/v1", "/v1/", "/v1/command", "/v1/command?do=go", "/v1/board/", "//v1/board",
            "/v2/board", "/../links.json", "/%2e%2e/links.json", "/links.json",
            "/v1/board%00", "/v1/schedule/..%2f..%2flinks.json", "/V1/BOARD",
        ):  # fmt: skip
            free(net)
            status, said = await net.ask("GET", path, "companion")
            assert status == (405 if path.startswith("/v1/command") else 404), path
            assert not said["ok"]
        for route in ROUTES:
            if route.method == "GET":
                await net.ask("GET", f"{route.path}?do=go&lang=fr", "companion")
        assert net.desk.show is before

    told(tmp_path, story)


def test_a_command_is_answered_once_it_is_kept_and_refused_when_the_show_has_moved_on(
    tmp_path: Path,
) -> None:
    async def story(net: Net) -> None:
        assert await net.command("remote", do="go", **{"from": None}) == (
            200,
            {"ok": True, "rev": 1},
        )
        again = await net.command("remote", do="go", **{"from": "a"})
        assert (again[0], again[1]["code"]) == (409, "guarded")
        net.clock.turn(seconds=1)
        blind = await net.command("remote", do="go")
        assert (blind[0], blind[1]["code"]) == (400, "go_blind")
        late = await net.command("remote", do="go", **{"from": None})
        assert (late[0], late[1]["code"]) == (409, "moved_on")
        stale = await net.command("remote", do="hold", if_rev=0)
        assert (stale[0], stale[1]["code"]) == (409, "stale")
        blind = await net.command("remote", do="undo")
        assert (blind[0], blind[1]["code"]) == (400, "undo_blind")
        assert await net.command("remote", do="hold", if_rev=1, id="h") == (
            200,
            {"ok": True, "rev": 2},
        )
        assert await net.command("remote", do="hold", id="h") == (200, {"ok": True, "rev": 2})
        other = await net.command("companion", do="note", text="x", id="h")  # another's own "h"
        assert other == (200, {"ok": True, "rev": 3})
        held = await net.command("remote", do="hold")
        assert (held[0], held[1]["code"]) == (422, "already_held")
        wrong = await net.command("remote", do="stretch", by="soon")
        assert (wrong[0], wrong[1]["code"]) == (400, "field_wrong")
        assert net.desk.show.rev == 3

    told(tmp_path, story)


def test_one_guard_covers_go_from_every_source_together(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        assert net.desk.do_json({"do": "go"}).ok
        async with net.screen("companion") as deck:
            said = await deck.say(do="go", id="1")
            assert (said["answer"]["code"], said["to"]) == ("guarded", "1")
        assert (await net.command("remote", do="go", **{"from": "a"}))[1]["code"] == "guarded"

    told(tmp_path, story)


def test_each_role_reads_its_board_and_its_schedule(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        for role in ROLES:
            _, board = await net.ask("GET", "/v1/board", role)
            _, plan = await net.ask("GET", "/v1/schedule", role)
            if RIGHTS[role].view == "whole":
                assert board == json.loads(json.dumps(board_json(net.desk.board(), "en")))
                assert plan == net.desk.show.plan.as_json()
            else:
                assert "noter" not in json.dumps([board, plan])
                assert [row["id"] for row in board["slots"]] == ["a", "b", "c"]
                assert plan["slots"][0]["start"] == "09:00"

    told(tmp_path, story)


def test_a_schedule_that_is_known_is_not_sent_again(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        url, bearer = f"{net.serving.address}/v1/schedule", net.bearer("viewer")
        async with net.session.get(url, headers=bearer) as first:
            etag = first.headers["ETag"]
            assert first.headers["Cache-Control"] == "private, no-cache"
        for known, status in ((etag, 304), (f'"x", W/{etag}', 304), ('"x"', 200)):
            headers = bearer | {"If-None-Match": known}
            async with net.session.get(url, headers=headers) as again:
                assert again.status == status
                assert again.headers["ETag"] == etag
                assert bool(await again.read()) is (status == 200)
        net.desk.do_json({"do": "skip", "slot": "c"})
        async with net.session.get(url, headers=bearer | {"If-None-Match": etag}) as changed:
            assert changed.status == 200

    told(tmp_path, story)


def test_time_and_health_are_told(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        net.clock.turn(milliseconds=250)
        _, time = await net.ask("GET", "/v1/time", "viewer")
        assert time == {"now": "2026-01-19T08:00:00.250000Z", "ms": 1768809600250.0}
        async with net.screen():
            _, health = await net.ask("GET", "/v1/health", "viewer")
            assert health.pop("version")
            assert health == {"ok": True, "rev": 0, "disk": "ok", "waiting": 0, "viewers": 1}

    told(tmp_path, story)


def test_sentences_are_in_the_language_that_is_asked_for(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        for lang, accepted, begins in (
            ("?lang=fr", "en", "Il faut"),
            ("", "fr-CA,fr;q=0.9", "Il faut"),
            ("?lang=de", "de", "A link"),
            ("", "", "A link"),
        ):
            _, said = await net.ask("GET", f"/v1/time{lang}", headers={"Accept-Language": accepted})
            assert said["why"].startswith(begins)

    told(tmp_path, story)


def test_a_program_that_comes_by_a_companion_link_comes_by_it_tomorrow_too(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        server: Any = net.serving._server

        def lasting() -> list[str]:
            return [link.role for link in server.links.alive(net.clock.now()) if not link.expires]

        await net.ask("GET", "/v1/board", "remote")
        async with net.screen("companion", "stage"):  # a page: it ends with the day
            assert lasting() == []
        await net.ask("GET", "/v1/board", "companion")
        assert lasting() == ["companion"]
        net.clock.turn(days=3)
        assert (await net.ask("GET", "/v1/board", "companion"))[0] == 200
        assert (await net.ask("GET", "/v1/board", "remote"))[0] == 401

    told(tmp_path, story)


# --- what is sent wrongly --------------------------------------------------------------------


@pytest.mark.parametrize("apart", [False, True])
def test_what_a_post_sends_wrongly_is_told_and_does_nothing(tmp_path: Path, apart: bool) -> None:
    kind = "application/json"
    cases: list[tuple[str | None, bytes, int, str]] = [
        ("text/plain", b'{"do":"hold"}', 415, "not_json"),
        ("application/x-www-form-urlencoded", b"do=hold", 415, "not_json"),
        ("multipart/form-data; boundary=x", b"--x--", 415, "not_json"),
        (kind, b"", 400, "body_malformed"),
        (kind, b"[]", 400, "body_malformed"),
        (kind, b"{", 400, "body_malformed"),
        (kind, b"\xff\xfe", 400, "body_malformed"),
        (kind, b"[" * 30_000, 400, "body_malformed"),
        (kind, b'{"do": ' + b"9" * 6000 + b"}", 400, "body_malformed"),
        (kind, b"{}", 403, "not_allowed"),
        (kind, b'{"do": "hold", "x": 1}', 400, "field_unknown"),
        (kind, b'{"do": "note", "text": "\\ud800"}', 400, "text_unsound"),
        (kind, b"x" * (BODY + 1), 413, "too_long"),
    ]

    async def story(net: Net) -> None:
        for content, body, status, code in cases:
            headers = {"Content-Type": content} if content else {}
            answer = await net.ask("POST", "/v1/command", "remote", headers=headers, data=body)
            assert (answer[0], answer[1].get("code")) == (status, code), body[:30]
        assert net.desk.show.rev == 0

    told(tmp_path, story, apart=apart)


def test_a_body_that_says_no_length_is_counted_as_it_comes(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        async with net.line() as line:
            head = request(
                net,
                f"Authorization: Bearer {net.tokens['remote']}",
                "Content-Type: application/json",
                "Transfer-Encoding: chunked",
                method="POST",
                path="/v1/command",
            )
            await line.say(head + b"".join(b"2000\r\n" + b"x" * 0x2000 + b"\r\n" for _ in range(9)))
            assert await line.status() == 413

    told(tmp_path, story)


# --- the gate ---------------------------------------------------------------------------------


def test_a_forged_host_and_a_page_from_elsewhere_are_turned_away(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        bearer = f"Authorization: Bearer {net.tokens['companion']}"
        evil = "Host: evil.example:" + net.host.split(":")[1]
        for headers, status in (
            ((evil,), 421),
            ((evil, bearer), 421),
            (("Host: evil.example", bearer), 421),
            ((f"Host: {net.host}", evil, bearer), 400),
            (("Host:", bearer), 421),
            ((bearer, "Origin: http://evil.example"), 403),
            ((bearer, "Origin: null"), 403),
            ((bearer, f"Origin: https://{net.host}"), 403),
            ((bearer, f"Origin: http://{net.host}"), 200),
            ((bearer,), 200),
        ):
            async with net.line() as line:
                await line.say(request(net, *headers))
                assert await line.status() == status, headers
        async with net.line() as line:
            await line.say(b"GET /v1/time HTTP/1.0\r\n" + bearer.encode() + b"\r\n\r\n")
            assert await line.status() == 421

    told(tmp_path, story)


def test_every_answer_bears_the_policy_and_none_lets_another_page_read_it(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        for method, path, role in (
            ("GET", "/v1/board", "viewer"), ("GET", "/v1/schedule", "viewer"),
            ("GET", "/v1/board", None), ("GET", "/nowhere", None),
            ("OPTIONS", "/v1/command", None), ("POST", "/v1/command", "remote"),
        ):  # fmt: skip
            headers = net.bearer(role) if role else {}
            url = net.serving.address + path
            async with net.session.request(method, url, headers=headers) as answer:
                for name, value in HEADERS.items():
                    assert answer.headers.getall(name) == [value], (path, name)
                assert not [name for name in answer.headers if name.lower().startswith("access-")]
                assert "Set-Cookie" not in answer.headers

    told(tmp_path, story)


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert rules.pop("font-src") == "'self'"  # ours, beside the pages
    assert rules.pop("img-src") == "'self' data:"
    assert {name for name, value in rules.items() if value == "'self'"} == {
        "script-src", "style-src", "connect-src",
    }  # fmt: skip
    assert {name for name, value in rules.items() if value == "'none'"} == {
        "default-src", "base-uri", "frame-ancestors", "form-action",
    }  # fmt: skip
    assert len(rules) == 7
    assert HEADERS["X-Content-Type-Options"] == "nosniff"
    assert HEADERS["Referrer-Policy"] == "no-referrer"


def test_a_token_gives_twenty_commands_at_once_over_whatever_it_comes(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        gate = getattr(net.serving._server, "_gate")  # noqa: B009
        gives_nothing_back(gate.commands)
        statuses = [(await net.command("remote", do="note", text="x"))[0] for _ in range(22)]
        assert statuses == [200] * 20 + [429] * 2
        async with net.screen("remote") as hand:
            assert (await hand.say(do="note", text="x"))["answer"]["code"] == "too_fast"
        assert (await net.command("companion", do="note", text="x"))[0] == 200

    told(tmp_path, story)


def test_who_guesses_tokens_is_soon_not_heard_any_more(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        codes = []
        gives_nothing_back(getattr(net.serving._server, "_gate").strangers)  # noqa: B009
        for number in range(30):
            guess = {"Authorization": f"Bearer {number:032x}"}
            codes.append((await net.ask("GET", "/v1/board", headers=guess))[1]["code"])
        assert codes[0] == "no_token"
        assert codes[-1] == "too_fast"
        assert (await net.ask("GET", "/v1/time", "viewer"))[0] == 200

    told(tmp_path, story)


@pytest.mark.parametrize("apart", [False, True])
def test_the_regie_is_told_once_of_who_guesses_tokens_or_codes(tmp_path: Path, apart: bool) -> None:
    async def story(net: Net) -> None:
        for number in range(KEYS.each - 1):
            guess = {"Authorization": f"Bearer {number:032x}"}
            for _ in range(2):
                await net.ask("GET", "/v1/board", headers=guess)
        assert net.warned == []
        for number in range(3):
            await net.ask("POST", "/v1/pair", json={"code": f"c{number:031x}"})
        await until(lambda: bool(net.warned))
        assert [(each.code, dict(each.facts)) for each in net.warned] == [
            ("guessed_key", {"address": "127.0.0.1"})
        ]

    told(tmp_path, story, apart=apart)


def test_a_link_that_is_revoked_or_has_ended_reads_nothing_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runofshow.net.live.LOOK_EVERY", 0.01)

    async def story(net: Net) -> None:
        server: Any = net.serving._server
        link = server.links.known(net.tokens["viewer"], net.clock.now())
        async with net.screen("viewer") as screen, net.screen("remote") as other:
            assert await server.revoke(link.id)
            assert await screen.closed() == 4401
            assert (await net.ask("GET", "/v1/time", "viewer"))[0] == 401
            assert (await net.ask("GET", "/v1/time", "remote"))[0] == 200
            net.clock.turn(hours=24)
            assert (await net.ask("GET", "/v1/time", "remote"))[0] == 401
            assert await other.closed() == 4401

    told(tmp_path, story)


def test_a_link_that_ends_while_its_command_comes_does_nothing(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        server: Any = net.serving._server
        body = b'{"do": "go", "from": null}'
        head = request(
            net, f"Authorization: Bearer {net.tokens['remote']}", "Content-Type: application/json",
            f"Content-Length: {len(body)}", method="POST", path="/v1/command",
        )  # fmt: skip
        async with net.line() as line:
            await line.say(head + body[:9])
            await until(lambda: server._gate.requests._buckets)
            await server.revoke(server.links.known(net.tokens["remote"], net.clock.now()).id)
            await line.say(body[9:])
            assert await line.status() == 401
            assert net.desk.show.rev == 0

    told(tmp_path, story)


def test_a_screen_that_comes_while_its_link_is_revoked_does_not_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runofshow.net.live.LOOK_EVERY", 0.01)

    async def story(net: Net) -> None:
        server: Any = net.serving._server
        async with net.screen("viewer") as screen:
            # As if nobody had been there yet when those who came by it were let go.
            server.links.revoke(server.links.known(net.tokens["viewer"], net.clock.now()).id)
            assert await screen.closed() == 4401

    told(tmp_path, story)
