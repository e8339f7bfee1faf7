"""What goes on for good goes on after a fault, and says so."""

import asyncio
from typing import Any

from runofshow.net.tireless import tireless
from tests.conftest import Aio


def test_what_fails_begins_again_and_tells_the_loop_each_time(aio: Aio) -> None:
    begun: list[int] = []

    async def work() -> None:
        begun.append(len(begun))
        if len(begun) < 4:
            raise LookupError(len(begun))

    async def run() -> list[dict[str, Any]]:
        told: list[dict[str, Any]] = []
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: told.append(context))
        await tireless(work, pause=0)
        return told

    assert [each["exception"].args for each in aio(run())] == [(1,), (2,), (3,)]
    assert begun == [0, 1, 2, 3]


def test_who_cancels_it_has_it_ended(aio: Aio) -> None:
    async def cancelled() -> bool:
        async def work() -> None:
            await asyncio.Event().wait()

        task = asyncio.create_task(tireless(work))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return task.cancelled()

    assert aio(cancelled())
