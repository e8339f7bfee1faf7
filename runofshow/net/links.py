"""Links: the addresses with which a show is reached over the network, each with a role.

Rules of this module (network.md §5):
- A link's token is 128 bits of chance. Only its hash is kept, in a file that its user alone can
  read; the token itself is known while the program that made it runs, and is never logged.
- A token is looked for among all hashes in constant time.
- The server may use them from a thread of its own (apart.py): one change at a time.
- A link ends with the show day, or when it is revoked; what has ended is forgotten. What is wired
  is wired once: a Companion's link, once a program has come by it, works until it is revoked.
"""

import hashlib
import hmac
import secrets
import threading
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from runofshow.core.errors import Unreadable, Unwritable
from runofshow.core.sentences import Sentence
from runofshow.net.roles import ROLES, Role
from runofshow.store import files

NAME: Final = "links.json"
MOST: Final = 200
"""How many links there may be at a time; when one more is made the oldest goes, and first of those
that end by themselves."""
WIRED: Final[frozenset[Role]] = frozenset({"companion"})
"""The roles whose links last once they are used."""
BYTES: Final = 16


class Link(BaseModel):
    """One link: `id` names it to the régie, `proof` is its token's hash.

    `room` is whose messages it reads besides the stage's; `name` is what the device that was paired
    calls itself, None for a link that is handed out. `expires` is None for one that works until it
    is revoked; `used` is from where a program first came by it.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    role: Role
    room: Annotated[str, Field(max_length=200)] | None = None
    name: Annotated[str, Field(max_length=40)] | None = None
    made: datetime
    expires: datetime | None
    used: Annotated[str, Field(max_length=60)] | None = None
    proof: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]

    def works(self, now: datetime) -> bool:
        """Whether it has not ended."""
        return self.expires is None or self.expires > now


_KEPT: Final = TypeAdapter(tuple[Link, ...])


class Links:
    """The links of the shows in a data folder.

    `trouble` is the Unwritable that keeps them in memory only, or None; `broken` what is to be said
    of those kept, when they could not be read.
    """

    def __init__(self, folder: Path) -> None:
        """Reads what is kept there; a file that makes no sense counts as none and is set aside."""
        self.trouble: Unwritable | None = None
        self._path = folder / NAME
        links, self.broken = _read(self._path)
        self._links: list[Link] = list(links)
        self._tokens: dict[str, str] = {}
        self._one_at_a_time = threading.RLock()

    def alive(self, now: datetime) -> tuple[Link, ...]:
        """The links that work now, oldest first."""
        return tuple(link for link in self._links if link.works(now))

    def token(self, link: Link) -> str | None:
        """The token of a link that was made by this program; nobody knows it any more else."""
        return self._tokens.get(link.id)

    def make(
        self, role: Role, now: datetime, expires: datetime, room: str | None = None, *,
        name: str | None = None,
    ) -> tuple[Link, str]:  # fmt: skip
        """A new link and its token; that of a device, by its `name`, is not known any more."""
        token = secrets.token_hex(BYTES)
        proof = _proof(token)
        link = Link(
            id=secrets.token_hex(4), role=role, room=room, name=name, made=now, expires=expires,
            proof=proof,
        )  # fmt: skip
        with self._one_at_a_time:
            if name is None:
                self._tokens[link.id] = token
            self._keep(_fitting([*self.alive(now), link]))
        return link, token

    def welcome(self, link: Link, address: str) -> None:
        """A program came by a link from `address`: one that is wired lasts from now on."""
        if link.role not in WIRED or link.expires is None:
            return
        lasting = link.model_copy(update={"expires": None, "used": address[:60]})
        with self._one_at_a_time:
            if link in self._links:
                self._keep([lasting if each == link else each for each in self._links])

    def ready(self, now: datetime, expires: datetime, roles: Collection[Role] = ROLES) -> None:
        """See that there is a link of each of these roles whose token is known."""
        with self._one_at_a_time:
            known = {link.role for link in self.alive(now) if link.id in self._tokens}
            for role in roles:
                if role not in known:
                    self.make(role, now, expires)

    def known(self, token: str, now: datetime) -> Link | None:
        """The link of that token, if it works now."""
        proof, found = _proof(token), None
        for link in self._links:  # all of them: how long it takes tells nothing
            if hmac.compare_digest(link.proof, proof):
                found = link
        return found if found is not None and found.works(now) else None

    def revoke(self, id_: str) -> bool:
        """End a link now; False when there is none of that name."""
        with self._one_at_a_time:
            left = [link for link in self._links if link.id != id_]
            revoked = len(left) < len(self._links)
            if revoked:
                self._keep(left)
            return revoked

    def _keep(self, links: Iterable[Link]) -> None:
        self._links = list(links)
        self._tokens = {
            link.id: self._tokens[link.id] for link in self._links if link.id in self._tokens
        }
        try:
            files.save_privately(self._path, _KEPT.dump_json(tuple(self._links), indent=1))
            self.trouble = None
        except Unwritable as trouble:
            self.trouble = trouble


def signed(command: Mapping[str, Any], link: Link) -> Mapping[str, Any]:
    """The command with its `id` made the link's own: what two programs call "1" is not the same."""
    id_ = command.get("id")
    return {**command, "id": f"{link.id}.{id_}"} if isinstance(id_, str) else command


def _fitting(links: list[Link]) -> list[Link]:
    """As many of these as there may be, the last one among them."""
    first_to_go = sorted(links[:-1], key=lambda link: link.expires is None)
    gone = {link.id for link in first_to_go[: max(0, len(links) - MOST)]}
    return [link for link in links if link.id not in gone]


def _proof(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def _read(path: Path) -> tuple[tuple[Link, ...], Sentence | None]:
    try:
        return _KEPT.validate_json(files.load(path)), None
    except Unreadable as error:
        if error.code in ("file_missing", "file_denied"):
            return (), None if error.code == "file_missing" else error.sentence
    except ValidationError:
        pass
    try:
        aside = files.set_aside(path)
    except OSError as error:
        return (), Sentence.of("links_unread", reason=files.reason(error))
    return (), Sentence.of("links_broken", aside=aside.name)
