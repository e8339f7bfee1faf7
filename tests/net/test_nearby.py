"""The show is found by its name on the network, and never takes another machine's."""

import random
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv4Address
from time import monotonic

import pytest

from runofshow.net.door import machine_names
from runofshow.net.gate import Gate
from runofshow.net.nearby import GROUP, NAMES, Nearby
from runofshow.net.nearby_messages import answer, asked, claimed, legacy, probe

NAME = NAMES[0]
HERE, OTHER = IPv4Address("127.0.0.1"), IPv4Address("10.9.8.7")


def question(name: str = NAME, kind: int = 1, number: int = 7, kin: int = 1) -> bytes:
    labels = b"".join(bytes((len(each),)) + each.encode() for each in name.split("."))
    return (
        struct.pack("!6H", number, 0, 1, 0, 0, 0) + labels + b"\0" + struct.pack("!HH", kind, kin)
    )


# --- messages ----------------------------------------------------------------------------------


def test_a_question_for_our_address_is_understood_and_no_other() -> None:
    assert asked(question("RunOfShow.Local"), NAME) == 7
    assert asked(question(kind=28, kin=0x8001), NAME) is not None
    for other in (question("runofshow-2.local"), question(kind=16), question(kin=3),
                  answer(NAME, HERE), b"", question()[:-3]):  # fmt: skip
        assert asked(other, NAME) is None


def test_what_is_answered_says_the_address() -> None:
    assert claimed(answer(NAME, HERE), NAME) == {HERE}
    assert claimed(probe(NAME, OTHER), NAME) == {OTHER}
    assert claimed(answer(NAME, HERE), NAMES[1]) == frozenset()
    told = legacy(NAME, HERE, 7)
    assert told[:2] == question()[:2]
    assert claimed(told, NAME) == {HERE}


def test_packets_that_make_no_sense_are_passed_over() -> None:
    chance = random.Random(5)
    sound = [question(), answer(NAME, HERE), probe(NAME, OTHER)]
    loop = struct.pack("!6H", 0, 0, 1, 1, 0, 0) + b"\xc0\x0c" * 20
    for packet in (loop, b"\xff" * 400):
        assert (asked(packet, NAME), claimed(packet, NAME)) == (None, frozenset())
    for _ in range(3000):
        broken = bytearray(chance.choice(sound))
        for _ in range(chance.randint(1, 6)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        asked(bytes(broken[: chance.randint(0, len(broken))]), NAME)
        claimed(bytes(broken), NAME)


def test_its_names_are_among_those_that_a_request_may_call_us_by() -> None:
    gate = Gate(machine_names())
    assert all(gate.called(f"{name}:9015", ("192.168.1.20", 9015)) for name in NAMES)
    assert not gate.called("evil.local:9015", ("192.168.1.20", 9015))


# --- on this machine ---------------------------------------------------------------------------


@contextmanager
def listener(port: int) -> Iterator[socket.socket]:
    """One that asks from a port of its own, as a program does that knows nothing of multicast."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.bind(("127.0.0.1", 0))
        line.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, HERE.packed)
        line.settimeout(0.2)
        yield line


@pytest.fixture
def port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.bind(("", 0))
        found: int = line.getsockname()[1]
        return found


def resolved(port: int, name: str) -> frozenset[IPv4Address]:
    """Which addresses a name has, as this machine is told; nothing when nobody answers."""
    until = monotonic() + 5
    with listener(port) as line:
        while monotonic() < until:
            line.sendto(question(name), (GROUP, port))
            try:
                return claimed(line.recv(9000), name)
            except TimeoutError:
                continue
    return frozenset()


def test_it_is_found_by_its_name_and_a_second_one_takes_the_next(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("runofshow.net.nearby.PROBES", 1)
    monkeypatch.setattr("runofshow.net.nearby.BETWEEN", 0.1)
    one, two = Nearby("127.0.0.1", port), Nearby("127.0.0.2", port)
    try:
        one.start()
        if not resolved(port, NAMES[0]):
            pytest.skip("this machine lets nothing be said to many")
        assert one.name == NAMES[0]
        monkeypatch.setattr("runofshow.net.nearby.BETWEEN", 1.0)  # the other may be slow to say so
        two.start()
        assert resolved(port, NAMES[1]) == {IPv4Address("127.0.0.2")}
        assert (one.name, two.name) == NAMES[:2]
    finally:
        for each in (one, two):
            each.stop()
    one.join()
    assert one.name == ""


def test_where_it_cannot_be_it_leaves_all_else_alone(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    nowhere = Nearby("198.51.100.9", 1)
    nowhere.start()
    nowhere.join()
    assert nowhere.name == ""
    assert "no name on the network" in caplog.text
