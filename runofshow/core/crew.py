"""The columns of the crew: sound, light, pictures … what each item asks of each department.

A plan names its columns in the régie's order (`Outline.departments` has them all). A column is
created and put in order by an edit of the day; here it is renamed, or taken out with its cells.
"""

from collections.abc import Mapping

from runofshow.core.commands import Column
from runofshow.core.errors import Refused
from runofshow.core.plan import Plan, Slot, walk
from runofshow.core.sentences import Sentence
from runofshow.core.show import Show
from runofshow.core.tree import exchanged


def renamed(show: Show, command: Column) -> Plan:
    """The plan with a column called otherwise, or without it, in the day and in every slot."""
    plan, known = show.plan, show.outline.departments
    if command.name not in known:
        raise Refused("no_such_column", name=command.name)
    if command.to != command.name and command.to in known:
        raise Refused("column_there", name=command.to)
    changed = {
        slot.id: slot.model_copy(update={"departments": _cells(slot, command)})
        for slot in walk(plan.slots)
        if command.name in slot.departments
    }
    places = [command.to if name == command.name else name for name in known]
    kept = tuple(name for name in places if name is not None)
    return exchanged(plan, changed).model_copy(update={"departments": kept})


def _cells(slot: Slot, command: Column) -> Mapping[str, str]:
    cells = slot.departments.items()
    named = {command.to if name == command.name else name: text for name, text in cells}
    return {name: text for name, text in named.items() if name is not None}


def said(command: Column) -> Sentence:
    """The name of the undo step that the command makes."""
    if command.to is None:
        return Sentence.of("did_remove_column", name=command.name)
    return Sentence.of("did_rename_column", name=command.name, to=command.to)
