"""Roles: what each kind of link may read and ask (network.md §5).

- A *viewer* reads what the hall may know, and asks for nothing.
- *Messages* speaks to the stage; it reads what the hall may know.
- A *remote* is the régie's second hand: it runs the day and reads what the régie reads, but edits
  no plan and does not close the day; what it applied it may undo. Its `go` says what it saw on
  air, its `undo` and `redo` at which revision: they undo what it saw, or nothing.
- *Companion* is a Stream Deck: a remote that may also change lengths and titles, skip and restore.
- A page that people look at shows what the hall may know, by whose link ever it was opened.
"""

from collections.abc import Mapping
from typing import Any, Final, Literal, NamedTuple, get_args

from runofshow.core.errors import Refused

Role = Literal["viewer", "messages", "remote", "companion"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
View = Literal["public", "whole"]

_SPEAKING: Final = frozenset({"say", "clear"})
_RUNNING: Final = _SPEAKING | {
    "go", "end", "recall", "hold", "resume", "restart", "questions", "stretch", "began", "ended",
    "expect", "speaker", "called", "floor", "blackout", "incident", "note", "catch_up", "agree",
    "told", "warned", "undo", "redo",
}  # fmt: skip


class Rights(NamedTuple):
    """What a role may read, and the names of the commands that it may give."""

    view: View
    commands: frozenset[str] = frozenset()

    def may(self, name: str) -> bool:
        """Whether it may give the command of that name."""
        return name in self.commands


RIGHTS: Final[Mapping[Role, Rights]] = {
    "viewer": Rights("public"),
    "messages": Rights("public", _SPEAKING),
    "remote": Rights("whole", _RUNNING),
    "companion": Rights("whole", _RUNNING | {"edit", "skip", "restore"}),
}
_BLIND: Final = ("remote",)
"""Whose hands are away from the screen: they say what they saw."""
_REGIES: Final = ("", "remote")
"""The pages that tell what their link may read: the remote's, and a program's own, which is none.
Of any other we do not know that nobody looks over its shoulder."""


def seen_on(role: Role, page: str) -> View:
    """What is told to a link of `role` on a page of that name."""
    return RIGHTS[role].view if page in _REGIES else "public"


def permit(role: Role, command: Mapping[str, Any]) -> None:
    """Raises Refused when `role` may not give this command, or not in this way."""
    name = command.get("do")
    if not isinstance(name, str) or name not in RIGHTS[role].commands:
        raise Refused("not_allowed", role=role, name=str(name)[:60])
    if role in _BLIND:
        _see(command)


def _see(command: Mapping[str, Any]) -> None:
    """Raises Refused when a command does not say what its sender saw."""
    match command:
        case {"do": "go"} if "from" not in command:
            raise Refused("go_blind")
        case {"do": "undo" | "redo"} if command.get("if_rev") is None:
            raise Refused("undo_blind")
