"""Errands: coroutines that run beside the windows; what one raises is told like any fault."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeAlias

Later: TypeAlias = Callable[[Coroutine[Any, Any, None]], None]
"""Runs a coroutine beside, from the next turn of the loop on."""


class Errands:
    """Runs coroutines; an exception that one ends with goes to `fault`."""

    def __init__(self, fault: Callable[[BaseException], None]) -> None:
        self._fault = fault
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def busy(self) -> bool:
        """Whether any is under way."""
        return bool(self._tasks)

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Run it beside, from the next turn of the loop on."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    async def done(self) -> None:
        """Returns when all that are under way are done; short, all of them."""
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _done(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            self._fault(error)
