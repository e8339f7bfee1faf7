"""How long reading a file takes: `python -m tests.bench.bench_reading [NAME …]`.

Prints for each file the time of the whole path as the program takes it, the start of the process
that reads included (runofshow/reading.py), by the clock on the wall; the processor's time that
process took, which a busy machine changes less; and the memory it had at its most. Held to: 2 s for
2,400 rows and for 2.3 MB of XML, about a second until a hostile file is refused.

The first line, a file of two lines, is what starting the process costs; the program starts it
ahead, as soon as somebody is about to choose a file.
"""

import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from time import perf_counter
from typing import Final

from runofshow.core.errors import Unreadable
from runofshow.formats.draft import Asked
from runofshow.reading import MEGABYTE, Reading
from tests.formats.pages import lines, pdf
from tests.formats.samples_of_all import inline, workbook
from tests.formats.written import p, word

TITLES: Final = (
    "Ouverture de la journée",
    "Table ronde : la ville et ses habitants",
    "Pause café",
    "L'éclairage de Jean DUPONT, maire de Lille",
    "Questions de la salle (10 min)",
    "Restitution des ateliers",
)


def hour(minute: int) -> str:
    """An hour of the day, counted in minutes from 9:00, beginning again after ten hours."""
    return f"{9 + minute % 600 // 60}h{minute % 60:02}"


def rows(count: int) -> list[list[str]]:
    """A table of so many items."""
    head = ["Heure", "Fin", "Titre", "Intervenant", "Salle"]
    return [head] + [
        [hour(at), hour(at + 1), f"{TITLES[at % 6]} {at}", "Jean Dupont", "Salle A"]
        for at in range(count)
    ]


def csv(count: int) -> bytes:
    """That table as CSV."""
    return "\n".join(map(";".join, rows(count))).encode()


def xlsx(count: int) -> bytes:
    """That table as a workbook."""
    return workbook("".join(inline(*row) for row in rows(count)))


def programme(count: int) -> list[str]:
    """So many lines of a programme."""
    return [f"{hour(at)} {TITLES[at % 6]} {at}" for at in range(count)]


def frab(size: int) -> bytes:
    """A frab schedule of so many bytes: days of 130 events with what exports say of each."""
    days: list[str] = []
    while sum(map(len, days)) < size:
        day = date(2026, 1, 19) + timedelta(len(days))
        events = "".join(_event(f"{len(days)}-{at}", day, at) for at in range(130))
        days.append(
            f'<day date="{day}" index="{len(days) + 1}"><room name="Salle A">{events}</room></day>'
        )
    head = "<conference><title>Journées</title></conference>"
    return f"<schedule>{head}{''.join(days)}</schedule>".encode()


def _event(key: str, day: date, at: int) -> str:
    start = f"{9 + at // 12:02}:{at % 12 * 5:02}"
    return (
        f'<event id="{key}" guid="g{key}"><date>{day}T{start}:00+01:00</date><start>{start}</start>'
        f"<duration>00:05</duration><room>Salle A</room><title>{TITLES[at % 6]} {key}</title>"
        f"<language>fr</language><abstract>{'Un résumé de la séance. ' * 40}</abstract>"
        f'<persons><person id="{at}">Jean Dupont</person></persons><links></links></event>\n'
    )


FILES: Final[Mapping[str, Callable[[], bytes]]] = {
    "two-lines.txt": lambda: b"9h00 Accueil\n9h30 Film\n",
    "2400-rows.csv": lambda: csv(2_400),
    "2400-rows.xlsx": lambda: xlsx(2_400),
    "2400-lines.txt": lambda: "\n".join(programme(2_400)).encode(),
    "2400-paragraphs.docx": lambda: word("".join(map(p, programme(2_400)))),
    "2.3-MB.xml": lambda: frab(2_300_000),
    "100000-rows.csv": lambda: csv(100_000),
    "100000-rows.xlsx": lambda: xlsx(100_000),
    "256-columns.csv": lambda: b"\n".join([b";".join([b"9h00", *[b"A"] * 255])] * 5_000),
    "500000-tags.html": lambda: b"<html><p>9h00 Accueil" + b"<div>" * 500_000,
    "500000-tags.xml": lambda: b"<schedule>" * 500_000,
    "165000-words.pdf": lambda: pdf(lines(40, 40, *["9h00 " + "mot " * 100] * 1_650)),
    "3000-spans.html": lambda: b"<table>" + b"<tr><td rowspan=3000 colspan=99>9h00<td>A" * 3_000,
}


def measured(name: str) -> str:
    """One line about one file; its memory is that of the only child this process ever had."""
    data = FILES[name]()
    before = perf_counter()
    try:
        draft = Reading(data, Asked(name, date(2026, 1, 19))).draft()
        came = f"{len(draft.entries)} entries, {len(draft.doubts)} doubts"
    except Unreadable as refusal:
        came = refusal.code
    wall = perf_counter() - before
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    unit = 1 if sys.platform == "darwin" else 1024
    return (
        f"{name:22}{len(data) / MEGABYTE:7.2f} MB  wall {wall:5.2f} s"
        f"  processor {used.ru_utime + used.ru_stime:5.2f} s"
        f"  memory {used.ru_maxrss * unit / MEGABYTE:4.0f} MB  {came}"
    )


def main() -> None:
    """Each file in a process of its own, so that its memory is its own."""
    if sys.argv[1:2] == ["--one"]:
        print(measured(sys.argv[2]))
        return
    for name in sys.argv[1:] or FILES:
        command = [sys.executable, "-m", "tests.bench.bench_reading", "--one", name]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
