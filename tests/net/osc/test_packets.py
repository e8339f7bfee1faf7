"""OSC packets: written and read back; nothing that comes makes reading raise."""

import random
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.net.osc.packets import LONGEST, MOST, Argument, Message, read, written
from tests.rows import each_row

ARGUMENTS = st.one_of(
    st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=20),
    st.integers(-(2**63), 2**63 - 1),
    st.booleans(),
    st.none(),
    st.floats(width=32, allow_nan=False),
)
GO = written("/runofshow/go", ("1234", 1))


def bundle(*parts: bytes) -> bytes:
    inside = b"".join(struct.pack(">I", len(part)) + part for part in parts)
    return b"#bundle\0" + bytes(7) + b"\1" + inside


@given(st.lists(ARGUMENTS, max_size=5))
def test_what_is_written_is_read_back(arguments: list[Argument]) -> None:
    assert read(written("/runofshow/say", arguments)) == (
        Message("/runofshow/say", tuple(arguments)),
    )


def test_texts_no_packet_holds_are_made_sound() -> None:
    assert read(written("/a", ("half \ud800 \0 end",))) == (Message("/a", ("half ?  end",)),)


def test_a_bundle_is_read_in_order_and_so_is_one_inside() -> None:
    one, two = written("/one"), written("/two", (2,))
    assert [each.address for each in read(bundle(one, bundle(two, one), two))] == [
        "/one", "/two", "/one", "/two",
    ]  # fmt: skip


def test_bundles_are_bounded() -> None:
    assert len(read(bundle(*[GO] * (MOST + 9)))) == MOST
    deep = GO
    for _ in range(400):
        deep = bundle(deep)
    assert read(deep) == ()
    assert read(bundle(*[GO] * 400)) == ()  # longer than LONGEST
    assert len(bundle(*[GO] * 400)) > LONGEST


@each_row(
    "packet",
    [
        b"", b"/", b"/go", b"go\0\0,\0\0\0", b"/go\0,s\0\0", b"/go\0,s\0\0abcd", b"/go\0,i\0\0\0\0",
        b"/go\0,[i]\0\0\0\0\0\0\0\0", b"/go\0,b\0\0\xff\xff\xff\xff", b"/go\0,I\0\0",
        b"/\xff\xfe\0,\0\0\0",
        b"/go\0,s\0\0\xff\xff\xff\0", b"#bundle", b"#bundle\0" + bytes(8) + b"\xff\xff\xff\xff",
        b"#bundle\0" + bytes(12), b"/go\0,m\0\0\0\0\0\0", b"/go\0,t\0\0" + b"\xff" * 8,
    ],
)  # fmt: skip
def test_what_is_no_message_of_ours_is_nothing(packet: bytes) -> None:
    assert read(packet) == ()


def test_ten_thousand_malformed_packets_are_harmless(caplog: pytest.LogCaptureFixture) -> None:
    chance = random.Random(7)
    sound = [GO, written("/runofshow/say", ("à bientôt", 2.5, True)), bundle(GO, GO)]
    for number in range(10_000):
        packet = bytearray(chance.choice(sound))
        for _ in range(chance.randrange(1, 5)):
            packet[chance.randrange(len(packet))] = chance.randrange(256)
        if number % 3 == 0:
            packet = packet[: chance.randrange(len(packet))]
        for message in read(bytes(packet)):
            assert message.address.startswith("/")
    assert not caplog.records
