"""The gate: by which names we are called, from where, how often, how many."""

from functools import partial

from runofshow.net import gate
from runofshow.net.gate import Bucket, Crowd, Gate, Pace, Rate
from tests.rows import each_row


@each_row(
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


@each_row(
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


def test_the_limits_are_those_that_were_promised() -> None:
    assert (gate.BODY, gate.FRAME) == (64 * 1024, 16 * 1024)
    assert (gate.HANDSHAKE, gate.PING_EVERY) == (5.0, 15.0)
    assert tuple(gate.COMMANDS) == (20, 20)
    assert tuple(Crowd()) == (60, 600)  # a page takes six while it is opened


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
    door = Gate(crowd=Crowd(each=2, all=3))

    def enter(address: str, who: int) -> bool:
        entered = door.enter(address, who, lambda: None)
        door.known(who)
        return entered

    assert [enter(*each) for each in (("a", 1), ("a", 2), ("a", 3), ("b", 4), ("b", 5))] == [
        True,
        True,
        False,
        True,
        False,
    ]
    door.leave("a", 1)
    assert enter("b", 5)
    assert not enter("c", 6)
    for address, who in (("a", 2), ("b", 4), ("b", 5)):
        door.leave(address, who)
    assert [enter("c", who) for who in (7, 8, 9)] == [True, True, False]


def test_where_all_is_full_the_first_who_is_not_known_gives_place() -> None:
    door, dropped = Gate(crowd=Crowd(each=2, all=3)), list[int]()
    for who, address in enumerate(("a", "a", "b")):
        assert door.enter(address, who, partial(dropped.append, who))
    door.known(0)
    assert not door.enter("a", 3, lambda: None)  # so many from one address, whoever waits
    assert door.enter("c", 4, partial(dropped.append, 4))
    assert dropped == [1]
    door.leave("a", 1)
    door.leave("b", 2)
    for who in (0, 4):
        door.known(who)
    assert door.enter("d", 5, lambda: None)
    door.known(5)
    assert not door.enter("e", 6, lambda: None)
    assert dropped == [1]
