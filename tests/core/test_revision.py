"""Importing again, by example: what a revised programme is understood to change."""

from __future__ import annotations

import copy
from datetime import timedelta
from typing import Any

from runofshow.core.apply import apply
from runofshow.core.change import Change, Standing
from runofshow.core.commands import Undo
from runofshow.core.plan import Plan
from runofshow.core.revision import Revision, command, revision
from runofshow.core.times import Civil
from tests.hand import Stage, day, leaf, session

RONDE = "Table ronde des maires"
Raw = dict[str, Any]


def people(*names: str) -> list[Raw]:
    return [{"name": name} for name in names]


def programme() -> list[Raw]:
    """A morning as a client writes it."""
    return [
        leaf("accueil", "15m", title="Accueil des participants", start="09:00", kind="welcome"),
        session(
            "matin",
            leaf("film", "5m", title="Film introductif", kind="film"),
            leaf("ronde", "40m", title=RONDE, speakers=people("A. Roy", "B. Sy")),
            leaf("numerique", "20m", title="Le numérique au village", speakers=people("C. Do")),
            leaf("pause", "20m", title="Pause café", kind="break"),
            title="Les territoires",
        ),
        leaf("sante", "30m", title="Santé et ruralité", speakers=people("D. Ba"), room="Salle A"),
        leaf("dejeuner", title="Déjeuner", start="11:10", end="13:00", kind="break"),
        leaf("bilan", "20m", title="Bilan de la journée", start="13:00", speakers=people("E. Li")),
    ]


def sent_again(slots: list[Raw]) -> list[Raw]:
    """The same as another mail brings it: with ids that mean nothing."""

    def bare(slot: Raw) -> Raw:
        rest = {name: value for name, value in slot.items() if name != "id"}
        if "slots" in rest:
            rest["slots"] = [bare(child) for child in rest["slots"]]
        return rest

    return [bare(slot) for slot in copy.deepcopy(slots)]


class Client:
    """A programme that can be changed by title, and sent."""

    def __init__(self, slots: list[Raw] | None = None) -> None:
        self.slots = sent_again(programme() if slots is None else slots)

    def row(self, title: str) -> list[Raw]:
        rows: list[list[Raw]] = [self.slots]
        rows += [slot["slots"] for slot in self.slots if "slots" in slot]
        return next(row for row in rows if any(slot["title"] == title for slot in row))

    def slot(self, title: str) -> Raw:
        return next(slot for slot in self.row(title) if slot["title"] == title)

    def take(self, title: str) -> Raw:
        slot = self.slot(title)
        self.row(title).remove(slot)
        return slot

    def plan(self) -> Plan:
        return day(*self.slots)


def found(stage: Stage, client: Client) -> Revision:
    return revision(stage.show, client.plan())


def told(whole: Revision) -> list[tuple[str, str | None, str]]:
    """What changed of which slot, and how it stands."""
    return [(each.what, each.slot, each.stands) for each in whole.changes]


def the(whole: Revision, key: str) -> Change:
    return next(each for each in whole.changes if each.key == key)


def accepted(stage: Stage, client: Client, *keys: str, clock: str = "08:00") -> Stage:
    """The show after those changes (all that are proposed by default) were taken."""
    whole = found(stage, client)
    chosen = keys or tuple(whole.proposed)
    stage.show = apply(stage.show, command(whole, chosen), stage.at(clock))
    return stage


def titles(stage: Stage) -> list[str]:
    return [node.slot.id for node in stage.show.outline.nodes if node.slot.leaf]


# --- what is known again -----------------------------------------------------------------------


def test_the_same_programme_sent_again_changes_nothing() -> None:
    assert found(Stage(day(*programme())), Client()).changes == ()


def test_a_talk_by_another_name_is_the_same_talk() -> None:
    client = Client()
    client.slot("Le numérique au village")["title"] = "Le numérique, au village et ailleurs"
    client.slot("Santé et ruralité")["title"] = "Déserts médicaux"  # its speaker stays
    client.slot("Film introductif")["title"] = "Film d'ouverture"  # its place and a word of it do
    whole = found(Stage(day(*programme())), client)
    assert told(whole) == [
        ("title", "film", "proposed"),
        ("title", "numerique", "proposed"),
        ("title", "sante", "proposed"),
    ]
    said = the(whole, "title:film").said
    assert said.text("fr") == "Intitulé\u00a0: Film introductif → Film d'ouverture"


def test_another_talk_in_the_same_place_is_another_talk() -> None:
    client = Client()
    row = client.row("Le numérique au village")
    row[2] = leaf("x", "20m", title="Agriculture biologique", speakers=people("Z. Wu"))
    whole = found(Stage(day(*programme())), client)
    assert sorted(told(whole)) == [
        ("inserted", "x", "proposed"),
        ("removed", "numerique", "proposed"),
    ]


def test_numbers_tell_apart_what_is_otherwise_alike() -> None:
    slots = [leaf(f"a{n}", title=f"Atelier {n}", start="09:00") for n in (1, 2, 3)]
    client = Client(slots)
    client.take("Atelier 2")
    client.slots.append(leaf("new", title="Atelier 4"))
    whole = found(Stage(day(*slots)), client)
    assert [(what, slot) for what, slot, _ in told(whole)] == [
        ("removed", "a2"),
        ("inserted", "new"),
    ]


def test_of_many_pauses_each_is_its_own() -> None:
    slots = [
        leaf("p1", title="Pause", start="10:00"),
        leaf("t1", title="Climat"),
        leaf("p2", title="Pause"),
        leaf("t2", title="Forêts"),
        leaf("p3", title="Pause"),
    ]
    client = Client(slots)
    client.slots[2]["duration"] = "15m"
    client.slots.insert(0, leaf("early", title="Mot du préfet", start="09:50"))
    whole = found(Stage(day(*slots)), client)
    assert [(what, slot) for what, slot, _ in told(whole)] == [
        ("inserted", "early"),
        ("length", "p2"),
    ]


def test_an_id_that_the_file_carries_is_worth_a_title() -> None:
    slots = [
        leaf("5f0c-aa91", title="Alpha", start="09:00"),
        leaf("77be-01d2", title="Beta"),
    ]
    revised = [{**slots[0], "title": "Gamma"}, slots[1]]
    whole = revision(Stage(day(*slots)).show, day(*revised))
    assert told(whole) == [("title", "5f0c-aa91", "proposed")]


def test_two_that_took_each_others_places_are_one_change() -> None:
    client = Client()
    row = client.row("Le numérique au village")
    row[1], row[2] = row[2], row[1]
    stage = Stage(day(*programme()))
    assert told(found(stage, client)) == [("swapped", "numerique", "proposed")]
    assert titles(accepted(stage, client))[1:4] == ["film", "numerique", "ronde"]


def test_one_that_moved_takes_its_new_hour_along() -> None:
    client = Client()
    bilan = client.take("Bilan de la journée")
    client.slots.insert(0, {**bilan, "start": "08:30"})
    stage = Stage(day(*programme()))
    assert told(found(stage, client)) == [("moved", "bilan", "proposed")]
    after = accepted(stage, client)
    assert titles(after)[0] == "bilan"
    assert str(after.show.outline.by_id["bilan"].slot.start) == "08:30"


def test_a_talk_split_in_two_is_one_decision() -> None:
    client = Client()
    row = client.row("Table ronde des maires")
    row[1] |= {"title": "Table ronde des maires (1re partie)", "duration": "25m"}
    row.insert(2, leaf("y", "15m", title="Table ronde des maires (suite)"))
    stage = Stage(day(*programme()))
    whole = found(stage, client)
    assert told(whole) == [("split", "ronde", "proposed")]
    assert the(whole, "split:ronde").after == (
        "Table ronde des maires (1re partie) (25 min) + Table ronde des maires (suite) (15 min)"
    )
    assert titles(accepted(stage, client))[2:4] == ["ronde", "y"]


def test_two_talks_made_one_are_one_decision() -> None:
    client = Client()
    client.take("Le numérique au village")
    ronde = client.slot("Table ronde des maires")
    ronde |= {"duration": "1h", "speakers": people("A. Roy", "B. Sy", "C. Do")}
    stage = Stage(day(*programme()))
    assert told(found(stage, client)) == [("joined", "ronde", "proposed")]
    assert "numerique" not in titles(accepted(stage, client))


def test_a_new_session_takes_along_what_they_put_into_it() -> None:
    client = Client()
    sante = client.take("Santé et ruralité")
    client.slots.insert(2, session("z", sante, leaf("y", title="Débat"), title="Vivre ici"))
    stage = Stage(day(*programme()))
    assert told(found(stage, client)) == [("inserted", "z", "proposed")]
    after = accepted(stage, client)
    assert after.show.outline.by_id["sante"].parent == "z"
    assert after.show.outline.by_id["y"].parent == "z"


def test_a_slot_told_in_detail_keeps_what_the_regie_holds_of_it() -> None:
    slots = programme()
    slots[2] |= {"departments": {"son": "HF 1"}, "cue": "S"}
    client = Client()
    client.slots[2] = session(
        "z",
        leaf("z1", title="État des lieux"),
        leaf("z2", title="Débat"),
        title="Santé et ruralité",
    )
    stage = Stage(day(*slots))
    assert told(found(stage, client)) == [("detailed", "z", "proposed")]
    after = accepted(stage, client).show
    assert "sante" not in after.outline.by_id
    session_ = after.outline.by_id["z"].slot
    assert (session_.departments, session_.cue) == ({"son": "HF 1"}, "S")
    assert [slot.id for slot in session_.slots or ()] == ["z1", "z2"]
    condensed = Client(slots)
    assert told(found(Stage(after.plan), condensed)) == [
        ("condensed", "sante-et-ruralite", "proposed")
    ]


def test_what_has_no_name_is_known_by_its_neighbours() -> None:
    slots = [leaf("a", title="Climat", start="09:00"), leaf("b", title=""), leaf("c", title="Eau")]
    client = Client(slots)
    assert found(Stage(day(*slots)), client).changes == ()
    client.slots[1]["duration"] = "15m"
    assert told(found(Stage(day(*slots)), client)) == [("length", "b", "proposed")]


def test_a_session_that_they_have_no_more_is_dissolved() -> None:
    client = Client()
    inside = client.slots[1]["slots"]
    client.slots[1:2] = [leaf("w", title="Chant", kind="other"), *inside]
    client.slots.append(session("soir", leaf("y", title="Concert"), title="Soirée"))
    stage = Stage(day(*programme()))
    whole = found(stage, client)
    assert ("dissolved", "matin", "proposed") in told(whole)
    after = accepted(stage, client)
    assert "matin" not in after.show.outline.by_id
    assert titles(after) == [
        *("accueil", "w", "film", "ronde", "numerique", "pause", "sante", "dejeuner", "bilan", "y")
    ]


def test_a_file_without_sessions_says_nothing_of_sessions() -> None:
    client = Client()
    inside = client.slots[1]["slots"]
    client.slots[1:2] = inside
    stage = Stage(day(*programme()))
    assert found(stage, client).changes == ()
    inside[1]["duration"] = "35m"
    client.slots.insert(3, leaf("new", title="Échange avec la salle"))
    whole = found(stage, client)
    assert [each.what for each in whole.changes] == ["length", "inserted"]
    assert accepted(stage, client).show.outline.by_id["new"].parent == "matin"


# --- fields ------------------------------------------------------------------------------------


def test_hours_that_shift_together_are_one_change() -> None:
    slots = [
        leaf(f"t{n}", "20m", title=title, start=f"{9 + n // 3:02d}:{n % 3 * 20:02d}")
        for n, title in enumerate(["Eau", "Forêts", "Sols", "Villes", "Mers", "Glaces"])
    ]
    client = Client(slots)
    for slot, start in zip(client.slots[2:], ("09:50", "10:10", "10:30", "10:50"), strict=True):
        slot["start"] = start
    stage = Stage(day(*slots))
    whole = found(stage, client)
    assert told(whole) == [("shift", "t2", "proposed")]
    assert whole.changes[0].title == "Sols → Glaces"
    assert whole.changes[0].said.text("en") == "Times shifted: 10 min later, 4 times"
    after = accepted(stage, client)
    assert [str(after.show.outline.by_id[f"t{n}"].slot.start) for n in (2, 5)] == ["09:50", "10:50"]


def test_a_column_that_the_new_file_has_not_empties_no_slot() -> None:
    client = Client()
    del client.slot("Santé et ruralité")["room"]
    stage = Stage(day(*programme()))
    assert found(stage, client).changes == ()
    client.slot("Bilan de la journée")["room"] = "Salle B"  # it has rooms, and none for that one
    assert [(what, slot) for what, slot, _ in told(found(stage, client))] == [
        ("room", "sante"),
        ("room", "bilan"),
    ]


def test_a_new_speaker_comes_without_the_others_losing_their_microphones() -> None:
    slots = programme()
    slots[1]["slots"][1]["speakers"] = [
        {"name": "A. Roy", "mic": "HF 1", "role": "maire"},
        {"name": "Bénédicte Sylla", "mic": "HF 2", "phone": "06"},
    ]
    client = Client(slots)
    client.slot("Table ronde des maires")["speakers"] = people(
        "Benedicte SYLLA", "A. Roy", "F. Nou"
    )
    stage = Stage(day(*slots))
    after = accepted(stage, client)
    speakers = after.show.outline.by_id["ronde"].slot.speakers
    assert [(each.name, each.mic, each.role) for each in speakers] == [
        ("Bénédicte Sylla", "HF 2", None),
        ("A. Roy", "HF 1", "maire"),
        ("F. Nou", None, None),
    ]


def test_a_guess_takes_no_place_of_what_was_given() -> None:
    client = Client()
    client.slot("Le numérique au village").update(duration="25m", guessed=["duration"])
    stage = Stage(day(*programme()))
    assert found(stage, client).changes == ()
    stage = Stage(day(*[{**slot, "guessed": ["duration"]} for slot in programme()[:1]]))
    client = Client(programme()[:1])
    client.slots[0] |= {"duration": "20m", "guessed": ["duration"]}
    assert told(found(stage, client)) == [("length", "accueil", "asked")]
    assert accepted(stage, client, "length:accueil").show.plan.slots[0].guessed == ("duration",)


def test_a_new_guess_is_proposed_only_where_what_it_is_guessed_from_has_changed() -> None:
    slots = programme()
    film, ronde, *_ = slots[1]["slots"]
    for slot in (film, ronde):
        slot["guessed"] = ["duration"]
    stage = Stage(day(*slots))
    client = Client(slots)
    client.slot("Film introductif")["duration"] = "10m"
    client.slot(RONDE)["duration"] = "35m"
    whole = found(stage, client)
    assert told(whole) == [("length", "film", "asked"), ("length", "ronde", "asked")]
    assert whole.changes[0].said.text("fr").endswith("~5 min → ~10 min")
    client.slot("Accueil des participants")["start"] = "08:55"
    client.slot("Film introductif")["start"] = "09:10"
    assert told(found(stage, client))[1:] == [
        ("start", "film", "proposed"),
        ("length", "film", "proposed"),
        ("length", "ronde", "proposed"),
    ]
    client = Client(slots)
    client.slot(RONDE)["duration"] = "35m"
    client.row(RONDE).append(leaf("plus", "5m", title="Intermède"))
    assert ("length", "ronde", "proposed") in told(found(stage, client))


def test_a_slot_that_ends_at_a_set_time_keeps_doing_so() -> None:
    client = Client()
    dejeuner = client.slot("Déjeuner")
    del dejeuner["end"]
    dejeuner["duration"] = "1h50m"  # as long as it was
    stage = Stage(day(*programme()))
    assert found(stage, client).changes == ()
    dejeuner["duration"] = "1h40m"
    after = accepted(stage, client)
    assert str(after.show.outline.by_id["dejeuner"].slot.end) == "12:50"


# --- what is the régie's -----------------------------------------------------------------------


def test_what_the_regie_edited_since_is_asked_with_all_three_values() -> None:
    stage = Stage(day(*programme())).do("08:00", "edit", slot="sante", set={"duration": "25m"})
    client = Client()
    client.slot("Santé et ruralité")["duration"] = "35m"
    whole = found(stage, client)
    assert told(whole) == [("length", "sante", "asked")]
    why = the(whole, "length:sante").why
    assert why is not None
    assert why.text("fr") == "modifiée par la régie (le programme disait 30 min)"
    after = accepted(stage, client, "length:sante")
    assert after.show.outline.by_id["sante"].slot.duration == timedelta(minutes=35)


def test_what_was_refused_is_not_offered_again() -> None:
    stage, client = Stage(day(*programme())), Client()
    client.slot("Santé et ruralité")["duration"] = "35m"
    before = stage.show.plan
    assert accepted(stage, client, "none").show.plan == before
    assert found(stage, client).changes == ()


def test_what_both_changed_alike_is_no_change() -> None:
    stage = Stage(day(*programme())).do("08:00", "edit", slot="sante", set={"duration": "25m"})
    stage.do("08:00", "move", slot="sante", before="accueil")
    client = Client()
    sante = client.take("Santé et ruralité")
    client.slots.insert(0, {**sante, "duration": "25m"})
    assert found(stage, client).changes == ()


def test_a_hard_time_moves_only_when_asked_for() -> None:
    slots = programme()
    slots[3] |= {"promise": "start", "promised_to": "traiteur"}
    client = Client()
    client.slot("Déjeuner")["start"] = "11:30"
    stage = Stage(day(*slots))
    whole = found(stage, client)
    assert told(whole) == [("start", "dejeuner", "asked")]
    why = the(whole, "start:dejeuner").why
    assert why is not None
    assert why.text("fr") == "heure ferme\u00a0: traiteur"
    accepted(stage, client, "start:dejeuner")
    assert stage.show.outline.by_id["dejeuner"].slot.promise == "start"


def test_what_is_done_and_what_is_on_air_stay_as_they_are() -> None:
    stage = Stage(day(*programme())).do("09:00", "go").do("09:15", "go")
    client = Client()
    client.slot("Accueil des participants")["title"] = "Café d'accueil"
    client.slot("Film introductif")["duration"] = "8m"
    client.slot("Table ronde des maires")["duration"] = "35m"
    whole = found(stage, client)
    assert [(each.slot, each.stands, each.why and each.why.code) for each in whole.changes] == [
        ("accueil", "fixed", "why_past"),
        ("film", "fixed", "why_on_air"),
        ("ronde", "proposed", None),
    ]
    before = stage.show
    accepted(stage, client, *whole.possible, "title:accueil", "length:film", clock="09:16")
    assert stage.show.outline.by_id["film"].slot == before.outline.by_id["film"].slot
    assert stage.show.air == before.air


def test_what_comes_too_late_for_its_place_would_come_next() -> None:
    stage = Stage(day(*programme())).do("09:00", "go").do("09:15", "go")
    client = Client()
    client.slots.insert(0, leaf("x", title="Mot du préfet"))
    whole = found(stage, client)
    assert told(whole) == [("inserted", "x", "asked")]
    assert titles(accepted(stage, client, "inserted:x", clock="09:16"))[:3] == [
        "accueil",
        "film",
        "ronde",
    ]
    assert titles(stage).index("x") == 5  # after the session that is on air


def test_a_printed_slot_that_they_removed_is_skipped_and_comes_back_with_them() -> None:
    stage = Stage(day(*programme())).do("09:00", "go")
    client = Client()
    sante = client.take("Santé et ruralité")
    accepted(stage, client, clock="09:01")
    assert stage.show.outline.by_id["sante"].skipped
    assert found(stage, client).changes == ()
    client.slots.insert(2, sante)
    assert told(found(stage, client)) == [("returned", "sante", "proposed")]
    assert not accepted(stage, client, clock="09:02").show.outline.by_id["sante"].skipped


def test_who_is_told_and_who_is_there_stays_so() -> None:
    slots = programme()
    slots[3] |= {"promise": "start"}
    slots[2] |= {"departments": {"son": "HF 1"}, "minimum": "20m", "cue": "S"}
    promise = {"slot": "dejeuner", "of": "start"}
    stage = Stage(day(*slots)).do("08:00", "told", promise=promise, time="11:10")
    stage.do("08:00", "speaker", slot="sante", who=1, **{"is": "ready"})
    client = Client()
    client.slot("Santé et ruralité").update(title="Santé rurale", duration="35m")
    before = stage.show
    after = accepted(stage, client).show
    assert (after.told, after.presence) == (before.told, before.presence)
    slot = after.outline.by_id["sante"].slot
    assert (slot.departments, slot.cue, slot.title) == ({"son": "HF 1"}, "S", "Santé rurale")
    assert slot.minimum is not None


def test_what_the_regie_put_in_stays_and_what_she_took_out_is_not_put_back() -> None:
    stage = Stage(day(*programme()))
    stage.do("08:00", "insert", slot=leaf("mine", title="Remise des prix"), after="sante")
    stage.do("08:00", "remove", slot="film")
    client = Client()
    assert found(stage, client).changes == ()
    client.slot("Film introductif")["duration"] = "12m"
    whole = found(stage, client)
    assert told(whole) == [("inserted", "film", "asked")]
    assert "film" in titles(accepted(stage, client, "inserted:film"))
    assert "mine" in titles(stage)


def test_what_the_regie_split_stays_split() -> None:
    stage = Stage(day(*programme())).do("08:00", "split", slot="ronde")
    client = Client()
    ronde = client.slot("Table ronde des maires")
    ronde |= {"title": "La table ronde des maires", "speakers": people("A. Roy", "Z. Wu")}
    assert told(found(stage, client)) == [
        ("title", "ronde", "proposed"),
        ("speakers", "ronde", "fixed"),
    ]


def test_what_a_file_of_ours_says_of_the_crew_is_asked() -> None:
    slots = programme()
    slots[2] |= {"departments": {"son": "HF 1"}, "minimum": "20m"}
    stage = Stage(day(*slots))
    slots[2] |= {"departments": {"vidéo": "film 2"}, "minimum": "25m", "promise": "start"}
    whole = revision(stage.show, day(*slots))
    assert told(whole) == [
        ("minimum", "sante", "asked"),
        ("promise", "sante", "asked"),
        ("departments", "sante", "asked"),
    ]
    taken = apply(stage.show, command(whole, {"departments:sante"}), stage.at("08:00"))
    crew = taken.outline.by_id["sante"].slot.departments
    assert crew == {"son": "HF 1", "vidéo": "film 2"}


def test_who_replaces_somebody_is_not_there_for_that() -> None:
    slots = [
        leaf("sante", title="Santé", start="09:00", speakers=people("Denise Bataille")),
        leaf("sols", title="Sols", speakers=people("Claude Dorléans")),
    ]
    stage = Stage(day(*slots))
    for slot in ("sante", "sols"):
        stage.do("08:00", "speaker", slot=slot, who=1, **{"is": "ready"})
    client = Client(slots)
    client.slot("Santé")["speakers"] = people("Zoé Wu")
    client.slot("Sols")["speakers"] = people("Claude Dorléan")  # a slip mended
    rows = accepted(stage, client).board("08:01").as_json("fr")["slots"]
    people_of = {
        row["id"]: [(each["name"], each["is"]) for each in row["speakers"]] for row in rows
    }
    assert people_of["sante"] == [("Zoé Wu", "expected")]
    assert people_of["sols"] == [("Claude Dorléan", "ready")]


# --- again, and back ---------------------------------------------------------------------------


def test_the_next_revision_is_compared_with_this_one() -> None:
    stage, client = Stage(day(*programme())), Client()
    client.slot("Table ronde des maires")["duration"] = "35m"
    client.slots.append(leaf("z", title="Verre de l'amitié"))
    accepted(stage, client, "length:ronde")  # the drink was refused
    assert found(stage, client).changes == ()
    client.slot("Santé et ruralité")["duration"] = "20m"
    assert told(found(stage, client)) == [("length", "sante", "proposed")]
    client.slot("Verre de l'amitié")["duration"] = "45m"
    assert [what for what, *_ in told(found(stage, client))] == ["length", "inserted"]


def test_undone_the_revision_can_be_made_again() -> None:
    stage, client = Stage(day(*programme())), Client()
    client.slot("Table ronde des maires")["duration"] = "35m"
    before = stage.show.plan
    accepted(stage, client)
    stage.show = apply(stage.show, Undo(), stage.at("08:01"))
    assert stage.show.plan == before
    assert told(found(stage, client)) == [("length", "ronde", "proposed")]


def test_the_day_itself_is_revised_its_hard_end_only_when_asked_for() -> None:
    plan = day(*programme(), end_by="14:00", venue="Mairie")
    stage = Stage(plan)
    theirs = day(*sent_again(programme()), end_by="13:45", venue="Halle", title="Autre titre")
    whole = revision(stage.show, theirs)
    assert told(whole) == [
        ("day_title", None, "proposed"),
        ("venue", None, "proposed"),
        ("end_by", None, "asked"),
    ]
    after = apply(stage.show, command(whole, whole.possible), stage.at("08:00")).plan
    assert (after.title, after.venue, str(after.end_by)) == ("Autre titre", "Halle", "13:45")


def test_another_days_programme_is_told_to_be_one() -> None:
    stage = Stage(day(*programme()))
    other = day(
        *[leaf(f"q{n}", title=f"Tout autre chose {n}", start="10:00") for n in range(5)],
        date="2026-01-20",
    )
    whole = revision(stage.show, other)
    codes = [notice.code for notice in whole.notices]
    assert whole.proposed == frozenset()
    assert codes == ["revision_other_date", "revision_unlike"]


def test_nothing_changes_of_a_closed_day() -> None:
    stage = Stage(day(*programme())).do("09:00", "go").do("09:01", "finish")
    client = Client()
    client.slot("Santé et ruralité")["duration"] = "35m"
    client.slots.append(leaf("z", title="Verre de l'amitié"))
    whole = found(stage, client)
    assert {each.stands for each in whole.changes} == {"fixed"}
    assert command(whole, {each.key for each in whole.changes}).steps == ()


def test_a_session_said_by_its_end_is_changed_by_its_end() -> None:
    by_end = Change("k", "budget", "s", "", Civil(9, 59), Civil(10, 30), Standing(), ())
    assert by_end.label.text("fr") == "Fin"
    assert by_end._replace(after=timedelta(hours=1)).label.text("fr") == "Durée"
