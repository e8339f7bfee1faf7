"""The show lock: which commands write the plan by hand, and so wait until it is lifted.

What is done about the day as it runs (GO, time given, who is there, messages, notes, taking back)
is never locked. Undo and redo walk the plan, and a plan that catches up writes it.
"""

from typing import assert_never

from runofshow.core.commands import (
    Activities,
    Agree,
    Batch,
    Began,
    Blackout,
    Called,
    CatchUp,
    Clear,
    Column,
    Command,
    Divide,
    Edit,
    End,
    Ended,
    Expect,
    Finish,
    Floor,
    Go,
    Hold,
    Incident,
    Insert,
    Move,
    Note,
    Questions,
    Recall,
    Redo,
    Remove,
    Reprint,
    Restart,
    Restore,
    Resume,
    Revise,
    Say,
    Skip,
    Speaker,
    Split,
    Stretch,
    Swap,
    Told,
    Undo,
    Warned,
)


def locked(command: Command) -> bool:
    """Whether the show lock keeps `command` from being asked."""
    match command:
        case (
            Edit() | Insert() | Move() | Remove() | Skip() | Restore() | Swap() | Split() | Divide()
            | Activities() | Batch() | Column() | Revise() | CatchUp() | Undo() | Redo() | Reprint()
        ):  # fmt: skip
            return True
        case (
            Go() | End() | Recall() | Hold() | Resume() | Restart() | Questions() | Stretch()
            | Began() | Ended() | Expect() | Speaker() | Called() | Floor() | Agree() | Told()
            | Warned() | Say() | Clear() | Blackout() | Incident() | Note() | Finish()
        ):  # fmt: skip
            return False
        case _:
            assert_never(command)
