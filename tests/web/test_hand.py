"""The régie's phone, 375 pixels wide, in a real browser: it runs the day and tells each answer."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path

from tests.hand import day, leaf
from tests.web.chromium import Page
from tests.web.shown import Shown, shown

SAID = "document.querySelector('.answer').textContent"
GO = "JSON.stringify(document.querySelector('.go').getBoundingClientRect())"
SMALL = """[...document.querySelectorAll('button')].filter((each) => {
  const {width, height} = each.getBoundingClientRect();
  return width && (width < 48 || height < 48);
}).map((each) => each.textContent)"""
LATE = day(
    leaf("a", start="09:00"),
    leaf("b", "30m", title="Table ronde"),
    leaf("c", start="09:40", kind="break", promise="start", promised_to={"name": "traiteur"}),
)


async def ready(page: Page) -> None:
    await page.until("document.querySelector('.go')?.disabled === false")


def test_a_phone_runs_the_day(tmp_path: Path, browser: str) -> None:
    async def story(show: Shown) -> None:
        net = show.net
        async with show.page("/remote?lang=fr", "remote", 375, 812, phone=True) as page:
            await ready(page)
            place = json.loads(await page.value(GO))
            assert place["height"] >= 96
            assert await page.value(SMALL) == []
            await asyncio.gather(page.tap(".go"), page.tap(".go"))  # a nervous thumb
            assert await page.until(f"{SAID}.startsWith('✓') && {SAID}") == "✓ TOP ▸ 1 A"
            assert [airing.slot for airing in net.desk.show.air.airings] == ["a"]
            await page.until("document.querySelector('.left').textContent")
            await page.tap("[data-by='1m']")
            await page.until(f"{SAID} === '✓ +1 min'")
            await page.tap("[data-phrase='CONCLUEZ']")
            await page.until("document.querySelector('q').textContent === 'CONCLUEZ'")
            message = net.desk.board().message
            assert message is not None
            assert message.text == "CONCLUEZ"
            net.desk.do_json({"do": "hold"})
            await page.until("document.querySelector('[data-do=hold]').textContent === 'Reprendre'")
            await page.tap(".back")
            assert "Annuler le TOP" in await page.until(f"{SAID}.startsWith('✓ Ann') && {SAID}")
            assert net.desk.board().on_air is None
            assert json.loads(await page.value(GO)) == place
            assert page.trouble == []
            await net.serving.close()
            await page.until("document.querySelector('.go').disabled")
            assert await page.value(
                "[...document.querySelectorAll('.go, .back, .row button, .grid button')]"
                ".every((each) => each.disabled || each.offsetParent === null"
                " || each.dataset.to !== undefined)"
            )
            assert "inactives" in await page.value("document.querySelector('.alone').textContent")
            assert json.loads(await page.value(GO)) == place

    shown(tmp_path, browser, story)


def test_a_phone_applies_a_plan_and_undoes_it_and_a_refusal_is_told_in_the_shows_words(
    tmp_path: Path, browser: str
) -> None:
    async def story(show: Shown) -> None:
        net = show.net
        async with show.page("/remote?lang=en", "remote", 375, 667, phone=True) as page:
            await ready(page)
            net.desk.do_json({"do": "go"})
            await page.tap("[data-tab=catch_up]")
            await page.tap("[data-plan]")
            assert "Recovery" in await page.until(f"{SAID}.startsWith('✓') && {SAID}")
            assert net.desk.show.undo
            await page.tap("[data-do=undo]")
            await page.until(f"{SAID}.startsWith('✓ Undo')")
            net.desk.guard_for(timedelta(minutes=2))  # whatever the page has heard meanwhile
            net.desk.do_json({"do": "go"})  # the régie was quicker than the thumb
            await page.value("document.querySelector('.go').click()")
            told = await page.until(f"{SAID}.startsWith('✕') && {SAID}")
            assert told.startswith("✕ GO ▸")
            assert len(told) > 30  # and why
            assert page.trouble == []

    shown(tmp_path, browser, story, LATE)


def test_a_link_for_messages_speaks_to_the_stage_and_runs_nothing(
    tmp_path: Path, browser: str
) -> None:
    async def story(show: Shown) -> None:
        async with show.page("/messages?lang=fr", "messages", 375, 812, phone=True) as page:
            await page.until("document.querySelector('[data-phrase]')?.disabled === false")
            seen = await page.value(
                "[...document.querySelectorAll('.go, .back, [data-do=hold], [data-tab]')]"
                ".filter((each) => each.offsetParent !== null).length"
            )
            assert seen == 0
            await page.tap("input[type=text]")
            await page.ask("Input.insertText", text="Deux minutes")
            await page.tap("[type=submit]")
            await page.until("document.querySelector('q').textContent === 'Deux minutes'")
            message = show.net.desk.board().message
            assert message is not None
            assert message.text == "Deux minutes"
            await page.tap("[data-to='Salle 2']")  # there are workshops
            await page.tap("[data-phrase='CONCLUEZ']")
            await page.until("document.querySelector('.said span').textContent === 'Salle 2'")
            message = show.net.desk.board().message
            assert message is not None
            assert message.to == "Salle 2"
            assert page.trouble == []

    rooms = [{"room": "Salle 1"}, {"room": "Salle 2"}]
    workshops = leaf("b", "45m", kind="workshop", start="09:00", activities=rooms)
    shown(tmp_path, browser, story, day(workshops))
