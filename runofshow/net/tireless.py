"""Work that goes on for good: when it fails, the loop's hook is told, and it begins again."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Final

PAUSE: Final = 1.0
"""Seconds after which what fails by itself is begun again."""


async def tireless(work: Callable[[], Coroutine[Any, Any, None]], pause: float = PAUSE) -> None:
    """Do `work`, begun again whenever it fails; it ends when it returns or is cancelled.

    `pause` may be nought for what waits to be asked, and has then done with what it failed at.
    """
    while True:
        try:
            await work()
        except Exception as fault:  # noqa: BLE001 (this is the way to the hook that catches everything)
            asyncio.get_running_loop().call_exception_handler(
                {"message": "what goes on for good has failed", "exception": fault}
            )
            await asyncio.sleep(pause)
        else:
            return
