"""The gate: by which names we are called, from where, how often, how many."""

import pytest

from runofshow.net.gate import Bucket, Crowd, Gate, Pace, Rate


@pytest.mark.parametrize(
    "host, reached, called",
    [
        ("127.0.0.1:8080", "127.0.0.1", True),
        ("localhost:8080", "127.0.0.1", True),
        ("LOCALHOST:8080", "127.0.0.1", True),
        ("[::1]:8080", "::1", True),
        ("regie.local:8080", "192.168.1.20", True),
        ("Regie.local:8080", "192.168.1.20", True),
        ("192.168.1.20:8080", "192.168.1.20", True),
        ("192.168.1.20:8080", "::ffff:192.168.1.20", True),
        ("[fe80::1]:8080", "fe80::1%eth0", True),
        ("192.168.1.21:8080", "192.168.1.20", False),
        ("192.168.1.20:8081", "192.168.1.20", False),
        ("192.168.1.20", "192.168.1.20", False),
        ("evil.example:8080", "127.0.0.1", False),
        ("127.0.0.1.evil.example:8080", "127.0.0.1", False),
        ("regie.local.evil.example:8080", "127.0.0.1", False),
        ("127.0.0.1:8080@evil.example", "127.0.0.1", False),
        ("127.0.0.1:08080x", "127.0.0.1", False),
        ("127.0.0.1:٨٠٨٠", "127.0.0.1", False),
        ("", "127.0.0.1", False),
        (":8080", "127.0.0.1", False),
        ("[:8080", "127.0.0.1", False),
    ],
)
def test_who_calls_us_by_another_name_is_turned_away(host: str, reached: str, called: bool) -> None:
    assert Gate(["Regie.local"]).called(host, (reached, 8080)) is called


@pytest.mark.parametrize(
    "origin, home",
    [
        (None, True),
        ("http://127.0.0.1:8080", True),
        ("HTTP://127.0.0.1:8080", True),
        ("http://127.0.0.1", False),
        ("https://127.0.0.1:8080", False),
        ("http://evil.example", False),
        ("null", False),
        ("", False),
        ("http://127.0.0.1:8080.evil.example", False),
    ],
)
def test_a_script_from_elsewhere_is_turned_away(origin: str | None, home: bool) -> None:
    assert Gate.at_home(origin, "127.0.0.1:8080") is home


def test_a_bucket_gives_so_many_at_once_and_then_as_it_fills() -> None:
    bucket = Bucket(Rate(each_second=20, at_once=5), 100.0)
    assert [bucket.take(100.0) for _ in range(7)] == [True] * 5 + [False] * 2
    assert [bucket.take(100.125) for _ in range(3)] == [True, True, False]
    assert [bucket.take(999.0) for _ in range(6)] == [True] * 5 + [False]


def test_each_has_a_bucket_of_his_own_and_who_is_forgotten_begins_anew() -> None:
    pace = Pace(Rate(1, 1), remembered=2)
    assert [pace.take(who, 0.0) for who in "aabb"] == [True, False, True, False]
    assert [pace.take(who, 0.0) for who in "ca"] == [True, True]


def test_so_many_from_one_address_so_many_in_all_and_places_come_free() -> None:
    gate = Gate(crowd=Crowd(each=2, all=3))
    assert [gate.enter(who) for who in ("a", "a", "a", "b", "b")] == [
        True,
        True,
        False,
        True,
        False,
    ]
    gate.leave("a")
    assert gate.enter("b")
    assert not gate.enter("c")
    for who in ("a", "b", "b"):
        gate.leave(who)
    assert [gate.enter("c") for _ in range(3)] == [True, True, False]
