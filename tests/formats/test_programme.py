"""Programmes as people write them, read into drafts.

Each `programmes/NAME.txt` stands beside `NAME.outline`: all that must be understood of it.
"""

import json
import pickle
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runofshow.core.errors import Unreadable
from runofshow.core.plan import Slot
from runofshow.formats.choosing import chosen
from runofshow.formats.draft import Asked, Draft, Entry, Settled
from runofshow.formats.limits import MOST_LINES
from runofshow.formats.programme import read_lines
from runofshow.formats.settling import settled
from tests.formats.outlines import outline
from tests.rows import each_row

HERE = Path(__file__).parent / "programmes"
NAMES = sorted(path.stem for path in HERE.glob("*.txt"))
TODAY = date(2026, 3, 2)


def read(text: str) -> Draft:
    return read_lines(text, Asked("programme.txt", TODAY))


def sample(name: str) -> Draft:
    return read((HERE / f"{name}.txt").read_text(encoding="utf-8"))


def plan_of(draft: Draft) -> Settled:
    return settled(chosen(draft, near=TODAY).draft, TODAY)


@each_row("name", NAMES)
def test_a_programme_is_understood_as_its_outline_says(name: str) -> None:
    assert outline(sample(name)) == (HERE / f"{name}.outline").read_text(encoding="utf-8")


@each_row("name", NAMES)
def test_a_draft_becomes_a_plan_and_travels_between_processes(name: str) -> None:
    draft = sample(name)
    assert plan_of(draft).plan.slots
    assert pickle.loads(pickle.dumps(draft)) == draft


# --- the seed -----------------------------------------------------------------------------------


def leaves(slots: tuple[Slot, ...]) -> list[Slot]:
    return [leaf for slot in slots for leaf in (leaves(slot.slots) if slot.slots else [slot])]


def test_the_seed_has_eight_items_seventeen_leaves_twelve_speakers_and_no_gap() -> None:
    plan = plan_of(sample("pionniers")).plan
    last = leaves(plan.slots)
    names = [speaker.name for slot in last for speaker in slot.speakers]
    minutes = [int(slot.duration.total_seconds() // 60) for slot in last if slot.duration]
    assert (len(plan.slots), len(last), len(names), len(set(names))) == (8, 17, 12, 12)
    assert minutes == [15, 5, 70, 5, 10, 10, 10, 10, 10, 5, 30, 15, 40, 155, 35, 10]
    assert sum(minutes) + 105 == 540
    assert str(plan.end_by) == "18:00"
    assert plan.timezone == "Europe/Paris"


def test_the_seed_tells_its_contradictions() -> None:
    told = {(doubt.place.line, doubt.said.code) for doubt in sample("pionniers").doubts}
    assert told >= {
        (64, "prog_part_over"),
        (55, "prog_count"),
        (46, "prog_comma"),
        (62, "prog_no_speaker"),
        (64, "prog_no_speaker"),
        (78, "prog_no_speaker"),
        (44, "prog_no_chair"),
        (39, "prog_capitals"),
        (68, "prog_parts"),
    }


def test_no_number_of_the_seed_that_is_no_hour_becomes_one() -> None:
    said = json.dumps([entry.title for entry in sample("pionniers").entries], ensure_ascii=False)
    for wrong in ("38", "Agenda", "75007", "PHARE", "20-20"):
        assert wrong not in said


# --- shapes -------------------------------------------------------------------------------------


@each_row(
    "line, title, start, end",
    [
        ("9h15-10h30 : La ville", "La ville", "09:15", "10:30"),
        ("9h15 La ville", "La ville", "09:15", None),
        ("9 h 15 – La ville", "La ville", "09:15", None),
        ("• 9:15 - 10:30 | La ville", "La ville", "09:15", "10:30"),
        ("**9h15** La ville", "La ville", "09:15", None),
        ("La ville (9h15-10h30)", "La ville", "09:15", "10:30"),
        ("La ville ............ 9h15", "La ville", "09:15", None),
        ("La ville\t9h15", "La ville", "09:15", None),
        ("De 9h15 à 10h30 : La ville", "La ville", "09:15", "10:30"),
        ("9.15 Uhr La ville", "La ville", "09:15", None),
        ("ab 9.15 Uhr: La ville", "La ville", "09:15", None),
        ("9:15 AM La ville", "La ville", "09:15", None),
        ("[9h15] La ville", "La ville", "09:15", None),
        ("9h15 : « La ville »", "« La ville »", "09:15", None),
        ("🎤 9h15 La ville", "La ville", "09:15", None),
    ],
)
def test_an_hour_and_its_title_in_many_shapes(
    line: str, title: str, start: str, end: str | None
) -> None:
    entry = read(f"8h00 Accueil\n{line}\n").entries[1]
    assert entry.title == title
    assert entry.start is not None
    assert str(entry.start.value) == start
    assert (str(entry.end.value) if entry.end else None) == end


@each_row(
    "line, minutes",
    [
        ("9h15 La ville (20 min)", 20),
        ("9h15 La ville – 20 min", 20),
        ("9h15 La ville (environ 20-25 mn)", 25),
        ("9h15 La ville (10')", 10),
        ("9h15 La ville ..... 1h30", 90),
    ],
)
def test_a_length_that_a_title_carries(line: str, minutes: int) -> None:
    entry = read(f"8h00 Accueil\n{line}\n").entries[1]
    assert entry.title == "La ville"
    assert entry.duration is not None
    assert entry.duration.value is not None
    assert entry.duration.value.total_seconds() == 60 * minutes


@each_row(
    "line",
    [
        "Déjà 38 % des associations ont engagé un partenariat.",
        "Agenda 21, Pôle d'excellence",
        "5, rue Masseran 75007 Paris",
        "Le projet France 20-20",
        "Tél. 01 42 22 33 44",
        "Tarif : 25 €",
        "Voir https://example.org/9h15",
        "¹ Voir les résultats du programme",
        "3 expériences inspirantes",
    ],
)
def test_what_is_no_programme_becomes_no_item(line: str) -> None:
    entries = read(f"Colloque\n\n{line}\n\nPROGRAMME\n\n9h00 Accueil\n10h00 Clôture\n").entries
    assert [entry.title for entry in entries] == ["Accueil", "Clôture"]


def test_a_text_without_any_programme_has_no_entry() -> None:
    draft = read("Bonjour,\n\nMerci de votre message. À bientôt.\n")
    assert draft.entries == ()


def test_more_lines_than_a_programme_has_are_refused_with_a_sentence() -> None:
    with pytest.raises(Unreadable) as caught:
        read("9h00 Accueil\n" * (MOST_LINES + 1))
    assert caught.value.code == "prog_too_long"


# --- any text -----------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    [
        *("9h15", "10h30", "9h15-10h30", "14:00 – 15:30", "25h99", "midi", "(20 min)", "Jour 2"),
        *(" : ", "\n", "\n\n", "- ", " - o ", "**", "*", "«", "»", "(", ")", ", ", "| a | b |\n"),
        *(
            "Matinée (9h-12h)",
            "PROGRAMME",
            "Mardi 16 juin 2026",
            "Salle A",
            "Modération :",
            "Pause",
        ),
        *("Marie CURIE", "Dr Max Müller", "présidente de l'IHEST", "Table ronde", "Session 1", "?"),
        *("# ", "Contact : ", "par ", "Déjeuner", "1^{er}", "|---|---|\n", "\t", "....", "\f"),
    ]
)


@given(st.lists(_PIECES | st.text(max_size=12), max_size=40).map("".join))
def test_any_text_is_read_or_refused_with_a_sentence(text: str) -> None:
    draft = read(text)
    lines = len(draft.source.lines)
    for entry in walk(draft.entries):
        assert entry.title or entry.start
        assert entry.place.line is not None
        assert 1 <= entry.place.line <= lines
    for doubt in draft.doubts:
        assert doubt.said.text("fr")
        assert doubt.said.text("en")
    if draft.entries:
        with suppress(Unreadable):
            plan_of(draft)


def walk(entries: tuple[Entry, ...]) -> list[Entry]:
    return [one for entry in entries for one in (entry, *walk(entry.entries or ()))]
