"""The lamps of the strip: how the stage screen, the network, the disk and the mains stand."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from runofshow import machine
from runofshow.core.plurals import counted
from runofshow.desk import Desk
from runofshow.store.double import Standing
from runofshow.store.settings import STAGE
from runofshow.ui.operator.strip_cells import Lamp, LampState
from runofshow.ui.outlet import Outlet
from runofshow.ui.place import AWAY
from runofshow.ui.texts.desktop import desktop_words
from runofshow.ui.texts.double import double_words
from runofshow.ui.texts.outputs import output_words

_HERE: Final = ("http://127.", "http://[::1]")
"""How addresses begin that only this machine reaches."""
LOW_DISK: Final = 200_000_000
"""Bytes free below which the disk asks for attention."""
_WORSE: Final[tuple[LampState, ...]] = ("off", "ok", "watch", "broken")


class Network(NamedTuple):
    """How the show stands on the network: its address, "" while closed; how many are connected.

    `lost` is whether the interface that it is open on has gone; `wired` is what else is listened to
    beyond this machine, by name.
    """

    address: str = ""
    viewers: int = 0
    lost: bool = False
    wired: tuple[str, ...] = ()


def lamps(
    outlets: Sequence[Outlet],
    network: Network,
    desk: Desk,
    folder: Path,
    awake: bool | None,
    language: str,
    double: Standing,
) -> list[Lamp]:
    """All lamps: the outputs stand so, and `desk` keeps its commands in `folder`.

    `awake` is whether the system keeps the machine awake, None while nobody asks it to; `double` is
    how the journal's double stands.
    """
    return [
        _outputs(outlets, language),
        _network(network, language),
        _disk(desk, folder, double, language),
        _power(awake, language),
    ]


def _outputs(outlets: Sequence[Outlet], language: str) -> Lamp:
    """The outputs together: as the worst of those that are to be seen."""
    words, own = desktop_words(language), output_words(language)
    open_ = [each for each in outlets if each.key == STAGE or each.place != AWAY]
    state = max((_state(each) for each in open_), key=_WORSE.index)
    told = [each.sentence(language) for each in open_]
    told += [each.done(language) for each in open_ if each.done(language)]
    done = {
        own.dark_all: any(each.dark for each in open_),
        own.frozen_all: any(each.frozen for each in open_),
        own.testing_all: any(each.testing for each in open_),
    }
    name = next((word for word, so in done.items() if so), "")
    word = words.stage_on
    if len(open_) > 1:
        up = sum(each.up for each in open_)
        word = own.of_all.format(up=up, all=len(open_))
    elif open_[0].place.state != "placed":
        beside = open_[0].place.state in ("beside", "window")
        word = words.stage_beside if beside else words.stage_off
    return Lamp("stage", state, word, "\n".join(told), name)


def _state(outlet: Outlet) -> LampState:
    return "off" if outlet.place.why == "sample" else outlet.standing


def _network(network: Network, language: str) -> Lamp:
    words, names = desktop_words(language), ", ".join(network.wired)
    wired = words.network_wired_tip.format(names=names) if names else ""
    if not network.address:
        if names:
            return Lamp("network", "ok", words.network_wired, wired)
        return Lamp("network", "off", words.network_off, words.network_off_tip)
    count = {"count": network.viewers}
    tip = counted(words.network_open_tip, language, count | {"address": network.address})
    tip = "\n".join(filter(None, (tip, wired)))
    state: LampState = "broken" if network.lost else "ok"
    here = network.address.startswith(_HERE)
    word = words.network_here if here else words.network_open
    return Lamp("network", state, counted(word, language, count), tip)


def _disk(desk: Desk, folder: Path, double: Standing, language: str) -> Lamp:
    words = desktop_words(language)
    if desk.trouble is not None:
        has = double_words(language).has if double.has(desk.unsaved) else ""
        told = " ".join(filter(None, (desk.trouble.text(language), has)))
        return Lamp("disk", "broken", words.disk_memory, told)
    if double.trouble is not None:
        word = double_words(language).lamp
        return Lamp("disk", "watch", word, double.trouble.text(language))
    tip = double_words(language).tip.format(file=double.file) if double.file else ""
    free = machine.free_space(folder)
    if free is None:
        return Lamp("disk", "ok", detail=tip)
    size = f"{free / 1e9:.0f}"
    if free < LOW_DISK:
        return Lamp("disk", "watch", words.disk_low.format(size=size), tip)
    return Lamp("disk", "ok", words.disk_free.format(size=size), tip)


def _power(awake: bool | None, language: str) -> Lamp:
    power, words = machine.power(), desktop_words(language)
    if power.mains is not False and awake is False:
        return Lamp("power", "watch", words.power_sleeps, words.may_sleep)
    if power.mains is None:
        return Lamp("power", "off", words.power_unknown)
    if power.mains:
        return Lamp("power", "ok", words.power_mains)
    return Lamp("power", "watch", words.power_battery.format(percent=power.percent))
