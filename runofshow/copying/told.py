"""What a copy would tell of people and of this machine: named before it is written."""

import getpass
import json
import socket
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from runofshow.copying.parts import Found, Part
from runofshow.core.errors import Unreadable
from runofshow.core.personal import Personal, personal
from runofshow.core.sentences import Sentence
from runofshow.store import files, settings

LINKS: Final = "links.json"
"""Never in a copy; the names of paired devices, which the log may hold, are read from it."""


class Machine(NamedTuple):
    """What tells whose machine this is."""

    user: str
    host: str
    home: str
    data: str

    @classmethod
    def present(cls, data: Path) -> "Machine":
        """This one."""
        try:
            user = getpass.getuser()
        except (KeyError, OSError, ImportError):  # a uid without a name
            user = ""
        return cls(user, socket.gethostname(), str(Path.home()), str(data.absolute()))


class Told(NamedTuple):
    """What a copy tells: of people, of which machine, by the names of which files and devices."""

    people: Personal
    machine: Machine
    paths: tuple[str, ...]
    devices: tuple[str, ...]

    def sentences(self) -> Iterator[Sentence]:
        """Each kind of it, named."""
        said, machine = self.people, self.machine
        if said.people:
            names = ", ".join(said.people)
            yield Sentence.of("copy_people", count=len(said.people), names=names)
        if said.phones:
            yield Sentence.of("copy_phones", count=len(said.phones), names=", ".join(said.phones))
        for code, texts in (
            ("copy_messages", said.messages), ("copy_notes", said.notes), ("copy_crew", said.crew),
        ):  # fmt: skip
            if texts:
                yield Sentence.of(code, count=len(texts))
        owner = " · ".join(filter(None, (machine.user, machine.host, machine.home)))
        yield Sentence.of("copy_machine", names=owner)
        if self.paths:
            yield Sentence.of("copy_paths", count=len(self.paths), names=", ".join(self.paths))
        if self.devices:
            names = ", ".join(self.devices)
            yield Sentence.of("copy_devices", count=len(self.devices), names=names)

    def private(self) -> Mapping[str, str]:
        """What stands for paths, machine and devices where names are left out."""
        machine = self.machine
        known = {path: f"file-{at}{Path(path).suffix}" for at, path in enumerate(self.paths, 1)}
        known |= {Path(path).name: said for path, said in known.items()}
        known |= {Path(path).stem: Path(said).stem for path, said in known.items()}
        known |= {device: f"device-{at}" for at, device in enumerate(self.devices, 1)}
        known |= {machine.data: "DATA", machine.home: "~"}
        if machine.user not in ("", "root"):
            known[machine.user] = "user"
        return known | ({machine.host: "machine"} if machine.host != "localhost" else {})


def told(found: Found, data: Path) -> Told:
    """What a copy of `found` tells."""
    rows = () if found.recovered is None else found.recovered.rows
    said = personal([*(json.loads(row.body) for row in rows), *_kept(found.parts)])
    kept = settings.glanced(data)
    paths = (*kept.recent, *((kept.double.folder,) if kept.double.folder else ()))
    return Told(said, Machine.present(data), paths, tuple(_devices(data)))


def _kept(parts: tuple[Part, ...]) -> Iterator[Any]:
    """What the settings say of people: the ready messages."""
    for part in parts:
        if part.kind == "settings" and (values := values_of(part.data)) is not None:
            yield values.get("phrases") or ()


def values_of(data: bytes) -> dict[str, Any] | None:
    """The JSON object that `data` holds, None when it holds none."""
    try:
        values = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return values if isinstance(values, dict) else None


def _devices(data: Path) -> Iterator[str]:
    try:
        links = json.loads(files.load(data / LINKS))
    except (Unreadable, ValueError, RecursionError):
        return
    for link in links if isinstance(links, list) else ():
        name = link.get("name") if isinstance(link, dict) else None
        if isinstance(name, str) and name:
            yield name
