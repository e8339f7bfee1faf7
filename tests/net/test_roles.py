"""Roles: a table of what each kind of link may ask; what is not named is not allowed."""

from contextlib import suppress
from typing import get_args

import pytest

from runofshow.core.commands import Command
from runofshow.core.errors import Refused
from runofshow.net.roles import RIGHTS, ROLES, Role, permit, seen_on
from tests.rows import each_row

NAMES = sorted(kind.model_fields["do"].default for kind in get_args(Command))


def allowed(role: Role) -> set[str]:
    found = set()
    for name in NAMES:
        with suppress(Refused):
            permit(role, {"do": name, "from": None, "if_rev": 0})
            found.add(name)
    return found


def test_every_command_of_the_table_is_one_and_a_remote_edits_no_plan() -> None:
    planning = {
        "insert", "move", "remove", "swap", "split", "divide", "activities", "batch", "column",
        "revise", "reprint", "finish",
    }  # fmt: skip
    assert allowed("viewer") == set()
    assert allowed("messages") == {"say", "clear"}
    assert allowed("remote") == {*NAMES} - planning - {"edit", "skip", "restore"}
    assert allowed("companion") == {*NAMES} - planning
    assert {"undo", "redo"} < allowed("remote")  # of what it applied itself
    for role in ROLES:
        assert RIGHTS[role].commands <= {*NAMES}


@each_row("command", [{}, {"do": None}, {"do": ["go"]}, {"do": "Go"}, {"do": "x"}])
def test_what_is_no_command_is_not_allowed(command: dict[str, object]) -> None:
    with pytest.raises(Refused, match="does not allow"):
        permit("companion", command)


def test_a_remotes_go_says_what_it_saw_be_it_nothing() -> None:
    permit("remote", {"do": "go", "from": None})
    permit("remote", {"do": "go", "from": "a"})
    permit("companion", {"do": "go"})
    with pytest.raises(Refused) as refused:
        permit("remote", {"do": "go"})
    assert refused.value.code == "go_blind"


@each_row("name", ["undo", "redo"])
def test_a_remotes_undo_says_at_which_revision_it_saw_the_show(name: str) -> None:
    permit("remote", {"do": name, "if_rev": 0})
    permit("companion", {"do": name})
    for blind in ({"do": name}, {"do": name, "if_rev": None}):
        with pytest.raises(Refused) as refused:
            permit("remote", blind)
        assert refused.value.code == "undo_blind"


def test_a_page_that_people_look_at_shows_what_the_hall_may_know() -> None:
    for role in ROLES:
        assert seen_on(role, "") == seen_on(role, "remote") == RIGHTS[role].view
        for page in ("stage", "green", "programme", "workshops", "messages", "index", "another"):
            assert seen_on(role, page) == "public"
