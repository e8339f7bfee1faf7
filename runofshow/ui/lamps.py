"""The lamps of the strip: how the stage screen, the network, the disk and the mains stand."""

from pathlib import Path
from typing import Final

from runofshow import machine
from runofshow.core.errors import Unwritable
from runofshow.ui.operator.strip import Lamp, LampState
from runofshow.ui.placing import Place
from runofshow.ui.texts import words as all_words
from runofshow.ui.texts.desktop import desktop_words

LOW_DISK: Final = 200_000_000
"""Bytes free below which the disk asks for attention."""


def lamps(
    place: Place, trouble: Unwritable | None, folder: Path, awake: bool | None, language: str
) -> list[Lamp]:
    """All lamps: the stage is at `place`, and `trouble` keeps commands out of `folder`.

    `awake` is whether the system keeps the machine awake, None while nobody asks it to.
    """
    return [
        _stage(place, language),
        _network(language),
        _disk(trouble, folder, language),
        _power(awake, language),
    ]


def _stage(place: Place, language: str) -> Lamp:
    words = desktop_words(language)
    state: LampState = "ok" if place.state == "placed" else "watch"
    if place.state == "parked":
        state = "broken"
    word = {"placed": words.stage_on, "beside": words.stage_beside}.get(
        place.state, words.stage_off
    )
    return Lamp("stage", state, word, place.sentence(all_words(language).stage))


def _network(language: str) -> Lamp:
    words = desktop_words(language)
    return Lamp("network", "off", words.network_off, words.network_off_tip)


def _disk(trouble: Unwritable | None, folder: Path, language: str) -> Lamp:
    words = desktop_words(language)
    if trouble is not None:
        return Lamp("disk", "broken", words.disk_memory, trouble.text(language))
    free = machine.free_space(folder)
    if free is None:
        return Lamp("disk", "ok")
    size = f"{free / 1e9:.0f}"
    if free < LOW_DISK:
        return Lamp("disk", "watch", words.disk_low.format(size=size))
    return Lamp("disk", "ok", words.disk_free.format(size=size))


def _power(awake: bool | None, language: str) -> Lamp:
    power, words = machine.power(), desktop_words(language)
    if power.mains is not False and awake is False:
        return Lamp("power", "watch", words.power_sleeps, words.may_sleep)
    if power.mains is None:
        return Lamp("power", "off", words.power_unknown)
    if power.mains:
        return Lamp("power", "ok", words.power_mains)
    return Lamp("power", "watch", words.power_battery.format(percent=power.percent))
