"""What is true of every printed page, and days to print."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from runofshow.core.paper import Edition, Sheet, sheet
from runofshow.core.plan import Plan
from runofshow.core.show import Show
from runofshow.ui.paper import press
from runofshow.ui.paper.marks import Document, Page, Text
from runofshow.ui.paper.printing import Order, laying_out
from runofshow.ui.paper.sizes import Paper
from runofshow.ui.paper.steps import finished
from tests.hand import day

AT = datetime(2026, 1, 19, 6, 42, tzinfo=UTC)
CREW = {
    "son": "HF 1-5, pupitre", "image": "fond, diapos, film 2", "lumière": "noir salle, douche",
    "plateau": "5 fauteuils, 2 tables basses, eau", "captation": "multicam, synthé noms",
}  # fmt: skip


def said(plan: Plan) -> Sheet:
    return sheet(Show.of(plan), AT)


def made(
    plan: Plan,
    edition: Edition = Edition.REGIE,
    paper: Paper = Paper.A4,
    language: str = "fr",
    speaker: str | None = None,
) -> Document:
    return finished(laying_out(said(plan), Order(edition, paper, language, speaker)))


def read(document: Document) -> list[str]:
    """The pages' words as who searches the PDF finds them."""
    return [page.extract_text() for page in PdfReader(BytesIO(press.pdf(document))).pages]


def texts(page: Page) -> list[Text]:
    return [mark for mark in page.marks if isinstance(mark, Text) and mark.text.strip()]


def outside(page: Page) -> list[str]:
    """What stands nearer to an edge than a printer can print (4 mm)."""
    least = 4 * 72 / 25.4
    return [
        text.text
        for text in texts(page)
        if text.x < least
        or text.x + wide(text) > page.width - least
        or text.y - text.face.size < least - 6
        or text.bottom > page.height - least
    ]


def wide(text: Text) -> float:
    from runofshow.ui.paper.letters import width_of

    return width_of(text.text, text.face)


def overlapping(page: Page) -> list[tuple[str, str]]:
    """Words that stand on other words: their letters, from the baseline up to a small letter."""
    found, seen = [], sorted(texts(page), key=lambda text: text.y)
    for at, one in enumerate(seen):
        for other in seen[at + 1 :]:
            if other.y - other.face.size * 0.5 >= one.y + 0.5:
                if other.y > one.y + 60:
                    break
                continue
            left, right = max(one.x, other.x), min(one.x + wide(one), other.x + wide(other))
            if right - left > 1:
                found.append((one.text, other.text))
    return found


def long_day(count: int = 300, departments: int = 5) -> Plan:
    """Sessions of ten items, with a crew of so many departments."""
    crew = dict(list(CREW.items())[:departments])
    slots: list[dict[str, Any]] = []
    for number in range(count):
        if number % 10 == 0:
            slots.append({"title": f"Session {number // 10}", "slots": []})
        item = {
            "title": f"Intervention {number} sur la co-construction en territoire",
            "duration": "2m",
            "speakers": [{"name": f"Nom{number} PRÉNOM", "organisation": "Caisse", "mic": "HF 1"}],
            "departments": crew,
            "note": "noir salle" if number % 3 else None,
        }
        slots[-1]["slots"].append(item)
    slots[0]["slots"][0]["start"] = "09:00"
    return day(*slots)
