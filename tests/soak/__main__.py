"""Run the soak: `python -m tests.soak [--hours H] [--rate R] [--viewers N] [--seed N]`.

Prints how the program's figures grew, the seconds that were missed, and whether its board is that
of an independent replay of its journal; exits with 1 when anything did not hold.
"""

import argparse
import asyncio
import json
import os
import secrets
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from runofshow.core.errors import Trouble
from runofshow.net.local import call
from runofshow.store.journal import read_rows
from runofshow.store.owner import Owner, owner_of
from tests.agreeing import facts
from tests.bench.viewers import Viewer, joined
from tests.process import awaited, owner_note
from tests.reading import Reading
from tests.soak.figures import WARM, Look, grown, growths, looks
from tests.soak.hands import hand, long_day

EACH = 1.0
"""Seconds between two hands, about."""


class Soak:
    """One soak: the program, its viewers and its hands."""

    def __init__(self, folder: Path, given: argparse.Namespace) -> None:
        self.data, self.figures = folder / "data", folder / "figures.jsonl"
        self.random = Random(given.seed)
        self.given, self.commands, self.refused, self.dropped = given, 0, 0, 0
        self.plan = long_day(datetime.now(UTC) + timedelta(seconds=30 * given.rate), given.hours)
        self.seen: list[Look] = []
        self.data.mkdir()
        (self.data / "settings.json").write_text(json.dumps({"toured": True}))
        day = folder / "day.json"
        day.write_text(json.dumps(self.plan), "utf-8")
        words = ["--data", str(self.data), "--serve", "0", str(day)]
        probe = [str(self.figures), str(given.rate), str(int(given.trace))]
        self._out = (folder / "said.txt").open("wb")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.program", *probe, *words],
            stdin=subprocess.DEVNULL,
            stdout=self._out,
            stderr=self._out,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        awaited(lambda: owner_note(self.data), "the program")
        (self.journal,) = (self.data / "shows").glob("*.show")
        self.owner: Owner = awaited(lambda: owner_of(self.journal), "who runs it")
        self.links: dict[str, Any] = awaited(self._links, "the links")

    def _links(self) -> dict[str, Any] | None:
        found = self.ask(ask="links").get("links", ())
        return {link["role"]: link for link in found} or None

    def ask(self, **request: object) -> dict[str, Any]:
        """An answer of the program."""
        return call(self.owner, request, timeout=60)

    async def run(self) -> None:
        """Live through it."""
        link = self.links["viewer"]
        viewers = await joined(link["url"], link["token"], self.given.viewers)
        until = time.monotonic() + self.given.hours * 3600 / self.given.rate
        self.ask(ask="command", command={"do": "go"})
        told = time.monotonic() + 60
        while time.monotonic() < until and self.process.poll() is None:
            await asyncio.sleep(self.random.uniform(0, 2 * EACH))
            await asyncio.to_thread(self._hand)
            await self._come_and_go(viewers, link)
            if time.monotonic() > told:
                told += 60
                self._tell()
        self.seen = looks(self.figures)  # with all of them there
        for viewer in viewers:
            viewer.close()

    def _hand(self) -> None:
        board = self.ask(ask="board")["board"]
        command = hand(self.random, board)
        if self.random.random() < 0.3:
            command["if_rev"] = board["rev"] - self.random.choice((0, 0, 1))
        answer = self.ask(ask="command", command={**command, "id": secrets.token_hex(8)})
        self.commands += bool(answer["ok"])
        self.refused += not answer["ok"]

    async def _come_and_go(self, viewers: list[Viewer], link: dict[str, Any]) -> None:
        """Now and then one goes and another comes, or stalls for a moment."""
        if self.random.random() < 0.15:
            viewers.pop(self.random.randrange(len(viewers))).close()
        viewers[:] = [each for each in viewers if not each._transport.is_closing()]
        lacking = self.given.viewers - len(viewers)
        self.dropped += max(0, lacking - 1)
        viewers += await joined(link["url"], link["token"], lacking) if lacking else []
        one = self.random.choice(viewers)
        if self.random.random() < 0.1 and not one._transport.is_closing():
            one._transport.pause_reading()
            await asyncio.sleep(0.3)
            if not one._transport.is_closing():
                one._transport.resume_reading()

    def _tell(self) -> None:
        seen = looks(self.figures)[-1:]
        said = (
            {name: seen[0][name] for name in ("rss", "objects", "handles", "missed")}
            if seen
            else {}
        )
        print(f"{self.commands} commands, {self.refused} refused; {said}", flush=True)

    def replayed(self) -> list[str]:
        """What of the program's board is not what an independent replay of its journal says."""
        rows = read_rows(self.journal).rows
        reading = Reading({"timezone": "UTC", **json.loads(rows[0].body)})
        for row in rows[1:]:
            answer = reading.do(json.loads(row.body), row.at)
            if not answer["ok"]:
                return [f"row {row.seq} is refused: {answer['why']}: {row.body}"]
        board = self.ask(ask="board", lang="en")["board"]
        theirs = facts(reading.board(datetime.fromisoformat(board["now"])))
        ours = facts(board)
        return [f"{n}: {ours[n]} is not {theirs[n]}" for n in ours if ours[n] != theirs[n]]

    def end(self) -> None:
        """End the program."""
        self.process.terminate()
        self.process.wait(60)
        self._out.close()


def said(soak: Soak, seen: list[Look], differ: list[str]) -> bool:
    """Print what it came to; whether all held."""
    found = growths(seen, soak.commands)
    warm = seen[round(len(seen) * WARM)]
    missed, boards = seen[-1]["missed"] - warm["missed"], seen[-1]["boards"]
    for each in found:
        print(each)
    print(f"more of: {grown(seen)}")
    print(f"{soak.commands} commands taken, {soak.refused} refused, {boards} boards")
    print(f"{soak.dropped} viewers let go, of {soak.given.viewers}, that did not answer in time")
    longest = max(look["longest"] for look in seen[seen.index(warm) + 1 :])
    print(f"seconds left out: {missed}; longest between two boards {longest * 1000:.0f} ms")
    print("the board is the independent one" if not differ else "\n".join(differ))
    return all(each.kept for each in found) and not differ and not missed


def main() -> int:
    """Soak as asked."""
    parser = argparse.ArgumentParser("python -m tests.soak", description="Soak the program.")
    parser.add_argument("--hours", type=float, default=12.0, help="of the show")
    parser.add_argument("--rate", type=float, default=60.0, help="its seconds in one of ours")
    parser.add_argument("--viewers", type=int, default=50)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    parser.add_argument("--trace", action="store_true", help="have Python's allocations traced")
    given = parser.parse_args()
    print(f"seed {given.seed}", flush=True)
    with tempfile.TemporaryDirectory(prefix="soak-") as name:
        soak = Soak(Path(name), given)
        try:
            asyncio.run(soak.run())
            differ = soak.replayed()
        except Trouble as trouble:
            print(f"the program cannot be asked: {trouble}")
            print((Path(name) / "said.txt").read_text("utf-8")[-4000:])
            return 1
        finally:
            soak.end()
        return 0 if said(soak, soak.seen, differ) else 1


if __name__ == "__main__":
    sys.exit(main())
