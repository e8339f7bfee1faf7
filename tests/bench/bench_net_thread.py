"""The network's cost to the show's own thread: `python -m tests.bench.bench_net_thread [COMMANDS]`.

Prints the processor time that the thread of the desk, which is also the windows', spends on a
command while 0 and 300 viewers are told of it, with the server on its loop and in a thread of its
own (the preference `apart`). Unlike gaps between paintings it is the same on a busy machine.
"""

import asyncio
import subprocess
import sys
import tempfile
from pathlib import Path
from time import thread_time
from typing import Any

from runofshow.desk import Desk
from runofshow.net.gate import Crowd
from runofshow.net.links import Links
from runofshow.opening import Address
from runofshow.serving import Serving
from tests.bench.viewers import told
from tests.hand import HandClock, Stage, seed

BETWEEN = 0.05
"""Seconds between two commands."""
VIEWERS = """
import asyncio, sys
from tests.bench.viewers import joined
async def main():
    there = await joined(sys.argv[1], sys.argv[2], int(sys.argv[3]))
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.read)
    for each in there: each.close()
asyncio.run(main())
"""


async def cost(count: int, commands: int, *, apart: bool) -> list[float]:
    """The seconds of the show's thread that each command took."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(seed())
        desk = Desk(stage.show, HandClock(stage.at("09:00")))
        serving = Serving(desk, Links(Path(folder)), "fr", apart=apart)
        await serving.open(Address(0))
        gate = getattr(getattr(serving._server, "_server" if apart else "live"), "_gate")  # noqa: B009
        gate.crowd = Crowd(each=count + 20)
        link = next(each for each in await serving.links() if each.role == "viewer")
        words = (sys.executable, "-c", VIEWERS, link.url, link.token, str(max(1, count)))
        pipe = subprocess.PIPE
        there: Any = await asyncio.create_subprocess_exec(*words, stdin=pipe, stdout=pipe)
        await there.stdout.readline()
        found = []
        for number in range(commands):
            before = thread_time()
            desk.do_json({"do": "say", "text": str(number)})
            await asyncio.sleep(BETWEEN)
            found.append(thread_time() - before)
        there.stdin.close()
        await there.wait()
        await serving.close()
        return found


def main() -> None:
    """Print it for both."""
    commands = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    for apart in (False, True):
        for count in (1, 300):
            where = "in a thread of its own" if apart else "on the show's own loop"
            found = asyncio.run(cost(count, commands, apart=apart))
            told(f"a command, {count} viewers, server {where}", found)


if __name__ == "__main__":
    main()
