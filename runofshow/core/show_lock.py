"""The show lock: which commands write the plan by hand, and so wait until it is lifted.

What is done about the day as it runs (GO, time given, who is there, messages, notes, taking back)
is never locked. Undo and redo walk the plan, and a plan that catches up writes it.
"""

from typing import assert_never

from runofshow.core import commands as do


def locked(command: do.Command) -> bool:
    """Whether the show lock keeps `command` from being asked."""
    match command:
        case (
            do.Edit() | do.Insert() | do.Move() | do.Remove() | do.Skip() | do.Restore() | do.Swap()
            | do.Split() | do.Divide() | do.Activities() | do.Batch() | do.Column() | do.Revise()
            | do.CatchUp() | do.Undo() | do.Redo() | do.Reprint()
        ):  # fmt: skip
            return True
        case (
            do.Go() | do.End() | do.Recall() | do.Hold() | do.Resume() | do.Restart()
            | do.Questions() | do.Stretch() | do.Began() | do.Ended() | do.Expect() | do.Speaker()
            | do.Called() | do.Floor() | do.Agree() | do.Told() | do.Warned() | do.Say()
            | do.Clear() | do.Blackout() | do.Incident() | do.Note() | do.Finish()
        ):  # fmt: skip
            return False
        case _:
            assert_never(command)
