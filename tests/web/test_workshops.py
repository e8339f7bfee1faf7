"""The workshops' page in a real browser: what is where now, as it is typed; a door of its own."""

from pathlib import Path
from typing import Any

from runofshow.core.plan import Plan
from tests.hand import day, leaf, session
from tests.web.shown import Shown, shown

LINES = "[...document.querySelectorAll('#lines li')].map((each) => each.textContent)"
HEARD = "document.getElementById('word').textContent"


def where(first: str, second: str) -> list[dict[str, Any]]:
    return [
        {"room": "Salle 1", "title": first, "host": "Ada"},
        {"room": "Salle 2", "title": second},
    ]


def forum() -> Plan:
    """Two rounds in two rooms, with a change between; nobody has said what for."""
    rooms = [{"room": "Salle 1"}, {"room": "Salle 2"}]
    return day(
        session(
            "forum",
            leaf("un", "45m", kind="workshop", start="09:00", activities=rooms),
            leaf("change", "5m", kind="changeover"),
            leaf("deux", "45m", kind="workshop", activities=where("Le lien", "La suite")),
            title="Ateliers",
        ),
        leaf("fin", kind="closing", title="Restitution"),
    )


def test_rooms_show_what_is_typed_and_a_door_what_is_in_its_own(
    tmp_path: Path, browser: str
) -> None:
    async def story(show: Shown) -> None:
        net = show.net
        link = await net.serving.link("viewer", "Salle 2")
        async with (
            show.page("/workshops?lang=fr", "viewer", 375, 667, phone=True) as hall,
            show.browser.page() as door,
        ):
            await door.go(f"{net.serving.address}/#{link.token}")
            await door.tap("nav a[href^='/workshops']")
            assert "SALLE 2" in await hall.until(f"{LINES}.length && {LINES}")
            assert "SALLE 2 Room free" in await door.until(f"{LINES}.length && {LINES}")
            cells = where("Quelle dynamique", "Que faire ensemble")
            net.desk.do_json({"do": "activities", "slot": "un", "set": cells})
            await hall.until(f"{LINES}.includes('SALLE 1 Quelle dynamique Ada')")
            await door.until(f"{LINES}.includes('SALLE 2 Que faire ensemble')")
            net.desk.do_json({"do": "go"})
            told = await hall.until(f"{LINES}.at(-1).includes('changez') && {LINES}")
            assert told[:2] == ["Ateliers", "Tour 1 sur 2"]
            assert told[2].startswith("Fin à")
            assert (await door.until(f"{LINES}.at(-1).includes('Next') && {LINES}"))[-1].endswith(
                "La suite"
            )
            assert not any("Ada" in line for line in await door.value(LINES))
            net.desk.do_json({"do": "say", "text": "Trois idées", "to": "Salle 2"})
            assert "Salle 2" in await hall.until(f"{LINES}.at(-1).includes('idées') && {LINES}[5]")
            assert await door.until(f"{HEARD}.includes('idées') && {HEARD}") == "Trois idées"
            net.desk.do_json({"do": "say", "text": "Une seule", "to": "Salle 1"})
            await door.until(f"!{HEARD}")
            net.desk.do_json({"do": "clear"})
            net.desk.do_json({"do": "end"})
            await hall.until(f"{LINES}.at(-1) === 'Changez de salle'")
            await door.until(f"{LINES}.includes('SALLE 2 La suite')")
            await hall.go(f"{net.serving.address}/workshops?lang=fr&room=salle%201")
            await hall.until(f"{LINES}.includes('SALLE 1 Le lien Ada')")
            assert "SALLE 2 La suite" not in await hall.value(LINES)
            await hall.tap("button.gong")
            await hall.until("document.querySelector('button.gong').textContent.includes('Couper')")
            await hall.go(f"{net.serving.address}/workshops?lang=fr&grid")
            await hall.until(f"{LINES}.includes('Salle 1 · Le lien Ada')")
            net.desk.do_json({"do": "activities", "slot": "deux", "set": where("Le lien", "Fin")})
            await hall.until(f"{LINES}.includes('Salle 2 · Fin')")
            assert not hall.trouble
            assert not door.trouble

    shown(tmp_path, browser, story, forum())
