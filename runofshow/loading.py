"""Loading what is big beside the loop, once the show runs: digits flip meanwhile."""

import asyncio
import sys
from importlib import import_module

from runofshow.lasting import set_aside


async def loaded(module: str) -> None:
    """Import a module in a thread, unless it is there, and set aside what came with it.

    aiohttp takes a fifth of a second.
    """
    if module not in sys.modules:
        await asyncio.to_thread(import_module, module)
        set_aside()
