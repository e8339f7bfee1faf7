"""Files that are no schedules of ours: they are read and looked at before they are run."""

from datetime import UTC, datetime
from pathlib import Path

from runofshow import machine
from runofshow.clock import Clock
from runofshow.core.errors import Unreadable
from runofshow.core.plan import Plan
from runofshow.formats import own
from runofshow.opening import LARGEST, Request, under_way
from runofshow.store import files
from runofshow.store.recovery import is_double
from runofshow.unforeseen import unforeseen


def foreign(request: Request, clock: Clock) -> tuple[tuple[Path, bytes] | None, Request]:
    """What is to be read and looked at first, and what is run meanwhile; raises Unreadable.

    Meanwhile a day that was running goes on; else there is none, so that GO cannot begin another.
    """
    if request.file is None or request.again is not None:
        return None, request
    try:
        data = files.load(request.file, LARGEST)
        if runs_as_it_is(request.file, data):
            return None, request
    except Unreadable:
        if under_way(request, clock) is None:
            raise
        return None, request  # its show goes on without it
    today = clock.now().date()
    none_yet = Plan(title="", date=today, timezone=machine.zone() or "UTC", slots=())
    return (request.file, data), Request(request.data, guard=request.guard, plan=none_yet)


def runs_as_it_is(path: Path, data: bytes) -> bool:
    """Whether a file is run as it is; raises Unreadable for a JSON that nobody knows."""
    with unforeseen(path.name):
        if own.ours(data) or is_double(path, data):
            return True
        if path.suffix.lower() != ".json":
            return False
        from runofshow.formats.draft import Asked
        from runofshow.formats.registry import recognised

        return recognised(data, Asked(path.name, datetime.now(UTC).date())) == "runofshow"
