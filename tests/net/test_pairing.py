"""Pairing: one code, one phone, one number; whoever attacks it gets nothing."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from runofshow.core.errors import Refused
from runofshow.net.api import KNOCKS
from runofshow.net.gate import STRANGERS
from runofshow.net.pairing import CODE, CROWD, NAME, RENEWED, WAITS, Outcome, Pairing
from tests.net.opened import Net, gives_nothing_back, opened
from tests.rows import each_row

LET_IN = Outcome("token", "link")


def refused(work: Callable[[], object]) -> str:
    with pytest.raises(Refused) as why:
        work()
    return why.value.code


# --- codes -------------------------------------------------------------------------------------


def test_a_code_is_128_bits_of_chance_and_is_renewed_before_it_ends() -> None:
    pairing = Pairing()
    first = pairing.offer(0)
    assert len(bytes.fromhex(first)) == 16
    assert pairing.offer(CODE - RENEWED - 1) == first
    second = pairing.offer(CODE - RENEWED)
    assert second != first
    pairing.begin(first, "", "a", CODE - 1)  # whoever read it a moment ago is not too late
    pairing.begin(second, "", "a", CODE - 1)


def test_a_code_is_taken_once() -> None:
    pairing = Pairing()
    code = pairing.offer(0)
    pairing.begin(code, "one", "a", 0)
    assert refused(lambda: pairing.begin(code, "two", "b", 0)) == "pair_wrong"
    assert [each.name for each in pairing.waiting(0)] == ["one"]
    assert pairing.offer(0) != code


def test_a_code_that_is_over_or_not_shown_any_more_is_not_taken() -> None:
    pairing = Pairing()
    code = pairing.offer(0)
    assert refused(lambda: pairing.begin(code, "", "a", CODE)) == "pair_wrong"
    code = pairing.offer(1000)
    pairing.withdraw()
    assert refused(lambda: pairing.begin(code, "", "a", 1000)) == "pair_wrong"


@each_row("guess", ["", "0" * 32, "é\udce9", "None"])
def test_a_guess_is_not_taken_whatever_it_is(guess: str) -> None:
    pairing = Pairing()
    pairing.offer(0)
    assert refused(lambda: pairing.begin(guess, "", "a", 0)) == "pair_wrong"
    assert refused(lambda: pairing.heard(guess, 0)) == "pair_over"


# --- numbers -----------------------------------------------------------------------------------


def test_no_two_that_wait_show_the_same_number_and_few_wait_at_a_time() -> None:
    for _ in range(200):
        pairing = Pairing()
        numbers = [pairing.begin(pairing.offer(0), "", "a", 0).number for _ in range(CROWD)]
        assert len({*numbers}) == CROWD
        assert all(10 <= number <= 99 for number in numbers)
    pairing = Pairing()
    for _ in range(CROWD):
        pairing.begin(pairing.offer(0), "", "a", 0)
    code = pairing.offer(0)
    assert refused(lambda: pairing.begin(code, "", "a", 0)) == "pair_crowd"
    pairing.begin(code, "", "a", WAITS)  # they gave up: the code had not served


def test_what_a_phone_calls_itself_is_short_and_holds_no_signs_that_move_others() -> None:
    pairing = Pairing()
    pairing.begin(pairing.offer(0), "<b>iPhone\n\u202e\x1b[2J</b> Léa " + "x" * 99, "a", 0)
    (waiting,) = pairing.waiting(0)
    assert waiting.name.startswith("biPhone[2J/b Léa xx")
    assert len(waiting.name) <= NAME


# --- answers -----------------------------------------------------------------------------------


def test_a_token_is_told_once_to_the_tickets_holder_alone() -> None:
    pairing = Pairing()
    mine = pairing.begin(pairing.offer(0), "mine", "a", 0)
    other = pairing.begin(pairing.offer(0), "other", "b", 0)
    assert pairing.heard(mine.ticket, 1) is None
    assert pairing.answer(mine.number, LET_IN, 2)
    assert pairing.heard(other.ticket, 3) is None
    assert pairing.heard(mine.ticket, 3) == "token"
    assert refused(lambda: pairing.heard(mine.ticket, 4)) == "pair_over"  # replayed
    assert pairing.unfetched(1000) == ()


def test_who_is_refused_needs_a_new_code_and_cannot_be_let_in_afterwards() -> None:
    pairing = Pairing()
    code = pairing.offer(0)
    ticket = pairing.begin(code, "", "a", 0)
    assert pairing.answer(ticket.number, Outcome(), 1)
    assert not pairing.answer(ticket.number, LET_IN, 1)
    assert refused(lambda: pairing.heard(ticket.ticket, 2)) == "pair_refused"
    assert refused(lambda: pairing.heard(ticket.ticket, 2)) == "pair_over"
    assert refused(lambda: pairing.begin(code, "", "a", 2)) == "pair_wrong"
    again = pairing.begin(pairing.offer(2), "", "a", 2)
    assert pairing.answer(again.number, LET_IN, 3)


def test_who_is_not_answered_in_time_is_forgotten_and_a_link_nobody_fetched_is_ended() -> None:
    pairing = Pairing()
    late = pairing.begin(pairing.offer(0), "", "a", 0)
    assert pairing.waiting(WAITS) == ()
    assert not pairing.answer(late.number, LET_IN, WAITS)
    assert refused(lambda: pairing.heard(late.ticket, WAITS)) == "pair_over"
    gone = pairing.begin(pairing.offer(100), "", "a", 100)
    assert pairing.answer(gone.number, LET_IN, 101)
    assert pairing.unfetched(101 + WAITS) == ("link",)
    assert refused(lambda: pairing.heard(gone.ticket, 101 + WAITS)) == "pair_over"


# --- over the network --------------------------------------------------------------------------


def told(folder: Path, story: Callable[[Net], Awaitable[None]], **more: Any) -> None:
    async def run() -> None:
        async with opened(folder, **more) as net:
            await story(net)

    asyncio.run(run())


async def pair(net: Net, **said: Any) -> tuple[int, dict[str, Any]]:
    return await net.ask("POST", "/v1/pair", json=said)


async def code(net: Net) -> str:
    return (await net.serving.offer()).partition("#")[2]


def test_nobody_without_a_link_is_heard_anywhere_else() -> None:
    assert [knock.path for knock in KNOCKS] == ["/v1/pair"]


@pytest.mark.parametrize("apart", [False, True])
def test_a_phone_is_let_in_by_its_number_and_drives_until_it_is_revoked(
    tmp_path: Path, apart: bool
) -> None:
    async def story(net: Net) -> None:
        status, asked = await pair(net, code=await code(net), name="iPhone de Léa")
        assert (status, asked["state"]) == (200, "waiting")
        assert "token" not in asked
        (waiting,) = (await net.serving.census()).waiting
        assert (waiting.number, waiting.name) == (asked["number"], "iPhone de Léa")
        assert (await pair(net, ticket=asked["ticket"]))[1] == {"ok": True, "state": "waiting"}
        assert await net.serving.answer(asked["number"], admit=True)
        _, accepted = await pair(net, ticket=asked["ticket"])
        assert accepted["state"] == "accepted"
        net.tokens["phone"] = accepted["token"]
        assert (await net.command("phone", do="go", **{"from": None}))[0] == 200
        assert (await pair(net, ticket=asked["ticket"]))[0] == 410
        (link,) = [each for each in (await net.serving.census()).links if each.name]
        assert (link.role, link.name, link.token) == ("remote", "iPhone de Léa", "")
        async with net.screen("phone") as screen:
            (seen,) = (await net.serving.census()).viewers
            assert seen.name == "iPhone de Léa"
            assert await net.serving.revoke(link.id)
            assert await screen.closed() == 4401
        assert (await net.command("phone", do="hold"))[0] == 401

    told(tmp_path, story, apart=apart)


def test_two_phones_at_one_code_have_one_of_them_waiting_and_the_other_told_why(
    tmp_path: Path,
) -> None:
    async def story(net: Net) -> None:
        shown = await code(net)
        answers = await asyncio.gather(*(pair(net, code=shown, name=str(n)) for n in range(5)))
        assert sorted(status for status, _ in answers) == [200, 403, 403, 403, 403]
        assert {said.get("code") for status, said in answers if status == 403} == {"pair_wrong"}
        assert len((await net.serving.census()).waiting) == 1

    told(tmp_path, story)


def test_who_tries_codes_is_soon_not_heard_and_nothing_is_told_apart(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        await code(net)
        gives_nothing_back(getattr(net.serving._server, "_gate").strangers)  # noqa: B009
        answers = [await pair(net, code=f"{n:032x}") for n in range(int(STRANGERS.at_once) + 9)]
        assert {said["code"] for _, said in answers} == {"pair_wrong", "too_fast"}
        assert [status for status, _ in answers[-3:]].count(429) >= 2
        assert (await net.serving.census()).waiting == ()

    told(tmp_path, story)


@pytest.mark.parametrize(
    "method, body, status, code",
    [
        ("GET", None, 405, "wrong_method"),
        ("POST", {"code": 7}, 400, "body_malformed"),
        ("POST", {"code": "x" * 65}, 400, "body_malformed"),
        ("POST", {"code": "x", "role": "companion"}, 400, "body_malformed"),
        ("POST", {}, 403, "pair_wrong"),
        ("POST", {"ticket": ""}, 410, "pair_over"),
    ],
)
def test_what_is_asked_wrongly_is_turned_away(
    tmp_path: Path, method: str, body: Any, status: int, code: str
) -> None:
    async def story(net: Net) -> None:
        answer = await net.ask(method, "/v1/pair", json=body)
        assert (answer[0], answer[1]["code"]) == (status, code)

    told(tmp_path, story)


def test_a_page_from_elsewhere_cannot_even_ask(tmp_path: Path) -> None:
    async def story(net: Net) -> None:
        said = {"code": await code(net)}
        for headers, body in (
            ({"Origin": "http://evil.example"}, {"json": said}),
            ({"Host": "evil.example:80"}, {"json": said}),
            ({"Content-Type": "text/plain"}, {"data": '{"code": "x"}'}),
        ):
            answer = await net.ask("POST", "/v1/pair", headers=headers, **body)
            assert answer[0] in (403, 415, 421)
        assert (await net.serving.census()).waiting == ()

    told(tmp_path, story)


def test_a_link_that_the_phone_never_heard_of_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story(net: Net) -> None:
        monkeypatch.setattr("runofshow.net.pairing.WAITS", 0.0)
        _, asked = await pair(net, code=await code(net))
        server: Any = net.serving._server
        (ticket,) = server.pairing._asks
        server.pairing._asks[ticket] = server.pairing._asks[ticket]._replace(until=float("inf"))
        assert await net.serving.answer(asked["number"], admit=True)
        assert [link for link in (await net.serving.census()).links if not link.token] == []

    told(tmp_path, story)
