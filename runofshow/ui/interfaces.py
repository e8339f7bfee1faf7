"""The machine's interfaces to networks, as a person tells them apart."""

import ipaddress
from typing import Final

from PySide6 import QtNetwork

from runofshow.ui.operator.network_rows import Reach

_Interface = QtNetwork.QNetworkInterface
_KINDS: Final = {
    _Interface.InterfaceType.Wifi: "wifi",
    _Interface.InterfaceType.Ethernet: "wire",
}
_WIRELESS: Final = ("wl", "wi-fi", "wifi", "wlan")
"""How the names of wireless interfaces begin where the system says they are cables."""
_MADE: Final = ("docker", "veth", "br-", "virbr", "vmnet", "vboxnet", "vethernet")
"""How the names of interfaces begin that lead to machines inside this one."""


def interfaces() -> tuple[Reach, ...]:
    """This machine alone, then each interface that is up, the likeliest first."""
    found = [reach for each in _Interface.allInterfaces() if (reach := _reach(each)) is not None]
    order = ("wifi", "wire", "other")
    found.sort(key=lambda reach: (_linked(reach.address), order.index(reach.kind), reach.name))
    return (Reach(), *found)


def _reach(interface: QtNetwork.QNetworkInterface) -> Reach | None:
    flags = interface.flags()
    flag = _Interface.InterfaceFlag
    up = flag.IsUp in flags and flag.IsRunning in flags and flag.IsLoopBack not in flags
    address = _address(interface) if up else None
    if address is None:
        return None
    name, said = interface.name(), interface.humanReadableName() or interface.name()
    low = said.lower()
    if low.startswith(_MADE):
        return Reach(name, "other", address)
    if low.startswith(_WIRELESS) or name.lower().startswith(_WIRELESS):
        return Reach(name, "wifi", address)
    kind = _KINDS.get(interface.type())
    if kind == "wifi":
        return Reach(name, "wifi", address)
    return Reach(name, "wire" if kind == "wire" else "other", address)


def _address(interface: QtNetwork.QNetworkInterface) -> str | None:
    """The address by which others reach it: of version 4 when it has one, else a lasting one."""
    texts = [entry.ip().toString() for entry in interface.addressEntries()]
    known = [ipaddress.ip_address(text) for text in texts if "%" not in text]
    usual = sorted(known, key=lambda each: (each.version, each.is_link_local))
    return next((str(each) for each in usual if not each.is_loopback), None)


def _linked(address: str) -> bool:
    """Whether an address is one that a machine gives itself when nobody gives it one."""
    return ipaddress.ip_address(address).is_link_local
