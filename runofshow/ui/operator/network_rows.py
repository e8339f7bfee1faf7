"""The show on the network as rows: what is chosen, what is handed out, who is connected. No Qt."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, Literal, NamedTuple
from zoneinfo import ZoneInfo

from runofshow.core import times
from runofshow.core.plurals import counted
from runofshow.ui.operator.field import Row
from runofshow.ui.operator.preferences import stepped
from runofshow.ui.texts.network import NetworkWords, network_words

PAGES: Final = (
    "stage", "green", "programme", "workshops", "messages", "remote", "companion",
)  # fmt: skip
"""What is handed out, in its order."""
LANGUAGES: Final = (None, "fr", "en")
SILENT: Final = 20
"""Seconds after which a screen of which nothing is heard is called silent."""
PAIRED: Final = "paired."
"""Before its link's id, in the name of a phone's row."""
SCREEN: Final = "screen."
"""Before the number of a screen, in the name of its row."""
DECK: Final = "deck."
"""Before the number of a Companion: it has no screen that could show it."""


class Reach(NamedTuple):
    """An interface that the show can be opened on; `name` is the system's, "" this machine."""

    name: str = ""
    kind: Literal["here", "wifi", "wire", "other"] = "here"
    address: str = "127.0.0.1"


class Screen(NamedTuple):
    """A screen that is connected; see net.doors.Viewer."""

    number: int
    link: str
    page: str
    room: str | None
    address: str
    round_trip: float | None
    silent: float
    name: str | None = None


class Device(NamedTuple):
    """What was paired: the id of its link, what it calls itself, whether it is there.

    A program that is wired is called by the address that it first came from.
    """

    link: str
    name: str
    here: bool


class Link(NamedTuple):
    """A link: its id, the whole address with its token, until when it works (None: revoked).

    One that pairs has no id: its address is another one before long, and ends none.
    """

    id: str
    url: str
    expires: datetime | None


class Network(NamedTuple):
    """How the show stands on the network.

    `address` is where it is open, "" while closed, `name` by which it is found there; `reach` the
    name of the interface that is chosen, `reaches` those there are; `rooms` are the plan's and
    `room` the one links are for; `links` are what is handed out, by page; `paired` the phones that
    were let in; `stale` the ids of links given before this start; `decks` the Companions that are
    connected and `wired` the programs whose links last, whether the show is open or not.
    """

    address: str = ""
    reach: str = ""
    reaches: tuple[Reach, ...] = (Reach(),)
    language: str | None = None
    rooms: tuple[str, ...] = ()
    room: str | None = None
    links: Mapping[str, Link] = {}
    screens: tuple[Screen, ...] = ()
    paired: tuple[Device, ...] = ()
    stale: tuple[str, ...] = ()
    name: str = ""
    decks: tuple[Screen, ...] = ()
    wired: tuple[Device, ...] = ()


Does = Literal[
    "toggle", "reach", "language", "room", "page", "fresh", "revoke", "revoke_all", "identify"
]
"""What is asked of the network: to open or close it; another interface, language or room; the code
of a page; a new link for a page; to end the links of these ids, or all; to have a screen show its
number."""


class NetworkWish(NamedTuple):
    """What is asked of the network; `value` is what `does` takes."""

    does: Does
    value: Any = None


def rows(network: Network, language: str) -> tuple[Row, ...]:
    """All rows, in their order."""
    words = network_words(language)
    return (*_choices(network, words), *_links(network, words), *_screens(network, words))


def _choices(network: Network, words: NetworkWords) -> Iterator[Row]:
    host = network.address.removeprefix("http://")
    state = f"{words.opened} · {host}" if host else words.shut
    yield Row("state", words.rows["state"], state, steps=False, bold=True)
    shut = not network.address
    place = " · ".join(filter(None, (reached(network, words), network.name)))
    yield Row("reach", words.rows["reach"], place, steps=shut)
    said = {None: words.language_device, "fr": words.language_fr, "en": words.language_en}
    yield Row("language", words.rows["language"], said[network.language])
    if network.rooms:
        yield Row("room", words.rows["room"], network.room or words.every_room)


def _links(network: Network, words: NetworkWords) -> Iterator[Row]:
    yield Row("links", words.links, "", head=True, ruled=True)
    for page in PAGES:
        yield Row(page, words.pages[page], words.about[page], steps=False)
        if page == "remote":
            yield from (_phone(each, words) for each in network.paired)
        if page == "companion":
            yield from (_program(each, words) for each in network.wired)
    if network.stale:
        said = counted(words.stale_value, words.language, {"count": len(network.stale)})
        yield Row("stale", words.stale, said, steps=False)


def _phone(device: Device, words: NetworkWords) -> Row:
    """A phone that was let in, below what it was let in as."""
    state = words.paired_here if device.here else words.paired_away
    return _device(device, device.name or words.phone, state)


def _program(device: Device, words: NetworkWords) -> Row:
    """A program that is wired until it is revoked."""
    state = words.wired_here if device.here else words.wired_away
    return _device(device, device.name or words.program, state)


def _device(device: Device, name: str, state: str) -> Row:
    return Row(f"{PAIRED}{device.link}", f"\u2003{name}", state, steps=False)


def _screens(network: Network, words: NetworkWords) -> Iterator[Row]:
    many = len(network.screens) + len(network.decks)
    yield Row("screens", words.connected, str(many or words.nobody), head=True, ruled=True)
    for deck in network.decks:
        name = words.screens["companion"]
        yield Row(f"{DECK}{deck.number}", name, _told(deck, words), steps=False)
    for screen in network.screens:
        name = f"{screen.number}  {words.screens.get(screen.page, screen.page)}"
        yield Row(f"{SCREEN}{screen.number}", name, _told(screen, words), steps=False)


def _told(screen: Screen, words: NetworkWords) -> str:
    """Where a screen is, its round trip, when it was heard of."""
    trip = None if screen.round_trip is None else max(1, round(screen.round_trip * 1000))
    heard = words.lately
    if screen.silent >= SILENT:
        heard = words.silent.format(seconds=int(screen.silent))
    parts = (screen.name, screen.room, screen.address, trip and words.trip.format(ms=trip), heard)
    return "  ·  ".join(part for part in parts if part)


def reached(network: Network, words: NetworkWords) -> str:
    """The interface that is chosen, in words."""
    known = next((each for each in network.reaches if each.name == network.reach), None)
    return words.gone.format(name=network.reach) if known is None else where(known, words)


def overheard(network: Network) -> bool:
    """Whether the network that is chosen may be one on which others listen: any but a cable."""
    known = next((each for each in network.reaches if each.name == network.reach), None)
    return known is not None and known.kind in ("wifi", "other")


def where(reach: Reach, words: NetworkWords) -> str:
    """An interface in words: "Wi-Fi · 192.168.1.20"."""
    if reach.kind == "here":
        return words.here
    kind = {"wifi": words.wifi, "wire": words.wire}.get(reach.kind)
    return f"{kind or words.other.format(name=reach.name)} · {reach.address}"


def step(name: str, by: int, network: Network) -> NetworkWish | None:
    """What so many steps on a row ask; None at an end, and for what is not changed so."""
    match name:
        case "reach" if not network.address:
            return _stepped(
                "reach", tuple(each.name for each in network.reaches), network.reach, by
            )
        case "language":
            return _stepped("language", LANGUAGES, network.language, by)
        case "room":
            return _stepped("room", (None, *network.rooms), network.room, by)
        case _:
            return None


def _stepped(does: Does, values: tuple[Any, ...], now: Any, by: int) -> NetworkWish | None:
    after = stepped(values, now, by) if now in values else values[0]
    return None if after == now else NetworkWish(does, after)


def screen_of(name: str, network: Network) -> Screen | None:
    """The screen whose row has that name."""
    return next((each for each in network.screens if f"{SCREEN}{each.number}" == name), None)


def _deck_of(name: str, network: Network) -> Screen | None:
    return next((each for each in network.decks if f"{DECK}{each.number}" == name), None)


def ends(name: str, network: Network) -> tuple[str, ...]:
    """The ids of the links that are ended where the row of that name is revoked."""
    screen = screen_of(name, network) or _deck_of(name, network)
    if screen is not None:
        return (screen.link,)
    if name.startswith(PAIRED):
        return (name.removeprefix(PAIRED),)
    if name == "stale":
        return network.stale
    link = network.links.get(name)
    return (link.id,) if link is not None and link.id else ()


def came_by(links: Sequence[str], network: Network) -> int:
    """How many screens came by these links, Stream Decks among them."""
    return sum(screen.link in links for screen in (*network.screens, *network.decks))


def until(link: Link, now: datetime, zone: ZoneInfo, language: str) -> str:
    """Until when a link works, in words."""
    words = network_words(language)
    if link.expires is None:
        return words.until_revoked
    days = (link.expires.astimezone(zone).date() - now.astimezone(zone).date()).days
    said = words.until_tomorrow if days else words.until
    return said.format(hour=times.show_clock(link.expires, zone, language))


def shown_address(url: str) -> str:
    """An address as it is shown: without its token."""
    return url.partition("#")[0].partition("?")[0]
