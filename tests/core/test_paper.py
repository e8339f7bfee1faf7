"""A rundown as it is printed: hours, guesses, what is hidden, the same mark for the same plan."""

from datetime import timedelta

from runofshow.core.editions import awaited, people, posters, roadmaps
from runofshow.core.paper import Line, Sheet, guesses, mark, sheet
from tests.hand import Stage, clock_of, day, leaf, seed, session
from tests.rows import each_row


def printed(stage: Stage, clock: str = "08:00") -> Sheet:
    return sheet(stage.show, stage.at(clock))


def line(sheet: Sheet, slot: str) -> Line:
    return next(line for line in sheet.lines if line.id == slot)


def hour(sheet: Sheet, slot: str) -> str | None:
    start = line(sheet, slot).start
    return None if start is None else clock_of(start.at, sheet.zone)


# --- hours -------------------------------------------------------------------------------------


def test_before_the_first_go_the_hours_are_the_planned_ones_whatever_the_hour_of_print() -> None:
    stage = Stage(seed())
    for clock in ("07:00", "11:00", "30:00"):
        said = printed(stage, clock)
        assert not said.begun
        assert hour(said, "table-ronde") == "09:20"
        assert {line.start.was for line in said.lines if line.start} == {None}


def test_of_a_day_that_has_begun_the_hours_are_actual_then_expected() -> None:
    stage = Stage(seed()).do("09:02", "go").do("09:24", "go")
    said = printed(stage, "09:25")
    assert said.begun
    assert [hour(said, slot) for slot in ("accueil", "film-1", "table-ronde", "definition")] == [
        "09:02", "09:24", "09:29", "14:00",
    ]  # fmt: skip
    was = line(said, "table-ronde").start
    assert was is not None
    assert clock_of(was.was, said.zone) == "09:20"
    afternoon = line(said, "definition").start
    assert afternoon is not None
    assert afternoon.was is None


def test_an_hour_that_moves_by_less_than_half_a_minute_is_the_same_hour() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b"))).do("09:00:20", "go")
    start = line(printed(stage, "09:01"), "b").start
    assert start is not None
    assert start.was is None


def test_a_skipped_item_has_a_line_without_hours() -> None:
    stage = Stage(day(leaf("a", start="09:00"), leaf("b", skip=True), leaf("c")))
    said = printed(stage)
    assert [each.skipped for each in said.lines] == [False, True, False]
    assert hour(said, "b") is None
    assert [each.id for each in said.leaves] == ["a", "c"]


# --- guesses -----------------------------------------------------------------------------------


def test_an_hour_rests_on_a_guess_until_a_given_one_comes() -> None:
    plan = day(
        leaf("a", start="09:00", guessed=["duration"]),
        leaf("b"),
        leaf("c", start="10:00"),
        leaf("d", guessed=["duration"]),
        leaf("e", end="11:00"),
        leaf("f"),
    )
    found = guesses(Stage(plan).show)
    assert {slot: start for slot, (start, _) in found.items()} == {
        "a": False, "b": True, "c": False, "d": False, "e": True, "f": False,
    }  # fmt: skip


def test_the_end_that_a_given_start_confirms_is_no_guess() -> None:
    plan = day(
        leaf("a", "60m", start="09:00", guessed=["duration"]),
        leaf("b", start="10:00"),
    )
    assert guesses(Stage(plan).show)["a"] == (False, False)


def test_a_guessed_start_is_a_guess_and_what_has_happened_is_none() -> None:
    plan = day(leaf("a", start="09:00", guessed=["start"]), leaf("b"))
    assert guesses(Stage(plan).show) == {"a": (True, True), "b": (True, True)}
    said = printed(Stage(plan).do("09:01", "go"), "09:02")
    starts = [each.start.guessed for each in said.lines if each.start]
    assert starts == [False, True]


# --- the mark, the departments, the promises ---------------------------------------------------


def test_papers_of_the_same_plan_bear_the_same_mark() -> None:
    assert mark(seed()) == mark(seed())
    assert mark(seed()) != mark(seed().model_copy(update={"title": "Autre"}))


def test_departments_stand_in_the_order_in_which_they_occur() -> None:
    plan = day(
        leaf("a", start="09:00", departments={"son": "HF 1"}),
        leaf("b", departments={"lumière": "noir", "son": "HF 2"}),
    )
    assert printed(Stage(plan)).departments == ("son", "lumière")


def test_promises_tell_whom_to_ring() -> None:
    lunch, end = printed(Stage(seed())).hard
    assert (lunch.to, lunch.phone, lunch.title) == (
        "traiteur", "06 39 98 12 15", "Déjeuner convivial",
    )  # fmt: skip
    assert (end.title, clock_of(end.due, seed().zone)) == ("", "18:00")


def test_a_promise_of_a_day_that_has_not_begun_is_told_as_planned_whatever_the_hour() -> None:
    stage = Stage(seed())
    assert {(hard.kept, hard.expected == hard.due) for hard in printed(stage, "60:00").hard} == {
        (True, True)
    }
    too_long = Stage(day(leaf("a", "2h", start="09:00"), end_by="10:30"))
    (hard,) = printed(too_long, "60:00").hard
    assert hard.kept is False
    assert clock_of(hard.expected, seed().zone) == "11:00"


# --- a speaker's -------------------------------------------------------------------------------


def speaking() -> Sheet:
    return printed(
        Stage(
            day(
                leaf("open", start="09:00", speakers=["Ann"]),
                leaf("vip", speakers=["Le ministre"], hidden=True),
                leaf("change", "5m", kind="changeover"),
                leaf("talk", "20m", speakers=["Bob  Martin", "Cyd"], call_before="25m")
                | {"kind": "panel"},
                leaf("work", "40m", activities=[{"room": "B2", "title": "Atelier", "host": "Zoé"}]),
                leaf("close", speakers=["bob martin"]),
            )
        )
    )


def test_everybody_who_speaks_or_hosts_is_named_once() -> None:
    assert people(speaking()) == ("Ann", "Le ministre", "Bob  Martin", "Cyd", "Zoé")


def test_a_speaker_is_told_when_to_be_there_with_whom_and_for_how_long() -> None:
    (bob,) = roadmaps(speaking(), "BOB MARTIN")
    talk, close = bob.parts
    assert (talk.line.id, close.line.id) == ("talk", "close")
    assert clock_of(talk.there, speaking().zone) == "09:00"
    assert (talk.before, close.before) == (timedelta(minutes=25), timedelta(minutes=15))
    assert talk.share == timedelta(minutes=10)
    assert [who.name for who in talk.others] == ["Cyd"]
    assert close.leads_to is None


def test_a_speaker_is_not_told_of_hidden_items_of_others_nor_of_changeovers() -> None:
    bob, minister = roadmaps(speaking(), "bob martin")[0], roadmaps(speaking(), "ministre")[0]
    follows = bob.parts[0].follows
    assert follows is not None
    assert follows.id == "open"
    assert minister.parts[0].line.id == "vip"


def test_who_hosts_a_workshop_has_a_sheet_of_it() -> None:
    (part,) = roadmaps(speaking(), "zoé")[0].parts
    assert part.activity is not None
    assert (part.activity.room, part.line.id) == ("B2", "work")


def test_who_is_on_stage_already_need_not_be_called() -> None:
    plan = day(
        leaf("a", start="09:00", speakers=["Ann"]),
        leaf("b", speakers=["Ann"]),
        leaf("c", start="09:30", speakers=["Ann"]),
    )
    parts = roadmaps(printed(Stage(plan)), "Ann")[0].parts
    assert [part.stays for part in parts] == [False, True, False]


def test_of_a_day_that_runs_only_what_is_to_come_is_told_while_there_is_any() -> None:
    plan = day(
        leaf("a", start="09:00", speakers=["Ann"]),
        leaf("b", speakers=["Bob"]),
        leaf("c", speakers=["Ann"]),
    )
    stage = Stage(plan).do("09:00", "go").do("09:10", "go").do("09:20", "go")
    (ann,) = roadmaps(printed(stage, "09:21"))
    assert (ann.who.name, [part.line.id for part in ann.parts]) == ("Ann", ["c"])
    assert awaited(printed(stage, "09:21")) == ("Ann",)
    over = stage.do("09:30", "finish")
    assert [each.who.name for each in roadmaps(printed(over, "09:31"))] == ["Ann", "Bob"]


def test_nobody_of_that_name() -> None:
    assert roadmaps(speaking(), "Nobody") == ()


# --- the door's --------------------------------------------------------------------------------


def test_the_door_says_neither_what_is_hidden_nor_skipped_nor_changeovers() -> None:
    plan = day(
        leaf("a", start="09:00"),
        leaf("b", hidden=True),
        leaf("c", kind="changeover"),
        leaf("d", skip=True),
        session("secret", leaf("e"), hidden=True),
        session("open", leaf("f"), leaf("g", hidden=True)),
        session("empty"),
    )
    (poster,) = posters(printed(Stage(plan)))
    assert [entry.title for entry in poster.entries] == ["A", "OPEN", "F"]


def test_an_hour_that_is_guessed_is_about_and_inside_a_session_untold() -> None:
    plan = day(
        session("s", leaf("a", guessed=["duration"]), leaf("b"), start="09:00"),
        leaf("c"),
    )
    (poster,) = posters(printed(Stage(plan)))
    told = [(each.title, clock_of(each.at, plan.zone), each.about) for each in poster.entries]
    assert told == [
        ("S", "09:00", False), ("A", None, False), ("B", None, True), ("C", "09:20", True),
    ]  # fmt: skip


def test_a_round_in_rooms_has_its_hour_on_the_door_about_as_it_may_be() -> None:
    rooms = [{"room": "B2", "title": "Un"}]
    rounds = leaf("a", guessed=["duration"], activities=rooms), leaf("b", activities=rooms)
    plan = day(session("s", *rounds, start="09:00"))
    _, door = posters(printed(Stage(plan)))
    told = [(each.title, clock_of(each.at, plan.zone), each.about) for each in door.entries]
    assert told == [("S", "09:00", False), ("A", None, False), ("B", "09:10", True)]


def test_a_room_has_a_poster_of_what_is_in_it() -> None:
    plan = day(
        leaf("a", start="09:00", room="Grande salle"),
        leaf("w", activities=[{"room": "B2", "title": "Un"}, {"room": "B3", "title": "Deux"}]),
        session("s", leaf("c"), leaf("d", room="B2"), room="Grande salle"),
    )
    whole, hall, two, three = posters(printed(Stage(plan)))
    assert whole.room is None
    assert [entry.title for entry in whole.entries] == ["A", "W", "S", "C", "D"]
    assert (hall.room, [entry.title for entry in hall.entries]) == ("Grande salle", ["A", "S", "C"])
    assert [entry.title for entry in two.entries] == ["W", "S", "D"]
    assert [each.title for each in two.entries[0].activities] == ["Un"]
    assert [entry.title for entry in three.entries] == ["W"]


def test_a_day_in_one_room_has_one_poster_of_that_room() -> None:
    plan = day(session("s", leaf("a"), start="09:00", room="Auditorium"))
    (poster,) = posters(printed(Stage(plan)))
    assert poster.room == "Auditorium"


@each_row("clock", ["07:00", "12:00"])
def test_a_plan_of_nothing_is_printed_too(clock: str) -> None:
    said = printed(Stage(day()), clock)
    assert (said.lines, said.starts, said.ends) == ((), None, None)
    assert posters(said)[0].entries == ()
