"""What is wired to the show on this machine: Companion, OSC, what is sent on crossings.

They stand in a file of their own, read when it is wanted, which its user alone can read: a PIN and
an address may be secrets.
"""

from pathlib import Path
from typing import Annotated, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from runofshow.core.errors import Unreadable
from runofshow.core.sentences import Sentence
from runofshow.store import files

NAME: Final = "wires.json"
MOST: Final = 24
"""How many outputs there may be."""
LOOPBACK: Final = "127.0.0.1"
Port = Annotated[int, Field(ge=0, le=65535)]
Name = Annotated[str, Field(max_length=60)]
Host = Annotated[str, Field(max_length=255)]
What = Literal["taken", "warning", "danger", "over", "end", "held", "broken"]
"""At what something is sent: an item taken, its phases, its end, a hold, a promise broken."""
WHATS: Final[tuple[What, ...]] = get_args(What)


class Wired(BaseModel):
    """What they share: frozen; keys of a newer program are kept out of the way."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class CompanionDoor(Wired):
    """Where Companion connects; `on` is whether it is open from the start."""

    on: bool = False
    host: Host = LOOPBACK
    port: Port = 4001


class OscDoor(Wired):
    """Where OSC is heard, and the PIN that opens it."""

    on: bool = False
    host: Host = LOOPBACK
    port: Port = 8400
    pin: Annotated[str, Field(max_length=40)] = ""


class Wire(Wired):
    """One output: a webhook or an OSC target, sent something at `at`.

    A webhook's `url` and `text` (its body; empty: everything as JSON), and the OSC `address` and
    `text` (its arguments, one a line) are templates (net/outgoing/template.py). `feedback` tells an
    OSC target whatever changes, too.
    """

    name: Name = ""
    kind: Literal["webhook", "osc"] = "webhook"
    on: bool = False
    at: tuple[What, ...] = ("taken",)
    url: Annotated[str, Field(max_length=2000)] = ""
    host: Host = ""
    port: Port = 53000
    address: Annotated[str, Field(max_length=500)] = "/runofshow/{what}"
    text: Annotated[str, Field(max_length=4000)] = ""
    feedback: bool = False


class Wires(Wired):
    """All of it."""

    companion: CompanionDoor = CompanionDoor()
    osc: OscDoor = OscDoor()
    outputs: Annotated[tuple[Wire, ...], Field(max_length=MOST)] = ()


def load(folder: Path) -> tuple[Wires, Sentence | None]:
    """What is kept in `folder`, and what is to be said when it could not be read.

    A file that makes no sense is set aside, so that the next one does not destroy it.
    """
    path = folder / NAME
    try:
        return Wires.model_validate_json(files.load(path)), None
    except Unreadable as error:
        if error.code in ("file_missing", "file_denied"):
            return Wires(), None if error.code == "file_missing" else error.sentence
    except ValidationError:
        pass
    try:
        aside = files.set_aside(path)
    except OSError as error:
        return Wires(), Sentence.of("wires_unread", reason=files.reason(error))
    return Wires(), Sentence.of("wires_broken", aside=aside.name)


def save(folder: Path, wires: Wires) -> None:
    """Keep it in `folder`, whole or not at all; raises Unwritable."""
    files.save_privately(folder / NAME, f"{wires.model_dump_json(indent=2)}\n".encode())
