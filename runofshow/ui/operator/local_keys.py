"""The keys of a part of the window while that has the keyboard, and the digits, which go together.

- A part's key is heard there alone; two parts may have the same key, for only one has the keyboard.
- What walks a list and leaves it (arrows, Enter, Ctrl+Enter, Escape, Tab, Page Up and Page Down) is
  the same everywhere and in no table.
- Speakers, ready messages and plans have the digits by where they lie, each with the same keys
  held: these are chosen for all the digits of a family at once.
"""

from enum import Enum
from functools import lru_cache
from typing import Final, NamedTuple

from runofshow.ui.operator.keys import ACTIONS, PLANS, READY_MESSAGES, TURNS, action


class Scope(Enum):
    """Where keys are heard."""

    EVERYWHERE = "everywhere"
    RUNDOWN = "rundown"
    TIMELINE = "timeline"
    PEOPLE = "people"
    READY = "ready"
    GRID = "grid"
    DRAFT = "draft"
    REVISION = "revision"
    PRINT = "print"
    PREFERENCES = "preferences"

    def meets(self, other: "Scope") -> bool:
        """Whether a key may be heard in both."""
        return self is other or Scope.EVERYWHERE in (self, other)


class Local(NamedTuple):
    """What a key does in one part of the window.

    `over` names an action of the whole window that means this there: its keys are this one's.
    """

    name: str
    scope: Scope
    keys: tuple[str, ...] = ()
    over: str = ""


class Family(NamedTuple):
    """Actions that have the digits, by the digit; `first` is the key of the digit 1."""

    name: str
    first: str
    members: tuple[tuple[int, str], ...]

    @property
    def last(self) -> int:
        """The last digit that one of them has."""
        return max(digit for digit, _ in self.members)


FAMILIES: Final = (
    Family("floor_digits", "1", tuple((each, f"floor_{each}") for each in range(TURNS + 1))),
    Family(
        "phrase_digits", "Alt+1",
        tuple((each, f"phrase_{each}") for each in range(1, READY_MESSAGES + 1)),
    ),
    Family("plan_digits", "Ctrl+1", tuple((each, f"plan_{each}") for each in range(1, PLANS + 1))),
)  # fmt: skip

LOCALS: Final = (
    Local("row_edit", Scope.RUNDOWN, ("F2",)),
    Local("row_after", Scope.RUNDOWN, ("Ins",)),
    Local("row_before", Scope.RUNDOWN, ("Shift+Ins",)),
    Local("row_duplicate", Scope.RUNDOWN, ("Ctrl+D",)),
    Local("row_skip", Scope.RUNDOWN, ("Del",)),
    Local("row_remove", Scope.RUNDOWN, ("Shift+Del",)),
    Local("row_up", Scope.RUNDOWN, ("Alt+Up",)),
    Local("row_down", Scope.RUNDOWN, ("Alt+Down",)),
    Local("row_longer", Scope.RUNDOWN, ("Alt+Right",)),
    Local("row_shorter", Scope.RUNDOWN, ("Alt+Left",)),
    Local("row_much_longer", Scope.RUNDOWN, ("Alt+Shift+Right",)),
    Local("row_much_shorter", Scope.RUNDOWN, ("Alt+Shift+Left",)),
    Local("row_copy", Scope.RUNDOWN, ("Ctrl+C",)),
    Local("row_cut", Scope.RUNDOWN, ("Ctrl+X",)),
    Local("row_paste", Scope.RUNDOWN, over="paste"),
    Local("rows_span_up", Scope.RUNDOWN, ("Shift+Up",)),
    Local("rows_span_down", Scope.RUNDOWN, ("Shift+Down",)),
    Local("rows_walk_up", Scope.RUNDOWN, ("Ctrl+Shift+Up",)),
    Local("rows_walk_down", Scope.RUNDOWN, ("Ctrl+Shift+Down",)),
    Local("rows_add", Scope.RUNDOWN, ("Ctrl+Shift+Right",)),
    Local("rows_drop", Scope.RUNDOWN, ("Ctrl+Shift+Left",)),
    Local("rows_all", Scope.RUNDOWN, ("Ctrl+A",)),
    Local("rows_fold", Scope.RUNDOWN, ("Shift+Left",)),
    Local("rows_unfold", Scope.RUNDOWN, ("Shift+Right",)),
    Local("rows_live", Scope.RUNDOWN, ("Home",)),
    Local("rows_end", Scope.RUNDOWN, ("End",)),
    Local("line_longer", Scope.TIMELINE, ("Shift+Right",)),
    Local("line_shorter", Scope.TIMELINE, ("Shift+Left",)),
    Local("person_mic", Scope.PEOPLE, ("F2",)),
    Local("grid_edit", Scope.GRID, ("F2",)),
    Local("grid_empty", Scope.GRID, ("Del",)),
    Local("grid_copy", Scope.GRID, ("Ctrl+C",)),
    Local("grid_paste", Scope.GRID, (), over="paste"),
    Local("grid_up", Scope.GRID, ("Alt+Up",)),
    Local("grid_down", Scope.GRID, ("Alt+Down",)),
    Local("grid_left", Scope.GRID, ("Alt+Left",)),
    Local("grid_right", Scope.GRID, ("Alt+Right",)),
    Local("grid_divide", Scope.GRID, ("Ctrl+D",)),
    Local("grid_report", Scope.GRID, ("Ctrl+F2",)),
    Local("grid_next", Scope.GRID, ("Shift+Right",)),
    Local("grid_before", Scope.GRID, ("Shift+Left",)),
    Local("check_lead", Scope.READY, ("F2",)),
    Local("check_other", Scope.READY, ("Ctrl+F2",)),
    Local("draft_correct", Scope.DRAFT, ("F2",)),
    Local("draft_drop", Scope.DRAFT, ("Del",)),
    Local("draft_room_after", Scope.DRAFT, ("Shift+Right",)),
    Local("draft_room_before", Scope.DRAFT, ("Shift+Left",)),
    Local("draft_back", Scope.DRAFT, over="undo"),
    Local("revision_all", Scope.REVISION, ("Ctrl+A",)),
    Local("revision_proposed", Scope.REVISION, ("Backspace",)),
    Local("print_save", Scope.PRINT, ("Ctrl+S",)),
    Local("print_paper", Scope.PRINT, ("P",)),
    Local("print_language", Scope.PRINT, ("L",)),
    Local("print_more", Scope.PRINT, ("C",)),
    Local("print_fewer", Scope.PRINT, ("Shift+C",)),
    Local("print_person", Scope.PRINT, ("I",)),
    Local("print_printer", Scope.PRINT, ("M",)),
    Local("preference_default", Scope.PREFERENCES, ("Del",)),
)

_LOCALS: Final = {each.name: each for each in LOCALS}
_FAMILIES: Final = {each.name: each for each in FAMILIES}
_FAMILY_OF: Final = {
    member: (family, digit) for family in FAMILIES for digit, member in family.members
}
NAMES: Final = (
    *_FAMILIES,
    *(each.name for each in ACTIONS if each.name not in _FAMILY_OF),
    *(each.name for each in LOCALS if not each.over),
)
"""All that keys are chosen for, in the order in which they get theirs."""


def local(name: str) -> Local | None:
    """The part's own action called `name`, if it is one."""
    return _LOCALS.get(name)


def family(name: str) -> Family | None:
    """The family called `name`, if it is one."""
    return _FAMILIES.get(name)


def family_of(name: str) -> tuple[Family, int] | None:
    """The family of the action called `name` and its digit there, if it is of one."""
    return _FAMILY_OF.get(name)


def scope_of(name: str) -> Scope:
    """Where the keys of what is called `name` are heard."""
    own = _LOCALS.get(name)
    return Scope.EVERYWHERE if own is None else own.scope


@lru_cache(maxsize=512)
def table_keys(name: str) -> tuple[str, ...]:
    """The keys that the tables give to what is called `name`; KeyError when there is none such."""
    if (own := _LOCALS.get(name)) is not None:
        return table_keys(own.over) if own.over else own.keys
    if (digits := _FAMILIES.get(name)) is not None:
        return (digits.first,)
    return action(name).keys
