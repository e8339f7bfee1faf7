"""What pages reckon by themselves: the show's clock, what changed, how fast they may change."""

import asyncio
import json
from pathlib import Path
from typing import Any

from runofshow.net.patches import patched, whole
from runofshow.ui.speaker.breaks import pieces
from tests.net.opened import opened
from tests.web.chromium import spoken_to

CLOCK = """
  const {ShowClock} = await import('/js/clock.js');
  let here = 1000;
  const clock = new ShowClock(() => here);
  const ahead = () => Math.round(clock.now() - here);
  const heard = (offset, trip) => clock.take(here - trip, here, here - trip / 2 + offset);
  const told = [];
  clock.guess(9000); told.push(ahead());
  heard(9300, 50); told.push(ahead());              // the first samples are taken as they are
  for (let n = 0; n < 4; n += 1) heard(9020, 4);
  told.push(ahead());
  heard(9400, 90); told.push(ahead());              // a slow way there and back tells less
  for (let n = 0; n < 8; n += 1) heard(9120, 2);    // the eight last ones count
  here += 1000; told.push(ahead());                 // 50 ms a second
  here += 1000; told.push(ahead());
  here += 1000; told.push(ahead());
  for (let n = 0; n < 8; n += 1) heard(20000, 2);
  told.push(ahead());                               // further off than half a second: at once
  clock.forget(); here += 5000; told.push(ahead()); // asleep: as it was, until it is sampled again
  heard(20000, 2); heard(90000, 300); told.push(ahead()); // another clock: the former is forgotten
  return told;
"""
PULSE = """
  const {Pace, Pulse} = await import('/js/pace.js');
  const {EMPTY} = await import('/js/face.js');
  const air = (tone, digits) => ({...EMPTY, airing: 'a', tone, digits});
  const pulse = new Pulse(), pace = new Pace();
  pulse.look(air('warning', '1:00'), air('danger', '0:59'), 10000);
  const moments = [0, 499, 500, 1000, 1500, 2000, 2500, 3000, 9000];
  const beats = moments.map((t) => pulse.hollow(10000 + t));
  pulse.look(air('danger', '1:00'), air('normal', '5:59'), 20000);
  const better = pulse.hollow(20000);
  const waits = [
    pace.wait(air('normal', '5:00'), air('normal', '4:59'), 0),
    pace.wait(air('normal', '4:59'), air('held', '4:59'), 100),
    pace.wait(air('held', '4:59'), air('normal', '4:59'), 150),
    pace.wait(air('held', '4:59'), air('normal', '4:59'), 350),
  ];
  return [beats, better, waits];
"""
PATCHED = """
  const {patched, told, whole} = await import('/js/anchors.js');
  const next = (boards, change) => [...boards, told(patched(whole(boards.at(-1)), change))];
  return changes.reduce(next, [first]);
"""
BROKEN = """
  const {pieces} = await import('/js/breaks.js');
  return texts.map(pieces);
"""
TEXTS = (
    "",
    "La co-construction au service de « quoi » ?",
    "Marie-Anne ROCHEFOUCAULD-DOUDEAUVILLE-LONGUE",
    "人工智能（第二部分）：我们的未来，今天",
    "張 偉明",
    "«\u202fQuoi\u202f»  deux espaces ",
    "a\nb",
)


def rows(*ids: str) -> dict[str, Any]:
    return {each: {"id": each, "title": each.upper()} for each in ids}


def test_a_page_reckons_as_it_should(tmp_path: Path, browser: str) -> None:
    first: dict[str, Any] = {"slots": rows("b", "10", "2"), "next": {"slot": "b", "cue": "1"}}
    changes: list[dict[str, Any]] = [
        {"slots": {"10": {"title": "Dix", "note": "x"}}, "next": {"cue": None}},
        {"slots": {"10": {"note": None}}, "next": None, "message": {"text": "Micro"}},
        {"slots": [*rows("2", "c", "10").values()], "message": {"text": "Merci", "flash": True}},
    ]
    boards = [first]
    for change in changes:
        boards.append(patched(boards[-1], change))

    async def run() -> None:
        async with (
            opened(tmp_path) as net,
            spoken_to(browser) as program,
            program.page() as page,
            program.page(still=True) as still,
        ):
            for each in (page, still):
                await each.go(f"{net.serving.address}/")
                await each.until("document.readyState === 'complete' && location.host")
            ahead = await page.value(f"(async () => {{{CLOCK}}})()")
            assert ahead == [9000, 9300, 9020, 9020, 9070, 9120, 9120, 20000, 20000, 90000]
            pulse = f"(async () => {{{PULSE}}})()"
            beats, better, waits = await page.value(pulse)
            assert beats == [True, True, False, True, False, True, False, False, False]
            assert not better
            assert waits == [0, 0, 200, 0]
            assert not any((await still.value(pulse))[0])
            broken = f"(async (texts) => {{{BROKEN}}})({json.dumps(TEXTS)})"
            assert await page.value(broken) == [pieces(text) for text in TEXTS]
            said = json.dumps([whole(first), changes])
            made = await page.value(f"(async (first, changes) => {{{PATCHED}}})(...{said})")
            assert made == [whole(board) for board in boards]

    asyncio.run(run())
