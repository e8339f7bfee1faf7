"""What each layout around the timer sees of a board, as tables."""

from typing import Any

from runofshow.core.board import Board
from runofshow.core.plan import Plan
from runofshow.ui.speaker.clock import Clock
from runofshow.ui.speaker.day_lines import Item, page, pages
from runofshow.ui.speaker.face import Face
from runofshow.ui.speaker.grid import Grid
from runofshow.ui.speaker.layouts import seen
from runofshow.ui.speaker.look import Layout, Look
from runofshow.ui.speaker.next_up import NextUp
from runofshow.ui.speaker.programme import TURN, Programme
from runofshow.ui.speaker.rundown import Rundown
from runofshow.ui.speaker.third import Person, Third
from runofshow.ui.speaker.workshops import Workshops
from runofshow.ui.texts.stage import EN, FR, StageWords
from tests.rows import each_row
from tests.ui.operator.window_days import GO, Do, late, on_time, play, seed, three_hundred
from tests.ui.speaker.moments import moment, taken, with_rooms


def see(layout: Layout, board: Board, *without: str, words: StageWords = FR) -> Face:
    return seen(board, words, Look(layout, without=frozenset(without)))


def own(layout: Layout, board: Board, *without: str, words: StageWords = FR) -> Any:
    return see(layout, board, *without, words=words).own


# --- timer and rundown -------------------------------------------------------------------------


def test_the_rundown_has_what_is_on_and_five_to_come_with_who_speaks() -> None:
    found = own("rundown", moment("normal"))
    assert isinstance(found, Rundown)
    assert [(each.hour, each.title[:23], each.live) for each in found.entries] == [
        ("9h32", "Table ronde", True),
        ("10h42", "Film introductif", False),
        ("10h47", "Synthèse des travaux su", False),
        ("10h57", "Les solutions d'animati", False),
        ("11h07", "Les processus de co-con", False),
        ("11h17", "La transformation des m", False),
    ]  # fmt: skip
    assert [each.short for each in found.entries[:3]] == ["5 intervenants", "5 min", "10 min"]
    assert found.entries[2].names == ("Gerardo GIL",)


def test_its_timer_does_not_say_twice_what_is_next() -> None:
    assert see("timer", moment("normal")).next_title
    assert not see("rundown", moment("normal")).next_title


# --- the clock ---------------------------------------------------------------------------------

CLOCKS: list[tuple[Board, str, str, str]] = [
    (play(seed(), (), "8:35:48"), "8h35", "Mot d'accueil, à 9h00", "Mot d'accueil, at 9:00"),
    (play(seed(), (), "9:04"), "9h04", "Mot d'accueil", "Mot d'accueil"),
    (late("10:12:22"), "10h12", "Table ronde, fin à 10h42", "Table ronde, until 10:42"),
    (late("10:44:10"), "10h44", "Table ronde", "Table ronde"),
    (on_time(seed(), "13:05"), "13h05", "Déjeuner convivial, reprise à 14h00",
     "Déjeuner convivial, back at 14:00"),
]  # fmt: skip


@each_row("board, hour, french, english", CLOCKS)
def test_the_clock_says_what_is_on_and_until_when(
    board: Board, hour: str, french: str, english: str
) -> None:
    found = own("clock", board)
    assert isinstance(found, Clock)
    assert (found.hour, found.line) == (hour, french)
    assert own("clock", board, words=EN).line == english


def test_the_clock_does_without_its_line_or_half_of_it() -> None:
    board = late("10:12:22")
    assert own("clock", board, "title").line == "Fin à 10h42"
    assert own("clock", board, "end").line == "Table ronde"
    assert own("clock", board, "end", "title").line == ""


# --- the green room ----------------------------------------------------------------------------


def test_the_green_room_counts_to_who_speaks_next_and_not_to_a_film() -> None:
    face = see("next", late("10:37:22"))
    assert (face.speakers, face.digits, face.head) == (("Gerardo GIL",), "9:38", "À SUIVRE, dans")
    assert isinstance(face.own, NextUp)
    assert face.own.on_stage == "En scène à 10h47, prévu 10h35"
    assert [(each.names, each.wait) for each in face.own.after] == [
        (("Hervé GICQUEL",), "dans 19 min"),
        (("Pascal CHARRIERE",), "dans 29 min"),
        (("Philippe LEMOINE",), "dans 39 min"),
    ]


def test_with_the_clock_held_its_count_stands_and_says_so() -> None:
    one, other = (
        see("next", late(now, ("10:20", {"do": "hold"}))) for now in ("10:30", "10:31:12")
    )
    assert one.digits == other.digits
    assert (one.head, one.tone) == ("À SUIVRE, chrono arrêté", "held")


def test_once_nobody_speaks_any_more_it_tells_what_comes() -> None:
    face = see("next", on_time(seed(), "13:05"))
    assert face.title == "Définition collective de l'ordre du jour et des ateliers"
    assert see("next", on_time(seed(), "17:55")).phrase == "Plus personne"


# --- the foyer ---------------------------------------------------------------------------------


def programme(board: Board, *without: str, words: StageWords = FR) -> Programme:
    found = own("programme", board, *without, words=words)
    assert isinstance(found, Programme)
    return found


def test_the_foyer_reads_the_real_hours_and_what_was_announced() -> None:
    found = programme(late("10:37:22"))
    assert [(each.hour, each.said, each.state) for each in found.items] == [
        ("9h02", "terminé", "over"),
        ("9h22", "EN COURS, prévu 9h15", "live"),
        ("10h42", "prévu 10h30", "to_come"),
        ("11h42", "prévu 11h30", "to_come"),
        ("12h12", "prévu 12h00", "to_come"),
        ("12h27", "prévu 12h15", "to_come"),
        ("14h00", "à l'heure", "to_come"),
        ("17h50", "", "to_come"),
    ]
    assert found.items[1].within == "Table ronde"
    assert programme(late("10:37:22"), "past").items[0].state == "live"


DELAYED = (
    "Environ 10 min de retard, merci de votre patience. "
    "Forum ouvert de co-construction collective\u00a0: toujours à 14h00."
)
FEET = [
    (late("10:37:22"), DELAYED),
    (on_time(seed(), "10:12"), ""),
    (late("10:12", ("10:11", {"do": "incident", "on": True})), "Un instant, s'il vous plaît."),
]


@each_row("board, foot", FEET)
def test_the_foyer_is_told_the_delay_once_and_what_holds(board: Board, foot: str) -> None:
    assert programme(board).foot == foot


def lived(hour: str, *steps: tuple[str, Do]) -> dict[str, str]:
    """What is said of each line once these have been done after the first three GO, on time."""
    taken = [("9:00", GO), ("9:15", GO), ("9:20", GO)]
    found = programme(play(seed(), [*taken, *steps], hour))
    return {each.title.split()[0]: f"{each.hour} {each.said}".strip() for each in found.items}


def test_what_is_left_out_stands_at_its_hour_until_that_is_past() -> None:
    skipped = ("9:30", {"do": "skip", "slot": "resultats"})
    said = lived("9:31", skipped)
    assert said["Premiers"] == "11h30 n'aura pas lieu"
    assert (said["L'animation"], said["Conclusion"]) == ("10h30", "17h50")
    later = [(hour, GO) for hour in ("10:30", "10:35", "10:45", "10:55", "11:05", "11:15", "11:25")]
    assert "Premiers" in lived("11:59", skipped, *later)
    assert "Premiers" not in lived("12:01", skipped, *later)
    unprinted = programme(play(seed(), [("8:00", skipped[1])], "8:30")).items
    assert not [each for each in unprinted if each.title.startswith("Premiers")]


def test_what_is_moved_stands_at_its_new_hour_with_that_of_the_paper() -> None:
    said = lived("9:31", ("9:30", {"do": "move", "slot": "resultats", "before": "animation"}))
    assert said["Premiers"] == "10h30 prévu 11h30"
    assert said["L'animation"] == "11h00 prévu 10h30"


def test_a_lunch_that_is_shortened_tells_when_it_ends() -> None:
    hours = ("10:30", "10:35", "10:45", "10:55", "11:05", "11:15", "11:25", "11:30", "12:00")
    said = lived("12:45", *((hour, GO) for hour in hours), ("12:33", GO))
    assert said["Déjeuner"] == "12h33 EN COURS, jusqu'à 14h00"
    assert said["Forum"] == "14h00 à l'heure"


def test_a_day_that_begins_late_says_that_it_will_begin() -> None:
    french, english = (
        programme(play(seed(), (), "9:07")),
        programme(play(seed(), (), "9:07"), words=EN),
    )
    assert french.foot == "Nous commençons dans un instant, merci de votre patience."
    assert english.foot == "We begin in a moment, thank you for your patience."
    assert programme(play(seed(), (), "8:59")).foot == ""


def test_a_long_delay_is_told_in_hours() -> None:
    found = programme(late("11:55"))
    assert found.foot.startswith("Environ 1 h 25 de retard, merci de votre patience.")


def test_a_minute_is_no_delay_for_the_foyer() -> None:
    found = programme(play(seed(), (("9:01", GO),), "9:03"))
    assert found.foot == ""
    assert [each.said for each in found.items[1:]] == [""] * 7


def test_a_day_of_one_session_is_told_by_what_is_in_it() -> None:
    slots = [{"title": f"T{n}", "duration": "10m"} for n in range(5)]
    plan = Plan.model_validate(
        {"date": "2026-03-10", "slots": [{"title": "Tout", "start": "09:00", "slots": slots}]}
    )
    titles = [each.title for each in programme(play(plan, (), "8:50")).items]
    assert titles == ["T0", "T1", "T2", "T3", "T4"]


def items(count: int, over: int = 0, live: bool = True) -> tuple[Item, ...]:
    """So many lines, the first ones over, then one on."""
    states = ["over"] * over + ["live"] * live
    states += ["to_come"] * (count - len(states))
    return tuple(
        Item("", str(n), (), "", state, good=False, within="")  # type: ignore[arg-type]
        for n, state in enumerate(states)
    )


@each_row("over", [0, 7, 29, 39])
@each_row("fits", [2, 8, 11])
def test_every_page_has_what_is_on_and_together_they_have_all_that_comes(
    over: int, fits: int
) -> None:
    day = items(40, over)
    pages = [page(day, turn, fits) for turn in range(40)]
    assert all(len(each) <= fits for each in pages)
    assert all(day[over] in each for each in pages)
    assert {line for each in pages for line in each} >= set(day[over:])


@each_row("over", [0, 7, 39])
def test_there_are_as_many_pages_as_it_takes(over: int) -> None:
    day = items(40, over)
    found = [page(day, turn, 8) for turn in range(pages(day, 8))]
    assert len({each[1:] for each in found}) == len(found)
    assert {line for each in found for line in each} >= set(day[over:])


def test_a_day_that_fits_has_one_page_and_what_is_over_goes_first() -> None:
    assert page(items(8, 3), 5, 8) == items(8, 3)
    assert page(items(8, 3), 5, 6) == items(8, 3)[2:]
    assert page(items(8, 3), 1, 5) == page(items(8, 3), 0, 5) == items(8, 3)[3:]


def test_a_page_is_turned_every_twelve_seconds() -> None:
    turns = [programme(on_time(seed(), f"13:05:{second:02d}")).turn for second in range(0, 60, 4)]
    assert len(set(turns)) == 60 // TURN


# --- the grid ----------------------------------------------------------------------------------


def grid(board: Board, *without: str) -> Grid:
    found = own("grid", board, *without)
    assert isinstance(found, Grid)
    return found


def test_the_grid_has_the_rooms_down_and_the_rounds_that_are_not_over_across() -> None:
    found = grid(moment("workshops"))
    assert (found.title, found.hour, found.note) == ("Ateliers de travail", "15h02", "")
    assert found.rooms == ("Salle 1", "Salle 2", "Salle 3", "Grand salon")
    assert [(each.title, each.hours, each.lit) for each in found.columns] == [
        ("Tour 1", "14h40 – 15h25", True),
        ("Tour 2", "15h30 – 16h15", False),
        ("Tour 3", "16h20 – 17h05", False),
    ]
    title, host = found.columns[0].cells[0]
    assert (title, host) == ("Quelle dynamique des pionniers demain\u202f?", "Akim OURAL")
    second = grid(on_time(with_rooms(4, 3), "15:40"))
    assert [each.title for each in second.columns] == ["Tour 2", "Tour 3"], "what is over goes"
    plain = grid(moment("workshops"), "title", "clock", "names", "end")
    assert (plain.title, plain.hour, plain.columns[0].hours) == ("", "", "")
    assert plain.columns[0].cells[0][1] == ""


def test_many_rooms_are_shown_page_by_page_and_a_grid_without_rooms_says_what_it_is_for() -> None:
    turns = {grid(on_time(with_rooms(14), f"16:02:{second:02d}")).turn for second in (0, 13, 26)}
    assert len(turns) == 3
    assert grid(on_time(with_rooms(0), "14:10")).note == "L'ordre du jour se construit ici."


def test_a_day_without_a_grid_has_the_hour_there_too() -> None:
    assert isinstance(own("grid", play(three_hundred(), (), "9:00")), Clock)


# --- the workshops -----------------------------------------------------------------------------


def workshops(board: Board, *without: str) -> Workshops:
    found = own("workshops", board, *without)
    assert isinstance(found, Workshops)
    return found


def test_a_door_has_its_own_room_and_rooms_are_told_when_five_minutes_are_left() -> None:
    plan = with_rooms(4, 3)

    def door(clock: str, *more: tuple[str, Do], room: str = "grand SALON") -> Face:
        return seen(play(plan, (*taken("14:40"), *more), clock), FR, Look("workshops", room=room))

    def foot(face: Face) -> str:
        assert isinstance(face.own, Workshops)
        return face.own.foot

    running = door("14:50")
    assert isinstance(running.own, Workshops)
    assert [(room.name, room.host) for room in running.own.rooms] == [
        ("Grand salon", "Hervé GICQUEL")
    ]
    assert foot(running).endswith("Les solutions d'animation du territoire")
    free = door("14:50", room="Cour").own
    assert isinstance(free, Workshops)
    assert [(room.name, room.title) for room in free.rooms] == [("Cour", "Salle libre")]
    said = ("14:50", {"do": "say", "text": "Trois idées", "to": "Grand salon"})
    assert door("14:51", said).message == "Trois idées"
    assert door("14:51", said, room="Salle 1").message == ""
    five = door("15:20:10")
    assert (five.plate, five.own and five.own.loud) == ("PLUS QUE 5 MIN", True)  # type: ignore[union-attr]
    over = door("15:25:10")
    assert (over.plate, over.tone) == ("C'EST FINI", "over")
    change = door("15:25:30", ("15:25:20", GO))
    assert (change.plate, foot(change)) == ("C'EST FINI", "Changez de salle")
    assert door("15:27", ("15:25:20", GO)).plate == ""


def test_the_workshops_stand_by_room_with_their_round_and_the_common_count() -> None:
    face, found = see("workshops", moment("workshops")), workshops(moment("workshops"))
    assert (face.digits, found.ends, found.title) == ("22:40", "Fin à 15h25", "Ateliers de travail")
    assert (found.rounds_said, found.round, found.rounds) == ("Tour 1 sur 3", 1, 3)
    assert [(room.tag, room.name) for room in found.rooms] == [
        ("SALLE", "1"), ("SALLE", "2"), ("SALLE", "3"), ("", "Grand salon"),
    ]  # fmt: skip
    assert found.foot == "Tour 2 à 15h30\u00a0: changez de salle."
    assert workshops(moment("workshops"), "rounds", "next", "names").rooms[0].host == ""


def test_between_two_rounds_the_count_is_to_the_next() -> None:
    face, found = see("workshops", moment("changeover")), workshops(moment("changeover"))
    assert (face.digits, face.tone, found.round) == ("2:40", "waiting", 2)
    assert (found.ends, found.foot) == ("Début à 15h30, dans", "Changez de salle")


def test_the_phases_have_their_word_there_too() -> None:
    face = see("workshops", moment("workshops-end"))
    assert (face.tone, face.plate, face.airing) == ("warning", "CONCLUEZ", "tour-1")
    face = see("workshops", moment("workshops-over"))
    assert (face.tone, face.plate, face.digits) == ("over", "TEMPS ÉCOULÉ", "3:20")


def test_a_day_without_workshops_has_the_hour_there() -> None:
    assert isinstance(own("workshops", moment("normal")), Clock)


# --- the lower third ---------------------------------------------------------------------------


def test_the_lower_third_names_who_speaks_alone() -> None:
    board = play(with_rooms(), (("9:00", GO),), "9:03")
    third = own("third", board)
    office = "Directrice générale", "Fédération Nationale des Caisses d'Épargne"
    assert third == Third((Person("Florence RAINEIX", *office),))
    bare = own("third", board, "role", "organisation")
    assert bare == Third((Person("Florence RAINEIX", "", ""),))


def test_two_who_speak_together_have_a_box_each_with_their_office() -> None:
    one, other = own("third", moment("two")).people
    assert (one.name, one.organisation) == ("Florence RAINEIX", "FNCE")
    assert (other.name.split()[0], other.role) == ("Marie-Antoinette", "Présidente")


def test_of_a_panel_it_names_who_has_the_floor_and_nobody_else() -> None:
    assert [each.name for each in own("third", moment("floor")).people] == ["Akim OURAL"]
    assert own("third", moment("normal")) is None


@each_row("name", ["before", "between", "break", "after", "blackout", "incident"])
def test_when_nobody_speaks_there_is_nothing(name: str) -> None:
    assert own("third", moment(name)) is None


# --- parts left out ----------------------------------------------------------------------------


def test_the_timer_does_without_what_it_is_told_to() -> None:
    face = see("timer", moment("normal"), "title", "clock", "end", "next", "bar")
    assert (face.title, face.clock, face.ends, face.next_title, face.bar) == ("", "", "", "", None)
    assert face.digits == see("timer", moment("normal")).digits
    assert see("timer", moment("floor"), "share").floor is None
    assert see("timer", moment("between"), "title").title  # that is what it is about
