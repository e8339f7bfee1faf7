"""The printed editions: what is on which page, and that all of it can be read."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from runofshow.core.errors import Unwritable
from runofshow.core.paper import Edition
from runofshow.core.plan import Plan
from runofshow.ui.paper import press
from runofshow.ui.paper.marks import Box, Diamond, Page, Text
from runofshow.ui.paper.sizes import Paper
from runofshow.ui.paper.steps import finished
from tests.depth import share
from tests.hand import Stage, day, leaf, seed, session
from tests.rows import each_row
from tests.ui.operator.window_days import english, long_titles
from tests.ui.paper.pages import CREW, long_day, made, outside, overlapping, read, texts
from tests.ui.speaker.moments import with_rooms

pytestmark = pytest.mark.usefixtures("qapp")
DAYS: dict[str, Callable[[], Plan]] = {
    "seed": seed,
    "english": english,
    "long titles": long_titles,
    "crew of five": lambda: long_day(40),
    "forum": lambda: with_rooms(4, 3),
    "nothing": day,
}


def text(page: Page, words: str) -> Text:
    return next(text for text in texts(page) if text.text == words)


# --- all of them -------------------------------------------------------------------------------


@each_row("paper", [Paper.A4, Paper.LETTER])
@each_row("edition", Edition)
@each_row("name", DAYS)
def test_nothing_stands_on_anything_else_nor_off_the_page(
    name: str, edition: Edition, paper: Paper
) -> None:
    plan = DAYS[name]()
    if edition is Edition.SPEAKER and name == "nothing":
        return
    language = "en" if name == "english" else "fr"
    document = made(plan, edition, paper, language)
    for page in document.pages:
        assert outside(page) == []
        assert overlapping(page) == []


WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=80)
LEAVES = st.fixed_dictionaries(
    {
        "title": WORDS,
        "duration": st.sampled_from(["30s", "2m30s", "12m45s", "11h59m", "20m"]),
        "note": st.text(max_size=300),
    },
    optional={
        "cue": WORDS,
        "room": WORDS,
        "departments": st.dictionaries(
            WORDS | st.sampled_from(["note", "item"]), WORDS, max_size=4
        ),
        "speakers": st.lists(
            st.fixed_dictionaries({"name": WORDS}, optional={"organisation": WORDS, "mic": WORDS}),
            min_size=1,
            max_size=3,
        ),
        "guessed": st.just(["duration"]),
        "skip": st.booleans(),
        "hidden": st.booleans(),
        "promise": st.just("both"),
        "promised_to": st.fixed_dictionaries({"name": WORDS}, optional={"phone": WORDS}),
        "activities": st.lists(st.fixed_dictionaries({"room": WORDS, "host": WORDS}), max_size=2),
    },
)


@given(st.lists(LEAVES, max_size=4), st.booleans())
@share(0.4)
def test_whatever_somebody_wrote_is_printed_within_the_page(
    written: list[dict[str, Any]], within: bool
) -> None:
    slots = [{"id": f"s{n}", "kind": "talk", **each} for n, each in enumerate(written)]
    inner = [session("s", *slots, title="S", cue="1" * 30)] if within else slots
    plan = day(leaf("first", start="09:00", speakers=["Ann"]), *inner)
    for edition in Edition:
        for page in made(plan, edition).pages:
            assert outside(page) == []
            assert overlapping(page) == []


@each_row("edition", Edition)
def test_the_hour_of_print_and_the_revision_are_on_every_page(edition: Edition) -> None:
    for page in made(seed(), edition).pages:
        if page.text != "Notes":
            assert "7h42" in page.text
            assert "0 · " in page.text


def test_a_pdf_has_the_pages_and_their_words_with_spaces_and_colons() -> None:
    document = made(english(), Edition.DOOR, Paper.LETTER, "en")
    pages = read(document)
    assert len(pages) == len(document.surfaces)
    assert "Long Haul 2026: keeping the software we rely on" in pages[0]
    assert "9:15" in pages[0]


def test_it_is_painted_as_a_picture_too() -> None:
    image = finished(press.picture(made(seed()).surfaces[0], 40))
    assert (image.width(), image.height()) == (331, 468)
    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert len({image.pixelColor(x, 60).name() for x in range(331)}) > 2


# --- the régie's -------------------------------------------------------------------------------


def test_the_seed_s_day_has_its_hours_crew_and_hard_times() -> None:
    first, second = read(made(seed()))
    assert "2ème Rencontre des pionniers des alliances en territoire" in first
    assert "Mardi 19 janvier 2016 · 9h00 – 18h00" in first
    for heading in ("N°", "Heure", "Réel", "Durée", "Séquence", "Son", "Image", "Note"):
        assert heading in first
        assert heading in second
    assert "traiteur 06 39 98 12 15" in second
    assert "page 2 sur 2" in second


def test_a_guess_is_led_by_a_sign_slanted_and_dotted_and_a_given_hour_is_bold() -> None:
    page = made(seed()).pages[0]
    guess, given_ = text(page, "~9h20"), text(page, "10h30")
    assert (guess.face.italic, guess.dotted) == (True, True)
    assert (given_.face.italic, given_.dotted, given_.face.weight) == (False, False, 700)
    assert text(page, "~5\u00a0min").dotted


def test_a_promised_hour_stands_in_a_frame_with_a_diamond() -> None:
    page = made(seed()).pages[-1]
    hour = next(each for each in texts(page) if each.text == "12h15" and each.face.size == 12)
    frames = [mark for mark in page.marks if isinstance(mark, Box) and mark.width and mark.y > 40]
    assert any(each.y < hour.y < each.y + each.tall and each.x < hour.x for each in frames)
    assert any(isinstance(mark, Diamond) and mark.x < hour.x for mark in page.marks)
    assert "traiteur 06 39 98 12 15" in page.text


def test_a_session_is_a_band_that_never_ends_a_page() -> None:
    for page in made(long_day(120)).pages:
        bands = [mark for mark in page.marks if isinstance(mark, Box) and mark.fill is not None]
        lowest = max(text.y for text in texts(page) if text.face.size > 8.4 and text.y < 550)
        assert all(band.bottom < lowest for band in bands)


def test_columns_are_those_of_the_departments_and_three_turn_the_paper() -> None:
    two, five = made(long_day(20, 2)).pages[0], made(long_day(20, 5)).pages[0]
    assert two.width < two.height
    assert five.width > five.height
    assert {name.capitalize() for name in CREW} <= {each.text for each in texts(five)}


def test_departments_without_a_readable_column_are_told_below_the_title() -> None:
    crew = {f"métier {n}": f"consigne {n}" for n in range(20)}
    page = made(day(leaf("a", start="09:00", departments=crew))).pages[0]
    for name, wanted in crew.items():
        number = name.split()[1]
        assert f"étier {number}" in page.text.replace("\n", " ")
        assert wanted.split()[1] in page.text


def test_the_only_room_is_told_once_and_several_with_each_item() -> None:
    one = day(leaf("a", start="09:00", room="Salle 3"), leaf("b"))
    two = day(leaf("a", start="09:00", room="Salle 3"), leaf("b", room="Salle 4"))
    head, *rows = made(one).pages[0].text.split("Séquence")
    assert "Salle 3" in head
    assert "Salle 3" not in "".join(rows)
    head, *rows = made(two).pages[0].text.split("Séquence")
    assert "Salle" not in head
    assert "Salle 3" in "".join(rows)
    assert "Salle 4" in "".join(rows)


def test_a_skipped_item_is_struck_and_keeps_no_hour() -> None:
    page = made(day(leaf("a", start="09:00"), leaf("b", skip=True))).pages[0]
    assert text(page, "B").struck
    assert not text(page, "A").struck
    assert "sautée" in page.text


def test_of_a_day_that_has_begun_the_former_hour_is_struck_below_the_present_one() -> None:
    from runofshow.core.paper import sheet
    from runofshow.ui.paper import regie

    stage = Stage(seed()).do("09:02", "go").do("09:24", "go")
    document = finished(regie.made(sheet(stage.show, stage.at("09:25")), "fr", Paper.A4))
    page = document.pages[0]
    assert text(page, "~9h29").struck is False
    assert text(page, "9h20").struck
    assert "attendues à 9h25" in page.text
    item = next(line for line in page.text.splitlines() if "Mot d'accueil" in line)
    assert item.split()[1:3] == ["9h00", "9h02"]


def test_an_item_longer_than_a_page_goes_on_on_the_next() -> None:
    note = " ".join(f"mot{n}" for n in range(2500))
    pages = made(day(leaf("a", start="09:00", note=note), leaf("b"))).pages
    assert len(pages) > 1
    words = " ".join(each.text for page in pages for each in texts(page)).split()
    assert [word for word in words if word.startswith("mot")] == note.split()


# --- the pocket's ------------------------------------------------------------------------------


def test_four_pages_are_folded_out_of_one_side_and_read_in_order() -> None:
    document = made(long_day(50, 0), Edition.POCKET)
    first, second, third, fourth = document.surfaces[0].placed
    wide, tall = Paper.A4.size.quarter
    assert (first.x, first.y, first.turned) == (wide, tall, False)
    assert (second.x, second.y, second.turned) == (wide, 0, True)
    assert (third.x, third.y, third.turned) == (0, 0, True)
    assert (fourth.x, fourth.y, fourth.turned) == (0, tall, False)
    assert len(document.pages) % 4 == 0
    titles = " ".join(page.text for page in document.pages)
    assert titles.index("Intervention 3 ") < titles.index("Intervention 30 ")


def test_a_small_paper_takes_a_page_each() -> None:
    document = made(seed(), Edition.POCKET, Paper.A6)
    assert all(len(surface.placed) == 1 for surface in document.surfaces)
    assert document.surfaces[0].width == pytest.approx(297.6, abs=0.1)
    larger = made(seed(), Edition.POCKET, Paper.A5)
    assert larger.pages == document.pages
    assert larger.surfaces[0].width == pytest.approx(419.5, abs=0.1)
    (first, *_) = PdfReader(BytesIO(press.pdf(larger))).pages
    assert float(first.mediabox.width) == pytest.approx(420, abs=1)


def test_hours_are_large_and_the_caterer_s_number_is_at_hand() -> None:
    document = made(seed(), Edition.POCKET)
    hours = [each for page in document.pages for each in texts(page) if each.text == "12h15"]
    assert max(each.face.size for each in hours) >= 15
    assert any("06 39 98 12 15" in page.text for page in document.pages)


# --- a speaker's -------------------------------------------------------------------------------


def test_everybody_has_a_page_and_one_by_name() -> None:
    assert len(made(seed(), Edition.SPEAKER).pages) == 12
    (page,) = made(seed(), Edition.SPEAKER, speaker="yannick blanc").pages
    for words in (
        "Yannick BLANC", "~9h05", "15\u00a0min avant", "~9h20", "HF 1", "14\u00a0min",
        "Vanessa CORDOBA", "9h15", "10h30", "CONCLUEZ", "DERNIERS MOTS",
    ):  # fmt: skip
        assert words in page.text, words


def test_a_name_nobody_has_is_refused_by_naming_those_there_are() -> None:
    with pytest.raises(Unwritable) as refused:
        made(seed(), Edition.SPEAKER, speaker="Personne")
    assert "Yannick BLANC" in refused.value.text("fr")
    with pytest.raises(Unwritable):
        made(day(leaf("a", start="09:00")), Edition.SPEAKER)


def test_somebody_with_many_items_still_has_one_page() -> None:
    for count in (1, 4, 12):
        plan = day(*(leaf(f"t{n}", start=f"{9 + n}:00", speakers=["Ann"]) for n in range(count)))
        (page,) = made(plan, Edition.SPEAKER).pages
        assert f"T{count - 1}" in page.text


# --- the door's --------------------------------------------------------------------------------


def test_the_door_is_one_page_as_large_as_it_can_be() -> None:
    (short,) = made(day(leaf("a", start="09:00"), leaf("b")), Edition.DOOR).pages
    (usual,) = made(seed(), Edition.DOOR).pages
    sizes = [max(text.face.size for text in texts(page)) for page in (short, usual)]
    assert sizes[0] > sizes[1]


def test_the_door_says_nothing_of_the_crew_nor_what_is_hidden() -> None:
    plan: Plan = day(
        session("s", leaf("a", departments={"son": "HF 9"}, note="secret"), start="09:00"),
        leaf("vip", title="Arrivée du ministre", hidden=True),
    )
    (page,) = made(plan, Edition.DOOR).pages
    for words in ("HF 9", "secret", "ministre", "10\u00a0min"):
        assert words not in page.text


def test_a_room_of_its_own_is_named_on_its_door() -> None:
    plan = day(leaf("w", start="14:00", activities=[{"room": "B2", "title": "Un", "host": "Zoé"}]))
    whole, room = made(plan, Edition.DOOR).pages
    assert texts(room)[0].text == "B2"
    assert "Un · Zoé" in room.text
    assert "B2 · Un · Zoé" in whole.text


# --- the poster for the wall -------------------------------------------------------------------


def test_the_grid_of_workshops_is_on_twice_the_paper_its_titles_alike_and_its_words_whole() -> None:
    (page,) = made(with_rooms(4, 3), Edition.WALL).pages
    assert (round(page.width), round(page.height)) == (1191, 842), "A3 across"
    assert all(word in page.text for word in ("Tour 3", "16h20 – 17h05", "Salle 2", "Akim OURAL"))
    titles = [each for each in texts(page) if "dynamique" in each.text or "animation" in each.text]
    assert len({each.face for each in titles}) == 1
    (tabloid,) = made(with_rooms(4, 3), Edition.WALL, Paper.LETTER, "en").pages
    assert (tabloid.width, tabloid.height) == (1224, 792)
    rooms = [{"room": "Amphithéâtre", "title": "anticonstitutionnellement " * 12}]
    plan = day(leaf("w", kind="workshop", start="14:00", activities=rooms))
    (page,) = made(plan, Edition.WALL).pages
    assert "Amphithéâtre" in page.text
    assert (outside(page), overlapping(page)) == ([], [])


def test_more_rooms_than_a_page_holds_go_on_on_the_next_and_no_grid_is_said() -> None:
    first, second = made(with_rooms(14, 2), Edition.WALL).pages
    assert ("Salle 12" in first.text, "Salle 14" in second.text) == (True, True)
    (none,) = made(seed(), Edition.WALL).pages
    assert "Aucun atelier n'est encore placé." in none.text
