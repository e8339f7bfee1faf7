"""Links: 128 bits of chance, kept as hashes that their user alone can read, for the day."""

import hmac
import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from runofshow.net.links import MOST, NAME, Links
from runofshow.net.roles import ROLES

NOW = datetime(2026, 1, 19, 8, tzinfo=UTC)
LATER = NOW + timedelta(hours=20)


def test_a_token_is_known_until_its_link_ends_and_no_other_is(tmp_path: Path) -> None:
    links = Links(tmp_path)
    link, token = links.make("remote", NOW, LATER, room="Salle B")
    assert len(bytes.fromhex(token)) == 16
    assert links.known(token, NOW) == link
    assert links.known(token, LATER) is None
    for wrong in ("", token[:-1], token.upper(), f"{token} ", "é\udce9", "0" * 32):
        assert links.known(wrong, NOW) is None


def test_a_token_is_looked_for_among_all_alike_whether_it_is_found_or_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[bool] = []

    def compare(one: str, other: str) -> bool:
        compared.append(hmac.compare_digest(one, other))
        return compared[-1]

    links = Links(tmp_path)
    tokens = [links.make("viewer", NOW, LATER)[1] for _ in range(5)]
    monkeypatch.setattr("runofshow.net.links.hmac", SimpleNamespace(compare_digest=compare))
    for token in (tokens[0], tokens[-1], "0" * 32, ""):
        compared.clear()
        assert (links.known(token, NOW) is not None) is (token in tokens)
        assert len(compared) == len(tokens)


def test_only_hashes_are_kept_and_their_user_alone_reads_them(tmp_path: Path) -> None:
    links = Links(tmp_path)
    links.ready(NOW, LATER)
    text = (tmp_path / NAME).read_text("utf-8")
    tokens = [links.token(link) for link in links.alive(NOW)]
    assert len({*tokens}) == len(ROLES)
    assert not any(str(token) in text for token in tokens)
    assert [each["role"] for each in json.loads(text)] == [*ROLES]
    if os.name == "posix":
        assert (tmp_path / NAME).stat().st_mode & 0o777 == 0o600


def test_after_a_restart_a_link_works_that_nobody_can_hand_out_again(tmp_path: Path) -> None:
    link, token = Links(tmp_path).make("viewer", NOW, LATER)
    again = Links(tmp_path)
    assert again.known(token, NOW) == link
    assert again.token(link) is None
    again.ready(NOW, LATER)
    roles = [each.role for each in again.alive(NOW) if again.token(each)]
    assert sorted(roles) == sorted(ROLES)
    assert again.known(token, NOW) == link


def test_a_revoked_link_works_no_more_nor_after_a_restart(tmp_path: Path) -> None:
    links = Links(tmp_path)
    link, token = links.make("viewer", NOW, LATER)
    assert links.revoke(link.id)
    assert not links.revoke(link.id)
    assert links.known(token, NOW) is None
    assert Links(tmp_path).known(token, NOW) is None


def test_what_is_wired_lasts_from_its_first_use_until_it_is_revoked(tmp_path: Path) -> None:
    links = Links(tmp_path)
    deck, token = links.make("companion", NOW, LATER)
    idle, _ = links.make("companion", NOW, LATER)
    phone, seen = links.make("remote", NOW, LATER)
    for link in (deck, phone):
        links.welcome(link, "10.0.0.4")
        links.welcome(link, "10.0.0.5")  # known already
    later = NOW + timedelta(days=400)
    (lasting,) = Links(tmp_path).alive(later)
    assert (lasting.id, lasting.expires, lasting.used) == (deck.id, None, "10.0.0.4")
    assert Links(tmp_path).known(token, later) == lasting
    assert links.known(seen, LATER) is None
    assert links.token(lasting) == token  # it may be pasted elsewhere, too
    for _ in range(MOST + 5):
        links.make("viewer", NOW, LATER)
    assert {deck.id} == {link.id for link in links.alive(NOW)} & {deck.id, idle.id, phone.id}
    assert links.revoke(deck.id)
    assert Links(tmp_path).known(token, NOW) is None


def test_there_are_never_more_than_so_many(tmp_path: Path) -> None:
    links = Links(tmp_path)
    _, first = links.make("viewer", NOW, LATER)
    (tmp_path / NAME).unlink()
    (tmp_path / NAME).mkdir()  # the disk refuses: they are kept in memory, which is quick
    for _ in range(MOST):
        links.make("viewer", NOW, LATER)
    assert len(links.alive(NOW)) == MOST
    assert links.known(first, NOW) is None
    assert links.trouble is not None


@pytest.mark.parametrize("text", ["", "{", '[{"id": 1}]', "[]", "null"])
def test_a_file_that_makes_no_sense_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text)
    assert Links(tmp_path).alive(NOW) == ()


def test_links_that_make_no_sense_are_set_aside_and_said(tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    path.write_text("[12]")
    links = Links(tmp_path)
    assert links.alive(NOW) == ()
    assert links.broken is not None
    assert "links-broken-1.json" in links.broken.text("en")
    links.make("viewer", NOW, LATER)
    assert (tmp_path / "links-broken-1.json").read_text() == "[12]"
    path.unlink()
    path.mkdir()
    assert Links(tmp_path).broken is not None
    assert Links(tmp_path).broken is None
