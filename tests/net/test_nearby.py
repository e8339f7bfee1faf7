"""The show is found by its name on the network, and never takes another machine's."""

import asyncio
import os
import socket
import sys
import threading
from collections.abc import Coroutine, Iterator
from types import SimpleNamespace
from typing import NoReturn

import pytest
import zeroconf

from runofshow.net.door import machine_names
from runofshow.net.gate import Gate
from runofshow.net.nearby import NAMES, Nearby
from runofshow.serving import _named
from tests.process import PATIENCE


def test_its_names_are_among_those_that_a_request_may_call_us_by() -> None:
    gate = Gate(machine_names())
    assert all(gate.called(f"{name}:9015", ("192.168.1.20", 9015)) for name in NAMES)
    assert not gate.called("evil.local:9015", ("192.168.1.20", 9015))


# --- on a network that is made up --------------------------------------------------------------


class Network:
    """What zeroconf would find: machines by their name, and services with their names."""

    def __init__(self) -> None:
        self.machines: dict[str, str] = {}
        self.services: dict[str, zeroconf.ServiceInfo] = {}
        self.silent = False
        """Whether nobody is heard, so that one who asks waits for ever."""
        self.asked = threading.Event()
        self.announced = threading.Event()

    def line(self, interfaces: list[str], ip_version: zeroconf.IPVersion) -> "Line":
        return Line(self)

    def resolver(self, server: str) -> "Resolver":
        return Resolver(self, server)

    def found(self, *those: Nearby) -> None:
        """Start each and wait until it has its name."""
        for each in those:
            self.announced.clear()
            each.start()
            assert self.announced.wait(PATIENCE)


class Line:
    """In the place of an `AsyncZeroconf`."""

    def __init__(self, network: Network) -> None:
        self.network, self.mine = network, list[str]()
        self.zeroconf = SimpleNamespace(
            async_wait_for_start=lambda: asyncio.sleep(0),
            engine=SimpleNamespace(senders=["one"]),
        )

    async def async_register_service(
        self, info: zeroconf.ServiceInfo
    ) -> Coroutine[None, None, None]:
        if info.name in self.network.services:
            raise zeroconf.NonUniqueNameException
        assert info.server is not None
        self.network.services[info.name] = info
        self.network.machines[info.server] = info.parsed_addresses()[0]
        self.mine.append(info.name)
        return self._announce()

    async def _announce(self) -> None:
        self.network.announced.set()

    async def async_close(self) -> None:
        for name in self.mine:
            info = self.network.services.pop(name)
            self.network.machines.pop(info.server or "")


class Resolver:
    """In the place of an `AddressResolverIPv4`."""

    def __init__(self, network: Network, server: str) -> None:
        self._network, self._server = network, server

    async def async_request(self, zc: object, patience: float) -> bool:
        self._network.asked.set()
        if self._network.silent:
            await asyncio.get_running_loop().create_future()
        return self._server in self._network.machines

    def parsed_addresses(self) -> list[str]:
        return [each for name, each in self._network.machines.items() if name == self._server]


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch) -> Network:
    made_up = Network()
    monkeypatch.setattr("zeroconf.asyncio.AsyncZeroconf", made_up.line)
    monkeypatch.setattr("zeroconf.AddressResolverIPv4", made_up.resolver)
    return made_up


def test_a_second_one_takes_the_next_and_a_name_given_back_is_free(network: Network) -> None:
    one, two = Nearby("10.0.0.1", 9015), Nearby("10.0.0.2", 9016)
    network.found(one, two)
    assert (one.name, two.name) == ("runofshow.local", "runofshow-2.local")
    assert network.machines == {"runofshow.local.": "10.0.0.1", "runofshow-2.local.": "10.0.0.2"}
    told = network.services["runofshow-2._http._tcp.local."]
    assert (told.port, told.parsed_addresses()) == (9016, ["10.0.0.2"])
    one.stop()
    one.join()
    assert one.name == ""
    third = Nearby("10.0.0.3", 9015)
    network.found(third)
    assert third.name == "runofshow.local"
    for each in (two, third):
        each.stop()
        each.join()
    assert not network.machines


def test_a_machine_of_that_name_keeps_it_and_so_does_another_program_of_ours(
    network: Network,
) -> None:
    network.machines["runofshow.local."] = "10.0.0.7"
    before, nearby = Nearby("10.0.0.1", 9015), Nearby("10.0.0.1", 9016)
    network.found(before, nearby)
    assert (before.name, nearby.name) == NAMES[1:3]
    for each in (before, nearby):
        each.stop()
        each.join()


def test_it_ends_at_once_while_it_still_asks(network: Network) -> None:
    network.silent = True
    nearby = Nearby("10.0.0.1", 9015)
    nearby.start()
    assert network.asked.wait(PATIENCE)
    nearby.stop()
    nearby.join()
    assert (nearby.name, network.services) == ("", {})


def fails(error: Exception) -> NoReturn:
    raise error


@pytest.mark.parametrize("why", ["taken", "many", "port", "library", "error"])
def test_what_keeps_it_from_a_name_is_said_and_keeps_nothing_else(
    why: str, network: Network, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    edge = "zeroconf.asyncio.AsyncZeroconf"
    match why:
        case "taken":
            network.machines |= {f"{name}.": "10.0.0.7" for name in NAMES}
        case "many":
            line = Line(network)
            line.zeroconf.engine.senders.clear()
            monkeypatch.setattr(edge, lambda **_: line)
        case "port":
            monkeypatch.setattr(edge, lambda **_: fails(OSError(98, "Address already in use")))
        case "library":
            monkeypatch.setitem(sys.modules, "zeroconf", None)
        case "error":
            monkeypatch.setattr(edge, lambda **_: fails(zeroconf.NotRunningException()))
    nearby = Nearby("10.0.0.1", 9015)
    nearby.start()
    nearby.join()
    nearby.stop()
    assert nearby.name == ""
    assert "no name on the network" in caplog.text


def test_only_a_show_that_others_reach_gets_a_name(network: Network) -> None:
    for host in ("127.0.0.1", "127.0.0.2", "localhost", "::1", "fd00::2"):
        assert _named(host, "http://127.0.0.1:9015") is None
    assert not network.asked.is_set()
    nearby = _named("10.0.0.1", "http://10.0.0.1:41234")
    assert nearby is not None
    assert network.announced.wait(PATIENCE)
    nearby.stop()
    nearby.join()


# --- on this machine ---------------------------------------------------------------------------


def carries() -> bool:
    """Whether this machine's loopback carries what is said to many."""
    here, group = socket.inet_aton("127.0.0.2"), socket.inet_aton("224.0.0.251")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line:
        line.settimeout(1)
        try:
            line.bind(("", 0))
            line.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group + here)
            line.setsockopt(socket.IPPROTO_IP, socket.IP_MULTICAST_IF, here)
            line.sendto(b"heard", ("224.0.0.251", line.getsockname()[1]))
            return line.recv(9) == b"heard"
        except OSError:
            return False


@pytest.fixture
def asker() -> Iterator[zeroconf.Zeroconf]:
    """Another program that asks for names on this machine's loopback."""
    if not carries():
        pytest.skip("this machine lets nothing be said to many")
    with zeroconf.Zeroconf(interfaces=["127.0.0.2"], ip_version=zeroconf.IPVersion.V4Only) as one:
        yield one


def test_it_is_found_by_its_name_which_another_machine_then_leaves_to_it(
    asker: zeroconf.Zeroconf, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = (f"runofshow-test-{os.getpid()}.local",)
    monkeypatch.setattr("runofshow.net.nearby.PATIENCE", 50)
    one, two = Nearby("127.0.0.1", 9015, names), Nearby("127.0.0.2", 9016, names)
    one.start()
    sought = zeroconf.AddressResolverIPv4(f"{names[0]}.")  # type: ignore[attr-defined]
    assert sought.request(asker, PATIENCE * 1000)
    assert (one.name, sought.parsed_addresses()) == (names[0], ["127.0.0.1"])
    monkeypatch.setattr("runofshow.net.nearby.PATIENCE", PATIENCE * 1000)
    two.start()
    two.join()
    assert (one.name, two.name) == (names[0], "")
    one.stop()
    one.join()
    assert one.name == ""
