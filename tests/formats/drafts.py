"""Drafts made by hand: what a reader would have understood."""

from datetime import date, timedelta
from typing import Any

from runofshow.core.plan import Kind, Speaker
from runofshow.core.times import read_civil
from runofshow.formats.draft import Block, Draft, Entry, Had
from runofshow.formats.source import Place, Source


def hour(text: str | None) -> Any:
    return None if text is None else Had(read_civil(text))


def item(
    title: str,
    start: str | None = None,
    end: str | None = None,
    kind: Kind | None = None,
    *parts: Entry,
    minutes: int | None = None,
    block: int | None = None,
    speakers: tuple[str, ...] = (),
    **more: Any,
) -> Entry:
    """An entry; with parts, a session."""
    return Entry(
        title,
        kind=None if kind is None else Had(kind),
        start=hour(start),
        end=hour(end),
        duration=None if minutes is None else Had(timedelta(minutes=minutes)),
        speakers=tuple(Speaker(name=name) for name in speakers),
        block=block,
        entries=parts or None,
        **more,
    )


def draft(*entries: Entry, blocks: tuple[Block, ...] = (), **more: Any) -> Draft:
    """A draft of one day in Paris, its entries one below the other in the source."""
    placed = tuple(
        entry._replace(place=Place(line=number)) for number, entry in enumerate(entries, start=1)
    )
    told: dict[str, Any] = {"day": Had(date(2026, 3, 10)), "timezone": Had("Europe/Paris")}
    return Draft("text", Source(), placed, blocks=blocks, **(told | more))


def pioneers() -> Draft:
    """The seed's day as a reader of programmes understands it."""
    five = ("Yannick BLANC", "Vanessa CORDOBA", "Pierre FONLUPT", "Brigitte GIRAUD", "Akim OURAL")
    return draft(
        item("Mot d'accueil", None, None, Kind.WELCOME, block=0),
        item(
            "La diversité des enjeux", "9h15", "10h30", Kind.SESSION,
            item("Film introductif", kind=Kind.FILM),
            item("Table ronde", kind=Kind.PANEL, speakers=five),
            block=0,
        ),
        item(
            "L'animation de la co-construction", "10h30", "11h30", Kind.SESSION,
            item("Film introductif", kind=Kind.FILM),
            item("Synthèse des travaux", kind=Kind.TALK),
            item(
                "Eclairages inspirants", None, None, Kind.PANEL,
                *(item(f"Axe {number}", kind=Kind.TALK) for number in range(1, 5)),
                item("Conclusion", kind=Kind.CLOSING),
            ),
            block=0,
        ),
        item("Premiers résultats de l'étude", "11h30", "12h", Kind.TALK, block=0),
        item("Conclusion de la matinée", "12h", None, Kind.CLOSING, block=0),
        item("Déjeuner convivial", "12h15", "14h", Kind.BREAK),
        item(
            "Forum ouvert", "14h", "17h50", Kind.WORKSHOP,
            item("Définition collective de l'ordre du jour", kind=Kind.WORKSHOP),
            item("Ateliers de travail", kind=Kind.WORKSHOP),
            item("Restitution", kind=Kind.WORKSHOP),
        ),
        item("Conclusion de la journée", "17h50", "18h", Kind.CLOSING),
        blocks=(Block("Matinée", start=hour("9h"), end=hour("12h")),),
        title=Had("2ème Rencontre"),
        begins=hour("9h"),
        ends=hour("18h"),
    )  # fmt: skip
